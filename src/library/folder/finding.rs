//! What was found in a programme folder, and where.

use std::cell::RefCell;

use super::Problem;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::library::TextFault;

/// Something that is wrong, or could be better, in one file of a programme folder.
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
    /// Where it is, what is wrong and what to do, for staff, as plain text.
    pub fn say(&self, phrases: &Phrasebook, reader: HomeLanguage) -> String {
        let (id, args) = self.problem.phrase();
        let problem = phrases.plain(reader, id, &args);
        let place = Args::new().text("file", &self.file).text("problem", problem);
        match self.line {
            Some(line) => {
                let line = i64::try_from(line).unwrap_or(i64::MAX);
                phrases.plain(reader, "library-problem-at-line", &place.number("line", line))
            }
            None => phrases.plain(reader, "library-problem-in-file", &place),
        }
    }
}

/// Everything that was found so far; whoever reads a part of the folder adds to it.
#[derive(Debug, Default)]
pub(super) struct Findings(RefCell<Vec<Finding>>);

impl Findings {
    /// Something about a whole file.
    pub(super) fn in_file(&self, file: &str, problem: Problem) {
        self.0.borrow_mut().push(Finding { file: file.to_owned(), line: None, problem });
    }

    /// Something on one line.
    pub(super) fn at_line(&self, file: &str, line: usize, problem: Problem) {
        self.0.borrow_mut().push(Finding { file: file.to_owned(), line: Some(line), problem });
    }

    /// A file that is no text.
    pub(super) fn of_text(&self, file: &str, fault: TextFault) {
        match fault {
            TextFault::Unreadable => self.in_file(file, Problem::FileUnreadable),
            TextFault::Large { most } => self.in_file(file, Problem::LargeFile { most }),
            TextFault::NotUtf8 { line } => self.at_line(file, line, Problem::NotUtf8),
            TextFault::Nul { line } => self.at_line(file, line, Problem::Nul),
        }
    }

    /// Warnings, or what must be mended, each in the order of the files.
    pub(super) fn judge(self) -> Result<Vec<Finding>, Vec<Finding>> {
        let mut all = self.0.into_inner();
        all.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let (warnings, errors): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|finding| finding.problem.is_warning());
        if errors.is_empty() { Ok(warnings) } else { Err(errors) }
    }
}
