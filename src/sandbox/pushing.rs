//! Webhooks: each update is posted to the bot's address until it is taken with a 2xx.
//!
//! As Telegram does it: the updates of one chat one after the other, of different chats at the same
//! time up to `max_connections`; what fails comes again after a pause that grows, here short enough
//! for a test. Unlike Telegram it never gives an update up, and ignores what the answer says.

use std::collections::BTreeSet;
use std::time::Duration;

use reqwest::{Client, redirect};
use serde_json::Value;

use super::Sandbox;
use super::bot::{Bot, BotId};
use super::shuffling::Shuffling;
use super::world::World;

const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// One update on its way to a webhook.
pub(super) struct Call {
    bot: BotId,
    chat: i64,
    update_id: i64,
    url: String,
    secret: Option<String>,
    body: String,
    patience: Duration,
}

/// Calls webhooks until the sandbox stops.
pub(super) fn start(sandbox: Sandbox) {
    let stopped = sandbox.0.stopped.clone();
    tokio::spawn(async move { stopped.run_until_cancelled(push(&sandbox)).await });
}

async fn push(sandbox: &Sandbox) {
    let mut changes = sandbox.0.changes.subscribe();
    // Made for the first call: most sandboxes never make one.
    let mut http = None;
    loop {
        changes.borrow_and_update();
        let (calls, wake) = sandbox.quietly(World::take_calls);
        for call in calls {
            if http.is_none() {
                http = client().ok();
            }
            let Some(http) = http.clone() else { return };
            tokio::spawn(make(sandbox.clone(), http, call));
        }
        tokio::select! {
            _ = changes.changed() => {}
            () = sandbox.0.ticker.until(wake.unwrap_or_default()), if wake.is_some() => {}
        }
    }
}

/// Follows no redirect and asks no proxy or name server: what it calls is on this machine.
fn client() -> reqwest::Result<Client> {
    let here = ([127, 0, 0, 1], 0).into();
    let client = Client::builder().no_proxy().redirect(redirect::Policy::none());
    client.resolve("localhost", here).build()
}

async fn make(sandbox: Sandbox, http: Client, mut call: Call) {
    let mut request = http.post(&call.url).timeout(call.patience);
    if let Some(secret) = &call.secret {
        request = request.header(SECRET_HEADER, secret);
    }
    let request = request.header("Content-Type", "application/json");
    let sending = request.body(std::mem::take(&mut call.body)).send();
    let Some(answer) = sandbox.0.stopped.run_until_cancelled(sending).await else { return };
    let outcome = match answer {
        Ok(answer) if answer.status().is_success() => Ok(()),
        Ok(answer) => Err(format!("Wrong response from the webhook: {}", answer.status())),
        Err(error) if error.is_timeout() => Err("Read timeout expired".to_owned()),
        Err(error) if error.is_connect() => Err("Connection refused".to_owned()),
        Err(_) => Err("Connection closed".to_owned()),
    };
    sandbox.change(|world| world.settle_call(&call, outcome));
}

impl World {
    /// The calls that may be made now, and when to look again if nothing changes until then.
    fn take_calls(&mut self) -> (Vec<Call>, Option<Duration>) {
        let (mut calls, mut wake) = (Vec::new(), None);
        if self.down {
            return (calls, wake);
        }
        let (tick, patience) = (self.ticker.elapsed(), self.patience);
        for bot in self.bots.iter_mut().filter(|bot| bot.webhook.is_some()) {
            let mut order: Vec<usize> = (0..bot.waiting.len()).collect();
            if let Some(shuffling) = &mut self.shuffling {
                shuffling.order(&mut order);
            }
            let next = bot.take_calls(tick, patience, &order, &mut calls);
            wake = [wake, next].into_iter().flatten().min();
        }
        (calls, wake)
    }

    fn settle_call(&mut self, call: &Call, outcome: Result<(), String>) {
        let (now, tick) = (self.now(), self.ticker.elapsed());
        let again = self.shuffling.as_mut().is_some_and(Shuffling::comes_again);
        let Some(bot) = self.bot_mut(call.bot) else { return };
        let Err(why) = outcome else {
            bot.lanes.remove(&call.chat);
            if !again {
                bot.confirm_one(call.update_id);
            }
            return;
        };
        let lane = bot.lanes.entry(call.chat).or_default();
        lane.under_way = false;
        let pause = FIRST_PAUSE.saturating_mul(1 << lane.failures.min(10)).min(LONGEST_PAUSE);
        lane.failures += 1;
        lane.rests_until = tick + pause;
        if let Some(webhook) = bot.webhook.as_mut().filter(|webhook| webhook.url == call.url) {
            webhook.last_error = Some((now, why));
        }
    }
}

impl Bot {
    /// Whether an update is on its way to a webhook, perhaps one that was deleted meanwhile.
    pub(super) fn is_calling(&self) -> bool {
        self.lanes.values().any(|lane| lane.under_way)
    }

    /// Takes the first update of each chat that is at rest, first by `order`.
    fn take_calls(
        &mut self,
        tick: Duration,
        patience: Duration,
        order: &[usize],
        calls: &mut Vec<Call>,
    ) -> Option<Duration> {
        let webhook = self.webhook.as_ref()?;
        let under_way = self.lanes.values().filter(|lane| lane.under_way).count();
        let mut free = webhook.max_connections.saturating_sub(under_way);
        let (mut seen, mut wake) = (BTreeSet::new(), None);
        for (update_id, update) in order.iter().filter_map(|place| self.waiting.get(*place)) {
            if free == 0 {
                break;
            }
            let chat = chat_of(update);
            let lane = self.lanes.get(&chat);
            if !seen.insert(chat) || lane.is_some_and(|lane| lane.under_way) {
                continue;
            }
            if let Some(later) = lane.map(|lane| lane.rests_until).filter(|until| *until > tick) {
                wake = [wake, Some(later)].into_iter().flatten().min();
                continue;
            }
            self.lanes.entry(chat).or_default().under_way = true;
            free -= 1;
            calls.push(Call {
                bot: self.id,
                chat,
                update_id: *update_id,
                url: webhook.url.clone(),
                secret: webhook.secret.clone(),
                body: update.to_string(),
                patience,
            });
        }
        wake
    }
}

/// The chat of an update; those that are of no chat count as one.
fn chat_of(update: &Value) -> i64 {
    let places = ["/chat/id", "/message/chat/id", "/from/id"];
    let parts = update.as_object().into_iter().flat_map(|fields| fields.values());
    parts
        .into_iter()
        .find_map(|part| places.iter().find_map(|at| part.pointer(at)?.as_i64()))
        .unwrap_or_default()
}
