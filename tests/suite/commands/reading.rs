//! What an educator with one minute reads.

use super::School;

const FATIMA: &str = "De Regenboog,020-555 01 23,Vlinders,Haddad,,Samira,,,Fatima,ar,";
const ANNA: &str = "De Regenboog,020-555 01 23,Vlinders,De Wit,,Daan,,,Anna,nl,";
const PIOTR: &str = "De Regenboog,020-555 01 23,Vlinders,Nowak,,Zosia,,,Piotr,pl,";
const DUTCH: &str = "# Water\n\nWij spelen met water.\n";

/// Numbers differ each time; a short run of the same sign keeps the columns.
fn without_numbers(text: &str) -> String {
    let mut shown = String::new();
    let mut digits = String::new();
    for letter in text.chars().chain(['\n']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        shown.push_str(if digits.len() > 8 { "NUMMER" } else { &digits });
        digits.clear();
        shown.push(letter);
    }
    shown.trim_end().to_owned()
}

async fn a_busy_monday() -> School {
    let mut school = School::opens(&[FATIMA, ANNA, PIOTR].join("\n")).await;
    school.joins("Anna").await;
    school.joins("Piotr").await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    let hold = Some(thuispost::mailing::Missing::Hold);
    school.sends(&folder, &["Vlinders"], hold).await.unwrap();
    school.presses("Anna", "le.").await;
    school.types("Anna", "Mag Daan een muts op?").await;
    school.sandbox.sends_voice(school.id("Piotr")).unwrap();
    school.settles().await;
    school.types("Piotr", "menu").await;
    school.presses("Piotr", "m.data").await;
    school.presses("Piotr", "d.ask").await;
    school.presses("Piotr", "d.yes").await;
    school
}

#[tokio::test]
async fn how_a_letter_stands() {
    let school = a_busy_monday().await;
    let told = school.staff_run(&["letter", "status", "water"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @"");
}

#[tokio::test]
async fn how_a_letter_stands_that_everybody_got_and_one_that_is_still_to_come() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let told = school.staff_run(&["letter", "status", "water"]).await.well();
    insta::assert_snapshot!(told, @"");
    let folder = school.writes_letter("herfst", "", &[("nl", DUTCH)]);
    school.plans(&folder, "Vlinders", jiff::civil::datetime(2026, 11, 28, 10, 0, 0, 0)).await;
    let told = school.staff_run(&["letter", "status", "herfst"]).await.well();
    insta::assert_snapshot!(told, @"");
    let told = school.staff_run(&["letter", "list"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @"");
    school.staff_run(&["letter", "cancel", "herfst"]).await.well();
    let told = school.staff_run(&["letter", "status", "herfst"]).await.well();
    insta::assert_snapshot!(told, @"");
}

#[tokio::test]
async fn the_families_and_who_takes_part() {
    let school = a_busy_monday().await;
    let told = school.staff_run(&["families"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @"");
}

#[tokio::test]
async fn the_open_questions() {
    let school = a_busy_monday().await;
    let told = school.staff_run(&["questions", "list"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @"");
}

#[tokio::test]
async fn every_reason_and_state_has_words_in_both_staff_languages() {
    use thuispost::language::{Args, HomeLanguage, Phrasebook};
    use thuispost::outbox::{Reason, State};
    let phrases = Phrasebook::load().unwrap();
    let reasons =
        Reason::ALL.iter().map(|it| format!("cli-reason-{}", it.word().replace('_', "-")));
    let states = State::ALL.iter().map(|it| format!("cli-state-{}", it.word()));
    for id in reasons.chain(states) {
        for language in [HomeLanguage::DUTCH, HomeLanguage::ENGLISH] {
            assert_ne!(phrases.plain(language, &id, &Args::new()), id);
        }
    }
}
