//! Calendars as files (iCalendar, RFC 5545): ours [written](write()) for every calendar program, and
//! foreign ones [read](read()) for when somebody is busy.
//!
//! Pure: it asks no database and no clock. The grammar, the folding and the repeating are the crate
//! `ical`'s; what a time zone is, and at which moment a local time falls, is `jiff`'s.

mod clock;
mod entry;
mod lines;
mod problem;
mod read;
mod rule;
mod series;
mod value;
mod write;
mod zones;

pub use problem::Problem;
pub use read::{Busy, LARGEST, read};
pub use rule::MOST;
pub use write::{Calendar, Event, Method, write};
