//! Messages about a meeting: their room wrote the words and the buttons; here come the carer's own.

use std::collections::HashMap;

use super::listening::{Heard, caption};
use super::{CHILDREN, LOCATION, Part, Renderer, cut};
use crate::language::{Args, HomeLanguage, Html};
use crate::outbox::Button;
use crate::outbox::queries::TextRow;

impl Renderer {
    pub(super) fn meeting_parts(
        &self,
        mailing: i64,
        texts: &[TextRow],
        (language, heard): (HomeLanguage, Option<&Heard>),
    ) -> HashMap<i64, Part> {
        let part = |text: &TextRow| {
            let is_voice = text.kind == "voice";
            let html = match is_voice {
                true => caption(&self.phrases, language, &text.title, text.quality == "machine"),
                false => {
                    let args = Args::new().text("title", &text.title);
                    let args = args.text("children", CHILDREN).text("location", LOCATION);
                    let head = self.phrases.html(language, "meeting-header", &args);
                    head.then(&Html::trusted(text.body.clone()))
                }
            };
            let part = Part {
                pieces: cut(html.as_str()),
                section: None,
                picture: text.picture_id.clone(),
                voice: text.voice_id.clone(),
                heard: heard.cloned(),
                rows: Vec::new(),
                own_rows: rows(text.buttons.as_deref()),
                about: mailing,
            };
            (text.part, part)
        };
        texts.iter().map(part).collect()
    }
}

/// The buttons that its room wrote; the carer's number follows each press.
fn rows(buttons: Option<&str>) -> Vec<Vec<Button>> {
    buttons.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}
