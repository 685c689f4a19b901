//! Every statement of this room: one text for both databases.

pub(super) mod known;
pub(super) mod pictures;
pub(super) mod releases;
pub(super) mod shelves;
pub(super) mod texts;
pub(super) mod voices;
pub(super) mod written;
