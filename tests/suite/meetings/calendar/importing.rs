//! Calendar files that staff take in: closed days, and the calendars of others.

use jiff::civil::{Date, date};
use thuispost::meeting;
use thuispost::rhythm;

use super::super::School;
use super::file;
use crate::suite::commands::Desk;
use crate::suite::themes::row;

/// A day of the school year that comes after the day on which the test runs.
fn soon(days: i64) -> Date {
    let today = thuispost::clock::Calendar::system().now().local(&jiff::tz::TimeZone::UTC).date();
    today.checked_add(jiff::Span::new().days(days)).unwrap()
}

fn whole(from: Date, to: Date) -> (String, String) {
    let after = to.tomorrow().unwrap();
    let word = |day: Date| format!(";VALUE=DATE:{}", day.strftime("%Y%m%d"));
    (word(from), word(after))
}

/// A holiday of three days, and a tea.
fn holidays() -> String {
    let (from, to) = whole(soon(20), soon(22));
    let tea = soon(25).strftime("%Y%m%d");
    file(&[
        ("Herfstvakantie", &from, &to),
        ("Thee", &format!(":{tea}T090000Z"), &format!(":{tea}T100000Z")),
    ])
}

#[tokio::test]
async fn school_holidays_that_were_taken_in_move_the_messages_of_a_theme() {
    let school = School::closed(&row("G1", "Daan", "Anna", "nl")).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl"]).await;
    school.all_joined().await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 1).await;
    let (from, to) = whole(date(2026, 11, 24), date(2026, 11, 24));
    let zone = &school.organisation.time_zone;
    let today = date(2026, 11, 23);
    let text = file(&[("Studiedag", &from, &to)]);
    let events = meeting::read_calendar(text.into(), zone, today).await.unwrap();
    let found = meeting::closing(&events, zone, meeting::school_years(today), "-");
    let mut write = school.store.write().await.unwrap();
    let whose = school.organisation.id;
    assert_eq!(meeting::close(&mut write, whose, &found.periods).await.unwrap(), 1);
    let closed = rhythm::closed_days(&mut write, whose).await.unwrap();
    assert_eq!((closed[0].day, closed[0].name.as_str()), (date(2026, 11, 24), "Studiedag"));
    write.commit().await.unwrap();
    school.plans_at(date(2026, 11, 24).at(10, 0, 0, 0)).await;
    assert!(school.got("Anna").await.is_empty(), "Tuesday is closed");
    school.plans_at(date(2026, 11, 25).at(10, 0, 0, 0)).await;
    assert_eq!(school.got("Anna").await, ["letter: waiting"]);
}

#[tokio::test]
async fn whole_days_of_a_file_close_and_a_rehearsal_closes_nothing() {
    let desk = Desk::with_families().await;
    desk.writes("vakanties.ics", &holidays());
    let import = ["meeting", "import", "vakanties.ics", "--closed-days"];
    let told = desk.runs(&[&import[..], &["--dry-run"]].concat()).await.well();
    assert!(told.contains("Herfstvakantie") && told.contains("Thee (geen hele dag)"), "{told}");
    assert!(told.contains("3 dagen zouden gesloten zijn. Er is niets veranderd."), "{told}");
    let list = desk.runs(&["closed-days", "list"]).await.well();
    assert!(!list.contains("Herfstvakantie"), "{list}");
    let told = desk.runs(&import).await.well();
    assert!(told.contains("3 dagen zijn nu gesloten."), "{told}");
    let list = desk.runs(&["closed-days", "list"]).await.well();
    assert_eq!(list.matches("Herfstvakantie").count(), 3, "{list}");
    let again = desk.runs(&import).await.well();
    assert!(again.contains("3 dagen"), "{again}");
}

#[tokio::test]
async fn a_meeting_on_a_day_that_is_closed_now_is_told() {
    let school = School::closed(&row("G1", "Daan", "Anna", "nl")).await;
    let base = meeting::Base::CoffeeMorning;
    let mut new = school.thinks_of(base, School::thursday()).await;
    new.invite_at = None;
    school.makes(&new).await;
    let mut write = school.store.write().await.unwrap();
    let day = (School::thursday().date(), School::thursday().date());
    let whose = school.organisation.id;
    rhythm::close_days(&mut write, whose, day, "Studiedag").await.unwrap();
    let found = meeting::on_closed_days(&mut write, whose, school.calendar.now()).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].name.as_str(), found[0].location.as_str()), ("Studiedag", "De Regenboog"));
    let later = school.moment(School::thursday());
    assert!(meeting::on_closed_days(&mut write, whose, later).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_calendar_of_others_is_kept_under_its_name_and_a_new_file_takes_its_place() {
    let desk = Desk::with_families().await;
    desk.writes("zon.ics", &holidays());
    let import = ["meeting", "import", "zon.ics", "--calendar", "Basisschool De Zon"];
    let told = desk.runs(&[&import[..], &["--dry-run"]].concat()).await.well();
    assert!(told.contains("2 afspraken zouden erin komen. Er is niets veranderd."), "{told}");
    let none = desk.runs(&["meeting", "calendars"]).await.well();
    assert!(none.contains("nog geen agenda's"), "{none}");
    let told = desk.runs(&[&import[..], &["--location", "de zon"]].concat()).await.well();
    assert!(told.contains("2 afspraken staan er nu in."), "{told}");
    let (from, to) = whole(soon(3), soon(3));
    desk.writes("zon.ics", &file(&[("Schoolreis", &from, &to)]));
    desk.runs(&import).await.well();
    let list = desk.runs(&["meeting", "calendars"]).await.well();
    let row = list.lines().find(|line| line.contains("Basisschool De Zon")).unwrap();
    let row: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(row[3..5], ["alle", "1"], "{list}");
    let told = desk.runs(&["meeting", "calendars", "--remove", "Zon"]).await.ill(2);
    assert!(told.contains("Basisschool De Zon"), "{told}");
    desk.runs(&["meeting", "calendars", "--remove", "Basisschool De Zon"]).await.well();
    let none = desk.runs(&["meeting", "calendars"]).await.well();
    assert!(none.contains("nog geen agenda's"), "{none}");
}

#[tokio::test]
async fn what_is_free_in_the_other_calendar_is_left_out_and_said() {
    let desk = Desk::with_families().await;
    let (from, to) = whole(soon(3), soon(3));
    let text = file(&[("Jarig", &from, &to)]).replace("SUMMARY", "TRANSP:TRANSPARENT\r\nSUMMARY");
    desk.writes("a.ics", &text);
    let told = desk.runs(&["meeting", "import", "a.ics", "--calendar", "Buurt"]).await.well();
    assert!(told.contains("0 afspraken") && told.contains("1 afspraak die als"), "{told}");
}

#[tokio::test]
async fn a_broken_file_is_refused_in_words_and_leaves_everything_as_it_was() {
    let desk = Desk::with_families().await;
    desk.writes("zon.ics", &holidays());
    let keep = |file| ["meeting", "import", file, "--calendar", "De Zon"];
    desk.runs(&keep("zon.ics")).await.well();
    let good = holidays();
    let whole = |text: &str| good.replacen("END:VCALENDAR", &format!("{text}END:VCALENDAR"), 1);
    let event = |lines: &str| whole(&format!("BEGIN:VEVENT\r\nUID:x\r\n{lines}END:VEVENT\r\n"));
    let start = "DTSTART:20270105T090000Z\r\n";
    for (text, words) in [
        ("<html>Log in</html>".to_owned(), ["kapot.ics is geen agenda", "niets veranderd"]),
        (good.replace("END:VEVENT\r\nEND:VCALENDAR\r\n", ""), ["halverwege", "VEVENT"]),
        (event("DTSTART:31-12-2026\r\n"), ["regel 20", "31-12-2026"]),
        (event("DTSTART;TZID=Mars/Base:20270105T090000\r\n"), ["regel 20", "Mars/Base"]),
        (event(&format!("{start}DTEND:20270104T090000Z\r\n")), ["regel 21", "eindigt voordat"]),
        (event("SUMMARY:x\r\n"), ["regel 18", "geen begin"]),
        (event(&format!("{start}RRULE:FREQ=SOMETIMES\r\n")), ["regel 21", "FREQ=SOMETIMES"]),
        (whole("dit is geen regel\r\n"), ["regel 18", "dit is geen regel"]),
        (event(&format!("{start}RRULE:FREQ=SECONDLY\r\n")), ["regel", "eindeloos herhaalt"]),
    ] {
        desk.writes("kapot.ics", &text);
        for import in [&keep("kapot.ics")[..], &["meeting", "import", "kapot.ics", "--closed-days"]]
        {
            let told = desk.runs(import).await.ill(2);
            assert!(words.iter().all(|word| told.contains(word)), "{words:?}: {told}");
        }
    }
    let list = desk.runs(&["meeting", "calendars"]).await.well();
    assert!(list.contains("De Zon"), "{list}");
    let desk = desk.sets("THUISPOST_LANGUAGE", "en");
    let told = desk.runs(&keep("kapot.ics")).await.ill(2);
    assert!(told.contains("repeats without end") && told.contains("Nothing was changed"), "{told}");
}

#[tokio::test]
async fn a_huge_or_missing_file_an_unknown_location_and_no_name_are_refused() {
    let desk = Desk::with_families().await;
    let path = desk.database.folder.path().join("huge.ics");
    std::fs::File::create(path).unwrap().set_len(3 << 30).unwrap();
    let told = desk.runs(&["meeting", "import", "huge.ics", "--closed-days"]).await.ill(2);
    assert!(told.contains("huge.ics is te groot") && told.contains("hoogstens 5 MB"), "{told}");
    let told = desk.runs(&["meeting", "import", "none.ics", "--closed-days"]).await.ill(1);
    assert!(told.contains("none.ics"), "{told}");
    desk.writes("a.ics", &holidays());
    let import = ["meeting", "import", "a.ics"];
    let elsewhere = ["--calendar", "X", "--location", "De Maan"];
    let told = desk.runs(&[&import[..], &elsewhere].concat()).await.ill(2);
    assert!(told.contains("De Maan") && told.contains("De Regenboog, De Zon"), "{told}");
    let told = desk.runs(&[&import[..], &["--calendar", " "]].concat()).await.ill(2);
    assert!(told.contains("een naam"), "{told}");
    let told = desk.runs(&import).await.ill(2);
    assert!(told.contains("--closed-days"), "{told}");
}
