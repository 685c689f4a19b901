//! Two families in one chat, and coming back after a stop.

use thuispost::language::Args;

use super::joining::renewed;
use super::{FATIMA, hears, hears_plain, labels, on, opens};
use crate::suite::school::School;

/// The same mother, for a nephew at another site.
const NEPHEW: &str = "De Zon,020-555 09 99,Sterren,G2,,Adam,,,Tante Fatima,fr,";

#[tokio::test]
async fn a_second_family_in_the_same_chat_is_asked_about_its_own_site() {
    let (mut school, code) = with_a_nephew().await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    let there = Args::new().text("location", "De Zon");
    hears(&school, "Fatima", "ar", "join-consent", &there);
    school.presses("Fatima", "j.yes").await;
    let theirs = Args::new().text("children", "\u{2068}Adam\u{2069}").text("location", "De Zon");
    hears(&school, "Fatima", "ar", "join-welcome", &theirs);
    school.types("Fatima", "/menu").await;
    let menu = school.last("Fatima").text;
    assert!(menu.contains("Samira") && menu.contains("Adam"), "{menu}");
    let same = "select count(*) from carers where language = 'ar' and consented_at is not null";
    assert_eq!(school.counts(same).await, 2, "the whole chat is in the language she chose");
}

#[tokio::test]
async fn a_child_is_not_named_before_the_yes_for_that_child() {
    let (mut school, code) = with_a_nephew().await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    for typed in ["/menu", "/start", "/help"] {
        school.types("Fatima", typed).await;
    }
    school.presses("Fatima", "m.data").await;
    assert!(!school.told("Fatima").contains("Adam"), "{}", school.told("Fatima"));
}

#[tokio::test]
async fn a_no_for_the_second_family_leaves_the_first_as_it_is() {
    let (mut school, code) = with_a_nephew().await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    school.presses("Fatima", "j.no").await;
    hears_plain(&school, "Fatima", "ar", "nothing-changed");
    school.types("Fatima", "/menu").await;
    let about = Args::new().text("children", "\u{2068}Samira\u{2069}");
    hears(&school, "Fatima", "ar", "menu", &about);
}

#[tokio::test]
async fn a_yes_for_the_second_family_after_a_stop_is_a_yes_for_that_family_only() {
    let (mut school, code) = with_a_nephew().await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    school.types("Fatima", "stop").await;
    school.presses("Fatima", "j.yes").await;
    let welcome = school.last("Fatima").text;
    assert!(welcome.contains("Adam") && !welcome.contains("Samira"), "{welcome}");
    assert_eq!(
        school
            .counts("select count(*) from carers where chat_id is not null and stopped_at is null")
            .await,
        1
    );
}

#[tokio::test]
async fn each_second_language_is_asked_about_by_its_own_name() {
    let rows = format!("{FATIMA}fr\n{}en", NEPHEW.replace(",fr,", ",ar,"));
    let mut school = School::opens(&rows).await;
    let code = school.code_of("Tante Fatima").await;
    school.joins("Fatima").await;
    school.presses("Fatima", "s.yes").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    school.presses("Fatima", "j.yes").await;
    let confirmed = "select count(*) from carers where second_language_confirmed_at is not null";
    assert_eq!(school.counts(confirmed).await, 1, "nobody asked about English yet");
    hears(
        &school,
        "Fatima",
        "ar",
        "second-language-question",
        &Args::new().text("language", "English"),
    );
    school.presses("Fatima", "s.no").await;
    assert_eq!(school.counts(confirmed).await, 1, "French was not taken back");
}

#[tokio::test]
async fn who_stopped_may_come_back_for_ninety_days_by_start() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "/stop").await;
    school.turns_to(on(2027, 2, 21, 9, 29)).await;
    school.types("Fatima", "/start").await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "resume-question", &here);
    school.presses("Fatima", "r.yes").await;
    hears_plain(&school, "Fatima", "ar", "resume-done");
    assert_eq!(school.counts("select count(*) from carers where stopped_at is not null").await, 0);
}

#[tokio::test]
async fn who_stopped_longer_ago_needs_a_new_code_and_says_yes_again() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "/stop").await;
    school.types("Fatima", "/start").await;
    school.turns_to(on(2027, 2, 21, 9, 31)).await;
    school.types("Fatima", "/start").await;
    hears_plain(&school, "Fatima", "ar", "code-expired");
    school.presses("Fatima", "r.yes").await;
    hears_plain(&school, "Fatima", "ar", "code-expired");

    let code = renewed(&school, "Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    super::a_letter_comes(&school).await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "join-language", &here);
    school.presses("Fatima", "j.l.fr").await;
    hears(&school, "Fatima", "fr", "join-consent", &here);
    school.presses("Fatima", "j.yes").await;
    assert!(school.last("Fatima").text.contains("Samira"));
}

#[tokio::test]
async fn a_parent_with_a_new_telephone_joins_there_with_a_new_code() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.turns_to(on(2026, 11, 23, 9, 31)).await;
    let code = renewed(&school, "Fatima").await;
    opens(&mut school, "New phone", "ar", Some(&code)).await;
    school.presses("New phone", "j.l.ar").await;
    school.presses("New phone", "j.yes").await;
    assert!(school.last("New phone").text.contains("Samira"), "{}", school.told("New phone"));
    school.types("Fatima", "/menu").await;
    hears_plain(&school, "Fatima", "ar", "stranger");
}

#[tokio::test]
async fn a_new_code_in_a_chat_that_takes_part_changes_nothing() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let code = renewed(&school, "Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    let about = Args::new().text("children", "\u{2068}Samira\u{2069}");
    hears(&school, "Fatima", "ar", "join-again", &about);
    assert!(labels(&school, "Fatima").is_empty());
}

async fn with_a_nephew() -> (School, String) {
    let mut school = School::opens(&format!("{FATIMA}\n{NEPHEW}")).await;
    let code = school.code_of("Tante Fatima").await;
    school.joins("Fatima").await;
    (school, code)
}
