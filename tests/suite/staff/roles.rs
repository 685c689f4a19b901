//! A parent who also works here, in one chat.

use thuispost::language::{Args, HomeLanguage};
use thuispost::roster::Role;

use super::{FAMILIES, about, hears, said, toast};
use crate::suite::school::School;

/// Anna is Daan's mother and an educator of Vlinders.
async fn both() -> School {
    let mut school = School::opens(FAMILIES).await;
    school.joins("Anna").await;
    school.joins("Fatima").await;
    school.employs("Anna de Vries", Role::Educator, &["Vlinders"]).await;
    let code = school.new_code("Anna de Vries").await;
    school.opens_code("Anna", &code).await;
    school
}

async fn questions(school: &School) -> i64 {
    school.counts("select count(*) from questions").await
}

#[tokio::test]
async fn what_is_typed_at_work_is_no_question_of_a_parent_until_she_says_so() {
    let school = both().await;
    school.types("Anna", "Daan is morgen vrij").await;
    hears(&school, "Anna", "staff-typed-parent", &Args::new());
    assert_eq!(questions(&school).await, 0);
    school.presses("Anna", "w.p.no").await;
    hears(&school, "Anna", "staff-not-asked", &Args::new());
    school.presses("Anna", "w.p.ask").await;
    assert_eq!(questions(&school).await, 0, "she said no");
    school.types("Anna", "Daan is morgen echt vrij").await;
    school.presses("Anna", "w.p.ask").await;
    assert_eq!(school.reads("select body from questions").await, ["Daan is morgen echt vrij"]);
    let (message, data) = school.button("Anna", "w.p.ask");
    school.sandbox.presses(school.id("Anna"), message, &data).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Anna").await, said(&school, "button-too-old", &Args::new()));
    assert_eq!(questions(&school).await, 1, "pressed twice is one question");
    assert_eq!(
        school.reads("select coalesce(step, '-') from chats where mode = 'work'").await,
        ["-"]
    );
}

#[tokio::test]
async fn the_menu_goes_to_and_fro_between_parent_and_work() {
    let school = both().await;
    school.types("Anna", "menu").await;
    hears(&school, "Anna", "staff-menu", &Args::new().number("questions", 0));
    school.presses("Anna", "w.p.parent").await;
    let children = Args::new().text("children", "\u{2068}Daan\u{2069}");
    let menu = school.phrases.plain(HomeLanguage::DUTCH, "menu", &children);
    assert_eq!(school.last("Anna").text, menu);
    school.types("Anna", "Wanneer is het feest?").await;
    assert_eq!(questions(&school).await, 1, "at home she just asks");
    school.types("Anna", "menu").await;
    assert_eq!(school.last("Anna").text, menu);
    school.presses("Anna", "w.p.work").await;
    hears(&school, "Anna", "staff-menu", &Args::new().number("questions", 0));
    school.types("Anna", "ouder").await;
    assert_eq!(school.last("Anna").text, menu);
    school.types("Anna", "Werk").await;
    hears(&school, "Anna", "staff-menu", &Args::new().number("questions", 0));
    assert_eq!(questions(&school).await, 1);
}

#[tokio::test]
async fn a_reply_to_a_question_is_an_answer_in_either_role() {
    let school = both().await;
    school.types("Fatima", "سؤال").await;
    school.presses("Anna", "w.p.parent").await;
    school.replies("Anna", "سؤال", "Ja hoor").await;
    hears(&school, "Anna", "staff-answer-given", &about("Samira", "Vlinders"));
    assert_eq!(questions(&school).await, 1);
    school.waits_a_minute().await;
    assert!(school.told("Fatima").contains("Ja hoor"));
}

#[tokio::test]
async fn letters_come_to_the_parent_also_while_she_is_at_work() {
    let school = both().await;
    let folder = school.writes_letter("feest", "", &[("nl", "# Feest\n\nKom ook.\n")]);
    school.sends(&folder, &["Bijen"], None).await.unwrap();
    assert!(school.last("Anna").text.contains("Kom ook."), "{}", school.told("Anna"));
    school.presses("Anna", "lu.").await;
    assert_eq!(school.counts("select count(*) from understandings").await, 1);
}

#[tokio::test]
async fn media_at_work_is_no_question_either() {
    let school = both().await;
    school.sandbox.sends_voice(school.id("Anna")).unwrap();
    school.settles().await;
    hears(&school, "Anna", "staff-media", &Args::new());
    school.sandbox.sends_photo(school.id("Anna"), Some("Kijk")).unwrap();
    school.settles().await;
    hears(&school, "Anna", "staff-typed-parent", &Args::new());
    assert_eq!(questions(&school).await, 0);
}

#[tokio::test]
async fn stop_stops_everything_in_that_chat() {
    let school = both().await;
    school.types("Anna", "stop").await;
    assert!(school.told("Anna").contains(&said(&school, "staff-stopped", &Args::new())));
    assert_eq!(school.counts("select count(*) from carers where stopped_at is not null").await, 1);
    assert_eq!(
        school.counts("select count(*) from staff_members where chat_id is not null").await,
        0
    );
    let before = school.bubbles("Anna").len();
    school.types("Fatima", "سؤال").await;
    assert_eq!(school.bubbles("Anna").len(), before);
}

#[tokio::test]
async fn who_only_works_here_is_told_that_nobody_gets_what_is_typed() {
    let school = School::with_staff().await;
    school.types("Eva", "Hallo?").await;
    hears(&school, "Eva", "staff-typed", &Args::new());
    school.types("Eva", "help").await;
    hears(&school, "Eva", "staff-help", &Args::new());
    school.types("Eva", "/language").await;
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 0));
    school.sandbox.presses_start(school.id("Eva"), None).unwrap();
    school.settles().await;
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 0));
    assert_eq!(questions(&school).await, 0);
}
