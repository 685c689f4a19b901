//! Whole folders, good and bad.

mod broken;
mod starter;

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::language::Quality;
use crate::library::picture::png;
use crate::library::voice::ogg;
use crate::library::{Level, Part, read_aloud, text_key};

const COVER_TOML: &str = r#"id = "ours"
name = "Van ons"
publisher = "De Regenboog"
source = "https://example.org/ours"
rights = "CC BY 4.0"
"#;

const THEME_TOML: &str = r#"id = "home"
weeks = 4
picture = "home.png"

[words]
sock = "de sok"
pair = "het paar"

[[activity]]
id = "socks"
domain = "thinking"
months = [30, 72]
minutes = 10
words = ["sock", "pair"]
link = "https://example.org/sokken"
materials = true

[[activity]]
id = "big-tent"
domain = "social"
months = [24, 48]
minutes = 15
"#;

const DUTCH_TOML: &str = r#"quality = "human"
title = "Bij ons thuis"
letter = """
Deze weken gaat het
over thuis.

Speel je mee?"""
closing = "Dank je wel."

[socks]
title = "Sokken zoeken"
why = "Wie kijkt, vergelijkt."
need = "Een stapel sokken."
steps = ["Pak een sok.", "Zoek de andere."]
easier = ["Pak er twee.", "Zijn ze gelijk?"]
harder = ["Maak een rij.", "Tel de paren."]
cheer = "Doe het morgen weer."
thanks = "Zo leert je kind vergelijken."

[big-tent]
title = "Een tent"
why = "Zo spelen ze."
steps = ["Hang een deken op.", "Kruip eronder."]
easier = ["Ga zitten.", "Doe de deken om."]
harder = ["Bouw samen.", "Wie komt er?"]
cheer = "Speel mee."
thanks = "Zo leert je kind spelen."
"#;

const BOOKS_TOML: &str = r#"[[book]]
id = "bear"
title = "Beer"
months = [24, 60]
link = "https://example.org/beer"
words = { bear = "de beer", sleep = "slapen" }
"#;

const DUTCH_BOOKS: &str = r#"quality = "human"
[bear]
title = "Beer"
about = "Beer slaapt niet."
questions = ["Waarom niet?"]
"#;

/// The Turkish file of the theme.
fn turkish() -> String {
    let text = DUTCH_TOML.replace("Bij ons thuis", "Evde").replace("\"human\"", "\"machine\"");
    text.replace("[socks]", "[words]\nsock = \"çorap\"\npair = \"çift\"\n\n[socks]")
}

/// The Turkish file of the books.
fn turkish_books() -> String {
    format!("{DUTCH_BOOKS}[bear.words]\nbear = \"ayı\"\nsleep = \"uyumak\"\n")
}

/// A sound programme folder on disk, to be spoilt.
struct Folder(TempDir);

impl Folder {
    fn sound() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put("programme.toml", COVER_TOML.as_bytes());
        folder.put("themes/01-home/theme.toml", THEME_TOML.as_bytes());
        folder.put("themes/01-home/nl.toml", DUTCH_TOML.as_bytes());
        folder.put("themes/01-home/tr.toml", turkish().as_bytes());
        folder.put("themes/01-home/home.png", &png(640, 480));
        folder.put("books/books.toml", BOOKS_TOML.as_bytes());
        folder.put("books/nl.toml", DUTCH_BOOKS.as_bytes());
        folder.put("books/tr.toml", turkish_books().as_bytes());
        folder
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("ours")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path().join(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from:?}");
        self.put(name, text.replacen(from, to, 1).as_bytes());
    }

    fn read(&self) -> Result<ProgrammeFolder, Vec<Finding>> {
        read(Files::on_disk(&self.path()), "ours")
    }
}

fn turkish_language() -> HomeLanguage {
    HomeLanguage::parse("tr").unwrap()
}

#[test]
fn a_folder_becomes_a_programme() {
    let folder = Folder::sound();
    folder.put("themes/01-home/home.svg", b"<svg/>");
    folder.put("themes/01-home/.DS_Store", b"x");
    let programme = folder.read().unwrap();
    assert_eq!((programme.slug.as_str(), programme.name.as_str()), ("ours", "Van ons"));
    assert_eq!(programme.source.as_deref(), Some("https://example.org/ours"));
    let theme = &programme.themes[0];
    assert_eq!((theme.slug.as_str(), theme.weeks, theme.position), ("home", 4, 1));
    assert_eq!(theme.picture.as_ref().map(String::len), Some(64));
    let dutch = &theme.texts[&HomeLanguage::DUTCH];
    assert_eq!(dutch.letter, "Deze weken gaat het over thuis.\n\nSpeel je mee?");
    assert_eq!(theme.texts[&turkish_language()].quality, Quality::Machine);
    let keys: Vec<&str> = theme.words.iter().map(|word| word.key.as_str()).collect();
    assert_eq!(keys, ["sock", "pair"]);
    assert_eq!(theme.words[0].texts[&turkish_language()], "çorap");
    let [socks, tent] = programme.activities.as_slice() else { panic!("two activities") };
    assert_eq!((socks.months_from, socks.months_to, socks.minutes), (30, 72, 10));
    assert!(socks.materials && !tent.materials && tent.words.is_empty());
    assert_eq!(socks.texts[&HomeLanguage::DUTCH].harder, ["Maak een rij.", "Tel de paren."]);
    let book = &programme.books[0];
    assert_eq!(book.words[1].texts[&turkish_language()], "uyumak");
    assert_eq!(book.texts[&HomeLanguage::DUTCH].questions, ["Waarom niet?"]);
    assert_eq!((programme.pictures.len(), programme.warnings.len()), (1, 0));
}

#[test]
fn a_voice_file_belongs_to_exactly_the_text_that_it_speaks() {
    let folder = Folder::sound();
    folder.put("themes/01-home/voice/nl/big-tent-harder.ogg", &ogg(9));
    folder.put("themes/01-home/voice/nl/letter.ogg", &ogg(30));
    let programme = folder.read().unwrap();
    let tent = &programme.activities[1].texts[&HomeLanguage::DUTCH];
    let keys: Vec<&str> = programme.voices.iter().map(|it| it.text_key.as_str()).collect();
    let letter = &programme.themes[0].texts[&HomeLanguage::DUTCH];
    let wanted = [Part::Do(tent, Level::Harder, &[]), Part::Letter(letter, &[])];
    assert_eq!(keys, wanted.map(|part| text_key(&read_aloud(part))));
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let folder = Folder::sound();
    folder.change("programme.toml", "\"ours\"", "\"Our programme\"");
    folder.change("themes/01-home/theme.toml", "weeks = 4", "weeks = 40");
    folder.change("themes/01-home/tr.toml", "sock = \"çorap\"\n", "");
    folder.change("books/books.toml", "https://example.org/beer", "example");
    let found = folder.read().unwrap_err().into_iter();
    let places: Vec<_> = found.map(|it| (it.file, it.line)).collect();
    let wanted = [
        ("books/books.toml", 5),
        ("programme.toml", 1),
        ("themes/01-home/theme.toml", 2),
        ("themes/01-home/tr.toml", 10),
    ];
    assert_eq!(places, wanted.map(|(file, line)| (file.to_owned(), Some(line))));
}

#[test]
fn what_could_be_better_is_a_warning() {
    let folder = Folder::sound();
    folder.put("themes/01-home/old.png", b"x");
    folder.put("themes/01-home/voice/socks-do.ogg", &ogg(9));
    folder.put("thema/notes.md", b"x");
    folder.change(
        "themes/01-home/nl.toml",
        "Zo spelen ze.",
        &format!("Zo {}.", "spelen ".repeat(24)),
    );
    let found = folder.read().unwrap().warnings.into_iter();
    let found: Vec<_> = found.map(|it| (it.file, it.line, it.problem)).collect();
    let start = "Zo spelen spelen spelen".to_owned();
    let unused = |file: &str| (file.to_owned(), None, Problem::UnusedFile);
    let wanted = [
        unused("thema"),
        (
            "themes/01-home/nl.toml".to_owned(),
            Some(22),
            Problem::LongSentence { start, words: 25, most: 20 },
        ),
        unused("themes/01-home/old.png"),
        unused("themes/01-home/voice/socks-do.ogg"),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn a_focus_word_that_is_named_twice_counts_once() {
    let folder = Folder::sound();
    folder.change(
        "themes/01-home/theme.toml",
        "[\"sock\", \"pair\"]",
        "[\"sock\", \"pair\", \"sock\"]",
    );
    assert_eq!(folder.read().unwrap().activities[0].words, ["sock", "pair"]);
}
