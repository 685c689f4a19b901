//! Opening a range of moments for talks: days, length, breaks, with whom, at school or at home.

use std::time::Duration;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::MeetingId;
use super::kind::Answering;
use super::news::undo_add;
use super::planning::{MeetingError, moment};
use super::queries::{meetings, slots as queries};
use super::standing::Meeting;
use crate::clock::Moment;
use crate::roster::{Organisation, StaffId};
use crate::store::{self, Store};

/// More moments than this in one go is a mistake.
const MOST: usize = 2_000;

/// A range of moments.
#[derive(Clone, Debug)]
pub struct NewSlots {
    /// With whom; `None`: with the group.
    pub staff: Option<StaffId>,
    /// On which days.
    pub days: Vec<Date>,
    /// From when.
    pub from: Time,
    /// Until when: the last talk ends by then.
    pub until: Time,
    /// How long one takes.
    pub length: Duration,
    /// Between two talks.
    pub pause: Duration,
    /// No talks from one time to another.
    pub breaks: Vec<(Time, Time)>,
    /// At the family's home instead of the school.
    pub at_home: bool,
}

/// Why a range cannot be opened; nothing of it is kept then.
#[derive(Debug, thiserror::Error)]
pub enum SlotsError {
    /// No talk fits into it.
    #[error("no talk fits between {0} and {1}")]
    NoRoom(Time, Time),
    /// Too many at once.
    #[error("more than {MOST} moments")]
    TooMany,
    /// This person has another talk then.
    #[error("taken at {0}")]
    Overlaps(DateTime),
    /// What is wrong with a time, or the meeting has no talks.
    #[error(transparent)]
    Meeting(#[from] MeetingError),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Opens the range, in the caller's transaction, which the caller drops on an error; how many moments.
///
/// # Errors
/// [`SlotsError`] says why not.
pub async fn open_slots(
    store: &Store,
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, new): (&Meeting, &NewSlots),
    now: Moment,
) -> Result<usize, SlotsError> {
    if meeting.kind.base.answering() != Answering::Slots {
        return Err(MeetingError::OtherKind.into());
    }
    if meeting.cancelled_at.is_some() {
        return Err(MeetingError::CalledOff.into());
    }
    let zone = &organisation.time_zone;
    let slots = moments_of(new, zone, now)?;
    let mut opened = Vec::with_capacity(slots.len());
    for (day, starts, ends) in &slots {
        if let Some(staff) = new.staff
            && queries::is_busy(write, staff, (*starts, *ends)).await?
        {
            return Err(SlotsError::Overlaps(starts.local(zone)));
        }
        let slot = (store.new_id(), meeting.id);
        let with = (new.staff, new.at_home);
        queries::insert(write, slot, with, *day, (*starts, *ends)).await?;
        opened.push(slot.0);
    }
    // Who waits is asked first.
    queries::free_new(write, meeting.id, &opened, now).await?;
    Ok(slots.len())
}

/// Keeps how long a talk of a round takes with an interpreter.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn keep_interpreter_minutes(
    write: &mut AnyConnection,
    meeting: MeetingId,
    minutes: i64,
) -> store::Result<()> {
    meetings::keep_interpreter_minutes(write, meeting, minutes).await
}

/// How many moments a range has, and whether they can be opened: before anything is kept. `meeting`: the round that
/// they would join.
///
/// # Errors
/// [`SlotsError`] says why not.
pub async fn would_open(
    read: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, new): (Option<&Meeting>, &NewSlots),
    now: Moment,
) -> Result<usize, SlotsError> {
    let zone = &organisation.time_zone;
    let slots = moments_of(new, zone, now)?;
    for (_, starts, ends) in &slots {
        let times = (*starts, *ends);
        let is_taken = match (new.staff, meeting) {
            (Some(staff), _) => queries::is_busy(read, staff, times).await?,
            (None, Some(meeting)) => queries::is_open_at(read, meeting.id, times).await?,
            (None, None) => false,
        };
        if is_taken {
            return Err(SlotsError::Overlaps(starts.local(zone)));
        }
    }
    Ok(slots.len())
}

/// Takes moments back that were opened between two numbers of the store, and the round with them when it is new; false,
/// and nothing changed, when one of them is somebody's by now or somebody has heard of the new round.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn undo_open(
    write: &mut AnyConnection,
    (meeting, between, is_new): (MeetingId, (i64, i64), bool),
    now: Moment,
) -> Result<bool, MeetingError> {
    if queries::count_gone(write, meeting, between).await? > 0 {
        return Ok(false);
    }
    if is_new && !undo_add(write, meeting, now).await? {
        return Ok(false);
    }
    Ok(queries::withdraw_opened(write, meeting, between, now).await? > 0)
}

pub(super) type Slots = Vec<(Date, Moment, Moment)>;

pub(super) fn moments_of(
    new: &NewSlots,
    zone: &TimeZone,
    now: Moment,
) -> Result<Slots, SlotsError> {
    let mut slots = Slots::new();
    let mut days = new.days.clone();
    days.sort();
    days.dedup();
    for day in days {
        for (from, until) in times_of(new) {
            let starts = day.to_datetime(from);
            let begin = moment(starts, zone)?;
            if begin <= now {
                return Err(MeetingError::Past(starts).into());
            }
            slots.push((day, begin, moment(day.to_datetime(until), zone)?));
            if slots.len() > MOST {
                return Err(SlotsError::TooMany);
            }
        }
    }
    if slots.is_empty() {
        return Err(SlotsError::NoRoom(new.from, new.until));
    }
    Ok(slots)
}

/// The talks of one day, in seconds from midnight: what falls into a break begins after it.
fn times_of(new: &NewSlots) -> Vec<(Time, Time)> {
    let second = |time: Time| {
        i64::from(time.hour()) * 3_600 + i64::from(time.minute()) * 60 + i64::from(time.second())
    };
    let whole = |length: Duration| i64::try_from(length.as_secs()).unwrap_or(i64::MAX);
    let (length, pause) = (whole(new.length), whole(new.pause));
    let mut times = Vec::new();
    if length <= 0 {
        return times;
    }
    let mut at = second(new.from);
    while at.saturating_add(length) <= second(new.until) {
        let meets =
            |(from, until): &&(Time, Time)| second(*from) < at + length && second(*until) > at;
        if let Some((_, until)) = new.breaks.iter().find(meets) {
            at = second(*until);
            continue;
        }
        let time =
            |second: i64| Time::midnight().checked_add(jiff::Span::new().seconds(second)).ok();
        if let Some(both) = time(at).zip(time(at + length)) {
            times.push(both);
        }
        at = at.saturating_add(length).saturating_add(pause);
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn range() -> NewSlots {
        NewSlots {
            staff: None,
            days: vec![date(2026, 12, 1)],
            from: time(15, 0, 0, 0),
            until: time(16, 0, 0, 0),
            length: Duration::from_secs(600),
            pause: Duration::ZERO,
            breaks: Vec::new(),
            at_home: false,
        }
    }

    fn told(range: &NewSlots) -> Vec<String> {
        let short = |(from, until): (Time, Time)| {
            format!(
                "{:02}:{:02}-{:02}:{:02}",
                from.hour(),
                from.minute(),
                until.hour(),
                until.minute()
            )
        };
        times_of(range).into_iter().map(short).collect()
    }

    #[test]
    fn an_hour_has_six_talks_of_ten_minutes_and_four_with_a_pause_of_five() {
        assert_eq!(told(&range()).len(), 6);
        let paused = NewSlots { pause: Duration::from_secs(300), ..range() };
        assert_eq!(told(&paused), ["15:00-15:10", "15:15-15:25", "15:30-15:40", "15:45-15:55"]);
    }

    #[test]
    fn after_a_break_the_talks_begin_at_its_end() {
        let breaks = vec![(time(15, 25, 0, 0), time(15, 35, 0, 0))];
        let broken = NewSlots { breaks, ..range() };
        assert_eq!(told(&broken), ["15:00-15:10", "15:10-15:20", "15:35-15:45", "15:45-15:55"]);
    }

    #[test]
    fn a_range_that_is_too_short_or_has_no_length_has_no_talks() {
        assert!(told(&NewSlots { until: time(15, 5, 0, 0), ..range() }).is_empty());
        assert!(told(&NewSlots { length: Duration::ZERO, ..range() }).is_empty());
        let now = Moment::from_millis(0);
        let none = moments_of(&NewSlots { days: Vec::new(), ..range() }, &TimeZone::UTC, now);
        assert!(matches!(none, Err(SlotsError::NoRoom(..))));
    }

    #[test]
    fn on_the_day_of_a_clock_change_a_skipped_moment_is_refused() {
        let night = NewSlots {
            days: vec![date(2026, 3, 29)],
            from: time(2, 0, 0, 0),
            until: time(3, 0, 0, 0),
            ..range()
        };
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let now = Moment::from_millis(0);
        let refused = moments_of(&night, &zone, now);
        assert!(matches!(refused, Err(SlotsError::Meeting(MeetingError::InGap(_)))));
    }
}
