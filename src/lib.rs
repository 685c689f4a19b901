//! Thuispost.
pub mod clock;
pub mod sandbox;
