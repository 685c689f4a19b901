//! From a claimed row to the message that leaves. Each text is compiled once per language; per carer
//! only the names are put in.

mod bundle;
mod listening;
mod meeting;
mod more;
mod programme;
mod reader;
mod words;

pub use listening::{in_one_message, voice_note, with_voice};
pub use more::more_pages;
pub use reader::directed;
pub use words::names;

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::AnyConnection;

use bundle::Section;
use reader::Reader;
use words::{CHILDREN, LOCATION, Piece, TITLE, Words, cut};

use super::press::{CheckInAnswer, LetterPress};
use super::queries::{self, Candidate, TextRow};
use super::{Button, Message};
use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::roster::{CarerId, OrganisationId};
use crate::store::{Result, Store};

/// So many compiled texts are kept; an organisation rarely sends more at the same time.
const KEPT: usize = 256;

/// Compiles and keeps the texts of mailings.
pub(super) struct Renderer {
    phrases: Arc<Phrasebook>,
    compiled: HashMap<(i64, String, Reader), Arc<Compiled>>,
}

/// One mailing in one language, for carers who are spoken to in one language.
struct Compiled {
    parts: HashMap<i64, Part>,
    /// What stands behind "read more": markup and picture.
    more: Vec<(String, Option<String>)>,
    language: HomeLanguage,
    title: String,
    /// The mailing that may carry others along: itself, or what the check-in is about.
    carries: Option<i64>,
}

struct Part {
    pieces: Vec<Piece>,
    /// The same as a section of another message; none of what never goes along.
    section: Option<Section>,
    picture: Option<String>,
    voice: Option<String>,
    /// The voice of a question, which is heard by who listens; others read it.
    heard: Option<listening::Heard>,
    rows: Vec<Vec<(String, LetterPress)>>,
    /// Buttons that another room wrote; the carer's number follows each press.
    own_rows: Vec<Vec<Button>>,
    /// The letter that the buttons are about.
    about: i64,
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
        today: &str,
    ) -> Result<Option<Message>> {
        if let Some(payload) = &row.payload {
            return Ok(serde_json::from_str(payload).ok());
        }
        let reader = Reader::of(&self.phrases, row);
        let message = self.rendered(store, (row, reader), today).await?;
        Ok(message.map(|it| reader.directed(it)))
    }

    async fn rendered(
        &mut self,
        store: &Store,
        (row, reader): (&Candidate, Reader),
        today: &str,
    ) -> Result<Option<Message>> {
        let Some(compiled) = self.compiled(store, row.mailing_id, &row.language, reader).await?
        else {
            return Ok(None);
        };
        let Some(part) = compiled.parts.get(&row.part) else {
            return self.carried_voice(store, row, reader).await;
        };
        let mut words = Words {
            children: names(row.children.as_deref()),
            titles: vec![compiled.title.clone()],
            location: row.location.clone().unwrap_or_default(),
        };
        let Some(lead) = compiled.carries else {
            return Ok(Some(part.fill(row, &words, compiled.language)));
        };
        let along = self.along(store, lead, (row, reader), today).await?;
        if lead == row.mailing_id {
            let mut message = part.fill(row, &words, compiled.language);
            if part.section.is_some() {
                let whose = (part, CarerId::from_raw(row.carer_id));
                self.append(&mut message, whose, &along, compiled.language);
            }
            return Ok(Some(message));
        }
        // A check-in asks about every activity of the message.
        for other in along.into_iter().filter(|other| other.is_activity) {
            words.children.extend(other.words.children);
            words.titles.extend(other.words.titles);
        }
        words.children.sort();
        words.children.dedup();
        words.titles.dedup();
        Ok(Some(part.fill(row, &words, compiled.language)))
    }

    /// A mailing's parts in a language, from the shelf or made now.
    async fn compiled(
        &mut self,
        store: &Store,
        mailing: i64,
        text_language: &str,
        reader: Reader,
    ) -> Result<Option<Arc<Compiled>>> {
        let key = (mailing, text_language.to_owned(), reader);
        if let Some(compiled) = self.compiled.get(&key) {
            return Ok(Some(Arc::clone(compiled)));
        }
        let mut read = store.read().await?;
        let Some(compiled) = self.compile(&mut read, mailing, text_language, reader).await? else {
            return Ok(None);
        };
        if self.compiled.len() >= KEPT {
            self.compiled.clear();
        }
        let compiled = Arc::new(compiled);
        self.compiled.insert(key, Arc::clone(&compiled));
        Ok(Some(compiled))
    }

    async fn compile(
        &self,
        read: &mut AnyConnection,
        id: i64,
        text_language: &str,
        reader: Reader,
    ) -> Result<Option<Compiled>> {
        let language = reader.language;
        let Some(mailing) = queries::mailing(read, id).await? else {
            return Ok(None);
        };
        let about = mailing.about_id.filter(|_| mailing.kind == "check_in");
        let texts = queries::texts(read, about.unwrap_or(id), text_language).await?;
        let title = texts.first().map(|text| text.title.clone()).unwrap_or_default();
        let in_dutch = !reader.reads_dutch && text_language == HomeLanguage::DUTCH.tag();
        let behind = texts.iter().filter(|text| text.kind == "more");
        let more = behind.map(|text| (text.body.clone(), text.picture_id.clone())).collect();
        let parts = match (mailing.kind.as_str(), about) {
            (_, Some(letter)) => {
                let organisation = OrganisationId::from_raw(mailing.organisation_id);
                let heard = self.question_heard(read, organisation, language).await?;
                self.check_in_parts(letter, mailing.run_id.is_some(), language, heard.as_ref())
            }
            ("letter" | "newsletter", _) => self.letter_parts(id, &texts, in_dutch, language),
            ("invitation" | "talk_invitation", _) => {
                self.meeting_parts(id, &texts, (language, None))
            }
            ("meeting_news", _) => {
                let organisation = OrganisationId::from_raw(mailing.organisation_id);
                let heard = self.news_heard(read, (organisation, id), language).await?;
                self.meeting_parts(id, &texts, (language, heard.as_ref()))
            }
            (kind, _) => self.programme_parts(kind, id, &texts, in_dutch, language),
        };
        let carries = mailing.run_id.map(|_| about.unwrap_or(id));
        Ok(Some(Compiled { parts, more, language, title, carries }))
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
                section: (text.part == 0).then(|| self.section(text, language)),
                picture: text.picture_id.clone(),
                voice: text.voice_id.clone(),
                heard: None,
                rows,
                own_rows: Vec::new(),
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
            "voice" => {
                listening::caption(&self.phrases, language, &text.title, text.quality == "machine")
            }
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
        is_activity: bool,
        language: HomeLanguage,
        heard: Option<&listening::Heard>,
    ) -> HashMap<i64, Part> {
        let args = Args::new().text("title", TITLE).text("children", CHILDREN);
        let rows: Vec<_> = CheckInAnswer::ALL
            .map(|answer| {
                vec![self.button(answer.phrase(), LetterPress::CheckIn(answer), language)]
            })
            .into();
        let phrases = match is_activity {
            true => ["activity-question", "activity-question-again"],
            false => ["checkin-question", "checkin-question-again"],
        };
        let parts = (0..).zip(phrases).map(|(part, phrase)| {
            let html = self.phrases.html(language, phrase, &args);
            (
                part,
                Part {
                    pieces: cut(html.as_str()),
                    section: None,
                    picture: None,
                    voice: None,
                    heard: heard.cloned(),
                    rows: rows.clone(),
                    own_rows: Vec::new(),
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
    fn fill(&self, row: &Candidate, words: &Words, language: HomeLanguage) -> Message {
        let text = words.put_into(&self.pieces, language);
        let carer = CarerId::from_raw(row.carer_id);
        let buttons = self.rows.iter().map(|row| {
            row.iter()
                .map(|(label, press)| Button::new(label.clone(), press.data(self.about, carer)))
                .collect()
        });
        let own = self.own_rows.iter().map(|row| {
            row.iter()
                .map(|it| Button::new(it.label.clone(), format!("{}.{carer}", it.press)))
                .collect()
        });
        let buttons = buttons.chain(own).collect();
        let (picture, voice) = (self.picture.clone(), self.voice.clone());
        let message = Message { buttons, picture, voice, ..Message::text(Html::trusted(text)) };
        match self.heard.as_ref().filter(|_| row.listens.is_some()) {
            Some(heard) => heard.with(message),
            None => message,
        }
    }
}
