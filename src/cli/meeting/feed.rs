//! `thuispost meeting feed`: a private calendar under an address of its own, or as a file.

use std::path::{Path, PathBuf};

use crate::cli::Whose;
use crate::cli::context::{CliError, Context, note, show};
use crate::language::{Args, without_marks};
use crate::meeting::{self, FeedError, FeedOwner};
use crate::roster::{self, InviteKey, Organisation, StaffError, StaffId};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct FeedArgs {
    /// Only the meetings of this member of staff, and their own talks.
    #[arg(long, value_name = "NAME")]
    staff: Option<String>,
    /// A new address; the old one opens nothing any more.
    #[arg(long)]
    renew: bool,
    /// Writes the calendar to this file instead.
    #[arg(long, value_name = "OUT.ics", conflicts_with = "renew")]
    file: Option<PathBuf>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: FeedArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let staff = match &args.staff {
        Some(name) => Some(staff(context, &organisation, name).await?),
        None => None,
    };
    let owner = FeedOwner { organisation: organisation.id, staff };
    match args.file {
        Some(path) => write_file(context, &organisation, owner, &path).await,
        None => print_address(context, owner, args.renew).await,
    }
}

async fn staff(
    context: &Context,
    organisation: &Organisation,
    name: &str,
) -> Result<StaffId, CliError> {
    let found = roster::find_staff(&mut *context.store.read().await?, organisation.id, name).await;
    found.map_err(|error: StaffError| match error.sentence(&context.phrases, context.language()) {
        Some(sentence) => CliError::Use(without_marks(&sentence)),
        None => CliError::Failed(error.to_string()),
    })
}

async fn print_address(context: &Context, owner: FeedOwner, renew: bool) -> Result<(), CliError> {
    let Some(public_url) = &context.settings.public_url else {
        return Err(context.misused("staff-feed-no-address", &Args::new()));
    };
    let key = InviteKey::load_or_make(&context.settings.key_file).map_err(|error| {
        CliError::Failed(without_marks(&error.sentence(&context.phrases, context.language())))
    })?;
    let mut write = context.store.write().await?;
    let how = (renew, context.calendar.now());
    let code = meeting::feed_code(&context.store, &mut write, &key, owner, how).await;
    let code = code.map_err(|error| match error {
        FeedError::OtherKey => context.fails("staff-feed-other-key", &Args::new()),
        FeedError::Store(error) => error.into(),
    })?;
    write.commit().await?;
    show(&meeting::feed_address(public_url, &code));
    note(&context.say("staff-feed-how", &Args::new()));
    Ok(())
}

async fn write_file(
    context: &Context,
    organisation: &Organisation,
    owner: FeedOwner,
    path: &Path,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let mut read = context.store.read().await?;
    let feed = meeting::feed(&mut read, &context.phrases, (organisation, owner), now).await?;
    let name = path.display().to_string();
    if let Err(error) = std::fs::write(path, feed.into_file()) {
        let args = Args::new().text("file", name).text("problem", error.to_string());
        return Err(context.fails("staff-feed-unwritable", &args));
    }
    show(&context.say("staff-feed-written", &Args::new().text("file", name)));
    Ok(())
}
