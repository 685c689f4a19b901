//! What staff do about a talk for a family that does not do it itself: by telephone, or at the door.

use sqlx::AnyConnection;

use super::queries::{following, slots, talks as queries};
use super::talks::{Slot, Talk, talk};
use super::{MeetingId, TalkId};
use crate::clock::Moment;
use crate::roster::{CarerId, ChildId, FamilyId, OrganisationId, StaffId};
use crate::store::Result;

/// A carer with whom there may be a talk about a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// About whom.
    pub child: ChildId,
    /// First name.
    pub child_name: String,
    /// With whom.
    pub carer: CarerId,
    /// Their name.
    pub carer_name: String,
    /// Where they live, when apart from the other carer; a household has one talk.
    pub household: String,
}

/// A talk of this organisation by its number.
///
/// # Errors
/// The database cannot be reached.
pub async fn talk_in(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    id: TalkId,
) -> Result<Option<Talk>> {
    match queries::is_in(read, organisation, id).await? {
        true => talk(read, id).await,
        false => Ok(None),
    }
}

/// The carers with whom there may be a talk in a round about the children of a family, by child; who takes part
/// in the chat comes first.
///
/// # Errors
/// The database cannot be reached.
pub async fn partners(
    read: &mut AnyConnection,
    (meeting, family): (MeetingId, FamilyId),
    today: &str,
) -> Result<Vec<Partner>> {
    queries::partners(read, meeting, family, today).await
}

/// Whether somebody works with a group of a meeting: else no family of it could choose a moment with them.
///
/// # Errors
/// The database cannot be reached.
pub async fn works_with(
    read: &mut AnyConnection,
    meeting: MeetingId,
    staff: StaffId,
) -> Result<bool> {
    slots::works_with(read, meeting, staff).await
}

/// Whether a carer can be written to, so that they hear of what staff did.
///
/// # Errors
/// The database cannot be reached.
pub async fn hears(read: &mut AnyConnection, carer: CarerId) -> Result<bool> {
    Ok(following::reader(read, carer).await?.is_some())
}

/// Whether staff noted that a talk was held.
///
/// # Errors
/// The database cannot be reached.
pub async fn was_held(read: &mut AnyConnection, talk: TalkId) -> Result<bool> {
    queries::was_held(read, talk).await
}

/// Nobody else gets a moment that was given back: who would have been there cannot.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn close_moment(write: &mut AnyConnection, slot: &Slot, now: Moment) -> Result<()> {
    for part in &slot.parts {
        slots::withdraw(write, *part, now).await?;
    }
    Ok(())
}
