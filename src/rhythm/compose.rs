//! The texts of a theme's messages, in every language the theme was written in: composed once from the
//! library, kept with the mailing. What changes in the library later changes only what is composed later.

use sqlx::AnyConnection;

use super::queries::posts::{self as queries, NewText};
use super::slots::SlotKind;
use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::library::{self, Activity, Book, Level, Theme};
use crate::mailing::{MOST_SHOWN, voice};
use crate::store::Result;

/// A message in one language: its title and blocks in the order of their weight.
pub(super) struct Composed {
    language: HomeLanguage,
    title: String,
    blocks: Vec<Html>,
    picture: Option<String>,
    quality: &'static str,
    /// What is read aloud, when it is told otherwise than it is written.
    told: String,
}

/// The letter or the closing message of a theme.
pub(super) async fn theme(
    read: &mut AnyConnection,
    phrases: &Phrasebook,
    theme: &Theme,
    kind: SlotKind,
) -> Result<Vec<Composed>> {
    let mut all = Vec::new();
    for language in library::languages_of_theme(read, theme.id).await? {
        let Some(text) = library::theme_text(read, theme.id, language).await? else { continue };
        let mut blocks = Vec::new();
        let words = library::theme_words(read, theme.id, language).await?;
        if kind == SlotKind::Closing {
            blocks.push(Html::escape(&text.closing));
        } else {
            blocks.push(Html::escape(&text.letter));
            blocks.extend(words_block(phrases, language, &words));
        }
        let part = match kind {
            SlotKind::Closing => library::Part::Closing(&text),
            _ => library::Part::Letter(&text, &words),
        };
        let told = library::read_aloud(part);
        let (title, picture, quality) = (text.title, theme.picture.clone(), text.quality.as_str());
        all.push(Composed { language, title, blocks, picture, quality, told });
    }
    Ok(all)
}

/// The why, the activity at a level, or the cheer.
pub(super) async fn activity(
    read: &mut AnyConnection,
    phrases: &Phrasebook,
    activity: &Activity,
    kind: SlotKind,
    level: Level,
) -> Result<Vec<Composed>> {
    let mut all = Vec::new();
    for language in library::languages_of_theme(read, activity.theme).await? {
        let Some(theme) = library::theme_text(read, activity.theme, language).await? else {
            continue;
        };
        let Some(text) = library::activity_text(read, activity.id, language).await? else {
            continue;
        };
        let words = library::activity_words(read, activity.id, language).await?;
        let (blocks, picture) = match kind {
            SlotKind::Why => (vec![Html::escape(&text.why)], None),
            SlotKind::Do => {
                let needs = needs_block(phrases, language, activity.minutes, text.need.as_deref());
                let mut blocks = vec![needs.then(&steps_block(text.steps_at(level)))];
                blocks.extend(words_block(phrases, language, &words));
                blocks.extend(
                    activity.link.as_deref().map(|link| link_block(phrases, language, link)),
                );
                (blocks, activity.picture.clone())
            }
            _ => (vec![Html::escape(&text.cheer)], None),
        };
        let quality = theme.quality.as_str();
        let told = library::read_aloud(match kind {
            SlotKind::Why => library::Part::Why(&text),
            SlotKind::Do => library::Part::Do(&text, level, &words),
            _ => library::Part::Cheer(&text),
        });
        all.push(Composed { language, title: text.title, blocks, picture, quality, told });
    }
    Ok(all)
}

/// A picture book that the group has read: what it is about, what to ask, its words and the link.
pub(super) async fn book(
    read: &mut AnyConnection,
    phrases: &Phrasebook,
    book: &Book,
) -> Result<Vec<Composed>> {
    let mut all = Vec::new();
    for language in library::languages_of_book(read, book.id).await? {
        let Some(text) = library::book_text(read, book.id, language).await? else { continue };
        let words = library::book_words(read, book.id, language).await?;
        let mut blocks = vec![Html::escape(&text.about), link_block(phrases, language, &book.link)];
        if !text.questions.is_empty() {
            let mut questions = phrases.html(language, "book-questions", &Args::new());
            questions.push(&Html::trusted("\n"));
            questions.push(&steps_block(&text.questions));
            blocks.push(questions);
        }
        blocks.extend(words_block(phrases, language, &words));
        let quality = text.quality.as_str();
        let (picture, told) =
            (book.picture.clone(), library::read_aloud(library::Part::Book(&text)));
        all.push(Composed { language, title: text.title, blocks, picture, quality, told });
    }
    Ok(all)
}

/// Keeps the texts of a mailing, with the voices that there are of them.
pub(super) async fn keep(write: &mut AnyConnection, post: i64, texts: &[Composed]) -> Result<()> {
    for text in texts {
        let (shown, behind) = text.cut();
        let row = NewText {
            post,
            language: text.language.tag(),
            part: 0,
            kind: "text",
            title: &text.title,
            body: shown.as_str(),
            picture: text.picture.as_deref(),
            quality: text.quality,
        };
        queries::insert_text(write, &row).await?;
        if let Some(behind) = behind {
            let more = NewText {
                part: 1,
                kind: "more",
                body: behind.as_str(),
                picture: None,
                ..row.clone()
            };
            queries::insert_text(write, &more).await?;
        }
        let told = NewText { part: 2, kind: "voice", body: &text.told, picture: None, ..row };
        queries::insert_text(write, &told).await?;
    }
    voice::attach(write, post).await
}

impl Composed {
    /// The language it is written in.
    pub(super) fn language(&self) -> HomeLanguage {
        self.language
    }

    /// What is shown, and what stands behind "read more". The first block is always shown.
    fn cut(&self) -> (Html, Option<Html>) {
        let mut shown = Html::default();
        for (place, block) in self.blocks.iter().enumerate() {
            let longer = shown.clone().then(block);
            if place > 0 && longer.visible_chars() > MOST_SHOWN {
                let behind = self.blocks[place..].iter();
                return (shown, Some(behind.fold(Html::default(), Html::then)));
            }
            shown = longer;
        }
        (shown, None)
    }
}

/// One step a line.
pub(super) fn steps_block(steps: &[String]) -> Html {
    let lines: Vec<String> =
        steps.iter().map(|step| format!("• {}", Html::escape(step).as_str())).collect();
    Html::trusted(lines.join("\n"))
}

fn needs_block(
    phrases: &Phrasebook,
    language: HomeLanguage,
    minutes: i64,
    need: Option<&str>,
) -> Html {
    let mut block = Html::default();
    if let Some(need) = need {
        block.push(&phrases.html(language, "activity-need", &Args::new().text("need", need)));
        block.push(&Html::trusted("\n"));
    }
    let args = Args::new().number("minutes", minutes);
    block.push(&phrases.html(language, "activity-minutes", &args));
    block
}

/// The Dutch word beside the word of the home language; in Dutch the word alone.
fn words_block(
    phrases: &Phrasebook,
    language: HomeLanguage,
    words: &[(String, String)],
) -> Option<Html> {
    if words.is_empty() {
        return None;
    }
    let mut block = phrases.html(language, "activity-words", &Args::new());
    for (dutch, own) in words {
        block.push(&Html::trusted("\n"));
        if language == HomeLanguage::DUTCH {
            block.push(&Html::escape(dutch));
        } else {
            let args = Args::new().text("dutch", dutch).text("word", own);
            block.push(&phrases.html(language, "activity-word", &args));
        }
    }
    Some(block)
}

/// An address stands alone: nothing may become part of it.
fn link_block(phrases: &Phrasebook, language: HomeLanguage, link: &str) -> Html {
    let mut block = phrases.html(language, "activity-link", &Args::new());
    block.push(&Html::trusted("\n"));
    block.push(&Html::escape(link));
    block
}
