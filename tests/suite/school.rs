//! A whole school for one test: the real service on a test database, phones on the sandbox, and
//! staff who do what the command line does.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::DateTime;
use thuispost::app::{ServeError, Service};
use thuispost::clock::{Calendar, Moment, Ticker};
use thuispost::language::Phrasebook;
use thuispost::mailing::folder;
use thuispost::mailing::{self, ApproveError, Approved, Missing, Order};
use thuispost::roster::{self, ImportOptions, Invite, InviteKey, Organisation, Selection};
use thuispost::sandbox::{BotId, Bubble, Options, Person, Phone, PhoneId, Sandbox};
use thuispost::settings::{QuietHours, Settings};
use thuispost::store::Store;
use thuispost::{outbox, telegram};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::database::TestDatabase;

/// The bot's token; nothing that is logged may hold it.
pub const TOKEN: &str = "987654321:very-secret-token";

/// The header of a roster file.
pub const HEADER: &str =
    "location,phone,group,family,household,child,starts,leaves,carer,language,second_language";

/// How long anything may take on a slow machine before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A school with its bot and its parents' phones.
pub struct School {
    pub database: TestDatabase,
    pub store: Store,
    pub sandbox: Sandbox,
    pub calendar: Calendar,
    pub phrases: Arc<Phrasebook>,
    pub organisation: Organisation,
    pub settings: Settings,
    /// Its bot, and the token of it.
    pub bot: BotId,
    pub token: String,
    pub(super) phones: BTreeMap<String, PhoneId>,
    pub(super) ticker: Ticker,
    pub(super) service: Option<(CancellationToken, JoinHandle<Result<(), ServeError>>)>,
}

impl School {
    /// A school with these roster rows (see [`HEADER`]), its service running. It is Monday
    /// 23 November 2026, half past nine, and the calendar stands still.
    pub async fn opens(rows: &str) -> Self {
        let mut school = Self::closed(rows).await;
        school.begins_service().await;
        school
    }

    /// The same, the service not running yet.
    pub async fn closed(rows: &str) -> Self {
        let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
        let monday = jiff::civil::datetime(2026, 11, 23, 9, 30, 0, 0);
        let calendar = Calendar::standing_at(Moment::of_local(monday, &zone));
        let mut school = Self::with(rows, Options::new(calendar)).await;
        school.settings.quiet_hours =
            settings(&school.database, &school.sandbox.url(), &[]).quiet_hours;
        school
    }

    /// The same with a sandbox of one's own making; its calendar is the school's. No hour is quiet:
    /// it may be night where the test runs.
    pub async fn with(rows: &str, options: Options) -> Self {
        Self::on(TestDatabase::new().await, rows, options).await
    }

    /// The same on this database.
    pub async fn on(database: TestDatabase, rows: &str, options: Options) -> Self {
        let calendar = options.calendar.clone();
        let sandbox = Sandbox::start(SocketAddr::from(([127, 0, 0, 1], 0)), options).await.unwrap();
        let bot = sandbox.add_bot(TOKEN, "regenboog_bot");
        let settings =
            Settings { quiet_hours: QuietHours::NONE, ..settings(&database, &sandbox.url(), &[]) };
        let store = database.store.clone();
        let import = ImportOptions {
            settings: &settings,
            organisation: None,
            dry_run: false,
            now: calendar.now(),
        };
        roster::import(&store, format!("{HEADER}\n{rows}\n").into_bytes(), &import).await.unwrap();
        let organisation =
            roster::the_only_organisation(&mut store.read().await.unwrap()).await.unwrap();
        Self {
            store,
            sandbox,
            calendar,
            phrases: Arc::new(Phrasebook::load().unwrap()),
            organisation,
            settings,
            bot,
            token: TOKEN.to_owned(),
            phones: BTreeMap::new(),
            ticker: Ticker::start(),
            service: None,
            database,
        }
    }

    /// The service starts (again).
    pub async fn begins_service(&mut self) {
        let service = Service::prepare(
            self.settings.clone(),
            // The service closes its store at its end; the school keeps looking into its own.
            Store::open(&self.database.url).await.unwrap(),
            Arc::clone(&self.phrases),
            self.calendar.clone(),
        );
        let service = service.await.unwrap();
        let stop = CancellationToken::new();
        let running = tokio::spawn(service.run(stop.clone()));
        self.service = Some((stop, running));
    }

    /// The service is asked to end, as by SIGTERM, and ends.
    pub async fn ends_service(&mut self) {
        if let Some((stop, running)) = self.service.take() {
            stop.cancel();
            running.await.unwrap().unwrap();
        }
    }

    /// Invitations of everybody who has not joined.
    pub async fn invites(&self) -> Vec<Invite> {
        let key = InviteKey::load_or_make(&self.settings.key_file).unwrap();
        let all = Selection::default();
        roster::invites(&self.store, &key, &self.organisation, all, self.calendar.now())
            .await
            .unwrap()
    }

    /// The code on the letter of a carer who has not joined.
    pub async fn code_of(&self, carer: &str) -> String {
        let invites = self.invites().await;
        invites.iter().find(|it| it.carer_name == carer).unwrap().code.reveal().to_owned()
    }

    /// The phone of a carer (or of anybody), made at first use; the app's language may differ from
    /// the carer's.
    pub fn phone_of(&mut self, name: &str, app_language: &str) -> PhoneId {
        let person = Person {
            name: name.to_owned(),
            app_language: app_language.to_owned(),
            note: String::new(),
        };
        let sandbox = &self.sandbox;
        *self
            .phones
            .entry(name.to_owned())
            .or_insert_with(|| sandbox.add_phone_of(self.bot, person))
    }

    /// What is on a phone now.
    pub fn phone(&self, name: &str) -> Phone {
        self.sandbox.phone(self.phones[name])
    }

    /// The id of a phone that was used before.
    pub fn id(&self, name: &str) -> PhoneId {
        self.phones[name]
    }

    /// The carer opens the code on the letter, chooses the roster's language and says yes.
    pub async fn joins(&mut self, carer: &str) -> PhoneId {
        let invite = self.invites().await.into_iter().find(|it| it.carer_name == carer).unwrap();
        let phone = self.phone_of(carer, invite.language.tag());
        self.sandbox.presses_start(phone, Some(invite.code.reveal())).unwrap();
        self.settles().await;
        self.presses(carer, &format!("j.l.{}", invite.language)).await;
        self.presses(carer, "j.yes").await;
        phone
    }

    /// Presses the newest button whose data begins so, and waits until everything is quiet.
    pub async fn presses(&self, name: &str, data: &str) {
        let (message, data) = self.button(name, data);
        self.sandbox.presses(self.phones[name], message, &data).unwrap();
        self.settles().await;
    }

    /// The newest button whose data begins so: its message and its whole data.
    pub fn button(&self, name: &str, data: &str) -> (i32, String) {
        let phone = self.phone(name);
        let found = phone.messages.iter().rev().find_map(|bubble| {
            let buttons = bubble.buttons.iter().flatten().filter_map(|button| button.data.clone());
            buttons
                .into_iter()
                .find(|it| it.starts_with(data))
                .map(|data| (bubble.message_id, data))
        });
        found.unwrap_or_else(|| {
            panic!("no button {data} on the phone of {name}:\n{}", self.told(name))
        })
    }

    /// Types, and waits until everything is quiet.
    pub async fn types(&self, name: &str, text: &str) {
        self.sandbox.types(self.phones[name], text).unwrap();
        self.settles().await;
    }

    /// Everything the bot said on a phone so far, oldest first.
    pub fn bubbles(&self, name: &str) -> Vec<Bubble> {
        self.phone(name).messages.into_iter().filter(|bubble| bubble.from_bot).collect()
    }

    /// The newest thing the bot said.
    pub fn last(&self, name: &str) -> Bubble {
        self.bubbles(name).pop().unwrap()
    }

    /// The whole chat as text, for snapshots: who said what, and the labels of the buttons.
    pub fn told(&self, name: &str) -> String {
        let lines = self.phone(name).messages.into_iter().map(|bubble| {
            let who = if bubble.from_bot { "bot" } else { "me" };
            let picture = match (&bubble.photo, &bubble.voice) {
                (Some(_), _) => "(picture) ",
                (_, Some(_)) => "(voice) ",
                _ => "",
            };
            let rows = bubble.buttons.iter().map(|row| {
                let labels: Vec<String> =
                    row.iter().map(|button| format!("[{}]", button.label)).collect();
                format!("\n    {}", labels.join(" "))
            });
            format!("{who}: {picture}{}{}", bubble.text, rows.collect::<String>())
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Writes a letter folder: `letter.toml` and one Markdown file per language.
    pub fn writes_letter(&self, slug: &str, toml: &str, texts: &[(&str, &str)]) -> PathBuf {
        let folder = self.database.folder.path().join(slug);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("letter.toml"), toml).unwrap();
        for (language, text) in texts {
            std::fs::write(folder.join(format!("{language}.md")), text).unwrap();
        }
        std::fs::write(folder.join("picture.png"), PNG).unwrap();
        folder
    }

    /// Sends a folder to groups now, as `letter send` does, and waits until everything is quiet.
    pub async fn sends(
        &self,
        folder: &std::path::Path,
        groups: &[&str],
        missing: Option<Missing>,
    ) -> Result<Approved, ApproveError> {
        let approved = self.approves(folder, groups, missing).await?;
        self.settles().await;
        Ok(approved)
    }

    /// The same without waiting.
    pub async fn approves(
        &self,
        folder: &std::path::Path,
        groups: &[&str],
        missing: Option<Missing>,
    ) -> Result<Approved, ApproveError> {
        let folder = folder::read(folder).unwrap();
        let now = self.calendar.now();
        let mut write = self.store.write().await.unwrap();
        let mut found = Vec::new();
        for group in groups {
            found.push(roster::find_group(&mut write, self.organisation.id, group).await.unwrap());
        }
        let check_in_after = folder.check_in.then_some(Duration::from_secs(24 * 3_600));
        let order = Order { groups: found, missing, release_at: now, check_in_after };
        let approved =
            mailing::approve(&self.store, &mut write, &self.organisation, &folder, &order, now)
                .await?;
        outbox::release_now(&mut write, approved.letter.id, self.organisation.id.raw(), now)
            .await
            .unwrap();
        write.commit().await.unwrap();
        Ok(approved)
    }

    /// Turns the calendar, and waits until what is due has come.
    pub async fn turns_to(&self, local: DateTime) {
        self.calendar.turn_to(Moment::of_local(local, &self.organisation.time_zone));
        // The service looks every second for what is due.
        self.ticker.until(self.ticker.elapsed() + Duration::from_millis(1_300)).await;
        self.settles().await;
    }

    /// Waits until every update has had its effect and every message has left.
    pub async fn settles(&self) {
        let end = self.ticker.elapsed() + PATIENCE;
        let mut quiet = 0;
        while quiet < 3 {
            assert!(self.ticker.elapsed() < end, "never quiet; {}", self.standing().await);
            self.ticker.until(self.ticker.elapsed() + Duration::from_millis(15)).await;
            let is_quiet = self.sandbox.pending_updates().is_empty() && self.unsettled().await == 0;
            quiet = if is_quiet { quiet + 1 } else { 0 };
        }
    }

    /// Messages waiting or on their way, and updates without effect; not what is for a later moment of
    /// this calendar, or what waits for the morning of staff.
    pub async fn unsettled(&self) -> i64 {
        let mut read = self.store.read().await.unwrap();
        let later = sqlx::query_scalar::<_, i64>(
            "select count(*) from deliveries where state = 'waiting' and attempts = 0
               and ((priority = 2 and not_before > $1)
                    or (priority = 1 and payload is not null
                        and (not_before > $1 or (carer_id = 0 and $2 = 1)))
                    or (priority <= 1 and mailing_id in (select id from mailings where meeting_id is not null)
                        and (not_before > $1 or (priority = 1 and $2 = 1))))",
        );
        let now = self.calendar.now();
        let time = now.local(&self.organisation.time_zone).time();
        let is_night = self.settings.quiet_hours.hold(time);
        let later = later.bind(now.millis()).bind(i64::from(is_night));
        let later = later.fetch_one(&mut *read).await.unwrap();
        let waiting = outbox::waiting(&mut read, self.organisation.id).await.unwrap();
        waiting - later + telegram::unapplied(&mut read, self.organisation.id).await.unwrap()
    }

    async fn standing(&self) -> String {
        format!(
            "{} unsettled, {} updates pending",
            self.unsettled().await,
            self.sandbox.pending_updates().len()
        )
    }

    /// How many rows a query counts.
    pub async fn counts(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&mut *self.store.read().await.unwrap()).await.unwrap()
    }

    /// The one text column of a query, row by row.
    pub async fn reads(&self, sql: &str) -> Vec<String> {
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned()));
        query.fetch_all(&mut *self.store.read().await.unwrap()).await.unwrap()
    }

    /// Changes rows directly, for what no verb can bring about.
    pub async fn does(&self, sql: &str) {
        let mut write = self.store.write().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut *write).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Where a letter stands with a carer: the state of its first message, and the reason if there
    /// is one.
    pub async fn stands(&self, letter: &str, carer: &str) -> String {
        let rows = format!(
            "select d.state || case when d.reason is null then '' else ' ' || d.reason end
             from deliveries d join carers c on c.id = d.carer_id join mailings m on m.id = d.mailing_id
             where m.label = '{letter}' and c.name = '{carer}' and d.part = 0"
        );
        self.reads(&rows).await.pop().unwrap_or_else(|| "nothing".to_owned())
    }

    /// Plans a folder for later, as `letter send --at` does.
    pub async fn plans(&self, folder: &std::path::Path, group: &str, local: DateTime) -> Approved {
        let folder = folder::read(folder).unwrap();
        let now = self.calendar.now();
        let mut write = self.store.write().await.unwrap();
        let group = roster::find_group(&mut write, self.organisation.id, group).await.unwrap();
        let release_at = Moment::of_local(local, &self.organisation.time_zone);
        let order = Order { groups: vec![group], missing: None, release_at, check_in_after: None };
        let approved =
            mailing::approve(&self.store, &mut write, &self.organisation, &folder, &order, now);
        let approved = approved.await.unwrap();
        write.commit().await.unwrap();
        approved
    }

    /// A carer joins on the phone of another carer, who has joined before.
    pub async fn joins_on_the_phone_of(&self, owner: &str, carer: &str) {
        let code = self.code_of(carer).await;
        self.sandbox.presses_start(self.phones[owner], Some(&code)).unwrap();
        self.settles().await;
        self.presses(owner, "j.yes").await;
    }
}

impl Drop for School {
    fn drop(&mut self) {
        if let Some((stop, _)) = &self.service {
            stop.cancel();
        }
        self.sandbox.stop();
    }
}

/// Settings of a service on this database and this Bot API.
pub fn settings(database: &TestDatabase, api_url: &str, more: &[(&str, &str)]) -> Settings {
    let key_file = database.folder.path().join("test.key").display().to_string();
    let erasures = database.folder.path().join("test.erasures").display().to_string();
    let values = [
        ("TELOXIDE_TOKEN", TOKEN),
        ("TELOXIDE_API_URL", api_url),
        ("DATABASE_URL", database.url.as_str()),
        ("THUISPOST_ORGANISATION", "De Regenboog"),
        ("THUISPOST_KEY_FILE", key_file.as_str()),
        ("THUISPOST_ERASURES_FILE", erasures.as_str()),
        ("THUISPOST_HTTP_ADDR", "127.0.0.1:0"),
        ("THUISPOST_HTTP_TIMEOUT", "2"),
        ("THUISPOST_PER_SECOND", "0"),
    ];
    let values =
        values.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Settings::read(&values.collect()).unwrap()
}

/// A picture that Telegram takes.
pub const PNG: &[u8] = include_bytes!("../../src/app/demo/sample/letters/water/water.png");
