//! People we do not know: a kind answer in their app's language, once an hour, and nothing else.

use std::time::Duration;

use super::queries;
use super::talk::Talk;
use crate::language::Args;
use crate::store::Result;

const ONCE_IN: Duration = Duration::from_secs(3_600);

/// Somebody without a code.
pub(super) async fn stranger(talk: &mut Talk<'_>) -> Result<()> {
    code(talk, "stranger").await
}

/// Somebody whose code does not work; told as often as needed to who takes part already.
pub(super) async fn code(talk: &mut Talk<'_>, phrase: &str) -> Result<()> {
    if talk.carers.is_empty() && !may_answer(talk).await? {
        return Ok(());
    }
    talk.say_phrase(phrase, &Args::new()).await
}

/// A group chat. What belongs to one family is never said in front of others.
pub(super) async fn in_group(talk: &mut Talk<'_>) -> Result<()> {
    talk.carers.clear();
    talk.staff = None;
    code(talk, "group-chat").await
}

async fn may_answer(talk: &mut Talk<'_>) -> Result<bool> {
    let last = queries::stranger_answered(talk.write, talk.organisation.id, talk.chat).await?;
    let free = talk.now.before(ONCE_IN).millis();
    // A calendar that was turned back must not silence anybody for longer than that hour.
    if last.is_some_and(|at| at > free && at <= talk.now.millis()) {
        return Ok(false);
    }
    queries::set_stranger_answered(talk.write, talk.organisation.id, talk.chat, talk.now).await?;
    Ok(true)
}
