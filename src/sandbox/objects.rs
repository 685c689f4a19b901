//! Telegram's objects as JSON: user, chat, message.

use serde_json::{Value, json};

use super::bot::Bot;
use super::phone::{Bubble, Group, Kind, Phone};

/// Of whom and where a message is.
pub(super) struct Setting {
    pub(super) chat: Value,
    pub(super) from: Value,
}

pub(super) fn user(phone: &Phone) -> Value {
    let (first, last) = names(phone);
    let mut user = json!({ "id": phone.id, "is_bot": false, "first_name": first });
    if let Some(last) = last {
        user["last_name"] = last.into();
    }
    if !phone.person.app_language.is_empty() {
        user["language_code"] = phone.person.app_language.clone().into();
    }
    user
}

pub(super) fn private_chat(phone: &Phone) -> Value {
    let (first, last) = names(phone);
    let mut chat = json!({ "id": phone.id, "type": "private", "first_name": first });
    if let Some(last) = last {
        chat["last_name"] = last.into();
    }
    chat
}

fn names(phone: &Phone) -> (&str, Option<&str>) {
    match phone.person.name.split_once(' ') {
        Some((first, last)) => (first, Some(last)),
        None => (&phone.person.name, None),
    }
}

pub(super) fn group_chat(group: &Group) -> Value {
    json!({
        "id": group.id,
        "type": "group",
        "title": group.title,
        "all_members_are_administrators": false,
    })
}

/// How a bot stands in a private chat, as `my_chat_member` tells it.
pub(super) fn membership(bot: &Bot, blocked: bool) -> Value {
    match blocked {
        true => json!({ "user": bot.account(), "status": "kicked", "until_date": 0 }),
        false => json!({ "user": bot.account(), "status": "member" }),
    }
}

pub(super) fn message(bubble: &Bubble, setting: &Setting) -> Value {
    let mut message = json!({
        "message_id": bubble.message_id,
        "date": bubble.at.millis() / 1000,
        "chat": &setting.chat,
        "from": &setting.from,
    });
    if let Some(edited_at) = bubble.edited_at {
        message["edit_date"] = (edited_at.millis() / 1000).into();
    }
    if let Some(markup) = &bubble.markup {
        message["reply_markup"] = markup.clone();
    }
    if let Some(origin) = &bubble.origin {
        message["forward_origin"] = origin.clone();
    }
    if bubble.protected {
        message["has_protected_content"] = true.into();
    }
    put_content(&mut message, bubble);
    message
}

fn put_content(message: &mut Value, bubble: &Bubble) {
    let (text, entities) = match bubble.kind {
        Kind::Text => ("text", "entities"),
        _ => ("caption", "caption_entities"),
    };
    if !bubble.text.is_empty() {
        message[text] = bubble.text.clone().into();
    }
    if !bubble.entities.is_empty() {
        message[entities] = json!(bubble.entities);
    }
    match bubble.kind {
        Kind::Text => {}
        Kind::Photo => {
            message["photo"] =
                bubble.photo.as_ref().map_or_else(|| json!([]), super::picture::Picture::sizes);
        }
        Kind::Voice => {
            message["voice"] =
                bubble.voice.as_ref().map_or(Value::Null, super::voice::Voice::object);
        }
        Kind::Document => {
            message["document"] =
                bubble.document.as_ref().map_or(Value::Null, super::document::Document::object);
        }
        Kind::Venue => {
            // Bots that know no venues find the place itself beside it.
            let pin = bubble.pin.as_ref();
            message["venue"] = pin.map_or(Value::Null, super::pin::Pin::object);
            message["location"] = pin.map_or(Value::Null, super::pin::Pin::location);
        }
        Kind::Sticker => message["sticker"] = sticker(),
    }
}

fn sticker() -> Value {
    json!({
        "file_id": "sticker-1",
        "file_unique_id": "s1",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": false,
        "is_video": false,
        "emoji": "👍",
        "set_name": "sandbox",
        "file_size": 12_000,
    })
}
