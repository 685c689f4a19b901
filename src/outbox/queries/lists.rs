//! What staff and the health page read.

use sqlx::{AnyConnection, FromRow, Row};

use super::claiming::NAME_SEPARATOR;
use crate::roster::OrganisationId;
use crate::store::Result;

/// How many rows of a mailing's first part stand in each state and reason.
pub(in crate::outbox) async fn counts(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Vec<(String, Option<String>, i64)>> {
    let rows = sqlx::query(
        "select state, reason, count(*) as rows_there from deliveries where mailing_id = $1 and part = 0
         group by state, reason order by state, reason",
    )
    .bind(mailing)
    .fetch_all(read)
    .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("state")?, row.try_get("reason")?, row.try_get("rows_there")?)))
        .collect()
}

pub(in crate::outbox) async fn count_waiting(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select (select count(*) from deliveries where organisation_id = $1 and state = 'waiting')
              + (select count(*) from deliveries where organisation_id = $1 and attempts > 0
                     and state in ('sending', 'waiting') and state = 'sending')",
    );
    Ok(query.bind(organisation.raw()).fetch_one(read).await?)
}

/// Since when the oldest message at the front of the queue has been due. Looking at all of a million
/// would take longer than anybody who watches wants to wait.
pub(in crate::outbox) async fn oldest_at_the_front(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select min(not_before) from (
             select not_before from deliveries where organisation_id = $1 and state = 'waiting'
             order by priority, mailing_id, carer_id, part limit 1000) as front",
    );
    Ok(query.bind(organisation.raw()).fetch_one(read).await?)
}

/// Messages that stand as doubtful; each has been listed, and the list is short.
pub(in crate::outbox) async fn count_doubtful(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from (
             select distinct d.mailing_id, d.carer_id, d.part from doubts x
             join deliveries d on d.mailing_id = x.mailing_id and d.carer_id = x.carer_id and d.part = x.part
             where x.organisation_id = $1 and d.state = 'doubtful') as open",
    );
    Ok(query.bind(organisation.raw()).fetch_one(read).await?)
}

/// A family that a letter did not reach, with the carers it was meant for.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct NotReachedRow {
    pub family_id: i64,
    pub family: String,
    pub carer_id: i64,
    pub carer: String,
    pub language: String,
    pub location: String,
    pub group_name: String,
    pub state: String,
    pub reason: Option<String>,
    pub children: Option<String>,
}

pub(in crate::outbox) async fn not_reached(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Vec<NotReachedRow>> {
    let query = sqlx::query_as(
        "select f.id as family_id, f.name as family, c.id as carer_id, c.name as carer, c.language,
             d.state, d.reason,
             (select min(l.name) from carer_children cc join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = $1 and mg.group_id = ch.group_id
              join groups g on g.id = ch.group_id join locations l on l.id = g.location_id
              where cc.carer_id = c.id) as location,
             (select min(g.name) from carer_children cc join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = $1 and mg.group_id = ch.group_id
              join groups g on g.id = ch.group_id
              where cc.carer_id = c.id) as group_name,
             (select string_agg(ch.name, $2) from carer_children cc join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = $1 and mg.group_id = ch.group_id
              where cc.carer_id = c.id) as children
         from deliveries d
         join carers c on c.id = d.carer_id
         join families f on f.id = c.family_id
         where d.mailing_id = $1 and d.part = 0
           and not exists (
               select 1 from carers o
               join deliveries r on r.mailing_id = $1 and r.carer_id = coalesce(
                   (select s.carried_by from deliveries s
                    where s.mailing_id = $1 and s.carer_id = o.id and s.part = 0), o.id) and r.part = 0
               where o.family_id = f.id and r.state = 'delivered')
           and not exists (
               select 1 from carers o
               join bundles b on b.carer_id = o.id and b.other_id = $1
               join deliveries r on r.mailing_id = b.mailing_id and r.carer_id = b.carer_id and r.part = 0
               where o.family_id = f.id and r.state = 'delivered')
           and not exists (select 1 from handed_over h where h.mailing_id = $1 and h.family_id = f.id)
         order by location, group_name, f.name, c.name",
    );
    Ok(query.bind(mailing).bind(NAME_SEPARATOR).fetch_all(read).await?)
}

/// An attempt of which nobody knows whether it arrived.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct DoubtRow {
    pub mailing_id: i64,
    pub label: Option<String>,
    pub family: Option<String>,
    pub carer: Option<String>,
    pub part: i64,
    pub cause: String,
    pub noted_at: i64,
    pub state: Option<String>,
    pub carer_id: i64,
}

pub(in crate::outbox) async fn doubts(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<DoubtRow>> {
    let query = sqlx::query_as(
        "select u.mailing_id, (select n.name from mailing_names n where n.mailing_id = m.id) as label, f.name as family, c.name as carer, u.part, u.cause, u.noted_at, d.state,
             u.carer_id
         from doubts u
         left join mailings m on m.id = u.mailing_id
         left join carers c on c.id = u.carer_id
         left join families f on f.id = c.family_id
         left join deliveries d on d.mailing_id = u.mailing_id and d.carer_id = u.carer_id and d.part = u.part
         where u.organisation_id = $1 order by u.noted_at, u.attempt_id, u.carer_id, u.part",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}
