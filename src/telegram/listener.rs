//! Polling: updates are stored and committed first, then confirmed.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use super::api::Api;
use super::link::{self, Link, Trouble};
use super::{queries, webhook};
use crate::clock::{Calendar, Ticker};
use crate::roster::OrganisationId;
use crate::store::Store;

/// How long Telegram holds a poll when nothing happens.
const POLL: Duration = Duration::from_secs(25);
/// What we want to hear.
pub(super) const KINDS: [&str; 4] =
    ["message", "edited_message", "callback_query", "my_chat_member"];

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

enum Failed {
    Call(Trouble),
    Store(crate::store::Error),
}

impl<T: Into<Trouble>> From<T> for Failed {
    fn from(trouble: T) -> Self {
        Self::Call(trouble.into())
    }
}

impl Listener {
    /// Listens until `stop` is cancelled. Never ends by itself: it says once that something is
    /// wrong, and goes on when it is right again.
    pub async fn run(self, stop: CancellationToken) {
        let (mut offset, mut failures, mut is_free) = (None, 0_u32, false);
        let mut told = false;
        while !stop.is_cancelled() {
            let round = tokio::select! {
                round = self.round(&mut offset, &mut is_free) => round,
                () = stop.cancelled() => return,
            };
            match round {
                Ok(()) => {
                    failures = 0;
                    told = false;
                    link::note(&self.link, Link::Up, "");
                }
                Err(trouble) => {
                    failures = failures.saturating_add(1);
                    match trouble {
                        Failed::Call(Trouble(link, why)) => {
                            // Nobody fights with another program about a webhook.
                            is_free = link == Link::Conflict;
                            link::note(&self.link, link, &why);
                        }
                        Failed::Store(error) => {
                            if !std::mem::replace(&mut told, true) {
                                tracing::warn!(%error, "updates cannot be stored; trying again");
                            }
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
    async fn round(&self, offset: &mut Option<i64>, is_free: &mut bool) -> Result<(), Failed> {
        if !*is_free {
            webhook::make_way_for_polling(&self.api).await?;
            *is_free = true;
            // The poll itself may stay silent for half a minute.
            link::note(&self.link, Link::Up, "");
        }
        let body = json!({
            "offset": *offset,
            "limit": 100,
            "timeout": POLL.as_secs(),
            "allowed_updates": KINDS,
        });
        let body = without_null(body).to_string().into_bytes();
        let answer = self.api.long_call("getUpdates", body, POLL).await.map_err(Trouble::from)?;
        if !answer.ok {
            return Err(Trouble::of(answer).into());
        }
        let garbage = || Trouble(Link::Away, "an answer that is not a list of updates".to_owned());
        let result = answer.result.ok_or_else(garbage)?;
        let updates: Vec<&RawValue> = serde_json::from_str(result.get()).map_err(|_| garbage())?;
        let numbered: Vec<(i64, &str)> = updates.iter().filter_map(|raw| numbered(raw)).collect();
        // What has no number cannot be confirmed, and would come again at once.
        if numbered.is_empty() && !updates.is_empty() {
            return Err(garbage().into());
        }
        self.keep(&numbered, offset).await.map_err(Failed::Store)
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
}

fn numbered(raw: &RawValue) -> Option<(i64, &str)> {
    Some((update_number(raw.get())?, raw.get()))
}

/// The number of an update; `None` when it is none.
pub(super) fn update_number(raw: &str) -> Option<i64> {
    // A list of one number would pass for it.
    let is_object = raw.trim_start().starts_with('{');
    let numbered = serde_json::from_str::<Numbered>(raw).ok().filter(|_| is_object)?;
    Some(numbered.update_id)
}

fn without_null(mut body: serde_json::Value) -> serde_json::Value {
    if let Some(fields) = body.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    body
}
