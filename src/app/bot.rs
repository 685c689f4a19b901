//! The bot's name, for links and for `check`.

use crate::roster::OrganisationId;
use crate::settings::Settings;
use crate::store::Store;
use crate::telegram::{self, Api};

/// Why the bot's username is not known.
#[derive(Debug, thiserror::Error)]
pub enum NoUsername {
    /// No token, and no name set by hand.
    #[error("no token is set")]
    NoToken,
    /// The Bot API does not know the token, or does not answer.
    #[error("the Bot API does not know this token, or does not answer")]
    NoAnswer,
    /// The HTTP client cannot be set up.
    #[error("cannot speak HTTPS: {0}")]
    Client(String),
    /// The database.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
}

/// The username for links: as Telegram last told it, else as set, else asked now.
///
/// # Errors
/// [`NoUsername`] says what is missing.
pub async fn username(
    store: &Store,
    settings: &Settings,
    organisation: OrganisationId,
) -> Result<String, NoUsername> {
    if let Some(known) = telegram::known_username(store, organisation).await? {
        return Ok(known);
    }
    match &settings.bot_username {
        Some(set) => Ok(set.clone()),
        None => ask_username(store, settings, Some(organisation)).await,
    }
}

/// Asks Telegram now, and keeps what it says for an organisation.
///
/// # Errors
/// [`NoUsername`] says what is missing.
pub async fn ask_username(
    store: &Store,
    settings: &Settings,
    organisation: Option<OrganisationId>,
) -> Result<String, NoUsername> {
    let token = settings.token.clone().ok_or(NoUsername::NoToken)?;
    let api =
        Api::new(&settings.api_url, token, settings.http_timeout).map_err(NoUsername::Client)?;
    let told = match organisation {
        Some(organisation) => telegram::ask_username(store, organisation, &api).await?,
        None => telegram::username_of(&api).await,
    };
    told.ok_or(NoUsername::NoAnswer)
}
