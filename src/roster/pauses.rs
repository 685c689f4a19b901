//! How the carers of one chat are paused, so that a pause of the whole chat can be taken back exactly.

use sqlx::AnyConnection;

use super::queries::pauses as queries;
use super::{CarerId, ChatId, OrganisationId};
use crate::clock::Moment;
use crate::store::Result;

/// How a carer of a chat is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PauseOf {
    /// Which carer.
    pub carer: CarerId,
    /// Until when, if at all.
    pub until: Option<Moment>,
    /// Since when.
    pub since: Option<Moment>,
}

impl PauseOf {
    /// In one word, to be noted down.
    pub fn word(&self) -> String {
        let moment = |it: Option<Moment>| it.map_or(String::new(), |at| at.millis().to_string());
        format!("{}/{}/{}", self.carer, moment(self.until), moment(self.since))
    }

    /// Reads that word.
    pub fn read(word: &str) -> Option<Self> {
        let mut parts = word.split('/');
        let carer = CarerId::from_raw(parts.next()?.parse().ok()?);
        let mut moment = || parts.next()?.parse().ok().map(Moment::from_millis);
        Some(Self { carer, until: moment(), since: moment() })
    }
}

/// How the carers of a chat are paused, those who take part.
///
/// # Errors
/// The database cannot be reached.
pub async fn pauses(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Vec<PauseOf>> {
    queries::pauses(read, organisation, chat).await
}

/// Gives the carers of a chat back the pauses they had, of those whose pause began at `began` still.
/// For whom nothing is known, none.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn put_pauses_back(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    before: &[PauseOf],
    began: Moment,
) -> Result<()> {
    let none = |it: PauseOf| PauseOf { until: None, since: None, ..it };
    for now in queries::pauses(write, organisation, chat).await? {
        if now.since == Some(began) {
            let had = before.iter().find(|it| it.carer == now.carer);
            queries::set_pause(write, had.copied().unwrap_or_else(|| none(now))).await?;
        }
    }
    Ok(())
}
