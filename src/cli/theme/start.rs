//! `thuispost theme start`.

use clap::ValueEnum;

use super::super::Whose;
use super::super::context::{CliError, Context, note, show};
use super::{plan, refused};
use crate::language::{Args, without_marks};
use crate::library;
use crate::rhythm::{self, Audience, NewRun, Untranslated};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct StartArgs {
    /// The theme, as `theme` or `programme/theme`.
    theme: String,
    /// Group by name or `Location/Group`; may be given several times.
    #[arg(long, required = true)]
    group: Vec<String>,
    /// The day from which it runs; today when it is not given.
    #[arg(long)]
    from: Option<String>,
    /// For so many weeks; as the theme says when it is not given.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=52))]
    weeks: Option<i64>,
    /// Only for children with a VE indication.
    #[arg(long)]
    ve_only: bool,
    /// What carers get in whose language the theme was not written.
    #[arg(long, value_enum, default_value = "hold")]
    missing: MissingArg,
    /// The day on which the theme was explained to the parents.
    #[arg(long)]
    introduced: Option<String>,
    /// Starts it.
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
    /// Only shows it; as without --yes.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MissingArg {
    Hold,
    Dutch,
}

pub(in crate::cli) async fn run(context: &Context, args: StartArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let groups = context.groups(&organisation, &args.group).await?;
    let now = context.calendar.now();
    let theme =
        library::theme_named(&mut *context.store.read().await?, organisation.id, &args.theme).await;
    let theme =
        theme.map_err(|error| match error.sentence(&context.phrases, context.language()) {
            Some(sentence) => CliError::Use(without_marks(&sentence)),
            None => CliError::Failed(error.to_string()),
        })?;
    if theme.withdrawn {
        return Err(context.misused("theme-withdrawn", &Args::new().text("theme", &theme.title)));
    }
    let today = now.local(&organisation.time_zone).date();
    let new = NewRun {
        theme: theme.id,
        groups: groups.iter().map(|group| group.id).collect(),
        starts_on: args.from.as_deref().map_or(Ok(today), |day| context.day(day))?,
        weeks: args.weeks.unwrap_or(theme.weeks),
        audience: if args.ve_only { Audience::Ve } else { Audience::All },
        missing: match args.missing {
            MissingArg::Hold => Untranslated::Hold,
            MissingArg::Dutch => Untranslated::Dutch,
        },
        introduced_on: args.introduced.as_deref().map(|day| context.day(day)).transpose()?,
    };
    let rules = &context.settings.theme;
    let outlook =
        rhythm::outlook(&mut *context.store.read().await?, &organisation, &new, rules).await?;
    let names: Vec<String> = groups.iter().map(|group| group.full_name()).collect();
    plan::show_outlook(context, &organisation, (&theme.title, &names), &new, &outlook);
    if !args.yes {
        show(&context.say("theme-start-not-yet", &Args::new()));
        return Ok(());
    }
    let mut write = context.store.write().await?;
    let by = ("command line", now);
    let started = rhythm::start(&context.store, &mut write, &organisation, &new, rules, by).await;
    let id = started.map_err(|error| refused(context, &error))?;
    write.commit().await?;
    let args = Args::new().text("theme", &theme.title).text("number", id.to_string());
    show(&context.say("theme-started", &args));
    if outlook.not_introduced {
        note(&context.say("theme-not-introduced", &args));
    }
    context.note_when_not_served().await
}
