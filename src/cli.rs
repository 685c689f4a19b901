//! The command line: one file per subcommand. What staff read comes from `locales/nl` and
//! `locales/en`; what an operator reads about settings and the machine is plain English.

mod backup;
mod check;
mod closed_days;
mod context;
mod demo;
mod families;
mod follow_ups;
mod import;
mod invites;
mod letter;
mod meeting;
mod organisation;
mod questions;
mod report;
mod restored;
mod rights;
mod serve;
mod staff;
mod theme;
mod voice;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app;
use crate::settings::Settings;
use context::{CliError, Context};

/// Post for home: letters and home activities for the parents of pre-school children.
#[derive(Debug, Parser)]
#[command(name = "thuispost", version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows everything on this machine: sample families on phones, a calendar you can turn.
    Demo(demo::DemoArgs),
    /// Runs the bot: listens, answers, sends.
    Serve,
    /// Organisations: add, list.
    #[command(subcommand)]
    Organisation(organisation::OrganisationCommand),
    /// Takes in a file.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Makes the links with which parents join, as a list or as letters to print.
    Invites(invites::InvitesArgs),
    /// Letters: send, list, status, cancel, print, handed-over, doubtful.
    #[command(subcommand)]
    Letter(letter::LetterCommand),
    /// Themes that run in groups: list, start, plan, move, pause, resume, stop, introduced.
    #[command(subcommand)]
    Theme(theme::ThemeCommand),
    /// Meetings and talks: kinds, kind, place, add, line, open-slots, list, show, move, cancel, talk, attendance,
    /// play-in, code, import, calendars, feed.
    #[command(subcommand)]
    Meeting(meeting::MeetingCommand),
    /// Days on which nothing of a theme leaves: add, list, remove.
    #[command(subcommand)]
    ClosedDays(closed_days::ClosedDaysCommand),
    /// Voices of letters, for who listens instead of reading: try, approve, revoke, list, record.
    #[command(subcommand)]
    Voice(voice::VoiceCommand),
    /// Questions of parents: list, answer.
    #[command(subcommand)]
    Questions(questions::QuestionsCommand),
    /// Who works with the families and may do so in the chat: add, list, remove, link.
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    /// Families with their numbers, and who of them takes part.
    Families(families::FamiliesArgs),
    /// Whom to speak to at the door; and noting what came of it.
    FollowUps(follow_ups::FollowUpsArgs),
    /// How many families were reached, understood, answered and did it at home.
    Report(report::ReportArgs),
    /// Erases a family from every table.
    Erase(rights::EraseArgs),
    /// Everything that is kept about a carer.
    Export(rights::ExportArgs),
    /// Writes everything to one file, beside a running service.
    Backup(backup::BackupArgs),
    /// Brings a backup into an empty database; every bot is then quiet.
    Restore(backup::RestoreArgs),
    /// What waits after a restore: look through it, then let it go or take it back.
    Restored(restored::RestoredArgs),
    /// Says what is wrong with settings, database, token, words or clock, and how to mend it.
    Check(check::CheckArgs),
}

/// Which organisation a command is about; needed when there are several.
#[derive(Clone, Debug, clap::Args)]
struct Whose {
    /// Name of the organisation, when there are several.
    #[arg(long)]
    organisation: Option<String>,
}

/// A file argument.
#[derive(Clone, Debug, clap::Args)]
struct FileArg {
    /// The file.
    file: PathBuf,
}

/// Runs the command line; 0 fine, 1 failed, 2 wrong use.
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli.command).await {
        Ok(code) => code,
        Err(error) => {
            context::complain(&error);
            error.exit_code()
        }
    }
}

async fn dispatch(command: Command) -> Result<ExitCode, CliError> {
    if let Command::Demo(args) = command {
        return demo::run(args).await;
    }
    let settings = Settings::load();
    if let Ok(settings) = &settings {
        app::start_log(&log_of(&command, settings));
    }
    if let Command::Check(args) = command {
        return check::run(args, settings).await;
    }
    let settings = settings.map_err(|problems| CliError::Use(problems.to_string()))?;
    let context = Context::open(settings).await?;
    match command {
        Command::Serve => serve::run(context).await?,
        Command::Organisation(command) => organisation::run(&context, command).await?,
        Command::Import(command) => import::run(&context, command).await?,
        Command::Invites(args) => invites::run(&context, args).await?,
        Command::Letter(command) => letter::run(&context, command).await?,
        Command::Theme(command) => theme::run(&context, command).await?,
        Command::Meeting(command) => meeting::run(&context, command).await?,
        Command::ClosedDays(command) => closed_days::run(&context, command).await?,
        Command::Voice(command) => voice::run(&context, command).await?,
        Command::Questions(command) => questions::run(&context, command).await?,
        Command::Staff(command) => staff::run(&context, command).await?,
        Command::Families(args) => families::run(&context, args).await?,
        Command::FollowUps(args) => follow_ups::run(&context, args).await?,
        Command::Report(args) => report::run(&context, args).await?,
        Command::Erase(args) => rights::erase(&context, args).await?,
        Command::Export(args) => rights::export(&context, args).await?,
        Command::Backup(args) => backup::backup(&context, args).await?,
        Command::Restore(args) => backup::restore(&context, args).await?,
        Command::Restored(args) => restored::run(&context, args).await?,
        Command::Demo(_) | Command::Check(_) => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Looking through everything is one long statement: that it took long is no news.
fn log_of(command: &Command, settings: &Settings) -> String {
    match command {
        Command::Backup(_) | Command::Restore(_) | Command::Check(_) => {
            format!("{},sqlx::query=error", settings.log)
        }
        _ => settings.log.clone(),
    }
}
