//! The moments of talks: opening, finding free ones, taking and giving back.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::meeting::{MeetingId, SlotId, TalkId};
use crate::roster::StaffId;
use crate::store::Result;

pub(in crate::meeting) async fn insert(
    write: &mut AnyConnection,
    (id, meeting): (i64, MeetingId),
    (staff, at_home): (Option<StaffId>, bool),
    day: Date,
    (starts, ends): (Moment, Moment),
) -> Result<()> {
    let query = sqlx::query(
        "insert into slots (id, meeting_id, staff_id, day, starts_at, ends_at, at_home) values ($1, $2, $3, $4, $5, $6, $7)",
    );
    let query = query.bind(id).bind(meeting.raw()).bind(staff.map(StaffId::raw));
    let query = query.bind(day.to_string()).bind(starts.millis()).bind(ends.millis());
    query.bind(i64::from(at_home)).execute(write).await?;
    Ok(())
}

/// Whether somebody has a moment, taken or free, that meets this one.
pub(in crate::meeting) async fn is_busy(
    read: &mut AnyConnection,
    staff: StaffId,
    (starts, ends): (Moment, Moment),
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from slots
         where staff_id = $1 and withdrawn_at is null and starts_at < $3 and ends_at > $2",
    );
    let query = query.bind(staff.raw()).bind(starts.millis()).bind(ends.millis());
    let count: i64 = query.fetch_one(read).await?;
    Ok(count > 0)
}

pub(in crate::meeting) async fn works_with(
    read: &mut AnyConnection,
    meeting: MeetingId,
    staff: StaffId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from staff_scope v join meeting_groups mg on mg.group_id = v.group_id
         where v.staff_id = $1 and mg.meeting_id = $2",
    );
    let count: i64 = query.bind(staff.raw()).bind(meeting.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

/// Whether a round has a moment with the group, taken or free, that meets this one.
pub(in crate::meeting) async fn is_open_at(
    read: &mut AnyConnection,
    meeting: MeetingId,
    (starts, ends): (Moment, Moment),
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from slots where meeting_id = $1 and staff_id is null and withdrawn_at is null
           and starts_at < $3 and ends_at > $2",
    );
    let query = query.bind(meeting.raw()).bind(starts.millis()).bind(ends.millis());
    let count: i64 = query.fetch_one(read).await?;
    Ok(count > 0)
}

/// How many moments with a number between two are somebody's, or kept for somebody.
pub(in crate::meeting) async fn count_gone(
    read: &mut AnyConnection,
    meeting: MeetingId,
    (after, before): (i64, i64),
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from slots where meeting_id = $1 and id > $2 and id < $3
           and (talk_id is not null or offered_talk_id is not null)",
    );
    Ok(query.bind(meeting.raw()).bind(after).bind(before).fetch_one(read).await?)
}

/// Free moments with a number between two leave the range.
pub(in crate::meeting) async fn withdraw_opened(
    write: &mut AnyConnection,
    meeting: MeetingId,
    (after, before): (i64, i64),
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "update slots set withdrawn_at = $4 where meeting_id = $1 and id > $2 and id < $3 and talk_id is null
           and withdrawn_at is null",
    );
    let query = query.bind(meeting.raw()).bind(after).bind(before).bind(now.millis());
    Ok(query.execute(write).await?.rows_affected())
}

/// A moment, free or not.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub(in crate::meeting) struct SlotRow {
    pub id: i64,
    pub meeting_id: i64,
    pub staff_id: Option<i64>,
    pub staff: Option<String>,
    pub day: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub at_home: i64,
    /// 1 for a moment that only stands in the way of others.
    #[sqlx(default)]
    pub taken: i64,
}

macro_rules! slots {
    ($condition:literal) => {
        concat!(
            "select s.id, s.meeting_id, s.staff_id, w.name as staff, s.day, s.starts_at, s.ends_at, s.at_home
             from slots s left join staff_members w on w.id = s.staff_id where ",
            $condition
        )
    };
}

/// Moments that a talk may take now, in order of time, from one on: with somebody of the child's group, and not
/// offered to another talk. Its own moments count as free. With `all`, also what else the same people do, as taken:
/// a talk of several moments does not reach over it.
pub(in crate::meeting) async fn free(
    read: &mut AnyConnection,
    (meeting, talk): (MeetingId, TalkId),
    (from, most, all): ((i64, i64), i64, bool),
    now: Moment,
) -> Result<Vec<SlotRow>> {
    const FREE: &str = "s.meeting_id = $1 and s.withdrawn_at is null and s.starts_at > $3
         and (s.talk_id is null or s.talk_id = $2)
         and (s.offered_talk_id is null or s.offered_talk_id = $2 or s.offered_until <= $3)
         and (s.staff_id is null or exists (
             select 1 from staff_scope v join talks t on t.id = $2 join children ch on ch.id = t.child_id
             where v.staff_id = s.staff_id and v.group_id = ch.group_id))";
    let which = match all {
        true => {
            "(s.meeting_id = $1 or s.staff_id in (
                 select o.staff_id from slots o where o.meeting_id = $1 and o.staff_id is not null))"
        }
        false => FREE,
    };
    let sql = format!(
        "select s.id, s.meeting_id, s.staff_id, w.name as staff, s.day, s.starts_at, s.ends_at, s.at_home,
             case when {FREE} then cast(0 as bigint) else cast(1 as bigint) end as taken
         from slots s left join staff_members w on w.id = s.staff_id
         where {which} and (s.starts_at > $4 or (s.starts_at = $4 and s.id >= $5))
         order by s.starts_at, s.id limit $6 + 0"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    let query = query.bind(meeting.raw()).bind(talk.raw()).bind(now.millis());
    Ok(query.bind(from.0).bind(from.1).bind(most).fetch_all(read).await?)
}

/// The moments of a talk, in order.
pub(in crate::meeting) async fn of_talk(
    read: &mut AnyConnection,
    talk: TalkId,
) -> Result<Vec<SlotRow>> {
    let query = sqlx::query_as(slots!("s.talk_id = $1 order by s.part"));
    Ok(query.bind(talk.raw()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn find(
    read: &mut AnyConnection,
    slot: SlotId,
) -> Result<Option<SlotRow>> {
    let query = sqlx::query_as(slots!("s.id = $1 and s.withdrawn_at is null"));
    Ok(query.bind(slot.raw()).fetch_optional(read).await?)
}

/// Takes a moment of the talk's round for it, if it is free at this very instant, with somebody of the child's
/// group, and the round takes place.
pub(in crate::meeting) async fn take(
    write: &mut AnyConnection,
    slot: i64,
    (talk, part): (TalkId, i64),
    now: Moment,
) -> Result<Option<SlotRow>> {
    let query = sqlx::query_as(
        "update slots set talk_id = $2, part = $3, offered_talk_id = null, offered_until = null, freed_at = null
         where id = $1 and talk_id is null and withdrawn_at is null and starts_at > $4
           and (offered_talk_id is null or offered_talk_id = $2 or offered_until <= $4)
           and exists (select 1 from talks t join meetings m on m.id = t.meeting_id and m.cancelled_at is null
                       where t.id = $2 and t.meeting_id = slots.meeting_id)
           and (staff_id is null or exists (
               select 1 from staff_scope v join talks t on t.id = $2 join children ch on ch.id = t.child_id
               where v.staff_id = slots.staff_id and v.group_id = ch.group_id))
         returning id, meeting_id, staff_id,
             (select w.name from staff_members w where w.id = slots.staff_id) as staff, day, starts_at, ends_at, at_home",
    );
    let query = query.bind(slot).bind(talk.raw()).bind(part).bind(now.millis());
    Ok(query.fetch_optional(write).await?)
}

/// Gives all moments of a talk back: they are offered to who waits, whatever was offered to whom before.
pub(in crate::meeting) async fn give_back(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "delete from slots_asked where slot_id in (select id from slots where talk_id = $1)",
    )
    .bind(talk.raw())
    .execute(&mut *write)
    .await?;
    // Nor are they offered to who gave them back.
    sqlx::query(
        "insert into slots_asked (slot_id, talk_id) select s.id, s.talk_id from slots s where s.talk_id = $1",
    )
    .bind(talk.raw())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query(
        "update slots set talk_id = null, part = null, freed_at = $2 where talk_id = $1",
    );
    query.bind(talk.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Takes moments again that were given back a moment ago in this transaction.
pub(in crate::meeting) async fn take_again(
    write: &mut AnyConnection,
    slot: i64,
    (talk, part): (TalkId, i64),
) -> Result<()> {
    let query = sqlx::query(
        "update slots set talk_id = $2, part = $3, freed_at = null where id = $1 and talk_id is null",
    );
    query.bind(slot).bind(talk.raw()).bind(part).execute(write).await?;
    Ok(())
}

/// Moments of rounds that take place, which are to be offered to who waits; and their clock.
pub(in crate::meeting) async fn freed(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select s.id, o.time_zone from slots s
         join meetings m on m.id = s.meeting_id and m.cancelled_at is null
         join organisations o on o.id = m.organisation_id
         where s.freed_at <= $1 and s.talk_id is null and s.withdrawn_at is null
           and (s.offered_talk_id is null or s.offered_until <= $1)
         order by s.starts_at, s.id",
    );
    Ok(query.bind(now.millis()).fetch_all(read).await?)
}

/// Nobody is left to whom it could be offered.
pub(in crate::meeting) async fn settle_freed(write: &mut AnyConnection, slot: i64) -> Result<()> {
    sqlx::query("update slots set freed_at = null where id = $1").bind(slot).execute(write).await?;
    Ok(())
}

/// New moments of a round are offered to who waits, if somebody does.
pub(in crate::meeting) async fn free_new(
    write: &mut AnyConnection,
    meeting: MeetingId,
    slots: &[i64],
    now: Moment,
) -> Result<()> {
    let waits = sqlx::query_scalar(
        "select count(*) from talks where meeting_id = $1 and waiting_since is not null",
    );
    let waits: i64 = waits.bind(meeting.raw()).fetch_one(&mut *write).await?;
    if waits == 0 {
        return Ok(());
    }
    free_from(write, slots, now).await
}

/// Free moments are offered to who waits from then on.
pub(in crate::meeting) async fn free_from(
    write: &mut AnyConnection,
    slots: &[i64],
    at: Moment,
) -> Result<()> {
    for slot in slots {
        let query = sqlx::query("update slots set freed_at = $2 where id = $1 and talk_id is null");
        query.bind(slot).bind(at.millis()).execute(&mut *write).await?;
    }
    Ok(())
}

/// Keeps a free moment for a talk until then.
pub(in crate::meeting) async fn offer(
    write: &mut AnyConnection,
    slot: i64,
    talk: TalkId,
    (until, now): (Moment, Moment),
) -> Result<bool> {
    let query = sqlx::query(
        "update slots set offered_talk_id = $2, offered_until = $3, freed_at = null
         where id = $1 and talk_id is null and withdrawn_at is null
           and (offered_talk_id is null or offered_until <= $4)",
    );
    let query = query.bind(slot).bind(talk.raw()).bind(until.millis()).bind(now.millis());
    if query.execute(&mut *write).await?.rows_affected() == 0 {
        return Ok(false);
    }
    let asked = sqlx::query(
        "insert into slots_asked (slot_id, talk_id) values ($1, $2) on conflict do nothing",
    );
    asked.bind(slot).bind(talk.raw()).execute(write).await?;
    Ok(true)
}

/// What was offered to a talk is to be offered to the next; how many moments.
pub(in crate::meeting) async fn take_offer_back(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "update slots set offered_talk_id = null, offered_until = null, freed_at = $2 where offered_talk_id = $1",
    );
    Ok(query.bind(talk.raw()).bind(now.millis()).execute(write).await?.rows_affected())
}

/// Whether a moment is kept for a talk.
pub(in crate::meeting) async fn is_offered(
    read: &mut AnyConnection,
    (slot, talk): (SlotId, TalkId),
) -> Result<bool> {
    let query =
        sqlx::query_scalar("select count(*) from slots where id = $1 and offered_talk_id = $2");
    let count: i64 = query.bind(slot.raw()).bind(talk.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

/// Talks of rounds that take place, with an offer that nobody took in time; and their clock.
pub(in crate::meeting) async fn expired_offers(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select distinct s.offered_talk_id, o.time_zone from slots s
         join meetings m on m.id = s.meeting_id and m.cancelled_at is null
         join organisations o on o.id = m.organisation_id
         where s.offered_talk_id is not null and s.offered_until <= $1 order by s.offered_talk_id",
    );
    Ok(query.bind(now.millis()).fetch_all(read).await?)
}

/// A moment leaves the range, unless somebody has taken it.
pub(in crate::meeting) async fn withdraw(
    write: &mut AnyConnection,
    slot: i64,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update slots set withdrawn_at = $2, offered_talk_id = null, offered_until = null
         where id = $1 and talk_id is null and withdrawn_at is null",
    );
    query.bind(slot).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Free moments leave the range; those that are taken stay.
pub(in crate::meeting) async fn withdraw_free(
    write: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "update slots set withdrawn_at = $2, offered_talk_id = null, offered_until = null, freed_at = null
         where meeting_id = $1 and talk_id is null and withdrawn_at is null",
    );
    Ok(query.bind(meeting.raw()).bind(now.millis()).execute(write).await?.rows_affected())
}
