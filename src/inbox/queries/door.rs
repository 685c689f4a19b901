//! The SQL of the list "speak at the door".

use jiff::civil::Date;
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use crate::roster::{GroupId, OrganisationId};
use crate::store::Result;

/// An open follow-up with one child of the family.
#[derive(Debug, FromRow)]
pub(in crate::inbox) struct DoorRow {
    pub id: i64,
    pub reason: String,
    pub opened_at: i64,
    pub noted_at: Option<i64>,
    pub time_zone: String,
    pub family_id: i64,
    pub family: String,
    pub carer: String,
    pub language: String,
    pub interpreter: i64,
    pub child: String,
    pub group_id: i64,
    pub group_name: String,
    pub location: String,
}

/// Open follow-ups of families with a child who is in one of these groups on that day.
pub(in crate::inbox) async fn open_in(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    groups: &[GroupId],
    today: Date,
) -> Result<Vec<DoorRow>> {
    let places: Vec<String> = (3..groups.len() + 3).map(|number| format!("${number}")).collect();
    let sql = format!(
        "select f.id, f.reason, f.opened_at, f.noted_at, o.time_zone, fam.id as family_id,
             fam.name as family, c.name as carer, c.language, c.interpreter, ch.name as child,
             g.id as group_id, g.name as group_name, l.name as location
         from children ch
         join follow_ups f on f.family_id = ch.family_id and f.closed_at is null
         join carers c on c.id = f.carer_id
         join families fam on fam.id = f.family_id
         join groups g on g.id = ch.group_id
         join locations l on l.id = g.location_id
         join organisations o on o.id = f.organisation_id
         where f.organisation_id = $1 and ch.group_id in ({})
           and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)
         order by l.name, g.name, ch.name, f.id",
        places.join(",")
    );
    let mut query = sqlx::query_as(AssertSqlSafe(sql));
    query = query.bind(organisation.raw()).bind(today.to_string());
    for group in groups {
        query = query.bind(group.raw());
    }
    Ok(query.fetch_all(read).await?)
}
