//! The SQL of staff in the chat: as whom somebody is talking, what was typed, what can be undone.

use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::roster::{ChatId, OrganisationId, Scope};
use crate::store::Result;

/// The mode of a chat and what it was last asked.
pub(super) async fn standing(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<(Option<String>, Option<String>)> {
    let query =
        sqlx::query("select mode, step from chats where organisation_id = $1 and chat_id = $2");
    let row = query.bind(organisation.raw()).bind(chat.raw()).fetch_optional(read).await?;
    let Some(row) = row else { return Ok((None, None)) };
    Ok((row.try_get("mode")?, row.try_get("step")?))
}

pub(super) async fn set_standing(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    mode: &str,
    step: Option<&str>,
) -> Result<()> {
    sqlx::query(
        "insert into chats (organisation_id, chat_id, mode, step) values ($1, $2, $3, $4)
         on conflict (organisation_id, chat_id) do update set mode = excluded.mode, step = excluded.step",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(mode)
    .bind(step)
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn note_act(
    write: &mut AnyConnection,
    id: i64,
    scope: Scope,
    (act, undo): (&str, &str),
    now: Moment,
) -> Result<()> {
    sqlx::query("insert into staff_acts (id, staff_id, at, act, undo) values ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(scope.staff().raw())
        .bind(now.millis())
        .bind(act)
        .bind(undo)
        .execute(write)
        .await?;
    Ok(())
}

/// What somebody did themselves, and how it is undone; `None` when it was undone before.
pub(super) async fn act(
    read: &mut AnyConnection,
    scope: Scope,
    id: i64,
) -> Result<Option<(String, String)>> {
    let query = sqlx::query(
        "select act, undo from staff_acts where id = $1 and staff_id = $2 and undone_at is null",
    );
    let row = query.bind(id).bind(scope.staff().raw()).fetch_optional(read).await?;
    row.map(|row| Ok((row.try_get("act")?, row.try_get("undo")?))).transpose()
}

pub(super) async fn note_undone(write: &mut AnyConnection, id: i64, now: Moment) -> Result<()> {
    let query = sqlx::query("update staff_acts set undone_at = $2 where id = $1");
    query.bind(id).bind(now.millis()).execute(write).await?;
    Ok(())
}
