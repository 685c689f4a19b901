//! One phone on which a mother talks with two bots. Telegram gives a private chat the same id with
//! every bot, so each bot has a sandbox of its own in which her phone has the same number.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use thuispost::clock::{Calendar, Moment, Ticker};
use thuispost::language::{HomeLanguage, Phrasebook};
use thuispost::mailing::{self, Missing, Order, folder};
use thuispost::outbox::{self, Deliverer, Limits, Rooms};
use thuispost::privacy::Journal;
use thuispost::roster::{self, ImportOptions, InviteKey, NewOrganisation, Organisation};
use thuispost::sandbox::{Options, Person, PhoneId, Sandbox};
use thuispost::settings::{QuietHours, Secret, Settings};
use thuispost::telegram::{self, Api, Handler, Link, Listener, TelegramCarrier};
use thuispost::{privacy, rhythm};
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use super::rows::Rows;
use super::{MARKS, holds};
use crate::suite::database::TestDatabase;
use crate::suite::school::{HEADER, PATIENCE, PNG, settings};

/// The bot of one organisation, and the phone as this bot knows it.
pub struct Bot {
    pub organisation: Organisation,
    pub sandbox: Sandbox,
    pub phone: PhoneId,
    settings: Settings,
}

/// Both bots on one database.
pub struct SharedPhone {
    pub rooms: Rooms,
    pub regenboog: Bot,
    pub zonnebloem: Bot,
    database: TestDatabase,
    stop: CancellationToken,
}

impl SharedPhone {
    /// Both bots listen. It is Monday 23 November 2026, half past nine. The organisation that is
    /// made first has the lower numbers.
    pub async fn between(first: &str, regenboog: &str, zonnebloem: &str) -> Self {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let monday = jiff::civil::datetime(2026, 11, 23, 9, 30, 0, 0);
        let calendar = Calendar::standing_at(Moment::of_local(monday, &zone));
        let database = TestDatabase::new().await;
        let rooms = Rooms {
            store: database.store.clone(),
            phrases: Arc::new(Phrasebook::load().unwrap()),
            calendar,
            ticker: Ticker::start(),
        };
        let make = async |name, rows| Bot::made(&database, &rooms, name, rows).await;
        let (regenboog, zonnebloem) = if first == "Regenboog" {
            let regenboog = make("Regenboog", regenboog).await;
            (regenboog, make("Zonnebloem", zonnebloem).await)
        } else {
            let zonnebloem = make("Zonnebloem", zonnebloem).await;
            (make("Regenboog", regenboog).await, zonnebloem)
        };
        assert_eq!(regenboog.phone.chat(), zonnebloem.phone.chat(), "it is one phone");
        let stop = CancellationToken::new();
        for bot in [&regenboog, &zonnebloem] {
            bot.opens(&rooms, &stop);
        }
        Self { rooms, regenboog, zonnebloem, database, stop }
    }

    /// Waits until both bots have nothing to do.
    pub async fn settles(&self) {
        let ticker = self.rooms.ticker;
        let (end, mut quiet) = (ticker.elapsed() + PATIENCE, 0);
        while quiet < 3 {
            assert!(ticker.elapsed() < end, "never quiet");
            ticker.until(ticker.elapsed() + Duration::from_millis(10)).await;
            let busy = self.regenboog.left_to_do(&self.rooms).await
                + self.zonnebloem.left_to_do(&self.rooms).await;
            quiet = if busy == 0 { quiet + 1 } else { 0 };
        }
    }

    /// Where erasures are noted.
    pub fn journal(&self) -> Journal {
        Journal::at(&self.database.folder.path().join("both.erasures"))
    }

    /// What the service does at each beat, for all organisations at once.
    pub async fn beats(&self) {
        let (store, now) = (&self.rooms.store, self.rooms.calendar.now());
        outbox::release_due(store, now).await.unwrap();
        outbox::release_paused(store, now).await.unwrap();
        rhythm::plan(store, QuietHours::NONE, now).await.unwrap();
        telegram::tidy_updates(store, now).await.unwrap();
        privacy::forget_families_that_left(store, &self.journal(), 6, now).await.unwrap();
        self.settles().await;
    }

    /// Turns the calendar, and lets what is due then come.
    pub async fn turns_to(&self, local: DateTime) {
        let zone = &self.regenboog.organisation.time_zone;
        self.rooms.calendar.turn_to(Moment::of_local(local, zone));
        self.beats().await;
    }

    /// A letter with a check-in and with a page behind "read more", all of it with a mark.
    pub async fn sends_letter(&self, bot: &Bot, mark: &str) {
        let path = self.database.folder.path().join(mark).join("water");
        std::fs::create_dir_all(&path).unwrap();
        let page = format!("{mark} {}", "Wij spelen met water. ".repeat(24));
        let text = format!("# Water {mark}\n\n![Een teil](picture.png)\n\n{page}\n\n{page}\n");
        std::fs::write(path.join("nl.md"), text).unwrap();
        std::fs::write(path.join("picture.png"), PNG).unwrap();
        let folder = folder::read(&path).unwrap();
        let (now, owner) = (self.rooms.calendar.now(), &bot.organisation);
        let mut write = self.rooms.store.write().await.unwrap();
        let order = Order {
            groups: vec![roster::find_group(&mut write, owner.id, "Vlinders").await.unwrap()],
            missing: Some(Missing::Dutch),
            release_at: now,
            check_in_after: Some(Duration::from_secs(24 * 3_600)),
        };
        let approved =
            mailing::approve(&self.rooms.store, &mut write, owner, &folder, &order, now).await;
        let letter = approved.unwrap().letter.id;
        outbox::release_now(&mut write, letter, owner.id.raw(), now).await.unwrap();
        write.commit().await.unwrap();
        self.settles().await;
    }

    /// The code on a carer's letter.
    pub async fn code_of(&self, bot: &Bot, carer: &str) -> String {
        let key = InviteKey::load_or_make(&bot.settings.key_file).unwrap();
        let all = roster::Selection { renew: true, ..roster::Selection::default() };
        let now = self.rooms.calendar.now();
        let invites = roster::invites(&self.rooms.store, &key, &bot.organisation, all, now).await;
        let invites = invites.unwrap();
        invites.iter().find(|it| it.carer_name == carer).unwrap().code.reveal().to_owned()
    }

    /// All that is an organisation's.
    pub async fn rows_of(&self, bot: &Bot) -> Rows {
        Rows::of(&self.rooms.store, bot.organisation.id.raw()).await
    }

    /// The number of a thing, in the words of the database.
    pub async fn number(&self, sql: String) -> i64 {
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql));
        query.fetch_one(&mut *self.rooms.store.read().await.unwrap()).await.unwrap()
    }

    /// Changes rows directly.
    pub async fn does(&self, sql: String) {
        let mut write = self.rooms.store.write().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *write).await.unwrap();
        write.commit().await.unwrap();
    }
}

impl Drop for SharedPhone {
    fn drop(&mut self) {
        self.stop.cancel();
        self.regenboog.sandbox.stop();
        self.zonnebloem.sandbox.stop();
    }
}

impl Bot {
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    async fn made(database: &TestDatabase, rooms: &Rooms, name: &str, rows: &str) -> Self {
        let options = Options::new(rooms.calendar.clone());
        let sandbox = Sandbox::start(SocketAddr::from(([127, 0, 0, 1], 0)), options).await.unwrap();
        sandbox.add_bot(&token(name), &format!("{}_bot", name.to_lowercase()));
        let person = Person {
            name: "Fatima".to_owned(),
            app_language: "nl".to_owned(),
            note: String::new(),
        };
        let phone = sandbox.add_phone(person);
        let settings = settings(database, &sandbox.url(), &[]);
        let variable = format!("{}_TOKEN", name.to_uppercase());
        let new = NewOrganisation {
            name,
            time_zone: settings.zone(),
            language: HomeLanguage::DUTCH,
            token_env: &variable,
        };
        let now = rooms.calendar.now();
        let organisation = roster::create_organisation(&rooms.store, &new, now).await.unwrap();
        let import =
            ImportOptions { settings: &settings, organisation: Some(name), dry_run: false, now };
        let file = format!("{HEADER}\n{rows}\n").into_bytes();
        roster::import(&rooms.store, file, &import).await.unwrap();
        Self { organisation, sandbox, phone, settings }
    }

    /// Listens, answers and sends until `stop`.
    fn opens(&self, rooms: &Rooms, stop: &CancellationToken) {
        let (stored, queued) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let token = Secret::new(token(&self.organisation.name));
        let api = Api::new(&self.sandbox.url(), token, Duration::from_secs(5)).unwrap();
        let listener = Listener {
            api: api.clone(),
            store: rooms.store.clone(),
            organisation: self.organisation.id,
            calendar: rooms.calendar.clone(),
            ticker: rooms.ticker,
            wake: Arc::clone(&stored),
            link: watch::Sender::new(Link::Unknown),
        };
        let handler = Handler::new(
            rooms.clone(),
            &self.settings,
            self.organisation.clone(),
            api.clone(),
            stored,
            Arc::clone(&queued),
        );
        let limits = Limits {
            per_second: None,
            in_flight: 4,
            quiet_hours: QuietHours::NONE,
            time_zone: self.organisation.time_zone.clone(),
        };
        let carrier = Arc::new(TelegramCarrier::new(api));
        let deliverer =
            Deliverer::new(rooms.clone(), self.organisation.id, carrier, limits, queued);
        tokio::spawn(listener.run(stop.clone()));
        tokio::spawn(handler.run(stop.clone()));
        tokio::spawn(deliverer.run(stop.clone()));
    }

    async fn left_to_do(&self, rooms: &Rooms) -> i64 {
        let mut read = rooms.store.read().await.unwrap();
        let rows = outbox::waiting(&mut read, self.organisation.id).await.unwrap();
        // What a person wrote, or news of a meeting, for a later moment of this calendar.
        let later: i64 = sqlx::query_scalar(
            "select count(*) from deliveries where state = 'waiting' and attempts = 0 and priority <= 1
               and (payload is not null or mailing_id in (select id from mailings where meeting_id is not null))
               and organisation_id = $1 and not_before > $2",
        )
        .bind(self.organisation.id.raw())
        .bind(rooms.calendar.now().millis())
        .fetch_one(&mut *read)
        .await
        .unwrap();
        let updates = telegram::unapplied(&mut read, self.organisation.id).await.unwrap();
        rows - later + updates + i64::try_from(self.sandbox.pending_updates().len()).unwrap()
    }

    /// The newest button whose data begins so: its message and its whole data.
    pub fn button(&self, data: &str) -> (i32, String) {
        let phone = self.sandbox.phone(self.phone);
        let found = phone.messages.iter().rev().find_map(|bubble| {
            let all = bubble.buttons.iter().flatten().filter_map(|button| button.data.clone());
            all.into_iter().find(|it| it.starts_with(data)).map(|data| (bubble.message_id, data))
        });
        found.unwrap_or_else(|| panic!("no button {data} on the phone:\n{}", self.shown()))
    }

    /// Everything that stands on the phone: words, labels, and what was shown for a moment.
    pub fn shown(&self) -> String {
        let phone = self.sandbox.phone(self.phone);
        let mut lines = Vec::new();
        for bubble in &phone.messages {
            let labels: Vec<&str> =
                bubble.buttons.iter().flatten().map(|button| button.label.as_str()).collect();
            let who = if bubble.from_bot { "bot" } else { "me" };
            lines.push(format!("{who}: {} [{}]", bubble.text, labels.join("] [")));
        }
        lines.extend(phone.toasts.iter().map(|toast| format!("toast: {}", toast.text)));
        lines.extend(phone.keyboard);
        lines.join("\n")
    }

    /// Marks of Zonnebloem that stand on the phone.
    pub fn shows_marks(&self) -> bool {
        holds(&self.shown(), &MARKS)
    }

    /// The newest thing the bot said.
    pub fn last(&self) -> String {
        let messages = self.sandbox.phone(self.phone).messages;
        messages.into_iter().rfind(|bubble| bubble.from_bot).map(|it| it.text).unwrap_or_default()
    }

    /// How many things the bot said.
    pub fn count(&self) -> usize {
        self.sandbox.phone(self.phone).messages.iter().filter(|bubble| bubble.from_bot).count()
    }
}

fn token(name: &str) -> String {
    format!("987654321:{name}-token")
}
