//! What carers said.

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::meeting::MeetingId;
use crate::meeting::answering::{Answer, Interpreting};
use crate::roster::{CarerId, FamilyId};
use crate::store::Result;

/// The family of a carer who has a child in the meeting's groups that has not left; one with a VE indication when it
/// is for those.
pub(in crate::meeting) async fn family_of(
    read: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    today: &str,
) -> Result<Option<FamilyId>> {
    let query = sqlx::query_scalar(
        "select c.family_id from carers c where c.id = $2 and exists (
             select 1 from carer_children cc join children ch on ch.id = cc.child_id
             join meeting_groups mg on mg.group_id = ch.group_id and mg.meeting_id = $1
             join meetings m on m.id = mg.meeting_id and (m.audience = 'all' or ch.ve = 1)
             where cc.carer_id = c.id and (ch.leaves is null or ch.leaves >= $3))",
    );
    let query = query.bind(meeting.raw()).bind(carer.raw()).bind(today.to_owned());
    let family: Option<i64> = query.fetch_optional(read).await?;
    Ok(family.map(FamilyId::from_raw))
}

pub(in crate::meeting) async fn family_of_carer(
    read: &mut AnyConnection,
    carer: CarerId,
) -> Result<Option<FamilyId>> {
    let query = sqlx::query_scalar("select family_id from carers where id = $1").bind(carer.raw());
    let family: Option<i64> = query.fetch_optional(read).await?;
    Ok(family.map(FamilyId::from_raw))
}

pub(in crate::meeting) async fn answer_of(
    read: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
) -> Result<Option<Answer>> {
    let query =
        sqlx::query_scalar("select answer from rsvps where meeting_id = $1 and carer_id = $2");
    let word: Option<String> =
        query.bind(meeting.raw()).bind(carer.raw()).fetch_optional(read).await?;
    Ok(word.as_deref().and_then(Answer::from_word))
}

/// Replaces the answer of before; who interprets comes from what is kept about the carer.
pub(in crate::meeting) async fn keep(
    write: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    answer: Answer,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into rsvps (meeting_id, carer_id, answer, interpreter, answered_at)
         select cast($1 as bigint), c.id, $3,
             case when c.interpreter = 1 then coalesce(c.interpreter_by, 'school') end, cast($4 as bigint)
         from carers c where c.id = $2
         on conflict (meeting_id, carer_id) do update
             set answer = excluded.answer, interpreter = excluded.interpreter, answered_at = excluded.answered_at",
    )
    .bind(meeting.raw())
    .bind(carer.raw())
    .bind(answer.word())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::meeting) async fn says_yes(
    read: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from rsvps r join carers c on c.id = r.carer_id
         where r.meeting_id = $1 and c.family_id = $2 and r.answer = 'yes'",
    );
    let count: i64 = query.bind(meeting.raw()).bind(family.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

pub(in crate::meeting) async fn keep_people(
    write: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    people: i64,
) -> Result<bool> {
    let query = sqlx::query(
        "update rsvps set people = $3 where meeting_id = $1 and carer_id = $2 and answer = 'yes'",
    );
    let query = query.bind(meeting.raw()).bind(carer.raw()).bind(people);
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// For this carer, and for the answers and talks of theirs that are still to come.
pub(in crate::meeting) async fn keep_interpreter(
    write: &mut AnyConnection,
    carer: CarerId,
    who: Option<Interpreting>,
    now: Moment,
) -> Result<()> {
    let word = who.map(Interpreting::word);
    sqlx::query("update carers set interpreter = $2, interpreter_by = $3 where id = $1")
        .bind(carer.raw())
        .bind(i64::from(who.is_some()))
        .bind(word)
        .execute(&mut *write)
        .await?;
    sqlx::query(
        "update rsvps set interpreter = $2 where carer_id = $1 and meeting_id in (
             select meeting_id from sessions where ends_at > $3 and cancelled_at is null)",
    )
    .bind(carer.raw())
    .bind(word)
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    sqlx::query("update talks set interpreter = $2 where carer_id = $1 and outcome is null")
        .bind(carer.raw())
        .bind(word)
        .execute(write)
        .await?;
    Ok(())
}

/// A carer took the file for a calendar: later changes bring a new one.
pub(in crate::meeting) async fn took_file(
    write: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    now: Moment,
) -> Result<()> {
    let query =
        sqlx::query("update rsvps set calendar_at = $3 where meeting_id = $1 and carer_id = $2");
    query.bind(meeting.raw()).bind(carer.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}
