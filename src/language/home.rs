//! Home languages by tag, Dutch, English or own name.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// A language somebody speaks at home. Written in the database and in files as its tag.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HomeLanguage(&'static str);

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

#[derive(Deserialize)]
struct Table {
    language: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    tag: String,
    nl: String,
    en: String,
    own: String,
    #[serde(default)]
    rtl: bool,
}

#[expect(clippy::expect_used, reason = "the table is embedded, and every test here reads it")]
static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let text = include_str!("../../locales/languages.toml");
    toml::from_str::<Table>(text).expect("locales/languages.toml holds such a table").language
});

/// Every folded name; a roster of thousands asks often.
static NAMES: LazyLock<HashMap<String, HomeLanguage>> = LazyLock::new(|| {
    let named = TABLE.iter().flat_map(|entry| {
        let names = [&entry.tag, &entry.nl, &entry.en, &entry.own];
        names.map(|name| (fold(name), HomeLanguage(&entry.tag)))
    });
    named.collect()
});

impl HomeLanguage {
    /// Dutch: the reference of all phrases, and the organisation's own language by default.
    pub const DUTCH: Self = Self("nl");
    /// English.
    pub const ENGLISH: Self = Self("en");

    /// Every language a roster may name.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|entry| Self(&entry.tag))
    }

    /// Reads a tag, or a Dutch, English or own name, whatever its case.
    pub fn parse(text: &str) -> Option<Self> {
        NAMES.get(&fold(text)).copied()
    }

    /// The tag of a language that Telegram says an app is set to (`tr`, `pt-br`): only the part
    /// before the first hyphen counts.
    pub fn of_app(code: &str) -> Option<Self> {
        Self::parse(code.split(['-', '_']).next().unwrap_or_default())
    }

    /// The tag, as in `locales/` and in the database.
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// The name that its speakers give it, in its own script.
    pub fn own_name(self) -> &'static str {
        &self.entry().own
    }

    /// The name in a staff language: Dutch or English.
    pub fn name_in(self, reader: Self) -> &'static str {
        if reader == Self::ENGLISH { &self.entry().en } else { &self.entry().nl }
    }

    /// Which way it is written.
    pub fn direction(self) -> Direction {
        if self.entry().rtl { Direction::Rtl } else { Direction::Ltr }
    }

    fn entry(self) -> &'static Entry {
        TABLE.iter().find(|entry| entry.tag == self.0).unwrap_or(&TABLE[0])
    }
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl std::fmt::Debug for HomeLanguage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::fmt::Display for HomeLanguage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

fn fold(text: &str) -> String {
    text.trim().nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_tag_and_by_each_of_its_names() {
        for name in ["tr", "Turks", "turkish", " Türkçe "] {
            assert_eq!(HomeLanguage::parse(name).map(HomeLanguage::tag), Some("tr"), "{name}");
        }
        assert_eq!(HomeLanguage::parse("Klingon"), None);
        assert_eq!(HomeLanguage::of_app("pt-br").map(HomeLanguage::tag), Some("pt"));
    }

    #[test]
    fn arabic_and_dari_are_written_from_right_to_left() {
        for tag in ["ar", "prs", "ckb", "fa"] {
            assert_eq!(HomeLanguage::parse(tag).unwrap().direction(), Direction::Rtl);
        }
        assert_eq!(HomeLanguage::DUTCH.direction(), Direction::Ltr);
    }

    #[test]
    fn no_name_stands_for_two_languages() {
        let mut names: Vec<String> = Vec::new();
        for entry in TABLE.iter() {
            let mut own: Vec<String> =
                [&entry.tag, &entry.nl, &entry.en, &entry.own].map(|name| fold(name)).into();
            own.sort();
            own.dedup();
            names.append(&mut own);
        }
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
