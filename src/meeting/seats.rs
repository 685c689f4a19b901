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

/// How a family stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// They have a place, or there are places enough.
    Taken,
    /// They have the one that came free.
    MovedUp,
    /// They wait for one.
    Waiting,
}

/// A family that moved up, to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedUp {
    /// Which.
    pub family: FamilyId,
    /// The carers who said that they come.
    pub carers: Vec<CarerId>,
    /// Until when the place is theirs to take.
    pub until: Moment,
}

/// Gives the family a place, or puts it on the waiting list. Whoever has one, or was offered one, has it.
pub(super) async fn take(
    write: &mut AnyConnection,
    meeting: &Meeting,
    family: FamilyId,
    now: Moment,
) -> Result<Seat> {
    let Some(capacity) = meeting.capacity else { return Ok(Seat::Taken) };
    match queries::state_of(write, meeting.id, family).await?.as_deref() {
        Some("taken") => return Ok(Seat::Taken),
        Some("offered") => {
            queries::set(write, meeting.id, family, "taken", (None, now)).await?;
            return Ok(Seat::MovedUp);
        }
        Some(_) => return Ok(Seat::Waiting),
        None => {}
    }
    // A place that is offered is nobody else's.
    let gone = queries::count_gone(write, meeting.id).await?;
    let is_free = gone < capacity && queries::first_waiting(write, meeting.id).await?.is_none();
    let (state, seat) = if is_free { ("taken", Seat::Taken) } else { ("waiting", Seat::Waiting) };
    queries::insert(write, meeting.id, family, state, now).await?;
    Ok(seat)
}

/// Offers every free place to who waits longest; they are to be told. In the caller's transaction.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn offer_free_seats(
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
        let Some(family) = queries::first_waiting(write, meeting.id).await? else { break };
        queries::set(write, meeting.id, family, "offered", (Some(until), now)).await?;
        let carers = queries::carers_saying_yes(write, meeting.id, family).await?;
        moved.push(MovedUp { family, carers, until });
    }
    Ok(moved)
}

/// Families whose time to say yes is over go to the end of the list; their carers are to be told.
///
/// # Errors
/// The database refuses or cannot be reached.
pub(super) async fn expire(
    write: &mut AnyConnection,
    meeting: &Meeting,
    now: Moment,
) -> Result<Vec<CarerId>> {
    let mut told = Vec::new();
    for family in queries::expired(write, meeting.id, now).await? {
        queries::set(write, meeting.id, family, "waiting", (None, now)).await?;
        queries::to_the_end(write, meeting.id, family, now).await?;
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
