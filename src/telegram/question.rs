//! Whatever a carer types or sends becomes a question to a person.

use super::talk::Talk;
use crate::inbox::{self, NewQuestion, QuestionKind};
use crate::language::{Args, clean};
use crate::store::Result;

/// Free text.
pub(super) async fn typed(talk: &mut Talk<'_>, text: &str, message_id: i64) -> Result<()> {
    keep(talk, QuestionKind::Text, text, message_id).await?;
    confirm(talk).await
}

/// A message that was changed after it was sent.
pub(super) async fn edited(talk: &mut Talk<'_>, text: &str, message_id: i64) -> Result<()> {
    let text = clean(text);
    for carer in talk.carers.clone() {
        if inbox::change(talk.write, carer.id, message_id, &text).await? {
            return talk.say_phrase("question-changed", &Args::new()).await;
        }
    }
    Ok(())
}

/// A voice message is not stored; staff see that somebody wants to ask something.
pub(super) async fn voice(talk: &mut Talk<'_>, message_id: i64) -> Result<()> {
    keep(talk, QuestionKind::Voice, "", message_id).await?;
    talk.say_phrase("media-voice", &talk.place()).await
}

/// A photo without words.
pub(super) async fn photo(talk: &mut Talk<'_>) -> Result<()> {
    talk.say_phrase("media-photo", &talk.place()).await
}

/// A sticker.
pub(super) async fn sticker(talk: &mut Talk<'_>) -> Result<()> {
    talk.say_phrase("media-sticker", &Args::new()).await
}

/// A document, a place, a contact ..
pub(super) async fn other(talk: &mut Talk<'_>) -> Result<()> {
    talk.say_phrase("media-other", &Args::new()).await
}

async fn keep(talk: &mut Talk<'_>, kind: QuestionKind, text: &str, message_id: i64) -> Result<()> {
    let Some(carer) = talk.carers.iter().find(|carer| carer.is_active()).map(|carer| carer.id)
    else {
        return Ok(());
    };
    let body = clean(text);
    let message_id = Some(message_id);
    let organisation = talk.organisation.id;
    let question = NewQuestion { organisation, carer, letter: None, kind, body: &body, message_id };
    ask(talk, &question).await
}

/// Keeps a question and brings it to the staff of the group.
pub(super) async fn ask(talk: &mut Talk<'_>, question: &NewQuestion<'_>) -> Result<()> {
    let store = &talk.rooms.store;
    let id = inbox::ask(store, talk.write, question, talk.now).await?;
    inbox::tell_staff(store, &talk.rooms.phrases, talk.write, id, talk.now).await
}

/// Who reads it and when; illness and anything for today goes by phone.
async fn confirm(talk: &mut Talk<'_>) -> Result<()> {
    match talk.phone() {
        Some(phone) => {
            let args = talk.place().text("phone", phone);
            talk.say_phrase("question-received", &args).await
        }
        None => talk.say_phrase("question-received-no-phone", &talk.place()).await,
    }
}
