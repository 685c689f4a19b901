//! Webhooks: kept and told, not called yet.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::bot::{Bot, BotId, Webhook};
use crate::sandbox::parameters::Parameters;
use crate::sandbox::polling::wanted;
use crate::sandbox::refusal::Refusal;
use crate::sandbox::world::World;

const MOST_SECRET: usize = 256;

pub(super) fn set_webhook(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let url = asked.text("url").unwrap_or_default();
    // Telegram wants https; a bot on this machine has no certificate, so loopback may do without.
    let near = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let lawful = url.starts_with("https://") || near.iter().any(|near| url.starts_with(near));
    if !url.is_empty() && !lawful {
        let why = "bad webhook: An HTTPS URL must be provided for webhook";
        return Err(Refusal::bad(why));
    }
    check_secret(asked.text("secret_token").unwrap_or_default())?;
    let wanted = wanted(asked)?;
    let bot = account(world, bot)?;
    bot.webhook = (!url.is_empty()).then(|| Webhook { url: url.to_owned() });
    if let Some(wanted) = wanted {
        bot.wanted = wanted;
    }
    drop_waiting(bot, asked);
    Ok(Value::Bool(true))
}

pub(super) fn delete_webhook(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let bot = account(world, bot)?;
    bot.webhook = None;
    drop_waiting(bot, asked);
    Ok(Value::Bool(true))
}

pub(super) fn get_webhook_info(world: &mut World, bot: BotId, _: &Parameters) -> Answer {
    let bot = account(world, bot)?;
    let mut info = json!({
        "url": bot.webhook.as_ref().map_or("", |webhook| &webhook.url),
        "has_custom_certificate": false,
        "pending_update_count": bot.waiting.len(),
    });
    if !bot.wanted.is_empty() {
        info["allowed_updates"] = json!(bot.wanted);
    }
    Ok(info)
}

fn account(world: &mut World, bot: BotId) -> Result<&mut Bot, Refusal> {
    world.bot_mut(bot).ok_or_else(Refusal::unauthorized)
}

fn drop_waiting(bot: &mut Bot, asked: &Parameters) {
    if asked.flag("drop_pending_updates") {
        bot.waiting.clear();
    }
}

fn check_secret(secret: &str) -> Result<(), Refusal> {
    let lawful = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if secret.len() > MOST_SECRET {
        return Err(Refusal::bad("secret token is too long"));
    }
    match secret.chars().all(lawful) {
        true => Ok(()),
        false => Err(Refusal::bad("secret token contains unallowed characters")),
    }
}
