//! Voices of people, and what staff do on the command line.

use thuispost::library::Voice;

use super::{EMINE, HODAN, TEXTS, listening, spoken};
use crate::suite::school::School;

#[tokio::test]
async fn a_person_goes_before_the_machine() {
    let school = listening(&[EMINE, HODAN]).await;
    school.lets_the_machine_speak("tr").await;
    let letter = school.sends_at_noon("water", &TEXTS).await;
    let sound = spoken("A person says it").await;
    for tag in ["so", "tr"] {
        school.records(letter, tag, &sound).await;
    }
    for name in ["Hodan", "Emine"] {
        school.presses(name, "ll.").await;
        let heard = school.heard(name).pop().unwrap();
        assert_eq!(&heard.voice.unwrap().bytes[..], &sound.bytes[..], "{name}");
        assert!(!heard.text.contains('\n'), "no machine is named: {}", heard.text);
    }
    assert!(school.voice_gaps(letter).await.is_empty());
}

#[tokio::test]
async fn a_recording_made_before_the_letter_leaves_goes_with_it() {
    let school = listening(&[HODAN]).await;
    let folder = school.writes_letter("water", "", &TEXTS);
    let noon = jiff::civil::datetime(2026, 11, 23, 12, 0, 0, 0);
    let letter = school.plans(&folder, "Vlinders", noon).await.letter.id;
    let sound = spoken("Hodan hears this").await;
    school.records(letter, "so", &sound).await;
    school.turns_to(noon).await;
    school.until_none("select count(*) from mailings where state <> 'released'").await;
    let heard = school.heard("Hodan");
    assert_eq!(heard.len(), 1, "{}", school.told("Hodan"));
    assert_eq!(&heard[0].voice.clone().unwrap().bytes[..], &sound.bytes[..]);
}

#[tokio::test]
async fn a_changed_text_loses_its_voice() {
    let school = listening(&[HODAN]).await;
    let letter = school.sends_at_noon("water", &TEXTS).await;
    school.records(letter, "so", &spoken("Old").await).await;
    school.does("update mailing_texts set body = 'Kale' where language = 'so' and part = 0").await;
    school.presses("Hodan", "ll.").await;
    assert!(school.heard("Hodan").is_empty());
}

/// Writes a file beside the database, where the commands run.
fn keeps(school: &School, name: &str, bytes: &[u8]) {
    std::fs::write(school.database.folder.path().join(name), bytes).unwrap();
}

#[tokio::test]
async fn staff_try_switch_on_send_record_and_switch_off() {
    let school = listening(&[EMINE, HODAN]).await;
    let told = school.staff_run(&["voice", "list"]).await.well();
    assert!(told.contains("thuispost voice try"), "{told}");

    let told = school.staff_run(&["voice", "try", "Turks", "--file", "stem.ogg"]).await.well();
    assert!(told.contains("stem.ogg") && told.contains("voice approve tr"), "{told}");
    let written = std::fs::read(school.database.folder.path().join("stem.ogg")).unwrap();
    assert!(Voice::of_bytes(written).unwrap().seconds > 1);
    let told = school.staff_run(&["voice", "try", "so"]).await.ill(1);
    assert!(told.contains("Somalisch") && told.contains("voice record"), "{told}");
    school.staff_run(&["voice", "approve", "so", "--by", "Els"]).await.ill(1);
    school.staff_run(&["voice", "approve", "klingon", "--by", "Els"]).await.ill(2);
    assert_eq!(school.counts("select count(*) from machine_voices").await, 0);

    school.staff_run(&["voice", "approve", "tr", "--by", "Els"]).await.well();
    school.writes_letter("water", "", &TEXTS);
    let sent = school.staff_run(&["letter", "send", "water", "--group", "Vlinders"]).await;
    assert!(sent.err.contains("Geen stem in het Somalisch voor 1 gezin"), "{sent:?}");
    sent.well();
    school.settles().await;
    assert_eq!(school.heard("Emine").len(), 1);

    keeps(&school, "hodan.ogg", &spoken("Somali by a person").await.bytes);
    school
        .staff_run(&["voice", "record", "water", "so", "hodan.ogg", "--by", "Ifrah"])
        .await
        .well();
    let told = school.staff_run(&["voice", "list"]).await.well();
    assert!(told.contains("Turks") && told.contains("Els") && told.contains("Somalisch"), "{told}");
    let told = school.staff_run(&["letter", "status", "water"]).await.well();
    assert!(!told.contains("Geen stem"), "{told}");

    school.staff_run(&["voice", "revoke", "tr"]).await.well();
    let told = school.staff_run(&["letter", "status", "water"]).await.well();
    assert!(told.contains("Geen stem in het Turks voor 1 gezin"), "{told}");
    school.presses("Emine", "ll.").await;
    assert_eq!(school.heard("Emine").len(), 1, "the machine is silent from now on");
}

#[tokio::test]
async fn a_language_switched_on_later_can_be_heard_of_letters_that_are_there_already() {
    let school = listening(&[EMINE]).await;
    school.sends_at_noon("water", &TEXTS).await;
    // The command knows no other calendar than the machine's.
    let now = thuispost::clock::Calendar::system().now().millis();
    school.does(&format!("update mailings set release_at = {now}")).await;
    school.staff_run(&["voice", "approve", "tr", "--by", "Els"]).await.well();
    school.presses("Emine", "ll.").await;
    assert_eq!(school.heard("Emine").len(), 1, "{}", school.told("Emine"));
}

#[tokio::test]
async fn a_file_that_is_no_voice_note_is_refused_with_a_remedy() {
    let school = listening(&[HODAN]).await;
    school.sends_at_noon("water", &TEXTS).await;
    let sound = spoken("Something").await;
    keeps(&school, "letter.ogg", b"%PDF-1.7");
    keeps(&school, "half.ogg", &sound.bytes[..sound.bytes.len() / 2]);
    keeps(&school, "large.ogg", &vec![0; 10 * 1024 * 1024 + 1]);
    for (file, remedy) in [
        ("letter.ogg", "opusenc"),
        ("half.ogg", "opnieuw"),
        ("large.ogg", "kleiner"),
        ("nowhere.ogg", "pad"),
    ] {
        let told = school.staff_run(&["voice", "record", "water", "so", file]).await.ill(1);
        assert!(told.contains(file) && told.contains(remedy), "{told}");
    }
    let told = school.staff_run(&["voice", "record", "water", "pl", "half.ogg"]).await.ill(1);
    assert!(told.contains("Pools"), "{told}");
    assert_eq!(school.counts("select count(*) from recordings").await, 0);
}
