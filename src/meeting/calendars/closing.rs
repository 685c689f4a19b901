//! Which days of a foreign calendar are closed days here: holidays, study days.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::language::without_marks;
use crate::meeting::ics::Busy;
use crate::meeting::kind::{Kind, kinds};
use crate::meeting::queries::calendars as queries;
use crate::rhythm;
use crate::roster::OrganisationId;
use crate::store::Result;

/// The summer holiday has six weeks. What lasts longer than this is no holiday but a school year or a term.
const LONGEST: i32 = 70;
/// Some programs write the end of a day so.
const LAST_MINUTE: Time = Time::constant(23, 59, 0, 0);

/// Days that follow each other and are closed for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedPeriod {
    /// The first of them.
    pub first: Date,
    /// The last of them.
    pub last: Date,
    /// Why.
    pub name: String,
}

/// Why an event closes no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It fills no day from beginning to end.
    PartOfADay,
    /// It lasts longer than any holiday.
    TooLong,
}

/// An event that closes no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Its title.
    pub title: String,
    /// When it begins.
    pub starts: DateTime,
    /// Why.
    pub why: Why,
}

/// What the events of a file make of the days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Closed days, in order.
    pub periods: Vec<ClosedPeriod>,
    /// The other events.
    pub passed_over: Vec<PassedOver>,
}

/// A meeting, or talks, on a day that is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnClosedDay {
    /// What it is.
    pub kind: Kind,
    /// At which site.
    pub location: String,
    /// When it begins.
    pub starts: Moment,
    /// What the day is called.
    pub name: String,
}

/// The days that events fill from midnight to midnight, from `first` to `last`. Of several reasons for one day the
/// event that begins first tells it; `unnamed` is what an event without a title is called.
pub fn closing(
    events: &[Busy],
    zone: &TimeZone,
    (first, last): (Date, Date),
    unnamed: &str,
) -> Closing {
    let mut days: BTreeMap<Date, String> = BTreeMap::new();
    let mut closing = Closing::default();
    for event in events {
        let title = without_marks(&event.title).trim().to_owned();
        let title = if title.is_empty() { unnamed.to_owned() } else { title };
        match whole_days(event, zone) {
            Ok((from, to)) => {
                let all = from.max(first).series(jiff::Span::new().days(1));
                for day in all.take_while(|day| *day <= to.min(last)) {
                    days.entry(day).or_insert_with(|| title.clone());
                }
            }
            Err(why) => {
                let starts = event.starts.to_zoned(zone.clone()).datetime();
                closing.passed_over.push(PassedOver { title, starts, why });
            }
        }
    }
    for (day, name) in days {
        match closing.periods.last_mut() {
            Some(period) if period.name == name && period.last.tomorrow().ok() == Some(day) => {
                period.last = day;
            }
            _ => closing.periods.push(ClosedPeriod { first: day, last: day, name }),
        }
    }
    closing
}

/// The first and the last day that it fills.
fn whole_days(event: &Busy, zone: &TimeZone) -> std::result::Result<(Date, Date), Why> {
    let (first, last) = event.whole_days.or_else(|| filled(event, zone)).ok_or(Why::PartOfADay)?;
    let length = first.until(last).map_or(i32::MAX, |span| span.get_days());
    if length >= LONGEST { Err(Why::TooLong) } else { Ok((first, last)) }
}

fn filled(event: &Busy, zone: &TimeZone) -> Option<(Date, Date)> {
    let local = |at: jiff::Timestamp| at.to_zoned(zone.clone()).datetime();
    let (starts, ends) = (local(event.starts), local(event.ends));
    let first = match starts.time() == Time::midnight() {
        true => starts.date(),
        false => starts.date().tomorrow().ok()?,
    };
    let last = match ends.time() >= LAST_MINUTE {
        true => ends.date(),
        false => ends.date().yesterday().ok()?,
    };
    (first <= last).then_some((first, last))
}

/// Closes these days, in the caller's transaction; how many they are.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn close(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    periods: &[ClosedPeriod],
) -> Result<i64> {
    let mut count = 0;
    for period in periods {
        let days = (period.first, period.last);
        count += rhythm::close_days(write, organisation, days, &period.name).await?;
    }
    Ok(count)
}

/// Meetings and talks to come on days that are closed, by time; a round of talks once a day.
///
/// # Errors
/// The database cannot be reached.
pub async fn on_closed_days(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    now: Moment,
) -> Result<Vec<OnClosedDay>> {
    let rows = queries::on_closed_days(read, organisation, now).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let kinds = kinds(read, organisation).await?;
    let found = rows.into_iter().filter_map(|row| {
        let kind = kinds.iter().find(|kind| kind.slug == row.kind)?.clone();
        let starts = Moment::from_millis(row.starts_at);
        Some(OnClosedDay { kind, location: row.location, starts, name: row.name })
    });
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn amsterdam() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    fn event(title: &str, starts: &str, ends: &str) -> Busy {
        let moment = |text: &str| {
            let local: DateTime = text.parse().unwrap();
            local.to_zoned(amsterdam()).unwrap().timestamp()
        };
        Busy {
            uid: String::new(),
            title: title.to_owned(),
            starts: moment(starts),
            ends: moment(ends),
            whole_days: None,
            is_free: false,
        }
    }

    fn whole(title: &str, first: Date, last: Date) -> Busy {
        let [starts, ends] = [first, last.tomorrow().unwrap()].map(|day| day.to_string());
        Busy { whole_days: Some((first, last)), ..event(title, &starts, &ends) }
    }

    fn found(events: &[Busy]) -> Closing {
        closing(events, &amsterdam(), (date(2026, 11, 23), date(2029, 7, 31)), "(geen titel)")
    }

    fn told(closing: &Closing) -> Vec<String> {
        let line = |it: &ClosedPeriod| format!("{} {} {}", it.first, it.last, it.name);
        closing.periods.iter().map(line).collect()
    }

    #[test]
    fn whole_days_close_and_a_tea_does_not() {
        let christmas = whole("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3));
        let tea = event("Thee", "2026-12-10T10:00", "2026-12-10T11:00");
        let closing = found(&[christmas, tea]);
        assert_eq!(told(&closing), ["2026-12-19 2027-01-03 Kerstvakantie"]);
        assert_eq!(closing.passed_over.len(), 1);
        assert_eq!(closing.passed_over[0].why, Why::PartOfADay);
        assert_eq!(closing.passed_over[0].starts.to_string(), "2026-12-10T10:00:00");
    }

    #[test]
    fn an_event_with_hours_closes_the_days_that_it_fills() {
        let until_midnight = event("Studiedag", "2026-12-01T00:00", "2026-12-02T00:00");
        let almost = event("Studiedag", "2026-12-08T00:00", "2026-12-08T23:59");
        let weekend = event("Weekend", "2026-12-11T15:00", "2026-12-14T08:30");
        let party = event("Feest", "2026-12-18T20:00", "2026-12-19T01:00");
        let closing = found(&[until_midnight, almost, weekend, party]);
        let days = [
            "2026-12-01 2026-12-01 Studiedag",
            "2026-12-08 2026-12-08 Studiedag",
            "2026-12-12 2026-12-13 Weekend",
        ];
        assert_eq!(told(&closing), days);
        assert_eq!(closing.passed_over.len(), 1, "a party until after midnight closes nothing");
    }

    #[test]
    fn the_days_of_clock_changes_are_whole_days_too() {
        let spring = event("Studiedag", "2027-03-28T00:00", "2027-03-29T00:00");
        let autumn = event("Studiedag", "2027-10-31T00:00", "2027-11-01T00:00");
        let days = ["2027-03-28 2027-03-28 Studiedag", "2027-10-31 2027-10-31 Studiedag"];
        assert_eq!(told(&found(&[spring, autumn])), days);
    }

    #[test]
    fn what_began_before_today_is_closed_from_today_on_and_one_day_has_one_name() {
        let autumn = whole("", date(2026, 11, 20), date(2026, 11, 24));
        let study = whole("Studiedag", date(2026, 11, 24), date(2026, 11, 25));
        let closing = found(&[autumn, study]);
        let days = ["2026-11-23 2026-11-24 (geen titel)", "2026-11-25 2026-11-25 Studiedag"];
        assert_eq!(told(&closing), days);
    }

    #[test]
    fn a_whole_school_year_is_no_holiday() {
        let year = whole("Schooljaar 2027-2028", date(2027, 8, 1), date(2028, 7, 31));
        let closing = found(&[year]);
        assert!(closing.periods.is_empty());
        assert_eq!(closing.passed_over[0].why, Why::TooLong);
    }
}
