//! What holds for every phrase. Each rule tells what breaks it, one line a finding.

use std::collections::{BTreeMap, BTreeSet};

use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};

use super::phrases::Phrase;

/// No label is longer than this, in characters.
pub const LONGEST_LABEL: usize = 28;
/// What is longer than this stands on two lines on a small phone.
pub const LONG_LABEL: usize = 20;

/// What stands on a button, and families of such.
const LABELS: [&str; 63] = [
    "barrier-*",
    "checkin-a-bit",
    "checkin-barrier",
    "checkin-no-need",
    "checkin-not-yet",
    "checkin-tomorrow",
    "checkin-weekend",
    "checkin-worked",
    "data-erase",
    "data-erase-no",
    "data-erase-yes",
    "join-no",
    "join-yes",
    "keyboard-language",
    "keyboard-menu",
    "letter-explain",
    "letter-listen",
    "letter-more",
    "letter-understood",
    "meeting-calendar",
    "meeting-choose-moment",
    "meeting-interpreter",
    "meeting-interpreter-family",
    "meeting-interpreter-none",
    "meeting-interpreter-ours",
    "meeting-leave-list",
    "meeting-map",
    "meeting-maybe",
    "meeting-next-yes",
    "meeting-no",
    "meeting-not-after-all",
    "meeting-other-moment",
    "meeting-seat-no",
    "meeting-seat-yes",
    "meeting-yes",
    "menu-data",
    "menu-help",
    "menu-language",
    "menu-not-me",
    "menu-pause",
    "menu-resume",
    "menu-stop",
    "not-me-no",
    "not-me-yes",
    "pause-four-weeks",
    "pause-one-week",
    "pause-two-weeks",
    "resume-yes",
    "second-language-no",
    "second-language-yes",
    "staff-button-*",
    "staff-meet-button-*",
    "talk-afternoons",
    "talk-cancel",
    "talk-freed-no",
    "talk-freed-yes",
    "talk-more",
    "talk-mornings",
    "talk-move",
    "talk-moved-fine",
    "talk-none-fits",
    "talk-sibling-other",
    "talk-sibling-yes",
];

/// Phrases that may be as in Dutch: in which languages (`*`: all), which, and why.
const AS_IN_DUTCH: [(&[&str], &str, &str); 26] = [
    (&["*"], "chosen", "a mark and the label"),
    (&["*"], "letter-header", "names and a title only"),
    (&["*"], "activity-header-why", "the same"),
    (&["*"], "activity-header-do", "the same"),
    (&["*"], "activity-header-cheer", "the same"),
    (&["*"], "activity-header-closing", "the same"),
    (&["*"], "activity-header-book", "the same"),
    (&["*"], "activity-section", "the same"),
    (&["*"], "activity-word", "two words and a sign"),
    (&["*"], "listen-note", "a title only"),
    (&["*"], "meeting-header", "names and a title only"),
    (&["*"], "meeting-header-short", "the same"),
    (&["*"], "meeting-when", "a day and times"),
    (&["*"], "meeting-when-days", "the same"),
    (&["*"], "meeting-file-summary", "a title and a name"),
    (&["en"], "staff-feed-talk", "the same"),
    (&["en"], "staff-feed-talk-own", "the same"),
    (&["en"], "staff-import-day", "a day and a name"),
    (&["en", "fr", "pl", "so"], "keyboard-menu", "Menu is the same word there"),
    (&["en", "fr", "pl", "so"], "command-menu", "Menu is the same word there"),
    (&["*"], "words-menu", "the word in the app's own menu counts everywhere"),
    (&["*"], "words-help", "the same"),
    (&["*"], "words-stop", "the same"),
    (&["en"], "command-stop", "Stop is the same word there"),
    (&["en"], "pause-one-week", "1 week is the same there"),
    (&["en"], "second-language-no", "No is the same word there"),
];

/// The same names, attributes and variables as in the reference.
pub fn same(reference: &[Phrase], other: &[Phrase], tag: &str) -> Vec<String> {
    let by_id = |phrases: &[Phrase]| -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
        let fields = |it: &Phrase| (it.id.clone(), (it.attributes.clone(), it.variables.clone()));
        phrases.iter().map(fields).collect()
    };
    let (reference, other) = (by_id(reference), by_id(other));
    let mut found = Vec::new();
    for (id, parts) in &reference {
        match other.get(id) {
            None => found.push(format!("{tag}: {id} is missing")),
            Some(theirs) if theirs != parts => {
                found.push(format!("{tag}: {id} has {theirs:?} instead of {parts:?}"));
            }
            Some(_) => {}
        }
    }
    let more = other.keys().filter(|id| !reference.contains_key(*id));
    found.extend(more.map(|id| format!("{tag}: {id} is not in the Dutch file")));
    found
}

/// A choice by number has each form of the language, and no other.
pub fn plurals(phrases: &[Phrase], tag: &str) -> Vec<String> {
    let locale: Locale = tag.parse().unwrap();
    let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
    let expected: BTreeSet<&str> = rules.categories().map(word).collect();
    let mut found = Vec::new();
    for phrase in phrases {
        for keys in &phrase.choices {
            let keys: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
            if keys != expected {
                found.push(format!("{tag}: {} has {keys:?}, not {expected:?}", phrase.id));
            }
        }
    }
    found
}

fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Nothing that is word for word the Dutch text, unless [`AS_IN_DUTCH`] says why.
pub fn untranslated(reference: &[Phrase], other: &[Phrase], tag: &str) -> Vec<String> {
    let may = |id: &str| {
        AS_IN_DUTCH.iter().any(|(tags, allowed, _)| {
            *allowed == id && (tags.contains(&"*") || tags.contains(&tag))
        })
    };
    let is_dutch = |phrase: &&Phrase| {
        reference.iter().any(|dutch| dutch.id == phrase.id && dutch.text == phrase.text)
    };
    let found = other.iter().filter(is_dutch).filter(|phrase| !may(&phrase.id));
    found.map(|phrase| format!("{tag}: {} is Dutch: {}", phrase.id, phrase.text.trim())).collect()
}

/// Whether a phrase stands on a button.
pub fn is_label(id: &str) -> bool {
    LABELS.iter().any(|label| match label.strip_suffix('*') {
        Some(family) => id.starts_with(family),
        None => *label == id,
    })
}

/// No label longer than this.
pub fn labels(phrases: &[Phrase], tag: &str, longest: usize) -> Vec<String> {
    let labels = phrases.iter().filter(|phrase| is_label(&phrase.id));
    let long = labels.filter(|phrase| phrase.text.trim().chars().count() > longest);
    long.map(|phrase| format!("{tag}: {} ({})", phrase.id, phrase.text.trim())).collect()
}

/// `<b>` and `<i>` where markup is taken, closed in order; elsewhere none at all.
pub fn markup(phrases: &[Phrase], tag: &str, taken: bool) -> Vec<String> {
    let wrong = phrases.iter().filter(|phrase| !is_sound(&phrase.text, taken));
    wrong.map(|phrase| format!("{tag}: {}: {}", phrase.id, phrase.text.trim())).collect()
}

fn is_sound(text: &str, taken: bool) -> bool {
    let mut open = Vec::new();
    for (place, _) in text.match_indices('<') {
        let Some((name, _)) = text.split_at(place + 1).1.split_once('>') else { return !taken };
        match name {
            // A placeholder in a command line, such as <file>, is no markup for plain text.
            "b" | "i" | "/b" | "/i" if !taken => return false,
            "b" | "i" => open.push(name),
            "/b" | "/i" if open.pop() == name.strip_prefix('/') => {}
            _ if taken => return false,
            _ => {}
        }
    }
    open.is_empty() && !(taken && text.contains('&'))
}

/// At most one emoji a message.
pub fn emoji(phrases: &[Phrase], tag: &str) -> Vec<String> {
    let is_emoji = |c: char| matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}');
    let many =
        phrases.iter().filter(|phrase| phrase.text.chars().filter(|c| is_emoji(*c)).count() > 1);
    many.map(|phrase| format!("{tag}: {}", phrase.id)).collect()
}

/// No mark of direction: what is filled in is isolated, the rest has none.
pub fn marks(text: &str, file: &str) -> Vec<String> {
    let is_mark = |c: char| matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let lines = text.lines().zip(1..).filter(|(line, _)| line.contains(is_mark));
    lines.map(|(_, number)| format!("{file}:{number}")).collect()
}

/// One entry a language: by whom, and read by whom.
pub fn status(text: &str, tags: &[String]) -> Vec<String> {
    let table: toml::Table = text.parse().unwrap();
    let mut found: Vec<String> = table
        .keys()
        .filter(|key| !tags.contains(key) && *key != "programmes")
        .map(|key| format!("{key}: no folder"))
        .collect();
    for tag in tags {
        let field = |name: &str| table.get(tag)?.get(name)?.as_str();
        if field("written_by").is_none_or(str::is_empty) {
            found.push(format!("{tag}: written_by is missing"));
        }
        let review = field("native_review").unwrap_or_default();
        if review != "none" && review.parse::<jiff::civil::Date>().is_err() {
            found.push(format!("{tag}: native_review is neither a date nor \"none\""));
        }
    }
    found
}

/// Every programme that comes along says who wrote it, of which quality it is and who has read it;
/// its text files say the same quality. `texts`: programme, file and text.
pub fn programmes(status: &str, texts: &[(String, String, String)]) -> Vec<String> {
    let table: toml::Table = status.parse().unwrap();
    let entry = |programme: &str, field: &str| {
        table.get("programmes")?.get(programme)?.get(field)?.as_str().map(str::to_owned)
    };
    let mut found = Vec::new();
    for (programme, file, text) in texts {
        for field in ["written_by", "native_review"] {
            if entry(programme, field).is_none_or(|value| value.is_empty()) {
                found.push(format!("{programme}: {field} is missing"));
            }
        }
        let said = text.parse::<toml::Table>().unwrap();
        let said = said.get("quality").and_then(|it| it.as_str()).map(str::to_owned);
        if said.is_none() || said != entry(programme, "quality") {
            found.push(format!("{file}: quality {said:?} is not what STATUS.toml says"));
        }
    }
    found.sort();
    found.dedup();
    found
}
