//! Meetings and their times.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::Siblings;
use crate::meeting::planning::NewMeeting;
use crate::meeting::{MeetingId, SessionId};
use crate::roster::{GroupId, OrganisationId};
use crate::store::Result;

pub(in crate::meeting) async fn insert(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    id: MeetingId,
    new: &NewMeeting,
    (by, now): (&str, Moment),
) -> Result<()> {
    sqlx::query(
        "insert into meetings (id, organisation_id, location_id, kind, base, place, siblings, audience, capacity,
             picture_id, invite_at, created_at, created_by, interpreter_minutes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(id.raw())
    .bind(organisation.raw())
    .bind(new.location.raw())
    .bind(&new.kind.slug)
    .bind(new.kind.base.word())
    .bind(&new.place)
    .bind(new.siblings.map(Siblings::word))
    .bind(new.audience.word())
    .bind(new.capacity)
    .bind(&new.picture)
    .bind(new.invite_at.map(Moment::millis))
    .bind(now.millis())
    .bind(by)
    .bind(new.interpreter_minutes)
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::meeting) async fn add_group(
    write: &mut AnyConnection,
    meeting: MeetingId,
    group: GroupId,
) -> Result<()> {
    let query = sqlx::query(
        "insert into meeting_groups (meeting_id, group_id) values ($1, $2) on conflict do nothing",
    );
    query.bind(meeting.raw()).bind(group.raw()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn keep_line(
    write: &mut AnyConnection,
    meeting: MeetingId,
    language: HomeLanguage,
    line: &str,
) -> Result<()> {
    let query = sqlx::query(
        "insert into meeting_lines (meeting_id, language, line) values ($1, $2, $3)
         on conflict (meeting_id, language) do update set line = excluded.line",
    );
    query.bind(meeting.raw()).bind(language.tag()).bind(line).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn insert_session(
    write: &mut AnyConnection,
    id: i64,
    (meeting, number): (MeetingId, i64),
    day: Date,
    (starts, ends): (Moment, Moment),
) -> Result<()> {
    let query = sqlx::query(
        "insert into sessions (id, meeting_id, number, day, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6)",
    );
    let query = query.bind(id).bind(meeting.raw()).bind(number).bind(day.to_string());
    query.bind(starts.millis()).bind(ends.millis()).execute(write).await?;
    Ok(())
}

/// A meeting as it is kept.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct MeetingRow {
    pub id: i64,
    pub organisation_id: i64,
    pub location_id: i64,
    pub location: String,
    pub address: Option<String>,
    pub latitude: Option<String>,
    pub longitude: Option<String>,
    pub kind: String,
    pub place: Option<String>,
    pub siblings: Option<String>,
    pub audience: String,
    pub capacity: Option<i64>,
    pub picture_id: Option<String>,
    pub invite_at: Option<i64>,
    pub cancelled_at: Option<i64>,
    pub cancelled_why: Option<String>,
}

macro_rules! meetings {
    ($condition:literal) => {
        concat!(
            "select m.id, m.organisation_id, m.location_id, l.name as location, l.address, l.latitude, l.longitude,
                 m.kind, m.place, m.siblings, m.audience, m.capacity, m.picture_id, m.invite_at,
                 m.cancelled_at, m.cancelled_why
             from meetings m join locations l on l.id = m.location_id where ",
            $condition
        )
    };
}

pub(in crate::meeting) async fn find(
    read: &mut AnyConnection,
    id: MeetingId,
) -> Result<Option<MeetingRow>> {
    let query = sqlx::query_as(meetings!("m.id = $1")).bind(id.raw());
    Ok(query.fetch_optional(read).await?)
}

/// Meetings with a time, or a slot, that ends after a moment; the weekly tick is not one of them.
pub(in crate::meeting) async fn coming(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    after: Moment,
) -> Result<Vec<MeetingRow>> {
    let query = sqlx::query_as(meetings!(
        "m.organisation_id = $1 and m.base <> 'play-in'
         and (exists (select 1 from sessions s where s.meeting_id = m.id and s.ends_at > $2)
              or exists (select 1 from slots t where t.meeting_id = m.id and t.ends_at > $2)
              or (m.cancelled_at is null
                  and not exists (select 1 from sessions s where s.meeting_id = m.id)
                  and not exists (select 1 from slots t where t.meeting_id = m.id)))
         order by m.id"
    ));
    Ok(query.bind(organisation.raw()).bind(after.millis()).fetch_all(read).await?)
}

/// Everything that was ever planned, the newest first.
pub(in crate::meeting) async fn all(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<MeetingRow>> {
    let query = sqlx::query_as(meetings!("m.organisation_id = $1 order by m.id desc"));
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

/// One time of a meeting.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct SessionRow {
    pub id: i64,
    pub number: i64,
    pub starts_at: i64,
    pub ends_at: i64,
    pub sequence: i64,
    pub cancelled_at: Option<i64>,
    pub list_closed_at: Option<i64>,
}

pub(in crate::meeting) async fn sessions(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<SessionRow>> {
    let query = sqlx::query_as(
        "select id, number, starts_at, ends_at, sequence, cancelled_at, list_closed_at
         from sessions where meeting_id = $1 order by starts_at, number",
    );
    Ok(query.bind(meeting.raw()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn meeting_of(
    read: &mut AnyConnection,
    session: SessionId,
) -> Result<Option<MeetingId>> {
    let query = sqlx::query_scalar("select meeting_id from sessions where id = $1");
    let id: Option<i64> = query.bind(session.raw()).fetch_optional(read).await?;
    Ok(id.map(MeetingId::from_raw))
}

/// First and last moment of a round of talks, and nothing when it has no slots.
pub(in crate::meeting) async fn slot_range(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<(Moment, Moment)>> {
    let query = sqlx::query_as(
        "select min(starts_at), max(starts_at) from slots where meeting_id = $1 and withdrawn_at is null",
    );
    let (first, last): (Option<i64>, Option<i64>) =
        query.bind(meeting.raw()).fetch_one(read).await?;
    Ok(first.zip(last).map(|(first, last)| (Moment::from_millis(first), Moment::from_millis(last))))
}

/// Groups of a meeting, as `Location/Group`.
pub(in crate::meeting) async fn groups(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select g.id, l.name || '/' || g.name as name from meeting_groups mg join groups g on g.id = mg.group_id
         join locations l on l.id = g.location_id where mg.meeting_id = $1 order by name",
    );
    Ok(query.bind(meeting.raw()).fetch_all(read).await?)
}

pub(in crate::meeting) async fn lines(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<(String, String)>> {
    let query = sqlx::query_as("select language, line from meeting_lines where meeting_id = $1");
    Ok(query.bind(meeting.raw()).fetch_all(read).await?)
}

/// Puts a time at another moment; the reminder is for the new one.
pub(in crate::meeting) async fn move_session(
    write: &mut AnyConnection,
    session: SessionId,
    day: Date,
    (starts, ends): (Moment, Moment),
) -> Result<()> {
    let query = sqlx::query(
        "update sessions set day = $2, starts_at = $3, ends_at = $4, sequence = sequence + 1, reminded_at = null,
             list_closed_at = null, told_after_at = null
         where id = $1",
    );
    let query = query.bind(session.raw()).bind(day.to_string());
    query.bind(starts.millis()).bind(ends.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn cancel(
    write: &mut AnyConnection,
    meeting: MeetingId,
    why: Option<&str>,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "update meetings set cancelled_at = $2, cancelled_why = $3 where id = $1 and cancelled_at is null",
    );
    let query = query.bind(meeting.raw()).bind(now.millis()).bind(why);
    let is_new = query.execute(&mut *write).await?.rows_affected() > 0;
    if is_new {
        sqlx::query(
            "update sessions set cancelled_at = $2, sequence = sequence + 1
             where meeting_id = $1 and cancelled_at is null and starts_at > $2",
        )
        .bind(meeting.raw())
        .bind(now.millis())
        .execute(write)
        .await?;
    }
    Ok(is_new)
}

pub(in crate::meeting) async fn cancel_session(
    write: &mut AnyConnection,
    session: SessionId,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "update sessions set cancelled_at = $2, sequence = sequence + 1 where id = $1 and cancelled_at is null",
    );
    let query = query.bind(session.raw()).bind(now.millis());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// Two transactions about one meeting's places wait for each other; whether it takes place.
pub(in crate::meeting) async fn lock(
    write: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "update meetings set created_at = created_at where id = $1 returning cancelled_at",
    );
    let cancelled: Option<Option<i64>> = query.bind(meeting.raw()).fetch_optional(write).await?;
    Ok(cancelled == Some(None))
}

/// How long a talk of this round takes with an interpreter, when that is longer.
pub(in crate::meeting) async fn interpreter_minutes(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar("select interpreter_minutes from meetings where id = $1");
    Ok(query.bind(meeting.raw()).fetch_one(read).await?)
}

pub(in crate::meeting) async fn keep_interpreter_minutes(
    write: &mut AnyConnection,
    meeting: MeetingId,
    minutes: i64,
) -> Result<()> {
    let query = sqlx::query("update meetings set interpreter_minutes = $2 where id = $1");
    query.bind(meeting.raw()).bind(minutes).execute(write).await?;
    Ok(())
}

/// It takes place after all, with every time of it that was called off at that moment.
pub(in crate::meeting) async fn revive(
    write: &mut AnyConnection,
    meeting: MeetingId,
    called_off_at: Moment,
) -> Result<()> {
    // Families to whom a person is to speak were settled by the cancellation: they are handed over again.
    sqlx::query(
        "update meetings set cancelled_at = null, cancelled_why = null, settled_at = null,
             handed_over_at = case when settled_at is null then handed_over_at end
         where id = $1",
    )
    .bind(meeting.raw())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query(
        "update sessions set cancelled_at = null, sequence = sequence + 1 where meeting_id = $1 and cancelled_at = $2",
    );
    query.bind(meeting.raw()).bind(called_off_at.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn keep_code(
    write: &mut AnyConnection,
    session: SessionId,
    hash: &str,
) -> Result<()> {
    let query = sqlx::query(
        "insert into session_codes (session_id, code_hash) values ($1, $2) on conflict do nothing",
    );
    query.bind(session.raw()).bind(hash.to_owned()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn session_of_code(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    hash: &str,
) -> Result<Option<SessionId>> {
    let query = sqlx::query_scalar(
        "select s.id from session_codes k join sessions s on s.id = k.session_id
         join meetings m on m.id = s.meeting_id and m.organisation_id = $1 where k.code_hash = $2",
    );
    let id: Option<i64> =
        query.bind(organisation.raw()).bind(hash.to_owned()).fetch_optional(read).await?;
    Ok(id.map(SessionId::from_raw))
}
