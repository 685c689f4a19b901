//! The texts and files of a mailing, and where the messenger keeps a file already.

use jiff::civil::Date;
use sqlx::{AnyConnection, AssertSqlSafe, FromRow, Row};

use crate::outbox::{FileKey, FileKind};
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
    pub voice_id: Option<String>,
    pub quality: String,
}

/// What decides how a mailing is rendered.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct MailingRow {
    pub kind: String,
    /// The letter it is about, when it is a check-in.
    pub about_id: Option<i64>,
    /// The theme run it belongs to.
    pub run_id: Option<i64>,
}

pub(in crate::outbox) async fn mailing(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Option<MailingRow>> {
    let query = sqlx::query_as("select kind, about_id, run_id from mailings where id = $1");
    Ok(query.bind(mailing).fetch_optional(read).await?)
}

/// What a carer's message carries along: the other mailings, each with the children of this chat whose
/// activity it is.
pub(in crate::outbox) async fn carried_along(
    read: &mut AnyConnection,
    (mailing, carer): (i64, i64),
    today: Date,
) -> Result<Vec<(i64, Option<String>)>> {
    let sql = format!(
        "select b.other_id,
             (select string_agg(ch.name, $3) from carers me cross join carers o
              cross join carer_children cc cross join children ch
              where me.id = b.carer_id and o.chat_id = me.chat_id and o.consented_at is not null
                and cc.carer_id = o.id and ch.id = cc.child_id
                and ((m.activity_id is null and exists (
                         select 1 from mailing_groups mg where mg.mailing_id = m.id and mg.group_id = ch.group_id)
                      and {})
                     or exists (
                         select 1 from steps st
                         where st.run_id = m.run_id and st.week = m.week and st.child_id = ch.id
                           and st.activity_id = m.activity_id and (m.level is null or st.level = m.level)))
             ) as children
         from bundles b join mailings m on m.id = b.other_id
         where b.mailing_id = $1 and b.carer_id = $2 order by b.other_id",
        super::claiming::is_about("$4")
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(mailing).bind(carer);
    let query = query.bind(super::NAME_SEPARATOR).bind(today.to_string());
    let rows = query.fetch_all(read).await?;
    rows.iter().map(|row| Ok((row.try_get("other_id")?, row.try_get("children")?))).collect()
}

pub(in crate::outbox) async fn texts(
    read: &mut AnyConnection,
    mailing: i64,
    language: &str,
) -> Result<Vec<TextRow>> {
    let query = sqlx::query_as(
        "select part, kind, title, body, picture_id, voice_id, quality from mailing_texts
         where mailing_id = $1 and language = $2 order by part",
    );
    Ok(query.bind(mailing).bind(language).fetch_all(read).await?)
}

/// A file with its bytes, and where the messenger keeps it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct KeptFile {
    pub media_type: String,
    pub base64: String,
    /// Its id at this bot, once it was sent.
    pub file_id: Option<String>,
}

pub(in crate::outbox) async fn file(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    file: &FileKey,
) -> Result<Option<KeptFile>> {
    let sql = match file.kind {
        FileKind::Picture => {
            "select p.media_type, p.base64, u.file_id from pictures p
             left join uploads u on u.picture_id = p.id and u.organisation_id = $1 where p.id = $2"
        }
        FileKind::Voice => {
            "select 'audio/ogg' as media_type, v.base64, u.file_id from voices v
             left join voice_uploads u on u.voice_id = v.id and u.organisation_id = $1
             where v.id = $2"
        }
    };
    let query = sqlx::query_as(sql).bind(organisation.raw()).bind(&file.id);
    Ok(query.fetch_optional(read).await?)
}

pub(in crate::outbox) async fn remember_upload(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    file: &FileKey,
    file_id: &str,
) -> Result<()> {
    let sql = match file.kind {
        FileKind::Picture => {
            "insert into uploads (organisation_id, picture_id, file_id) values ($1, $2, $3)
             on conflict (organisation_id, picture_id) do update set file_id = excluded.file_id"
        }
        FileKind::Voice => {
            "insert into voice_uploads (organisation_id, voice_id, file_id) values ($1, $2, $3)
             on conflict (organisation_id, voice_id) do update set file_id = excluded.file_id"
        }
    };
    let query = sqlx::query(sql).bind(organisation.raw()).bind(&file.id).bind(file_id);
    query.execute(write).await?;
    Ok(())
}

pub(in crate::outbox) async fn forget_upload(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    file: &FileKey,
    file_id: &str,
) -> Result<()> {
    let sql = match file.kind {
        FileKind::Picture => {
            "delete from uploads where organisation_id = $1 and picture_id = $2 and file_id = $3"
        }
        FileKind::Voice => {
            "delete from voice_uploads where organisation_id = $1 and voice_id = $2 and file_id = $3"
        }
    };
    let query = sqlx::query(sql).bind(organisation.raw()).bind(&file.id).bind(file_id);
    query.execute(write).await?;
    Ok(())
}
