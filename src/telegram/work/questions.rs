//! Open questions of parents, each as a message to reply to.

use crate::inbox;
use crate::language::Args;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many are shown at once; the rest comes when these are answered.
const SHOWN: usize = 5;

/// The oldest open questions.
pub(super) async fn open(talk: &mut Talk<'_>) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let (store, phrases) = (&talk.rooms.store, &talk.rooms.phrases);
    let open = inbox::show_open(store, phrases, talk.write, scope, SHOWN, talk.now).await?;
    if open == 0 {
        return talk.work_phrase("staff-no-questions", &Args::new()).await;
    }
    let more = i64::try_from(open.saturating_sub(SHOWN)).unwrap_or(i64::MAX);
    if more > 0 {
        return talk.work_phrase("staff-more-questions", &Args::new().number("count", more)).await;
    }
    Ok(())
}
