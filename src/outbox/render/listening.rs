//! Voice notes: the one that goes with a message, and the one that somebody asks for.

use sqlx::AnyConnection;

use super::Renderer;
use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::mailing::voice::{self, Recording};
use crate::outbox::{Message, queries};
use crate::roster::{CarerId, OrganisationId};
use crate::store::Result;

/// What is heard with a message that has its words under the voice.
#[derive(Clone)]
pub(super) struct Heard {
    voice: String,
    /// Put under the words, when a computer speaks.
    honestly: String,
}

impl Heard {
    fn new(phrases: &Phrasebook, language: HomeLanguage, voice: &Recording) -> Self {
        let said = phrases.html(language, "listen-by-machine", &Args::new());
        let honestly =
            if voice.by_machine { format!("\n\n{}", said.as_str()) } else { String::new() };
        Self { voice: voice.voice.clone(), honestly }
    }

    pub(super) fn with(&self, mut message: Message) -> Message {
        message.voice = Some(self.voice.clone());
        message.does_without_voice = true;
        message.text.push_str(&self.honestly);
        message
    }
}

/// The message as a voice note with its words under it; long words stay a message without a voice.
pub fn with_voice(
    message: Message,
    phrases: &Phrasebook,
    language: HomeLanguage,
    voice: &Recording,
) -> Message {
    let heard = Heard::new(phrases, language, voice).with(message.clone());
    let is_short = Html::trusted(heard.text.clone()).plain().encode_utf16().count() <= CAPTION;
    if is_short { heard } else { message }
}

/// So many UTF-16 units fit under a voice note.
const CAPTION: usize = 1_024;

impl Renderer {
    /// The voice that reads the news of a meeting, where there is one.
    pub(super) async fn news_heard(
        &self,
        read: &mut AnyConnection,
        (organisation, mailing): (OrganisationId, i64),
        language: HomeLanguage,
    ) -> Result<Option<Heard>> {
        let texts = voice::read_aloud(read, mailing).await?;
        let Some(text) = texts.get(&language) else { return Ok(None) };
        let found = voice::find(read, organisation, text, language).await?;
        Ok(found.map(|voice| Heard::new(&self.phrases, language, &voice)))
    }

    /// The voice of the question how it went, where there is one.
    pub(super) async fn question_heard(
        &self,
        read: &mut AnyConnection,
        organisation: OrganisationId,
        language: HomeLanguage,
    ) -> Result<Option<Heard>> {
        let asked = voice::question(&self.phrases, language);
        let found = voice::find(read, organisation, &asked, language).await?;
        Ok(found.map(|found| Heard::new(&self.phrases, language, &found)))
    }
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

/// The mailings that stand in one message to a carer: the one itself, then what it carries along; `today`
/// is an ISO date.
///
/// # Errors
/// The database cannot be reached.
pub async fn in_one_message(
    read: &mut AnyConnection,
    mailing: i64,
    carer: CarerId,
    today: &str,
) -> Result<Vec<i64>> {
    let along = queries::carried_along(read, mailing, carer.raw(), today).await?;
    let others = along.into_iter().filter(|other| other.children.is_some());
    Ok(std::iter::once(mailing).chain(others.map(|other| other.other_id)).collect())
}

/// Under a voice note: what it is about, and honestly when a computer speaks.
pub(super) fn caption(
    phrases: &Phrasebook,
    language: HomeLanguage,
    title: &str,
    by_machine: bool,
) -> Html {
    let phrase = if by_machine { "listen-note-machine" } else { "listen-note" };
    phrases.html(language, phrase, &Args::new().text("title", title))
}
