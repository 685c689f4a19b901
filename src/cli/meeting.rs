//! `thuispost meeting …`.

mod calendars;
mod feed;
mod import;

use clap::Subcommand;

use super::context::{CliError, Context};

#[derive(Debug, Subcommand)]
pub(super) enum MeetingCommand {
    /// Takes in a calendar file (.ics): closed days, or what others plan.
    Import(import::ImportArgs),
    /// Lists the calendars of others that were taken in, or forgets one.
    Calendars(calendars::CalendarsArgs),
    /// Prints the private address of a calendar with all meetings and talks, or writes it to a file.
    Feed(feed::FeedArgs),
}

pub(super) async fn run(context: &Context, command: MeetingCommand) -> Result<(), CliError> {
    match command {
        MeetingCommand::Import(args) => import::run(context, args).await,
        MeetingCommand::Calendars(args) => calendars::run(context, args).await,
        MeetingCommand::Feed(args) => feed::run(context, args).await,
    }
}
