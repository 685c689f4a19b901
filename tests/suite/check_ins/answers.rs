//! What each answer brings, how often one may change one's mind, and when it is over.

use jiff::civil::datetime;
use thuispost::reply::Barrier;

use super::School;

#[tokio::test]
async fn it_worked_is_thanked_for_with_the_childs_name() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cw.").await;
    let thanks = school.last("Anna").text.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(thanks, "Wat fijn. Samen doen en praten: zo leert Daan nieuwe woorden.");
    assert_eq!(school.known().await, "worked - -");
}

#[tokio::test]
async fn a_bit_is_a_beginning() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cb.").await;
    assert!(school.last("Anna").text.starts_with("Mooi, een begin is genoeg."));
    assert_eq!(school.known().await, "a_bit - -");
}

#[tokio::test]
async fn the_same_answer_twice_is_thanked_for_once() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cw.").await;
    let said = school.bubbles("Anna").len();
    school.presses("Anna", "cw.").await;
    assert_eq!(school.bubbles("Anna").len(), said);
}

#[tokio::test]
async fn not_yet_tomorrow_asks_once_more_and_then_never_again() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.tomorrow.").await;
    let promise = school.last("Anna").text;
    assert!(promise.contains("25 november") && promise.contains("9"), "{promise}");
    school.turns_to(datetime(2026, 11, 25, 9, 29, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    assert!(school.last("Anna").text.starts_with("🏠 Is het nu gelukt"), "{}", school.told("Anna"));

    school.presses("Anna", "cw.").await;
    school.presses("Anna", "cn.").await;
    let before = school.bubbles("Anna").len();
    school.presses("Anna", "a.tomorrow.").await;
    let promised = school.bubbles("Anna").split_off(before);
    assert!(
        !promised.iter().any(|it| it.text.contains("Ik vraag het nog eens")),
        "what will not happen is not promised: {}",
        school.told("Anna")
    );
    school.turns_to(datetime(2026, 11, 27, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 2, "one reminder at most");
}

#[tokio::test]
async fn tomorrow_said_in_the_evening_is_tomorrow_morning() {
    let school = School::with_bear_asked().await;
    school.turns_to(datetime(2026, 11, 24, 21, 0, 0, 0)).await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.tomorrow.").await;
    school.turns_to(datetime(2026, 11, 25, 8, 0, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 2);
}

#[tokio::test]
async fn at_the_weekend_is_saturday_at_ten() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.weekend.").await;
    assert!(school.last("Anna").text.contains("28 november"), "{}", school.last("Anna").text);
    school.turns_to(datetime(2026, 11, 28, 9, 59, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
    school.turns_to(datetime(2026, 11, 28, 10, 0, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 2);
}

#[tokio::test]
async fn no_need_ends_it_kindly_even_after_a_promise_to_ask_again() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.tomorrow.").await;
    school.presses("Anna", "a.never.").await;
    assert!(school.last("Anna").text.starts_with("Dat is goed."));
    school.turns_to(datetime(2026, 11, 26, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
}

#[tokio::test]
async fn who_worked_it_out_before_the_second_question_is_not_asked_again() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.tomorrow.").await;
    school.presses("Anna", "cw.").await;
    school.turns_to(datetime(2026, 11, 26, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
    assert_eq!(school.known().await, "worked - -");
}

#[tokio::test]
async fn every_barrier_is_kept_and_thanked_for_and_not_understood_goes_to_a_person() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "b.ask.").await;
    assert_eq!(school.last("Anna").buttons.len(), 7);
    for barrier in Barrier::ALL {
        school.presses("Anna", &format!("b.{}.", barrier.word())).await;
        assert!(
            school.last("Anna").text.starts_with("Dank je wel"),
            "{}",
            school.last("Anna").text
        );
        assert_eq!(school.known().await, format!("not_yet {} -", barrier.word()));
    }
    assert_eq!(school.reads("select kind from questions").await, ["explain"]);
    school.presses("Anna", "cw.").await;
    assert_eq!(school.known().await, "worked - -", "what works has no barrier");
}

#[tokio::test]
async fn a_mind_may_be_changed_for_two_weeks_and_then_a_press_changes_nothing() {
    let school = School::with_bear_asked().await;
    for (press, known) in [("cn.", "not_yet - -"), ("cb.", "a_bit - -"), ("cw.", "worked - -")] {
        school.presses("Anna", press).await;
        assert_eq!(school.known().await, known);
    }
    school.turns_to(datetime(2026, 12, 8, 9, 29, 0, 0)).await;
    school.presses("Anna", "cb.").await;
    assert_eq!(school.known().await, "a_bit - -");
    school.turns_to(datetime(2026, 12, 8, 9, 30, 0, 0)).await;
    let said = school.bubbles("Anna").len();
    for press in ["cw.", "a.tomorrow.", "b.ask."] {
        school.presses("Anna", press).await;
    }
    assert_eq!(school.known().await, "a_bit - -");
    assert_eq!(school.bubbles("Anna").len(), said, "{}", school.told("Anna"));
    assert!(school.toasted("Deze vraag is al voorbij. Dank je wel.").await);
}

#[tokio::test]
async fn the_next_check_in_closes_the_one_before() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    let (message, worked) = school.button("Anna", "cw.");
    school.sends_asking("olifant").await;
    school.turns_to(datetime(2026, 11, 25, 9, 31, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 2);
    school.sandbox.presses(school.id("Anna"), message, &worked).unwrap();
    school.settles().await;
    assert_eq!(school.known().await, "not_yet - -");
    assert!(school.toasted("Deze vraag is al voorbij. Dank je wel.").await);
}

impl School {
    /// Whether these words were shown for a moment; they come after the effect.
    async fn toasted(&self, words: &str) -> bool {
        let anna = self.id("Anna");
        let shown = self.sandbox.wait_until(crate::suite::school::PATIENCE, |world| {
            world.phone(anna).is_some_and(|it| it.toasts.iter().any(|toast| toast.text == words))
        });
        shown.await
    }
}
