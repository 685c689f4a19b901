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

pub(in crate::meeting) async fn first_waiting(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<FamilyId>> {
    let query = sqlx::query_scalar(
        "select family_id from seats where meeting_id = $1 and state = 'waiting' order by since, family_id limit 1",
    );
    let family: Option<i64> = query.bind(meeting.raw()).fetch_optional(read).await?;
    Ok(family.map(FamilyId::from_raw))
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

pub(in crate::meeting) async fn to_the_end(
    write: &mut AnyConnection,
    meeting: MeetingId,
    family: FamilyId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update seats set since = $3 where meeting_id = $1 and family_id = $2");
    query.bind(meeting.raw()).bind(family.raw()).bind(now.millis()).execute(write).await?;
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

/// Meetings with a place whose time to say yes is over.
pub(in crate::meeting) async fn meetings_with_expired(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<MeetingId>> {
    let query = sqlx::query_scalar(
        "select distinct meeting_id from seats where state = 'offered' and offered_until <= $1 order by meeting_id",
    );
    let ids: Vec<i64> = query.bind(now.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(MeetingId::from_raw).collect())
}
