//! Whom a meeting that is about to be made would reach.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::work as queries;
use crate::language::HomeLanguage;
use crate::roster::{FamilyId, GroupId};
use crate::store::Result;

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
