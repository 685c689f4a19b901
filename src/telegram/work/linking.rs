//! From the one-time code to the first menu, and the end of it.

use super::{home, mode};
use crate::language::Args;
use crate::roster::{self, StaffCode, StaffLinked};
use crate::store::Result;
use crate::telegram::talk::Talk;
use crate::telegram::visitor;

/// Somebody opens a link for staff.
pub(in crate::telegram) async fn open_code(talk: &mut Talk<'_>, code: &StaffCode) -> Result<()> {
    let organisation = talk.organisation.id;
    match roster::link_staff(talk.write, organisation, code, talk.chat, talk.now).await? {
        StaffLinked::Linked(member) => {
            let args = Args::new()
                .text("name", &member.name)
                .text("organisation", &talk.organisation.name);
            talk.staff = Some(member);
            mode::set(talk, mode::WORK, None).await?;
            talk.work_phrase("staff-welcome", &args).await?;
            home::menu(talk).await
        }
        StaffLinked::Again(_) => home::menu(talk).await,
        StaffLinked::ChatTaken(other) => {
            talk.work_phrase("staff-code-chat-taken", &Args::new().text("name", other.name)).await
        }
        StaffLinked::Used => refused(talk, "staff-code-used").await,
        StaffLinked::Expired => refused(talk, "staff-code-expired").await,
        StaffLinked::Elsewhere => refused(talk, "staff-code-elsewhere").await,
        StaffLinked::Unknown => refused(talk, "staff-code-unknown").await,
    }
}

async fn refused(talk: &mut Talk<'_>, phrase: &str) -> Result<()> {
    if talk.staff.is_some() {
        return talk.work_phrase(phrase, &Args::new()).await;
    }
    visitor::code(talk, phrase).await
}

/// "Stop" in a chat of staff: no more messages about work. For a parent the rest follows.
pub(in crate::telegram) async fn end(talk: &mut Talk<'_>) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let message = talk.work_message("staff-stopped", &Args::new());
    // As to somebody we do not know any more: to staff it would be turned away.
    talk.staff = None;
    roster::unlink_staff(talk.write, scope).await?;
    mode::set(talk, mode::PARENT, None).await?;
    talk.say(message).await
}
