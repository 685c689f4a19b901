//! A minute to take an answer back.

use thuispost::language::Args;

use super::{about, hears, said, toast};
use crate::suite::school::School;

async fn answered() -> School {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    school.replies("Eva", "Samira", "Fout antwoord").await;
    school
}

#[tokio::test]
async fn an_answer_that_was_taken_back_never_comes_and_the_question_is_open_again() {
    let school = answered().await;
    assert_eq!(school.open_questions().await, 0);
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone-answer", &Args::new());
    let by = about("Samira", "Vlinders").text("name", "Eva");
    hears(&school, "Noor", "staff-others-reopened", &by);
    assert_eq!(school.open_questions().await, 1);
    school.waits_a_minute().await;
    assert!(!school.told("Fatima").contains("Fout antwoord"));
    school.replies("Noor", "سؤال", "Goed antwoord").await;
    school.waits_a_minute().await;
    assert!(school.told("Fatima").contains("Goed antwoord"));
    assert_eq!(school.counts("select count(*) from deliveries where payload is not null").await, 0);
}

#[tokio::test]
async fn after_a_minute_it_is_too_late_and_that_is_said() {
    let school = answered().await;
    school.waits_a_minute().await;
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undo-left", &Args::new());
    assert_eq!(school.open_questions().await, 0);
    assert!(school.told("Fatima").contains("Fout antwoord"));
}

#[tokio::test]
async fn undo_pressed_twice_is_one_undo_also_after_the_next_answer() {
    let school = answered().await;
    let (message, data) = school.button("Eva", "w.u.");
    school.presses("Eva", "w.u.").await;
    school.replies("Eva", "سؤال", "Beter antwoord").await;
    school.sandbox.presses(school.id("Eva"), message, &data).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Eva").await, said(&school, "staff-undone-before", &Args::new()));
    school.waits_a_minute().await;
    assert!(school.told("Fatima").contains("Beter antwoord"), "the old button did nothing");
}

#[tokio::test]
async fn nobody_takes_back_the_answer_of_another() {
    let school = answered().await;
    let (_, data) = school.button("Eva", "w.u.");
    let message = school.last("Noor").message_id;
    school.sandbox.presses(school.id("Noor"), message, &data).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Noor").await, said(&school, "staff-undone-before", &Args::new()));
    school.waits_a_minute().await;
    assert!(school.told("Fatima").contains("Fout antwoord"));
}
