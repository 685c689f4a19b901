//! Whether the bot may send, kept over restarts.

use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::Result;

/// Paused until, stopped since, why.
pub(in crate::outbox) async fn bot(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<(Option<i64>, Option<i64>, Option<String>)> {
    let row = sqlx::query(
        "select paused_until, stopped_at, stopped_reason from bots where organisation_id = $1",
    )
    .bind(organisation.raw())
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok((None, None, None)) };
    Ok((row.try_get("paused_until")?, row.try_get("stopped_at")?, row.try_get("stopped_reason")?))
}

/// A pause never becomes shorter.
pub(in crate::outbox) async fn pause_bot(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    until: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into bots (organisation_id, paused_until) values ($1, $2)
         on conflict (organisation_id) do update set paused_until = excluded.paused_until
         where bots.paused_until is null or bots.paused_until < excluded.paused_until",
    )
    .bind(organisation.raw())
    .bind(until.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::outbox) async fn stop_bot(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    stopped: Option<(Moment, &str)>,
) -> Result<()> {
    sqlx::query(
        "insert into bots (organisation_id, stopped_at, stopped_reason) values ($1, $2, $3)
         on conflict (organisation_id) do update
         set stopped_at = excluded.stopped_at, stopped_reason = excluded.stopped_reason",
    )
    .bind(organisation.raw())
    .bind(stopped.map(|(at, _)| at.millis()))
    .bind(stopped.map(|(_, why)| why))
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::outbox) async fn clear_bot_trouble(
    write: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<()> {
    sqlx::query("update bots set stopped_at = null, stopped_reason = null where organisation_id = $1 and stopped_at is not null")
        .bind(organisation.raw())
        .execute(write)
        .await?;
    Ok(())
}
