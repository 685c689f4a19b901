//! Taking a programme in: all of it or nothing. What the database keeps of it is held against the
//! folder by ids; what is no longer there is withdrawn, never deleted, and what families already
//! got stays in their letters as it was.

mod changes;
mod report;

use std::collections::BTreeSet;

use sqlx::AnyConnection;

use super::folder::{ProgrammeFolder, VoiceFile};
use super::picture::keep_picture;
use super::queries::{known, voices, written};
use super::voice::Voice;
use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::{self, Store};

pub(super) use changes::{Changes, Kept, Known, Side};
pub use report::{ProgrammeReport, Tally, refusal};

/// Why a programme was not taken in, though its folder is in order.
#[derive(Debug, thiserror::Error)]
pub enum TakeInError {
    /// A voice file changed while it was read; once more will do.
    #[error("{0} changed while it was read")]
    Changed(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// What the import did with the voice files.
#[derive(Debug, Default)]
struct Voices {
    new: usize,
    unchanged: usize,
    /// Texts that staff recorded themselves.
    by_staff: usize,
    /// Files that speak an earlier text.
    outdated: Vec<String>,
}

/// Takes a programme into the library of an organisation; with `dry_run` only says what would
/// change. Other programmes and other organisations are not touched.
///
/// # Errors
/// The database refuses or cannot be reached, or a file changed meanwhile: nothing is written then.
pub async fn take_in(
    store: &Store,
    organisation: OrganisationId,
    folder: &ProgrammeFolder,
    dry_run: bool,
    now: Moment,
) -> Result<ProgrammeReport, TakeInError> {
    if dry_run {
        let read = &mut *store.read().await?;
        let known = known::programme(read, organisation, &folder.slug).await?;
        let changes = changes::between(&known, folder);
        let voices = compare_voices(read, organisation, folder).await?.1;
        return Ok(report::of(folder, &known, changes, voices, true));
    }
    let mut write = store.write().await?;
    let known = known::programme(&mut write, organisation, &folder.slug).await?;
    let changes = changes::between(&known, folder);
    let programme = match known.id {
        Some(id) => id,
        None => store.new_id(),
    };
    written::programme(&mut write, programme, organisation, folder, now).await?;
    for picture in folder.pictures.values() {
        keep_picture(&mut write, picture).await?;
    }
    written::changes(&mut write, store, programme, &changes, now).await?;
    let (new_voices, voices) = compare_voices(&mut write, organisation, folder).await?;
    keep_voices(&mut write, organisation, folder, &new_voices, now).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(report::of(folder, &known, changes, voices, false))
}

/// Which voice files are new. A file that spoke another text before is outdated: the text changed,
/// and nobody spoke the new one. What staff recorded themselves stands above the folder.
async fn compare_voices<'f>(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    folder: &'f ProgrammeFolder,
) -> Result<(Vec<&'f VoiceFile>, Voices), TakeInError> {
    let (mut new, mut tally) = (Vec::new(), Voices::default());
    if folder.voices.is_empty() {
        return Ok((new, tally));
    }
    let by = recorded_by(folder);
    let kept = voices::recordings(read, organisation).await?;
    let wanted: BTreeSet<_> =
        folder.voices.iter().map(|file| (file.text_key.as_str(), file.language.tag())).collect();
    for file in &folder.voices {
        let is_same_text = |row: &&voices::Recording| {
            row.text_key == file.text_key && row.language == file.language.tag()
        };
        let spoke_another = |row: &voices::Recording| {
            row.recorded_by.as_deref() == Some(by.as_str())
                && row.voice_id == file.id
                && row.language == file.language.tag()
                && !wanted.contains(&(row.text_key.as_str(), row.language.as_str()))
        };
        match kept.iter().find(is_same_text) {
            Some(row) if row.voice_id == file.id => tally.unchanged += 1,
            Some(row) if row.is_by_staff() => tally.by_staff += 1,
            None if kept.iter().any(spoke_another) => tally.outdated.push(file.path.clone()),
            _ => {
                tally.new += 1;
                new.push(file);
            }
        }
    }
    Ok((new, tally))
}

async fn keep_voices(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    folder: &ProgrammeFolder,
    new: &[&VoiceFile],
    now: Moment,
) -> Result<(), TakeInError> {
    let by = recorded_by(folder);
    for file in new {
        // Read again, so that a whole programme of voices is never in memory at once.
        let voice = Voice::read(&folder.files, &file.path)
            .ok()
            .filter(|voice| voice.id == file.id)
            .ok_or_else(|| TakeInError::Changed(file.path.clone()))?;
        voices::keep(write, &voice).await?;
        voices::record(write, organisation, file, &by, now).await?;
    }
    let spoken: BTreeSet<_> = folder.voices.iter().map(|file| file.id.as_str()).collect();
    for row in voices::recordings(write, organisation).await? {
        // A file that was taken out takes its recording along.
        let is_ours = row.recorded_by.as_deref() == Some(by.as_str());
        if is_ours && !spoken.contains(row.voice_id.as_str()) {
            voices::forget(write, organisation, &row).await?;
        }
    }
    Ok(())
}

/// Who is written down for a recording that came with a programme.
fn recorded_by(folder: &ProgrammeFolder) -> String {
    format!("programme/{}", folder.slug)
}
