//! What one organisation's roster holds now, read once for an import.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::organisations::language_of;
use crate::roster::import::{CarerRow, ChildRow, FamilyRow, GroupRow, Known, LocationRow};
use crate::roster::{CarerId, ChildId, FamilyId, GroupId, LocationId, OrganisationId, Reading};
use crate::store::{Error, Result};

pub async fn all(connection: &mut AnyConnection, organisation: OrganisationId) -> Result<Known> {
    Ok(Known {
        locations: read(connection, organisation, LOCATIONS, location).await?,
        groups: read(connection, organisation, GROUPS, group).await?,
        families: read(connection, organisation, FAMILIES, family).await?,
        children: read(connection, organisation, CHILDREN, child).await?,
        carers: read(connection, organisation, CARERS, carer).await?,
        links: read(connection, organisation, LINKS, link).await?.into_iter().collect(),
    })
}

async fn read<R>(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    sql: &'static str,
    row: fn(&AnyRow) -> Result<R>,
) -> Result<Vec<R>> {
    let rows = sqlx::query(sql).bind(organisation.raw()).fetch_all(connection).await?;
    rows.iter().map(row).collect()
}

const LOCATIONS: &str =
    "select id, name, neighbourhood, phone from locations where organisation_id = $1";

fn location(row: &AnyRow) -> Result<LocationRow> {
    Ok(LocationRow {
        id: LocationId::from_raw(row.try_get("id")?),
        name: row.try_get("name")?,
        neighbourhood: row.try_get("neighbourhood")?,
        phone: row.try_get("phone")?,
    })
}

const GROUPS: &str = "select groups.id as id, location_id, groups.name as name \
     from groups join locations on locations.id = location_id where organisation_id = $1";

fn group(row: &AnyRow) -> Result<GroupRow> {
    Ok(GroupRow {
        id: GroupId::from_raw(row.try_get("id")?),
        location: LocationId::from_raw(row.try_get("location_id")?),
        name: row.try_get("name")?,
    })
}

const FAMILIES: &str = "select id, name from families where organisation_id = $1";

fn family(row: &AnyRow) -> Result<FamilyRow> {
    Ok(FamilyRow { id: FamilyId::from_raw(row.try_get("id")?), name: row.try_get("name")? })
}

const CHILDREN: &str = "select children.id as id, family_id, group_id, children.name as name, \
            born, ve, starts, leaves \
     from children join families on families.id = family_id where organisation_id = $1";

fn child(row: &AnyRow) -> Result<ChildRow> {
    Ok(ChildRow {
        id: ChildId::from_raw(row.try_get("id")?),
        family: FamilyId::from_raw(row.try_get("family_id")?),
        group: GroupId::from_raw(row.try_get("group_id")?),
        name: row.try_get("name")?,
        born: row.try_get("born")?,
        ve: row.try_get::<i64, _>("ve")? == 1,
        starts: row.try_get("starts")?,
        leaves: row.try_get("leaves")?,
    })
}

const CARERS: &str = "select carers.id as id, family_id, carers.name as name, household, \
            language, second_language, reading, interpreter, \
            case when language_confirmed_at is null then 0 else 1 end as confirmed, \
            case when second_language_confirmed_at is null then 0 else 1 end as second_confirmed \
     from carers join families on families.id = family_id where organisation_id = $1";

fn carer(row: &AnyRow) -> Result<CarerRow> {
    let (language, reading): (String, String) = (row.try_get("language")?, row.try_get("reading")?);
    let second: Option<String> = row.try_get("second_language")?;
    Ok(CarerRow {
        id: CarerId::from_raw(row.try_get("id")?),
        family: FamilyId::from_raw(row.try_get("family_id")?),
        name: row.try_get("name")?,
        household: row.try_get("household")?,
        language: language_of(&language)?,
        second_language: second.as_deref().map(language_of).transpose()?,
        reading: Reading::parse(&reading)
            .ok_or(Error::Unknown { kind: "reading", value: reading })?,
        interpreter: row.try_get::<i64, _>("interpreter")? == 1,
        language_confirmed: row.try_get::<i64, _>("confirmed")? == 1,
        second_language_confirmed: row.try_get::<i64, _>("second_confirmed")? == 1,
    })
}

const LINKS: &str = "select carer_id, child_id from carer_children \
     join carers on carers.id = carer_id join families on families.id = carers.family_id \
     where organisation_id = $1";

fn link(row: &AnyRow) -> Result<(CarerId, ChildId)> {
    Ok((CarerId::from_raw(row.try_get("carer_id")?), ChildId::from_raw(row.try_get("child_id")?)))
}
