//! Moving, pausing, resuming and stopping a theme that runs.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::RunId;
use super::queries::{runs as queries, slots};
use super::run::{Run, RunError, RunState, SlotStanding, slots_of};
use super::slots::{later, monday_of};
use crate::clock::Moment;
use crate::store::Result;

/// Moves everything that is still planned by so many days, at the same hours. Returns how many slots.
///
/// # Errors
/// The first of them would be over then; the run is over.
pub async fn move_by(
    write: &mut AnyConnection,
    run: &Run,
    days: i64,
    zone: &TimeZone,
    now: Moment,
) -> std::result::Result<usize, RunError> {
    if !matches!(run.state, RunState::Running | RunState::Paused) {
        return Err(RunError::State(run.state));
    }
    let planned = planned(write, run.id).await?;
    let moved = |at: Moment| {
        let local = at.local(zone);
        Moment::of_local(later(local.date(), days).to_datetime(local.time()), zone)
    };
    if planned.first().is_some_and(|slot| moved(slot.at) < now) {
        return Err(RunError::Past);
    }
    for slot in &planned {
        let key = (run.id, slot.week, slot.kind.word());
        slots::set_time(write, key, moved(slot.at)).await?;
    }
    Ok(planned.len())
}

/// How many days to move a run, so that what is still planned begins in the week of a day.
///
/// # Errors
/// The database cannot be reached.
pub async fn days_to(
    read: &mut AnyConnection,
    run: &Run,
    day: Date,
    zone: &TimeZone,
) -> Result<i64> {
    let planned = planned(read, run.id).await?;
    let Some(first) = planned.first() else { return Ok(0) };
    let (from, to) = (monday_of(first.at.local(zone).date()), monday_of(day));
    Ok(i64::from(from.until(to).map_or(0, |span| span.get_days())))
}

async fn planned(read: &mut AnyConnection, run: RunId) -> Result<Vec<SlotStanding>> {
    let mut planned = slots_of(read, run).await?;
    planned.retain(|slot| slot.state == "planned");
    planned.sort_by_key(|slot| slot.at);
    Ok(planned)
}

/// Lets nothing of a run leave until it is resumed; what waits already is kept back for good. Returns
/// how many messages that were.
///
/// # Errors
/// The run does not run.
pub async fn pause(
    write: &mut AnyConnection,
    run: &Run,
    now: Moment,
) -> std::result::Result<u64, RunError> {
    if run.state != RunState::Running {
        return Err(RunError::State(run.state));
    }
    queries::set_paused(write, run.id, Some(now)).await?;
    Ok(queries::keep_back(write, run.id, ("skipped", "paused_theme")).await?)
}

/// Goes on with a paused run, as many whole weeks later as it takes: no week of it is lost, and why, do
/// and cheer stay together. Returns how many weeks.
///
/// # Errors
/// The run is not paused.
pub async fn resume(
    write: &mut AnyConnection,
    run: &Run,
    zone: &TimeZone,
    now: Moment,
) -> std::result::Result<i64, RunError> {
    if run.state != RunState::Paused {
        return Err(RunError::State(run.state));
    }
    queries::set_paused(write, run.id, None).await?;
    let Some(first) = planned(write, run.id).await?.first().map(|slot| slot.at) else {
        return Ok(0);
    };
    let mut weeks = 0;
    let local = first.local(zone);
    let after = |weeks: i64| {
        Moment::of_local(later(local.date(), 7 * weeks).to_datetime(local.time()), zone)
    };
    while after(weeks) < now && weeks < 1_000 {
        weeks += 1;
    }
    move_by(write, run, 7 * weeks, zone, now).await?;
    Ok(weeks)
}

/// Ends a run: nothing more of it leaves. Returns how many waiting messages were taken back.
///
/// # Errors
/// The run is over already.
pub async fn stop(
    write: &mut AnyConnection,
    run: &Run,
    now: Moment,
) -> std::result::Result<u64, RunError> {
    if !matches!(run.state, RunState::Running | RunState::Paused) {
        return Err(RunError::State(run.state));
    }
    queries::stop(write, run.id, now).await?;
    Ok(queries::keep_back(write, run.id, ("withdrawn", "cancelled")).await?)
}

/// Notes that the theme was explained to the parents.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn introduced(write: &mut AnyConnection, run: RunId, day: Date) -> Result<()> {
    queries::set_introduced(write, run, &day.to_string()).await
}
