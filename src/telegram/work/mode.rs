//! Parent or work: as whom somebody is talking who is both.

use super::{home, queries};
use crate::language::Args;
use crate::outbox::Message;
use crate::store::Result;
use crate::telegram::talk::Talk;
use crate::telegram::{menu, question};

pub(super) const WORK: &str = "work";
pub(super) const PARENT: &str = "parent";
/// What was typed at work and may be a parent's question after all: `ask <message> <text>`.
const ASK: &str = "ask";

/// Whether this chat is about work now. Who is no parent here is always at work.
pub(in crate::telegram) async fn is_on(talk: &mut Talk<'_>) -> Result<bool> {
    if talk.staff.is_none() {
        return Ok(false);
    }
    if talk.carers.is_empty() {
        return Ok(true);
    }
    let (mode, _) = queries::standing(talk.write, talk.organisation.id, talk.chat).await?;
    Ok(mode.as_deref() != Some(PARENT))
}

/// Notes as whom somebody is talking, and what was asked last.
pub(super) async fn set(talk: &mut Talk<'_>, mode: &str, step: Option<&str>) -> Result<()> {
    queries::set_standing(talk.write, talk.organisation.id, talk.chat, mode, step).await
}

/// The menu of a parent who also works here has a way to work.
pub(in crate::telegram) fn beside(talk: &Talk<'_>, message: Message) -> Message {
    if talk.staff.is_none() {
        return message;
    }
    message.row([talk.work_button("staff-button-work", "w.p.work")])
}

/// Parent, work, or what to do with what was typed.
pub(super) async fn pressed(talk: &mut Talk<'_>, choice: &str) -> Result<()> {
    match choice {
        "work" => {
            set(talk, WORK, None).await?;
            home::menu(talk).await
        }
        "parent" if talk.is_active() => {
            set(talk, PARENT, None).await?;
            menu::show(talk).await
        }
        "ask" => ask_as_parent(talk).await,
        "no" => {
            set(talk, WORK, None).await?;
            talk.work_phrase("staff-not-asked", &Args::new()).await
        }
        _ => home::menu(talk).await,
    }
}

/// Words at work that answer nothing: nobody gets them, unless a parent says that they are a question.
pub(super) async fn typed_at_work(talk: &mut Talk<'_>, text: &str, message_id: i64) -> Result<()> {
    if !talk.is_active() {
        return talk.work_phrase("staff-typed", &Args::new()).await;
    }
    set(talk, WORK, Some(&format!("{ASK} {message_id} {text}"))).await?;
    let message = talk
        .work_message("staff-typed-parent", &Args::new())
        .row([talk.work_button("staff-button-ask", "w.p.ask")])
        .row([talk.work_button("staff-button-no", "w.p.no")]);
    talk.work_say(message).await
}

async fn ask_as_parent(talk: &mut Talk<'_>) -> Result<()> {
    let (_, step) = queries::standing(talk.write, talk.organisation.id, talk.chat).await?;
    let typed =
        step.as_deref().and_then(|step| step.strip_prefix(ASK)?.trim_start().split_once(' '));
    let Some((message_id, text)) = typed.filter(|_| talk.is_active()) else {
        talk.work_toast("button-too-old");
        return Ok(());
    };
    set(talk, WORK, None).await?;
    question::typed(talk, text, message_id.parse().unwrap_or_default()).await
}
