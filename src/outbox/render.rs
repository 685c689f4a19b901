//! From a claimed row to the message that leaves. Each text is compiled once per language; per carer
//! only the names are put in.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::AnyConnection;

use super::press::{CheckInAnswer, LetterPress};
use super::queries::{self, Candidate, NAME_SEPARATOR, TextRow};
use super::{Button, Message};
use crate::language::{Args, HomeLanguage, Html, Phrasebook, list};
use crate::mailing::voice::Recording;
use crate::roster::CarerId;
use crate::store::{Result, Store};

/// Stand-ins for the carer's own words while a phrase is compiled; no text contains them.
const CHILDREN: &str = "\u{E000}";
const LOCATION: &str = "\u{E001}";

/// So many compiled texts are kept; an organisation rarely sends more at the same time.
const KEPT: usize = 256;

/// Compiles and keeps the texts of mailings.
pub(super) struct Renderer {
    phrases: Arc<Phrasebook>,
    compiled: HashMap<(i64, String, HomeLanguage), Arc<Compiled>>,
}

/// One mailing in one language, for carers of one language.
struct Compiled {
    parts: HashMap<i64, Part>,
    language: HomeLanguage,
}

struct Part {
    pieces: Vec<Piece>,
    picture: Option<String>,
    voice: Option<String>,
    rows: Vec<Vec<(String, LetterPress)>>,
    /// The letter that the buttons are about.
    about: i64,
}

enum Piece {
    Text(String),
    Children,
    Location,
}

impl Renderer {
    pub(super) fn new(phrases: Arc<Phrasebook>) -> Self {
        Self { phrases, compiled: HashMap::new() }
    }

    /// The message of a row; `None` when its mailing has no such text (any more).
    pub(super) async fn message(
        &mut self,
        store: &Store,
        row: &Candidate,
    ) -> Result<Option<Message>> {
        if let Some(payload) = &row.payload {
            return Ok(serde_json::from_str(payload).ok());
        }
        let home = row
            .carer_language
            .as_deref()
            .and_then(HomeLanguage::parse)
            .unwrap_or(HomeLanguage::DUTCH);
        let key = (row.mailing_id, row.language.clone(), home);
        let compiled = match self.compiled.get(&key) {
            Some(compiled) => Arc::clone(compiled),
            None => {
                let mut read = store.read().await?;
                let Some(compiled) = self.compile(&mut read, row, home).await? else {
                    return Ok(None);
                };
                if self.compiled.len() >= KEPT {
                    self.compiled.clear();
                }
                let compiled = Arc::new(compiled);
                self.compiled.insert(key, Arc::clone(&compiled));
                compiled
            }
        };
        Ok(compiled.parts.get(&row.part).map(|part| part.fill(row, compiled.language)))
    }

    async fn compile(
        &self,
        read: &mut AnyConnection,
        row: &Candidate,
        home: HomeLanguage,
    ) -> Result<Option<Compiled>> {
        let language = self.phrases.spoken(home);
        let Some((kind, about)) = queries::mailing_kind(read, row.mailing_id).await? else {
            return Ok(None);
        };
        let parts = match (kind.as_str(), about) {
            ("check_in", Some(letter)) => {
                let texts = queries::texts(read, letter, &row.language).await?;
                let title = texts.first().map(|text| text.title.clone()).unwrap_or_default();
                self.check_in_parts(letter, &title, language)
            }
            _ => {
                let texts = queries::texts(read, row.mailing_id, &row.language).await?;
                let in_dutch =
                    row.language != home.tag() && row.language == HomeLanguage::DUTCH.tag();
                self.letter_parts(row.mailing_id, &texts, in_dutch, language)
            }
        };
        Ok(Some(Compiled { parts, language }))
    }

    fn letter_parts(
        &self,
        letter: i64,
        texts: &[TextRow],
        in_dutch: bool,
        language: HomeLanguage,
    ) -> HashMap<i64, Part> {
        // A voice note comes last and to some only: the question stands under what everybody gets.
        let is_for_all = |text: &&TextRow| text.kind != "more" && text.kind != "voice";
        let last = texts.iter().filter(is_for_all).map(|text| text.part).max();
        let has_more = texts.iter().any(|text| text.kind == "more");
        let sent = texts.iter().filter(|text| text.kind != "more");
        let parts = sent.map(|text| {
            let mut rows = Vec::new();
            if text.part == 0 && has_more {
                rows.push(vec![self.button("letter-more", LetterPress::More, language)]);
            }
            if Some(text.part) == last {
                rows.extend(self.question(language));
            }
            let html = self.letter_html(text, in_dutch, language);
            let part = Part {
                pieces: cut(html.as_str()),
                picture: text.picture_id.clone(),
                voice: text.voice_id.clone(),
                rows,
                about: letter,
            };
            (text.part, part)
        });
        parts.collect()
    }

    fn letter_html(&self, text: &TextRow, in_dutch: bool, language: HomeLanguage) -> Html {
        let body = Html::trusted(text.body.clone());
        match text.kind.as_str() {
            "text" => {
                let phrase = if in_dutch { "letter-header-dutch" } else { "letter-header" };
                let args = Args::new().text("title", &text.title);
                let args = args.text("children", CHILDREN).text("location", LOCATION);
                self.phrases.html(language, phrase, &args).then(&body)
            }
            "words" => self.phrases.html(language, "letter-words", &Args::new()).then(&body),
            "voice" => caption(&self.phrases, language, &text.title, text.quality == "machine"),
            _ => body,
        }
    }

    /// "Listen", and under it "I understand" and "please explain".
    fn question(&self, language: HomeLanguage) -> [Vec<(String, LetterPress)>; 2] {
        [
            vec![self.button("letter-listen", LetterPress::Listen, language)],
            vec![
                self.button("letter-understood", LetterPress::Understood, language),
                self.button("letter-explain", LetterPress::Explain, language),
            ],
        ]
    }

    fn check_in_parts(
        &self,
        letter: i64,
        title: &str,
        language: HomeLanguage,
    ) -> HashMap<i64, Part> {
        let args = Args::new().text("title", title).text("children", CHILDREN);
        let rows: Vec<_> = CheckInAnswer::ALL
            .map(|answer| {
                vec![self.button(answer.phrase(), LetterPress::CheckIn(answer), language)]
            })
            .into();
        let phrases = ["checkin-question", "checkin-question-again"];
        let parts = (0..).zip(phrases).map(|(part, phrase)| {
            let html = self.phrases.html(language, phrase, &args);
            (
                part,
                Part {
                    pieces: cut(html.as_str()),
                    picture: None,
                    voice: None,
                    rows: rows.clone(),
                    about: letter,
                },
            )
        });
        parts.collect()
    }

    fn button(
        &self,
        phrase: &str,
        press: LetterPress,
        language: HomeLanguage,
    ) -> (String, LetterPress) {
        (self.phrases.plain(language, phrase, &Args::new()), press)
    }
}

impl Part {
    fn fill(&self, row: &Candidate, language: HomeLanguage) -> Message {
        let children = list(language, &names(row.children.as_deref()));
        let children = Html::escape(&children).into_string();
        let location = Html::escape(row.location.as_deref().unwrap_or_default()).into_string();
        let mut text = String::with_capacity(1_024);
        for piece in &self.pieces {
            text.push_str(match piece {
                Piece::Text(words) => words,
                Piece::Children => &children,
                Piece::Location => &location,
            });
        }
        let carer = CarerId::from_raw(row.carer_id);
        let buttons = self.rows.iter().map(|row| {
            row.iter()
                .map(|(label, press)| Button::new(label.clone(), press.data(self.about, carer)))
                .collect()
        });
        let buttons = buttons.collect();
        let (picture, voice) = (self.picture.clone(), self.voice.clone());
        Message { text, buttons, keyboard: Vec::new(), picture, voice }
    }
}

/// Cuts compiled markup where the carer's own words go.
fn cut(markup: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for text in markup.split_inclusive(['\u{E000}', '\u{E001}']) {
        let (words, piece) = match (text.strip_suffix(CHILDREN), text.strip_suffix(LOCATION)) {
            (Some(words), _) => (words, Some(Piece::Children)),
            (_, Some(words)) => (words, Some(Piece::Location)),
            _ => (text, None),
        };
        if !words.is_empty() {
            pieces.push(Piece::Text(words.to_owned()));
        }
        pieces.extend(piece);
    }
    pieces
}

/// The names of one cell, in alphabetical order, each once.
pub fn names(cell: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> =
        cell.unwrap_or_default().split(NAME_SEPARATOR).map(str::to_owned).collect();
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

/// What stands behind the button "read more" of a letter, with the question at the end, for one
/// carer.
///
/// # Errors
/// The database cannot be reached.
pub async fn more_pages(
    read: &mut AnyConnection,
    phrases: &Arc<Phrasebook>,
    letter: i64,
    carer: (CarerId, HomeLanguage),
    text_language: &str,
) -> Result<Vec<Message>> {
    let language = phrases.spoken(carer.1);
    let texts = queries::texts(read, letter, text_language).await?;
    let mut pages: Vec<Message> = texts
        .into_iter()
        .filter(|text| text.kind == "more")
        .map(|text| {
            let mut message = Message::text(Html::trusted(text.body));
            message.picture = text.picture_id;
            message
        })
        .collect();
    if let Some(page) = pages.last_mut() {
        for row in Renderer::new(Arc::clone(phrases)).question(language) {
            let buttons = row
                .into_iter()
                .map(|(label, press)| Button::new(label, press.data(letter, carer.0)));
            page.buttons.push(buttons.collect());
        }
    }
    Ok(pages)
}

/// A voice note for who asked to listen.
pub fn voice_note(
    phrases: &Phrasebook,
    language: HomeLanguage,
    title: &str,
    voice: &Recording,
) -> Message {
    let mut message = Message::text(caption(phrases, language, title, voice.by_machine));
    message.voice = Some(voice.voice.clone());
    message
}

/// Under a voice note: what it is about, and honestly when a computer speaks.
fn caption(phrases: &Phrasebook, language: HomeLanguage, title: &str, by_machine: bool) -> Html {
    let phrase = if by_machine { "listen-note-machine" } else { "listen-note" };
    phrases.html(language, phrase, &Args::new().text("title", title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carers_words_go_where_the_phrase_wants_them() {
        let pieces = cut("A \u{E000} and \u{E001}!");
        let shape: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(words) => words.as_str(),
                Piece::Children => "<children>",
                Piece::Location => "<location>",
            })
            .collect();
        assert_eq!(shape, "A <children> and <location>!");
    }

    #[test]
    fn a_child_is_named_once() {
        assert_eq!(names(Some("Samira\u{1f}Adam\u{1f}Samira")), ["Adam", "Samira"]);
        assert!(names(None).is_empty());
    }
}
