//! Everything there is in a sandbox: bots, phones, groups, and the log of requests.
//!
//! Plain data behind one lock: nothing here waits, and nothing here speaks HTTP.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use super::bot::{Bot, BotId};
use super::document::Document;
use super::faults::Faults;
use super::limits::Limits;
use super::phone::{Group, Person, Phone, PhoneId};
use super::picture::Picture;
use super::shuffling::Shuffling;
use super::voice::Voice;
use crate::clock::{Calendar, Moment, Ticker};

/// Fixed beginnings, so that every run of the same story has the same ids.
const FIRST_PHONE: i64 = 500_001;
const FIRST_BOT: i64 = 7_000_001;
const FIRST_UPDATE: i64 = 810_000_001;
const FIRST_QUERY: i64 = 4_000_000_001;
const FIRST_GROUP: i64 = -100_001;

const PATIENCE: Duration = Duration::from_secs(10);

/// A request as it reached the Bot API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The bot, if the token was known.
    pub bot: Option<BotId>,
    /// The method as it was written in the address.
    pub method: String,
    /// The chat that it was about.
    pub chat: Option<i64>,
    /// When it came, since the sandbox started.
    pub tick: Duration,
    /// The HTTP status of the answer; `None`: not answered (yet).
    pub status: Option<u16>,
    /// Whether what was asked was done, also if the answer got lost.
    pub accepted: bool,
    /// How long the answer told the bot to wait, if it did and in a way that makes sense.
    pub retry_after: Option<Duration>,
}

/// A press that waits for its answer.
pub(super) struct Query {
    pub(super) bot: BotId,
    pub(super) phone: PhoneId,
    pub(super) message_id: i32,
}

/// The inside of a sandbox, to look at.
pub struct World {
    pub(super) calendar: Calendar,
    pub(super) ticker: Ticker,
    pub(super) limits: Limits,
    /// In the order in which they were added.
    pub(super) bots: Vec<Bot>,
    pub(super) phones: BTreeMap<PhoneId, Phone>,
    pub(super) groups: Vec<Group>,
    pub(super) pictures: BTreeMap<String, Picture>,
    pub(super) voices: BTreeMap<String, Voice>,
    pub(super) documents: BTreeMap<String, Document>,
    pub(super) queries: BTreeMap<String, Query>,
    pub(super) requests: Vec<Request>,
    pub(super) faults: Faults,
    pub(super) down: bool,
    pub(super) shuffling: Option<Shuffling>,
    /// How long a webhook may take to answer.
    pub(super) patience: Duration,
    pub(super) revision: u64,
    next_update: i64,
    next_query: i64,
}

impl World {
    pub(super) fn new(calendar: Calendar, ticker: Ticker, limits: Limits) -> Self {
        Self {
            calendar,
            ticker,
            limits,
            bots: Vec::new(),
            phones: BTreeMap::new(),
            groups: Vec::new(),
            pictures: BTreeMap::new(),
            voices: BTreeMap::new(),
            documents: BTreeMap::new(),
            queries: BTreeMap::new(),
            requests: Vec::new(),
            faults: Faults::default(),
            down: false,
            shuffling: None,
            patience: PATIENCE,
            revision: 0,
            next_update: FIRST_UPDATE,
            next_query: FIRST_QUERY,
        }
    }

    /// A phone by its id.
    pub fn phone(&self, id: PhoneId) -> Option<&Phone> {
        self.phones.get(&id)
    }

    /// All phones in the order in which they were added.
    pub fn phones(&self) -> impl Iterator<Item = &Phone> {
        self.phones.values()
    }

    /// A group by its title.
    pub fn group(&self, title: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.title == title)
    }

    /// Every request that reached the Bot API, oldest first.
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// Updates that no bot has confirmed yet.
    pub fn pending_updates(&self) -> Vec<Value> {
        let waiting = self.bots.iter().flat_map(|bot| bot.waiting.iter());
        waiting.map(|(_, update)| update.clone()).collect()
    }

    /// How many ordered faults have not happened yet.
    pub fn faults_left(&self) -> usize {
        self.faults.left()
    }

    pub(super) fn now(&self) -> Moment {
        self.calendar.now()
    }

    pub(super) fn turn_calendar(&mut self, moment: Moment) {
        self.calendar.turn_to(moment);
        self.revision += 1;
    }

    pub(super) fn add_bot(&mut self, token: &str, username: &str) -> BotId {
        if let Some(bot) = self.bot_of(token) {
            return bot;
        }
        let told = token.split(':').next().and_then(|id| id.parse().ok()).filter(|id| *id > 0);
        let taken = |id: i64| self.bots.iter().any(|bot| bot.id == BotId(id));
        let mut id = told.unwrap_or(FIRST_BOT);
        while taken(id) {
            id += 1;
        }
        self.bots.push(Bot::new(BotId(id), token, username));
        BotId(id)
    }

    pub(super) fn add_phone(&mut self, bot: Option<BotId>, person: Person) -> PhoneId {
        let last = self.phones.keys().next_back();
        let id = PhoneId(last.map_or(FIRST_PHONE, |PhoneId(last)| last + 1));
        self.phones.insert(id, Phone::new(id, person, bot));
        self.touch(id);
        id
    }

    pub(super) fn group_titled(&mut self, title: &str) -> i64 {
        if let Some(group) = self.group(title) {
            return group.id;
        }
        let id = FIRST_GROUP - i64::try_from(self.groups.len()).unwrap_or_default();
        let title = title.to_owned();
        self.groups.push(Group { id, title, left: false, messages: vec![], last_message_id: 0 });
        id
    }

    pub(super) fn bot_of(&self, token: &str) -> Option<BotId> {
        self.bots.iter().find(|bot| bot.token == token).map(|bot| bot.id)
    }

    pub(super) fn bot(&self, id: BotId) -> Option<&Bot> {
        self.bots.iter().find(|bot| bot.id == id)
    }

    pub(super) fn bot_mut(&mut self, id: BotId) -> Option<&mut Bot> {
        self.bots.iter_mut().find(|bot| bot.id == id)
    }

    /// The bot that a phone talks with.
    pub(super) fn bot_on(&self, phone: PhoneId) -> Option<&Bot> {
        match self.phone(phone)?.bot {
            Some(bot) => self.bot(bot),
            None => self.bots.first(),
        }
    }

    /// A phone to change something on; the page will draw it again.
    pub(super) fn touch(&mut self, id: PhoneId) -> Option<&mut Phone> {
        self.revision += 1;
        let phone = self.phones.get_mut(&id)?;
        phone.revision = self.revision;
        Some(phone)
    }

    /// Hands an update to a bot, if it wants that kind.
    pub(super) fn queue(&mut self, bot: BotId, kind: &str, what: Value) -> i64 {
        let mut update = Value::Object(serde_json::Map::new());
        update[kind] = what;
        self.queue_whole(bot, update)
    }

    /// Queues an update as it is; it gets the next id unless it has one.
    pub(super) fn queue_whole(&mut self, bot: BotId, mut update: Value) -> i64 {
        let id = update.get("update_id").and_then(Value::as_i64).unwrap_or(self.next_update);
        self.next_update = self.next_update.max(id) + 1;
        if let Some(fields) = update.as_object_mut() {
            fields.insert("update_id".to_owned(), id.into());
        }
        let kind = update.as_object().and_then(|f| f.keys().find(|key| *key != "update_id"));
        let kind = kind.cloned().unwrap_or_default();
        if let Some(bot) = self.bot_mut(bot).filter(|bot| bot.wants(&kind)) {
            bot.waiting.push_back((id, update));
        }
        id
    }

    pub(super) fn ask(&mut self, query: Query) -> String {
        let id = self.next_query.to_string();
        self.next_query += 1;
        self.queries.insert(id.clone(), query);
        id
    }

    pub(super) fn forget_queries(&mut self) {
        self.queries.clear();
    }
}
