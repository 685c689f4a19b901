//! Making a meeting: when and where it is, whom it is for, and what is wrong with it, before anybody
//! hears of it.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use sqlx::AnyConnection;

use super::MeetingId;
use super::inviting;
use super::kind::{Answering, Kind, Siblings};
use super::queries::meetings as queries;
use crate::clock::Moment;
use crate::language::{HomeLanguage, Phrasebook};
use crate::mailing::{Gap, Missing};
use crate::rhythm::Audience;
use crate::roster::{GroupId, LocationId, Organisation};
use crate::store::{self, Store};

/// The longest that one time may last: a night away with the children.
const LONGEST_HOURS: i64 = 48;
/// More times than this is no series but a mistake.
const MOST_TIMES: usize = 60;

/// A meeting that is to be made.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// What it is.
    pub kind: Kind,
    /// Where.
    pub location: LocationId,
    /// The families of which groups.
    pub groups: Vec<GroupId>,
    /// All of them, or those of children with a VE indication.
    pub audience: Audience,
    /// The room or the address, as carers read it; `None`: the location itself.
    pub place: Option<String>,
    /// Whether brothers and sisters may come.
    pub siblings: Option<Siblings>,
    /// For so many families; so many helpers.
    pub capacity: Option<i64>,
    /// How many minutes a talk takes with an interpreter, when that is longer.
    pub interpreter_minutes: Option<i64>,
    /// The picture above the invitation, which is kept already.
    pub picture: Option<String>,
    /// A line of one's own, by language.
    pub lines: BTreeMap<HomeLanguage, String>,
    /// What to do for who has no line in their language.
    pub missing: Missing,
    /// When the invitation leaves; `None`: nobody is invited in the chat.
    pub invite_at: Option<Moment>,
    /// When it begins and ends, at the organisation's clock; none for a round of talks.
    pub times: Vec<(DateTime, DateTime)>,
}

/// Why a meeting cannot be made or moved; nothing of it is kept then.
#[derive(Debug, thiserror::Error)]
pub enum MeetingError {
    /// No group was named.
    #[error("no group was named")]
    NoGroup,
    /// It says not when.
    #[error("it does not say when")]
    NoTime,
    /// It begins in the past.
    #[error("{0} is over")]
    Past(DateTime),
    /// It ends before it begins.
    #[error("it ends at {1}, before it begins at {0}")]
    EndsBefore(DateTime, DateTime),
    /// It lasts longer than any meeting does.
    #[error("it lasts from {0} to {1}")]
    TooLong(DateTime, DateTime),
    /// The clock jumps over this time.
    #[error("{0} does not exist: the clock is put forward then")]
    InGap(DateTime),
    /// Two of its times meet each other.
    #[error("it would be twice at {0}")]
    Overlaps(DateTime),
    /// More times than a series has.
    #[error("more than {MOST_TIMES} times")]
    TooOften,
    /// A talk has slots, and another meeting has none.
    #[error("this kind has other times")]
    OtherKind,
    /// It was called off.
    #[error("it was called off")]
    CalledOff,
    /// It has begun or is over.
    #[error("it has begun")]
    Begun,
    /// These languages have no line of one's own, and the sender did not choose what to do.
    #[error("lines are missing")]
    Missing(Vec<Gap>),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// A meeting that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its number.
    pub id: MeetingId,
    /// Languages without a line, when the sender chose to go on.
    pub gaps: Vec<Gap>,
}

/// Begin and end as moments, in order of time.
pub(super) type Times = Vec<(Moment, Moment)>;

/// Makes a meeting with its invitation, in the caller's transaction, which the caller drops on an error.
///
/// # Errors
/// [`MeetingError`] says why it is not made.
pub async fn add(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    new: &NewMeeting,
    (by, now): (&str, Moment),
) -> Result<Made, MeetingError> {
    if new.groups.is_empty() {
        return Err(MeetingError::NoGroup);
    }
    let has_slots = new.kind.base.answering() == Answering::Slots;
    let times = match (has_slots, new.times.is_empty()) {
        (true, true) => Times::new(),
        (true, false) => return Err(MeetingError::OtherKind),
        (false, true) => return Err(MeetingError::NoTime),
        (false, false) => checked(&new.times, &organisation.time_zone, now)?,
    };
    let id = MeetingId::from_raw(store.new_id());
    queries::insert(write, organisation.id, id, new, (by, now)).await?;
    for group in &new.groups {
        queries::add_group(write, id, *group).await?;
    }
    for (language, line) in &new.lines {
        queries::keep_line(write, id, *language, line).await?;
    }
    for (number, (starts, ends)) in (1..).zip(times) {
        let day = starts.local(&organisation.time_zone).date();
        queries::insert_session(write, store.new_id(), (id, number), day, (starts, ends)).await?;
    }
    // A round of talks is told when its moments are there.
    let gaps = match new.invite_at {
        Some(at) if !has_slots => {
            let invited = (id, new.missing);
            inviting::invite((store, phrases), write, organisation, invited, (at, now)).await?.1
        }
        _ => Vec::new(),
    };
    if new.missing == Missing::Refuse && !gaps.is_empty() {
        return Err(MeetingError::Missing(gaps));
    }
    Ok(Made { id, gaps })
}

/// The times as moments, in order; or what is wrong with the first one that is.
pub(super) fn checked(
    times: &[(DateTime, DateTime)],
    zone: &TimeZone,
    now: Moment,
) -> Result<Times, MeetingError> {
    if times.len() > MOST_TIMES {
        return Err(MeetingError::TooOften);
    }
    let mut moments = Times::with_capacity(times.len());
    for &(starts, ends) in times {
        let begin = moment(starts, zone)?;
        if begin <= now {
            return Err(MeetingError::Past(starts));
        }
        let end = moment(ends, zone)?;
        if end <= begin {
            return Err(MeetingError::EndsBefore(starts, ends));
        }
        if end.millis() - begin.millis() > LONGEST_HOURS * 3_600_000 {
            return Err(MeetingError::TooLong(starts, ends));
        }
        moments.push((begin, end));
    }
    moments.sort();
    let meet = moments.windows(2).find(|pair| matches!(pair, [a, b] if b.0 < a.1));
    match meet {
        Some([_, (again, _)]) => Err(MeetingError::Overlaps(again.local(zone))),
        _ => Ok(moments),
    }
}

/// The moment of a wall-clock time that exists; in the hour that comes twice, the first one.
pub(super) fn moment(local: DateTime, zone: &TimeZone) -> Result<Moment, MeetingError> {
    match zone.to_ambiguous_zoned(local).offset() {
        AmbiguousOffset::Gap { .. } => Err(MeetingError::InGap(local)),
        _ => Ok(Moment::of_local(local, zone)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    fn amsterdam() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    fn check(times: &[(DateTime, DateTime)]) -> Result<Times, MeetingError> {
        let now = Moment::of_local(datetime(2026, 3, 1, 12, 0, 0, 0), &amsterdam());
        checked(times, &amsterdam(), now)
    }

    fn at(day: i8, hour: i8, minute: i8) -> DateTime {
        datetime(2026, 3, day, hour, minute, 0, 0)
    }

    #[test]
    fn a_time_that_the_clock_skips_is_refused_and_one_that_comes_twice_is_the_first() {
        let skipped = check(&[(at(29, 2, 30), at(29, 4, 0))]);
        assert!(matches!(skipped, Err(MeetingError::InGap(when)) if when == at(29, 2, 30)));
        let twice = datetime(2026, 10, 25, 2, 30, 0, 0);
        let moments = check(&[(twice, datetime(2026, 10, 25, 4, 0, 0, 0))]).unwrap();
        assert_eq!(moments[0].0.to_string(), "2026-10-25T00:30:00Z");
        assert_eq!(
            moments[0].1.millis() - moments[0].0.millis(),
            9_000_000,
            "two hours and a half"
        );
    }

    #[test]
    fn past_backward_endless_and_overlapping_times_are_refused() {
        let first = (at(10, 8, 30), at(10, 9, 30));
        assert!(matches!(check(&[(at(1, 9, 0), at(1, 10, 0))]), Err(MeetingError::Past(_))));
        assert!(matches!(check(&[(first.1, first.0)]), Err(MeetingError::EndsBefore(..))));
        assert!(matches!(check(&[(first.0, at(13, 9, 0))]), Err(MeetingError::TooLong(..))));
        let again = (at(10, 9, 0), at(10, 10, 0));
        assert!(
            matches!(check(&[again, first]), Err(MeetingError::Overlaps(when)) if when == again.0)
        );
        assert!(matches!(check(&vec![first; 61]), Err(MeetingError::TooOften)));
    }

    #[test]
    fn a_meeting_over_midnight_and_over_a_clock_change_has_its_true_length() {
        let night = check(&[(at(28, 22, 0), at(29, 4, 0))]).unwrap();
        assert_eq!(night[0].1.millis() - night[0].0.millis(), 5 * 3_600_000);
    }
}
