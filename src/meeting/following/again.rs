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
use crate::roster::OrganisationId;
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
    let mut done = invite(desk, due).await?;
    settle(desk, over).await?;
    for (meeting, organisation) in silent {
        done += hand_over(desk, MeetingId::from_raw(meeting), organisation).await?;
    }
    Ok(done)
}

/// The second invitation, by day and not on a closed day.
async fn invite(desk: Desk<'_>, due: Vec<(i64, String)>) -> Result<u64> {
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
    Ok(done)
}

/// What has begun, or was called off, needs no answer any more.
async fn settle(desk: Desk<'_>, over: Vec<i64>) -> Result<()> {
    for meeting in over {
        let mut write = desk.store.write().await?;
        for reason in [FollowUpReason::NoAnswer, FollowUpReason::NoTalk] {
            inbox::close_for(&mut write, (reason, meeting), None, desk.now).await?;
        }
        queries::settled(&mut write, MeetingId::from_raw(meeting), desk.now).await?;
        write.commit().await?;
    }
    Ok(())
}

/// Families of a meeting to whom a person is to speak.
async fn hand_over(desk: Desk<'_>, id: MeetingId, organisation: OrganisationId) -> Result<u64> {
    let mut write = desk.store.write().await?;
    let Some(meeting) = standing::find(&mut write, id).await? else { return Ok(0) };
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
    let about = (reason, id.raw());
    let opened =
        inbox::open_for(desk.store, &mut write, organisation, about, &families, desk.now).await?;
    queries::handed_over(&mut write, id, desk.now).await?;
    write.commit().await?;
    Ok(opened)
}
