//! Everything on this machine: a sandbox with phones, a temporary database, a sample school, and
//! simulated families who join, read, understand, ask, answer, block and stop by a seeded script.
//!
//! The service that runs here is the real one; only Telegram, the parents and the educator's thumbs are
//! not.

mod educator;
mod family;
mod post;
mod sample;
mod school;
mod stage;
mod theme;
mod truth;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, DateTime, Time, datetime};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::app::{ServeError, Service};
use crate::clock::{Calendar, Moment, Ticker};
use crate::language::Phrasebook;
use crate::library::{self, ProgrammeFolder};
use crate::participation::{Period, Record};
use crate::rhythm::{self, Went};
use crate::roster::{InviteKey, Organisation};
use crate::sandbox::{PhoneId, Sandbox};
use crate::settings::Settings;
use crate::store::Store;
use educator::Educator;
use family::Families;

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
        let day = self.calendar.now().local(&self.organisation.time_zone).date();
        let morning = day.tomorrow().unwrap_or(day).to_datetime(Time::constant(10, 30, 0, 0));
        self.turns_to(morning, "the next day").await
    }

    /// An educator opens the code of her work, and from now on works in the chat.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn educator_joins(&mut self) -> Result<(), DemoError> {
        let key = InviteKey::load_or_make(&self.settings.key_file)
            .map_err(|error| DemoError::Sample(error.to_string()))?;
        let (store, organisation, now) = (&self.store, &self.organisation, self.calendar.now());
        let begins = Educator::begins(store, &key, organisation, &self.sandbox, now);
        self.educator = Some(begins.await?);
        Ok(())
    }

    /// The educator replies to the questions on her phone. Returns how many.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn educator_replies(&mut self) -> Result<usize, DemoError> {
        let Some(educator) = &mut self.educator else { return Ok(0) };
        let count = educator.replies(&self.phrases).await?;
        // Her answers leave after the minute in which she can take them back.
        self.calendar.turn_to(self.calendar.now().after(Duration::from_secs(90)));
        self.planned().await?;
        self.everybody_is_done("the educator's answers").await?;
        Ok(count)
    }

    /// The starter programme is read in, and its themes begin next Monday: the educator starts one on her
    /// phone, the office one for the other location. Returns the plan that the educator saw.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn theme_starts(&mut self) -> Result<String, DemoError> {
        let now = self.calendar.now();
        let taken =
            library::take_in(&self.store, self.organisation.id, &self.programme, false, now);
        taken.await.map_err(|error| DemoError::Sample(error.to_string()))?;
        let monday = theme::monday_after(now.local(&self.organisation.time_zone).date());
        let plan = match &self.educator {
            Some(educator) if !educator.groups.is_empty() => {
                let title = school::dutch_title(&self.programme, theme::AT_HOME.theme);
                educator.starts_theme(&title, monday).await?
            }
            _ => String::new(),
        };
        let (store, when) = (&self.store, (monday, &self.settings.theme));
        theme::start(store, &self.organisation, theme::OUTSIDE, when, now).await?;
        self.theme_begins = Some(monday);
        self.everybody_is_done("starting the theme").await?;
        Ok(plan)
    }

    /// For how many weeks the theme runs.
    pub const fn theme_weeks() -> i64 {
        theme::WEEKS
    }

    /// One week of the theme: the moments at which something comes, each until everybody has reacted. In
    /// one of them the educator marks a picture book as read; her parents' questions she answers.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn theme_week(&mut self, week: i64) -> Result<(), DemoError> {
        let Some(monday) = self.theme_begins else { return Ok(()) };
        if week == theme::BOOK_WEEK {
            self.turns_to(theme::monday_morning(monday, week), "a Monday morning").await?;
            self.book_is_read().await?;
        }
        for moment in theme::moments(monday, week) {
            self.turns_to(moment, "a moment of the theme").await?;
        }
        self.educator_replies().await?;
        Ok(())
    }

    async fn book_is_read(&mut self) -> Result<(), DemoError> {
        let book = self.programme.books.iter().find(|book| book.slug == theme::BOOK);
        let (Some(book), Some(educator)) = (book, &self.educator) else { return Ok(()) };
        if let Some(group) = educator.groups.iter().find(|it| it.name == theme::BOOK_GROUP) {
            educator.has_read(&book.title, group).await?;
        }
        self.everybody_is_done("the link of a picture book").await
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
        Ok(self.compare(&records, &self.went().await?))
    }

    /// How each activity went, as staff see it.
    ///
    /// # Errors
    /// The database.
    pub async fn went(&self) -> Result<Vec<Went>, DemoError> {
        let whole = (Moment::from_millis(0), Moment::from_millis(i64::MAX));
        Ok(rhythm::went(&mut *self.store.read().await?, self.organisation.id, whole).await?)
    }

    /// Where these figures and the phones differ, and what is wrong on the phones themselves.
    pub fn compare(&self, records: &[Record], went: &[Went]) -> Vec<Difference> {
        let school = truth::School {
            rows: sample::rows(&self.roster),
            zone: self.organisation.time_zone.clone(),
            programme: &self.programme,
            theme_begins: self.theme_begins,
            now: self.calendar.now(),
            answers_by_reply: self.educator.as_ref().map_or(0, Educator::answers),
        };
        truth::compare(records, went, &self.families, &self.sandbox, &school)
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
            self.ticker.until(self.ticker.elapsed() + Duration::from_millis(60)).await;
            let still = self.families.are_idle()
                && school::is_quiet(&self.store, &self.organisation).await?;
            quiet = if still && self.sandbox.pending_updates().is_empty() { quiet + 1 } else { 0 };
        }
        Ok(())
    }
}
