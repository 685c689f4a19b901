//! Meetings: what parents and pre-school agree to see each other for.

pub mod ics;
