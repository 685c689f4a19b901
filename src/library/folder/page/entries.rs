//! The keys of a table, each asked for by what it should be.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Page;
use super::tidy::{has_markup, one_line, paragraphs};
use crate::library::folder::Problem;

/// Telegram takes a button's address up to about this length.
const LONGEST_LINK: usize = 2_000;

/// A table of a page. What it holds beyond the keys that were asked for is told at the end.
pub(in crate::library::folder) struct Entries<'p> {
    page: &'p Page<'p>,
    table: &'p DeTable<'p>,
    /// Of its heading; none for the file itself.
    line: Option<usize>,
    asked: RefCell<BTreeSet<String>>,
}

/// A key with its value.
type Entry<'p> = (&'p Spanned<std::borrow::Cow<'p, str>>, &'p Spanned<DeValue<'p>>);

impl<'p> Entries<'p> {
    /// The keys of the file itself.
    pub(super) fn of(page: &'p Page<'p>, table: &'p DeTable<'p>) -> Self {
        Self { page, table, line: None, asked: RefCell::default() }
    }

    /// Something about the table as a whole, or about one of its keys.
    pub(in crate::library::folder) fn tell(&self, key: Option<&str>, problem: Problem) {
        let entry = key.and_then(|key| self.entry(key));
        let line = entry.map(|(key, _)| self.page.text.line(key.span().start)).or(self.line);
        self.page.tell(line, problem);
    }

    /// A text that must be there, of one line.
    pub(in crate::library::folder) fn line(&self, key: &str, most: usize) -> String {
        self.needed(key, self.optional_line(key, most))
    }

    /// The same, when it may be left out.
    pub(in crate::library::folder) fn optional_line(
        &self,
        key: &str,
        most: usize,
    ) -> Option<String> {
        let (_, value) = self.ask(key)?;
        self.text(key, value, most, one_line)
    }

    /// Running text that must be there.
    pub(in crate::library::folder) fn prose(&self, key: &str, most: usize) -> String {
        let value = self.ask(key).map(|(_, value)| value);
        let text = value.and_then(|value| self.text(key, value, most, paragraphs));
        let text = self.needed(key, text);
        self.speaks(key, &text);
        text
    }

    /// A line of running text that may be left out.
    pub(in crate::library::folder) fn optional_prose(
        &self,
        key: &str,
        most: usize,
    ) -> Option<String> {
        let text = self.optional_line(key, most);
        self.speaks(key, text.as_deref().unwrap_or_default());
        text
    }

    /// A list of so many lines of running text.
    pub(in crate::library::folder) fn list(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        most: usize,
    ) -> Vec<String> {
        let Some((_, value)) = self.ask(key) else {
            self.tell(None, Problem::Missing { key: key.to_owned() });
            return Vec::new();
        };
        let items = value.get_ref().as_array().map(|array| array.iter().collect::<Vec<_>>());
        let items = items.filter(|items| count.contains(&items.len()));
        let Some(items) = items else {
            let (from, to) = (*count.start(), *count.end());
            self.tell(Some(key), Problem::BadList { key: key.to_owned(), from, to });
            return Vec::new();
        };
        let mut lines = Vec::new();
        for item in items {
            let Some(text) = self.text(key, item, most, one_line) else { continue };
            let line = self.page.text.line(item.span().start);
            self.page.spoken.borrow_mut().push((line, text.clone()));
            lines.push(text);
        }
        lines
    }

    /// A whole number within bounds; `problem` when it is not.
    pub(in crate::library::folder) fn number(
        &self,
        key: &str,
        within: RangeInclusive<i64>,
        problem: Problem,
    ) -> i64 {
        let Some((_, value)) = self.ask(key) else {
            self.tell(None, Problem::Missing { key: key.to_owned() });
            return 0;
        };
        let number = whole(value.get_ref()).filter(|number| within.contains(number));
        if number.is_none() {
            self.tell(Some(key), problem);
        }
        number.unwrap_or(0)
    }

    /// Two whole numbers.
    pub(in crate::library::folder) fn pair(&self, key: &str) -> Option<(i64, i64)> {
        let (_, value) = self.ask(key)?;
        match value.get_ref().as_array()?.iter().collect::<Vec<_>>().as_slice() {
            [from, to] => Some((whole(from.get_ref())?, whole(to.get_ref())?)),
            _ => None,
        }
    }

    /// `true` or `false`; false when it is left out.
    pub(in crate::library::folder) fn flag(&self, key: &str) -> bool {
        let Some((_, value)) = self.ask(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.tell(Some(key), Problem::NotYesOrNo { key: key.to_owned() });
        }
        flag.unwrap_or(false)
    }

    /// A web address that may be left out.
    pub(in crate::library::folder) fn link(&self, key: &str) -> Option<String> {
        let (_, value) = self.ask(key)?;
        let address = value.get_ref().as_str().unwrap_or_default().trim();
        let host = address.strip_prefix("https://").or(address.strip_prefix("http://"));
        let is_host = |host: &str| host.contains('.') && !host.starts_with(['/', '.']);
        let is_plain = !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"');
        if !host.is_some_and(is_host) || !is_plain || address.len() > LONGEST_LINK {
            self.tell(Some(key), Problem::BadLink { key: key.to_owned() });
        }
        Some(address.to_owned())
    }

    /// A word that must be one of some.
    pub(in crate::library::folder) fn choice<T>(
        &self,
        key: &str,
        parse: impl Fn(&str) -> Option<T>,
        problem: Problem,
    ) -> Option<T> {
        let Some((_, value)) = self.ask(key) else {
            self.tell(None, Problem::Missing { key: key.to_owned() });
            return None;
        };
        let chosen = value.get_ref().as_str().and_then(parse);
        if chosen.is_none() {
            self.tell(Some(key), problem);
        }
        chosen
    }

    /// A list of names, each once; empty when it is left out.
    pub(in crate::library::folder) fn names(&self, key: &str) -> Vec<String> {
        let Some((_, value)) = self.ask(key) else { return Vec::new() };
        let names = value.get_ref().as_array().and_then(|array| {
            array.iter().map(|it| it.get_ref().as_str().map(one_line)).collect::<Option<Vec<_>>>()
        });
        if names.is_none() {
            self.tell(Some(key), Problem::NotNames { key: key.to_owned() });
        }
        let mut seen = BTreeSet::new();
        names.unwrap_or_default().into_iter().filter(|name| seen.insert(name.clone())).collect()
    }

    /// A table under a key.
    pub(in crate::library::folder) fn table(&self, key: &str) -> Option<Self> {
        let (name, value) = self.ask(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.tell(Some(key), Problem::NotATable { key: key.to_owned() });
        }
        let line = self.page.text.line(name.span().start);
        Some(Self { page: self.page, table: table?, line: Some(line), asked: RefCell::default() })
    }

    /// The tables of `[[key]]`.
    pub(in crate::library::folder) fn tables(&self, key: &str) -> Vec<Self> {
        let Some((_, value)) = self.ask(key) else { return Vec::new() };
        let tables = value.get_ref().as_array().and_then(|array| {
            let table = |item: &'p Spanned<DeValue<'p>>| {
                let line = Some(self.page.text.line(item.span().start));
                let table = item.get_ref().as_table()?;
                Some(Self { page: self.page, table, line, asked: RefCell::default() })
            };
            array.iter().map(table).collect::<Option<Vec<_>>>()
        });
        let tables = tables.filter(|tables| !tables.is_empty());
        if tables.is_none() {
            self.tell(Some(key), Problem::NotTables { key: key.to_owned() });
        }
        tables.unwrap_or_default()
    }

    /// Every key with its text: a table of words.
    pub(in crate::library::folder) fn words(&self, most: usize) -> Vec<(String, String)> {
        let mut entries: Vec<Entry<'p>> = self.table.iter().collect();
        // In the order of the file, which is the order in which they are shown.
        entries.sort_by_key(|(key, _)| key.span().start);
        let word = |(key, value): &Entry<'p>| {
            let name = key.get_ref().as_ref().to_owned();
            self.asked.borrow_mut().insert(name.clone());
            let text = self.text(&name, value, most, one_line)?;
            Some((name, text))
        };
        entries.iter().filter_map(word).collect()
    }

    /// Whether a key is there.
    pub(in crate::library::folder) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// Tells of every key that nobody asked for, in the words of `problem`.
    pub(in crate::library::folder) fn nothing_else(&self, problem: impl Fn(&str, bool) -> Problem) {
        for (key, value) in self.table {
            let name = key.get_ref().as_ref();
            if !self.asked.borrow().contains(name) {
                let line = self.page.text.line(key.span().start);
                self.page.tell(Some(line), problem(name, value.get_ref().is_table()));
            }
        }
    }

    fn entry(&self, key: &str) -> Option<Entry<'p>> {
        self.table.iter().find(|(name, _)| name.get_ref() == key)
    }

    fn ask(&self, key: &str) -> Option<Entry<'p>> {
        self.asked.borrow_mut().insert(key.to_owned());
        self.entry(key)
    }

    fn needed(&self, key: &str, text: Option<String>) -> String {
        if text.is_none() && self.entry(key).is_none() {
            self.tell(None, Problem::Missing { key: key.to_owned() });
        }
        text.unwrap_or_default()
    }

    /// Sentences of this text are measured.
    fn speaks(&self, key: &str, text: &str) {
        if let Some((name, _)) = self.entry(key) {
            let line = self.page.text.line(name.span().start);
            let paragraphs = text.split("\n\n").map(|paragraph| (line, paragraph.to_owned()));
            self.page.spoken.borrow_mut().extend(paragraphs);
        }
    }

    /// A text as it is kept; `None` when it is none, and that was told.
    fn text(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        most: usize,
        tidy: impl Fn(&str) -> String,
    ) -> Option<String> {
        let line = Some(self.page.text.line(value.span().start));
        let key = key.to_owned();
        let Some(text) = value.get_ref().as_str().map(tidy).filter(|text| !text.is_empty()) else {
            self.page.tell(line, Problem::NotText { key });
            return None;
        };
        let count = text.chars().count();
        if count > most {
            self.page.tell(line, Problem::LongText { key, count, most });
        } else if has_markup(&text) {
            self.page.tell(line, Problem::Markup { key });
        }
        Some(text)
    }
}

fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
