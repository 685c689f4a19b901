//! A bot as Telegram keeps it: its account, its queue of updates, its webhook and its menu.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use serde_json::{Value, json};

use super::limits::Pace;
use crate::clock::Moment;

/// The user id of a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BotId(pub(super) i64);

impl fmt::Display for BotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Kinds of updates that are not delivered unless a bot asks for them by name.
const ONLY_BY_NAME: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

pub(super) struct Bot {
    pub(super) id: BotId,
    pub(super) token: String,
    pub(super) username: String,
    /// Update id and update, oldest first.
    pub(super) waiting: VecDeque<(i64, Value)>,
    pub(super) confirmed: Vec<(i64, Value)>,
    /// Kinds of updates the bot asked for; empty: all.
    pub(super) wanted: Vec<String>,
    pub(super) webhook: Option<Webhook>,
    /// How the calls of the webhook stand, by chat; a chat without trouble or call is not in it.
    pub(super) lanes: BTreeMap<i64, Lane>,
    /// Which call of getUpdates is the newest; an older one ends.
    pub(super) poll: u64,
    pub(super) pace: Pace,
    /// The menu by scope and language.
    pub(super) commands: BTreeMap<(String, String), Value>,
    /// Descriptions by parameter name and language.
    pub(super) descriptions: BTreeMap<(String, String), String>,
}

/// Where updates are pushed to.
pub(super) struct Webhook {
    pub(super) url: String,
    pub(super) secret: Option<String>,
    pub(super) max_connections: usize,
    pub(super) address: IpAddr,
    /// When a call failed last, and in Telegram's words why.
    pub(super) last_error: Option<(Moment, String)>,
}

/// The updates of one chat on their way to the webhook: one at a time, in order.
#[derive(Default)]
pub(super) struct Lane {
    pub(super) under_way: bool,
    /// Failed calls since the last good one.
    pub(super) failures: u32,
    /// No call before this tick.
    pub(super) rests_until: Duration,
}

impl Bot {
    pub(super) fn new(id: BotId, token: &str, username: &str) -> Self {
        Self {
            id,
            token: token.to_owned(),
            username: username.to_owned(),
            waiting: VecDeque::new(),
            confirmed: Vec::new(),
            wanted: Vec::new(),
            webhook: None,
            lanes: BTreeMap::new(),
            poll: 0,
            pace: Pace::default(),
            commands: BTreeMap::new(),
            descriptions: BTreeMap::new(),
        }
    }

    /// Whether the bot gets updates of this kind.
    pub(super) fn wants(&self, kind: &str) -> bool {
        if self.wanted.is_empty() {
            return !ONLY_BY_NAME.contains(&kind);
        }
        self.wanted.iter().any(|wanted| wanted == kind)
    }

    /// Lets go of the updates before `offset`; a negative one keeps only that many of the last.
    pub(super) fn confirm(&mut self, offset: i64) {
        let first = match usize::try_from(offset.unsigned_abs()) {
            Ok(kept) if offset < 0 => {
                self.waiting.iter().rev().nth(kept.saturating_sub(1)).map_or(0, |(id, _)| *id)
            }
            _ => offset,
        };
        while let Some(update) = self.waiting.pop_front_if(|(id, _)| *id < first) {
            self.confirmed.push(update);
        }
    }

    /// Lets go of one update that the webhook took; of two with one id the first.
    pub(super) fn confirm_one(&mut self, update_id: i64) {
        let place = self.waiting.iter().position(|(id, _)| *id == update_id);
        self.confirmed.extend(place.and_then(|place| self.waiting.remove(place)));
    }

    /// Queues an update that the bot had before once more, with the id that it had.
    pub(super) fn repeat(&mut self, update_id: i64) -> bool {
        let mut had = self.confirmed.iter().chain(self.waiting.iter());
        let Some(update) = had.find(|(id, _)| *id == update_id).cloned() else { return false };
        self.waiting.push_front(update);
        true
    }

    pub(super) fn account(&self) -> Value {
        json!({
            "id": self.id.0,
            "is_bot": true,
            "first_name": self.username,
            "username": self.username,
        })
    }

    pub(super) fn get_me(&self) -> Value {
        let mut me = self.account();
        me["can_join_groups"] = true.into();
        for no in [
            "can_read_all_group_messages",
            "supports_inline_queries",
            "can_connect_to_business",
            "has_main_web_app",
        ] {
            me[no] = false.into();
        }
        me
    }
}
