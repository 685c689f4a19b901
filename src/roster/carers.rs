//! Carers as a chat knows them: joining, language, consent, pause, stop, leaving.

use std::time::Duration;

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::{carers as queries, staff};
use super::{CarerId, ChatId, FamilyId, FamilyRow, GroupId, OrganisationId};
use crate::clock::Moment;
use crate::language::{HomeLanguage, Phrasebook};
use crate::store::Result;

/// The version of the consent text that carers agree to now; kept with each consent.
pub const CONSENT_VERSION: &str = "2026-11";

/// After this time a carer who stopped needs a new code.
pub const COME_BACK_WITHIN: Duration = Duration::from_secs(90 * 24 * 3_600);

/// A carer in a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerInChat {
    /// Who.
    pub id: CarerId,
    /// Of which family.
    pub family: FamilyId,
    /// The home language: the one the carer chose, or the one of the roster when the bot does not speak it.
    pub language: HomeLanguage,
    /// A second language named in the roster.
    pub second_language: Option<HomeLanguage>,
    /// Whether the carer said to read it.
    pub second_confirmed: bool,
    /// Whether the carer agreed to take part.
    pub consented: bool,
    /// Until when the carer wants a pause.
    pub paused_until: Option<Moment>,
    /// Since when the carer wants nothing any more.
    pub stopped_at: Option<Moment>,
    /// First names of the carer's children.
    pub children: Vec<String>,
    /// The site of (one of) the children.
    pub location: String,
    /// Its telephone number.
    pub phone: Option<String>,
}

impl CarerInChat {
    /// The language to speak in the chat.
    pub fn chat_language(&self, phrases: &Phrasebook) -> HomeLanguage {
        let second = self.second_language.filter(|_| self.second_confirmed);
        phrases.chat_language(self.language, second)
    }

    /// Takes part now (a pause does not end that).
    pub fn is_active(&self) -> bool {
        self.consented && self.stopped_at.is_none()
    }
}

/// Everybody linked to a chat, the longest-known first.
///
/// # Errors
/// The database cannot be reached.
pub async fn carers_of_chat(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Vec<CarerInChat>> {
    let rows = queries::of_chat(read, organisation, chat).await?;
    Ok(rows.into_iter().map(queries::CarerRow::into_carer).collect())
}

/// Binds a carer to the chat in which the code was opened; nothing is sent to it before consent,
/// which is asked anew of who joined before.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn link(
    write: &mut AnyConnection,
    carer: CarerId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    queries::link(write, carer, chat, now).await
}

/// Whether a carer's open code was opened in another chat already. A chat from before the code was
/// made does not count: a new code is how a carer moves to a new telephone.
///
/// # Errors
/// The database cannot be reached.
pub async fn is_bound_elsewhere(
    read: &mut AnyConnection,
    carer: CarerId,
    chat: ChatId,
) -> Result<bool> {
    queries::is_bound_elsewhere(read, carer, chat).await
}

/// The whole chat is in this language from now on. A home language that the bot does not speak stays what
/// it is: then the chosen one is the second language, confirmed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn choose_language(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    (language, phrases): (HomeLanguage, &Phrasebook),
    now: Moment,
) -> Result<()> {
    let spoken: Vec<HomeLanguage> = phrases.languages().collect();
    queries::choose_language(write, organisation, chat, (language, &spoken), now).await
}

/// The carer agreed to take part.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn consent(write: &mut AnyConnection, carer: CarerId, now: Moment) -> Result<()> {
    queries::consent(write, carer, CONSENT_VERSION, now).await
}

/// The carer does not want to take part: the chat is forgotten, the code stays valid.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn decline(write: &mut AnyConnection, carer: CarerId, now: Moment) -> Result<()> {
    queries::decline(write, carer, now).await
}

/// The carer reads, or does not read, the second language of the roster.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn second_language(
    write: &mut AnyConnection,
    carer: CarerId,
    reads: bool,
    now: Moment,
) -> Result<()> {
    queries::second_language(write, carer, reads.then_some(now)).await
}

/// Nothing to many is sent to the chat until then; `None` ends a pause.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn pause(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    until: Option<Moment>,
    now: Moment,
) -> Result<()> {
    queries::pause(write, organisation, chat, until, now).await
}

/// Nothing is sent to the chat any more.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn stop(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    queries::set_stopped(write, organisation, chat, Some(now)).await
}

/// A carer who stopped takes part again.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn resume(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<()> {
    queries::set_stopped(write, organisation, chat, None).await
}

/// "This is not me": the chat is unlinked from all its carers and their codes end.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn unlink(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    queries::revoke_codes(write, organisation, chat, now).await?;
    queries::unlink(write, organisation, chat).await
}

/// The messenger says whether the chat takes messages; `why` it does not.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn reachable(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    why_not: Option<&str>,
    now: Moment,
) -> Result<()> {
    staff::reachable(write, organisation, chat, why_not.map(|_| now)).await?;
    queries::reachable(write, organisation, chat, why_not, now).await
}

/// Languages of the organisation's carers, the most usual first.
///
/// # Errors
/// The database cannot be reached.
pub async fn usual_languages(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<HomeLanguage>> {
    let tags = queries::usual_languages(read, organisation).await?;
    Ok(tags.iter().filter_map(|tag| HomeLanguage::parse(tag)).collect())
}

/// Families with their carers, by location and group; only one group's, when it is given.
///
/// # Errors
/// The database cannot be reached.
pub async fn families(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    group: Option<GroupId>,
) -> Result<Vec<FamilyRow>> {
    queries::families(read, organisation, group.map(GroupId::raw)).await
}

/// Families with a child who is in the groups of a letter today.
///
/// # Errors
/// The database cannot be reached.
pub async fn families_of_letter(
    read: &mut AnyConnection,
    letter: i64,
    today: Date,
) -> Result<Vec<FamilyRow>> {
    queries::families_of_letter(read, letter, &today.to_string()).await
}

/// How many carers, of all organisations, are linked to a chat and have neither stopped nor left.
///
/// # Errors
/// The database cannot be reached.
pub async fn count_linked(read: &mut AnyConnection) -> Result<i64> {
    queries::count_linked(read).await
}
