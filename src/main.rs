//! Thuispost.
fn main() {}
