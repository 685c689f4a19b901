//! When the question comes, and when it does not.

use jiff::civil::{DateTime, datetime};

use super::{ANNA, BEAR, School};

const MONDAY: DateTime = datetime(2026, 11, 23, 9, 30, 0, 0);

#[tokio::test]
async fn the_question_comes_the_next_day_with_three_buttons() {
    let school = School::with_bear().await;
    school.turns_to(datetime(2026, 11, 24, 9, 29, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 0);
    school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
    let told = school.told("Anna").replace(['\u{2068}', '\u{2069}'], "");
    let question = told.split("🏠").nth(1).unwrap();
    insta::assert_snapshot!(question, @r"
     Hoe ging het thuis met Daan?
    Het idee kwam uit “Op berenjacht”.
        [Het is gelukt]
        [Een beetje]
        [Nog niet]
    ");
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1, "silence is not asked twice");
}

#[tokio::test]
async fn a_letter_of_the_evening_is_asked_about_in_the_morning() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    school.turns_to(datetime(2026, 11, 23, 19, 59, 0, 0)).await;
    school.sends_asking("beer").await;
    for quiet in [datetime(2026, 11, 24, 20, 0, 0, 0), datetime(2026, 11, 25, 7, 59, 0, 0)] {
        school.turns_to(quiet).await;
        assert_eq!(school.questions_asked("Anna"), 0, "{quiet}");
    }
    school.turns_to(datetime(2026, 11, 25, 8, 0, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
}

#[tokio::test]
async fn a_letter_without_a_check_in_asks_nothing() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    let folder = school.writes_letter("beer", "", &[("nl", BEAR)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 0);
}

#[tokio::test]
async fn who_stopped_or_blocked_or_never_got_the_letter_is_not_asked() {
    let rows = ["Anna", "Bea", "Cor", "Dirk"]
        .map(|name| ANNA.replace("Anna", name).replace("G3", &format!("G-{name}")));
    let mut school = School::opens(&rows.join("\n")).await;
    for name in ["Anna", "Bea", "Cor"] {
        school.joins(name).await;
    }
    school.sandbox.blocks(school.id("Cor")).unwrap();
    school.settles().await;
    school.sends_asking("beer").await;
    school.types("Anna", "stop").await;
    school.sandbox.blocks(school.id("Bea")).unwrap();
    school.sandbox.unblocks(school.id("Cor")).unwrap();
    school.joins("Dirk").await;
    school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
    for name in ["Anna", "Bea", "Cor", "Dirk"] {
        assert_eq!(school.questions_asked(name), 0, "{name}");
    }
    assert_eq!(school.counts("select count(*) from check_ins").await, 0);
}

#[tokio::test]
async fn who_paused_is_asked_when_the_pause_is_over() {
    let school = School::with_bear().await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.pause").await;
    school.presses("Anna", "p.7").await;
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 0);
    school.turns_to(datetime(2026, 11, 30, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
}

#[tokio::test]
async fn who_wanted_to_be_asked_again_and_then_paused_is_left_alone() {
    let school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.tomorrow.").await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.pause").await;
    school.presses("Anna", "p.7").await;
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
    school.turns_to(datetime(2026, 12, 1, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 2, "after the pause the promise is kept");
}

#[tokio::test]
async fn a_letter_of_a_month_ago_asks_nothing() {
    let mut school = School::with_bear().await;
    school.ends_service().await;
    school.turns_to(datetime(2026, 12, 23, 9, 30, 0, 0)).await;
    school.begins_service().await;
    school.turns_to(datetime(2026, 12, 23, 9, 31, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 0);
}

#[tokio::test]
async fn a_service_that_starts_again_asks_nobody_twice() {
    let mut school = School::with_bear_asked().await;
    school.presses("Anna", "cn.").await;
    school.presses("Anna", "a.tomorrow.").await;
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    for minute in 31..33 {
        school.ends_service().await;
        school.begins_service().await;
        school.turns_to(datetime(2026, 11, 25, 9, minute, 0, 0)).await;
    }
    assert_eq!(school.questions_asked("Anna"), 2);
}

#[tokio::test]
async fn the_night_in_which_the_clock_changes_brings_the_question_at_a_decent_hour() {
    let nights = [
        // The clock goes forward on 28 March 2027 and back on 31 October 2027.
        (datetime(2027, 3, 27, 9, 30, 0, 0), datetime(2027, 3, 28, 10, 30, 0, 0)),
        (datetime(2027, 3, 27, 19, 30, 0, 0), datetime(2027, 3, 29, 8, 0, 0, 0)),
        (datetime(2027, 10, 30, 8, 30, 0, 0), datetime(2027, 10, 31, 8, 0, 0, 0)),
        (datetime(2027, 10, 30, 19, 30, 0, 0), datetime(2027, 10, 31, 18, 30, 0, 0)),
    ];
    for (sent, asked) in nights {
        let mut school = School::opens(ANNA).await;
        school.joins("Anna").await;
        school.turns_to(sent).await;
        school.sends_asking("beer").await;
        school.turns_to(asked.checked_sub(jiff::Span::new().minutes(1)).unwrap()).await;
        assert_eq!(school.questions_asked("Anna"), 0, "sent {sent}");
        school.turns_to(asked).await;
        assert_eq!(school.questions_asked("Anna"), 1, "sent {sent}");
    }
}

#[tokio::test]
async fn a_letter_taken_back_is_not_asked_about() {
    let school = School::with_bear().await;
    school.takes_back("beer").await;
    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 0);
}

#[tokio::test]
async fn turning_the_calendar_back_asks_nobody_twice() {
    let school = School::with_bear_asked().await;
    school.turns_to(MONDAY).await;
    school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
    assert_eq!(school.questions_asked("Anna"), 1);
}
