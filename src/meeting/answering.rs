//! What a carer says to an invitation: come, cannot, maybe later; with how many; with an interpreter.

use sqlx::AnyConnection;

use super::MeetingId;
use super::queries::{answers as queries, meetings};
use super::seats::{self, Seat};
use super::standing::{self, Meeting};
use crate::clock::Moment;
use crate::inbox::{self, FollowUpReason};
use crate::roster::CarerId;
use crate::store::Result;

/// The three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// I am coming.
    Yes,
    /// I cannot come.
    No,
    /// Maybe later.
    Maybe,
}

impl Answer {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Maybe => "maybe",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Yes, Self::No, Self::Maybe].into_iter().find(|it| it.word() == word)
    }
}

/// Who interprets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpreting {
    /// The school finds somebody.
    School,
    /// An adult of the family.
    Family,
}

impl Interpreting {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Family => "family",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::School, Self::Family].into_iter().find(|it| it.word() == word)
    }
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Responded {
    /// It is noted. Whoever moves up because of it is asked by [`super::follow_meetings`].
    Noted,
    /// Full: the family is on the waiting list.
    Waiting,
    /// It was said before.
    Same,
    /// It has begun.
    Over,
    /// It was called off.
    CalledOff,
    /// The carer has no child there (any more).
    NotYours,
}

/// Notes an answer, in the caller's transaction. Two carers of one family may both come: they have one place
/// of the meeting's, and count once.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn respond(
    write: &mut AnyConnection,
    (meeting, carer): (&Meeting, CarerId),
    answer: Answer,
    (today, now): (&str, Moment),
) -> Result<Responded> {
    if meeting.cancelled_at.is_some() || meeting.standing().next().is_none() {
        return Ok(Responded::CalledOff);
    }
    if !meeting.is_open(now) {
        return Ok(Responded::Over);
    }
    let family = match queries::family_of(write, meeting.id, carer, today).await? {
        // Whoever has no child there any more can still give a place back.
        None if answer != Answer::Yes
            && queries::answer_of(write, meeting.id, carer).await?.is_some() =>
        {
            queries::family_of_carer(write, carer).await?
        }
        family => family,
    };
    let Some(family) = family else { return Ok(Responded::NotYours) };
    if !meetings::lock(write, meeting.id).await? {
        return Ok(Responded::CalledOff);
    }
    let before = queries::answer_of(write, meeting.id, carer).await?;
    queries::keep(write, meeting.id, carer, answer, now).await?;
    let silent = (FollowUpReason::NoAnswer, meeting.id.raw());
    inbox::close_for(write, silent, Some(family), now).await?;
    let (seat, is_new) = match answer {
        Answer::Yes => seats::take(write, meeting, family, now).await?,
        Answer::No | Answer::Maybe => {
            seats::give_back(write, meeting, family).await?;
            (Seat::Taken, false)
        }
    };
    Ok(match seat {
        _ if before == Some(answer) && !is_new => Responded::Same,
        Seat::Waiting => Responded::Waiting,
        Seat::Taken => Responded::Noted,
    })
}

/// Takes a carer off the waiting list: they do not come. Another carer of the family may still want to; false when
/// it has begun or was called off.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn leave_list(
    write: &mut AnyConnection,
    (meeting, carer): (MeetingId, CarerId),
    now: Moment,
) -> Result<bool> {
    let Some(meeting) = standing::find(write, meeting).await? else { return Ok(false) };
    if !meetings::lock(write, meeting.id).await? || !meeting.is_open(now) {
        return Ok(false);
    }
    let Some(family) = queries::family_of_carer(write, carer).await? else { return Ok(false) };
    if queries::answer_of(write, meeting.id, carer).await?.is_some() {
        queries::keep(write, meeting.id, carer, Answer::No, now).await?;
    }
    seats::give_back(write, &meeting, family).await?;
    Ok(true)
}

/// Whether a meeting is for a carer: a child of theirs is in one of its groups.
///
/// # Errors
/// The database cannot be reached.
pub async fn is_for(
    read: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
    today: &str,
) -> Result<bool> {
    Ok(queries::family_of(read, meeting, carer, today).await?.is_some())
}

/// With how many people a carer comes, the carer included.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn comes_with(
    write: &mut AnyConnection,
    (meeting, carer): (MeetingId, CarerId),
    people: i64,
) -> Result<bool> {
    queries::keep_people(write, meeting, carer, people.clamp(1, 9)).await
}

/// Keeps who interprets for a carer, for this and later meetings and talks.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn needs_interpreter(
    write: &mut AnyConnection,
    carer: CarerId,
    who: Option<Interpreting>,
    now: Moment,
) -> Result<()> {
    queries::keep_interpreter(write, carer, who, now).await
}

/// What a carer said, and whether the family waits for a place.
///
/// # Errors
/// The database cannot be reached.
pub async fn answer_of(
    read: &mut AnyConnection,
    meeting: MeetingId,
    carer: CarerId,
) -> Result<Option<Answer>> {
    queries::answer_of(read, meeting, carer).await
}
