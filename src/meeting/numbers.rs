//! The numbers that staff look at first: who was invited to a meeting and said what, and whom one that is about to
//! be made would reach.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::standing::Meeting;
use crate::language::HomeLanguage;
use crate::meeting::queries::work as queries;
use crate::roster::{FamilyId, GroupId};
use crate::store::Result;

/// How the families of a meeting's groups answered; each counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// All of them, connected or not.
    pub families: i64,
    /// Say that they come, and have a place.
    pub yes: i64,
    /// Cannot come.
    pub no: i64,
    /// Maybe later.
    pub maybe: i64,
    /// Said nothing yet, in the chat.
    pub silent: i64,
    /// Said nothing and cannot be written to.
    pub not_connected: i64,
    /// Say that they come, and wait for a place.
    pub waiting: i64,
    /// How many people come with those who said yes.
    pub people: i64,
    /// For how many families an interpreter is asked, by language.
    pub interpreters: BTreeMap<HomeLanguage, i64>,
}

/// A family that would be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    pub family: FamilyId,
    pub children: i64,
    pub is_connected: bool,
    pub languages: Vec<HomeLanguage>,
}

/// Whom a meeting of some groups would reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invited {
    /// Families.
    pub families: i64,
    /// Children.
    pub children: i64,
    /// Families who can be written to.
    pub connected: i64,
    /// Families by home language of a carer; one with two languages counts in both.
    pub languages: BTreeMap<HomeLanguage, i64>,
}

/// How a meeting stands, among the families who are there on a day.
///
/// # Errors
/// The database cannot be reached.
pub async fn numbers(read: &mut AnyConnection, meeting: &Meeting, day: Date) -> Result<Numbers> {
    let mut found = Numbers::default();
    for row in queries::said(read, meeting.id, day).await? {
        found.families += 1;
        let waits = row.seat.as_deref().is_some_and(|state| state != "taken");
        let count = match (row.yes > 0, row.no > 0, row.maybe > 0) {
            (true, ..) if waits => &mut found.waiting,
            (true, ..) => &mut found.yes,
            (_, true, _) => &mut found.no,
            (_, _, true) => &mut found.maybe,
            _ if row.connected > 0 => &mut found.silent,
            _ => &mut found.not_connected,
        };
        *count += 1;
        if row.yes > 0 && !waits {
            found.people += row.people.unwrap_or(1);
        }
        if let Some(language) = row.interpreter.as_deref().and_then(HomeLanguage::parse) {
            *found.interpreters.entry(language).or_default() += 1;
        }
    }
    Ok(found)
}

/// Whom a meeting of these groups would reach on a day.
///
/// # Errors
/// The database cannot be reached.
pub async fn would_invite(
    read: &mut AnyConnection,
    groups: &[GroupId],
    day: Date,
) -> Result<Invited> {
    let (mut found, mut counted) = (Invited::default(), BTreeSet::new());
    for group in groups {
        for it in queries::reach(read, *group, day).await? {
            found.children += it.children;
            if !counted.insert(it.family.raw()) {
                continue;
            }
            found.families += 1;
            found.connected += i64::from(it.is_connected);
            for language in it.languages {
                *found.languages.entry(language).or_default() += 1;
            }
        }
    }
    Ok(found)
}
