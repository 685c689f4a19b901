//! Every statement of this room: one text for both databases.

pub(super) mod carers;
pub(super) mod children;
pub(super) mod groups;
pub(super) mod invites;
pub(super) mod known;
pub(super) mod locations;
pub(super) mod organisations;
pub(super) mod pauses;
pub(super) mod staff;
pub(super) mod written;
