//! Thuispost.
pub mod clock;
pub mod language;
pub mod outbox;
pub mod roster;
pub mod settings;
pub mod store;
