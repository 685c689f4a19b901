//! One line of the file with typed cells.

use jiff::civil::Date;

use super::columns::{Column, Columns};
use super::finding::{Findings, Problem};
use super::table::{Cell, Line, Table};
use super::{Finding, cells};
use crate::language::HomeLanguage;
use crate::roster::Reading;

/// A carer and a child, as one line tells of them. An empty cell says nothing.
pub(super) struct Row {
    pub location: String,
    pub neighbourhood: Option<String>,
    pub phone: Option<String>,
    pub group: String,
    pub family: String,
    pub household: Option<String>,
    pub child: String,
    /// The first day of the month.
    pub born: Option<Date>,
    pub ve: Option<bool>,
    pub starts: Option<Date>,
    pub leaves: Option<Date>,
    pub carer: String,
    pub language: HomeLanguage,
    pub second_language: Option<HomeLanguage>,
    pub reading: Option<Reading>,
    pub interpreter: Option<bool>,
}

/// Reads the cells of one line and notes what is wrong with them.
pub(super) struct RowReader<'a> {
    pub columns: &'a Columns,
    pub line: &'a Line,
    pub findings: &'a mut Findings,
}

impl RowReader<'_> {
    /// The row; `None` when a cell that every row needs is empty or wrong.
    pub fn read(mut self, table: &Table, today: Date) -> Option<Row> {
        if table.is_strict {
            self.refuse_extra_cells(table.header.cells.len());
        }
        // Every cell is read before any is missed, so that all mistakes are told at once.
        let location = self.needed(Column::Location, cells::text);
        let group = self.needed(Column::Group, cells::text);
        let family = self.needed(Column::Family, cells::text);
        let child = self.needed(Column::Child, cells::text);
        let carer = self.needed(Column::Carer, cells::text);
        let language = self.needed(Column::Language, cells::language);
        let neighbourhood = self.optional(Column::Neighbourhood, cells::text);
        let phone = self.optional(Column::Phone, cells::text);
        let household = self.optional(Column::Household, cells::text);
        let born = self.optional(Column::Born, |cell| cells::birth_month(cell, today));
        let ve = self.optional(Column::Ve, cells::yes_or_no);
        let starts = self.optional(Column::Starts, cells::day);
        let leaves = self.optional(Column::Leaves, cells::day);
        let second_language = self.optional(Column::SecondLanguage, cells::language);
        let reading = self.optional(Column::Reading, cells::reading);
        let interpreter = self.optional(Column::Interpreter, cells::yes_or_no);
        Some(Row {
            location: location?,
            neighbourhood,
            phone,
            group: group?,
            family: family?,
            household,
            child: child?,
            born,
            ve,
            starts,
            leaves,
            carer: carer?,
            language: language?,
            second_language,
            reading,
            interpreter,
        })
    }

    fn optional<T>(
        &mut self,
        column: Column,
        read: impl Fn(&Cell) -> Result<Option<T>, Problem>,
    ) -> Option<T> {
        read(self.columns.cell(self.line, column)).unwrap_or_else(|problem| {
            self.note(column, problem);
            None
        })
    }

    fn needed<T>(
        &mut self,
        column: Column,
        read: impl Fn(&Cell) -> Result<Option<T>, Problem>,
    ) -> Option<T> {
        match read(self.columns.cell(self.line, column)) {
            Ok(Some(value)) => return Some(value),
            Ok(None) => self.note(column, Problem::Missing),
            Err(problem) => self.note(column, problem),
        }
        None
    }

    fn note(&mut self, column: Column, problem: Problem) {
        self.findings.push(self.columns.place(self.line, column).finding(problem));
    }

    fn refuse_extra_cells(&mut self, width: usize) {
        let extra =
            self.line.cells.iter().skip(width).map(Cell::shown).find(|cell| !cell.is_empty());
        if let Some(value) = extra {
            self.findings.push(Finding {
                row: self.line.row,
                column: String::new(),
                value: super::finding::shortened(&value),
                problem: Problem::ExtraCells,
            });
        }
    }
}
