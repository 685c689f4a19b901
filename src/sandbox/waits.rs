//! Whether a bot kept the waits that it was told.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use super::methods;
use super::world::{Request, World};

impl World {
    /// Messages that a bot asked to send although it had been told to wait, oldest first. Those
    /// that came within `on_the_way` after a refusal may have left before it was heard.
    pub fn sends_within_a_wait(&self, on_the_way: Duration) -> impl Iterator<Item = &Request> {
        let mut waits: BTreeMap<_, Vec<(Duration, Duration)>> = BTreeMap::new();
        let sends = self.requests().iter().filter(|request| {
            request.bot.is_some() && methods::find(&request.method).is_some_and(|it| it.sends)
        });
        sends.filter(move |send| {
            let told = waits.entry(send.bot).or_default();
            let early = told.iter().any(|(heard, over)| (*heard..*over).contains(&send.tick));
            if let Some(wait) = send.retry_after {
                told.push((send.tick + on_the_way, send.tick.saturating_add(wait)));
            }
            early
        })
    }
}

/// The wait that an answer asks for, if it is one that a clock can measure.
pub(super) fn told(body: &Value) -> Option<Duration> {
    let seconds = body.pointer("/parameters/retry_after")?.as_f64()?;
    let whole = Duration::try_from_secs_f64(seconds);
    (seconds > 0.0).then(|| whole.unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Calendar, Ticker};
    use crate::sandbox::{BotId, Limits};
    use serde_json::json;

    fn send(bot: i64, millis: u64, retry_after: Option<u64>) -> Request {
        Request {
            bot: Some(BotId(bot)),
            method: "sendMessage".to_owned(),
            chat: Some(1),
            tick: Duration::from_millis(millis),
            status: Some(if retry_after.is_some() { 429 } else { 200 }),
            accepted: retry_after.is_none(),
            retry_after: retry_after.map(Duration::from_secs),
        }
    }

    #[tokio::test]
    async fn only_a_send_of_the_same_bot_before_the_end_of_its_wait_is_too_early() {
        let calendar = Calendar::system();
        let mut world = World::new(calendar, Ticker::start(), Limits::off());
        let asks = Request { method: "getUpdates".to_owned(), ..send(1, 600, None) };
        world.requests.extend([
            send(1, 0, None),
            send(1, 100, Some(2)),
            send(1, 110, None),
            send(2, 500, None),
            asks,
            send(1, 700, None),
            send(1, 2_099, None),
            send(1, 2_100, None),
        ]);
        let early: Vec<_> = world
            .sends_within_a_wait(Duration::from_millis(50))
            .map(|request| request.tick.as_millis())
            .collect();
        assert_eq!(early, [700, 2_099]);
    }

    #[test]
    fn a_wait_without_sense_is_no_wait_and_an_endless_one_never_ends() {
        for (said, wait) in [
            (json!(35), Some(Duration::from_secs(35))),
            (json!(0.5), Some(Duration::from_millis(500))),
            (json!(0), None),
            (json!(-5), None),
            (json!("35"), None),
            (json!(1e300), Some(Duration::MAX)),
        ] {
            assert_eq!(told(&json!({ "parameters": { "retry_after": said } })), wait);
        }
    }
}
