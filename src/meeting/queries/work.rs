//! What staff see of the meetings of their own groups.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::attending::Passer;
use crate::meeting::reaching::Reach;
use crate::meeting::{MeetingId, SessionId};
use crate::outbox::names;
use crate::roster::{FamilyId, GroupId, LocationId, Scope};
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// Whether all groups of a meeting `m` are those of a member of staff.
macro_rules! theirs {
    ($staff:literal) => {
        concat!(
            "not exists (select 1 from meeting_groups mg where mg.meeting_id = m.id and not exists (
                 select 1 from staff_scope v where v.staff_id = ",
            $staff,
            " and v.group_id = mg.group_id))"
        )
    };
}

/// Whether all groups of a meeting are somebody's own.
pub(in crate::meeting) async fn is_within(
    read: &mut AnyConnection,
    scope: Scope,
    meeting: MeetingId,
) -> Result<bool> {
    let query = sqlx::query_scalar(concat!(
        "select count(*) from meetings m where m.id = $1 and m.organisation_id = $2 and ",
        theirs!("$3")
    ));
    let query = query.bind(meeting.raw()).bind(scope.organisation().raw());
    let count: i64 = query.bind(scope.staff().raw()).fetch_one(read).await?;
    Ok(count > 0)
}

/// Times `s` of meetings `m` that stand on somebody's list: over since $3 with a list that nobody completed, and
/// of each meeting the first that is not over before $4.
macro_rules! on_the_list {
    () => {
        concat!(
            " from sessions s join meetings m on m.id = s.meeting_id and m.organisation_id = $1
             where m.base <> 'play-in' and m.cancelled_at is null and s.cancelled_at is null
               and ((s.ends_at > $3 and s.ends_at <= $4 and s.list_closed_at is null)
                    or (s.ends_at > $4 and not exists (
                        select 1 from sessions e where e.meeting_id = s.meeting_id and e.cancelled_at is null
                          and e.ends_at > $4 and e.starts_at < s.starts_at)))
               and ",
            theirs!("$2")
        )
    };
}

/// A page of that list: lists that wait first, then by time. Each with whether its list waits.
pub(in crate::meeting) async fn agenda(
    read: &mut AnyConnection,
    scope: Scope,
    (since, morning): (Moment, Moment),
    (from, most): (i64, i64),
) -> Result<Vec<(SessionId, bool)>> {
    let query = sqlx::query_as(concat!(
        "select s.id, case when s.ends_at <= $4 then 0 else 1 end as place",
        on_the_list!(),
        " order by place, s.starts_at, s.id limit $5 + 0 offset $6 + 0"
    ));
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw());
    let query = query.bind(since.millis()).bind(morning.millis()).bind(most).bind(from);
    let rows: Vec<(i64, i64)> = query.fetch_all(read).await?;
    Ok(rows.into_iter().map(|(id, place)| (SessionId::from_raw(id), place == 0)).collect())
}

/// How long that list is.
pub(in crate::meeting) async fn count_agenda(
    read: &mut AnyConnection,
    scope: Scope,
    (since, morning): (Moment, Moment),
) -> Result<i64> {
    let query = sqlx::query_scalar(concat!("select count(*)", on_the_list!()));
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw());
    Ok(query.bind(since.millis()).bind(morning.millis()).fetch_one(read).await?)
}

/// Their meetings with a time that begins at a moment.
pub(in crate::meeting) async fn beginning(
    read: &mut AnyConnection,
    scope: Scope,
    starts: Moment,
) -> Result<Vec<MeetingId>> {
    let query = sqlx::query_scalar(concat!(
        "select m.id from sessions s join meetings m on m.id = s.meeting_id and m.organisation_id = $1
         where s.starts_at = $3 and s.cancelled_at is null and m.cancelled_at is null and ",
        theirs!("$2"),
        " order by m.id"
    ));
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw());
    let ids: Vec<i64> = query.bind(starts.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(MeetingId::from_raw).collect())
}

/// Their rounds of talks with a moment that ends after another, by the first of those moments.
pub(in crate::meeting) async fn rounds(
    read: &mut AnyConnection,
    scope: Scope,
    after: Moment,
) -> Result<Vec<MeetingId>> {
    let query = sqlx::query_scalar(concat!(
        "select m.id from meetings m
         join slots t on t.meeting_id = m.id and t.withdrawn_at is null and t.ends_at > $3
         where m.organisation_id = $1 and m.cancelled_at is null and ",
        theirs!("$2"),
        " group by m.id order by min(t.starts_at), m.id"
    ));
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw());
    let ids: Vec<i64> = query.bind(after.millis()).fetch_all(read).await?;
    Ok(ids.into_iter().map(MeetingId::from_raw).collect())
}

#[derive(FromRow)]
struct ReachRow {
    family_id: i64,
    children: i64,
    connected: i64,
    languages: Option<String>,
}

/// The families of a group on a day.
pub(in crate::meeting) async fn reach(
    read: &mut AnyConnection,
    group: GroupId,
    day: Date,
) -> Result<Vec<Reach>> {
    let query = sqlx::query_as(
        "select ch.family_id, count(*) as children,
             (select count(*) from carers c where c.family_id = ch.family_id and c.chat_id is not null
                and c.consented_at is not null and c.stopped_at is null and c.unreachable_at is null) as connected,
             (select string_agg(c.language, $3) from carers c where c.family_id = ch.family_id) as languages
         from children ch where ch.group_id = $1 and (ch.starts is null or ch.starts <= $2)
           and (ch.leaves is null or ch.leaves >= $2)
         group by ch.family_id",
    );
    let query = query.bind(group.raw()).bind(day.to_string()).bind(SEPARATOR);
    let rows: Vec<ReachRow> = query.fetch_all(read).await?;
    let reach = |row: ReachRow| Reach {
        family: FamilyId::from_raw(row.family_id),
        children: row.children,
        is_connected: row.connected > 0,
        languages: names(row.languages.as_deref())
            .iter()
            .filter_map(|tag| HomeLanguage::parse(tag))
            .collect(),
    };
    Ok(rows.into_iter().map(reach).collect())
}

#[derive(FromRow)]
struct PasserRow {
    family_id: i64,
    children: Option<String>,
    group_id: i64,
    group_name: String,
}

/// The families of a location on a day, each in the group of its child.
pub(in crate::meeting) async fn passers(
    read: &mut AnyConnection,
    location: LocationId,
    day: Date,
) -> Result<Vec<Passer>> {
    let query = sqlx::query_as(
        "select ch.family_id, string_agg(ch.name, $3) as children, g.id as group_id, g.name as group_name
         from groups g join children ch on ch.group_id = g.id
         where g.location_id = $1 and (ch.starts is null or ch.starts <= $2)
           and (ch.leaves is null or ch.leaves >= $2)
         group by ch.family_id, g.id, g.name",
    );
    let query = query.bind(location.raw()).bind(day.to_string()).bind(SEPARATOR);
    let rows: Vec<PasserRow> = query.fetch_all(read).await?;
    let passer = |row: PasserRow| Passer {
        family: FamilyId::from_raw(row.family_id),
        children: names(row.children.as_deref()),
        group: (GroupId::from_raw(row.group_id), row.group_name),
    };
    Ok(rows.into_iter().map(passer).collect())
}

/// Whether somebody wants to hear every morning what takes place.
pub(in crate::meeting) async fn has_mornings(
    read: &mut AnyConnection,
    scope: Scope,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from staff_members where id = $1 and organisation_id = $2 and mornings_from is not null",
    );
    let query = query.bind(scope.staff().raw()).bind(scope.organisation().raw());
    let count: i64 = query.fetch_one(read).await?;
    Ok(count > 0)
}

pub(in crate::meeting) async fn set_mornings(
    write: &mut AnyConnection,
    scope: Scope,
    from: Option<Moment>,
) -> Result<()> {
    let query = sqlx::query(
        "update staff_members set mornings_from = $3 where id = $1 and organisation_id = $2",
    );
    let query = query.bind(scope.staff().raw()).bind(scope.organisation().raw());
    query.bind(from.map(Moment::millis)).execute(write).await?;
    Ok(())
}
