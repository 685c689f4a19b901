//! The slots of runs: what is due, and how each goes through its states once.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::rhythm::{RunId, Slot};
use crate::store::Result;

/// A slot whose time has come, with its run.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct DueSlot {
    pub run_id: i64,
    pub week: i64,
    pub kind: String,
    pub send_at: i64,
    pub state: String,
    pub planned_after: i64,
    pub organisation_id: i64,
    pub time_zone: String,
    pub theme_id: i64,
    pub missing: String,
}

pub(in crate::rhythm) async fn due(
    read: &mut AnyConnection,
    until: Moment,
) -> Result<Vec<DueSlot>> {
    let query = sqlx::query_as(
        "select s.run_id, s.week, s.kind, s.send_at, s.state, s.planned_after, r.organisation_id, o.time_zone,
             r.theme_id, r.missing
         from run_slots s join theme_runs r on r.id = s.run_id join organisations o on o.id = r.organisation_id
         where s.state in ('planned', 'planning') and s.send_at <= $1
           and (s.state = 'planning' or (r.stopped_at is null and r.paused_at is null))
         order by s.send_at, s.run_id, s.week,
             case s.kind when 'letter' then 0 when 'why' then 1 when 'do' then 2 else 3 end",
    );
    Ok(query.bind(until.millis()).fetch_all(read).await?)
}

/// Takes a slot on from where it was seen; false when somebody changed it meanwhile.
pub(in crate::rhythm) async fn take_on(write: &mut AnyConnection, slot: &DueSlot) -> Result<bool> {
    let query = sqlx::query(
        "update run_slots set state = 'planning'
         where run_id = $1 and week = $2 and kind = $3 and state = $4 and send_at = $5 and planned_after = $6
           and (state = 'planning' or exists (
               select 1 from theme_runs r where r.id = run_id and r.stopped_at is null and r.paused_at is null))",
    );
    let query = query.bind(slot.run_id).bind(slot.week).bind(slot.kind.as_str());
    let query = query.bind(slot.state.as_str()).bind(slot.send_at).bind(slot.planned_after);
    Ok(query.execute(write).await?.rows_affected() == 1)
}

/// Where a slot's planning has come to; `None`: to its end.
pub(in crate::rhythm) async fn came_to(
    write: &mut AnyConnection,
    slot: &DueSlot,
    family: Option<i64>,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update run_slots set planned_after = coalesce(cast($4 as bigint), planned_after), planned_at = $5,
             state = case when cast($4 as bigint) is null then 'done' else 'planning' end
         where run_id = $1 and week = $2 and kind = $3",
    )
    .bind(slot.run_id)
    .bind(slot.week)
    .bind(slot.kind.as_str())
    .bind(family)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// Skips a slot that nobody began with.
pub(in crate::rhythm) async fn skip(
    write: &mut AnyConnection,
    slot: &DueSlot,
    reason: &str,
) -> Result<u64> {
    let query = sqlx::query(
        "update run_slots set state = 'skipped', reason = $4
         where run_id = $1 and week = $2 and kind = $3 and state = 'planned' and send_at = $5",
    );
    let query = query.bind(slot.run_id).bind(slot.week).bind(slot.kind.as_str());
    Ok(query.bind(reason).bind(slot.send_at).execute(write).await?.rows_affected())
}

/// Gives a slot that nobody began with another time.
pub(in crate::rhythm) async fn set_time(
    write: &mut AnyConnection,
    (run, week, kind): (RunId, i64, &str),
    at: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "update run_slots set send_at = $4
         where run_id = $1 and week = $2 and kind = $3 and state = 'planned'",
    );
    let query = query.bind(run.raw()).bind(week).bind(kind).bind(at.millis());
    Ok(query.execute(write).await?.rows_affected())
}

/// Whether this is the first slot of its week that goes out.
pub(in crate::rhythm) async fn is_first_of_week(
    read: &mut AnyConnection,
    slot: &DueSlot,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from run_slots
         where run_id = $1 and week = $2 and kind <> $3 and state in ('planning', 'done')",
    );
    let query = query.bind(slot.run_id).bind(slot.week).bind(slot.kind.as_str());
    let others: i64 = query.fetch_one(read).await?;
    Ok(others == 0)
}

pub(in crate::rhythm) async fn insert(
    write: &mut AnyConnection,
    run: RunId,
    slot: &Slot,
) -> Result<()> {
    let (state, reason) =
        if slot.is_closed { ("skipped", Some("closed_day")) } else { ("planned", None) };
    sqlx::query(
        "insert into run_slots (run_id, week, kind, send_at, state, reason) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(run.raw())
    .bind(slot.week)
    .bind(slot.kind.word())
    .bind(slot.at.millis())
    .bind(state)
    .bind(reason)
    .execute(write)
    .await?;
    Ok(())
}

/// A slot as it stands.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct SlotRow {
    pub week: i64,
    pub kind: String,
    pub send_at: i64,
    pub state: String,
    pub reason: Option<String>,
}

pub(in crate::rhythm) async fn of_run(
    read: &mut AnyConnection,
    run: RunId,
) -> Result<Vec<SlotRow>> {
    let query = sqlx::query_as(
        "select week, kind, send_at, state, reason from run_slots where run_id = $1
         order by week, case kind when 'letter' then 0 when 'why' then 1 when 'do' then 2 else 3 end",
    );
    Ok(query.bind(run.raw()).fetch_all(read).await?)
}
