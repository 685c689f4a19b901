//! Talks: moments are opened, who has none is spoken to, one is moved, called off and held.

use jiff::civil::datetime;
use thuispost::language::Args;

use crate::suite::school::School;

const BOOKED: &str =
    "select cast(s.starts_at as text) from slots s join talks t on t.id = s.talk_id
     join children c on c.id = t.child_id where c.name = 'Zosia'";
const FREE: &str = "select count(*) from slots where withdrawn_at is null and talk_id is null";

impl School {
    /// Eva opens twelve moments on Tuesday 1 December, from three to five.
    pub(super) async fn opens_round_in_chat(&self) -> usize {
        self.opens_meetings("Eva").await;
        let chosen = [
            "Gesprekken",
            "Momenten openen",
            "Gesprek over je kind",
            "di 1 dec",
            "✓ di 1 dec",
            "di 1 dec",
            "Verder",
            "15:00 – 17:00",
            "Ja, open",
        ];
        for label in chosen {
            if label.contains("di 1 dec") {
                self.shows("Eva", label).await;
            }
            if label == "Verder" {
                self.shows("Eva", "Verder").await;
            }
            self.taps("Eva", label).await;
        }
        chosen.len()
    }

    /// A carer chooses the first moment.
    pub(super) async fn books(&self, carer: &str) {
        self.presses(carer, "i.x.").await;
        self.presses(carer, "k.t.").await;
    }

    /// Eva opens the round, and the talk about Zosia.
    async fn opens_talk(&self) {
        self.opens_meetings("Eva").await;
        self.taps_all("Eva", &["Gesprekken", "Gesprek over je kind"]).await;
        let label = self.choices("Eva").into_iter().find(|label| label.ends_with("· Zosia"));
        self.taps("Eva", &label.unwrap()).await;
    }
}

#[tokio::test]
async fn moments_are_opened_undone_and_opened_and_parents_choose_one() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    let plan = super::clean(&school.bubbles("Eva").into_iter().rev().nth(1).unwrap().text);
    for words in ["15:00 – 17:00, 10 minuten", "12 momenten voor 4 kinderen", "Met tolk"] {
        assert!(plan.contains(words), "no {words:?}: {plan}");
    }
    assert_eq!(school.counts(FREE).await, 12);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-undone-opened", &Args::new());
    assert_eq!(school.counts(FREE).await, 0);
    school.waits_a_minute().await;
    assert!(!school.told("Ewa").contains("grudnia"), "{}", school.told("Ewa"));
    school.opens_round_in_chat().await;
    school.taps("Eva", "Ja, open").await;
    school.hears_all("Eva", &["Op di 1 dec, 15:00 is er al een moment"]);
    assert_eq!(school.counts(FREE).await, 12, "the last button pressed twice opens once");
    school.waits_a_minute().await;
    assert!(school.told("Ewa").contains("1 grudnia"), "{}", school.told("Ewa"));
    school.books("Ewa").await;
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Gesprekken", "Gesprek over je kind"]).await;
    school.hears_all("Eva", &["Moment gekozen: 1. Nog niet: 3. Vrij: 11.", "Nog 8 dagen"]);
    assert_eq!(school.choices("Eva")[0], "di 1 dec, 15:00 · Zosia");
    school.taps("Eva", "Nog niet gekozen (3)").await;
    school.hears_all(
        "Eva",
        &["3 kinderen", "Pim, groep Vlinders: Nederlands · niet in de chat", "Samira"],
    );
}

#[tokio::test]
async fn moments_that_somebody_has_cannot_be_taken_back() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-undo-not", &Args::new());
    assert_eq!(school.counts(FREE).await, 11);
}

#[tokio::test]
async fn length_place_and_hours_are_changed_in_the_plan_and_more_moments_join_the_round() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.opens_meetings("Eva").await;
    school
        .taps_all("Eva", &["Gesprekken", "Momenten openen", "Gesprek over je kind", "wo 2 dec"])
        .await;
    school.shows("Eva", "✓ wo 2 dec").await;
    school.shows("Eva", "Verder").await;
    school.taps("Eva", "Verder").await;
    school.types("Eva", "16.30").await;
    school.is_told("Eva", "staff-meet-range-unclear", &Args::new());
    school.types("Eva", "16.30-17.30").await;
    school.hears_all("Eva", &["6 momenten voor 4 kinderen", "komen bij de ronde", "Op school"]);
    school.taps("Eva", "20 min").await;
    school.hears_all("Eva", &["3 momenten voor 4 kinderen", "20 minuten per gesprek"]);
    school.taps("Eva", "Bij gezinnen thuis").await;
    school.hears_all("Eva", &["Bij gezinnen thuis", "20 minuten per gesprek"]);
    school.taps("Eva", "Ja, open").await;
    school.hears_all("Eva", &["3 momenten erbij"]);
    assert_eq!(school.counts("select count(*) from meetings").await, 1);
    assert_eq!(school.counts(FREE).await, 15);
    school.taps("Eva", "Ongedaan maken").await;
    assert_eq!(school.counts(FREE).await, 12, "only what was opened last");
}

#[tokio::test]
async fn an_educator_chooses_a_moment_for_a_parent_at_the_door() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.opens_meetings("Eva").await;
    let chosen = ["Gesprekken", "Gesprek over je kind", "Nog niet gekozen", "Zosia"];
    school.taps_all("Eva", &chosen).await;
    school.taps("Eva", "di 1 dec, 15:10").await;
    school.hears_all("Eva", &["Gesprek over Zosia: di 1 dec, 15:10"]);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-undone-talk", &Args::new());
    assert_eq!(school.counts(FREE).await, 12);
    school.taps("Eva", "di 1 dec, 15:10").await;
    let before = school.bubbles("Ewa").len();
    school.waits_a_minute().await;
    assert_eq!(school.bubbles("Ewa").len(), before + 1);
    assert!(school.last("Ewa").text.contains("15:10"), "{}", school.told("Ewa"));
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Gesprekken", "Gesprek over je kind", "Nog niet gekozen"]).await;
    school.taps_all("Eva", &["Pim", "di 1 dec, 15:20"]).await;
    school.hears_all("Eva", &["De ouder is niet in de chat: zeg het zelf."]);
}

#[tokio::test]
async fn a_talk_is_moved_and_called_off_each_undone_within_the_minute() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    let first = school.reads(BOOKED).await;
    let before = school.bubbles("Ewa").len();
    school.opens_talk().await;
    school.hears_all("Eva", &["Gesprek over Zosia, Vlinders", "di 1 dec, 15:00", "Taal: Pools"]);
    assert_eq!(school.taps_all("Eva", &["Verplaats", "di 1 dec, 15:30"]).await, 2);
    assert_ne!(school.reads(BOOKED).await, first);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-undone-talk", &Args::new());
    assert_eq!(school.reads(BOOKED).await, first);
    school.opens_talk().await;
    school.taps_all("Eva", &["Zeg af", "Ja, zeg af"]).await;
    assert!(school.reads(BOOKED).await.is_empty());
    school.taps("Eva", "Ongedaan maken").await;
    assert_eq!(school.reads(BOOKED).await, first);
    school.waits_a_minute().await;
    assert_eq!(school.bubbles("Ewa").len(), before, "of all that she heard nothing");
    school.opens_talk().await;
    school.taps_all("Eva", &["Verplaats", "di 1 dec, 15:30"]).await;
    school.waits_a_minute().await;
    assert!(school.last("Ewa").text.contains("15:30"), "{}", school.told("Ewa"));
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-undo-not", &Args::new());
    assert_ne!(school.reads(BOOKED).await, first, "she knows it so, and so it stays");
}

#[tokio::test]
async fn what_a_parent_chose_since_then_is_not_undone() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    school.opens_talk().await;
    school.taps_all("Eva", &["Zeg af", "Ja, zeg af"]).await;
    assert!(school.reads(BOOKED).await.is_empty());
    school.books("Ewa").await;
    let chosen = school.reads(BOOKED).await;
    assert_eq!(chosen.len(), 1);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-undo-not", &Args::new());
    assert_eq!(school.reads(BOOKED).await, chosen);
}

#[tokio::test]
async fn a_talk_was_held_in_one_tap_with_a_next_step_for_who_types_one() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    school.does("update talks set interpreter = 'school'").await;
    school.turns_to(datetime(2026, 12, 1, 15, 20, 0, 0)).await;
    school.opens_talk().await;
    school.taps("Eva", "Gehad").await;
    school.hears_all("Eva", &["Gehad: gesprek over Zosia"]);
    school.taps("Eva", "Tolk was erbij").await;
    school.taps_all("Eva", &["Wie was erbij?", "Vader en moeder"]).await;
    school.taps("Eva", "Volgende stap").await;
    school.hears_all("Eva", &["hoogstens 140 tekens", "Niets over gezondheid"]);
    school.types("Eva", &"lang ".repeat(40)).await;
    school.is_told("Eva", "staff-meet-next-step-long", &Args::new());
    school.types("Eva", "Elke avond samen een boekje").await;
    school.hears_all(
        "Eva",
        &["De tolk was er.", "Met: Vader en moeder", "Volgende stap: Elke avond samen een boekje"],
    );
    let noted = "select outcome || coalesce(held_with, '') || coalesce(next_step, '') from talks where outcome is not null";
    assert_eq!(school.reads(noted).await, ["heldVader en moederElke avond samen een boekje"]);
    school.taps("Eva", "Ongedaan maken").await;
    assert!(school.reads(noted).await.is_empty());
    school.opens_talk().await;
    school.taps("Eva", "Niet gehad").await;
    assert_eq!(school.reads(noted).await, ["not_held"]);
    school.taps_all("Eva", &["Alle gesprekken"]).await;
    assert_eq!(school.choices("Eva")[0], "niet: di 1 dec, 15:00 · Zosia");
}

#[tokio::test]
async fn words_that_come_much_later_are_nobodys_next_step() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    school.turns_to(datetime(2026, 12, 1, 15, 20, 0, 0)).await;
    school.opens_talk().await;
    school.taps_all("Eva", &["Gehad", "Volgende stap"]).await;
    school.turns_to(datetime(2026, 12, 1, 15, 36, 0, 0)).await;
    school.types("Eva", "Hoe laat is de vergadering?").await;
    school.is_told("Eva", "staff-typed", &Args::new());
    let steps = "select count(*) from talks where next_step is not null";
    assert_eq!(school.counts(steps).await, 0);
}

#[tokio::test]
async fn a_round_is_called_off_once_it_was_asked_again_and_who_has_a_moment_hears_it() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    let before = school.bubbles("Ewa").len();
    school.opens_meetings("Eva").await;
    school.taps_all("Eva", &["Gesprekken", "Gesprek over je kind", "Ronde gaat niet door"]).await;
    school.hears_all("Eva", &["1 ouder krijgt meteen bericht", "niet ongedaan maken"]);
    assert_eq!(school.bubbles("Ewa").len(), before, "asked once more");
    school.taps("Eva", "Ja, zeg alles af").await;
    assert_eq!(school.bubbles("Ewa").len(), before + 1);
    assert_eq!(school.counts(FREE).await, 0);
    school.taps("Eva", "Ja, zeg alles af").await;
    school.is_told("Eva", "staff-meet-off", &Args::new());
}

#[tokio::test]
async fn what_staff_did_about_a_talk_goes_with_the_family() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    school.opens_talk().await;
    school.taps_all("Eva", &["Verplaats", "di 1 dec, 15:30"]).await;
    let acts = "select count(*) from staff_acts where act = 'talk'";
    assert_eq!(school.counts(acts).await, 1);
    let talk = "select id from talks where booked_at is not null";
    let talk = school.counts(talk).await;
    let undo = school.reads("select undo from staff_acts where act = 'talk'").await.remove(0);
    assert!(undo.starts_with(&format!("{talk} ")), "as the erasure looks for it: {undo}");
}
