//! `/metrics`: how each bot's post stands, for Prometheus. Numbers only; the names in it are those of
//! organisations.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

use super::board::Post;
use super::health::Health;
use crate::clock::Moment;
use crate::{outbox, telegram};

/// Which bot.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Bot {
    organisation: String,
}

/// Attempts of a bot that ended in one way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Ended {
    organisation: String,
    outcome: &'static str,
}

/// Everything that is told, gathered anew for each look.
#[derive(Default)]
struct Told {
    waiting: Family<Bot, Gauge>,
    age: Family<Bot, Gauge>,
    doubtful: Family<Bot, Gauge>,
    attempts: Family<Ended, Counter>,
    stored: Family<Bot, Gauge>,
    lag: Family<Bot, Gauge>,
    served: Family<Bot, Gauge>,
    listening: Family<Bot, Gauge>,
    paused: Family<Bot, Gauge>,
    rejected: Family<Bot, Gauge>,
}

pub(super) async fn metrics(State(health): State<Health>) -> Response {
    match gather(&health).await {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(error) => {
            tracing::warn!(%error, "the metrics cannot be gathered");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn gather(health: &Health) -> crate::store::Result<String> {
    let told = Told::default();
    let now = health.calendar.now();
    for post in health.board.all() {
        told.look(health, &post, now).await?;
    }
    let mut text = String::new();
    if encode(&mut text, &told.registry()).is_err() {
        tracing::warn!("the metrics cannot be written as text");
    }
    Ok(text)
}

impl Told {
    async fn look(&self, health: &Health, post: &Post, now: Moment) -> crate::store::Result<()> {
        let id = post.organisation.id;
        let bot = Bot { organisation: post.organisation.name.clone() };
        let mut read = health.store.read().await?;
        let queue = outbox::queue(&mut read, id).await?;
        self.waiting.get_or_create(&bot).set(queue.waiting);
        self.age.get_or_create(&bot).set(seconds_since(queue.oldest, now));
        self.doubtful.get_or_create(&bot).set(queue.doubtful);
        let (stored, oldest) = telegram::unapplied_since(&mut read, id).await?;
        self.stored.get_or_create(&bot).set(stored);
        self.lag.get_or_create(&bot).set(seconds_since(oldest, now));
        let state = outbox::bot_state(&mut read, id).await?;
        let is_paused = state.paused_until.is_some_and(|until| until > now);
        self.paused.get_or_create(&bot).set(i64::from(is_paused));
        self.rejected.get_or_create(&bot).set(i64::from(state.stopped_at.is_some()));
        self.served.get_or_create(&bot).set(i64::from(post.is_here));
        let is_up = *post.link.borrow() == telegram::Link::Up;
        self.listening.get_or_create(&bot).set(i64::from(is_up));
        for (outcome, count) in post.tally.counts() {
            let organisation = post.organisation.name.clone();
            self.attempts.get_or_create(&Ended { organisation, outcome }).inc_by(count);
        }
        Ok(())
    }

    fn registry(self) -> Registry {
        let mut all = Registry::with_prefix("thuispost");
        all.register("queue_messages", "Messages waiting or on their way", self.waiting);
        let help = "How long the oldest message at the front of the queue has been due";
        all.register_with_unit("queue_age", help, Unit::Seconds, self.age);
        all.register("doubtful_messages", "Messages that a person must look at", self.doubtful);
        let help = "Attempts to send since this process started, by how they ended";
        all.register("attempts", help, self.attempts);
        all.register("updates_stored", "Updates stored and not applied yet", self.stored);
        let help = "How long the oldest of those has been waiting";
        all.register_with_unit("updates_lag", help, Unit::Seconds, self.lag);
        all.register("bot_served_here", "1 where this instance serves the bot", self.served);
        all.register("bot_listening", "1 while Telegram answers this instance", self.listening);
        all.register("bot_paused", "1 while Telegram told the bot to wait", self.paused);
        all.register("bot_rejected", "1 while the bot's token is not accepted", self.rejected);
        all
    }
}

fn seconds_since(moment: Option<Moment>, now: Moment) -> i64 {
    moment.map_or(0, |moment| (now.millis() - moment.millis()).max(0) / 1_000)
}
