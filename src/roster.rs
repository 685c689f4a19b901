//! Who is who: organisations with their locations and groups, families with their children and
//! carers; import, invite codes, consent and leaving.
//!
//! It never sends anything and keeps no words of a conversation.

mod ids;

pub use ids::{CarerId, ChatId, ChildId, FamilyId, GroupId, LocationId, OrganisationId};
