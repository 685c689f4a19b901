//! The SQL of the chat door: updates as they came, and what a chat was last asked.

use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::roster::{ChatId, OrganisationId};
use crate::store::Result;

/// Stores an update unless it is there already.
pub(super) async fn keep_update(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    update_id: i64,
    raw: &str,
    seq: i64,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into updates (organisation_id, update_id, received_at, seq, raw, state)
         values ($1, $2, $3, $4, $5, 'stored') on conflict (organisation_id, update_id) do nothing",
    )
    .bind(organisation.raw())
    .bind(update_id)
    .bind(now.millis())
    .bind(seq)
    .bind(raw)
    .execute(write)
    .await?;
    Ok(())
}

/// Stored updates that had no effect yet, in the order in which they came.
pub(super) async fn stored_updates(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<(i64, String)>> {
    let rows = sqlx::query(
        "select update_id, raw from updates where organisation_id = $1 and state = 'stored' order by seq limit $2 + 0",
    )
    .bind(organisation.raw())
    .bind(limit)
    .fetch_all(read)
    .await?;
    let fields = |row: &sqlx::any::AnyRow| {
        let raw: Option<String> = row.try_get("raw")?;
        Ok((row.try_get("update_id")?, raw.unwrap_or_default()))
    };
    rows.iter().map(fields).collect()
}

/// Marks an update as done and blanks its body; false when somebody else had done it.
pub(super) async fn done(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    update_id: i64,
) -> Result<bool> {
    let query = sqlx::query(
        "update updates set state = 'done', raw = null
         where organisation_id = $1 and update_id = $2 and state = 'stored'",
    );
    Ok(query.bind(organisation.raw()).bind(update_id).execute(write).await?.rows_affected() > 0)
}

/// An update that we could not apply keeps its body for a week, for the person who mends it.
pub(super) async fn failed(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    update_id: i64,
    problem: &str,
) -> Result<()> {
    sqlx::query("update updates set state = 'failed', problem = $3 where organisation_id = $1 and update_id = $2")
        .bind(organisation.raw())
        .bind(update_id)
        .bind(problem)
        .execute(write)
        .await?;
    Ok(())
}

/// Forgets numbers after the time in which Telegram repeats an update, and the bodies of failures.
pub(super) async fn tidy(
    write: &mut AnyConnection,
    done_before: Moment,
    failed_before: Moment,
) -> Result<()> {
    sqlx::query("delete from updates where state <> 'stored' and received_at < $1")
        .bind(done_before.millis())
        .execute(&mut *write)
        .await?;
    sqlx::query("update updates set raw = null where state = 'failed' and received_at < $1 and raw is not null")
        .bind(failed_before.millis())
        .execute(write)
        .await?;
    Ok(())
}

/// When a chat we do not know was last answered.
pub(super) async fn stranger_answered(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select stranger_answered_at from chats where organisation_id = $1 and chat_id = $2",
    );
    let found: Option<Option<i64>> =
        query.bind(organisation.raw()).bind(chat.raw()).fetch_optional(read).await?;
    Ok(found.flatten())
}

pub(super) async fn set_stranger_answered(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into chats (organisation_id, chat_id, stranger_answered_at) values ($1, $2, $3)
         on conflict (organisation_id, chat_id) do update set stranger_answered_at = excluded.stranger_answered_at",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// The language in which a letter went to a carer.
pub(super) async fn letter_language(
    read: &mut AnyConnection,
    letter: i64,
    carer: i64,
) -> Result<Option<String>> {
    let query = sqlx::query_scalar(
        "select language from deliveries where mailing_id = $1 and carer_id = $2 and part = 0",
    );
    Ok(query.bind(letter).bind(carer).fetch_optional(read).await?)
}

/// Username and version of the command menu.
pub(super) async fn bot(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<(Option<String>, Option<String>)> {
    let row = sqlx::query("select username, menu_version from bots where organisation_id = $1")
        .bind(organisation.raw())
        .fetch_optional(read)
        .await?;
    let Some(row) = row else { return Ok((None, None)) };
    Ok((row.try_get("username")?, row.try_get("menu_version")?))
}

pub(super) async fn set_username(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    username: &str,
) -> Result<()> {
    sqlx::query(
        "insert into bots (organisation_id, username) values ($1, $2)
         on conflict (organisation_id) do update set username = excluded.username",
    )
    .bind(organisation.raw())
    .bind(username)
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn set_menu_version(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    version: &str,
) -> Result<()> {
    sqlx::query(
        "insert into bots (organisation_id, menu_version) values ($1, $2)
         on conflict (organisation_id) do update set menu_version = excluded.menu_version",
    )
    .bind(organisation.raw())
    .bind(version)
    .execute(write)
    .await?;
    Ok(())
}

/// How many updates wait for their effect.
pub(super) async fn count_stored(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from updates where organisation_id = $1 and state = 'stored'",
    );
    Ok(query.bind(organisation.raw()).fetch_one(read).await?)
}

/// When the first of the updates that wait for their effect came in.
pub(super) async fn oldest_stored(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select received_at from updates where organisation_id = $1 and state = 'stored' order by seq limit 1",
    );
    Ok(query.bind(organisation.raw()).fetch_optional(read).await?)
}

/// What was asked last in a chat.
pub(super) async fn step(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Option<String>> {
    let query =
        sqlx::query_scalar("select step from chats where organisation_id = $1 and chat_id = $2");
    let found: Option<Option<String>> =
        query.bind(organisation.raw()).bind(chat.raw()).fetch_optional(read).await?;
    Ok(found.flatten())
}

pub(super) async fn set_step(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    step: Option<&str>,
) -> Result<()> {
    let query = sqlx::query(
        "insert into chats (organisation_id, chat_id, step) values ($1, $2, $3)
         on conflict (organisation_id, chat_id) do update set step = excluded.step",
    );
    query.bind(organisation.raw()).bind(chat.raw()).bind(step).execute(write).await?;
    Ok(())
}
