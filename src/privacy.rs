//! What a person may ask of us: to see what is kept, to take it along, to be erased; and forgetting
//! by itself after the last child left.

mod journal;
mod queries;

use std::ops::AddAssign;

use jiff::ToSpan;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::roster::{CarerId, FamilyId, OrganisationId};
use crate::store::{Result, Store};

pub use journal::{Erasure, Journal, JournalError};
pub use queries::{CarerExport, ExportedRow};

/// How much is kept about a carer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Letters and other messages that were delivered.
    pub letters: i64,
    /// Presses on letters and check-ins.
    pub answers: i64,
    /// Questions to staff.
    pub questions: i64,
}

impl AddAssign for Kept {
    fn add_assign(&mut self, other: Self) {
        self.letters += other.letters;
        self.answers += other.answers;
        self.questions += other.questions;
    }
}

/// How much is kept about a carer.
///
/// # Errors
/// The database cannot be reached.
pub async fn kept(read: &mut AnyConnection, carer: CarerId) -> Result<Kept> {
    queries::kept(read, carer).await
}

/// Erases a family from every table, stored updates of its chats too, and notes that it was done: in
/// the journal first, so that no loss of the database brings the family back. False when the
/// organisation has no such family.
///
/// # Errors
/// The journal cannot be written; the database refuses or cannot be reached: then nothing is erased.
pub async fn erase(
    store: &Store,
    journal: &Journal,
    organisation: OrganisationId,
    family: FamilyId,
    actor: &str,
    now: Moment,
) -> Result<bool> {
    let mut write = store.write().await?;
    if !queries::family_exists(&mut write, organisation, family).await? {
        return Ok(false);
    }
    if !journal.exists() {
        journal.make(&queries::erasures(&mut write).await?)?;
    }
    let erasure = Erasure { organisation, family, at: now };
    journal.note(erasure)?;
    erase_within(store, &mut write, erasure, actor).await?;
    write.commit().await?;
    store.forget_traces().await?;
    Ok(true)
}

async fn erase_within(
    store: &Store,
    write: &mut AnyConnection,
    erasure: Erasure,
    actor: &str,
) -> Result<()> {
    queries::erase(write, erasure.organisation, erasure.family).await?;
    queries::note_erasure(write, (store.new_id(), store.new_id()), erasure, actor).await
}

/// Makes the journal of a service that has none yet, with every erasure that the database knows.
///
/// # Errors
/// The journal cannot be written; the database cannot be reached.
pub async fn keep_journal(store: &Store, journal: &Journal) -> Result<()> {
    if !journal.exists() {
        journal.make(&queries::erasures(&mut *store.read().await?).await?)?;
    }
    Ok(())
}

/// Erases again every family that a restored database should not have any more; returns how many of
/// them it had.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn erase_again(store: &Store, erasures: &[Erasure]) -> Result<usize> {
    let (mut write, mut erased) = (store.write().await?, 0);
    for erasure in erasures {
        if queries::family_exists(&mut write, erasure.organisation, erasure.family).await? {
            erase_within(store, &mut write, *erasure, "restore").await?;
            erased += 1;
        }
    }
    write.commit().await?;
    store.forget_traces().await?;
    Ok(erased)
}

/// Everything kept about a carer; `None` when the organisation has no such carer.
///
/// # Errors
/// The database cannot be reached.
pub async fn export(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    carer: CarerId,
) -> Result<Option<CarerExport>> {
    queries::export(read, organisation, carer).await
}

/// Erases families whose last child left more than so many months ago. Returns how many.
///
/// # Errors
/// As [`erase`].
pub async fn forget_families_that_left(
    store: &Store,
    journal: &Journal,
    months: u16,
    now: Moment,
) -> Result<usize> {
    let mut erased = 0;
    for (organisation, time_zone) in queries::organisations(&mut *store.read().await?).await? {
        let zone = TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC);
        let today = now.local(&zone).date();
        let Ok(before) = today.checked_sub(i32::from(months).months()) else { continue };
        let gone = queries::families_gone_before(
            &mut *store.read().await?,
            organisation,
            &before.to_string(),
        )
        .await?;
        for family in gone {
            let done = erase(store, journal, organisation, family, "retention", now).await?;
            erased += usize::from(done);
        }
    }
    if erased > 0 {
        tracing::info!(families = erased, "erased after their time");
    }
    Ok(erased)
}
