//! Thuispost.
pub mod clock;
pub mod language;
pub mod participation;
pub mod roster;
pub mod settings;
pub mod store;
