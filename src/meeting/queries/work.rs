//! What staff see of the meetings of their own groups.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::MeetingId;
use crate::meeting::attending::Passer;
use crate::meeting::reaching::Reach;
use crate::outbox::names;
use crate::roster::{FamilyId, GroupId, LocationId, Scope};
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// Whether all groups of a meeting are somebody's own.
pub(in crate::meeting) async fn is_within(
    read: &mut AnyConnection,
    scope: Scope,
    meeting: MeetingId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from meetings m where m.id = $1 and m.organisation_id = $2
           and exists (select 1 from meeting_groups mg where mg.meeting_id = m.id)
           and not exists (select 1 from meeting_groups mg where mg.meeting_id = m.id and not exists (
               select 1 from staff_scope v where v.staff_id = $3 and v.group_id = mg.group_id))",
    );
    let query = query.bind(meeting.raw()).bind(scope.organisation().raw());
    let count: i64 = query.bind(scope.staff().raw()).fetch_one(read).await?;
    Ok(count > 0)
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
