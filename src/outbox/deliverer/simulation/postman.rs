//! The messenger of the simulation: it knows what it took, which is the truth that the database is
//! held against.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use super::story::{CALM, Sky, Story};
use crate::clock::Ticker;
use crate::outbox::{Carrier, LetterPress, Outcome, Outgoing, Source};
use crate::roster::ChatId;

/// A chat that moved has this much more in its number.
pub const MOVED: i64 = 500;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    Letter { letter: usize, part: i64 },
    CheckIn { letter: usize },
    Answer { number: usize },
}

/// A message and its chat.
pub type Key = (Piece, usize);

/// What happened, in order, on the ticker's time.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub at: Duration,
    /// Which life of the process.
    pub life: u32,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The call was made.
    Left(Key),
    /// The messenger has it, at this tick.
    Taken(Key, Duration),
    /// The answer came back.
    Told(Key, Outcome),
    /// The task broke.
    Broke(Key),
    /// It was asked whether it answers.
    Asked { answers: bool },
    /// Told by the simulation itself.
    Did(String),
    /// Everybody has a row for it.
    Released { letter: usize },
    /// The process died with these rows on their way.
    Died(Vec<Key>),
    /// Committed: nothing of this may be begun any more; what is on its way may end.
    Closed { scope: Scope, under_way: Vec<Key> },
    /// The pause is over.
    Opened { chat: usize },
}

/// What a stop, a pause or a cancelled letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Stopped { chat: usize },
    Paused { chat: usize },
    Cancelled { letter: usize },
}

/// The street with all its letter boxes.
pub struct Street {
    pub story: Story,
    pub ticker: Ticker,
    /// The number of the first chat.
    pub first_chat: i64,
    pub events: Vec<Event>,
    pub life: u32,
    pub most_at_once: usize,
    pub carrying: usize,
    tries: BTreeMap<Key, u64>,
    /// Milliseconds at which an answer comes: one at a time, so that their order is certain.
    taken: BTreeSet<u64>,
    blocked: BTreeSet<usize>,
    moved: BTreeSet<usize>,
    asked: u64,
}

impl Street {
    pub fn new(story: Story, ticker: Ticker, first_chat: i64) -> Self {
        Self {
            story,
            ticker,
            first_chat,
            events: Vec::new(),
            life: 0,
            most_at_once: 0,
            carrying: 0,
            tries: BTreeMap::new(),
            taken: BTreeSet::new(),
            blocked: BTreeSet::new(),
            moved: BTreeSet::new(),
            asked: 0,
        }
    }

    pub fn notes(&mut self, what: What) {
        self.events.push(Event { at: self.ticker.elapsed(), life: self.life, what });
    }

    fn key(&self, outgoing: &Outgoing) -> Key {
        let chat = (outgoing.chat.raw() - self.first_chat).rem_euclid(MOVED);
        (piece(outgoing, self.first_chat), usize::try_from(chat).unwrap())
    }

    /// A free millisecond at this tick or soon after it.
    fn slot(&mut self, at: Duration) -> Duration {
        let mut millis = u64::try_from(at.as_millis()).unwrap() + 1;
        while !self.taken.insert(millis) {
            millis += 1;
        }
        Duration::from_millis(millis)
    }

    /// What will come of this attempt.
    fn fate(&mut self, key: Key, outgoing: &Outgoing) -> Fate {
        let tries = self.tries.entry(key).or_default();
        *tries += 1;
        let mut rng = dice(&(self.story.seed, key, *tries));
        let now = self.ticker.elapsed();
        let mut fate = match self.story.sky(now) {
            _ if self.blocked.contains(&key.1) => Fate::says(Outcome::Unreachable { why: why() }),
            _ if self.has_moved_from(outgoing.chat) => moved(outgoing.chat),
            _ if now >= CALM => Fate::arrives(),
            Some(Sky::Crowded) if rng.random_bool(0.5) => Fate::says(too_fast(&mut rng)),
            Some(Sky::Crowded) => Fate::arrives(),
            Some(Sky::Away) => Fate::says(Outcome::Later { why: why() }),
            Some(Sky::Silent) => Fate::silent(rng.random_bool(0.5)),
            Some(Sky::Rejecting) => Fate::says(Outcome::BotRejected { why: why() }),
            None => self.any_fate(&mut rng, key, outgoing),
        };
        let latency = match fate.outcome {
            Some(Outcome::Doubtful { .. }) if rng.random_bool(0.2) => 5_000,
            _ => rng.random_range(3..400),
        };
        fate.comes_at = self.slot(now + Duration::from_millis(latency));
        fate.taken_at = now + Duration::from_millis(rng.random_range(1..=latency.min(300)));
        fate.on_the_line = rng.random_bool(0.5);
        fate
    }

    fn any_fate(&mut self, rng: &mut SmallRng, key: Key, outgoing: &Outgoing) -> Fate {
        match rng.random_range(0..100) {
            0..4 => Fate::says(too_fast(rng)),
            4..9 => Fate::says(Outcome::Later { why: why() }),
            9..16 => Fate::silent(rng.random_bool(0.5)),
            16..19 => Fate { outcome: None, ..Fate::silent(rng.random_bool(0.5)) },
            19..21 => Fate::says(Outcome::Refused { why: why() }),
            21..23 => {
                self.blocked.insert(key.1);
                Fate::says(Outcome::Unreachable { why: why() })
            }
            23..26 if outgoing.chat.raw() - self.first_chat < MOVED => {
                self.moved.insert(key.1);
                moved(outgoing.chat)
            }
            26..36 if source_of(outgoing).is_some_and(|it| matches!(it, Source::FileId(_))) => {
                Fate::says(Outcome::FileForgotten)
            }
            _ => Fate::arrives(),
        }
    }

    fn has_moved_from(&self, chat: ChatId) -> bool {
        let number = chat.raw() - self.first_chat;
        usize::try_from(number).is_ok_and(|number| self.moved.contains(&number))
    }
}

/// What will come of one attempt.
struct Fate {
    is_taken: bool,
    taken_at: Duration,
    comes_at: Duration,
    /// `None`: the task breaks.
    outcome: Option<Outcome>,
    /// Whether it arrives although the process died before.
    on_the_line: bool,
}

impl Fate {
    fn of(is_taken: bool, outcome: Option<Outcome>) -> Self {
        let (taken_at, comes_at) = Default::default();
        Self { is_taken, taken_at, comes_at, outcome, on_the_line: false }
    }

    fn arrives() -> Self {
        Self::of(true, Some(Outcome::Delivered { message_id: 1, file_id: None }))
    }

    fn says(outcome: Outcome) -> Self {
        Self::of(false, Some(outcome))
    }

    fn silent(is_taken: bool) -> Self {
        Self::of(is_taken, Some(Outcome::Doubtful { why: why() }))
    }
}

fn moved(chat: ChatId) -> Fate {
    Fate::says(Outcome::Moved { to: ChatId::from_raw(chat.raw() + MOVED) })
}

fn why() -> String {
    "simulated".to_owned()
}

fn too_fast(rng: &mut SmallRng) -> Outcome {
    let seconds =
        if rng.random_bool(0.03) { 3_600 } else { *[1, 1, 2, 5, 35].choose(rng).unwrap() };
    Outcome::TooFast { retry_after: Duration::from_secs(seconds) }
}

/// Dice that depend on what is thrown for only, not on when.
fn dice(of: &impl Hash) -> SmallRng {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    SmallRng::seed_from_u64(hasher.finish())
}

/// Each text has its mark; a check-in is known by its buttons.
fn piece(outgoing: &Outgoing, first: i64) -> Piece {
    let text = &outgoing.message.text;
    let numbers = |mark: &str| -> Option<Vec<i64>> {
        let rest = text.split_once(mark)?.1.split('.').next()?;
        Some(rest.split('-').map(|number| number.parse().unwrap()).collect())
    };
    if let Some(numbers) = numbers("brief-") {
        return Piece::Letter { letter: usize::try_from(numbers[0]).unwrap(), part: numbers[1] };
    }
    if let Some(numbers) = numbers("antwoord-") {
        return Piece::Answer { number: usize::try_from(numbers[0]).unwrap() };
    }
    let press = &outgoing.message.buttons[0][0].press;
    let Some((LetterPress::CheckIn(_), letter, _)) = LetterPress::parse(press) else {
        panic!("an unknown message: {text}");
    };
    Piece::CheckIn { letter: usize::try_from(letter - first).unwrap() }
}

/// Carries for one life of the process.
pub struct Postman(pub Arc<Mutex<Street>>);

impl Postman {
    fn street<T>(&self, look: impl FnOnce(&mut Street) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Carrier for Postman {
    async fn carry(&self, outgoing: Outgoing) -> Outcome {
        let (ticker, key, fate) = self.street(|street| {
            let key = street.key(&outgoing);
            street.notes(What::Left(key));
            street.carrying += 1;
            street.most_at_once = street.most_at_once.max(street.carrying);
            let fate = street.fate(key, &outgoing);
            (street.ticker, key, fate)
        });
        let mut line = Line { postman: self, key, fate: Some(fate) };
        ticker.until(line.fate.as_ref().unwrap().comes_at).await;
        let outcome = line.comes_back(&outgoing);
        outcome.unwrap_or_else(|| std::panic::resume_unwind(Box::new("simulated")))
    }

    async fn ask(&self) -> Result<(), Outcome> {
        let (ticker, comes_at, answer) = self.street(|street| {
            street.asked += 1;
            let latency = dice(&(street.story.seed, street.asked)).random_range(3..200);
            let now = street.ticker.elapsed();
            let answer = match street.story.sky(now) {
                Some(Sky::Away) => Err(Outcome::Later { why: why() }),
                Some(Sky::Silent) => Err(Outcome::Doubtful { why: why() }),
                Some(Sky::Rejecting) => Err(Outcome::BotRejected { why: why() }),
                Some(Sky::Crowded) | None => Ok(()),
            };
            (street.ticker, street.slot(now + Duration::from_millis(latency)), answer)
        });
        ticker.until(comes_at).await;
        self.street(|street| street.notes(What::Asked { answers: answer.is_ok() }));
        answer
    }
}

/// A call under way. Dropped before its end, the process died: what is on the line may arrive.
struct Line<'a> {
    postman: &'a Postman,
    key: Key,
    fate: Option<Fate>,
}

impl Line<'_> {
    fn comes_back(&mut self, outgoing: &Outgoing) -> Option<Outcome> {
        let fate = self.fate.take().unwrap();
        self.postman.street(|street| {
            street.carrying -= 1;
            if fate.is_taken {
                street.notes(What::Taken(self.key, fate.taken_at));
            }
            let mut outcome = fate.outcome;
            if let (Some(Outcome::Delivered { file_id, .. }), Some(Source::Bytes { .. })) =
                (&mut outcome, source_of(outgoing))
            {
                *file_id = Some("uploaded".to_owned());
            }
            street.notes(match &outcome {
                Some(outcome) => What::Told(self.key, outcome.clone()),
                None => What::Broke(self.key),
            });
            outcome
        })
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        let Some(fate) = self.fate.take() else { return };
        self.postman.street(|street| {
            street.carrying -= 1;
            let now = street.ticker.elapsed();
            if fate.is_taken && (fate.taken_at <= now || fate.on_the_line) {
                street.notes(What::Taken(self.key, fate.taken_at));
            }
        });
    }
}

fn source_of(outgoing: &Outgoing) -> Option<&Source> {
    outgoing.file.as_ref().map(|file| &file.source)
}
