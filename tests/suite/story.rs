//! A bad day, made up from a seed: several schools, one program or three, and everything that can go
//! wrong at once: Telegram's refusals and silences, kills, hangs, cut connections, updates twice and
//! out of order. Afterwards the phones are the truth, and they are held against what was written and
//! what staff can read.
//!
//! A short chapter runs with the suite; `scripts/soak --minutes N` runs one after the other.
//! `THUISPOST_SEED` replays a chapter's choices.

mod account;
mod acts;
mod troubles;

use std::time::Duration;

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::Options;

use super::crash::ledger::Ledger;
use super::district;
use super::parents::Parent;
use super::school::{PATIENCE, School};
use super::serving::{Program, Serving};
use account::Account;

/// After so many seconds without a sign of life an instance is taken over from.
const LEASE: u64 = 3;
/// The most messages of one bot on their way.
const IN_FLIGHT: i64 = 16;

/// A school in the story.
struct Campus {
    school: School,
    parents: Vec<Parent>,
    ledger: Ledger,
    /// Chats that refused something for a reason of their own.
    refusing: std::collections::BTreeSet<i64>,
}

/// One chapter under way.
struct Story {
    seed: u64,
    rng: SmallRng,
    ticker: Ticker,
    campuses: Vec<Campus>,
    program: Program,
    serving: Vec<Serving>,
    account: Account,
}

impl Story {
    /// Everybody has joined, and the programs run.
    async fn begins(seed: u64) -> Self {
        let latency = Duration::from_millis(20);
        let options = Options { latency, ..Options::new(Calendar::system()) };
        // On PostgreSQL three instances share twenty bots.
        let on_postgres = std::env::var("THUISPOST_TEST_DATABASE").is_ok();
        let (schools, parents, instances) = if on_postgres { (20, 6, 3) } else { (3, 30, 1) };
        let founded = district::founded(schools, parents, options).await;
        let program = Program::of(&founded[0].0)
            .with("THUISPOST_LEASE", &LEASE.to_string())
            .with("THUISPOST_IN_FLIGHT", &IN_FLIGHT.to_string())
            .with("THUISPOST_HTTP_TIMEOUT", "1");
        let program = founded.iter().fold(program, |program, (school, _)| program.and(school));
        let campuses = founded.into_iter().map(|(school, parents)| Campus {
            school,
            parents,
            ledger: Ledger::default(),
            refusing: std::collections::BTreeSet::default(),
        });
        Self {
            seed,
            rng: SmallRng::seed_from_u64(seed),
            ticker: Ticker::start(),
            campuses: campuses.collect(),
            serving: (0..instances).map(|_| program.serves_at_an_address()).collect(),
            program,
            account: Account::default(),
        }
    }

    fn sandbox(&self) -> &thuispost::sandbox::Sandbox {
        &self.campuses[0].school.sandbox
    }

    fn now(&self) -> Duration {
        self.ticker.elapsed()
    }

    async fn pause(&self, least: u64, most: u64, rng: &mut SmallRng) {
        let until = self.now() + Duration::from_millis(rng.random_range(least..=most));
        self.ticker.until(until).await;
    }

    /// Things happen for this long; then everything heals, and the accounts are made up.
    async fn plays(mut self, length: Duration) -> Account {
        let end = self.now() + length;
        let mut rng = self.rng.clone();
        while self.now() < end {
            self.everyday_life(&mut rng).await;
            if rng.random_bool(0.7) {
                self.something_goes_wrong(&mut rng).await;
            }
            self.pause(20, 300, &mut rng).await;
        }
        self.heals().await;
        let mut account = std::mem::take(&mut self.account);
        account.makes_up(&self).await;
        for serving in std::mem::take(&mut self.serving) {
            let (status, took) = serving.ends_politely().await;
            assert!(status.success() && took < Duration::from_secs(15), "{status}, {took:?}");
        }
        account
    }

    /// No trouble any more; whoever was told to wait for an hour need not. Waits until all is quiet.
    async fn heals(&mut self) {
        let sandbox = self.sandbox();
        sandbox.mends();
        sandbox.comes_up();
        sandbox.orders_updates();
        for campus in &self.campuses {
            for parent in &campus.parents {
                // Whoever had not blocked the bot is not changed by this.
                if sandbox.phone(parent.phone).blocked {
                    sandbox.unblocks(parent.phone).unwrap();
                }
            }
        }
        // What was sent too early shows only before the waits are lifted.
        self.account.early = acts::sent_too_early(self);
        for serving in std::mem::take(&mut self.serving) {
            serving.ends_politely().await;
        }
        self.campuses[0].school.does("update bots set paused_until = null").await;
        let sooner = "update deliveries set not_before = 0 where state = 'waiting'";
        self.campuses[0].school.does(sooner).await;
        let instances = if self.campuses[0].school.database.is_postgres() { 3 } else { 1 };
        self.serving = (0..instances).map(|_| self.program.serves_at_an_address()).collect();
        let start = self.now();
        for campus in &self.campuses {
            while campus.school.unsettled().await > 0
                || !self.sandbox().pending_updates().is_empty()
            {
                let left = campus.school.unsettled().await;
                assert!(self.now() < start + 3 * PATIENCE, "seed {}: {left} left", self.seed);
                self.ticker.until(self.now() + Duration::from_millis(50)).await;
            }
        }
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_goes_wrong_on_a_bad_day_nothing_is_lost_and_every_second_copy_is_listed() {
    let (seed, minutes) = (number("THUISPOST_SEED", 1), number("THUISPOST_SOAK_MINUTES", 0));
    let (ticker, mut chapters) = (Ticker::start(), 0);
    let end = Duration::from_secs(60 * minutes);
    let mut total = Account::default();
    loop {
        let seed = seed + chapters;
        let length = Duration::from_secs(if minutes == 0 { 25 } else { 60 });
        let account = Story::begins(seed).await.plays(length).await;
        println!("seed {seed}: {account}");
        account.holds(seed);
        total.add(&account);
        chapters += 1;
        if ticker.elapsed() >= end {
            break;
        }
    }
    println!("{chapters} chapters in {} s: {total}", ticker.elapsed().as_secs());
}
