//! How a bot stands with Telegram, for `/readyz` and for the log.

use tokio::sync::watch;

use super::api::{Answer, CallError};

/// How the bot stands with Telegram.
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
    /// Somebody else is polling with the same token, or has set a webhook.
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

/// A call that brought nothing, and why.
pub(super) struct Trouble(pub Link, pub String);

impl From<CallError> for Trouble {
    fn from(error: CallError) -> Self {
        Self(
            Link::Away,
            match error {
                CallError::NotSent(why) | CallError::InDoubt(why) => why,
                CallError::Server(status) => format!("error {status}"),
            },
        )
    }
}

impl Trouble {
    /// What a refusal means.
    pub(super) fn of(refusal: Answer) -> Self {
        let link = match refusal.error_code {
            Some(401 | 404) => Link::Rejected,
            Some(409) => Link::Conflict,
            _ => Link::Away,
        };
        Self(link, refusal.description)
    }
}

/// Notes how the bot stands, and says so once when that changed.
pub(super) fn note(shown: &watch::Sender<Link>, link: Link, why: &str) {
    let before = shown.send_replace(link);
    if before == link {
        return;
    }
    match link {
        Link::Up if before == Link::Unknown => tracing::info!("listening to Telegram"),
        Link::Up => tracing::info!("Telegram answers again"),
        Link::Rejected => tracing::error!(why, "Telegram does not accept this bot's token"),
        Link::Conflict => {
            tracing::error!(why, "another program takes the updates of this bot");
        }
        _ => tracing::warn!(why, "Telegram cannot be reached; trying again until it answers"),
    }
}
