//! `thuispost backup FILE` and `thuispost restore FILE`: for the operator, so in plain English.

use std::path::PathBuf;

use super::context::{CliError, Context, note, show};
use crate::app::{self, Erasures, RestoreError, Restored};
use crate::clock::Ticker;
use crate::privacy::{self, Journal, JournalError};
use crate::roster;
use crate::store::{self, Copied};

#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    /// Where to write the backup.
    file: PathBuf,
    /// Replaces a file that is there already.
    #[arg(long)]
    force: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The backup.
    file: PathBuf,
    /// The journal of erasures, when it is not the one of THUISPOST_ERASURES_FILE; may be given
    /// several times.
    #[arg(long, value_name = "FILE", conflicts_with = "without_erasures")]
    erasures: Vec<PathBuf>,
    /// Restores without a journal: families that were erased after the backup come back.
    #[arg(long)]
    without_erasures: bool,
}

pub(super) async fn backup(context: &Context, args: BackupArgs) -> Result<(), CliError> {
    let ticker = Ticker::start();
    if roster::organisations(&mut *context.store.read().await?).await?.is_empty() {
        return Err(CliError::Failed(
            "the database of DATABASE_URL holds no organisation: there is nothing to back up; is it the right one?"
                .to_owned(),
        ));
    }
    privacy::keep_journal(&context.store, &Journal::at(&context.settings.erasures_file)).await?;
    let copied = context.store.back_up(&args.file, args.force).await?;
    let seconds = ticker.elapsed().as_secs_f64();
    show(&rows(&copied));
    let size = mebibytes(copied.bytes);
    show(&format!("{}: {size}, checked, in {seconds:.1} s", args.file.display()));
    show(&format!(
        "Keep with it, but in another place: {} (invitations) and {} (erasures).",
        context.settings.key_file.display(),
        context.settings.erasures_file.display()
    ));
    Ok(())
}

pub(super) async fn restore(context: &Context, args: RestoreArgs) -> Result<(), CliError> {
    let ticker = Ticker::start();
    let own = std::slice::from_ref(&context.settings.erasures_file);
    let journals = if args.erasures.is_empty() { own } else { &args.erasures };
    let erasures = if args.without_erasures { Erasures::Unknown } else { Erasures::In(journals) };
    let now = context.calendar.now();
    let restored = app::restore(&context.settings, &context.store, &args.file, erasures, now).await;
    let restored = restored.map_err(refused)?;
    show(&rows(&restored.copied));
    show(&format!("restored in {:.1} s", ticker.elapsed().as_secs_f64()));
    tell(&restored, args.without_erasures);
    Ok(())
}

fn refused(error: RestoreError) -> CliError {
    match error {
        RestoreError::Journal(JournalError::Missing(path)) => CliError::Failed(format!(
            "the journal of erasures {} is not there: families that were erased after the backup would come back. \
             Bring the journal, or name it with --erasures FILE. If it is lost for good: --without-erasures, and \
             erase again whoever asked for it since the backup",
            path.display()
        )),
        RestoreError::Store(error @ store::Error::Held(_)) => {
            CliError::Failed(format!("{error}: nothing was restored"))
        }
        other => CliError::Failed(other.to_string()),
    }
}

fn tell(restored: &Restored, without_erasures: bool) {
    if without_erasures {
        note("Without a journal: families erased after the backup are back. Erase them again now.");
    } else {
        show(&format!("{} families of the journal were erased again", restored.erased_again));
    }
    if restored.forgotten > 0 {
        show(&format!("{} families were erased after their time", restored.forgotten));
    }
    if restored.doubtful > 0 {
        show(&format!(
            "{} messages were on their way at the moment of the backup; see: thuispost letter doubtful",
            restored.doubtful
        ));
    }
    show(&format!(
        "Every bot is quiet: {} messages wait until staff have looked through them with: thuispost restored",
        restored.held
    ));
    show(&format!(
        "{} carers' chats are linked. Whoever stopped or left after the backup is linked again, and would get \
         letters: ask staff who did before anything is sent.",
        restored.linked
    ));
}

fn rows(copied: &Copied) -> String {
    let lines = copied.rows.iter().map(|(table, rows)| format!("{rows:>10}  {table}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn mebibytes(bytes: u64) -> String {
    // Two digits are plenty, and a file has fewer bytes than a u64 has hundredths.
    let hundredths = bytes.saturating_mul(100) / (1024 * 1024);
    format!("{}.{:02} MiB", hundredths / 100, hundredths % 100)
}
