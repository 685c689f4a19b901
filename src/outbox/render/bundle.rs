//! One message that carries others along: for a brother or sister, of a second theme. Together they show
//! no more at once than one message may; of the rest the head tells that it is there, behind "read more".

use std::sync::Arc;

use super::{Compiled, Part, Piece, Reader, Renderer, Words, names};
use crate::language::{Args, HomeLanguage, Html};
use crate::mailing::MOST_SHOWN;
use crate::outbox::queries::{self, Candidate};
use crate::outbox::{Button, LetterPress, Message};
use crate::roster::CarerId;
use crate::store::{Result, Store};

/// Telegram takes no longer text under a picture.
const LONGEST_CAPTION: usize = 1_024;

/// A text as it stands in the message of another one.
pub(super) struct Section {
    pub head: Vec<Piece>,
    pub body: String,
    /// What a reader sees of the body.
    pub chars: usize,
}

/// Another mailing that a message carries along, and whom it is about.
pub(super) struct Along {
    pub compiled: Arc<Compiled>,
    pub words: Words,
    pub is_activity: bool,
}

impl Along {
    pub(super) fn section(&self) -> Option<&Section> {
        self.compiled.parts.get(&0).and_then(|part| part.section.as_ref())
    }

    pub(super) fn head(&self, section: &Section) -> String {
        self.words.put_into(&section.head, self.compiled.language)
    }

    /// Its head, with the text itself when it is shown.
    pub(super) fn told(&self, section: &Section, is_whole: bool) -> String {
        let head = self.head(section);
        if is_whole { format!("{head}\n\n{}", section.body) } else { head }
    }
}

/// Which of the sections are shown in whole under a text of so many characters.
pub(super) fn whole(first: usize, sections: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut shown = first;
    let fits = sections.map(|chars| {
        let is_whole = shown + chars <= MOST_SHOWN;
        shown += if is_whole { chars } else { 0 };
        is_whole
    });
    fits.collect()
}

impl Renderer {
    /// What goes along with a carer's message, in the order in which it is told; nothing about no child.
    pub(super) async fn along(
        &mut self,
        store: &Store,
        lead: i64,
        (row, reader): (&Candidate, Reader),
        today: &str,
    ) -> Result<Vec<Along>> {
        let mut read = store.read().await?;
        let rows = queries::carried_along(&mut read, lead, row.carer_id, today).await?;
        drop(read);
        let mut along = Vec::with_capacity(rows.len());
        for other in rows {
            let children = names(other.children.as_deref());
            let found = self.compiled(store, other.other_id, &row.language, reader).await?;
            let Some(compiled) = found.filter(|_| !children.is_empty()) else { continue };
            let titles = vec![compiled.title.clone()];
            let words = Words { children, titles, location: String::new() };
            along.push(Along { compiled, words, is_activity: other.kind == "do" });
        }
        Ok(along)
    }

    /// The voice note of what a message carries along; its part is the number of that mailing.
    pub(super) async fn carried_voice(
        &mut self,
        store: &Store,
        row: &Candidate,
        reader: Reader,
    ) -> Result<Option<Message>> {
        let Some(other) = self.compiled(store, row.part, &row.language, reader).await? else {
            return Ok(None);
        };
        let nobody = Words { children: Vec::new(), titles: Vec::new(), location: String::new() };
        let voice = other.parts.values().find(|part| part.voice.is_some());
        Ok(voice.map(|part| part.fill(row, &nobody, other.language)))
    }

    /// Adds what goes along to the message of `part`; what is too long for a caption goes without its
    /// picture.
    pub(super) fn append(
        &self,
        message: &mut Message,
        (part, carer): (&Part, CarerId),
        along: &[Along],
        language: HomeLanguage,
    ) {
        let sections: Vec<_> =
            along.iter().filter_map(|other| Some((other, other.section()?))).collect();
        let chars = part.section.as_ref().map_or(0, |section| section.chars);
        let whole = whole(chars, sections.iter().map(|(_, section)| section.chars));
        let mut has_more = false;
        for ((other, section), is_whole) in sections.into_iter().zip(whole) {
            message.text.push_str("\n\n");
            message.text.push_str(&other.told(section, is_whole));
            has_more |= !is_whole || !other.compiled.more.is_empty();
        }
        if has_more {
            self.offer_more(message, (part.about, carer), language);
        }
        if Html::trusted(message.text.clone()).visible_chars() > LONGEST_CAPTION {
            message.picture = None;
        }
    }

    /// A button "read more"; under a tip it takes the place of the one that stands behind it as well.
    fn offer_more(
        &self,
        message: &mut Message,
        (about, carer): (i64, CarerId),
        language: HomeLanguage,
    ) {
        let [more, explain] =
            [LetterPress::More, LetterPress::Explain].map(|press| press.data(about, carer));
        if message.buttons.iter().flatten().any(|button| button.press == more) {
            return;
        }
        let button = Button::new(self.phrases.plain(language, "letter-more", &Args::new()), more);
        match message.buttons.as_mut_slice() {
            [row] => {
                row.retain(|button| button.press != explain);
                row.push(button);
            }
            _ => message.buttons.insert(0, vec![button]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_shown_and_a_short_one_after_a_long_one_still_is() {
        assert_eq!(whole(300, [250, 100, 50].into_iter()), [true, false, true]);
        assert_eq!(whole(600, [1].into_iter()), [false]);
    }
}
