//! Formatting as ranges over plain text (Telegram's `MessageEntity`), and safe HTML made of it.
//!
//! Offsets and lengths are in UTF-16 units, as everywhere in Telegram.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

/// One range of formatting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

impl Entity {
    pub(super) fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self { kind: kind.to_owned(), offset, length, url: None, language: None }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// A text with its formatting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

impl Formatted {
    /// A text as a person types it: web addresses and commands are found by Telegram.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), entities: Vec::new() }.tidied()
    }

    /// Without white space round it, with what Telegram finds by itself, in Telegram's order.
    pub(super) fn tidied(mut self) -> Self {
        let skipped = units(&self.text) - units(self.text.trim_start());
        self.text = self.text.trim().to_owned();
        let end = units(&self.text);
        for entity in &mut self.entities {
            let stop = entity.end().saturating_sub(skipped).min(end);
            entity.offset = entity.offset.saturating_sub(skipped).min(end);
            entity.length = stop - entity.offset;
        }
        self.entities.retain(|entity| entity.length > 0);
        let found = found_in(&self.text);
        let free = |new: &Entity| {
            self.entities.iter().all(|old| old.end() <= new.offset || new.end() <= old.offset)
        };
        let found: Vec<_> = found.into_iter().filter(free).collect();
        self.entities.extend(found);
        self.entities.sort_by_key(|entity| (entity.offset, Reverse(entity.length)));
        self
    }

    /// The text as HTML for a page: everything escaped, tags only from entities.
    pub(super) fn html(&self) -> String {
        let mut html = String::new();
        let mut open: Vec<&Entity> = Vec::new();
        let mut coming = self.entities.iter().peekable();
        let mut at = 0;
        for letter in self.text.chars() {
            close(&mut html, &mut open, at, &self.text);
            while let Some(entity) = coming.next_if(|entity| entity.offset <= at) {
                html.push_str(&tags(entity, &self.text).0);
                open.push(entity);
            }
            escape(&mut html, letter);
            at += letter.len_utf16();
        }
        close(&mut html, &mut open, at, &self.text);
        html
    }
}

/// Length in UTF-16 units.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The part of a text that an entity covers.
fn covered(text: &str, entity: &Entity) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(entity.offset).take(entity.length).collect();
    String::from_utf16_lossy(&units)
}

/// Web addresses and commands in a plain text.
fn found_in(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?)»\"".contains(c));
        if let Some(kind) = kind_of(bare) {
            found.push(Entity::new(kind, at, units(bare)));
        }
        at += units(word);
    }
    found
}

fn kind_of(word: &str) -> Option<&'static str> {
    let host = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    if host.is_some_and(|host| !host.is_empty()) {
        return Some("url");
    }
    let command = word.strip_prefix('/')?;
    let lawful = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '@';
    (!command.is_empty() && command.chars().all(lawful)).then_some("bot_command")
}

/// Closes what ends here. Ranges may overlap; what was opened later is closed and opened again.
fn close(html: &mut String, open: &mut Vec<&Entity>, at: usize, text: &str) {
    let Some(outermost) = open.iter().position(|entity| entity.end() <= at) else { return };
    let inner = open.split_off(outermost);
    for entity in inner.iter().rev() {
        html.push_str(tags(entity, text).1);
    }
    for entity in inner.into_iter().filter(|entity| entity.end() > at) {
        html.push_str(&tags(entity, text).0);
        open.push(entity);
    }
}

fn tags(entity: &Entity, text: &str) -> (String, &'static str) {
    let pair = |name: &str, end| (format!("<{name}>"), end);
    match entity.kind.as_str() {
        "bold" => pair("b", "</b>"),
        "italic" => pair("i", "</i>"),
        "underline" => pair("u", "</u>"),
        "strikethrough" => pair("s", "</s>"),
        "code" => pair("code", "</code>"),
        "pre" => pair("pre", "</pre>"),
        "blockquote" | "expandable_blockquote" => pair("blockquote", "</blockquote>"),
        "spoiler" => pair("span class=\"spoiler\" tabindex=\"0\"", "</span>"),
        "text_link" => link(entity.url.as_deref().unwrap_or_default()),
        "url" => link(&covered(text, entity)),
        "bot_command" => pair("span class=\"command\"", "</span>"),
        _ => pair("span", "</span>"),
    }
}

fn link(url: &str) -> (String, &'static str) {
    if !is_web_address(url) {
        return ("<span>".to_owned(), "</span>");
    }
    let mut start = String::from("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"");
    url.chars().for_each(|letter| escape(&mut start, letter));
    start.push_str("\">");
    (start, "</a>")
}

/// Whether this may stand in a link: never a scheme that runs script.
pub(super) fn is_web_address(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let known = ["http", "https", "tg"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    known && rest.len() > 2 && rest.starts_with("//")
}

fn escape(html: &mut String, letter: char) {
    match letter {
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '&' => html.push_str("&amp;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        other => html.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_ranges_become_well_nested_tags() {
        let formatted = Formatted {
            text: "abc".to_owned(),
            entities: vec![Entity::new("bold", 0, 2), Entity::new("italic", 1, 2)],
        };
        assert_eq!(formatted.html(), "<b>a<i>b</i></b><i>c</i>");
    }

    #[test]
    fn what_a_person_types_never_becomes_markup() {
        let typed = Formatted::plain("<script> 'x' & /start https://a.b/?\"x");
        assert_eq!(
            typed.html(),
            "&lt;script&gt; &#39;x&#39; &amp; <span class=\"command\">/start</span> \
             <a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://a.b/?&quot;x\">\
             https://a.b/?&quot;x</a>"
        );
    }

    #[test]
    fn white_space_before_the_text_moves_the_ranges() {
        let formatted = Formatted {
            text: "\n 😀b ".to_owned(),
            entities: vec![Entity::new("bold", 0, 4), Entity::new("italic", 4, 2)],
        };
        let tidied = formatted.tidied();
        assert_eq!(tidied.text, "😀b");
        assert_eq!(tidied.entities, [Entity::new("bold", 0, 2), Entity::new("italic", 2, 1)]);
    }
}
