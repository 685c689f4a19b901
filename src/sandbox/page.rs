//! The page of phones: every carer's chat as the carer sees it, and the calendar.
//!
//! Answers only to a browser on this machine that knows the sandbox by a loopback name: another
//! site that has its own name point here (DNS rebinding) gets nothing.

mod view;

use std::convert::Infallible;
use std::net::IpAddr;
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::Stream;
use serde::Deserialize;
use serde_json::json;

use super::actions::CannotDo;
use super::{PhoneId, Sandbox};
use view::{CalendarView, Jump};

const HTML: &str = include_str!("page/phones.html");
const STYLE: &str = include_str!("page/phones.css");
const SCRIPT: &str = include_str!("page/phones.js");
/// Nothing from elsewhere and no script inside the page: a bubble can do no harm.
const POLICY: &str = "default-src 'self'; base-uri 'none'; frame-ancestors 'self'";
/// Changes within this time are drawn together.
const BREATH: Duration = Duration::from_millis(60);

pub(super) fn routes() -> Router<Sandbox> {
    Router::new()
        .route("/", get(html))
        .route("/sandbox/phones.css", get(async || file("text/css; charset=utf-8", STYLE)))
        .route("/sandbox/phones.js", get(async || file("text/javascript; charset=utf-8", SCRIPT)))
        .route("/sandbox/pictures/{file_id}", get(picture))
        .route("/sandbox/voices/{file_id}", get(voice))
        .route("/sandbox/documents/{file_id}", get(document))
        .route("/sandbox/phones", get(phones))
        .route("/sandbox/changes", get(changes))
        .route("/sandbox/phones/{phone}", post(act))
        .route("/sandbox/calendar", get(calendar).post(turn_calendar))
        .route_layer(middleware::from_fn(only_loopback))
}

async fn only_loopback(request: Request, next: Next) -> Response {
    if names_loopback(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "this page is for a browser on the same machine").into_response()
}

fn names_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else { return false };
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next(),
        None => host.split(':').next(),
    };
    let name = name.unwrap_or_default();
    name.eq_ignore_ascii_case("localhost")
        || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// The page comes with what there is to draw, so that it is whole at once and can be photographed.
async fn html(State(sandbox): State<Sandbox>) -> Response {
    let (_, everything) = sandbox.look(|world| view::since(world, 0));
    // Inside a script element only `<` could be taken for markup.
    let everything = json!(everything).to_string().replace('<', "\\u003c");
    file("text/html; charset=utf-8", HTML.replace("{everything}", &everything))
}

fn file(content_type: &'static str, content: impl IntoResponse) -> Response {
    let headers = [
        (CONTENT_TYPE, content_type),
        (CACHE_CONTROL, "no-cache"),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    (headers, content).into_response()
}

async fn picture(State(sandbox): State<Sandbox>, Path(file_id): Path<String>) -> Response {
    match sandbox.look(|world| world.pictures.get(&file_id).cloned()) {
        Some(picture) => ([(CONTENT_TYPE, picture.media_type)], picture.bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn voice(State(sandbox): State<Sandbox>, Path(file_id): Path<String>) -> Response {
    match sandbox.look(|world| world.voices.get(&file_id).cloned()) {
        Some(voice) => ([(CONTENT_TYPE, "audio/ogg")], voice.bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// To keep, never to open inside the page: a file may be anything. Its name stands on the link.
async fn document(State(sandbox): State<Sandbox>, Path(file_id): Path<String>) -> Response {
    match sandbox.look(|world| world.documents.get(&file_id).cloned()) {
        Some(document) => {
            let headers = [
                (CONTENT_TYPE, document.media_type.as_str()),
                (CONTENT_DISPOSITION, "attachment"),
                (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (headers, document.bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn phones(State(sandbox): State<Sandbox>) -> Response {
    let (_, changed) = sandbox.look(|world| view::since(world, 0));
    Json(changed).into_response()
}

/// Everything first, then whatever changes, as server-sent events.
async fn changes(
    State(sandbox): State<Sandbox>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let waiting = sandbox.0.changes.subscribe();
    let events =
        futures::stream::unfold((sandbox, waiting, None), async |(sandbox, mut waiting, seen)| {
            loop {
                if seen.is_some() {
                    waiting.changed().await.ok()?;
                    sandbox.0.ticker.until(sandbox.0.ticker.elapsed() + BREATH).await;
                    waiting.mark_unchanged();
                }
                let (revision, changed) =
                    sandbox.look(|world| view::since(world, seen.unwrap_or_default()));
                if seen == Some(revision) {
                    continue;
                }
                let event = Event::default().data(json!(changed).to_string());
                return Some((Ok(event), (sandbox, waiting, Some(revision))));
            }
        });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// What can be done on a phone.
#[derive(Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
enum Deed {
    Start { code: Option<String> },
    Type { text: String, reply_to: Option<i32> },
    Press { message_id: i32, data: String },
    SendPhoto { caption: Option<String> },
    SendVoice,
    SendSticker,
    Block,
    Unblock,
}

/// Takes only JSON, so that no form on another site can press a button here.
async fn act(
    State(sandbox): State<Sandbox>,
    Path(phone): Path<i64>,
    Json(deed): Json<Deed>,
) -> Response {
    match sandbox.does(PhoneId(phone), deed) {
        Ok(update) => Json(json!({ "update_id": update })).into_response(),
        Err(why @ CannotDo::NoSuchPhone) => {
            (StatusCode::NOT_FOUND, why.to_string()).into_response()
        }
        Err(why) => (StatusCode::CONFLICT, why.to_string()).into_response(),
    }
}

impl Sandbox {
    fn does(&self, phone: PhoneId, deed: Deed) -> Result<i64, CannotDo> {
        self.change(|world| world.touch(phone).map(|it| it.by_hand = true))
            .ok_or(CannotDo::NoSuchPhone)?;
        match deed {
            Deed::Start { code } => self.presses_start(phone, code.as_deref()),
            Deed::Type { text, reply_to: None } => self.types(phone, &text),
            Deed::Type { text, reply_to: Some(id) } => self.replies(phone, id, &text),
            Deed::Press { message_id, data } => self.presses(phone, message_id, &data),
            Deed::SendPhoto { caption } => self.sends_photo(phone, caption.as_deref()),
            Deed::SendVoice => self.sends_voice(phone),
            Deed::SendSticker => self.sends_sticker(phone),
            Deed::Block => self.blocks(phone),
            Deed::Unblock => self.unblocks(phone),
        }
    }
}

async fn calendar(State(sandbox): State<Sandbox>) -> Json<CalendarView> {
    Json(CalendarView::of(sandbox.0.calendar.now()))
}

async fn turn_calendar(State(sandbox): State<Sandbox>, Json(jump): Json<Jump>) -> Response {
    let calendar = &sandbox.0.calendar;
    match jump.from(calendar.now()) {
        Some(moment) => {
            // Through the world, so that every open page hears of it.
            sandbox.change(|world| world.turn_calendar(moment));
            Json(CalendarView::of(calendar.now())).into_response()
        }
        None => (StatusCode::BAD_REQUEST, "no such day and hour").into_response(),
    }
}
