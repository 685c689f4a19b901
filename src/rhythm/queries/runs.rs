//! Theme runs as they are started, changed and listed.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::rhythm::run::{Fate, WithoutActivity};
use crate::rhythm::{NewRun, RunId};
use crate::roster::OrganisationId;
use crate::store::Result;

/// A run with the names that staff know it by.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct RunRow {
    pub id: i64,
    pub theme_id: i64,
    pub title: String,
    pub starts_on: String,
    pub weeks: i64,
    pub audience: String,
    pub missing: String,
    pub introduced_on: Option<String>,
    pub paused_at: Option<i64>,
    pub stopped_at: Option<i64>,
    pub groups: Option<String>,
    pub open_slots: i64,
}

pub(in crate::rhythm) async fn insert(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    id: RunId,
    run: &NewRun,
    by: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into theme_runs (id, organisation_id, theme_id, starts_on, weeks, audience, missing,
             introduced_on, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id.raw())
    .bind(organisation.raw())
    .bind(run.theme.raw())
    .bind(run.starts_on.to_string())
    .bind(run.weeks)
    .bind(run.audience.word())
    .bind(run.missing.word())
    .bind(run.introduced_on.map(|day| day.to_string()))
    .bind(now.millis())
    .bind(by)
    .execute(&mut *write)
    .await?;
    for group in &run.groups {
        sqlx::query("insert into theme_run_groups (run_id, group_id) values ($1, $2) on conflict do nothing")
            .bind(id.raw())
            .bind(group.raw())
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

pub(in crate::rhythm) async fn list(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    separator: &str,
) -> Result<Vec<RunRow>> {
    let query = sqlx::query_as(
        "select r.id, r.theme_id, coalesce(t.title, th.slug) as title, r.starts_on, r.weeks, r.audience, r.missing,
             r.introduced_on, r.paused_at, r.stopped_at,
             (select string_agg(l.name || '/' || g.name, $2) from theme_run_groups rg
              join groups g on g.id = rg.group_id join locations l on l.id = g.location_id
              where rg.run_id = r.id) as groups,
             (select count(*) from run_slots s where s.run_id = r.id and s.state in ('planned', 'planning')) as open_slots
         from theme_runs r join themes th on th.id = r.theme_id
         left join theme_texts t on t.theme_id = r.theme_id and t.language = 'nl'
         where r.organisation_id = $1 order by r.starts_on, r.id",
    );
    Ok(query.bind(organisation.raw()).bind(separator).fetch_all(read).await?)
}

/// Names of groups that have this theme running already.
pub(in crate::rhythm) async fn running_in(
    read: &mut AnyConnection,
    run: &NewRun,
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for group in &run.groups {
        let query = sqlx::query_scalar(
            "select l.name || '/' || g.name from groups g join locations l on l.id = g.location_id
             where g.id = $1 and exists (
                 select 1 from theme_run_groups rg join theme_runs r on r.id = rg.run_id
                 where rg.group_id = g.id and r.theme_id = $2 and r.stopped_at is null and exists (
                     select 1 from run_slots s where s.run_id = r.id and s.state in ('planned', 'planning')))",
        );
        let query = query.bind(group.raw()).bind(run.theme.raw());
        found.extend(query.fetch_optional(&mut *read).await?);
    }
    Ok(found)
}

pub(in crate::rhythm) async fn set_paused(
    write: &mut AnyConnection,
    run: RunId,
    at: Option<Moment>,
) -> Result<()> {
    let query = sqlx::query("update theme_runs set paused_at = $2 where id = $1");
    query.bind(run.raw()).bind(at.map(Moment::millis)).execute(write).await?;
    Ok(())
}

pub(in crate::rhythm) async fn set_introduced(
    write: &mut AnyConnection,
    run: RunId,
    day: Option<Date>,
) -> Result<()> {
    let query = sqlx::query("update theme_runs set introduced_on = $2 where id = $1");
    query.bind(run.raw()).bind(day.map(|day| day.to_string())).execute(write).await?;
    Ok(())
}

/// What of the run has not left stays here; it no longer counts for its week. Returns how many rows.
pub(in crate::rhythm) async fn keep_back(
    write: &mut AnyConnection,
    run: RunId,
    (state, reason): (&str, &str),
    now: Moment,
) -> Result<u64> {
    // A large slot is planned in several steps: what it did not come to must not come after all.
    let under_way = sqlx::query(
        "update run_slots set state = 'skipped', reason = $2 where run_id = $1 and state = 'planning'",
    );
    under_way.bind(run.raw()).bind(reason).execute(&mut *write).await?;
    // Nor does the message of another theme carry it along, when that has not left either.
    for sql in [
        "update deliveries set state = $2, reason = $3
         where reason = 'bundled' and state = 'skipped' and mailing_id in (select id from mailings where run_id = $1)
           and exists (
               select 1 from bundles b join deliveries l on l.mailing_id = b.mailing_id and l.carer_id = b.carer_id
                   and l.part = 0 and l.state in ('held', 'waiting') and l.attempts = 0
               where b.other_id = deliveries.mailing_id and b.carer_id = deliveries.carer_id)",
        "delete from bundles where other_id in (select id from mailings where run_id = $1) and exists (
             select 1 from deliveries d where d.mailing_id = bundles.other_id and d.carer_id = bundles.carer_id
               and d.part = 0 and d.state = $2 and d.reason = $3)",
    ] {
        let query = sqlx::query(sql).bind(run.raw()).bind(state).bind(reason);
        query.execute(&mut *write).await?;
    }
    sqlx::query(
        "delete from week_messages where mailing_id in (select id from mailings where run_id = $1)
           and exists (select 1 from deliveries d where d.mailing_id = week_messages.mailing_id
                       and d.carer_id = week_messages.carer_id and d.part = 0 and d.state in ('held', 'waiting')
                       and d.attempts = 0)",
    )
    .bind(run.raw())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query(
        "update deliveries set state = $2, reason = $3, settled_at = $4
         where mailing_id in (select id from mailings where run_id = $1 and kind <> 'check_in')
           and state in ('held', 'waiting') and attempts = 0",
    );
    let query = query.bind(run.raw()).bind(state).bind(reason).bind(now.millis());
    Ok(query.execute(write).await?.rows_affected())
}

/// What a pause kept back and is not late is planned once more, as if it had not been planned yet: by the
/// rules as they stand now, the weekly ceiling too. Who got it already has a row, and gets no other.
pub(in crate::rhythm) async fn bring_back(
    write: &mut AnyConnection,
    run: RunId,
    since: Moment,
    late: Moment,
) -> Result<()> {
    for sql in [
        "update run_slots set state = 'planning', planned_after = 0, reason = null
         where run_id = $1
           and ((state = 'skipped' and reason = 'paused_theme' and send_at > $3)
                or (state = 'done' and exists (
                    select 1 from mailings m join deliveries d on d.mailing_id = m.id
                    where m.run_id = $1 and m.week = run_slots.week and m.kind = run_slots.kind
                      and d.state = 'skipped' and d.reason = 'paused_theme' and d.settled_at = $2
                      and d.not_before > $3)))",
        "delete from deliveries
         where mailing_id in (select id from mailings where run_id = $1 and kind <> 'check_in')
           and state = 'skipped' and reason = 'paused_theme' and settled_at = $2 and not_before > $3",
    ] {
        let query = sqlx::query(sql).bind(run.raw()).bind(since.millis()).bind(late.millis());
        query.execute(&mut *write).await?;
    }
    Ok(())
}

/// What was due while the run was paused and is late by now is skipped.
pub(in crate::rhythm) async fn skip_late(
    write: &mut AnyConnection,
    run: RunId,
    late: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update run_slots set state = 'skipped', reason = 'paused_theme'
         where run_id = $1 and state = 'planned' and send_at <= $2",
    );
    query.bind(run.raw()).bind(late.millis()).execute(write).await?;
    Ok(())
}

/// How many slots did not come, or not to everybody, since a pause that began then.
pub(in crate::rhythm) async fn lost_to_pause(
    read: &mut AnyConnection,
    run: RunId,
    since: Moment,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from run_slots s
         where s.run_id = $1
           and ((s.state = 'skipped' and s.reason = 'paused_theme' and s.send_at >= $2)
                or exists (select 1 from mailings m join deliveries d on d.mailing_id = m.id
                           where m.run_id = $1 and m.week = s.week and m.kind = s.kind
                             and d.state = 'skipped' and d.reason = 'paused_theme' and d.settled_at = $2))",
    );
    Ok(query.bind(run.raw()).bind(since.millis()).fetch_one(read).await?)
}

/// Ends a run: what is planned is skipped, its mailings are cancelled.
pub(in crate::rhythm) async fn stop(
    write: &mut AnyConnection,
    run: RunId,
    now: Moment,
) -> Result<()> {
    for sql in [
        "update theme_runs set stopped_at = coalesce(stopped_at, $2) where id = $1",
        "update run_slots set state = 'skipped', reason = 'cancelled'
         where run_id = $1 and state = 'planned' and $2 > 0",
        "update mailings set cancelled_at = coalesce(cancelled_at, $2) where run_id = $1 and kind <> 'check_in'",
    ] {
        sqlx::query(sql).bind(run.raw()).bind(now.millis()).execute(&mut *write).await?;
    }
    Ok(())
}

/// How many carers a slot's messages stand with, by state and reason.
pub(in crate::rhythm) async fn fates(read: &mut AnyConnection, run: RunId) -> Result<Vec<Fate>> {
    let query = sqlx::query_as(
        "select m.week, m.kind, d.state, d.reason, count(distinct d.carer_id) as carers
         from mailings m join deliveries d on d.mailing_id = m.id and d.part = 0
         where m.run_id = $1 and m.kind <> 'check_in'
         group by m.week, m.kind, d.state, d.reason order by m.week, m.kind, d.state, d.reason",
    );
    Ok(query.bind(run.raw()).fetch_all(read).await?)
}

/// Children for whom a week had no activity, by reason.
pub(in crate::rhythm) async fn without_activity(
    read: &mut AnyConnection,
    run: RunId,
) -> Result<Vec<WithoutActivity>> {
    let query = sqlx::query_as(
        "select week, reason, count(*) as children from steps
         where run_id = $1 and activity_id is null group by week, reason order by week, reason",
    );
    Ok(query.bind(run.raw()).fetch_all(read).await?)
}
