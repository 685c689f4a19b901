//! "Into my calendar": a file in the carer's language, at the clock of the place.

use super::talk::Talk;
use crate::language::Args;
use crate::meeting::{self, Meeting};
use crate::outbox::{self, Message};
use crate::roster::CarerId;
use crate::store::Result;

/// The entries of a meeting; later changes of it bring a new file.
pub(super) async fn of_meeting(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
) -> Result<()> {
    let now = talk.now;
    let file = meeting::file_of_meeting(&talk.voice(), meeting, now);
    meeting::took_file(talk.write, meeting.id, carer, now).await?;
    send(talk, &file, "meeting-file-text").await
}

/// The entry of a talk.
pub(super) async fn of_talk(talk: &mut Talk<'_>, about: &meeting::Talk) -> Result<()> {
    let now = talk.now;
    let Some(file) = meeting::file_of_talk(talk.write, &voice(talk), about, now).await? else {
        talk.toast("button-too-old");
        return Ok(());
    };
    meeting::took_talk_file(talk.write, about.id, now).await?;
    send(talk, &file, "meeting-file-text").await
}

/// Speaks without holding the conversation.
fn voice<'a>(talk: &Talk<'a>) -> meeting::Voice<'a> {
    meeting::Voice {
        phrases: &talk.rooms.phrases,
        language: talk.language(),
        zone: &talk.organisation.time_zone,
    }
}

async fn send(talk: &mut Talk<'_>, file: &meeting::CalendarFile, phrase: &str) -> Result<()> {
    let what = (file.name.as_str(), meeting::CALENDAR_TYPE);
    let until = file.kept_until(talk.now);
    let id = outbox::keep_document(talk.write, what, file.text.as_bytes(), until).await?;
    let mut message: Message = talk.message(phrase, &Args::new());
    message.document = Some(id);
    talk.say(message).await
}
