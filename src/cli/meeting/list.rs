//! `thuispost meeting list`.

use sqlx::AnyConnection;

use super::super::context::{CliError, Context, show, table};
use super::count;
use crate::clock::Moment;
use crate::language::{Args, short_day_and_time};
use crate::meeting::{self, Answering, Meeting};
use crate::roster::Organisation;

pub(super) async fn run(
    context: &Context,
    organisation: &Organisation,
    all: bool,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let mut read = context.store.read().await?;
    let meetings = match all {
        true => meeting::all(&mut read, organisation.id).await?,
        false => meeting::coming(&mut read, organisation.id, now).await?,
    };
    // The weekly tick has a list of its own.
    let is_shown =
        |it: &&Meeting| it.kind.base.answering() != Answering::WeeklyTick || it.invite_at.is_some();
    let is_on = |it: &&Meeting| all || it.cancelled_at.is_none();
    let meetings: Vec<&Meeting> = meetings.iter().filter(is_shown).filter(is_on).collect();
    if meetings.is_empty() {
        show(&context.say("cli-meeting-none", &Args::new()));
        return Ok(());
    }
    let mut rows = Vec::new();
    for meeting in meetings {
        rows.push(row(context, &mut read, organisation, (meeting, now)).await?);
    }
    let heads = [
        "cli-head-when",
        "cli-meeting-head-what",
        "cli-head-group",
        "cli-meeting-head-comes",
        "cli-head-state",
        "cli-head-number",
    ];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows));
    Ok(())
}

async fn row(
    context: &Context,
    read: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, now): (&Meeting, Moment),
) -> Result<Vec<String>, CliError> {
    let zone = &organisation.time_zone;
    let language = context.language();
    let at = meeting.next(now).map(|next| next.starts).or(meeting.begins());
    let when = at.map_or_else(String::new, |at| short_day_and_time(language, at.local(zone)));
    let groups: Vec<&str> = meeting.groups.iter().map(|(_, name)| name.as_str()).collect();
    let comes = match meeting.kind.base.answering() {
        Answering::Slots => {
            let open = meeting::not_booked(read, meeting.id, now.local(zone).date()).await?;
            let booked = meeting::booked_talks(read, meeting.id).await?;
            let all = count(&booked).saturating_add(count(&open));
            (count(&booked), all)
        }
        Answering::Rsvp | Answering::WeeklyTick => {
            let day = at.unwrap_or(now).local(zone).date();
            let replies = meeting::replies(read, meeting, day).await?;
            (replies.yes, replies.families)
        }
    };
    let args = Args::new().number("count", comes.0).number("all", comes.1);
    Ok(vec![
        when,
        meeting.kind.name(&context.phrases, language),
        groups.join(", "),
        context.say("cli-meeting-of", &args),
        context.say(state(meeting, now), &Args::new()),
        meeting.id.to_string(),
    ])
}

/// How a meeting stands.
pub(super) fn state(meeting: &Meeting, now: Moment) -> &'static str {
    let has_slots = meeting.kind.base.answering() == Answering::Slots;
    let ends = meeting.standing().map(|it| it.ends).max().or(meeting.talks.map(|(_, last)| last));
    match (meeting.cancelled_at, ends, meeting.invite_at) {
        (Some(_), _, _) => "cli-meeting-state-cancelled",
        (None, None, _) if has_slots => "cli-meeting-state-no-moments",
        (None, ends, _) if ends.is_none_or(|ends| ends <= now) => "cli-meeting-state-over",
        (None, _, None) => "cli-meeting-state-not-invited",
        (None, _, Some(at)) if at > now => "cli-meeting-state-planned",
        (None, _, Some(_)) => "cli-meeting-state-invited",
    }
}
