//! One gentle second invitation to the silent; then a person.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::{Desk, is_day};
use crate::inbox::{self, FollowUpReason};
use crate::meeting::kind::Answering;
use crate::meeting::queries::following as queries;
use crate::meeting::words::News;
use crate::meeting::{MeetingId, inviting, standing};
use crate::rhythm;
use crate::store::Result;

/// So long the first invitation is left alone.
const AFTER_THE_FIRST: Duration = Duration::from_secs(3 * 86_400);
/// Later than this before the beginning, a second invitation only hurries people.
const BEFORE_THE_START: Duration = Duration::from_secs(36 * 3_600);
/// So long the second one is left alone, before a person speaks to them.
const THEN_A_PERSON: Duration = Duration::from_secs(36 * 3_600);

pub(super) async fn invite_again(desk: Desk<'_>) -> Result<u64> {
    let mut read = desk.store.read().await?;
    let first = desk.now.before(AFTER_THE_FIRST);
    let start = desk.now.after(BEFORE_THE_START);
    let due = queries::to_invite_again(&mut read, first, start).await?;
    let silent = queries::to_hand_over(&mut read, desk.now.before(THEN_A_PERSON), desk.now).await?;
    let over = queries::over(&mut read, desk.now).await?;
    drop(read);
    let mut done = 0;
    for (meeting, time_zone) in due {
        let zone = TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC);
        let local = desk.now.local(&zone);
        if !is_day(local, desk.hours) {
            continue;
        }
        let mut write = desk.store.write().await?;
        let Some(meeting) = standing::find(&mut write, MeetingId::from_raw(meeting)).await? else {
            continue;
        };
        let closed = rhythm::closed_days(&mut write, meeting.organisation).await?;
        if closed.iter().any(|it| it.day == local.date()) {
            continue;
        }
        let organisation = queries::organisation(&mut write, meeting.organisation).await?;
        let pair = (desk.store, desk.phrases);
        let times = (desk.now, desk.now);
        inviting::tell(pair, &mut write, &organisation, &meeting, (News::Again, None), times)
            .await?;
        write.commit().await?;
        done += 1;
    }
    for meeting in over {
        let mut write = desk.store.write().await?;
        for reason in [FollowUpReason::NoAnswer, FollowUpReason::NoTalk] {
            inbox::close_for(&mut write, (reason, meeting), None, desk.now).await?;
        }
        queries::settled(&mut write, MeetingId::from_raw(meeting), desk.now).await?;
        write.commit().await?;
    }
    for (meeting, organisation) in silent {
        let mut write = desk.store.write().await?;
        let id = MeetingId::from_raw(meeting);
        let Some(meeting) = standing::find(&mut write, id).await? else { continue };
        let zone = queries::organisation(&mut write, organisation).await?.time_zone;
        let today = desk.now.local(&zone).date().to_string();
        let (reason, families) = match meeting.kind.base.answering() {
            Answering::Slots => {
                (FollowUpReason::NoTalk, queries::without_talk(&mut write, id, &today).await?)
            }
            Answering::Rsvp | Answering::WeeklyTick => {
                (FollowUpReason::NoAnswer, queries::without_answer(&mut write, id, &today).await?)
            }
        };
        let opened = inbox::open_for(
            desk.store,
            &mut write,
            organisation,
            (reason, id.raw()),
            &families,
            desk.now,
        )
        .await?;
        queries::handed_over(&mut write, id, desk.now).await?;
        write.commit().await?;
        done += opened;
    }
    Ok(done)
}
