//! Which languages no native speaker has read yet, as `locales/STATUS.toml` says.

use std::collections::BTreeMap;

use serde::Deserialize;

static STATUS: &str = include_str!("../../locales/STATUS.toml");

/// Languages, and beside them the programmes that come with the program.
#[derive(Default, Deserialize)]
struct Everything {
    #[serde(default, rename = "programmes")]
    _programmes: toml::Table,
    #[serde(flatten)]
    languages: BTreeMap<String, Status>,
}

#[derive(Deserialize)]
struct Status {
    native_review: String,
}

/// Tags of the languages whose phrases no native speaker has read.
pub fn not_reviewed() -> Vec<String> {
    unread_in(STATUS)
}

fn unread_in(text: &str) -> Vec<String> {
    let all: Everything = toml::from_str(text).unwrap_or_default();
    all.languages
        .into_iter()
        .filter(|(_, it)| it.native_review == "none")
        .map(|(tag, _)| tag)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_was_read_is_not_listed() {
        let text = "[nl]\nnative_review = \"2026-11-22\"\n[so]\nnative_review = \"none\"\nnote = \"x\"\n\
             [programmes.starter]\nnative_review = \"none\"\n";
        assert_eq!(unread_in(text), ["so"]);
        let all: Everything = toml::from_str(STATUS).unwrap();
        assert!(all.languages.len() > 7);
    }
}
