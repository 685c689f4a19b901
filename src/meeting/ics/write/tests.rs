//! What a calendar program is given.

use super::*;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use crate::meeting::ics::{Busy, read};

const ARABIC: &str =
    "لقاء مع المعلمة: نقرأ معًا كتاب الصور عن الخريف، ونتحدّث عن الطفل؛ أحضروا ملابس دافئة";

fn at(local: &str) -> Zoned {
    local.parse().unwrap()
}

fn meeting(starts: &str, ends: &str) -> Event {
    Event {
        uid: "meeting-7@thuispost".to_owned(),
        sequence: 0,
        stamp: "2026-03-01T09:30:00Z".parse().unwrap(),
        starts: at(starts),
        ends: at(ends),
        summary: "Kennismaken".to_owned(),
        description: String::new(),
        place: String::new(),
        geo: None,
        url: None,
        is_cancelled: false,
        alarm_minutes: None,
    }
}

fn file(events: Vec<Event>) -> String {
    write(&Calendar { name: "De Boomgaard", language: "nl", method: Method::Publish, events })
}

fn one(event: Event) -> String {
    file(vec![event])
}

/// The lines as a reader sees them, without folds.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn back(file: &str, day: Date) -> Vec<Busy> {
    read(file.as_bytes(), &TimeZone::UTC, (day, day)).unwrap()
}

const MORNING: [&str; 2] =
    ["2026-06-01T09:00[Europe/Amsterdam]", "2026-06-01T09:30[Europe/Amsterdam]"];

#[test]
fn a_meeting_says_all_that_is_known_of_it() {
    let event = Event {
        description: "Neem mee:\n- jas; laarzen, tas".to_owned(),
        place: "Dorpsstraat 1".to_owned(),
        geo: Some((52.370_216, -4.895_168)),
        url: Some("https://example.org/a?b=c;d,e".to_owned()),
        alarm_minutes: Some(90),
        sequence: 3,
        ..meeting(MORNING[0], MORNING[1])
    };
    let written = lines(&one(event));
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Thuispost//Meetings//NL",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:De Boomgaard",
        "TZID:Europe/Amsterdam",
        "UID:meeting-7@thuispost",
        "DTSTAMP:20260301T093000Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Amsterdam:20260601T090000",
        "DTEND;TZID=Europe/Amsterdam:20260601T093000",
        "SUMMARY;LANGUAGE=nl:Kennismaken",
        r"DESCRIPTION;LANGUAGE=nl:Neem mee:\n- jas\; laarzen\, tas",
        "LOCATION;LANGUAGE=nl:Dorpsstraat 1",
        "GEO:52.370216;-4.895168",
        "URL:https://example.org/a?b=c;d,e",
        "STATUS:CONFIRMED",
        "TRIGGER:-PT1H30M",
        "END:VCALENDAR",
    ] {
        assert!(written.iter().any(|it| it == line), "{line}\nin {written:#?}");
    }
}

#[test]
fn long_lines_are_folded_between_letters() {
    let summary = ARABIC.repeat(4);
    let file = one(Event { summary: summary.clone(), ..meeting(MORNING[0], MORNING[1]) });
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
    let told = back(&file, date(2026, 6, 1));
    assert_eq!(told[0].title, summary.chars().take(200).collect::<String>());
}

#[test]
fn what_would_break_a_line_stays_within_its_text() {
    let trap = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{7}\\,;:\"\u{85}";
    let event = Event {
        uid: trap.to_owned(),
        summary: trap.to_owned(),
        place: trap.to_owned(),
        url: Some(trap.to_owned()),
        ..meeting(MORNING[0], MORNING[1])
    };
    let calendar =
        Calendar { name: trap, language: trap, method: Method::Publish, events: vec![event] };
    let file = write(&calendar);
    assert_eq!(file.matches("\r\nEND:VEVENT").count(), 1, "{file}");
    let told = back(&file, date(2026, 6, 1));
    assert_eq!(told[0].title, "a\nEND:VEVENT\nBEGIN:VEVENT\\,;:\"");
}

#[test]
fn a_meeting_over_midnight_or_over_a_change_of_the_clock_lasts_as_long_as_it_does() {
    for (starts, ends, minutes) in [
        ("2026-06-01T23:30[Europe/Amsterdam]", "2026-06-02T00:15[Europe/Amsterdam]", 45),
        ("2026-03-29T01:30[Europe/Amsterdam]", "2026-03-29T03:30[Europe/Amsterdam]", 60),
        ("2026-10-25T01:30[Europe/Amsterdam]", "2026-10-25T03:30[Europe/Amsterdam]", 180),
        ("2026-10-25T02:30+02[Europe/Amsterdam]", "2026-10-25T02:30+01[Europe/Amsterdam]", 60),
        ("2026-06-01T23:30[America/Curacao]", "2026-06-02T00:30[America/Curacao]", 60),
        ("2026-12-31T23:30[Pacific/Kiritimati]", "2027-01-01T00:30[Pacific/Kiritimati]", 60),
        ("2026-03-29T09:00[Africa/Casablanca]", "2026-03-29T10:00[Africa/Casablanca]", 60),
        ("2026-06-01T09:00[UTC]", "2026-06-01T10:00[UTC]", 60),
        ("2026-06-01T09:00+05:30[+05:30]", "2026-06-01T10:00+05:30[+05:30]", 60),
    ] {
        let event = meeting(starts, ends);
        let file = one(event.clone());
        let told = back(&file, event.starts.with_time_zone(TimeZone::UTC).date());
        assert_eq!(told[0].starts, event.starts.timestamp(), "{file}");
        assert_eq!(told[0].ends, event.ends.timestamp(), "{file}");
        assert_eq!(told[0].ends.as_second() - told[0].starts.as_second(), minutes * 60, "{file}");
    }
}

#[test]
fn each_zone_is_described_once() {
    let file = file(vec![
        meeting(MORNING[0], MORNING[1]),
        meeting("2027-01-01T09:00[Europe/Amsterdam]", "2027-01-01T10:00[Europe/Amsterdam]"),
        meeting("2026-06-01T09:00[America/Curacao]", "2026-06-01T10:00[America/Curacao]"),
        meeting("2026-06-01T09:00[Pacific/Kiritimati]", "2026-06-01T10:00[Pacific/Kiritimati]"),
        meeting("2026-06-01T09:00[UTC]", "2026-06-01T10:00[UTC]"),
    ]);
    let zones: Vec<_> = lines(&file).into_iter().filter(|it| it.starts_with("TZID:")).collect();
    assert_eq!(zones, ["TZID:America/Curacao", "TZID:Europe/Amsterdam", "TZID:Pacific/Kiritimati"]);
    assert!(lines(&file).contains(&"DTSTART:20260601T090000Z".to_owned()));
}

#[test]
fn a_meeting_that_moved_takes_the_place_of_the_first() {
    let moved = Event {
        sequence: 1,
        ..meeting("2026-06-08T09:00[Europe/Amsterdam]", "2026-06-08T09:30[Europe/Amsterdam]")
    };
    let file = file(vec![moved, meeting(MORNING[0], MORNING[1])]);
    assert_eq!(back(&file, date(2026, 6, 1)), []);
    assert_eq!(back(&file, date(2026, 6, 8)).len(), 1);
}

#[test]
fn a_cancelled_meeting_says_so_and_keeps_nobody() {
    let event = Event { alarm_minutes: Some(10), ..meeting(MORNING[0], MORNING[1]) };
    let one_of_two = one(Event { is_cancelled: true, ..event.clone() });
    let whole = Calendar { name: "", language: "nl", method: Method::Cancel, events: vec![event] };
    for (file, method) in [(one_of_two, "METHOD:PUBLISH"), (write(&whole), "METHOD:CANCEL")] {
        assert!(lines(&file).contains(&method.to_owned()), "{file}");
        assert!(lines(&file).contains(&"STATUS:CANCELLED".to_owned()), "{file}");
        assert!(!file.contains("VALARM"), "{file}");
        assert_eq!(back(&file, date(2026, 6, 1)), []);
    }
}
