//! The code as a page to print.

use askama::Template;

use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::meeting::standing::{Meeting, Session};
use crate::meeting::words::when_words;
use crate::roster::{Organisation, qr};

#[derive(Template)]
#[template(path = "meeting/codes/page.html", config = "src/askama.toml")]
struct Page {
    tag: &'static str,
    title: String,
    location: String,
    when: String,
    link: String,
    /// Markup of our own, no text in it.
    qr: String,
    lines: Vec<Line>,
}

/// "Scan this" in one language.
struct Line {
    tag: &'static str,
    direction: &'static str,
    text: String,
}

/// The code of one time as a page to print for the table, in all languages that the bot speaks.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn code_page(
    phrases: &Phrasebook,
    (meeting, session): (&Meeting, &Session),
    organisation: &Organisation,
    link: &str,
) -> Result<String, askama::Error> {
    let language = organisation.language;
    let line = |language: HomeLanguage| Line {
        tag: language.tag(),
        direction: language.direction().attribute(),
        text: phrases.plain(language, "meeting-code-scan", &Args::new()),
    };
    let page = Page {
        tag: language.tag(),
        title: meeting.kind.name(phrases, language),
        location: meeting.location.name.clone(),
        when: when_words(language, session.starts.local(&organisation.time_zone)),
        link: link.to_owned(),
        qr: qr(link),
        lines: phrases.languages().map(line).collect(),
    };
    page.render()
}
