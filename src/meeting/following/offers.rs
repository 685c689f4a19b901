//! Places and moments that came free are offered to who waits; those that nobody took in time go to the next.
//! Nobody is asked in quiet hours, nor does the time to say yes end in them.

use jiff::tz::TimeZone;

use super::{Desk, is_day, tell_carer};
use crate::meeting::queries::{meetings, seats as seat_queries, slots};
use crate::meeting::{MeetingId, SlotId, TalkId, Voice, seats, standing, talks};
use crate::store::Result;

pub(super) async fn make(desk: Desk<'_>) -> Result<u64> {
    let mut read = desk.store.read().await?;
    let late = seat_queries::meetings_with_expired(&mut read, desk.now).await?;
    let roomy = seat_queries::meetings_with_room(&mut read, seats::first_start(desk.now)).await?;
    let kept = slots::expired_offers(&mut read, desk.now).await?;
    drop(read);
    let mut done = 0;
    for (meeting, zone) in by_day(desk, late.into_iter().chain(roomy)) {
        done += fill(desk, MeetingId::from_raw(meeting), &zone).await?;
    }
    for (talk, zone) in by_day(desk, kept) {
        done += pass_on(desk, TalkId::from_raw(talk), &zone).await?;
    }
    let freed = slots::freed(&mut *desk.store.read().await?, desk.now).await?;
    for (slot, zone) in by_day(desk, freed) {
        done += offer(desk, SlotId::from_raw(slot), &zone).await?;
    }
    Ok(done)
}

/// Those of them where people may be written to at this hour.
fn by_day(
    desk: Desk<'_>,
    found: impl IntoIterator<Item = (i64, String)>,
) -> impl Iterator<Item = (i64, TimeZone)> {
    let zoned = found.into_iter().map(|(id, zone)| (id, TimeZone::get(&zone)));
    let zoned = zoned.map(|(id, zone)| (id, zone.unwrap_or(TimeZone::UTC)));
    zoned.filter(move |(_, zone)| is_day(desk.now.local(zone), desk.hours))
}

/// Free places of a meeting, and those that nobody confirmed in time, go to who waits.
async fn fill(desk: Desk<'_>, id: MeetingId, zone: &TimeZone) -> Result<u64> {
    let mut write = desk.store.write().await?;
    if !meetings::lock(&mut write, id).await? {
        return Ok(0);
    }
    let Some(meeting) = standing::find(&mut write, id).await? else { return Ok(0) };
    let say = (desk.store, desk.phrases, zone);
    let late = seats::expire(&mut write, &meeting, desk.now).await?;
    let moved = seats::offer_free_seats(&mut write, &meeting, desk.now).await?;
    // Who let it pass need not hear of it as long as nobody else wants it.
    for carer in late.iter().filter(|_| !moved.is_empty()) {
        tell_carer(say, &mut write, *carer, desk.now, |voice| voice.seat_passed(&meeting)).await?;
    }
    for up in &moved {
        for carer in &up.carers {
            let words = |voice: &Voice<'_>| voice.seat_free(&meeting, *carer, up.until);
            tell_carer(say, &mut write, *carer, desk.now, words).await?;
        }
    }
    write.commit().await?;
    Ok(u64::from(!late.is_empty() || !moved.is_empty()))
}

/// A moment was kept long enough: it goes to the next.
async fn pass_on(desk: Desk<'_>, id: TalkId, zone: &TimeZone) -> Result<u64> {
    let mut write = desk.store.write().await?;
    if !talks::pass_offer_on(&mut write, id, desk.now).await? {
        return Ok(0);
    }
    if let Some(talk) = talks::talk(&mut write, id).await?
        && let Some(carer) = talk.carer
    {
        let say = (desk.store, desk.phrases, zone);
        tell_carer(say, &mut write, carer, desk.now, |voice| voice.offer_passed(&talk)).await?;
    }
    write.commit().await?;
    Ok(1)
}

/// A moment that came free is kept for who waits longest.
async fn offer(desk: Desk<'_>, slot: SlotId, zone: &TimeZone) -> Result<u64> {
    let mut write = desk.store.write().await?;
    let today = desk.now.local(zone).date().to_string();
    let offer = talks::offer_freed(&mut write, slot, (&today, desk.now)).await?;
    if let Some(offer) = &offer
        && let Some(carer) = offer.talk.carer
    {
        let say = (desk.store, desk.phrases, zone);
        tell_carer(say, &mut write, carer, desk.now, |voice| voice.freed(offer)).await?;
    }
    write.commit().await?;
    Ok(u64::from(offer.is_some()))
}
