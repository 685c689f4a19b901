//! What is read aloud: exactly these words belong to a recording, so that a changed text loses its
//! voice. No name of a child is in them: one recording serves every family.

use super::{ActivityText, BookText, Level, ThemeText};
use crate::language::ReadAloud;

/// Focus words, each in Dutch and in the language of the text.
pub type Words<'a> = &'a [(String, String)];

/// Between the Dutch word and the same word in the language of the text: no text has a tab within a line.
const BESIDE: char = '\t';

/// A text that can be listened to.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// The theme letter, with the words of the theme.
    Letter(&'a ThemeText, Words<'a>),
    /// The last message of the theme.
    Closing(&'a ThemeText),
    /// Why an activity is good for a child.
    Why(&'a ActivityText),
    /// What to do, at a level, with the words of the activity.
    Do(&'a ActivityText, Level, Words<'a>),
    /// Encouragement and a next step.
    Cheer(&'a ActivityText),
    /// The title of a picture book, what it is about and what to ask: not its address.
    Book(&'a BookText),
}

/// The words of a part as a person says them: a line for each thought, plain text; [`aloud`] reads it. The
/// focus words come last, first in Dutch and then in the language of the text.
pub fn read_aloud(part: Part<'_>) -> String {
    let words = match part {
        Part::Letter(_, words) | Part::Do(_, _, words) => words,
        Part::Closing(_) | Part::Why(_) | Part::Cheer(_) | Part::Book(_) => &[],
    };
    let lines: Vec<String> = match part {
        Part::Letter(text, _) => vec![sentence(&text.title), sentence(&text.letter)],
        Part::Closing(text) => vec![sentence(&text.closing)],
        Part::Why(text) => vec![sentence(&text.why)],
        Part::Cheer(text) => vec![sentence(&text.cheer)],
        Part::Book(text) => {
            let about = [&text.title, &text.about].into_iter();
            about.chain(&text.questions).cloned().collect()
        }
        Part::Do(text, level, _) => {
            let opening = std::iter::once(text.title.as_str()).chain(text.need.as_deref());
            let steps = text.steps_at(level).iter().map(String::as_str);
            opening.chain(steps).map(sentence).collect()
        }
    };
    let words = words.iter().map(|(dutch, own)| format!("{dutch}{BESIDE}{own}"));
    lines.into_iter().chain(words).collect::<Vec<_>>().join("\n")
}

/// What a voice makes of the words of a part: a focus word is said in both languages. In a Dutch text it is
/// not said again: there it stands in the sentences.
pub fn aloud(read_aloud: &str) -> ReadAloud {
    read_aloud.lines().fold(ReadAloud::default(), |aloud, line| match line.split_once(BESIDE) {
        Some((dutch, own)) if dutch == own => aloud,
        Some((dutch, own)) => aloud.word(dutch, own),
        None => aloud.text(line),
    })
}

/// By which a recording finds its text; the same key as that of a message with these words.
pub fn text_key(read_aloud: &str) -> String {
    aloud(read_aloud).key()
}

/// With a mark at its end, so that the voice pauses there.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(char::is_alphanumeric) { format!("{text}.") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Piece, Quality};

    fn tent() -> ActivityText {
        ActivityText {
            title: "Een huis van een deken".into(),
            why: "Zo oefenen ze.".into(),
            need: Some("Een deken.".into()),
            steps: vec!["Hang een deken op.".into(), "Klop klop!".into()],
            easier: vec!["Ga samen zitten.".into(), "Slaap.".into()],
            harder: vec!["Bouw samen.".into(), "Wie komt er".into()],
            cheer: "Speel mee.".into(),
            thanks: "Zo leert je kind praten.".into(),
        }
    }

    #[test]
    fn an_activity_is_told_by_its_name_what_one_needs_and_the_steps_of_the_level() {
        let text = tent();
        assert_eq!(
            read_aloud(Part::Do(&text, Level::AsIs, &[])),
            "Een huis van een deken.\nEen deken.\nHang een deken op.\nKlop klop!"
        );
        assert!(
            read_aloud(Part::Do(&text, Level::Harder, &[])).ends_with("Bouw samen.\nWie komt er.")
        );
        assert!(read_aloud(Part::Do(&text, Level::Easier, &[])).contains("Ga samen zitten."));
        assert_eq!(read_aloud(Part::Why(&text)), "Zo oefenen ze.");
        assert_eq!(read_aloud(Part::Cheer(&text)), "Speel mee.");
    }

    #[test]
    fn a_theme_letter_opens_with_its_title() {
        let text = ThemeText {
            title: "Bij ons thuis".into(),
            letter: "Dit doen we.\n\nEn dit.".into(),
            closing: "Tot ziens!".into(),
            quality: Quality::Human,
        };
        assert_eq!(read_aloud(Part::Letter(&text, &[])), "Bij ons thuis.\nDit doen we.\n\nEn dit.");
        assert_eq!(read_aloud(Part::Closing(&text)), "Tot ziens!");
    }

    #[test]
    fn focus_words_come_last_in_dutch_and_in_the_home_language() {
        let words = [("de deken".to_owned(), "battaniye".to_owned())];
        let said = read_aloud(Part::Do(&tent(), Level::AsIs, &words));
        assert!(aloud(&said).plain().ends_with("Klop klop!\nde deken: battaniye"));
        let beside = Piece::Word { dutch: "de deken".into(), own: "battaniye".into() };
        assert_eq!(aloud(&said).pieces().last(), Some(&beside), "a voice for each language");
        let dutch = [("de deken".to_owned(), "de deken".to_owned())];
        let said = read_aloud(Part::Do(&tent(), Level::AsIs, &dutch));
        assert!(aloud(&said).plain().ends_with("Klop klop!"), "{said}");
    }

    #[test]
    fn another_text_has_another_key() {
        assert_eq!(text_key("Een").len(), 64);
        assert_ne!(text_key("Een"), text_key("Een."));
    }
}
