//! Which voice reads which text, and in which languages the machine may speak.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sqlx::AnyConnection;

use super::queries::{self, NewRecording};
use crate::clock::Moment;
use crate::language::{HomeLanguage, ReadAloud};
use crate::library::Voice;
use crate::roster::OrganisationId;
use crate::store::Result;

/// The voice of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// Id of the sound.
    pub voice: String,
    /// Whether the machine speaks; a listener is told.
    pub by_machine: bool,
}

/// Who made a voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded<'a> {
    /// A person, if it is known by which name.
    ByPerson(Option<&'a str>),
    /// The machine.
    ByMachine,
}

/// The machine's leave to speak a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByMachine {
    /// The language.
    pub language: HomeLanguage,
    /// Since when.
    pub approved_at: Moment,
    /// Who listened.
    pub approved_by: String,
}

/// The voice that reads exactly this text.
///
/// # Errors
/// The database cannot be reached.
pub async fn find(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    text: &ReadAloud,
    language: HomeLanguage,
) -> Result<Option<Recording>> {
    let mut found = queries::recording(read, organisation, &text.key(), language.tag()).await?;
    if found.is_none() && text.has_words() {
        // A person who recorded the text before its words were read aloud need not do it again.
        let key = text.without_words().key();
        let before = queries::recording(read, organisation, &key, language.tag()).await?;
        found = before.filter(|(_, made_by)| made_by == "person");
    }
    Ok(found.map(|(voice, made_by)| Recording { voice, by_machine: made_by == "machine" }))
}

/// Keeps a voice for a text. A person's takes the place of any other, the machine's of no person's.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn record(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    (language, text): (HomeLanguage, &ReadAloud),
    sound: &Voice,
    who: Recorded<'_>,
    now: Moment,
) -> Result<()> {
    queries::keep_voice(write, &sound.id, &STANDARD.encode(&sound.bytes), sound.seconds).await?;
    let (made_by, recorded_by) = match who {
        Recorded::ByPerson(name) => ("person", name),
        Recorded::ByMachine => ("machine", None),
    };
    let key = text.key();
    let new = NewRecording {
        organisation,
        key: &key,
        language: language.tag(),
        voice: &sound.id,
        made_by,
        recorded_by,
    };
    queries::keep_recording(write, &new, now).await
}

/// Staff listened to the machine and found it good enough for parents.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn approve_machine(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    language: HomeLanguage,
    by: &str,
    now: Moment,
) -> Result<()> {
    queries::approve(write, organisation, language.tag(), by, now).await
}

/// The machine speaks this language no more: its voices go, those of people stay, and so does what has
/// been sent. False when it did not speak it.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn revoke_machine(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    language: HomeLanguage,
) -> Result<bool> {
    queries::revoke(write, organisation, language.tag()).await
}

/// Languages in which the machine may speak.
///
/// # Errors
/// The database cannot be reached.
pub async fn approved_machines(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<ByMachine>> {
    let rows = queries::approved(read, organisation).await?;
    let known = rows.into_iter().filter_map(|(tag, at, approved_by)| {
        let language = HomeLanguage::parse(&tag)?;
        Some(ByMachine { language, approved_at: Moment::from_millis(at), approved_by })
    });
    Ok(known.collect())
}

/// How many texts have a voice: by people and by the machine, for each language that has one.
///
/// # Errors
/// The database cannot be reached.
pub async fn count_recordings(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(HomeLanguage, i64, i64)>> {
    let mut counts: Vec<(HomeLanguage, i64, i64)> = Vec::new();
    for (tag, made_by, count) in queries::counts(read, organisation).await? {
        let Some(language) = HomeLanguage::parse(&tag) else { continue };
        if counts.last().is_none_or(|(last, _, _)| *last != language) {
            counts.push((language, 0, 0));
        }
        if let Some((_, people, machine)) = counts.last_mut() {
            *(if made_by == "machine" { machine } else { people }) += count;
        }
    }
    Ok(counts)
}

/// Takes a person's recording of a text back; what was sent stays.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn forget(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    (language, text): (HomeLanguage, &ReadAloud),
) -> Result<()> {
    queries::forget(write, organisation, &text.key(), language.tag()).await
}
