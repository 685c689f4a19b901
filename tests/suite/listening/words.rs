//! What parents read about listening, in all eight languages.

use thuispost::language::{Args, Phrasebook};

#[test]
fn in_every_language() {
    let phrases = Phrasebook::load().unwrap();
    let mut told = String::new();
    for language in phrases.languages() {
        let say = |id: &str| {
            let args = Args::new().text("title", "Water").text("location", "De Regenboog");
            phrases.html(language, id, &args.text("language", language.own_name())).into_string()
        };
        let said = ["letter-listen", "listen-note", "listen-note-machine", "listen-none"].map(say);
        told.push_str(&format!("{language}\n  {}\n", said.join("\n  ")));
    }
    insta::assert_snapshot!(told.replace(['\u{2068}', '\u{2069}'], "").replace("\n\n", "\n  "));
}
