//! Putting messages in chats.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::bot::BotId;
use crate::sandbox::conversation::Draft;
use crate::sandbox::document::Document;
use crate::sandbox::entities::{Entity, Formatted, units};
use crate::sandbox::keyboard::Keyboard;
use crate::sandbox::markup;
use crate::sandbox::parameters::Parameters;
use crate::sandbox::phone::Kind;
use crate::sandbox::picture::Picture;
use crate::sandbox::pin::Pin;
use crate::sandbox::refusal::Refusal;
use crate::sandbox::voice::Voice;
use crate::sandbox::world::World;

const MOST_TEXT: usize = 4096;
const MOST_CAPTION: usize = 1024;

pub(super) fn send_message(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let content = text(asked)?;
    let keyboard = Keyboard::read(asked.json("reply_markup"))?;
    let draft = Draft::by_bot(bot, Kind::Text, content, keyboard);
    deliver(world, bot, asked, draft)
}

pub(super) fn send_photo(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let content = caption(asked)?;
    let keyboard = Keyboard::read(asked.json("reply_markup"))?;
    let photo = photo(world, bot, asked)?;
    let draft =
        Draft { photo: Some(photo.clone()), ..Draft::by_bot(bot, Kind::Photo, content, keyboard) };
    let message = deliver(world, bot, asked, draft)?;
    world.pictures.insert(photo.file_id.clone(), photo);
    Ok(message)
}

pub(super) fn send_voice(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let content = caption(asked)?;
    let keyboard = Keyboard::read(asked.json("reply_markup"))?;
    let voice = voice(world, bot, asked)?;
    let draft =
        Draft { voice: Some(voice.clone()), ..Draft::by_bot(bot, Kind::Voice, content, keyboard) };
    let message = deliver(world, bot, asked, draft)?;
    world.voices.insert(voice.file_id.clone(), voice);
    Ok(message)
}

pub(super) fn send_document(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let content = caption(asked)?;
    let keyboard = Keyboard::read(asked.json("reply_markup"))?;
    let document = document(world, bot, asked)?;
    let draft = Draft {
        document: Some(document.clone()),
        ..Draft::by_bot(bot, Kind::Document, content, keyboard)
    };
    let message = deliver(world, bot, asked, draft)?;
    world.documents.insert(document.file_id.clone(), document);
    Ok(message)
}

pub(super) fn send_venue(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let keyboard = Keyboard::read(asked.json("reply_markup"))?;
    let pin = Some(Pin::read(asked)?);
    let draft = Draft { pin, ..Draft::by_bot(bot, Kind::Venue, Formatted::plain(""), keyboard) };
    deliver(world, bot, asked, draft)
}

/// Where a file that somebody sent can be fetched: voice notes only.
pub(super) fn get_file(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let found = asked.text("file_id").and_then(|id| world.voices.get(id));
    let mine = found.filter(|voice| is_of(bot, "voice", &voice.file_id));
    mine.ok_or_else(|| Refusal::bad("invalid file_id"))?.file()
}

pub(super) fn forward_message(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let from = asked.number("from_chat_id").ok_or_else(Refusal::chat_not_found)?;
    world.may_write(bot, from)?;
    let bubble = message_id(asked).and_then(|id| world.bubble(from, id));
    let bubble = bubble.ok_or_else(|| Refusal::bad("message to forward not found"))?;
    if bubble.protected {
        return Err(Refusal::bad("message has protected content and can't be forwarded"));
    }
    let content = Formatted { text: bubble.text.clone(), entities: bubble.entities.clone() };
    let origin = world.sender(bubble).map(|sender| {
        json!({ "type": "user", "date": bubble.at.millis() / 1000, "sender_user": sender })
    });
    let draft = Draft {
        photo: bubble.photo.clone(),
        voice: bubble.voice.clone(),
        document: bubble.document.clone(),
        pin: bubble.pin.clone(),
        origin,
        ..Draft::by_bot(bot, bubble.kind, content, Keyboard::default())
    };
    deliver(world, bot, asked, draft)
}

/// The last step of each: the chat has to be there and open.
fn deliver(world: &mut World, bot: BotId, asked: &Parameters, draft: Draft) -> Answer {
    let chat = asked.chat().ok_or_else(Refusal::chat_not_found)?;
    world.may_write(bot, chat)?;
    let silent = asked.flag("disable_notification");
    let protected = asked.flag("protect_content");
    let sent = world.append(chat, Draft { silent, protected, ..draft });
    sent.and_then(|id| world.message(chat, id)).ok_or_else(Refusal::chat_not_found)
}

pub(super) fn message_id(asked: &Parameters) -> Option<i32> {
    i32::try_from(asked.number("message_id")?).ok()
}

/// The text of a message, within its limits.
pub(super) fn text(asked: &Parameters) -> Result<Formatted, Refusal> {
    let content = content(asked, "text", "entities")?;
    match content.text.chars().count() {
        0 => Err(Refusal::bad("message text is empty")),
        count if count > MOST_TEXT => Err(Refusal::bad("message is too long")),
        _ => Ok(content),
    }
}

/// The caption of a picture, within its limits; it may be empty.
pub(super) fn caption(asked: &Parameters) -> Result<Formatted, Refusal> {
    let content = content(asked, "caption", "caption_entities")?;
    match content.text.chars().count() > MOST_CAPTION {
        true => Err(Refusal::bad("message caption is too long")),
        false => Ok(content),
    }
}

fn content(asked: &Parameters, text: &str, entities: &str) -> Result<Formatted, Refusal> {
    let text = asked.text(text).unwrap_or_default();
    let unreadable = |why: String| Refusal::bad(format!("can't parse entities: {why}"));
    let content = match asked.text("parse_mode") {
        Some(mode) if mode.eq_ignore_ascii_case("html") => {
            markup::read(text).map_err(unreadable)?
        }
        Some("") | None => {
            let entities = asked.json(entities).map(|listed| listed_entities(text, listed));
            Formatted { text: text.to_owned(), entities: entities.transpose()?.unwrap_or_default() }
        }
        Some(_) => return Err(Refusal::bad("unsupported parse_mode")),
    };
    Ok(content.tidied())
}

/// Ranges given as a list instead of markup.
fn listed_entities(text: &str, listed: Value) -> Result<Vec<Entity>, Refusal> {
    let unreadable = |_| Refusal::bad("can't parse entities: can't parse MessageEntity");
    let entities: Vec<Entity> = serde_json::from_value(listed).map_err(unreadable)?;
    let end = units(text);
    match entities.iter().any(|entity| entity.offset.saturating_add(entity.length) > end) {
        true => Err(Refusal::bad("can't parse entities: entity ends after the end of the text")),
        false => Ok(entities),
    }
}

/// The picture to send: uploaded now, or known from before.
fn photo(world: &World, bot: BotId, asked: &Parameters) -> Result<Picture, Refusal> {
    if let Some(file) = asked.file("photo") {
        return Picture::uploaded(bot, file.bytes.clone());
    }
    let wrong = || Refusal::bad("wrong file identifier/HTTP URL specified");
    let file_id = asked.text("photo").ok_or_else(wrong)?;
    // The id of the thumbnail leads to the same picture, and ids of another bot to none.
    let picture = world.pictures.get(file_id.trim_end_matches('s')).ok_or_else(wrong)?;
    if is_of(bot, "photo", &picture.file_id) { Ok(picture.clone()) } else { Err(wrong()) }
}

/// The voice note to send: uploaded now, or known from before.
fn voice(world: &World, bot: BotId, asked: &Parameters) -> Result<Voice, Refusal> {
    if let Some(file) = asked.file("voice") {
        return Voice::uploaded(bot, file.bytes.clone());
    }
    let wrong = || Refusal::bad("wrong file identifier/HTTP URL specified");
    let voice = asked.text("voice").and_then(|id| world.voices.get(id)).ok_or_else(wrong)?;
    if is_of(bot, "voice", &voice.file_id) { Ok(voice.clone()) } else { Err(wrong()) }
}

/// The file to send: uploaded now, or known from before.
fn document(world: &World, bot: BotId, asked: &Parameters) -> Result<Document, Refusal> {
    if let Some(file) = asked.file("document") {
        return Document::uploaded(bot, file);
    }
    let wrong = || Refusal::bad("wrong file identifier/HTTP URL specified");
    let file = asked.text("document").and_then(|id| world.documents.get(id)).ok_or_else(wrong)?;
    if is_of(bot, "document", &file.file_id) { Ok(file.clone()) } else { Err(wrong()) }
}

fn is_of(bot: BotId, kind: &str, file_id: &str) -> bool {
    file_id.starts_with(&format!("{kind}-{bot}-"))
}
