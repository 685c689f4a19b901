//! What is at the same moment as something that is planned: one statement for each cause, however many times and
//! groups there are.

use sqlx::query::QueryAs;
use sqlx::{Any, AnyConnection, AssertSqlSafe, FromRow};

use crate::clock::Moment;
use crate::meeting::MeetingId;
use crate::roster::{GroupId, LocationId, OrganisationId};
use crate::store::Result;

/// So many events are told at most; a calendar with more of them at one moment is a mistake.
const EVENTS: i64 = 50;
/// So long one time of a meeting lasts at most, in milliseconds: from there on an index has the rest.
const LONGEST_MEETING: i64 = 48 * 3_600_000;
/// The same of one moment for a talk.
const LONGEST_SLOT: i64 = 24 * 3_600_000;

/// What is planned.
pub(in crate::meeting) struct About<'a> {
    pub organisation: OrganisationId,
    pub location: LocationId,
    pub groups: &'a [GroupId],
    pub is_ve_only: bool,
    pub times: &'a [(Moment, Moment)],
    pub except: Option<MeetingId>,
}

/// The parameters that come before those of times and groups.
const FIRST: usize = 3;

impl About<'_> {
    /// `with times .. , own ..`: the times, and the groups of who is meant.
    fn with(&self) -> String {
        let mut number = FIRST;
        let mut next = |place: usize| {
            number += 1;
            // The first row says of which type a column is.
            if place == 0 { format!("cast(${number} as bigint)") } else { format!("${number}") }
        };
        let times: Vec<String> = (0..self.times.len())
            .map(|place| format!("({},{})", next(place), next(place)))
            .collect();
        let own: Vec<String> =
            (0..self.groups.len()).map(|place| format!("({})", next(place))).collect();
        format!(
            "with times (starts_at, ends_at) as (values {}), own (group_id) as (values {})",
            times.join(","),
            own.join(",")
        )
    }

    /// $1 the organisation, $2 and $3 as told, and then what [`About::with`] names.
    fn bound<'q, O>(
        &self,
        sql: String,
        (second, third): (i64, i64),
    ) -> QueryAs<'q, Any, O, sqlx::any::AnyArguments>
    where
        O: for<'r> FromRow<'r, sqlx::any::AnyRow>,
    {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        query = query.bind(self.organisation.raw()).bind(second).bind(third);
        for (starts, ends) in self.times {
            query = query.bind(starts.millis()).bind(ends.millis());
        }
        for group in self.groups {
            query = query.bind(group.raw());
        }
        query
    }

    fn except(&self) -> i64 {
        self.except.map_or(0, MeetingId::raw)
    }
}

/// Whether the family of child `ch` is meant by what is planned, on the day of `day`. With a sign before the group
/// SQLite looks at the few children of the family, and not at those of each group.
fn is_meant(day: &str) -> String {
    format!(
        "exists (select 1 from children o
                 where o.family_id = ch.family_id and +o.group_id in (select group_id from own)
                   and (o.leaves is null or o.leaves >= {day}) and ($3 = 0 or o.ve = 1))"
    )
}

/// A time of another meeting.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct MeetingRow {
    pub id: i64,
    pub kind: String,
    pub location: String,
    pub starts_at: i64,
    pub families: i64,
}

/// Meetings of families who are meant; the weekly tick is nobody's appointment. SQLite joins in the order of
/// `cross join`: few times are near, and a town has many meetings.
pub(in crate::meeting) async fn meetings(
    read: &mut AnyConnection,
    about: &About<'_>,
) -> Result<Vec<MeetingRow>> {
    let sql = format!(
        "{} select m.id, m.kind, l.name as location, s.starts_at, count(distinct ch.family_id) as families
         from sessions s cross join meetings m cross join locations l cross join meeting_groups mg
         cross join children ch
         where m.id = s.meeting_id and m.organisation_id = $1 and m.id <> $2 and m.cancelled_at is null
           and m.base <> 'play-in' and l.id = m.location_id and mg.meeting_id = m.id
           and ch.group_id = mg.group_id and (ch.leaves is null or ch.leaves >= s.day)
           and (m.audience = 'all' or ch.ve = 1) and s.cancelled_at is null
           and s.starts_at > (select min(t.starts_at) from times t) - {LONGEST_MEETING}
           and s.starts_at < (select max(t.ends_at) from times t)
           and exists (select 1 from times t where s.starts_at < t.ends_at and s.ends_at > t.starts_at)
           and {}
         group by m.id, m.kind, l.name, s.id, s.starts_at order by s.starts_at, m.id",
        about.with(),
        is_meant("s.day")
    );
    let query = about.bound(sql, (about.except(), i64::from(about.is_ve_only)));
    Ok(query.fetch_all(read).await?)
}

/// An event of another calendar.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct EventRow {
    pub calendar: String,
    pub title: String,
    pub starts_at: i64,
    pub ends_at: i64,
}

/// Events of the calendars that are about the site of the meeting or of one of its groups, or about none.
pub(in crate::meeting) async fn events(
    read: &mut AnyConnection,
    about: &About<'_>,
) -> Result<Vec<EventRow>> {
    let sql = format!(
        "{} select c.name as calendar, e.title, e.starts_at, e.ends_at
         from calendars c join calendar_events e on e.calendar_id = c.id
         where c.organisation_id = $1
           and (c.location_id is null or c.location_id = $2
                or c.location_id in (select g.location_id from own join groups g on g.id = own.group_id))
           and e.starts_at < (select max(t.ends_at) from times t)
           and exists (select 1 from times t where e.starts_at < t.ends_at
                       and (e.ends_at > t.starts_at or e.starts_at >= t.starts_at))
         order by e.starts_at, c.name, e.number limit $3 + 0",
        about.with()
    );
    Ok(about.bound(sql, (about.location.raw(), EVENTS)).fetch_all(read).await?)
}

/// When the first talk of families who are meant begins within each time, and how many families have one.
pub(in crate::meeting) async fn talks(
    read: &mut AnyConnection,
    about: &About<'_>,
) -> Result<Vec<(i64, i64)>> {
    let sql = format!(
        "{} select min(s.starts_at) as starts_at, count(distinct ch.family_id) as families
         from times t
         join slots s on s.starts_at < t.ends_at and s.ends_at > t.starts_at
             and s.starts_at > t.starts_at - {LONGEST_SLOT}
         join talks k on k.id = s.talk_id and k.organisation_id = $1
         join children ch on ch.id = k.child_id
         where s.meeting_id <> $2 and {}
         group by t.starts_at, t.ends_at order by 1",
        about.with(),
        is_meant("s.day")
    );
    let query = about.bound(sql, (about.except(), i64::from(about.is_ve_only)));
    Ok(query.fetch_all(read).await?)
}
