//! The texts and pictures of a mailing, and where the messenger keeps a picture already.

use sqlx::{AnyConnection, FromRow, Row};

use crate::roster::OrganisationId;
use crate::store::Result;

/// One stored part of a mailing's text.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct TextRow {
    pub part: i64,
    pub kind: String,
    pub title: String,
    pub body: String,
    pub picture_id: Option<String>,
}

/// The kind of a mailing and the letter it is about, when it is a check-in.
pub(in crate::outbox) async fn mailing_kind(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Option<(String, Option<i64>)>> {
    let row = sqlx::query("select kind, about_id from mailings where id = $1")
        .bind(mailing)
        .fetch_optional(read);
    let Some(row) = row.await? else { return Ok(None) };
    Ok(Some((row.try_get("kind")?, row.try_get("about_id")?)))
}

pub(in crate::outbox) async fn texts(
    read: &mut AnyConnection,
    mailing: i64,
    language: &str,
) -> Result<Vec<TextRow>> {
    let query = sqlx::query_as(
        "select part, kind, title, body, picture_id from mailing_texts
         where mailing_id = $1 and language = $2 order by part",
    );
    Ok(query.bind(mailing).bind(language).fetch_all(read).await?)
}

/// The picture's file id at this bot, its media type and its bytes in base64.
pub(in crate::outbox) async fn picture(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    picture: &str,
) -> Result<Option<(Option<String>, String, String)>> {
    let row = sqlx::query(
        "select p.media_type, p.base64, u.file_id from pictures p
         left join uploads u on u.picture_id = p.id and u.organisation_id = $1 where p.id = $2",
    )
    .bind(organisation.raw())
    .bind(picture)
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.try_get("file_id")?, row.try_get("media_type")?, row.try_get("base64")?)))
}

pub(in crate::outbox) async fn remember_upload(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    picture: &str,
    file_id: &str,
) -> Result<()> {
    sqlx::query(
        "insert into uploads (organisation_id, picture_id, file_id) values ($1, $2, $3)
         on conflict (organisation_id, picture_id) do update set file_id = excluded.file_id",
    )
    .bind(organisation.raw())
    .bind(picture)
    .bind(file_id)
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::outbox) async fn forget_upload(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    picture: &str,
    file_id: &str,
) -> Result<()> {
    sqlx::query(
        "delete from uploads where organisation_id = $1 and picture_id = $2 and file_id = $3",
    )
    .bind(organisation.raw())
    .bind(picture)
    .bind(file_id)
    .execute(write)
    .await?;
    Ok(())
}
