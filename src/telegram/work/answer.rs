//! A reply to a parent's question is the answer to the parent.

use super::undo::{self, Undo};
use crate::inbox::{self, CannotAnswer};
use crate::language::Args;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// The question under the message that was replied to.
pub(super) async fn asked(talk: &mut Talk<'_>, reply_to: Option<i64>) -> Result<Option<i64>> {
    let (Some(staff), Some(message)) = (&talk.staff, reply_to) else { return Ok(None) };
    inbox::asked_under(talk.write, staff.scope(), talk.chat, message).await
}

/// Gives the answer, with a minute to take it back.
pub(super) async fn given(talk: &mut Talk<'_>, question: i64, words: &str) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let (store, phrases) = (&talk.rooms.store, &talk.rooms.phrases);
    let answered =
        inbox::answer_as_staff(store, phrases, talk.write, &staff, question, words, talk.now);
    match answered.await {
        Ok((delivery, asked)) => {
            let args = Args::new().text("children", asked.children).text("group", asked.group);
            let message = talk.work_message("staff-answer-given", &args);
            undo::offer(talk, message, Undo::Answer { question, delivery }).await
        }
        Err(CannotAnswer::Store(error)) => Err(error),
        Err(CannotAnswer::Answered) => already(talk, question).await,
        Err(CannotAnswer::Gone) => talk.work_phrase("staff-answer-gone", &Args::new()).await,
        Err(CannotAnswer::Length) => talk.work_phrase("staff-answer-length", &Args::new()).await,
        Err(CannotAnswer::Unknown | CannotAnswer::Scope) => {
            talk.work_phrase("staff-answer-scope", &Args::new()).await
        }
    }
}

async fn already(talk: &mut Talk<'_>, question: i64) -> Result<()> {
    match inbox::answered_by(talk.write, question).await? {
        Some(name) => {
            talk.work_phrase("staff-answer-already", &Args::new().text("name", name)).await
        }
        None => talk.work_phrase("staff-answer-already-desk", &Args::new()).await,
    }
}
