//! `thuispost meeting play-in`: one tick a family and week.

use super::super::Whose;
use super::super::context::{CliError, Context, show};
use super::attendance::{family_names, list_of, note};
use super::{BY, count, family, times};
use crate::clock::{Moment, monday_of};
use crate::language::{Args, weekday};
use crate::meeting::{self, Attendee, PaperRow};
use crate::store::Error;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PlayInArgs {
    /// The group: a name or `Location/Group`.
    #[arg(long)]
    group: String,
    /// A day of the week; this week when it is not given.
    #[arg(long)]
    week: Option<String>,
    /// A family that came that week, by its number; may be given several times.
    #[arg(long)]
    family: Vec<i64>,
    /// A family that did not come after all; may be given several times.
    #[arg(long)]
    not: Vec<i64>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: PlayInArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let groups = context.groups(&organisation, std::slice::from_ref(&args.group)).await?;
    let zone = &organisation.time_zone;
    let now = context.calendar.now();
    let today = now.local(zone).date();
    let day = args.week.as_deref().map_or(Ok(today), |day| context.day(day))?;
    let monday = monday_of(day);
    if monday > today {
        let when = times::said(context, Moment::start_of(monday, zone), zone);
        return Err(context.misused("cli-meeting-not-yet", &Args::new().text("when", when)));
    }
    let mut rows = Vec::new();
    for (ids, was_there) in [(&args.family, true), (&args.not, false)] {
        for id in ids {
            let family = family(context, &organisation, *id).await?;
            rows.push(PaperRow { family, present: Some(was_there), interpreter: None });
        }
    }
    let Some(group) = groups.first() else {
        return Err(context.misused("cli-meeting-no-group", &Args::new()));
    };
    let mut write = context.store.write().await?;
    let week = (group.id, day);
    let (id, session) =
        meeting::play_in_week(&context.store, &mut write, &organisation, week, (BY, now)).await?;
    note(context, &mut write, session, (&rows, now)).await?;
    let unknown = || Error::Unknown { kind: "meeting", value: id.to_string() };
    let about = meeting::find(&mut write, id).await?.ok_or_else(unknown)?;
    let all = meeting::attendees(&mut write, &about, session, day).await?;
    // Looking at a week leaves nothing behind.
    if !rows.is_empty() {
        write.commit().await?;
    }
    let came: Vec<&Attendee> = all.iter().filter(|it| it.seen || it.said).collect();
    let said = Args::new()
        .text("group", group.full_name())
        .text("day", weekday(context.language(), monday))
        .number("count", count(&came))
        .number("all", count(&all));
    show(&context.say("cli-meeting-played", &said));
    if rows.is_empty() {
        let names = family_names(context, &organisation).await?;
        show(&list_of(context, &all, &names));
    }
    Ok(())
}
