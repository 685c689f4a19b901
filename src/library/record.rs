//! A theme, an activity, a picture book with all its languages: as a folder has it and as the
//! database keeps it, so that the two can be compared.

use std::collections::BTreeMap;

use super::{ActivityText, BookText, Domain, ThemeText};
use crate::language::HomeLanguage;

/// A focus word: Dutch with its article, and in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its key, the same in every language.
    pub key: String,
    /// The word itself; Dutch is always there.
    pub texts: BTreeMap<HomeLanguage, String>,
}

/// A theme without its activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeRecord {
    /// Its name in the programme.
    pub slug: String,
    /// Its place, from 1.
    pub position: i64,
    /// How many weeks it usually runs.
    pub weeks: i64,
    /// Its picture, an id of `pictures`.
    pub picture: Option<String>,
    /// Its focus words in their order.
    pub words: Vec<Word>,
    /// Its texts; Dutch is always there.
    pub texts: BTreeMap<HomeLanguage, ThemeText>,
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityRecord {
    /// The theme's name in the programme.
    pub theme: String,
    /// Its name in the theme.
    pub slug: String,
    /// Its place, from 1.
    pub position: i64,
    /// What it is good for.
    pub domain: Domain,
    /// Age in months, from this one,
    pub months_from: i64,
    /// before this one.
    pub months_to: i64,
    /// How long it takes.
    pub minutes: i64,
    /// Its picture, an id of `pictures`.
    pub picture: Option<String>,
    /// A page about it.
    pub link: Option<String>,
    /// The group hands something out.
    pub materials: bool,
    /// Keys of the theme's focus words.
    pub words: Vec<String>,
    /// Its texts, in the languages of the theme.
    pub texts: BTreeMap<HomeLanguage, ActivityText>,
}

/// A picture book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookRecord {
    /// Its name in the programme.
    pub slug: String,
    /// Its place, from 1.
    pub position: i64,
    /// As printed.
    pub title: String,
    /// Age in months, from this one,
    pub months_from: i64,
    /// before this one.
    pub months_to: i64,
    /// The private link.
    pub link: String,
    /// Its picture, an id of `pictures`.
    pub picture: Option<String>,
    /// Its words in their order.
    pub words: Vec<Word>,
    /// Its texts; Dutch is always there.
    pub texts: BTreeMap<HomeLanguage, BookText>,
}
