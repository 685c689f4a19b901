//! Text that goes into a chat as Telegram's HTML: escaped here and nowhere else.

use std::fmt;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';
const RIGHT_TO_LEFT_MARK: char = '\u{200F}';

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

/// Marks the lines of a text that runs from right to left where nothing else says so: isolated words (a
/// title, a name, a word beside its translation) give their line no direction, and an app would set it
/// from left to right. The mark stands at the line's end.
pub fn right_to_left(markup: &str) -> String {
    let mut marked = String::with_capacity(markup.len() + 16);
    for (place, line) in markup.split('\n').enumerate() {
        if place > 0 {
            marked.push('\n');
        }
        marked.push_str(line);
        if !line.is_empty() && !says_its_direction(line) {
            marked.push(RIGHT_TO_LEFT_MARK);
        }
    }
    marked
}

/// Whether a letter or mark stands outside of tags, entities and isolated words.
fn says_its_direction(line: &str) -> bool {
    let (mut isolates, mut in_tag, mut in_entity) = (0_usize, false, false);
    for c in line.chars() {
        match c {
            '\u{2066}'..=FIRST_STRONG_ISOLATE => isolates += 1,
            POP_ISOLATE => isolates = isolates.saturating_sub(1),
            '<' => in_tag = true,
            '>' => in_tag = false,
            '&' => in_entity = true,
            ';' if in_entity => in_entity = false,
            _ if isolates > 0 || in_tag || in_entity => {}
            _ if c.is_alphabetic() || c == RIGHT_TO_LEFT_MARK => return true,
            _ => {}
        }
    }
    false
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
    fn a_line_of_isolated_words_is_marked_and_one_with_a_letter_of_its_own_is_not() {
        let [title, names, word, asked] = [
            "\u{1F9E9} <b>\u{2068}بيت\u{2069}</b>",
            "\u{2068}Amal\u{2069} &amp; \u{2068}De Roos\u{2069}",
            "\u{200F}\u{2068}بيت\u{2069} = \u{2068}het huis\u{2069}",
            "كيف حال \u{2068}Amal\u{2069}؟",
        ];
        assert_eq!(
            right_to_left(&[title, names, "", word, asked].join("\n")),
            format!("{title}\u{200F}\n{names}\u{200F}\n\n{word}\n{asked}")
        );
    }

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
