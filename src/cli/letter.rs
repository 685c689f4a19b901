//! `thuispost letter …`.

mod send;

pub(super) use send::gap_lines;

use std::collections::HashMap;
use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::Whose;
use super::context::{CliError, Context, show, table};
use super::voice::gaps_of;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, day_and_time};
use crate::mailing::{self, Copy, Letter, Missing};
use crate::outbox::{self, NotReached, Reason, State};
use crate::roster::{self, FamilyId, Organisation};

#[derive(Debug, Subcommand)]
pub(super) enum LetterCommand {
    /// Sends a letter folder to groups.
    Send(SendArgs),
    /// Lists letters.
    List {
        #[command(flatten)]
        whose: Whose,
    },
    /// How a letter stands, and whom it has not reached.
    Status {
        /// Number or name of the letter.
        id: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Takes a letter back: what has not left will not leave.
    Cancel {
        /// Number or name of the letter.
        id: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Makes letters to print (HTML), each in the family's language.
    Print {
        /// Number or name of the letter.
        id: String,
        /// Only for families whom it has not reached.
        #[arg(long)]
        missing_only: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// Notes that a printed copy was given to a family.
    HandedOver {
        /// Number or name of the letter.
        id: String,
        /// Number of the family, as on the printed copy.
        #[arg(long)]
        family: i64,
        #[command(flatten)]
        whose: Whose,
    },
    /// Messages of which nobody knows whether they arrived.
    Doubtful {
        #[command(flatten)]
        whose: Whose,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct SendArgs {
    /// The folder with letter.toml, nl.md, ….
    dir: PathBuf,
    /// Group by name or `Location/Group`; may be given several times.
    #[arg(long)]
    group: Vec<String>,
    /// When: `2026-11-28 10:00` or `28-11-2026 10:00`.
    #[arg(long)]
    at: Option<String>,
    /// What to do for languages without a text.
    #[arg(long, value_enum)]
    missing: Option<MissingArg>,
    /// Asks how it went so long after the letter, such as 1d or 12h.
    #[arg(long)]
    check_in_after: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum MissingArg {
    Refuse,
    Hold,
    Dutch,
}

pub(super) async fn run(context: &Context, command: LetterCommand) -> Result<(), CliError> {
    match command {
        LetterCommand::Send(args) => send::run(context, args).await,
        LetterCommand::List { whose } => list(context, &context.organisation(&whose).await?).await,
        LetterCommand::Status { id, whose } => {
            status(context, &context.organisation(&whose).await?, &id).await
        }
        LetterCommand::Cancel { id, whose } => {
            cancel(context, &context.organisation(&whose).await?, &id).await
        }
        LetterCommand::Print { id, missing_only, whose } => {
            print(context, &context.organisation(&whose).await?, &id, missing_only).await
        }
        LetterCommand::HandedOver { id, family, whose } => {
            handed_over(context, &context.organisation(&whose).await?, &id, family).await
        }
        LetterCommand::Doubtful { whose } => {
            doubtful(context, &context.organisation(&whose).await?).await
        }
    }
}

impl From<MissingArg> for Missing {
    fn from(missing: MissingArg) -> Self {
        match missing {
            MissingArg::Refuse => Self::Refuse,
            MissingArg::Hold => Self::Hold,
            MissingArg::Dutch => Self::Dutch,
        }
    }
}

pub(super) async fn found(
    context: &Context,
    organisation: &Organisation,
    id: &str,
) -> Result<Letter, CliError> {
    let letter = mailing::find(&mut *context.store.read().await?, organisation.id, id).await?;
    letter.ok_or_else(|| context.misused("cli-letter-unknown", &Args::new().text("id", id)))
}

pub(super) fn when(context: &Context, organisation: &Organisation, moment: Moment) -> String {
    day_and_time(context.language(), moment.local(&organisation.time_zone))
}

async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let mut read = context.store.read().await?;
    let mut rows = Vec::new();
    for letter in mailing::list(&mut read, organisation.id).await? {
        let status = outbox::letter_status(&mut read, letter.id).await?;
        let state = match letter.state.as_str() {
            "released" => "cli-letter-sent",
            "fanning_out" => "cli-letter-fanning-out",
            "cancelled" => "cli-letter-cancelled",
            _ => "cli-letter-approved",
        };
        let state = context.say(state, &Args::new());
        let delivered = status.in_state(State::Delivered).to_string();
        rows.push(vec![
            letter.label,
            when(context, organisation, letter.release_at),
            state,
            delivered,
            letter.id.to_string(),
        ]);
    }
    let heads = [
        "cli-head-letter",
        "cli-head-when",
        "cli-head-state",
        "cli-head-delivered",
        "cli-head-number",
    ];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows));
    Ok(())
}

async fn status(context: &Context, organisation: &Organisation, id: &str) -> Result<(), CliError> {
    let letter = found(context, organisation, id).await?;
    let mut read = context.store.read().await?;
    let status = outbox::letter_status(&mut read, letter.id).await?;
    let args = Args::new()
        .text("letter", &letter.label)
        .text("when", when(context, organisation, letter.release_at));
    if letter.state != "released" && status.counts.is_empty() {
        let id =
            if letter.state == "cancelled" { "cli-status-cancelled" } else { "cli-status-planned" };
        show(&context.say(id, &args));
        if letter.state != "cancelled" {
            for line in gaps_of(context, organisation, letter.id).await? {
                show(&line);
            }
        }
        return Ok(());
    }
    show(&context.say("cli-status", &args));
    for (state, reason, count) in &status.counts {
        let why = reason
            .as_deref()
            .map_or(String::new(), |reason| format!(" ({})", why(context, reason)));
        let state = context.say(&format!("cli-state-{}", state.word()), &Args::new());
        show(&format!("  {count:>5}  {state}{why}"));
    }
    if status.for_reason(Reason::MissingLanguage) > 0 {
        show(&context.say("cli-status-translate", &args));
    }
    for line in gaps_of(context, organisation, letter.id).await? {
        show(&line);
    }
    let missed = outbox::not_reached(&mut read, letter.id).await?;
    if missed.is_empty() {
        show(&context.say("cli-status-all-reached", &Args::new()));
        return Ok(());
    }
    show(
        &context.say("cli-status-not-reached", &Args::new().number("count", families_in(&missed))),
    );
    let rows = missed.iter().map(|row| missed_row(context, row)).collect();
    let heads = [
        "cli-head-group",
        "cli-head-children",
        "cli-head-carer",
        "cli-head-language",
        "cli-head-why",
        "cli-head-family",
    ];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows));
    show(&context.say("cli-status-print", &Args::new().text("letter", &letter.label)));
    Ok(())
}

fn families_in(missed: &[NotReached]) -> i64 {
    let mut families: Vec<FamilyId> = missed.iter().map(|row| row.family).collect();
    families.sort();
    families.dedup();
    i64::try_from(families.len()).unwrap_or(i64::MAX)
}

fn missed_row(context: &Context, row: &NotReached) -> Vec<String> {
    let language = HomeLanguage::parse(&row.language)
        .map_or(row.language.as_str(), |it| it.name_in(context.language()));
    let reason = match &row.reason {
        Some(reason) => why(context, reason),
        None => context.say(&format!("cli-state-{}", row.state.word()), &Args::new()),
    };
    vec![
        format!("{}/{}", row.location, row.group),
        row.children.join(", "),
        row.carer_name.clone(),
        language.to_owned(),
        reason,
        format!("{} ({})", row.family, row.family_name),
    ]
}

/// A reason in words; Telegram's own words stay as they are.
fn why(context: &Context, reason: &str) -> String {
    match Reason::from_word(reason) {
        Some(known) => {
            context.say(&format!("cli-reason-{}", known.word().replace('_', "-")), &Args::new())
        }
        None => reason.to_owned(),
    }
}

async fn cancel(context: &Context, organisation: &Organisation, id: &str) -> Result<(), CliError> {
    let letter = found(context, organisation, id).await?;
    let mut write = context.store.write().await?;
    let withdrawn = mailing::cancel(&mut write, letter.id, context.calendar.now()).await?;
    write.commit().await?;
    let args = Args::new()
        .text("letter", letter.label)
        .number("count", i64::try_from(withdrawn).unwrap_or(i64::MAX));
    show(&context.say("cli-letter-taken-back", &args));
    Ok(())
}

async fn print(
    context: &Context,
    organisation: &Organisation,
    id: &str,
    missing_only: bool,
) -> Result<(), CliError> {
    let letter = found(context, organisation, id).await?;
    let mut read = context.store.read().await?;
    let missed: Vec<i64> = outbox::not_reached(&mut read, letter.id)
        .await?
        .iter()
        .map(|row| row.family.raw())
        .collect();
    let mut seen: HashMap<(i64, HomeLanguage), ()> = HashMap::new();
    let mut copies = Vec::new();
    let today = context.calendar.now().local(&organisation.time_zone).date();
    for row in roster::families_of_letter(&mut read, letter.id, today).await? {
        let language = HomeLanguage::parse(&row.language).unwrap_or(HomeLanguage::DUTCH);
        // Before it left, a letter has reached nobody.
        let wanted =
            !missing_only || letter.released_at.is_none() || missed.contains(&row.family_id);
        if wanted && seen.insert((row.family_id, language), ()).is_none() {
            copies.push(Copy {
                language,
                second: row.second_language.as_deref().and_then(HomeLanguage::parse),
                children: outbox::names(row.children.as_deref()),
                location: row.location,
                phone: row.phone,
                family: row.family,
                family_id: row.family_id,
            });
        }
    }
    show(&mailing::print(&mut read, &context.phrases, letter.id, &copies).await?);
    Ok(())
}

async fn handed_over(
    context: &Context,
    organisation: &Organisation,
    id: &str,
    family: i64,
) -> Result<(), CliError> {
    let letter = found(context, organisation, id).await?;
    let mut write = context.store.write().await?;
    let now = context.calendar.now();
    if !mailing::hand_over(&mut write, letter.id, FamilyId::from_raw(family), now).await? {
        let args = Args::new().text("id", family.to_string()).text("letter", letter.label);
        return Err(context.fails("cli-handed-over-unknown", &args));
    }
    write.commit().await?;
    show(&context.say("cli-handed-over", &Args::new().text("letter", letter.label)));
    Ok(())
}

async fn doubtful(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let rows = outbox::doubtful(&mut *context.store.read().await?, organisation.id).await?;
    if rows.is_empty() {
        show(&context.say("cli-doubtful-none", &Args::new()));
        return Ok(());
    }
    show(&context.say(
        "cli-doubtful",
        &Args::new().number("count", i64::try_from(rows.len()).unwrap_or(i64::MAX)),
    ));
    let answer = context.say("cli-doubtful-answer", &Args::new());
    let rows = rows.into_iter().map(|row| {
        let state = row.state.map_or("gone", State::word);
        let state = context.say(&format!("cli-state-{state}"), &Args::new());
        vec![
            row.label.unwrap_or_else(|| answer.clone()),
            row.carer.unwrap_or_else(|| "-".to_owned()),
            row.family.unwrap_or_else(|| "-".to_owned()),
            // The voice of what goes along has the number of that mailing.
            if row.part < 1_000 { row.part.to_string() } else { "-".to_owned() },
            when(context, organisation, row.noted_at),
            row.cause,
            state,
        ]
    });
    let heads = [
        "cli-head-letter",
        "cli-head-carer",
        "cli-head-family",
        "cli-head-part",
        "cli-head-when",
        "cli-head-cause",
        "cli-head-now",
    ];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
    Ok(())
}
