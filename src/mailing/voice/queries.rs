//! The SQL of voices.

use sqlx::{AnyConnection, FromRow, Row};

use crate::clock::Moment;
use crate::roster::{CarerId, OrganisationId};
use crate::store::Result;

/// One part of a stored text, in any language.
#[derive(Clone, Debug, FromRow)]
pub(super) struct PartRow {
    pub language: String,
    pub kind: String,
    pub title: String,
    pub body: String,
}

/// What can be read of a mailing, by language, in the order in which it is read aloud. A part of kind
/// `voice` with words in it says what is read aloud instead.
pub(super) async fn parts(read: &mut AnyConnection, mailing: i64) -> Result<Vec<PartRow>> {
    let query = sqlx::query_as(
        "select language, kind, title, body from mailing_texts
         where mailing_id = $1 and (kind in ('text', 'more', 'words') or (kind = 'voice' and body <> ''))
         order by language, case kind when 'text' then 0 when 'more' then 1 else 2 end, part",
    );
    Ok(query.bind(mailing).fetch_all(read).await?)
}

pub(super) async fn organisation_of(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Option<OrganisationId>> {
    let query = sqlx::query_scalar("select organisation_id from mailings where id = $1");
    let found: Option<i64> = query.bind(mailing).fetch_optional(read).await?;
    Ok(found.map(OrganisationId::from_raw))
}

/// Whether an organisation has any voice at all.
pub(super) async fn has_voices(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select case when exists (select 1 from recordings where organisation_id = $1)
                 then cast(1 as bigint) else cast(0 as bigint) end",
    );
    let found: i64 = query.bind(organisation.raw()).fetch_one(read).await?;
    Ok(found == 1)
}

/// The voice of a text and who made it.
pub(super) async fn recording(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    key: &str,
    language: &str,
) -> Result<Option<(String, String)>> {
    let row = sqlx::query(
        "select voice_id, made_by from recordings
         where organisation_id = $1 and text_key = $2 and language = $3",
    )
    .bind(organisation.raw())
    .bind(key)
    .bind(language)
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.try_get("voice_id")?, row.try_get("made_by")?)))
}

pub(super) async fn keep_voice(
    write: &mut AnyConnection,
    id: &str,
    base64: &str,
    seconds: i64,
) -> Result<()> {
    let query = sqlx::query(
        "insert into voices (id, base64, seconds) values ($1, $2, $3) on conflict do nothing",
    );
    query.bind(id).bind(base64).bind(seconds).execute(write).await?;
    Ok(())
}

/// A recording as it is written down.
pub(super) struct NewRecording<'a> {
    pub organisation: OrganisationId,
    pub key: &'a str,
    pub language: &'a str,
    pub voice: &'a str,
    pub made_by: &'a str,
    pub recorded_by: Option<&'a str>,
}

/// The machine never takes the place of a person.
pub(super) async fn keep_recording(
    write: &mut AnyConnection,
    new: &NewRecording<'_>,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into recordings
             (organisation_id, text_key, language, voice_id, made_by, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organisation_id, text_key, language) do update
         set voice_id = excluded.voice_id, made_by = excluded.made_by,
             recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
         where recordings.made_by = 'machine' or excluded.made_by = 'person'",
    )
    .bind(new.organisation.raw())
    .bind(new.key)
    .bind(new.language)
    .bind(new.voice)
    .bind(new.made_by)
    .bind(now.millis())
    .bind(new.recorded_by)
    .execute(&mut *write)
    .await?;
    sqlx::query(
        "delete from voice_failures where organisation_id = $1 and text_key = $2 and language = $3",
    )
    .bind(new.organisation.raw())
    .bind(new.key)
    .bind(new.language)
    .execute(write)
    .await?;
    Ok(())
}

/// Gives a mailing the voice of its text, or changes it; `quality` says who speaks.
pub(super) async fn attach(
    write: &mut AnyConnection,
    mailing: i64,
    language: &str,
    voice: &str,
    quality: &str,
) -> Result<()> {
    let changed = sqlx::query(
        "update mailing_texts set voice_id = $3, quality = $4
         where mailing_id = $1 and language = $2 and kind = 'voice'",
    )
    .bind(mailing)
    .bind(language)
    .bind(voice)
    .bind(quality)
    .execute(&mut *write)
    .await?;
    if changed.rows_affected() > 0 {
        return Ok(());
    }
    sqlx::query(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, quality, voice_id)
         select cast($1 as bigint), cast($2 as text), max(part) + 1, 'voice', min(title), '',
             cast($4 as text), cast($3 as text)
         from mailing_texts where mailing_id = $1 and language = $2",
    )
    .bind(mailing)
    .bind(language)
    .bind(voice)
    .bind(quality)
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn approve(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    language: &str,
    by: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into machine_voices (organisation_id, language, approved_at, approved_by)
         values ($1, $2, $3, $4)
         on conflict (organisation_id, language) do update
         set approved_at = excluded.approved_at, approved_by = excluded.approved_by",
    )
    .bind(organisation.raw())
    .bind(language)
    .bind(now.millis())
    .bind(by)
    .execute(write)
    .await?;
    Ok(())
}

/// From now on the machine is not heard in this language; what has left stays.
pub(super) async fn revoke(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    language: &str,
) -> Result<bool> {
    for sql in [
        "delete from recordings where organisation_id = $1 and language = $2 and made_by = 'machine'",
        "delete from voice_failures where organisation_id = $1 and language = $2",
    ] {
        sqlx::query(sql).bind(organisation.raw()).bind(language).execute(&mut *write).await?;
    }
    let query =
        sqlx::query("delete from machine_voices where organisation_id = $1 and language = $2");
    let done = query.bind(organisation.raw()).bind(language).execute(write).await?;
    Ok(done.rows_affected() > 0)
}

/// Languages in which the machine may speak: since when, and who listened.
pub(super) async fn approved(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(String, i64, String)>> {
    let query = sqlx::query_as(
        "select language, approved_at, approved_by from machine_voices
         where organisation_id = $1 order by language",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

/// Whether a carer listens instead of reading, or does both.
pub(super) async fn listens(read: &mut AnyConnection, carer: CarerId) -> Result<bool> {
    let query = sqlx::query_scalar("select reading from carers where id = $1").bind(carer.raw());
    let reading: Option<String> = query.fetch_optional(read).await?;
    Ok(reading.is_some_and(|it| it != "text"))
}

/// Organisations in which the machine may speak.
pub(super) async fn organisations_with_machine(
    read: &mut AnyConnection,
) -> Result<Vec<OrganisationId>> {
    let query = sqlx::query_scalar(
        "select distinct organisation_id from machine_voices order by organisation_id",
    );
    let found: Vec<i64> = query.fetch_all(read).await?;
    Ok(found.into_iter().map(OrganisationId::from_raw).collect())
}

/// Texts with a voice: language, who made it, how many.
pub(super) async fn counts(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(String, String, i64)>> {
    let query = sqlx::query_as(
        "select language, made_by, count(*) from recordings
         where organisation_id = $1 group by language, made_by order by language, made_by",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

/// The keys of texts in a language that have a voice, and who made it.
pub(super) async fn recordings_in(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    language: &str,
) -> Result<Vec<(String, String)>> {
    let query = sqlx::query_as(
        "select text_key, made_by from recordings where organisation_id = $1 and language = $2",
    );
    Ok(query.bind(organisation.raw()).bind(language).fetch_all(read).await?)
}

/// The keys of texts in a language at which the machine failed.
pub(super) async fn failures_in(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    language: &str,
) -> Result<Vec<String>> {
    let query = sqlx::query_scalar(
        "select text_key from voice_failures where organisation_id = $1 and language = $2",
    );
    Ok(query.bind(organisation.raw()).bind(language).fetch_all(read).await?)
}

/// Why there is no voice, and since when.
pub(super) async fn failure(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    key: &str,
    language: &str,
) -> Result<Option<(String, i64)>> {
    let query = sqlx::query_as(
        "select why, failed_at from voice_failures
         where organisation_id = $1 and text_key = $2 and language = $3",
    );
    Ok(query.bind(organisation.raw()).bind(key).bind(language).fetch_optional(read).await?)
}

pub(super) async fn failed(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    key: &str,
    language: &str,
    why: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into voice_failures (organisation_id, text_key, language, why, failed_at)
         values ($1, $2, $3, $4, $5)
         on conflict (organisation_id, text_key, language) do update
         set why = excluded.why, failed_at = excluded.failed_at",
    )
    .bind(organisation.raw())
    .bind(key)
    .bind(language)
    .bind(why)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// Mailings that leave soon, where the machine may speak; news of a meeting has its rows already.
pub(super) async fn leaving_soon(
    read: &mut AnyConnection,
    until: Moment,
) -> Result<Vec<(i64, i64)>> {
    let query = sqlx::query_as(
        "select m.id, m.organisation_id from mailings m
         where ((m.state = 'approved' and m.kind <> 'check_in' and m.release_at <= $1)
                or (m.meeting_id is not null and m.kind = 'meeting_news' and m.cancelled_at is null
                    and m.release_at > $1 - 1800000 and m.release_at <= $1))
           and exists (select 1 from machine_voices v where v.organisation_id = m.organisation_id)
         order by m.release_at, m.id",
    );
    Ok(query.bind(until.millis()).fetch_all(read).await?)
}

pub(super) async fn recent(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    since: Moment,
) -> Result<Vec<i64>> {
    let query = sqlx::query_scalar(
        "select id from mailings
         where organisation_id = $1 and id > 0 and kind <> 'check_in' and state <> 'cancelled'
           and release_at >= $2
         order by id",
    );
    Ok(query.bind(organisation.raw()).bind(since.millis()).fetch_all(read).await?)
}

/// Families with a carer who listens, by the language of the text that this carer gets.
pub(super) async fn listeners(
    read: &mut AnyConnection,
    mailing: i64,
    today: &str,
) -> Result<Vec<(String, String)>> {
    let query = sqlx::query_as(
        "select distinct v.language, f.name from (
             select c.family_id,
                 case when exists (select 1 from mailing_texts t where t.mailing_id = m.id
                                   and t.language = c.language and t.part = 0) then c.language
                      when c.second_language_confirmed_at is not null
                           and exists (select 1 from mailing_texts t where t.mailing_id = m.id
                                       and t.language = c.second_language and t.part = 0)
                      then c.second_language
                      when m.missing = 'dutch' then 'nl' end as language
             from mailings m
             cross join carers c
             where m.id = $1 and c.reading <> 'text' and c.stopped_at is null
               and exists (select 1 from carer_children cc
                           join children ch on ch.id = cc.child_id
                           join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = $1
                           where cc.carer_id = c.id
                             and (ch.starts is null or ch.starts <= $2)
                             and (ch.leaves is null or ch.leaves >= $2))
         ) v
         join families f on f.id = v.family_id
         where v.language is not null
         order by v.language, f.name",
    );
    Ok(query.bind(mailing).bind(today).fetch_all(read).await?)
}

pub(super) async fn forget(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    key: &str,
    language: &str,
) -> Result<()> {
    sqlx::query(
        "delete from recordings
         where organisation_id = $1 and text_key = $2 and language = $3 and made_by = 'person'",
    )
    .bind(organisation.raw())
    .bind(key)
    .bind(language)
    .execute(write)
    .await?;
    Ok(())
}
