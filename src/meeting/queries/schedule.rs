//! Children with what the schedule of talks needs, and the talks that were held about them.

use jiff::civil::Date;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use crate::meeting::noting::TalkMoment;
use crate::meeting::schedule::{Childhood, Held};
use crate::roster::{ChildId, FamilyId, GroupId, OrganisationId};
use crate::store::Result;

/// A child with its talks.
pub(in crate::meeting) struct ChildRow {
    pub id: ChildId,
    pub name: String,
    pub family: FamilyId,
    pub group: GroupId,
    pub group_name: String,
    pub childhood: Childhood,
    pub talks: Vec<Held>,
}

/// A row for each talk of a child, and one for a child without; a child's rows stand together. $1 organisation, $2
/// first and $3 last day, $4 today.
const CHILDREN: &str = "select ch.id, ch.name, ch.family_id, ch.group_id, g.name as group_name, ch.born, ch.starts,
        ch.leaves, t.held_on, t.moment, t.meeting_id
    from families f
    join children ch on ch.family_id = f.id
    join groups g on g.id = ch.group_id
    left join talks t on t.child_id = ch.id and t.outcome = 'held' and t.held_on <= $4
    where f.organisation_id = $1 and (ch.starts is null or ch.starts <= $3) and (ch.leaves is null or ch.leaves >= $2)";

/// Children who were there on one of the days, with their talks until today; of these groups only.
pub(in crate::meeting) async fn children(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    groups: Option<&[GroupId]>,
    ((from, until), today): ((Date, Date), Date),
) -> Result<Vec<ChildRow>> {
    let groups_or_all = groups.map_or_else(String::new, |groups| {
        let places: Vec<String> =
            (5..groups.len() + 5).map(|number| format!("${number}")).collect();
        format!(" and ch.group_id in ({})", places.join(","))
    });
    let sql = format!("{CHILDREN}{groups_or_all} order by ch.id, t.held_on, t.id");
    let mut query = sqlx::query(AssertSqlSafe(sql))
        .bind(organisation.raw())
        .bind(from.to_string())
        .bind(until.to_string())
        .bind(today.to_string());
    for group in groups.unwrap_or_default() {
        query = query.bind(group.raw());
    }
    let mut children: Vec<ChildRow> = Vec::new();
    for row in query.fetch_all(read).await? {
        let id = ChildId::from_raw(row.try_get("id")?);
        let talk = held(&row)?;
        match children.last_mut() {
            Some(last) if last.id == id => last.talks.extend(talk),
            _ => children.push(ChildRow { talks: talk.into_iter().collect(), ..child(id, &row)? }),
        }
    }
    Ok(children)
}

fn child(id: ChildId, row: &AnyRow) -> Result<ChildRow> {
    let day = |column: &str| -> Result<Option<Date>> {
        Ok(row.try_get::<Option<String>, _>(column)?.and_then(|day| day.parse().ok()))
    };
    let born: Option<String> = row.try_get("born")?;
    Ok(ChildRow {
        id,
        name: row.try_get("name")?,
        family: FamilyId::from_raw(row.try_get("family_id")?),
        group: GroupId::from_raw(row.try_get("group_id")?),
        group_name: row.try_get("group_name")?,
        childhood: Childhood {
            born: born.and_then(|month| format!("{month}-01").parse().ok()),
            starts: day("starts")?,
            leaves: day("leaves")?,
        },
        talks: Vec::new(),
    })
}

fn held(row: &AnyRow) -> Result<Option<Held>> {
    let on: Option<String> = row.try_get("held_on")?;
    let moment: Option<String> = row.try_get("moment")?;
    let round = row.try_get("meeting_id")?;
    let moment = moment.as_deref().and_then(TalkMoment::from_word);
    Ok(on.and_then(|on| on.parse().ok()).map(|on| Held { on, moment, round }))
}
