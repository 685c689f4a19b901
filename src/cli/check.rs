//! `thuispost check`: what is well, what to look at, what is wrong, and how to mend it.

mod bots;
mod database;
mod finding;
mod machine;

use std::process::ExitCode;

use clap::ValueEnum;

use super::context::{CliError, show};
use crate::app;
use crate::clock::Calendar;
use crate::settings::{Problems, Settings};
use finding::Findings;

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Only asks the running service whether it is ready: exit 0 or 1.
    #[arg(long)]
    ready: bool,
    /// To read, or for another program.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Settings that cannot be read are a finding like any other.
pub(super) async fn run(
    args: CheckArgs,
    settings: Result<Settings, Problems>,
) -> Result<ExitCode, CliError> {
    if args.ready {
        let settings = settings.map_err(|problems| CliError::Use(problems.to_string()))?;
        return ready(&settings).await;
    }
    let mut findings = Findings::default();
    let now = Calendar::system().now();
    machine::settings(&mut findings, &settings);
    machine::words(&mut findings);
    machine::clock(&mut findings, now);
    if let Ok(settings) = &settings {
        machine::voice(&mut findings, settings).await;
        machine::key_file(&mut findings, &settings.key_file);
        machine::erasures(&mut findings, &settings.erasures_file);
        match database::check(&mut findings, settings).await {
            Some(store) => bots::check(&mut findings, settings, &store, now).await?,
            None => bots::check_token(&mut findings, settings, now).await,
        }
    }
    show(&match args.format {
        Format::Text => findings.readable(),
        Format::Json => findings.json().to_string(),
    });
    Ok(if findings.any_wrong() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

async fn ready(settings: &Settings) -> Result<ExitCode, CliError> {
    match app::is_ready(settings.http_addr).await {
        Some(true) => Ok(ExitCode::SUCCESS),
        Some(false) => Err(CliError::Failed(
            "the service is not ready: its database does not answer".to_owned(),
        )),
        None => Err(CliError::Failed(format!("no service answers at {}", settings.http_addr))),
    }
}
