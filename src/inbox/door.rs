//! The list "speak at the door".

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::FollowUpReason;
use super::queries::door as queries;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{FamilyId, GroupId, OrganisationId};
use crate::store::Result;

/// So many groups are asked for in one statement.
const GROUPS: usize = 500;

/// One reason to speak to a family, as staff read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtTheDoor {
    /// Number of the follow-up.
    pub id: i64,
    /// Why.
    pub reason: FollowUpReason,
    /// Since when.
    pub since: Moment,
    /// Which family.
    pub family: FamilyId,
    /// Its name in the roster.
    pub family_name: String,
    /// The carer to speak to.
    pub carer: String,
    /// The carer's language.
    pub language: HomeLanguage,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// The family's children in the chosen groups.
    pub children: Vec<String>,
    /// The group of the first of them.
    pub group: GroupId,
    /// Its name.
    pub group_name: String,
    /// The location it is at.
    pub location: String,
}

/// Whom to speak to in these groups today, the family with most need first; without groups nobody.
/// Who was not there comes back the next day.
///
/// # Errors
/// The database cannot be reached.
pub async fn speak_at_the_door(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    groups: &[GroupId],
    today: Date,
) -> Result<Vec<AtTheDoor>> {
    let mut found: BTreeMap<i64, AtTheDoor> = BTreeMap::new();
    for chunk in groups.chunks(GROUPS) {
        for row in queries::open_in(read, organisation, chunk, today).await? {
            if !was_not_there(&row, today) {
                put(&mut found, row);
            }
        }
    }
    let mut list: Vec<AtTheDoor> = found.into_values().collect();
    sort(&mut list);
    Ok(list)
}

/// Whether somebody looked for the family this very day.
fn was_not_there(row: &queries::DoorRow, today: Date) -> bool {
    let zone = TimeZone::get(&row.time_zone).unwrap_or(TimeZone::UTC);
    row.noted_at.is_some_and(|at| Moment::from_millis(at).local(&zone).date() >= today)
}

/// A row for each child becomes one entry for each follow-up.
fn put(found: &mut BTreeMap<i64, AtTheDoor>, row: queries::DoorRow) {
    let Some(reason) = FollowUpReason::from_word(&row.reason) else { return };
    let entry = found.entry(row.id).or_insert_with(|| AtTheDoor {
        id: row.id,
        reason,
        since: Moment::from_millis(row.opened_at),
        family: FamilyId::from_raw(row.family_id),
        family_name: row.family,
        carer: row.carer,
        language: HomeLanguage::parse(&row.language).unwrap_or(HomeLanguage::DUTCH),
        interpreter: row.interpreter == 1,
        children: Vec::new(),
        group: GroupId::from_raw(row.group_id),
        group_name: row.group_name,
        location: row.location,
    });
    if !entry.children.contains(&row.child) {
        entry.children.push(row.child);
    }
}

/// Families by their gravest reason, then those with several reasons, then who waits longest; the
/// reasons of one family stay together.
fn sort(list: &mut [AtTheDoor]) {
    let mut need: BTreeMap<FamilyId, (FollowUpReason, usize, Moment)> = BTreeMap::new();
    for entry in list.iter() {
        let known = need.entry(entry.family).or_insert((entry.reason, usize::MAX, entry.since));
        *known = (known.0.min(entry.reason), known.1 - 1, known.2.min(entry.since));
    }
    list.sort_by_key(|it| (need.get(&it.family).copied(), it.family, it.reason, it.id));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(family: i64, reason: FollowUpReason, since: i64) -> AtTheDoor {
        AtTheDoor {
            id: family * 10 + since,
            reason,
            since: Moment::from_millis(since),
            family: FamilyId::from_raw(family),
            family_name: String::new(),
            carer: String::new(),
            language: HomeLanguage::DUTCH,
            interpreter: false,
            children: Vec::new(),
            group: GroupId::from_raw(1),
            group_name: String::new(),
            location: String::new(),
        }
    }

    #[test]
    fn who_asked_comes_first_and_the_reasons_of_one_family_stay_together() {
        use FollowUpReason::{Help, SilentCheckIns, SilentWeeks, Unreachable};
        let mut list = vec![
            entry(1, SilentWeeks, 1),
            entry(2, SilentCheckIns, 5),
            entry(3, SilentWeeks, 4),
            entry(3, SilentCheckIns, 6),
            entry(4, Unreachable, 9),
            entry(2, Help, 8),
        ];
        sort(&mut list);
        let order: Vec<(i64, FollowUpReason)> =
            list.iter().map(|it| (it.family.raw(), it.reason)).collect();
        assert_eq!(
            order,
            [
                (2, Help),
                (2, SilentCheckIns),
                (4, Unreachable),
                (3, SilentWeeks),
                (3, SilentCheckIns),
                (1, SilentWeeks),
            ]
        );
    }
}
