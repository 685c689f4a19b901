//! Themes, activities and picture books.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::library::{Activity, ActivityId, Book, BookId, Domain, Theme, ThemeId};
use crate::roster::OrganisationId;
use crate::store::{Error, Result};

pub async fn themes(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Theme>> {
    let rows = sqlx::query(
        "select t.id, t.slug, t.position, t.weeks, t.picture_id, t.withdrawn_at, x.title, \
                p.slug as programme, p.name as programme_name \
         from themes t join programmes p on p.id = t.programme_id \
         join theme_texts x on x.theme_id = t.id and x.language = 'nl' \
         where p.organisation_id = $1 order by p.slug, t.position, t.id",
    )
    .bind(organisation.raw())
    .fetch_all(read)
    .await?;
    rows.iter().map(theme).collect()
}

fn theme(row: &AnyRow) -> Result<Theme> {
    Ok(Theme {
        id: ThemeId::from_raw(row.try_get("id")?),
        slug: row.try_get("slug")?,
        programme: row.try_get("programme")?,
        programme_name: row.try_get("programme_name")?,
        position: row.try_get("position")?,
        weeks: row.try_get("weeks")?,
        picture: row.try_get("picture_id")?,
        title: row.try_get("title")?,
        withdrawn: row.try_get::<Option<i64>, _>("withdrawn_at")?.is_some(),
    })
}

pub async fn activities(read: &mut AnyConnection, theme: ThemeId) -> Result<Vec<Activity>> {
    let rows = sqlx::query(
        "select id, theme_id, slug, position, domain, months_from, months_to, minutes, picture_id, \
                link, materials, withdrawn_at \
         from activities where theme_id = $1 order by position, id",
    )
    .bind(theme.raw())
    .fetch_all(read)
    .await?;
    rows.iter().map(activity).collect()
}

fn activity(row: &AnyRow) -> Result<Activity> {
    let domain: String = row.try_get("domain")?;
    Ok(Activity {
        id: ActivityId::from_raw(row.try_get("id")?),
        theme: ThemeId::from_raw(row.try_get("theme_id")?),
        slug: row.try_get("slug")?,
        position: row.try_get("position")?,
        domain: Domain::from_word(&domain)
            .ok_or(Error::Unknown { kind: "domain", value: domain })?,
        months_from: row.try_get("months_from")?,
        months_to: row.try_get("months_to")?,
        minutes: row.try_get("minutes")?,
        picture: row.try_get("picture_id")?,
        link: row.try_get("link")?,
        materials: row.try_get::<i64, _>("materials")? == 1,
        withdrawn: row.try_get::<Option<i64>, _>("withdrawn_at")?.is_some(),
    })
}

pub async fn books(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Book>> {
    let rows = sqlx::query(
        "select b.id, b.slug, b.position, b.title, b.months_from, b.months_to, b.link, \
                b.picture_id, b.withdrawn_at, p.slug as programme, p.name as programme_name \
         from picture_books b join programmes p on p.id = b.programme_id \
         where p.organisation_id = $1 order by p.slug, b.position, b.id",
    )
    .bind(organisation.raw())
    .fetch_all(read)
    .await?;
    rows.iter().map(book).collect()
}

fn book(row: &AnyRow) -> Result<Book> {
    Ok(Book {
        id: BookId::from_raw(row.try_get("id")?),
        slug: row.try_get("slug")?,
        programme: row.try_get("programme")?,
        programme_name: row.try_get("programme_name")?,
        position: row.try_get("position")?,
        title: row.try_get("title")?,
        months_from: row.try_get("months_from")?,
        months_to: row.try_get("months_to")?,
        link: row.try_get("link")?,
        picture: row.try_get("picture_id")?,
        withdrawn: row.try_get::<Option<i64>, _>("withdrawn_at")?.is_some(),
    })
}
