//! The first sheet of an XLSX file, cell by cell: a stray cell in the last corner costs nothing.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Cell as SheetCell, DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use jiff::civil::Date;

use super::table::{Cell, FileProblem, Line};

/// Cells further right belong to no roster.
const WIDTH: usize = 256;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Line>, FileProblem> {
    let rows = read_rows(bytes).map_err(|_| FileProblem::BrokenSpreadsheet)?;
    let lines = rows.into_iter().map(|(row, cells)| Line { row: row.saturating_add(1), cells });
    Ok(lines.collect())
}

fn read_rows(bytes: &[u8]) -> Result<BTreeMap<u32, Vec<Cell>>, XlsxError> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let Some(first) = book.sheet_names().into_iter().next() else { return Ok(rows) };
    let mut cells = book.worksheet_cells_reader(&first)?;
    while let Some(cell) = cells.next_cell()? {
        place(&mut rows, &cell);
    }
    Ok(rows)
}

fn place(rows: &mut BTreeMap<u32, Vec<Cell>>, cell: &SheetCell<DataRef<'_>>) {
    let (row, column) = cell.get_position();
    let value = of_sheet(cell.get_value());
    let Some(column) = usize::try_from(column).ok().filter(|column| *column < WIDTH) else {
        return;
    };
    if value == Cell::Empty {
        return;
    }
    let cells = rows.entry(row).or_default();
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = value;
}

fn of_sheet(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Int(number) => Cell::Text(number.to_string()),
        // Whole numbers print without a point: a group "1", a family "1042".
        DataRef::Float(number) => Cell::Text(number.to_string()),
        DataRef::Bool(yes) => Cell::Text(yes.to_string()),
        DataRef::DateTime(at) => {
            date(*at).map_or_else(|| Cell::Text(at.as_f64().to_string()), Cell::Date)
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| Cell::Text(text.clone()), Cell::Date)
        }
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn date(at: ExcelDateTime) -> Option<Date> {
    if !at.is_datetime() {
        return None;
    }
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
