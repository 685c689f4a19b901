//! "Every morning a message": what takes place today, for who wants it.

use crate::language::Args;
use crate::meeting;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// On when it was off, and the other way round; the same button takes it back.
pub(super) async fn turn(talk: &mut Talk<'_>) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let was_on = meeting::has_mornings(talk.write, scope).await?;
    let from = (!was_on).then_some(talk.now);
    meeting::set_mornings(talk.write, scope, from).await?;
    let phrase = if was_on { "staff-meet-mornings-off" } else { "staff-meet-mornings-on" };
    let back = talk.work_button("staff-button-undo", "w.g.z");
    let message = talk.work_message(phrase, &Args::new()).row([back]);
    talk.work_say(message).await
}
