//! Text that goes into a chat as Telegram's HTML: escaped here and nowhere else.

use std::fmt;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Telegram HTML: whatever a person typed in it has been escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Html(String);

impl Html {
    /// Escapes plain text.
    pub fn escape(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                _ => out.push(c),
            }
        }
        Self(out)
    }

    /// Markup that this program wrote itself (a phrase, a compiled letter).
    pub fn trusted(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, owned.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Appends other markup.
    pub fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// Appends other markup after an empty line.
    #[must_use]
    pub fn then(mut self, other: &Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push_str("\n\n");
        }
        self.push(other);
        self
    }

    /// What a reader sees: no tags, and each entity as its character.
    pub fn plain(&self) -> String {
        let (mut plain, mut in_tag) = (String::with_capacity(self.0.len()), false);
        for c in self.0.chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                _ if in_tag => {}
                _ => plain.push(c),
            }
        }
        plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    }

    /// How many characters a reader sees: tags count nothing, an entity counts one.
    pub fn visible_chars(&self) -> usize {
        let (mut count, mut in_tag, mut in_entity) = (0, false, false);
        for c in self.0.chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                _ if in_tag => {}
                '&' => {
                    in_entity = true;
                    count += 1;
                }
                ';' if in_entity => in_entity = false,
                _ if in_entity => {}
                FIRST_STRONG_ISOLATE | POP_ISOLATE => {}
                _ => count += 1,
            }
        }
        count
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Wraps inserted text so that its direction does not disturb the sentence around it.
pub fn isolate(text: &str) -> String {
    format!("{FIRST_STRONG_ISOLATE}{}{POP_ISOLATE}", clean(text))
}

/// Takes out control characters and stray direction marks, and trims.
pub fn clean(text: &str) -> String {
    without_marks(text).trim().to_owned()
}

/// Takes out control characters and stray direction marks; spaces at the ends stay.
pub fn without_marks(text: &str) -> String {
    text.chars().filter(|&c| c == '\n' || (!c.is_control() && !is_direction_mark(c))).collect()
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_typed_is_shown_and_not_obeyed() {
        assert_eq!(Html::escape("<b>J & i").as_str(), "&lt;b&gt;J &amp; i");
    }

    #[test]
    fn a_reader_sees_neither_tags_nor_marks() {
        let html = Html::trusted("<b>Tom &amp; \u{2068}Ali\u{2069}</b>");
        assert_eq!(html.visible_chars(), "Tom & Ali".chars().count());
    }

    #[test]
    fn a_name_cannot_turn_the_rest_of_the_sentence() {
        assert_eq!(isolate("A\u{202E}li\u{2069} "), "\u{2068}Ali\u{2069}");
    }
}
