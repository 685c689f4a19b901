//! A programme folder (`docs/programme-format.md`), read into a checked value.
//!
//! Everything that is wrong is found in one reading, each with its file, its line and a remedy. It
//! knows no database.

mod books;
mod finding;
mod languages;
mod page;
mod problem;
mod theme;
mod voices;

use std::collections::{BTreeMap, BTreeSet};

use super::record::{ActivityRecord, BookRecord, ThemeRecord};
use super::{Files, Picture, PictureFault};
use crate::language::{HomeLanguage, programme};
use finding::Findings;
use page::{Entries, Page};

pub use finding::Finding;
pub use problem::Problem;

const COVER: &str = "programme.toml";
const LONGEST_NAME: usize = 100;
const LONGEST_SLUG: usize = 40;
const LONGEST_RIGHTS: usize = 300;

/// A programme as it stands in its folder, ready to be taken in.
#[derive(Clone, Debug)]
pub struct ProgrammeFolder {
    /// Where its files lie: the voices are read again when they are kept.
    pub files: Files,
    /// Its id: small letters, digits and `-`.
    pub slug: String,
    /// For staff.
    pub name: String,
    /// Who made it.
    pub publisher: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// What may be done with it.
    pub rights: String,
    /// Its themes in their order.
    pub themes: Vec<ThemeRecord>,
    /// The activities of all themes, in the order of the booklets.
    pub activities: Vec<ActivityRecord>,
    /// Its picture books in their order.
    pub books: Vec<BookRecord>,
    /// Every picture once, by its path in the folder.
    pub pictures: BTreeMap<String, Picture>,
    /// Spoken texts.
    pub voices: Vec<VoiceFile>,
    /// What can be taken in, but could be better.
    pub warnings: Vec<Finding>,
}

/// A voice file, with the text that it speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceFile {
    /// Its path in the folder.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub id: String,
    /// The language it speaks.
    pub language: HomeLanguage,
    /// Of the text that is read aloud: [`text_key`](super::text_key).
    pub text_key: String,
}

/// What the parts of the folder are read into.
#[derive(Debug)]
struct Reading<'f> {
    files: &'f Files,
    findings: &'f Findings,
    pictures: BTreeMap<String, Picture>,
    /// Files that something uses.
    used: BTreeSet<String>,
    themes: Vec<ThemeRecord>,
    activities: Vec<ActivityRecord>,
    books: Vec<BookRecord>,
    voices: Vec<VoiceFile>,
}

/// Reads a programme folder.
///
/// # Errors
/// Everything that must be mended before the programme can be taken in, by file and line.
pub fn read(files: Files, name: &str) -> Result<ProgrammeFolder, Vec<Finding>> {
    let findings = Findings::default();
    if files.names("").is_err() {
        findings.in_file(name, Problem::FolderUnreadable);
        return Err(findings.judge().err().unwrap_or_default());
    }
    let cover = Cover::read(&files, &findings);
    let mut reading = Reading::of(&files, &findings);
    reading.themes();
    reading.books();
    if reading.is_empty() {
        findings.in_file(name, Problem::NothingInside);
    }
    reading.warn_of_unused();
    let Reading { pictures, themes, activities, books, voices, .. } = reading;
    let warnings = findings.judge()?;
    let Cover { slug, name, publisher, source, rights } = cover;
    Ok(ProgrammeFolder {
        files,
        slug,
        name,
        publisher,
        source,
        rights,
        themes,
        activities,
        books,
        pictures,
        voices,
        warnings,
    })
}

/// The programme that comes with Thuispost.
///
/// # Errors
/// It is not in order; a test shows that it is.
pub fn starter() -> Result<ProgrammeFolder, Vec<Finding>> {
    match programme("starter") {
        Some(folder) => read(Files::Inside(folder), "starter"),
        None => Err(Vec::new()),
    }
}

/// Whether a text may name something: small letters, digits and `-`.
fn is_slug(text: &str) -> bool {
    (1..=LONGEST_SLUG).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// An id that must be there.
fn slug(entries: &Entries<'_>) -> String {
    let slug = entries.line("id", LONGEST_NAME);
    if !slug.is_empty() && !is_slug(&slug) {
        entries.tell(Some("id"), Problem::BadId);
    }
    slug
}

/// `months = [30, 72]`.
fn months(entries: &Entries<'_>) -> (i64, i64) {
    let months = entries.pair("months").filter(|(from, to)| 0 <= *from && from < to && *to <= 216);
    if months.is_none() {
        let known = entries.has("months");
        let problem =
            if known { Problem::BadMonths } else { Problem::Missing { key: "months".into() } };
        entries.tell(Some("months"), problem);
    }
    months.unwrap_or_default()
}

/// `programme.toml`.
#[derive(Debug, Default)]
struct Cover {
    slug: String,
    name: String,
    publisher: String,
    source: Option<String>,
    rights: String,
}

impl Cover {
    fn read(files: &Files, findings: &Findings) -> Self {
        if files.names("").is_ok_and(|names| !names.iter().any(|name| name == COVER)) {
            findings.in_file(COVER, Problem::FileMissing);
            return Self::default();
        }
        let page = Page::open(files, COVER, findings);
        let read = |entries: &Entries<'_>| {
            let cover = Self {
                slug: slug(entries),
                name: entries.line("name", LONGEST_NAME),
                publisher: entries.line("publisher", LONGEST_NAME),
                source: entries.link("source"),
                rights: entries.line("rights", LONGEST_RIGHTS),
            };
            entries.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
            cover
        };
        page.and_then(|page| page.read(read)).unwrap_or_default()
    }
}

impl<'f> Reading<'f> {
    fn of(files: &'f Files, findings: &'f Findings) -> Self {
        Self {
            files,
            findings,
            pictures: BTreeMap::new(),
            used: BTreeSet::new(),
            themes: Vec::new(),
            activities: Vec::new(),
            books: Vec::new(),
            voices: Vec::new(),
        }
    }

    fn is_empty(&self) -> bool {
        let has_themes = self.files.folders("themes").is_ok_and(|folders| !folders.is_empty());
        !has_themes && self.files.names("books").is_err()
    }

    /// The picture that an entry names, by its id.
    fn picture(&mut self, entries: &Entries<'_>, folder: &str) -> Option<String> {
        let name = entries.optional_line("picture", 200)?;
        let path = format!("{folder}/{name}");
        self.used.insert(path.clone());
        if let Some(picture) = self.pictures.get(&path) {
            return Some(picture.id.clone());
        }
        // What lies in another folder of the programme would be a surprise to who moves this one.
        let read = if name.contains(['/', '\\']) {
            Err(PictureFault::Outside)
        } else {
            Picture::read(self.files, &path)
        };
        match read {
            Ok(picture) => {
                let id = picture.id.clone();
                self.pictures.insert(path, picture);
                Some(id)
            }
            Err(fault) => {
                entries.tell(Some("picture"), Problem::of_picture(fault, name));
                None
            }
        }
    }

    /// Folders, and files in the folders of texts, that nothing uses. A drawing beside its picture is welcome.
    fn warn_of_unused(&self) {
        let themes = self.files.folders("themes").unwrap_or_default();
        let folders = themes.into_iter().map(|folder| format!("themes/{folder}"));
        for folder in self.files.folders("").unwrap_or_default() {
            if !["themes", "books"].contains(&folder.as_str()) {
                self.findings.in_file(&folder, Problem::UnusedFile);
            }
        }
        let folders = folders.flat_map(|folder| [format!("{folder}/voice"), folder]);
        for folder in folders.chain(["books".to_owned()]) {
            for name in self.files.names(&folder).unwrap_or_default() {
                let path = format!("{folder}/{name}");
                let welcome = [".svg", ".md", ".txt"].iter().any(|end| name.ends_with(end));
                if !welcome && !self.used.contains(&path) {
                    self.findings.in_file(&path, Problem::UnusedFile);
                }
            }
        }
    }
}

impl Problem {
    fn of_picture(fault: PictureFault, path: String) -> Self {
        match fault {
            PictureFault::Missing => Self::PictureMissing { path },
            PictureFault::Outside => Self::PictureOutside { path },
            PictureFault::Large => Self::LargePicture { path },
            PictureFault::NotAPicture => Self::NotAPicture { path },
            PictureFault::Wide => Self::WidePicture { path },
            PictureFault::Narrow => Self::NarrowPicture { path },
        }
    }
}

#[cfg(test)]
mod tests;
