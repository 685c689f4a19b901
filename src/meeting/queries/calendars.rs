//! Calendars of others, and what stands on closed days.

use sqlx::{AnyConnection, FromRow, Row};

use crate::clock::Moment;
use crate::meeting::calendars::OtherCalendar;
use crate::roster::{LocationId, OrganisationId};
use crate::store::{Batch, Result};

/// An event that is kept.
pub(in crate::meeting) struct NewEvent {
    pub number: i64,
    pub title: String,
    pub starts: Moment,
    pub ends: Moment,
}

pub(in crate::meeting) async fn insert(
    write: &mut AnyConnection,
    id: i64,
    organisation: OrganisationId,
    (name, location): (&str, Option<LocationId>),
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "insert into calendars (id, organisation_id, name, location_id, imported_at) values ($1, $2, $3, $4, $5)",
    );
    let query = query.bind(id).bind(organisation.raw()).bind(name);
    query.bind(location.map(LocationId::raw)).bind(now.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn insert_events(
    write: &mut AnyConnection,
    calendar: i64,
    events: &[NewEvent],
) -> Result<()> {
    const BATCH: Batch = Batch {
        columns: &[
            ("calendar_id", "bigint"),
            ("number", "bigint"),
            ("title", "text"),
            ("starts_at", "bigint"),
            ("ends_at", "bigint"),
        ],
        tail: "insert into calendar_events (calendar_id, number, title, starts_at, ends_at)
               select calendar_id, number, title, starts_at, ends_at from v",
    };
    BATCH
        .run(write, events, |query, event| {
            let query = query.bind(calendar).bind(event.number).bind(event.title.clone());
            query.bind(event.starts.millis()).bind(event.ends.millis())
        })
        .await?;
    Ok(())
}

/// False when there is none of this name.
pub(in crate::meeting) async fn remove(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    name: &str,
) -> Result<bool> {
    sqlx::query(
        "delete from calendar_events where calendar_id in (
             select id from calendars where organisation_id = $1 and name = $2)",
    )
    .bind(organisation.raw())
    .bind(name)
    .execute(&mut *write)
    .await?;
    let query = sqlx::query("delete from calendars where organisation_id = $1 and name = $2");
    let query = query.bind(organisation.raw()).bind(name);
    Ok(query.execute(write).await?.rows_affected() > 0)
}

pub(in crate::meeting) async fn all(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<OtherCalendar>> {
    let query = sqlx::query(
        "select c.name, l.name as location, c.imported_at,
             (select count(*) from calendar_events e where e.calendar_id = c.id) as events,
             (select max(e.ends_at) from calendar_events e where e.calendar_id = c.id) as until
         from calendars c left join locations l on l.id = c.location_id
         where c.organisation_id = $1 order by c.name",
    );
    let rows = query.bind(organisation.raw()).fetch_all(read).await?;
    let calendar = |row: &sqlx::any::AnyRow| {
        Ok(OtherCalendar {
            name: row.try_get("name")?,
            location: row.try_get("location")?,
            imported_at: Moment::from_millis(row.try_get("imported_at")?),
            events: row.try_get("events")?,
            until: row.try_get::<Option<i64>, _>("until")?.map(Moment::from_millis),
        })
    };
    rows.iter().map(calendar).collect()
}

/// A meeting, or the first talk of a round, on a closed day.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct ClosedRow {
    pub kind: String,
    pub location: String,
    pub starts_at: i64,
    pub name: String,
}

pub(in crate::meeting) async fn on_closed_days(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    now: Moment,
) -> Result<Vec<ClosedRow>> {
    let query = sqlx::query_as(
        "select m.kind, l.name as location, t.starts_at, q.name
         from (select meeting_id, day, min(starts_at) as starts_at from sessions
               where starts_at > $2 and cancelled_at is null group by meeting_id, day
               union all
               select meeting_id, day, min(starts_at) from slots
               where starts_at > $2 and withdrawn_at is null group by meeting_id, day) t
         join meetings m on m.id = t.meeting_id and m.cancelled_at is null and m.base <> 'play-in'
         join locations l on l.id = m.location_id
         join closed_days q on q.organisation_id = m.organisation_id and q.day = t.day
         where m.organisation_id = $1 order by t.starts_at, m.id",
    );
    Ok(query.bind(organisation.raw()).bind(now.millis()).fetch_all(read).await?)
}
