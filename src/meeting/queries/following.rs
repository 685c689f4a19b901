//! What is due of meetings, and whom to write to.

use sqlx::{AnyConnection, FromRow, Row};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::standing::Meeting;
use crate::meeting::{MeetingId, SessionId, TalkId};
use crate::roster::{self, CarerId, ChatId, FamilyId, Organisation, OrganisationId};
use crate::store::{Error, Result};

/// A carer who can be written to.
pub(in crate::meeting) struct Reader {
    pub organisation: OrganisationId,
    pub chat: ChatId,
    pub language: HomeLanguage,
    pub second: Option<HomeLanguage>,
}

pub(in crate::meeting) async fn reader(
    read: &mut AnyConnection,
    carer: CarerId,
) -> Result<Option<Reader>> {
    let row = sqlx::query(
        "select f.organisation_id, c.chat_id, c.language,
             case when c.second_language_confirmed_at is not null then c.second_language end as second_language
         from carers c join families f on f.id = c.family_id
         where c.id = $1 and c.chat_id is not null and c.consented_at is not null and c.stopped_at is null
           and c.unreachable_at is null",
    )
    .bind(carer.raw())
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (language, second): (String, Option<String>) =
        (row.try_get("language")?, row.try_get("second_language")?);
    Ok(Some(Reader {
        organisation: OrganisationId::from_raw(row.try_get("organisation_id")?),
        chat: ChatId::from_raw(row.try_get("chat_id")?),
        language: HomeLanguage::parse(&language).unwrap_or(HomeLanguage::DUTCH),
        second: second.as_deref().and_then(HomeLanguage::parse),
    }))
}

pub(in crate::meeting) async fn organisation(
    read: &mut AnyConnection,
    id: OrganisationId,
) -> Result<Organisation> {
    let mut all = roster::organisations(read).await?;
    all.retain(|it| it.id == id);
    all.pop().ok_or_else(|| Error::Unknown { kind: "organisation", value: id.to_string() })
}

/// A time, or a talk, with its clock.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct Due {
    pub id: i64,
    pub meeting_id: i64,
    pub starts_at: i64,
    pub time_zone: String,
    /// When they last heard or chose that it is at this moment, if it was at another.
    pub known_at: Option<i64>,
}

pub(in crate::meeting) async fn sessions_to_remind(
    read: &mut AnyConnection,
    now: Moment,
    until: Moment,
) -> Result<Vec<Due>> {
    let query = sqlx::query_as(
        "select s.id, s.meeting_id, s.starts_at, o.time_zone,
             (select max(n.created_at) from mailings n where n.session_id = s.id and n.slug = 'moved'
              and n.cancelled_at is null) as known_at
         from sessions s join meetings m on m.id = s.meeting_id join organisations o on o.id = m.organisation_id
         where s.starts_at > $1 and s.starts_at <= $2 and s.reminded_at is null and s.cancelled_at is null
           and m.cancelled_at is null and m.base <> 'play-in' order by s.starts_at, s.id",
    );
    Ok(query.bind(now.millis()).bind(until.millis()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn talks_to_remind(
    read: &mut AnyConnection,
    now: Moment,
    until: Moment,
) -> Result<Vec<Due>> {
    let query = sqlx::query_as(
        "select t.id, s.meeting_id, s.starts_at, o.time_zone, t.booked_at as known_at
         from slots s join talks t on t.id = s.talk_id join organisations o on o.id = t.organisation_id
         join meetings m on m.id = s.meeting_id and m.cancelled_at is null
         join children ch on ch.id = t.child_id and (ch.leaves is null or ch.leaves >= s.day)
         where s.starts_at > $1 and s.starts_at <= $2 and s.part = 0 and t.reminded_at is null
         order by s.starts_at, s.id",
    );
    Ok(query.bind(now.millis()).bind(until.millis()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn reminded(
    write: &mut AnyConnection,
    session: SessionId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update sessions set reminded_at = $2 where id = $1");
    query.bind(session.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn talk_reminded(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update talks set reminded_at = $2 where id = $1");
    query.bind(talk.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// When a meeting `m` begins that still does, or the last moment of a round of talks.
const STARTS: &str = "coalesce((select min(s.starts_at) from sessions s
        where s.meeting_id = m.id and s.cancelled_at is null),
        (select max(t.starts_at) from slots t where t.meeting_id = m.id and t.withdrawn_at is null))";

/// Meetings whose invitation left before `first`, that begin after `start`, and were not told of again.
pub(in crate::meeting) async fn to_invite_again(
    read: &mut AnyConnection,
    first: Moment,
    start: Moment,
) -> Result<Vec<(i64, String)>> {
    let sql = format!(
        "select m.id, o.time_zone from mailings i
         join meetings m on m.id = i.meeting_id join organisations o on o.id = m.organisation_id
         where i.meeting_id is not null and i.slug = 'invitation' and i.state = 'released' and i.cancelled_at is null
           and i.released_at <= $1 and m.cancelled_at is null and m.base <> 'play-in' and {STARTS} > $2
           and not exists (select 1 from mailings a where a.meeting_id = m.id and a.slug = 'again')
         order by m.id"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    Ok(query.bind(first.millis()).bind(start.millis()).fetch_all(read).await?)
}

/// Meetings to which the silent were invited again before `again`, and that have not begun.
pub(in crate::meeting) async fn to_hand_over(
    read: &mut AnyConnection,
    again: Moment,
    now: Moment,
) -> Result<Vec<(i64, OrganisationId)>> {
    let sql = format!(
        "select m.id, m.organisation_id from mailings a join meetings m on m.id = a.meeting_id
         where a.meeting_id is not null and a.slug = 'again' and a.cancelled_at is null and a.released_at <= $1
           and m.cancelled_at is null and m.handed_over_at is null and {STARTS} > $2 order by m.id"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    let rows: Vec<(i64, i64)> =
        query.bind(again.millis()).bind(now.millis()).fetch_all(read).await?;
    Ok(rows.into_iter().map(|(id, whose)| (id, OrganisationId::from_raw(whose))).collect())
}

pub(in crate::meeting) async fn handed_over(
    write: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update meetings set handed_over_at = $2 where id = $1");
    query.bind(meeting.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Meetings whose silent families were handed over to a person, and that have begun or were called off.
pub(in crate::meeting) async fn over(read: &mut AnyConnection, now: Moment) -> Result<Vec<i64>> {
    let sql = format!(
        "select m.id from meetings m where m.handed_over_at is not null and m.settled_at is null
           and (m.cancelled_at is not null or {STARTS} <= $1) order by m.id"
    );
    let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql));
    Ok(query.bind(now.millis()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn settled(
    write: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update meetings set settled_at = $2 where id = $1");
    query.bind(meeting.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Families who got both invitations and never answered, each with a carer.
pub(in crate::meeting) async fn without_answer(
    read: &mut AnyConnection,
    meeting: MeetingId,
    today: &str,
) -> Result<Vec<(FamilyId, CarerId)>> {
    let query = sqlx::query_as(
        "select c.family_id, min(c.id) from deliveries d
         join mailings a on a.id = d.mailing_id and a.meeting_id = $1 and a.slug = 'again'
         join carers c on c.id = d.carer_id
         where d.part = 0 and d.state = 'delivered' and not exists (
             select 1 from rsvps r join carers o on o.id = r.carer_id
             where r.meeting_id = $1 and o.family_id = c.family_id)
           and exists (select 1 from children ch where ch.family_id = c.family_id
                       and (ch.leaves is null or ch.leaves >= $2))
         group by c.family_id order by c.family_id",
    );
    let rows: Vec<(i64, i64)> =
        query.bind(meeting.raw()).bind(today.to_owned()).fetch_all(read).await?;
    Ok(pairs(rows))
}

/// Families with a child for whom nobody chose a moment, connected or not.
pub(in crate::meeting) async fn without_talk(
    read: &mut AnyConnection,
    meeting: MeetingId,
    today: &str,
) -> Result<Vec<(FamilyId, CarerId)>> {
    let query = sqlx::query_as(
        "select ch.family_id, min(c.id) from meeting_groups mg
         join meetings m on m.id = mg.meeting_id
         join children ch on ch.group_id = mg.group_id and (m.audience = 'all' or ch.ve = 1)
         join carers c on c.family_id = ch.family_id
         where mg.meeting_id = $1 and (ch.starts is null or ch.starts <= $2)
           and (ch.leaves is null or ch.leaves >= $2) and not exists (
             select 1 from talks t where t.meeting_id = $1 and t.child_id = ch.id
               and (t.booked_at is not null or t.outcome = 'held'))
         group by ch.family_id order by ch.family_id",
    );
    let rows: Vec<(i64, i64)> =
        query.bind(meeting.raw()).bind(today.to_owned()).fetch_all(read).await?;
    Ok(pairs(rows))
}

fn pairs(rows: Vec<(i64, i64)>) -> Vec<(FamilyId, CarerId)> {
    rows.into_iter()
        .map(|(family, carer)| (FamilyId::from_raw(family), CarerId::from_raw(carer)))
        .collect()
}

/// Times whose list staff closed before a moment, and nobody was told anything yet.
pub(in crate::meeting) async fn lists_closed(
    read: &mut AnyConnection,
    until: Moment,
) -> Result<Vec<Due>> {
    let query = sqlx::query_as(
        "select s.id, s.meeting_id, s.starts_at, o.time_zone, cast(null as bigint) as known_at
         from sessions s join meetings m on m.id = s.meeting_id join organisations o on o.id = m.organisation_id
         where s.list_closed_at <= $1 and s.ends_at <= $1 and s.told_after_at is null and s.cancelled_at is null and m.base <> 'play-in'
         order by s.id",
    );
    Ok(query.bind(until.millis()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn told_after(
    write: &mut AnyConnection,
    session: SessionId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update sessions set told_after_at = $2 where id = $1");
    query.bind(session.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// The next meeting of this kind for one of these groups, which families hear of in the chat.
pub(in crate::meeting) async fn next_of_kind(
    read: &mut AnyConnection,
    meeting: &Meeting,
    now: Moment,
) -> Result<Option<MeetingId>> {
    let query = sqlx::query_scalar(
        "select m.id from meetings m join sessions s on s.meeting_id = m.id
         where m.organisation_id = $1 and m.kind = $2 and m.id <> $3 and m.cancelled_at is null
           and m.invite_at is not null and s.starts_at > $4 and s.cancelled_at is null
           and (m.audience = 'all' or exists (select 1 from meetings w where w.id = $3 and w.audience = m.audience))
           and not exists (select 1 from sessions e where e.meeting_id = m.id and e.starts_at <= $4
                           and e.cancelled_at is null)
           and not exists (select 1 from meeting_groups mine where mine.meeting_id = $3 and mine.group_id not in (
                 select theirs.group_id from meeting_groups theirs where theirs.meeting_id = m.id))
         order by s.starts_at limit 1",
    );
    let query = query.bind(meeting.organisation.raw()).bind(meeting.kind.slug.clone());
    let query = query.bind(meeting.id.raw()).bind(now.millis());
    let id: Option<i64> = query.fetch_optional(read).await?;
    Ok(id.map(MeetingId::from_raw))
}

/// Families who said yes and were not there, now and the time before, and nowhere in between.
pub(in crate::meeting) async fn missed_twice(
    read: &mut AnyConnection,
    session: SessionId,
    now: Moment,
) -> Result<Vec<(FamilyId, CarerId)>> {
    let query = sqlx::query_as(
        "select c.family_id, min(c.id) from sessions s
         join rsvps r on r.meeting_id = s.meeting_id and r.answer = 'yes'
         join carers c on c.id = r.carer_id
         where s.id = $1
           and not exists (select 1 from seats w where w.meeting_id = s.meeting_id and w.family_id = c.family_id
                           and w.state <> 'taken')
           and not exists (select 1 from attendance a join sessions e on e.id = a.session_id
                           where a.family_id = c.family_id and e.starts_at > $2 - 7776000000)
           and exists (select 1 from sessions e join rsvps b on b.meeting_id = e.meeting_id and b.answer = 'yes'
                       join carers o on o.id = b.carer_id
                       where o.family_id = c.family_id and e.id <> s.id and e.list_closed_at is not null
                         and not exists (select 1 from seats w where w.meeting_id = e.meeting_id
                                         and w.family_id = c.family_id and w.state <> 'taken')
                         and e.starts_at < s.starts_at and e.starts_at > $2 - 7776000000)
         group by c.family_id order by c.family_id",
    );
    let rows: Vec<(i64, i64)> =
        query.bind(session.raw()).bind(now.millis()).fetch_all(read).await?;
    Ok(pairs(rows))
}

/// Talks of which staff noted the outcome before a moment: number, clock, outcome.
pub(in crate::meeting) async fn talks_noted(
    read: &mut AnyConnection,
    until: Moment,
) -> Result<Vec<(i64, String, String)>> {
    let query = sqlx::query_as(
        "select t.id, o.time_zone, t.outcome from talks t join organisations o on o.id = t.organisation_id
         where t.noted_at <= $1 and t.told_after_at is null and t.outcome is not null and t.meeting_id is not null
         order by t.id",
    );
    Ok(query.bind(until.millis()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn talk_told_after(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query("update talks set told_after_at = $2 where id = $1");
    query.bind(talk.raw()).bind(now.millis()).execute(write).await?;
    Ok(())
}
