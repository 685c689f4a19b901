//! The texts of the library in one language.

use sqlx::AnyConnection;

use super::queries::texts as queries;
use super::{ActivityId, BookId, ThemeId};
use crate::language::{HomeLanguage, Quality};
use crate::store::Result;

/// A theme's own texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeText {
    /// At most 40 characters.
    pub title: String,
    /// The theme letter: what the group does, what is coming.
    pub letter: String,
    /// The last message of the theme.
    pub closing: String,
    /// Who vouches for the theme's texts in this language.
    pub quality: Quality,
}

/// An activity in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityText {
    /// At most 40 characters.
    pub title: String,
    /// One fact: why this is good for a child.
    pub why: String,
    /// What one needs, from any home.
    pub need: Option<String>,
    /// What to do.
    pub steps: Vec<String>,
    /// The same, easier.
    pub easier: Vec<String>,
    /// The same, harder.
    pub harder: Vec<String>,
    /// Encouragement and a next step.
    pub cheer: String,
    /// Names what the child practises by it.
    pub thanks: String,
}

/// A picture book in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookText {
    /// The title in this language.
    pub title: String,
    /// One or two sentences.
    pub about: String,
    /// To talk about together.
    pub questions: Vec<String>,
    /// Who vouches for the text.
    pub quality: Quality,
}

impl ActivityText {
    /// The steps at a level.
    pub fn steps_at(&self, level: super::Level) -> &[String] {
        match level {
            super::Level::Easier => &self.easier,
            super::Level::AsIs => &self.steps,
            super::Level::Harder => &self.harder,
        }
    }
}

/// A theme's texts; `None` when it was not written in that language.
///
/// # Errors
/// The database cannot be reached.
pub async fn theme_text(
    read: &mut AnyConnection,
    theme: ThemeId,
    language: HomeLanguage,
) -> Result<Option<ThemeText>> {
    queries::theme_text(read, theme, language).await
}

/// The focus words of a theme: the Dutch word with its article, and the word in the language.
///
/// # Errors
/// The database cannot be reached.
pub async fn theme_words(
    read: &mut AnyConnection,
    theme: ThemeId,
    language: HomeLanguage,
) -> Result<Vec<(String, String)>> {
    queries::theme_words(read, theme, language).await
}

/// The focus words of an activity, in pairs as in [`theme_words`].
///
/// # Errors
/// The database cannot be reached.
pub async fn activity_words(
    read: &mut AnyConnection,
    activity: ActivityId,
    language: HomeLanguage,
) -> Result<Vec<(String, String)>> {
    queries::activity_words(read, activity, language).await
}

/// An activity's texts; `None` when it was not written in that language.
///
/// # Errors
/// The database cannot be reached.
pub async fn activity_text(
    read: &mut AnyConnection,
    activity: ActivityId,
    language: HomeLanguage,
) -> Result<Option<ActivityText>> {
    queries::activity_text(read, activity, language).await
}

/// The languages a theme is written in, in the order of their tags.
///
/// # Errors
/// The database cannot be reached.
pub async fn languages_of_theme(
    read: &mut AnyConnection,
    theme: ThemeId,
) -> Result<Vec<HomeLanguage>> {
    queries::languages_of_theme(read, theme).await
}

/// The languages an activity is written in, in the order of their tags.
///
/// # Errors
/// The database cannot be reached.
pub async fn languages_of_activity(
    read: &mut AnyConnection,
    activity: ActivityId,
) -> Result<Vec<HomeLanguage>> {
    queries::languages_of_activity(read, activity).await
}

/// A picture book's texts; `None` when it was not written in that language.
///
/// # Errors
/// The database cannot be reached.
pub async fn book_text(
    read: &mut AnyConnection,
    book: BookId,
    language: HomeLanguage,
) -> Result<Option<BookText>> {
    queries::book_text(read, book, language).await
}

/// The words of a picture book, in pairs as in [`theme_words`].
///
/// # Errors
/// The database cannot be reached.
pub async fn book_words(
    read: &mut AnyConnection,
    book: BookId,
    language: HomeLanguage,
) -> Result<Vec<(String, String)>> {
    queries::book_words(read, book, language).await
}

/// The languages a picture book is written in, in the order of their tags.
///
/// # Errors
/// The database cannot be reached.
pub async fn languages_of_book(
    read: &mut AnyConnection,
    book: BookId,
) -> Result<Vec<HomeLanguage>> {
    queries::languages_of_book(read, book).await
}
