//! The loop that sends: one step writes down what came back and claims what may leave, in one
//! transaction; then the claimed messages leave, each at its slot.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine;
use rand::SeedableRng;
use rand::rngs::SmallRng;
use tokio::sync::Notify;
use tokio::task::{Id, JoinSet};
use tokio_util::sync::CancellationToken;

use super::queries::{self, Candidate};
use super::render::Renderer;
use super::settle::{self, FURTHEST, OnItsWay, Settled};
use super::{Carrier, Message, Outcome, Outgoing, Pace, Picture, Priority, Reason, State};
use crate::clock::{Calendar, Moment, Ticker};
use crate::language::Phrasebook;
use crate::roster::{ChatId, OrganisationId};
use crate::store::{Result, Store};

/// How long the messages on their way get at the end of the service.
const DRAIN: Duration = Duration::from_secs(10);
/// Looking for rows that another process queued.
const POLL: Duration = Duration::from_secs(1);
/// Looking again for rows of a chat that had a message a moment ago.
const SOON: Duration = Duration::from_millis(100);
/// So many failures in a row mean that Telegram is away, not that one message is wrong.
const AWAY_AFTER: u32 = 3;
/// How long to leave a messenger alone that does not accept the bot.
const REJECTED_PAUSE: Duration = Duration::from_secs(30);

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
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Messages a second; `None` for no limit.
    pub per_second: Option<u32>,
    /// How many may be on their way at once: the most that a crash can leave in doubt.
    pub in_flight: usize,
}

/// Sends the messages of one bot.
pub struct Deliverer<C> {
    rooms: Rooms,
    organisation: OrganisationId,
    carrier: Arc<C>,
    limits: Limits,
    wake: Arc<Notify>,
    pace: Pace,
    /// The tick, in milliseconds, before which nothing may leave; read by messages at their slot.
    frozen_until: Arc<AtomicU64>,
    renderer: Renderer,
    on_their_way: JoinSet<Option<Outcome>>,
    tasks: HashMap<Id, OnItsWay>,
    unsettled: Vec<Settled>,
    lost_claim: Option<i64>,
    pictures: HashMap<String, Picture>,
    uploading: HashSet<String>,
    failures: u32,
    rejected: bool,
    set_aside: bool,
    rng: SmallRng,
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
            frozen_until: Arc::default(),
            on_their_way: JoinSet::new(),
            tasks: HashMap::new(),
            unsettled: Vec::new(),
            lost_claim: None,
            pictures: HashMap::new(),
            uploading: HashSet::new(),
            failures: 0,
            rejected: false,
            set_aside: false,
        }
    }

    /// Sends until `stop` is cancelled, then lets what is on its way come back.
    pub async fn run(mut self, stop: CancellationToken) {
        self.keep_old_pause().await;
        let mut look = true;
        while !stop.is_cancelled() {
            let room = self.room();
            if !self.unsettled.is_empty() || self.lost_claim.is_some() || (look && room > 0) {
                match self.step(room).await {
                    Ok(claimed) => look = claimed > 0,
                    Err(error) => {
                        tracing::warn!(%error, "the outbox cannot be written; trying again");
                        let again = self.rooms.ticker.elapsed() + POLL;
                        tokio::select! { () = self.rooms.ticker.until(again) => {} () = stop.cancelled() => {} }
                        look = true;
                    }
                }
                continue;
            }
            look |= self.wait(look, &stop).await;
        }
        self.drain().await;
    }

    /// Waits for whatever comes first; true when it is worth claiming again.
    async fn wait(&mut self, look: bool, stop: &CancellationToken) -> bool {
        let now = self.rooms.ticker.elapsed();
        let poll = if look {
            self.pace.opens(now)
        } else {
            now + if self.set_aside { SOON } else { POLL }
        };
        tokio::select! {
            came = self.on_their_way.join_next_with_id(), if !self.tasks.is_empty() => {
                self.came_back(came);
                while let Some(more) = self.on_their_way.try_join_next_with_id() {
                    self.came_back(Some(more));
                }
                true
            }
            () = self.wake.notified() => true,
            () = self.rooms.ticker.until(poll.max(now + Duration::from_millis(1))) => true,
            () = stop.cancelled() => false,
        }
    }

    fn room(&self) -> usize {
        let cap = if self.rejected { 1 } else { self.limits.in_flight };
        self.pace.room(self.rooms.ticker.elapsed()).min(cap.saturating_sub(self.tasks.len()))
    }

    /// One transaction: what came back is written down and what may leave is claimed; then it
    /// leaves. Returns how many messages left.
    async fn step(&mut self, room: usize) -> Result<usize> {
        let now = self.rooms.calendar.now();
        let attempt = self.rooms.store.new_id();
        let lost = self.lost_claim.take();
        // Until the commit is known, the claim may or may not stand.
        self.lost_claim = Some(lost.unwrap_or(attempt));
        let mut write = self.rooms.store.write().await?;
        if let Some(lost) = lost {
            queries::unclaim(&mut write, self.organisation, lost).await?;
        }
        settle::record(&mut write, self.organisation, &self.unsettled, now, &mut self.rng).await?;
        self.record_bot_state(&mut write, now).await?;
        let claimed =
            if room > 0 { self.claim(&mut write, room, attempt, now).await? } else { Vec::new() };
        self.lost_claim = Some(attempt);
        write.commit().await?;
        self.lost_claim = None;
        self.unsettled.clear();
        let count = claimed.len();
        self.send_off(claimed, attempt).await;
        Ok(count)
    }

    /// Claims up to `room` rows; rows that may not leave any more are settled in passing.
    async fn claim(
        &mut self,
        write: &mut sqlx::AnyConnection,
        room: usize,
        attempt: i64,
        now: Moment,
    ) -> Result<Vec<Candidate>> {
        let tick = self.rooms.ticker.elapsed();
        self.pace.tidy(tick);
        let limit = room
            .saturating_add(2 * self.pace.busy_chats() + 8)
            .min(self.limits.in_flight * 4 + 200);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let furthest = now.after(FURTHEST);
        let found =
            queries::candidates(&self.rooms.store, write, self.organisation, now, furthest, limit)
                .await?;
        let (mut chosen, mut refused, mut chats) = (Vec::new(), Vec::new(), HashSet::new());
        self.set_aside = false;
        for row in found {
            if let Some((state, reason)) = verdict(&row, now) {
                refused.push((row.key(), state, reason));
            } else if chosen.len() < room && self.may_leave(&row, tick, &mut chats) {
                chosen.push(row);
            } else {
                self.set_aside = true;
            }
        }
        queries::turn_away(write, &refused).await?;
        let keys: Vec<_> = chosen.iter().map(Candidate::key).collect();
        queries::mark_sending(write, &keys, attempt).await?;
        Ok(chosen)
    }

    fn may_leave(&self, row: &Candidate, tick: Duration, chats: &mut HashSet<ChatId>) -> bool {
        // While a picture is on its way up, letters wait for its id; answers go on.
        if row.payload.is_none() && !self.uploading.is_empty() {
            return false;
        }
        let is_answer = row.priority <= Priority::Personal as i64;
        self.pace.chat_is_free(row.chat(), is_answer, tick) && chats.insert(row.chat())
    }

    async fn send_off(&mut self, claimed: Vec<Candidate>, attempt: i64) {
        for row in claimed {
            let mut on_its_way = OnItsWay {
                key: row.key(),
                chat: row.chat(),
                attempt,
                attempts_before: row.attempts,
                doubts: row.doubts,
                picture: None,
            };
            match self.prepare(&row).await {
                Ok(Prepared::Ready(outgoing)) => {
                    on_its_way.picture.clone_from(&outgoing.message.picture);
                    self.spawn(on_its_way, outgoing);
                }
                Ok(Prepared::AfterUpload) => {
                    self.unsettled.push(Settled { row: on_its_way, outcome: None });
                }
                Ok(Prepared::NoText) => {
                    let outcome = Some(Outcome::Refused { why: "no text".to_owned() });
                    self.unsettled.push(Settled { row: on_its_way, outcome });
                }
                Err(error) => {
                    let outcome = Some(Outcome::Later { why: error.to_string() });
                    self.unsettled.push(Settled { row: on_its_way, outcome });
                }
            }
        }
    }

    async fn prepare(&mut self, row: &Candidate) -> Result<Prepared> {
        let mut read = self.rooms.store.read().await?;
        let Some(message) = self.renderer.message(&mut read, row).await? else {
            return Ok(Prepared::NoText);
        };
        let Some(id) = message.picture.clone() else { return Ok(ready(row, message, None)) };
        if !self.pictures.contains_key(&id) {
            if self.uploading.contains(&id) {
                return Ok(Prepared::AfterUpload);
            }
            let Some(found) = queries::picture(&mut read, self.organisation, &id).await? else {
                return Ok(Prepared::NoText);
            };
            let picture = match found {
                (Some(file_id), _, _) => Picture::FileId(file_id),
                (None, media_type, base64) => {
                    let bytes = base64::engine::general_purpose::STANDARD
                        .decode(base64)
                        .unwrap_or_default();
                    self.uploading.insert(id.clone());
                    return Ok(ready(
                        row,
                        message,
                        Some(Picture::Bytes { media_type, bytes: Arc::new(bytes) }),
                    ));
                }
            };
            self.pictures.insert(id.clone(), picture);
        }
        Ok(ready(row, message, self.pictures.get(&id).cloned()))
    }

    fn spawn(&mut self, row: OnItsWay, outgoing: Outgoing) {
        let slot = self.pace.take(row.chat, self.rooms.ticker.elapsed());
        let (ticker, frozen, carrier) =
            (self.rooms.ticker, Arc::clone(&self.frozen_until), Arc::clone(&self.carrier));
        let task = self.on_their_way.spawn(async move {
            ticker.until(slot).await;
            // A 429 that came in after this message got its slot holds for it too.
            if ticker.elapsed() < Duration::from_millis(frozen.load(Ordering::SeqCst)) {
                return None;
            }
            Some(carrier.carry(outgoing).await)
        });
        self.tasks.insert(task.id(), row);
    }

    fn came_back(
        &mut self,
        came: Option<std::result::Result<(Id, Option<Outcome>), tokio::task::JoinError>>,
    ) {
        let (id, outcome) = match came {
            Some(Ok((id, outcome))) => (id, outcome),
            Some(Err(error)) => {
                (error.id(), Some(Outcome::Doubtful { why: "interrupted".to_owned() }))
            }
            None => return,
        };
        let Some(row) = self.tasks.remove(&id) else { return };
        self.heed(&row, outcome.as_ref());
        self.unsettled.push(Settled { row, outcome });
    }

    /// What an outcome means for the whole bot, at once.
    fn heed(&mut self, row: &OnItsWay, outcome: Option<&Outcome>) {
        if let Some(picture) = &row.picture {
            self.uploading.remove(picture);
            if matches!(outcome, Some(Outcome::PictureForgotten)) {
                self.pictures.remove(picture);
            }
        }
        match outcome {
            Some(Outcome::TooFast { retry_after }) => {
                tracing::warn!(seconds = retry_after.as_secs(), "Telegram asks the bot to wait");
                self.freeze(*retry_after);
            }
            Some(Outcome::Later { why }) => self.failed(why),
            Some(Outcome::BotRejected { why }) => {
                if !self.rejected {
                    tracing::error!(%why, "Telegram does not accept this bot's token; the queue is kept");
                }
                self.rejected = true;
                self.freeze(REJECTED_PAUSE);
            }
            Some(
                Outcome::Delivered { .. } | Outcome::Unreachable { .. } | Outcome::Refused { .. },
            ) => {
                if self.failures >= AWAY_AFTER || self.rejected {
                    tracing::info!("Telegram answers again");
                }
                self.failures = 0;
                self.rejected = false;
            }
            _ => {}
        }
    }

    /// A few failures in a row: leave Telegram alone for a while, longer each time.
    fn failed(&mut self, why: &str) {
        self.failures = self.failures.saturating_add(1);
        if self.failures == AWAY_AFTER {
            tracing::warn!(why, "Telegram cannot be reached; trying again until it answers");
        }
        if self.failures >= AWAY_AFTER {
            let doublings = (self.failures - AWAY_AFTER).min(5);
            self.freeze(Duration::from_secs(1 << doublings).min(Duration::from_secs(30)));
        }
    }

    fn freeze(&mut self, pause: Duration) {
        self.pace.freeze(self.rooms.ticker.elapsed(), pause);
        let until = u64::try_from(self.pace.frozen_until().as_millis()).unwrap_or(u64::MAX);
        self.frozen_until.fetch_max(until, Ordering::SeqCst);
    }

    /// A pause that Telegram asked for outlives the process; so does a rejected token, for staff to
    /// see, until a message gets through.
    async fn record_bot_state(
        &mut self,
        write: &mut sqlx::AnyConnection,
        now: Moment,
    ) -> Result<()> {
        for settled in &self.unsettled {
            match &settled.outcome {
                Some(Outcome::TooFast { retry_after }) => {
                    queries::pause_bot(write, self.organisation, Some(now.after(*retry_after)))
                        .await?;
                }
                Some(Outcome::BotRejected { why }) => {
                    queries::stop_bot(write, self.organisation, Some((now, why))).await?;
                }
                _ => {}
            }
        }
        let cleared =
            self.unsettled.iter().any(|it| matches!(it.outcome, Some(Outcome::Delivered { .. })));
        if cleared && !self.rejected {
            queries::clear_bot_trouble(write, self.organisation).await?;
        }
        Ok(())
    }

    async fn keep_old_pause(&mut self) {
        let Ok(mut read) = self.rooms.store.read().await else { return };
        let Ok((Some(until), _, _)) = queries::bot(&mut read, self.organisation).await else {
            return;
        };
        let left = until.saturating_sub(self.rooms.calendar.now().millis());
        let left = Duration::from_millis(u64::try_from(left).unwrap_or(0)).min(FURTHEST);
        if !left.is_zero() {
            self.freeze(left);
        }
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
            if self.unsettled.is_empty() && self.lost_claim.is_none() {
                return;
            }
            if let Err(error) = self.step(0).await {
                tracing::warn!(%error, "what came back at the end could not be written down");
            }
        }
    }
}

enum Prepared {
    Ready(Outgoing),
    /// Another message is uploading the same picture.
    AfterUpload,
    NoText,
}

fn ready(row: &Candidate, message: Message, picture: Option<Picture>) -> Prepared {
    Prepared::Ready(Outgoing { chat: row.chat(), message, picture })
}

/// Why a waiting row may not leave after all. The answer to what somebody just did always may.
fn verdict(row: &Candidate, now: Moment) -> Option<(State, Reason)> {
    let is_mine =
        row.priority == Priority::Personal as i64 || row.priority == Priority::Broadcast as i64;
    if !is_mine {
        return None;
    }
    if row.cancelled_at.is_some() {
        return Some((State::Withdrawn, Reason::Cancelled));
    }
    if row.stopped_at.is_some() {
        return Some((State::Withdrawn, Reason::Stopped));
    }
    if row.carer_chat_id != Some(row.chat_id) || row.consented_at.is_none() {
        return Some((State::Withdrawn, Reason::Left));
    }
    if row.unreachable_at.is_some() {
        return Some((State::Skipped, Reason::UnreachableBefore));
    }
    let paused = row.paused_until.is_some_and(|until| until > now.millis());
    (paused && row.priority == Priority::Broadcast as i64).then_some((State::Held, Reason::Paused))
}
