//! Children with their families and groups.

use sqlx::{AnyConnection, Row};

use crate::roster::{Child, ChildId, FamilyId, GroupId, OrganisationId};
use crate::store::Result;

pub async fn of_organisation(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Child>> {
    let query = sqlx::query(
        "select ch.id, ch.name, f.id as family_id, f.name as family, g.id as group_id, g.name as group_name,
             l.name as location
         from families f join children ch on ch.family_id = f.id join groups g on g.id = ch.group_id
         join locations l on l.id = g.location_id
         where f.organisation_id = $1 order by l.name, g.name, ch.name, ch.id",
    );
    let rows = query.bind(organisation.raw()).fetch_all(read).await?;
    let child = |row: &sqlx::any::AnyRow| {
        Ok(Child {
            id: ChildId::from_raw(row.try_get("id")?),
            name: row.try_get("name")?,
            family: FamilyId::from_raw(row.try_get("family_id")?),
            family_name: row.try_get("family")?,
            group: GroupId::from_raw(row.try_get("group_id")?),
            group_name: row.try_get("group_name")?,
            location_name: row.try_get("location")?,
        })
    };
    rows.iter().map(child).collect()
}

pub async fn is_family(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    family: FamilyId,
) -> Result<bool> {
    let query =
        sqlx::query_scalar("select count(*) from families where id = $1 and organisation_id = $2");
    let count: i64 = query.bind(family.raw()).bind(organisation.raw()).fetch_one(read).await?;
    Ok(count > 0)
}
