//! What stands behind "read more": the rest of a letter, on demand.

use std::sync::Arc;

use sqlx::AnyConnection;

use super::Renderer;
use crate::language::{HomeLanguage, Html, Phrasebook};
use crate::outbox::press::LetterPress;
use crate::outbox::{Button, Message, queries};
use crate::roster::CarerId;
use crate::store::Result;

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
    let kind = queries::mailing(read, letter).await?.map(|it| it.kind).unwrap_or_default();
    let renderer = Renderer::new(Arc::clone(phrases));
    let rows = match kind.as_str() {
        "letter" | "newsletter" => renderer.question(language).into(),
        "do" => vec![vec![renderer.button("letter-explain", LetterPress::Explain, language)]],
        _ => Vec::new(),
    };
    if let Some(page) = pages.last_mut() {
        for row in rows {
            let buttons = row
                .into_iter()
                .map(|(label, press)| Button::new(label, press.data(letter, carer.0)));
            page.buttons.push(buttons.collect());
        }
    }
    Ok(pages)
}
