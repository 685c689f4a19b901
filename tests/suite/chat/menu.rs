//! The menu: language, pause, help, my data.

use thuispost::language::{Args, HomeLanguage, day};

use super::{EIGHT, FATIMA, a_letter_comes, hears, hears_plain, labels, on, words};
use crate::suite::school::School;

#[tokio::test]
async fn two_taps_from_any_message_change_the_language_of_everything() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let mut before = "ar";
    for tag in EIGHT {
        let under_the_chat = words(&school, before, "keyboard-language", &Args::new());
        assert!(school.phone("Fatima").keyboard.contains(&under_the_chat));
        school.types("Fatima", &under_the_chat).await;
        hears_plain(&school, "Fatima", before, "language-question");
        school.presses("Fatima", &format!("l.{tag}")).await;
        hears_plain(&school, "Fatima", tag, "language-changed");
        let keyboard =
            ["keyboard-language", "keyboard-menu"].map(|id| words(&school, tag, id, &Args::new()));
        assert_eq!(school.phone("Fatima").keyboard, keyboard);
        school.types("Fatima", &keyboard[1]).await;
        let about = Args::new().text("children", "\u{2068}Samira\u{2069}");
        hears(&school, "Fatima", tag, "menu", &about);
        before = tag;
    }
    assert_eq!(school.counts("select count(*) from questions").await, 0);
    assert_eq!(school.counts("select count(*) from carers where language = 'so'").await, 1);
}

#[tokio::test]
async fn a_letter_after_the_change_has_its_buttons_in_the_new_language() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "/language").await;
    school.presses("Fatima", "l.tr").await;
    a_letter_comes(&school).await;
    let understood = words(&school, "tr", "letter-understood", &Args::new());
    assert!(labels(&school, "Fatima").contains(&understood), "{}", school.told("Fatima"));
}

#[tokio::test]
async fn a_word_for_menu_or_help_is_understood_in_every_language() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    for tag in EIGHT {
        let language = HomeLanguage::parse(tag).unwrap();
        for word in school.phrases.words(language, "words-menu") {
            school.types("Fatima", &word).await;
            assert_eq!(labels(&school, "Fatima").len(), 6, "{word}");
        }
        for word in school.phrases.words(language, "words-help") {
            school.types("Fatima", &word).await;
            assert!(school.last("Fatima").text.contains("020-555 01 23"), "{word}");
        }
    }
    assert_eq!(school.counts("select count(*) from questions").await, 0);
}

#[tokio::test]
async fn a_carer_who_paused_gets_nothing_until_the_pause_ends_by_itself() {
    for (button, until) in [("p.7", 30), ("p.14", 37), ("p.28", 51)] {
        let mut school = School::opens(FATIMA).await;
        school.joins("Fatima").await;
        pauses(&school, button).await;
        let back = on(2026, 11, 1, 9, 30).saturating_add(jiff::ToSpan::days(until - 1));
        let said = day(HomeLanguage::parse("ar").unwrap(), back.date());
        hears(&school, "Fatima", "ar", "pause-done", &Args::new().text("day", said));
        // A letter of the last day before comes a day later, not never.
        school.turns_to(back.saturating_sub(jiff::ToSpan::hours(24))).await;
        a_letter_comes(&school).await;
        hears_pause_only(&school);
        school.turns_to(back).await;
        assert!(school.last("Fatima").text.contains("Water"), "{}", school.told("Fatima"));
    }
}

#[tokio::test]
async fn a_button_ends_a_pause_and_what_waited_comes() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    pauses(&school, "p.28").await;
    a_letter_comes(&school).await;
    hears_pause_only(&school);
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.resume").await;
    school.turns_to(on(2026, 11, 23, 9, 31)).await;
    let resumed = words(&school, "ar", "resume-done", &Args::new());
    let said = school.told("Fatima");
    assert!(said.contains(&resumed) && school.last("Fatima").text.contains("Water"), "{said}");
    school.types("Fatima", "/menu").await;
    assert!(labels(&school, "Fatima").contains(&words(&school, "ar", "menu-pause", &Args::new())));
}

#[tokio::test]
async fn a_pause_of_another_length_is_asked_for_again() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let message = school.last("Fatima").message_id;
    for forged in ["p.365", "p.-7", "p.", "p.7000000000000000000000"] {
        school.sandbox.presses(school.id("Fatima"), message, forged).unwrap();
        school.settles().await;
        hears_plain(&school, "Fatima", "ar", "pause-question");
    }
    assert_eq!(
        school.counts("select count(*) from carers where paused_until is not null").await,
        0
    );
}

#[tokio::test]
async fn help_tells_the_telephone_number_if_the_site_has_one() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "/help").await;
    let here = Args::new().text("location", "De Regenboog").text("phone", "020-555 01 23");
    hears(&school, "Fatima", "ar", "help", &here);

    let mut school = School::opens("De Regenboog,,Vlinders,G1,,Samira,,,Fatima,ar,").await;
    school.joins("Fatima").await;
    school.types("Fatima", "/help").await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "help-no-phone", &here);
    school.types("Fatima", "سؤال").await;
    hears(&school, "Fatima", "ar", "question-received-no-phone", &here);
}

#[tokio::test]
async fn an_unknown_command_gets_help_and_is_no_question() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    for typed in ["/settings", "/help@regenboog_bot", "/HELP", "/"] {
        school.types("Fatima", typed).await;
        assert!(school.last("Fatima").text.contains("020-555 01 23"), "{typed}");
    }
    assert_eq!(school.counts("select count(*) from questions").await, 0);
}

#[tokio::test]
async fn my_data_counts_what_is_kept() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    hears_counts(&school, [0, 0, 0]).await;
    a_letter_comes(&school).await;
    school.presses("Fatima", "lu.").await;
    school.types("Fatima", "Wanneer is de themaochtend?").await;
    school.types("Fatima", "En waar?").await;
    hears_counts(&school, [1, 1, 2]).await;
    school.turns_to(on(2026, 11, 24, 9, 31)).await;
    hears_counts(&school, [1, 1, 2]).await;
    school.presses("Fatima", "cw.").await;
    hears_counts(&school, [1, 2, 2]).await;
}

async fn hears_counts(school: &School, [letters, answers, questions]: [i64; 3]) {
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.data").await;
    let args = Args::new()
        .text("children", "\u{2068}Samira\u{2069}")
        .text("location", "De Regenboog")
        .text("language", "العربية")
        .number("letters", letters)
        .number("answers", answers)
        .number("questions", questions)
        .number("months", i64::from(school.settings.retention_months));
    hears(school, "Fatima", "ar", "data", &args);
}

async fn pauses(school: &School, button: &str) {
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.pause").await;
    school.presses("Fatima", button).await;
}

fn hears_pause_only(school: &School) {
    let told = school.told("Fatima");
    assert!(!told.contains("Water"), "{told}");
}
