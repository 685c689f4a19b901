//! A look-alike of the Telegram Bot API on this machine, with a web page of the carers' phones.
//!
//! Answers for what Telegram would answer: the same objects, the same refusals in the same words,
//! the same limits, and on request the same bad days. What a phone shows here is what the person
//! would have seen, so the tests take it as the truth. Where it is stricter than Telegram (unknown
//! parameters, two actions on one button, bare `&` in HTML) it is so on purpose, to find mistakes.
//!
//! Never knows a letter, a school or a family, never talks to the real Telegram, and never listens
//! on anything but loopback.

mod actions;
mod bot;
mod conversation;
mod document;
mod door;
mod entities;
mod faults;
mod keyboard;
mod limits;
mod line;
mod markup;
mod methods;
mod objects;
mod page;
mod parameters;
mod phone;
mod picture;
mod pin;
mod polling;
mod pushing;
mod reading;
mod reception;
mod refusal;
mod shuffling;
mod voice;
mod waits;
mod world;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::clock::{Calendar, Ticker};
use shuffling::Shuffling;

pub use actions::CannotDo;
pub use bot::BotId;
pub use document::Document;
pub use faults::{Fault, Trouble};
pub use limits::Limits;
pub use phone::{Bubble, Button, Group, Kind, Person, Phone, PhoneId, Toast};
pub use picture::Picture;
pub use pin::Pin;
pub use voice::Voice;
pub use world::{Request, World};

/// How a sandbox behaves.
#[derive(Clone, Debug)]
pub struct Options {
    /// Says what day and hour messages are of; the page can turn it.
    pub calendar: Calendar,
    /// How fast a bot may send.
    pub limits: Limits,
    /// How long each answer is held back.
    pub latency: Duration,
}

impl Options {
    /// No limits and no latency, for tests.
    pub fn new(calendar: Calendar) -> Self {
        Self { calendar, limits: Limits::off(), latency: Duration::ZERO }
    }
}

/// A running sandbox. Clones are handles to the same one; it runs until [`Sandbox::stop`].
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    world: Mutex<World>,
    /// Counts changes; everything that waits, waits for this.
    changes: watch::Sender<u64>,
    calendar: Calendar,
    ticker: Ticker,
    latency: Duration,
    address: SocketAddr,
    stopped: CancellationToken,
}

impl Sandbox {
    /// Listens on `addr`; port 0 takes any free one.
    ///
    /// # Errors
    /// The address is taken, or others can reach it ([`io::ErrorKind::InvalidInput`]): anyone who
    /// reaches the page can press for the carers.
    pub async fn start(addr: SocketAddr, options: Options) -> io::Result<Self> {
        if !addr.ip().is_loopback() {
            let why = "the sandbox listens on loopback only";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
        }
        let listener = TcpListener::bind(addr).await?;
        let ticker = Ticker::start();
        let sandbox = Self(Arc::new(Inner {
            world: Mutex::new(World::new(options.calendar.clone(), ticker, options.limits)),
            changes: watch::Sender::new(0),
            calendar: options.calendar,
            ticker,
            latency: options.latency,
            address: listener.local_addr()?,
            stopped: CancellationToken::new(),
        }));
        door::open(sandbox.clone(), listener);
        pushing::start(sandbox.clone());
        Ok(sandbox)
    }

    /// The address to give a bot as `TELOXIDE_API_URL`, without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// The page of phones.
    pub fn page_url(&self) -> String {
        format!("{}/", self.url())
    }

    /// Makes a bot that answers to `token`. Asked again with the same token it is the same bot.
    pub fn add_bot(&self, token: &str, username: &str) -> BotId {
        self.change(|world| world.add_bot(token, username))
    }

    /// A new phone on which the first bot can be found, not started yet.
    pub fn add_phone(&self, person: Person) -> PhoneId {
        self.change(|world| world.add_phone(None, person))
    }

    /// A new phone on which `bot` can be found, for when there are several bots.
    pub fn add_phone_of(&self, bot: BotId, person: Person) -> PhoneId {
        self.change(|world| world.add_phone(Some(bot), person))
    }

    /// What is on a phone at this moment. A phone of another sandbox is an empty one.
    pub fn phone(&self, id: PhoneId) -> Phone {
        self.look(|world| world.phone(id).cloned()).unwrap_or_else(|| Phone::of_nobody(id))
    }

    /// What the bot's answers to presses showed for a moment on a phone, oldest first.
    pub fn toasts(&self, id: PhoneId) -> Vec<Toast> {
        self.phone(id).toasts
    }

    /// Every request that reached the Bot API, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        self.look(|world| world.requests().to_vec())
    }

    /// See [`World::sends_within_a_wait`].
    pub fn sends_within_a_wait(&self, on_the_way: Duration) -> Vec<Request> {
        self.look(|world| world.sends_within_a_wait(on_the_way).cloned().collect())
    }

    /// The present tick, as requests are noted with.
    pub fn tick(&self) -> Duration {
        self.0.ticker.elapsed()
    }

    /// Updates that no bot has confirmed yet, as they are handed out.
    pub fn pending_updates(&self) -> Vec<serde_json::Value> {
        self.look(World::pending_updates)
    }

    /// Lets something go wrong with the next request that fits. Faults are used up in order.
    pub fn breaks(&self, fault: Fault) {
        self.change(|world| world.faults.add(fault));
    }

    /// From now on updates are handed out shuffled and some of them twice, by polling and to a
    /// webhook alike. The same seed and the same story give the same order.
    pub fn shuffles_updates(&self, seed: u64) {
        self.change(|world| world.shuffling = Some(Shuffling::new(seed)));
    }

    /// Ends [`Sandbox::shuffles_updates`].
    pub fn orders_updates(&self) {
        self.change(|world| world.shuffling = None);
    }

    /// Forgets all faults that have not happened yet.
    pub fn mends(&self) {
        self.change(|world| world.faults.clear());
    }

    /// From now on every request to the Bot API finds a closed door, until [`Sandbox::comes_up`].
    pub fn goes_down(&self) {
        self.change(|world| world.down = true);
    }

    /// Ends [`Sandbox::goes_down`].
    pub fn comes_up(&self) {
        self.change(|world| world.down = false);
    }

    /// How long a webhook may take to answer from now on; 10 seconds unless told.
    pub fn waits_for_webhooks(&self, patience: Duration) {
        self.change(|world| world.patience = patience);
    }

    /// Makes every press too old to be answered.
    pub fn presses_grow_old(&self) {
        self.change(World::forget_queries);
    }

    /// Waits until `holds` does; false if it does not within `timeout`. Looks again at each change.
    pub async fn wait_until(
        &self,
        timeout: Duration,
        mut holds: impl FnMut(&World) -> bool,
    ) -> bool {
        let deadline = self.0.ticker.elapsed() + timeout;
        let mut changes = self.0.changes.subscribe();
        loop {
            if self.look(&mut holds) {
                return true;
            }
            tokio::select! {
                _ = changes.changed() => {}
                () = self.0.ticker.until(deadline) => return self.look(&mut holds),
            }
        }
    }

    /// Stops listening and cuts every connection.
    pub fn stop(&self) {
        self.0.stopped.cancel();
    }

    /// Reads the world. The lock is held for `read` only, never while waiting.
    fn look<T>(&self, read: impl FnOnce(&World) -> T) -> T {
        read(&self.0.world.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes what nobody waits for.
    fn quietly<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        change(&mut self.0.world.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the world and wakes whoever waits for a change.
    fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let outcome = self.quietly(change);
        self.0.changes.send_modify(|count| *count += 1);
        outcome
    }
}
