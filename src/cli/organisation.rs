//! `thuispost organisation add|list`.

use clap::Subcommand;
use jiff::tz::TimeZone;

use super::context::{CliError, Context, show, table};
use crate::language::{Args, HomeLanguage};
use crate::roster::{self, NewOrganisation};

#[derive(Debug, Subcommand)]
pub(super) enum OrganisationCommand {
    /// Adds an organisation with a bot of its own.
    Add {
        /// Its name.
        name: String,
        /// Its time zone.
        #[arg(long, default_value = "Europe/Amsterdam")]
        time_zone: String,
        /// The variable that holds the token of its bot, such as REGENBOOG_TOKEN; its own.
        #[arg(long, default_value = "TELOXIDE_TOKEN")]
        token_env: String,
    },
    /// Lists organisations.
    List,
}

pub(super) async fn run(context: &Context, command: OrganisationCommand) -> Result<(), CliError> {
    match command {
        OrganisationCommand::Add { name, time_zone, token_env } => {
            add(context, &name, &time_zone, &token_env).await
        }
        OrganisationCommand::List => list(context).await,
    }
}

async fn add(
    context: &Context,
    name: &str,
    time_zone: &str,
    token_env: &str,
) -> Result<(), CliError> {
    let Ok(zone) = TimeZone::get(time_zone) else {
        return Err(context.misused("cli-not-a-zone", &Args::new().text("value", time_zone)));
    };
    if name.trim().is_empty() {
        return Err(context.misused("cli-no-name", &Args::new()));
    }
    let new = NewOrganisation { name, time_zone: zone, language: HomeLanguage::DUTCH, token_env };
    let made = roster::create_organisation(&context.store, &new, context.calendar.now()).await;
    let made = made.map_err(|error| context.organisation_error(&error))?;
    show(&context.say("cli-organisation-added", &Args::new().text("name", made.name)));
    Ok(())
}

async fn list(context: &Context) -> Result<(), CliError> {
    let all = roster::organisations(&mut *context.store.read().await?).await?;
    let heads = ["cli-head-name", "cli-head-time-zone", "cli-head-token", "cli-head-token-set"]
        .map(|id| context.say(id, &Args::new()));
    let rows = all.into_iter().map(|it| {
        let zone = it.time_zone.iana_name().unwrap_or("UTC").to_owned();
        // Where this command runs: the service may see other variables.
        let is_set = match context.settings.token_of(&it.token_env) {
            Some(_) => "cli-token-set",
            None => "cli-token-not-set",
        };
        vec![it.name, zone, it.token_env, context.say(is_set, &Args::new())]
    });
    let rows = rows.collect();
    show(&table(&heads, rows));
    Ok(())
}
