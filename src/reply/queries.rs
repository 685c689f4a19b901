//! The SQL of replies.

use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::roster::CarerId;
use crate::store::Result;

/// Whether a letter was delivered to a carer.
pub(super) async fn got(read: &mut AnyConnection, letter: i64, carer: CarerId) -> Result<bool> {
    let count: i64 = sqlx::query_scalar(
        "select count(*) from deliveries
         where mailing_id = $1 and carer_id = $2 and part = 0 and attempts > 0",
    )
    .bind(letter)
    .bind(carer.raw())
    .fetch_one(read)
    .await?;
    Ok(count > 0)
}

pub(super) async fn understanding(
    read: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
) -> Result<Option<String>> {
    let query = sqlx::query_scalar(
        "select answer from understandings where mailing_id = $1 and carer_id = $2",
    );
    Ok(query.bind(letter).bind(carer.raw()).fetch_optional(read).await?)
}

pub(super) async fn put_understanding(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    answer: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into understandings (mailing_id, carer_id, answer, answered_at) values ($1, $2, $3, $4)
         on conflict (mailing_id, carer_id) do update
         set answer = excluded.answer, answered_at = excluded.answered_at",
    )
    .bind(letter)
    .bind(carer.raw())
    .bind(answer)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// Answer so far and when it closes.
pub(super) async fn check_in(
    read: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
) -> Result<Option<(Option<String>, i64)>> {
    let row = sqlx::query(
        "select answer, closes_at from check_ins where mailing_id = $1 and carer_id = $2",
    )
    .bind(letter)
    .bind(carer.raw())
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.try_get("answer")?, row.try_get("closes_at")?)))
}

/// Whether the answer came after the newest question, the second if there was one.
pub(super) async fn answered_newest(
    read: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from check_ins
         where mailing_id = $1 and carer_id = $2 and answered_at >= coalesce(asked_again_at, asked_at)",
    );
    let count: i64 = query.bind(letter).bind(carer.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

pub(super) async fn put_check_in(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    answer: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update check_ins set answer = $3, answered_at = $4,
             barrier = case when $3 = 'not_yet' then barrier end,
             ask_again_at = case when $3 = 'not_yet' then ask_again_at end
         where mailing_id = $1 and carer_id = $2",
    )
    .bind(letter)
    .bind(carer.raw())
    .bind(answer)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn put_barrier(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    barrier: &str,
) -> Result<u64> {
    let query = sqlx::query(
        "update check_ins set barrier = $3
         where mailing_id = $1 and carer_id = $2 and (barrier is null or barrier <> $3)",
    );
    Ok(query.bind(letter).bind(carer.raw()).bind(barrier).execute(write).await?.rows_affected())
}

pub(super) async fn may_ask_again(
    read: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from check_ins where mailing_id = $1 and carer_id = $2 and asked_again_at is null",
    );
    let count: i64 = query.bind(letter).bind(carer.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

pub(super) async fn put_ask_again(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    at: Option<Moment>,
) -> Result<u64> {
    let query = sqlx::query(
        "update check_ins set ask_again_at = cast($3 as bigint)
         where mailing_id = $1 and carer_id = $2 and asked_again_at is null
           and coalesce(ask_again_at, 0) <> coalesce(cast($3 as bigint), 0)",
    );
    let query = query.bind(letter).bind(carer.raw()).bind(at.map(Moment::millis));
    Ok(query.execute(write).await?.rows_affected())
}
