//! What people do on their phones. Each action queues the update that Telegram would send.

use serde_json::{Value, json};

use super::Sandbox;
use super::bot::BotId;
use super::conversation::Draft;
use super::objects;
use super::phone::{Kind, PhoneId};
use super::picture::Picture;
use super::world::{Query, World};

/// The picture that every phone has in its gallery.
const GALLERY: &[u8] = include_bytes!("page/photo.png");
const MOST_START_CODE: usize = 64;

/// Something that cannot be done on this phone, on Telegram as little as here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotDo {
    /// The id is of another sandbox.
    #[error("there is no such phone")]
    NoSuchPhone,
    /// There is nobody to talk with.
    #[error("no bot was added to the sandbox")]
    NoBot,
    /// Telegram shows only a start button until it is pressed.
    #[error("start has not been pressed on this phone")]
    NotStarted,
    /// Telegram shows no text box while the bot is blocked.
    #[error("the bot is blocked on this phone")]
    Blocked,
    /// Not there, or not one's own.
    #[error("there is no such message on this phone")]
    NoSuchMessage,
    /// Nothing to press.
    #[error("no message on this phone has such a button")]
    NoSuchButton,
    /// Nothing to repeat.
    #[error("there was no such update")]
    NoSuchUpdate,
    /// Telegram opens no link with such a code.
    #[error("a start code has up to 64 of A-Z, a-z, 0-9, _ and -")]
    BadStartCode,
    /// Telegram sends no empty message.
    #[error("there is nothing to send")]
    Empty,
}

type Done = Result<i64, CannotDo>;

/// Each gives the id of the update it caused, and fails with [`CannotDo`] where a phone could not.
#[expect(clippy::missing_errors_doc, reason = "said once above")]
impl Sandbox {
    /// Presses start, from a link with a code or without. Lifts a block, as the app does.
    pub fn presses_start(&self, phone: PhoneId, code: Option<&str>) -> Done {
        let lawful = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let fits =
            |code: &str| (1..=MOST_START_CODE).contains(&code.len()) && code.chars().all(lawful);
        if code.is_some_and(|code| !fits(code)) {
            return Err(CannotDo::BadStartCode);
        }
        let text = code.map_or_else(|| "/start".to_owned(), |code| format!("/start {code}"));
        self.change(|world| {
            let bot = bot_on(world, phone)?;
            if world.phone(phone).is_some_and(|phone| phone.blocked) {
                turn_block(world, bot, phone, false)?;
            }
            world.touch(phone).ok_or(CannotDo::NoSuchPhone)?.started = true;
            say(world, phone, Draft::by_person(phone, Kind::Text, &text))
        })
    }

    /// Types and sends a text.
    pub fn types(&self, phone: PhoneId, text: &str) -> Done {
        if text.trim().is_empty() {
            return Err(CannotDo::Empty);
        }
        self.change(|world| say(world, phone, Draft::by_person(phone, Kind::Text, text)))
    }

    /// Answers a message of the chat: "reply", and then a text.
    pub fn replies(&self, phone: PhoneId, message_id: i32, text: &str) -> Done {
        if text.trim().is_empty() {
            return Err(CannotDo::Empty);
        }
        self.change(|world| {
            world.bubble(phone.chat(), message_id).ok_or(CannotDo::NoSuchMessage)?;
            let mut draft = Draft::by_person(phone, Kind::Text, text);
            draft.reply_to = Some(message_id);
            say(world, phone, draft)
        })
    }

    /// Presses a button with this data on a message. The button need not be there any more: the
    /// app may still show an older state.
    pub fn presses(&self, phone: PhoneId, message_id: i32, data: &str) -> Done {
        self.change(|world| press(world, phone, message_id, data))
    }

    /// Presses the button of this label on the newest message that has one.
    pub fn presses_label(&self, phone: PhoneId, label: &str) -> Done {
        self.change(|world| {
            let chat = &world.phone(phone).ok_or(CannotDo::NoSuchPhone)?.messages;
            let found = chat.iter().rev().find_map(|bubble| {
                let mut buttons = bubble.buttons.iter().flatten();
                let button = buttons.find(|button| button.label == label)?;
                Some((bubble.message_id, button.data.clone()?))
            });
            let (message_id, data) = found.ok_or(CannotDo::NoSuchButton)?;
            press(world, phone, message_id, &data)
        })
    }

    /// Sends a picture from the gallery.
    pub fn sends_photo(&self, phone: PhoneId, caption: Option<&str>) -> Done {
        self.change(|world| {
            let bot = bot_on(world, phone)?;
            let photo = Picture::uploaded(bot, GALLERY.into()).map_err(|_| CannotDo::Empty)?;
            let mut draft = Draft::by_person(phone, Kind::Photo, caption.unwrap_or_default());
            draft.photo = Some(photo.clone());
            let update = say(world, phone, draft)?;
            world.pictures.insert(photo.file_id.clone(), photo);
            Ok(update)
        })
    }

    /// Sends a voice note.
    pub fn sends_voice(&self, phone: PhoneId) -> Done {
        self.change(|world| say(world, phone, Draft::by_person(phone, Kind::Voice, "")))
    }

    /// Sends a sticker.
    pub fn sends_sticker(&self, phone: PhoneId) -> Done {
        self.change(|world| say(world, phone, Draft::by_person(phone, Kind::Sticker, "")))
    }

    /// Changes a message that this person wrote before.
    pub fn edits(&self, phone: PhoneId, message_id: i32, text: &str) -> Done {
        let content = Draft::by_person(phone, Kind::Text, text).content;
        self.change(|world| {
            let bot = open_chat(world, phone)?;
            let now = world.now();
            let bubble = world.bubble_mut(phone.chat(), message_id);
            let bubble = bubble.filter(|bubble| !bubble.from_bot && bubble.kind == Kind::Text);
            let bubble = bubble.ok_or(CannotDo::NoSuchMessage)?;
            bubble.html = content.html();
            bubble.text = content.text;
            bubble.entities = content.entities;
            bubble.edited_at = Some(now);
            let message = world.message(phone.chat(), message_id);
            Ok(world.queue(bot, "edited_message", message.ok_or(CannotDo::NoSuchMessage)?))
        })
    }

    /// Blocks the bot.
    pub fn blocks(&self, phone: PhoneId) -> Done {
        self.change(|world| {
            let bot = open_chat(world, phone)?;
            turn_block(world, bot, phone, true)
        })
    }

    /// Lifts the block.
    pub fn unblocks(&self, phone: PhoneId) -> Done {
        self.change(|world| {
            let bot = bot_on(world, phone)?;
            turn_block(world, bot, phone, false)
        })
    }

    /// Writes in a group that the bot is in; the group is there from the first message on.
    pub fn writes_in_group(&self, phone: PhoneId, title: &str, text: &str) -> Done {
        self.change(|world| {
            let bot = bot_on(world, phone)?;
            let group = world.group_titled(title);
            let id = world.append(group, Draft::by_person(phone, Kind::Text, text));
            let message = id.and_then(|id| world.message(group, id));
            Ok(world.queue(bot, "message", message.ok_or(CannotDo::NoSuchPhone)?))
        })
    }

    /// Delivers an update once more under its own id, confirmed or not.
    pub fn repeat_update(&self, update_id: i64) -> Done {
        let found = self.change(|world| world.bots.iter_mut().any(|bot| bot.repeat(update_id)));
        if found { Ok(update_id) } else { Err(CannotDo::NoSuchUpdate) }
    }

    /// Delivers a press once more under a new update id.
    pub fn repeat_press(&self, update_id: i64) -> Done {
        self.change(|world| {
            let had = world.bots.iter().find_map(|bot| {
                let mut all = bot.confirmed.iter().chain(&bot.waiting);
                let (_, update) = all.find(|(id, _)| *id == update_id)?;
                Some((bot.id, update.get("callback_query")?.clone()))
            });
            let (bot, press) = had.ok_or(CannotDo::NoSuchUpdate)?;
            Ok(world.queue(bot, "callback_query", press))
        })
    }

    /// Hands the first bot an update of any shape; it gets an id unless it has one.
    pub fn raw_update(&self, update: Value) -> Done {
        self.change(|world| {
            let bot = world.bots.first().ok_or(CannotDo::NoBot)?.id;
            Ok(world.queue_whole(bot, update))
        })
    }
}

fn bot_on(world: &World, phone: PhoneId) -> Result<BotId, CannotDo> {
    world.phone(phone).ok_or(CannotDo::NoSuchPhone)?;
    Ok(world.bot_on(phone).ok_or(CannotDo::NoBot)?.id)
}

/// The bot of a chat in which something can be done now.
fn open_chat(world: &World, id: PhoneId) -> Result<BotId, CannotDo> {
    let bot = bot_on(world, id)?;
    let phone = world.phone(id).ok_or(CannotDo::NoSuchPhone)?;
    match (phone.started, phone.blocked) {
        (false, _) => Err(CannotDo::NotStarted),
        (_, true) => Err(CannotDo::Blocked),
        _ => Ok(bot),
    }
}

fn say(world: &mut World, phone: PhoneId, draft: Draft) -> Done {
    let bot = open_chat(world, phone)?;
    let id = world.append(phone.chat(), draft);
    let message = id.and_then(|id| world.message(phone.chat(), id));
    Ok(world.queue(bot, "message", message.ok_or(CannotDo::NoSuchPhone)?))
}

fn press(world: &mut World, phone: PhoneId, message_id: i32, data: &str) -> Done {
    let bot = open_chat(world, phone)?;
    let message = world.message(phone.chat(), message_id).ok_or(CannotDo::NoSuchMessage)?;
    let from = world.phone(phone).map(objects::user);
    let id = world.ask(Query { bot, phone, message_id });
    let query = json!({
        "id": id,
        "from": from,
        "message": message,
        "chat_instance": format!("{}", phone.chat() * 7919),
        "data": data,
    });
    Ok(world.queue(bot, "callback_query", query))
}

fn turn_block(world: &mut World, bot: BotId, id: PhoneId, blocked: bool) -> Done {
    let date = world.now().millis() / 1000;
    let phone = world.touch(id).ok_or(CannotDo::NoSuchPhone)?;
    phone.blocked = blocked;
    let (chat, from) = (objects::private_chat(phone), objects::user(phone));
    let account = world.bot(bot).ok_or(CannotDo::NoBot)?;
    let change = json!({
        "chat": chat,
        "from": from,
        "date": date,
        "old_chat_member": objects::membership(account, !blocked),
        "new_chat_member": objects::membership(account, blocked),
    });
    Ok(world.queue(bot, "my_chat_member", change))
}
