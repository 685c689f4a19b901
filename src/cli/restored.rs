//! `thuispost restored`: what came back with a backup, and what staff decide about it.

use super::Whose;
use super::context::{CliError, Context, show, table};
use super::letter;
use crate::language::Args;
use crate::outbox::{self, HeldBack};
use crate::roster::Organisation;

#[derive(Debug, clap::Args)]
pub(super) struct RestoredArgs {
    /// Lets everything that waits go; the bot is no longer quiet.
    #[arg(long, conflicts_with = "withdraw")]
    send: bool,
    /// Takes back what waits: of one letter by number or name, else all of it.
    #[arg(long, value_name = "LETTER", num_args = 0..=1)]
    withdraw: Option<Option<String>>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: RestoredArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    match (args.send, args.withdraw) {
        (true, _) => send(context, &organisation).await,
        (false, Some(letter)) => withdraw(context, &organisation, letter.as_deref()).await,
        (false, None) => list(context, &organisation).await,
    }
}

async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let mut read = context.store.read().await?;
    let since = outbox::quiet_since(&mut read, organisation.id).await?;
    let held = outbox::held_back(&mut read, organisation.id).await?;
    let args = Args::new().text("organisation", &organisation.name);
    let Some(since) = since else {
        show(&context.say("cli-restored-not-quiet", &args));
        return Ok(());
    };
    let args = args.text("when", letter::when(context, organisation, since));
    show(&context.say("cli-restored-quiet", &args));
    if held.is_empty() {
        show(&context.say("cli-restored-nothing", &Args::new()));
    } else {
        let rows = held.iter().map(|it| row(context, organisation, it)).collect();
        let heads = ["cli-head-letter", "cli-head-families", "cli-head-messages", "cli-head-since"];
        show(&table(&heads.map(|id| context.say(id, &Args::new())), rows));
    }
    show(&context.say("cli-restored-choose", &Args::new()));
    Ok(())
}

fn row(context: &Context, organisation: &Organisation, held: &HeldBack) -> Vec<String> {
    let what = match &held.letter {
        None => context.say("cli-restored-answers", &Args::new()),
        Some(letter) if letter.is_check_in => {
            context.say("cli-restored-check-in", &Args::new().text("letter", &letter.label))
        }
        Some(letter) => letter.label.clone(),
    };
    let since = letter::when(context, organisation, held.since);
    vec![what, held.families.to_string(), held.messages.to_string(), since]
}

async fn send(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let mut write = context.store.write().await?;
    let was_quiet = outbox::quiet_since(&mut write, organisation.id).await?.is_some();
    let rows = outbox::send_restored(&mut write, organisation.id).await?;
    write.commit().await?;
    let args = Args::new().text("organisation", &organisation.name);
    if !was_quiet {
        show(&context.say("cli-restored-not-quiet", &args));
        return Ok(());
    }
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    show(&context.say("cli-restored-sent", &args.number("count", rows)));
    context.note_when_not_served().await
}

async fn withdraw(
    context: &Context,
    organisation: &Organisation,
    wanted: Option<&str>,
) -> Result<(), CliError> {
    let letter = match wanted {
        Some(wanted) => Some(letter::found(context, organisation, wanted).await?),
        None => None,
    };
    let mut write = context.store.write().await?;
    let id = letter.as_ref().map(|letter| letter.id);
    let rows = outbox::withdraw_restored(&mut write, organisation.id, id).await?;
    write.commit().await?;
    let args = Args::new().number("count", i64::try_from(rows).unwrap_or(i64::MAX));
    show(&match letter {
        Some(letter) => context.say("cli-restored-withdrawn", &args.text("letter", letter.label)),
        None => context.say("cli-restored-withdrawn-all", &args),
    });
    Ok(())
}
