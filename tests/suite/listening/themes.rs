//! The messages of a theme, heard instead of read.

use jiff::civil::{date, datetime};
use thuispost::sandbox::{Fault, Trouble};

use super::{ANNA, EMINE, HODAN, listening};

/// The slots that are over, one after the other.
const SLOTS_LEFT: [&str; 3] = [
    "select count(*) from run_slots where week = 1 and kind = 'letter' and state <> 'done'",
    "select count(*) from run_slots where week = 1 and kind = 'do' and state <> 'done'",
    "select count(*) from run_slots where week = 1 and kind = 'cheer' and state <> 'done'",
];

#[tokio::test]
async fn a_theme_is_heard_message_by_message_with_at_most_two_buttons_under_a_tip() {
    let school = listening(&[EMINE, HODAN, ANNA]).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "tr", "so"]).await;
    school.lets_the_machine_speak("tr").await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 2).await;
    for (heard, (day, hour)) in [(24, 17), (26, 17), (28, 10)].into_iter().enumerate() {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
        school.until_none(SLOTS_LEFT[heard]).await;
        // The question how it went is heard as well, with its buttons under it.
        let notes = school.heard("Emine").into_iter().filter(|note| note.buttons.is_empty());
        assert_eq!(notes.count(), heard + 1, "{}", school.told("Emine"));
        let said = school.bubbles("Emine");
        let text = &said[said.len() - 2];
        let buttons: Vec<_> = text.buttons.iter().flatten().collect();
        // The theme letter ends with the question of every letter.
        let most = if heard == 0 { 3 } else { 2 };
        assert!((1..=most).contains(&buttons.len()), "{}", school.told("Emine"));
        assert!(buttons[0].data.as_ref().is_some_and(|data| data.starts_with("ll.")));
    }
    assert!(school.heard("Hodan").is_empty() && school.heard("Anna").is_empty());
    school.presses("Hodan", "ll.").await;
    assert!(school.last("Hodan").text.contains("Soomaali"), "{}", school.told("Hodan"));
    school.presses("Emine", "ll.").await;
    let heard = school.heard("Emine");
    let [.., sent, pressed] = heard.as_slice() else { panic!("{}", school.told("Emine")) };
    assert_eq!(pressed.voice, sent.voice, "what is pressed is what was sent");
}

#[tokio::test]
async fn who_listens_hears_the_question_and_the_tip_with_the_buttons_and_words_under_them() {
    let school = listening(&[EMINE, HODAN, ANNA]).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "tr", "so"]).await;
    school.lets_the_machine_speak("tr").await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 2).await;
    school.turns_to(datetime(2026, 11, 24, 17, 0, 0, 0)).await;
    school.until_none(SLOTS_LEFT[0]).await;
    school.turns_to(datetime(2026, 11, 26, 17, 0, 0, 0)).await;
    school.until_none(SLOTS_LEFT[1]).await;
    school.turns_to(datetime(2026, 11, 27, 17, 10, 0, 0)).await;
    let unasked = "select 1 - count(*) from mailings where kind = 'check_in'";
    school.until_none(unasked).await;
    for (name, hears) in [("Emine", true), ("Hodan", false), ("Anna", false)] {
        let question = school.last(name);
        let told = school.told(name);
        assert_eq!(question.buttons.len(), 3, "{told}");
        assert_eq!(question.voice.is_some(), hears, "{told}");
        assert_eq!(
            question.text.contains("bilgisayar"),
            hears,
            "a computer says that it is one: {told}"
        );
    }
    for press in ["cn.", "b.ask.", "b.too_hard."] {
        school.presses("Emine", press).await;
        school.presses("Hodan", press).await;
    }
    let tip = school.last("Emine");
    assert!(tip.voice.is_some() && tip.text.contains("•"), "{}", school.told("Emine"));
    assert_ne!(tip.voice, school.heard("Emine")[1].voice, "the easier steps, not the first ones");
    assert!(school.last("Hodan").voice.is_none() && school.last("Hodan").text.contains("•"));
}

#[tokio::test]
async fn a_phone_that_takes_no_voice_notes_gets_the_question_in_words() {
    let school = listening(&[EMINE]).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "tr"]).await;
    school.lets_the_machine_speak("tr").await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 2).await;
    for (day, left) in [(24, SLOTS_LEFT[0]), (26, SLOTS_LEFT[1])] {
        school.turns_to(datetime(2026, 11, day, 17, 0, 0, 0)).await;
        school.until_none(left).await;
    }
    let description = "Bad Request: VOICE_MESSAGES_FORBIDDEN".to_owned();
    let refused = Trouble::Refusal { code: 400, description };
    school.sandbox.breaks(Fault::on("sendVoice", refused));
    school.turns_to(datetime(2026, 11, 27, 17, 10, 0, 0)).await;
    school.until_none("select 1 - count(*) from mailings where kind = 'check_in'").await;
    let question = school.last("Emine");
    assert!(question.voice.is_none(), "{}", school.told("Emine"));
    assert_eq!(question.buttons.len(), 3, "{}", school.told("Emine"));
}
