//! Kinds that an organisation made or changed.

use std::collections::BTreeMap;

use sqlx::{AnyConnection, FromRow};

use crate::language::HomeLanguage;
use crate::meeting::kind::{Base, Kind};
use crate::roster::OrganisationId;
use crate::store::{Error, Result};

#[derive(FromRow)]
struct KindRow {
    slug: String,
    base: String,
    minutes: Option<i64>,
    place: Option<String>,
    target: Option<i64>,
}

pub(in crate::meeting) async fn own(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Kind>> {
    let rows: Vec<KindRow> = sqlx::query_as(
        "select slug, base, minutes, place, target from meeting_kinds where organisation_id = $1 order by slug",
    )
    .bind(organisation.raw())
    .fetch_all(&mut *read)
    .await?;
    let names: Vec<(String, String, String)> = sqlx::query_as(
        "select slug, language, name from meeting_kind_names where organisation_id = $1",
    )
    .bind(organisation.raw())
    .fetch_all(read)
    .await?;
    let mut by_slug: BTreeMap<String, BTreeMap<HomeLanguage, String>> = BTreeMap::new();
    for (slug, language, name) in names {
        if let Some(language) = HomeLanguage::parse(&language) {
            by_slug.entry(slug).or_default().insert(language, name);
        }
    }
    let kind = |row: KindRow| {
        let base = Base::from_word(&row.base)
            .ok_or(Error::Unknown { kind: "kind of meeting", value: row.base })?;
        Ok(Kind {
            names: by_slug.remove(&row.slug).unwrap_or_default(),
            minutes: row.minutes.unwrap_or(base.minutes()),
            place: row.place,
            target: row.target.or(base.target()),
            slug: row.slug,
            base,
        })
    };
    rows.into_iter().map(kind).collect()
}

pub(in crate::meeting) async fn keep(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    kind: &Kind,
) -> Result<()> {
    sqlx::query(
        "insert into meeting_kinds (organisation_id, slug, base, minutes, place, target)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (organisation_id, slug) do update
             set base = excluded.base, minutes = excluded.minutes, place = excluded.place, target = excluded.target",
    )
    .bind(organisation.raw())
    .bind(&kind.slug)
    .bind(kind.base.word())
    .bind(kind.minutes)
    .bind(&kind.place)
    .bind(kind.target)
    .execute(&mut *write)
    .await?;
    for (language, name) in &kind.names {
        sqlx::query(
            "insert into meeting_kind_names (organisation_id, slug, language, name) values ($1, $2, $3, $4)
             on conflict (organisation_id, slug, language) do update set name = excluded.name",
        )
        .bind(organisation.raw())
        .bind(&kind.slug)
        .bind(language.tag())
        .bind(name)
        .execute(&mut *write)
        .await?;
    }
    Ok(())
}
