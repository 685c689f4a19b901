//! Every statement of this room: one text for both databases.

pub(super) mod releases;
pub(super) mod shelves;
pub(super) mod texts;
