//! Nobody sees or does anything outside their groups, however old the button.

use thuispost::language::Args;
use thuispost::roster::Role;

use super::{hears, said, toast};
use crate::suite::school::School;

#[tokio::test]
async fn an_educator_who_was_moved_cannot_answer_what_came_before() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    school
        .does(
            "update staff_groups set group_id = (select id from groups where name = 'Bijen')
             where staff_id = (select id from staff_members where name = 'Eva')",
        )
        .await;
    school.replies("Eva", "Samira", "Ik werk daar niet meer").await;
    hears(&school, "Eva", "staff-answer-scope", &Args::new());
    school.presses("Eva", "w.q").await;
    hears(&school, "Eva", "staff-no-questions", &Args::new());
    assert_eq!(school.open_questions().await, 1);
    school.replies("Noor", "Samira", "Ja").await;
    let told = school.told("Eva");
    assert!(!told.contains("Noor"), "who may not see it hears nothing more of it:\n{told}");
}

#[tokio::test]
async fn a_child_that_moved_takes_its_questions_along() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    school
        .does(
            "update children set group_id = (select id from groups where name = 'Bijen')
             where name = 'Samira'",
        )
        .await;
    school.replies("Eva", "Samira", "Ja").await;
    hears(&school, "Eva", "staff-answer-scope", &Args::new());
    school.presses("Bas", "w.q").await;
    assert!(school.last("Bas").text.contains("سؤال"), "{}", school.told("Bas"));
}

#[tokio::test]
async fn each_role_sees_as_far_as_it_should() {
    let mut school = School::with_staff().await;
    for (name, role, places) in [
        ("Kim", Role::Coach, vec!["De Regenboog"]),
        ("Zoë", Role::Coach, vec!["De Zon"]),
        ("Ans", Role::Coordinator, vec![]),
        ("Ben", Role::Administrator, vec![]),
    ] {
        school.employs(name, role, &places).await;
        school.opens_work(name).await;
    }
    for (parent, question) in
        [("Fatima", "vraag een"), ("Anna", "vraag twee"), ("Cor", "vraag drie")]
    {
        school.joins(parent).await;
        school.types(parent, question).await;
    }
    for (name, sees) in
        [("Eva", 1), ("Noor", 1), ("Bas", 1), ("Kim", 2), ("Zoë", 1), ("Ans", 3), ("Ben", 3)]
    {
        school.types(name, "menu").await;
        hears(&school, name, "staff-menu", &Args::new().number("questions", sees));
        let before = school.bubbles(name).len();
        school.presses(name, "w.q").await;
        assert_eq!(i64::try_from(school.bubbles(name).len() - before).unwrap(), sees, "{name}");
    }
}

#[tokio::test]
async fn data_that_nobody_made_changes_nothing() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    let message = school.last("Eva").message_id;
    for data in [
        "w",
        "w.",
        "w.zz",
        "w.u",
        "w.u.",
        "w.u.x",
        "w.u.-1",
        "w.u.9223372036854775807",
        "w..q",
        "w.p.ask",
    ] {
        school.sandbox.presses(school.id("Eva"), message, data).unwrap();
        school.settles().await;
        // And the same from a parent and from nobody.
        school.sandbox.presses(school.id("Fatima"), 1, data).ok();
        school.settles().await;
    }
    assert_eq!(school.open_questions().await, 1);
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    assert!(!school.told("Fatima").contains("Open vragen"), "{}", school.told("Fatima"));
    let too_old = said(&school, "button-too-old", &Args::new());
    assert!(school.phone("Fatima").toasts.len() > 5);
    school.presses("Eva", "w.q").await;
    let _ = toast(&school, "Eva").await;
    assert!(school.phone("Eva").toasts.iter().any(|toast| toast.text == too_old));
}
