//! The webhook: Telegram brings updates to our public address. Each is stored and committed before
//! it is answered with 200, and whatever is not, Telegram brings again.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::routing::post;
use serde::Deserialize;
use serde_json::json;
use subtle::ConstantTimeEq;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use super::api::Api;
use super::link::{self, Link, Trouble};
use super::listener::{KINDS, update_number};
use super::queries;
use crate::clock::{Calendar, Ticker};
use crate::roster::OrganisationId;
use crate::settings::Secret;
use crate::store::Store;

/// Telegram's updates are a few kilobytes.
const LARGEST: usize = 1 << 20;
/// How long a body may take to come in.
const SLOWEST: Duration = Duration::from_secs(10);
/// How often Telegram is asked whether the webhook is still ours.
const LOOK: Duration = Duration::from_secs(60);
/// The path of a bot's webhook, before its number.
const PATH: &str = "/telegram/";
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// The open webhooks of this process. Clones share them.
#[derive(Clone)]
pub struct Webhooks {
    store: Store,
    calendar: Calendar,
    ticker: Ticker,
    open: Arc<RwLock<BTreeMap<i64, Open>>>,
}

#[derive(Clone)]
struct Open {
    secret: Secret,
    stored: Arc<Notify>,
}

impl Webhooks {
    /// None is open yet.
    pub fn new(store: Store, calendar: Calendar, ticker: Ticker) -> Self {
        Self { store, calendar, ticker, open: Arc::default() }
    }

    /// From now on updates of this bot are taken in, if they bring its secret; `stored` is told.
    pub fn open(&self, organisation: OrganisationId, secret: Secret, stored: Arc<Notify>) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        open.insert(organisation.raw(), Open { secret, stored });
    }

    /// `POST /telegram/NUMBER`.
    pub fn routes(self) -> Router {
        Router::new().route(&format!("{PATH}{{bot}}"), post(receive)).with_state(self)
    }

    fn find(&self, bot: i64) -> Option<Open> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).get(&bot).cloned()
    }
}

async fn receive(
    State(hooks): State<Webhooks>,
    Path(bot): Path<i64>,
    request: Request,
) -> StatusCode {
    let Some(open) = hooks.find(bot) else { return StatusCode::NOT_FOUND };
    let told = request.headers().get(SECRET_HEADER).map_or(&[][..], |value| value.as_bytes());
    if !bool::from(told.ct_eq(open.secret.reveal().as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    let slowest = hooks.ticker.elapsed() + SLOWEST;
    let body = tokio::select! {
        body = axum::body::to_bytes(request.into_body(), LARGEST) => body,
        () = hooks.ticker.until(slowest) => return StatusCode::REQUEST_TIMEOUT,
    };
    let Ok(body) = body else { return StatusCode::PAYLOAD_TOO_LARGE };
    let raw = std::str::from_utf8(&body).ok();
    let Some((number, raw)) = raw.and_then(|raw| Some((update_number(raw)?, raw))) else {
        return StatusCode::BAD_REQUEST;
    };
    match hooks.keep(bot, number, raw).await {
        Ok(()) => {
            open.stored.notify_one();
            StatusCode::OK
        }
        Err(error) => {
            tracing::warn!(%error, "an update cannot be stored; Telegram brings it again");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

impl Webhooks {
    async fn keep(&self, bot: i64, number: i64, raw: &str) -> crate::store::Result<()> {
        let (now, seq) = (self.calendar.now(), self.store.new_id());
        let mut write = self.store.write().await?;
        let organisation = OrganisationId::from_raw(bot);
        queries::keep_update(&mut write, organisation, number, raw, seq, now).await?;
        self.store.announce(&mut write, bot).await?;
        write.commit().await?;
        Ok(())
    }
}

/// Tells Telegram our address, and keeps looking whether it still has it.
pub struct WebhookKeeper {
    /// The entrance.
    pub api: Api,
    /// Whose bot it is.
    pub organisation: OrganisationId,
    /// Our public address, without a slash at its end.
    pub public_url: String,
    /// What Telegram is to show us with each update.
    pub secret: Secret,
    /// Waiting.
    pub ticker: Ticker,
    /// Shows how the bot stands with Telegram.
    pub link: watch::Sender<Link>,
}

/// What Telegram says about a webhook.
#[derive(Deserialize)]
struct Info {
    #[serde(default)]
    url: String,
    last_error_message: Option<String>,
}

impl WebhookKeeper {
    /// Keeps the webhook set until `stop` is cancelled. At the end it stays: other instances go on
    /// taking updates in, and Telegram keeps them for a day when there is none.
    pub async fn run(self, stop: CancellationToken) {
        let mut failures = 0_u32;
        while !stop.is_cancelled() {
            let pause = match self.look_after().await {
                Ok(()) => {
                    failures = 0;
                    link::note(&self.link, Link::Up, "");
                    LOOK
                }
                Err(Trouble(link, why)) => {
                    failures = failures.saturating_add(1);
                    link::note(&self.link, link, &why);
                    let pause = Duration::from_millis(500) * 2_u32.pow(failures.min(6));
                    pause.min(Duration::from_secs(15))
                }
            };
            let until = self.ticker.elapsed() + pause;
            tokio::select! { () = self.ticker.until(until) => {} () = stop.cancelled() => {} }
        }
    }

    async fn look_after(&self) -> Result<(), Trouble> {
        let info = webhook_info(&self.api).await?;
        let url = format!("{}{PATH}{}", self.public_url, self.organisation);
        if info.url == url && *self.link.borrow() == Link::Up {
            if let Some(why) = info.last_error_message {
                tracing::debug!(why, "Telegram could not bring an update lately");
            }
            return Ok(());
        }
        // At every start anew: the secret may be another one.
        let body = json!({
            "url": url,
            "secret_token": self.secret.reveal(),
            "allowed_updates": KINDS,
            "max_connections": 40,
        });
        let answer = self.api.call("setWebhook", body.to_string().into_bytes()).await?;
        if answer.ok { Ok(()) } else { Err(Trouble::of(answer)) }
    }
}

/// Takes a webhook away that stands in the way of polling; no update is dropped.
pub(super) async fn make_way_for_polling(api: &Api) -> Result<(), Trouble> {
    if webhook_info(api).await?.url.is_empty() {
        return Ok(());
    }
    let answer = api.call("deleteWebhook", b"{}".to_vec()).await?;
    if !answer.ok {
        return Err(Trouble::of(answer));
    }
    tracing::info!("the webhook of this bot was taken away: updates are polled");
    Ok(())
}

async fn webhook_info(api: &Api) -> Result<Info, Trouble> {
    let answer = api.call("getWebhookInfo", b"{}".to_vec()).await?;
    if !answer.ok {
        return Err(Trouble::of(answer));
    }
    let info = answer.result.and_then(|raw| serde_json::from_str(raw.get()).ok());
    info.ok_or_else(|| Trouble(Link::Away, "an answer that is not about a webhook".to_owned()))
}
