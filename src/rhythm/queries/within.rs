//! The SQL of themes as one member of staff may see them.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::library::ActivityId;
use crate::rhythm::within::{Handout, Receiver};
use crate::roster::{FamilyId, Scope};
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// Runs in a group of the scope, and whether all their groups are in it.
pub(in crate::rhythm) async fn runs(
    read: &mut AnyConnection,
    scope: Scope,
) -> Result<Vec<(i64, bool)>> {
    let query = sqlx::query(
        "select r.id, count(case when v.group_id is null then 1 end) as outside
         from theme_runs r
         join theme_run_groups g on g.run_id = r.id
         left join staff_scope v on v.group_id = g.group_id and v.staff_id = $1
         where r.organisation_id = $2 and r.stopped_at is null
         group by r.id having count(v.group_id) > 0",
    );
    let query = query.bind(scope.staff().raw()).bind(scope.organisation().raw());
    let rows = query.fetch_all(read).await?;
    let read = |row: &AnyRow| Ok((row.try_get("id")?, row.try_get::<i64, _>("outside")? == 0));
    rows.iter().map(read).collect()
}

pub(in crate::rhythm) async fn handouts(
    read: &mut AnyConnection,
    scope: Scope,
) -> Result<Vec<Handout>> {
    let query = sqlx::query(
        "select a.id, coalesce(x.title, a.slug) as title
         from activities a
         left join activity_texts x on x.activity_id = a.id and x.language = 'nl'
         where a.materials = 1 and a.withdrawn_at is null and a.theme_id in (
             select r.theme_id from theme_runs r
             join theme_run_groups g on g.run_id = r.id
             join staff_scope v on v.group_id = g.group_id
             where v.staff_id = $1 and r.organisation_id = $2 and r.stopped_at is null)
         order by (select max(r.id) from theme_runs r where r.theme_id = a.theme_id) desc, a.theme_id,
             a.position",
    );
    let query = query.bind(scope.staff().raw()).bind(scope.organisation().raw());
    let rows = query.fetch_all(read).await?;
    let read = |row: &AnyRow| {
        let activity = ActivityId::from_raw(row.try_get("id")?);
        Ok(Handout { activity, title: row.try_get("title")? })
    };
    rows.iter().map(read).collect()
}

pub(in crate::rhythm) async fn receivers(
    read: &mut AnyConnection,
    scope: Scope,
    activity: ActivityId,
    today: &str,
) -> Result<Vec<Receiver>> {
    let query = sqlx::query(
        "select ch.family_id, min(g.name) as group_name, string_agg(ch.name, $5) as children,
             (select count(*) from materials_given h
              where h.activity_id = $3 and h.family_id = ch.family_id) as given
         from staff_scope v
         join groups g on g.id = v.group_id
         join children ch on ch.group_id = g.id
         where v.staff_id = $1 and v.organisation_id = $2
           and (ch.starts is null or ch.starts <= $4) and (ch.leaves is null or ch.leaves >= $4)
           and exists (
               select 1 from activities a
               join theme_runs r on r.theme_id = a.theme_id and r.stopped_at is null
               join theme_run_groups rg on rg.run_id = r.id
               where a.id = $3 and a.materials = 1 and rg.group_id = v.group_id)
         group by ch.family_id order by group_name, children, ch.family_id",
    );
    let query = query.bind(scope.staff().raw()).bind(scope.organisation().raw());
    let query = query.bind(activity.raw()).bind(today.to_owned()).bind(SEPARATOR);
    let rows = query.fetch_all(read).await?;
    let read = |row: &AnyRow| {
        let children: Option<String> = row.try_get("children")?;
        Ok(Receiver {
            family: FamilyId::from_raw(row.try_get("family_id")?),
            children: crate::outbox::names(children.as_deref()),
            group: row.try_get("group_name")?,
            has_them: row.try_get::<i64, _>("given")? > 0,
        })
    };
    rows.iter().map(read).collect()
}

pub(in crate::rhythm) async fn tick(
    write: &mut AnyConnection,
    activity: ActivityId,
    receiver: &Receiver,
    now: Moment,
) -> Result<()> {
    let sql = if receiver.has_them {
        "delete from materials_given where activity_id = $1 and family_id = $2"
    } else {
        "insert into materials_given (activity_id, family_id, given_at) values ($1, $2, $3)
         on conflict (activity_id, family_id) do nothing"
    };
    let query = sqlx::query(sql).bind(activity.raw()).bind(receiver.family.raw());
    let query = if receiver.has_them { query } else { query.bind(now.millis()) };
    query.execute(write).await?;
    Ok(())
}
