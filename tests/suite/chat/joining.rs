//! From the code on the letter to the first welcome, and everything that can go wrong there.

use thuispost::language::{Args, HomeLanguage};
use thuispost::roster::{self, InviteKey, Selection};

use super::{EIGHT, FATIMA, PIOTR, hears, hears_plain, labels, on, opens};
use crate::suite::school::School;

#[tokio::test]
async fn a_mother_joins_with_three_taps_and_the_child_is_named_only_after_her_yes() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let said = school.bubbles("Fatima");
    assert_eq!(said.len(), 3, "{}", school.told("Fatima"));
    assert!(!said[0].text.contains("Samira") && !said[1].text.contains("Samira"));
    assert!(said[2].text.contains("Samira"));
    assert_eq!(
        school.counts("select count(*) from carers where consented_at is not null").await,
        1
    );
}

#[tokio::test]
async fn a_code_works_once_and_a_stranger_hears_so_in_each_language() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    school.joins("Fatima").await;
    for tag in EIGHT {
        opens(&mut school, tag, tag, Some(&code)).await;
        only_this(&school, tag, "code-used");
    }
    assert_eq!(school.counts("select count(*) from carers where chat_id is not null").await, 1);
}

#[tokio::test]
async fn a_code_that_was_opened_and_not_answered_yet_works_on_that_phone_only() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    opens(&mut school, "Somebody", "pl", Some(&code)).await;
    hears_plain(&school, "Somebody", "pl", "code-used");
    school.presses("Fatima", "j.l.ar").await;
    school.presses("Fatima", "j.yes").await;
    assert!(school.told("Fatima").contains("Samira"));
}

#[tokio::test]
async fn a_wrong_code_opens_nothing_in_each_language() {
    let mut school = School::opens(FATIMA).await;
    for tag in EIGHT {
        opens(&mut school, tag, tag, Some("AAAAAAAAAAAAAAAAAAAAAA")).await;
        only_this(&school, tag, "code-unknown");
    }
    opens(&mut school, "Short", "nl", Some("x")).await;
    only_this_in(&school, "Short", "nl", "code-unknown");
}

#[tokio::test]
async fn a_code_works_until_the_end_of_its_sixtieth_day() {
    let mut school = School::opens(&format!("{FATIMA}\n{PIOTR}")).await;
    let (hers, his) = (school.code_of("Fatima").await, school.code_of("Piotr").await);
    school.turns_to(on(2027, 1, 22, 23, 59)).await;
    opens(&mut school, "Fatima", "ar", Some(&hers)).await;
    assert!(!school.last("Fatima").buttons.is_empty(), "{}", school.told("Fatima"));
    school.turns_to(on(2027, 1, 23, 0, 0)).await;
    for tag in EIGHT {
        opens(&mut school, tag, tag, Some(&his)).await;
        only_this(&school, tag, "code-expired");
    }
}

#[tokio::test]
async fn a_code_that_was_taken_back_opens_nothing_and_the_new_one_does() {
    let mut school = School::opens(FATIMA).await;
    let old = school.code_of("Fatima").await;
    let new = renewed(&school, "Fatima").await;
    for tag in EIGHT {
        opens(&mut school, tag, tag, Some(&old)).await;
        only_this(&school, tag, "code-expired");
    }
    opens(&mut school, "Fatima", "ar", Some(&new)).await;
    assert!(!school.last("Fatima").buttons.is_empty());
}

#[tokio::test]
async fn who_declines_gets_nothing_more_and_may_come_back_with_the_same_code() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    school.presses("Fatima", "j.l.ar").await;
    school.presses("Fatima", "j.no").await;
    hears_plain(&school, "Fatima", "ar", "join-declined");
    let before = school.bubbles("Fatima").len();
    super::a_letter_comes(&school).await;
    assert_eq!(school.bubbles("Fatima").len(), before, "{}", school.told("Fatima"));
    assert!(!school.told("Fatima").contains("Samira"));
    assert_eq!(school.counts("select count(*) from carers where declined_at is not null").await, 1);
    school.joins("Fatima").await;
    assert!(school.last("Fatima").text.contains("Samira"));
}

#[tokio::test]
async fn the_language_of_the_roster_stands_first_and_each_name_is_in_its_own_script() {
    let rows =
        EIGHT.map(|tag| format!("De Regenboog,,Vlinders,G-{tag},,Kind,,,Ouder {tag},{tag},"));
    let mut school = School::opens(&rows.join("\n")).await;
    for tag in EIGHT {
        let name = format!("Ouder {tag}");
        let code = school.code_of(&name).await;
        // The app's language is another: the roster knows better.
        opens(&mut school, &name, "de", Some(&code)).await;
        let about = Args::new().text("location", "De Regenboog");
        hears(&school, &name, tag, "join-language", &about);
        let shown = labels(&school, &name);
        assert_eq!(shown[0], HomeLanguage::parse(tag).unwrap().own_name());
        let mut all: Vec<&str> =
            EIGHT.iter().map(|tag| HomeLanguage::parse(tag).unwrap().own_name()).collect();
        let mut sorted = shown.clone();
        sorted.sort();
        all.sort_unstable();
        assert_eq!(sorted, all, "each language once");
    }
}

#[tokio::test]
async fn languages_that_are_usual_here_come_before_the_others() {
    let many = "De Regenboog,,Vlinders,G3,,Ayan,,,Hodan,so,";
    let more = "De Regenboog,,Vlinders,G4,,Liban,,,Ifrah,so,";
    let mut school = School::opens(&format!("{FATIMA}\n{PIOTR}\n{many}\n{more}")).await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    assert_eq!(labels(&school, "Fatima")[..3], ["العربية", "Soomaali", "Polski"]);
}

#[tokio::test]
async fn the_link_on_the_letter_may_be_opened_again_after_joining() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    let phone = school.joins("Fatima").await;
    for again in [Some(code.as_str()), None] {
        school.sandbox.presses_start(phone, again).unwrap();
        school.settles().await;
        let about = Args::new().text("children", "\u{2068}Samira\u{2069}");
        hears(&school, "Fatima", "ar", "join-again", &about);
    }
    school.presses("Fatima", "j.yes").await;
    school.presses("Fatima", "j.no").await;
    assert_eq!(
        school.counts("select count(*) from carers where consented_at is not null").await,
        1
    );
}

#[tokio::test]
async fn who_never_answers_the_first_question_is_told_nothing_and_named_nothing() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    super::a_letter_comes(&school).await;
    school.types("Fatima", "مرحبا").await;
    assert_eq!(school.bubbles("Fatima").len(), 2, "the language is asked again, that is all");
    assert_eq!(school.counts("select count(*) from questions").await, 0);
    assert!(!school.told("Fatima").contains("Samira"));
}

#[tokio::test]
async fn a_mother_is_asked_about_the_second_language_that_the_roster_names() {
    for (answer, confirmed) in [("s.yes", 1), ("s.no", 0)] {
        let mut school = School::opens(&format!("{FATIMA}fr")).await;
        school.joins("Fatima").await;
        let asked = Args::new().text("language", "Français");
        hears(&school, "Fatima", "ar", "second-language-question", &asked);
        school.presses("Fatima", answer).await;
        hears_plain(&school, "Fatima", "ar", "second-language-done");
        let count = "select count(*) from carers where second_language_confirmed_at is not null";
        assert_eq!(school.counts(count).await, confirmed);
    }
}

#[tokio::test]
async fn who_chooses_the_second_language_as_the_first_is_not_asked_about_it() {
    let mut school = School::opens(&format!("{FATIMA}fr")).await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    school.presses("Fatima", "j.l.fr").await;
    school.presses("Fatima", "j.yes").await;
    let about =
        Args::new().text("children", "\u{2068}Samira\u{2069}").text("location", "De Regenboog");
    hears(&school, "Fatima", "fr", "join-welcome", &about);
}

/// What staff print with `--renew`.
pub(super) async fn renewed(school: &School, carer: &str) -> String {
    let key = InviteKey::load_or_make(&school.settings.key_file).unwrap();
    let all = Selection { renew: true, ..Selection::default() };
    let now = school.calendar.now();
    let invites =
        roster::invites(&school.store, &key, &school.organisation, all, now).await.unwrap();
    invites.iter().find(|it| it.carer_name == carer).unwrap().code.reveal().to_owned()
}

fn only_this(school: &School, tag: &str, id: &str) {
    only_this_in(school, tag, tag, id);
}

fn only_this_in(school: &School, name: &str, tag: &str, id: &str) {
    assert_eq!(school.bubbles(name).len(), 1, "{}", school.told(name));
    hears_plain(school, name, tag, id);
    assert!(labels(school, name).is_empty());
}

#[tokio::test]
async fn a_home_language_that_the_bot_does_not_speak_stays_and_the_chosen_one_is_the_second() {
    const SELAM: &str = "De Regenboog,020-555 01 23,Vlinders,G9,,Yonas,,,Selam,ti,";
    let mut school = School::opens(SELAM).await;
    let code = school.code_of("Selam").await;
    opens(&mut school, "Selam", "en", Some(&code)).await;
    school.presses("Selam", "j.l.ar").await;
    school.presses("Selam", "j.yes").await;
    let arabic = |school: &School| {
        let said = school.last("Selam").text;
        said.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c))
    };
    assert!(arabic(&school), "{}", school.told("Selam"));
    let languages = "select language || ' ' || coalesce(second_language, '-') || case
         when second_language_confirmed_at is null then ' ?' else '' end from carers";
    assert_eq!(school.reads(languages).await, ["ti ar"]);

    let texts = [("nl", "# Water\n\nDag.\n"), ("ar", "# الماء\n\nمرحبا.\n")];
    let folder = school.writes_letter("water", "", &texts);
    let sent = school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert!(sent.gaps.is_empty(), "Arabic was confirmed");
    assert!(school.last("Selam").text.contains("مرحبا"), "{}", school.told("Selam"));
    school.presses("Selam", "le.").await;
    assert!(arabic(&school), "{}", school.told("Selam"));
    let folder = school.writes_letter("zand", "", &texts[..1]);
    let hold = Some(thuispost::mailing::Missing::Hold);
    let gaps = school.sends(&folder, &["Vlinders"], hold).await.unwrap().gaps;
    assert_eq!(gaps[0].language, "ti");

    school.types("Selam", "/menu").await;
    school.presses("Selam", "m.language").await;
    school.presses("Selam", "l.nl").await;
    assert_eq!(school.reads(languages).await, ["ti nl"]);
    let folder = school.writes_letter("vuur", "", &texts[..1]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let text = school.last("Selam").text;
    assert!(text.contains("Dag.") && !text.contains("alleen in het Nederlands"), "{text}");
}
