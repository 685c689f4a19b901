//! What became of rows that left: arrived, waiting again, ended or in doubt.

use sqlx::{AnyConnection, FromRow};

use super::{KEY, bind_key};
use crate::clock::Moment;
use crate::outbox::{DeliveryKey, State};
use crate::roster::{ChatId, OrganisationId};
use crate::store::{Batch, Result};

/// An attempt that arrived.
#[derive(Clone, Copy, Debug)]
pub(in crate::outbox) struct Arrived {
    pub key: DeliveryKey,
    pub attempt: i64,
    pub message_id: i64,
}

pub(in crate::outbox) async fn mark_delivered(
    write: &mut AnyConnection,
    rows: &[Arrived],
    now: Moment,
) -> Result<u64> {
    const BATCH: Batch = Batch {
        columns: &[
            KEY[0],
            KEY[1],
            KEY[2],
            ("attempt_id", "bigint"),
            ("message_id", "bigint"),
            ("settled_at", "bigint"),
        ],
        tail: "update deliveries set state = 'delivered', reason = null, message_id = v.message_id,
                   settled_at = v.settled_at, payload = null from v
               where deliveries.mailing_id = v.mailing_id and deliveries.carer_id = v.carer_id
                 and deliveries.part = v.part and deliveries.attempt_id = v.attempt_id
                 and deliveries.state = 'sending'",
    };
    BATCH
        .run(write, rows, |query, row| {
            bind_key(query, row.key).bind(row.attempt).bind(row.message_id).bind(now.millis())
        })
        .await
}

/// What becomes of a row whose attempt did not arrive.
#[derive(Clone, Debug)]
pub(in crate::outbox) struct Fate<'a> {
    pub state: State,
    pub reason: Option<&'a str>,
    /// `None`: it keeps its place, as if it had not been tried.
    pub not_before: Option<Moment>,
    /// Whether the attempt counts.
    pub burned: bool,
    pub doubted: bool,
}

pub(in crate::outbox) async fn settle(
    write: &mut AnyConnection,
    key: DeliveryKey,
    attempt: i64,
    fate: &Fate<'_>,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = $5, reason = $6, not_before = coalesce($7, not_before), attempts = attempts - $8,
             doubts = doubts + $9
         where mailing_id = $1 and carer_id = $2 and part = $3 and attempt_id = $4 and state = 'sending'",
    );
    let query = bind_key(query, key).bind(attempt).bind(fate.state.word()).bind(fate.reason);
    let query = query
        .bind(fate.not_before.map(Moment::millis))
        .bind(i64::from(!fate.burned))
        .bind(i64::from(fate.doubted));
    Ok(query.execute(write).await?.rows_affected())
}

/// The parts behind one that did not arrive.
pub(in crate::outbox) async fn skip_later_parts(
    write: &mut AnyConnection,
    key: DeliveryKey,
) -> Result<()> {
    let query = sqlx::query(
        "update deliveries set state = 'skipped', reason = 'earlier_part'
         where mailing_id = $1 and carer_id = $2 and part > $3 and state in ('waiting', 'held')",
    );
    bind_key(query, key).execute(write).await?;
    Ok(())
}

pub(in crate::outbox) async fn insert_doubt(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    key: DeliveryKey,
    attempt: i64,
    cause: &str,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "insert into doubts (mailing_id, carer_id, part, attempt_id, organisation_id, cause, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (attempt_id, mailing_id, carer_id, part) do nothing",
    );
    let query =
        bind_key(query, key).bind(attempt).bind(organisation.raw()).bind(cause).bind(now.millis());
    query.execute(write).await?;
    Ok(())
}

pub(in crate::outbox) async fn mark_unreachable(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    why: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update carers set unreachable_at = $3, unreachable_reason = $4
         where chat_id = $2 and family_id in (select id from families where organisation_id = $1)",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(now.millis())
    .bind(why)
    .execute(&mut *write)
    .await?;
    sqlx::query(
        "update staff_members set unreachable_at = $3 where organisation_id = $1 and chat_id = $2",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::outbox) async fn move_chat(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    from: ChatId,
    to: ChatId,
) -> Result<()> {
    for sql in [
        "update carers set chat_id = $3
         where chat_id = $2 and family_id in (select id from families where organisation_id = $1)",
        "update staff_members set chat_id = $3 where organisation_id = $1 and chat_id = $2",
        "update deliveries set chat_id = $3
         where organisation_id = $1 and chat_id = $2 and state in ('waiting', 'held', 'sending')",
    ] {
        sqlx::query(sql)
            .bind(organisation.raw())
            .bind(from.raw())
            .bind(to.raw())
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

/// A row that was on its way.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct Stranded {
    pub mailing_id: i64,
    pub carer_id: i64,
    pub part: i64,
    pub attempt_id: Option<i64>,
    pub doubts: i64,
}

pub(in crate::outbox) async fn stranded(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Stranded>> {
    let query = sqlx::query_as(
        "select mailing_id, carer_id, part, attempt_id, doubts from deliveries
         where organisation_id = $1 and attempts > 0 and state in ('sending', 'waiting') and state = 'sending'
         order by mailing_id, carer_id, part",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}
