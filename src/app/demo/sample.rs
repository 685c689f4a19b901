//! The sample school as it comes with the program: its roster, its letters, and what the truth needs to
//! know of who belongs to whom.

use include_dir::{Dir, include_dir};

use super::DemoError;

pub(super) static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/app/demo/sample");

/// A row of the sample roster.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub location: String,
    pub group: String,
    pub family: String,
    pub household: String,
    pub child: String,
    pub born: String,
    pub starts: String,
    pub leaves: String,
    pub carer: String,
    pub second_language: String,
    pub reading: String,
}

/// The header and the rows of the first `families` families.
pub(super) fn roster(families: usize) -> Result<String, DemoError> {
    let broken = || DemoError::Sample("roster.csv cannot be read".to_owned());
    let text = SAMPLE.get_file("roster.csv").ok_or_else(broken)?;
    let text = text.contents_utf8().ok_or_else(broken)?;
    let family_of = |line: &'_ str| line.split(',').nth(4).unwrap_or_default().to_owned();
    let mut chosen: Vec<String> = Vec::new();
    let mut lines: Vec<&str> = text.lines().take(1).collect();
    for line in text.lines().skip(1) {
        let family = family_of(line);
        if !chosen.contains(&family) && chosen.len() < families {
            chosen.push(family.clone());
        }
        if chosen.contains(&family) {
            lines.push(line);
        }
    }
    Ok(lines.join("\n"))
}

/// The rows of such a text; a row that is too short is none.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |place: usize| cells.get(place).map(|cell| (*cell).to_owned());
        Some(Row {
            location: cell(0)?,
            group: cell(3)?,
            family: cell(4)?,
            household: cell(5)?,
            child: cell(6)?,
            born: cell(7)?,
            starts: cell(9)?,
            leaves: cell(10)?,
            carer: cell(11)?,
            second_language: cell(13)?,
            reading: cell(14)?,
        })
    };
    text.lines().skip(1).filter_map(row).collect()
}
