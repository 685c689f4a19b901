//! Answering presses, showing that something is coming, leaving.

use serde_json::Value;

use super::Answer;
use crate::sandbox::bot::BotId;
use crate::sandbox::parameters::Parameters;
use crate::sandbox::phone::Toast;
use crate::sandbox::refusal::Refusal;
use crate::sandbox::world::World;

const MOST_TOAST: usize = 200;
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// A press may be answered more than once, as long as it is fresh.
pub(super) fn answer_callback_query(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let text = asked.text("text").unwrap_or_default().trim().to_owned();
    if text.chars().count() > MOST_TOAST {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let query = asked.text("callback_query_id").and_then(|id| world.queries.get(id));
    let Some(query) = query.filter(|query| query.bot == bot) else {
        let why = "query is too old and response timeout expired or query ID is invalid";
        return Err(Refusal::bad(why));
    };
    let (phone, message_id) = (query.phone, query.message_id);
    if text.is_empty() {
        return Ok(Value::Bool(true));
    }
    if let Some(phone) = world.touch(phone) {
        let alert = asked.flag("show_alert");
        phone.toasts.push(Toast { text: text.clone(), alert, message_id });
    }
    if let Some(bubble) = world.bubble_mut(phone.chat(), message_id) {
        bubble.toast = Some(text);
    }
    Ok(Value::Bool(true))
}

pub(super) fn send_chat_action(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    if !asked.text("action").is_some_and(|action| ACTIONS.contains(&action)) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    world.may_write(bot, asked.chat().ok_or_else(Refusal::chat_not_found)?)?;
    Ok(Value::Bool(true))
}

pub(super) fn leave_chat(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let chat = asked.chat().ok_or_else(Refusal::chat_not_found)?;
    world.may_write(bot, chat)?;
    match world.groups.iter_mut().find(|group| group.id == chat) {
        Some(group) => {
            group.left = true;
            Ok(Value::Bool(true))
        }
        None => Err(Refusal::bad("chat member status can't be changed in private chats")),
    }
}
