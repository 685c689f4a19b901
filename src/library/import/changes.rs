//! A folder held against what is known: what is new, what changes, what is no longer there.

use std::collections::HashMap;

use super::report::Tally;
use crate::library::folder::ProgrammeFolder;
use crate::library::record::{ActivityRecord, BookRecord, ThemeRecord};

/// A record that the database keeps.
#[derive(Clone, Debug)]
pub struct Kept<R> {
    pub id: i64,
    pub withdrawn: bool,
    pub record: R,
}

/// What the database keeps of a programme.
#[derive(Debug, Default)]
pub struct Known {
    /// None: it was never taken in.
    pub id: Option<i64>,
    pub themes: Vec<Kept<ThemeRecord>>,
    pub activities: Vec<Kept<ActivityRecord>>,
    pub books: Vec<Kept<BookRecord>>,
}

/// What an import does to one kind of record.
#[derive(Debug)]
pub struct Side<'f, R> {
    /// With `None` for those that are new.
    pub written: Vec<(Option<i64>, &'f R)>,
    pub withdrawn: Vec<i64>,
    pub tally: Tally,
}

/// What an import does.
#[derive(Debug)]
pub struct Changes<'f> {
    pub themes: Side<'f, ThemeRecord>,
    pub activities: Side<'f, ActivityRecord>,
    pub books: Side<'f, BookRecord>,
}

/// A record with the name by which it is found again.
trait Named {
    fn name(&self) -> String;
}

impl Named for ThemeRecord {
    fn name(&self) -> String {
        self.slug.clone()
    }
}

impl Named for ActivityRecord {
    fn name(&self) -> String {
        format!("{}/{}", self.theme, self.slug)
    }
}

impl Named for BookRecord {
    fn name(&self) -> String {
        self.slug.clone()
    }
}

/// Compares.
pub(super) fn between<'f>(known: &Known, folder: &'f ProgrammeFolder) -> Changes<'f> {
    Changes {
        themes: side(&known.themes, &folder.themes),
        activities: side(&known.activities, &folder.activities),
        books: side(&known.books, &folder.books),
    }
}

fn side<'f, R: Named + PartialEq>(known: &[Kept<R>], wanted: &'f [R]) -> Side<'f, R> {
    let mut by_name: HashMap<String, &Kept<R>> =
        known.iter().map(|kept| (kept.record.name(), kept)).collect();
    let mut side = Side { written: Vec::new(), withdrawn: Vec::new(), tally: Tally::default() };
    for record in wanted {
        match by_name.remove(&record.name()) {
            None => {
                side.tally.new += 1;
                side.written.push((None, record));
            }
            Some(kept) if kept.withdrawn => {
                side.tally.back += 1;
                side.written.push((Some(kept.id), record));
            }
            Some(kept) if kept.record != *record => {
                side.tally.updated += 1;
                side.written.push((Some(kept.id), record));
            }
            Some(_) => side.tally.unchanged += 1,
        }
    }
    let mut gone: Vec<(String, i64)> = by_name
        .into_iter()
        .filter(|(_, kept)| !kept.withdrawn)
        .map(|(name, kept)| (name, kept.id))
        .collect();
    gone.sort();
    (side.tally.withdrawn, side.withdrawn) = gone.into_iter().unzip();
    side
}
