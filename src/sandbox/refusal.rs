//! Telegram's ways of saying no, with its words.

use std::time::Duration;

use serde_json::{Value, json};

/// A request that is not accepted, as it will be answered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    pub(super) code: u16,
    pub(super) description: String,
    pub(super) parameters: Option<Value>,
}

impl Refusal {
    pub(super) fn new(code: u16, description: impl Into<String>) -> Self {
        Self { code, description: description.into(), parameters: None }
    }

    /// 400: the request itself is wrong.
    pub(super) fn bad(what: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", what.as_ref()))
    }

    pub(super) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    pub(super) fn not_found() -> Self {
        Self::new(404, "Not Found")
    }

    pub(super) fn blocked() -> Self {
        Self::new(403, "Forbidden: bot was blocked by the user")
    }

    pub(super) fn conflict(what: &str) -> Self {
        Self::new(409, format!("Conflict: {what}"))
    }

    pub(super) fn chat_not_found() -> Self {
        Self::bad("chat not found")
    }

    /// 429 with the whole seconds to wait, at least one.
    pub(super) fn too_many(wait: Duration) -> Self {
        let seconds = i64::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(i64::MAX).max(1);
        Self::too_many_saying(Some(seconds.into()))
    }

    /// 429 with any `retry_after`, sensible or not.
    pub(super) fn too_many_saying(seconds: Option<Value>) -> Self {
        match seconds {
            Some(seconds) => Self {
                description: format!("Too Many Requests: retry after {seconds}"),
                parameters: Some(json!({ "retry_after": seconds })),
                ..Self::new(429, "")
            },
            None => Self::new(429, "Too Many Requests"),
        }
    }

    /// The group became a supergroup with another id.
    pub(super) fn migrated(to: i64) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": to })),
            ..Self::bad("group chat was upgraded to a supergroup chat")
        }
    }

    pub(super) fn body(&self) -> Value {
        let mut body =
            json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body
    }
}
