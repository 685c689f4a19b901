//! `thuispost follow-ups`: the list "speak at the door", and what came of it.

use clap::{Subcommand, ValueEnum};
use serde::Serialize;

use super::Whose;
use super::context::{CliError, Context, show, table};
use crate::inbox::{self, AtTheDoor, Outcome};
use crate::language::{Args, short_day};
use crate::roster::{self, GroupId, Organisation, spreadsheet_cell};

#[derive(Debug, clap::Args)]
pub(super) struct FollowUpsArgs {
    /// Only these groups: a name or `Location/Group`; may be given several times.
    #[arg(long)]
    group: Vec<String>,
    /// To read, for a spreadsheet, or for another program.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    whose: Whose,
    #[command(subcommand)]
    command: Option<FollowUpsCommand>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Debug, Subcommand)]
enum FollowUpsCommand {
    /// Notes what came of speaking to a family.
    Note {
        /// Number in the list.
        id: i64,
        /// What came of it.
        #[arg(long, value_parser = ["spoke", "seen-doing-it", "wants-other-way", "wants-no-messages",
            "not-there"])]
        outcome: String,
        #[command(flatten)]
        whose: Whose,
    },
}

pub(super) async fn run(context: &Context, args: FollowUpsArgs) -> Result<(), CliError> {
    match args.command {
        Some(FollowUpsCommand::Note { id, outcome, whose }) => {
            let organisation = context.organisation(&whose).await?;
            note(context, &organisation, id, &outcome).await
        }
        None => list(context, &args).await,
    }
}

async fn list(context: &Context, args: &FollowUpsArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let mut chosen = context.groups(&organisation, &args.group).await?;
    let mut read = context.store.read().await?;
    if args.group.is_empty() {
        chosen = roster::groups(&mut read, organisation.id).await?;
    }
    let groups: Vec<GroupId> = chosen.iter().map(|group| group.id).collect();
    let today = context.calendar.now().local(&organisation.time_zone).date();
    let door = inbox::speak_at_the_door(&mut read, organisation.id, &groups, today).await?;
    match args.format {
        Format::Csv => show(csv_of(&door, &organisation)?.trim_end()),
        Format::Json => {
            let lines: Vec<Line<'_>> = door.iter().map(|it| Line::of(it, &organisation)).collect();
            let text = serde_json::to_string_pretty(&lines);
            show(&text.map_err(|error| CliError::Failed(error.to_string()))?);
        }
        Format::Table if door.is_empty() => {
            show(&context.say("follow-ups-nobody", &Args::new()));
        }
        Format::Table => show(&told(context, &door, &organisation)),
    }
    Ok(())
}

/// A table for each group, by location and name; within it the family with most need first.
fn told(context: &Context, door: &[AtTheDoor], organisation: &Organisation) -> String {
    let mut groups: Vec<(String, GroupId)> =
        door.iter().map(|it| (format!("{}/{}", it.location, it.group_name), it.group)).collect();
    groups.sort();
    groups.dedup();
    let heads = [
        "follow-ups-head-id",
        "follow-ups-head-family",
        "follow-ups-head-carer",
        "follow-ups-head-language",
        "follow-ups-head-interpreter",
        "follow-ups-head-children",
        "follow-ups-head-reason",
        "follow-ups-head-since",
    ]
    .map(|id| context.say(id, &Args::new()));
    let mut parts: Vec<String> = groups
        .iter()
        .map(|(name, group)| {
            let theirs = door.iter().filter(|it| it.group == *group);
            let rows = theirs.map(|it| cells(context, it, organisation)).collect();
            format!("{name}\n{}", table(&heads, rows))
        })
        .collect();
    parts.push(context.say("follow-ups-how", &Args::new()));
    parts.join("\n\n")
}

fn cells(context: &Context, it: &AtTheDoor, organisation: &Organisation) -> Vec<String> {
    let reason = format!("follow-ups-reason-{}", it.reason.word().replace('_', "-"));
    let since = it.since.local(&organisation.time_zone).date();
    let interpreter =
        it.interpreter.then(|| context.say("follow-ups-interpreter-yes", &Args::new()));
    vec![
        it.id.to_string(),
        it.family_name.clone(),
        it.carer.clone(),
        it.language.name_in(context.language()).to_owned(),
        interpreter.unwrap_or_default(),
        it.children.join(", "),
        context.say(&reason, &Args::new()),
        short_day(context.language(), since),
    ]
}

/// A line as it leaves; the fields are the columns.
#[derive(Serialize)]
struct Line<'a> {
    id: i64,
    location: String,
    group: String,
    family: String,
    carer: String,
    language: &'a str,
    interpreter: bool,
    children: String,
    reason: &'a str,
    since: String,
}

impl<'a> Line<'a> {
    fn of(it: &'a AtTheDoor, organisation: &Organisation) -> Self {
        Self {
            id: it.id,
            location: it.location.clone(),
            group: it.group_name.clone(),
            family: it.family_name.clone(),
            carer: it.carer.clone(),
            language: it.language.tag(),
            interpreter: it.interpreter,
            children: it.children.join(", "),
            reason: it.reason.word(),
            since: it.since.local(&organisation.time_zone).date().to_string(),
        }
    }
}

/// Names that a spreadsheet would take for a formula get `'` before them.
fn csv_of(door: &[AtTheDoor], organisation: &Organisation) -> Result<String, CliError> {
    let failed = |error: &dyn std::fmt::Display| CliError::Failed(error.to_string());
    let mut csv = csv::Writer::from_writer(Vec::new());
    if door.is_empty() {
        let head = "id,location,group,family,carer,language,interpreter,children,reason,since";
        return Ok(head.to_owned());
    }
    for it in door {
        let mut line = Line::of(it, organisation);
        for cell in [
            &mut line.location,
            &mut line.group,
            &mut line.family,
            &mut line.carer,
            &mut line.children,
        ] {
            *cell = spreadsheet_cell(cell).into_owned();
        }
        csv.serialize(line).map_err(|error| failed(&error))?;
    }
    let bytes = csv.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}

async fn note(
    context: &Context,
    organisation: &Organisation,
    id: i64,
    outcome: &str,
) -> Result<(), CliError> {
    let unknown = || context.fails("follow-ups-unknown", &Args::new().text("id", id.to_string()));
    let Some(outcome) = Outcome::from_word(outcome) else { return Err(unknown()) };
    let mut write = context.store.write().await?;
    let is_ours = inbox::organisation_of(&mut write, id).await? == Some(organisation.id);
    let now = context.calendar.now();
    if !is_ours || !inbox::note_outcome(&mut write, id, outcome, "cli", now).await? {
        return Err(unknown());
    }
    write.commit().await?;
    let said = format!("follow-ups-outcome-{}", outcome.word().replace('_', "-"));
    show(&context.say(&said, &Args::new()));
    Ok(())
}
