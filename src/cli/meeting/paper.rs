//! Lists on paper: printing one, and taking a filled-in one over.

use std::path::Path;

use super::super::context::{CliError, Context, show};
use super::attendance::family_names;
use crate::language::{Args, without_marks};
use crate::meeting::{self, Attendee, PaperError, PaperRow};
use crate::roster::{self, Organisation};

/// So many mistakes are shown; the others are counted.
const SHOWN: usize = 50;

pub(super) async fn print(
    context: &Context,
    organisation: &Organisation,
    attendees: &[Attendee],
) -> Result<(), CliError> {
    let names = family_names(context, organisation).await?;
    let list = meeting::paper_list(&context.phrases, attendees, &names, context.language());
    show(list.map_err(|error| CliError::Failed(error.to_string()))?.trim_end());
    Ok(())
}

pub(super) async fn read(
    context: &Context,
    organisation: &Organisation,
    file: &Path,
) -> Result<Vec<PaperRow>, CliError> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| {
        let args = Args::new().text("file", &name).text("problem", error.to_string());
        context.fails("cli-file-unreadable", &args)
    })?;
    let children = roster::children(&mut *context.store.read().await?, organisation.id).await?;
    let read = match roster::read_sheet(bytes, meeting::is_paper_header).await {
        Ok(sheet) => meeting::read_paper(&sheet, &children),
        Err(problem) => Err(PaperError::File(problem)),
    };
    read.map_err(|error| refused(context, &name, &error))
}

/// All that is wrong with a list, and that nothing was taken over.
fn refused(context: &Context, name: &str, error: &PaperError) -> CliError {
    let (phrases, language) = (&context.phrases, context.language());
    let args = Args::new().text("file", name);
    let mut lines = vec![context.say("roster-nothing-imported", &args)];
    match error {
        PaperError::File(problem) => {
            lines.push(without_marks(&problem.sentence(phrases, language)));
        }
        PaperError::Columns(found) => {
            let args = Args::new().text("found", found.join(", "));
            lines.push(context.say("meeting-list-columns", &args));
        }
        PaperError::Rows(findings) => {
            let shown = findings.iter().take(SHOWN);
            lines.extend(shown.map(|it| without_marks(&it.sentence(phrases, language))));
            let more = findings.len().saturating_sub(SHOWN);
            if more > 0 {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                lines.push(context.say("roster-more-findings", &Args::new().number("count", more)));
            }
        }
    }
    CliError::Failed(lines.join("\n"))
}
