//! The SQL of the rhythm: many carers in one statement, by what it is for.

pub(super) mod adapting;
pub(super) mod asking;
pub(super) mod closed_days;
pub(super) mod fan_out;
pub(super) mod figures;
pub(super) mod late;
pub(super) mod letters;
pub(super) mod outlook;
pub(super) mod posts;
pub(super) mod runs;
pub(super) mod slots;
pub(super) mod steps;
pub(super) mod voices;
pub(super) mod within;
