//! The running service: every bot of the database, listened to, answered for and sent from, here or
//! on another instance.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::board::Board;
use super::bot::ONLY_TOKEN;
use super::duties::{self, Duties, UnderWay};
use super::feeds::{self, Feeds};
use super::health::{self, Health};
use crate::clock::{Calendar, Moment, Ticker};
use crate::language::{HomeLanguage, Phrasebook};
use crate::outbox::Rooms;
use crate::privacy::{self, Journal};
use crate::roster::{self, InviteKey, KeyError, NewOrganisation, Organisation};
use crate::settings::Settings;
use crate::store::{Error, Leases, Store, Terms};
use crate::telegram::Webhooks;

/// How long to wait for a SQLite file that the last service has not let go yet.
const TAKE_OVER: Duration = Duration::from_secs(10);

/// Why the service does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// No bot's token is set.
    #[error("settings:\n  {0}: the token of a bot is needed to serve; @BotFather gives it")]
    NoToken(String),
    /// The address is taken, or not ours.
    #[error("cannot listen on {0}: {1}")]
    Address(SocketAddr, std::io::Error),
    /// The key of invite codes and webhooks.
    #[error(transparent)]
    Key(#[from] KeyError),
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
    key: InviteKey,
    leases: Leases,
    address: SocketAddr,
    http: TcpListener,
    board: Board,
}

impl Service {
    /// Opens the door for health and webhooks, and on SQLite becomes the one service on the file.
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
        let organisations = organisations(&store, &settings, &calendar).await?;
        let variables: Vec<&str> = organisations.iter().map(|it| it.token_env.as_str()).collect();
        if variables.iter().all(|variable| settings.token_of(variable).is_none()) {
            return Err(ServeError::NoToken(variables.join(", ")));
        }
        let key = InviteKey::load_or_make(&settings.key_file)?;
        let http = TcpListener::bind(settings.http_addr)
            .await
            .map_err(|error| ServeError::Address(settings.http_addr, error))?;
        let address =
            http.local_addr().map_err(|error| ServeError::Address(settings.http_addr, error))?;
        privacy::keep_journal(&store, &Journal::at(&settings.erasures_file)).await?;
        let leases = leases(&store, &settings, ticker).await?;
        let rooms = Rooms { store, phrases, calendar, ticker };
        let board = Board::default();
        Ok(Self { rooms, settings, key, leases, address, http, board })
    }

    /// Where `/readyz` is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Up to when the schedule of this instance has planned all that was due, as it goes.
    pub fn planned(&self) -> watch::Receiver<Option<Moment>> {
        self.board.planned()
    }

    /// Runs until `stop` is cancelled or the database is no longer ours; what is on its way then
    /// gets ten seconds to come back.
    ///
    /// # Errors
    /// [`Error::Held`] when the database was lost to another service; [`ServeError::Broke`].
    pub async fn run(self, stop: CancellationToken) -> Result<(), ServeError> {
        let Self { rooms, settings, key, leases, address, http, board } = self;
        let beside = CancellationToken::new();
        let webhooks = Webhooks::new(rooms.store.clone(), rooms.calendar.clone(), rooms.ticker);
        let (store, calendar) = (rooms.store.clone(), rooms.calendar.clone());
        let health = Health { store: store.clone(), board: board.clone(), calendar };
        let feeds = Feeds {
            store: rooms.store.clone(),
            phrases: Arc::clone(&rooms.phrases),
            calendar: rooms.calendar.clone(),
        };
        let routes =
            health::routes(health).merge(webhooks.clone().routes()).merge(feeds::routes(feeds));
        let server =
            axum::serve(http, routes).with_graceful_shutdown(beside.clone().cancelled_owned());
        let under_way = UnderWay::default();
        let hears = duties::hears(rooms.clone(), board.clone(), beside.clone());
        let mut duties = Duties { rooms, settings, key, board, webhooks, leases, under_way };
        // Before the door opens: an update must not find its bot unknown.
        duties.notes_organisations().await;
        let mut parts = JoinSet::new();
        parts.spawn(async move {
            if let Err(error) = server.await {
                tracing::error!(%error, "the pages for health and webhooks ended");
            }
        });
        parts.spawn(hears);
        tracing::info!(%address, "ready");
        let run = duties.run(stop.clone());
        tokio::pin!(run);
        let ended = tokio::select! {
            ended = &mut run => ended.map_err(ServeError::from),
            _ = parts.join_next() => {
                stop.cancel();
                run.await.map_err(ServeError::from).and(Err(ServeError::Broke))
            }
        };
        // Webhooks come in until the last bot has ended; what they bring is stored for the next one.
        beside.cancel();
        while parts.join_next().await.is_some() {}
        store.close().await;
        tracing::info!("ended");
        ended
    }
}

/// Every organisation; one is made where there is none.
async fn organisations(
    store: &Store,
    settings: &Settings,
    calendar: &Calendar,
) -> Result<Vec<Organisation>, ServeError> {
    let all = roster::organisations(&mut *store.read().await?).await?;
    if !all.is_empty() {
        return Ok(all);
    }
    let new = NewOrganisation {
        name: &settings.organisation,
        time_zone: settings.zone(),
        language: HomeLanguage::DUTCH,
        token_env: ONLY_TOKEN,
    };
    Ok(vec![roster::create_organisation(store, &new, calendar.now()).await?])
}

/// The last service on a SQLite file may still be ending.
async fn leases(store: &Store, settings: &Settings, ticker: Ticker) -> Result<Leases, ServeError> {
    let terms = Terms { lease: settings.lease, margin: settings.http_timeout };
    let end = ticker.elapsed() + TAKE_OVER;
    loop {
        match Leases::open(store, terms, ticker).await {
            Err(Error::Held(_)) if ticker.elapsed() < end => {
                ticker.until(ticker.elapsed() + Duration::from_millis(200)).await;
            }
            other => return Ok(other?),
        }
    }
}
