//! What came of a chapter, added up.

use std::fmt;
use std::time::Duration;

use super::{IN_FLIGHT, Story};
use crate::suite::crash::ledger::Found;

/// What happened, and what was found afterwards.
#[derive(Default)]
pub struct Account {
    /// Ticks of the sandbox at which a program was killed or stopped.
    pub kills: Vec<Duration>,
    pub hangs: usize,
    pub cuts: usize,
    pub ends: usize,
    pub troubles: usize,
    /// Messages sent although their bot had been told to wait.
    pub early: usize,
    /// The most messages that one death left in doubt.
    pub most_at_once: i64,
    found: Found,
}

impl Account {
    /// Compares phones, lists and ledgers of every school.
    pub async fn makes_up(&mut self, story: &Story) {
        for campus in &story.campuses {
            let (school, parents) = (&campus.school, &campus.parents);
            self.found.add(campus.ledger.compare(school, parents, &campus.refusing).await);
        }
        // One rescue writes down all it found at the same moment.
        let most = "select coalesce(max(many), 0) from (
                        select count(*) as many from doubts where cause = 'restart'
                        group by organisation_id, noted_at) as deaths";
        self.most_at_once = story.campuses[0].school.counts(most).await;
    }

    /// What may never be.
    pub fn holds(&self, seed: u64) {
        assert_eq!(self.found.lost, 0, "seed {seed}: messages were lost");
        assert_eq!(self.early, 0, "seed {seed}: sent inside a wait");
        assert!(self.found.copies_too_many <= self.found.doubts, "seed {seed}: unlisted copies");
        assert!(
            self.most_at_once <= IN_FLIGHT,
            "seed {seed}: {} in doubt at once",
            self.most_at_once
        );
        assert!(self.found.messages > 0 && self.troubles > 0, "seed {seed}: nothing happened");
    }

    pub fn add(&mut self, other: &Self) {
        self.kills.extend(&other.kills);
        self.hangs += other.hangs;
        self.cuts += other.cuts;
        self.ends += other.ends;
        self.troubles += other.troubles;
        self.early += other.early;
        self.most_at_once = self.most_at_once.max(other.most_at_once);
        self.found.add(other.found);
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kills, hangs, cuts, ends, troubles, early, most_at_once, found } = self;
        let kills = kills.len() - hangs;
        write!(
            f,
            "{kills} kills, {hangs} hangs, {cuts} cuts, {ends} polite ends, {troubles} troubles ordered; {found}; \
             {early} sent too early, at most {most_at_once} in doubt by one death"
        )
    }
}
