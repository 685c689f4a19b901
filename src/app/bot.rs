//! The bot's name, for links and for `check`.

use crate::roster::Organisation;
use crate::settings::Settings;
use crate::store::Store;
use crate::telegram::{self, Api};

/// The variable of the bot when there is only one.
pub(super) const ONLY_TOKEN: &str = "TELOXIDE_TOKEN";

/// Why the bot's username is not known.
#[derive(Debug, thiserror::Error)]
pub enum NoUsername {
    /// The variable of its token is not set, and no name was set by hand.
    #[error("{0} is not set; @BotFather gives the token")]
    NoToken(String),
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
    organisation: &Organisation,
) -> Result<String, NoUsername> {
    if let Some(known) = telegram::known_username(store, organisation.id).await? {
        return Ok(known);
    }
    match &settings.bot_username {
        // The setting is about the bot of TELOXIDE_TOKEN.
        Some(set) if organisation.token_env == ONLY_TOKEN => Ok(set.clone()),
        _ => ask_username(store, settings, Some(organisation)).await,
    }
}

/// The entrance of an organisation's bot.
///
/// # Errors
/// Its token is not set, or the HTTP client cannot be set up.
pub fn entrance(settings: &Settings, token_variable: &str) -> Result<Api, NoUsername> {
    let token = settings
        .token_of(token_variable)
        .ok_or_else(|| NoUsername::NoToken(token_variable.to_owned()))?;
    Api::new(&settings.api_url, token, settings.http_timeout).map_err(NoUsername::Client)
}

/// The organisation that has this organisation's bot already: an earlier one with the same token,
/// however the variables are called. Served for both, each would take in the other's updates.
pub(super) fn earlier_owner<'a>(
    settings: &Settings,
    organisation: &Organisation,
    all: &'a [Organisation],
) -> Option<&'a Organisation> {
    let token = settings.token_of(&organisation.token_env)?;
    let has_it = |it: &&Organisation| settings.token_of(&it.token_env).as_ref() == Some(&token);
    all.iter().filter(|it| it.id < organisation.id).find(has_it)
}

/// Asks Telegram now, and keeps what it says for an organisation.
///
/// # Errors
/// [`NoUsername`] says what is missing.
pub async fn ask_username(
    store: &Store,
    settings: &Settings,
    organisation: Option<&Organisation>,
) -> Result<String, NoUsername> {
    let variable = organisation.map_or(ONLY_TOKEN, |organisation| &organisation.token_env);
    let api = entrance(settings, variable)?;
    let told = match organisation {
        Some(organisation) => telegram::ask_username(store, organisation.id, &api).await?,
        None => telegram::username_of(&api).await,
    };
    told.ok_or(NoUsername::NoAnswer)
}
