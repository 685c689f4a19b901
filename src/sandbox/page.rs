//! The page of phones.

use axum::Router;

use super::Sandbox;

pub(super) fn routes() -> Router<Sandbox> {
    Router::new()
}
