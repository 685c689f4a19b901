//! `thuispost meeting move` and `thuispost meeting cancel`.

use jiff::civil::DateTime;

use super::super::Whose;
use super::super::context::{CliError, Context, note, show};
use super::times::{self, End};
use super::{add, found, named, refused, session_of};
use crate::language::Args;
use crate::meeting::{self, Answering, Changed, Meeting, MeetingError, Planned, Session};
use crate::outbox::{self, State};
use crate::roster::Organisation;

/// No reason is longer: it stands in the message.
const WHY_CHARS: usize = 200;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MoveArgs {
    /// Number of the meeting.
    id: i64,
    /// Which time of a series, by its number.
    #[arg(long)]
    time: Option<i64>,
    /// The new day; the same day when it is not given.
    #[arg(long, required_unless_present = "at")]
    on: Option<String>,
    /// When it begins; at the same hour when it is not given.
    #[arg(long)]
    at: Option<String>,
    /// When it ends; as long as before when it is not given.
    #[arg(long)]
    until: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CancelArgs {
    /// Number of the meeting, or of the round of talks.
    id: i64,
    /// Only this time of a series, by its number.
    #[arg(long)]
    time: Option<i64>,
    /// Why, as carers read it, in your own words.
    #[arg(long)]
    why: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn moves(context: &Context, args: MoveArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let meeting = found(context, &organisation, args.id).await?;
    if meeting.kind.base.answering() == Answering::Slots {
        return Err(context.misused("cli-meeting-move-talks", &Args::new()));
    }
    let now = context.calendar.now();
    // Of a series somebody has to say which time it is.
    let session = session_of(context, &organisation, (&meeting, args.time), |_| false)?;
    let to = new_times(context, &organisation, session, &args)?;
    let zone = &organisation.time_zone;
    let planned = Planned::moved(&meeting, to, zone);
    let clashes = times::clash_lines(context, &organisation, &planned).await?;
    let mut write = context.store.write().await?;
    let desk = (&context.store, context.phrases.as_ref());
    let which = (&meeting, session.id);
    let moved = meeting::move_session(desk, &mut write, &organisation, which, to, (now, now)).await;
    let moved = moved.map_err(|error| refused::meeting(context, &error))?;
    write.commit().await?;
    let after = found(context, &organisation, args.id).await?;
    let new = after.sessions.iter().find(|it| it.id == session.id).unwrap_or(session);
    let said = named(context, &meeting)
        .text("old", times::when(context, session, zone))
        .text("when", times::span(context, new, zone));
    show(&context.say("cli-meeting-moved", &said));
    clashes.iter().for_each(|line| note(line));
    tell_told(context, &organisation, moved).await
}

/// What is not typed stays as it is.
fn new_times(
    context: &Context,
    organisation: &Organisation,
    session: &Session,
    args: &MoveArgs,
) -> Result<(DateTime, DateTime), CliError> {
    let (starts, ends) = Meeting::local(session, &organisation.time_zone);
    let day = args.on.as_deref().map_or(Ok(starts.date()), |day| context.day(day))?;
    let at = args.at.as_deref().map_or(Ok(starts.time()), |at| context.hour(at))?;
    let end = match &args.until {
        Some(text) => End::parse(context, text, day)?.of(day, at),
        None => {
            let length = ends.duration_since(starts);
            let begin = day.to_datetime(at);
            begin.checked_add(length).unwrap_or(begin)
        }
    };
    Ok((day.to_datetime(at), end))
}

pub(super) async fn cancel(context: &Context, args: CancelArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let meeting = found(context, &organisation, args.id).await?;
    let why = args.why.as_deref().map(str::trim).filter(|why| !why.is_empty());
    if why.is_some_and(|why| why.chars().count() > WHY_CHARS) {
        let most = i64::try_from(WHY_CHARS).unwrap_or(i64::MAX);
        let args = Args::new().text("value", why.unwrap_or_default()).number("most", most);
        return Err(context.misused("cli-meeting-line-long", &args));
    }
    if meeting.kind.base.answering() == Answering::Slots {
        return cancel_round(context, &organisation, &meeting, why).await;
    }
    let session = match args.time {
        Some(_) => Some(session_of(context, &organisation, (&meeting, args.time), |_| false)?),
        None => None,
    };
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    let desk = (&context.store, context.phrases.as_ref());
    let changed = match session {
        Some(one) => {
            let which = (&meeting, one.id, why);
            meeting::cancel_session(desk, &mut write, &organisation, which, (now, now)).await
        }
        None => {
            let which = (&meeting, why);
            meeting::cancel_meeting(desk, &mut write, &organisation, which, (now, now)).await
        }
    };
    let changed = changed.map_err(|error| refused::meeting(context, &error))?;
    write.commit().await?;
    let said = named(context, &meeting);
    match session {
        Some(one) => {
            let when = times::when(context, one, &organisation.time_zone);
            show(&context.say("cli-meeting-cancelled-time", &said.text("when", when)));
        }
        None => show(&context.say("cli-meeting-cancelled", &said)),
    }
    tell_told(context, &organisation, changed).await
}

async fn cancel_round(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    why: Option<&str>,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    if meeting.talks.is_some_and(|(_, last)| last <= now) {
        return Err(refused::meeting(context, &MeetingError::Begun));
    }
    let mut write = context.store.write().await?;
    let desk = (&context.store, context.phrases.as_ref());
    let talks = meeting::cancel_round(desk, &mut write, organisation, (meeting, why), now).await;
    let talks = talks.map_err(|error| refused::meeting(context, &error))?;
    write.commit().await?;
    show(&context.say("cli-meeting-cancelled", &named(context, meeting)));
    if talks > 0 {
        let count = i64::try_from(talks).unwrap_or(i64::MAX);
        show(&context.say("cli-meeting-talks-cancelled", &Args::new().number("count", count)));
    }
    if meeting.invite_at.is_some() {
        show(&context.say("cli-meeting-round-told", &Args::new()));
    }
    add::note_what_waits(context, organisation).await
}

/// How many carers hear of a change.
async fn tell_told(
    context: &Context,
    organisation: &Organisation,
    changed: Changed,
) -> Result<(), CliError> {
    let mut read = context.store.read().await?;
    let status = outbox::letter_status(&mut read, changed.news).await?;
    let count: i64 = [State::Waiting, State::Sending, State::Delivered]
        .map(|it| status.in_state(it))
        .iter()
        .sum();
    if count == 0 {
        show(&context.say("cli-meeting-told-nobody", &Args::new()));
        return Ok(());
    }
    show(&context.say("cli-meeting-told", &Args::new().number("count", count)));
    add::note_what_waits(context, organisation).await
}
