//! The machine's voice: made once, sent by file id, never in the way of the text.

use std::os::unix::fs::PermissionsExt;

use thuispost::library::Voice;
use thuispost::mailing::voice::WhyNone;
use thuispost::sandbox::{Fault, Trouble};

use super::{ANNA, EMINE, HODAN, TEXTS, YUSUF, listening};
use crate::suite::school::School;

#[tokio::test]
async fn who_listens_gets_a_voice_note_after_the_text_and_who_reads_gets_none() {
    let school = listening(&[EMINE, ANNA]).await;
    for tag in ["tr", "nl"] {
        school.lets_the_machine_speak(tag).await;
    }
    school.sends_at_noon("water", &TEXTS).await;
    let said = school.bubbles("Emine");
    let note = said.last().unwrap();
    let sound = Voice::of_bytes(note.voice.clone().unwrap().bytes.to_vec()).unwrap();
    assert!((2..30).contains(&sound.seconds), "{sound:?}");
    assert!(note.text.contains("Su") && note.text.contains("bilgisayar"), "{}", note.text);
    assert!(note.buttons.is_empty(), "the question stands under the text, which everybody gets");
    assert!(said[said.len() - 2].text.contains("musluk"));
    assert!(!said[said.len() - 2].buttons.is_empty());
    assert!(school.heard("Anna").is_empty(), "{}", school.told("Anna"));
    school.presses("Anna", "ll.").await;
    assert_eq!(school.heard("Anna").len(), 1, "everybody may listen");
    assert!(school.last("Anna").text.contains("computer"), "{}", school.told("Anna"));
}

#[tokio::test]
async fn a_language_that_staff_did_not_switch_on_is_not_spoken() {
    let school = listening(&[EMINE]).await;
    let letter = school.sends_at_noon("water", &TEXTS).await;
    assert!(school.heard("Emine").is_empty());
    let gaps = school.voice_gaps(letter).await;
    assert_eq!((gaps[0].language.tag(), &gaps[0].why), ("tr", &WhyNone::NobodyRecorded));
    assert_eq!(school.counts("select count(*) from voices").await, 0);
}

#[tokio::test]
async fn a_somali_mother_is_told_honestly_that_there_is_no_voice_yet() {
    let school = listening(&[HODAN, EMINE]).await;
    school.lets_the_machine_speak("tr").await;
    let letter = school.sends_at_noon("water", &TEXTS).await;
    assert!(school.heard("Hodan").is_empty());
    school.presses("Hodan", "ll.").await;
    let answer = school.last("Hodan").text;
    assert!(answer.contains("Soomaali") && answer.contains("De Regenboog"), "{answer}");
    let gaps = school.voice_gaps(letter).await;
    let named: Vec<_> = gaps.iter().map(|it| (it.language.tag(), it.families.clone())).collect();
    assert_eq!(named, [("so", vec!["G3".to_owned()])]);
}

#[tokio::test]
async fn a_voice_is_made_and_uploaded_once_and_then_sent_by_its_file_id() {
    let school = listening(&[EMINE]).await;
    school.lets_the_machine_speak("tr").await;
    school.sends_at_noon("water", &TEXTS).await;
    assert_eq!(school.heard("Emine").len(), 1);
    // Whoever would upload it again has nothing to upload now.
    school.does("update voices set base64 = ''").await;
    school.presses("Emine", "ll.").await;
    school.presses("Emine", "ll.").await;
    let heard = school.heard("Emine");
    assert_eq!(heard.len(), 3, "{}", school.told("Emine"));
    assert!(heard.iter().all(|it| it.voice == heard[0].voice));
    // The letter's, and that of the question how it went.
    assert_eq!(school.counts("select count(*) from voices").await, 2);
    assert_eq!(school.counts("select count(*) from voice_uploads").await, 1);
}

#[tokio::test]
async fn a_file_id_that_telegram_forgot_is_replaced_by_uploading_again() {
    let mut school = listening(&[EMINE]).await;
    school.lets_the_machine_speak("tr").await;
    school.sends_at_noon("water", &TEXTS).await;
    school.ends_service().await;
    school.does("update voice_uploads set file_id = 'voice-forgotten'").await;
    school.begins_service().await;
    school.presses("Emine", "ll.").await;
    assert_eq!(school.heard("Emine").len(), 2, "{}", school.told("Emine"));
    let known = school.reads("select file_id from voice_uploads").await;
    assert_eq!(known, [school.heard("Emine")[1].voice.clone().unwrap().file_id]);
}

#[tokio::test]
async fn a_voice_that_a_phone_does_not_take_leaves_the_text_delivered() {
    let school = listening(&[EMINE]).await;
    school.lets_the_machine_speak("tr").await;
    let description = "Bad Request: VOICE_MESSAGES_FORBIDDEN".to_owned();
    let refused = Trouble::Refusal { code: 400, description };
    school.sandbox.breaks(Fault::on("sendVoice", refused));
    school.sends_at_noon("water", &TEXTS).await;
    assert_eq!(school.stands("water", "Emine").await, "delivered");
    assert!(school.heard("Emine").is_empty());
}

/// A school whose reading program is this script.
async fn with_espeak(script: &str) -> School {
    let mut school = listening(&[EMINE, YUSUF]).await;
    let path = school.database.folder.path().join("espeak");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    school.ends_service().await;
    school.settings.espeak = path.display().to_string();
    school.begins_service().await;
    school.lets_the_machine_speak("tr").await;
    school
}

#[tokio::test]
async fn a_program_that_fails_hangs_is_missing_or_talks_nonsense_does_not_stop_the_letter() {
    for (script, why) in [
        ("echo 'no such voice' >&2; exit 3", "no such voice"),
        ("exec sleep 1000", "did not end"),
        ("echo this is no sound", "failed"),
        ("exit 0", "no voice note"),
    ] {
        let school = with_espeak(script).await;
        let letter = school.sends_at_noon("water", &TEXTS).await;
        assert!(school.told("Emine").contains("Suyla oynuyoruz"), "{script}");
        assert!(school.heard("Emine").is_empty());
        let gap = school.voice_gaps(letter).await.remove(0);
        let WhyNone::MachineFailed(said) = gap.why else { panic!("{script}: {:?}", gap.why) };
        assert!(said.contains(why), "{script}: {said}");
        assert_eq!(gap.families, ["G1", "G2"]);
    }
}

#[tokio::test]
async fn a_program_that_is_not_there_is_told_by_check_and_stops_nothing() {
    let mut school = listening(&[EMINE]).await;
    school.settings.espeak = "/nowhere/espeak-ng".to_owned();
    let told = school.staff_run(&["check"]).await.out;
    assert!(told.contains("/nowhere/espeak-ng") && told.contains("apt-get install"), "{told}");
    school.ends_service().await;
    school.begins_service().await;
    school.lets_the_machine_speak("tr").await;
    let letter = school.sends_at_noon("water", &TEXTS).await;
    assert_eq!(school.stands("water", "Emine").await, "delivered");
    let gap = school.voice_gaps(letter).await.remove(0);
    assert!(matches!(&gap.why, WhyNone::MachineFailed(why) if why.contains("cannot be run")));
}
