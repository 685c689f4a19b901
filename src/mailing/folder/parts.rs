//! A manuscript cut into messages: what is sent at once, and what waits behind "read more".

use super::markdown::{Manuscript, Words};
use super::prose::Prose;
use super::{Part, PartKind};
use crate::language::{Direction, HomeLanguage, Html, isolate};
use crate::mailing::MOST_SHOWN as FIRST;

/// Telegram takes 4,096; the rest is room for what the renderer puts around it.
const MORE: usize = 3_000;
const RIGHT_TO_LEFT_MARK: char = '\u{200F}';

/// The messages of a letter, in the order of sending.
pub(super) fn compile(language: HomeLanguage, manuscript: &Manuscript) -> Vec<Part> {
    let mut texts = cut(&manuscript.paragraphs).into_iter().map(|prose| prose.html());
    let mut pictures = manuscript.pictures.iter();
    let mut parts = vec![Part {
        kind: PartKind::Text,
        body: texts.next().unwrap_or_default(),
        picture: pictures.next().map(|picture| picture.path.clone()),
    }];
    parts.extend(pictures.map(|picture| Part {
        kind: PartKind::Picture,
        body: Html::escape(&picture.alt),
        picture: Some(picture.path.clone()),
    }));
    let without_picture = |kind, body| Part { kind, body, picture: None };
    parts.extend(
        manuscript
            .words
            .iter()
            .map(|words| without_picture(PartKind::Words, words_body(language, words))),
    );
    parts.extend(texts.map(|body| without_picture(PartKind::More, body)));
    parts
}

/// Fills the first message with whole paragraphs, then the others; only a paragraph that fits no
/// message of its own is torn.
fn cut(paragraphs: &[Prose]) -> Vec<Prose> {
    let mut messages: Vec<Prose> = vec![Prose::default()];
    for paragraph in paragraphs {
        let mut rest = paragraph.clone();
        while !rest.is_empty() {
            let most = if messages.len() == 1 { FIRST } else { MORE };
            let Some(last) = messages.last_mut() else { break };
            let mut together = last.clone();
            together.append_paragraph(rest.clone());
            if together.chars() <= most {
                *last = together;
                break;
            }
            if last.is_empty() {
                (*last, rest) = rest.split(most);
            }
            if !rest.is_empty() {
                messages.push(Prose::default());
            }
        }
    }
    messages
}

/// One pair a line, the word a parent knows best first: in the home language, or the Dutch word
/// before its meaning.
fn words_body(language: HomeLanguage, words: &Words) -> Html {
    // The heading above the table is left out: whoever shows the words has a title for them.
    let lines = words.pairs.iter().map(|(left, right)| {
        let (first, second) =
            if language == HomeLanguage::DUTCH { (left, right) } else { (right, left) };
        pair_line(language, &isolated(first), &isolated(second))
    });
    let lines: Vec<String> = lines.map(Html::into_string).collect();
    Html::trusted(lines.join("\n"))
}

/// Isolated words give a line no direction of its own, so right-to-left lines are marked.
fn pair_line(language: HomeLanguage, first: &Html, second: &Html) -> Html {
    match language.direction() {
        Direction::Ltr => Html::trusted(format!("<b>{first}</b> = {second}")),
        Direction::Rtl => Html::trusted(format!("{RIGHT_TO_LEFT_MARK}<b>{first}</b> = {second}")),
    }
}

fn isolated(text: &str) -> Html {
    Html::escape(&isolate(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::TextFile;
    use crate::mailing::folder::markdown;

    fn parts(language: &str, text: &str) -> Vec<Part> {
        let source = TextFile::of_bytes(format!("# Herfst\n\n{text}").as_bytes()).unwrap();
        compile(HomeLanguage::parse(language).unwrap(), &markdown::read(&source).0)
    }

    fn kinds_and_lengths(parts: &[Part]) -> Vec<(PartKind, usize)> {
        parts.iter().map(|part| (part.kind, part.body.visible_chars())).collect()
    }

    #[test]
    fn a_letter_is_sent_as_text_pictures_and_words_with_more_behind_a_button() {
        let text = format!(
            "![Een boom](boom.png)\n\nHallo.\n\n![Een \\<egel>](egel.png)\n\n{}\n\n## Woorden\n\n\
             | a | b |\n|---|---|\n| de egel | een dier |\n",
            "x".repeat(600)
        );
        let parts = parts("nl", &text);
        let kinds: Vec<_> = parts.iter().map(|part| part.kind).collect();
        assert_eq!(kinds, [PartKind::Text, PartKind::Picture, PartKind::Words, PartKind::More]);
        let pictures: Vec<_> = parts.iter().map(|part| part.picture.as_deref()).collect();
        assert_eq!(pictures, [Some("boom.png"), Some("egel.png"), None, None]);
        assert_eq!(parts[0].body.as_str(), "Hallo.");
        assert_eq!(parts[1].body.as_str(), "Een &lt;egel&gt;");
        let words = "<b>\u{2068}de egel\u{2069}</b> = \u{2068}een dier\u{2069}";
        assert_eq!(parts[2].body.as_str(), words);
    }

    #[test]
    fn whole_paragraphs_fill_the_first_six_hundred_characters() {
        let of = |lengths: [usize; 3]| {
            let text = lengths.map(|length| "x".repeat(length)).join("\n\n");
            kinds_and_lengths(&parts("nl", &text))
        };
        assert_eq!(of([200, 198, 198]), [(PartKind::Text, 600)]);
        assert_eq!(of([200, 199, 198]), [(PartKind::Text, 401), (PartKind::More, 198)]);
        assert_eq!(of([10, 600, 20]), [(PartKind::Text, 10), (PartKind::More, 622)]);
        let lengths = [(PartKind::Text, 600), (PartKind::More, 2_900), (PartKind::More, 2_000)];
        assert_eq!(of([600, 2_900, 2_000]), lengths);
    }

    #[test]
    fn a_first_paragraph_that_is_too_long_is_torn_after_a_sentence() {
        let sentence = format!("{}.", "woord ".repeat(20).trim());
        let parts = parts("nl", &[sentence.as_str(); 6].join(" "));
        assert_eq!(kinds_and_lengths(&parts), [(PartKind::Text, 483), (PartKind::More, 241)]);
        assert!(parts[0].body.as_str().ends_with('.'));
        assert!(parts[1].body.as_str().starts_with("woord"));
    }

    #[test]
    fn a_section_goes_to_more_together_with_its_heading() {
        let text = format!("{}\n\n## Thuis\n\nLees samen.", "x".repeat(590));
        assert_eq!(parts("nl", &text)[1].body.as_str(), "<b>Thuis</b>\nLees samen.");
    }

    #[test]
    fn the_home_language_word_comes_first_and_arabic_lines_run_from_the_right() {
        let table = "Hoi.\n\n| Nederlands | x |\n|---|---|\n| de boom | الشجرة |";
        let turkish = "<b>\u{2068}الشجرة\u{2069}</b> = \u{2068}de boom\u{2069}";
        assert_eq!(parts("tr", table)[1].body.as_str(), turkish);
        assert_eq!(parts("ar", table)[1].body.as_str(), format!("\u{200F}{turkish}"));
    }

    #[test]
    fn a_word_cannot_turn_the_rest_of_its_line() {
        let table = "Hoi.\n\n| a | b |\n|---|---|\n| &#x202E;de & boom | &#x2069;x |";
        let wanted = "<b>\u{2068}de &amp; boom\u{2069}</b> = \u{2068}x\u{2069}";
        assert_eq!(parts("nl", table)[1].body.as_str(), wanted);
    }

    #[test]
    fn the_same_picture_may_be_shown_twice() {
        let parts = parts("nl", "Hoi.\n\n![Boom](a.png)\n\n![Boom](./a.png)");
        assert_eq!(parts.iter().filter(|part| part.picture.is_some()).count(), 2);
    }
}
