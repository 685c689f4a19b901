//! Talks: which children still need one, who booked, who waits, what came of it.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::meeting::by_staff::Partner;
use crate::meeting::{Interpreting, MeetingId, Slot, Talk, TalkId};
use crate::roster::{CarerId, ChatId, ChildId, FamilyId, OrganisationId};
use crate::store::Result;

/// A talk as it stands.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub(in crate::meeting) struct TalkRow {
    pub id: i64,
    pub meeting_id: Option<i64>,
    pub child_id: i64,
    pub child: String,
    pub family_id: i64,
    pub group_id: i64,
    pub household: String,
    pub carer_id: Option<i64>,
    pub kind: String,
    pub sequence: i64,
    pub booked_at: Option<i64>,
    pub waiting_since: Option<i64>,
    pub interpreter: Option<String>,
    pub calendar_at: Option<i64>,
    pub outcome: Option<String>,
}

macro_rules! talks {
    ($condition:literal) => {
        concat!(
            "select t.id, t.meeting_id, t.child_id, ch.name as child, ch.family_id, ch.group_id, t.household,
                 t.carer_id, t.kind, t.sequence, t.booked_at, t.waiting_since, t.interpreter, t.calendar_at, t.outcome
             from talks t join children ch on ch.id = t.child_id where ",
            $condition
        )
    };
}

pub(in crate::meeting) async fn find(
    read: &mut AnyConnection,
    talk: TalkId,
) -> Result<Option<TalkRow>> {
    let query = sqlx::query_as(talks!("t.id = $1")).bind(talk.raw());
    Ok(query.fetch_optional(read).await?)
}

pub(in crate::meeting) async fn is_in(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    talk: TalkId,
) -> Result<bool> {
    let query =
        sqlx::query_scalar("select count(*) from talks where id = $1 and organisation_id = $2");
    let count: i64 = query.bind(talk.raw()).bind(organisation.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

pub(in crate::meeting) async fn was_held(read: &mut AnyConnection, talk: TalkId) -> Result<bool> {
    let query = sqlx::query_scalar("select count(*) from talks where id = $1 and outcome = 'held'");
    let count: i64 = query.bind(talk.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

/// Who may talk about which child of a family in a round, by the child's name.
pub(in crate::meeting) async fn partners(
    read: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
    today: &str,
) -> Result<Vec<Partner>> {
    let query = sqlx::query_as(
        "select ch.id, ch.name as child, c.id as carer_id, c.name as carer, coalesce(c.household, '') as household
         from meetings m join meeting_groups mg on mg.meeting_id = m.id
         join children ch on ch.group_id = mg.group_id and ch.family_id = $2 and (m.audience = 'all' or ch.ve = 1)
         join carer_children cc on cc.child_id = ch.id join carers c on c.id = cc.carer_id
         where m.id = $1 and (ch.leaves is null or ch.leaves >= $3)
         order by ch.name, ch.id, case when c.chat_id is not null and c.consented_at is not null
             and c.stopped_at is null and c.unreachable_at is null then 0 else 1 end, c.name, c.id",
    );
    let query = query.bind(meeting.raw()).bind(family.raw()).bind(today.to_owned());
    let rows: Vec<(i64, String, i64, String, String)> = query.fetch_all(read).await?;
    let partner = |(child, child_name, carer, carer_name, household)| Partner {
        child: ChildId::from_raw(child),
        child_name,
        carer: CarerId::from_raw(carer),
        carer_name,
        household,
    };
    Ok(rows.into_iter().map(partner).collect())
}

/// The children about whom a carer may have a talk in a round, by name, with the carer's household.
pub(in crate::meeting) async fn children(
    read: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    today: &str,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select ch.id, coalesce(c.household, '') as household
         from carers c join carer_children cc on cc.carer_id = c.id join children ch on ch.id = cc.child_id
         join meeting_groups mg on mg.group_id = ch.group_id and mg.meeting_id = $1
         join meetings m on m.id = mg.meeting_id
         where c.id = $2 and (ch.leaves is null or ch.leaves >= $3) and (m.audience = 'all' or ch.ve = 1)
         order by ch.name, ch.id",
    );
    let query = query.bind(meeting.raw()).bind(carer.raw()).bind(today.to_owned());
    Ok(query.fetch_all(read).await?)
}

/// The talk about a child with a household, made at the first use; as long as it has no moment it is that of the
/// carer who asked last.
pub(in crate::meeting) async fn of_child(
    write: &mut AnyConnection,
    new_id: i64,
    meeting: MeetingId,
    (child, household): (ChildId, &str),
    carer: CarerId,
) -> Result<TalkRow> {
    sqlx::query(
        "insert into talks (id, organisation_id, meeting_id, child_id, household, carer_id, kind, interpreter)
         select cast($1 as bigint), m.organisation_id, m.id, cast($3 as bigint), $4, c.id, m.kind,
             case when c.interpreter = 1 then coalesce(c.interpreter_by, 'school') end
         from meetings m cross join carers c where m.id = $2 and c.id = $5
         on conflict (meeting_id, child_id, household) where meeting_id is not null
         do update set carer_id = excluded.carer_id, interpreter = excluded.interpreter
         where talks.booked_at is null and talks.waiting_since is null and talks.outcome is null",
    )
    .bind(new_id)
    .bind(meeting.raw())
    .bind(child.raw())
    .bind(household)
    .bind(carer.raw())
    .execute(&mut *write)
    .await?;
    let query =
        sqlx::query_as(talks!("t.meeting_id = $1 and t.child_id = $2 and t.household = $3"));
    let query = query.bind(meeting.raw()).bind(child.raw()).bind(household.to_owned());
    Ok(query.fetch_one(write).await?)
}

/// Two transactions about one talk wait for each other; whether it has a moment. `None`: it was held, and stays so.
pub(in crate::meeting) async fn lock(
    write: &mut AnyConnection,
    talk: TalkId,
) -> Result<Option<bool>> {
    let query = sqlx::query_as(
        "update talks set sequence = sequence where id = $1 returning booked_at, outcome",
    );
    let found: Option<(Option<i64>, Option<String>)> =
        query.bind(talk.raw()).fetch_optional(write).await?;
    let open = found.filter(|(_, outcome)| outcome.as_deref() != Some("held"));
    Ok(open.map(|(booked_at, _)| booked_at.is_some()))
}

pub(in crate::meeting) async fn booked(
    write: &mut AnyConnection,
    talk: &Talk,
    carer: Option<CarerId>,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update talks set booked_at = $3, carer_id = coalesce($2, carer_id), waiting_since = null, wish = null,
             reminded_at = null, outcome = null, noted_at = null, noted_by = null, told_after_at = null,
             called_off_at = null, called_off_slot_id = null, called_off_ends_at = null, sequence = sequence + 1,
             interpreter = $4
         where id = $1",
    );
    let query = query.bind(talk.id.raw()).bind(carer.map(CarerId::raw)).bind(now.millis());
    query.bind(talk.interpreter.map(Interpreting::word)).execute(write).await?;
    Ok(())
}

/// It has no moment any more; which one it was, calendars still show for a while.
pub(in crate::meeting) async fn cancelled(
    write: &mut AnyConnection,
    talk: TalkId,
    gone: &Slot,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update talks set booked_at = null, reminded_at = null, called_off_at = $2, called_off_slot_id = $3,
             called_off_ends_at = $4, sequence = sequence + 1
         where id = $1",
    );
    let query = query.bind(talk.raw()).bind(now.millis()).bind(gone.id.raw());
    query.bind(gone.ends.millis()).execute(write).await?;
    Ok(())
}

/// Who waits already keeps the place in the list.
pub(in crate::meeting) async fn waits(
    write: &mut AnyConnection,
    talk: TalkId,
    wish: Option<&str>,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "update talks set waiting_since = coalesce(waiting_since, $3), wish = coalesce($2, wish)
         where id = $1 and (outcome is null or outcome <> 'held')
           and exists (select 1 from meetings m where m.id = talks.meeting_id and m.cancelled_at is null)",
    );
    let query = query.bind(talk.raw()).bind(wish).bind(now.millis());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

pub(in crate::meeting) async fn to_the_end(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update talks set waiting_since = $2 where id = $1 and waiting_since is not null",
    );
    query.bind(talk.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Talks of a round that wait for a moment, who waits longest first: those that were not asked about this one,
/// whose child is still there and whose carer can be written to.
pub(in crate::meeting) async fn waiting(
    read: &mut AnyConnection,
    meeting: MeetingId,
    slot: i64,
    today: &str,
) -> Result<Vec<TalkRow>> {
    let query = sqlx::query_as(talks!(
        "t.meeting_id = $1 and t.waiting_since is not null
         and (ch.leaves is null or ch.leaves >= $3)
         and exists (select 1 from carers c where c.id = t.carer_id and c.chat_id is not null
                     and c.consented_at is not null and c.stopped_at is null and c.unreachable_at is null)
         and not exists (select 1 from slots_asked a where a.slot_id = $2 and a.talk_id = t.id)
         and not exists (select 1 from slots s where s.offered_talk_id = t.id)
         order by t.waiting_since, t.id"
    ));
    Ok(query.bind(meeting.raw()).bind(slot).bind(today.to_owned()).fetch_all(read).await?)
}

/// Rounds with free moments for a child, which were announced.
pub(in crate::meeting) async fn rounds_of(
    read: &mut AnyConnection,
    child: ChildId,
    now: Moment,
) -> Result<Vec<MeetingId>> {
    let query = sqlx::query_scalar(
        "select distinct m.id from children ch join meeting_groups mg on mg.group_id = ch.group_id
         join meetings m on m.id = mg.meeting_id and m.cancelled_at is null and (m.audience = 'all' or ch.ve = 1)
             and m.invite_at <= $2
         where ch.id = $1 and exists (
             select 1 from slots s where s.meeting_id = m.id and s.starts_at > $2 and s.withdrawn_at is null)
         order by m.id",
    );
    let ids: Vec<i64> = query.bind(child.raw()).bind(now.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(MeetingId::from_raw).collect())
}

/// The other children of a carer.
pub(in crate::meeting) async fn other_children(
    read: &mut AnyConnection,
    carer: CarerId,
    child: ChildId,
    today: &str,
) -> Result<Vec<i64>> {
    let query = sqlx::query_scalar(
        "select ch.id from carer_children cc join children ch on ch.id = cc.child_id
         where cc.carer_id = $1 and ch.id <> $2 and (ch.leaves is null or ch.leaves >= $3) order by ch.name, ch.id",
    );
    let query = query.bind(carer.raw()).bind(child.raw()).bind(today.to_owned());
    Ok(query.fetch_all(read).await?)
}

pub(in crate::meeting) async fn household_of(
    read: &mut AnyConnection,
    carer: CarerId,
) -> Result<Option<String>> {
    let query = sqlx::query_scalar("select coalesce(household, '') from carers where id = $1")
        .bind(carer.raw());
    Ok(query.fetch_optional(read).await?)
}

/// The carer of a chat with an organisation's bot who may speak for a talk of it, and who interprets for them: it is
/// about a child of theirs that has not left, and with their household. A chat has the same number with every bot.
pub(in crate::meeting) async fn carer_in_chat(
    read: &mut AnyConnection,
    (organisation, talk): (OrganisationId, TalkId),
    (chat, today): (ChatId, &str),
) -> Result<Option<(i64, Option<String>)>> {
    let query = sqlx::query_as(
        "select c.id, case when c.interpreter = 1 then coalesce(c.interpreter_by, 'school') end as interpreter
         from talks t join children ch on ch.id = t.child_id and (ch.leaves is null or ch.leaves >= $3)
         join carers c on c.chat_id = $2 and c.consented_at is not null and c.stopped_at is null
             and coalesce(c.household, '') = t.household
         join families f on f.id = c.family_id and f.organisation_id = t.organisation_id
         join carer_children cc on cc.child_id = t.child_id and cc.carer_id = c.id
         where t.id = $1 and t.organisation_id = $4 order by c.id limit 1",
    );
    let query = query.bind(talk.raw()).bind(chat.raw()).bind(today.to_owned());
    Ok(query.bind(organisation.raw()).fetch_optional(read).await?)
}

pub(in crate::meeting) async fn took_file(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update talks set calendar_at = $2 where id = $1");
    query.bind(talk.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Booked talks of a round that are still to come.
pub(in crate::meeting) async fn booked_ahead(
    read: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<Vec<TalkId>> {
    let query = sqlx::query_scalar(
        "select s.talk_id from slots s where s.meeting_id = $1 and s.part = 0 and s.starts_at > $2 and s.talk_id is not null
         order by s.starts_at, s.id",
    );
    let ids: Vec<i64> = query.bind(meeting.raw()).bind(now.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(TalkId::from_raw).collect())
}
