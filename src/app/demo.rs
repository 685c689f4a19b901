//! Everything on this machine: a sandbox with phones, a temporary database, a sample school, and
//! simulated families who join, read, understand, ask, answer, block and stop by a seeded script.
//!
//! The service that runs here is the real one; only Telegram, the parents and the educator's thumbs are
//! not.

mod educator;
mod family;
mod meetings;
mod outcome;
mod post;
mod sample;
mod scenes;
mod school;
mod stage;
mod theme;
mod truth;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, DateTime, datetime};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::app::{ServeError, Service};
use crate::clock::{Calendar, Moment, Ticker};
use crate::language::Phrasebook;
use crate::library::ProgrammeFolder;
use crate::roster::Organisation;
use crate::sandbox::Sandbox;
use crate::settings::Settings;
use crate::store::Store;
use educator::Educator;
use family::Families;
use meetings::{Agenda, Ledger};

pub use meetings::MeetingCounts;
pub use truth::Difference;

/// The demo begins on this Monday morning, whatever the day outside.
const BEGINS: DateTime = datetime(2026, 11, 2, 9, 30, 0, 0);
/// How long any one scene of the story may take.
const SCENE: Duration = Duration::from_secs(40);

/// How the demo is played.
#[derive(Clone, Copy, Debug)]
pub struct DemoOptions {
    /// How many families of the sample take part, up to 40.
    pub families: usize,
    /// Where the phones are shown; 0 takes any free port.
    pub port: u16,
    /// Decides what each family does.
    pub seed: u64,
}

/// Why the demo cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The port is taken.
    #[error("port {0} cannot be used ({1}); choose another with --port")]
    Port(u16, std::io::Error),
    /// The temporary folder.
    #[error("no temporary folder can be made: {0}")]
    Folder(std::io::Error),
    /// The service.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The database.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
    /// The sample that comes with the program is not valid.
    #[error("the sample: {0}")]
    Sample(String),
    /// Something that should have happened did not.
    #[error("the story stands still: {0}")]
    Stuck(&'static str),
}

/// A demo under way.
pub struct Demo {
    phrases: Arc<Phrasebook>,
    settings: Settings,
    store: Store,
    calendar: Calendar,
    ticker: Ticker,
    organisation: Organisation,
    sandbox: Sandbox,
    roster: String,
    families: Families,
    educator: Option<Educator>,
    programme: ProgrammeFolder,
    /// The Monday on which the theme begins, once it is started.
    theme_begins: Option<Date>,
    /// When the meetings are, once they are planned, and what the office did about them.
    agenda: Option<Agenda>,
    ledger: Ledger,
    folder: PathBuf,
    stop: CancellationToken,
    planned: watch::Receiver<Option<Moment>>,
    service: JoinHandle<Result<(), ServeError>>,
}

impl Demo {
    /// Sets everything up; no family has joined yet.
    ///
    /// # Errors
    /// [`DemoError`] says what is in the way.
    pub async fn prepare(
        options: DemoOptions,
        phrases: Arc<Phrasebook>,
    ) -> Result<Self, DemoError> {
        let folder = stage::make_folder()?;
        let settings = stage::settings(&folder)?;
        let calendar = Calendar::system();
        calendar.turn_to(Moment::of_local(BEGINS, &settings.zone()));
        let sandbox = stage::open_sandbox(&options, &calendar).await?;
        let settings = Settings { api_url: sandbox.url(), ..settings };
        let store = Store::open(settings.database_url.reveal()).await?;
        let roster = sample::roster(options.families)?;
        let invites = school::import(&store, &settings, &roster, calendar.now()).await?;
        let organisation = school::organisation(&store).await?;
        let service = Service::prepare(
            settings.clone(),
            store.clone(),
            Arc::clone(&phrases),
            calendar.clone(),
        )
        .await?;
        let (stop, planned) = (CancellationToken::new(), service.planned());
        let service = tokio::spawn(service.run(stop.clone()));
        let families = Families::new(sandbox.clone(), calendar.clone(), invites, options.seed);
        Ok(Self {
            phrases,
            settings,
            store,
            calendar,
            ticker: Ticker::start(),
            organisation,
            sandbox,
            roster,
            families,
            educator: None,
            programme: theme::programme()?,
            theme_begins: None,
            agenda: None,
            ledger: Ledger::default(),
            folder,
            stop,
            planned,
            service,
        })
    }

    /// Where the phones are.
    pub fn page_url(&self) -> String {
        self.sandbox.page_url()
    }

    /// Runs until the service ends.
    pub async fn end(self) {
        self.stop.cancel();
        drop(self.service.await);
        self.families.end();
        self.sandbox.stop();
        self.store.close().await;
        drop(std::fs::remove_dir_all(&self.folder));
    }

    async fn turns_to(&mut self, local: DateTime, scene: &'static str) -> Result<(), DemoError> {
        self.calendar.turn_to(Moment::of_local(local, &self.organisation.time_zone));
        self.planned().await?;
        self.everybody_is_done(scene).await
    }

    /// Waits until the schedule has planned what is due now.
    async fn planned(&mut self) -> Result<(), DemoError> {
        let now = self.calendar.now();
        let end = self.ticker.elapsed() + SCENE;
        let until = self.planned.wait_for(|until| until.is_some_and(|until| until >= now));
        tokio::select! {
            planned = until => planned.map(drop).map_err(|_| DemoError::Stuck("the schedule")),
            () = self.ticker.until(end) => Err(DemoError::Stuck("the schedule")),
        }
    }

    /// Waits until every message has arrived and every family has reacted to what it got.
    async fn everybody_is_done(&self, scene: &'static str) -> Result<(), DemoError> {
        let end = self.ticker.elapsed() + SCENE;
        let mut quiet = 0;
        while quiet < 4 {
            if self.ticker.elapsed() > end {
                return Err(DemoError::Stuck(scene));
            }
            self.ticker.until(self.ticker.elapsed() + Duration::from_millis(40)).await;
            let still = self.families.are_idle()
                && school::is_quiet(&self.store, &self.organisation).await?;
            quiet = if still && self.sandbox.pending_updates().is_empty() { quiet + 1 } else { 0 };
        }
        Ok(())
    }
}
