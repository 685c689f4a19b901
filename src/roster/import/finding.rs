//! What is wrong with a row, where, and what to do about it.

use super::table::Cell;
use crate::language::{Args, HomeLanguage, Phrasebook};

/// So many findings are kept; the others are only counted.
const SHOWN: usize = 200;
/// So much of a cell is repeated in a finding.
const VALUE_CHARS: usize = 60;

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must not be empty.
    Missing,
    /// It holds a date where a name belongs: a spreadsheet took "1-2" for one.
    DateForText,
    /// It holds a spreadsheet's error value.
    ErrorValue,
    /// It holds a NUL character.
    Nul,
    /// It is longer than any name; often a quotation mark that was never closed.
    TooLong,
    /// The row has more cells than the header; often a comma that wanted quotes.
    ExtraCells,
    /// No language is called so; perhaps this one was meant.
    UnknownLanguage(Option<String>),
    /// It is no day between 2000 and 2100.
    NotADay,
    /// It is no month.
    NotAMonth,
    /// The child is not born yet.
    BornInFuture,
    /// The child would be an adult.
    BornTooEarly,
    /// The child leaves before it starts.
    LeavesBeforeStart,
    /// It is neither yes nor no.
    NotYesOrNo,
    /// It is none of text, voice and both.
    NotAReading,
    /// An earlier row says otherwise about the same location, child or carer.
    Contradicts(u32),
    /// An earlier row lists the same carer and child.
    Repeats(u32),
    /// The column is not one of a roster. A warning.
    UnknownColumn,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The number that a spreadsheet program shows beside the row.
    pub row: u32,
    /// The column's header, as in the file; empty when it is about the whole row.
    pub column: String,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Finding {
    /// What is wrong and what to do about it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> String {
        let args = Args::new()
            .number("row", i64::from(self.row))
            .text("column", &self.column)
            .text("value", &self.value);
        let (id, args) = match &self.problem {
            Problem::Missing => ("roster-row-missing", args),
            Problem::DateForText => ("roster-row-date-for-text", args),
            Problem::ErrorValue => ("roster-row-error-value", args),
            Problem::Nul => ("roster-row-nul", args),
            Problem::TooLong => ("roster-row-too-long", args),
            Problem::ExtraCells => ("roster-row-extra-cells", args),
            Problem::UnknownLanguage(None) => ("roster-row-unknown-language", args),
            Problem::UnknownLanguage(Some(name)) => {
                ("roster-row-unknown-language-suggest", args.text("suggestion", name))
            }
            Problem::NotADay => ("roster-row-not-a-day", args),
            Problem::NotAMonth => ("roster-row-not-a-month", args),
            Problem::BornInFuture => ("roster-row-born-in-future", args),
            Problem::BornTooEarly => ("roster-row-born-too-early", args),
            Problem::LeavesBeforeStart => ("roster-row-leaves-before-start", args),
            Problem::NotYesOrNo => ("roster-row-not-yes-or-no", args),
            Problem::NotAReading => ("roster-row-not-a-reading", args),
            Problem::Contradicts(other) => {
                ("roster-row-contradicts", args.number("other", i64::from(*other)))
            }
            Problem::Repeats(other) => {
                ("roster-row-repeats", args.number("other", i64::from(*other)))
            }
            Problem::UnknownColumn => ("roster-unknown-column", args),
        };
        phrases.plain(language, id, &args)
    }
}

/// All that is wrong with a file's rows: the first of them, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The first ones.
    pub shown: Vec<Finding>,
    /// How many there are in all.
    pub total: usize,
}

impl Findings {
    pub(super) fn push(&mut self, finding: Finding) {
        if self.shown.len() < SHOWN {
            self.shown.push(finding);
        }
        self.total += 1;
    }
}

/// One cell, for pointing at.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub row: u32,
    pub column: &'a str,
    pub cell: &'a Cell,
}

impl Place<'_> {
    pub fn finding(&self, problem: Problem) -> Finding {
        Finding {
            row: self.row,
            column: self.column.to_owned(),
            value: shortened(&self.cell.shown()),
            problem,
        }
    }
}

pub(super) fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(VALUE_CHARS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
