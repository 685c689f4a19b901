//! A text file as its author meant it: UTF-8, line ends as `\n`, lines counted from 1.

use std::fs;
use std::path::Path;

use super::{Finding, Problem};

const MOST_BYTES: usize = 100 * 1024;

/// Text with its lines.
#[derive(Debug)]
pub(super) struct Source {
    /// The text, without byte order mark.
    pub text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Reads a file of the folder.
    pub(super) fn read(folder: &Path, file: &str) -> Result<Self, Finding> {
        let whole = folder.join(file);
        let unreadable = |_| Finding::in_file(file, Problem::FileUnreadable);
        let size = fs::metadata(&whole).map_err(unreadable)?.len();
        if size > MOST_BYTES as u64 {
            let problem = Problem::LargeFile { most: MOST_BYTES / 1024 };
            return Err(Finding::in_file(file, problem));
        }
        let bytes = fs::read(&whole).map_err(unreadable)?;
        Self::of_bytes(&bytes).map_err(|(line, problem)| Finding::at_line(file, line, problem))
    }

    /// Decodes; the error names a line.
    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self, (usize, Problem)> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{FEFF}').unwrap_or(text),
            Err(error) => return Err((lines(&bytes[..error.valid_up_to()]), Problem::NotUtf8)),
        };
        if let Some(at) = text.find('\0') {
            return Err((lines(&text.as_bytes()[..at]), Problem::Nul));
        }
        Ok(Self::of_text(text.replace("\r\n", "\n").replace('\r', "\n")))
    }

    fn of_text(text: String) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        Self { text, line_starts }
    }

    /// The line that a byte stands on.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= byte)
    }
}

fn lines(before: &[u8]) -> usize {
    before.iter().filter(|&&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_whatever_computer_wrote_them() {
        for text in ["een\ntwee\ndrie", "een\r\ntwee\r\ndrie", "\u{FEFF}een\rtwee\rdrie"] {
            let source = Source::of_bytes(text.as_bytes()).unwrap();
            assert_eq!(source.text, "een\ntwee\ndrie");
            assert_eq!([0, 3, 4, 9].map(|byte| source.line(byte)), [1, 1, 2, 3]);
        }
    }

    #[test]
    fn a_file_that_is_not_utf_8_is_refused_at_its_line() {
        assert_eq!(Source::of_bytes(b"een\ncaf\xe9").unwrap_err(), (2, Problem::NotUtf8));
    }

    #[test]
    fn a_nul_character_is_refused_at_its_line() {
        assert_eq!(Source::of_bytes(b"een\n\ntw\0ee").unwrap_err(), (3, Problem::Nul));
    }
}
