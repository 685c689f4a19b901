//! The SQL of meetings, by what it is for.

pub(super) mod answers;
pub(super) mod attendance;
pub(super) mod calendars;
pub(super) mod changes;
pub(super) mod clashing;
pub(super) mod feeds;
pub(super) mod files;
pub(super) mod following;
pub(super) mod inviting;
pub(super) mod kinds;
pub(super) mod meetings;
pub(super) mod mornings;
pub(super) mod noting;
pub(super) mod overview;
pub(super) mod schedule;
pub(super) mod seats;
pub(super) mod slots;
pub(super) mod talks;
pub(super) mod work;
