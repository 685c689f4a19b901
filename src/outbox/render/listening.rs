//! Voice notes: the one that goes with a message, and the one that somebody asks for.

use sqlx::AnyConnection;

use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::mailing::voice::Recording;
use crate::outbox::{Message, queries};
use crate::roster::CarerId;
use crate::store::Result;

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
