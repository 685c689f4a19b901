//! A carer's own words, and where a compiled text wants them.

use super::super::queries::NAME_SEPARATOR;
use crate::language::{HomeLanguage, Html, list};

/// Stand-ins for the carer's own words while a phrase is compiled; no text contains them.
pub(super) const CHILDREN: &str = "\u{E000}";
pub(super) const LOCATION: &str = "\u{E001}";
pub(super) const TITLE: &str = "\u{E002}";

pub(super) enum Piece {
    Text(String),
    Children,
    Location,
    Title,
}

/// A carer's own words.
pub(super) struct Words {
    pub(super) children: Vec<String>,
    pub(super) titles: Vec<String>,
    pub(super) location: String,
}

impl Words {
    pub(super) fn put_into(&self, pieces: &[Piece], language: HomeLanguage) -> String {
        let children = Html::escape(&list(language, &self.children)).into_string();
        let location = Html::escape(&self.location).into_string();
        // One title stands between the marks of the phrase that names it; several bring their own.
        let title = match self.titles.as_slice() {
            [one] => Html::escape(one),
            several => Html::escape(&list(language, several)),
        };
        let mut text = String::with_capacity(1_024);
        for piece in pieces {
            text.push_str(match piece {
                Piece::Text(words) => words,
                Piece::Children => &children,
                Piece::Location => &location,
                Piece::Title => title.as_str(),
            });
        }
        text
    }
}

/// Cuts compiled markup where the carer's own words go.
pub(super) fn cut(markup: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for text in markup.split_inclusive(['\u{E000}', '\u{E001}', '\u{E002}']) {
        let marks =
            [(CHILDREN, Piece::Children), (LOCATION, Piece::Location), (TITLE, Piece::Title)];
        let found =
            marks.into_iter().find_map(|(mark, piece)| Some((text.strip_suffix(mark)?, piece)));
        let (words, piece) = match found {
            Some((words, piece)) => (words, Some(piece)),
            None => (text, None),
        };
        if !words.is_empty() {
            pieces.push(Piece::Text(words.to_owned()));
        }
        pieces.extend(piece);
    }
    pieces
}

/// The names of one cell, in alphabetical order, each once.
pub fn names(cell: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> =
        cell.unwrap_or_default().split(NAME_SEPARATOR).map(str::to_owned).collect();
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carers_words_go_where_the_phrase_wants_them() {
        let pieces = cut("A \u{E000} and \u{E001}!");
        let shape: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(words) => words.as_str(),
                Piece::Children => "<children>",
                Piece::Location => "<location>",
                Piece::Title => "<title>",
            })
            .collect();
        assert_eq!(shape, "A <children> and <location>!");
    }

    #[test]
    fn a_child_is_named_once() {
        assert_eq!(names(Some("Samira\u{1f}Adam\u{1f}Samira")), ["Adam", "Samira"]);
        assert!(names(None).is_empty());
    }
}
