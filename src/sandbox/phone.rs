//! What the people of the simulation hold in their hands: phones, groups and the bubbles on them.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::bot::BotId;
use super::document::Document;
use super::entities::Entity;
use super::picture::Picture;
use super::pin::Pin;
use super::voice::Voice;
use crate::clock::Moment;

/// Whose phone it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The full name as on the profile.
    pub name: String,
    /// The language of the app (`language_code`); empty if the app does not tell.
    pub app_language: String,
    /// A line for whoever watches the page. Bots never see it.
    pub note: String,
}

/// A phone: at once the chat id and the user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PhoneId(pub(super) i64);

impl PhoneId {
    /// The id by which a bot knows this chat and this person.
    pub const fn chat(self) -> i64 {
        self.0
    }
}

impl fmt::Display for PhoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A phone with the chat with its bot.
#[derive(Clone, Debug)]
pub struct Phone {
    /// Which phone.
    pub id: PhoneId,
    /// Whose phone.
    pub person: Person,
    /// Whether start was ever pressed.
    pub started: bool,
    /// Whether the bot is blocked now.
    pub blocked: bool,
    /// Whether somebody used it on the page: then nobody else should.
    pub by_hand: bool,
    /// Everything in the chat, oldest first.
    pub messages: Vec<Bubble>,
    /// What the bot's answers to presses showed, oldest first.
    pub toasts: Vec<Toast>,
    /// Labels of the keyboard that stays under the chat; pressing one types it.
    pub keyboard: Vec<String>,
    /// `None`: the first bot.
    pub(super) bot: Option<BotId>,
    pub(super) last_message_id: i32,
    /// Rises when something on this phone changes, so that the page redraws only that.
    pub(super) revision: u64,
}

impl Phone {
    pub(super) fn new(id: PhoneId, person: Person, bot: Option<BotId>) -> Self {
        Self {
            id,
            person,
            started: false,
            blocked: false,
            by_hand: false,
            messages: Vec::new(),
            toasts: Vec::new(),
            keyboard: Vec::new(),
            bot,
            last_message_id: 0,
            revision: 0,
        }
    }

    pub(super) fn of_nobody(id: PhoneId) -> Self {
        let nobody =
            Person { name: String::new(), app_language: String::new(), note: String::new() };
        Self::new(id, nobody, None)
    }

    /// The newest message the bot sent, if any.
    pub fn newest(&self) -> Option<&Bubble> {
        self.messages.iter().rev().find(|bubble| bubble.from_bot)
    }

    /// A message by its id.
    pub fn message(&self, message_id: i32) -> Option<&Bubble> {
        self.messages.iter().find(|bubble| bubble.message_id == message_id)
    }
}

/// A group chat that the bot was drawn into.
#[derive(Clone, Debug)]
pub struct Group {
    /// The chat id, below zero.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// Whether the bot has left.
    pub left: bool,
    /// Everything in the chat, oldest first.
    pub messages: Vec<Bubble>,
    pub(super) last_message_id: i32,
}

/// What a bubble holds beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Words only.
    Text,
    /// A picture, its caption being the text.
    Photo,
    /// A voice note.
    Voice,
    /// A file.
    Document,
    /// A place on the map.
    Venue,
    /// A sticker.
    Sticker,
}

/// One message as it stands on the phone.
#[derive(Clone, Debug)]
pub struct Bubble {
    /// Its id, rising within the chat.
    pub message_id: i32,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// What it holds.
    pub kind: Kind,
    /// Text or caption with its formatting, safe to put in a page.
    pub html: String,
    /// Text or caption without formatting.
    pub text: String,
    /// The inline buttons, row by row.
    pub buttons: Vec<Vec<Button>>,
    /// The picture, if it is one.
    pub photo: Option<Picture>,
    /// The voice note, if it is one.
    pub voice: Option<Voice>,
    /// The file, if it is one.
    pub document: Option<Document>,
    /// The place on the map, if it is one.
    pub pin: Option<Pin>,
    /// When it was sent.
    pub at: Moment,
    /// When it was last edited.
    pub edited_at: Option<Moment>,
    /// Whether it came without a sound.
    pub silent: bool,
    /// Whether forwarding and saving are forbidden.
    pub protected: bool,
    /// The message it answers, if the person chose "reply".
    pub reply_to: Option<i32>,
    /// The last answer shown after a press on one of its buttons.
    pub toast: Option<String>,
    pub(super) sender: i64,
    pub(super) entities: Vec<Entity>,
    /// The inline keyboard as it was sent.
    pub(super) markup: Option<Value>,
    /// `forward_origin`, if it was forwarded.
    pub(super) origin: Option<Value>,
}

/// An inline button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Button {
    /// The words on it.
    pub label: String,
    /// What the bot gets when it is pressed.
    pub data: Option<String>,
    /// What opens when it is pressed: a page or a web app.
    pub url: Option<String>,
}

/// An answer to a press, shown for a moment over the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// The words.
    pub text: String,
    /// Whether it has to be dismissed by hand.
    pub alert: bool,
    /// The message whose button was pressed.
    pub message_id: i32,
}
