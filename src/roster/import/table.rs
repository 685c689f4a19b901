//! A file as lines of cells, whichever format it came in.

use jiff::civil::Date;

use super::{Column, csv_text, xlsx};
use crate::language::{Args, HomeLanguage, Phrasebook};

/// A cell as the file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    /// A date as a spreadsheet keeps it.
    Date(Date),
    /// A spreadsheet's error value, such as `#N/A`.
    Error(String),
}

impl Cell {
    /// As a person sees it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => super::tidy(text),
            Self::Date(date) => date.to_string(),
        }
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Date(_) | Self::Error(_) => false,
        }
    }
}

/// A line that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The number that a spreadsheet program shows beside it.
    pub row: u32,
    pub cells: Vec<Cell>,
}

/// A header with at least one line under it.
pub(super) struct Table {
    pub header: Line,
    pub lines: Vec<Line>,
    /// Whether a cell beyond the header is a mistake: in CSV a comma that wanted quotes, in a
    /// spreadsheet only a note in the margin.
    pub is_strict: bool,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// There is nothing in it.
    #[error("empty file")]
    Empty,
    /// There is a header and nothing under it.
    #[error("no rows under the header")]
    NoRows,
    /// UTF-16, as some programs save "Unicode text".
    #[error("UTF-16 text")]
    Utf16,
    /// Neither UTF-8 nor Windows-1252; first seen in this row.
    #[error("unknown or mixed text encoding in row {0}")]
    Encoding(u32),
    /// An `.xls` of before 2007, or one with a password.
    #[error("old or encrypted spreadsheet")]
    OldSpreadsheet,
    /// It begins as a spreadsheet and cannot be read as one.
    #[error("broken spreadsheet")]
    BrokenSpreadsheet,
    /// Columns that every roster has are not there.
    #[error("columns missing")]
    ColumnsMissing {
        /// Those.
        missing: Vec<Column>,
        /// What stands in the header instead.
        found: Vec<String>,
    },
    /// A column stands twice in the header.
    #[error("a column stands twice")]
    ColumnTwice(String),
}

impl FileProblem {
    /// What is wrong and what to do about it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> String {
        let (id, args) = match self {
            Self::Empty => ("roster-file-empty", Args::new()),
            Self::NoRows => ("roster-file-no-rows", Args::new()),
            Self::Utf16 => ("roster-file-utf16", Args::new()),
            Self::Encoding(row) => {
                ("roster-file-encoding", Args::new().number("row", i64::from(*row)))
            }
            Self::OldSpreadsheet => ("roster-file-old-spreadsheet", Args::new()),
            Self::BrokenSpreadsheet => ("roster-file-broken-spreadsheet", Args::new()),
            Self::ColumnsMissing { missing, found } => {
                let missing: Vec<&str> =
                    missing.iter().map(|column| column.header(language)).collect();
                let args = Args::new()
                    .number("count", i64::try_from(missing.len()).unwrap_or(i64::MAX))
                    .text("missing", missing.join(", "))
                    .text("found", super::finding::shortened(&found.join(", ")));
                ("roster-file-columns-missing", args)
            }
            Self::ColumnTwice(column) => {
                ("roster-file-column-twice", Args::new().text("column", column))
            }
        };
        phrases.plain(language, id, &args)
    }
}

/// Reads a file by what it is, not by what it is called.
pub(super) fn read(bytes: &[u8], knows: fn(&str) -> bool) -> Result<Table, FileProblem> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
    let is_zip = bytes.starts_with(ZIP);
    let lines = if is_zip {
        xlsx::read(bytes)?
    } else if bytes.starts_with(COMPOUND) {
        return Err(FileProblem::OldSpreadsheet);
    } else {
        csv_text::read(bytes, knows)?
    };
    let mut lines = lines.into_iter().filter(|line| !line.cells.iter().all(Cell::is_blank));
    let header = lines.next().ok_or(FileProblem::Empty)?;
    let lines: Vec<Line> = lines.collect();
    Ok(Table { header, lines, is_strict: !is_zip })
}
