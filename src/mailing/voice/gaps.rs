//! Who would listen and has nothing to hear, told before a letter leaves and after.

use std::collections::BTreeSet;

use sqlx::AnyConnection;

use super::{queries, recordings, texts};
use crate::language::HomeLanguage;
use crate::roster::OrganisationId;
use crate::store::Result;

/// A language without a voice for a text, and the families who listen in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceGap {
    /// The language of the text.
    pub language: HomeLanguage,
    /// Names of the families in the roster.
    pub families: Vec<String>,
    /// Why there is none.
    pub why: WhyNone,
}

/// Why a text has no voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNone {
    /// Nobody recorded it, and the machine may not speak this language.
    NobodyRecorded,
    /// The machine failed, in its own words.
    MachineFailed(String),
    /// The machine may speak; it will, shortly before the text leaves.
    NotYet,
}

/// Families with a carer who listens, and no voice in the language of their text.
///
/// # Errors
/// The database cannot be reached.
pub async fn voice_gaps(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    mailing: i64,
    today: &str,
) -> Result<Vec<VoiceGap>> {
    let mut gaps: Vec<VoiceGap> = Vec::new();
    for (tag, family) in queries::listeners(read, mailing, today).await? {
        let Some(language) = HomeLanguage::parse(&tag) else { continue };
        match gaps.last_mut() {
            Some(gap) if gap.language == language => gap.families.push(family),
            _ => gaps.push(VoiceGap {
                language,
                families: vec![family],
                why: WhyNone::NobodyRecorded,
            }),
        }
    }
    if gaps.is_empty() {
        return Ok(gaps);
    }
    let texts = texts::read_aloud(read, mailing).await?;
    let approved = recordings::approved_machines(read, organisation).await?;
    let mut without = Vec::with_capacity(gaps.len());
    for mut gap in gaps {
        let language = gap.language;
        let Some(text) = texts.get(&language) else { continue };
        if recordings::find(read, organisation, text, language).await?.is_some() {
            continue;
        }
        let failure = queries::failure(read, organisation, &text.key(), language.tag()).await?;
        if approved.iter().any(|it| it.language == language) {
            gap.why = failure.map_or(WhyNone::NotYet, |(why, _)| WhyNone::MachineFailed(why));
        }
        without.push(gap);
    }
    Ok(without)
}

/// Of texts in one language, by their keys: how many a person recorded, and how many of the others the
/// machine speaks, or will speak shortly before they leave.
///
/// # Errors
/// The database cannot be reached.
pub async fn count_voices(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    language: HomeLanguage,
    keys: &BTreeSet<String>,
) -> Result<(i64, i64)> {
    let there = queries::recordings_in(read, organisation, language.tag()).await?;
    let made_by = |who: &str| -> BTreeSet<&String> {
        let of_them = there.iter().filter(|(key, made_by)| made_by == who && keys.contains(key));
        of_them.map(|(key, _)| key).collect()
    };
    let (recorded, mut spoken) = (made_by("person"), made_by("machine"));
    let failed = queries::failures_in(read, organisation, language.tag()).await?;
    let approved = recordings::approved_machines(read, organisation).await?;
    if approved.iter().any(|it| it.language == language) {
        spoken.extend(keys.iter().filter(|key| !recorded.contains(key) && !failed.contains(key)));
    }
    let count = |keys: BTreeSet<&String>| i64::try_from(keys.len()).unwrap_or(i64::MAX);
    Ok((count(recorded), count(spoken)))
}
