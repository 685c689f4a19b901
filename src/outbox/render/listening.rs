//! Voice notes: the one that goes with a message, and the one that somebody asks for.

use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::mailing::voice::Recording;
use crate::outbox::Message;

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
pub(super) fn caption(
    phrases: &Phrasebook,
    language: HomeLanguage,
    title: &str,
    by_machine: bool,
) -> Html {
    let phrase = if by_machine { "listen-note-machine" } else { "listen-note" };
    phrases.html(language, phrase, &Args::new().text("title", title))
}
