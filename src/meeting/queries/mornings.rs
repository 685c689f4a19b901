//! Who wants to hear every morning what takes place today, and what that is.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::meeting::MeetingId;
use crate::roster::OrganisationId;
use crate::store::Result;

/// Somebody who wants to hear it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct EarlyRow {
    pub staff_id: i64,
    pub organisation_id: i64,
    pub chat_id: i64,
    pub language: String,
    pub time_zone: String,
    pub told_on: Option<String>,
}

pub(in crate::meeting) async fn early(read: &mut AnyConnection) -> Result<Vec<EarlyRow>> {
    let query = sqlx::query_as(
        "select s.id as staff_id, s.organisation_id, s.chat_id, s.language, o.time_zone, s.morning_told_on as told_on
         from staff_members s join organisations o on o.id = s.organisation_id
         where s.mornings_from is not null and s.chat_id is not null and s.removed_at is null
           and s.unreachable_at is null order by s.id",
    );
    Ok(query.fetch_all(read).await?)
}

/// False when somebody else told them before.
pub(in crate::meeting) async fn told(
    write: &mut AnyConnection,
    staff: i64,
    day: Date,
) -> Result<bool> {
    let query = sqlx::query(
        "update staff_members set morning_told_on = $2
         where id = $1 and (morning_told_on is null or morning_told_on <> $2)",
    );
    let query = query.bind(staff).bind(day.to_string());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// Meetings with a time between two moments, all of whose groups are somebody's own.
pub(in crate::meeting) async fn meetings(
    read: &mut AnyConnection,
    (organisation, staff): (OrganisationId, i64),
    (from, until): (Moment, Moment),
) -> Result<Vec<MeetingId>> {
    let query = sqlx::query_scalar(
        "select m.id from meetings m
         where m.organisation_id = $1 and m.base <> 'play-in' and m.cancelled_at is null
           and exists (select 1 from sessions s where s.meeting_id = m.id and s.cancelled_at is null
                       and s.starts_at >= $3 and s.starts_at < $4)
           and not exists (select 1 from meeting_groups mg where mg.meeting_id = m.id and not exists (
               select 1 from staff_scope v where v.staff_id = $2 and v.group_id = mg.group_id))
         order by m.id",
    );
    let query = query.bind(organisation.raw()).bind(staff);
    let ids: Vec<i64> = query.bind(from.millis()).bind(until.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(MeetingId::from_raw).collect())
}

/// A talk of today.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct TalkToday {
    pub starts_at: i64,
    pub child: String,
    pub group_name: String,
    pub interpreter: Option<String>,
}

/// Talks between two moments about children of their groups, with them or with the group.
pub(in crate::meeting) async fn talks(
    read: &mut AnyConnection,
    staff: i64,
    (from, until): (Moment, Moment),
) -> Result<Vec<TalkToday>> {
    let query = sqlx::query_as(
        "select s.starts_at, ch.name as child, g.name as group_name,
             case when t.interpreter = 'school' then (select c.language from carers c where c.id = t.carer_id) end
                 as interpreter
         from slots s join talks t on t.id = s.talk_id join children ch on ch.id = t.child_id
         join groups g on g.id = ch.group_id
         where s.part = 0 and s.starts_at >= $2 and s.starts_at < $3 and (s.staff_id is null or s.staff_id = $1)
           and exists (select 1 from staff_scope v where v.staff_id = $1 and v.group_id = ch.group_id)
         order by s.starts_at, ch.name",
    );
    let query = query.bind(staff).bind(from.millis()).bind(until.millis());
    Ok(query.fetch_all(read).await?)
}
