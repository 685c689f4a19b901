//! `thuispost meeting calendars`: the calendars of others that were taken in.

use crate::cli::Whose;
use crate::cli::context::{CliError, Context, show, table};
use crate::language::{Args, clean, day};
use crate::meeting;
use crate::roster::Organisation;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CalendarsArgs {
    /// Forgets this one, with its events.
    #[arg(long, value_name = "NAME")]
    remove: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: CalendarsArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    match args.remove {
        Some(name) => remove(context, &organisation, &clean(&name)).await,
        None => list(context, &organisation).await,
    }
}

async fn remove(
    context: &Context,
    organisation: &Organisation,
    name: &str,
) -> Result<(), CliError> {
    let mut write = context.store.write().await?;
    if !meeting::remove_calendar(&mut write, organisation.id, name).await? {
        let known = meeting::other_calendars(&mut write, organisation.id).await?;
        let known: Vec<String> = known.into_iter().map(|it| it.name).collect();
        let args = Args::new().text("name", name).text("known", known.join(", "));
        return Err(context.misused("staff-calendar-unknown", &args));
    }
    write.commit().await?;
    show(&context.say("staff-calendar-removed", &Args::new().text("name", name)));
    Ok(())
}

async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let mut read = context.store.read().await?;
    let all = meeting::other_calendars(&mut read, organisation.id).await?;
    if all.is_empty() {
        show(&context.say("staff-calendar-nothing", &Args::new()));
        return Ok(());
    }
    let heads = [
        "cli-head-name",
        "staff-head-location",
        "staff-head-events",
        "staff-head-until",
        "staff-head-imported",
    ];
    let date = |at: crate::clock::Moment| {
        day(context.language(), at.local(&organisation.time_zone).date())
    };
    let rows = all.into_iter().map(|it| {
        let everywhere = || context.say("staff-calendar-everywhere", &Args::new());
        vec![
            it.name,
            it.location.unwrap_or_else(everywhere),
            it.events.to_string(),
            it.until.map_or(String::new(), date),
            date(it.imported_at),
        ]
    });
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
    Ok(())
}
