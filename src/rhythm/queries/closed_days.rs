//! Days on which the organisation is closed.

use std::collections::BTreeSet;

use jiff::civil::Date;
use sqlx::{AnyConnection, Row};

use crate::roster::OrganisationId;
use crate::store::Result;

pub(in crate::rhythm) async fn all(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(String, String)>> {
    let query =
        sqlx::query("select day, name from closed_days where organisation_id = $1 order by day");
    let rows = query.bind(organisation.raw()).fetch_all(read).await?;
    rows.iter().map(|row| Ok((row.try_get("day")?, row.try_get("name")?))).collect()
}

pub(in crate::rhythm) async fn dates(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<BTreeSet<Date>> {
    let days = all(read, organisation).await?.into_iter();
    Ok(days.filter_map(|(day, _)| day.parse().ok()).collect())
}

pub(in crate::rhythm) async fn add(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    day: Date,
    name: &str,
) -> Result<()> {
    sqlx::query(
        "insert into closed_days (organisation_id, day, name) values ($1, $2, $3)
         on conflict (organisation_id, day) do update set name = excluded.name",
    )
    .bind(organisation.raw())
    .bind(day.to_string())
    .bind(name)
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::rhythm) async fn remove(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    (from, to): (Date, Date),
) -> Result<u64> {
    let query = sqlx::query(
        "delete from closed_days where organisation_id = $1 and day >= $2 and day <= $3",
    );
    let query = query.bind(organisation.raw()).bind(from.to_string()).bind(to.to_string());
    Ok(query.execute(write).await?.rows_affected())
}
