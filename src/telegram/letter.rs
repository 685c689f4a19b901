//! Presses on a letter and on its check-in.

use teloxide::types::{InlineKeyboardButtonKind, InlineKeyboardMarkup};

use super::talk::Talk;
use super::{check_in, join, queries, question};
use crate::inbox::{NewQuestion, QuestionKind};
use crate::language::{Args, HomeLanguage};
use crate::mailing::{self, voice};
use crate::outbox::{self, LetterPress};
use crate::reply::{self, Recorded, Understanding};
use crate::roster::CarerId;
use crate::store::Result;

/// A press counts only in the chat of the carer whom the letter went to.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    press: LetterPress,
    (letter, carer): (i64, CarerId),
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    match talk.carers.iter().find(|it| it.id == carer && it.consented) {
        None => {
            talk.toast("button-too-old");
            return Ok(());
        }
        // Nobody would answer who stopped.
        Some(stopped) if !stopped.is_active() => return join::where_were_we(talk).await,
        Some(_) => {}
    }
    match press {
        LetterPress::More => more(talk, letter, carer).await,
        LetterPress::Understood => understood(talk, letter, carer, data, message).await,
        LetterPress::Explain => explain(talk, letter, carer, data, message).await,
        LetterPress::Listen => listen(talk, letter, carer).await,
        LetterPress::CheckIn(answer) => {
            check_in::answered(talk, answer, (letter, carer), data, message).await
        }
    }
}

async fn more(talk: &mut Talk<'_>, letter: i64, carer: CarerId) -> Result<()> {
    let Some(text_language) = queries::letter_language(talk.write, letter, carer.raw()).await?
    else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let reader = (carer, talk.language());
    let (phrases, today) = (&talk.rooms.phrases, talk.today());
    let text = (text_language.as_str(), today.as_str());
    let pages = outbox::more_pages(talk.write, phrases, letter, reader, text).await?;
    for page in pages {
        talk.say(page).await?;
    }
    Ok(())
}

/// The voices of what this carer got, one after the other; honestly nothing when there is none.
async fn listen(talk: &mut Talk<'_>, letter: i64, carer: CarerId) -> Result<()> {
    let text_language = queries::letter_language(talk.write, letter, carer.raw()).await?;
    let Some(text_language) = text_language.as_deref().and_then(HomeLanguage::parse) else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let organisation = talk.organisation.id;
    let today = talk.today();
    let mut is_silent = true;
    for mailing in outbox::in_one_message(talk.write, letter, carer, &today).await? {
        let found = voice::voice_of(talk.write, organisation, mailing, text_language).await?;
        let Some(found) = found else { continue };
        let title = mailing::title(talk.write, mailing, text_language).await?;
        let note = outbox::voice_note(talk.phrases(), talk.language(), &title, &found);
        talk.say(note).await?;
        is_silent = false;
    }
    if is_silent {
        let args = talk.place().text("language", text_language.own_name());
        return talk.say_phrase("listen-none", &args).await;
    }
    Ok(())
}

async fn understood(
    talk: &mut Talk<'_>,
    letter: i64,
    carer: CarerId,
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    match reply::understood(talk.write, letter, carer, Understanding::Understood, talk.now).await? {
        Recorded::Closed => talk.toast("button-too-old"),
        Recorded::New | Recorded::Same => {
            talk.toast("letter-thanks");
            mark(talk, data, message);
        }
    }
    Ok(())
}

async fn explain(
    talk: &mut Talk<'_>,
    letter: i64,
    carer: CarerId,
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    match reply::understood(talk.write, letter, carer, Understanding::Explain, talk.now).await? {
        Recorded::Closed => talk.toast("button-too-old"),
        Recorded::Same => mark(talk, data, message),
        Recorded::New => {
            mark(talk, data, message);
            let asked = NewQuestion::by_button(
                talk.organisation.id,
                carer,
                Some(letter),
                QuestionKind::Explain,
            );
            question::ask(talk, &asked).await?;
            talk.say_phrase("letter-explain-asked", &talk.place()).await?;
        }
    }
    Ok(())
}

/// The pressed answer stays visible on the message; the others lose their mark.
pub(super) fn mark(talk: &mut Talk<'_>, data: &str, message: Option<&(i64, InlineKeyboardMarkup)>) {
    let Some((message_id, keyboard)) = message else { return };
    let mark =
        talk.phrases().plain(talk.language(), "chosen", &Args::new().text("label", "\u{E000}"));
    // The mark is whatever stands before the label in this language.
    let before = mark.split(['\u{E000}', '\u{2068}']).next().unwrap_or_default();
    let mut changed = keyboard.clone();
    for button in changed.inline_keyboard.iter_mut().flatten() {
        let bare = button.text.strip_prefix(before).unwrap_or(&button.text).to_owned();
        let is_chosen =
            matches!(&button.kind, InlineKeyboardButtonKind::CallbackData(it) if it == data);
        button.text = if is_chosen { format!("{before}{bare}") } else { bare };
    }
    if changed != *keyboard {
        talk.after.keyboard = Some((*message_id, changed));
    }
}
