//! Groups with their locations.

use sqlx::{AnyConnection, Row};

use crate::roster::{Group, GroupId, LocationId, OrganisationId};
use crate::store::Result;

pub async fn of_organisation(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Group>> {
    let rows = sqlx::query(
        "select groups.id as group_id, groups.name as group_name, \
                locations.id as location_id, locations.name as location_name \
         from groups join locations on locations.id = groups.location_id \
         where locations.organisation_id = $1",
    )
    .bind(organisation.raw())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Group {
                id: GroupId::from_raw(row.try_get("group_id")?),
                name: row.try_get("group_name")?,
                location: LocationId::from_raw(row.try_get("location_id")?),
                location_name: row.try_get("location_name")?,
            })
        })
        .collect()
}
