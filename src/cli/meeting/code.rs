//! `thuispost meeting code`.

use super::super::Whose;
use super::super::context::{CliError, Context, show};
use super::super::invites::door;
use super::{found, refused, session_of};
use crate::language::Args;
use crate::meeting::{self, Answering, MeetingError};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CodeArgs {
    /// Number of the meeting.
    id: i64,
    /// Which time of a series, by its number; the next one when it is not given.
    #[arg(long)]
    time: Option<i64>,
    /// A page to print for the table, with a QR code.
    #[arg(long)]
    html: bool,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: CodeArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let meeting = found(context, &organisation, args.id).await?;
    if meeting.kind.base.answering() == Answering::Slots {
        return Err(context.misused("cli-meeting-note-talks", &Args::new()));
    }
    let now = context.calendar.now();
    let next = meeting.standing().find(|it| it.ends > now).map(|it| it.id);
    let session =
        session_of(context, &organisation, (&meeting, args.time), |it| Some(it.id) == next)?;
    if session.is_cancelled || meeting.cancelled_at.is_some() {
        return Err(refused::meeting(context, &MeetingError::CalledOff));
    }
    if session.ends <= now {
        return Err(context.fails("cli-meeting-is-over", &Args::new()));
    }
    let (username, key) = door(context, &organisation).await?;
    let mut write = context.store.write().await?;
    let link = meeting::session_link(&mut write, &key, session.id, &username).await?;
    write.commit().await?;
    if !args.html {
        show(&link);
        return Ok(());
    }
    let page = meeting::code_page(&context.phrases, (&meeting, session), &organisation, &link);
    show(page.map_err(|error| CliError::Failed(error.to_string()))?.trim_end());
    Ok(())
}
