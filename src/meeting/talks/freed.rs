//! What becomes of a moment that was given back: it is kept for who waits longest, and then for the next.

use std::time::Duration;

use sqlx::AnyConnection;

use super::super::queries::{slots, talks as queries};
use super::super::{MeetingId, SlotId, TalkId};
use super::runs::runs;
use super::{LONGEST, NEARBY, Offer, Slot, length_needed, whole};
use crate::clock::Moment;
use crate::store::Result;

/// So long a moment that came free is kept for who was asked.
const TO_CONFIRM: Duration = Duration::from_secs(24 * 3_600);
/// Shortly before it nobody can be asked any more.
const BEFORE_THE_START: Duration = Duration::from_secs(2 * 3_600);

/// Moments that were given back are offered to who waits from a later moment on.
pub(in crate::meeting) async fn free_later(
    write: &mut AnyConnection,
    slot: &Slot,
    at: Moment,
) -> Result<()> {
    slots::free_from(write, &slot.parts, at).await
}

/// Offers a moment that came free to who waits longest and was not asked about it; they are to be told.
pub(in crate::meeting) async fn offer_freed(
    write: &mut AnyConnection,
    slot: SlotId,
    (today, now): (&str, Moment),
) -> Result<Option<Offer>> {
    let Some(freed) = slots::find(write, slot).await? else { return Ok(None) };
    let meeting = MeetingId::from_raw(freed.meeting_id);
    for row in queries::waiting(write, meeting, freed.id, today).await? {
        let talk = whole(write, row).await?;
        // A long talk may begin before the moment that came free.
        let from = freed.starts_at - LONGEST;
        let needs = length_needed(write, meeting, &talk).await?;
        let from = ((from, 0), NEARBY, needs.is_some());
        let rows = slots::free(write, (meeting, talk.id), from, now).await?;
        let holds = |run: &Slot| run.parts.contains(&freed.id);
        let found = runs(&rows, needs);
        let Some(slot) = found.into_iter().find(holds) else { continue };
        let last = slot.starts.before(BEFORE_THE_START);
        if last <= now {
            continue;
        }
        let until = now.after(TO_CONFIRM).min(last);
        let mut kept = 0;
        for part in &slot.parts {
            kept += usize::from(slots::offer(write, *part, talk.id, (until, now)).await?);
        }
        if kept == slot.parts.len() {
            return Ok(Some(Offer { talk, slot, until }));
        }
        // In the same instant somebody took it.
        slots::take_offer_back(write, talk.id, now).await?;
    }
    slots::settle_freed(write, freed.id).await?;
    Ok(None)
}

/// The carer says no to a moment that was kept for the talk; false when it was not (any more). The talk goes to the
/// end of the list, and the moment is offered to the next.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn decline_offer(
    write: &mut AnyConnection,
    (talk, slot): (TalkId, SlotId),
    now: Moment,
) -> Result<bool> {
    if !slots::is_offered(write, (slot, talk)).await? {
        return Ok(false);
    }
    pass_offer_on(write, talk, now).await
}

/// Nobody took the offer, or said no: the talk goes to the end of the list, and the moment is offered to the next.
pub(in crate::meeting) async fn pass_offer_on(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<bool> {
    let is_passed = slots::take_offer_back(write, talk, now).await? > 0;
    if is_passed {
        queries::to_the_end(write, talk, now).await?;
    }
    Ok(is_passed)
}
