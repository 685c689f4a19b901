//! What is read aloud of a text, and the key under which its voice is kept: one place for letters and
//! for the messages of a programme, so that a recording is found again whoever composed the text.

use sha2::{Digest, Sha256};

use super::html::{Html, without_marks};

/// A text as a voice reads it: plain lines without markup and emoji, and pairs of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAloud {
    pieces: Vec<Piece>,
}

/// A stretch of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A line in the language of the text.
    Line(String),
    /// A focus word: first in Dutch, then in the language of the text.
    Word {
        /// In Dutch.
        dutch: String,
        /// In the language of the text.
        own: String,
    },
}

impl ReadAloud {
    /// Adds plain text, each line as a line; empty ones are left out.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        let lines = text.lines().map(spoken).filter(|line| !line.is_empty());
        self.pieces.extend(lines.map(Piece::Line));
        self
    }

    /// Adds what a reader of this markup sees.
    #[must_use]
    pub fn html(self, html: &Html) -> Self {
        self.text(&html.plain())
    }

    /// Adds a focus word.
    #[must_use]
    pub fn word(mut self, dutch: &str, own: &str) -> Self {
        let (dutch, own) = (spoken(dutch), spoken(own));
        if !dutch.is_empty() || !own.is_empty() {
            self.pieces.push(Piece::Word { dutch, own });
        }
        self
    }

    /// All of it, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether focus words are in it.
    pub fn has_words(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Word { .. }))
    }

    /// The same without them.
    #[must_use]
    pub fn without_words(&self) -> Self {
        let lines = self.pieces.iter().filter(|piece| matches!(piece, Piece::Line(_)));
        Self { pieces: lines.cloned().collect() }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// As staff read it when they record it.
    pub fn plain(&self) -> String {
        let lines = self.pieces.iter().map(|piece| match piece {
            Piece::Line(line) => line.clone(),
            Piece::Word { dutch, own } => format!("{dutch}: {own}"),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// SHA-256 of [`ReadAloud::plain`], in hexadecimal: a changed text loses its voice.
    pub fn key(&self) -> String {
        Sha256::digest(self.plain()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// One line without what nobody can say.
fn spoken(line: &str) -> String {
    let said: String = without_marks(line).chars().filter(|&c| !is_picture(c)).collect();
    let words: Vec<&str> = said.split_whitespace().collect();
    words.join(" ").trim_start_matches(['•', '–', '-', '*']).trim().to_owned()
}

/// Emoji and what joins or colours them.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}')
        || matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{25FF}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{200D}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_says_markup_entities_or_emoji() {
        let html =
            Html::trusted("<b>💧 Su &amp; kum</b>\n\n• Oku: <a href=\"https://x.nl\">kitap</a> 👩‍👧");
        assert_eq!(ReadAloud::default().html(&html).plain(), "Su & kum\nOku: kitap");
    }

    #[test]
    fn a_word_is_said_in_dutch_first() {
        let read = ReadAloud::default().text("Su").word("\u{2068}de kraan\u{2069}", "musluk");
        assert_eq!(read.plain(), "Su\nde kraan: musluk");
        assert_eq!(read.pieces().len(), 2);
    }

    #[test]
    fn the_key_changes_with_a_word_and_not_with_a_space_or_an_emoji() {
        let key = |text: &str| ReadAloud::default().text(text).key();
        assert_eq!(key("Wij lezen.\n\nSamen."), key(" Wij  lezen. 📖\nSamen.\n"));
        assert_ne!(key("Wij lezen."), key("Wij lazen."));
        assert_eq!(key("x").len(), 64);
    }

    #[test]
    fn nothing_but_emoji_is_nothing_to_read() {
        assert!(ReadAloud::default().text("🎉 ✨\n").word("🍎", "").is_empty());
    }
}
