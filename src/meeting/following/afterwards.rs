//! Afterwards: thanks to who came, "we missed you" to who said yes, and a person for who was missed twice.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::{Desk, is_day, tell_carer};
use crate::inbox::{self, FollowUpReason};
use crate::meeting::queries::following as queries;
use crate::meeting::words::News;
use crate::meeting::{MeetingId, SessionId, TalkId, inviting, standing, talks};
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
        let zone = TimeZone::get(&due.time_zone).unwrap_or(TimeZone::UTC);
        if !is_day(desk.now.local(&zone), desk.hours) {
            continue;
        }
        let mut write = desk.store.write().await?;
        let session = SessionId::from_raw(due.id);
        let Some(meeting) = standing::find(&mut write, MeetingId::from_raw(due.meeting_id)).await?
        else {
            continue;
        };
        let organisation = queries::organisation(&mut write, meeting.organisation).await?;
        queries::told_after(&mut write, session, desk.now).await?;
        let next = meeting.next(desk.now);
        let later = queries::next_of_kind(&mut write, &meeting, desk.now).await?;
        let later = match later {
            Some(id) => standing::find(&mut write, id).await?,
            None => None,
        };
        let pair = (desk.store, desk.phrases);
        let times = (desk.now, desk.now);
        // Of a series thanks come once, at its end.
        if next.is_none() {
            let news = (News::Thanks, Some(session));
            inviting::tell(pair, &mut write, &organisation, &meeting, news, times).await?;
        }
        // The button answers the invitation to the next time, which must be the one it names.
        let (about, next) = match (&later, next) {
            (_, Some(next)) => (&meeting, Some(next)),
            (Some(later), None) => (later, later.next(desk.now)),
            (None, None) => (&meeting, None),
        };
        let news = News::Missed(next);
        let missed = (news, session, meeting.id);
        inviting::tell_missed(pair, &mut write, &organisation, about, missed, desk.now).await?;
        let families = queries::missed_twice(&mut write, session, desk.now).await?;
        let reason = (FollowUpReason::DidNotCome, meeting.id.raw());
        let whose = meeting.organisation;
        inbox::open_for(desk.store, &mut write, whose, reason, &families, desk.now).await?;
        write.commit().await?;
        done += 1;
    }
    for (id, time_zone, outcome) in held {
        let zone = TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC);
        if !is_day(desk.now.local(&zone), desk.hours) {
            continue;
        }
        let mut write = desk.store.write().await?;
        let talk_id = TalkId::from_raw(id);
        queries::talk_told_after(&mut write, talk_id, desk.now).await?;
        if let Some(talk) = talks::talk(&mut write, talk_id).await?
            && let Some(carer) = talk.carer
        {
            let any = (crate::meeting::press::DayPart::Any, &zone, 1);
            let others = !talks::free_slots(&mut write, &talk, any, desk.now).await?.is_empty();
            let say = (desk.store, desk.phrases, &zone);
            tell_carer(say, &mut write, carer, desk.now, |voice| match outcome.as_str() {
                "held" => voice.thanks(&talk),
                _ => voice.missed(&talk, others),
            })
            .await?;
        }
        write.commit().await?;
        done += 1;
    }
    Ok(done)
}
