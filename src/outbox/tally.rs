//! What came of attempts since the process started, for whoever watches it.

use std::sync::atomic::{AtomicU64, Ordering};

use super::Outcome;

/// How many attempts ended how. Counts only; nothing about a person.
#[derive(Debug, Default)]
pub struct Tally([AtomicU64; WORDS.len()]);

/// Kinds of outcomes, in the order in which they are kept.
const WORDS: [&str; 10] = [
    "delivered",
    "later",
    "too_fast",
    "doubtful",
    "unreachable",
    "refused",
    "picture_forgotten",
    "moved",
    "bot_rejected",
    "troubled",
];

impl Tally {
    pub(super) fn count(&self, outcome: &Outcome) {
        let place = match outcome {
            Outcome::Delivered { .. } => 0,
            Outcome::Later { .. } => 1,
            Outcome::TooFast { .. } => 2,
            Outcome::Doubtful { .. } => 3,
            Outcome::Unreachable { .. } => 4,
            Outcome::Refused { .. } => 5,
            Outcome::FileForgotten => 6,
            Outcome::Moved { .. } => 7,
            Outcome::BotRejected { .. } => 8,
            Outcome::Troubled { .. } => 9,
        };
        self.0[place].fetch_add(1, Ordering::Relaxed);
    }

    /// Each kind of outcome with its number of attempts.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, u64)> {
        WORDS.into_iter().zip(self.0.iter().map(|count| count.load(Ordering::Relaxed)))
    }
}
