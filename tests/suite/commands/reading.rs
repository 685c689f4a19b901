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
    insta::assert_snapshot!(without_numbers(&told), @r"
    Brief water, maandag 23 november om 09:30. Aantal ouders:
          1  bezorgd
          1  wacht nog (geen tekst in die taal)
          1  niet in de chat (nog niet aangemeld)
    Wie op een tekst wacht, krijgt de brief na de vertaling: zet die in de map en stuur de map opnieuw.
    Niet bereikt, 2 gezinnen:
     groep                  kind    ouder   taal      waarom                  gezin
     De Regenboog/Vlinders  Samira  Fatima  Arabisch  nog niet aangemeld      NUMMER (Haddad)
     De Regenboog/Vlinders  Zosia   Piotr   Pools     geen tekst in die taal  NUMMER (Nowak)
    Op papier voor deze gezinnen: thuispost letter print water --missing-only > brieven.html
    ");
}

#[tokio::test]
async fn how_a_letter_stands_that_everybody_got_and_one_that_is_still_to_come() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let told = school.staff_run(&["letter", "status", "water"]).await.well();
    insta::assert_snapshot!(told, @r"
    Brief water, maandag 23 november om 09:30. Aantal ouders:
          1  bezorgd
    Alle gezinnen zijn bereikt.
    ");
    let folder = school.writes_letter("herfst", "", &[("nl", DUTCH)]);
    school.plans(&folder, "Vlinders", jiff::civil::datetime(2026, 11, 28, 10, 0, 0, 0)).await;
    let told = school.staff_run(&["letter", "status", "herfst"]).await.well();
    insta::assert_snapshot!(told, @"Brief herfst is nog niet verstuurd. Hij gaat op zaterdag 28 november om 10:00.");
    let told = school.staff_run(&["letter", "list"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @r"
    brief   wanneer                        stand        bezorgd  nummer
    herfst  zaterdag 28 november om 10:00  staat klaar  0        NUMMER
    water   maandag 23 november om 09:30   verstuurd    1        NUMMER
    ");
    school.staff_run(&["letter", "cancel", "herfst"]).await.well();
    let told = school.staff_run(&["letter", "status", "herfst"]).await.well();
    insta::assert_snapshot!(told, @"Brief herfst is ingetrokken. Niemand heeft hem gekregen.");
}

#[tokio::test]
async fn how_a_letter_stands_for_who_reads_english() {
    let school = a_busy_monday().await;
    std::fs::write(school.database.folder.path().join(".env"), "THUISPOST_LANGUAGE=en").unwrap();
    let told = school.staff_run(&["letter", "status", "water"]).await.well();
    assert!(told.starts_with("Letter water, Monday 23 November at 09:30."), "{told}");
    for line in ["still waits (no text in that language)", "not in the chat (not joined yet)"] {
        assert!(told.contains(line), "{told}");
    }
    assert!(
        told.contains("send the folder again") && told.contains("Not reached, 2 families:"),
        "{told}"
    );
    let told = school.staff_run(&["questions", "list"]).await.well();
    assert!(told.contains("asks for explanation of letter water"), "{told}");
    assert!(told.contains("To answer: thuispost questions answer NUMBER"), "{told}");
}

#[tokio::test]
async fn the_families_and_who_takes_part() {
    let school = a_busy_monday().await;
    let told = school.staff_run(&["families"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @r"
    groep                  kind    ouder   taal        stand               gezin                         nummer ouder
    De Regenboog/Vlinders  Daan    Anna    Nederlands  doet mee            NUMMER (De Wit)  NUMMER
    De Regenboog/Vlinders  Samira  Fatima  Arabisch    nog niet aangemeld  NUMMER (Haddad)  NUMMER
    De Regenboog/Vlinders  Zosia   Piotr   Pools       gestopt             NUMMER (Nowak)   NUMMER
    ");
}

#[tokio::test]
async fn the_open_questions() {
    let school = a_busy_monday().await;
    let told = school.staff_run(&["questions", "list"]).await.well();
    insta::assert_snapshot!(without_numbers(&told), @r#"
    NUMMER  maandag 23 november om 09:30  Daan (Anna), Vlinders, De Regenboog. Taal: Nederlands
        vraagt uitleg bij brief water
    NUMMER  maandag 23 november om 09:30  Daan (Anna), Vlinders, De Regenboog. Taal: Nederlands
        Mag Daan een muts op?
    NUMMER  maandag 23 november om 09:30  Zosia (Piotr), Vlinders, De Regenboog. Taal: Pools
        stuurde een spraakbericht (niet bewaard). Vraag het bij de deur.
    NUMMER  maandag 23 november om 09:30  Zosia (Piotr), Vlinders, De Regenboog. Taal: Pools
        wil dat alle gegevens gewist worden. Doe dat binnen een maand met: thuispost erase --family NUMMER
    Antwoorden: thuispost questions answer NUMMER "jouw antwoord"
    "#);
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
