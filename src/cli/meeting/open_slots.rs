//! `thuispost meeting open-slots`.

use std::time::Duration;

use jiff::Span;
use jiff::civil::{Date, Time, Weekday};

use super::super::Whose;
use super::super::context::{CliError, Context, note, show};
use super::super::letter::{MissingArg, gap_lines};
use super::{add, count, found, refused, times};
use crate::clock::Moment;
use crate::language::{Args, without_marks};
use crate::mailing::{Gap, Missing};
use crate::meeting::{self, Base, Meeting, MeetingError, NewSlots, Planned};
use crate::rhythm;
use crate::roster::{self, Organisation, StaffId};

/// No range of days is longer.
const MOST_DAYS: i64 = 92;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct OpenSlotsArgs {
    /// Number of the round of talks.
    id: i64,
    /// A day, such as 2026-12-01 or 1-12-2026; may be given several times.
    #[arg(long, required_unless_present_any = ["announce", "announce_at"], requires_all = ["from", "until"])]
    day: Vec<String>,
    /// Every weekday from that day to this one, closed days left out.
    #[arg(long, requires = "day")]
    to: Option<String>,
    /// When the first talk begins, such as 15:00.
    #[arg(long, requires = "day")]
    from: Option<String>,
    /// When the last talk ends at the latest.
    #[arg(long, requires = "day")]
    until: Option<String>,
    /// How many minutes a talk takes; as usual for its kind when not given.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=180))]
    length: Option<i64>,
    /// So many minutes between two talks.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(i64).range(0..=180))]
    pause: i64,
    /// No talks from one time to another: `12:00-13:00`; may be given several times.
    #[arg(long = "break", value_name = "HH:MM-HH:MM")]
    breaks: Vec<String>,
    /// How many minutes a talk takes with an interpreter.
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(i64).range(1..=180))]
    with_interpreter: Option<i64>,
    /// With whom: the name of somebody who works with the groups.
    #[arg(long)]
    staff: Option<String>,
    /// At the family's home instead of the school.
    #[arg(long)]
    at_home: bool,
    /// Tells the families now.
    #[arg(long, conflicts_with = "announce_at")]
    announce: bool,
    /// Tells the families then: `2026-11-28 10:00`.
    #[arg(long)]
    announce_at: Option<String>,
    /// What to do for languages without a line of your own.
    #[arg(long, value_enum, default_value = "refuse")]
    missing: MissingArg,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: OpenSlotsArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let meeting = found(context, &organisation, args.id).await?;
    let now = context.calendar.now();
    let new = new_slots(context, &organisation, &meeting, &args).await?;
    let announced_at = match args.announce || args.announce_at.is_some() {
        true => Some(announce_at(context, &organisation, (&meeting, new.as_ref()), &args)?),
        false => None,
    };
    let clashes = match &new {
        Some(new) => {
            let planned = Planned::slots(&meeting, new, &organisation.time_zone, now);
            times::clash_lines(context, &organisation, &planned).await?
        }
        None => Vec::new(),
    };
    let mut write = context.store.write().await?;
    let mut opened = 0;
    if let Some(new) = &new {
        let slots = (&meeting, new);
        let done = meeting::open_slots(&context.store, &mut write, &organisation, slots, now).await;
        opened = done.map_err(|error| refused::slots(context, &error))?;
    } else if meeting.cancelled_at.is_some() {
        return Err(refused::meeting(context, &MeetingError::CalledOff));
    } else if meeting.talks.is_none() {
        return Err(no_moments(context, &meeting));
    }
    if let Some(minutes) = args.with_interpreter {
        meeting::keep_interpreter_minutes(&mut write, meeting.id, minutes).await?;
    }
    let mut gaps = Vec::new();
    if let Some(at) = announced_at {
        let desk = (&context.store, context.phrases.as_ref());
        let (missing, whom) = (Missing::from(args.missing), &organisation);
        let told = (meeting.id, missing);
        let announced = meeting::announce(desk, &mut write, whom, told, (at, now)).await?;
        gaps = announced.ok_or_else(|| context.fails("cli-meeting-announced", &Args::new()))?;
        if missing == Missing::Refuse && !gaps.is_empty() {
            return Err(refused::missing(context, &gaps));
        }
    }
    write.commit().await?;
    if let Some(new) = &new {
        tell(context, new, opened);
    }
    clashes.iter().for_each(|line| note(line));
    tell_enough(context, &organisation, &meeting, &args).await?;
    if let Some(at) = announced_at {
        times::note_quiet_hours(context, &organisation, (args.announce_at.as_deref(), at))?;
    }
    tell_announced(context, &organisation, announced_at, &gaps).await
}

/// The range that was typed; `None`: the families are only to be told.
async fn new_slots(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    args: &OpenSlotsArgs,
) -> Result<Option<NewSlots>, CliError> {
    let (Some(from), Some(until)) = (&args.from, &args.until) else { return Ok(None) };
    let (from, until) = (context.hour(from)?, context.hour(until)?);
    if until <= from {
        let hour = |time| crate::language::hour(context.language(), time);
        let args = Args::new().text("from", hour(from)).text("until", hour(until));
        return Err(context.misused("cli-meeting-hours-order", &args));
    }
    let length = args.length.unwrap_or(meeting.kind.minutes);
    Ok(Some(NewSlots {
        staff: staff(context, organisation, meeting, args.staff.as_deref()).await?,
        days: days(context, organisation, args).await?,
        from,
        until,
        length: minutes(length),
        pause: minutes(args.pause),
        breaks: args.breaks.iter().map(|it| a_break(context, it)).collect::<Result<_, _>>()?,
        at_home: args.at_home || meeting.kind.base == Base::HomeVisit,
    }))
}

fn minutes(minutes: i64) -> Duration {
    Duration::from_secs(u64::try_from(minutes).unwrap_or(0) * 60)
}

/// Somebody with whom a family of these groups can talk.
async fn staff(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    name: Option<&str>,
) -> Result<Option<StaffId>, CliError> {
    let Some(name) = name else { return Ok(None) };
    let mut read = context.store.read().await?;
    let found = roster::find_staff(&mut read, organisation.id, name).await;
    let staff =
        found.map_err(|error| match error.sentence(&context.phrases, context.language()) {
            Some(sentence) => CliError::Use(without_marks(&sentence)),
            None => CliError::Failed(error.to_string()),
        })?;
    if !meeting::works_with(&mut read, meeting.id, staff).await? {
        return Err(context.misused("cli-meeting-staff-elsewhere", &Args::new().text("name", name)));
    }
    Ok(Some(staff))
}

/// As typed; of a range the weekdays that are open.
async fn days(
    context: &Context,
    organisation: &Organisation,
    args: &OpenSlotsArgs,
) -> Result<Vec<Date>, CliError> {
    let typed: Vec<Date> = args.day.iter().map(|day| context.day(day)).collect::<Result<_, _>>()?;
    let (Some(to), Some(first)) = (&args.to, typed.first()) else { return Ok(typed) };
    let last = context.day(to)?;
    let latest = first.checked_add(Span::new().days(MOST_DAYS)).unwrap_or(*first);
    if last < *first || last > latest {
        let args = Args::new().text("from", first.to_string()).text("to", last.to_string());
        return Err(context.misused("cli-meeting-days-order", &args));
    }
    let closed = rhythm::closed_days(&mut *context.store.read().await?, organisation.id).await?;
    let mut days = typed.clone();
    let mut day = *first;
    while day <= last {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if !is_weekend && !closed.iter().any(|it| it.day == day) {
            days.push(day);
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    Ok(days)
}

fn a_break(context: &Context, text: &str) -> Result<(Time, Time), CliError> {
    let wrong = || context.misused("cli-meeting-not-a-break", &Args::new().text("value", text));
    let (from, until) = text.split_once(['-', '–']).ok_or_else(wrong)?;
    let both = (context.hour(from)?, context.hour(until)?);
    if both.1 <= both.0 { Err(wrong()) } else { Ok(both) }
}

/// Before the first moment there is to be.
fn announce_at(
    context: &Context,
    organisation: &Organisation,
    (meeting, new): (&Meeting, Option<&NewSlots>),
    args: &OpenSlotsArgs,
) -> Result<Moment, CliError> {
    let zone = &organisation.time_zone;
    let last = new.and_then(|new| new.days.iter().max().map(|day| day.to_datetime(new.until)));
    let last = last.or(meeting.talks.map(|(_, last)| last.local(zone)));
    times::invite_at(context, organisation, args.announce_at.as_deref(), last)
}

fn no_moments(context: &Context, meeting: &Meeting) -> CliError {
    let is_round = meeting.kind.base.answering() == meeting::Answering::Slots;
    match is_round {
        true => context.misused("cli-meeting-no-moments", &Args::new()),
        false => refused::meeting(context, &MeetingError::OtherKind),
    }
}

fn tell(context: &Context, new: &NewSlots, opened: usize) {
    let mut days = new.days.clone();
    days.sort();
    days.dedup();
    let day = |day: &Date| crate::language::weekday(context.language(), *day);
    let args = Args::new()
        .number("count", i64::try_from(opened).unwrap_or(i64::MAX))
        .text("from", days.first().map(day).unwrap_or_default())
        .text("until", days.last().map(day).unwrap_or_default());
    let phrase = if days.len() == 1 { "cli-meeting-opened-day" } else { "cli-meeting-opened" };
    show(&context.say(phrase, &args));
}

/// Whether there are moments enough for the children who have none yet. With an interpreter a talk may take
/// several of them.
async fn tell_enough(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    args: &OpenSlotsArgs,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let today = now.local(&organisation.time_zone).date();
    let mut read = context.store.read().await?;
    let free = meeting::count_free(&mut read, meeting.id, now).await?;
    let open = meeting::not_booked(&mut read, meeting.id, today).await?;
    let length = args.length.unwrap_or(meeting.kind.minutes).max(1);
    let each = args.with_interpreter.map_or(1, |minutes| (minutes + length - 1) / length);
    let interpreted = open.iter().filter(|child| child.needs_interpreter).count();
    let more = i64::try_from(interpreted).unwrap_or(i64::MAX).saturating_mul(each - 1);
    let needed = count(&open).saturating_add(more);
    let said = Args::new().number("count", count(&open)).number("free", free);
    show(&context.say("cli-meeting-enough", &said));
    if free < needed {
        note(&context.say("cli-meeting-too-few", &said.number("needed", needed)));
    }
    Ok(())
}

async fn tell_announced(
    context: &Context,
    organisation: &Organisation,
    announced_at: Option<Moment>,
    gaps: &[Gap],
) -> Result<(), CliError> {
    let Some(at) = announced_at else { return Ok(()) };
    match at <= context.calendar.now() {
        true => show(&context.say("cli-meeting-invited", &Args::new())),
        false => show(&add::invited_at(context, organisation, at)),
    }
    for line in gap_lines(context, gaps) {
        note(&line);
    }
    add::note_what_waits(context, organisation).await
}
