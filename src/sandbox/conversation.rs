//! Messages in chats: who may write where, and how a message gets on a phone and changes there.

use serde_json::Value;

use super::bot::BotId;
use super::document::Document;
use super::entities::Formatted;
use super::keyboard::Keyboard;
use super::objects::{self, Setting};
use super::phone::{Bubble, Kind, PhoneId};
use super::picture::Picture;
use super::pin::Pin;
use super::refusal::Refusal;
use super::voice::Voice;
use super::world::World;

/// A message that is not in a chat yet.
pub(super) struct Draft {
    pub(super) sender: i64,
    pub(super) from_bot: bool,
    pub(super) kind: Kind,
    pub(super) content: Formatted,
    pub(super) keyboard: Keyboard,
    pub(super) photo: Option<Picture>,
    pub(super) voice: Option<Voice>,
    pub(super) document: Option<Document>,
    pub(super) pin: Option<Pin>,
    pub(super) silent: bool,
    pub(super) protected: bool,
    pub(super) origin: Option<Value>,
    pub(super) reply_to: Option<i32>,
}

impl Draft {
    pub(super) fn by_person(phone: PhoneId, kind: Kind, text: &str) -> Self {
        Self {
            sender: phone.chat(),
            from_bot: false,
            kind,
            content: Formatted::plain(text),
            keyboard: Keyboard::default(),
            photo: None,
            voice: None,
            document: None,
            pin: None,
            silent: false,
            protected: false,
            origin: None,
            reply_to: None,
        }
    }

    pub(super) fn by_bot(bot: BotId, kind: Kind, content: Formatted, keyboard: Keyboard) -> Self {
        Self {
            sender: bot.0,
            from_bot: true,
            content,
            keyboard,
            ..Self::by_person(PhoneId(0), kind, "")
        }
    }
}

impl World {
    /// Whether a bot may write in a chat now.
    pub(super) fn may_write(&self, bot: BotId, chat: i64) -> Result<(), Refusal> {
        if let Some(group) = self.groups.iter().find(|group| group.id == chat) {
            let left = Refusal::new(403, "Forbidden: bot is not a member of the group chat");
            return if group.left { Err(left) } else { Ok(()) };
        }
        let phone = self.phone(PhoneId(chat)).ok_or_else(Refusal::chat_not_found)?;
        let mine = self.bot_on(phone.id).is_some_and(|own| own.id == bot);
        if !mine || !phone.started {
            return Err(Refusal::chat_not_found());
        }
        if phone.blocked { Err(Refusal::blocked()) } else { Ok(()) }
    }

    /// Puts a message at the end of a chat and gives its id.
    pub(super) fn append(&mut self, chat: i64, draft: Draft) -> Option<i32> {
        let at = self.now();
        let (messages, last) = match self.groups.iter().position(|group| group.id == chat) {
            Some(place) => {
                let group = &mut self.groups[place];
                (&mut group.messages, &mut group.last_message_id)
            }
            None => {
                let phone = self.touch(PhoneId(chat))?;
                if let Some(labels) = draft.keyboard.lasting {
                    phone.keyboard = labels;
                }
                (&mut phone.messages, &mut phone.last_message_id)
            }
        };
        *last += 1;
        messages.push(Bubble {
            message_id: *last,
            from_bot: draft.from_bot,
            kind: draft.kind,
            html: draft.content.html(),
            text: draft.content.text,
            buttons: draft.keyboard.buttons,
            photo: draft.photo,
            voice: draft.voice,
            document: draft.document,
            pin: draft.pin,
            at,
            edited_at: None,
            silent: draft.silent,
            protected: draft.protected,
            reply_to: draft.reply_to,
            toast: None,
            sender: draft.sender,
            entities: draft.content.entities,
            markup: draft.keyboard.markup,
            origin: draft.origin,
        });
        Some(*last)
    }

    pub(super) fn bubble(&self, chat: i64, message_id: i32) -> Option<&Bubble> {
        let messages = match self.groups.iter().find(|group| group.id == chat) {
            Some(group) => &group.messages,
            None => &self.phone(PhoneId(chat))?.messages,
        };
        find(messages, message_id).map(|place| &messages[place])
    }

    pub(super) fn bubble_mut(&mut self, chat: i64, message_id: i32) -> Option<&mut Bubble> {
        let messages = match self.groups.iter().position(|group| group.id == chat) {
            Some(place) => &mut self.groups[place].messages,
            None => &mut self.touch(PhoneId(chat))?.messages,
        };
        find(messages, message_id).map(|place| &mut messages[place])
    }

    /// A message as Telegram's object.
    pub(super) fn message(&self, chat: i64, message_id: i32) -> Option<Value> {
        let bubble = self.bubble(chat, message_id)?;
        let group = self.groups.iter().find(|group| group.id == chat);
        let chat = match group {
            Some(group) => objects::group_chat(group),
            None => objects::private_chat(self.phone(PhoneId(chat))?),
        };
        let mut message =
            objects::message(bubble, &Setting { chat: chat.clone(), from: self.sender(bubble)? });
        // Telegram shows the message that is answered as it is now, without what that one answers.
        if let Some(answered) = bubble.reply_to.and_then(|id| self.bubble(chat["id"].as_i64()?, id))
        {
            let from = self.sender(answered)?;
            message["reply_to_message"] = objects::message(answered, &Setting { chat, from });
        }
        Some(message)
    }

    /// The user object of who wrote a message.
    pub(super) fn sender(&self, bubble: &Bubble) -> Option<Value> {
        match bubble.from_bot {
            true => Some(self.bot(BotId(bubble.sender))?.account()),
            false => Some(objects::user(self.phone(PhoneId(bubble.sender))?)),
        }
    }
}

/// Ids only rise, so the place can be found by halving.
fn find(messages: &[Bubble], message_id: i32) -> Option<usize> {
    messages.binary_search_by_key(&message_id, |bubble| bubble.message_id).ok()
}
