//! Who really came. Staff seeing a family and a parent saying so are two kinds of evidence, kept apart; a list
//! that nobody closed says nothing about who is not on it.

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::{answers, attendance as queries, meetings, work};
use super::standing::{self, Meeting};
use super::{MeetingId, SessionId};
use crate::clock::{Moment, monday_of};
use crate::language::HomeLanguage;
use crate::roster::{CarerId, FamilyId, GroupId, Organisation};
use crate::store::{Result, Store};

/// How it is known that a family was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Staff saw them.
    Seen,
    /// They said so, with the code on the table.
    Said,
}

impl Presence {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Said => "said",
        }
    }
}

/// A family on the list of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Which family.
    pub family: FamilyId,
    /// First names of its children there.
    pub children: Vec<String>,
    /// Their group.
    pub group: String,
    /// A carer said yes.
    pub said_yes: bool,
    /// With so many people.
    pub people: i64,
    /// Language of who asked for an interpreter.
    pub interpreter: Option<HomeLanguage>,
    /// Staff saw them.
    pub seen: bool,
    /// They said that they were there.
    pub said: bool,
    /// The interpreter was there.
    pub interpreter_there: Option<bool>,
}

/// A family that may walk in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passer {
    /// Which family.
    pub family: FamilyId,
    /// First names of its children in the group.
    pub children: Vec<String>,
    /// Their group.
    pub group: (GroupId, String),
}

/// What became of a code that somebody scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanned {
    /// The families of the chat are on the list.
    Noted,
    /// They were on it.
    Again,
    /// Nobody in this chat takes part in this organisation.
    Stranger,
    /// It is not the day of this meeting.
    NotNow,
}

/// The families of a meeting's groups, and others who came: those who said yes first, then by name.
///
/// # Errors
/// The database cannot be reached.
pub async fn attendees(
    read: &mut AnyConnection,
    meeting: &Meeting,
    session: SessionId,
    day: Date,
) -> Result<Vec<Attendee>> {
    let mut all = queries::attendees(read, meeting.id, session, day).await?;
    all.sort_by(|a, b| {
        (!a.said_yes, &a.group, &a.children, a.family).cmp(&(
            !b.said_yes,
            &b.group,
            &b.children,
            b.family,
        ))
    });
    Ok(all)
}

/// Families of the location who are not on the list and may walk in, by group and name.
///
/// # Errors
/// The database cannot be reached.
pub async fn passers(
    read: &mut AnyConnection,
    meeting: &Meeting,
    listed: &[Attendee],
    day: Date,
) -> Result<Vec<Passer>> {
    let mut all = work::passers(read, meeting.location.id, day).await?;
    all.retain(|it| !listed.iter().any(|on_it| on_it.family == it.family));
    all.sort_by(|a, b| {
        (&a.group.1, &a.children, a.family).cmp(&(&b.group.1, &b.children, b.family))
    });
    Ok(all)
}

/// Notes that staff saw a family, or takes that back; whether they are seen now.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn tick(
    write: &mut AnyConnection,
    (session, family): (SessionId, FamilyId),
    (by, now): (&str, Moment),
) -> Result<bool> {
    if queries::forget(write, session, family, Presence::Seen).await? {
        return Ok(false);
    }
    see(write, (session, family), (by, now)).await?;
    Ok(true)
}

/// Notes that staff saw a family.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn see(
    write: &mut AnyConnection,
    (session, family): (SessionId, FamilyId),
    (by, now): (&str, Moment),
) -> Result<bool> {
    queries::note(write, session, family, Presence::Seen, (by, now)).await
}

/// Takes back that a family was there, whoever noted it.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn was_not_there(
    write: &mut AnyConnection,
    session: SessionId,
    family: FamilyId,
) -> Result<bool> {
    let seen = queries::forget(write, session, family, Presence::Seen).await?;
    let said = queries::forget(write, session, family, Presence::Said).await?;
    Ok(seen || said)
}

/// Whether an interpreter was there for a family that was seen.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn interpreter_there(
    write: &mut AnyConnection,
    (session, family): (SessionId, FamilyId),
    was_there: bool,
) -> Result<bool> {
    queries::note_interpreter(write, session, family, was_there).await
}

/// Staff say that the list is complete, or take that back: who said yes and is not on it was missed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn close_list(
    write: &mut AnyConnection,
    session: SessionId,
    closed_at: Option<Moment>,
) -> Result<bool> {
    queries::close(write, session, closed_at).await
}

/// The code on the table, scanned by a chat: on the day of the meeting, by families of the organisation,
/// invited or not.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn scan(
    write: &mut AnyConnection,
    (organisation, session): (&Organisation, SessionId),
    carers: &[CarerId],
    now: Moment,
) -> Result<(Scanned, Option<Meeting>)> {
    let Some(id) = meetings::meeting_of(write, session).await? else {
        return Ok((Scanned::NotNow, None));
    };
    let Some(meeting) = standing::find(write, id).await? else {
        return Ok((Scanned::NotNow, None));
    };
    let zone = &organisation.time_zone;
    let today = now.local(zone).date();
    let is_on = |it: &standing::Session| {
        it.id == session
            && (it.starts.local(zone).date()..=it.ends.local(zone).date()).contains(&today)
    };
    if carers.is_empty() || meeting.organisation != organisation.id {
        return Ok((Scanned::Stranger, Some(meeting)));
    }
    if !meeting.standing().any(is_on) {
        return Ok((Scanned::NotNow, Some(meeting)));
    }
    let mut is_new = false;
    for carer in carers {
        if let Some(family) = answers::family_of_carer(write, *carer).await? {
            let by = format!("carer {carer}");
            is_new |= queries::note(write, session, family, Presence::Said, (&by, now)).await?;
        }
    }
    Ok((if is_new { Scanned::Noted } else { Scanned::Again }, Some(meeting)))
}

/// The week of the play-in of a group, made at the first use: one tick a family and week.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn play_in_week(
    store: &Store,
    write: &mut AnyConnection,
    organisation: &Organisation,
    (group, day): (GroupId, Date),
    (by, now): (&str, Moment),
) -> Result<(MeetingId, SessionId)> {
    let monday = monday_of(day);
    let zone = &organisation.time_zone;
    let ends = monday.checked_add(jiff::Span::new().weeks(1)).unwrap_or(monday);
    let times = (Moment::start_of(monday, zone), Moment::start_of(ends, zone));
    let meeting = match queries::play_in_of(write, group).await? {
        Some(meeting) => meeting,
        None => {
            queries::new_play_in(write, store.new_id(), (organisation.id, group), (by, now)).await?
        }
    };
    let session = queries::week_of(write, store.new_id(), (meeting, monday), times).await?;
    Ok((meeting, session))
}
