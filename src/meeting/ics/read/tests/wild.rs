//! Files as Google, Outlook, Apple and old programs write them, and files that chance made.

use proptest::prelude::*;

use super::*;
use crate::meeting::ics::{Calendar, Event, Method, write};

const OUTLOOK: &str = "\
BEGIN:VTIMEZONE\r\nTZID:Thuis\r\n\
BEGIN:STANDARD\r\nDTSTART:16011028T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n\
TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n\
BEGIN:DAYLIGHT\r\nDTSTART:16010325T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n\
TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

fn at_nine(zone: &str) -> String {
    let event = format!("BEGIN:VEVENT\r\nDTSTART;TZID={zone}:20260701T090000\r\nEND:VEVENT\r\n");
    calendar(&format!("{OUTLOOK}{event}"))
}

#[test]
fn zones_are_known_by_all_their_names() {
    for (zone, start) in [
        ("Europe/Amsterdam", "07-01 09:00"),
        ("europe/amsterdam", "07-01 09:00"),
        ("W. Europe Standard Time", "07-01 09:00"),
        ("\"W. Europe Standard Time\"", "07-01 09:00"),
        ("SA Western Standard Time", "07-01 15:00"),
        ("/freeassociation.sourceforge.net/Europe/Amsterdam", "07-01 09:00"),
        ("/mozilla.org/20050126_1/America/Curacao", "07-01 15:00"),
        ("Thuis", "07-01 09:00"),
        ("UTC", "07-01 11:00"),
        ("", "07-01 09:00"),
    ] {
        assert_eq!(starts(&at_nine(zone)), [start], "{zone}");
    }
}

#[test]
fn a_zone_that_only_the_file_knows_keeps_its_hours_around_the_changes() {
    let zone =
        "BEGIN:VEVENT\nDTSTART;TZID=Thuis:20260327T023000\nRRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT";
    let all = ["03-27 02:30", "03-28 02:30", "03-29 03:30", "03-30 02:30"];
    assert_eq!(starts(&calendar(&format!("{OUTLOOK}{zone}"))), all);
    let winter = zone.replace("20260327", "20261024");
    let told = found(&calendar(&format!("{OUTLOOK}{winter}"))).unwrap();
    assert_eq!(told[1].starts.to_string(), "2026-10-25T00:30:00Z");
    assert_eq!(told[2].starts.to_string(), "2026-10-26T01:30:00Z");
}

#[test]
fn every_windows_zone_of_europe_and_the_islands_is_known() {
    for zone in [
        "GMT Standard Time",
        "Romance Standard Time",
        "Central European Standard Time",
        "Central Europe Standard Time",
        "E. Europe Standard Time",
        "FLE Standard Time",
        "Turkey Standard Time",
        "Morocco Standard Time",
        "SA Eastern Standard Time",
        "Eastern Standard Time",
        "UTC+12",
    ] {
        assert_eq!(starts(&at_nine(zone)).len(), 1, "{zone}");
    }
}

#[test]
fn a_zone_described_badly_is_said_with_its_line() {
    for (from, to) in [
        ("TZOFFSETFROM:+0200", "TZOFFSETFROM:twee"),
        ("TZOFFSETFROM:+0200", "TZOFFSETFROM:+9900"),
        ("DTSTART:16011028T030000", "DTSTART:16011028"),
        ("DTSTART:16011028T030000\r\n", ""),
    ] {
        let file = at_nine("Thuis").replace(from, to);
        assert_eq!(found(&file), Err(Problem::BadZone { line: 4 }), "{to}");
    }
    let absurd = at_nine("Thuis").replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=SECONDLY");
    assert!(matches!(found(&absurd), Err(Problem::TooMany { .. })));
}

#[test]
fn letters_of_every_encoding_are_read() {
    let file = event("DTSTART:20260105\nSUMMARY:Één café");
    let latin: Vec<u8> = file.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let wide = file.encode_utf16().flat_map(u16::to_le_bytes);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    let marked = format!("\u{feff}{file}").into_bytes();
    let folded: Vec<u8> = {
        let bytes = file.as_bytes();
        let at = bytes.windows(2).position(|two| two == "é".as_bytes()).unwrap() + 1;
        [&bytes[..at], b"\r\n ", &bytes[at..]].concat()
    };
    for bytes in [file.as_bytes(), &latin, &wide, &marked, &folded] {
        assert_eq!(read(bytes, &amsterdam(), year()).unwrap()[0].title, "Één café");
    }
}

#[test]
fn folded_lines_and_every_line_end_are_read() {
    let file =
        event("DTSTART;TZID=\"Europe/Am\n sterdam\":2026\n\t0105T090000\nSUMMARY:Ge\n  sprek\\nnu");
    for file in [file.clone(), file.replace('\n', "\r\n"), file.replace("\nSUM", "\n\n\r\nSUM")] {
        let told = found(&file).unwrap();
        assert_eq!(
            (told[0].title.as_str(), starts(&file)[0].as_str()),
            ("Ge sprek\nnu", "01-05 09:00")
        );
    }
    assert_eq!(starts(file.trim_end()).len(), 1);
}

#[test]
fn several_calendars_may_stand_in_one_file() {
    let one = event("DTSTART:20260105T090000Z");
    assert_eq!(starts(&format!("{one}{one}")).len(), 2);
}

/// A file with some of everything.
fn rich() -> String {
    format!(
        "BEGIN:VCALENDAR\nMETHOD:PUBLISH\n{OUTLOOK}BEGIN:VEVENT\nUID:a\nSEQUENCE:1\n\
         DTSTART;TZID=Thuis:20260105T090000\nDTEND;TZID=Thuis:20260105T100000\n\
         RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;BYHOUR=9,14;UNTIL=20261231T000000Z\n\
         EXDATE:20260202T080000Z,20260302T080000Z\nRDATE;VALUE=DATE:20260501\n\
         SUMMARY;LANGUAGE=nl:Eén\\, twee\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\n\
         RECURRENCE-ID;RANGE=THISANDFUTURE:20260601T070000Z\nDTSTART:20260602T070000Z\n\
         DURATION:P1DT2H\nSTATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260427\n\
         RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=30\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

#[test]
fn a_file_with_some_of_everything_is_read() {
    assert_eq!(found(&rich()).unwrap().len(), 20);
}

proptest! {
    #[test]
    fn chance_never_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes, &amsterdam(), year());
        let _ = read(&[b"BEGIN:VCALENDAR\n".as_slice(), &bytes].concat(), &amsterdam(), year());
    }

    #[test]
    fn a_file_that_was_damaged_never_makes_it_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..8),
    ) {
        let mut bytes = rich().into_bytes();
        for (index, byte, how) in changes {
            let at = index.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes[at] = b"0123456789-;:,=TZ\n "[usize::from(byte) % 19],
                2 => { bytes.remove(at); }
                _ => bytes.insert(at, byte),
            }
        }
        let _ = read(&bytes, &amsterdam(), year());
    }

    #[test]
    fn a_damaged_rule_never_makes_it_panic(
        rule in "FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)(;(INTERVAL=[1-9][0-9]{0,9}|COUNT=[0-9]{1,9}|BYDAY=(-?[0-9]{0,5}(MO|SU),){1,3}|BYMONTHDAY=-?[1-9]|BYYEARDAY=-?366|BYWEEKNO=-?53|BYSETPOS=-?[1-9]|BYMONTH=[1-9]|BYHOUR=[0-9]|SKIP=FORWARD|UNTIL=[0-9]{8})){0,4}",
        start in "[0-9]{8}(T[0-2][0-9]0000Z?)?",
    ) {
        let _ = found(&event(&format!("DTSTART:{start}\nRRULE:{rule}")));
    }

    #[test]
    fn what_is_written_is_read_back(
        start in 1_767_222_000_i64..1_798_758_000,
        minutes in 1_i64..3_000,
        zone in prop::sample::select(vec!["Europe/Amsterdam", "America/Curacao", "Pacific/Kiritimati",
            "Africa/Casablanca", "Australia/Lord_Howe", "America/Caracas"]),
        summary in "\\PC{1,80}",
    ) {
        let zone = TimeZone::get(zone).unwrap();
        let at = |second| Timestamp::from_second(second).unwrap().to_zoned(zone.clone());
        let events = vec![Event {
            uid: "1".to_owned(), sequence: 0, stamp: Timestamp::UNIX_EPOCH,
            starts: at(start), ends: at(start + minutes * 60), summary: summary.clone(),
            description: summary.clone(), place: summary.clone(), geo: None, url: None,
            is_cancelled: false, alarm_minutes: Some(minutes),
        }];
        let file = write(&Calendar { name: "x", language: "ar", method: Method::Publish, events });
        let told = read(file.as_bytes(), &amsterdam(), (date(2025, 12, 1), date(2027, 2, 1))).unwrap();
        prop_assert_eq!(told.len(), 1);
        prop_assert_eq!(told[0].starts.as_second(), start);
        prop_assert_eq!(told[0].ends.as_second(), start + minutes * 60);
        prop_assert_eq!(told[0].title.as_str(), summary.trim());
    }
}
