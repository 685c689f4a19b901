//! A meeting is made, moved and called off, each to be undone for a minute.

use jiff::civil::{date, datetime};
use thuispost::language::Args;
use thuispost::rhythm;

use crate::suite::school::School;

const STANDING: &str = "select count(*) from meetings where cancelled_at is null";
const BEGINS: &str = "select cast(min(starts_at) as text) from sessions where cancelled_at is null";

#[tokio::test]
async fn an_educator_makes_a_coffee_morning_in_six_taps_and_parents_read_it_in_their_language() {
    let school = School::with_meetings().await;
    school.types("Eva", "menu").await;
    let chosen = [
        "Bijeenkomsten",
        "Nieuwe bijeenkomst",
        "Koffieochtend",
        "do 3 dec",
        "08:30",
        "Ja, nodig uit",
    ];
    assert_eq!(school.taps_all("Eva", &chosen).await, 6);
    let plan = super::clean(&school.bubbles("Eva").into_iter().rev().nth(1).unwrap().text);
    for words in [
        "Koffieochtend, Vlinders",
        "donderdag 3 december, 08:30 – 09:30",
        "3 van 4 gezinnen",
        "Nederlands 2 · Arabisch 1 · Pools 1",
        "1 gezin is niet in de chat",
    ] {
        assert!(plan.contains(words), "no {words:?}: {plan}");
    }
    assert!(!school.told("Ewa").contains("3 grudnia"), "nothing before a minute is over");
    school.waits_a_minute().await;
    assert!(school.told("Ewa").contains("czwartek, 3 grudnia"), "{}", school.told("Ewa"));
    school.presses("Ewa", "i.y.").await;
    school.presses("Fatima", "i.n.").await;
    school.turns_to(datetime(2026, 11, 23, 10, 0, 0, 0)).await;
    school.opens_meetings("Eva").await;
    school.hears_all("Eva", &["1 bijeenkomst", "do 3 dec, 08:30 · Koffieochtend · Vlinders: 1 ja"]);
    school.taps("Eva", "do 3 dec, 08:30 · Koffieochtend").await;
    let numbers = "1 ja · 1 nee · 0 misschien · 1 nog niets, van 4 gezinnen";
    school.hears_all("Eva", &[numbers, "1 persoon", "1 gezin kreeg geen uitnodiging"]);
}

#[tokio::test]
async fn an_invitation_that_was_taken_back_within_the_minute_reaches_nobody() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-undone-invited", &Args::new());
    school.waits_a_minute().await;
    assert!(!school.told("Ewa").contains("grudnia"), "{}", school.told("Ewa"));
    school.opens_meetings("Eva").await;
    school.hears_all("Eva", &["0 bijeenkomsten"]);
    school.plans_coffee().await;
    school.waits_a_minute().await;
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-undo-not", &Args::new());
    assert_eq!(school.counts(STANDING).await, 1);
}

#[tokio::test]
async fn the_last_button_pressed_twice_makes_one_meeting() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.taps("Eva", "Ja, nodig uit").await;
    school.is_told("Eva", "staff-meet-there", &Args::new());
    assert_eq!(school.counts("select count(*) from meetings").await, 1);
}

#[tokio::test]
async fn a_meeting_is_moved_undone_and_moved_and_who_knows_of_it_hears_it_once() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.waits_a_minute().await;
    let first = school.reads(BEGINS).await;
    let moves = ["do 3 dec, 08:30 · Koffie", "Verplaats", "vr 4 dec", "08:30", "Ja, verplaats"];
    school.opens_meetings("Eva").await;
    assert_eq!(school.taps_all("Eva", &moves).await, 5);
    school.hears_all("Eva", &["is nu vr 4 dec, 08:30, eerst do 3 dec, 08:30"]);
    assert_ne!(school.reads(BEGINS).await, first);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-undone-changed", &Args::new());
    assert_eq!(school.reads(BEGINS).await, first);
    school.waits_a_minute().await;
    assert!(!school.told("Ewa").contains("4 grudnia"), "{}", school.told("Ewa"));
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &moves).await;
    school.waits_a_minute().await;
    assert_eq!(school.told("Ewa").matches("piątek, 4 grudnia").count(), 1);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-undo-not", &Args::new());
}

#[tokio::test]
async fn a_time_may_be_typed_and_what_is_no_time_is_asked_again() {
    let school = School::with_meetings().await;
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Nieuwe bijeenkomst", "Themaochtend", "vr 27 nov"]).await;
    school.types("Eva", "na de pauze").await;
    school.is_told("Eva", "staff-meet-time-unclear", &Args::new());
    school.types("Eva", "9.10").await;
    school.hears_all("Eva", &["Themaochtend", "vrijdag 27 november, 09:10 – 10:10"]);
    school.taps("Eva", "Ja, nodig uit").await;
    assert_eq!(school.counts(STANDING).await, 1);
    school.types("Eva", "9.10").await;
    school.is_told("Eva", "staff-typed", &Args::new());
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Nieuwe bijeenkomst", "Themaochtend", "ma 23 nov", "08:30"]).await;
    school.taps("Eva", "Ja, nodig uit").await;
    school.is_told("Eva", "staff-meet-past", &Args::new());
    assert_eq!(school.counts(STANDING).await, 1);
}

#[tokio::test]
async fn a_meeting_is_called_off_with_a_reason_that_parents_read() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.waits_a_minute().await;
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["do 3 dec, 08:30 · Koffie", "Gaat niet door"]).await;
    school.types("Eva", &"ziek ".repeat(60)).await;
    school.is_told("Eva", "staff-meet-reason-long", &Args::new());
    school.types("Eva", "De juf is ziek").await;
    school.hears_all("Eva", &["Ouders lezen ook: De juf is ziek"]);
    school.taps("Eva", "Ja, gaat niet door").await;
    school.taps("Eva", "Ongedaan maken").await;
    school.waits_a_minute().await;
    assert!(!school.told("Ewa").contains("De juf is ziek"));
    assert_eq!(school.counts(STANDING).await, 1);
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["do 3 dec, 08:30 · Koffie", "Gaat niet door"]).await;
    school.types("Eva", "De juf is ziek").await;
    school.taps("Eva", "Ja, gaat niet door").await;
    school.waits_a_minute().await;
    assert!(school.told("Ewa").contains("De juf is ziek"), "{}", school.told("Ewa"));
    assert_eq!(school.counts(STANDING).await, 0);
    school.taps("Eva", "Ja, gaat niet door").await;
    school.is_told("Eva", "staff-meet-off", &Args::new());
}

#[tokio::test]
async fn a_reason_for_one_meeting_is_never_read_with_another() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["do 3 dec, 08:30 · Koffie", "Gaat niet door"]).await;
    school.types("Eva", "De juf is ziek").await;
    school.taps("Eva", "Nu niet").await;
    school.taps("Eva", "Ja, gaat niet door").await;
    assert_eq!(school.counts(STANDING).await, 0, "it is called off, without the old reason");
    assert_eq!(
        school.counts("select count(*) from meetings where cancelled_why is not null").await,
        0
    );
}

#[tokio::test]
async fn a_closed_day_is_marked_and_said_before_the_last_tap() {
    let school = School::with_meetings().await;
    let day = date(2026, 12, 3);
    let mut write = school.store.write().await.unwrap();
    let whose = school.organisation.id;
    rhythm::close_days(&mut write, whose, (day, day), "Studiedag").await.unwrap();
    write.commit().await.unwrap();
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Nieuwe bijeenkomst", "Koffieochtend", "do 3 dec (dicht)"]).await;
    school.taps("Eva", "08:30").await;
    school.hears_all("Eva", &["do 3 dec is een gesloten dag: Studiedag"]);
}

#[tokio::test]
async fn a_play_group_is_five_times_for_ten_families_each_time_to_be_opened() {
    let school = School::with_meetings().await;
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Nieuwe bijeenkomst", "Speelgroep", "do 3 dec", "09:00"]).await;
    school.hears_all("Eva", &["donderdag 3 december", "donderdag 31 december"]);
    school.taps("Eva", "Ja, nodig uit").await;
    assert_eq!(school.counts("select count(*) from sessions").await, 5);
    school.opens_meetings("Eva").await;
    school.taps("Eva", "do 3 dec, 09:00 · Speelgroep").await;
    school.hears_all("Eva", &["Plekken: 10. Op de wachtlijst: 0."]);
    school.taps("Eva", "do 17 dec, 09:00").await;
    school.hears_all("Eva", &["donderdag 17 december"]);
    school.taps_all("Eva", &["Gaat niet door", "Ja, gaat niet door"]).await;
    let off = "select count(*) from sessions where cancelled_at is not null";
    assert_eq!(school.counts(off).await, 1);
    assert_eq!(school.counts(STANDING).await, 1);
    school.taps("Eva", "Ongedaan maken").await;
    assert_eq!(school.counts(off).await, 0);
}

#[tokio::test]
async fn in_quiet_hours_it_is_said_when_parents_hear_of_it() {
    let mut school = School::with_meetings().await;
    school.ends_service().await;
    school.settings.quiet_hours = thuispost::settings::QuietHours {
        from: jiff::civil::time(20, 0, 0, 0),
        until: jiff::civil::time(8, 0, 0, 0),
    };
    school.calendar.turn_to(school.moment(datetime(2026, 11, 23, 21, 0, 0, 0)));
    school.begins_service().await;
    school.plans_coffee().await;
    school.hears_all("Eva", &["Ouders krijgen dit di 24 nov, 08:00"]);
}
