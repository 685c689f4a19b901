//! The places of a meeting that has a limited number, and its waiting list: who is first moves up by
//! itself, with a time to say yes.

use std::time::Duration;

use sqlx::AnyConnection;

use super::queries::{answers, seats as queries};
use super::standing::Meeting;
use crate::clock::Moment;
use crate::roster::{CarerId, FamilyId};
use crate::store::Result;

/// So long a place that came free is kept for who moved up.
const TO_CONFIRM: Duration = Duration::from_secs(24 * 3_600);
/// Before the beginning no answer is of use any more.
const BEFORE_THE_START: Duration = Duration::from_secs(3_600);

/// A meeting that begins later still has use for an answer.
pub(super) fn first_start(now: Moment) -> Moment {
    now.after(BEFORE_THE_START)
}

/// How a family stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// They have a place, or there are places enough.
    Taken,
    /// They wait for one.
    Waiting,
}

/// A family that moved up, to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MovedUp {
    /// The carers who said that they come.
    pub carers: Vec<CarerId>,
    /// Until when the place is theirs to take.
    pub until: Moment,
}

/// Gives the family a place, or puts it on the waiting list; and whether that is new. Whoever has one, or was
/// offered one, has it. A place that somebody let pass goes to who comes first.
pub(super) async fn take(
    write: &mut AnyConnection,
    meeting: &Meeting,
    family: FamilyId,
    now: Moment,
) -> Result<(Seat, bool)> {
    let Some(capacity) = meeting.capacity else { return Ok((Seat::Taken, false)) };
    let before = queries::state_of(write, meeting.id, family).await?;
    if before.as_deref() == Some("taken") {
        return Ok((Seat::Taken, false));
    }
    let is_theirs = match before.as_deref() {
        Some("offered") => true,
        // A place that is offered is nobody else's.
        _ => {
            let first = queries::first_waiting(write, meeting.id).await?;
            queries::count_gone(write, meeting.id).await? < capacity
                && first.is_none_or(|first| first == family)
        }
    };
    match (is_theirs, before.is_some()) {
        (true, true) => queries::set(write, meeting.id, family, "taken", (None, now)).await?,
        (true, false) => queries::insert(write, meeting.id, family, "taken", now).await?,
        (false, false) => queries::insert(write, meeting.id, family, "waiting", now).await?,
        (false, true) => return Ok((Seat::Waiting, false)),
    }
    Ok((if is_theirs { Seat::Taken } else { Seat::Waiting }, true))
}

/// The place of a family of which nobody says yes (any more); others may be asked again.
pub(super) async fn give_back(
    write: &mut AnyConnection,
    meeting: &Meeting,
    family: FamilyId,
) -> Result<()> {
    if meeting.capacity.is_none() || answers::says_yes(write, meeting.id, family).await? {
        return Ok(());
    }
    let before = queries::state_of(write, meeting.id, family).await?;
    queries::remove(write, meeting.id, family).await?;
    match before.as_deref() {
        Some("taken" | "offered") => queries::ask_all_again(write, meeting.id).await,
        _ => Ok(()),
    }
}

/// Offers every free place to who waits longest; they are to be told. In the caller's transaction.
pub(super) async fn offer_free_seats(
    write: &mut AnyConnection,
    meeting: &Meeting,
    now: Moment,
) -> Result<Vec<MovedUp>> {
    let (Some(capacity), Some(first)) = (meeting.capacity, meeting.standing().next()) else {
        return Ok(Vec::new());
    };
    let last = first.starts.before(BEFORE_THE_START);
    if meeting.cancelled_at.is_some() || last <= now {
        return Ok(Vec::new());
    }
    let until = now.after(TO_CONFIRM).min(last);
    let mut moved = Vec::new();
    while queries::count_gone(write, meeting.id).await? < capacity {
        let Some(family) = queries::first_reachable(write, meeting.id).await? else { break };
        queries::set(write, meeting.id, family, "offered", (Some(until), now)).await?;
        let carers = queries::carers_saying_yes(write, meeting.id, family).await?;
        moved.push(MovedUp { carers, until });
    }
    Ok(moved)
}

/// Families whose time to say yes is over go to the end of the list; their carers are to be told when somebody
/// else is asked. They are asked again when another place comes free.
pub(super) async fn expire(
    write: &mut AnyConnection,
    meeting: &Meeting,
    now: Moment,
) -> Result<Vec<CarerId>> {
    let mut told = Vec::new();
    for family in queries::expired(write, meeting.id, now).await? {
        queries::lapse(write, meeting.id, family, now).await?;
        told.extend(queries::carers_saying_yes(write, meeting.id, family).await?);
    }
    Ok(told)
}

/// Whether the family of a carer waits for a place.
///
/// # Errors
/// The database cannot be reached.
pub async fn waits(read: &mut AnyConnection, meeting: &Meeting, carer: CarerId) -> Result<bool> {
    let Some(family) = answers::family_of_carer(read, carer).await? else { return Ok(false) };
    let state = queries::state_of(read, meeting.id, family).await?;
    Ok(state.is_some_and(|state| state != "taken"))
}
