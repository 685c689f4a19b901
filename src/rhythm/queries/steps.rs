//! Which child gets which activity.

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::rhythm::RunId;
use crate::store::Result;

/// The last family of the next chunk among those with a child in the run's groups.
pub(in crate::rhythm) async fn chunk_end(
    read: &mut AnyConnection,
    run: RunId,
    after: i64,
    size: i64,
) -> Result<(Option<i64>, i64)> {
    let families: Vec<i64> = sqlx::query_scalar(
        "select distinct ch.family_id from theme_run_groups rg
         join children ch on ch.group_id = rg.group_id
         where rg.run_id = $1 and ch.family_id > $2 order by ch.family_id limit $3 + 0",
    )
    .bind(run.raw())
    .bind(after)
    .bind(size)
    .fetch_all(read)
    .await?;
    Ok((families.last().copied(), i64::try_from(families.len()).unwrap_or(i64::MAX)))
}

/// A step for every child of these families that is in the run and has none in this week. Of the
/// activities that fit its age and that it has not had, a child gets the one that most of its brothers
/// and sisters in the run can have too, and of those the first: so a family does one thing together.
/// A child whose birth month is not known gets what there is; one that nothing suits gets a step that says so.
pub(in crate::rhythm) async fn decide(
    write: &mut AnyConnection,
    (run, week): (RunId, i64),
    families: (i64, i64),
    day: &str,
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "insert into steps (run_id, week, child_id, activity_id, level, reason, decided_at)
         with chosen as materialized (
             select ch.id as child_id, ch.family_id, r.theme_id,
                 case when ch.born is null then null else
                     (cast(substr($5, 1, 4) as bigint) - cast(substr(ch.born, 1, 4) as bigint)) * 12
                     + cast(substr($5, 6, 2) as bigint) - cast(substr(ch.born, 6, 2) as bigint) end as months
             from theme_runs r
             cross join theme_run_groups rg
             cross join children ch
             where r.id = $1 and rg.run_id = r.id and ch.group_id = rg.group_id
               and ch.family_id > $3 and ch.family_id <= $4
               and (r.audience = 'all' or ch.ve = 1)
               and (ch.starts is null or ch.starts <= $5) and (ch.leaves is null or ch.leaves >= $5)
               and not exists (
                   select 1 from steps s where s.run_id = $1 and s.week = $2 and s.child_id = ch.id)
         ), suited as materialized (
             select c.child_id, c.family_id, a.id as activity_id, a.position,
                 case when a.id is null then null when exists (
                     select 1 from steps s where s.child_id = c.child_id and s.activity_id = a.id)
                 then 1 else 0 end as had
             from chosen c left join activities a
               on a.theme_id = c.theme_id and a.withdrawn_at is null
               and (c.months is null or (a.months_from <= c.months and c.months < a.months_to))
         ), fitting as (
             select f.*, count(*) over (partition by f.family_id, f.activity_id, f.had) as together from suited f
         ), ranked as (
             select child_id, activity_id, had, row_number() over (
                 partition by child_id order by had, together desc, position, activity_id) as place
             from fitting
         )
         select cast($1 as bigint), cast($2 as bigint), k.child_id,
             case when k.had = 0 then k.activity_id end, coalesce(l.level, 'as_is'),
             case when k.had = 1 then 'all_done' when k.had is null then 'age' end, cast($6 as bigint)
         from ranked k
         left join child_levels l on l.child_id = k.child_id
         where k.place = 1",
    );
    let query = query.bind(run.raw()).bind(week).bind(families.0).bind(families.1);
    Ok(query.bind(day).bind(now.millis()).execute(write).await?.rows_affected())
}

/// The activities and levels of these families' steps in a week.
pub(in crate::rhythm) async fn activities(
    read: &mut AnyConnection,
    (run, week): (RunId, i64),
    families: (i64, i64),
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select s.activity_id, s.level from theme_run_groups rg
         cross join children ch cross join steps s
         where rg.run_id = $1 and ch.group_id = rg.group_id and ch.family_id > $3 and ch.family_id <= $4
           and s.run_id = $1 and s.week = $2 and s.child_id = ch.id and s.activity_id is not null
         group by s.activity_id, s.level order by s.activity_id, s.level",
    );
    let query = query.bind(run.raw()).bind(week).bind(families.0).bind(families.1);
    Ok(query.fetch_all(read).await?)
}
