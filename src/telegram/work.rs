//! Staff in the chat, in short guided steps. A chat may be that of a parent who also works here: then
//! it is in one of two modes, and what is typed at work is no parent's question.
//!
//! Who works here is read anew with each turn, and every query takes the scope: whoever was removed
//! or moved a moment ago is refused, also by an old button. One file for each step; the routing is
//! [`pressed`].

mod answer;
mod books;
mod door;
mod home;
mod linking;
mod materials;
mod meetings;
mod mode;
mod moving;
mod pages;
mod plan;
mod queries;
mod questions;
mod recording;
mod speech;
mod start;
mod texts;
mod themes;
mod undo;
mod week;

use sqlx::AnyConnection;
use teloxide::types::InlineKeyboardMarkup;

use super::incoming::Incoming;
use super::routes::is_one_of;
use super::talk::Talk;
use super::{rights, visitor};
use crate::language::Args;
use crate::roster::{ChatId, OrganisationId};
use crate::store::Result;

pub(super) use home::menu;
pub(super) use linking::{end, open_code};
pub(super) use materials::markup;
pub(super) use mode::{beside, is_on};

/// The whole routing of staff, on one screen: which button goes to which step.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    step: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    if talk.staff.is_none() {
        talk.toast("button-too-old");
        return Ok(());
    }
    let (step, about) = step.split_once('.').unwrap_or((step, ""));
    let awaited = meetings::awaited(talk).await?;
    match step {
        "m" => home::menu(talk).await,
        "q" => questions::open(talk).await,
        "d" => door::pressed(talk, about).await,
        "f" => week::figures(talk).await,
        "t" => themes::pressed(talk, about).await,
        "s" => start::pressed(talk, about, message).await,
        "b" => books::pressed(talk, about).await,
        "g" => meetings::pressed(talk, about, (message, awaited)).await,
        "n" => materials::pressed(talk, about, message).await,
        "v" => recording::pressed(talk, about).await,
        "p" => mode::pressed(talk, about).await,
        "u" => undo::pressed(talk, about).await,
        _ => {
            talk.work_toast("button-too-old");
            Ok(())
        }
    }
}

/// What is typed: true when it was meant for work, and is done.
pub(super) async fn typed(
    talk: &mut Talk<'_>,
    text: &str,
    message_id: i64,
    reply_to: Option<i64>,
) -> Result<bool> {
    if talk.staff.is_none() {
        return Ok(false);
    }
    if let Some(question) = answer::asked(talk, reply_to).await? {
        answer::given(talk, question, text).await?;
        return Ok(true);
    }
    if !is_on(talk).await? {
        if is_one_of(talk, text, "words-work") {
            mode::pressed(talk, "work").await?;
            return Ok(true);
        }
        return Ok(false);
    }
    let command = text.split(['@', ' ']).next().unwrap_or_default().to_ascii_lowercase();
    match command.as_str() {
        _ if command == "/stop" || is_one_of(talk, text, "words-stop") => {
            rights::stop(talk).await?;
        }
        _ if command == "/help" || is_one_of(talk, text, "words-help") => home::help(talk).await?,
        _ if is_one_of(talk, text, "words-parent") => mode::pressed(talk, "parent").await?,
        _ if command.starts_with('/')
            || is_one_of(talk, text, "words-menu")
            || is_one_of(talk, text, "keyboard-menu")
            || is_one_of(talk, text, "words-work") =>
        {
            home::menu(talk).await?;
        }
        _ if meetings::typed(talk, text).await? => {}
        _ => mode::typed_at_work(talk, text, message_id).await?,
    }
    Ok(true)
}

/// A photo, a voice note or a sticker at work. A voice note may be what was asked for.
pub(super) async fn media(talk: &mut Talk<'_>, what: &Incoming) -> Result<()> {
    if matches!(what, Incoming::Voice { .. }) && recording::received(talk).await? {
        return Ok(());
    }
    talk.work_phrase("staff-media", &Args::new()).await
}

/// Whether the next voice note in this chat is to be kept.
pub(super) async fn awaits_voice(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<bool> {
    let (_, step) = queries::standing(read, organisation, chat).await?;
    Ok(step.as_deref().and_then(recording::chosen).is_some())
}

/// What comes in a chat without carers, and is neither words nor a button.
pub(super) async fn or_stranger(talk: &mut Talk<'_>) -> Result<()> {
    if talk.staff.is_some() { Ok(()) } else { visitor::stranger(talk).await }
}
