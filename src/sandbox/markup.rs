//! Telegram's HTML dialect, read strictly: what Telegram refuses is refused in its words.
//!
//! Stricter than Telegram in one thing: a `&` that begins no known reference is refused, because
//! it shows that somebody forgot to escape. Offsets in refusals are in bytes.

use super::entities::{Entity, Formatted, is_web_address};

/// Reads HTML into text and ranges; the error is what follows "can't parse entities: ".
pub(super) fn read(html: &str) -> Result<Formatted, String> {
    let mut scanner =
        Scanner { html, at: 0, formatted: Formatted::default(), units: 0, open: vec![] };
    while let Some(letter) = scanner.rest().chars().next() {
        match letter {
            '<' if scanner.rest().starts_with("</") => scanner.end_tag()?,
            '<' => scanner.start_tag()?,
            '&' => {
                let meant = scanner.reference()?;
                scanner.push(meant);
            }
            _ => {
                scanner.at += letter.len_utf8();
                scanner.push(letter);
            }
        }
    }
    match scanner.open.pop() {
        Some(open) => {
            Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.name))
        }
        None => Ok(scanner.formatted),
    }
}

struct Scanner<'a> {
    html: &'a str,
    at: usize,
    formatted: Formatted,
    units: usize,
    open: Vec<Open>,
}

struct Open {
    name: String,
    /// Where its text begins, in UTF-16 units and in bytes.
    start: usize,
    byte: usize,
    /// The one attribute that matters for this tag.
    value: Option<String>,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, letter: char) {
        self.formatted.text.push(letter);
        self.units += letter.len_utf16();
    }

    /// Takes the longest run of characters that fit.
    fn take(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn next_is(&mut self, letter: char) -> bool {
        let here = self.rest().starts_with(letter);
        if here {
            self.at += letter.len_utf8();
        }
        here
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name = self.take(|c| c.is_ascii_alphanumeric() || c == '-').to_ascii_lowercase();
        if !is_tag(&name) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let mut value = None;
        loop {
            self.take(char::is_whitespace);
            if self.next_is('>') {
                break;
            }
            let (attribute, given) = self.attribute(begin)?;
            match (name.as_str(), attribute.as_str()) {
                ("a", "href") | ("code", "class") => value = Some(given),
                ("blockquote", "expandable") => value = Some(attribute),
                _ => {}
            }
        }
        let byte = self.formatted.text.len();
        self.open.push(Open { name, start: self.units, byte, value });
        Ok(())
    }

    /// One attribute of the tag that begins at `begin`.
    fn attribute(&mut self, begin: usize) -> Result<(String, String), String> {
        let unclosed = || format!("Unclosed start tag at byte offset {begin}");
        let name = self.take(|c| !c.is_whitespace() && !"=>/\"'<".contains(c)).to_ascii_lowercase();
        if self.rest().is_empty() {
            return Err(unclosed());
        }
        if name.is_empty() {
            let what = "Empty attribute name in the tag at byte offset";
            return Err(format!("{what} {begin}"));
        }
        self.take(char::is_whitespace);
        if !self.next_is('=') {
            return Ok((name, String::new()));
        }
        self.take(char::is_whitespace);
        let quote = self.rest().chars().next().filter(|c| "\"'".contains(*c));
        self.at += usize::from(quote.is_some());
        let mut value = String::new();
        loop {
            let letter = self.rest().chars().next().ok_or_else(unclosed)?;
            match quote {
                Some(quote) if letter == quote => {
                    self.at += 1;
                    return Ok((name, value));
                }
                None if letter.is_whitespace() || letter == '>' => return Ok((name, value)),
                _ if letter == '&' => value.push(self.reference()?),
                _ => {
                    self.at += letter.len_utf8();
                    value.push(letter);
                }
            }
        }
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 2;
        let name = self.take(|c| c.is_ascii_alphanumeric() || c == '-').to_ascii_lowercase();
        self.take(char::is_whitespace);
        if !self.next_is('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        // Telegram also takes a bare `</>`; nobody writes that on purpose.
        if open.name != name {
            let expected = open.name;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{name}>\""
            ));
        }
        self.close(open);
        Ok(())
    }

    fn close(&mut self, open: Open) {
        let mut entity = Entity::new(kind(&open), open.start, self.units - open.start);
        match open.name.as_str() {
            // Code straight inside pre only tells the language of the whole.
            "code" => {
                let language = open.value.as_deref().and_then(|v| v.strip_prefix("language-"));
                if let (Some(pre), Some(language)) = (self.open.last_mut(), language)
                    && pre.name == "pre"
                    && pre.start == open.start
                {
                    pre.value = Some(language.to_owned());
                    return;
                }
            }
            "pre" => entity.language = open.value,
            "a" => {
                let shown = self.formatted.text.get(open.byte..).unwrap_or_default();
                let url = open.value.unwrap_or_else(|| shown.to_owned());
                // Telegram drops a link that is none, and keeps its words.
                if !is_web_address(&url) {
                    return;
                }
                entity.url = Some(url);
            }
            _ => {}
        }
        if entity.length > 0 {
            self.formatted.entities.push(entity);
        }
    }

    /// `&amp;` and its like, or a number.
    fn reference(&mut self) -> Result<char, String> {
        let begin = self.at;
        let unknown = || format!("Unsupported character reference at byte offset {begin}");
        let (name, _) =
            self.rest().get(1..).unwrap_or_default().split_once(';').ok_or_else(unknown)?;
        let meant = match name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            _ => numbered(name),
        };
        self.at += name.len() + 2;
        meant.ok_or_else(unknown)
    }
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number).filter(|c| *c != '\0')
}

fn is_tag(name: &str) -> bool {
    !matches!(kind(&Open { name: name.to_owned(), start: 0, byte: 0, value: None }), "")
}

/// Telegram's name for what a tag does; empty for a tag it does not know.
fn kind(open: &Open) -> &'static str {
    match open.name.as_str() {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "code" => "code",
        "pre" => "pre",
        "a" => "text_link",
        "blockquote" if open.value.is_some() => "expandable_blockquote",
        "blockquote" => "blockquote",
        "tg-spoiler" => "spoiler",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::entities::units;

    fn refused(html: &str) -> String {
        read(html).unwrap_err()
    }

    #[test]
    fn every_tag_telegram_knows_becomes_a_range() {
        let all = [
            ("b", "bold"),
            ("STRONG", "bold"),
            ("i", "italic"),
            ("em", "italic"),
            ("u", "underline"),
            ("ins", "underline"),
            ("s", "strikethrough"),
            ("strike", "strikethrough"),
            ("del", "strikethrough"),
            ("code", "code"),
            ("pre", "pre"),
            ("blockquote", "blockquote"),
            ("tg-spoiler", "spoiler"),
        ];
        for (tag, kind) in all {
            let read = read(&format!("é<{tag}>😀</{tag}>")).unwrap();
            assert_eq!(read.entities, [Entity::new(kind, 1, 2)], "{tag}");
        }
    }

    #[test]
    fn links_keep_their_address_and_lose_a_dangerous_one() {
        let link = read("<a href=\"https://a.nl/?a=1&amp;b=2\">x</a>").unwrap();
        assert_eq!(link.entities[0].url.as_deref(), Some("https://a.nl/?a=1&b=2"));
        assert_eq!(read("<a href='javascript:alert(1)'>x</a>").unwrap().entities, []);
        let bare = read("😀 <a>https://a.nl</a>").unwrap();
        assert_eq!(bare.entities[0].url.as_deref(), Some("https://a.nl"));
    }

    #[test]
    fn code_in_pre_tells_the_language() {
        let read = read("<pre><code class=\"language-rust\">x</code></pre>").unwrap();
        assert_eq!(read.entities.len(), 1);
        assert_eq!(read.entities[0].language.as_deref(), Some("rust"));
    }

    #[test]
    fn references_are_read() {
        assert_eq!(read("&lt;&gt;&amp;&quot;&#65;&#x42;").unwrap().text, "<>&\"AB");
    }

    #[test]
    fn broken_html_is_refused_in_telegrams_words() {
        assert_eq!(refused("a<p>b"), "Unsupported start tag \"p\" at byte offset 1");
        assert_eq!(refused("1 < 2"), "Unsupported start tag \"\" at byte offset 2");
        assert_eq!(refused("<b>x"), "Can't find end tag corresponding to start tag \"b\"");
        assert_eq!(refused("x</b>"), "Unexpected end tag at byte offset 1");
        assert_eq!(
            refused("<b><i>x</b></i>"),
            "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\""
        );
        assert_eq!(refused("<a href=\"x"), "Unclosed start tag at byte offset 0");
        assert_eq!(refused("<b"), "Unclosed start tag at byte offset 0");
        assert_eq!(refused("<b>x</b"), "Unclosed end tag at byte offset 4");
        assert!(refused("<b =1>x</b>").starts_with("Empty attribute name"));
        for html in ["Jip & Janneke", "&nbsp;", "&#xD800;", "&#0;"] {
            assert!(refused(html).starts_with("Unsupported character reference"), "{html}");
        }
    }

    #[test]
    fn lengths_are_in_utf16() {
        let read = read("<b>مرحبا</b> <i>😀</i>").unwrap();
        assert_eq!(read.entities, [Entity::new("bold", 0, 5), Entity::new("italic", 6, 2)]);
        assert_eq!(units(&read.text), 8);
    }
}
