//! One week of a few groups in three numbers, four when there was a meeting, for staff with a child on one arm.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::week::InWeek;
use super::{Period, queries};
use crate::clock::{Moment, monday_of};
use crate::inbox;
use crate::roster::{FamilyId, GroupId, Organisation};
use crate::store::Result;

/// So many groups are asked for in one statement.
const GROUPS: usize = 500;

/// A week in families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// With a child in the groups on at least one day of the week.
    pub families: u64,
    /// To whom a message of the week came, of whatever kind but check-ins; or a printed copy was
    /// handed over in it.
    pub reached: u64,
    /// Who was asked in the week how it went: most weeks nobody before Friday, and that is no "no".
    pub asked: u64,
    /// Who answered "worked" or "a bit" in the week, or whom staff saw do it.
    pub did_at_home: u64,
    /// For whom there was a meeting in the week that has begun, or who came to one: in a week without, nobody.
    pub met: u64,
    /// Who came to a meeting of the week.
    pub took_part: u64,
    /// On the list "speak at the door" today.
    pub to_speak_to: u64,
}

/// The days from Monday to Sunday that hold `today`.
pub fn week_of(today: Date) -> Period {
    let monday = monday_of(today);
    let sunday = monday.checked_add(6.days()).unwrap_or(today);
    Period::new(monday, sunday).unwrap_or_else(|_| Period::day(today))
}

/// The week that holds this moment, in these groups; a family with children in several counts once.
///
/// # Errors
/// The database cannot be reached.
pub async fn week(
    read: &mut AnyConnection,
    organisation: &Organisation,
    groups: &[GroupId],
    now: Moment,
) -> Result<Week> {
    let (id, zone) = (organisation.id, &organisation.time_zone);
    let today = now.local(zone).date();
    let mut known: BTreeMap<FamilyId, InWeek> = BTreeMap::new();
    for chunk in groups.chunks(GROUPS) {
        for it in queries::week::families(read, id, zone, (week_of(today), now), chunk).await? {
            known.insert(it.family, it);
        }
    }
    let door = inbox::speak_at_the_door(read, id, groups, today).await?;
    let to_speak_to: BTreeSet<FamilyId> = door.iter().map(|it| it.family).collect();
    let count = |is: fn(&InWeek) -> bool| {
        u64::try_from(known.values().filter(|it| is(it)).count()).unwrap_or(u64::MAX)
    };
    Ok(Week {
        families: count(|_| true),
        reached: count(|it| it.reached),
        asked: count(|it| it.asked),
        did_at_home: count(|it| it.did_at_home),
        met: count(|it| it.had_meeting || it.took_part),
        took_part: count(|it| it.took_part),
        to_speak_to: u64::try_from(to_speak_to.len()).unwrap_or(u64::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_is_from_monday_to_sunday() {
        let week = Period::new(date(2026, 10, 19), date(2026, 10, 25)).unwrap();
        assert_eq!(week_of(date(2026, 10, 19)), week);
        assert_eq!(week_of(date(2026, 10, 25)), week);
        assert_ne!(week_of(date(2026, 10, 26)), week);
    }
}
