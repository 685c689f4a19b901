//! `thuispost closed-days add|list|remove`.

use clap::Subcommand;
use jiff::civil::Date;

use super::Whose;
use super::context::{CliError, Context, show, table};
use crate::language::{Args, short_day};
use crate::rhythm;

#[derive(Debug, Subcommand)]
pub(super) enum ClosedDaysCommand {
    /// Closes a day, or every day from one to another: nothing of a theme leaves then.
    Add {
        /// The first day, such as 2026-12-21 or 21-12-2026.
        from: String,
        /// The last day, when there are several.
        to: Option<String>,
        /// What it is: Christmas holidays, study day.
        #[arg(long)]
        name: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Lists closed days.
    List {
        #[command(flatten)]
        whose: Whose,
    },
    /// Opens days again.
    Remove {
        /// The first day.
        from: String,
        /// The last day, when there are several.
        to: Option<String>,
        #[command(flatten)]
        whose: Whose,
    },
}

pub(super) async fn run(context: &Context, command: ClosedDaysCommand) -> Result<(), CliError> {
    match command {
        ClosedDaysCommand::Add { from, to, name, whose } => {
            let days = days(context, &from, to.as_deref())?;
            let organisation = context.organisation(&whose).await?;
            let mut write = context.store.write().await?;
            let count = rhythm::close_days(&mut write, organisation.id, days, name.trim()).await?;
            write.commit().await?;
            show(&context.say("closed-days-added", &Args::new().number("count", count)));
        }
        ClosedDaysCommand::List { whose } => {
            let organisation = context.organisation(&whose).await?;
            let mut read = context.store.read().await?;
            let all = rhythm::closed_days(&mut read, organisation.id).await?;
            if all.is_empty() {
                show(&context.say("closed-days-none", &Args::new()));
                return Ok(());
            }
            let heads = ["theme-head-day", "theme-head-date", "theme-head-name"];
            let heads = heads.map(|id| context.say(id, &Args::new()));
            let rows = all
                .into_iter()
                .map(|it| vec![short_day(context.language(), it.day), it.day.to_string(), it.name]);
            show(&table(&heads, rows.collect()));
        }
        ClosedDaysCommand::Remove { from, to, whose } => {
            let days = days(context, &from, to.as_deref())?;
            let organisation = context.organisation(&whose).await?;
            let mut write = context.store.write().await?;
            let count = rhythm::open_days(&mut write, organisation.id, days).await?;
            write.commit().await?;
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            show(&context.say("closed-days-removed", &Args::new().number("count", count)));
        }
    }
    Ok(())
}

fn days(context: &Context, from: &str, to: Option<&str>) -> Result<(Date, Date), CliError> {
    let first = context.day(from)?;
    let last = to.map_or(Ok(first), |to| context.day(to))?;
    let year = first.checked_add(jiff::Span::new().years(1)).unwrap_or(first);
    if last < first || last > year {
        let args = Args::new().text("from", first.to_string()).text("to", last.to_string());
        return Err(context.misused("closed-days-order", &args));
    }
    Ok((first, last))
}
