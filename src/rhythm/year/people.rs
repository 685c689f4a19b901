//! Who lives in the year: families, themes and letters, all numbered from 1. What the verdict needs of
//! them is kept here too, so that it asks no database.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rand::Rng;
use rand::rngs::SmallRng;

use super::{BEGINS, Year};
use crate::clock::Moment;

/// Each family has a carer of the same number, half of them another one above it.
pub(super) const FAMILIES: i64 = 40;
pub(super) const GROUPS: i64 = 3;
pub(super) const THEMES: i64 = 4;
pub(super) const BOOKS: i64 = 4;
/// The languages the library was written in.
pub(super) const SPOKEN: [&str; 4] = ["nl", "tr", "ar", "pl"];
/// From and before which month of age each activity of a theme is.
pub(super) const AGES: [(i64, i64); 8] =
    [(24, 48), (24, 72), (30, 72), (24, 36), (36, 72), (24, 72), (24, 72), (40, 60)];
/// The same of every picture book.
pub(super) const BOOK_AGES: (i64, i64) = (24, 60);
/// Holidays and study days: from when, how many.
const CLOSED: [(Date, i64); 4] = [
    (date(2026, 10, 19), 7),
    (date(2026, 12, 21), 14),
    (date(2027, 2, 16), 1),
    (date(2027, 3, 25), 3),
];

#[derive(Clone, Debug)]
pub(super) struct Child {
    /// Since when in which group, the earliest first.
    pub groups: Vec<(Moment, i64)>,
    pub born: Date,
    pub starts: Option<Date>,
    pub leaves: Option<Date>,
    pub is_ve: bool,
}

impl Child {
    pub(super) fn is_here(&self, day: Date) -> bool {
        self.starts.is_none_or(|starts| starts <= day)
            && self.leaves.is_none_or(|leaves| leaves >= day)
    }

    pub(super) fn group(&self, at: Moment) -> i64 {
        self.groups.iter().rfind(|(since, _)| *since <= at).unwrap_or(&self.groups[0]).1
    }

    /// Whole months, by the calendar.
    pub(super) fn months(&self, day: Date) -> i64 {
        i64::from(day.year() - self.born.year()) * 12 + i64::from(day.month() - self.born.month())
    }
}

#[derive(Clone, Debug)]
pub(super) struct Carer {
    pub chat: i64,
    pub language: &'static str,
    /// Confirmed in the chat.
    pub second: Option<&'static str>,
    pub days: Option<&'static str>,
    pub has_consented: bool,
    pub children: Vec<i64>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Roster {
    pub children: BTreeMap<i64, Child>,
    pub carers: BTreeMap<i64, Carer>,
    pub closed: BTreeSet<Date>,
}

pub(super) async fn move_in(year: &mut Year) {
    let mut all = vec![
        "insert into organisations (id, name, time_zone, language, token_env, created_at)
         values (1, 'De Regenboog', 'Europe/Amsterdam', 'nl', 'T', 0)"
            .to_owned(),
        "insert into locations (id, organisation_id, name) values (1, 1, 'De Regenboog')"
            .to_owned(),
        "insert into programmes (id, organisation_id, slug, name, publisher, rights, imported_at)
         values (1, 1, 'p', 'P', 'W', 'MIT', 0)"
            .to_owned(),
    ];
    all.extend((1..=GROUPS).map(|group| {
        format!("insert into groups (id, location_id, name) values ({group}, 1, 'G{group}')")
    }));
    all.extend((1..=THEMES).flat_map(theme_rows));
    all.extend((1..=BOOKS).flat_map(book_rows));
    for family in 1..=FAMILIES {
        all.extend(family_rows(&mut year.roster, &mut year.rng, family));
    }
    for (from, days) in CLOSED {
        for day in (0..days).map(|day| from.checked_add(day.days()).unwrap()) {
            year.roster.closed.insert(day);
            all.push(format!(
                "insert into closed_days (organisation_id, day, name) values (1, '{day}', 'dicht')"
            ));
        }
    }
    year.does(&all).await;
}

/// Texts are made of marks, by which a message tells on a phone what it is: kind, of what, language.
fn theme_rows(theme: i64) -> Vec<String> {
    let mut rows = vec![format!(
        "insert into themes (id, programme_id, slug, position, weeks) values ({theme}, 1, 't{theme}', {theme}, 4)"
    )];
    for tag in SPOKEN {
        rows.push(format!(
            "insert into theme_texts (theme_id, language, title, letter, closing, quality)
             values ({theme}, '{tag}', 'T', 'letter:{theme}:{tag}', 'closing:{theme}:{tag}', 'human')"
        ));
    }
    for (place, (from, to)) in (1..).zip(AGES) {
        let id = theme * 100 + place;
        rows.push(format!(
            "insert into activities (id, theme_id, slug, position, domain, months_from, months_to, minutes)
             values ({id}, {theme}, 'a{place}', {place}, 'motor', {from}, {to}, 5)"
        ));
        for tag in SPOKEN {
            rows.push(format!(
                "insert into activity_texts
                     (activity_id, language, title, why, steps, easier, harder, cheer, thanks)
                 values ({id}, '{tag}', 'activity:{id}:{tag}', 'why:{id}:{tag}', 'do:{id}:{tag}:as_is',
                     'do:{id}:{tag}:easier', 'do:{id}:{tag}:harder', 'cheer:{id}:{tag}', 'thanks')"
            ));
        }
    }
    rows
}

fn book_rows(book: i64) -> Vec<String> {
    let (from, to) = BOOK_AGES;
    let mut rows = vec![format!(
        "insert into picture_books (id, programme_id, slug, position, title, months_from, months_to, link)
         values ({book}, 1, 'b{book}', {book}, 'B', {from}, {to}, 'https://x.test')"
    )];
    rows.extend(SPOKEN.map(|tag| {
        format!(
            "insert into picture_book_texts (book_id, language, title, about, questions, quality)
             values ({book}, '{tag}', 'B', 'book:{book}:{tag}', 'q', 'human')"
        )
    }));
    rows
}

fn family_rows(roster: &mut Roster, rng: &mut SmallRng, family: i64) -> Vec<String> {
    let mut rows = vec![format!(
        "insert into families (id, organisation_id, name) values ({family}, 1, 'F{family}')"
    )];
    let children: Vec<i64> =
        (0..rng.random_range(1..=2)).map(|child| family * 10 + child).collect();
    for id in &children {
        let child = a_child(rng);
        let group = child.groups[0].1;
        let born = child.born.strftime("%Y-%m");
        let ve = i64::from(child.is_ve);
        let (starts, leaves) = (written(child.starts), written(child.leaves));
        rows.push(format!(
            "insert into children (id, family_id, group_id, name, born, starts, leaves, ve)
             values ({id}, {family}, {group}, 'K{id}', '{born}', {starts}, {leaves}, {ve})"
        ));
        roster.children.insert(*id, child);
    }
    let mut carers = vec![family];
    if family % 2 == 0 {
        carers.push(1_000 + family);
    }
    for id in carers {
        let carer = a_carer(rng, family, id, &children);
        let Carer { chat, language, .. } = carer;
        let days = written(carer.days);
        let consented = if carer.has_consented { "1" } else { "null" };
        // Whoever has a second language confirmed it, but for every third.
        let (second, confirmed) = match carer.second {
            Some(second) => (format!("'{second}'"), "1"),
            None if id % 3 == 0 && language == "ti" => ("'nl'".to_owned(), "null"),
            None => ("null".to_owned(), "null"),
        };
        rows.push(format!(
            "insert into carers (id, family_id, name, language, chat_id, linked_at, consented_at, days,
                 second_language, second_language_confirmed_at)
             values ({id}, {family}, 'O{id}', '{language}', {chat}, 1, {consented}, {days}, {second}, {confirmed})"
        ));
        for child in &carer.children {
            rows.push(format!(
                "insert into carer_children (carer_id, child_id) values ({id}, {child})"
            ));
        }
        roster.carers.insert(id, carer);
    }
    rows
}

fn a_child(rng: &mut SmallRng) -> Child {
    let group = rng.random_range(1..=GROUPS);
    let born = BEGINS.checked_sub(rng.random_range(20..66).months()).unwrap().first_of_month();
    let mut some = |chance: f64| {
        let is_so = rng.random_bool(chance);
        is_so.then(|| BEGINS.checked_add(rng.random_range(5..200).days()).unwrap())
    };
    let (starts, leaves) = (some(0.1), some(0.1));
    let is_ve = rng.random_bool(0.5);
    Child { groups: vec![(Moment::from_millis(0), group)], born, starts, leaves, is_ve }
}

fn a_carer(rng: &mut SmallRng, family: i64, id: i64, children: &[i64]) -> Carer {
    let language = ["nl", "tr", "ar", "pl", "ti"][usize::try_from((id + family) % 5).unwrap()];
    let is_second = id > 1_000;
    // Now and then two carers of a family share a telephone, and one has to do with one child only.
    let chat = if is_second && rng.random_bool(0.2) { family } else { id };
    let days = [None, None, None, None, Some("6"), Some("135")][rng.random_range(0..6)];
    let has_consented = !rng.random_bool(0.1);
    let second = (language == "ti" && id % 3 == 1).then_some("tr");
    let few = usize::from(is_second && rng.random_bool(0.3));
    let children = children[..children.len().min(2 - few)].to_vec();
    Carer { chat, language, second, days, has_consented, children }
}

fn written<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map_or("null".to_owned(), |value| format!("'{value}'"))
}
