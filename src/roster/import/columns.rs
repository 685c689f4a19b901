//! The columns of a roster file, in Dutch or English.

use super::table::{FileProblem, Line};
use super::{cells, finding::Place, table::Cell};
use crate::language::HomeLanguage;

/// A column that a roster file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the file")]
pub enum Column {
    Location,
    Neighbourhood,
    Phone,
    Group,
    Family,
    Household,
    Child,
    Born,
    Ve,
    Starts,
    Leaves,
    Carer,
    Language,
    SecondLanguage,
    Reading,
    Interpreter,
}

/// Each column with its English and its Dutch header.
const HEADERS: [(Column, &str, &str); 16] = [
    (Column::Location, "location", "locatie"),
    (Column::Neighbourhood, "neighbourhood", "wijk"),
    (Column::Phone, "phone", "telefoon"),
    (Column::Group, "group", "groep"),
    (Column::Family, "family", "gezin"),
    (Column::Household, "household", "huishouden"),
    (Column::Child, "child", "kind"),
    (Column::Born, "born", "geboren"),
    (Column::Ve, "ve", "ve"),
    (Column::Starts, "starts", "start"),
    (Column::Leaves, "leaves", "eind"),
    (Column::Carer, "carer", "ouder"),
    (Column::Language, "language", "thuistaal"),
    (Column::SecondLanguage, "second_language", "tweede_taal"),
    (Column::Reading, "reading", "lezen"),
    (Column::Interpreter, "interpreter", "tolk"),
];

const REQUIRED: [Column; 6] = [
    Column::Location,
    Column::Group,
    Column::Family,
    Column::Child,
    Column::Carer,
    Column::Language,
];

impl Column {
    /// The column of a header, whatever its case.
    pub(super) fn of_header(header: &str) -> Option<Self> {
        let wanted = cells::tidy(header).to_lowercase().replace(' ', "_");
        let found = HEADERS.iter().find(|(_, en, nl)| wanted == *en || wanted == *nl);
        found.map(|(column, _, _)| *column)
    }

    /// Its header in a staff language: Dutch or English.
    pub fn header(self, reader: HomeLanguage) -> &'static str {
        let (_, en, nl) = HEADERS[self as usize];
        if reader == HomeLanguage::ENGLISH { en } else { nl }
    }
}

/// Where each column stands in one file.
pub(super) struct Columns {
    at: [Option<usize>; HEADERS.len()],
    headers: Vec<String>,
    /// Headers that this program does not know, with their row.
    pub unknown: (u32, Vec<String>),
}

impl Columns {
    /// Reads the header line.
    pub fn read(line: &Line) -> Result<Self, FileProblem> {
        let headers: Vec<String> = line.cells.iter().map(Cell::shown).collect();
        let mut columns = Self { at: [None; HEADERS.len()], headers, unknown: (line.row, vec![]) };
        for (place, header) in columns.headers.iter().enumerate() {
            match Column::of_header(header) {
                Some(column) if columns.at[column as usize].is_some() => {
                    return Err(FileProblem::ColumnTwice(header.clone()));
                }
                Some(column) => columns.at[column as usize] = Some(place),
                None if header.is_empty() => {}
                None => columns.unknown.1.push(header.clone()),
            }
        }
        let missing: Vec<Column> =
            REQUIRED.into_iter().filter(|column| !columns.has(*column)).collect();
        if missing.is_empty() {
            Ok(columns)
        } else {
            let found = columns.headers.into_iter().filter(|header| !header.is_empty()).collect();
            Err(FileProblem::ColumnsMissing { missing, found })
        }
    }

    /// Whether the file has this column.
    pub fn has(&self, column: Column) -> bool {
        self.at[column as usize].is_some()
    }

    /// The cell of a line in this column.
    pub fn cell<'a>(&self, line: &'a Line, column: Column) -> &'a Cell {
        let at = self.at[column as usize];
        at.and_then(|at| line.cells.get(at)).unwrap_or(&Cell::Empty)
    }

    /// Where that cell is, for a finding.
    pub fn place<'a>(&'a self, line: &'a Line, column: Column) -> Place<'a> {
        Place { row: line.row, column: self.header(column), cell: self.cell(line, column) }
    }

    /// The column's header as the file has it.
    pub fn header(&self, column: Column) -> &str {
        let at = self.at[column as usize];
        at.and_then(|at| self.headers.get(at)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_headers_is_in_the_order_of_the_columns() {
        for (place, (column, en, nl)) in HEADERS.iter().enumerate() {
            assert_eq!(*column as usize, place);
            assert_eq!(Column::of_header(en), Some(*column));
            assert_eq!(Column::of_header(&nl.to_uppercase()), Some(*column));
        }
    }
}
