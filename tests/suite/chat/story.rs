//! The whole story of one parent in each language, as it stands on the phone. Read a snapshot as a
//! parent of that language: every sentence with what is put into it.

use std::path::Path;

use thuispost::inbox;
use thuispost::mailing::Missing;

use super::{on, opens};
use crate::suite::school::School;

#[tokio::test]
async fn the_whole_story_in_dutch() {
    tell("nl").await;
}

#[tokio::test]
async fn the_whole_story_in_english() {
    tell("en").await;
}

#[tokio::test]
async fn the_whole_story_in_french() {
    tell("fr").await;
}

#[tokio::test]
async fn the_whole_story_in_spanish() {
    tell("es").await;
}

#[tokio::test]
async fn the_whole_story_in_polish() {
    tell("pl").await;
}

#[tokio::test]
async fn the_whole_story_in_turkish() {
    tell("tr").await;
}

#[tokio::test]
async fn the_whole_story_in_arabic() {
    tell("ar").await;
}

#[tokio::test]
async fn the_whole_story_in_somali() {
    tell("so").await;
}

/// Two siblings; everything that a parent can do, in the order of a school year.
async fn tell(tag: &str) {
    let second = if tag == "en" { "fr" } else { "en" };
    let row = |child: &str| {
        format!("De Regenboog,020-555 01 23,Vlinders,G1,,{child},,,Ouder,{tag},{second}")
    };
    let nephew = format!("De Zon,,Sterren,G2,,Noor,,,Tante,{tag},");
    let mut school = School::opens(&format!("{}\n{}\n{nephew}", row("Samira"), row("Adam"))).await;
    joins(&mut school, tag).await;
    uses_the_menu(&school).await;
    gets_a_letter(&school).await;
    is_asked_how_it_went(&school).await;
    asks(&school).await;
    joins_with_a_second_family(&mut school).await;
    leaves(&mut school, tag).await;
    let told = format!(
        "{}\n\n(shown for a moment)\n{}\n\n(under the chat)\n{}\n",
        school.told("Ouder"),
        moments(&school).join("\n"),
        school.phone("Ouder").keyboard.join("\n"),
    );
    let digits = told.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
    assert!(digits < Some(9), "an id shows:\n{told}");
    let visible = told.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("story_{tag}"), without_codes(&visible)));
}

async fn joins(school: &mut School, tag: &str) {
    let code = school.code_of("Ouder").await;
    opens(school, "Ouder", tag, None).await;
    opens(school, "Ouder", tag, Some(&code)).await;
    school.presses("Ouder", &format!("j.l.{tag}")).await;
    school.presses("Ouder", "j.no").await;
    opens(school, "Ouder", tag, Some(&code)).await;
    school.presses("Ouder", &format!("j.l.{tag}")).await;
    school.presses("Ouder", "j.yes").await;
    school.presses("Ouder", "s.yes").await;
    school.types("Ouder", "/start").await;
    // Codes that do not work, told to who takes part.
    for wrong in ["AAAAAAAAAAAAAAAAAAAAAA", "x"] {
        opens(school, "Ouder", tag, Some(wrong)).await;
    }
}

async fn uses_the_menu(school: &School) {
    school.types("Ouder", "/menu").await;
    for item in ["m.language", "m.pause", "m.help", "m.data", "d.ask", "d.no", "m.not-me", "n.no"] {
        school.presses("Ouder", item).await;
    }
    for pause in ["p.7", "p.28"] {
        school.presses("Ouder", pause).await;
    }
    school.types("Ouder", "/menu").await;
    school.presses("Ouder", "m.resume").await;
    let (_, chosen) = school.button("Ouder", "l.");
    school.presses("Ouder", &chosen).await;
}

async fn gets_a_letter(school: &School) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/demo/sample/letters/herfst");
    school.sends(&sample, &["Vlinders"], None).await.unwrap();
    for press in ["lu.", "le."] {
        school.presses("Ouder", press).await;
    }
    // A long letter that is not there in this language, nor in the second.
    let toml = "kind = \"letter\"\ncheck_in = false\n[quality]\nnl = \"human\"\n";
    let long =
        "Giet samen water van de ene beker in de andere. Wat is vol? Wat is leeg? ".repeat(5);
    let text = format!("# Water\n\nWe spelen met water.\n\n## Thuis\n\n{long}\n\n{long}\n");
    let dutch = school.writes_letter("water", toml, &[("nl", &text)]);
    school.sends(&dutch, &["Vlinders"], Some(Missing::Dutch)).await.unwrap();
    school.presses("Ouder", "lm.").await;
}

async fn is_asked_how_it_went(school: &School) {
    school.turns_to(on(2026, 11, 24, 9, 31)).await;
    for press in ["cw.", "cb.", "cn.", "a.tomorrow", "a.weekend", "a.never", "b.ask"] {
        school.presses("Ouder", press).await;
    }
    let barriers = [
        "no_time",
        "too_hard",
        "too_easy",
        "no_materials",
        "child_did_not_want",
        "not_understood",
        "other",
    ];
    for barrier in barriers {
        school.presses("Ouder", &format!("b.{barrier}.")).await;
    }
    school.presses("Ouder", "a.weekend").await;
    school.turns_to(on(2026, 11, 28, 10, 1)).await;
    school.presses("Ouder", "cn.").await;
    school.turns_to(on(2026, 12, 13, 9, 30)).await;
    school.presses("Ouder", "cw.").await;
}

async fn asks(school: &School) {
    let phone = school.id("Ouder");
    school.types("Ouder", "Samira: 10:30? <3").await;
    let mine = school.phone("Ouder").messages.pop().unwrap().message_id - 1;
    school.sandbox.edits(phone, mine, "Samira: 11:30? <3").unwrap();
    school.settles().await;
    let mut read = school.store.read().await.unwrap();
    let open = inbox::list(&mut read, school.organisation.id, false).await.unwrap();
    drop(read);
    let asked = open.iter().find(|it| it.kind == "text").unwrap().id;
    let now = school.calendar.now();
    let (store, phrases, here) = (&school.store, &school.phrases, school.organisation.id);
    inbox::answer(store, phrases, here, asked, "Ja hoor, tot zo. Meester Jan", now).await.unwrap();
    school.settles().await;
    school.sandbox.sends_photo(phone, None).unwrap();
    school.settles().await;
    school.sandbox.sends_voice(phone).unwrap();
    school.settles().await;
    school.sandbox.sends_sticker(phone).unwrap();
    school.settles().await;
    let chat = serde_json::json!({ "id": phone.chat(), "type": "private", "first_name": "Ouder" });
    let file = serde_json::json!({ "file_id": "x", "file_unique_id": "y", "file_size": 3 });
    let message =
        serde_json::json!({ "message_id": 9_000, "date": 1, "chat": chat, "document": file });
    school.sandbox.raw_update(serde_json::json!({ "message": message })).unwrap();
    school.settles().await;
}

async fn joins_with_a_second_family(school: &mut School) {
    let code = school.code_of("Tante").await;
    opens(school, "Ouder", "", Some(&code)).await;
    school.presses("Ouder", "j.yes").await;
}

async fn leaves(school: &mut School, tag: &str) {
    for typed in ["/stop", "/start"] {
        school.types("Ouder", typed).await;
    }
    school.presses("Ouder", "r.yes").await;
    school.presses("Ouder", "d.yes").await;
    school.types("Ouder", "/start").await;
    school.presses("Ouder", "r.yes").await;
    school.presses("Ouder", "n.yes").await;
    school.presses("Ouder", "lu.").await;
    opens(school, "Ouder", tag, None).await;
}

fn moments(school: &School) -> Vec<String> {
    let mut shown: Vec<String> =
        school.phone("Ouder").toasts.into_iter().map(|toast| toast.text).collect();
    // They come beside everything else, in no fixed order.
    shown.sort();
    shown.dedup();
    shown
}

/// The codes differ each time.
fn without_codes(told: &str) -> String {
    let line = |line: &str| match line.starts_with("me: /start ") {
        true => "me: /start …".to_owned(),
        false => line.to_owned(),
    };
    told.lines().map(line).collect::<Vec<_>>().join("\n")
}
