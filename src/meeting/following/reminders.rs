//! On the afternoon before: to who said yes, and to who has a talk.

use std::time::Duration;

use super::{Desk, REMINDER, is_day, tell_carer};
use crate::clock::Moment;
use crate::meeting::queries::following as queries;
use crate::meeting::words::News;
use crate::meeting::{MeetingId, SessionId, TalkId, inviting, standing, talks};
use crate::store::Result;
use jiff::tz::TimeZone;

/// Nothing that begins later can be tomorrow, in any zone and over any clock change.
const AHEAD: Duration = Duration::from_secs(49 * 3_600);

pub(super) async fn remind(desk: Desk<'_>) -> Result<u64> {
    let mut read = desk.store.read().await?;
    let until = desk.now.after(AHEAD);
    let sessions = queries::sessions_to_remind(&mut read, desk.now, until).await?;
    let booked = queries::talks_to_remind(&mut read, desk.now, until).await?;
    drop(read);
    let mut done = 0;
    for due in sessions {
        let zone = TimeZone::get(&due.time_zone).unwrap_or(TimeZone::UTC);
        if !is_tomorrow(desk, due.starts_at, &zone) || is_fresh(desk, due.known_at, &zone) {
            continue;
        }
        let mut write = desk.store.write().await?;
        let session = SessionId::from_raw(due.id);
        let Some(meeting) = standing::find(&mut write, MeetingId::from_raw(due.meeting_id)).await?
        else {
            continue;
        };
        let organisation = queries::organisation(&mut write, meeting.organisation).await?;
        queries::reminded(&mut write, session, desk.now).await?;
        if let Some(at) = meeting.sessions.iter().find(|it| it.id == session) {
            let news = (News::Reminder(at), Some(session));
            let pair = (desk.store, desk.phrases);
            let times = (desk.now, desk.now);
            inviting::tell(pair, &mut write, &organisation, &meeting, news, times).await?;
        }
        write.commit().await?;
        done += 1;
    }
    for due in booked {
        let zone = TimeZone::get(&due.time_zone).unwrap_or(TimeZone::UTC);
        if !is_tomorrow(desk, due.starts_at, &zone) || is_fresh(desk, due.known_at, &zone) {
            continue;
        }
        let mut write = desk.store.write().await?;
        let id = TalkId::from_raw(due.id);
        queries::talk_reminded(&mut write, id, desk.now).await?;
        if let Some(talk) = talks::talk(&mut write, id).await?
            && let (Some(carer), Some(slot)) = (talk.carer, &talk.slot)
        {
            let say = (desk.store, desk.phrases, &zone);
            tell_carer(say, &mut write, carer, desk.now, |voice| voice.reminder(&talk, slot))
                .await?;
        }
        write.commit().await?;
        done += 1;
    }
    Ok(done)
}

/// It begins on the day after today, and it is late enough in the day to say so.
fn is_tomorrow(desk: Desk<'_>, starts: i64, zone: &TimeZone) -> bool {
    let local = desk.now.local(zone);
    let starts = Moment::from_millis(starts).local(zone);
    local.time() >= REMINDER
        && is_day(local, desk.hours)
        && local.date().tomorrow().is_ok_and(|tomorrow| tomorrow == starts.date())
}

/// They chose or heard of it this very evening: reminding them would only be noise.
fn is_fresh(desk: Desk<'_>, known_at: Option<i64>, zone: &TimeZone) -> bool {
    let evening = Moment::of_local(desk.now.local(zone).date().to_datetime(REMINDER), zone);
    known_at.is_some_and(|at| at >= evening.millis())
}
