//! `thuispost invites`.

use clap::ValueEnum;

use super::Whose;
use super::context::{CliError, Context, note, show};
use crate::app::{self, NoUsername};
use crate::language::{Args, without_marks};
use crate::roster::{self, FamilyId, InviteKey, Organisation, Selection};

#[derive(Debug, clap::Args)]
pub(super) struct InvitesArgs {
    /// Only carers of children in this group: a name or `Location/Group`.
    #[arg(long)]
    group: Option<String>,
    /// Only carers of this family: its number, as `thuispost families` shows it.
    #[arg(long)]
    family: Option<i64>,
    /// Makes new links; the old ones no longer work.
    #[arg(long)]
    renew: bool,
    /// A list for a spreadsheet, or letters to print.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Csv,
    Html,
}

pub(super) async fn run(context: &Context, args: InvitesArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let group = context.groups(&organisation, args.group.as_slice()).await?.pop();
    let (username, key) = door(context, &organisation).await?;
    let family = args.family.map(FamilyId::from_raw);
    let selection = Selection { group: group.map(|group| group.id), family, renew: args.renew };
    let now = context.calendar.now();
    let invites = roster::invites(&context.store, &key, &organisation, selection, now).await;
    let invites =
        invites.map_err(|error| match error.sentence(&context.phrases, context.language()) {
            Some(sentence) => CliError::Failed(without_marks(&sentence)),
            None => CliError::Failed(error.to_string()),
        })?;
    let text = match args.format {
        Format::Csv => roster::invites_csv(&invites, &organisation, &username)
            .map_err(|error| error.to_string()),
        Format::Html => {
            roster::invite_letters(&context.phrases, &invites, &organisation, &username)
                .map_err(|error| error.to_string())
        }
    };
    show(text.map_err(CliError::Failed)?.trim_end());
    let count = i64::try_from(invites.len()).unwrap_or(i64::MAX);
    note(&context.say("cli-invites-made", &Args::new().number("count", count)));
    Ok(())
}

/// The bot that a link opens, and the key that makes its code.
pub(super) async fn door(
    context: &Context,
    organisation: &Organisation,
) -> Result<(String, InviteKey), CliError> {
    let username = username(context, organisation).await?;
    let key = InviteKey::load_or_make(&context.settings.key_file).map_err(|error| {
        CliError::Failed(without_marks(&error.sentence(&context.phrases, context.language())))
    })?;
    Ok((username, key))
}

async fn username(context: &Context, organisation: &Organisation) -> Result<String, CliError> {
    let found = app::username(&context.store, &context.settings, organisation).await;
    found.map_err(|error| match error {
        NoUsername::NoToken(_) | NoUsername::NoAnswer => {
            context.fails("cli-no-username", &Args::new())
        }
        other => CliError::Failed(other.to_string()),
    })
}
