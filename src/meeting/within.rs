//! What staff may see and change of meetings: those all of whose groups are their own, and talks about children of
//! their groups. Asked of the database at each step, so that whoever was moved or removed sees nothing more.

use sqlx::AnyConnection;

use super::queries::{meetings, work as queries};
use super::standing::{self, Meeting, Session};
use super::talks::{self, Talk};
use super::{MeetingId, SessionId, TalkId};
use crate::clock::Moment;
use crate::roster::{self, Scope};
use crate::store::Result;

/// A page of what is on somebody's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Each a meeting with the time of it that matters now, and whether that one is over and waits for the list of
    /// who came; those first, then by time.
    pub entries: Vec<(Meeting, Session, bool)>,
    /// How many there are on all pages.
    pub all: usize,
}

/// Their meetings that are not over, and times since a moment whose list nobody completed; without talks and the
/// weekly tick. `morning`: what ends before it is over. A page from some place on.
///
/// # Errors
/// The database cannot be reached.
pub async fn agenda(
    read: &mut AnyConnection,
    scope: Scope,
    (since, morning): (Moment, Moment),
    (from, most): (usize, usize),
) -> Result<Agenda> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (times, page) = ((since, morning), (number(from), number(most)));
    let mut entries = Vec::new();
    for (id, waits) in queries::agenda(read, scope, times, page).await? {
        if let Some((meeting, session)) = session_within(read, scope, id).await? {
            entries.push((meeting, session, waits));
        }
    }
    let all = queries::count_agenda(read, scope, times).await?;
    Ok(Agenda { entries, all: usize::try_from(all).unwrap_or_default() })
}

/// Their meetings with a time that begins at a moment.
///
/// # Errors
/// The database cannot be reached.
pub async fn beginning_within(
    read: &mut AnyConnection,
    scope: Scope,
    starts: Moment,
) -> Result<Vec<Meeting>> {
    let ids = queries::beginning(read, scope, starts).await?;
    all_of(read, ids).await
}

/// Their rounds of talks that are not over, by the next moment.
///
/// # Errors
/// The database cannot be reached.
pub async fn rounds_within(
    read: &mut AnyConnection,
    scope: Scope,
    after: Moment,
) -> Result<Vec<Meeting>> {
    let ids = queries::rounds(read, scope, after).await?;
    all_of(read, ids).await
}

async fn all_of(read: &mut AnyConnection, ids: Vec<MeetingId>) -> Result<Vec<Meeting>> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(standing::find(read, id).await?);
    }
    Ok(found)
}

/// A meeting of theirs.
///
/// # Errors
/// The database cannot be reached.
pub async fn find_within(
    read: &mut AnyConnection,
    scope: Scope,
    id: MeetingId,
) -> Result<Option<Meeting>> {
    match queries::is_within(read, scope, id).await? {
        true => standing::find(read, id).await,
        false => Ok(None),
    }
}

/// One time of a meeting of theirs.
///
/// # Errors
/// The database cannot be reached.
pub async fn session_within(
    read: &mut AnyConnection,
    scope: Scope,
    id: SessionId,
) -> Result<Option<(Meeting, Session)>> {
    let Some(meeting) = meetings::meeting_of(read, id).await? else { return Ok(None) };
    let Some(meeting) = find_within(read, scope, meeting).await? else { return Ok(None) };
    let session = meeting.sessions.iter().find(|it| it.id == id).cloned();
    Ok(session.map(|session| (meeting, session)))
}

/// A talk about a child that is in a group of theirs now.
///
/// # Errors
/// The database cannot be reached.
pub async fn talk_within(
    read: &mut AnyConnection,
    scope: Scope,
    id: TalkId,
) -> Result<Option<Talk>> {
    let groups = roster::groups_of_staff(read, scope).await?;
    let found = talks::talk(read, id).await?;
    Ok(found.filter(|talk| groups.iter().any(|group| group.id == talk.group)))
}

/// Whether they want to hear every morning what takes place.
///
/// # Errors
/// The database cannot be reached.
pub async fn has_mornings(read: &mut AnyConnection, scope: Scope) -> Result<bool> {
    queries::has_mornings(read, scope).await
}

/// From now on they hear it every morning, or no more.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn set_mornings(
    write: &mut AnyConnection,
    scope: Scope,
    from: Option<Moment>,
) -> Result<()> {
    queries::set_mornings(write, scope, from).await
}
