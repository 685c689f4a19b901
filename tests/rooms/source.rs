//! The source of the program as a list of words, without comments and without what stands
//! between quotes.

use std::path::{Path, PathBuf};

/// One file.
#[derive(Debug)]
pub struct Source {
    /// From the root of the repository: `src/roster/ids.rs`.
    pub path: String,
    /// As it stands there.
    pub text: String,
    /// Its words.
    pub words: Vec<Word>,
}

/// A name, a number, `::` or one other sign.
#[derive(Debug)]
pub struct Word {
    /// As written.
    pub text: String,
    /// Counted from 1.
    pub line: usize,
    /// Whether it is compiled for tests only.
    pub test: bool,
}

/// Where `Cargo.toml` is. Asked while running: two copies of the repository may share a target
/// folder, and then cargo may run what it built for the other one.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| ".".into(), PathBuf::from)
}

/// Every file of the program.
pub fn all() -> Vec<Source> {
    let mut sources: Vec<Source> = files("src", "rs").iter().map(|path| read(path)).collect();
    let test_files: Vec<String> = sources.iter().flat_map(Source::test_files).collect();
    for source in &mut sources {
        let folder = source.path.trim_end_matches(".rs");
        if test_files.iter().any(|test| Path::new(folder).starts_with(test)) {
            source.words.iter_mut().for_each(|word| word.test = true);
        }
    }
    sources
}

/// Every file with this ending in a folder and below it, from the root of the repository.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in root().join(&folder).read_dir().unwrap() {
            let path = folder.join(entry.unwrap().file_name());
            if root().join(&path).is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path.to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> Source {
    Source::new(path, std::fs::read_to_string(root().join(path)).unwrap())
}

impl Source {
    /// A file, real or made up.
    pub fn new(path: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut words = words(&text);
        mark_tests(&mut words);
        Self { path: path.to_owned(), text, words }
    }

    /// The room it belongs to.
    pub fn room(&self) -> &str {
        let inside = self.path.trim_start_matches("src/");
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// How many `super` lead from the top of this file out of all rooms.
    fn depth(&self) -> usize {
        if ["lib", "main"].contains(&self.room()) {
            return 0;
        }
        self.path.split('/').count() - 1
    }

    /// The first names of every path that begins at `start`: `start::a`, `start::{a, b}`.
    pub fn heads(&self, start: &str) -> Vec<&Word> {
        let starts = self.words.windows(2).enumerate();
        starts
            .filter(|(_, pair)| pair[0].text == start && pair[1].text == "::")
            .flat_map(|(at, _)| self.heads_at(at + 2))
            .collect()
    }

    /// The rooms that this file names, its own too.
    pub fn rooms(&self) -> Vec<&Word> {
        let mut found = self.heads("crate");
        found.extend(self.heads("thuispost"));
        found.extend(self.rooms_above());
        found
    }

    /// Rooms reached by `super::` from inside a room.
    fn rooms_above(&self) -> Vec<&Word> {
        let mut found = Vec::new();
        let mut braces: Vec<bool> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let before = |back: usize| at.checked_sub(back).map(|at| self.words[at].text.as_str());
            match word.text.as_str() {
                "{" => braces.push(before(2) == Some("mod")),
                "}" => drop(braces.pop()),
                "super" if before(1) != Some("::") => {
                    let supers = self.words[at..]
                        .chunks(2)
                        .take_while(|pair| {
                            pair[0].text == "super" && pair.get(1).is_some_and(|it| it.text == "::")
                        })
                        .count();
                    let inline = braces.iter().filter(|is_mod| **is_mod).count();
                    if supers > 0 && supers == self.depth() + inline {
                        found.extend(self.heads_at(at + 2 * supers));
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn heads_at(&self, at: usize) -> Vec<&Word> {
        let Some(first) = self.words.get(at) else { return Vec::new() };
        if first.text != "{" {
            return vec![first];
        }
        let (mut found, mut depth) = (Vec::new(), 0_usize);
        for pair in self.words[at..].windows(2) {
            match pair[0].text.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            let begins = matches!(pair[0].text.as_str(), "{" | ",");
            if depth == 1 && begins && !matches!(pair[1].text.as_str(), "self" | "}") {
                found.push(&pair[1]);
            }
        }
        found
    }

    /// Modules of this file that stand in a file of their own and are for tests only.
    fn test_files(&self) -> Vec<String> {
        let folder = match self.depth() {
            0 => "src",
            _ => self.path.trim_end_matches(".rs"),
        };
        let declared = self
            .words
            .windows(3)
            .filter(|three| three[0].test && three[0].text == "mod" && three[2].text == ";");
        declared.map(|three| format!("{folder}/{}", three[1].text)).collect()
    }
}

fn words(text: &str) -> Vec<Word> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let end = end_of(&chars, at).max(at + 1).min(chars.len());
        let piece: String = chars[at..end].iter().collect();
        let is_word = !piece.starts_with(['/', '"', '\'', ' ', '\n', '\t', '\r']);
        let quoted = piece.ends_with(['"', '#']) && piece.len() > 1;
        if (is_word || piece == "/") && !quoted {
            found.push(Word { text: piece.clone(), line, test: false });
        }
        line += piece.matches('\n').count();
        at = end;
    }
    found
}

/// Where the comment, the quotation, the name or the sign that begins at `at` ends.
fn end_of(chars: &[char], at: usize) -> usize {
    let next = |by: usize| chars.get(at + by).copied().unwrap_or(' ');
    match (chars[at], next(1)) {
        ('/', '/') => at + chars[at..].iter().take_while(|c| **c != '\n').count(),
        ('/', '*') => end_of_block(chars, at),
        ('"', _) => end_of_quotes(chars, at, '"'),
        ('\'', '\\') => end_of_quotes(chars, at, '\''),
        ('\'', _) if next(2) == '\'' => at + 3,
        ('\'', _) => at + 1 + name_length(&chars[at + 1..]),
        (':', ':') => at + 2,
        (c, _) if is_name(c) => {
            let end = at + name_length(&chars[at..]);
            let name: String = chars[at..end].iter().collect();
            match (name.as_str(), chars.get(end)) {
                ("r" | "br" | "cr", Some('"' | '#')) => end_of_raw(chars, end).unwrap_or(end),
                ("b" | "c", Some('"')) => end_of_quotes(chars, end, '"'),
                _ => end,
            }
        }
        _ => at + 1,
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn name_length(chars: &[char]) -> usize {
    chars.iter().take_while(|c| is_name(**c)).count()
}

fn end_of_quotes(chars: &[char], start: usize, quote: char) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn end_of_block(chars: &[char], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

/// `None` for a raw name such as `r#type`.
fn end_of_raw(chars: &[char], start: usize) -> Option<usize> {
    let hashes = chars[start..].iter().take_while(|c| **c == '#').count();
    let mut at = start + hashes;
    if chars.get(at) != Some(&'"') {
        return None;
    }
    loop {
        at += 1;
        let closing = chars.get(at)? == &'"';
        let behind = chars[at + 1..].iter().take_while(|c| **c == '#').count();
        if closing && behind >= hashes {
            return Some(at + 1 + hashes);
        }
    }
}

/// Marks every item behind `#[cfg(test)]`.
fn mark_tests(words: &mut [Word]) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut at = 0;
    while at + MARK.len() <= words.len() {
        if !words[at..].iter().zip(MARK).all(|(word, mark)| word.text == mark) {
            at += 1;
            continue;
        }
        let mut depth = 0_usize;
        while at < words.len() {
            words[at].test = true;
            match words[at].text.as_str() {
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
            if depth == 0 && matches!(words[at - 1].text.as_str(), "}" | ";") {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn comments_and_quotations_hold_no_words() {
        let text = r##"a /* b /* c */ d */ "e \" f" r#"g " h"# 'i' '\'' &'j k // l
            m r#type b"n" 1 / 2"##;
        assert_eq!(
            texts(text),
            ["a", "&", "k", "m", "r", "#", "type", "1", "/", "2"].map(str::to_owned)
        );
    }

    #[test]
    fn a_word_knows_its_line() {
        let source = Source::new("src/roster.rs", "//! a\n\"\n\"\nb");
        assert_eq!(source.words[0].line, 4);
    }

    #[test]
    fn rooms_are_found_however_they_are_named() {
        let text = "use crate::{a::{x, y}, b, self, c as d,}; fn f() -> super::super::e::E {}
            mod tests { use super::super::f; use super::super::super::g; }
            pub(crate) fn h(x: thuispost::i::I, y: super::own::J) {}";
        let source = Source::new("src/roster/ids.rs", text);
        let rooms: Vec<&str> = source.rooms().iter().map(|word| word.text.as_str()).collect();
        assert_eq!(rooms, ["a", "b", "c", "i", "e", "g"]);
    }

    #[test]
    fn what_is_for_tests_only_is_known() {
        let text = "a; #[cfg(test)] #[path = \"x\"] mod b { fn c() {} } d; #[cfg(test)] mod e; f";
        let source = Source::new("src/roster.rs", text);
        let kept: String =
            source.words.iter().filter(|word| !word.test).map(|word| word.text.as_str()).collect();
        assert_eq!(kept, "a;d;f");
        assert_eq!(source.test_files(), ["src/roster/e"]);
    }
}
