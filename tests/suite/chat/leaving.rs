//! Stop, "this is not me", and being erased.

use thuispost::inbox;
use thuispost::language::{Args, HomeLanguage};

use super::{EIGHT, FATIMA, a_letter_comes, hears, hears_plain, labels, opens};
use crate::suite::school::School;

const STOPPED: &str = "select count(*) from carers where stopped_at is not null";

#[tokio::test]
async fn every_word_for_stop_stops_however_it_is_written() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let mut ways = vec!["/stop".to_owned(), "/stop@regenboog_bot".to_owned(), " STOP! ".to_owned()];
    for tag in EIGHT {
        let language = HomeLanguage::parse(tag).unwrap();
        ways.extend(school.phrases.words(language, "words-stop"));
    }
    ways.extend(
        ["ÇIKMAK İSTİYORUM", "Çıkmak istiyorum.", "MESAJLARI DURDUR", "¡Baja!", "توقف؟"]
            .map(str::to_owned),
    );
    school.types("Fatima", "/stop").await;
    school.types("Fatima", "/start").await;
    let (message, come_back) = school.button("Fatima", "r.yes");
    let here = Args::new().text("location", "De Regenboog");
    for way in ways {
        school.sandbox.presses(school.id("Fatima"), message, &come_back).unwrap();
        school.types("Fatima", &way).await;
        hears(&school, "Fatima", "ar", "stop-done", &here);
        assert_eq!(school.counts(STOPPED).await, 1, "{way}");
    }
    assert_eq!(school.counts("select count(*) from questions").await, 0);
}

#[tokio::test]
async fn the_word_stop_within_a_sentence_is_a_question_to_staff() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "Wanneer stoppen de lessen?").await;
    assert_eq!(school.counts(STOPPED).await, 0);
    assert_eq!(school.counts("select count(*) from questions").await, 1);
}

#[tokio::test]
async fn stop_in_the_menu_is_one_tap_and_nothing_comes_after_it() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.stop").await;
    hears(&school, "Fatima", "ar", "stop-done", &Args::new().text("location", "De Regenboog"));
    let before = school.bubbles("Fatima").len();
    a_letter_comes(&school).await;
    assert_eq!(school.bubbles("Fatima").len(), before);
    let why = "select count(*) from deliveries where state = 'skipped' and reason = 'stopped'";
    assert_eq!(school.counts(why).await, 1);
}

#[tokio::test]
async fn a_check_in_is_not_asked_after_a_stop() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    a_letter_comes(&school).await;
    school.types("Fatima", "stop").await;
    let before = school.bubbles("Fatima").len();
    school.turns_to(super::on(2026, 11, 24, 9, 31)).await;
    assert_eq!(school.bubbles("Fatima").len(), before, "{}", school.told("Fatima"));
}

#[tokio::test]
async fn buttons_from_before_a_stop_only_offer_to_come_back() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    a_letter_comes(&school).await;
    school.types("Fatima", "/menu").await;
    school.types("Fatima", "stop").await;
    let here = Args::new().text("location", "De Regenboog");
    for old in ["le.", "lu.", "m.language", "m.data", "m.pause"] {
        let (message, data) = school.button("Fatima", old);
        school.sandbox.presses(school.id("Fatima"), message, &data).unwrap();
        school.settles().await;
        hears(&school, "Fatima", "ar", "resume-question", &here);
    }
    assert_eq!(school.counts("select count(*) from questions").await, 0);
    assert_eq!(school.counts("select count(*) from understandings").await, 0);
    assert_eq!(school.counts(STOPPED).await, 1);
}

#[tokio::test]
async fn this_is_not_me_takes_the_family_out_of_the_chat_and_ends_the_code() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    school.joins("Fatima").await;
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.not-me").await;
    hears_plain(&school, "Fatima", "ar", "not-me-question");
    school.presses("Fatima", "n.no").await;
    hears_plain(&school, "Fatima", "ar", "nothing-changed");
    school.presses("Fatima", "n.yes").await;
    hears_plain(&school, "Fatima", "ar", "not-me-done");
    let linked =
        "select count(*) from carers where chat_id is not null or consented_at is not null";
    assert_eq!(school.counts(linked).await, 0);
    let before = school.bubbles("Fatima").len();
    a_letter_comes(&school).await;
    assert_eq!(school.bubbles("Fatima").len(), before);

    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    hears_plain(&school, "Fatima", "ar", "code-used");
    let new = school.code_of("Fatima").await;
    assert_ne!(new, code);
    opens(&mut school, "Fatima", "ar", Some(&new)).await;
    assert!(!labels(&school, "Fatima").is_empty(), "{}", school.told("Fatima"));
}

#[tokio::test]
async fn an_old_yes_please_is_no_consent_of_the_next_family_on_this_phone() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    for typed in ["stop", "/start"] {
        school.types("Fatima", typed).await;
    }
    let (message, come_back) = school.button("Fatima", "r.yes");
    school.presses("Fatima", "r.yes").await;
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.not-me").await;
    school.presses("Fatima", "n.yes").await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    school.sandbox.presses(school.id("Fatima"), message, &come_back).unwrap();
    school.settles().await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "join-language", &here);
}

#[tokio::test]
async fn who_asks_to_be_erased_is_passed_on_to_staff_and_gets_nothing_more() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.data").await;
    school.presses("Fatima", "d.ask").await;
    hears_plain(&school, "Fatima", "ar", "data-erase-question");
    school.presses("Fatima", "d.no").await;
    hears_plain(&school, "Fatima", "ar", "nothing-changed");
    assert_eq!(school.counts("select count(*) from questions").await, 0);
    school.presses("Fatima", "d.yes").await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "data-erase-asked", &here);
    let mut read = school.store.read().await.unwrap();
    let asked = inbox::list(&mut read, school.organisation.id, false).await.unwrap();
    assert_eq!(asked.iter().map(|it| it.kind.as_str()).collect::<Vec<_>>(), ["erase"]);
    drop(read);
    let before = school.bubbles("Fatima").len();
    a_letter_comes(&school).await;
    assert_eq!(school.bubbles("Fatima").len(), before);
}

#[tokio::test]
async fn who_blocks_the_bot_and_comes_back_gets_letters_again() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    let away = "select count(*) from carers where unreachable_at is not null";
    school.sandbox.blocks(phone).unwrap();
    school.settles().await;
    assert_eq!(school.counts(away).await, 1);
    school.sandbox.unblocks(phone).unwrap();
    school.settles().await;
    assert_eq!(school.counts(away).await, 0);
}
