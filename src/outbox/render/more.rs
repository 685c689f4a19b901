//! What stands behind "read more": the rest of a letter, and of what it carries along, on demand.

use std::sync::Arc;

use sqlx::AnyConnection;

use super::bundle::{Along, whole};
use super::{Reader, Renderer, Words, names};
use crate::language::{HomeLanguage, Html, Phrasebook};
use crate::outbox::press::LetterPress;
use crate::outbox::{Button, Message, queries};
use crate::roster::CarerId;
use crate::store::Result;

/// What stands behind the button "read more" of a letter, with the question at the end, for one
/// carer who is spoken to in this language; `today` is an ISO date.
///
/// # Errors
/// The database cannot be reached.
pub async fn more_pages(
    read: &mut AnyConnection,
    phrases: &Arc<Phrasebook>,
    letter: i64,
    (carer, language): (CarerId, HomeLanguage),
    (text_language, today): (&str, &str),
) -> Result<Vec<Message>> {
    let renderer = Renderer::new(Arc::clone(phrases));
    let reader = Reader { language, reads_dutch: true };
    let Some(lead) = renderer.compile(read, letter, text_language, reader).await? else {
        return Ok(Vec::new());
    };
    let mut pages: Vec<Message> = lead.more.iter().map(page).collect();
    let mut along = Vec::new();
    for other in queries::carried_along(read, letter, carer.raw(), today).await? {
        let children = names(other.children.as_deref());
        let found = renderer.compile(read, other.other_id, text_language, reader).await?;
        let Some(compiled) = found.filter(|_| !children.is_empty()) else { continue };
        let titles = vec![compiled.title.clone()];
        let words = Words { children, titles, location: String::new() };
        along.push(Along { compiled: Arc::new(compiled), words, is_activity: false });
    }
    let chars = lead.parts.get(&0).and_then(|part| part.section.as_ref()).map_or(0, |it| it.chars);
    pages.extend(rest_of(&along, chars));
    let kind = queries::mailing(read, letter).await?.map(|it| it.kind).unwrap_or_default();
    let rows = match kind.as_str() {
        "letter" | "newsletter" => renderer.question(language).into(),
        "do" => vec![vec![renderer.button("letter-explain", LetterPress::Explain, language)]],
        _ => Vec::new(),
    };
    if let Some(page) = pages.last_mut() {
        for row in rows {
            let buttons =
                row.into_iter().map(|(label, press)| Button::new(label, press.data(letter, carer)));
            page.buttons.push(buttons.collect());
        }
    }
    Ok(pages.into_iter().map(|it| reader.directed(it)).collect())
}

/// What was not shown of what goes along, each under its own head.
fn rest_of(along: &[Along], chars: usize) -> Vec<Message> {
    let sections: Vec<_> =
        along.iter().filter_map(|other| Some((other, other.section()?))).collect();
    let whole = whole(chars, sections.iter().map(|(_, section)| section.chars));
    let mut pages = Vec::new();
    for ((other, section), is_whole) in sections.into_iter().zip(whole) {
        let mut rest: Vec<Message> = other.compiled.more.iter().map(page).collect();
        if is_whole {
            if let Some(first) = rest.first_mut() {
                first.text = format!("{}\n\n{}", other.head(section), first.text);
            }
        } else {
            rest.insert(0, Message::text(Html::trusted(other.told(section, true))));
        }
        pages.extend(rest);
    }
    pages
}

fn page((body, picture): &(String, Option<String>)) -> Message {
    let mut message = Message::text(Html::trusted(body.clone()));
    message.picture.clone_from(picture);
    message
}
