//! What is in the library: themes, their activities, and picture books, found by the names that
//! staff type.

use sqlx::AnyConnection;

use super::queries::shelves;
use super::{ActivityId, BookId, Domain, ThemeId};
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::roster::OrganisationId;
use crate::store::{self, Result};

/// A theme: a booklet of activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its name in the programme: letters, digits and `-`.
    pub slug: String,
    /// The id of its programme in the folder it came from.
    pub programme: String,
    /// The programme's name, for staff.
    pub programme_name: String,
    /// Its place in the programme, from 1.
    pub position: i64,
    /// How many weeks it usually runs.
    pub weeks: i64,
    /// Its picture, an id of `pictures`.
    pub picture: Option<String>,
    /// The Dutch title.
    pub title: String,
    /// It is no longer in the programme: it is not started any more.
    pub withdrawn: bool,
}

/// A home activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// Its name in the theme.
    pub slug: String,
    /// Its place in the theme, from 1.
    pub position: i64,
    /// What it is good for.
    pub domain: Domain,
    /// The child's age in whole months: from this one,
    pub months_from: i64,
    /// before this one.
    pub months_to: i64,
    /// How long it takes.
    pub minutes: i64,
    /// Its picture, an id of `pictures`.
    pub picture: Option<String>,
    /// A page about it.
    pub link: Option<String>,
    /// The group hands something out for it.
    pub materials: bool,
    /// It is no longer in the theme: no new family gets it.
    pub withdrawn: bool,
}

/// A picture book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its id.
    pub id: BookId,
    /// Its name in the programme.
    pub slug: String,
    /// The id of its programme in the folder it came from.
    pub programme: String,
    /// The programme's name, for staff.
    pub programme_name: String,
    /// Its place in the programme, from 1.
    pub position: i64,
    /// As printed.
    pub title: String,
    /// The child's age in whole months: from this one,
    pub months_from: i64,
    /// before this one.
    pub months_to: i64,
    /// The private link.
    pub link: String,
    /// Its picture, an id of `pictures`.
    pub picture: Option<String>,
    /// It is no longer in the programme.
    pub withdrawn: bool,
}

/// Why there is no telling which theme is meant.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// No theme is called so; those that exist, as `programme/theme`.
    #[error("there is no theme of that name")]
    Unknown(String, Vec<String>),
    /// Several are called so; these, as `programme/theme`.
    #[error("several themes have that name")]
    Ambiguous(String, Vec<String>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Why there is no telling which picture book is meant.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// No book is called so; those that exist, as `programme/book`.
    #[error("there is no picture book of that name")]
    Unknown(String, Vec<String>),
    /// Several are called so; these, as `programme/book`.
    #[error("several picture books have that name")]
    Ambiguous(String, Vec<String>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl Theme {
    /// `programme/theme`: how a theme is named without doubt.
    pub fn full_name(&self) -> String {
        format!("{}/{}", self.programme, self.slug)
    }
}

impl Activity {
    /// Whether it is made for a child of so many whole months.
    pub fn suits(&self, months: i64) -> bool {
        (self.months_from..self.months_to).contains(&months)
    }
}

impl Book {
    /// `programme/book`: how a book is named without doubt.
    pub fn full_name(&self) -> String {
        format!("{}/{}", self.programme, self.slug)
    }
}

impl ThemeError {
    /// What to tell the person who typed; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let (id, typed, known) = match self {
            Self::Unknown(_, known) if known.is_empty() => {
                return Some(phrases.plain(language, "library-no-themes", &Args::new()));
            }
            Self::Unknown(typed, known) => ("library-theme-unknown", typed, known),
            Self::Ambiguous(typed, known) => ("library-theme-ambiguous", typed, known),
            Self::Store(_) => return None,
        };
        Some(phrases.plain(language, id, &named(typed, known)))
    }
}

impl BookError {
    /// What to tell the person who typed; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let (id, typed, known) = match self {
            Self::Unknown(_, known) if known.is_empty() => {
                return Some(phrases.plain(language, "library-no-books", &Args::new()));
            }
            Self::Unknown(typed, known) => ("library-book-unknown", typed, known),
            Self::Ambiguous(typed, known) => ("library-book-ambiguous", typed, known),
            Self::Store(_) => return None,
        };
        Some(phrases.plain(language, id, &named(typed, known)))
    }
}

fn named(typed: &str, known: &[String]) -> Args {
    Args::new().text("name", typed).text("known", known.join(", "))
}

/// All themes in the order of their programmes, with those that were withdrawn.
///
/// # Errors
/// The database cannot be reached.
pub async fn themes(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Theme>> {
    shelves::themes(read, organisation).await
}

/// The theme that `text` names: `theme` or `programme/theme`, or its Dutch title. A withdrawn theme
/// is only found when nothing else fits.
///
/// # Errors
/// No theme, or several, fit; the database.
pub async fn theme_named(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    text: &str,
) -> std::result::Result<Theme, ThemeError> {
    let all = themes(read, organisation).await?;
    let names = |theme: &Theme| [theme.slug.clone(), theme.full_name(), theme.title.clone()];
    let fits = fitting(&all, text, names, |theme| theme.withdrawn);
    match fits.as_slice() {
        [only] => Ok((*only).clone()),
        [] => {
            let known = all.iter().filter(|theme| !theme.withdrawn).map(Theme::full_name);
            Err(ThemeError::Unknown(text.trim().to_owned(), known.collect()))
        }
        several => {
            let known = several.iter().map(|theme| theme.full_name()).collect();
            Err(ThemeError::Ambiguous(text.trim().to_owned(), known))
        }
    }
}

/// The activities of a theme in their order, with those that were withdrawn.
///
/// # Errors
/// The database cannot be reached.
pub async fn activities(read: &mut AnyConnection, theme: ThemeId) -> Result<Vec<Activity>> {
    shelves::activities(read, theme).await
}

/// All picture books in the order of their programmes, with those that were withdrawn.
///
/// # Errors
/// The database cannot be reached.
pub async fn books(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Book>> {
    shelves::books(read, organisation).await
}

/// The picture book that `text` names: `book` or `programme/book`, or its title. A withdrawn book is
/// only found when nothing else fits.
///
/// # Errors
/// No book, or several, fit; the database.
pub async fn book_named(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    text: &str,
) -> std::result::Result<Book, BookError> {
    let all = books(read, organisation).await?;
    let names = |book: &Book| [book.slug.clone(), book.full_name(), book.title.clone()];
    let fits = fitting(&all, text, names, |book| book.withdrawn);
    match fits.as_slice() {
        [only] => Ok((*only).clone()),
        [] => {
            let known = all.iter().filter(|book| !book.withdrawn).map(Book::full_name);
            Err(BookError::Unknown(text.trim().to_owned(), known.collect()))
        }
        several => {
            let known = several.iter().map(|book| book.full_name()).collect();
            Err(BookError::Ambiguous(text.trim().to_owned(), known))
        }
    }
}

/// What is named so, whatever the case; the withdrawn ones only when nothing else is.
fn fitting<'a, T>(
    all: &'a [T],
    text: &str,
    names: impl Fn(&T) -> [String; 3],
    withdrawn: impl Fn(&T) -> bool,
) -> Vec<&'a T> {
    let typed = text.trim().to_lowercase();
    let is = |it: &&T| names(it).iter().any(|name| name.to_lowercase() == typed);
    let (gone, there): (Vec<&T>, Vec<&T>) = all.iter().filter(is).partition(|it| withdrawn(it));
    if there.is_empty() { gone } else { there }
}
