//! `thuispost check`: what is wrong, and how to mend it.

use std::process::ExitCode;

use super::context::{CliError, note, show};
use crate::app::{self, NoUsername};
use crate::clock::Calendar;
use crate::language::Phrasebook;
use crate::roster;
use crate::settings::Settings;
use crate::store::Store;

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Only asks the running service whether it is ready: exit 0 or 1.
    #[arg(long)]
    ready: bool,
}

pub(super) async fn run(args: CheckArgs, settings: Settings) -> Result<ExitCode, CliError> {
    if args.ready {
        return match app::is_ready(settings.http_addr).await {
            Some(true) => Ok(ExitCode::SUCCESS),
            Some(false) => Err(CliError::Failed(
                "the service is not ready: its database does not answer".to_owned(),
            )),
            None => Err(CliError::Failed(format!("no service answers at {}", settings.http_addr))),
        };
    }
    let mut wrong = 0;
    let mut tell = |what: &str, outcome: Result<String, String>| match outcome {
        Ok(text) => show(&format!("ok     {what}: {text}")),
        Err(text) => {
            wrong += 1;
            note(&format!("wrong  {what}: {text}"));
        }
    };
    tell("settings", Ok("all can be read".to_owned()));
    tell("words", Phrasebook::load().map(|it| spoken(&it)).map_err(|error| error.to_string()));
    tell("clock", clock());
    match Store::open(settings.database_url.reveal()).await {
        Ok(store) => {
            tell("database", Ok(format!("{:?}, schema in place", store.dialect())));
            tell("bot", bot(&settings, &store).await);
            tell("service", service(&store).await);
        }
        Err(error) => tell("database", Err(error.to_string())),
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn spoken(phrases: &Phrasebook) -> String {
    phrases.languages().map(|language| language.tag().to_owned()).collect::<Vec<_>>().join(" ")
}

/// A machine that lost its clock sends letters in the wrong year.
fn clock() -> Result<String, String> {
    let now = Calendar::system().now();
    if now.millis() < 1_767_225_600_000 {
        return Err(format!("it is {now}, which cannot be: set the clock of this machine"));
    }
    Ok(now.to_string())
}

async fn bot(settings: &Settings, store: &Store) -> Result<String, String> {
    let read = &mut *store.read().await.map_err(|error| error.to_string())?;
    let organisation = roster::the_only_organisation(read).await.ok();
    let hint =
        if organisation.is_some() { "" } else { "; no roster yet: thuispost import roster FILE" };
    match app::ask_username(store, settings, organisation.as_ref()).await {
        Ok(name) => Ok(format!("@{name}{hint}")),
        Err(NoUsername::NoAnswer) => Err(format!(
            "{} does not know this token, or does not answer: check TELOXIDE_TOKEN and the network",
            settings.api_url
        )),
        Err(other) => Err(other.to_string()),
    }
}

async fn service(store: &Store) -> Result<String, String> {
    match store.is_served().await {
        Ok(true) => Ok("running".to_owned()),
        Ok(false) => Ok("not running: thuispost serve".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}
