//! What a bot is called and what it says of itself.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::bot::{Bot, BotId};
use crate::sandbox::parameters::Parameters;
use crate::sandbox::refusal::Refusal;
use crate::sandbox::world::World;

const MOST_COMMANDS: usize = 100;
const MOST_COMMAND: usize = 32;
const MOST_COMMAND_DESCRIPTION: usize = 256;
const MOST_DESCRIPTION: usize = 512;
const MOST_SHORT_DESCRIPTION: usize = 120;

pub(super) fn get_me(world: &mut World, bot: BotId, _: &Parameters) -> Answer {
    Ok(account(world, bot)?.get_me())
}

pub(super) fn set_my_commands(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let commands = asked.json("commands").unwrap_or_default();
    let listed =
        commands.as_array().ok_or_else(|| Refusal::bad("can't parse commands JSON object"))?;
    if listed.len() > MOST_COMMANDS {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    listed.iter().try_for_each(check_command)?;
    let place = (scope(asked), language(asked)?);
    account(world, bot)?.commands.insert(place, commands);
    Ok(Value::Bool(true))
}

pub(super) fn get_my_commands(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let place = (scope(asked), language(asked)?);
    Ok(account(world, bot)?.commands.get(&place).cloned().unwrap_or_else(|| json!([])))
}

pub(super) fn set_my_description(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    describe(world, bot, asked, "description", MOST_DESCRIPTION)
}

pub(super) fn set_my_short_description(
    world: &mut World,
    bot: BotId,
    asked: &Parameters,
) -> Answer {
    describe(world, bot, asked, "short_description", MOST_SHORT_DESCRIPTION)
}

fn describe(world: &mut World, bot: BotId, asked: &Parameters, name: &str, most: usize) -> Answer {
    let words = asked.text(name).unwrap_or_default().to_owned();
    if words.chars().count() > most {
        return Err(Refusal::bad(format!("{name} is too long")));
    }
    let place = (name.to_owned(), language(asked)?);
    account(world, bot)?.descriptions.insert(place, words);
    Ok(Value::Bool(true))
}

fn account(world: &mut World, bot: BotId) -> Result<&mut Bot, Refusal> {
    world.bot_mut(bot).ok_or_else(Refusal::unauthorized)
}

fn scope(asked: &Parameters) -> String {
    asked.json("scope").unwrap_or_else(|| json!({ "type": "default" })).to_string()
}

/// A language of two letters, or none for everybody.
fn language(asked: &Parameters) -> Result<String, Refusal> {
    let code = asked.text("language_code").unwrap_or_default();
    let lawful = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    match lawful || code.is_empty() {
        true => Ok(code.to_owned()),
        false => Err(Refusal::bad("invalid language code specified")),
    }
}

fn check_command(command: &Value) -> Result<(), Refusal> {
    let name = command["command"].as_str().unwrap_or_default();
    let name = name.strip_prefix('/').unwrap_or(name);
    let lawful = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if name.is_empty() || name.len() > MOST_COMMAND || !name.bytes().all(lawful) {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    let description = command["description"].as_str().unwrap_or_default().trim();
    match description.chars().count() {
        1..=MOST_COMMAND_DESCRIPTION => Ok(()),
        _ => Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID")),
    }
}
