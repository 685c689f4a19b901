//! Each rule finds what breaks it.

use std::collections::BTreeSet;

use super::phrases::read;
use super::{rules, usage};

const DUTCH: &str = "hello = Dag { $name }\nbye = Doei\n    .title = Weg\n";

#[test]
fn a_missing_phrase_attribute_or_variable_is_found() {
    let same = |other: &str| rules::same(&read(DUTCH), &read(other), "xx").len();
    assert_eq!(same("hello = Hi { $name }\nbye = Bye\n    .title = Away\n"), 0);
    assert_eq!(same("hello = Hi { $name }\n"), 1);
    assert_eq!(same("hello = Hi { $nam }\nbye = Bye\n"), 2);
    assert_eq!(same(&format!("{DUTCH}more = More\n")), 1);
    assert_eq!(same("hello = { $name ->\n   *[other] Hi\n }\nbye = Bye\n    .title = Away\n"), 0);
}

#[test]
fn a_missing_plural_is_found() {
    let wrong = |tag: &str, text: &str| rules::plurals(&read(text), tag).len();
    assert_eq!(wrong("nl", "n = { $n ->\n    [one] een\n   *[other] veel\n }\n"), 0);
    assert_eq!(wrong("pl", "n = { $n ->\n    [one] jeden\n   *[other] wiele\n }\n"), 1);
    assert_eq!(wrong("nl", "n = { $n ->\n    [few] wat\n    [one] een\n   *[other] veel\n }\n"), 1);
    assert_eq!(
        wrong("nl", "n = a { $a ->\n   *[other] { $n ->\n       *[other] b\n     }\n }\n"),
        2
    );
}

#[test]
fn a_phrase_left_in_dutch_is_found() {
    let left = |text: &str| rules::untranslated(&read(DUTCH), &read(text), "en").len();
    assert_eq!(left("hello = Hi { $name }\nbye = Bye\n"), 0);
    assert_eq!(left("hello = Hi { $name }\nbye = Doei\n    .title = Weg\n"), 1);
    let dutch = read("keyboard-menu = Menu\n");
    assert_eq!(rules::untranslated(&dutch, &read("keyboard-menu = Menu\n"), "en").len(), 0);
    assert_eq!(rules::untranslated(&dutch, &read("keyboard-menu = Menu\n"), "ar").len(), 1);
}

#[test]
fn a_long_label_is_found_and_a_long_message_is_not() {
    let text = format!("menu-stop = {0}\nbarrier-new = {0}\nhello = {0}\n", "é".repeat(29));
    assert_eq!(rules::labels(&read(&text), "xx", rules::LONGEST_LABEL).len(), 2);
    assert!(rules::is_label("barrier-other") && !rules::is_label("data"));
}

#[test]
fn markup_that_telegram_would_refuse_is_found() {
    let wrong = |text: &str| !rules::markup(&read(&format!("x = {text}\n")), "xx", true).is_empty();
    assert!(!wrong("a <b>b</b> <i>c <b>d</b></i>"));
    for text in ["<u>a</u>", "<b>a", "a</b>", "<b><i>a</b></i>", "1 < 2", "a & b", "<b >a</b >"] {
        assert!(wrong(text), "{text}");
    }
    assert!(!rules::markup(&read("x = <b>a</b>\n"), "xx", false).is_empty());
    assert!(rules::markup(&read("x = thuispost import <file>\n"), "xx", false).is_empty());
}

#[test]
fn a_second_emoji_is_found() {
    assert_eq!(rules::emoji(&read("x = 👋 Dag 🏠\n"), "xx").len(), 1);
    assert_eq!(rules::emoji(&read("x = ✉️ Brief\n"), "xx").len(), 0);
}

#[test]
fn an_invisible_mark_is_found_with_its_line() {
    assert_eq!(rules::marks("a = b\nc = \u{200F}d\n", "ar/x.ftl"), ["ar/x.ftl:2"]);
}

#[test]
fn a_language_without_an_entry_is_found() {
    let tags = ["nl".to_owned(), "en".to_owned()];
    let entry = |tag: &str, review: &str| {
        format!("[{tag}]\nwritten_by = \"us\"\nnative_review = \"{review}\"\n")
    };
    let both = format!("{}{}", entry("nl", "none"), entry("en", "2026-11-23"));
    assert_eq!(rules::status(&both, &tags).len(), 0);
    assert_eq!(rules::status(&entry("nl", "soon"), &tags).len(), 3);
    assert_eq!(rules::status(&format!("{both}{}", entry("fr", "none")), &tags).len(), 1);
}

#[test]
fn a_programme_whose_quality_is_not_written_down_is_found() {
    let status =
        "[programmes.a]\nwritten_by = \"us\"\nnative_review = \"none\"\nquality = \"machine\"\n";
    let text = |programme: &str, quality: &str| {
        let text = format!("quality = \"{quality}\"\n");
        vec![(programme.to_owned(), "nl.toml".to_owned(), text)]
    };
    assert_eq!(rules::programmes(status, &text("a", "machine")).len(), 0);
    assert_eq!(rules::programmes(status, &text("a", "human")).len(), 1);
    assert_eq!(rules::programmes(status, &text("b", "machine")).len(), 3);
}

#[test]
fn a_phrase_that_nothing_says_and_a_name_without_phrase_are_found() {
    let ids: BTreeSet<String> =
        ["menu-stop", "menu-old", "barrier-other"].map(str::to_owned).into();
    let source = [r#"button("menu-stop"); say("menu-new"); format!("barrier-{}", x)"#.to_owned()];
    assert_eq!(usage::unused(&ids, &source), ["nothing says menu-old"]);
    assert_eq!(usage::unknown(&ids, &source), ["no phrase menu-new"]);
    assert_eq!(usage::unused(&ids, &["\"menu-stop\"".to_owned()]).len(), 2);
    assert_eq!(usage::labelled(&source), ["menu-stop".to_owned()].into());
}
