//! The language files of a theme or of the books: which there are, and the words in them.

use std::collections::BTreeMap;

use super::{Entries, Problem, Reading};
use crate::language::{HomeLanguage, Quality};
use crate::library::record::Word;

/// Letters of a focus word with its article.
pub(super) const LONGEST_WORD: usize = 40;

/// The language file of a folder.
pub(super) fn file_of(language: HomeLanguage) -> String {
    format!("{language}.toml")
}

impl Reading<'_> {
    /// The languages that have a file in a folder, Dutch first; names that are no language are told.
    pub(super) fn languages(&mut self, folder: &str, plan: &str) -> Vec<HomeLanguage> {
        let mut languages = Vec::new();
        for name in self.files.names(folder).unwrap_or_default() {
            let Some(stem) = name.strip_suffix(".toml").filter(|_| name != plan) else { continue };
            let path = format!("{folder}/{name}");
            self.used.insert(path.clone());
            match HomeLanguage::parse(stem) {
                Some(language) if language.tag() == stem => languages.push(language),
                Some(language) => {
                    let wanted = file_of(language);
                    self.findings.in_file(&path, Problem::LanguageByName { wanted });
                }
                None => {
                    let tag = stem.to_owned();
                    self.findings.in_file(&path, Problem::UnknownLanguage { tag });
                }
            }
        }
        if !languages.contains(&HomeLanguage::DUTCH) {
            let path = format!("{folder}/{}", file_of(HomeLanguage::DUTCH));
            self.findings.in_file(&path, Problem::DutchMissing);
        }
        languages.sort_by_key(|language| (*language != HomeLanguage::DUTCH, language.tag()));
        languages
    }
}

/// Who vouches for the texts of a file.
pub(super) fn quality(entries: &Entries<'_>) -> Quality {
    entries.choice("quality", Quality::parse, Problem::BadQuality).unwrap_or_default()
}

/// Focus words as the plan lists them, in Dutch.
pub(super) fn dutch_words(entries: &Entries<'_>) -> Vec<Word> {
    let Some(table) = entries.table("words") else { return Vec::new() };
    let word = |(key, text): (String, String)| Word {
        key,
        texts: BTreeMap::from([(HomeLanguage::DUTCH, text)]),
    };
    table.words(LONGEST_WORD).into_iter().map(word).collect()
}

/// Adds the words of a language to those of the plan; Dutch must not repeat them, any other language
/// must have each.
pub(super) fn own_words(entries: &Entries<'_>, language: HomeLanguage, words: &mut [Word]) {
    let table = entries.table("words");
    if language == HomeLanguage::DUTCH {
        if table.is_some() {
            entries.tell(Some("words"), Problem::WordsInDutch);
        }
        return;
    }
    let Some(table) = table else {
        if !words.is_empty() && !entries.has("words") {
            entries.tell(None, Problem::Missing { key: "words".to_owned() });
        }
        return;
    };
    let mut own: BTreeMap<String, String> = table.words(LONGEST_WORD).into_iter().collect();
    for word in words {
        if let Some(text) = own.remove(&word.key) {
            word.texts.insert(language, text);
        } else if !table.has(&word.key) {
            table.tell(None, Problem::WordMissing { word: word.key.clone() });
        }
    }
    for word in own.into_keys() {
        table.tell(Some(&word), Problem::UnknownWord { word: word.clone() });
    }
}
