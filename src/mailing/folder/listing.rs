//! The files of a letter folder.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Finding, Picture, Problem, cover};
use crate::language::HomeLanguage;
use crate::library::Files;

/// What lies in the folder itself, without its subfolders.
pub(super) struct Listing {
    /// Languages that have a Markdown file.
    pub languages: Vec<HomeLanguage>,
    /// Whether there is a `letter.toml`.
    pub has_cover: bool,
    others: Vec<String>,
}

/// The Markdown file of a language.
pub(super) fn file_of(language: HomeLanguage) -> String {
    format!("{language}.md")
}

impl Listing {
    /// Lists the folder, with what is wrong with its file names.
    pub(super) fn of(path: &Path, files: &Files) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let names = files.names("").map_err(|_| {
            vec![Finding::in_file(&path.display().to_string(), Problem::FolderUnreadable)]
        })?;
        let mut listing = Self { languages: Vec::new(), has_cover: false, others: Vec::new() };
        let mut findings: Vec<Finding> =
            names.into_iter().filter_map(|name| listing.sort_in(name)).collect();
        if !listing.languages.contains(&HomeLanguage::DUTCH) {
            findings.push(Finding::in_file("nl.md", Problem::DutchMissing));
        }
        Ok((listing, findings))
    }

    fn sort_in(&mut self, name: String) -> Option<Finding> {
        if name == cover::FILE {
            self.has_cover = true;
            return None;
        }
        let Some(stem) = markdown_stem(&name) else {
            self.others.push(name);
            return None;
        };
        let problem = match HomeLanguage::parse(stem) {
            Some(language) if file_of(language) == name => {
                self.languages.push(language);
                return None;
            }
            Some(language) => Problem::LanguageByName { wanted: file_of(language) },
            None => Problem::UnknownLanguage { tag: stem.to_owned() },
        };
        Some(Finding::in_file(&name, problem))
    }

    /// Warns of files that no text shows.
    pub(super) fn warn_of_unused(
        &self,
        pictures: &BTreeMap<String, Picture>,
        findings: &mut Vec<Finding>,
    ) {
        let unused = self.others.iter().filter(|name| !pictures.contains_key(*name));
        findings.extend(unused.map(|name| Finding::in_file(name, Problem::UnusedFile)));
    }
}

fn markdown_stem(name: &str) -> Option<&str> {
    let (stem, extension) = name.rsplit_once('.')?;
    extension.eq_ignore_ascii_case("md").then_some(stem)
}
