//! A voice for a text: choose a letter or a theme, then the language, read it, and send a voice note.
//! The voice is for everybody who listens to that text; it is about no family.

use super::undo::{self, Undo};
use super::{mode, queries};
use crate::language::{Args, HomeLanguage, ReadAloud};
use crate::library::{self, ActivityId, Level, Part, ThemeId, Voice};
use crate::mailing::{self, voice};
use crate::outbox::Message;
use crate::store::Result;
use crate::telegram::talk::{Fetched, Talk};

/// So many letters and themes are offered.
const OFFERED: i64 = 5;
/// What the next voice note is for: `record <text> <language>`.
const RECORD: &str = "record";
/// What is shown of a text to read; a message of Telegram holds little more.
const LONGEST: usize = 3_500;

/// A text that can be recorded, by a letter and a number that fit on a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    /// A letter, or a message of a theme that is there already.
    Mailing(i64),
    /// The letter of a theme, before it is sent.
    Theme(ThemeId),
    /// What to do in an activity.
    Activity(ActivityId),
}

impl Text {
    fn word(self) -> String {
        match self {
            Self::Mailing(id) => format!("m{id}"),
            Self::Theme(id) => format!("t{id}"),
            Self::Activity(id) => format!("a{id}"),
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        let number = |kind| word.strip_prefix(kind).and_then(|rest: &str| rest.parse().ok());
        number('m')
            .map(Self::Mailing)
            .or_else(|| number('t').map(|id| Self::Theme(ThemeId::from_raw(id))))
            .or_else(|| number('a').map(|id| Self::Activity(ActivityId::from_raw(id))))
    }
}

/// The whole routing of a recording: nothing chosen, a theme, a text, a text and a language.
pub(super) async fn pressed(talk: &mut Talk<'_>, about: &str) -> Result<()> {
    let mut words = about.split('.');
    match (words.next().unwrap_or_default(), words.next(), words.next()) {
        ("", None, None) => texts(talk).await,
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
    if letters.is_empty() && themes.is_empty() {
        return talk.work_phrase("staff-record-nothing", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-record-what", &Args::new());
    for (id, title) in letters {
        message = message.row([button(title, &Text::Mailing(id).word())]);
    }
    for (id, title) in themes {
        message = message.row([button(title, &format!("in.{id}"))]);
    }
    talk.work_say(message).await
}

fn button(label: String, about: &str) -> crate::outbox::Button {
    crate::outbox::Button::new(label, format!("w.v.{about}"))
}

async fn of_theme(talk: &mut Talk<'_>, theme: &str) -> Result<()> {
    let theme = ThemeId::from_raw(theme.parse().unwrap_or_default());
    if !may(talk, Text::Theme(theme)).await? {
        return too_old(talk);
    }
    let letter = talk.work_button("staff-button-theme-letter", "");
    let mut message = talk
        .work_message("staff-record-which", &Args::new())
        .row([button(letter.label, &Text::Theme(theme).word())]);
    for activity in library::activities(talk.write, theme).await? {
        let text = library::activity_text(talk.write, activity.id, HomeLanguage::DUTCH).await?;
        if let Some(text) = text.filter(|_| !activity.withdrawn) {
            message = message.row([button(text.title, &Text::Activity(activity.id).word())]);
        }
    }
    talk.work_say(message).await
}

/// Which languages there are of a text, those with a person's voice marked.
async fn languages(talk: &mut Talk<'_>, word: &str) -> Result<()> {
    let Some(text) = Text::parse(word) else { return too_old(talk) };
    let all = words_of(talk, text).await?;
    if all.is_empty() {
        return too_old(talk);
    }
    let mut message = talk.work_message("staff-record-language", &Args::new());
    for (language, words) in all {
        let found = voice::find(talk.write, talk.organisation.id, &words, language).await?;
        let mark = if found.is_some_and(|it| !it.by_machine) { "✓ " } else { "" };
        let label = format!("{mark}{}", language.name_in(talk.work_language()));
        message = message.row([button(label, &format!("{word}.{language}"))]);
    }
    talk.work_say(message).await
}

/// Shows what to read, and waits for the voice note.
async fn read_out(talk: &mut Talk<'_>, word: &str, language: &str) -> Result<()> {
    let chosen = Text::parse(word).zip(HomeLanguage::parse(language));
    let Some((text, language)) = chosen else { return too_old(talk) };
    let Some(words) = in_language(talk, text, language).await? else { return too_old(talk) };
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
    let Some(words) = in_language(talk, text, language).await? else {
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
    if let Some(words) = in_language(talk, text, language).await? {
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

/// Whether this text is of somebody's groups, asked anew at each step.
async fn may(talk: &mut Talk<'_>, text: Text) -> Result<bool> {
    let Some(scope) = talk.staff.as_ref().map(crate::roster::StaffMember::scope) else {
        return Ok(false);
    };
    match text {
        Text::Mailing(id) => queries::may_record_letter(talk.write, scope, id).await,
        Text::Theme(id) => queries::may_record_theme(talk.write, scope, id.raw()).await,
        Text::Activity(id) => queries::may_record_activity(talk.write, scope, id.raw()).await,
    }
}

async fn in_language(
    talk: &mut Talk<'_>,
    text: Text,
    language: HomeLanguage,
) -> Result<Option<ReadAloud>> {
    let all = words_of(talk, text).await?;
    Ok(all.into_iter().find(|(it, _)| *it == language).map(|(_, words)| words))
}

/// What is read aloud of a text, in each language; nothing when it is not of this person's groups.
async fn words_of(talk: &mut Talk<'_>, text: Text) -> Result<Vec<(HomeLanguage, ReadAloud)>> {
    if !may(talk, text).await? {
        return Ok(Vec::new());
    }
    let mut words = Vec::new();
    match text {
        Text::Mailing(id) => {
            words.extend(mailing::voice::read_aloud(talk.write, id).await?);
        }
        Text::Theme(id) => {
            for language in library::languages_of_theme(talk.write, id).await? {
                if let Some(text) = library::theme_text(talk.write, id, language).await? {
                    let focus = library::theme_words(talk.write, id, language).await?;
                    let told = library::read_aloud(Part::Letter(&text, &focus));
                    words.push((language, library::aloud(&told)));
                }
            }
        }
        Text::Activity(id) => {
            for language in HomeLanguage::all() {
                if let Some(text) = library::activity_text(talk.write, id, language).await? {
                    let focus = library::activity_words(talk.write, id, language).await?;
                    let told = library::read_aloud(Part::Do(&text, Level::AsIs, &focus));
                    words.push((language, library::aloud(&told)));
                }
            }
        }
    }
    words.retain(|(_, words)| !words.is_empty());
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_stands_in_the_step_and_comes_back_as_it_was() {
        let somali = HomeLanguage::parse("so").unwrap();
        for text in [
            Text::Mailing(i64::MAX),
            Text::Theme(ThemeId::from_raw(3)),
            Text::Activity(ActivityId::from_raw(7)),
        ] {
            assert_eq!(chosen(&step(text, somali)), Some((text, somali)));
            assert!(format!("w.v.{}.{somali}", text.word()).len() <= 64);
        }
        assert_eq!(chosen("ask 12 hello"), None);
        assert_eq!(Text::parse("x3"), None);
    }
}
