//! From one approved mailing to a row for each carer: in the database, in one statement per chunk.

use std::time::Duration;

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::queries::{self, DueMailing};
use crate::clock::Moment;
use crate::mailing::voice;
use crate::store::{Result, Store};

/// Up to so many carers approval and fan-out are one transaction.
const AT_ONCE: i64 = 5_000;

/// A letter held by a pause is still of use this long after its release.
const STILL_OF_USE: Duration = Duration::from_secs(14 * 24 * 3_600);

/// What became of a mailing that was to be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FanOut {
    /// Every carer has a row.
    Done,
    /// The service goes on with it, chunk by chunk.
    Under,
}

/// Releases a mailing within the caller's transaction if its audience is small enough, else marks it
/// for the service.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn release_now(
    write: &mut AnyConnection,
    mailing: i64,
    organisation: i64,
    now: Moment,
) -> Result<FanOut> {
    let today = today(write, organisation, now).await?;
    voice::attach(write, mailing).await?;
    if queries::is_for_more_than(write, AT_ONCE, mailing, &today).await? {
        queries::set_mailing_state(write, mailing, "fanning_out", 0, now).await?;
        return Ok(FanOut::Under);
    }
    queries::fan_out(write, mailing, organisation, &today, (0, i64::MAX), now).await?;
    queries::set_mailing_state(write, mailing, "released", 0, now).await?;
    Ok(FanOut::Done)
}

/// Releases every mailing that is due; large ones chunk by chunk, each its own transaction, so that
/// presses are answered in between. Safe to break off and to run again. Returns more than 0 when rows were
/// written.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn release_due(store: &Store, now: Moment) -> Result<u64> {
    let mut rows = 0;
    loop {
        let round = release_round(store, now).await?;
        rows += round.rows;
        if round.is_last {
            return Ok(rows);
        }
    }
}

/// What a round of fan-outs brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Rows written, or more than none.
    pub rows: u64,
    /// Whether nothing is left to fan out.
    pub is_last: bool,
}

/// A step of every mailing that is due, so that the million of one organisation does not keep the
/// letter of another waiting.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn release_round(store: &Store, now: Moment) -> Result<Round> {
    let due = queries::due_mailings(&mut *store.read().await?, now).await?;
    let mut round = Round { rows: 0, is_last: true };
    for mailing in due {
        let chunk = release_chunk(store, &mailing, now).await?;
        round.rows += chunk.rows;
        round.is_last &= chunk.is_last;
    }
    Ok(round)
}

async fn release_chunk(store: &Store, mailing: &DueMailing, now: Moment) -> Result<Round> {
    let mut write = store.write().await?;
    if mailing.state == "approved" {
        let made = release_now(&mut write, mailing.id, mailing.organisation_id, now).await?;
        write.commit().await?;
        let is_last = made == FanOut::Done;
        return Ok(Round { rows: u64::from(is_last), is_last });
    }
    let after = mailing.fan_out_after;
    if after == 0 {
        // A letter that is released again may have a voice by now.
        voice::attach(&mut write, mailing.id).await?;
    }
    let end = queries::chunk_end(&mut write, after, store.fan_out_chunk()).await?;
    let Some(end) = end else {
        queries::set_mailing_state(&mut write, mailing.id, "released", 0, now).await?;
        if after > 0 {
            store.refresh_statistics(&mut write).await?;
        }
        write.commit().await?;
        tracing::info!(mailing = mailing.id, "released");
        return Ok(Round { rows: 0, is_last: true });
    };
    let (id, organisation) = (mailing.id, mailing.organisation_id);
    let today = today(&mut write, organisation, now).await?;
    let rows = queries::fan_out(&mut write, id, organisation, &today, (after, end), now).await?;
    queries::set_mailing_state(&mut write, mailing.id, "fanning_out", end, now).await?;
    if after == 0 {
        // Answers are claimed from the same table while the rest comes.
        store.refresh_statistics(&mut write).await?;
    }
    write.commit().await?;
    Ok(Round { rows, is_last: false })
}

/// Lets rows go that were held by a pause which is over.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn release_paused(store: &Store, now: Moment) -> Result<u64> {
    let mut write = store.write().await?;
    let rows = queries::release_paused(&mut write, now, now.before(STILL_OF_USE)).await?;
    write.commit().await?;
    Ok(rows)
}

async fn today(read: &mut AnyConnection, organisation: i64, now: Moment) -> Result<String> {
    let zone =
        TimeZone::get(&queries::time_zone(read, organisation).await?).unwrap_or(TimeZone::UTC);
    Ok(now.local(&zone).date().to_string())
}
