//! `thuispost report`.

use clap::ValueEnum;
use jiff::civil::Date;

use super::Whose;
use super::context::{CliError, Context, show};
use crate::language::{Args, without_marks};
use crate::participation::{self, By, Period, Within};

#[derive(Debug, clap::Args)]
pub(super) struct ReportArgs {
    /// First day, YYYY-MM-DD; else 1 August of this school year.
    #[arg(long)]
    from: Option<Date>,
    /// Last day, YYYY-MM-DD; else 31 July of this school year.
    #[arg(long)]
    to: Option<Date>,
    /// How to break the figures down; may be given several times.
    #[arg(long, value_parser = ["all", "location", "group", "language", "letter", "programme", "theme",
        "activity", "kind"])]
    by: Vec<String>,
    /// Only families of this group: a name or `Location/Group`.
    #[arg(long)]
    group: Option<String>,
    /// To read, for a spreadsheet, or for another program.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

pub(super) async fn run(context: &Context, args: ReportArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let within = match context.groups(&organisation, args.group.as_slice()).await?.pop() {
        Some(group) => Within::Group(group.id),
        None => Within::Organisation,
    };
    let now = context.calendar.now();
    let today = now.local(&organisation.time_zone).date();
    let year = Period::school_year_of(today);
    let (from, to) = (args.from.unwrap_or(year.from()), args.to.unwrap_or(year.to()));
    let period = Period::new(from, to).map_err(|_| {
        context.misused(
            "cli-period",
            &Args::new().text("from", from.to_string()).text("to", to.to_string()),
        )
    })?;
    let bys: Vec<By> = args.by.iter().filter_map(|by| by.parse().ok()).collect();
    let bys = if bys.is_empty() { vec![By::All] } else { bys };
    // One snapshot, so that the figures fit together while letters go out.
    let mut read = context.store.read().await?;
    let records = participation::report(
        &mut read,
        organisation.id,
        &organisation.time_zone,
        (period, now),
        &bys,
        within,
    )
    .await?;
    let text = match args.format {
        Format::Table => without_marks(&participation::table(
            &records,
            period,
            &context.phrases,
            context.language(),
        )),
        Format::Csv => {
            written(|out| participation::write_csv(&records, out).map_err(|it| it.to_string()))?
        }
        Format::Json => written(|out| {
            participation::write_json(&records, period, out).map_err(|it| it.to_string())
        })?,
    };
    show(text.trim_end());
    Ok(())
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> Result<(), String>) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(CliError::Failed)?;
    String::from_utf8(bytes).map_err(|error| CliError::Failed(error.to_string()))
}
