//! What a parent keeps of a meeting: an entry for the calendar, and the place on the map.

use std::time::Duration;

use jiff::civil::datetime;
use jiff::tz::TimeZone;
use thuispost::clock::{Calendar, Moment};
use thuispost::meeting::{self, Base, MeetingId};
use thuispost::sandbox::{Document, Options};

use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

#[tokio::test]
async fn a_parent_puts_a_meeting_into_her_calendar_and_its_move_changes_that_same_entry() {
    let (school, id) = ewa_comes().await;
    school.presses("Ewa", "i.c.").await;
    let entry = newest_file(&school);
    assert!(entry.name.ends_with(".ics"), "{}", entry.name);
    assert_eq!(entry.media_type, meeting::CALENDAR_TYPE);
    assert_eq!(line(&entry, "DTSTART;"), "DTSTART;TZID=Europe/Amsterdam:20261203T083000");
    assert_eq!(line(&entry, "DTEND;"), "DTEND;TZID=Europe/Amsterdam:20261203T093000");

    moves(&school, id).await;
    school.presses("Ewa", "i.c.").await;
    let moved = newest_file(&school);
    assert_eq!(line(&moved, "DTSTART;"), "DTSTART;TZID=Europe/Amsterdam:20261204T090000");
    assert_eq!(line(&moved, "UID:"), line(&entry, "UID:"));
    assert!(sequence(&moved) > sequence(&entry));
}

#[tokio::test]
async fn a_meeting_that_is_called_off_brings_the_file_that_takes_the_entry_out_behind_the_news() {
    let (school, id) = ewa_comes().await;
    school.presses("Ewa", "i.c.").await;
    let entry = newest_file(&school);
    let meeting = school.meeting(id).await;
    let (now, desk) = (school.calendar.now(), (&school.store, school.phrases.as_ref()));
    let mut write = school.store.write().await.unwrap();
    let off = (&meeting, Some("wodociąg"));
    meeting::cancel_meeting(desk, &mut write, &school.organisation, off, (now, now)).await.unwrap();
    write.commit().await.unwrap();
    school.waits_a_minute().await;
    let bubbles = school.bubbles("Ewa");
    let [.., news, last] = bubbles.as_slice() else { panic!("{}", school.told("Ewa")) };
    assert!(news.text.contains("wodociąg"), "{}", school.told("Ewa"));
    let gone = last.document.clone().unwrap();
    assert_eq!(line(&gone, "UID:"), line(&entry, "UID:"));
    assert_eq!(line(&gone, "STATUS:"), "STATUS:CANCELLED");
    assert!(sequence(&gone) > sequence(&entry));
    assert!(gone.bytes.windows(13).any(|it| it == b"METHOD:CANCEL"));
}

#[tokio::test]
async fn a_parent_who_asks_where_it_is_gets_the_place_on_the_map() {
    let (school, _) = ewa_comes().await;
    school.presses("Ewa", "i.g.").await;
    let pin = school.last("Ewa").pin.unwrap();
    assert_eq!((pin.latitude, pin.longitude), (52.370_2, 4.895_2));
    assert_eq!((&*pin.title, &*pin.address), ("De Regenboog", "Lindestraat 12, Amsterdam"));
}

#[tokio::test]
async fn two_parents_who_want_the_same_entry_at_once_both_get_it_and_the_bot_goes_on() {
    let rows =
        "De Regenboog,,Vlinders,G1,,Daan,,,Anna,nl,\nDe Regenboog,,Vlinders,G2,,Bo,,,Cor,nl,";
    let monday = Moment::of_local(datetime(2026, 11, 23, 9, 30, 0, 0), &TimeZone::UTC);
    // Long enough for the second press to come while the first file is on its way up.
    let options = Options {
        latency: Duration::from_millis(400),
        ..Options::new(Calendar::standing_at(monday))
    };
    let mut school = School::with(rows, options).await;
    school.begins_service().await;
    for carer in ["Anna", "Cor"] {
        school.joins(carer).await;
    }
    let id = school.thinks_of(Base::ThemeMorning, School::thursday()).await;
    school.makes(&id).await;
    school.waits_a_minute().await;
    for carer in ["Anna", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    for carer in ["Anna", "Cor"] {
        let (message, data) = school.button(carer, "i.c.");
        school.sandbox.presses(school.id(carer), message, &data).unwrap();
    }
    school.settles().await;
    for carer in ["Anna", "Cor"] {
        assert!(school.last(carer).document.is_some(), "{}", school.told(carer));
    }
}

/// A school whose place is known, and Ewa who said yes.
async fn ewa_comes() -> (School, MeetingId) {
    let mut school = School::opens(FAMILIES).await;
    school
        .does(
            "update locations set address = 'Lindestraat 12, Amsterdam', latitude = '52.3702',
             longitude = '4.8952'",
        )
        .await;
    school.joins("Ewa").await;
    let id = school.thinks_of(Base::ThemeMorning, School::thursday()).await;
    let id = school.makes(&id).await;
    school.waits_a_minute().await;
    school.presses("Ewa", "i.y.").await;
    (school, id)
}

async fn moves(school: &School, id: MeetingId) {
    let meeting = school.meeting(id).await;
    let to = (datetime(2026, 12, 4, 9, 0, 0, 0), datetime(2026, 12, 4, 10, 0, 0, 0));
    let (now, pair) = (school.calendar.now(), (&school.store, school.phrases.as_ref()));
    let mut write = school.store.write().await.unwrap();
    let which = (&meeting, meeting.sessions[0].id);
    let moved =
        meeting::move_session(pair, &mut write, &school.organisation, which, to, (now, now));
    moved.await.unwrap();
    write.commit().await.unwrap();
    school.waits_a_minute().await;
}

fn newest_file(school: &School) -> Document {
    school.last("Ewa").document.unwrap()
}

/// The line of an entry that begins so.
fn line<'a>(file: &'a Document, start: &str) -> &'a str {
    let text = std::str::from_utf8(&file.bytes).unwrap();
    // Of the event: a time zone has beginnings of its own.
    let (_, event) = text.split_once("BEGIN:VEVENT").unwrap();
    event.lines().find(|line| line.starts_with(start)).unwrap()
}

fn sequence(file: &Document) -> i64 {
    line(file, "SEQUENCE:").trim_start_matches("SEQUENCE:").parse().unwrap()
}
