//! Polling: updates are stored and committed first, then confirmed.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use super::api::{Api, CallError};
use super::queries;
use crate::clock::{Calendar, Ticker};
use crate::roster::OrganisationId;
use crate::store::Store;

/// How long Telegram holds a poll when nothing happens.
const POLL: Duration = Duration::from_secs(25);
/// What we want to hear.
const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

/// How the bot stands with Telegram, for `/readyz`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Not asked yet.
    Unknown,
    /// The last call was answered.
    Up,
    /// It cannot be reached, or answers with errors.
    Away,
    /// It does not accept the token.
    Rejected,
    /// Somebody else is polling with the same token, or a webhook is set.
    Conflict,
}

impl Link {
    /// One word for a page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "starting",
            Self::Up => "up",
            Self::Away => "telegram-away",
            Self::Rejected => "token-rejected",
            Self::Conflict => "polled-elsewhere",
        }
    }
}

/// Listens for one bot.
pub struct Listener {
    /// The entrance.
    pub api: Api,
    /// Where updates are stored.
    pub store: Store,
    /// Whose bot it is.
    pub organisation: OrganisationId,
    /// Day and hour.
    pub calendar: Calendar,
    /// Waiting.
    pub ticker: Ticker,
    /// Told when updates were stored.
    pub wake: Arc<Notify>,
    /// Shows how the bot stands with Telegram.
    pub link: watch::Sender<Link>,
}

#[derive(Deserialize)]
struct Numbered {
    update_id: i64,
}

enum Trouble {
    Link(Link, String),
    Store(crate::store::Error),
}

impl Listener {
    /// Listens until `stop` is cancelled. Never ends by itself: it says once that something is
    /// wrong, and goes on when it is right again.
    pub async fn run(self, stop: CancellationToken) {
        let (mut offset, mut failures) = (None, 0_u32);
        while !stop.is_cancelled() {
            let round = tokio::select! {
                round = self.round(&mut offset) => round,
                () = stop.cancelled() => return,
            };
            match round {
                Ok(()) => {
                    failures = 0;
                    self.stands(Link::Up, "");
                }
                Err(trouble) => {
                    failures = failures.saturating_add(1);
                    match trouble {
                        Trouble::Link(link, why) => self.stands(link, &why),
                        Trouble::Store(error) => {
                            tracing::warn!(%error, "updates cannot be stored; trying again");
                        }
                    }
                    let pause = Duration::from_millis(500) * 2_u32.pow(failures.min(6));
                    let until = self.ticker.elapsed() + pause.min(Duration::from_secs(15));
                    tokio::select! { () = self.ticker.until(until) => {} () = stop.cancelled() => return }
                }
            }
        }
    }

    /// One poll: everything it brings is committed before the next poll confirms it.
    async fn round(&self, offset: &mut Option<i64>) -> Result<(), Trouble> {
        let body = json!({
            "offset": *offset,
            "limit": 100,
            "timeout": POLL.as_secs(),
            "allowed_updates": KINDS,
        });
        let body = without_null(body).to_string().into_bytes();
        let answer =
            self.api.long_call("getUpdates", body, POLL).await.map_err(|error| match error {
                CallError::NotSent(why) | CallError::InDoubt(why) => Trouble::Link(Link::Away, why),
                CallError::Server(status) => Trouble::Link(Link::Away, format!("error {status}")),
            })?;
        if !answer.ok {
            let link = match answer.error_code {
                Some(401 | 404) => Link::Rejected,
                Some(409) => Link::Conflict,
                _ => Link::Away,
            };
            return Err(Trouble::Link(link, answer.description));
        }
        let garbage =
            || Trouble::Link(Link::Away, "an answer that is not a list of updates".to_owned());
        let result = answer.result.ok_or_else(garbage)?;
        let updates: Vec<&RawValue> = serde_json::from_str(result.get()).map_err(|_| garbage())?;
        let numbered: Vec<(i64, &str)> = updates.iter().filter_map(|raw| numbered(raw)).collect();
        // What has no number cannot be confirmed, and would come again at once.
        if numbered.is_empty() && !updates.is_empty() {
            return Err(garbage());
        }
        self.keep(&numbered, offset).await.map_err(Trouble::Store)
    }

    async fn keep(
        &self,
        numbered: &[(i64, &str)],
        offset: &mut Option<i64>,
    ) -> crate::store::Result<()> {
        let Some(last) = numbered.iter().map(|(id, _)| *id).max() else { return Ok(()) };
        let mut write = self.store.write().await?;
        for (update_id, raw) in numbered {
            let seq = self.store.new_id();
            queries::keep_update(
                &mut write,
                self.organisation,
                *update_id,
                raw,
                seq,
                self.calendar.now(),
            )
            .await?;
        }
        write.commit().await?;
        // Telegram may begin anew after a quiet week, so the number follows what came, up or down.
        *offset = Some(last + 1);
        self.wake.notify_one();
        Ok(())
    }

    fn stands(&self, link: Link, why: &str) {
        let before = self.link.send_replace(link);
        if before == link {
            return;
        }
        match link {
            Link::Up if before == Link::Unknown => tracing::info!("listening to Telegram"),
            Link::Up => tracing::info!("Telegram answers again"),
            Link::Rejected => tracing::error!(why, "Telegram does not accept this bot's token"),
            Link::Conflict => {
                tracing::error!(why, "another program is polling with this bot's token");
            }
            _ => tracing::warn!(why, "Telegram cannot be reached; trying again until it answers"),
        }
    }
}

fn numbered(raw: &RawValue) -> Option<(i64, &str)> {
    let number = serde_json::from_str::<Numbered>(raw.get()).ok()?;
    Some((number.update_id, raw.get()))
}

fn without_null(mut body: serde_json::Value) -> serde_json::Value {
    if let Some(fields) = body.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    body
}
