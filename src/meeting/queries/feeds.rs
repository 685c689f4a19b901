//! Private calendars: their codes, and what stands in them.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::meeting::feeds::FeedOwner;
use crate::roster::{OrganisationId, StaffId};
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// The newest feed of its owner that was not revoked: its number, and the hash of its code.
pub(in crate::meeting) async fn open(
    read: &mut AnyConnection,
    owner: FeedOwner,
) -> Result<Option<(i64, String)>> {
    let query = sqlx::query_as(
        "select id, code_hash from calendar_feeds
         where organisation_id = $1 and coalesce(staff_id, 0) = $2 and revoked_at is null order by id desc limit 1",
    );
    Ok(query.bind(owner.organisation.raw()).bind(staff(owner)).fetch_optional(read).await?)
}

pub(in crate::meeting) async fn revoke(
    write: &mut AnyConnection,
    owner: FeedOwner,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update calendar_feeds set revoked_at = $3
         where organisation_id = $1 and coalesce(staff_id, 0) = $2 and revoked_at is null",
    );
    let query = query.bind(owner.organisation.raw()).bind(staff(owner)).bind(now.millis());
    query.execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn insert(
    write: &mut AnyConnection,
    id: i64,
    owner: FeedOwner,
    hash: &str,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "insert into calendar_feeds (id, organisation_id, staff_id, code_hash, created_at) values ($1, $2, $3, $4, $5)",
    );
    let query = query.bind(id).bind(owner.organisation.raw());
    let query = query.bind(owner.staff.map(StaffId::raw)).bind(hash).bind(now.millis());
    query.execute(write).await?;
    Ok(())
}

/// Nobody's once it was revoked, or its owner was removed.
pub(in crate::meeting) async fn owner(
    read: &mut AnyConnection,
    hash: &str,
) -> Result<Option<FeedOwner>> {
    let query = sqlx::query_as(
        "select f.organisation_id, f.staff_id
         from calendar_feeds f left join staff_members w on w.id = f.staff_id
         where f.code_hash = $1 and f.revoked_at is null
           and (f.staff_id is null or (w.removed_at is null and w.organisation_id = f.organisation_id))",
    );
    let row: Option<(i64, Option<i64>)> = query.bind(hash).fetch_optional(read).await?;
    Ok(row.map(|(organisation, staff)| FeedOwner {
        organisation: OrganisationId::from_raw(organisation),
        staff: staff.map(StaffId::from_raw),
    }))
}

pub(in crate::meeting) async fn staff_name(
    read: &mut AnyConnection,
    staff: StaffId,
) -> Result<String> {
    let query = sqlx::query_scalar("select name from staff_members where id = $1");
    Ok(query.bind(staff.raw()).fetch_one(read).await?)
}

/// 0 stands for the whole organisation.
fn staff(owner: FeedOwner) -> i64 {
    owner.staff.map_or(0, StaffId::raw)
}

/// From when to when, and since when what was called off is still told.
pub(in crate::meeting) struct Span {
    pub from: Moment,
    pub until: Moment,
    pub struck_since: Moment,
}

/// Where it is.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct Site {
    pub place: Option<String>,
    pub location: String,
    pub address: Option<String>,
    pub latitude: Option<String>,
    pub longitude: Option<String>,
}

/// One time of a meeting.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct SessionRow {
    pub id: i64,
    pub sequence: i64,
    pub starts_at: i64,
    pub ends_at: i64,
    pub kind: String,
    pub created_at: i64,
    /// When it, or the whole meeting, was called off.
    pub cancelled_at: Option<i64>,
    pub groups: Option<String>,
    #[sqlx(flatten)]
    pub site: Site,
}

/// Of a member of staff, the meetings of groups that they may see now. The weekly tick of the play-in is nobody's
/// appointment.
pub(in crate::meeting) async fn sessions(
    read: &mut AnyConnection,
    owner: FeedOwner,
    span: &Span,
) -> Result<Vec<SessionRow>> {
    let query = sqlx::query_as(
        "select s.id, s.sequence, s.starts_at, s.ends_at, m.kind, m.created_at,
             coalesce(s.cancelled_at, m.cancelled_at) as cancelled_at,
             (select string_agg(g.name, $6) from meeting_groups mg join groups g on g.id = mg.group_id
              where mg.meeting_id = m.id) as groups,
             m.place, l.name as location, l.address, l.latitude, l.longitude
         from sessions s join meetings m on m.id = s.meeting_id join locations l on l.id = m.location_id
         where m.organisation_id = $1 and m.base <> 'play-in' and s.starts_at >= $3 and s.starts_at < $4
           and (coalesce(s.cancelled_at, m.cancelled_at) is null or coalesce(s.cancelled_at, m.cancelled_at) >= $5)
           and ($2 = 0 or m.id in (
               select mg.meeting_id from meeting_groups mg
               where mg.group_id in (select v.group_id from staff_scope v where v.staff_id = $2)))
         order by s.starts_at, s.id",
    );
    let query = query.bind(owner.organisation.raw()).bind(staff(owner)).bind(span.from.millis());
    let query = query.bind(span.until.millis()).bind(span.struck_since.millis());
    Ok(query.bind(SEPARATOR).fetch_all(read).await?)
}

/// A talk that is booked, or was called off a while ago.
#[derive(Clone, Debug, FromRow)]
pub(in crate::meeting) struct TalkRow {
    pub id: i64,
    pub sequence: i64,
    pub starts_at: i64,
    pub ends_at: i64,
    pub at_home: i64,
    pub kind: String,
    pub changed_at: i64,
    pub is_struck: i64,
    pub group_name: String,
    /// Only for who has the talk, and may see the child.
    pub child: Option<String>,
    #[sqlx(flatten)]
    pub site: Site,
}

/// Of a member of staff, the talks with them, and those with nobody in particular of their own groups.
pub(in crate::meeting) async fn talks(
    read: &mut AnyConnection,
    owner: FeedOwner,
    span: &Span,
) -> Result<Vec<TalkRow>> {
    let query = sqlx::query_as(
        "select k.id, k.sequence, k.starts_at, k.ends_at, k.at_home, k.kind, k.changed_at, k.is_struck,
             g.name as group_name,
             case when $2 <> 0 and ch.group_id in (
                 select v.group_id from staff_scope v where v.staff_id = $2) then ch.name end as child,
             m.place, l.name as location, l.address, l.latitude, l.longitude
         from (
             select t.id, t.sequence, s.starts_at, s.at_home, t.kind, t.child_id, s.staff_id, s.meeting_id,
                 (select max(e.ends_at) from slots e where e.talk_id = t.id) as ends_at,
                 coalesce(t.booked_at, 0) as changed_at, cast(0 as bigint) as is_struck
             from slots s join talks t on t.id = s.talk_id and t.organisation_id = $1
             where s.part = 0 and s.starts_at >= $3 and s.starts_at < $4
             union all
             select t.id, t.sequence, s.starts_at, s.at_home, t.kind, t.child_id, s.staff_id, s.meeting_id,
                 t.called_off_ends_at, t.called_off_at, cast(1 as bigint)
             from talks t join slots s on s.id = t.called_off_slot_id
             where t.organisation_id = $1 and t.called_off_at >= $5 and t.booked_at is null and s.starts_at >= $3 and s.starts_at < $4
         ) k
         join children ch on ch.id = k.child_id join groups g on g.id = ch.group_id
         join meetings m on m.id = k.meeting_id join locations l on l.id = m.location_id
         where $2 = 0 or k.staff_id = $2
            or (k.staff_id is null and ch.group_id in (
                select own.group_id from staff_groups own where own.staff_id = $2))
         order by k.starts_at, k.id",
    );
    let query = query.bind(owner.organisation.raw()).bind(staff(owner)).bind(span.from.millis());
    let query = query.bind(span.until.millis()).bind(span.struck_since.millis());
    Ok(query.fetch_all(read).await?)
}
