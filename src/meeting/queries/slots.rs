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
/// offered to another talk. Its own moments count as free.
pub(in crate::meeting) async fn free(
    read: &mut AnyConnection,
    (meeting, talk): (MeetingId, TalkId),
    (from, most): ((i64, i64), i64),
    now: Moment,
) -> Result<Vec<SlotRow>> {
    let query = sqlx::query_as(slots!(
        "s.meeting_id = $1 and s.withdrawn_at is null and s.starts_at > $3
         and (s.starts_at > $4 or (s.starts_at = $4 and s.id >= $5))
         and (s.talk_id is null or s.talk_id = $2)
         and (s.offered_talk_id is null or s.offered_talk_id = $2 or s.offered_until <= $3)
         and (s.staff_id is null or exists (
             select 1 from staff_scope v join talks t on t.id = $2 join children ch on ch.id = t.child_id
             where v.staff_id = s.staff_id and v.group_id = ch.group_id))
         order by s.starts_at, s.id limit $6 + 0"
    ));
    let query = query.bind(meeting.raw()).bind(talk.raw()).bind(now.millis());
    Ok(query.bind(from.0).bind(from.1).bind(most).fetch_all(read).await?)
}

/// Moments of a round that a talk may not take, because others have them or are asked about them; from one
/// moment to another.
pub(in crate::meeting) async fn busy(
    read: &mut AnyConnection,
    (meeting, talk): (MeetingId, TalkId),
    (from, until): (i64, i64),
    now: Moment,
) -> Result<Vec<SlotRow>> {
    let query = sqlx::query_as(slots!(
        "s.meeting_id = $1 and s.withdrawn_at is null and s.starts_at >= $3 and s.starts_at <= $4
         and (s.talk_id <> $2 or (s.talk_id is null and s.offered_talk_id <> $2 and s.offered_until > $5))
         order by s.starts_at, s.id"
    ));
    let query = query.bind(meeting.raw()).bind(talk.raw()).bind(from).bind(until);
    Ok(query.bind(now.millis()).fetch_all(read).await?)
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
        "update slots set talk_id = $2, part = $3, offered_talk_id = null, offered_until = null
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

/// Gives all moments of a talk back.
pub(in crate::meeting) async fn give_back(write: &mut AnyConnection, talk: TalkId) -> Result<()> {
    let query = sqlx::query("update slots set talk_id = null, part = null where talk_id = $1");
    query.bind(talk.raw()).execute(write).await?;
    Ok(())
}

/// Takes moments again that were given back a moment ago in this transaction.
pub(in crate::meeting) async fn take_again(
    write: &mut AnyConnection,
    slot: i64,
    (talk, part): (TalkId, i64),
) -> Result<()> {
    let query =
        sqlx::query("update slots set talk_id = $2, part = $3 where id = $1 and talk_id is null");
    query.bind(slot).bind(talk.raw()).bind(part).execute(write).await?;
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
        "update slots set offered_talk_id = $2, offered_until = $3
         where id = $1 and talk_id is null and withdrawn_at is null
           and (offered_talk_id is null or offered_until <= $4)",
    );
    let query = query.bind(slot).bind(talk.raw()).bind(until.millis()).bind(now.millis());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// What was offered to a talk is free again; which moments.
pub(in crate::meeting) async fn take_offer_back(
    write: &mut AnyConnection,
    talk: TalkId,
) -> Result<Vec<i64>> {
    let query = sqlx::query_scalar(
        "update slots set offered_talk_id = null, offered_until = null where offered_talk_id = $1 returning id",
    );
    Ok(query.bind(talk.raw()).fetch_all(write).await?)
}

/// Offers that nobody took in time: round, talk.
pub(in crate::meeting) async fn expired_offers(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<(i64, i64)>> {
    let query = sqlx::query_as(
        "select distinct meeting_id, offered_talk_id from slots
         where offered_talk_id is not null and offered_until <= $1 order by meeting_id, offered_talk_id",
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
        "update slots set withdrawn_at = $2 where meeting_id = $1 and talk_id is null and withdrawn_at is null",
    );
    Ok(query.bind(meeting.raw()).bind(now.millis()).execute(write).await?.rows_affected())
}
