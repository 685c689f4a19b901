//! Questions in the chats of staff: brought to who works with the child, answered by a reply, and told
//! as answered to the others.

use std::time::Duration;

use sqlx::AnyConnection;

use super::queries::staff::{self as queries, Brought};
use super::{CannotAnswer, Given, give};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook, isolate, list};
use crate::outbox::{self, Answer, Message, Priority};
use crate::roster::{ChatId, OrganisationId, Scope, StaffMember};
use crate::store::{Result, Store};

/// So long an answer can be taken back: only then it leaves.
const REGRET: Duration = Duration::from_secs(60);
/// So much of a question is shown; a message holds 4,096 characters with what stands around it.
const SHOWN: usize = 3_000;

/// A question as a member of staff is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its number.
    pub question: i64,
    /// First names of the children within the scope, as a list.
    pub children: String,
    /// Their group.
    pub group: String,
}

/// What came of taking an answer back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// It will not leave, and the question is open again.
    Done,
    /// It has left, or is leaving.
    Left,
}

/// Brings a new question to the staff of the children's group, each in their own language; a second
/// time it does nothing.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn tell_staff(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    question: i64,
    now: Moment,
) -> Result<()> {
    if queries::is_brought(write, question).await? {
        return Ok(());
    }
    for brought in queries::audience(write, question).await? {
        let message = to_staff(&brought, Priority::Personal, said(phrases, &brought));
        bring(store, write, &brought, message, now).await?;
    }
    Ok(())
}

/// Brings the oldest open questions of a scope once more, each as a message that can be answered;
/// returns how many are open.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn show_open(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    scope: Scope,
    at_most: usize,
    now: Moment,
) -> Result<usize> {
    let open = queries::open(write, scope).await?;
    for brought in open.iter().take(at_most) {
        let message = to_staff(brought, Priority::Answer, said(phrases, brought));
        bring(store, write, brought, message, now).await?;
    }
    Ok(open.len())
}

/// How many questions of a scope are open.
///
/// # Errors
/// The database cannot be reached.
pub async fn count_open(read: &mut AnyConnection, scope: Scope) -> Result<i64> {
    queries::count_open(read, scope).await
}

async fn bring(
    store: &Store,
    write: &mut AnyConnection,
    brought: &Brought,
    message: Answer,
    now: Moment,
) -> Result<()> {
    let delivery = message.queue_for(store, write, now).await?;
    queries::note_brought(write, delivery, brought.staff_id, brought.id).await
}

/// First name and group only, then the parent's own words.
fn said(phrases: &Phrasebook, brought: &Brought) -> Html {
    let tongue = tongue(brought);
    let language = HomeLanguage::parse(&brought.language).unwrap_or(HomeLanguage::DUTCH);
    let args = about(brought)
        .text("language", language.name_in(tongue))
        .text("letter", brought.letter.as_deref().unwrap_or("-"));
    let head = phrases.html(tongue, &format!("staff-question-{}", brought.kind), &args);
    let mut words: String = brought.body.chars().take(SHOWN).collect();
    if words.len() < brought.body.len() {
        words.push('…');
    }
    let words = if words.is_empty() { Html::default() } else { Html::escape(&isolate(&words)) };
    head.then(&words).then(&phrases.html(tongue, "staff-question-how", &Args::new()))
}

fn tongue(brought: &Brought) -> HomeLanguage {
    HomeLanguage::parse(&brought.tongue).unwrap_or(HomeLanguage::DUTCH)
}

fn about(brought: &Brought) -> Args {
    Args::new()
        .text("children", list(tongue(brought), &brought.names()))
        .text("group", brought.group_name.as_deref().unwrap_or("-"))
}

/// Unasked (personal) it waits for the morning; as an answer to staff it does not.
fn to_staff(brought: &Brought, priority: Priority, words: Html) -> Answer {
    Answer {
        organisation: OrganisationId::from_raw(brought.organisation_id),
        chat: ChatId::from_raw(brought.chat_id),
        carer: None,
        language: tongue(brought),
        priority,
        message: Message::text(words),
    }
}

/// The question that a message in this chat brought, whether or not it may still be answered.
///
/// # Errors
/// The database cannot be reached.
pub async fn asked_under(
    read: &mut AnyConnection,
    scope: Scope,
    chat: ChatId,
    message_id: i64,
) -> Result<Option<i64>> {
    queries::under(read, scope, chat, message_id).await
}

/// Gives a member of staff's answer. It leaves after a minute, until when it can be taken back by the
/// number that is returned beside what the question was about.
///
/// # Errors
/// [`CannotAnswer`] says why nothing was sent.
pub async fn answer_as_staff(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    by: &StaffMember,
    question: i64,
    words: &str,
    now: Moment,
) -> std::result::Result<(i64, Asked), CannotAnswer> {
    let Some(brought) = queries::within(write, by.scope(), question).await? else {
        return Err(CannotAnswer::Scope);
    };
    let given = Given { words, by: Some(by), now, leaves: now.after(REGRET) };
    let delivery = give(store, phrases, write, by.organisation, question, &given).await?;
    let children = list(tongue(&brought), &brought.names());
    let group = brought.group_name.unwrap_or_default();
    Ok((delivery, Asked { question, children, group }))
}

/// Takes an answer of one's own back, if it has not left; who else was asked hears of it.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn take_back(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    by: &StaffMember,
    (question, delivery): (i64, i64),
    now: Moment,
) -> Result<TakenBack> {
    if queries::within(write, by.scope(), question).await?.is_none()
        || !outbox::take_back(write, by.organisation, delivery).await?
        || !queries::reopen(write, by.scope(), question).await?
    {
        return Ok(TakenBack::Left);
    }
    tell_others(store, phrases, write, question, Some(by), "staff-others-reopened", now).await?;
    Ok(TakenBack::Done)
}

/// Tells who else was asked that the question is answered, and by whom.
pub(super) async fn tell_answered(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    question: i64,
    by: Option<&StaffMember>,
    now: Moment,
) -> Result<()> {
    let phrase = if by.is_some() { "staff-others-answered" } else { "staff-others-answered-desk" };
    tell_others(store, phrases, write, question, by, phrase, now).await
}

async fn tell_others(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    question: i64,
    by: Option<&StaffMember>,
    phrase: &str,
    now: Moment,
) -> Result<()> {
    let me = by.map(|it| it.id.raw());
    for other in queries::asked_of(write, question).await? {
        if me == Some(other.staff_id) {
            continue;
        }
        let args = about(&other).text("name", by.map_or("", |it| it.name.as_str()));
        let words = phrases.html(tongue(&other), phrase, &args);
        to_staff(&other, Priority::Personal, words).queue(store, write, now).await?;
    }
    Ok(())
}

/// Who answered a question, by name; `None` when it was done on the command line.
///
/// # Errors
/// The database cannot be reached.
pub async fn answered_by(read: &mut AnyConnection, question: i64) -> Result<Option<String>> {
    queries::answered_by(read, question).await
}
