//! Updates out of order and twice, as no bot may count on the opposite.

use rand::rngs::SmallRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use serde_json::Value;

/// How often an update comes once more.
const TWICE: f64 = 1.0 / 3.0;

/// The dice for one story.
pub(super) struct Shuffling(SmallRng);

impl Shuffling {
    pub(super) fn new(seed: u64) -> Self {
        Self(SmallRng::seed_from_u64(seed))
    }

    /// What is handed out instead of `updates`: all of them, in any order, some twice.
    pub(super) fn batch(&mut self, mut updates: Vec<Value>) -> Vec<Value> {
        let twice = updates.iter().filter(|_| self.comes_again()).cloned().collect::<Vec<_>>();
        updates.extend(twice);
        updates.shuffle(&mut self.0);
        updates
    }

    /// Any order.
    pub(super) fn order<T>(&mut self, things: &mut [T]) {
        things.shuffle(&mut self.0);
    }

    /// Whether an update that was taken is handed out once more.
    pub(super) fn comes_again(&mut self) -> bool {
        self.0.random_bool(TWICE)
    }
}
