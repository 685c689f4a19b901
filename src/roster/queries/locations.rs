//! Sites with their place on the map.

use sqlx::{AnyConnection, Row};

use crate::roster::{LocationId, OrganisationId, Pin, Site};
use crate::store::Result;

pub async fn of_organisation(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Site>> {
    let query = sqlx::query(
        "select id, name, address, latitude, longitude from locations where organisation_id = $1 order by name",
    );
    let rows = query.bind(organisation.raw()).fetch_all(read).await?;
    let site = |row: &sqlx::any::AnyRow| {
        let latitude: Option<String> = row.try_get("latitude")?;
        let longitude: Option<String> = row.try_get("longitude")?;
        Ok(Site {
            id: LocationId::from_raw(row.try_get("id")?),
            name: row.try_get("name")?,
            address: row.try_get("address")?,
            pin: latitude.zip(longitude).map(|(latitude, longitude)| Pin { latitude, longitude }),
        })
    };
    rows.iter().map(site).collect()
}

pub async fn keep_place(
    write: &mut AnyConnection,
    location: LocationId,
    address: Option<&str>,
    pin: Option<&Pin>,
) -> Result<()> {
    let query = sqlx::query(
        "update locations set address = coalesce($2, address), latitude = coalesce($3, latitude),
             longitude = coalesce($4, longitude)
         where id = $1",
    );
    let query = query.bind(location.raw()).bind(address);
    let query = query.bind(pin.map(|it| it.latitude.clone()));
    query.bind(pin.map(|it| it.longitude.clone())).execute(write).await?;
    Ok(())
}
