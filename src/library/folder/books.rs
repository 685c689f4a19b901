//! The folder of picture books: their plan, and their texts in each language.

use std::collections::BTreeMap;

use super::languages::{dutch_words, file_of, own_words, quality};
use super::{Entries, Page, Problem, Reading, months, slug};
use crate::language::HomeLanguage;
use crate::library::BookText;
use crate::library::record::BookRecord;

const FOLDER: &str = "books";
const PLAN: &str = "books.toml";
/// Keys of a language file that no book can be called.
const RESERVED: [&str; 1] = ["quality"];

const LONGEST_TITLE: usize = 100;
const LONGEST_ABOUT: usize = 200;
const LONGEST_QUESTION: usize = 140;

impl Reading<'_> {
    /// Reads the picture books; a programme need not have any.
    pub(super) fn books(&mut self) {
        let Ok(names) = self.files.names(FOLDER) else { return };
        let path = format!("{FOLDER}/{PLAN}");
        self.used.insert(path.clone());
        let languages = self.languages(FOLDER, PLAN);
        if !names.iter().any(|name| name == PLAN) {
            self.findings.in_file(&path, Problem::FileMissing);
            return;
        }
        let Some(page) = Page::open(self.files, &path, self.findings) else { return };
        let Some(mut books) = page.read(|entries| self.book_plan(entries)) else { return };
        for language in languages {
            let path = format!("{FOLDER}/{}", file_of(language));
            if let Some(page) = Page::open(self.files, &path, self.findings) {
                page.read(|entries| texts(entries, language, &mut books));
            }
        }
        self.books = books;
    }

    fn book_plan(&mut self, entries: &Entries<'_>) -> Vec<BookRecord> {
        let mut books: Vec<BookRecord> = Vec::new();
        for (position, entries) in (1..).zip(entries.tables("book")) {
            let book = self.book(&entries, position);
            if books.iter().any(|other| other.slug == book.slug) {
                entries.tell(Some("id"), Problem::SecondId { id: book.slug.clone() });
            }
            books.push(book);
        }
        entries.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
        books
    }

    fn book(&mut self, entries: &Entries<'_>, position: i64) -> BookRecord {
        let slug = slug(entries);
        if RESERVED.contains(&slug.as_str()) {
            entries.tell(Some("id"), Problem::ReservedId { id: slug.clone() });
        }
        let (months_from, months_to) = months(entries);
        if !entries.has("link") {
            entries.tell(None, Problem::Missing { key: "link".to_owned() });
        }
        let book = BookRecord {
            slug,
            position,
            title: entries.line("title", LONGEST_TITLE),
            months_from,
            months_to,
            link: entries.link("link").unwrap_or_default(),
            picture: self.picture(entries, FOLDER),
            words: dutch_words(entries),
            texts: BTreeMap::new(),
        };
        entries.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
        book
    }
}

/// The texts of all books in one language: all of them, and no other.
fn texts(entries: &Entries<'_>, language: HomeLanguage, books: &mut [BookRecord]) {
    let quality = quality(entries);
    for book in books.iter_mut().filter(|book| !RESERVED.contains(&book.slug.as_str())) {
        let Some(table) = entries.table(&book.slug) else {
            if !entries.has(&book.slug) {
                entries.tell(None, Problem::BookWithoutText { id: book.slug.clone() });
            }
            continue;
        };
        let text = BookText {
            title: table.line("title", LONGEST_TITLE),
            about: table.prose("about", LONGEST_ABOUT),
            questions: table.list("questions", 1..=4, LONGEST_QUESTION),
            quality,
        };
        book.texts.insert(language, text);
        own_words(&table, language, &mut book.words);
        table.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
    }
    entries.nothing_else(|key, is_table| match is_table {
        true => Problem::TextOfNothing { id: key.to_owned() },
        false => Problem::UnknownKey { key: key.to_owned() },
    });
}
