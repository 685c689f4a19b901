//! Setting, removing and describing a webhook. The calls themselves are made in `pushing`.

use std::net::{IpAddr, Ipv4Addr};

use reqwest::Url;
use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::bot::{Bot, BotId, Webhook};
use crate::sandbox::parameters::Parameters;
use crate::sandbox::polling::wanted;
use crate::sandbox::refusal::Refusal;
use crate::sandbox::world::World;

const MOST_SECRET: usize = 256;
const USUAL_CONNECTIONS: i64 = 40;
const MOST_CONNECTIONS: i64 = 100;

/// An empty address removes the webhook, as it does at Telegram.
pub(super) fn set_webhook(world: &mut World, bot: BotId, asked: &Parameters) -> Answer {
    let webhook = match asked.text("url").unwrap_or_default() {
        "" => None,
        url => Some(read(url, asked)?),
    };
    let wanted = wanted(asked)?;
    let bot = account(world, bot)?;
    bot.webhook = webhook;
    if let Some(wanted) = wanted {
        bot.wanted = wanted;
    }
    // A new address does not wait for what went wrong with the old one.
    bot.lanes.retain(|_, lane| lane.under_way);
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
    if let Some(webhook) = &bot.webhook {
        info["ip_address"] = json!(webhook.address);
        info["max_connections"] = json!(webhook.max_connections);
        if let Some((at, why)) = &webhook.last_error {
            info["last_error_date"] = json!(at.millis() / 1000);
            info["last_error_message"] = json!(why);
        }
    }
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

fn read(url: &str, asked: &Parameters) -> Result<Webhook, Refusal> {
    let url = Url::parse(url).map_err(|_| bad_webhook("invalid URL specified"))?;
    let address = address(&url)?;
    let told = asked.text("ip_address").filter(|told| !told.is_empty());
    if told.is_some_and(|told| told.parse() != Ok(address)) {
        return Err(bad_webhook("the IP address is not that of the URL"));
    }
    let connections = asked.number("max_connections").unwrap_or(USUAL_CONNECTIONS);
    let connections = connections.clamp(1, MOST_CONNECTIONS);
    Ok(Webhook {
        url: url.into(),
        secret: secret(asked)?,
        max_connections: usize::try_from(connections).unwrap_or(1),
        address,
        last_error: None,
    })
}

/// Telegram wants https; a bot on this machine has no certificate and may do without. Anything
/// that is not on this machine is refused: what is tried here must not reach a real service.
fn address(url: &Url) -> Result<IpAddr, Refusal> {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let address = match host {
        "localhost" => Some(Ipv4Addr::LOCALHOST.into()),
        host => host.parse().ok().filter(IpAddr::is_loopback),
    };
    match (url.scheme(), address) {
        ("http" | "https", Some(address)) => Ok(address),
        ("https", None) => Err(bad_webhook("the sandbox calls loopback addresses only")),
        _ => Err(bad_webhook("An HTTPS URL must be provided for webhook")),
    }
}

fn secret(asked: &Parameters) -> Result<Option<String>, Refusal> {
    let secret = asked.text("secret_token").unwrap_or_default();
    let lawful = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if secret.len() > MOST_SECRET {
        return Err(Refusal::bad("secret token is too long"));
    }
    match secret.chars().all(lawful) {
        true => Ok((!secret.is_empty()).then(|| secret.to_owned())),
        false => Err(Refusal::bad("secret token contains unallowed characters")),
    }
}

fn bad_webhook(why: &str) -> Refusal {
    Refusal::bad(format!("bad webhook: {why}"))
}
