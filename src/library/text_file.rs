//! A text file as its author meant it: UTF-8, line ends as `\n`, lines counted from 1.

use super::files::{FileFault, Files};

const MOST_BYTES: usize = 100 * 1024;

/// Why a file is no text, and on which line that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// It cannot be read.
    Unreadable,
    /// It has more than `most` kilobytes.
    Large {
        /// The limit.
        most: usize,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// Where.
        line: usize,
    },
    /// It holds a NUL character.
    Nul {
        /// Where.
        line: usize,
    },
}

/// Text with its lines.
#[derive(Debug)]
pub struct TextFile {
    /// The text, without byte order mark.
    pub text: String,
    line_starts: Vec<usize>,
}

impl TextFile {
    /// Reads a file of a folder.
    ///
    /// # Errors
    /// [`TextFault`] says why it is no text.
    pub fn read(files: &Files, path: &str) -> Result<Self, TextFault> {
        match files.read(path, MOST_BYTES as u64) {
            Ok(bytes) => Self::of_bytes(&bytes),
            Err(FileFault::Large) => Err(TextFault::Large { most: MOST_BYTES / 1024 }),
            Err(_) => Err(TextFault::Unreadable),
        }
    }

    /// Decodes.
    ///
    /// # Errors
    /// The bytes are no text.
    pub fn of_bytes(bytes: &[u8]) -> Result<Self, TextFault> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{FEFF}').unwrap_or(text),
            Err(error) => {
                return Err(TextFault::NotUtf8 { line: lines(&bytes[..error.valid_up_to()]) });
            }
        };
        if let Some(at) = text.find('\0') {
            return Err(TextFault::Nul { line: lines(&text.as_bytes()[..at]) });
        }
        Ok(Self::of_text(text.replace("\r\n", "\n").replace('\r', "\n")))
    }

    fn of_text(text: String) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        Self { text, line_starts }
    }

    /// The line that a byte stands on.
    pub fn line(&self, byte: usize) -> usize {
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
            let source = TextFile::of_bytes(text.as_bytes()).unwrap();
            assert_eq!(source.text, "een\ntwee\ndrie");
            assert_eq!([0, 3, 4, 9].map(|byte| source.line(byte)), [1, 1, 2, 3]);
        }
    }

    #[test]
    fn a_file_that_is_not_utf_8_is_refused_at_its_line() {
        let fault = TextFile::of_bytes(b"een\ncaf\xe9").unwrap_err();
        assert_eq!(fault, TextFault::NotUtf8 { line: 2 });
    }

    #[test]
    fn a_nul_character_is_refused_at_its_line() {
        let fault = TextFile::of_bytes(b"een\n\ntw\0ee").unwrap_err();
        assert_eq!(fault, TextFault::Nul { line: 3 });
    }
}
