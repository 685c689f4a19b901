//! Presses on a letter and on its check-in.

use teloxide::types::{InlineKeyboardButtonKind, InlineKeyboardMarkup};

use super::talk::Talk;
use super::{check_in, join, queries, question};
use crate::inbox::{NewQuestion, QuestionKind};
use crate::language::Args;
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
    let pages =
        outbox::more_pages(talk.write, &talk.rooms.phrases, letter, reader, &text_language).await?;
    for page in pages {
        talk.say(page).await?;
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
