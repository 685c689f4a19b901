//! Text inside a block: bold, italic, links and pictures.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{PictureUse, Problem, Prose, Reading, Style, unwanted, unwanted_block};
use crate::mailing::folder::prose::is_unseen;

const LONGEST_ADDRESS: usize = 1_000;
const LONGEST_ALT: usize = 600;

/// Where running text stands; headings and cells are plain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Item,
    Heading,
    Cell,
}

impl Reading<'_> {
    /// Reads running text up to the end of the block that holds it.
    pub(super) fn flow(&mut self, place: Place) -> Prose {
        let mut prose = Prose::default();
        let mut styles: Vec<Style> = Vec::new();
        let (mut link_line, mut link_has_text) = (0, false);
        while let Some((event, range)) = self.events.next() {
            let line = self.source.line(range.start);
            let style = styles.last().cloned().unwrap_or_default();
            match event {
                Event::Text(text) => {
                    link_has_text |= !text.chars().all(is_unseen);
                    prose.push(&text, &style);
                }
                Event::SoftBreak => prose.push(" ", &style),
                Event::HardBreak => prose.break_line(),
                Event::Start(tag) => {
                    match tag {
                        Tag::Paragraph => prose.break_line(),
                        Tag::Link { .. } => (link_line, link_has_text) = (line, false),
                        _ => {}
                    }
                    styles.extend(self.open(place, tag, style, line));
                }
                Event::End(end) => {
                    if end == TagEnd::Link && !link_has_text {
                        self.refuse(link_line, Problem::LinkWithoutText);
                    }
                    if styles.pop().is_none() {
                        break;
                    }
                }
                other => self.refuse(line, unwanted(&other)),
            }
        }
        if matches!(place, Place::Heading | Place::Cell) {
            let line = prose.trimmed().plain().replace('\n', " ");
            return Prose::plain_text(&line);
        }
        prose.trimmed()
    }

    /// The style inside something that begins here; none when it was read whole or refused.
    fn open(&mut self, place: Place, tag: Tag<'_>, style: Style, line: usize) -> Option<Style> {
        match tag {
            Tag::Paragraph => Some(style),
            Tag::Strong => Some(Style { bold: true, ..style }),
            Tag::Emphasis => Some(Style { italic: true, ..style }),
            Tag::Link { dest_url, .. } => {
                self.judge_link(place, &dest_url, line);
                Some(Style { link: Some(dest_url.into_string()), ..style })
            }
            Tag::Image { dest_url, .. } => {
                self.picture(place, &dest_url, line);
                None
            }
            other => {
                self.refuse(line, unwanted_block(&other));
                self.skip();
                None
            }
        }
    }

    fn judge_link(&mut self, place: Place, address: &str, line: usize) {
        if matches!(place, Place::Heading | Place::Cell) {
            self.refuse(line, Problem::MisplacedLink);
        } else if !is_web_address(address) {
            self.refuse(line, Problem::LinkNotWeb { address: address.to_owned() });
        } else if address.chars().count() > LONGEST_ADDRESS {
            self.refuse(line, Problem::LongLink { most: LONGEST_ADDRESS });
        }
    }

    fn picture(&mut self, place: Place, address: &str, line: usize) {
        let alt = self.alternative_text();
        let count = alt.chars();
        if place != Place::Paragraph {
            self.refuse(line, Problem::MisplacedPicture);
        } else if alt.is_blank() {
            self.refuse(line, Problem::PictureWithoutAlt);
        } else if count > LONGEST_ALT {
            self.refuse(line, Problem::LongAlt { count, most: LONGEST_ALT });
        }
        match path_inside(address) {
            Some(path) => {
                self.manuscript.pictures.push(PictureUse { path, alt: alt.plain(), line });
            }
            None => self.refuse(line, Problem::PictureOutside { path: address.to_owned() }),
        }
    }

    fn alternative_text(&mut self) -> Prose {
        let (mut alt, mut depth) = (Prose::default(), 1);
        while depth > 0 {
            let Some((event, range)) = self.events.next() else { break };
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Text(text) => alt.push(&text, &Style::default()),
                Event::SoftBreak | Event::HardBreak => alt.push(" ", &Style::default()),
                other => self.refuse(self.source.line(range.start), unwanted(&other)),
            }
        }
        alt.trimmed()
    }
}

fn is_web_address(address: &str) -> bool {
    let lower = address.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A path below the folder, written in one way only.
fn path_inside(address: &str) -> Option<String> {
    // Editors write a space in a file name as %20.
    let path = address.replace("%20", " ");
    if path.starts_with('/') || path.contains([':', '\\']) {
        return None;
    }
    let steps: Vec<&str> = path.split('/').filter(|step| !matches!(*step, "" | ".")).collect();
    let inside = !steps.is_empty() && !steps.contains(&"..");
    inside.then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_path_stays_below_the_folder() {
        assert_eq!(path_inside("./foto/mijn%20boom.jpg").as_deref(), Some("foto/mijn boom.jpg"));
        for outside in
            ["../a.jpg", "a/../../b.jpg", "/etc/a.jpg", "C:\\a.jpg", "https://x/a.jpg", "", "."]
        {
            assert_eq!(path_inside(outside), None, "{outside}");
        }
    }

    #[test]
    fn only_full_web_addresses_are_links() {
        assert!(is_web_address("https://bereslim.nl/boek"));
        assert!(is_web_address("HTTP://bereslim.nl"));
        for other in
            ["bereslim.nl", "mailto:a@b.nl", "javascript:x", "https://", "https://a b", "tg://x"]
        {
            assert!(!is_web_address(other), "{other}");
        }
    }
}
