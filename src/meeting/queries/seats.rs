//! Places and the waiting list, by family.

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::meeting::MeetingId;
use crate::roster::{CarerId, FamilyId};
use crate::store::Result;

pub(in crate::meeting) async fn state_of(
    read: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
) -> Result<Option<String>> {
    let query =
        sqlx::query_scalar("select state from seats where meeting_id = $1 and family_id = $2");
    Ok(query.bind(meeting.raw()).bind(family.raw()).fetch_optional(read).await?)
}

/// Places that are taken or offered.
pub(in crate::meeting) async fn count_gone(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from seats where meeting_id = $1 and state in ('taken', 'offered')",
    );
    Ok(query.bind(meeting.raw()).fetch_one(read).await?)
}

/// Who waits longest and let no place pass.
pub(in crate::meeting) async fn first_waiting(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<FamilyId>> {
    let query = sqlx::query_scalar(
        "select family_id from seats where meeting_id = $1 and state = 'waiting' and lapsed_at is null
         order by since, family_id limit 1",
    );
    let family: Option<i64> = query.bind(meeting.raw()).fetch_optional(read).await?;
    Ok(family.map(FamilyId::from_raw))
}

/// Family `s` waits, let no place pass, has a child that is still there then, and somebody of it who says yes can be
/// written to.
const MAY_BE_ASKED: &str = "s.state = 'waiting' and s.lapsed_at is null and exists (
    select 1 from rsvps r join carers c on c.id = r.carer_id
    where r.meeting_id = s.meeting_id and c.family_id = s.family_id and r.answer = 'yes' and c.chat_id is not null
      and c.consented_at is not null and c.stopped_at is null and c.unreachable_at is null)
    and exists (select 1 from children ch where ch.family_id = s.family_id and (ch.leaves is null
      or ch.leaves >= (select min(e.day) from sessions e where e.meeting_id = s.meeting_id)))";

/// Who of those waits longest.
pub(in crate::meeting) async fn first_reachable(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<FamilyId>> {
    let sql = format!(
        "select s.family_id from seats s where s.meeting_id = $1 and {MAY_BE_ASKED} order by s.since, s.family_id limit 1"
    );
    let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql));
    let family: Option<i64> = query.bind(meeting.raw()).fetch_optional(read).await?;
    Ok(family.map(FamilyId::from_raw))
}

/// Meetings that take place after a moment and have a free place for somebody who waits; and their clock.
pub(in crate::meeting) async fn meetings_with_room(
    read: &mut AnyConnection,
    after: Moment,
) -> Result<Vec<(i64, String)>> {
    let sql = format!(
        "select m.id, o.time_zone from meetings m join organisations o on o.id = m.organisation_id
         where m.cancelled_at is null and m.id in (select s.meeting_id from seats s where {MAY_BE_ASKED})
           and (select count(*) from seats t where t.meeting_id = m.id and t.state <> 'waiting') < m.capacity
           and (select min(e.starts_at) from sessions e where e.meeting_id = m.id and e.cancelled_at is null) > $1
         order by m.id"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    Ok(query.bind(after.millis()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn insert(
    write: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
    state: &str,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "insert into seats (meeting_id, family_id, state, since) values ($1, $2, $3, $4)",
    );
    let query = query.bind(meeting.raw()).bind(family.raw()).bind(state);
    query.bind(now.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn set(
    write: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
    state: &str,
    (until, now): (Option<Moment>, Moment),
) -> Result<()> {
    let query = sqlx::query(
        "update seats set state = $3, offered_until = $4,
             since = case when $3 = 'taken' then cast($5 as bigint) else since end
         where meeting_id = $1 and family_id = $2",
    );
    let query = query.bind(meeting.raw()).bind(family.raw()).bind(state);
    query.bind(until.map(Moment::millis)).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Back to the end of the list.
pub(in crate::meeting) async fn lapse(
    write: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update seats set state = 'waiting', offered_until = null, since = $3, lapsed_at = $3
         where meeting_id = $1 and family_id = $2",
    );
    query.bind(meeting.raw()).bind(family.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Who let a place pass is asked about the next one.
pub(in crate::meeting) async fn ask_all_again(
    write: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<()> {
    let query = sqlx::query("update seats set lapsed_at = null where meeting_id = $1");
    query.bind(meeting.raw()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn remove(
    write: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
) -> Result<()> {
    let query = sqlx::query("delete from seats where meeting_id = $1 and family_id = $2");
    query.bind(meeting.raw()).bind(family.raw()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn carers_saying_yes(
    read: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
) -> Result<Vec<CarerId>> {
    let query = sqlx::query_scalar(
        "select c.id from rsvps r join carers c on c.id = r.carer_id
         where r.meeting_id = $1 and c.family_id = $2 and r.answer = 'yes' order by c.id",
    );
    let ids: Vec<i64> = query.bind(meeting.raw()).bind(family.raw()).fetch_all(read).await?;
    Ok(ids.into_iter().map(CarerId::from_raw).collect())
}

pub(in crate::meeting) async fn expired(
    read: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<Vec<FamilyId>> {
    let query = sqlx::query_scalar(
        "select family_id from seats where meeting_id = $1 and state = 'offered' and offered_until <= $2
         order by since, family_id",
    );
    let ids: Vec<i64> = query.bind(meeting.raw()).bind(now.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(FamilyId::from_raw).collect())
}

/// Meetings that take place, with a place whose time to say yes is over; and their clock.
pub(in crate::meeting) async fn meetings_with_expired(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select distinct m.id, o.time_zone from seats s
         join meetings m on m.id = s.meeting_id and m.cancelled_at is null
         join organisations o on o.id = m.organisation_id
         where s.state = 'offered' and s.offered_until <= $1 order by m.id",
    );
    Ok(query.bind(now.millis()).fetch_all(read).await?)
}
