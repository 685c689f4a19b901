//! What people do all day, and what goes wrong meanwhile.

use std::time::Duration;

use rand::Rng;
use rand::rngs::SmallRng;

use super::{Campus, LEASE, Story, troubles};
use crate::suite::leases::cut_all;
use crate::suite::parents::{self, Parent};
use crate::suite::school::School;

/// A new letter is written when fewer messages than this are left.
const LOW: i64 = 10;
/// A 429 is heeded by what leaves later; what left before it was heard may still come in.
const ON_THE_WAY: Duration = Duration::from_millis(400);
/// A pause that Telegram asked for is written down within this time; a kill before that forgets it.
const WRITTEN_DOWN: Duration = Duration::from_secs(1);

impl Story {
    /// Staff write letters; parents ask, press, and press again.
    pub(super) async fn everyday_life(&mut self, rng: &mut SmallRng) {
        let campus = rng.random_range(0..self.campuses.len());
        let campus = &mut self.campuses[campus];
        if campus.school.unsettled().await < LOW {
            let number = campus.ledger.letters.len() + 1;
            let letter = parents::letter(&campus.school, number);
            let id = parents::approve(&campus.school, &letter).await;
            campus.ledger.writes(id, campus.parents.len());
        }
        for _ in 0..rng.random_range(0..4) {
            let parent = campus.parents[rng.random_range(0..campus.parents.len())].clone();
            campus.acts(&parent, rng);
        }
    }

    pub(super) async fn something_goes_wrong(&mut self, rng: &mut SmallRng) {
        let on_postgres = self.campuses[0].school.database.is_postgres();
        match rng.random_range(0..20) {
            0..=8 => self.telegram_has_trouble(rng),
            9 => self.a_parent_blocks_or_unblocks(rng),
            10 => self.sandbox().shuffles_updates(rng.random()),
            11 => {
                self.sandbox().goes_down();
                self.pause(200, 2_000, rng).await;
                self.sandbox().comes_up();
            }
            12..=14 => self.is_killed(rng).await,
            15 => self.ends_and_begins_again(rng).await,
            16 | 17 if on_postgres => self.hangs(rng).await,
            18 | 19 if on_postgres => {
                match std::env::var("THUISPOST_RESTART_POSTGRES") {
                    Ok(command) if rng.random_bool(0.5) => restarts(&command),
                    _ => cut_all(&self.campuses[0].school.database).await,
                }
                self.account.cuts += 1;
            }
            _ => self.sandbox().mends(),
        }
    }

    fn telegram_has_trouble(&mut self, rng: &mut SmallRng) {
        let campus = rng.random_range(0..self.campuses.len());
        let campus = &mut self.campuses[campus];
        let chats: Vec<i64> = campus.parents.iter().map(|it| it.phone.chat()).collect();
        for _ in 0..rng.random_range(1..6) {
            let (fault, refuses) = troubles::fault(campus.school.bot, &chats, rng);
            campus.school.sandbox.breaks(fault);
            campus.refusing.extend(refuses);
            self.account.troubles += 1;
        }
    }

    fn a_parent_blocks_or_unblocks(&mut self, rng: &mut SmallRng) {
        let campus = rng.random_range(0..self.campuses.len());
        let campus = &mut self.campuses[campus];
        let parent = campus.parents[rng.random_range(0..campus.parents.len())].phone;
        campus.refusing.insert(parent.chat());
        let sandbox = &campus.school.sandbox;
        if sandbox.phone(parent).blocked {
            sandbox.unblocks(parent).unwrap();
        } else {
            sandbox.blocks(parent).unwrap();
        }
    }

    /// `kill -9`, not at some moment but at observed progress: after so many messages more.
    async fn is_killed(&mut self, rng: &mut SmallRng) {
        let more = taken(&self.campuses[0].school) + rng.random_range(1..20);
        let world = |world: &thuispost::sandbox::World| {
            let requests = world.requests().iter();
            requests.filter(|it| it.accepted && it.method.starts_with("send")).count() >= more
        };
        self.sandbox().wait_until(Duration::from_secs(1), world).await;
        let which = rng.random_range(0..self.serving.len());
        self.serving.swap_remove(which).dies();
        let tick = self.sandbox().tick();
        self.account.kills.push(tick);
        self.pause(0, 500, rng).await;
        self.serving.push(self.program.serves_at_an_address());
    }

    async fn ends_and_begins_again(&mut self, rng: &mut SmallRng) {
        let which = rng.random_range(0..self.serving.len());
        let (_, took) = self.serving.swap_remove(which).ends_politely().await;
        assert!(took < Duration::from_secs(15), "seed {}: SIGTERM took {took:?}", self.seed);
        self.account.ends += 1;
        self.serving.push(self.program.serves_at_an_address());
    }

    /// SIGSTOP for longer than the lease, then it wakes up among those who took over.
    async fn hangs(&mut self, rng: &mut SmallRng) {
        let which = rng.random_range(0..self.serving.len());
        self.serving[which].stops();
        let tick = self.sandbox().tick();
        self.account.kills.push(tick);
        self.pause(500, (LEASE + 3) * 1_000, rng).await;
        self.serving[which].wakes();
        self.account.hangs += 1;
    }
}

impl Campus {
    /// Types a question, or presses "please explain" under some letter, perhaps twice.
    fn acts(&mut self, parent: &Parent, rng: &mut SmallRng) {
        let sandbox = &self.school.sandbox;
        if sandbox.phone(parent.phone).blocked {
            return;
        }
        let bubbles = parents::bubbles(&self.school, parent.phone);
        let buttons = bubbles.iter().flat_map(|bubble| {
            let data = bubble.buttons.iter().flatten().filter_map(|button| button.data.clone());
            data.filter(|it| it.starts_with("le.")).map(|data| (bubble.message_id, data))
        });
        let buttons: Vec<(i32, String)> = buttons.collect();
        if buttons.is_empty() || rng.random_bool(0.5) {
            let update = sandbox.types(parent.phone, &self.ledger.asks(parent)).unwrap();
            if rng.random_bool(0.3) {
                sandbox.repeat_update(update).unwrap();
            }
            return;
        }
        let (message, data) = &buttons[rng.random_range(0..buttons.len())];
        let update = sandbox.presses(parent.phone, *message, data).unwrap();
        self.ledger.presses(parent, data);
        if rng.random_bool(0.5) {
            sandbox.repeat_press(update).unwrap();
        }
    }
}

/// Restarts the server, for `scripts/soak`; the command ends when it is up again.
fn restarts(command: &str) {
    let mut words = command.split(' ');
    let mut program = std::process::Command::new(words.next().unwrap());
    // The server must not keep our own output open.
    let quiet = program.args(words).current_dir("/").stdout(std::process::Stdio::null());
    assert!(quiet.status().unwrap().success(), "{command}");
}

/// How many messages Telegram has taken.
fn taken(school: &School) -> usize {
    let requests = school.sandbox.requests();
    requests.iter().filter(|it| it.accepted && it.method.starts_with("send")).count()
}

/// Messages that left although their bot had been told to wait, but for those of a bot whose program
/// died before it could write the wait down.
pub fn sent_too_early(story: &Story) -> usize {
    let requests = story.sandbox().requests();
    let early = story.sandbox().sends_within_a_wait(ON_THE_WAY);
    let excused = |send: &&thuispost::sandbox::Request| {
        requests.iter().any(|told| {
            let over = told.tick.saturating_add(told.retry_after.unwrap_or_default());
            let binds = told.bot == send.bot && told.tick < send.tick && send.tick < over;
            let killed = |kill: &Duration| (told.tick..told.tick + WRITTEN_DOWN).contains(kill);
            told.retry_after.is_some() && binds && story.account.kills.iter().any(killed)
        })
    };
    early.iter().filter(|send| !excused(send)).count()
}
