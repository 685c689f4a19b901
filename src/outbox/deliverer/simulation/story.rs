//! What happens in one simulated day, all of it from a seed.

use std::time::Duration;

use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use crate::outbox::Priority;

/// From now on the messenger takes everything.
pub const CALM: Duration = Duration::from_secs(15);
/// Nothing is done after this.
pub const LAST_ACT: Duration = Duration::from_secs(12);

/// The seed and everything that follows from it.
#[derive(Clone, Debug)]
pub struct Story {
    pub seed: u64,
    /// Carers, each with a chat of the same number; the last two may share one.
    pub carers: usize,
    pub is_shared: bool,
    pub per_second: Option<u32>,
    pub in_flight: usize,
    /// It is a few seconds before the quiet hours.
    pub is_evening: bool,
    pub letters: Vec<Letter>,
    pub acts: Vec<(Duration, Act)>,
    /// Times of trouble; clear with a little of everything in between.
    pub skies: Vec<(Duration, Duration, Sky)>,
}

#[derive(Clone, Debug)]
pub struct Letter {
    pub parts: i64,
    pub has_picture: bool,
    pub asks_after: Option<Duration>,
    /// When it is due after its approval; `None`: released in the transaction that approves it.
    pub due_in: Option<Duration>,
}

/// What people, the clock and the machine do.
#[derive(Clone, Debug)]
pub enum Act {
    Approve(usize),
    Answer {
        number: usize,
        chat: usize,
        priority: Priority,
    },
    Stop {
        chat: usize,
    },
    Pause {
        chat: usize,
        lasts: Duration,
    },
    Cancel(usize),
    /// Milliseconds, either way.
    Turn(i64),
    /// The process dies.
    Crash,
    /// It dies between its next claim and the messages.
    CrashAtClaim,
    /// It is asked to end.
    End,
}

/// How the messenger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sky {
    /// Answers half of the messages with a wait.
    Crowded,
    /// Cannot be reached.
    Away,
    /// Takes messages or not, and never says.
    Silent,
    /// Does not accept the bot.
    Rejecting,
}

impl Story {
    pub fn of(seed: u64) -> Self {
        let mut rng = SmallRng::seed_from_u64(seed);
        let carers = rng.random_range(1..=5);
        let mut story = Self {
            seed,
            carers,
            is_shared: carers > 1 && rng.random_bool(0.2),
            per_second: *[None, Some(5), Some(30), Some(30)].choose(&mut rng).unwrap(),
            in_flight: rng.random_range(1..=6),
            is_evening: rng.random_bool(0.1),
            letters: (0..rng.random_range(1..=3)).map(|_| Letter::any(&mut rng)).collect(),
            acts: Vec::new(),
            skies: Vec::new(),
        };
        story.fill(&mut rng);
        story
    }

    fn fill(&mut self, rng: &mut SmallRng) {
        let mut at = 0;
        for letter in 0..self.letters.len() {
            at += rng.random_range(0..3_500);
            self.does(at, Act::Approve(letter));
            if rng.random_bool(0.1) {
                self.does(at + rng.random_range(0..4_000), Act::Cancel(letter));
            }
        }
        for number in 0..rng.random_range(0..=5) {
            let chat = rng.random_range(0..self.chats());
            let priority = *[Priority::Answer, Priority::Personal].choose(rng).unwrap();
            self.does(rng.random_range(0..12_000), Act::Answer { number, chat, priority });
        }
        for _ in 0..rng.random_range(0..=3) {
            let act = [Act::Crash, Act::CrashAtClaim, Act::End].choose(rng).unwrap().clone();
            self.does(rng.random_range(0..10_000), act);
        }
        if rng.random_bool(0.3) {
            let chat = rng.random_range(0..self.chats());
            self.does(rng.random_range(0..10_000), Act::Stop { chat });
        }
        if rng.random_bool(0.3) {
            let chat = rng.random_range(0..self.chats());
            let lasts = Duration::from_millis(rng.random_range(500..4_000));
            self.does(rng.random_range(0..8_000), Act::Pause { chat, lasts });
        }
        self.turns(rng);
        for _ in 0..rng.random_range(0..=2) {
            let sky = [Sky::Crowded, Sky::Away, Sky::Silent, Sky::Rejecting].choose(rng).unwrap();
            let from = Duration::from_millis(rng.random_range(0..10_000));
            let until = from + Duration::from_millis(rng.random_range(200..5_000));
            self.skies.push((from, until.min(CALM), *sky));
        }
        self.acts.sort_by_key(|(at, _)| *at);
    }

    /// The calendar goes wrong, and is set right again at the end.
    fn turns(&mut self, rng: &mut SmallRng) {
        if self.is_evening {
            // Over the night, so that everything may leave.
            return self.at_last(Act::Turn(13 * 3_600_000));
        }
        if rng.random_bool(0.25) {
            let by = rng.random_range(1_000..7_200_000_i64);
            let by = if rng.random_bool(0.5) { by } else { -by };
            self.does(rng.random_range(0..10_000), Act::Turn(by));
            self.at_last(Act::Turn(-by));
        }
    }

    fn does(&mut self, at: u64, act: Act) {
        self.acts.push((Duration::from_millis(at).min(LAST_ACT), act));
    }

    fn at_last(&mut self, act: Act) {
        self.acts.push((LAST_ACT, act));
    }

    pub fn chats(&self) -> usize {
        self.carers - usize::from(self.is_shared)
    }

    /// The chat of a carer.
    pub fn chat_of(&self, carer: usize) -> usize {
        carer.min(self.chats() - 1)
    }

    pub fn sky(&self, at: Duration) -> Option<Sky> {
        let mut skies = self.skies.iter();
        skies.find(|(from, until, _)| (*from..*until).contains(&at)).map(|(.., sky)| *sky)
    }
}

impl Letter {
    fn any(rng: &mut SmallRng) -> Self {
        let seconds = |rng: &mut SmallRng| Duration::from_secs(rng.random_range(1..5));
        Self {
            parts: rng.random_range(1..=2),
            has_picture: rng.random_bool(0.3),
            asks_after: rng.random_bool(0.4).then(|| seconds(rng)),
            due_in: rng.random_bool(0.5).then(|| seconds(rng)),
        }
    }
}
