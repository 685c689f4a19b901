//! What is read aloud of a theme, before its messages are made: so that their voices are there in time.

use std::time::Duration;

use sqlx::AnyConnection;

use super::queries::voices;
use crate::clock::Moment;
use crate::language::{HomeLanguage, ReadAloud};
use crate::library::{self, Level, Part, ThemeId};
use crate::roster::OrganisationId;
use crate::store::Result;

/// Voices are made so long before a message leaves.
const AHEAD: Duration = Duration::from_secs(60 * 60);

/// Themes with a message that leaves soon, in organisations where the machine may speak.
///
/// # Errors
/// The database cannot be reached.
pub async fn themes_soon(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<(OrganisationId, ThemeId)>> {
    let soon = voices::themes_soon(read, now.after(AHEAD)).await?;
    let named =
        |(organisation, theme)| (OrganisationId::from_raw(organisation), ThemeId::from_raw(theme));
    Ok(soon.into_iter().map(named).collect())
}

/// Everything that is read aloud of a theme, in every language it was written in.
///
/// # Errors
/// The database cannot be reached.
pub async fn told_of_theme(
    read: &mut AnyConnection,
    theme: ThemeId,
) -> Result<Vec<(HomeLanguage, ReadAloud)>> {
    let mut told = Vec::new();
    for language in library::languages_of_theme(read, theme).await? {
        let texts = told_in(read, theme, language).await?;
        told.extend(texts.into_iter().map(|text| (language, text)));
    }
    Ok(told)
}

/// Everything that is read aloud of a theme in one language.
pub(super) async fn told_in(
    read: &mut AnyConnection,
    theme: ThemeId,
    language: HomeLanguage,
) -> Result<Vec<ReadAloud>> {
    let mut told = Vec::new();
    let mut tell = |part: Part<'_>| {
        told.push(library::aloud(&library::read_aloud(part)));
    };
    if let Some(text) = library::theme_text(read, theme, language).await? {
        let words = library::theme_words(read, theme, language).await?;
        tell(Part::Letter(&text, &words));
        tell(Part::Closing(&text));
    }
    for activity in library::activities(read, theme).await? {
        let text = library::activity_text(read, activity.id, language).await?;
        let Some(text) = text.filter(|_| !activity.withdrawn) else { continue };
        let words = library::activity_words(read, activity.id, language).await?;
        tell(Part::Why(&text));
        for level in Level::ALL {
            tell(Part::Do(&text, level, &words));
        }
        tell(Part::Cheer(&text));
    }
    Ok(told)
}
