//! Thuispost.
pub mod clock;
pub mod language;
pub mod mailing;
pub mod roster;
pub mod settings;
pub mod store;
