//! What this instance does: the schedule, and the bots whose leases it holds. Several instances on
//! one PostgreSQL share the bots evenly, and take over from each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use super::board::{Board, Post};
use super::bot;
use super::schedule;
use super::serving::Serving;
use crate::outbox::Rooms;
use crate::roster::{self, InviteKey};
use crate::settings::{Settings, Updates};
use crate::store::{Error, Lease, Leases};
use crate::telegram::Webhooks;

/// The lease of the schedule.
const SCHEDULE: &str = "schedule";
/// How often to look for leases that are free.
const LOOK: Duration = Duration::from_secs(1);
/// How often to look for organisations that were added.
const LOOK_FOR_NEW: Duration = Duration::from_secs(5);
/// The longest pause before a bot whose part broke is served again.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Holds leases and does what they are of.
pub(super) struct Duties {
    pub rooms: Rooms,
    pub settings: Settings,
    pub key: InviteKey,
    pub board: Board,
    pub webhooks: Webhooks,
    pub leases: Leases,
    pub under_way: UnderWay,
}

/// What runs now.
#[derive(Default)]
pub(super) struct UnderWay {
    tasks: JoinSet<bool>,
    names: HashMap<Id, String>,
    stops: BTreeMap<String, CancellationToken>,
    /// How often a duty broke in a row, and when it may be taken up again.
    broke: BTreeMap<String, (u32, Duration)>,
    is_cut_off: bool,
    /// Leases that could not be taken, and the log knows.
    warned: BTreeSet<String>,
}

impl Duties {
    /// Runs until `stop` is cancelled, and then lets every bot end in peace.
    ///
    /// # Errors
    /// [`Error::Held`] when the lock on the SQLite file is gone.
    pub(super) async fn run(mut self, stop: CancellationToken) -> Result<(), Error> {
        let ticker = self.rooms.ticker;
        let (mut look, mut look_for_new) = (Duration::ZERO, Duration::ZERO);
        while !stop.is_cancelled() {
            self.beat().await?;
            let now = ticker.elapsed();
            if now >= look_for_new && self.notes_organisations().await {
                look_for_new = now + LOOK_FOR_NEW;
            }
            if now >= look {
                self.shares().await;
                look = now + LOOK;
            }
            let next = ticker.elapsed() + self.leases.interval().min(LOOK);
            tokio::select! {
                ended = self.under_way.tasks.join_next_with_id() => match ended {
                    Some(ended) => self.ended(ended).await,
                    None => ticker.until(next).await,
                },
                () = ticker.until(next) => {}
                () = stop.cancelled() => {}
            }
        }
        self.ends().await
    }

    /// Shows that this instance lives, and ends what it has lost.
    async fn beat(&mut self) -> Result<(), Error> {
        let until = self.rooms.ticker.elapsed() + 2 * self.leases.interval();
        let beaten = tokio::select! {
            beaten = self.leases.beat() => beaten,
            () = self.rooms.ticker.until(until) => {
                Err(Error::Database(sqlx::Error::PoolTimedOut))
            }
        };
        match beaten {
            Ok(lost) => {
                if self.under_way.is_cut_off {
                    tracing::info!("the database answers again");
                }
                self.under_way.is_cut_off = false;
                for name in lost {
                    tracing::warn!(lease = name, "another instance has taken over");
                    if let Some(stop) = self.under_way.stops.get(&name) {
                        stop.cancel();
                    }
                }
                Ok(())
            }
            Err(Error::Held(why)) => {
                tracing::error!(why, "the database was lost; ending");
                Err(Error::Held(why))
            }
            Err(error) => {
                if !self.under_way.is_cut_off {
                    tracing::warn!(%error, "the database does not answer; trying again");
                }
                self.under_way.is_cut_off = true;
                Ok(())
            }
        }
    }

    /// Notes every organisation on the board, and opens its webhook.
    pub(super) async fn notes_organisations(&mut self) -> bool {
        let store = self.rooms.store.clone();
        let found = async { roster::organisations(&mut *store.read().await?).await };
        let Ok(all) = found.await else { return false };
        for organisation in &all {
            let has_token = self.settings.token_of(&organisation.token_env).is_some();
            let owner = bot::earlier_owner(&self.settings, organisation, &all);
            if !self.board.note(organisation, has_token && owner.is_none()) {
                continue;
            }
            let id = organisation.id;
            if let Some(owner) = owner {
                let (variable, owner) = (&organisation.token_env, owner.id);
                tracing::error!(
                    organisation = %id, variable, %owner,
                    "not served: its token is of another organisation's bot"
                );
            } else if !has_token {
                let variable = &organisation.token_env;
                tracing::error!(organisation = %id, variable, "not served: its token is not set");
            } else if self.settings.updates == Updates::Webhook
                && let Some(post) = self.board.find(id.raw())
            {
                self.webhooks.open(id, self.key.webhook_secret(id), post.stored);
            }
        }
        true
    }

    /// Takes what is free up to this instance's share, and gives one back when it has more.
    async fn shares(&mut self) {
        let posts: Vec<Post> = self.board.all().into_iter().filter(|it| it.has_token).collect();
        let Ok(instances) = self.leases.instances().await else { return };
        let share = posts.len().div_ceil(instances.max(1));
        let mut held = posts.iter().filter(|post| self.is_under_way(&lease_of(post))).count();
        if let Some(lease) = self.take(SCHEDULE, true).await {
            let rooms = self.rooms_under(lease);
            let stop = self.begins(SCHEDULE);
            let run = schedule::run(rooms, self.settings.clone(), self.board.clone(), stop);
            let task = self.under_way.tasks.spawn(async {
                run.await;
                true
            });
            self.under_way.names.insert(task.id(), SCHEDULE.to_owned());
        }
        for post in &posts {
            let name = lease_of(post);
            if let Some(lease) = self.take(&name, held < share).await {
                self.serves(post, &name, lease).await;
                held += 1;
            }
        }
        let surplus = posts.iter().map(lease_of).find(|name| self.is_under_way(name));
        if held > share
            && let Some(stop) = surplus.and_then(|name| self.under_way.stops.get(&name))
        {
            stop.cancel();
        }
    }

    fn is_under_way(&self, name: &str) -> bool {
        self.under_way.stops.get(name).is_some_and(|stop| !stop.is_cancelled())
    }

    async fn take(&mut self, name: &str, may_take: bool) -> Option<Lease> {
        let now = self.rooms.ticker.elapsed();
        let rests = self.under_way.broke.get(name).is_some_and(|(_, until)| *until > now);
        if self.under_way.stops.contains_key(name) {
            return None;
        }
        match self.leases.take(name, may_take && !rests).await {
            Ok(lease) => {
                self.under_way.warned.remove(name);
                lease
            }
            Err(error) => {
                if !self.under_way.is_cut_off && self.under_way.warned.insert(name.to_owned()) {
                    tracing::warn!(lease = name, %error, "it cannot be taken; trying again");
                }
                None
            }
        }
    }

    fn rooms_under(&self, lease: Lease) -> Rooms {
        Rooms { store: self.rooms.store.fenced(lease), ..self.rooms.clone() }
    }

    fn begins(&mut self, name: &str) -> CancellationToken {
        let stop = CancellationToken::new();
        self.under_way.stops.insert(name.to_owned(), stop.clone());
        stop
    }

    async fn serves(&mut self, post: &Post, name: &str, lease: Lease) {
        let organisation = &post.organisation;
        let api = match bot::entrance(&self.settings, &organisation.token_env) {
            Ok(api) => api,
            Err(error) => {
                tracing::error!(%error, "a bot cannot be served");
                drop(self.leases.give_back(name).await);
                return;
            }
        };
        let serving = Serving {
            rooms: self.rooms_under(lease),
            settings: self.settings.clone(),
            post: post.clone(),
            api,
            secret: self.key.webhook_secret(organisation.id),
        };
        self.board.is_served_here(organisation.id, true);
        tracing::info!(organisation = %organisation.id, "serving");
        let stop = self.begins(name);
        let task = self.under_way.tasks.spawn(serving.run(stop));
        self.under_way.names.insert(task.id(), name.to_owned());
    }

    async fn ended(&mut self, ended: Result<(Id, bool), JoinError>) {
        let (id, is_well) = match ended {
            Ok((id, is_well)) => (id, is_well),
            Err(error) => (error.id(), false),
        };
        let Some(name) = self.under_way.names.remove(&id) else { return };
        self.under_way.stops.remove(&name);
        if let Some(post) = self.board.all().into_iter().find(|post| lease_of(post) == name) {
            self.board.is_served_here(post.organisation.id, false);
        }
        if is_well {
            self.under_way.broke.remove(&name);
        } else {
            let times = self.under_way.broke.get(&name).map_or(0, |(times, _)| *times);
            let pause = Duration::from_secs(1 << times.min(6)).min(LONGEST_PAUSE);
            let until = self.rooms.ticker.elapsed() + pause;
            self.under_way.broke.insert(name.clone(), (times + 1, until));
            tracing::error!(duty = name, ?pause, "a part of it broke; the log says where");
        }
        if let Err(error) = self.leases.give_back(&name).await {
            tracing::warn!(%error, "a lease could not be given back; it runs out by itself");
        }
    }

    /// Everything ends; this instance shows that it lives until the last message came back.
    async fn ends(&mut self) -> Result<(), Error> {
        for stop in self.under_way.stops.values() {
            stop.cancel();
        }
        while !self.under_way.tasks.is_empty() {
            let next = self.rooms.ticker.elapsed() + self.leases.interval();
            tokio::select! {
                Some(ended) = self.under_way.tasks.join_next_with_id() => self.ended(ended).await,
                () = self.rooms.ticker.until(next) => self.beat().await?,
            }
        }
        Ok(())
    }
}

fn lease_of(post: &Post) -> String {
    format!("bot {}", post.organisation.id)
}

/// Wakes a bot when another instance stored updates for it.
pub(super) async fn hears(rooms: Rooms, board: Board, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let heard = async {
            let mut news = rooms.store.news().await?;
            loop {
                if let Some(post) = board.find(news.next().await?) {
                    Arc::clone(&post.stored).notify_one();
                }
            }
            #[expect(unreachable_code, reason = "tells the type of the error")]
            Ok::<(), Error>(())
        };
        let error = tokio::select! { heard = heard => heard, () = stop.cancelled() => return };
        tracing::debug!(?error, "news of other instances are not heard; looking every second");
        let again = rooms.ticker.elapsed() + LOOK;
        tokio::select! { () = rooms.ticker.until(again) => {} () = stop.cancelled() => {} }
    }
}
