//! Looking at a bot from outside, for `check`: who it is, what Telegram says about its webhook, and
//! what time it is there.

use jiff::fmt::rfc2822::DateTimeParser;
use serde::Deserialize;

use super::api::{Api, CallError};
use crate::clock::Moment;

/// What Telegram says about a bot.
#[derive(Clone, Debug)]
pub struct Probe {
    /// Its username.
    pub username: String,
    /// The date of the answer; none when there was none that can be read.
    pub answered_at: Option<Moment>,
    /// How Telegram brings updates, if it told.
    pub webhook: Option<WebhookSeen>,
}

/// What Telegram says about a bot's webhook.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WebhookSeen {
    /// Where updates go; empty when they are asked for.
    pub url: String,
    /// How many updates wait there.
    pub pending_update_count: i64,
    /// When the last one could not be brought, in seconds UTC.
    pub last_error_date: Option<i64>,
    /// Why.
    pub last_error_message: Option<String>,
}

/// Why there is nothing to say about a bot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoProbe {
    /// The token is not accepted.
    #[error("the token is not accepted ({0})")]
    Rejected(String),
    /// No answer, or one that is not the Bot API's.
    #[error("{0}")]
    NoAnswer(String),
}

#[derive(Deserialize)]
struct Me {
    username: Option<String>,
}

/// Asks Telegram about a bot; it sends nothing and changes nothing.
///
/// # Errors
/// [`NoProbe`] says whether the token or the way is wrong.
pub async fn probe(api: &Api) -> Result<Probe, NoProbe> {
    let (me, date) = api.dated_call("getMe").await.map_err(|error| no_answer(&error))?;
    if !me.ok {
        return Err(match me.error_code {
            Some(401 | 404) => NoProbe::Rejected(me.description),
            _ => NoProbe::NoAnswer(me.description),
        });
    }
    let me: Option<Me> = me.result.and_then(|result| serde_json::from_str(result.get()).ok());
    let Some(Me { username: Some(username) }) = me else {
        return Err(NoProbe::NoAnswer("an answer without a username".to_owned()));
    };
    let webhook = api.dated_call("getWebhookInfo").await.ok();
    let webhook = webhook.and_then(|(answer, _)| answer.result);
    let webhook = webhook.and_then(|result| serde_json::from_str(result.get()).ok());
    Ok(Probe { username, answered_at: date.as_deref().and_then(moment), webhook })
}

fn no_answer(error: &CallError) -> NoProbe {
    NoProbe::NoAnswer(error.to_string())
}

/// `Sun, 22 Nov 2026 06:13:34 GMT`.
fn moment(date: &str) -> Option<Moment> {
    let stamp = DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(Moment::from_millis(stamp.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_an_answer_is_read() {
        let read = moment("Sun, 22 Nov 2026 06:13:34 GMT").unwrap();
        assert_eq!(read.to_string(), "2026-11-22T06:13:34Z");
        assert_eq!(moment("yesterday"), None);
    }
}
