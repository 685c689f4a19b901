//! Moving, pausing, resuming and stopping a theme that runs.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::RunId;
use super::planning::LATE;
use super::queries::{closed_days, runs as queries, slots};
use super::run::{Run, RunError, RunState, SlotStanding, slots_of};
use super::slots::{later, open_day};
use crate::clock::{Moment, monday_of};
use crate::roster::Organisation;
use crate::store::Result;

/// To the weeks from this one on to this one, a run is offered to be moved.
const WEEKS_AHEAD: i64 = 4;

/// A week to which what is left of a run can be moved, and what that brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// By so many days.
    pub days: i64,
    /// When the first message leaves now, and then.
    pub first: (Date, Date),
    /// When the last one does.
    pub last: (Date, Date),
    /// So many messages move.
    pub messages: usize,
    /// So many of them fall out then, since the rest of their week is closed.
    pub closed: usize,
}

/// The weeks to which a run can be moved: from this week to four weeks on, without the one it stands in
/// and those in which its first week would lose a message to closed days.
///
/// # Errors
/// The database cannot be reached.
pub async fn moves(
    read: &mut AnyConnection,
    organisation: &Organisation,
    run: &Run,
    now: Moment,
) -> Result<Vec<Move>> {
    let zone = &organisation.time_zone;
    let closed = closed_days::dates(read, organisation.id).await?;
    let planned = planned(read, run.id).await?;
    let (Some(first), Some(last)) = (planned.first(), planned.last()) else {
        return Ok(Vec::new());
    };
    let day = |slot: &SlotStanding| slot.at.local(zone).date();
    let this_week = monday_of(now.local(zone).date());
    let to_this_week = days_between(monday_of(day(first)), this_week);
    let move_by = |days: i64| {
        let fall_out = |slot: &&SlotStanding| falls_out(later(day(slot), days), &closed);
        let is_first_week = |slot: &&SlotStanding| slot.week == first.week;
        let is_lost = planned.iter().filter(is_first_week).any(|slot| fall_out(&slot));
        let is_past = moved(first.at, days, zone) < now;
        (days != 0 && !is_lost && !is_past).then(|| Move {
            days,
            first: (day(first), later(day(first), days)),
            last: (day(last), later(day(last), days)),
            messages: planned.len(),
            closed: planned.iter().filter(fall_out).count(),
        })
    };
    Ok((0..=WEEKS_AHEAD).filter_map(|week| move_by(to_this_week + 7 * week)).collect())
}

fn falls_out(day: Date, closed: &BTreeSet<Date>) -> bool {
    open_day(day, closed).is_none()
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).map_or(0, |span| span.get_days()))
}

/// The same hour, so many days later.
fn moved(at: Moment, days: i64, zone: &TimeZone) -> Moment {
    let local = at.local(zone);
    Moment::of_local(later(local.date(), days).to_datetime(local.time()), zone)
}

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
    if planned.first().is_some_and(|slot| moved(slot.at, days, zone) < now) {
        return Err(RunError::Past);
    }
    for slot in &planned {
        let key = (run.id, slot.week, slot.kind.word());
        slots::set_time(write, key, moved(slot.at, days, zone)).await?;
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
    Ok(days_between(monday_of(first.at.local(zone).date()), monday_of(day)))
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
    Ok(queries::keep_back(write, run.id, ("skipped", "paused_theme"), now).await?)
}

/// Takes a pause back, as if it had not been: everything keeps the time it had. What the pause kept back
/// comes after all, also what was due during it and is not late yet; what is late by now stays skipped,
/// with the pause as its reason. Returns how many messages of the plan that are.
///
/// # Errors
/// The run is not paused, or by a pause that began at another moment.
pub async fn undo_pause(
    write: &mut AnyConnection,
    run: &Run,
    since: Moment,
    now: Moment,
) -> std::result::Result<i64, RunError> {
    if run.state != RunState::Paused || run.paused_at != Some(since) {
        return Err(RunError::State(run.state));
    }
    let late = now.before(LATE);
    queries::bring_back(write, run.id, since, late).await?;
    queries::skip_late(write, run.id, late).await?;
    queries::set_paused(write, run.id, None).await?;
    Ok(queries::lost_to_pause(write, run.id, since).await?)
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
    Ok(queries::keep_back(write, run.id, ("withdrawn", "cancelled"), now).await?)
}

/// Notes on which day the theme was explained to the parents; `None` takes that back.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn introduced(write: &mut AnyConnection, run: RunId, day: Option<Date>) -> Result<()> {
    queries::set_introduced(write, run, day).await
}
