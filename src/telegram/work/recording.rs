//! A voice for a text: choose a letter, a theme or a book, then the language, read it, and send a voice
//! note.
//! The voice is for everybody who listens to that text; it is about no family.

pub(super) use super::texts::Text;
use super::undo::{self, Undo};
use super::{mode, queries};
use crate::language::{Args, HomeLanguage};
use crate::library::{self, Level, ThemeId, Voice};
use crate::mailing::voice;
use crate::outbox::{Button, Message};
use crate::store::Result;
use crate::telegram::talk::{Fetched, Talk};

/// So many letters and themes are offered.
const OFFERED: i64 = 5;
/// What the next voice note is for: `record <text> <language>`.
const RECORD: &str = "record";
/// What is shown of a text to read; a message of Telegram holds little more.
const LONGEST: usize = 3_500;
/// So many books fit a screen.
const PAGE: usize = 8;

/// The whole routing of a recording: nothing chosen, the books from some place on, a theme, a text, a
/// text and a language.
pub(super) async fn pressed(talk: &mut Talk<'_>, about: &str) -> Result<()> {
    let mut words = about.split('.');
    match (words.next().unwrap_or_default(), words.next(), words.next()) {
        ("", None, None) => texts(talk).await,
        ("books", from, None) => {
            books(talk, from.and_then(|from| from.parse().ok()).unwrap_or_default()).await
        }
        ("in", Some(theme), None) => of_theme(talk, theme).await,
        (text, None, None) => languages(talk, text).await,
        (text, Some(language), None) => read_out(talk, text, language).await,
        _ => too_old(talk),
    }
}

fn too_old(talk: &mut Talk<'_>) -> Result<()> {
    talk.work_toast("button-too-old");
    Ok(())
}

async fn texts(talk: &mut Talk<'_>) -> Result<()> {
    let Some(scope) = talk.staff.as_ref().map(crate::roster::StaffMember::scope) else {
        return Ok(());
    };
    let letters = queries::letters(talk.write, scope, OFFERED).await?;
    let themes = queries::themes(talk.write, scope, OFFERED).await?;
    let books = library::books(talk.write, scope.organisation()).await?;
    let has_books = books.iter().any(|book| !book.withdrawn);
    if letters.is_empty() && themes.is_empty() && !has_books {
        return talk.work_phrase("staff-record-nothing", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-record-what", &Args::new());
    for (id, title) in letters {
        message = message.row([button(title, &Text::Mailing(id).word())]);
    }
    for (id, title) in themes {
        message = message.row([button(title, &format!("in.{id}"))]);
    }
    message = message.row([talk.work_button(Text::Question.phrase(), "w.v.q0")]);
    if has_books {
        message = message.row([talk.work_button("staff-button-picture-books", "w.v.books")]);
    }
    talk.work_say(message).await
}

fn button(label: String, about: &str) -> Button {
    Button::new(label, format!("w.v.{about}"))
}

/// A page of the picture books.
async fn books(talk: &mut Talk<'_>, from: usize) -> Result<()> {
    let mut books = library::books(talk.write, talk.organisation.id).await?;
    books.retain(|book| !book.withdrawn);
    let mut message = talk.work_message("staff-record-which", &Args::new());
    for book in books.iter().skip(from).take(PAGE) {
        message = message.row([button(book.title.clone(), &Text::Book(book.id).word())]);
    }
    let next = from.saturating_add(PAGE);
    if books.len() > next {
        let press = format!("w.v.books.{next}");
        message = message.row([talk.work_button("staff-button-more", press)]);
    }
    talk.work_say(message).await
}

async fn of_theme(talk: &mut Talk<'_>, theme: &str) -> Result<()> {
    let theme = ThemeId::from_raw(theme.parse().unwrap_or_default());
    if !Text::Theme(theme).is_mine(talk).await? {
        return too_old(talk);
    }
    let letter = talk.work_button("staff-button-theme-letter", "");
    let mut message = talk
        .work_message("staff-record-which", &Args::new())
        .row([button(letter.label, &Text::Theme(theme).word())]);
    for activity in library::activities(talk.write, theme).await? {
        let text = library::activity_text(talk.write, activity.id, HomeLanguage::DUTCH).await?;
        if let Some(text) = text.filter(|_| !activity.withdrawn) {
            message = message.row([button(text.title, &Text::Do(activity.id, Level::AsIs).word())]);
        }
    }
    talk.work_say(message).await
}

/// Which languages there are of a text, those with a person's voice marked; below them the other texts of
/// the same theme or activity.
async fn languages(talk: &mut Talk<'_>, word: &str) -> Result<()> {
    let Some(text) = Text::parse(word) else { return too_old(talk) };
    let all = text.words(talk).await?;
    if all.is_empty() {
        return too_old(talk);
    }
    let what = talk.phrases().plain(talk.work_language(), text.phrase(), &Args::new());
    let args = Args::new().text("what", what);
    let mut message = talk.work_message("staff-record-language", &args);
    for (language, words) in all {
        let found = voice::find(talk.write, talk.organisation.id, &words, language).await?;
        let mark = if found.is_some_and(|it| !it.by_machine) { "✓ " } else { "" };
        let label = format!("{mark}{}", language.name_in(talk.work_language()));
        message = message.row([button(label, &format!("{word}.{language}"))]);
    }
    for pair in text.beside().chunks(2) {
        let other = |it: &Text| talk.work_button(it.phrase(), format!("w.v.{}", it.word()));
        message = message.row(pair.iter().map(other).collect::<Vec<_>>());
    }
    talk.work_say(message).await
}

/// Shows what to read, and waits for the voice note.
async fn read_out(talk: &mut Talk<'_>, word: &str, language: &str) -> Result<()> {
    let chosen = Text::parse(word).zip(HomeLanguage::parse(language));
    let Some((text, language)) = chosen else { return too_old(talk) };
    let Some(words) = text.words_in(talk, language).await? else { return too_old(talk) };
    let step = step(text, language);
    mode::set(talk, mode::WORK, Some(&step)).await?;
    let shown: String = words.plain().chars().take(LONGEST).collect();
    let args = Args::new().text("language", language.name_in(talk.work_language()));
    let how = talk.phrases().html(talk.work_language(), "staff-record-how", &args);
    let text = crate::language::Html::escape(&shown);
    talk.work_say(Message::text(how.then(&text))).await
}

/// A voice note at work: for the text that was chosen, or for nothing.
pub(super) async fn received(talk: &mut Talk<'_>) -> Result<bool> {
    let (_, step) = queries::standing(talk.write, talk.organisation.id, talk.chat).await?;
    let Some((text, language)) = step.as_deref().and_then(chosen) else { return Ok(false) };
    let Some(staff) = talk.staff.clone() else { return Ok(false) };
    let Some(words) = text.words_in(talk, language).await? else {
        mode::set(talk, mode::WORK, None).await?;
        talk.work_phrase("staff-record-gone", &Args::new()).await?;
        return Ok(true);
    };
    let bytes = match talk.fetched.take() {
        Some(Fetched::Bytes(bytes)) => bytes,
        Some(Fetched::TooLarge) => {
            talk.work_phrase("staff-record-large", &Args::new()).await?;
            return Ok(true);
        }
        Some(Fetched::Failed) | None => {
            talk.work_phrase("staff-record-again", &Args::new()).await?;
            return Ok(true);
        }
    };
    let sound = match Voice::of_bytes(bytes) {
        Ok(sound) => sound,
        Err(fault) => {
            let problem = talk.phrases().plain(
                talk.work_language(),
                voice::fault_phrase(fault),
                &Args::new(),
            );
            let args = Args::new().text("problem", problem);
            talk.work_phrase("staff-record-refused", &args).await?;
            return Ok(true);
        }
    };
    let who = voice::Recorded::ByPerson(Some(&staff.name));
    let (organisation, now) = (talk.organisation.id, talk.now);
    voice::record(talk.write, organisation, (language, &words), &sound, who, now).await?;
    mode::set(talk, mode::WORK, None).await?;
    let args = Args::new()
        .text("language", language.name_in(talk.work_language()))
        .number("seconds", sound.seconds);
    let message = talk.work_message("staff-record-kept", &args);
    undo::offer(talk, message, Undo::Voice { text, language }).await?;
    Ok(true)
}

/// Takes a recording back.
pub(super) async fn take_back(
    talk: &mut Talk<'_>,
    text: Text,
    language: HomeLanguage,
) -> Result<()> {
    if let Some(words) = text.words_in(talk, language).await? {
        voice::forget(talk.write, talk.organisation.id, (language, &words)).await?;
    }
    Ok(())
}

/// What stands in the chat while a voice note is awaited.
pub(super) fn step(text: Text, language: HomeLanguage) -> String {
    format!("{RECORD} {} {language}", text.word())
}

/// The text and the language of the step that a chat stands at.
pub(super) fn chosen(step: &str) -> Option<(Text, HomeLanguage)> {
    let (text, language) = step.strip_prefix(RECORD)?.trim_start().split_once(' ')?;
    Some((Text::parse(text)?, HomeLanguage::parse(language)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::ActivityId;

    #[test]
    fn what_is_chosen_stands_in_the_step_and_comes_back_as_it_was() {
        let somali = HomeLanguage::parse("so").unwrap();
        for text in [Text::Mailing(i64::MAX), Text::Why(ActivityId::from_raw(i64::MAX))] {
            assert_eq!(chosen(&step(text, somali)), Some((text, somali)));
            assert!(format!("w.v.{}.{somali}", text.word()).len() <= 64);
        }
        assert_eq!(chosen("ask 12 hello"), None);
    }
}
