//! Anything written to many: letters and newsletters, with their texts per language.

pub mod folder;
