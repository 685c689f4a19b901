//! `thuispost erase --family ID` and `thuispost export --carer ID`.

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::Whose;
use super::context::{CliError, Context, show};
use crate::language::Args;
use crate::privacy::{self, CarerExport, ExportedRow, Journal};
use crate::roster::{CarerId, FamilyId};

#[derive(Debug, clap::Args)]
pub(super) struct EraseArgs {
    /// Number of the family, as `thuispost families` shows it.
    #[arg(long)]
    family: i64,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// Number of the carer, as `thuispost families` shows it.
    #[arg(long)]
    carer: i64,
    /// To read, or for another program.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) async fn erase(context: &Context, args: EraseArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let family = FamilyId::from_raw(args.family);
    let now = context.calendar.now();
    let journal = Journal::at(&context.settings.erasures_file);
    let by = "command line";
    if !privacy::erase(&context.store, &journal, organisation.id, family, by, now).await? {
        return Err(
            context.fails("cli-family-unknown", &Args::new().text("id", args.family.to_string()))
        );
    }
    show(&context.say("cli-erased", &Args::new()));
    Ok(())
}

pub(super) async fn export(context: &Context, args: ExportArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let carer = CarerId::from_raw(args.carer);
    let found = privacy::export(&mut *context.store.read().await?, organisation.id, carer).await?;
    let Some(export) = found else {
        return Err(
            context.fails("cli-carer-unknown", &Args::new().text("id", args.carer.to_string()))
        );
    };
    match args.format {
        Format::Text => show(&readable(context, &export)),
        Format::Json => show(&as_json(&export).to_string()),
    }
    Ok(())
}

fn readable(context: &Context, export: &CarerExport) -> String {
    let mut lines = Vec::new();
    for (name, rows) in &export.tables {
        lines.push(context.say(&format!("cli-export-{}", name.replace('_', "-")), &Args::new()));
        if rows.is_empty() {
            lines.push(format!("  {}", context.say("cli-export-nothing", &Args::new())));
        }
        for row in rows {
            let fields: Vec<String> =
                row.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            lines.push(format!("  {}", fields.join("; ")));
        }
    }
    lines.join("\n")
}

fn as_json(export: &CarerExport) -> Value {
    let row =
        |row: &ExportedRow| row.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let tables = export.tables.iter().map(|(name, rows)| {
        let rows: Vec<Value> = rows.iter().map(|it| Value::Object(row(it))).collect();
        ((*name).to_owned(), Value::Array(rows))
    });
    Value::Object(tables.collect::<Map<_, _>>())
}
