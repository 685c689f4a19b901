//! `/healthz`: the process lives. `/readyz`: the database works; how each bot stands.
//! `/metrics`: the same in numbers.

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::board::{Board, Post};
use super::metrics::metrics;
use crate::clock::Calendar;
use crate::outbox;
use crate::store::Store;

/// What the health pages look at.
#[derive(Clone)]
pub(super) struct Health {
    pub store: Store,
    pub board: Board,
    pub calendar: Calendar,
}

pub(super) fn routes(health: Health) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(health)
}

async fn ready(State(health): State<Health>) -> (StatusCode, Json<Value>) {
    match bots(&health).await {
        Ok(bots) => (StatusCode::OK, Json(json!({ "database": "up", "bots": bots }))),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "database": "down", "bots": [] })))
        }
    }
}

async fn bots(health: &Health) -> crate::store::Result<Vec<Value>> {
    health.store.ping().await?;
    let mut told = Vec::new();
    for post in health.board.all() {
        told.push(bot(health, &post).await?);
    }
    Ok(told)
}

async fn bot(health: &Health, post: &Post) -> crate::store::Result<Value> {
    let mut read = health.store.read().await?;
    let state = outbox::bot_state(&mut read, post.organisation.id).await?;
    let quiet = outbox::quiet_since(&mut read, post.organisation.id).await?;
    let waiting = outbox::waiting(&mut read, post.organisation.id).await?;
    let telegram = match (post.has_token, post.is_here) {
        (false, _) => "token-not-set",
        (true, false) => "elsewhere",
        (true, true) => post.link.borrow().word(),
    };
    Ok(json!({
        "organisation": post.organisation.name,
        "telegram": telegram,
        "token_rejected": state.stopped_at.is_some(),
        "paused_until": state.paused_until.map(|until| until.to_string()),
        "waiting": waiting,
        "quiet_since": quiet.map(|since| since.to_string()),
        "to_do": quiet.map(|_| "look through what waits: thuispost restored"),
    }))
}

/// Asks a running service whether it is ready; `None` when nobody answers.
pub async fn is_ready(addr: SocketAddr) -> Option<bool> {
    let client =
        reqwest::Client::builder().timeout(Duration::from_secs(3)).no_proxy().build().ok()?;
    let host = if addr.ip().is_unspecified() {
        SocketAddr::from(([127, 0, 0, 1], addr.port()))
    } else {
        addr
    };
    let answer = client.get(format!("http://{host}/readyz")).send().await.ok()?;
    Some(answer.status().is_success())
}
