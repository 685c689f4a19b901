//! Days, moments and lengths of time as a calendar file writes them.

use ical::recur::IcalRecurDateTime;
use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::lines::Line;
use super::problem::Problem;

/// A point in time, before it is known which clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// A whole day.
    Day(Date),
    /// What a clock shows somewhere.
    Local(DateTime),
    /// What a clock at UTC shows.
    Utc(DateTime),
}

/// Reads `20260105`, `20260105T090000` and `20260105T090000Z`.
pub(super) fn point(line: &Line, text: &str) -> Result<Written, Problem> {
    let text = text.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time.strip_suffix('Z').unwrap_or(time))),
        None => (text, None),
    };
    let is_whole = date.len() == 8 && time.is_none_or(|time| time.len() == 6);
    if !is_whole || digits.len() != 8 + time.map_or(0, str::len) {
        return Err(line.bad_date(text));
    }
    let read = |_| line.bad_date(text);
    match time {
        None => Ok(Written::Day(date.parse().map_err(read)?)),
        Some(time) => {
            let local = format!("{date}T{time}").parse().map_err(read)?;
            Ok(if text.ends_with('Z') { Written::Utc(local) } else { Written::Local(local) })
        }
    }
}

/// Reads `P1D`, `PT1H30M`, `P2W`; a length that goes back is none.
pub(super) fn length(line: &Line, text: &str) -> Result<Span, Problem> {
    let span: Span = text.trim().parse().map_err(|_| line.bad_date(text))?;
    let is_known = text.trim().trim_start_matches('+').starts_with('P')
        && span.get_years() == 0
        && span.get_months() == 0;
    if is_known && !span.is_negative() { Ok(span) } else { Err(line.bad_date(text)) }
}

/// A local time for the crate `ical`.
pub(super) fn to_recur(local: DateTime) -> IcalRecurDateTime {
    let small = |number: i8| u8::try_from(number).unwrap_or_default();
    IcalRecurDateTime {
        year: local.year().into(),
        month: small(local.month()),
        day: small(local.day()),
        hour: small(local.hour()),
        minute: small(local.minute()),
        second: small(local.second()),
    }
}

/// A local time from the crate `ical`, if it is one.
pub(super) fn from_recur(local: IcalRecurDateTime) -> Option<DateTime> {
    let small = |number: u8| i8::try_from(number).ok();
    DateTime::new(
        i16::try_from(local.year).ok()?,
        small(local.month)?,
        small(local.day)?,
        small(local.hour)?,
        small(local.minute)?,
        small(local.second.min(59))?,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::{date, datetime};

    fn read(text: &str) -> Option<Written> {
        point(&Line::default(), text).ok()
    }

    #[test]
    fn the_three_ways_to_write_a_point_in_time_are_read() {
        let nine = datetime(2026, 1, 5, 9, 0, 0, 0);
        assert_eq!(read("20260105"), Some(Written::Day(date(2026, 1, 5))));
        assert_eq!(read("20260105T090000"), Some(Written::Local(nine)));
        assert_eq!(read("20260105T090000Z"), Some(Written::Utc(nine)));
    }

    #[test]
    fn what_is_no_point_in_time_is_none() {
        let wrong = ["", "T", "Z", "2026-01-05", "20260230", "20260105T250000", "20260105T0900"];
        for text in wrong.into_iter().chain(["20260105Z", "+0260105", "2026010٥", "TT", "P1D"]) {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_are_read_and_never_go_back() {
        let read = |text| length(&Line::default(), text).ok().map(Span::fieldwise);
        assert_eq!(read("P1DT2H"), Some(1.day().hours(2).fieldwise()));
        assert_eq!(read("P2W"), Some(2.weeks().fieldwise()));
        assert_eq!(read("+PT90M"), Some(90.minutes().fieldwise()));
        for text in ["-PT15M", "P1Y", "P1M", "1 hour", "", "P"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn local_times_survive_the_way_to_the_crate_and_back() {
        for local in [DateTime::MIN, datetime(2026, 2, 28, 23, 59, 59, 0)] {
            assert_eq!(from_recur(to_recur(local)), Some(local));
        }
    }
}
