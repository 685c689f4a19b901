//! A letter folder: `letter.toml`, one Markdown file per language and the pictures, read into a
//! checked value.
//!
//! Everything that is wrong is found in one reading, each with its file, its line and a remedy.
//! It knows no database and sends nothing.

mod cover;
mod finding;
mod listing;
mod markdown;
mod parts;
mod pictures;
mod problem;
mod prose;

use std::collections::BTreeMap;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::language::{HomeLanguage, Html};
use crate::library::Files;
use cover::Cover;
use listing::Listing;
use markdown::Manuscript;

pub use crate::language::Quality;
pub use crate::library::Picture;
pub use finding::Finding;
pub use problem::Problem;

/// A letter as it stands in its folder, ready to be kept.
#[derive(Clone, Debug)]
pub struct LetterFolder {
    /// `id` of `letter.toml`, else the folder's name: letters, digits, `-` and `_`, at most 60.
    pub slug: String,
    /// What it is.
    pub kind: LetterKind,
    /// The theme's name.
    pub theme: Option<String>,
    /// Names of the groups, as written; empty when the command line must name them.
    pub groups: Vec<String>,
    /// When it goes out, as written; its meaning depends on the organisation's time zone.
    pub send_at: Option<String>,
    /// Whether families are asked afterwards how it went.
    pub check_in: bool,
    /// The text per language; Dutch is always there.
    pub texts: BTreeMap<HomeLanguage, LetterText>,
    /// Every picture once, by its path relative to the folder.
    pub pictures: BTreeMap<String, Picture>,
    /// What may be sent, but could be better.
    pub warnings: Vec<Finding>,
}

/// The kinds of letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LetterKind {
    /// A theme letter.
    #[default]
    Letter,
    /// A newsletter.
    Newsletter,
}

/// A letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    /// Plain text, at most 60 characters; no part repeats it.
    pub title: String,
    /// How the text came about.
    pub quality: Quality,
    /// In the order of sending: one `Text`, then `Picture`s, `Words`, and `More` on demand.
    pub parts: Vec<Part>,
}

/// One message of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it holds.
    pub kind: PartKind,
    /// What is read; the caption when there is a picture.
    pub body: Html,
    /// A key of [`LetterFolder::pictures`].
    pub picture: Option<String>,
}

/// The kinds of message a letter consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// The beginning, at most 600 visible characters, with the first picture.
    Text,
    /// A further picture with its alternative text.
    Picture,
    /// The focus words, one pair a line.
    Words,
    /// What did not fit the beginning, at most 3,000 visible characters, shown when asked for.
    More,
}

impl LetterKind {
    /// The word in `letter.toml` and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Newsletter => "newsletter",
        }
    }
}

impl PartKind {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Picture => "picture",
            Self::Words => "words",
            Self::More => "more",
        }
    }
}

/// Reads a letter folder.
///
/// # Errors
/// Everything that must be mended before the letter can be sent, by file and line.
pub fn read(path: &Path) -> Result<LetterFolder, Vec<Finding>> {
    let files = Files::on_disk(path);
    let (listing, mut findings) = Listing::of(path, &files)?;
    let cover = cover::read(&files, &listing, &mut findings);
    let slug = slug(path, &cover, &mut findings);
    let manuscripts = markdown::read_all(&files, &listing, &mut findings);
    let pictures = pictures::load(&files, &manuscripts, &mut findings);
    compare_with_dutch(&manuscripts, &mut findings);
    listing.warn_of_unused(&pictures, &mut findings);
    cover.warn_of_needless_quality(&manuscripts, &mut findings);

    findings.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let (warnings, errors): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.problem.is_warning());
    if !errors.is_empty() {
        return Err(errors);
    }
    let texts = manuscripts
        .into_iter()
        .map(|(language, manuscript)| (language, text(language, manuscript, &cover)))
        .collect();
    let Cover { kind, theme, groups, send_at, check_in, .. } = cover;
    Ok(LetterFolder { slug, kind, theme, groups, send_at, check_in, texts, pictures, warnings })
}

fn text(language: HomeLanguage, manuscript: Manuscript, cover: &Cover) -> LetterText {
    LetterText {
        parts: parts::compile(language, &manuscript),
        title: manuscript.title,
        quality: cover.quality_of(language),
    }
}

fn slug(path: &Path, cover: &Cover, findings: &mut Vec<Finding>) -> String {
    if let Some(slug) = &cover.slug {
        return slug.clone();
    }
    // "." and "letters/herfst/.." have no name of their own.
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name: String =
        whole.file_name().unwrap_or_default().to_string_lossy().nfc().collect::<String>();
    if !cover::is_slug(&name) && !cover.slug_refused {
        findings.push(Finding::in_file(cover::FILE, Problem::BadFolderName { name: name.clone() }));
    }
    name
}

fn compare_with_dutch(
    manuscripts: &BTreeMap<HomeLanguage, Manuscript>,
    findings: &mut Vec<Finding>,
) {
    let Some(dutch) = manuscripts.get(&HomeLanguage::DUTCH) else { return };
    for (language, manuscript) in manuscripts {
        let file = listing::file_of(*language);
        let (here, there) = (manuscript.word_count(), dutch.word_count());
        if here != there {
            let problem = Problem::WordsDiffer { here, dutch: there };
            findings.push(Finding::in_file(&file, problem));
        }
        for path in dutch.pictures.iter().map(|picture| &picture.path) {
            if !manuscript.pictures.iter().any(|picture| &picture.path == path) {
                let problem = Problem::PictureLacking { path: path.clone() };
                findings.push(Finding::in_file(&file, problem));
            }
        }
    }
}

#[cfg(test)]
mod tests;
