//! `thuispost import roster FILE`.

use clap::Subcommand;

use super::context::{CliError, Context, show};
use super::{FileArg, Whose};
use crate::language::{Args, without_marks};
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
}

pub(super) async fn run(context: &Context, command: ImportCommand) -> Result<(), CliError> {
    let ImportCommand::Roster { file, dry_run, whose } = command;
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
