//! getUpdates: one waiting call per bot, as Telegram has it.

use std::time::Duration;

use serde_json::Value;

use super::bot::BotId;
use super::methods::Answer;
use super::parameters::Parameters;
use super::refusal::Refusal;
use super::world::World;

const MOST_UPDATES: i64 = 100;
const LONGEST_WAIT: i64 = 50;

/// A call of getUpdates that may have to wait.
pub(super) struct Poll {
    bot: BotId,
    /// Which call it is; a newer one ends it.
    number: u64,
    limit: usize,
    /// When to give up, by the ticker.
    pub(super) deadline: Duration,
}

impl World {
    /// Takes the offset, the wishes and the place of the call before.
    pub(super) fn start_poll(&mut self, bot: BotId, asked: &Parameters) -> Result<Poll, Refusal> {
        let wanted = wanted(asked)?;
        let now = self.ticker.elapsed();
        let bot = self.bot_mut(bot).ok_or_else(Refusal::unauthorized)?;
        if bot.webhook.is_some() {
            return Err(webhook_is_active());
        }
        if let Some(wanted) = wanted {
            bot.wanted = wanted;
        }
        bot.confirm(asked.number("offset").unwrap_or(0));
        bot.poll += 1;
        let limit = asked.number("limit").filter(|limit| (1..=MOST_UPDATES).contains(limit));
        let seconds = asked.number("timeout").unwrap_or(0).clamp(0, LONGEST_WAIT);
        Ok(Poll {
            bot: bot.id,
            number: bot.poll,
            limit: usize::try_from(limit.unwrap_or(MOST_UPDATES)).unwrap_or_default(),
            deadline: now + Duration::from_secs(seconds.unsigned_abs()),
        })
    }

    /// The answer, if there is one by now. Calls of a webhook that was just deleted may still be
    /// under way; until they ended nothing is handed out, so that no update comes both ways.
    pub(super) fn poll(&mut self, poll: &Poll) -> Option<Answer> {
        let bot = self.bot(poll.bot)?;
        if bot.poll != poll.number {
            return Some(Err(Refusal::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is \
                 running",
            )));
        }
        if bot.webhook.is_some() {
            return Some(Err(Refusal::conflict("terminated by setWebhook request")));
        }
        let limit = if bot.is_calling() { 0 } else { poll.limit };
        let updates: Vec<Value> =
            bot.waiting.iter().take(limit).map(|(_, update)| update.clone()).collect();
        let updates = match &mut self.shuffling {
            Some(shuffling) => shuffling.batch(updates),
            None => updates,
        };
        let over = self.ticker.elapsed() >= poll.deadline;
        (over || !updates.is_empty()).then_some(Ok(Value::Array(updates)))
    }
}

/// `allowed_updates`; `None`: as before.
pub(super) fn wanted(asked: &Parameters) -> Result<Option<Vec<String>>, Refusal> {
    let unreadable = |_| Refusal::bad("can't parse allowed updates JSON array");
    let listed = asked.json("allowed_updates").map(serde_json::from_value);
    listed.transpose().map_err(unreadable)
}

fn webhook_is_active() -> Refusal {
    Refusal::conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the \
         webhook first",
    )
}
