//! Times of the day: those that are usual, and those that somebody typed.

use jiff::civil::{Date, Time};

use crate::meeting::Base;

/// Times at which such a meeting usually begins.
pub(super) fn usual(base: Base) -> [Time; 6] {
    let times = match base {
        Base::InformationEvening => [(18, 30), (19, 0), (19, 15), (19, 30), (20, 0), (20, 15)],
        Base::PlayGroup | Base::ParentHelp => {
            [(8, 30), (9, 0), (10, 30), (13, 0), (13, 30), (14, 0)]
        }
        _ => [(8, 15), (8, 30), (8, 45), (9, 0), (11, 15), (13, 30)],
    };
    times.map(|(hour, minute)| Time::constant(hour, minute, 0, 0))
}

/// Ranges in which talks are usually held.
pub(super) fn usual_ranges() -> [(Time, Time); 6] {
    let ranges = [
        ((8, 30), (10, 0)),
        ((12, 0), (13, 30)),
        ((13, 0), (15, 0)),
        ((15, 0), (17, 0)),
        ((16, 0), (18, 0)),
        ((18, 30), (20, 30)),
    ];
    ranges.map(|(from, until)| {
        (Time::constant(from.0, from.1, 0, 0), Time::constant(until.0, until.1, 0, 0))
    })
}

/// A time as a button carries it: "0845".
pub(super) fn word(time: Time) -> String {
    format!("{:02}{:02}", time.hour(), time.minute())
}

/// Reads a time as it stands in a button, or as somebody types it: "8:45", "8.45", "8u45", "08:45", "8 uur", "0845".
pub(super) fn read(text: &str) -> Option<Time> {
    let text = text.trim().trim_end_matches("uur").trim_end_matches("u").trim();
    let is_all_digits = text.chars().all(|c| c.is_ascii_digit());
    let (hour, minute) = match text.split_once([':', '.', 'u', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if is_all_digits && text.len() <= 2 => (text, "0"),
        None if is_all_digits && text.len() == 4 => text.split_at_checked(2)?,
        _ => return None,
    };
    Time::new(hour.trim().parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// A range as a button carries it: "15001700".
pub(super) fn range_word((from, until): (Time, Time)) -> String {
    format!("{}{}", word(from), word(until))
}

/// Reads a range as it stands in a button, or as somebody types it: "15:00-17:00", "15.00 tot 17.00".
pub(super) fn read_range(text: &str) -> Option<(Time, Time)> {
    let text = text.trim();
    let (from, until) = match text.split_once(['-', '–']) {
        Some(both) => both,
        None if text.len() == 8 && text.is_ascii() => text.split_at_checked(4)?,
        None => text.split_once("tot").or_else(|| text.split_once("to"))?,
    };
    let (from, until) = (read(from)?, read(until)?);
    (from < until).then_some((from, until))
}

/// A day as a button carries it: "261203".
pub(super) fn day_word(day: Date) -> String {
    format!("{:02}{:02}{:02}", day.year().rem_euclid(100), day.month(), day.day())
}

/// Reads that word.
pub(super) fn read_day(word: &str) -> Option<Date> {
    let field = |from: usize| word.get(from..from + 2)?.parse::<i8>().ok();
    let year = 2_000 + i16::from(field(0)?);
    Date::new(year, field(2)?, field(4)?).ok().filter(|_| word.len() == 6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for typed in ["8:45", " 08:45", "8.45", "8u45", "8h45", "0845", "8:45 uur", "8.45u"] {
            assert_eq!(read(typed), Some(time(8, 45, 0, 0)), "{typed}");
        }
        assert_eq!(read("9 uur"), Some(time(9, 0, 0, 0)));
        for no_time in ["", "half negen", "25:00", "8:4", "8:75", "84512", "-1:00", "8:45:10"] {
            assert_eq!(read(no_time), None, "{no_time}");
        }
    }

    #[test]
    fn a_range_is_read_as_people_type_it() {
        let both = Some((time(15, 0, 0, 0), time(17, 30, 0, 0)));
        for typed in ["15:00-17:30", "15 – 17.30", "15.00 tot 17.30", "15:00 to 17:30", "15001730"]
        {
            assert_eq!(read_range(typed), both, "{typed}");
        }
        for no_range in ["", "15:00", "17:00-15:00", "morgen-middag", "ééééé"] {
            assert_eq!(read_range(no_range), None, "{no_range}");
        }
    }

    #[test]
    fn what_a_button_carries_comes_back_as_it_was() {
        for base in Base::ALL {
            for time in usual(base) {
                assert_eq!(read(&word(time)), Some(time));
            }
        }
        for range in usual_ranges() {
            assert_eq!(read_range(&range_word(range)), Some(range));
        }
        let day = date(2026, 12, 3);
        assert_eq!(read_day(&day_word(day)), Some(day));
        assert_eq!(read_day("261332"), None);
        assert_eq!(read_day("26120"), None);
    }
}
