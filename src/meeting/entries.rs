//! Meetings and talks as files for a calendar program: in the reader's language, at the clock of the place. No
//! child is named in them.

use std::time::Duration;

use jiff::Timestamp;
use sqlx::AnyConnection;

use super::ics::{Calendar, Event, Method, write};
use super::queries::{answers, talks as talk_queries};
use super::saying::Voice;
use super::standing::{self, Meeting, Session};
use super::talks::{Slot, Talk};
use super::{MeetingId, SessionId, TalkId};
use crate::clock::Moment;
use crate::language::Args;
use crate::roster::CarerId;
use crate::store::Result;

/// What a calendar file is.
pub const CALENDAR_TYPE: &str = "text/calendar";
/// So long after its last event a file is of use to nobody.
const OF_USE: Duration = Duration::from_secs(30 * 86_400);

/// A file for a calendar program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// What it is called.
    pub name: String,
    /// What stands in it.
    pub text: String,
    /// When its last event ends.
    last: Moment,
}

impl CalendarFile {
    /// Until when it is to be kept.
    pub fn kept_until(&self, now: Moment) -> Moment {
        self.last.max(now).after(OF_USE)
    }
}

/// Every time of a meeting; times that were called off are there too, as such.
pub fn file_of_meeting(voice: &Voice<'_>, meeting: &Meeting, now: Moment) -> CalendarFile {
    file_of(voice, meeting, Method::Publish, |_| true, now)
}

/// The times of a meeting that were called off, to be taken out of a calendar.
pub(super) fn file_of_cancelled(
    voice: &Voice<'_>,
    (meeting, gone): (&Meeting, &[SessionId]),
    now: Moment,
) -> CalendarFile {
    file_of(voice, meeting, Method::Cancel, |it| gone.contains(&it.id), now)
}

fn file_of(
    voice: &Voice<'_>,
    meeting: &Meeting,
    method: Method,
    is_in_it: impl Fn(&&Session) -> bool,
    now: Moment,
) -> CalendarFile {
    let sessions = || meeting.sessions.iter().filter(&is_in_it);
    let events = sessions().map(|it| event_of_session(voice, meeting, it, now)).collect();
    let last = sessions().map(|it| it.ends).max();
    file(voice, events, method, last.unwrap_or(now))
}

/// One time of a meeting as an event.
fn event_of_session(voice: &Voice<'_>, meeting: &Meeting, session: &Session, now: Moment) -> Event {
    let is_cancelled = session.is_cancelled || meeting.cancelled_at.is_some();
    Event {
        uid: format!("session-{}@thuispost", session.id),
        sequence: session.sequence,
        stamp: stamp(now),
        starts: zoned(voice, session.starts),
        ends: zoned(voice, session.ends),
        summary: summary(voice, meeting),
        description: String::new(),
        place: place_of(meeting),
        geo: geo(meeting),
        url: None,
        is_cancelled,
        alarm_minutes: None,
    }
}

/// The entry of a talk; `None` when it has no moment.
///
/// # Errors
/// The database cannot be reached.
pub async fn file_of_talk(
    read: &mut AnyConnection,
    voice: &Voice<'_>,
    talk: &Talk,
    now: Moment,
) -> Result<Option<CalendarFile>> {
    let (Some(slot), Some(meeting)) = (&talk.slot, talk.meeting) else { return Ok(None) };
    let Some(meeting) = standing::find(read, meeting).await? else { return Ok(None) };
    let event = event_of_talk(voice, (talk, slot, &meeting), now);
    Ok(Some(file(voice, vec![event], Method::Publish, slot.ends)))
}

/// A talk that was called off, to be taken out of a calendar; `slot` was its moment.
pub(super) fn file_of_cancelled_talk(
    voice: &Voice<'_>,
    about: (&Talk, &Slot, &Meeting),
    now: Moment,
) -> CalendarFile {
    let event = Event { is_cancelled: true, ..event_of_talk(voice, about, now) };
    file(voice, vec![event], Method::Cancel, about.1.ends)
}

fn event_of_talk(
    voice: &Voice<'_>,
    (talk, slot, meeting): (&Talk, &Slot, &Meeting),
    now: Moment,
) -> Event {
    let home = || voice.phrases.plain(voice.language, "talk-home", &Args::new());
    Event {
        uid: format!("talk-{}@thuispost", talk.id),
        sequence: talk.sequence,
        stamp: stamp(now),
        starts: zoned(voice, slot.starts),
        ends: zoned(voice, slot.ends),
        summary: summary(voice, meeting),
        description: String::new(),
        place: if slot.at_home { home() } else { place_of(meeting) },
        geo: if slot.at_home { None } else { geo(meeting) },
        url: None,
        is_cancelled: false,
        alarm_minutes: None,
    }
}

/// A carer took the file of a meeting.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn took_file(
    write: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    now: Moment,
) -> Result<()> {
    answers::took_file(write, meeting, carer, now).await
}

/// A carer took the file of a talk.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn took_talk_file(write: &mut AnyConnection, talk: TalkId, now: Moment) -> Result<()> {
    talk_queries::took_file(write, talk, now).await
}

fn file(voice: &Voice<'_>, events: Vec<Event>, method: Method, last: Moment) -> CalendarFile {
    let name = voice.phrases.plain(voice.language, "meeting-file-name", &Args::new());
    let calendar = Calendar { name: &name, language: voice.language.tag(), method, events };
    CalendarFile { text: write(&calendar), name: format!("{name}.ics"), last }
}

fn summary(voice: &Voice<'_>, meeting: &Meeting) -> String {
    let args = Args::new()
        .text("title", meeting.kind.name(voice.phrases, voice.language))
        .text("location", &meeting.location.name);
    crate::language::without_marks(&voice.phrases.plain(
        voice.language,
        "meeting-file-summary",
        &args,
    ))
}

fn geo(meeting: &Meeting) -> Option<(f64, f64)> {
    let (latitude, longitude) = meeting.location.pin.as_ref()?;
    Some((latitude.parse().ok()?, longitude.parse().ok()?))
}

fn place_of(meeting: &Meeting) -> String {
    let location = &meeting.location;
    place_words(meeting.place.as_ref(), &location.name, location.address.as_ref())
}

/// Where it is, as a calendar program shows it.
pub(super) fn place_words(
    place: Option<&String>,
    location: &String,
    address: Option<&String>,
) -> String {
    let all: Vec<&str> =
        place.into_iter().chain([location]).chain(address).map(String::as_str).collect();
    all.join(", ")
}

pub(super) fn stamp(now: Moment) -> Timestamp {
    Timestamp::from_millisecond(now.millis()).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(super) fn zoned(voice: &Voice<'_>, at: Moment) -> jiff::Zoned {
    stamp(at).to_zoned(voice.zone.clone())
}
