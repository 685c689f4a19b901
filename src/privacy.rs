//! What a person may ask of us: to see what is kept, to take it along, to be erased; and forgetting
//! by itself after the last child left.

mod queries;

use std::ops::AddAssign;

use jiff::ToSpan;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::roster::{CarerId, FamilyId, OrganisationId};
use crate::store::{Result, Store};

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

/// Erases a family from every table, stored updates of its chats too, and notes that it was done.
/// False when the organisation has no such family.
///
/// # Errors
/// The database refuses or cannot be reached: then nothing is erased.
pub async fn erase(
    store: &Store,
    organisation: OrganisationId,
    family: FamilyId,
    actor: &str,
    now: Moment,
) -> Result<bool> {
    let mut write = store.write().await?;
    if !queries::family_exists(&mut write, organisation, family).await? {
        return Ok(false);
    }
    queries::erase(&mut write, organisation, family).await?;
    queries::note_erasure(
        &mut write,
        (store.new_id(), store.new_id()),
        organisation,
        family,
        actor,
        now,
    )
    .await?;
    write.commit().await?;
    store.forget_traces().await?;
    Ok(true)
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
/// The database refuses or cannot be reached.
pub async fn forget_families_that_left(store: &Store, months: u16, now: Moment) -> Result<usize> {
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
            erased += usize::from(erase(store, organisation, family, "retention", now).await?);
        }
    }
    if erased > 0 {
        tracing::info!(families = erased, "erased after their time");
    }
    Ok(erased)
}
