//! The HTTP side of the Bot API: from a request on the line to an answer on the line.

use std::future::IntoFuture;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::any;
use tokio::net::TcpListener;

use super::line::{Lines, Scissors};
use super::parameters::Parameters;
use super::polling::Poll;
use super::reading;
use super::reception::Reply;
use super::refusal::Refusal;
use super::{Sandbox, page};

const PROXY_PAGE: &str = "<html><head><title>Bad Gateway</title></head><body>\
                          <center><h1>Bad Gateway</h1></center><hr>nginx</body></html>";

/// Serves the Bot API and the page until the sandbox stops.
pub(super) fn open(sandbox: Sandbox, listener: TcpListener) {
    let stopped = sandbox.0.stopped.clone();
    let lines = Lines { listener, stopped: stopped.clone() };
    let router = Router::new()
        .route("/{bot}/{method}", any(bot_api))
        .route("/file/{bot}/{*path}", any(file))
        .layer(DefaultBodyLimit::max(reading::MOST_BYTES))
        .merge(page::routes())
        .fallback(async || nothing_here())
        .with_state(sandbox);
    tokio::spawn(async move {
        let service = router.into_make_service_with_connect_info::<Scissors>();
        tokio::select! {
            // Serving never fails: errors of single connections stay with them.
            _ = axum::serve(lines, service).into_future() => {}
            () = stopped.cancelled() => {}
        }
    });
}

async fn bot_api(
    State(sandbox): State<Sandbox>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(token) = bot.strip_prefix("bot") else { return nothing_here() };
    let asked = reading::read(request).await;
    match sandbox.answer(token, &method, asked).await {
        Reply::Answer(status, body) => json(status, body.to_string()),
        Reply::HtmlPage(status) => (code(status), Html(PROXY_PAGE)).into_response(),
        Reply::BrokenJson => json(200, "{\"ok\":true,\"result\":{\"message_".to_owned()),
        Reply::Closed => scissors.cut().await,
        Reply::Silence | Reply::Wait(_) | Reply::Later(..) => std::future::pending().await,
    }
}

impl Sandbox {
    /// The reply to one request, after waiting for updates if it has to, and after the latency.
    async fn answer(&self, token: &str, method: &str, asked: Result<Parameters, Refusal>) -> Reply {
        let came = self.0.ticker.elapsed();
        let (number, mut reply) = self.change(|world| world.receive(token, method, asked));
        let mut until = came + self.0.latency;
        if let Reply::Later(late, known) = reply {
            until += late;
            reply = *known;
        }
        if let Reply::Wait(poll) = reply {
            reply = self.wait_for_updates(&poll).await;
            self.change(|world| world.note(number, &reply));
        }
        self.0.ticker.until(until).await;
        reply
    }

    async fn wait_for_updates(&self, poll: &Poll) -> Reply {
        let mut changes = self.0.changes.subscribe();
        loop {
            let known = self.quietly(|world| match world.down {
                true => Some(Reply::Closed),
                false => world.poll(poll).map(Reply::from),
            });
            if let Some(reply) = known {
                return reply;
            }
            tokio::select! {
                _ = changes.changed() => {}
                () = self.0.ticker.until(poll.deadline) => {}
            }
        }
    }
}

/// What somebody sent, for the bot that was told its path.
async fn file(
    State(sandbox): State<Sandbox>,
    Path((bot, path)): Path<(String, String)>,
) -> Response {
    let token = bot.strip_prefix("bot").unwrap_or_default();
    let found = sandbox.look(|world| {
        if world.down {
            return Err(502);
        }
        let bot = world.bot_of(token).ok_or(401_u16)?;
        let mine = format!("voice-{bot}-");
        let mut mine = world.voices.values().filter(|voice| voice.file_id.starts_with(&mine));
        mine.find(|voice| voice.path() == path).map(|voice| voice.bytes.clone()).ok_or(404)
    });
    match found {
        Ok(bytes) => ([(CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Err(status) => code(status).into_response(),
    }
}

fn nothing_here() -> Response {
    json(404, Refusal::not_found().body().to_string())
}

fn json(status: u16, body: String) -> Response {
    (code(status), [(CONTENT_TYPE, "application/json")], body).into_response()
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
