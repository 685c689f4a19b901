//! All rows of a file as one roster: who is listed, and what is said of each without
//! contradiction.

use std::collections::HashMap;
use std::hash::Hash;

use jiff::civil::Date;

use super::columns::{Column, Columns};
use super::finding::{Finding, Findings, Place, Problem};
use super::row::{Row, RowReader};
use super::table::{Line, Table};
use super::{FileProblem, ImportError};
use crate::language::HomeLanguage;
use crate::roster::Reading;

/// Records in the order of the file, found again by their key.
pub(super) struct Keyed<K, V> {
    at: HashMap<K, usize>,
    pub records: Vec<(K, V)>,
}

impl<K: Clone + Eq + Hash, V: Default> Keyed<K, V> {
    fn new() -> Self {
        Self { at: HashMap::new(), records: Vec::new() }
    }

    /// Where the record of this key stands; a new one if there was none.
    fn place(&mut self, key: K) -> usize {
        *self.at.entry(key).or_insert_with_key(|key| {
            self.records.push((key.clone(), V::default()));
            self.records.len() - 1
        })
    }
}

/// What the rows say in one column of one record, and which row said it first.
pub(super) struct Said<T>(Option<(T, u32)>);

impl<T> Default for Said<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq + Clone> Said<T> {
    /// `None` when no row says anything.
    pub fn value(&self) -> Option<T> {
        self.0.as_ref().map(|(value, _)| value.clone())
    }

    /// An empty cell says nothing and contradicts nobody.
    fn hear(&mut self, value: Option<T>, place: Place<'_>, findings: &mut Findings) {
        match (&self.0, value) {
            (_, None) => {}
            (None, Some(value)) => self.0 = Some((value, place.row)),
            (Some((first, row)), Some(value)) => {
                if *first != value {
                    findings.push(place.finding(Problem::Contradicts(*row)));
                }
            }
        }
    }
}

#[derive(Default)]
pub(super) struct ListedLocation {
    pub neighbourhood: Said<String>,
    pub phone: Said<String>,
}

#[derive(Default)]
pub(super) struct ListedChild {
    /// Place in [`Listed::groups`].
    pub group: Said<usize>,
    pub born: Said<Date>,
    pub ve: Said<bool>,
    pub starts: Said<Date>,
    pub leaves: Said<Date>,
}

#[derive(Default)]
pub(super) struct ListedCarer {
    pub household: Said<String>,
    pub language: Said<HomeLanguage>,
    pub second_language: Said<HomeLanguage>,
    pub reading: Said<Reading>,
    pub interpreter: Said<bool>,
}

/// A roster file that has been found sound. Keys hold places in the other lists.
pub(super) struct Listed {
    pub columns: Columns,
    pub rows: usize,
    pub locations: Keyed<String, ListedLocation>,
    pub groups: Keyed<(usize, String), ()>,
    pub families: Keyed<String, ()>,
    pub children: Keyed<(usize, String), ListedChild>,
    pub carers: Keyed<(usize, String), ListedCarer>,
    /// Carer and child, with the row that lists them.
    pub links: HashMap<(usize, usize), u32>,
}

/// Reads all lines of a table.
pub(super) fn read(table: &Table, today: Date) -> Result<Listed, ImportError> {
    let columns = Columns::read(&table.header)?;
    if table.lines.is_empty() {
        return Err(FileProblem::NoRows.into());
    }
    let mut listed = Listed {
        columns,
        rows: table.lines.len(),
        locations: Keyed::new(),
        groups: Keyed::new(),
        families: Keyed::new(),
        children: Keyed::new(),
        carers: Keyed::new(),
        links: HashMap::new(),
    };
    let mut findings = Findings::default();
    for line in &table.lines {
        let reader = RowReader { columns: &listed.columns, line, findings: &mut findings };
        if let Some(row) = reader.read(table, today) {
            listed.add(row, line, &mut findings);
        }
    }
    listed.check_leaving(&mut findings);
    if findings.total == 0 { Ok(listed) } else { Err(ImportError::Rows(findings)) }
}

impl Listed {
    fn add(&mut self, row: Row, line: &Line, findings: &mut Findings) {
        let before = findings.total;
        let columns = &self.columns;
        let place = |column| columns.place(line, column);
        let location_at = self.locations.place(row.location);
        let location = &mut self.locations.records[location_at].1;
        location.neighbourhood.hear(row.neighbourhood, place(Column::Neighbourhood), findings);
        location.phone.hear(row.phone, place(Column::Phone), findings);

        let group_at = self.groups.place((location_at, row.group));
        let family_at = self.families.place(row.family);
        let child_at = self.children.place((family_at, row.child));
        let child = &mut self.children.records[child_at].1;
        child.group.hear(Some(group_at), place(Column::Group), findings);
        child.born.hear(row.born, place(Column::Born), findings);
        child.ve.hear(row.ve, place(Column::Ve), findings);
        child.starts.hear(row.starts, place(Column::Starts), findings);
        child.leaves.hear(row.leaves, place(Column::Leaves), findings);

        let carer_at = self.carers.place((family_at, row.carer));
        let carer = &mut self.carers.records[carer_at].1;
        carer.household.hear(row.household, place(Column::Household), findings);
        carer.language.hear(Some(row.language), place(Column::Language), findings);
        let second_place = place(Column::SecondLanguage);
        carer.second_language.hear(row.second_language, second_place, findings);
        carer.reading.hear(row.reading, place(Column::Reading), findings);
        carer.interpreter.hear(row.interpreter, place(Column::Interpreter), findings);

        let first = *self.links.entry((carer_at, child_at)).or_insert(line.row);
        // A repeated row that also contradicts has been told already.
        if first != line.row && findings.total == before {
            findings.push(place(Column::Carer).finding(Problem::Repeats(first)));
        }
    }

    /// Start and end of a child may stand in different rows.
    fn check_leaving(&self, findings: &mut Findings) {
        for (_, child) in &self.children.records {
            let (Some((starts, _)), Some((leaves, row))) = (&child.starts.0, &child.leaves.0)
            else {
                continue;
            };
            if leaves < starts {
                findings.push(Finding {
                    row: *row,
                    column: self.columns.header(Column::Leaves).to_owned(),
                    value: leaves.to_string(),
                    problem: Problem::LeavesBeforeStart,
                });
            }
        }
    }
}
