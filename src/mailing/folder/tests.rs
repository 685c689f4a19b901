//! Whole folders, good and bad.

use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::library::{TextFile, png};

/// A letter folder named `herfst` with these files.
struct Folder {
    outer: TempDir,
}

impl Folder {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = Self { outer: tempfile::tempdir().unwrap() };
        fs::create_dir(folder.path()).unwrap();
        files.iter().for_each(|(name, text)| folder.put(name, text.as_bytes()));
        folder
    }

    fn path(&self) -> std::path::PathBuf {
        self.outer.path().join("herfst")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self) -> LetterFolder {
        read(&self.path()).unwrap()
    }

    fn refused(&self) -> Vec<Finding> {
        read(&self.path()).unwrap_err()
    }
}

fn language(tag: &str) -> HomeLanguage {
    HomeLanguage::parse(tag).unwrap()
}

const DUTCH: &str = "# Herfst\n\n![Een boom](foto/boom.png)\n\nDe bladeren vallen.\n\n\
                     | Nederlands | Wat |\n|---|---|\n| het blad | groeit aan een boom |\n";
const TURKISH: &str = "# Sonbahar\n\n![Bir ağaç](foto/boom.png)\n\nYapraklar düşüyor.\n\n\
                       | Nederlands | Türkçe |\n|---|---|\n| het blad | yaprak |\n";

#[test]
fn a_folder_becomes_a_letter() {
    let cover = "theme = \"Herfst\"\n[quality]\ntr = \"machine\"\n";
    let folder = Folder::of(&[("letter.toml", cover), ("nl.md", DUTCH), ("tr.md", TURKISH)]);
    folder.put("foto/boom.png", &png(640, 480));
    folder.put(".DS_Store", b"x");
    let letter = folder.read();
    assert_eq!((letter.slug.as_str(), letter.kind), ("herfst", LetterKind::Letter));
    assert_eq!(letter.theme.as_deref(), Some("Herfst"));
    assert!(!letter.check_in && letter.groups.is_empty() && letter.send_at.is_none());
    let turkish = &letter.texts[&language("tr")];
    assert_eq!((turkish.title.as_str(), turkish.quality), ("Sonbahar", Quality::Machine));
    assert_eq!(turkish.parts[0].body.as_str(), "Yapraklar düşüyor.");
    assert_eq!(turkish.parts[0].picture.as_deref(), Some("foto/boom.png"));
    assert_eq!(letter.texts[&HomeLanguage::DUTCH].quality, Quality::Human);
    assert_eq!(letter.warnings, []);
}

#[test]
fn a_picture_shown_in_two_languages_is_kept_once() {
    let folder = Folder::of(&[("nl.md", DUTCH), ("tr.md", &TURKISH.replace("foto/", "./foto/"))]);
    folder.put("foto/boom.png", &png(640, 480));
    let pictures = folder.read().pictures;
    assert_eq!(pictures.len(), 1);
    let picture = &pictures["foto/boom.png"];
    assert_eq!(picture.media_type, "image/png");
    assert_eq!(picture.id.len(), 64);
}

#[test]
fn everything_that_is_wrong_is_told_at_once_by_file_and_line() {
    let folder = Folder::of(&[
        ("letter.toml", "kind = \"tip\"\nthema = \"x\"\n"),
        ("nl.md", "# Herfst\n\n> citaat\n\n![Boom](boom.png)\n\nHoi."),
        ("turks.md", "# Sonbahar\n\nMerhaba."),
        ("leesmij.md", "Hoi"),
    ]);
    let missing = Problem::PictureMissing { path: "boom.png".into() };
    let wanted = [
        Finding::in_file("leesmij.md", Problem::UnknownLanguage { tag: "leesmij".into() }),
        Finding::at_line("letter.toml", 1, Problem::BadKind),
        Finding::at_line("letter.toml", 2, Problem::UnknownKey { key: "thema".into() }),
        Finding::at_line("nl.md", 3, Problem::BlockQuote),
        Finding::at_line("nl.md", 5, missing),
        Finding::in_file("turks.md", Problem::LanguageByName { wanted: "tr.md".into() }),
    ];
    assert_eq!(folder.refused(), wanted);
}

#[test]
fn a_folder_without_dutch_is_refused() {
    let folder = Folder::of(&[("tr.md", "# Sonbahar\n\nMerhaba.")]);
    assert_eq!(folder.refused(), [Finding::in_file("nl.md", Problem::DutchMissing)]);
}

#[test]
fn what_is_no_folder_is_refused() {
    let folder = Folder::of(&[("nl.md", "# Herfst\n\nHoi.")]);
    for path in [folder.path().join("winter"), folder.path().join("nl.md")] {
        let findings = read(&path).unwrap_err();
        assert_eq!(findings[0].problem, Problem::FolderUnreadable);
    }
}

#[test]
fn a_folder_whose_name_cannot_name_a_letter_needs_an_id() {
    let folder = Folder::of(&[("nl.md", "# Herfst\n\nHoi.")]);
    let path = folder.outer.path().join("herfst 2025");
    fs::rename(folder.path(), &path).unwrap();
    let problem = Problem::BadFolderName { name: "herfst 2025".into() };
    assert_eq!(read(&path).unwrap_err(), [Finding::in_file("letter.toml", problem)]);
    fs::write(path.join("letter.toml"), "id = \"herfst-2025\"").unwrap();
    assert_eq!(read(&path).unwrap().slug, "herfst-2025");
    fs::write(path.join("letter.toml"), "id = \"herfst 2025\"").unwrap();
    assert_eq!(read(&path).unwrap_err(), [Finding::at_line("letter.toml", 1, Problem::BadId)]);
}

#[test]
fn a_text_file_of_more_than_a_hundred_kilobytes_is_refused() {
    let folder = Folder::of(&[("nl.md", &"x".repeat(100 * 1024 + 1))]);
    assert_eq!(folder.refused(), [Finding::in_file("nl.md", Problem::LargeFile { most: 100 })]);
}

#[test]
fn what_could_be_better_is_a_warning() {
    let folder = Folder::of(&[
        ("letter.toml", "[quality]\nti = \"machine\"\n"),
        ("nl.md", DUTCH),
        ("tr.md", "# Sonbahar\n\nYapraklar düşüyor.\n\n## Evde"),
        ("brief.docx", "x"),
    ]);
    folder.put("foto/boom.png", &png(640, 480));
    let wanted = [
        Finding::in_file("brief.docx", Problem::UnusedFile),
        Finding::at_line("letter.toml", 2, Problem::QualityWithoutText { file: "ti.md".into() }),
        Finding::in_file("tr.md", Problem::WordsDiffer { here: 0, dutch: 1 }),
        Finding::in_file("tr.md", Problem::PictureLacking { path: "foto/boom.png".into() }),
        Finding::at_line("tr.md", 5, Problem::EmptySection),
    ];
    assert_eq!(folder.read().warnings, wanted);
}

/// Whether Telegram takes this: our own tags, closed in the order they were opened, and no other
/// `<`, `>` or `&`.
fn is_telegram_html(html: &str) -> bool {
    let (mut open, mut rest) = (Vec::new(), html);
    while let Some(at) = rest.find(['<', '>', '&']) {
        rest = rest.get(at..).unwrap();
        let known = ["&amp;", "&lt;", "&gt;"].into_iter().find(|entity| rest.starts_with(entity));
        if let Some(entity) = known {
            rest = rest.get(entity.len()..).unwrap();
            continue;
        }
        let Some((tag, after)) = rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) else {
            return false;
        };
        rest = after;
        let attributes = tag.strip_prefix("a href=\"").and_then(|tag| tag.strip_suffix('"'));
        match (tag, attributes) {
            ("b" | "i", _) => open.push(tag),
            (_, Some(address)) if address.starts_with("http") && !address.contains(['"', '<']) => {
                open.push("a");
            }
            _ if tag.strip_prefix('/').is_some_and(|name| open.last() == Some(&name)) => {
                open.pop();
            }
            _ => return false,
        }
    }
    open.is_empty()
}

fn hold_limits(text: &LetterText) {
    let title = text.title.chars().count();
    assert!((1..=60).contains(&title));
    assert_eq!(text.parts.iter().filter(|part| part.kind == PartKind::Text).count(), 1);
    for (place, part) in text.parts.iter().enumerate() {
        let most = match part.kind {
            PartKind::Text | PartKind::Picture => 600,
            PartKind::Words | PartKind::More => 3_000,
        };
        let length = part.body.visible_chars();
        assert!((1..=most).contains(&length), "{:?} {length}", part.kind);
        assert!(is_telegram_html(part.body.as_str()), "{}", part.body);
        assert_eq!(place == 0, part.kind == PartKind::Text);
    }
}

/// Markdown as somebody may well type it, and worse.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = [
        "# Herfst\n\n",
        "\n\n",
        "\n",
        "## Thuis\n\n",
        "Lees samen. ",
        "**",
        "*",
        "_",
        "- ",
        "1. ",
        "  ",
        "[lees](https://x.nl/?a=\"<b>\"&c)",
        "[",
        "](https://x.nl)",
        "<https://x.nl>",
        "|a|b|\n|-|-|\n|x|y|\n",
        "![boom](boom.png)\n\n",
        "<b>",
        "&lt;",
        "&",
        "<",
        "> ",
        "`",
        "الشجرة؟ ",
        "\u{202E}",
        "\u{A0}",
        "👩‍👧 ",
        "woord ",
        "\\\n",
        "~~",
        "[^1]",
        "|",
    ];
    let long = "Een zin die nergens ophoudt en toch ".repeat(30);
    let piece = prop_oneof![
        20 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => Just(long),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| format!("# Titel\n\n{}", pieces.concat()))
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = Folder::of(&[]);
        folder.put("nl.md", &bytes);
        if let Ok(letter) = read(&folder.path()) {
            letter.texts.values().for_each(hold_limits);
        }
    }

    #[test]
    fn any_markdown_that_is_taken_becomes_telegram_html_within_the_limits(text in markdown()) {
        let source = TextFile::of_bytes(text.as_bytes()).unwrap();
        let (manuscript, problems) = markdown::read(&source);
        if problems.iter().all(|(_, problem)| problem.is_warning()) {
            let cover = Cover::default();
            hold_limits(&super::text(language("ar"), manuscript, &cover));
        }
    }
}

#[test]
fn the_check_of_telegram_html_sees_what_is_wrong() {
    assert!(is_telegram_html("<b>a &amp; <i>b</i></b> <a href=\"https://x.nl\">c</a>"));
    for wrong in ["<b>", "</b>", "<b><i></b></i>", "a & b", "a > b", "<u>a</u>", "&nbsp;"] {
        assert!(!is_telegram_html(wrong), "{wrong}");
    }
}
