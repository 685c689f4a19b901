//! Who was there: one tap a family.

use jiff::civil::datetime;
use thuispost::language::Args;

use crate::suite::school::School;

const SEEN: &str = "select count(*) from attendance where evidence = 'seen'";

impl School {
    /// The coffee morning of 3 December has begun; Ewa and Fatima said that they come.
    async fn at_the_coffee() -> Self {
        let school = Self::with_meetings().await;
        school.plans_coffee().await;
        school.waits_a_minute().await;
        school.presses("Ewa", "i.y.").await;
        school.presses("Fatima", "i.y.").await;
        school.turns_to(datetime(2026, 12, 3, 8, 40, 0, 0)).await;
        school
    }

    async fn opens_the_list(&self) {
        self.opens_meetings("Eva").await;
        self.taps_all("Eva", &["do 3 dec, 08:30 · Koffie", "Wie is er?"]).await;
    }
}

#[tokio::test]
async fn each_family_is_one_tap_those_who_said_yes_first_and_the_end_says_how_many_came() {
    let school = School::at_the_coffee().await;
    school.opens_the_list().await;
    school.hears_all("Eva", &["2 van 4 gezinnen zeiden ja"]);
    let families = ["Samira · ja", "Zosia · ja", "Daan", "Pim"];
    assert_eq!(school.choices("Eva")[..4], families);
    assert_eq!(school.taps_all("Eva", &["Zosia", "Pim"]).await, 2, "one tap a family");
    school.shows("Eva", "✓ Zosia · ja").await;
    school.shows("Eva", "Lijst is klaar (2)").await;
    assert_eq!(school.counts(SEEN).await, 2);
    assert_eq!(school.taps_all("Eva", &["Iemand anders", "Bo"]).await, 2);
    school.shows("Eva", "✓ Bo · Bijen").await;
    assert_eq!(school.counts(SEEN).await, 3);
    school.taps("Eva", "✓ Pim").await;
    school.shows("Eva", "Pim").await;
    assert_eq!(school.counts(SEEN).await, 2, "a second tap takes the tick away");
    school.taps("Eva", "Lijst is klaar").await;
    school.hears_all("Eva", &["Er waren 2 gezinnen: 1 van de 2 die ja zeiden"]);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-undone-closed", &Args::new());
    let closed = "select count(*) from sessions where list_closed_at is not null";
    assert_eq!(school.counts(closed).await, 0);
    school.taps("Eva", "Lijst is klaar").await;
    assert_eq!(school.counts(closed).await, 1);
    let (ewa, fatima) = (school.bubbles("Ewa").len(), school.bubbles("Fatima").len());
    school.turns_to(datetime(2026, 12, 3, 10, 0, 0, 0)).await;
    assert_eq!(school.bubbles("Ewa").len(), ewa + 1, "a thank-you");
    assert_eq!(school.bubbles("Fatima").len(), fatima + 1, "she was missed");
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-undo-not", &Args::new());
}

#[tokio::test]
async fn a_press_after_a_lost_edit_does_what_its_button_says() {
    let school = School::at_the_coffee().await;
    school.opens_the_list().await;
    let (message, data) = school.button("Eva", "w.g.a.");
    for _ in 0..3 {
        school.sandbox.presses(school.id("Eva"), message, &data).unwrap();
        school.settles().await;
        assert_eq!(school.counts(SEEN).await, 1);
    }
    school.shows("Eva", "✓ Samira · ja").await;
}

#[tokio::test]
async fn a_family_that_said_so_itself_is_marked_and_seen_by_a_tap_of_its_own() {
    let school = School::at_the_coffee().await;
    school
        .does(
            "insert into attendance (session_id, family_id, evidence, noted_at, noted_by)
             select s.id, c.family_id, 'said', 0, 'carer' from sessions s cross join carers c where c.name = 'Anna'",
        )
        .await;
    school.opens_the_list().await;
    assert!(school.choices("Eva").contains(&"Daan (zelf)".to_owned()));
    assert!(school.choices("Eva").contains(&"Lijst is klaar (1)".to_owned()));
    school.taps("Eva", "Daan").await;
    school.shows("Eva", "✓ Daan (zelf)").await;
    assert_eq!(school.counts("select count(*) from attendance").await, 2, "two kinds of evidence");
    assert_eq!(school.counts(SEEN).await, 1);
}

#[tokio::test]
async fn where_an_interpreter_was_asked_a_tap_says_whether_one_came() {
    let school = School::at_the_coffee().await;
    school.does("update rsvps set interpreter = 'school' where answer = 'yes' and carer_id in (select id from carers where name = 'Fatima')").await;
    school.opens_meetings("Eva").await;
    school.taps("Eva", "do 3 dec, 08:30 · Koffie").await;
    school.hears_all("Eva", &["Tolk gevraagd: Arabisch 1"]);
    school.taps_all("Eva", &["Wie is er?", "Samira"]).await;
    school.shows("Eva", "Was de tolk Arabisch er?").await;
    school.taps("Eva", "Was de tolk").await;
    school.shows("Eva", "✓ Tolk Arabisch was er").await;
    let there = "select cast(coalesce(sum(interpreter_there), 9) as bigint) from attendance";
    assert_eq!(school.counts(there).await, 1);
    school.taps("Eva", "✓ Tolk").await;
    school.shows("Eva", "Tolk Arabisch was er niet").await;
    assert_eq!(school.counts(there).await, 0);
}

#[tokio::test]
async fn nobody_was_there_before_it_begins() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    let session = school.reads("select cast(id as text) from sessions").await.remove(0);
    let message = school.last("Eva").message_id;
    school.sandbox.presses(school.id("Eva"), message, &format!("w.g.a.{session}")).unwrap();
    school.settles().await;
    school.is_told("Eva", "staff-meet-too-early", &Args::new());
    school.turns_to(datetime(2026, 12, 3, 8, 0, 0, 0)).await;
    school.opens_the_list().await;
    assert!(!school.choices("Eva").iter().any(|label| label.starts_with("Lijst is klaar")));
    school.sandbox.presses(school.id("Eva"), message, &format!("w.g.a.{session}.c")).unwrap();
    school.settles().await;
    let closed = "select count(*) from sessions where list_closed_at is not null";
    assert_eq!(school.counts(closed).await, 0);
}

#[tokio::test]
async fn a_list_of_yesterday_that_is_not_complete_stands_first() {
    let school = School::at_the_coffee().await;
    school.turns_to(datetime(2026, 12, 4, 8, 40, 0, 0)).await;
    school.opens_meetings("Eva").await;
    school.hears_all("Eva", &["do 3 dec, 08:30 · Koffieochtend · Vlinders: wie was er?"]);
    school.taps_all("Eva", &["do 3 dec, 08:30", "Wie is er?", "Lijst is klaar"]).await;
    school.opens_meetings("Eva").await;
    school.hears_all("Eva", &["0 bijeenkomsten"]);
}

#[tokio::test]
async fn the_play_in_is_one_tick_a_family_and_week() {
    let school = School::with_meetings().await;
    school.opens_meetings("Eva").await;
    school.taps("Eva", "Spelinloop").await;
    school.hears_all("Eva", &["Spelinloop, Vlinders, 4 gezinnen"]);
    school.taps("Eva", "Samira").await;
    school.shows("Eva", "✓ Samira").await;
    school.taps("Eva", "Spelinloop").await;
    assert_eq!(school.counts("select count(*) from sessions").await, 1, "one list a week");
    assert!(school.choices("Eva").contains(&"✓ Samira".to_owned()));
    assert!(!school.choices("Eva").iter().any(|label| label.starts_with("Lijst is klaar")));
    school.turns_to(datetime(2026, 11, 30, 9, 0, 0, 0)).await;
    school.opens_meetings("Eva").await;
    school.taps("Eva", "Spelinloop").await;
    assert!(school.choices("Eva").contains(&"Samira".to_owned()), "a new week");
    assert_eq!(school.counts("select count(*) from sessions").await, 2);
    assert_eq!(school.counts(SEEN).await, 1);
}
