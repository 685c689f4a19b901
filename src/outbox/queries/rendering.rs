//! The texts and files of a mailing, and where the messenger keeps a file already.

use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use super::claiming::is_meant;
use crate::clock::Moment;
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
    /// Buttons of its own, as JSON.
    pub buttons: Option<String>,
}

/// What decides how a mailing is rendered.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct MailingRow {
    pub organisation_id: i64,
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
    let query = sqlx::query_as(
        "select organisation_id, kind, about_id, run_id from mailings where id = $1",
    );
    Ok(query.bind(mailing).fetch_optional(read).await?)
}

/// A mailing that another one carries along, with the children of this chat that it is about.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct AlongRow {
    pub other_id: i64,
    pub kind: String,
    pub children: Option<String>,
}

/// What a carer's message carries along, in the order in which it is told; `today` is an ISO date.
pub(in crate::outbox) async fn carried_along(
    read: &mut AnyConnection,
    mailing: i64,
    carer: i64,
    today: &str,
) -> Result<Vec<AlongRow>> {
    let sql = format!(
        "select b.other_id, m.kind,
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
        is_meant("$4")
    );
    let query = sqlx::query_as(AssertSqlSafe(sql)).bind(mailing).bind(carer);
    Ok(query.bind(super::NAME_SEPARATOR).bind(today).fetch_all(read).await?)
}

pub(in crate::outbox) async fn texts(
    read: &mut AnyConnection,
    mailing: i64,
    language: &str,
) -> Result<Vec<TextRow>> {
    let query = sqlx::query_as(
        "select part, kind, title, body, picture_id, voice_id, quality, buttons from mailing_texts
         where mailing_id = $1 and language = $2 order by part",
    );
    Ok(query.bind(mailing).bind(language).fetch_all(read).await?)
}

/// A file with its bytes, and where the messenger keeps it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct KeptFile {
    pub media_type: String,
    pub base64: String,
    /// What it is called.
    pub name: String,
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
            "select p.media_type, p.base64, u.file_id, 'picture' as name from pictures p
             left join uploads u on u.picture_id = p.id and u.organisation_id = $1 where p.id = $2"
        }
        FileKind::Document => {
            "select d.media_type, d.base64, u.file_id, d.name from documents d
             left join document_uploads u on u.document_id = d.id and u.organisation_id = $1 where d.id = $2"
        }
        FileKind::Voice => {
            "select 'audio/ogg' as media_type, v.base64, u.file_id, 'voice.ogg' as name from voices v
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
        FileKind::Document => {
            "insert into document_uploads (organisation_id, document_id, file_id) values ($1, $2, $3)
             on conflict (organisation_id, document_id) do update set file_id = excluded.file_id"
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
        FileKind::Document => {
            "delete from document_uploads where organisation_id = $1 and document_id = $2 and file_id = $3"
        }
        FileKind::Voice => {
            "delete from voice_uploads where organisation_id = $1 and voice_id = $2 and file_id = $3"
        }
    };
    let query = sqlx::query(sql).bind(organisation.raw()).bind(&file.id).bind(file_id);
    query.execute(write).await?;
    Ok(())
}

/// Keeps a file that is sent with a message, for so long.
pub(in crate::outbox) async fn keep_document(
    write: &mut AnyConnection,
    (id, name, media_type): (&str, &str, &str),
    base64: &str,
    kept_until: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "insert into documents (id, name, media_type, base64, kept_until) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set kept_until = excluded.kept_until",
    );
    let query = query.bind(id.to_owned()).bind(name.to_owned()).bind(media_type.to_owned());
    query.bind(base64.to_owned()).bind(kept_until.millis()).execute(write).await?;
    Ok(())
}

/// Forgets files that are no use any more.
pub(in crate::outbox) async fn forget_documents(
    write: &mut AnyConnection,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "delete from document_uploads where document_id in (select id from documents where kept_until < $1)",
    )
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query("delete from documents where kept_until < $1");
    query.bind(now.millis()).execute(write).await?;
    Ok(())
}
