//! What was found in a letter folder, and where.

use super::Problem;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::library::TextFault;

/// Something that is wrong, or could be better, in one file of a letter folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path relative to the folder, or the folder itself.
    pub file: String,
    /// Counted from 1; none when it is about the whole file.
    pub line: Option<usize>,
    /// What it is.
    pub problem: Problem,
}

impl Finding {
    /// Something about a whole file.
    pub(super) fn in_file(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), line: None, problem }
    }

    /// Something on one line.
    pub(super) fn at_line(file: &str, line: usize, problem: Problem) -> Self {
        Self { file: file.to_owned(), line: Some(line), problem }
    }

    /// A file that is no text.
    pub(super) fn of_text(file: &str, fault: TextFault) -> Self {
        match fault {
            TextFault::Unreadable => Self::in_file(file, Problem::FileUnreadable),
            TextFault::Large { most } => Self::in_file(file, Problem::LargeFile { most }),
            TextFault::NotUtf8 { line } => Self::at_line(file, line, Problem::NotUtf8),
            TextFault::Nul { line } => Self::at_line(file, line, Problem::Nul),
        }
    }

    /// Where it is, what is wrong and what to do, for staff, as plain text.
    pub fn say(&self, phrasebook: &Phrasebook, reader: HomeLanguage) -> String {
        let (id, args) = self.problem.phrase();
        let problem = phrasebook.plain(reader, id, &args);
        let place = Args::new().text("file", &self.file).text("problem", problem);
        match self.line {
            Some(line) => {
                let line = i64::try_from(line).unwrap_or(i64::MAX);
                phrasebook.plain(reader, "letter-problem-at-line", &place.number("line", line))
            }
            None => phrasebook.plain(reader, "letter-problem-in-file", &place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_its_file_its_line_and_the_remedy() {
        let phrasebook = Phrasebook::load().unwrap();
        let finding = Finding::at_line("ar.md", 7, Problem::TooManyWords { count: 13, most: 12 });
        let said = finding.say(&phrasebook, HomeLanguage::ENGLISH);
        for wanted in ["ar.md", "7", "13", "12"] {
            assert!(said.contains(wanted), "{said}");
        }
        assert_ne!(said, finding.say(&phrasebook, HomeLanguage::DUTCH));
    }

    #[test]
    fn a_finding_about_a_whole_file_names_no_line() {
        let phrasebook = Phrasebook::load().unwrap();
        let said = Finding::in_file("nl.md", Problem::DutchMissing)
            .say(&phrasebook, HomeLanguage::ENGLISH);
        assert!(said.contains("nl.md") && !said.contains("line"), "{said}");
    }
}
