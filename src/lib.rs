//! Thuispost.
pub mod clock;
