//! What themes hold for want of a language.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::store::Result;

/// A run that holds messages.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct HeldRun {
    pub run_id: i64,
    pub theme_id: i64,
    pub organisation_id: i64,
    pub time_zone: String,
    /// When the oldest of them was to leave.
    pub oldest: i64,
    /// The first and last families whose language is there by now.
    pub first_family: Option<i64>,
    pub last_family: Option<i64>,
}

/// Begins with what is held, which is little: what is of an earlier week is held no more. Whether a language
/// is there is asked for each message: a theme may have it and one of its activities not, and then there is
/// nothing to go through the families for.
pub(in crate::rhythm) async fn held_runs(read: &mut AnyConnection) -> Result<Vec<HeldRun>> {
    let query = sqlx::query_as(
        "with held as (
             select m.run_id, r.theme_id, r.organisation_id, m.release_at, c.family_id,
                 case when (m.activity_id is null and exists (
                         select 1 from theme_texts t where t.theme_id = r.theme_id and (t.language = c.language
                             or (c.second_language_confirmed_at is not null and t.language = c.second_language))))
                     or exists (
                         select 1 from activity_texts t where t.activity_id = m.activity_id and (t.language = c.language
                             or (c.second_language_confirmed_at is not null and t.language = c.second_language)))
                     then 1 else 0 end as is_there
             from deliveries d cross join carers c cross join mailings m cross join theme_runs r
             where d.state = 'held' and d.reason = 'missing_language' and d.carer_id > 0
               and c.id = d.carer_id and m.id = d.mailing_id and r.id = m.run_id
         )
         select h.run_id, h.theme_id, h.organisation_id, o.time_zone, min(h.release_at) as oldest,
             min(case when h.is_there = 1 then h.family_id end) as first_family,
             max(case when h.is_there = 1 then h.family_id end) as last_family
         from held h join organisations o on o.id = h.organisation_id
         group by h.run_id, h.theme_id, h.organisation_id, o.time_zone order by h.run_id",
    );
    Ok(query.fetch_all(read).await?)
}

/// A message of a run that somebody waits for.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct HeldPost {
    pub id: i64,
    pub week: i64,
    pub kind: String,
    pub activity_id: Option<i64>,
    pub level: Option<String>,
}

/// Those that were to leave since a moment.
pub(in crate::rhythm) async fn held_posts(
    read: &mut AnyConnection,
    run: i64,
    since: Moment,
) -> Result<Vec<HeldPost>> {
    let query = sqlx::query_as(
        "select m.id, m.week, m.kind, m.activity_id, m.level from mailings m
         where m.run_id = $1 and m.release_at >= $2 and m.kind <> 'check_in' and m.cancelled_at is null
           and exists (select 1 from deliveries d where d.mailing_id = m.id and d.part = 0
                       and d.state = 'held' and d.reason = 'missing_language')
         order by m.id",
    );
    Ok(query.bind(run).bind(since.millis()).fetch_all(read).await?)
}

/// What was to leave before a moment does not leave any more: its language did not come in time.
pub(in crate::rhythm) async fn expire(
    write: &mut AnyConnection,
    run: i64,
    before: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'skipped'
         where state = 'held' and reason = 'missing_language'
           and mailing_id in (select id from mailings where run_id = $1 and release_at < $2)",
    );
    Ok(query.bind(run).bind(before.millis()).execute(write).await?.rows_affected())
}

/// The letter or the why of a week goes along with the activity that leaves late.
pub(in crate::rhythm) async fn carry_along(
    write: &mut AnyConnection,
    (run, week): (i64, i64),
    monday: &str,
) -> Result<u64> {
    sqlx::query(
        "insert into bundles (mailing_id, carer_id, other_id)
         select lead.mailing_id, d.carer_id, d.mailing_id
         from mailings m cross join deliveries d cross join deliveries lead
         where m.run_id = $1 and m.week = $2 and m.kind in ('letter', 'why')
           and d.mailing_id = m.id and d.part = 0 and d.state = 'held' and d.reason = 'missing_language'
           and lead.carer_id = d.carer_id and lead.part = 0 and lead.mailing_id = (
               select min(wm.mailing_id) from week_messages wm cross join deliveries x
               where wm.carer_id = d.carer_id and wm.week = $3 and wm.kind = 'do'
                 and x.mailing_id = wm.mailing_id and x.carer_id = wm.carer_id and x.part = 0
                 and x.state = 'waiting' and x.attempts = 0)
           and exists (
               select 1 from mailings k cross join deliveries x
               where k.run_id = $1 and k.week = $2 and k.kind = 'do' and x.mailing_id = k.id
                 and x.carer_id = d.carer_id and x.part = 0 and (x.state = 'waiting' or x.reason = 'bundled'))
           and exists (select 1 from mailing_texts t where t.mailing_id = m.id and t.part = 0
                       and t.language = lead.language)
         on conflict (mailing_id, carer_id, other_id) do nothing",
    )
    .bind(run)
    .bind(week)
    .bind(monday)
    .execute(&mut *write)
    .await?;
    let query = sqlx::query(
        "update deliveries set state = 'skipped', reason = 'bundled'
         where state = 'held' and reason = 'missing_language'
           and mailing_id in (select id from mailings where run_id = $1 and week = $2
                              and kind in ('letter', 'why'))
           and exists (select 1 from bundles b where b.other_id = deliveries.mailing_id
                       and b.carer_id = deliveries.carer_id)",
    );
    Ok(query.bind(run).bind(week).execute(write).await?.rows_affected())
}

/// Beside the message of this kind that goes late nothing else of its week does.
pub(in crate::rhythm) async fn too_late_beside(
    write: &mut AnyConnection,
    (run, week, kind): (i64, i64, &str),
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'skipped', reason = 'too_late'
         where state = 'held' and reason = 'missing_language'
           and mailing_id in (select id from mailings where run_id = $1 and week = $2 and kind <> $3)
           and exists (
               select 1 from carers c join mailing_texts t on t.language = c.language
                   or (c.second_language_confirmed_at is not null and t.language = c.second_language)
               where c.id = deliveries.carer_id and t.mailing_id = deliveries.mailing_id and t.part = 0)
           and exists (
               select 1 from mailings k cross join deliveries x
               where k.run_id = $1 and k.week = $2 and k.kind = $3 and x.mailing_id = k.id
                 and x.carer_id = deliveries.carer_id and x.part = 0
                 and (x.state = 'waiting' or x.reason = 'bundled'))",
    );
    Ok(query.bind(run).bind(week).bind(kind).execute(write).await?.rows_affected())
}
