//! The question how it went, for who listens: the same words for every letter and activity, so one
//! voice for each language is enough.

use sqlx::AnyConnection;

use super::queries;
use super::recordings::{self, Recording};
use crate::language::{Args, HomeLanguage, Phrasebook, ReadAloud};
use crate::roster::{CarerId, OrganisationId};
use crate::store::Result;

/// What is read aloud of a check-in: the question, and what the three buttons say.
pub fn question(phrases: &Phrasebook, language: HomeLanguage) -> ReadAloud {
    let button = |phrase: &str| phrases.plain(language, phrase, &Args::new());
    let args = Args::new().text("worked", button("checkin-worked"));
    let args = args.text("bit", button("checkin-a-bit")).text("not", button("checkin-not-yet"));
    ReadAloud::default().text(&phrases.plain(language, "checkin-aloud", &args))
}

/// Organisations in which the machine may speak some language.
///
/// # Errors
/// The database cannot be reached.
pub async fn organisations_with_machine(read: &mut AnyConnection) -> Result<Vec<OrganisationId>> {
    queries::organisations_with_machine(read).await
}

/// Whether the machine may speak some language in an organisation.
///
/// # Errors
/// The database cannot be reached.
pub async fn speaks(read: &mut AnyConnection, organisation: OrganisationId) -> Result<bool> {
    Ok(!recordings::approved_machines(read, organisation).await?.is_empty())
}

/// The voice of an answer's words for this carer; `None` for who reads, and where there is none.
///
/// # Errors
/// The database cannot be reached.
pub async fn heard_by(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    carer: CarerId,
    words: &ReadAloud,
    language: HomeLanguage,
) -> Result<Option<Recording>> {
    if queries::listens(read, carer).await? {
        recordings::find(read, organisation, words, language).await
    } else {
        Ok(None)
    }
}
