//! The messages of a theme: why, do, cheer, closing and picture books.

use std::collections::HashMap;

use super::bundle::Section;
use super::listening::caption;
use super::{CHILDREN, LOCATION, Part, Renderer, cut};
use crate::language::{Args, HomeLanguage, Html};
use crate::outbox::LetterPress;
use crate::outbox::queries::TextRow;

impl Renderer {
    pub(super) fn programme_parts(
        &self,
        kind: &str,
        mailing: i64,
        texts: &[TextRow],
        in_dutch: bool,
        language: HomeLanguage,
    ) -> HashMap<i64, Part> {
        let has_more = texts.iter().any(|text| text.kind == "more");
        let sent = texts.iter().filter(|text| text.kind != "more");
        let parts = sent.map(|text| {
            if text.kind == "voice" {
                return (text.part, self.voice_part(mailing, text, language));
            }
            // At most two buttons under a tip: behind "read more" one may ask for an explanation.
            let mut row = vec![self.button("letter-listen", LetterPress::Listen, language)];
            if has_more {
                row.push(self.button("letter-more", LetterPress::More, language));
            } else if kind == "do" {
                row.push(self.button("letter-explain", LetterPress::Explain, language));
            }
            let head = self.programme_head(kind, text, in_dutch, language);
            let html = head.then(&Html::trusted(text.body.clone()));
            let part = Part {
                pieces: cut(html.as_str()),
                section: Some(self.section(text, language)),
                picture: text.picture_id.clone(),
                voice: None,
                heard: None,
                rows: vec![row],
                own_rows: Vec::new(),
                about: mailing,
            };
            (text.part, part)
        });
        parts.collect()
    }

    fn voice_part(&self, mailing: i64, text: &TextRow, language: HomeLanguage) -> Part {
        let by_machine = text.quality == "machine";
        let html = caption(&self.phrases, language, &text.title, by_machine);
        Part {
            pieces: cut(html.as_str()),
            section: None,
            picture: None,
            voice: text.voice_id.clone(),
            heard: None,
            rows: Vec::new(),
            own_rows: Vec::new(),
            about: mailing,
        }
    }

    fn programme_head(
        &self,
        kind: &str,
        text: &TextRow,
        in_dutch: bool,
        language: HomeLanguage,
    ) -> Html {
        let phrase = match kind {
            "why" => "activity-header-why",
            "do" => "activity-header-do",
            "cheer" => "activity-header-cheer",
            "closing" => "activity-header-closing",
            _ => "activity-header-book",
        };
        let args = Args::new().text("title", &text.title);
        let args = args.text("children", CHILDREN).text("location", LOCATION);
        let mut head = self.phrases.html(language, phrase, &args);
        if in_dutch {
            head.push(&Html::trusted("\n"));
            head.push(&self.phrases.html(language, "activity-in-dutch", &Args::new()));
        }
        head
    }

    /// The text under a head that names only the child: who sends it stands above already.
    pub(super) fn section(&self, text: &TextRow, language: HomeLanguage) -> Section {
        let args = Args::new().text("title", &text.title).text("children", CHILDREN);
        let head = self.phrases.html(language, "activity-section", &args);
        let chars = Html::trusted(text.body.clone()).visible_chars();
        Section { head: cut(head.as_str()), body: text.body.clone(), chars }
    }
}
