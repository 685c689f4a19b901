//! Calendars of others, from files: which of their days are closed days here, and when families are busy
//! elsewhere.

mod closing;
mod refused;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::ics::{self, Busy, Problem};
use super::queries::calendars as queries;
use crate::clock::Moment;
use crate::language::without_marks;
use crate::roster::{LocationId, OrganisationId};
use crate::store::{Result, Store};

pub use closing::{
    ClosedPeriod, Closing, OnClosedDay, PassedOver, Why, close, closing, on_closed_days,
};
pub use refused::problem_lines;

/// School holidays are known for so many school years, with the one that runs now.
const SCHOOL_YEARS: i16 = 3;
/// The month in which a school year begins.
const AUGUST: i8 = 8;

/// A calendar of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherCalendar {
    /// What staff call it.
    pub name: String,
    /// The site that it is about; `None`: all of them.
    pub location: Option<String>,
    /// When its file was taken in.
    pub imported_at: Moment,
    /// How many events are kept of it.
    pub events: i64,
    /// When the last one ends.
    pub until: Option<Moment>,
}

/// From today to the end of the last school year that holidays are known for.
pub fn school_years(today: Date) -> (Date, Date) {
    let began = if today.month() < AUGUST { today.year() - 1 } else { today.year() };
    (today, date(began.saturating_add(SCHOOL_YEARS).min(9_999), AUGUST - 1, 31))
}

/// Reads a file of the coming school years. An absurd one may take seconds, so it is read beside the others' work.
///
/// # Errors
/// When anything in the file cannot be understood: then nothing of it is taken.
pub async fn read_calendar(
    bytes: Vec<u8>,
    zone: &TimeZone,
    today: Date,
) -> std::result::Result<Vec<Busy>, Problem> {
    let zone = zone.clone();
    let reading =
        tokio::task::spawn_blocking(move || ics::read(&bytes, &zone, school_years(today)));
    match reading.await {
        Ok(read) => read,
        Err(broke) => std::panic::resume_unwind(broke.into_panic()),
    }
}

/// Keeps the events of a calendar under its name, instead of those that were kept before, in the caller's
/// transaction; how many. What keeps nobody from coming is not among them.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn keep_calendar(
    store: &Store,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    (name, location): (&str, Option<LocationId>),
    (events, now): (&[Busy], Moment),
) -> Result<usize> {
    queries::remove(write, organisation, name).await?;
    let id = store.new_id();
    queries::insert(write, id, organisation, (name, location), now).await?;
    let moment = |at: jiff::Timestamp| Moment::from_millis(at.as_millisecond());
    let kept: Vec<queries::NewEvent> = (1..)
        .zip(events.iter().filter(|event| !event.is_free))
        .map(|(number, event)| queries::NewEvent {
            number,
            title: without_marks(&event.title),
            starts: moment(event.starts),
            ends: moment(event.ends),
        })
        .collect();
    queries::insert_events(write, id, &kept).await?;
    Ok(kept.len())
}

/// The calendars of others that are kept, by name.
///
/// # Errors
/// The database cannot be reached.
pub async fn other_calendars(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<OtherCalendar>> {
    queries::all(read, organisation).await
}

/// Forgets a calendar and its events; false when there is none of this name.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn remove_calendar(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    name: &str,
) -> Result<bool> {
    queries::remove(write, organisation, name).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_are_asked_about_until_the_end_of_the_third_school_year() {
        let last = date(2029, 7, 31);
        for today in [date(2026, 8, 1), date(2026, 11, 23), date(2027, 7, 31)] {
            assert_eq!(school_years(today), (today, last));
        }
        assert_eq!(school_years(date(2027, 8, 1)).1, date(2030, 7, 31));
    }
}
