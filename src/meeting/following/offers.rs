//! Places and moments that were offered and not taken in time.

use sqlx::AnyConnection;

use super::{Desk, tell_carer};
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::meeting::queries::{following as queries, meetings, seats as seat_queries, slots};
use crate::meeting::talks::{self, Offer};
use crate::meeting::{TalkId, following, seats, standing};
use crate::roster::Organisation;
use crate::store::{Result, Store};

pub(super) async fn expire(desk: Desk<'_>) -> Result<u64> {
    let mut read = desk.store.read().await?;
    let places = seat_queries::meetings_with_expired(&mut read, desk.now).await?;
    let moments = slots::expired_offers(&mut read, desk.now).await?;
    drop(read);
    let mut done = 0;
    for meeting in places {
        let mut write = desk.store.write().await?;
        let Some(found) = standing::find(&mut write, meeting).await? else { continue };
        let organisation = queries::organisation(&mut write, found.organisation).await?;
        meetings::lock(&mut write, meeting).await?;
        let zone = &organisation.time_zone;
        for carer in seats::expire(&mut write, &found, desk.now).await? {
            let say = (desk.store, desk.phrases, zone);
            tell_carer(say, &mut write, carer, desk.now, |voice| voice.seat_passed(&found)).await?;
        }
        let pair = (desk.store, desk.phrases);
        following::fill_and_tell(pair, &mut write, &organisation, &found, desk.now).await?;
        write.commit().await?;
        done += 1;
    }
    for (meeting, talk) in moments {
        let mut write = desk.store.write().await?;
        let meeting = crate::meeting::MeetingId::from_raw(meeting);
        let Some(found) = standing::find(&mut write, meeting).await? else { continue };
        let organisation = queries::organisation(&mut write, found.organisation).await?;
        let talk = TalkId::from_raw(talk);
        let next = talks::pass_offer_on(&mut write, talk, desk.now).await?;
        if let Some(passed) = talks::talk(&mut write, talk).await?
            && let Some(carer) = passed.carer
        {
            let say = (desk.store, desk.phrases, &organisation.time_zone);
            tell_carer(say, &mut write, carer, desk.now, |voice| voice.offer_passed(&passed))
                .await?;
        }
        if let Some(next) = next {
            let pair = (desk.store, desk.phrases);
            tell_of_slot(pair, &mut write, &organisation, &next, desk.now).await?;
        }
        write.commit().await?;
        done += 1;
    }
    Ok(done)
}

/// Tells who waits of the moment that is kept for them.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn tell_of_slot(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    offer: &Offer,
    now: Moment,
) -> Result<()> {
    let Some(carer) = offer.talk.carer else { return Ok(()) };
    let say = (store, phrases, &organisation.time_zone);
    tell_carer(say, write, carer, now, |voice| voice.freed(offer)).await
}
