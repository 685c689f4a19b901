//! What staff can read about a letter and its deliveries.

use sqlx::AnyConnection;

use super::queries;
use super::render::names;
use super::state::{Reason, State};
use crate::clock::Moment;
use crate::roster::{CarerId, FamilyId, OrganisationId};
use crate::store::{Error, Result};

/// How the first parts of a letter stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterStatus {
    /// State, reason as stored, number of carers.
    pub counts: Vec<(State, Option<String>, i64)>,
}

impl LetterStatus {
    /// How many carers' rows stand in a state.
    pub fn in_state(&self, state: State) -> i64 {
        self.counts.iter().filter(|(found, _, _)| *found == state).map(|(_, _, count)| count).sum()
    }

    /// How many stand somewhere for a reason.
    pub fn for_reason(&self, reason: Reason) -> i64 {
        let wanted = Some(reason.word());
        self.counts
            .iter()
            .filter(|(_, found, _)| found.as_deref() == wanted)
            .map(|(_, _, count)| count)
            .sum()
    }
}

/// A carer of a family that a letter did not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotReached {
    /// The family.
    pub family: FamilyId,
    /// Its name in the roster.
    pub family_name: String,
    /// The carer.
    pub carer: CarerId,
    /// The carer's name.
    pub carer_name: String,
    /// Home language, as a tag.
    pub language: String,
    /// Where the child is.
    pub location: String,
    /// In which group.
    pub group: String,
    /// First names of the children whom the letter is about.
    pub children: Vec<String>,
    /// Where the delivery stands.
    pub state: State,
    /// Why, as stored.
    pub reason: Option<String>,
}

/// A message of which nobody knows whether it arrived once, twice or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtfulRow {
    /// The letter's label; none for an answer.
    pub label: Option<String>,
    /// The mailing or answer.
    pub mailing: i64,
    /// The carer's id.
    pub carer_id: i64,
    /// Which part.
    pub part: i64,
    /// Family and carer by name.
    pub family: Option<String>,
    /// The carer by name.
    pub carer: Option<String>,
    /// What happened.
    pub cause: String,
    /// When.
    pub noted_at: Moment,
    /// Where it stands now.
    pub state: Option<State>,
}

/// Whether the bot may send.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BotState {
    /// Telegram told it to wait until then.
    pub paused_until: Option<Moment>,
    /// Telegram does not accept its token, since.
    pub stopped_at: Option<Moment>,
    /// In Telegram's words.
    pub stopped_reason: Option<String>,
}

/// How a bot's queue stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Messages waiting or on their way.
    pub waiting: i64,
    /// Since when the oldest of those at the front has been due.
    pub oldest: Option<Moment>,
    /// Messages of which a person must find out whether they arrived.
    pub doubtful: i64,
}

/// How a letter stands.
///
/// # Errors
/// The database cannot be reached or holds a state that this program does not know.
pub async fn letter_status(read: &mut AnyConnection, mailing: i64) -> Result<LetterStatus> {
    let rows = queries::counts(read, mailing).await?;
    let counts = rows.into_iter().map(|(state, reason, count)| Ok((known(&state)?, reason, count)));
    Ok(LetterStatus { counts: counts.collect::<Result<_>>()? })
}

/// The families that a letter did not reach, one row per carer: for a talk at the door or a print.
///
/// # Errors
/// As [`letter_status`].
pub async fn not_reached(read: &mut AnyConnection, mailing: i64) -> Result<Vec<NotReached>> {
    let rows = queries::not_reached(read, mailing).await?;
    let rows = rows.into_iter().map(|row| {
        Ok(NotReached {
            family: FamilyId::from_raw(row.family_id),
            family_name: row.family,
            carer: CarerId::from_raw(row.carer_id),
            carer_name: row.carer,
            language: row.language,
            location: row.location,
            group: row.group_name,
            children: names(row.children.as_deref()),
            state: known(&row.state)?,
            reason: row.reason,
        })
    });
    rows.collect()
}

/// Every attempt in doubt, oldest first.
///
/// # Errors
/// As [`letter_status`].
pub async fn doubtful(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<DoubtfulRow>> {
    let rows = queries::doubts(read, organisation).await?;
    let rows = rows.into_iter().map(|row| {
        Ok(DoubtfulRow {
            label: row.label,
            mailing: row.mailing_id,
            carer_id: row.carer_id,
            part: row.part,
            family: row.family,
            carer: row.carer,
            cause: row.cause,
            noted_at: Moment::from_millis(row.noted_at),
            state: row.state.as_deref().map(known).transpose()?,
        })
    });
    rows.collect()
}

/// How many messages are waiting or on their way.
///
/// # Errors
/// The database cannot be reached.
pub async fn waiting(read: &mut AnyConnection, organisation: OrganisationId) -> Result<i64> {
    queries::count_waiting(read, organisation).await
}

/// How the queue of a bot stands.
///
/// # Errors
/// The database cannot be reached.
pub async fn queue(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Queue> {
    let waiting = queries::count_waiting(read, organisation).await?;
    let oldest = queries::oldest_at_the_front(read, organisation).await?;
    let doubtful = queries::count_doubtful(read, organisation).await?;
    Ok(Queue { waiting, oldest: oldest.map(Moment::from_millis), doubtful })
}

/// Whether the bot may send.
///
/// # Errors
/// The database cannot be reached.
pub async fn bot_state(read: &mut AnyConnection, organisation: OrganisationId) -> Result<BotState> {
    let (paused_until, stopped_at, stopped_reason) = queries::bot(read, organisation).await?;
    Ok(BotState {
        paused_until: paused_until.map(Moment::from_millis),
        stopped_at: stopped_at.map(Moment::from_millis),
        stopped_reason,
    })
}

fn known(word: &str) -> Result<State> {
    State::from_word(word)
        .ok_or_else(|| Error::Unknown { kind: "state of a delivery", value: word.to_owned() })
}
