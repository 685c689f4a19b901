//! The only place that asks the system what time it is.
//!
//! Two different things, never mixed: [`Calendar`] says what day and hour it is (schedules, quiet
//! hours, expiry) and can be turned in a demo or a test; [`Ticker`] only moves forward (pacing,
//! timeouts) and knows nothing of days. Turning the calendar never touches what is in flight.

#[cfg(test)]
pub(crate) mod simulated;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use tokio::sync::watch;

/// The Monday of a day's week.
pub fn monday_of(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(since.days()).unwrap_or(day)
}

/// A moment: milliseconds since 1970-01-01 00:00 UTC, as the database keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// A moment from milliseconds UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment `duration` later; saturates at the end of time.
    #[must_use]
    pub fn after(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis_of(duration)))
    }

    /// The moment `duration` earlier; saturates at the beginning of time.
    #[must_use]
    pub fn before(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis_of(duration)))
    }

    /// Day and wall-clock time in a zone.
    pub fn local(self, zone: &TimeZone) -> DateTime {
        let stamp = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        stamp.to_zoned(zone.clone()).datetime()
    }

    /// The moment of a wall-clock time in a zone. In the hour that a clock change skips the later
    /// reading is taken, in the hour that comes twice the first one.
    pub fn of_local(local: DateTime, zone: &TimeZone) -> Self {
        match zone.to_ambiguous_zoned(local).compatible() {
            Ok(zoned) => Self(zoned.timestamp().as_millisecond()),
            Err(_) => Self(i64::MAX),
        }
    }

    /// The first moment of a local day.
    pub fn start_of(day: Date, zone: &TimeZone) -> Self {
        Self::of_local(day.to_datetime(Time::midnight()), zone)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_millisecond(self.0) {
            Ok(stamp) => write!(f, "{stamp}"),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}

fn millis_of(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// What day and hour it is. Clones share one calendar: turning one turns all.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// `Some`: the calendar stands still at this moment until it is turned.
    stands_at: Option<i64>,
    turned_by: Arc<AtomicI64>,
    /// How often it was turned.
    turns: watch::Sender<u64>,
}

impl Calendar {
    /// The system's calendar.
    pub fn system() -> Self {
        Self { stands_at: None, turned_by: Arc::default(), turns: watch::Sender::default() }
    }

    /// A calendar that stands still, for tests.
    pub fn standing_at(moment: Moment) -> Self {
        Self {
            stands_at: Some(moment.0),
            turned_by: Arc::default(),
            turns: watch::Sender::default(),
        }
    }

    /// The present moment, in whole milliseconds.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
    pub fn now(&self) -> Moment {
        let base = self.stands_at.unwrap_or_else(|| Timestamp::now().as_millisecond());
        Moment(base.saturating_add(self.turned_by.load(Ordering::SeqCst)))
    }

    /// Turns the calendar, forwards or backwards, so that it is `moment` now.
    pub fn turn_to(&self, moment: Moment) {
        let by = moment.0.saturating_sub(self.now().0);
        self.turned_by.fetch_add(by, Ordering::SeqCst);
        self.turns.send_modify(|times| *times += 1);
    }

    /// Tells when the calendar is turned, so that what is due then need not wait for the next look.
    pub fn turns(&self) -> watch::Receiver<u64> {
        self.turns.subscribe()
    }
}

/// A clock that only moves forward: for pacing, timeouts and waiting.
#[derive(Clone, Copy, Debug)]
pub struct Ticker {
    source: Source,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    Started(tokio::time::Instant),
    #[cfg(test)]
    Simulated(&'static simulated::Hands),
}

impl Ticker {
    /// Starts counting now.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
    pub fn start() -> Self {
        Self { source: Source::Started(tokio::time::Instant::now()) }
    }

    /// One whose hands the test moves.
    #[cfg(test)]
    pub(crate) fn simulated() -> (Self, &'static simulated::Hands) {
        let hands: &'static simulated::Hands = Box::leak(Box::default());
        (Self { source: Source::Simulated(hands) }, hands)
    }

    /// Time since the start.
    pub fn elapsed(&self) -> Duration {
        match self.source {
            Source::Started(start) => start.elapsed(),
            #[cfg(test)]
            Source::Simulated(hands) => hands.elapsed(),
        }
    }

    /// Waits until `elapsed()` has reached `tick`; returns at once if it has.
    pub async fn until(&self, tick: Duration) {
        match self.source {
            Source::Started(start) => tokio::time::sleep_until(start + tick).await,
            #[cfg(test)]
            Source::Simulated(hands) => hands.until(tick).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    fn amsterdam() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    #[test]
    fn turning_one_calendar_turns_its_clones() {
        let calendar = Calendar::standing_at(Moment::from_millis(1_000));
        let other = calendar.clone();
        other.turn_to(Moment::from_millis(500));
        assert_eq!(calendar.now(), Moment::from_millis(500));
    }

    #[test]
    fn a_local_time_in_the_skipped_hour_becomes_the_later_one() {
        let skipped = Moment::of_local(datetime(2027, 3, 28, 2, 30, 0, 0), &amsterdam());
        assert_eq!(skipped.local(&amsterdam()), datetime(2027, 3, 28, 3, 30, 0, 0));
    }

    #[test]
    fn a_day_begins_at_local_midnight() {
        let start = Moment::start_of(date(2026, 11, 22), &amsterdam());
        assert_eq!(start.to_string(), "2026-11-21T23:00:00Z");
    }
}
