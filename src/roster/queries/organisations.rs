//! Organisations.

use jiff::tz::TimeZone;
use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{Organisation, OrganisationId};
use crate::store::{Error, Result};

pub async fn insert(
    connection: &mut AnyConnection,
    organisation: &Organisation,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into organisations (id, name, time_zone, language, token_env, created_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(organisation.id.raw())
    .bind(&organisation.name)
    .bind(organisation.time_zone.iana_name().unwrap_or("UTC"))
    .bind(organisation.language.tag())
    .bind(&organisation.token_env)
    .bind(now.millis())
    .execute(connection)
    .await?;
    Ok(())
}

pub async fn all(connection: &mut AnyConnection) -> Result<Vec<Organisation>> {
    let rows = sqlx::query("select id, name, time_zone, language, token_env from organisations")
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            let (zone, language): (String, String) =
                (row.try_get("time_zone")?, row.try_get("language")?);
            Ok(Organisation {
                id: OrganisationId::from_raw(row.try_get("id")?),
                name: row.try_get("name")?,
                time_zone: TimeZone::get(&zone)
                    .map_err(|_| Error::Unknown { kind: "time zone", value: zone })?,
                language: language_of(&language)?,
                token_env: row.try_get("token_env")?,
            })
        })
        .collect()
}

pub fn language_of(tag: &str) -> Result<HomeLanguage> {
    HomeLanguage::parse(tag)
        .ok_or_else(|| Error::Unknown { kind: "language", value: tag.to_owned() })
}
