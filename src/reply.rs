//! Facts that came back: "I understand", "please explain", and how it went at home. It records and
//! never decides what follows.

mod queries;

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::outbox::CheckInAnswer;
use crate::roster::CarerId;
use crate::store::Result;

/// The two answers to "is it clear?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Understanding {
    /// "I understand".
    Understood,
    /// "Please explain".
    Explain,
}

/// Why it did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// No time.
    NoTime,
    /// Too hard.
    TooHard,
    /// Too easy.
    TooEasy,
    /// No materials.
    NoMaterials,
    /// The child did not want to.
    ChildDidNotWant,
    /// The carer did not understand the idea.
    NotUnderstood,
    /// Something else.
    Other,
}

impl Barrier {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 7] = [
        Self::NoTime,
        Self::TooHard,
        Self::TooEasy,
        Self::NoMaterials,
        Self::ChildDidNotWant,
        Self::NotUnderstood,
        Self::Other,
    ];

    /// The word that stands in the database and in a press.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoTime => "no_time",
            Self::TooHard => "too_hard",
            Self::TooEasy => "too_easy",
            Self::NoMaterials => "no_materials",
            Self::ChildDidNotWant => "child_did_not_want",
            Self::NotUnderstood => "not_understood",
            Self::Other => "other",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|barrier| barrier.word() == word)
    }
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// It is the first one, or another than before.
    New,
    /// The same stood there already.
    Same,
    /// The question is over, or was never asked of this carer.
    Closed,
}

/// Keeps what a carer said about a letter that they got; a later answer replaces the earlier one.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn understood(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    answer: Understanding,
    now: Moment,
) -> Result<Recorded> {
    if !queries::got(write, letter, carer).await? {
        return Ok(Recorded::Closed);
    }
    let word = match answer {
        Understanding::Understood => "understood",
        Understanding::Explain => "explain",
    };
    if queries::understanding(write, letter, carer).await?.as_deref() == Some(word) {
        return Ok(Recorded::Same);
    }
    queries::put_understanding(write, letter, carer, word, now).await?;
    Ok(Recorded::New)
}

/// Keeps how it went; a later answer replaces the earlier one until the check-in closes.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn check_in(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    answer: CheckInAnswer,
    now: Moment,
) -> Result<Recorded> {
    let Some(open) = open_check_in(write, letter, carer, now).await? else {
        return Ok(Recorded::Closed);
    };
    if open.as_deref() == Some(answer.word())
        && queries::answered_newest(write, letter, carer).await?
    {
        return Ok(Recorded::Same);
    }
    queries::put_check_in(write, letter, carer, answer.word(), now).await?;
    Ok(Recorded::New)
}

/// Keeps what got in the way.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn barrier(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    barrier: Barrier,
    now: Moment,
) -> Result<Recorded> {
    if open_check_in(write, letter, carer, now).await?.flatten().as_deref() != Some("not_yet") {
        return Ok(Recorded::Closed);
    }
    let changed = queries::put_barrier(write, letter, carer, barrier.word()).await?;
    Ok(if changed > 0 { Recorded::New } else { Recorded::Same })
}

/// Keeps when the carer wants to be asked once more; `None`: not at all.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn ask_again(
    write: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    at: Option<Moment>,
    now: Moment,
) -> Result<Recorded> {
    if open_check_in(write, letter, carer, now).await?.is_none() {
        return Ok(Recorded::Closed);
    }
    if at.is_some() && !queries::may_ask_again(write, letter, carer).await? {
        return Ok(Recorded::Closed);
    }
    let changed = queries::put_ask_again(write, letter, carer, at).await?;
    Ok(if changed > 0 { Recorded::New } else { Recorded::Same })
}

/// Whether a check-in still takes answers.
///
/// # Errors
/// The database cannot be reached.
pub async fn is_open(
    read: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    now: Moment,
) -> Result<bool> {
    Ok(open_check_in(read, letter, carer, now).await?.is_some())
}

/// Whether the carer may still be asked a second time; there is no third.
///
/// # Errors
/// The database cannot be reached.
pub async fn may_ask_again(read: &mut AnyConnection, letter: i64, carer: CarerId) -> Result<bool> {
    queries::may_ask_again(read, letter, carer).await
}

/// The answer so far of a check-in that is still open; the outer `None` when it is not.
async fn open_check_in(
    read: &mut AnyConnection,
    letter: i64,
    carer: CarerId,
    now: Moment,
) -> Result<Option<Option<String>>> {
    let found = queries::check_in(read, letter, carer).await?;
    Ok(found.and_then(|(answer, closes_at)| (closes_at > now.millis()).then_some(answer)))
}
