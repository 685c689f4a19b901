//! `thuispost meeting import FILE.ics`: closed days, or the calendar of others.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::place;
use crate::cli::Whose;
use crate::cli::context::{CliError, Context, show};
use crate::language::{Args, clean, short_day, short_day_and_time, without_marks};
use crate::meeting::ics::{Busy, LARGEST};
use crate::meeting::{self, Closing, PassedOver, Why};
use crate::roster::{LocationId, Organisation};

/// A name is a heading, no text.
const NAME_CHARS: usize = 80;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ImportArgs {
    /// The file, as a calendar program exports it.
    file: PathBuf,
    /// Its whole days are days on which the organisation is closed.
    #[arg(long, conflicts_with = "calendar", required_unless_present = "calendar")]
    closed_days: bool,
    /// It is the calendar of others, kept under this name: meetings that fall together with it are warned of.
    #[arg(long, value_name = "NAME")]
    calendar: Option<String>,
    /// That calendar is about this location only.
    #[arg(long, value_name = "NAME", requires = "calendar")]
    location: Option<String>,
    /// Says what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: ImportArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let today = context.calendar.now().local(&organisation.time_zone).date();
    match &args.calendar {
        None => {
            let events = events(context, &organisation, &args.file, today).await?;
            close_days(context, &organisation, (&events, today), args.dry_run).await
        }
        Some(name) => {
            let name = named(context, name)?;
            let location = match &args.location {
                Some(name) => Some(place::location(context, &organisation, name).await?.id),
                None => None,
            };
            let events = events(context, &organisation, &args.file, today).await?;
            keep(context, &organisation, (&name, location), &events, args.dry_run).await
        }
    }
}

/// The events of a file; a file that is too large is not even read.
async fn events(
    context: &Context,
    organisation: &Organisation,
    path: &Path,
    today: Date,
) -> Result<Vec<Busy>, CliError> {
    let name = path.display().to_string();
    let bytes = bytes(path).map_err(|error| {
        let args = Args::new().text("file", &name).text("problem", error.to_string());
        context.fails("cli-file-unreadable", &args)
    })?;
    let read = meeting::read_calendar(bytes, &organisation.time_zone, today).await;
    read.map_err(|problem| {
        let about = (name.as_str(), &problem);
        let lines = meeting::problem_lines(&context.phrases, context.language(), about);
        CliError::Use(without_marks(&lines.join("\n")))
    })
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

async fn close_days(
    context: &Context,
    organisation: &Organisation,
    (events, today): (&[Busy], Date),
    dry_run: bool,
) -> Result<(), CliError> {
    let unnamed = context.say("staff-calendar-unnamed", &Args::new());
    let span = meeting::school_years(today);
    let found = meeting::closing(events, &organisation.time_zone, span, &unnamed);
    let mut write = context.store.write().await?;
    let count = meeting::close(&mut write, organisation.id, &found.periods).await?;
    let now = context.calendar.now();
    let met = meeting::on_closed_days(&mut write, organisation.id, now).await?;
    // A rehearsal did the same, and lets go of it.
    if !dry_run {
        write.commit().await?;
    }
    tell_closed(context, &found);
    let done = if dry_run { "staff-import-would-close" } else { "staff-import-closed" };
    show(&context.say(done, &Args::new().number("count", count)));
    if !met.is_empty() {
        show(&context.say("staff-import-on-closed", &Args::new()));
    }
    for it in met {
        let when = it.starts.local(&organisation.time_zone);
        let args = Args::new()
            .text("when", short_day_and_time(context.language(), when))
            .text("title", it.kind.name(&context.phrases, context.language()))
            .text("location", it.location)
            .text("name", it.name);
        show(&context.say("staff-import-on-closed-line", &args));
    }
    Ok(())
}

fn tell_closed(context: &Context, found: &Closing) {
    let language = context.language();
    for period in &found.periods {
        let args = Args::new()
            .text("from", short_day(language, period.first))
            .text("year", period.first.year().to_string())
            .text("name", &period.name);
        show(&if period.first == period.last {
            context.say("staff-import-day", &args)
        } else {
            context.say("staff-import-days", &args.text("to", short_day(language, period.last)))
        });
    }
    if found.passed_over.is_empty() {
        return;
    }
    show(&context.say("staff-import-passed-over", &Args::new()));
    for event in &found.passed_over {
        show(&passed_over(context, event));
    }
}

fn passed_over(context: &Context, event: &PassedOver) -> String {
    let id = match event.why {
        Why::PartOfADay => "staff-import-part-of-a-day",
        Why::TooLong => "staff-import-too-long",
    };
    let args = Args::new()
        .text("when", short_day_and_time(context.language(), event.starts))
        .text("title", &event.title);
    context.say(id, &args)
}

fn named(context: &Context, typed: &str) -> Result<String, CliError> {
    let name = clean(typed);
    if name.is_empty() || name.chars().count() > NAME_CHARS {
        let most = i64::try_from(NAME_CHARS).unwrap_or(i64::MAX);
        return Err(context.misused("staff-calendar-name", &Args::new().number("most", most)));
    }
    Ok(name)
}

async fn keep(
    context: &Context,
    organisation: &Organisation,
    (name, location): (&str, Option<LocationId>),
    events: &[Busy],
    dry_run: bool,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    let calendar = (name, location);
    let kept = meeting::keep_calendar(
        &context.store,
        &mut write,
        organisation.id,
        calendar,
        (events, now),
    )
    .await?;
    if !dry_run {
        write.commit().await?;
    }
    let id = if dry_run { "staff-calendar-would-keep" } else { "staff-calendar-kept" };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let args = Args::new().text("name", name).number("count", number(kept));
    show(&context.say(id, &args));
    let free = events.len().saturating_sub(kept);
    if free > 0 {
        show(&context.say("staff-calendar-free", &Args::new().number("count", number(free))));
    }
    Ok(())
}
