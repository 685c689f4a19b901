//! A meeting that is moved or called off: everybody who was told hears of it, whoever was not yet told hears
//! only how it is now, and both are one transaction with the change itself.

mod one_talk;

use jiff::civil::DateTime;
use sqlx::AnyConnection;

pub use one_talk::{TalkChanged, call_off, call_off_later, move_talk, move_talk_later, undo_talk};

use super::inviting;
use super::planning::{MeetingError, checked};
use super::queries::{changes, inviting as mailings, meetings as queries, slots, talks};
use super::standing::{self, Meeting};
use super::words::News;
use super::{MeetingId, SessionId};
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::mailing::Missing;
use crate::roster::Organisation;
use crate::store::Store;

/// What a change left behind, by which it can be undone until its news leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The mailing with the news.
    pub news: i64,
    /// Begin and end of before.
    pub before: (Moment, Moment),
}

/// Puts one time of a meeting at another moment; the news leaves at `at`.
///
/// # Errors
/// The new time cannot be, or the old one is over.
pub async fn move_session(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, session): (&Meeting, SessionId),
    (starts, ends): (DateTime, DateTime),
    (at, now): (Moment, Moment),
) -> Result<Changed, MeetingError> {
    let before = open_session(meeting, session, now)?;
    let zone = &organisation.time_zone;
    let times = checked(&[(starts, ends)], zone, now)?;
    let Some(&(begin, end)) = times.first() else { return Err(MeetingError::NoTime) };
    let meets = |it: &&standing::Session| it.id != session && it.starts < end && it.ends > begin;
    if let Some(other) = meeting.standing().find(meets) {
        return Err(MeetingError::Overlaps(other.starts.local(zone)));
    }
    // As long as nobody has heard of an earlier move, what they know is the moment before that one.
    let told = changes::told_start(write, session).await?.unwrap_or(before.0);
    queries::move_session(write, session, starts.date(), (begin, end)).await?;
    changes::keep_told_start(write, session, told).await?;
    let moved = found(write, meeting.id).await?;
    changes::withdraw_of_session(write, (meeting.id, session), now).await?;
    invite_anew((store, phrases), write, organisation, &moved, now).await?;
    let Some(now_at) = moved.sessions.iter().find(|it| it.id == session) else {
        return Err(MeetingError::CalledOff);
    };
    let news = (News::Moved(now_at, told), Some(session));
    let desk = (store, phrases);
    // It is again as everybody knows it: nobody need hear of it.
    let is_back = begin == told && begin != before.0;
    let news = match is_back {
        true => inviting::write_down(desk, write, organisation, &moved, news, (at, now)).await?,
        false => inviting::tell(desk, write, organisation, &moved, news, (at, now)).await?,
    };
    Ok(Changed { news, before })
}

/// Calls one time of a meeting off, or the whole meeting when it is its last one.
///
/// # Errors
/// It is over, or was called off before.
pub async fn cancel_session(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, session, why): (&Meeting, SessionId, Option<&str>),
    (at, now): (Moment, Moment),
) -> Result<Changed, MeetingError> {
    let before = open_session(meeting, session, now)?;
    let known = as_known(write, meeting).await?;
    // Of a series that has begun, what was is not called off with its last time.
    let is_last = meeting.standing().count() <= 1;
    if is_last {
        queries::cancel(write, meeting.id, why, now).await?;
        mailings::withdraw(write, meeting.id, 0, now).await?;
    } else {
        queries::cancel_session(write, session, now).await?;
        let left = found(write, meeting.id).await?;
        changes::withdraw_of_session(write, (meeting.id, session), now).await?;
        invite_anew((store, phrases), write, organisation, &left, now).await?;
    }
    let known = Meeting { cancelled_why: why.map(str::to_owned), ..known };
    let Some(gone) = known.sessions.iter().find(|it| it.id == session) else {
        return Err(MeetingError::CalledOff);
    };
    let told = (News::Cancelled(gone), Some(session));
    let id = inviting::tell((store, phrases), write, organisation, &known, told, (at, now)).await?;
    Ok(Changed { news: id, before })
}

/// Calls a meeting off with every time of it that is still to come; who was told hears of all of them in one
/// message.
///
/// # Errors
/// It is over, or was called off before.
pub async fn cancel_meeting(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, why): (&Meeting, Option<&str>),
    (at, now): (Moment, Moment),
) -> Result<Changed, MeetingError> {
    if meeting.cancelled_at.is_some() {
        return Err(MeetingError::CalledOff);
    }
    let Some(next) = meeting.next(now) else { return Err(MeetingError::Begun) };
    let known = as_known(write, meeting).await?;
    queries::cancel(write, meeting.id, why, now).await?;
    mailings::withdraw(write, meeting.id, 0, now).await?;
    let (cancelled_at, cancelled_why) = (Some(now), why.map(str::to_owned));
    let gone = Meeting { cancelled_at, cancelled_why, ..known };
    let first = gone.sessions.iter().find(|it| it.id == next.id).unwrap_or(next);
    let told = (News::Cancelled(first), Some(next.id));
    let news = inviting::tell(desk, write, organisation, &gone, told, (at, now)).await?;
    Ok(Changed { news, before: (next.starts, next.ends) })
}

/// Calls a round of talks off: free moments go, and everybody who was told hears of it. How many talks there were.
///
/// # Errors
/// It was called off before.
pub async fn cancel_round(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, why): (&Meeting, Option<&str>),
    now: Moment,
) -> Result<usize, MeetingError> {
    if !queries::cancel(write, meeting.id, why, now).await? {
        return Err(MeetingError::CalledOff);
    }
    mailings::withdraw(write, meeting.id, 0, now).await?;
    let cancelled_why = why.map(str::to_owned);
    let gone = Meeting { cancelled_at: Some(now), cancelled_why, ..meeting.clone() };
    // First, so that whoever takes a moment in this very instant is among those who are told, or too late.
    slots::withdraw_free(write, meeting.id, now).await?;
    let news = (News::RoundCancelled, None);
    inviting::tell(desk, write, organisation, &gone, news, (now, now)).await?;
    let booked = talks::booked_ahead(write, meeting.id, now).await?;
    for talk in &booked {
        call_off(desk, write, organisation, *talk, now).await?;
    }
    slots::withdraw_free(write, meeting.id, now).await?;
    Ok(booked.len())
}

/// Takes a move or a cancellation back, as long as its news has not left; false when it has.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn undo(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (session, changed): (SessionId, Changed),
    now: Moment,
) -> Result<bool, MeetingError> {
    let Some(meeting) = queries::meeting_of(write, session).await? else { return Ok(false) };
    let Some(made_at) = changes::made_at(write, changed.news).await? else { return Ok(false) };
    if !mailings::take_back(write, changed.news, now).await? {
        return Ok(false);
    }
    let day = changed.before.0.local(&organisation.time_zone).date();
    queries::revive(write, meeting, made_at).await?;
    queries::move_session(write, session, day, changed.before).await?;
    changes::restore(write, (meeting, session), (changed.news, made_at)).await?;
    let meeting = found(write, meeting).await?;
    invite_anew((store, phrases), write, organisation, &meeting, now).await?;
    Ok(true)
}

/// Takes back a meeting that nobody has heard of yet; false when somebody has.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn undo_add(
    write: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<bool, MeetingError> {
    if mailings::is_told(write, meeting).await? {
        return Ok(false);
    }
    mailings::withdraw(write, meeting, 0, now).await?;
    Ok(queries::cancel(write, meeting, None, now).await?)
}

/// The meeting as families know it, while news of a move has not left to anybody.
async fn as_known(read: &mut AnyConnection, meeting: &Meeting) -> Result<Meeting, MeetingError> {
    let mut known = meeting.clone();
    for session in &mut known.sessions {
        if let Some(told) = changes::told_start(read, session.id).await? {
            session.starts = told;
        }
    }
    Ok(known)
}

/// Whoever has not heard of the meeting gets an invitation with the times that are right now; nobody does when
/// it was never announced, has begun, or its invitation came back just now.
async fn invite_anew(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    meeting: &Meeting,
    now: Moment,
) -> Result<(), MeetingError> {
    let Some(at) = meeting.invite_at.filter(|_| meeting.is_open(now)) else { return Ok(()) };
    let Some(missing) = changes::missing_of_invitation(write, meeting.id).await? else {
        return Ok(());
    };
    let missing = missing_word(&missing).unwrap_or_default();
    let desk = (store, phrases);
    let invited = (meeting.id, missing);
    let id = inviting::invite(desk, write, organisation, invited, (at, now)).await?.0;
    mailings::take_over(write, meeting.id, id, now).await?;
    Ok(())
}

fn missing_word(word: &str) -> Option<Missing> {
    [Missing::Refuse, Missing::Hold, Missing::Dutch].into_iter().find(|it| it.word() == word)
}

fn open_session(
    meeting: &Meeting,
    session: SessionId,
    now: Moment,
) -> Result<(Moment, Moment), MeetingError> {
    let found = meeting.sessions.iter().find(|it| it.id == session);
    match found {
        Some(it) if it.is_cancelled || meeting.cancelled_at.is_some() => {
            Err(MeetingError::CalledOff)
        }
        Some(it) if it.starts <= now => Err(MeetingError::Begun),
        Some(it) => Ok((it.starts, it.ends)),
        None => Err(MeetingError::NoTime),
    }
}

async fn found(read: &mut AnyConnection, meeting: MeetingId) -> Result<Meeting, MeetingError> {
    standing::find(read, meeting).await?.ok_or(MeetingError::CalledOff)
}
