//! The menu of staff: what waits, and what can be done.

use crate::inbox;
use crate::language::Args;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// What waits first, then what can be done.
pub(in crate::telegram) async fn menu(talk: &mut Talk<'_>) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let questions = inbox::count_open(talk.write, staff.scope()).await?;
    let args = Args::new().number("questions", questions);
    let mut message = talk
        .work_message("staff-menu", &args)
        .row([
            talk.work_button("staff-button-door", "w.d"),
            talk.work_button("staff-button-week", "w.f"),
        ])
        .row([
            talk.work_button("staff-meet-button-meetings", "w.g"),
            talk.work_button("staff-button-questions", "w.q"),
        ])
        .row([
            talk.work_button("staff-button-themes", "w.t"),
            talk.work_button("staff-button-new-theme", "w.s"),
        ])
        .row([talk.work_button("staff-button-book", "w.b")])
        .row([talk.work_button("staff-button-record", "w.v")]);
    if talk.is_active() {
        message = message.row([talk.work_button("staff-button-parent", "w.p.parent")]);
    }
    talk.work_say(message).await
}

/// What this is, in a few lines.
pub(super) async fn help(talk: &mut Talk<'_>) -> Result<()> {
    talk.work_phrase("staff-help", &Args::new()).await
}
