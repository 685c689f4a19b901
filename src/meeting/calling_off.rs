//! Whoever put a meeting or a talk into their calendar gets a file that takes it out again, behind the news that it
//! is off and in the same transaction.

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::entries::{self, CALENDAR_TYPE, CalendarFile};
use super::following::listener;
use super::queries::files as queries;
use super::saying::Voice;
use super::standing::{self, Meeting};
use super::talks::{self, Slot};
use super::{SessionId, TalkId};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::outbox::{self, Message};
use crate::roster::CarerId;
use crate::store::{Result, Store};

/// Puts the file behind the news of who took one before: it comes after it, and is taken back with it. `before` is
/// the meeting before it was called off.
pub(super) async fn send_files(
    (phrases, zone): (&Phrasebook, &TimeZone),
    write: &mut AnyConnection,
    (before, news): (&Meeting, i64),
    now: Moment,
) -> Result<()> {
    let languages = queries::languages_with_file(write, before.id, news).await?;
    if languages.is_empty() {
        return Ok(());
    }
    let Some(meeting) = standing::find(write, before.id).await? else { return Ok(()) };
    let was_on = |id: SessionId| before.standing().any(|it| it.id == id);
    let gone = meeting.sessions.iter().filter(|it| it.is_cancelled && was_on(it.id));
    let gone: Vec<SessionId> = gone.map(|it| it.id).collect();
    for tag in languages {
        let language = HomeLanguage::parse(&tag).unwrap_or(HomeLanguage::DUTCH);
        let voice = Voice { phrases, language, zone };
        let file = entries::file_of_cancelled(&voice, (&meeting, &gone), now);
        let message = outbox::directed(message(write, &voice, &file, now).await?, language);
        let payload = serde_json::to_string(&message).unwrap_or_default();
        queries::put_behind(write, (before.id, news), &tag, &payload).await?;
    }
    Ok(())
}

/// The same for a talk, at `at`; `slot` is the moment that it had. The number by which it can be taken back.
pub(super) async fn send_talk(
    (store, phrases, zone): (&Store, &Phrasebook, &TimeZone),
    write: &mut AnyConnection,
    carer: CarerId,
    (talk, slot, meeting): (TalkId, &Slot, &Meeting),
    (at, now): (Moment, Moment),
) -> Result<Option<i64>> {
    let Some(listener) = listener(phrases, write, carer).await? else { return Ok(None) };
    let Some(talk) = talks::talk(write, talk).await? else { return Ok(None) };
    let voice = Voice { phrases, language: listener.language, zone };
    let file = entries::file_of_cancelled_talk(&voice, (&talk, slot, meeting), now);
    let message = message(write, &voice, &file, now).await?;
    listener.told(message).queue_for(store, write, at).await.map(Some)
}

async fn message(
    write: &mut AnyConnection,
    voice: &Voice<'_>,
    file: &CalendarFile,
    now: Moment,
) -> Result<Message> {
    let what = (file.name.as_str(), CALENDAR_TYPE);
    let until = file.kept_until(now);
    let id = outbox::keep_document(write, what, file.text.as_bytes(), until).await?;
    let text = voice.phrases.html(voice.language, "meeting-file-cancelled", &Args::new());
    Ok(Message { document: Some(id), ..Message::text(text) })
}
