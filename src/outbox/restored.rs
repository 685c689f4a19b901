//! After a restore the bot is quiet: what a backup brought back may have been sent since, or taken
//! back, or its parent may have stopped. Nothing old leaves before a person has looked.
//!
//! The old rows stand as held with the reason `restored`; while the bot is quiet the claim takes
//! only answers, as it does at night.

use sqlx::AnyConnection;

use super::queries;
use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::{Result, Store};

/// What waits for a person after a restore: a letter, the question how it went, or answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// The letter; none for answers to presses and typed texts.
    pub letter: Option<HeldLetter>,
    /// To how many families.
    pub families: i64,
    /// How many messages.
    pub messages: i64,
    /// Since when they could have left.
    pub since: Moment,
}

/// Which letter, or which letter's check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldLetter {
    /// Its label.
    pub label: String,
    /// Whether it is the question how that letter went.
    pub is_check_in: bool,
}

/// Makes every bot of a restored database quiet. Call it when all that is due has its rows.
/// Returns how many messages were held back.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn quieten(store: &Store, now: Moment) -> Result<u64> {
    let mut write = store.write().await?;
    let rows = queries::hold_restored(&mut write).await?;
    queries::set_quiet(&mut write, now).await?;
    write.commit().await?;
    Ok(rows)
}

/// Since when a bot is quiet, if it is.
///
/// # Errors
/// The database cannot be reached.
pub async fn quiet_since(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Option<Moment>> {
    Ok(queries::quiet_since(read, organisation).await?.map(Moment::from_millis))
}

/// What waits for a person, letters first, oldest first.
///
/// # Errors
/// The database cannot be reached.
pub async fn held_back(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<HeldBack>> {
    let rows = queries::held_back(read, organisation).await?;
    let rows = rows.into_iter().map(|row| HeldBack {
        letter: row.label.map(|label| HeldLetter {
            label,
            is_check_in: row.kind.as_deref() == Some("check_in"),
        }),
        families: row.families,
        messages: row.messages,
        since: Moment::from_millis(row.since),
    });
    Ok(rows.collect())
}

/// Lets everything go that waits, and ends the quiet. Returns how many messages may leave now.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn send_restored(write: &mut AnyConnection, organisation: OrganisationId) -> Result<u64> {
    let rows = queries::send_restored(write, organisation).await?;
    queries::end_quiet(write, organisation).await?;
    Ok(rows)
}

/// Takes back what waits: of one letter and of the question how it went, or, without one, all of
/// it, which ends the quiet. Returns how many messages were taken back.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn withdraw_restored(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    letter: Option<i64>,
) -> Result<u64> {
    let rows = queries::withdraw_restored(write, organisation, letter).await?;
    if letter.is_none() {
        queries::end_quiet(write, organisation).await?;
    }
    Ok(rows)
}
