//! Everything on this machine: a sandbox with phones, a temporary database, a sample school, and
//! simulated families who join, read, understand, ask, answer, block and stop by a seeded script.
//!
//! The service that runs here is the real one; only Telegram and the parents are not.

mod family;
mod school;
mod truth;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Time, datetime};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::app::{ServeError, Service};
use crate::clock::{Calendar, Moment, Ticker};
use crate::language::Phrasebook;
use crate::participation::{Period, Record};
use crate::roster::Organisation;
use crate::sandbox::{Limits, Options, PhoneId, Sandbox};
use crate::settings::Settings;
use crate::store::Store;
use family::Families;

pub use truth::Difference;

/// The demo's bot.
const TOKEN: &str = "100200300:demo";
const USERNAME: &str = "thuispost_demo_bot";
/// The demo begins on this Monday morning, whatever the day outside.
const BEGINS: jiff::civil::DateTime = datetime(2026, 11, 23, 9, 30, 0, 0);
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
    store: Store,
    calendar: Calendar,
    ticker: Ticker,
    organisation: Organisation,
    sandbox: Sandbox,
    families: Families,
    folder: PathBuf,
    stop: CancellationToken,
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
        let folder = make_folder()?;
        let settings = settings(&folder)?;
        let calendar = Calendar::system();
        calendar.turn_to(Moment::of_local(BEGINS, &settings.zone()));
        let sandbox = open_sandbox(&options, &calendar).await?;
        let settings = Settings { api_url: sandbox.url(), ..settings };
        let store = Store::open(settings.database_url.reveal()).await?;
        let invites = school::import(&store, &settings, options.families, calendar.now()).await?;
        let organisation = school::organisation(&store).await?;
        let service =
            Service::prepare(settings, store.clone(), Arc::clone(&phrases), calendar.clone())
                .await?;
        let stop = CancellationToken::new();
        let service = tokio::spawn(service.run(stop.clone()));
        let ticker = Ticker::start();
        let families = Families::new(sandbox.clone(), invites, options.seed);
        Ok(Self {
            phrases,
            store,
            calendar,
            ticker,
            organisation,
            sandbox,
            families,
            folder,
            stop,
            service,
        })
    }

    /// Where the phones are.
    pub fn page_url(&self) -> String {
        self.sandbox.page_url()
    }

    /// The families open the code on their letter.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn families_join(&mut self) -> Result<(), DemoError> {
        self.families.begin();
        self.everybody_is_done("joining").await
    }

    /// Staff send the sample theme letter to all three groups; families read it and react.
    ///
    /// # Errors
    /// The sample is broken, or the story stands still.
    pub async fn letter_goes_home(&mut self) -> Result<(), DemoError> {
        school::send_letter(&self.store, &self.organisation, &self.folder, self.calendar.now())
            .await?;
        self.everybody_is_done("reading the letter").await
    }

    /// Staff answer every open question.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn staff_answer(&mut self) -> Result<usize, DemoError> {
        let now = self.calendar.now();
        let count =
            school::answer_questions(&self.store, &self.phrases, &self.organisation, now).await?;
        self.everybody_is_done("answering questions").await?;
        Ok(count)
    }

    /// Staff give a printed copy to some whom the letter did not reach.
    ///
    /// # Errors
    /// The database.
    pub async fn copies_are_handed_over(&mut self, most: usize) -> Result<usize, DemoError> {
        let given =
            school::hand_over(&self.store, &self.organisation, most, self.calendar.now()).await?;
        let count = given.len();
        self.families.got_on_paper(given);
        Ok(count)
    }

    /// The calendar turns to the next day, half past ten; what is due then comes and is answered.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn next_day(&mut self) -> Result<(), DemoError> {
        let zone = &self.organisation.time_zone;
        let day = self.calendar.now().local(zone).date();
        let morning = day.tomorrow().unwrap_or(day).to_datetime(Time::constant(10, 30, 0, 0));
        self.calendar.turn_to(Moment::of_local(morning, zone));
        // The service looks every second for what is due.
        self.ticker.until(self.ticker.elapsed() + Duration::from_millis(2_500)).await;
        self.everybody_is_done("the next day").await
    }

    /// The report of the database.
    ///
    /// # Errors
    /// The database.
    pub async fn report(&self) -> Result<(Vec<Record>, Period), DemoError> {
        school::report(&self.store, &self.organisation, self.calendar.now()).await
    }

    /// Where the report and the phones differ. Nothing, if all is well.
    ///
    /// # Errors
    /// The database.
    pub async fn differences(&self) -> Result<Vec<Difference>, DemoError> {
        let (records, _) = self.report().await?;
        Ok(truth::compare(&records, &self.families, &self.sandbox))
    }

    /// What the story consisted of, in numbers: phones, messages on them, 429s.
    pub fn numbers(&self) -> (usize, usize, usize) {
        let requests = self.sandbox.requests();
        let accepted =
            requests.iter().filter(|it| it.accepted && it.method.starts_with("send")).count();
        let too_fast = requests.iter().filter(|it| it.status == Some(429)).count();
        (self.families.phones().count(), accepted, too_fast)
    }

    /// Phones of carers who have not opened their code, with the link on their letter.
    pub fn still_to_join(&self) -> Vec<(PhoneId, String)> {
        self.families.still_to_join()
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

    /// Waits until every message has arrived and every family has reacted to what it got.
    async fn everybody_is_done(&self, scene: &'static str) -> Result<(), DemoError> {
        let end = self.ticker.elapsed() + SCENE;
        let mut quiet = 0;
        while quiet < 4 {
            if self.ticker.elapsed() > end {
                return Err(DemoError::Stuck(scene));
            }
            self.ticker.until(self.ticker.elapsed() + Duration::from_millis(60)).await;
            let still = self.families.are_idle()
                && school::is_quiet(&self.store, &self.organisation).await?;
            quiet = if still && self.sandbox.pending_updates().is_empty() { quiet + 1 } else { 0 };
        }
        Ok(())
    }
}

fn make_folder() -> Result<PathBuf, DemoError> {
    let mut bytes = [0; 6];
    getrandom::fill(&mut bytes).map_err(|error| DemoError::Folder(error.into()))?;
    let name: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = std::env::temp_dir().join(format!("thuispost-demo-{name}"));
    std::fs::create_dir(&folder).map_err(DemoError::Folder)?;
    Ok(folder)
}

/// The demo's own settings: nothing of the environment reaches it.
fn settings(folder: &std::path::Path) -> Result<Settings, DemoError> {
    let file = |name: &str| folder.join(name).display().to_string();
    let values = [
        ("TELOXIDE_TOKEN", TOKEN.to_owned()),
        ("DATABASE_URL", format!("sqlite://{}", file("demo.db"))),
        ("THUISPOST_KEY_FILE", file("demo.key")),
        ("THUISPOST_ERASURES_FILE", file("demo.erasures")),
        ("THUISPOST_HTTP_ADDR", "127.0.0.1:0".to_owned()),
    ];
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Settings::read(&values).map_err(|problems| DemoError::Sample(problems.to_string()))
}

async fn open_sandbox(options: &DemoOptions, calendar: &Calendar) -> Result<Sandbox, DemoError> {
    let like_telegram = Options {
        limits: Limits::telegram(),
        latency: Duration::from_millis(20),
        ..Options::new(calendar.clone())
    };
    let address = SocketAddr::from(([127, 0, 0, 1], options.port));
    let sandbox = Sandbox::start(address, like_telegram)
        .await
        .map_err(|error| DemoError::Port(options.port, error))?;
    sandbox.add_bot(TOKEN, USERNAME);
    Ok(sandbox)
}
