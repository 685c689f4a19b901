//! The SQL of meetings, by what it is for.

pub(super) mod answers;
pub(super) mod attendance;
pub(super) mod changes;
pub(super) mod following;
pub(super) mod inviting;
pub(super) mod kinds;
pub(super) mod meetings;
pub(super) mod noting;
pub(super) mod seats;
pub(super) mod slots;
pub(super) mod talks;
