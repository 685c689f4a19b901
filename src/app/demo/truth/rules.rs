//! What no phone may ever show, whatever staff do.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::witness::Witness;
use super::{Difference, School};
use crate::app::demo::post::Kind;
use crate::clock::Moment;

/// Programme messages a week, and check-ins that nobody asked for.
const CEILING: usize = 3;
const CHECK_INS: usize = 2;
/// No message comes before or from these hours on.
pub(super) const MORNING: i8 = 8;
pub(super) const EVENING: i8 = 20;

pub(super) fn broken(witness: &Witness, school: &School<'_>) -> Vec<Difference> {
    let mut broken: Vec<String> = Vec::new();
    let mut weeks: BTreeMap<(Date, bool), usize> = BTreeMap::new();
    let mut asked: Vec<Option<i64>> = Vec::new();
    for post in &witness.posts {
        let local = post.at.local(&school.zone);
        let is_check_in = post.kind == Kind::CheckIn;
        // A second question about the same message comes when the carer said so.
        if !(is_check_in && asked.contains(&post.letter)) {
            *weeks.entry((monday_of(post.at, school), is_check_in)).or_default() += 1;
        }
        asked.extend(is_check_in.then_some(post.letter));
        if local.hour() < MORNING || local.hour() >= EVENING {
            broken.push(format!("a message at {local}, in the quiet hours"));
        }
        if witness.left_at().is_some_and(|left| post.at > left) {
            broken.push(format!("a message at {local}, after the stop"));
        }
        if witness.pauses().any(|(from, until)| from < post.at && post.at < until) {
            broken.push(format!("a message at {local}, in the pause"));
        }
        for line in post.name_lines() {
            broken.extend(strangers(witness, line, school));
        }
        if !is_check_in && !school_lines(witness, &post.text) {
            broken.push(format!("a message at {local} of another location"));
        }
    }
    for ((monday, is_check_in), count) in weeks {
        let (most, what) =
            if is_check_in { (CHECK_INS, "check-ins") } else { (CEILING, "programme messages") };
        if count > most {
            broken.push(format!("{count} {what} in the week of {monday}"));
        }
    }
    for other in apart_from(witness, school) {
        if witness.texts.iter().any(|text| words(text).any(|word| word == other)) {
            broken.push(format!("{other} is named, who lives apart"));
        }
    }
    broken.into_iter().map(|what| Difference(format!("{}: {what}", witness.who()))).collect()
}

/// The Monday of a moment's week.
pub(super) fn monday_of(at: Moment, school: &School<'_>) -> Date {
    crate::clock::monday_of(at.local(&school.zone).date())
}

/// Children of others in a line that names children.
pub(super) fn strangers(witness: &Witness, line: &str, school: &School<'_>) -> Vec<String> {
    let is_own = |name: &str| witness.children.iter().any(|row| row.child == name);
    let is_child = |name: &str| school.rows.iter().any(|row| row.child == name);
    // In a check-in the title of the activity stands elsewhere.
    let names = line.split(" · ").next().unwrap_or_default();
    let others = words(names).filter(|word| is_child(word) && !is_own(word));
    others.map(|name| format!("{name} is named, a child of others")).collect()
}

/// The location in the head is one of the carer's own.
fn school_lines(witness: &Witness, text: &str) -> bool {
    let head = text.lines().nth(1).unwrap_or_default();
    head.rsplit(" · ").next().is_some_and(|place| {
        witness.children.iter().any(|row| place.contains(row.location.as_str()))
    })
}

/// Carers of the same family in another household.
fn apart_from<'a>(witness: &'a Witness, school: &'a School<'_>) -> Vec<&'a str> {
    let own = |household: &str| witness.children.iter().any(|row| row.household == household);
    let rows = school.rows.iter();
    let apart = rows.filter(|row| row.family == witness.family_name && !own(&row.household));
    apart.map(|row| row.carer.as_str()).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}
