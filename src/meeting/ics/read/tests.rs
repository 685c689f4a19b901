//! Files as the world's programs write them, good and bad.

use super::*;
use jiff::civil::date;
use jiff::tz::TimeZone;

mod repeated;
mod wild;

fn amsterdam() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap()
}

/// The year 2026.
fn year() -> (Date, Date) {
    (date(2026, 1, 1), date(2026, 12, 31))
}

fn calendar(inside: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{}\nEND:VCALENDAR\n", inside.trim())
}

/// A file with one event of these lines. The first of them is the file's line 5.
fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT", lines.trim()))
}

fn found(file: &str) -> Result<Vec<Busy>, Problem> {
    read(file.as_bytes(), &amsterdam(), year())
}

/// When each starts, in Amsterdam, and for how many minutes.
fn times(file: &str) -> Vec<(String, i64)> {
    let told = found(file).unwrap().into_iter().map(|busy| {
        let local = amsterdam().to_datetime(busy.starts);
        (local.strftime("%m-%d %H:%M").to_string(), (busy.ends - busy.starts).get_seconds() / 60)
    });
    told.collect()
}

/// The same without the minutes.
fn starts(file: &str) -> Vec<String> {
    times(file).into_iter().map(|(start, _)| start).collect()
}

#[test]
fn an_event_with_its_zone_is_at_that_moment() {
    let file = event(
        "UID:a\nSUMMARY:Oudergesprek\\, groep 1\\; Ada\nTRANSP:TRANSPARENT\n\
         DTSTART;TZID=America/Curacao:20260105T090000\nDTEND;TZID=America/Curacao:20260105T093000",
    );
    let told = found(&file).unwrap();
    let busy = Busy {
        uid: "a".to_owned(),
        title: "Oudergesprek, groep 1; Ada".to_owned(),
        starts: "2026-01-05T13:00:00Z".parse().unwrap(),
        ends: "2026-01-05T13:30:00Z".parse().unwrap(),
        whole_days: None,
        is_free: true,
    };
    assert_eq!(told, [busy]);
}

#[test]
fn a_holiday_is_whole_days_the_last_one_included() {
    let file = event("UID:h\nDTSTART;VALUE=DATE:20260425\nDTEND;VALUE=DATE:20260504");
    let told = found(&file).unwrap();
    assert_eq!(told[0].whole_days, Some((date(2026, 4, 25), date(2026, 5, 3))));
    assert_eq!(told[0].starts.to_string(), "2026-04-24T22:00:00Z");
    assert_eq!(told[0].ends.to_string(), "2026-05-03T22:00:00Z");
    for lines in ["DTSTART;VALUE=DATE:20260425", "DTSTART:20260425\nDTEND:20260425"] {
        let day = Some((date(2026, 4, 25), date(2026, 4, 25)));
        assert_eq!(found(&event(lines)).unwrap()[0].whole_days, day);
    }
}

#[test]
fn a_length_may_stand_for_the_end() {
    let told = |lines: &str| times(&event(lines)).pop().unwrap();
    assert_eq!(told("DTSTART:20260105T090000Z\nDURATION:PT45M"), ("01-05 10:00".to_owned(), 45));
    assert_eq!(told("DTSTART:20260105T090000"), ("01-05 09:00".to_owned(), 0));
    // A day when the clock is set forward has 23 hours; 24 hours are always 24.
    assert_eq!(told("DTSTART:20260328T120000\nDURATION:P1D").1, 23 * 60);
    assert_eq!(told("DTSTART:20260328T120000\nDURATION:PT24H").1, 24 * 60);
}

#[test]
fn times_in_the_hours_of_a_change_of_the_clock_are_the_later_and_the_first() {
    let told = |text: &str| starts(&event(&format!("DTSTART;TZID=Europe/Amsterdam:{text}")));
    assert_eq!(told("20260329T023000"), ["03-29 03:30"]);
    let twice = found(&event("DTSTART;TZID=Europe/Amsterdam:20261025T023000")).unwrap();
    assert_eq!(twice[0].starts.to_string(), "2026-10-25T00:30:00Z");
}

#[test]
fn only_what_touches_the_window_is_told() {
    let window = (date(2026, 5, 4), date(2026, 5, 5));
    let told = |lines: &str| read(event(lines).as_bytes(), &amsterdam(), window).unwrap().len();
    for (lines, count) in [
        ("DTSTART:20260503T230000\nDTEND:20260504T000000", 0),
        ("DTSTART:20260503T230000\nDTEND:20260504T000001", 1),
        ("DTSTART:20260504T000000", 1),
        ("DTSTART:20260505T235959\nDTEND:20260508T000000", 1),
        ("DTSTART:20260506T000000\nDTEND:20260506T010000", 0),
        ("DTSTART:20260101\nDTEND:20260504", 0),
        ("DTSTART:20260101\nDTEND:20260505", 1),
        ("DTSTART:20260505\nDTEND:20260601", 1),
        ("DTSTART:20260506", 0),
    ] {
        assert_eq!(told(lines), count, "{lines}");
    }
}

#[test]
fn what_is_cancelled_keeps_nobody() {
    assert_eq!(starts(&event("UID:a\nSTATUS:CANCELLED\nDTSTART:20260105T090000Z")).len(), 0);
    let file = calendar("METHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nDTSTART:20260105\nEND:VEVENT");
    assert_eq!(starts(&file).len(), 0);
}

#[test]
fn whatever_is_wrong_is_said_with_its_line_and_nothing_is_taken() {
    let good = "BEGIN:VEVENT\nDTSTART:20260105\nEND:VEVENT\n";
    let bad = |line: usize, value: &str| Problem::BadDate { line, value: value.to_owned() };
    for (lines, problem) in [
        ("DTSTART:gisteren", bad(8, "gisteren")),
        ("DTSTART:20260230T090000Z", bad(8, "20260230T090000Z")),
        ("DTSTART:20260105\nDURATION:-P1D", bad(9, "-P1D")),
        ("DTSTART:20260105\nEXDATE:20260106,x", bad(9, "x")),
        ("SUMMARY:x", Problem::NoStart { line: 7 }),
        ("DTSTART:20260105\nDTEND:20260104", Problem::EndsBeforeStart { line: 9 }),
        ("DTSTART:20260105T0900", bad(8, "20260105T0900")),
        ("X:1\n\nDTSTART:20260105\n  \nRRULE:F", Problem::BadRule { line: 12, value: "F".into() }),
        (
            "DTSTART;TZID=\"Mars/Noord\":20260105T090000",
            Problem::UnknownZone { line: 8, name: "Mars/Noord".to_owned() },
        ),
        ("DTSTART:20260105\nRRULE:FREQ=SECONDLY", Problem::TooMany { line: 9 }),
    ] {
        let text = calendar(&format!("{good}BEGIN:VEVENT\n{lines}\nEND:VEVENT"));
        assert_eq!(found(&text), Err(problem), "{lines}");
    }
    assert_eq!(
        found(&event("DTSTART:20260105\nhet regent")),
        Err(Problem::BrokenLine { line: 6, text: "het regent".to_owned() })
    );
}

#[test]
fn what_is_no_calendar_is_none() {
    for text in ["", "\u{feff}\n", "<!DOCTYPE html>\n<p>Log in:</p>", "BEGIN:VCARD\nEND:VCARD\n"] {
        assert_eq!(found(text), Err(Problem::NotACalendar), "{text}");
    }
    let cut = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260105\n";
    assert_eq!(found(cut), Err(Problem::CutOff { part: "VEVENT".to_owned() }));
    let large = vec![b' '; LARGEST + 1];
    let told = read(&large, &amsterdam(), year());
    assert_eq!(told, Err(Problem::TooLarge));
}

#[test]
fn parts_stand_where_they_belong() {
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(100_000));
    assert!(matches!(found(&deep), Err(Problem::BrokenLine { line: 9, .. })));
    for inside in ["END:VEVENT", "BEGIN:X\nBEGIN:VEVENT", "BEGIN:VCALENDAR", "BEGIN:X\nEND:Y"] {
        assert!(matches!(found(&calendar(inside)), Err(Problem::BrokenLine { .. })), "{inside}");
    }
    assert_eq!(found(&calendar("")), Ok(Vec::new()));
    let alarm = "BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT5M\nSUMMARY:Wekker\nEND:VALARM";
    let told = found(&event(&format!("DTSTART:20260105T090000Z\n{alarm}"))).unwrap();
    assert_eq!((told[0].title.as_str(), told[0].starts), ("", told[0].ends));
}
