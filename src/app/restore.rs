//! Bringing a backup back: everything that must be done before anything can see it is done on a copy
//! of it, and then every row goes into the empty database in one transaction.

use std::path::{Path, PathBuf};

use crate::clock::Moment;
use crate::outbox;
use crate::privacy::{self, Erasure, Journal, JournalError};
use crate::rhythm;
use crate::roster;
use crate::settings::{QuietHours, Settings};
use crate::store::{self, Copied, Store};

/// Which families must not come back.
#[derive(Clone, Copy, Debug)]
pub enum Erasures<'a> {
    /// Those in the journals at these places: each machine that served has one.
    In(&'a [PathBuf]),
    /// Nobody knows.
    Unknown,
}

/// What a restore did.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What came back.
    pub copied: Copied,
    /// Families that were erased after the backup, and now again.
    pub erased_again: usize,
    /// Families whose time was over by now.
    pub forgotten: usize,
    /// Messages that wait until staff have looked.
    pub held: u64,
    /// Messages that were on their way at the moment of the backup.
    pub doubtful: usize,
    /// Carers whose chat is linked: some of them may have stopped since.
    pub linked: i64,
}

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The journal of erasures cannot be read.
    #[error("the journal of erasures: {0}")]
    Journal(#[from] JournalError),
    /// The backup or the database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Restores `backup` into the empty database `into`.
///
/// # Errors
/// [`RestoreError`] says what stands in the way; `into` is then as it was.
pub async fn restore(
    settings: &Settings,
    into: &Store,
    backup: &Path,
    erasures: Erasures<'_>,
    now: Moment,
) -> Result<Restored, RestoreError> {
    // Kept until the end: no service begins in the middle.
    let _unserved = into.must_be_unserved().await?;
    let own = Journal::at(&settings.erasures_file);
    let mut erased = Vec::new();
    if let Erasures::In(journals) = erasures {
        for path in journals {
            erased.extend(Journal::at(path).read()?);
        }
    }
    let copy = Store::unpack(backup, beside(&settings.erasures_file)).await?;
    let restored = async {
        into.must_be_blank(&copy.store).await?;
        let restored = prepare(settings, &copy.store, (&own, &erased), now).await?;
        move_in(into, &copy.store, restored).await
    };
    let restored = restored.await;
    copy.close().await;
    Ok(restored?)
}

/// For a while a copy of the backup stands there, in the folder that is the service's own.
fn beside(journal: &Path) -> PathBuf {
    let mut name = journal.as_os_str().to_owned();
    name.push(".restoring");
    name.into()
}

async fn prepare(
    settings: &Settings,
    copy: &Store,
    (own, erased): (&Journal, &[Erasure]),
    now: Moment,
) -> store::Result<Restored> {
    let organisations = roster::organisations(&mut *copy.read().await?).await?;
    if organisations.is_empty() {
        return Err(store::Error::Backup("the backup holds no organisation".to_owned()));
    }
    let erased_again = privacy::erase_again(copy, erased).await?;
    // From now on this service's own journal must know them.
    privacy::keep_journal(copy, own).await?;
    own.take_over(erased)?;
    let months = settings.retention_months;
    let forgotten = privacy::forget_families_that_left(copy, own, months, now).await?;
    // What became due since the backup has been sent once already, perhaps: it gets its rows now,
    // so that it is held back with all the rest.
    outbox::release_due(copy, now).await?;
    outbox::release_paused(copy, now).await?;
    rhythm::plan(copy, QuietHours::NONE, now).await?;
    let mut doubtful = 0;
    for organisation in &organisations {
        doubtful += outbox::rescue(copy, organisation.id, now).await?;
    }
    let held = outbox::quieten(copy, now).await?;
    let linked = roster::count_linked(&mut *copy.read().await?).await?;
    let copied = Copied { rows: Vec::new(), bytes: 0 };
    Ok(Restored { copied, erased_again, forgotten, held, doubtful, linked })
}

async fn move_in(into: &Store, copy: &Store, restored: Restored) -> store::Result<Restored> {
    let mut write = into.write().await?;
    let copied = into.copy_in(copy, &mut write).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(Restored { copied, ..restored })
}
