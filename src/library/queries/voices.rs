//! Voices that came with a programme, and which text each speaks.

use base64::Engine;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::library::{Voice, VoiceFile};
use crate::roster::OrganisationId;
use crate::store::Result;

/// Which voice speaks which text.
#[derive(Debug, FromRow)]
pub struct Recording {
    pub text_key: String,
    pub language: String,
    pub voice_id: String,
    pub made_by: String,
    pub recorded_by: Option<String>,
}

impl Recording {
    /// Whether a person of the organisation spoke it.
    pub fn is_by_staff(&self) -> bool {
        let by = self.recorded_by.as_deref();
        self.made_by == "person" && by.is_none_or(|by| !by.starts_with("programme/"))
    }
}

pub async fn recordings(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Recording>> {
    let query = sqlx::query_as(
        "select text_key, language, voice_id, made_by, recorded_by from recordings \
         where organisation_id = $1 order by text_key, language",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

pub async fn keep(write: &mut AnyConnection, voice: &Voice) -> Result<()> {
    let base64 = base64::engine::general_purpose::STANDARD.encode(&voice.bytes);
    sqlx::query(
        "insert into voices (id, base64, seconds) values ($1, $2, $3) on conflict do nothing",
    )
    .bind(&voice.id)
    .bind(base64)
    .bind(voice.seconds)
    .execute(write)
    .await?;
    Ok(())
}

pub async fn record(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    file: &VoiceFile,
    by: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into recordings (organisation_id, text_key, language, voice_id, made_by, \
                                 recorded_at, recorded_by) \
         values ($1, $2, $3, $4, 'person', $5, $6) \
         on conflict (organisation_id, text_key, language) do update \
         set voice_id = excluded.voice_id, made_by = 'person', \
             recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by",
    )
    .bind(organisation.raw())
    .bind(&file.text_key)
    .bind(file.language.tag())
    .bind(&file.id)
    .bind(now.millis())
    .bind(by)
    .execute(write)
    .await?;
    Ok(())
}

pub async fn forget(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    recording: &Recording,
) -> Result<()> {
    sqlx::query(
        "delete from recordings where organisation_id = $1 and text_key = $2 and language = $3",
    )
    .bind(organisation.raw())
    .bind(&recording.text_key)
    .bind(&recording.language)
    .execute(write)
    .await?;
    Ok(())
}
