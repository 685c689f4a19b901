//! Thuispost.
pub mod clock;
pub mod inbox;
pub mod language;
pub mod outbox;
pub mod reply;
pub mod rhythm;
pub mod roster;
pub mod settings;
pub mod store;
