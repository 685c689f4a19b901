//! Afterwards: thanks to who came, "we missed you" to who said yes, and a person for who was missed twice.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::{Desk, is_day, tell_carer};
use crate::inbox::{self, FollowUpReason};
use crate::meeting::queries::following as queries;
use crate::meeting::words::News;
use crate::meeting::{DayPart, MeetingId, SessionId, TalkId, inviting, standing, talks};
use crate::store::Result;

/// Staff may still correct the list for so long.
const TO_CORRECT: Duration = Duration::from_secs(15 * 60);

pub(super) async fn tell(desk: Desk<'_>) -> Result<u64> {
    let mut read = desk.store.read().await?;
    let until = desk.now.before(TO_CORRECT);
    let sessions = queries::lists_closed(&mut read, until).await?;
    let held = queries::talks_noted(&mut read, until).await?;
    drop(read);
    let mut done = 0;
    for due in sessions {
        if is_day_there(desk, &due.time_zone) {
            let session = SessionId::from_raw(due.id);
            after_session(desk, MeetingId::from_raw(due.meeting_id), session).await?;
            done += 1;
        }
    }
    for (id, time_zone, outcome) in held {
        if is_day_there(desk, &time_zone) {
            after_talk(desk, TalkId::from_raw(id), &outcome).await?;
            done += 1;
        }
    }
    Ok(done)
}

fn is_day_there(desk: Desk<'_>, time_zone: &str) -> bool {
    let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
    is_day(desk.now.local(&zone), desk.hours)
}

/// Staff said who was there.
async fn after_session(desk: Desk<'_>, meeting: MeetingId, session: SessionId) -> Result<()> {
    let mut write = desk.store.write().await?;
    let Some(meeting) = standing::find(&mut write, meeting).await? else { return Ok(()) };
    let organisation = queries::organisation(&mut write, meeting.organisation).await?;
    queries::told_after(&mut write, session, desk.now).await?;
    let next = meeting.next(desk.now);
    let later = match queries::next_of_kind(&mut write, &meeting, desk.now).await? {
        Some(id) => standing::find(&mut write, id).await?,
        None => None,
    };
    let pair = (desk.store, desk.phrases);
    // Of a series thanks come once, at its end.
    if next.is_none() {
        let news = (News::Thanks, Some(session));
        let times = (desk.now, desk.now);
        inviting::tell(pair, &mut write, &organisation, &meeting, news, times).await?;
    }
    // The button answers the invitation to the next time, which must be the one it names.
    let (about, next) = match (&later, next) {
        (_, Some(next)) => (&meeting, Some(next)),
        (Some(later), None) => (later, later.next(desk.now)),
        (None, None) => (&meeting, None),
    };
    let missed = (News::Missed(next), session, meeting.id);
    inviting::tell_missed(pair, &mut write, &organisation, about, missed, desk.now).await?;
    let families = queries::missed_twice(&mut write, session, desk.now).await?;
    let reason = (FollowUpReason::DidNotCome, meeting.id.raw());
    let whose = meeting.organisation;
    inbox::open_for(desk.store, &mut write, whose, reason, &families, desk.now).await?;
    write.commit().await?;
    Ok(())
}

/// Staff noted what came of a talk.
async fn after_talk(desk: Desk<'_>, id: TalkId, outcome: &str) -> Result<()> {
    let mut write = desk.store.write().await?;
    queries::talk_told_after(&mut write, id, desk.now).await?;
    if let Some(talk) = talks::talk(&mut write, id).await?
        && let Some(carer) = talk.carer
        && let Some(meeting) = talk.meeting
        && let Some(meeting) = standing::find(&mut write, meeting).await?
    {
        let organisation = queries::organisation(&mut write, meeting.organisation).await?;
        let zone = &organisation.time_zone;
        let any = (DayPart::Any, zone, 1);
        let others = !talks::free_slots(&mut write, &talk, any, desk.now).await?.is_empty();
        let say = (desk.store, desk.phrases, zone);
        tell_carer(say, &mut write, carer, desk.now, |voice| match outcome {
            "held" => voice.thanks(&talk),
            _ => voice.missed(&talk, others),
        })
        .await?;
    }
    write.commit().await?;
    Ok(())
}
