//! The running service: one bot, listened to, answered for and sent from.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::health::{self, Health};
use crate::clock::{Calendar, Ticker};
use crate::language::Phrasebook;
use crate::outbox::{self, Deliverer, Limits, Rooms};
use crate::roster::{self, NewOrganisation, Organisation};
use crate::settings::Settings;
use crate::store::{Error, Sole, Store};
use crate::telegram::{self, Api, Handler, Link, Listener, TelegramCarrier};
use crate::{privacy, rhythm};

/// How long to wait for a database that the last service has not let go yet.
const TAKE_OVER: Duration = Duration::from_secs(10);
/// How often what is due is looked for.
const BEAT: Duration = Duration::from_secs(1);
/// How often what is old is cleared away, in beats.
const TIDY_BEATS: u64 = 3_600;

/// Why the service does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The bot's token is not set.
    #[error("settings:\n  {0}: the token of the bot is needed to serve; @BotFather gives it")]
    NoToken(String),
    /// The address is taken, or not ours.
    #[error("cannot listen on {0}: {1}")]
    Address(SocketAddr, std::io::Error),
    /// The HTTP client cannot be set up.
    #[error("cannot speak HTTPS: {0}")]
    Client(String),
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
    /// A part of it panicked; whoever started the service starts it again.
    #[error("a part of the service broke; the log says where")]
    Broke,
    /// The organisation cannot be made or found.
    #[error(transparent)]
    Organisation(#[from] roster::OrganisationError),
}

/// A service that is ready to run.
pub struct Service {
    rooms: Rooms,
    settings: Settings,
    organisation: Organisation,
    api: Api,
    address: SocketAddr,
    http: TcpListener,
    sole: Sole,
}

impl Service {
    /// Becomes the one service on the database and takes up what the last one left.
    ///
    /// # Errors
    /// [`ServeError`] says what is missing.
    pub async fn prepare(
        settings: Settings,
        store: Store,
        phrases: Arc<Phrasebook>,
        calendar: Calendar,
    ) -> Result<Self, ServeError> {
        let ticker = Ticker::start();
        let organisation = only_organisation(&store, &settings, &calendar).await?;
        let token = settings
            .token
            .clone()
            .ok_or_else(|| ServeError::NoToken(organisation.token_env.clone()))?;
        let api = Api::new(&settings.api_url, token, settings.http_timeout)
            .map_err(ServeError::Client)?;
        let http = TcpListener::bind(settings.http_addr)
            .await
            .map_err(|error| ServeError::Address(settings.http_addr, error))?;
        let address =
            http.local_addr().map_err(|error| ServeError::Address(settings.http_addr, error))?;
        let sole = take_over(&store, ticker).await?;
        outbox::rescue(&store, organisation.id, calendar.now()).await?;
        let rooms = Rooms { store, phrases, calendar, ticker };
        Ok(Self { rooms, settings, organisation, api, address, http, sole })
    }

    /// Where `/readyz` is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Runs until `stop` is cancelled or the database is no longer ours; what is on its way then
    /// gets ten seconds to come back.
    ///
    /// # Errors
    /// [`Error::Held`] when the database was lost to another service; [`ServeError::Broke`].
    pub async fn run(self, stop: CancellationToken) -> Result<(), ServeError> {
        let (stored, queued) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (link, linked) = watch::channel(Link::Unknown);
        let (rooms, organisation) = (self.rooms.clone(), self.organisation.clone());
        let mut parts = JoinSet::new();
        parts.spawn(self.listener(&stored, link).run(stop.clone()));
        parts.spawn(self.handler(&stored, &queued).run(stop.clone()));
        parts.spawn(self.deliverer(&queued).run(stop.clone()));
        parts.spawn(beat(rooms.clone(), self.settings.clone(), Arc::clone(&queued), stop.clone()));
        parts.spawn(introduce(rooms.clone(), self.api.clone(), organisation.clone()));
        let health = Health { store: rooms.store.clone(), organisation, link: linked };
        let quit = stop.clone();
        let server = axum::serve(self.http, health::routes(health))
            .with_graceful_shutdown(quit.cancelled_owned());
        parts.spawn(async move {
            if let Err(error) = server.await {
                tracing::error!(%error, "the health pages ended");
            }
        });
        tracing::info!(address = %self.address, "ready");
        let (lost, broke) = tokio::select! {
            lost = watch_over(self.sole, rooms.ticker, &stop) => (lost, false),
            () = one_breaks(&mut parts) => (false, true),
        };
        stop.cancel();
        while parts.join_next().await.is_some() {}
        rooms.store.close().await;
        tracing::info!("ended");
        if lost {
            Err(Error::Held("the database was lost to another service".to_owned()).into())
        } else if broke {
            Err(ServeError::Broke)
        } else {
            Ok(())
        }
    }

    fn listener(&self, stored: &Arc<Notify>, link: watch::Sender<Link>) -> Listener {
        Listener {
            api: self.api.clone(),
            store: self.rooms.store.clone(),
            organisation: self.organisation.id,
            calendar: self.rooms.calendar.clone(),
            ticker: self.rooms.ticker,
            wake: Arc::clone(stored),
            link,
        }
    }

    fn handler(&self, stored: &Arc<Notify>, queued: &Arc<Notify>) -> Handler {
        let (stored, queued) = (Arc::clone(stored), Arc::clone(queued));
        Handler::new(
            self.rooms.clone(),
            &self.settings,
            self.organisation.clone(),
            self.api.clone(),
            stored,
            queued,
        )
    }

    fn deliverer(&self, queued: &Arc<Notify>) -> Deliverer<TelegramCarrier> {
        let carrier = Arc::new(TelegramCarrier::new(self.api.clone()));
        let limits = Limits {
            per_second: self.settings.per_second,
            in_flight: 64,
            quiet_hours: self.settings.quiet_hours,
            time_zone: self.organisation.time_zone.clone(),
        };
        Deliverer::new(
            self.rooms.clone(),
            self.organisation.id,
            carrier,
            limits,
            Arc::clone(queued),
        )
    }
}

async fn only_organisation(
    store: &Store,
    settings: &Settings,
    calendar: &Calendar,
) -> Result<Organisation, ServeError> {
    let all = roster::organisations(&mut *store.read().await?).await?;
    if !all.is_empty() {
        return Ok(roster::the_only_organisation(&mut *store.read().await?).await?);
    }
    let new = NewOrganisation {
        name: &settings.organisation,
        time_zone: settings.zone(),
        language: crate::language::HomeLanguage::DUTCH,
        token_env: "TELOXIDE_TOKEN",
    };
    Ok(roster::create_organisation(store, &new, calendar.now()).await?)
}

/// PostgreSQL may notice the death of the last service a moment late.
async fn take_over(store: &Store, ticker: Ticker) -> Result<Sole, ServeError> {
    let end = ticker.elapsed() + TAKE_OVER;
    loop {
        match store.become_sole().await {
            Err(Error::Held(why)) if ticker.elapsed() > end => return Err(Error::Held(why).into()),
            Err(Error::Held(_)) => {
                ticker.until(ticker.elapsed() + Duration::from_millis(200)).await;
            }
            other => return Ok(other?),
        }
    }
}

/// Returns when a part of the service panicked: without it post would stay behind unseen.
async fn one_breaks(parts: &mut JoinSet<()>) {
    while let Some(ended) = parts.join_next().await {
        if ended.is_err_and(|error| error.is_panic()) {
            tracing::error!("a part of the service broke; ending");
            return;
        }
    }
    std::future::pending::<()>().await;
}

/// True when the database is no longer ours.
async fn watch_over(mut sole: Sole, ticker: Ticker, stop: &CancellationToken) -> bool {
    loop {
        tokio::select! {
            () = stop.cancelled() => return false,
            () = ticker.until(ticker.elapsed() + Duration::from_secs(2)) => {}
        }
        if !sole.still_holds().await {
            tracing::error!("the database was lost; ending");
            return true;
        }
    }
}

/// What is due, every second; what is old, every hour.
async fn beat(rooms: Rooms, settings: Settings, queued: Arc<Notify>, stop: CancellationToken) {
    let mut beats = 0_u64;
    let mut was_well = true;
    while !stop.is_cancelled() {
        let due = due(&rooms, &settings, beats.is_multiple_of(TIDY_BEATS)).await;
        match due {
            Ok(rows) => {
                if rows > 0 {
                    queued.notify_one();
                }
                was_well = true;
            }
            Err(error) => {
                if was_well {
                    tracing::warn!(%error, "what is due cannot be planned; trying again");
                }
                was_well = false;
            }
        }
        beats += 1;
        let next = rooms.ticker.elapsed() + BEAT;
        tokio::select! { () = rooms.ticker.until(next) => {} () = stop.cancelled() => {} }
    }
}

async fn due(rooms: &Rooms, settings: &Settings, tidy: bool) -> crate::store::Result<u64> {
    let now = rooms.calendar.now();
    let mut rows = outbox::release_due(&rooms.store, now).await?;
    rows += outbox::release_paused(&rooms.store, now).await?;
    rows += rhythm::plan(&rooms.store, settings.quiet_hours, now).await?;
    if tidy {
        telegram::tidy_updates(&rooms.store, now).await?;
        privacy::forget_families_that_left(&rooms.store, settings.retention_months, now).await?;
    }
    Ok(rows)
}

/// In the background: what Telegram shows beside the bot. Nothing waits for it.
async fn introduce(rooms: Rooms, api: Api, organisation: Organisation) {
    let done = async {
        telegram::ask_username(&rooms.store, organisation.id, &api).await?;
        telegram::set_commands(&rooms.store, organisation.id, &api, &rooms.phrases).await
    };
    if let Err(error) = done.await {
        tracing::warn!(%error, "the bot's name could not be kept");
    }
}
