//! The loop that sends: one step writes down what came back and claims what may leave, in one
//! transaction; then the claimed messages leave, each at its slot.

mod claim;
mod files;
mod sending;
mod standing;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use rand::SeedableRng;
use rand::rngs::SmallRng;
use tokio::sync::Notify;
use tokio::task::{Id, JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use super::queries;
use super::render::Renderer;
use super::settle::{self, OnItsWay, Settled};
use super::{Carrier, Outcome, Pace, Tally};
use crate::clock::{Calendar, Ticker};
use crate::language::Phrasebook;
use crate::roster::OrganisationId;
use crate::settings::QuietHours;
use crate::store::{Result, Store};
use files::Files;
use standing::{Frozen, Standing};

/// How long the messages on their way get at the end of the service.
const DRAIN: Duration = Duration::from_secs(10);
/// Looking for rows that another process queued.
const POLL: Duration = Duration::from_secs(1);
/// Looking again for rows of a chat that had a message a moment ago.
const SOON: Duration = Duration::from_millis(100);
/// Waiting for more to come back, when much is on its way.
const GATHER: Duration = Duration::from_millis(1);

/// What the loop needs from the ground rooms.
#[derive(Clone)]
pub struct Rooms {
    /// The database.
    pub store: Store,
    /// The bot's own words.
    pub phrases: Arc<Phrasebook>,
    /// Day and hour.
    pub calendar: Calendar,
    /// Pace.
    pub ticker: Ticker,
}

/// How fast and how much at once.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Messages a second; `None` for no limit.
    pub per_second: Option<u32>,
    /// How many may be on their way at once: the most that a crash can leave in doubt.
    pub in_flight: usize,
    /// When letters and check-ins stay where they are; answers go at any hour.
    pub quiet_hours: QuietHours,
    /// At whose clock.
    pub time_zone: TimeZone,
}

/// Sends the messages of one bot.
pub struct Deliverer<C> {
    rooms: Rooms,
    organisation: OrganisationId,
    carrier: Arc<C>,
    limits: Limits,
    wake: Arc<Notify>,
    tally: Arc<Tally>,
    pace: Pace,
    frozen: Frozen,
    standing: Standing,
    renderer: Renderer,
    files: Files,
    on_their_way: JoinSet<Came>,
    tasks: HashMap<Id, OnItsWay>,
    unsettled: Vec<Settled>,
    /// Attempts whose claim may or may not stand in the database; nothing of them left.
    lost_claims: Vec<i64>,
    /// Rows wait because of their chat: look again soon.
    set_aside: bool,
    /// There may be rows to claim.
    look: bool,
    /// The database may say, from now or from before, that the bot is not accepted.
    trouble_is_noted: bool,
    /// The database failed: not before this tick.
    write_again_at: Duration,
    /// The log knows that the database fails.
    told_of_failure: bool,
    rng: SmallRng,
}

/// What comes back to the loop.
enum Came {
    /// Of a message; `None`: it never left.
    Message(Option<Outcome>),
    /// Of the question whether the messenger answers.
    Answer(std::result::Result<(), Outcome>),
}

impl<C: Carrier> Deliverer<C> {
    /// A deliverer for one bot; `wake` tells it that rows were queued by this process.
    pub fn new(
        rooms: Rooms,
        organisation: OrganisationId,
        carrier: Arc<C>,
        limits: Limits,
        wake: Arc<Notify>,
    ) -> Self {
        Self {
            renderer: Renderer::new(Arc::clone(&rooms.phrases)),
            pace: Pace::new(limits.per_second),
            rng: SmallRng::seed_from_u64(rooms.store.new_id().unsigned_abs()),
            rooms,
            organisation,
            carrier,
            limits,
            wake,
            tally: Arc::default(),
            frozen: Frozen::default(),
            standing: Standing::default(),
            files: Files::default(),
            on_their_way: JoinSet::new(),
            tasks: HashMap::new(),
            unsettled: Vec::new(),
            lost_claims: Vec::new(),
            set_aside: false,
            look: true,
            trouble_is_noted: true,
            write_again_at: Duration::ZERO,
            told_of_failure: false,
        }
    }

    /// The same, counting what comes of attempts.
    #[must_use]
    pub fn counting(self, tally: Arc<Tally>) -> Self {
        Self { tally, ..self }
    }

    /// Sends until `stop` is cancelled, then lets what is on its way come back.
    pub async fn run(mut self, stop: CancellationToken) {
        self.keep_old_pause().await;
        while !stop.is_cancelled() {
            if self.work().await {
                continue;
            }
            self.wait(&stop).await;
        }
        self.drain().await;
    }

    /// Does what can be done now, without waiting for any time to pass; false when there is nothing.
    async fn work(&mut self) -> bool {
        self.ask_when_in_doubt();
        let room = self.room();
        let is_time = self.rooms.ticker.elapsed() >= self.write_again_at;
        if !is_time || !(self.has_to_write() || (self.look && room > 0)) {
            return false;
        }
        match self.step(room).await {
            Ok(claimed) => {
                if std::mem::take(&mut self.told_of_failure) {
                    tracing::info!("the outbox can be written again");
                }
                self.look = claimed > 0;
            }
            Err(error) => {
                // Once, or a disk that stays full fills the log as well.
                if !std::mem::replace(&mut self.told_of_failure, true) {
                    tracing::warn!(%error, "the outbox cannot be written; trying again");
                }
                self.write_again_at = self.rooms.ticker.elapsed() + POLL;
                self.look = true;
            }
        }
        true
    }

    /// Waits for whatever comes first.
    async fn wait(&mut self, stop: &CancellationToken) {
        let now = self.rooms.ticker.elapsed();
        let most = self.standing.most(self.limits.in_flight);
        let is_full = self.standing.is_asking() || (most > 0 && self.tasks.len() >= most);
        let poll = match (is_full, self.look) {
            (true, _) => now + POLL,
            (false, true) => self.pace.opens(now).max(now + Duration::from_millis(1)),
            (false, false) => now + if self.set_aside { SOON } else { POLL },
        };
        tokio::select! {
            biased;
            came = self.on_their_way.join_next_with_id(), if !self.on_their_way.is_empty() => {
                self.came_back(came);
                self.gather().await;
            }
            () = stop.cancelled() => return,
            () = self.wake.notified() => {}
            () = self.rooms.ticker.until(poll.max(self.write_again_at)) => {}
        }
        self.look = true;
    }

    /// What else came back. While more than half is still on its way it waits a moment for more: one
    /// commit for many costs less than many, and there is enough to do meanwhile.
    async fn gather(&mut self) {
        let most = self.standing.most(self.limits.in_flight);
        let end = self.rooms.ticker.elapsed() + GATHER;
        while self.tasks.len() > most / 2 {
            tokio::select! {
                came = self.on_their_way.join_next_with_id() => self.came_back(came),
                () = self.rooms.ticker.until(end) => break,
            }
        }
        while let Some(more) = self.on_their_way.try_join_next_with_id() {
            self.came_back(Some(more));
        }
    }

    /// How many may be claimed now. Never more than half of all: while one half is being claimed
    /// the other is on its way, or everything would wait for the disk at each commit.
    fn room(&self) -> usize {
        let most = self.standing.most(self.limits.in_flight);
        let free = most.saturating_sub(self.tasks.len()).min(most.div_ceil(2));
        self.pace.room(self.rooms.ticker.elapsed()).min(free)
    }

    fn has_to_write(&self) -> bool {
        !self.unsettled.is_empty() || !self.lost_claims.is_empty()
    }

    /// Before another message is risked.
    fn ask_when_in_doubt(&mut self) {
        if self.frozen.is_over(self.rooms.ticker) && self.standing.asks() {
            let carrier = Arc::clone(&self.carrier);
            self.on_their_way.spawn(async move { Came::Answer(carrier.ask().await) });
        }
    }

    /// One transaction: what came back is written down and what may leave is claimed; then it
    /// leaves. Returns how many messages left.
    async fn step(&mut self, room: usize) -> Result<usize> {
        let now = self.rooms.calendar.now();
        let attempt = self.rooms.store.new_id();
        let mut write = self.rooms.store.write().await?;
        for lost in &self.lost_claims {
            queries::unclaim(&mut write, self.organisation, *lost).await?;
        }
        settle::record(&mut write, self.organisation, &self.unsettled, now, &mut self.rng).await?;
        let clears = self.record_standing(&mut write, now).await?;
        let claimed =
            if room > 0 { self.claim(&mut write, room, attempt, now).await? } else { Vec::new() };
        // Until the answer to the commit is here, nobody knows whether the claim stands. Nothing
        // of it leaves before that, so it can be given back.
        self.lost_claims.push(attempt);
        write.commit().await?;
        self.lost_claims.clear();
        self.unsettled.clear();
        self.trouble_is_noted &= !clears;
        let count = claimed.len();
        self.send_off(claimed, attempt).await;
        Ok(count)
    }

    fn came_back(&mut self, came: Option<std::result::Result<(Id, Came), JoinError>>) {
        let (id, outcome) = match came {
            Some(Ok((_, Came::Answer(answer)))) => return self.answered(answer),
            Some(Ok((id, Came::Message(outcome)))) => (id, outcome),
            Some(Err(error)) => {
                (error.id(), Some(Outcome::Doubtful { why: "interrupted".to_owned() }))
            }
            None => return,
        };
        let Some(row) = self.tasks.remove(&id) else { return };
        if let Some(file) = &row.file {
            self.files.came_back(file, row.sent_as.as_deref(), outcome.as_ref());
        }
        if let Some(outcome) = &outcome {
            self.tally.count(outcome);
            self.heed(outcome);
        }
        self.unsettled.push(Settled { row, outcome });
    }

    /// Lets what is on its way come back and writes it down; what does not come in time stays
    /// `sending` and is rescued at the next start.
    async fn drain(&mut self) {
        let end = self.rooms.ticker.elapsed() + DRAIN;
        while !self.tasks.is_empty() {
            tokio::select! {
                came = self.on_their_way.join_next_with_id() => self.came_back(came),
                () = self.rooms.ticker.until(end) => break,
            }
        }
        for _ in 0..3 {
            if !self.has_to_write() {
                return;
            }
            if let Err(error) = self.step(0).await {
                tracing::warn!(%error, "what came back at the end could not be written down");
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod simulation;
#[cfg(test)]
mod tests;
