//! Serving one bot: it is listened to, answered for and sent from, under the lease of this instance.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

use super::board::Post;
use crate::outbox::{self, Deliverer, Limits, Rooms};
use crate::roster::Organisation;
use crate::settings::{Secret, Settings, Updates};
use crate::telegram::{self, Api, Handler, Listener, TelegramCarrier, WebhookKeeper};

/// Between two tries to take up what the last holder left.
const AGAIN: Duration = Duration::from_millis(500);

/// One bot, ready to be served. The store of its rooms is fenced by the lease.
pub(super) struct Serving {
    pub rooms: Rooms,
    pub settings: Settings,
    pub post: Post,
    pub api: Api,
    /// What Telegram shows with each update of a webhook.
    pub secret: Secret,
}

impl Serving {
    /// Takes up what the last holder left, then serves until `stop` is cancelled; what is on its way
    /// then gets ten seconds to come back. False when a part of it broke.
    pub(super) async fn run(self, stop: CancellationToken) -> bool {
        if !self.takes_up(&stop).await {
            return true;
        }
        let organisation = self.post.organisation.clone();
        // Every line of the log tells whose bot it is about, by a number.
        let span = tracing::info_span!("bot", organisation = %organisation.id);
        let mut parts = JoinSet::new();
        match (self.settings.updates, &self.settings.public_url) {
            (Updates::Webhook, Some(url)) => {
                parts.spawn(self.keeper(url.clone()).run(stop.clone()).instrument(span.clone()));
            }
            _ => {
                parts.spawn(self.listener().run(stop.clone()).instrument(span.clone()));
            }
        }
        parts.spawn(self.handler().run(stop.clone()).instrument(span.clone()));
        parts.spawn(self.deliverer().run(stop.clone()).instrument(span.clone()));
        let introduce = introduce(self.rooms.clone(), self.api.clone(), organisation, stop.clone());
        parts.spawn(introduce.instrument(span));
        let mut is_well = true;
        while let Some(ended) = parts.join_next().await {
            if ended.is_err_and(|error| error.is_panic()) {
                is_well = false;
                stop.cancel();
            }
        }
        is_well
    }

    /// What was on its way under an earlier lease is in doubt. Nothing is sent before that is
    /// written down.
    async fn takes_up(&self, stop: &CancellationToken) -> bool {
        let (rooms, organisation) = (&self.rooms, self.post.organisation.id);
        while !stop.is_cancelled() {
            match outbox::rescue(&rooms.store, organisation, rooms.calendar.now()).await {
                Ok(_) => return true,
                Err(error) => tracing::warn!(%error, "what was left cannot be taken up yet"),
            }
            rooms.ticker.until(rooms.ticker.elapsed() + AGAIN).await;
        }
        false
    }

    fn listener(&self) -> Listener {
        Listener {
            api: self.api.clone(),
            store: self.rooms.store.clone(),
            organisation: self.post.organisation.id,
            calendar: self.rooms.calendar.clone(),
            ticker: self.rooms.ticker,
            wake: Arc::clone(&self.post.stored),
            link: self.post.link.clone(),
        }
    }

    fn keeper(&self, public_url: String) -> WebhookKeeper {
        WebhookKeeper {
            api: self.api.clone(),
            organisation: self.post.organisation.id,
            public_url,
            secret: self.secret.clone(),
            ticker: self.rooms.ticker,
            link: self.post.link.clone(),
        }
    }

    fn handler(&self) -> Handler {
        Handler::new(
            self.rooms.clone(),
            &self.settings,
            self.post.organisation.clone(),
            self.api.clone(),
            Arc::clone(&self.post.stored),
            Arc::clone(&self.post.queued),
        )
    }

    fn deliverer(&self) -> Deliverer<TelegramCarrier> {
        let carrier = Arc::new(TelegramCarrier::new(self.api.clone()));
        let limits = Limits {
            per_second: self.settings.per_second,
            in_flight: self.settings.in_flight,
            quiet_hours: self.settings.quiet_hours,
            time_zone: self.post.organisation.time_zone.clone(),
        };
        Deliverer::new(
            self.rooms.clone(),
            self.post.organisation.id,
            carrier,
            limits,
            Arc::clone(&self.post.queued),
        )
        .counting(Arc::clone(&self.post.tally))
    }
}

/// In the background: what Telegram shows beside the bot. Nothing waits for it.
async fn introduce(rooms: Rooms, api: Api, organisation: Organisation, stop: CancellationToken) {
    let done = async {
        telegram::ask_username(&rooms.store, organisation.id, &api).await?;
        telegram::set_commands(&rooms.store, organisation.id, &api, &rooms.phrases).await
    };
    let done = tokio::select! { done = done => done, () = stop.cancelled() => Ok(()) };
    if let Err(error) = done {
        tracing::warn!(%error, "the bot's name could not be kept");
    }
}
