//! `/calendar/CODE.ics`: private calendars of staff, for their calendar programs. Every instance has them. The
//! code is a password: no line of the log holds a path.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use crate::clock::Calendar;
use crate::language::Phrasebook;
use crate::meeting::{self, CALENDAR_TYPE, FEED_END, FEED_PATH, Feed};
use crate::roster;
use crate::store::{Result, Store};

/// Calendar programs ask each few minutes to hours; nobody else is to keep a copy.
const KEPT: &str = "private, max-age=300";

/// What the calendars are made from.
#[derive(Clone)]
pub(super) struct Feeds {
    pub store: Store,
    pub phrases: Arc<Phrasebook>,
    pub calendar: Calendar,
}

/// GET, and HEAD with it.
pub(super) fn routes(feeds: Feeds) -> Router {
    Router::new().route(&format!("{FEED_PATH}{{file}}"), get(calendar)).with_state(feeds)
}

async fn calendar(
    State(feeds): State<Feeds>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(code) = file.strip_suffix(FEED_END) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match feeds.find(code).await {
        Ok(Some(feed)) => match tokio::task::spawn_blocking(|| feed.into_file()).await {
            Ok(text) => answer(text, &headers),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::warn!(%error, "a calendar cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

impl Feeds {
    /// `None` when the code opens nothing (any more).
    async fn find(&self, code: &str) -> Result<Option<Feed>> {
        let mut read = self.store.read().await?;
        let Some(owner) = meeting::feed_of_code(&mut read, code).await? else { return Ok(None) };
        let all = roster::organisations(&mut read).await?;
        let Some(organisation) = all.iter().find(|it| it.id == owner.organisation) else {
            return Ok(None);
        };
        let now = self.calendar.now();
        let feed = meeting::feed(&mut read, &self.phrases, (organisation, owner), now).await?;
        Ok(Some(feed))
    }
}

/// The file; or only that it is still the same.
fn answer(text: String, headers: &HeaderMap) -> Response {
    let tag = format!("\"{:x}\"", Sha256::digest(text.as_bytes()));
    let is_known = knows(headers, &tag);
    let about = ([(header::CACHE_CONTROL, KEPT)], [(header::ETAG, tag)]);
    if is_known {
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    let kind = format!("{CALENDAR_TYPE}; charset=utf-8");
    (about, [(header::CONTENT_TYPE, kind)], text).into_response()
}

/// Whether the program has this file already; a proxy that packs it may have weakened its tag.
fn knows(headers: &HeaderMap, tag: &str) -> bool {
    let told = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    let mut tags = told.flat_map(|it| it.split(','));
    tags.any(|it| {
        let it = it.trim();
        it == "*" || it.strip_prefix("W/").unwrap_or(it) == tag
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn asked(tags: &[&'static str]) -> HeaderMap {
        let values = tags.iter().map(|it| (header::IF_NONE_MATCH, HeaderValue::from_static(it)));
        values.fold(HeaderMap::new(), |mut headers, (name, value)| {
            headers.append(name, value);
            headers
        })
    }

    #[test]
    fn a_calendar_program_that_has_the_file_is_recognised() {
        for tags in [&["\"a\""][..], &["W/\"a\""], &["\"b\", \"a\""], &["*"], &["\"b\"", "\"a\""]] {
            assert!(knows(&asked(tags), "\"a\""), "{tags:?}");
        }
        for tags in [&[][..], &["\"b\""], &["a"], &["\"a"]] {
            assert!(!knows(&asked(tags), "\"a\""), "{tags:?}");
        }
    }
}
