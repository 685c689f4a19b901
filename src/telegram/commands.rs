//! What Telegram shows beside the bot: its username for links, and the commands in its own menu.

use teloxide::payloads::SetMyCommandsSetters as _;
use teloxide::prelude::Requester;
use teloxide::types::BotCommand;

use super::api::Api;
use super::queries;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::roster::OrganisationId;
use crate::store::{Result, Store};

/// Telegram allows only these letters in commands, so the names stay; descriptions are localized.
const COMMANDS: [(&str, &str); 4] = [
    ("menu", "command-menu"),
    ("language", "command-language"),
    ("help", "command-help"),
    ("stop", "command-stop"),
];

/// The username that the bot had when it was last asked.
///
/// # Errors
/// The database cannot be reached.
pub async fn known_username(store: &Store, organisation: OrganisationId) -> Result<Option<String>> {
    Ok(queries::bot(&mut *store.read().await?, organisation).await?.0)
}

/// Asks Telegram for the bot's username and keeps it; `None` when it does not answer.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn ask_username(
    store: &Store,
    organisation: OrganisationId,
    api: &Api,
) -> Result<Option<String>> {
    let Ok(me) = api.bot().get_me().await else { return Ok(None) };
    let username = me.username().to_owned();
    let mut write = store.write().await?;
    queries::set_username(&mut write, organisation, &username).await?;
    write.commit().await?;
    Ok(Some(username))
}

/// Tells Telegram the commands in every language, if they are not the ones it was told before. Best
/// effort: the next start tries again.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn set_commands(
    store: &Store,
    organisation: OrganisationId,
    api: &Api,
    phrases: &Phrasebook,
) -> Result<()> {
    let version = version(phrases);
    let (_, told) = queries::bot(&mut *store.read().await?, organisation).await?;
    if told.as_deref() == Some(version.as_str()) {
        return Ok(());
    }
    let bot = api.bot();
    for language in phrases.languages() {
        let mut told = bot
            .set_my_commands(commands(phrases, language))
            .language_code(language.tag())
            .await
            .is_ok();
        if language == HomeLanguage::DUTCH {
            told &= bot.set_my_commands(commands(phrases, language)).await.is_ok();
        }
        if !told {
            return Ok(());
        }
    }
    let mut write = store.write().await?;
    queries::set_menu_version(&mut write, organisation, &version).await?;
    write.commit().await?;
    Ok(())
}

fn commands(phrases: &Phrasebook, language: HomeLanguage) -> Vec<BotCommand> {
    let describe = |id: &str| phrases.plain(language, id, &Args::new());
    COMMANDS.iter().map(|(name, id)| BotCommand::new(*name, describe(id))).collect()
}

/// Changes when any description does.
fn version(phrases: &Phrasebook) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for language in phrases.languages() {
        for command in commands(phrases, language) {
            hash.update(format!("{language}/{}/{}\n", command.command, command.description));
        }
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
