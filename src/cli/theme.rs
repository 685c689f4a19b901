//! `thuispost theme …`.

mod plan;
mod start;

use clap::Subcommand;
use jiff::civil::Date;

use super::Whose;
use super::context::{CliError, Context, show, table};
use crate::language::{Args, day, short_day};
use crate::library;
use crate::rhythm::{self, Run, RunError, RunState};
use crate::roster::Organisation;

#[derive(Debug, Subcommand)]
pub(super) enum ThemeCommand {
    /// Lists the themes that run, and those that are over.
    List {
        #[command(flatten)]
        whose: Whose,
    },
    /// Shows what a theme would bring to whom, and starts it with --yes.
    Start(start::StartArgs),
    /// How a theme that was started stands: what left, what is to come, and what did not leave and why.
    Plan {
        /// Number of the run, or its theme when it runs once.
        run: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Moves everything that has not left yet.
    Move {
        /// Number of the run, or its theme when it runs once.
        run: String,
        /// By so many days; negative: earlier.
        #[arg(
            long,
            allow_negative_numbers = true,
            conflicts_with = "to",
            required_unless_present = "to"
        )]
        days: Option<i64>,
        /// To the week of this day.
        #[arg(long)]
        to: Option<String>,
        #[command(flatten)]
        whose: Whose,
    },
    /// Lets nothing of it leave until it is resumed.
    Pause {
        /// Number of the run, or its theme when it runs once.
        run: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Goes on, as many whole weeks later as it was paused.
    Resume {
        /// Number of the run, or its theme when it runs once.
        run: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Ends it: nothing more of it leaves.
    Stop {
        /// Number of the run, or its theme when it runs once.
        run: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Notes that the theme was explained to the parents.
    Introduced {
        /// Number of the run, or its theme when it runs once.
        run: String,
        /// On which day.
        day: String,
        #[command(flatten)]
        whose: Whose,
    },
}

pub(super) async fn run(context: &Context, command: ThemeCommand) -> Result<(), CliError> {
    match command {
        ThemeCommand::List { whose } => list(context, &context.organisation(&whose).await?).await,
        ThemeCommand::Start(args) => start::run(context, args).await,
        ThemeCommand::Plan { run, whose } => {
            let organisation = context.organisation(&whose).await?;
            let run = found(context, &organisation, &run).await?;
            plan::show_run(context, &organisation, &run).await
        }
        ThemeCommand::Move { run, days, to, whose } => {
            let organisation = context.organisation(&whose).await?;
            let run = found(context, &organisation, &run).await?;
            let to = to.map(|day| context.day(&day)).transpose()?;
            moves(context, &organisation, &run, (days, to)).await
        }
        ThemeCommand::Pause { run, whose } => {
            change(context, &context.organisation(&whose).await?, &run, Change::Pause).await
        }
        ThemeCommand::Resume { run, whose } => {
            change(context, &context.organisation(&whose).await?, &run, Change::Resume).await
        }
        ThemeCommand::Stop { run, whose } => {
            change(context, &context.organisation(&whose).await?, &run, Change::Stop).await
        }
        ThemeCommand::Introduced { run, day, whose } => {
            let organisation = context.organisation(&whose).await?;
            let run = found(context, &organisation, &run).await?;
            let day = context.day(&day)?;
            let mut write = context.store.write().await?;
            rhythm::introduced(&mut write, run.id, Some(day)).await?;
            write.commit().await?;
            show(&context.say("theme-introduced", &named(&run)));
            Ok(())
        }
    }
}

async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let runs = rhythm::runs(&mut *context.store.read().await?, organisation.id).await?;
    if runs.is_empty() {
        show(&context.say("theme-none", &Args::new()));
        return Ok(());
    }
    let heads = [
        "theme-head-theme",
        "theme-head-groups",
        "theme-head-date",
        "theme-head-weeks",
        "theme-head-state",
        "theme-head-number",
    ];
    let rows = runs.into_iter().map(|run| {
        let day: Option<Date> = run.starts_on.parse().ok();
        vec![
            run.title,
            run.groups.join(", "),
            day.map_or(run.starts_on, |day| short_day(context.language(), day)),
            run.weeks.to_string(),
            context.say(state_phrase(run.state), &Args::new()),
            run.id.to_string(),
        ]
    });
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
    Ok(())
}

fn state_phrase(state: RunState) -> &'static str {
    match state {
        RunState::Running => "theme-state-running",
        RunState::Paused => "theme-state-paused",
        RunState::Stopped => "theme-state-stopped",
        RunState::Over => "theme-state-over",
    }
}

/// The run of a number; or the only one of a theme that is not over.
async fn found(
    context: &Context,
    organisation: &Organisation,
    text: &str,
) -> Result<Run, CliError> {
    let runs = rhythm::runs(&mut *context.store.read().await?, organisation.id).await?;
    let typed = text.trim().to_lowercase();
    if let Some(run) = runs.iter().find(|run| run.id.to_string() == typed) {
        return Ok(run.clone());
    }
    let is_open = |run: &&Run| matches!(run.state, RunState::Running | RunState::Paused);
    let themes = library::themes(&mut *context.store.read().await?, organisation.id).await?;
    let is_named = |run: &&Run| {
        let slug = themes.iter().find(|theme| theme.id == run.theme).map(|theme| &theme.slug);
        run.title.to_lowercase() == typed || slug == Some(&typed)
    };
    let fits: Vec<&Run> = runs.iter().filter(is_named).filter(is_open).collect();
    match fits.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(context.misused("theme-run-unknown", &Args::new().text("name", text))),
        several => {
            let numbers: Vec<String> = several
                .iter()
                .map(|run| format!("{} ({})", run.id, run.groups.join(", ")))
                .collect();
            let args = Args::new().text("name", text).text("known", numbers.join("; "));
            Err(context.misused("theme-run-several", &args))
        }
    }
}

enum Change {
    Pause,
    Resume,
    Stop,
}

async fn change(
    context: &Context,
    organisation: &Organisation,
    text: &str,
    change: Change,
) -> Result<(), CliError> {
    let run = found(context, organisation, text).await?;
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    let (phrase, count) = match change {
        Change::Pause => ("theme-paused", rhythm::pause(&mut write, &run, now).await.map(as_count)),
        Change::Stop => ("theme-stopped", rhythm::stop(&mut write, &run, now).await.map(as_count)),
        Change::Resume => {
            let zone = &organisation.time_zone;
            ("theme-resumed", rhythm::resume(&mut write, &run, zone, now).await)
        }
    };
    let count = count.map_err(|error| refused(context, &error))?;
    write.commit().await?;
    show(&context.say(phrase, &named(&run).number("count", count)));
    Ok(())
}

async fn moves(
    context: &Context,
    organisation: &Organisation,
    run: &Run,
    (days, to): (Option<i64>, Option<Date>),
) -> Result<(), CliError> {
    let zone = &organisation.time_zone;
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    let days = match (days, to) {
        (Some(days), _) => days,
        (None, Some(to)) => rhythm::days_to(&mut write, run, to, zone).await?,
        (None, None) => 0,
    };
    let moved = rhythm::move_by(&mut write, run, days, zone, now).await;
    let moved = moved.map_err(|error| refused(context, &error))?;
    write.commit().await?;
    let args = named(run).number("days", days);
    show(
        &context
            .say("theme-moved", &args.number("count", i64::try_from(moved).unwrap_or(i64::MAX))),
    );
    Ok(())
}

/// Why a run cannot be started or changed so, in words.
fn refused(context: &Context, error: &RunError) -> CliError {
    match error {
        RunError::Past => context.misused("theme-past", &Args::new()),
        RunError::NoGroup => context.misused("theme-no-group", &Args::new()),
        RunError::RunsAlready(groups) => {
            context.misused("theme-runs-already", &Args::new().text("groups", groups.join(", ")))
        }
        RunError::State(state) => {
            let stands = context.say(state_phrase(*state), &Args::new());
            context.misused("theme-wrong-state", &Args::new().text("state", stands))
        }
        RunError::Store(error) => CliError::Failed(error.to_string()),
    }
}

fn named(run: &Run) -> Args {
    Args::new().text("theme", &run.title).text("groups", run.groups.join(", "))
}

fn as_count(rows: u64) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// A day as staff read it.
fn said(context: &Context, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |date| day(context.language(), date))
}
