//! Any other file that staff fill in, read with the same care as a roster: CSV or XLSX, whichever its
//! bytes are.

use super::FileProblem;
use super::table::{self, Cell};

/// A header with at least one row under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The headers, tidied.
    pub headers: Vec<String>,
    /// The rows under it that are not blank.
    pub rows: Vec<SheetRow>,
    /// Whether a cell beyond the header is a mistake: in CSV a comma that wanted quotes.
    pub is_strict: bool,
}

/// A row of such a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The number that a spreadsheet program shows beside it.
    pub row: u32,
    /// What a person sees in its cells.
    pub cells: Vec<String>,
}

/// Reads a file; `knows` says which headers are expected, so that the separator of a CSV is found.
///
/// # Errors
/// [`FileProblem`] says why it cannot be read.
pub async fn read_sheet(bytes: Vec<u8>, knows: fn(&str) -> bool) -> Result<Sheet, FileProblem> {
    // A spreadsheet that makes its reader panic is a broken one, no more.
    let reading = tokio::task::spawn_blocking(move || table::read(&bytes, knows));
    let table = reading.await.unwrap_or(Err(FileProblem::BrokenSpreadsheet))?;
    if table.lines.is_empty() {
        return Err(FileProblem::NoRows);
    }
    let shown = |cells: &[Cell]| cells.iter().map(Cell::shown).collect::<Vec<_>>();
    let headers = shown(&table.header.cells);
    let rows = table.lines.iter();
    let rows = rows.map(|line| SheetRow { row: line.row, cells: shown(&line.cells) }).collect();
    Ok(Sheet { headers, rows, is_strict: table.is_strict })
}
