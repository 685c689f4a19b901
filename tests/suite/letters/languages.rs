//! A letter is never silently in a language that the carer did not choose.

use super::{ALL, ANNA, ARABIC, DUTCH, FATIMA, JOINED, PIOTR, POLISH, School};
use thuispost::mailing::{ApproveError, Missing};

const WITHOUT_ARABIC: [(&str, &str); 2] = [("nl", DUTCH), ("pl", POLISH)];

#[tokio::test]
async fn refuse_names_language_and_family_and_keeps_nothing() {
    let school = School::with_joined(&[FATIMA, ANNA], &["Fatima", "Anna"]).await;
    let folder = school.writes_letter("water", "", &WITHOUT_ARABIC);
    for choice in [None, Some(Missing::Refuse)] {
        let refused = school.sends(&folder, &["Vlinders"], choice).await.unwrap_err();
        let ApproveError::Missing(gaps) = refused else { panic!("{refused}") };
        assert_eq!(
            (gaps[0].language.as_str(), gaps[0].families.as_slice()),
            ("ar", &["G1".to_owned()][..])
        );
    }
    for table in [
        "select count(*) from mailings",
        "select count(*) from mailing_texts",
        "select count(*) from pictures",
        "select count(*) from deliveries where priority = 2",
    ] {
        assert_eq!(school.counts(table).await, 0, "{table}");
    }
    assert_eq!(school.bubbles("Anna").len(), JOINED);
}

#[tokio::test]
async fn hold_sends_to_the_others_and_the_translation_releases_only_the_held() {
    let school = School::with_joined(&[FATIMA, ANNA], &["Fatima", "Anna"]).await;
    let folder = school.writes_letter("water", "", &WITHOUT_ARABIC);
    let first = school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
    assert_eq!(first.gaps.len(), 1);
    assert_eq!(school.stands("water", "Fatima").await, "held missing_language");
    assert_eq!(school.not_reached("water").await, ["Fatima"]);
    assert_eq!(school.bubbles("Fatima").len(), JOINED);

    let folder = school.writes_letter("water", "", &[("ar", ARABIC)]);
    let second = school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!((second.is_new, second.already_sent), (false, 1));
    assert_eq!(second.new_languages[0].tag(), "ar");
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
    assert_eq!(school.bubbles("Fatima").len(), JOINED + 2);
    assert_eq!(school.bubbles("Anna").len(), JOINED + 2, "who had it does not get it again");
    assert!(school.told("Fatima").contains("نلعب"));
}

#[tokio::test]
async fn a_translation_that_comes_during_a_pause_leaves_after_the_pause() {
    let school = School::with_joined(&[FATIMA, ANNA], &["Fatima", "Anna"]).await;
    let folder = school.writes_letter("water", "", &WITHOUT_ARABIC);
    school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
    school.types("Fatima", "/menu").await;
    school.presses("Fatima", "m.pause").await;
    school.presses("Fatima", "p.7").await;
    let folder = school.writes_letter("water", "", &[("ar", ARABIC)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.stands("water", "Fatima").await, "held paused");
    school.turns_to(jiff::civil::datetime(2026, 11, 30, 9, 30, 0, 0)).await;
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
    let parts = "select count(*) from deliveries where priority = 2 and state <> 'delivered'";
    assert_eq!(school.counts(parts).await, 0);
}

#[tokio::test]
async fn a_held_letter_of_who_stopped_says_so_when_the_translation_comes() {
    let school = School::with_joined(&[FATIMA, ANNA], &["Fatima", "Anna"]).await;
    let folder = school.writes_letter("water", "", &WITHOUT_ARABIC);
    school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
    school.types("Fatima", "/stop").await;
    let folder = school.writes_letter("water", "", &[("ar", ARABIC)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.stands("water", "Fatima").await, "skipped stopped");
}

#[tokio::test]
async fn dutch_goes_with_a_note_in_the_home_language() {
    let school = School::with_joined(&[PIOTR], &["Piotr"]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], Some(Missing::Dutch)).await.unwrap();
    let letter = &school.bubbles("Piotr")[JOINED].text;
    assert!(letter.contains("Wij spelen met water."), "{letter}");
    assert!(letter.contains("holendersku"), "the note is Polish: {letter}");
    let quality = "select d.language from deliveries d where d.priority = 2 and d.part = 0";
    assert_eq!(school.reads(quality).await, ["nl"]);
}

#[tokio::test]
async fn a_held_letter_can_still_go_in_dutch() {
    let school = School::with_joined(&[PIOTR], &["Piotr"]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
    assert_eq!(school.bubbles("Piotr").len(), JOINED);
    school.sends(&folder, &["Vlinders"], Some(Missing::Dutch)).await.unwrap();
    assert_eq!(school.stands("water", "Piotr").await, "delivered");
    assert_eq!(school.bubbles("Piotr").len(), JOINED + 2);
}

#[tokio::test]
async fn a_second_language_counts_only_when_the_mother_confirmed_it() {
    let with_second = |answer: &'static str| async move {
        let row = FATIMA.replace(",ar,", ",ar,pl");
        let school = School::with_joined(&[&row], &["Fatima"]).await;
        school.presses("Fatima", answer).await;
        let folder = school.writes_letter("water", "", &WITHOUT_ARABIC);
        let sent = school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
        (sent.gaps.len(), school.stands("water", "Fatima").await, school.told("Fatima"))
    };
    let (gaps, stands, told) = with_second("s.yes").await;
    assert_eq!((gaps, stands.as_str()), (0, "delivered"));
    assert!(told.contains("Bawimy się wodą"));
    let (gaps, stands, told) = with_second("s.no").await;
    assert_eq!((gaps, stands.as_str()), (1, "held missing_language"));
    assert!(!told.contains("Bawimy się wodą"));
}

#[tokio::test]
async fn a_language_chosen_in_the_chat_counts_for_the_next_letter() {
    let school = School::with_joined(&[FATIMA], &["Fatima"]).await;
    school.types("Fatima", "/language").await;
    school.presses("Fatima", "l.pl").await;
    let folder = school.writes_letter("water", "", &ALL);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert!(school.told("Fatima").contains("Bawimy się wodą"));
}
