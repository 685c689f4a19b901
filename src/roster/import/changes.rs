//! A listed roster held against what is known: what is new, what changes, who is missing.
//!
//! A column that the file does not have leaves the record alone; a column it has, empty in all
//! rows of a record, empties the field. A language that the carer confirmed is the carer's.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::columns::Column;
use super::listed::{Listed, ListedCarer, ListedChild, Said};
use super::report::Tally;
use super::rows::{CarerRow, ChildRow, FamilyRow, GroupRow, Known, LocationRow};
use crate::roster::{CarerId, ChildId, FamilyId, GroupId, LocationId, Reading};

/// What an import does to one table.
#[derive(Debug)]
pub struct Side<R> {
    pub new: Vec<R>,
    pub updated: Vec<R>,
    pub tally: Tally,
}

/// What an import does.
#[derive(Debug)]
pub struct Changes {
    pub locations: Side<LocationRow>,
    pub groups: Side<GroupRow>,
    pub families: Side<FamilyRow>,
    pub children: Side<ChildRow>,
    pub carers: Side<CarerRow>,
    pub new_links: Vec<(CarerId, ChildId)>,
    /// Carer and child are both listed, but no longer together.
    pub gone_links: Vec<(CarerId, ChildId)>,
    /// Carers whose own choice of language stands against the file.
    pub languages_kept: usize,
}

impl<R: PartialEq> Side<R> {
    fn new() -> Self {
        Self { new: Vec::new(), updated: Vec::new(), tally: Tally::default() }
    }

    fn settle(&mut self, known: Option<&R>, wanted: R) {
        match known {
            None => {
                self.tally.new += 1;
                self.new.push(wanted);
            }
            Some(known) if *known != wanted => {
                self.tally.updated += 1;
                self.updated.push(wanted);
            }
            Some(_) => self.tally.unchanged += 1,
        }
    }
}

/// Records of one table by key; what was never asked for is missing from the file.
struct ByKey<'k, K, R> {
    rows: HashMap<K, &'k R>,
}

impl<'k, K: Eq + Hash, R> ByKey<'k, K, R> {
    fn new(rows: &'k [R], key: impl Fn(&R) -> K) -> Self {
        Self { rows: rows.iter().map(|row| (key(row), row)).collect() }
    }

    fn take(&mut self, key: &K) -> Option<&'k R> {
        self.rows.remove(key)
    }

    /// The records left over, named and in order.
    fn missing(self, name: impl Fn(&R) -> String) -> Vec<String> {
        let mut names: Vec<String> = self.rows.into_values().map(name).collect();
        names.sort();
        names
    }
}

/// Compares; `new_id` numbers the new records.
pub(super) fn between(known: &Known, listed: &Listed, new_id: impl Fn() -> i64) -> Changes {
    let (locations, location_ids) = locations(known, listed, &new_id);
    let (groups, group_ids) = groups(known, listed, &location_ids, &new_id);
    let (families, family_ids) = families(known, listed, &new_id);
    let (children, child_ids) = children(known, listed, &family_ids, &group_ids, &new_id);
    let (carers, carer_ids, languages_kept) = carers(known, listed, &family_ids, &new_id);
    let wanted: HashSet<(CarerId, ChildId)> =
        listed.links.keys().map(|(carer, child)| (carer_ids[*carer], child_ids[*child])).collect();
    let (carer_set, child_set): (HashSet<_>, HashSet<_>) =
        (carer_ids.into_iter().collect(), child_ids.into_iter().collect());
    let gone = known.links.difference(&wanted).copied();
    let gone = gone.filter(|(carer, child)| carer_set.contains(carer) && child_set.contains(child));
    let gone_links = gone.collect();
    let mut new_links: Vec<_> = wanted.difference(&known.links).copied().collect();
    new_links.sort_unstable();
    Changes { locations, groups, families, children, carers, new_links, gone_links, languages_kept }
}

fn locations(
    known: &Known,
    listed: &Listed,
    new_id: &impl Fn() -> i64,
) -> (Side<LocationRow>, Vec<LocationId>) {
    let mut by_name = ByKey::new(&known.locations, |row| row.name.clone());
    let (mut side, mut ids) = (Side::new(), Vec::new());
    for (name, said) in &listed.locations.records {
        let old = by_name.take(name);
        let mut row = old.cloned().unwrap_or_else(|| LocationRow {
            id: LocationId::from_raw(new_id()),
            name: name.clone(),
            neighbourhood: None,
            phone: None,
        });
        listed.set(Column::Neighbourhood, &said.neighbourhood, &mut row.neighbourhood);
        listed.set(Column::Phone, &said.phone, &mut row.phone);
        ids.push(row.id);
        side.settle(old, row);
    }
    side.tally.missing = by_name.missing(|row| row.name.clone());
    (side, ids)
}

fn groups(
    known: &Known,
    listed: &Listed,
    location_ids: &[LocationId],
    new_id: &impl Fn() -> i64,
) -> (Side<GroupRow>, Vec<GroupId>) {
    let mut by_name = ByKey::new(&known.groups, |row| (row.location, row.name.clone()));
    let (mut side, mut ids) = (Side::new(), Vec::new());
    for ((location, name), ()) in &listed.groups.records {
        let location = location_ids[*location];
        let old = by_name.take(&(location, name.clone()));
        let row = old.cloned().unwrap_or_else(|| GroupRow {
            id: GroupId::from_raw(new_id()),
            location,
            name: name.clone(),
        });
        ids.push(row.id);
        side.settle(old, row);
    }
    let places = names(&known.locations, |row| (row.id, row.name.as_str()));
    side.tally.missing = by_name.missing(|row| under(&places, &row.location, &row.name));
    (side, ids)
}

fn families(
    known: &Known,
    listed: &Listed,
    new_id: &impl Fn() -> i64,
) -> (Side<FamilyRow>, Vec<FamilyId>) {
    let mut by_name = ByKey::new(&known.families, |row| row.name.clone());
    let (mut side, mut ids) = (Side::new(), Vec::new());
    for (name, ()) in &listed.families.records {
        let old = by_name.take(name);
        let row = old
            .cloned()
            .unwrap_or_else(|| FamilyRow { id: FamilyId::from_raw(new_id()), name: name.clone() });
        ids.push(row.id);
        side.settle(old, row);
    }
    side.tally.missing = by_name.missing(|row| row.name.clone());
    (side, ids)
}

fn children(
    known: &Known,
    listed: &Listed,
    family_ids: &[FamilyId],
    group_ids: &[GroupId],
    new_id: &impl Fn() -> i64,
) -> (Side<ChildRow>, Vec<ChildId>) {
    let mut by_name = ByKey::new(&known.children, |row| (row.family, row.name.clone()));
    let (mut side, mut ids) = (Side::new(), Vec::new());
    for ((family, name), said) in &listed.children.records {
        let family = family_ids[*family];
        let old = by_name.take(&(family, name.clone()));
        // Every sound row names a group, so there is one.
        let Some(group) = said.group.value().map(|at| group_ids[at]) else { continue };
        let mut row = old.cloned().unwrap_or_else(|| ChildRow {
            id: ChildId::from_raw(new_id()),
            family,
            group,
            name: name.clone(),
            born: None,
            ve: false,
            starts: None,
            leaves: None,
        });
        row.group = group;
        listed.set_child(said, &mut row);
        ids.push(row.id);
        side.settle(old, row);
    }
    let homes = names(&known.families, |row| (row.id, row.name.as_str()));
    side.tally.missing = by_name.missing(|row| under(&homes, &row.family, &row.name));
    (side, ids)
}

fn carers(
    known: &Known,
    listed: &Listed,
    family_ids: &[FamilyId],
    new_id: &impl Fn() -> i64,
) -> (Side<CarerRow>, Vec<CarerId>, usize) {
    let mut by_name = ByKey::new(&known.carers, |row| (row.family, row.name.clone()));
    let (mut side, mut ids, mut languages_kept) = (Side::new(), Vec::new(), 0);
    for ((family, name), said) in &listed.carers.records {
        let family = family_ids[*family];
        let old = by_name.take(&(family, name.clone()));
        let Some(language) = said.language.value() else { continue };
        let mut row = old.cloned().unwrap_or_else(|| CarerRow {
            id: CarerId::from_raw(new_id()),
            family,
            name: name.clone(),
            household: None,
            language,
            second_language: None,
            reading: Reading::default(),
            interpreter: false,
            language_confirmed: false,
            second_language_confirmed: false,
        });
        languages_kept += usize::from(row.language_confirmed && row.language != language);
        listed.set_carer(said, &mut row);
        ids.push(row.id);
        side.settle(old, row);
    }
    let homes = names(&known.families, |row| (row.id, row.name.as_str()));
    side.tally.missing = by_name.missing(|row| under(&homes, &row.family, &row.name));
    (side, ids, languages_kept)
}

impl Listed {
    fn set<T: PartialEq + Clone>(&self, column: Column, said: &Said<T>, field: &mut Option<T>) {
        if self.columns.has(column) {
            *field = said.value();
        }
    }

    /// As `set`, for a field that always has a value.
    fn set_or_default<T: PartialEq + Clone + Default>(
        &self,
        column: Column,
        said: &Said<T>,
        field: &mut T,
    ) {
        if self.columns.has(column) {
            *field = said.value().unwrap_or_default();
        }
    }

    fn set_child(&self, said: &ListedChild, row: &mut ChildRow) {
        if self.columns.has(Column::Born) {
            row.born = said.born.value().map(|month| month.strftime("%Y-%m").to_string());
        }
        if self.columns.has(Column::Starts) {
            row.starts = said.starts.value().map(|day| day.to_string());
        }
        if self.columns.has(Column::Leaves) {
            row.leaves = said.leaves.value().map(|day| day.to_string());
        }
        self.set_or_default(Column::Ve, &said.ve, &mut row.ve);
    }

    fn set_carer(&self, said: &ListedCarer, row: &mut CarerRow) {
        self.set(Column::Household, &said.household, &mut row.household);
        self.set_or_default(Column::Reading, &said.reading, &mut row.reading);
        self.set_or_default(Column::Interpreter, &said.interpreter, &mut row.interpreter);
        if let Some(language) = said.language.value().filter(|_| !row.language_confirmed) {
            row.language = language;
        }
        if !row.second_language_confirmed {
            self.set(Column::SecondLanguage, &said.second_language, &mut row.second_language);
        }
    }
}

fn names<'k, R, I: Eq + Hash>(
    rows: &'k [R],
    name: impl Fn(&'k R) -> (I, &'k str),
) -> HashMap<I, &'k str> {
    rows.iter().map(name).collect()
}

fn under<I: Eq + Hash>(parents: &HashMap<I, &str>, parent: &I, name: &str) -> String {
    format!("{}/{name}", parents.get(parent).copied().unwrap_or_default())
}
