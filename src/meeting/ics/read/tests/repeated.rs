//! Events that repeat.

use super::*;
use crate::meeting::ics::MOST;

const WEEKLY: &str = "UID:a\nSUMMARY:Gym\nDTSTART;TZID=Europe/Amsterdam:20260316T090000\n\
                      DTEND;TZID=Europe/Amsterdam:20260316T100000\nRRULE:FREQ=WEEKLY;COUNT=4";

fn changed(lines: &str) -> String {
    let main = format!("BEGIN:VEVENT\n{WEEKLY}\nEND:VEVENT");
    calendar(&format!("BEGIN:VEVENT\nUID:a\n{lines}\nEND:VEVENT\n{main}"))
}

#[test]
fn a_rule_keeps_the_hour_when_the_clock_changes() {
    let all = ["03-16 09:00", "03-23 09:00", "03-30 09:00", "04-06 09:00"];
    assert_eq!(starts(&event(WEEKLY)), all);
    let utc = WEEKLY.replace(";TZID=Europe/Amsterdam", "").replace("T090000", "T080000Z");
    let utc = utc.replace("T100000", "T090000Z");
    assert_eq!(starts(&event(&utc))[3], "04-06 10:00");
}

#[test]
fn times_are_taken_out_on_whatever_clock_they_are_told() {
    for line in [
        "EXDATE;TZID=Europe/Amsterdam:20260323T090000,20260330T090000",
        "EXDATE:20260323T080000Z\nEXDATE:20260330T070000Z,",
        "EXDATE;TZID=America/Curacao:20260323T040000,20260330T030000",
        "EXDATE;VALUE=DATE:20260323,20260330",
        "EXRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=3\nRDATE;TZID=Europe/Amsterdam:20260316T090000",
    ] {
        let told = starts(&event(&format!("{WEEKLY}\n{line}")));
        assert_eq!(told.last().unwrap(), "04-06 09:00", "{line}");
        assert!(!told.contains(&"03-23 09:00".to_owned()), "{line}");
    }
}

#[test]
fn times_are_added_and_told_once() {
    let more = "RDATE;TZID=Europe/Amsterdam:20260318T090000,20260323T090000";
    let told = starts(&event(&format!("{WEEKLY}\n{more}")));
    assert_eq!(told, ["03-16 09:00", "03-18 09:00", "03-23 09:00", "03-30 09:00", "04-06 09:00"]);
}

#[test]
fn one_time_moves_changes_or_falls_out() {
    let moved = "RECURRENCE-ID:20260323T080000Z\nSUMMARY:Zwemmen\nDTSTART:20260324T120000Z\n\
                 DURATION:PT2H";
    let file = changed(moved);
    let all = ["03-16 09:00", "03-24 13:00", "03-30 09:00", "04-06 09:00"];
    assert_eq!(starts(&file), all);
    let told = found(&file).unwrap();
    assert_eq!((told[1].title.as_str(), told[1].uid.as_str()), ("Zwemmen", "a"));
    let out = changed("RECURRENCE-ID;TZID=Europe/Amsterdam:20260323T090000\nSTATUS:CANCELLED");
    assert_eq!(starts(&out), ["03-16 09:00", "03-30 09:00", "04-06 09:00"]);
}

#[test]
fn all_later_times_move_or_fall_out() {
    let id = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20260323T090000";
    let moved = changed(&format!("{id}\nDTSTART:20260323T100000Z\nDURATION:PT30M"));
    let told = [("03-16 09:00", 60), ("03-23 11:00", 30), ("03-30 11:00", 30), ("04-06 11:00", 30)];
    assert_eq!(times(&moved), told.map(|(start, minutes)| (start.to_owned(), minutes)));
    assert_eq!(starts(&changed(&format!("{id}\nSTATUS:CANCELLED"))), ["03-16 09:00"]);
}

#[test]
fn a_time_that_moved_into_the_window_is_told_and_one_that_moved_out_is_not() {
    let window = (date(2026, 5, 1), date(2026, 5, 31));
    let id = "RECURRENCE-ID;TZID=Europe/Amsterdam:20260323T090000";
    let file = changed(&format!("{id}\nDTSTART:20260506T100000Z"));
    assert_eq!(read(file.as_bytes(), &amsterdam(), window).unwrap().len(), 1);
    assert_eq!(read(file.as_bytes(), &amsterdam(), (window.1, window.1)).unwrap().len(), 0);
}

#[test]
fn a_rule_of_whole_days_has_whole_days() {
    let file = event(
        "DTSTART;VALUE=DATE:20240427\nRRULE:FREQ=YEARLY;UNTIL=20270426T220000Z\nSUMMARY:Koningsdag",
    );
    let told = found(&file).unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].whole_days, Some((date(2026, 4, 27), date(2026, 4, 27))));
    let weekend = "DTSTART;VALUE=DATE:20260102\nDTEND;VALUE=DATE:20260105\n\
                   RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260109";
    let told = found(&event(weekend)).unwrap();
    let days: Vec<_> = told.iter().filter_map(|it| it.whole_days).collect();
    assert_eq!(days[0], (date(2026, 1, 2), date(2026, 1, 4)));
    assert_eq!(days[1], (date(2026, 1, 16), date(2026, 1, 18)));
}

#[test]
fn an_endless_rule_that_began_long_ago_ends_with_the_window() {
    let file = event("DTSTART:19500102T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    assert_eq!(found(&file).unwrap().len(), 261);
}

#[test]
fn an_event_that_began_before_the_window_and_lasts_into_it_is_told() {
    let file = event("DTSTART:20251101T090000Z\nDURATION:P4W\nRRULE:FREQ=MONTHLY;BYMONTHDAY=15,30");
    let window = (date(2026, 1, 1), date(2026, 1, 2));
    assert_eq!(read(file.as_bytes(), &amsterdam(), window).unwrap().len(), 2);
}

#[test]
fn more_than_anybody_can_want_is_too_many() {
    let hourly = "BEGIN:VEVENT\nDTSTART:20260101T000000Z\nRRULE:FREQ=HOURLY\nEND:VEVENT\n";
    assert_eq!(found(&calendar(hourly)).unwrap().len(), 8_759);
    let twice = calendar(&hourly.repeat(2));
    assert_eq!(found(&twice), Err(Problem::TooMany { line: 8 }));
    let single = "BEGIN:VEVENT\nDTSTART:20260105\nEND:VEVENT\n";
    assert_eq!(found(&calendar(&single.repeat(MOST))).unwrap().len(), MOST);
    assert!(matches!(found(&calendar(&single.repeat(MOST + 1))), Err(Problem::TooMany { .. })));
}

#[test]
fn files_made_to_wear_us_out_end_soon() {
    let never = event("DTSTART:00010101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    assert_eq!(found(&never), Ok(Vec::new()));
    for rule in ["FREQ=SECONDLY;BYSETPOS=2", "FREQ=SECONDLY;INTERVAL=3;COUNT=9"] {
        let file = event(&format!("DTSTART:19700101T000000Z\nRRULE:{rule}"));
        assert_eq!(found(&file), Err(Problem::TooMany { line: 6 }), "{rule}");
    }
    let same = "BEGIN:VEVENT\nUID:a\nDTSTART:20260105\nEND:VEVENT\n".repeat(9_000);
    let changed = (1000..9999_u32).map(|number| {
        let year = format!("RECURRENCE-ID:{number}0101\nSTATUS:CANCELLED");
        format!("BEGIN:VEVENT\nUID:a\n{year}\nEND:VEVENT\n")
    });
    let file = calendar(&format!("{same}{}", changed.collect::<String>()));
    assert!(matches!(found(&file), Err(Problem::TooMany { .. })));
}
