//! Who was there.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::attending::{Attendee, Presence};
use crate::meeting::{MeetingId, SessionId};
use crate::outbox::names;
use crate::roster::{FamilyId, GroupId, OrganisationId};
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

#[derive(FromRow)]
struct AttendeeRow {
    family_id: i64,
    children: Option<String>,
    group_name: String,
    yes: i64,
    people: Option<i64>,
    interpreter: Option<String>,
    seen: i64,
    said: i64,
    interpreter_there: Option<i64>,
}

/// Families with a child in the meeting's groups that day, and whoever was there.
pub(in crate::meeting) async fn attendees(
    read: &mut AnyConnection,
    meeting: MeetingId,
    session: SessionId,
    day: Date,
) -> Result<Vec<Attendee>> {
    let rows: Vec<AttendeeRow> = sqlx::query_as(
        "select f.id as family_id, string_agg(ch.name, $4) as children, min(g.name) as group_name,
             (select count(*) from rsvps r join carers c on c.id = r.carer_id
              where r.meeting_id = $1 and c.family_id = f.id and r.answer = 'yes'
                and not exists (select 1 from seats s where s.meeting_id = $1 and s.family_id = f.id
                                and s.state <> 'taken')) as yes,
             (select cast(sum(coalesce(r.people, 1)) as bigint) from rsvps r join carers c on c.id = r.carer_id
              where r.meeting_id = $1 and c.family_id = f.id and r.answer = 'yes') as people,
             (select min(c.language) from rsvps r join carers c on c.id = r.carer_id
              where r.meeting_id = $1 and c.family_id = f.id and r.answer = 'yes'
                and r.interpreter = 'school') as interpreter,
             (select count(*) from attendance a where a.session_id = $2 and a.family_id = f.id
                and a.evidence = 'seen') as seen,
             (select count(*) from attendance a where a.session_id = $2 and a.family_id = f.id
                and a.evidence = 'said') as said,
             (select max(a.interpreter_there) from attendance a where a.session_id = $2 and a.family_id = f.id)
                 as interpreter_there
         from meetings m
         join families f on f.organisation_id = m.organisation_id
         join children ch on ch.family_id = f.id
         join groups g on g.id = ch.group_id
         where m.id = $1
           and ((ch.group_id in (select mg.group_id from meeting_groups mg where mg.meeting_id = $1)
                 and (ch.starts is null or ch.starts <= $3) and (ch.leaves is null or ch.leaves >= $3)
                 and (m.audience = 'all' or ch.ve = 1))
                or f.id in (select a.family_id from attendance a where a.session_id = $2))
         group by f.id",
    )
    .bind(meeting.raw())
    .bind(session.raw())
    .bind(day.to_string())
    .bind(SEPARATOR)
    .fetch_all(read)
    .await?;
    let attendee = |row: AttendeeRow| Attendee {
        family: FamilyId::from_raw(row.family_id),
        children: names(row.children.as_deref()),
        group: row.group_name,
        said_yes: row.yes > 0,
        people: row.people.unwrap_or(0),
        interpreter: row.interpreter.as_deref().and_then(HomeLanguage::parse),
        seen: row.seen > 0,
        said: row.said > 0,
        interpreter_there: row.interpreter_there.map(|it| it == 1),
    };
    Ok(rows.into_iter().map(attendee).collect())
}

/// False when it was noted before.
pub(in crate::meeting) async fn note(
    write: &mut AnyConnection,
    session: SessionId,
    family: FamilyId,
    presence: Presence,
    (by, now): (&str, Moment),
) -> Result<bool> {
    let query = sqlx::query(
        "insert into attendance (session_id, family_id, evidence, noted_at, noted_by) values ($1, $2, $3, $4, $5)
         on conflict (session_id, family_id, evidence) do nothing",
    );
    let query = query.bind(session.raw()).bind(family.raw()).bind(presence.word());
    let query = query.bind(now.millis()).bind(by.to_owned());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

pub(in crate::meeting) async fn forget(
    write: &mut AnyConnection,
    session: SessionId,
    family: FamilyId,
    presence: Presence,
) -> Result<bool> {
    let query = sqlx::query(
        "delete from attendance where session_id = $1 and family_id = $2 and evidence = $3",
    );
    let query = query.bind(session.raw()).bind(family.raw()).bind(presence.word());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

pub(in crate::meeting) async fn note_interpreter(
    write: &mut AnyConnection,
    session: SessionId,
    family: FamilyId,
    was_there: bool,
) -> Result<bool> {
    let query = sqlx::query(
        "update attendance set interpreter_there = $3 where session_id = $1 and family_id = $2 and evidence = 'seen'",
    );
    let query = query.bind(session.raw()).bind(family.raw()).bind(i64::from(was_there));
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// A list that was told about is not closed anew.
pub(in crate::meeting) async fn close(
    write: &mut AnyConnection,
    session: SessionId,
    closed_at: Option<Moment>,
) -> Result<bool> {
    let query = sqlx::query(
        "update sessions set list_closed_at = $2 where id = $1 and told_after_at is null
           and (list_closed_at is null) = (cast($2 as bigint) is not null)",
    );
    let query = query.bind(session.raw()).bind(closed_at.map(Moment::millis));
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// The play-in of a group.
pub(in crate::meeting) async fn play_in_of(
    read: &mut AnyConnection,
    group: GroupId,
) -> Result<Option<MeetingId>> {
    let query = sqlx::query_scalar(
        "select m.id from meetings m join meeting_groups mg on mg.meeting_id = m.id
         where mg.group_id = $1 and m.base = 'play-in' and m.cancelled_at is null and m.invite_at is null
         order by m.id limit 1",
    );
    let id: Option<i64> = query.bind(group.raw()).fetch_optional(read).await?;
    Ok(id.map(MeetingId::from_raw))
}

pub(in crate::meeting) async fn new_play_in(
    write: &mut AnyConnection,
    id: i64,
    (organisation, group): (OrganisationId, GroupId),
    (by, now): (&str, Moment),
) -> Result<MeetingId> {
    sqlx::query(
        "insert into meetings (id, organisation_id, location_id, kind, base, audience, created_at, created_by)
         select cast($1 as bigint), cast($2 as bigint), g.location_id, 'play-in', 'play-in', 'all', cast($4 as bigint), $5
         from groups g where g.id = $3",
    )
    .bind(id)
    .bind(organisation.raw())
    .bind(group.raw())
    .bind(now.millis())
    .bind(by.to_owned())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query("insert into meeting_groups (meeting_id, group_id) values ($1, $2)");
    query.bind(id).bind(group.raw()).execute(write).await?;
    Ok(MeetingId::from_raw(id))
}

/// The week that begins on a Monday; its number counts weeks since 1970.
pub(in crate::meeting) async fn week_of(
    write: &mut AnyConnection,
    id: i64,
    (meeting, monday): (MeetingId, Date),
    (starts, ends): (Moment, Moment),
) -> Result<SessionId> {
    let number = starts.millis().div_euclid(7 * 86_400_000);
    sqlx::query(
        "insert into sessions (id, meeting_id, number, day, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (meeting_id, number) do nothing",
    )
    .bind(id)
    .bind(meeting.raw())
    .bind(number)
    .bind(monday.to_string())
    .bind(starts.millis())
    .bind(ends.millis())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query_scalar("select id from sessions where meeting_id = $1 and number = $2");
    let id: i64 = query.bind(meeting.raw()).bind(number).fetch_one(write).await?;
    Ok(SessionId::from_raw(id))
}
