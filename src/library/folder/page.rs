//! A TOML file of the folder, read key by key; whatever is wrong is told with its line.

mod entries;
mod tidy;

use std::cell::RefCell;

use toml::de::DeTable;

use super::Problem;
use super::finding::Findings;
use crate::language::{HardToRead, hard_to_read};
use crate::library::{Files, TextFile};

pub(super) use entries::Entries;

/// A text file with the place to tell what is wrong with it.
pub(super) struct Page<'f> {
    pub(super) file: String,
    pub(super) findings: &'f Findings,
    text: TextFile,
    /// What a carer reads or hears, paragraph by paragraph.
    spoken: RefCell<Vec<(usize, String)>>,
}

impl<'f> Page<'f> {
    /// Opens a file of the folder.
    pub(super) fn open(files: &Files, file: &str, findings: &'f Findings) -> Option<Self> {
        match TextFile::read(files, file) {
            Ok(text) => {
                Some(Self { file: file.to_owned(), findings, text, spoken: RefCell::default() })
            }
            Err(fault) => {
                findings.of_text(file, fault);
                None
            }
        }
    }

    /// Reads the whole file; `None` when it is no TOML.
    pub(super) fn read<T>(&self, reading: impl FnOnce(&Entries<'_>) -> T) -> Option<T> {
        let (table, mistakes) = DeTable::parse_recoverable(&self.text.text);
        let mut lines: Vec<usize> = mistakes
            .iter()
            .map(|mistake| self.text.line(mistake.span().map_or(0, |span| span.start)))
            .collect();
        lines.dedup();
        if !lines.is_empty() {
            lines.into_iter().for_each(|line| self.tell(Some(line), Problem::Toml));
            return None;
        }
        let read = reading(&Entries::of(self, table.get_ref()));
        self.measure();
        Some(read)
    }

    fn tell(&self, line: Option<usize>, problem: Problem) {
        match line {
            Some(line) => self.findings.at_line(&self.file, line, problem),
            None => self.findings.in_file(&self.file, problem),
        }
    }

    /// Tells of sentences that are hard to read.
    fn measure(&self) {
        for found in hard_to_read(&self.spoken.borrow()) {
            match found {
                HardToRead::Sentence { line, start, words, most } => {
                    self.tell(Some(line), Problem::LongSentence { start, words, most });
                }
                HardToRead::OnAverage { average, most } => {
                    self.tell(None, Problem::LongSentences { average, most });
                }
            }
        }
    }
}
