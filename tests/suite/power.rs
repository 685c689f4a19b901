//! The power goes, at any moment: SQLite's file and its log are cut and torn in every way that a
//! disk may leave them in, and whatever was acknowledged before is there.
//!
//! What may be left: the log up to the last sync in full, and behind it anything. While the log is
//! folded into the file, which happens only after the log was synced: any mixture of old and new
//! pages in the file, beside the whole log. PostgreSQL keeps its own log and is not tested here.

mod facts;
mod log;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use sqlx::{AnyConnection, Connection};
use tempfile::TempDir;
use thuispost::clock::{Calendar, Ticker};
use thuispost::outbox;
use thuispost::sandbox::Options;
use thuispost::store::Store;

use super::parents::{self, Parent};
use super::school::School;
use facts::Facts;
use log::{Log, Tail};

const PARENTS: usize = 8;
const LETTERS: usize = 3;
/// Between two looks at what has been acknowledged.
const LOOK: Duration = Duration::from_millis(5);

/// A school whose every step is written down beside the length of the log at that moment.
struct Workday {
    school: School,
    parents: Vec<Parent>,
    ticker: Ticker,
    told: Mutex<Told>,
}

/// What the day's story has done so far.
#[derive(Default)]
struct Told {
    letters: Vec<i64>,
    updates: Vec<i64>,
}

/// Acknowledged when the log's last transaction ended there.
struct Acknowledged {
    end: usize,
    facts: Facts,
}

impl Workday {
    /// `None` on PostgreSQL.
    async fn begins() -> Option<Self> {
        let latency = Duration::from_millis(3);
        let options = Options { latency, ..Options::new(Calendar::system()) };
        let school = School::with(&parents::rows(PARENTS), options).await;
        if school.database.is_postgres() {
            return None;
        }
        let parents = parents::have_joined(&school).await;
        school.store.forget_traces().await.unwrap();
        Some(Self { school, parents, ticker: Ticker::start(), told: Mutex::default() })
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.school.database.folder.path().join(format!("t.db{ending}"))
    }

    fn log(&self) -> Log {
        Log::read(&self.file("-wal"))
    }

    /// First what is known, then how long the log is: whatever is known lies within it.
    async fn acknowledged(&self) -> Acknowledged {
        let (letters, updates) = {
            let told = self.told.lock().unwrap();
            (told.letters.clone(), told.updates.clone())
        };
        let mut facts = Facts::about(letters, 2 * PARENTS);
        let hear = |world: &_| {
            facts.hear(world, &self.parents, &updates);
            true
        };
        self.school.sandbox.wait_until(LOOK, hear).await;
        facts.look(&self.school.store).await;
        Acknowledged { end: self.log().end(), facts }
    }

    async fn looks_on(&self, seen: &mut Vec<Acknowledged>) {
        loop {
            seen.push(self.acknowledged().await);
            self.ticker.until(self.ticker.elapsed() + LOOK).await;
        }
    }

    /// Letters go out, parents press and ask while they do.
    async fn goes_on(&self) {
        let mut rng = SmallRng::seed_from_u64(3);
        for _ in 0..LETTERS {
            self.sends_a_letter().await;
            for _ in 0..6 {
                self.ticker.until(self.ticker.elapsed() + 2 * LOOK).await;
                let parent = &self.parents[rng.random_range(0..self.parents.len())];
                self.acts(parent);
            }
            self.school.settles().await;
        }
    }

    async fn sends_a_letter(&self) {
        let number = self.told.lock().unwrap().letters.len() + 1;
        let id = parents::approve(&self.school, &parents::letter(&self.school, number)).await;
        self.told.lock().unwrap().letters.push(id);
    }

    fn acts(&self, parent: &Parent) {
        let sandbox = &self.school.sandbox;
        let bubbles = parents::bubbles(&self.school, parent.phone);
        let button = bubbles.iter().rev().find_map(|bubble| {
            let mut buttons = bubble.buttons.iter().flatten();
            let data = buttons.find_map(|it| it.data.clone().filter(|it| it.starts_with("le.")))?;
            Some((bubble.message_id, data))
        });
        let mut told = self.told.lock().unwrap();
        let update = match button {
            Some((message, data)) if told.updates.len().is_multiple_of(2) => {
                sandbox.presses(parent.phone, message, &data).unwrap()
            }
            _ => {
                let question = format!("Vraag nummer {}", told.updates.len());
                sandbox.types(parent.phone, &question).unwrap()
            }
        };
        told.updates.push(update);
    }
}

/// The two files as a machine finds them when the power is back.
struct Wreck {
    folder: TempDir,
}

impl Wreck {
    fn of(database: &[u8], log: &[u8]) -> Self {
        // In memory: what is tested is what is read, not how fast a disk is.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        std::fs::write(folder.path().join("t.db"), database).unwrap();
        std::fs::write(folder.path().join("t.db-wal"), log).unwrap();
        Self { folder }
    }

    async fn opens(&self) -> Store {
        let url = format!("sqlite://{}/t.db", self.folder.path().display());
        let store = Store::open(&url).await.unwrap();
        let checked: Vec<String> = sqlx::query_scalar("pragma integrity_check")
            .fetch_all(&mut *store.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(checked, ["ok"]);
        store
    }

    /// It opens, it is whole, all of `facts` is there, and the service can go on from it. Returns
    /// how much is missing of what came later.
    async fn holds(&self, day: &Workday, facts: &Facts, later: &Facts, cut: &str) -> usize {
        let store = self.opens().await;
        assert_eq!(facts.missing(&store).await, Vec::<String>::new(), "{cut}");
        let lost = later.missing(&store).await.len();
        let now = day.school.calendar.now();
        outbox::rescue(&store, day.school.organisation.id, now).await.unwrap();
        assert_eq!(facts.unlisted(&store).await, [], "{cut}");
        store.close().await;
        lost
    }
}

/// The newest of what was acknowledged within the first `cut` bytes.
fn known_at(seen: &[Acknowledged], cut: usize) -> Option<&Facts> {
    seen.iter().rev().find(|it| it.end <= cut).map(|it| &it.facts)
}

async fn checkpoint(file: &Path) {
    let url = format!("sqlite://{}", file.display());
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    let folded = sqlx::query("pragma wal_checkpoint(passive)").fetch_all(&mut connection).await;
    folded.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_anywhere_in_the_log_loses_nothing_that_was_acknowledged() {
    let Some(mut day) = Workday::begins().await else { return };
    let database = std::fs::read(day.file("")).unwrap();
    day.school.begins_service().await;
    let mut seen = vec![day.acknowledged().await];
    tokio::select! {
        () = day.looks_on(&mut seen) => {}
        () = day.goes_on() => {}
    }
    seen.push(day.acknowledged().await);
    let log = day.log();
    assert_eq!(std::fs::read(day.file("")).unwrap(), database, "the log was not folded in yet");
    let all = &seen.last().unwrap().facts;
    assert!(all.count() > 3 * 2 * PARENTS * LETTERS, "{all:?}");

    let mut rng = SmallRng::seed_from_u64(1);
    let (mut cuts, mut losing) = (0, 0);
    let none = Facts::default();
    for (place, cut) in log.boundaries().into_iter().enumerate() {
        let facts = known_at(&seen, cut).unwrap_or(&none);
        // What a log that was not synced at every commit would have promised by then.
        let next = seen.iter().find(|it| it.end > cut).map_or(all, |it| &it.facts);
        for tail in [Tail::Nothing, Tail::ALL[1 + place % (Tail::ALL.len() - 1)]] {
            let wreck = Wreck::of(&database, &tail.after(&log, cut, &mut rng));
            let lost = wreck.holds(&day, facts, next, &format!("{tail:?} at {cut}")).await;
            cuts += 1;
            losing += usize::from(lost > 0);
        }
    }
    println!("{cuts} cuts, {} looks; {losing} cuts lose what was acknowledged next", seen.len());
    assert!(cuts > 200 && seen.len() > 20);
    assert!(losing > cuts / 10, "a cut a moment too early is seen");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_while_the_log_is_folded_in_or_begins_anew_loses_nothing() {
    let Some(mut day) = Workday::begins().await else { return };
    day.school.begins_service().await;
    day.goes_on().await;
    day.school.ends_service().await;
    let before = day.acknowledged().await.facts;
    let (old, log) = (std::fs::read(day.file("")).unwrap(), day.log());
    checkpoint(&day.file("")).await;
    let new = std::fs::read(day.file("")).unwrap();
    assert!(old != new && day.log().bytes == log.bytes, "folded in, the log still there");

    let mut rng = SmallRng::seed_from_u64(2);
    let mut wrecks = 0;
    for _ in 0..60 {
        let wreck = Wreck::of(&half_folded(&old, &new, &mut rng), &log.bytes);
        wreck.holds(&day, &before, &before, "while folding").await;
        wrecks += 1;
    }
    // Without its log a half-folded file is no database of ours: the check above can fail.
    let alone = Wreck::of(&old, &[]);
    assert!(!before.missing(&alone.opens().await).await.is_empty());

    let mut seen = Vec::new();
    for _ in 0..3 {
        day.sends_a_letter().await;
        seen.push(day.acknowledged().await);
    }
    let again = day.log();
    assert_ne!(again.salts(), log.salts(), "the log began anew");
    assert_eq!(std::fs::read(day.file("")).unwrap(), new);
    for torn in [1, 8, 17, 20, 25, 31] {
        let header = [&again.bytes[..torn], &log.bytes[torn..]].concat();
        Wreck::of(&new, &header).holds(&day, &before, &before, "in the header").await;
        wrecks += 1;
    }
    let all = &seen.last().unwrap().facts;
    for cut in again.boundaries() {
        let facts = known_at(&seen, cut).unwrap_or(&before);
        let behind = log.bytes.get(cut..).unwrap_or_default();
        let wreck = Wreck::of(&new, &[&again.bytes[..cut], behind].concat());
        wreck.holds(&day, facts, all, &format!("anew at {cut}")).await;
        wrecks += 1;
    }
    println!("{wrecks} wrecks");
    assert!(wrecks > 80);
}

/// Some pages of the file are new, some old, one is half of each, and it may not have grown yet.
fn half_folded(old: &[u8], new: &[u8], rng: &mut SmallRng) -> Vec<u8> {
    const PAGE: usize = 4096;
    let size = if rng.random_bool(0.5) { new.len() } else { old.len() };
    let mut file = old.to_vec();
    file.resize(size, 0);
    let share = rng.random_range(0.0..1.0);
    for at in (0..size).step_by(PAGE) {
        if rng.random_bool(share) {
            let upto = if rng.random_bool(0.2) { PAGE / 2 } else { PAGE };
            file[at..at + upto].copy_from_slice(&new[at..at + upto]);
        }
    }
    file
}
