//! Questions of carers and the answers of staff, and the families whom a person should speak to. It
//! keeps words, never pictures or voices.

mod door;
mod follow_ups;
mod queries;
mod staff;

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::outbox::{Answer, Message, Priority};
use crate::roster::{CarerId, ChatId, OrganisationId, StaffMember};
use crate::store::{Result, Store};

pub use door::{AtTheDoor, speak_at_the_door};
pub use follow_ups::{
    FollowUpReason, Outcome, close_for, note_outcome, open_follow_ups, open_for, organisation_of,
    pauses_at, see, undo_outcome,
};
pub use queries::QuestionRow;
pub use staff::{
    Asked, TakenBack, answer_as_staff, answered_by, asked_under, count_open, show_open, take_back,
    tell_staff,
};

/// What a question consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Typed words.
    Text,
    /// "Please explain" under a letter.
    Explain,
    /// A voice message, which is not stored.
    Voice,
    /// Help asked by a button.
    Help,
    /// The wish to be erased.
    Erase,
}

impl QuestionKind {
    /// The word that stands in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Explain => "explain",
            Self::Voice => "voice",
            Self::Help => "help",
            Self::Erase => "erase",
        }
    }
}

/// A question as it comes in.
#[derive(Clone, Debug)]
pub struct NewQuestion<'a> {
    /// Whose bot it came to.
    pub organisation: OrganisationId,
    /// Who asks.
    pub carer: CarerId,
    /// The letter it is about, if that is known.
    pub letter: Option<i64>,
    /// What it consists of.
    pub kind: QuestionKind,
    /// The words.
    pub body: &'a str,
    /// The message in the chat.
    pub message_id: Option<i64>,
}

impl NewQuestion<'static> {
    /// A question that was asked by a button.
    pub fn by_button(
        organisation: OrganisationId,
        carer: CarerId,
        letter: Option<i64>,
        kind: QuestionKind,
    ) -> Self {
        Self { organisation, carer, letter, kind, body: "", message_id: None }
    }
}

/// Why a question cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum CannotAnswer {
    /// There is no such question.
    #[error("no question has this number")]
    Unknown,
    /// Somebody answered it already.
    #[error("this question has been answered")]
    Answered,
    /// It is about no child that this member of staff may see.
    #[error("this question is not within the scope")]
    Scope,
    /// The carer stopped or left: nothing may be sent.
    #[error("this parent gets no messages any more")]
    Gone,
    /// The answer has no words, or too many.
    #[error("an answer has 1 to 3,000 characters")]
    Length,
    /// The database.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
}

/// The longest answer; a message holds 4,096 characters with what stands around it.
const LONGEST_ANSWER: usize = 3_000;
/// How much of the question is repeated above the answer.
const REPEATED: usize = 200;

/// Keeps a question for staff. A question by a button alone is one question until it is answered,
/// however often the carer presses.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn ask(
    store: &Store,
    write: &mut AnyConnection,
    question: &NewQuestion<'_>,
    now: Moment,
) -> Result<i64> {
    let by_button =
        matches!(question.kind, QuestionKind::Explain | QuestionKind::Help | QuestionKind::Erase);
    if by_button && let Some(open) = queries::open_like(write, question).await? {
        return Ok(open);
    }
    let id = store.new_id();
    queries::insert(write, id, question, now).await?;
    Ok(id)
}

/// The carer changed a message that is an open question; true if one was changed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn change(
    write: &mut AnyConnection,
    carer: CarerId,
    message_id: i64,
    body: &str,
) -> Result<bool> {
    Ok(queries::change(write, carer, message_id, body).await? > 0)
}

/// Questions, oldest first: those without an answer, or all.
///
/// # Errors
/// The database cannot be reached.
pub async fn list(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    all: bool,
) -> Result<Vec<QuestionRow>> {
    queries::list(read, organisation, all).await
}

/// Sends a staff member's own words to who asked, as what they are.
///
/// # Errors
/// [`CannotAnswer`] says why nothing was sent.
pub async fn answer(
    store: &Store,
    phrases: &Phrasebook,
    organisation: OrganisationId,
    question: i64,
    words: &str,
    now: Moment,
) -> std::result::Result<(), CannotAnswer> {
    let mut write = store.write().await?;
    let given = Given { words, by: None, now, leaves: now };
    give(store, phrases, &mut write, organisation, question, &given).await?;
    write.commit().await.map_err(crate::store::Error::from)?;
    Ok(())
}

/// An answer as it is given.
struct Given<'a> {
    words: &'a str,
    /// Who gives it in the chat; on the command line nobody says so.
    by: Option<&'a StaffMember>,
    now: Moment,
    /// When it may leave.
    leaves: Moment,
}

/// Answers within the caller's transaction, and tells the staff who were asked too; returns the
/// number by which the answer can be taken back until it leaves.
async fn give(
    store: &Store,
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    question: i64,
    given: &Given<'_>,
) -> std::result::Result<i64, CannotAnswer> {
    let words = given.words.trim();
    if words.is_empty() || words.chars().count() > LONGEST_ANSWER {
        return Err(CannotAnswer::Length);
    }
    let Some(asked) = queries::find(write, organisation, question).await? else {
        return Err(CannotAnswer::Unknown);
    };
    if asked.answered_at.is_some() {
        return Err(CannotAnswer::Answered);
    }
    let (Some(chat), true) =
        (asked.chat_id, asked.consented_at.is_some() && asked.stopped_at.is_none())
    else {
        return Err(CannotAnswer::Gone);
    };
    if !queries::close(write, question, words, given.by.map(|it| it.id), given.now).await? {
        return Err(CannotAnswer::Answered);
    }
    let home = HomeLanguage::parse(&asked.language).unwrap_or(HomeLanguage::DUTCH);
    let second = asked.second_language.as_deref().and_then(HomeLanguage::parse);
    let language = phrases.chat_language(home, second);
    let answer = Answer {
        organisation,
        chat: ChatId::from_raw(chat),
        carer: Some(CarerId::from_raw(asked.carer_id)),
        language,
        priority: Priority::Personal,
        message: Message::text(said(phrases, language, &asked, words)),
    };
    let delivery = answer.queue_for(store, write, given.leaves).await?;
    staff::tell_answered(store, phrases, write, question, given.by, given.now).await?;
    Ok(delivery)
}

fn said(phrases: &Phrasebook, language: HomeLanguage, asked: &QuestionRow, words: &str) -> Html {
    let args = Args::new().text("location", asked.location.as_deref().unwrap_or_default());
    let mut html = phrases.html(language, "answer-header", &args);
    if !asked.body.is_empty() {
        let short: String = asked.body.chars().take(REPEATED).collect();
        let question =
            phrases.html(language, "answer-to-question", &Args::new().text("question", short));
        html = html.then(&Html::trusted(format!("<i>{question}</i>")));
    }
    html.then(&Html::escape(&crate::language::isolate(words)))
}
