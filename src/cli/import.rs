//! `thuispost import roster FILE` and `thuispost import programme FOLDER`.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::context::{CliError, Context, show};
use super::{FileArg, Whose};
use crate::language::{Args, without_marks};
use crate::library::{self, Files, TakeInError};
use crate::roster::{self, ImportError, ImportOptions};

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Families, children and carers, from a CSV or XLSX file.
    Roster {
        #[command(flatten)]
        file: FileArg,
        /// Says what would change, and changes nothing.
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// Home activities and picture books, from a programme folder (docs/programme-format.md).
    Programme(ProgrammeArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ProgrammeArgs {
    /// The folder with programme.toml.
    #[arg(required_unless_present = "starter")]
    folder: Option<PathBuf>,
    /// The programme that comes with Thuispost, instead of a folder.
    #[arg(long, conflicts_with = "folder")]
    starter: bool,
    /// Says what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, command: ImportCommand) -> Result<(), CliError> {
    match command {
        ImportCommand::Roster { file, dry_run, whose } => {
            roster(context, file, dry_run, whose).await
        }
        ImportCommand::Programme(args) => programme(context, args).await,
    }
}

async fn roster(
    context: &Context,
    file: FileArg,
    dry_run: bool,
    whose: Whose,
) -> Result<(), CliError> {
    let name = file.file.display().to_string();
    let bytes = match std::fs::read(&file.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let args = Args::new().text("file", name).text("problem", error.to_string());
            return Err(context.fails("cli-file-unreadable", &args));
        }
    };
    let options = ImportOptions {
        settings: &context.settings,
        organisation: whose.organisation.as_deref(),
        dry_run,
        now: context.calendar.now(),
    };
    match roster::import(&context.store, bytes, &options).await {
        Ok(report) => {
            for line in report.sentences(&context.phrases, context.language()) {
                show(&without_marks(&line));
            }
            Ok(())
        }
        Err(ImportError::Store(error)) => Err(error.into()),
        Err(ImportError::Organisation(error)) => Err(context.organisation_error(&error)),
        Err(error) => {
            let lines = error.sentences(&context.phrases, context.language(), &name);
            Err(CliError::Failed(without_marks(&lines.join("\n"))))
        }
    }
}

async fn programme(context: &Context, args: ProgrammeArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let read = match &args.folder {
        Some(folder) => library::read_folder(Files::on_disk(folder), &folder.display().to_string()),
        None => library::starter(),
    };
    let folder = read.map_err(|findings| {
        let name = args.folder.as_deref().unwrap_or(Path::new("starter")).display().to_string();
        let lines = library::refusal(&findings, &name, &context.phrases, context.language());
        CliError::Failed(without_marks(&lines.join("\n")))
    })?;
    let now = context.calendar.now();
    match library::take_in(&context.store, organisation.id, &folder, args.dry_run, now).await {
        Ok(report) => {
            for line in report.sentences(&context.phrases, context.language()) {
                show(&without_marks(&line));
            }
            Ok(())
        }
        Err(TakeInError::Store(error)) => Err(error.into()),
        Err(error) => {
            let sentence = error.sentence(&context.phrases, context.language());
            Err(CliError::Failed(without_marks(&sentence.unwrap_or_default())))
        }
    }
}
