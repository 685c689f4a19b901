//! Changing messages that the bot sent.

use super::Answer;
use super::sends::{caption, message_id, text};
use crate::sandbox::bot::BotId;
use crate::sandbox::entities::Formatted;
use crate::sandbox::keyboard::Keyboard;
use crate::sandbox::parameters::Parameters;
use crate::sandbox::phone::{Bubble, Kind};
use crate::sandbox::refusal::Refusal;
use crate::sandbox::world::World;

pub(super) fn edit_message_text(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let content = text(asked)?;
    let bubble = own(world, bot, asked)?;
    if bubble.kind != Kind::Text {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    change(world, asked, Some(content))
}

pub(super) fn edit_message_caption(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let content = caption(asked)?;
    let bubble = own(world, bot, asked)?;
    if matches!(bubble.kind, Kind::Text | Kind::Venue | Kind::Sticker) {
        return Err(Refusal::bad("there is no caption in the message to edit"));
    }
    change(world, asked, Some(content))
}

pub(super) fn edit_message_reply_markup(
    world: &mut World,
    bot: BotId,
    asked: &Parameters,
) -> Answer {
    own(world, bot, asked)?;
    change(world, asked, None)
}

fn not_found() -> Refusal {
    Refusal::bad("message to edit not found")
}

/// Where the message is, if the request says so in numbers.
fn place(asked: &Parameters) -> Result<(i64, i32), Refusal> {
    let chat = asked.chat().ok_or_else(Refusal::chat_not_found)?;
    Ok((chat, message_id(asked).ok_or_else(not_found)?))
}

/// The message to edit: it has to be there, in an open chat, and the bot's own.
fn own<'a>(world: &'a World, bot: BotId, asked: &Parameters) -> Result<&'a Bubble, Refusal> {
    let (chat, message_id) = place(asked)?;
    world.may_write(bot, chat)?;
    let bubble = world.bubble(chat, message_id).ok_or_else(not_found)?;
    match bubble.from_bot {
        true => Ok(bubble),
        false => Err(Refusal::bad("message can't be edited")),
    }
}

/// Gives the message its new content, if there is any, and its new buttons, or none.
fn change(world: &mut World, asked: &Parameters, content: Option<Formatted>) -> Answer {
    let keyboard = Keyboard::read(asked.json("reply_markup"))?;
    let (chat, message_id) = place(asked)?;
    let now = world.now();
    let bubble = world.bubble_mut(chat, message_id).ok_or_else(not_found)?;
    let same_content = content
        .as_ref()
        .is_none_or(|content| content.text == bubble.text && content.entities == bubble.entities);
    if same_content && keyboard.markup == bubble.markup {
        return Err(Refusal::bad(
            "message is not modified: specified new message content and reply markup are exactly \
             the same as a current content and reply markup of the message",
        ));
    }
    // Changing only the buttons leaves no mark "edited" on the phone, but the date is told.
    bubble.edited_at = Some(now);
    bubble.markup = keyboard.markup;
    bubble.buttons = keyboard.buttons;
    if let Some(content) = content {
        bubble.html = content.html();
        bubble.text = content.text;
        bubble.entities = content.entities;
    }
    world.message(chat, message_id).ok_or_else(not_found)
}
