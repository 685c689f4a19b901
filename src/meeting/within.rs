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

/// Their meetings that end after a moment, by their beginning; not the weekly tick.
///
/// # Errors
/// The database cannot be reached.
pub async fn coming_within(
    read: &mut AnyConnection,
    scope: Scope,
    after: Moment,
) -> Result<Vec<Meeting>> {
    let rows = meetings::coming_within(read, scope, after).await?;
    standing::whole(read, scope.organisation(), rows, after).await
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
