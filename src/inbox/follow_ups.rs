//! Follow-ups: families whom a person should speak to. Silence goes to a person, not to more
//! messages; whoever stopped is not chased.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::queries::{follow_ups as queries, looking};
use crate::clock::Moment;
use crate::roster::{self, CarerId, ChatId, FamilyId, OrganisationId, PauseOf};
use crate::store::{Result, Store};

/// From this hour of the organisation's day on its families are looked through, once.
const MORNING: Time = Time::constant(7, 0, 0, 0);
/// So many are written in one transaction, so that other writers get in between.
const CHUNK: usize = 1_000;
/// A pause that ends when the carer ends it: 31 December 9999.
const WITHOUT_END: Moment = Moment::from_millis(253_402_214_400_000);

/// Why somebody should speak to a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FollowUpReason {
    /// A carer asked for help, or waits for a day for an explanation or for an answer to a voice
    /// message. Typed words stand in the list of questions, with their own words.
    Help,
    /// Two check-ins in a row were answered "not yet".
    NotYetTwice,
    /// No carer can be reached in a chat any more.
    Unreachable,
    /// Four weeks without any reply, while messages arrived.
    SilentWeeks,
    /// Three check-ins in a row without an answer.
    SilentCheckIns,
    /// No moment was chosen for a talk.
    NoTalk,
    /// Two invitations without an answer.
    NoAnswer,
    /// Said twice that they come, and was not there.
    DidNotCome,
}

impl FollowUpReason {
    /// All of them, the one with most need first: who asked, who tried, who cannot be told.
    pub const ALL: [Self; 8] = [
        Self::Help,
        Self::NotYetTwice,
        Self::NoTalk,
        Self::Unreachable,
        Self::DidNotCome,
        Self::NoAnswer,
        Self::SilentWeeks,
        Self::SilentCheckIns,
    ];

    /// The word that stands in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::NotYetTwice => "not_yet_twice",
            Self::Unreachable => "unreachable",
            Self::SilentWeeks => "silent_weeks",
            Self::SilentCheckIns => "silent_check_ins",
            Self::NoTalk => "no_talk",
            Self::NoAnswer => "no_answer",
            Self::DidNotCome => "did_not_come",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// What came of speaking at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They spoke.
    Spoke,
    /// Staff saw the family do it: evidence for the figures.
    SeenDoingIt,
    /// The family wants to hear in another way.
    WantsOtherWay,
    /// The carer wants no messages: the chat is on a pause without end, which the carer can end
    /// there. To stop for good stays with the carer.
    WantsNoMessages,
    /// Nobody was there: it stands in the list again tomorrow.
    NotThere,
}

impl Outcome {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 5] = [
        Self::Spoke,
        Self::SeenDoingIt,
        Self::WantsOtherWay,
        Self::WantsNoMessages,
        Self::NotThere,
    ];

    /// The word that stands in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Spoke => "spoke",
            Self::SeenDoingIt => "seen_doing_it",
            Self::WantsOtherWay => "wants_other_way",
            Self::WantsNoMessages => "wants_no_messages",
            Self::NotThere => "not_there",
        }
    }

    /// Reads that word, with `_` or `-` in it.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.replace('-', "_");
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A family whom a new follow-up is about, with the carer to speak to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub family: FamilyId,
    pub carer: CarerId,
    pub reason: FollowUpReason,
}

/// A follow-up on which an outcome can be noted.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub organisation: OrganisationId,
    pub time_zone: String,
    pub family: FamilyId,
    pub chat: Option<ChatId>,
}

/// Closes follow-ups that what came in has overtaken, and opens new ones: who asked for help or
/// cannot be reached at once; the others once a day, in the morning of the organisation. Run again
/// it changes nothing more. Returns how many were opened or closed.
///
/// A family is looked at anew only with what happened after its last follow-up of that reason.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn open_follow_ups(store: &Store, now: Moment) -> Result<u64> {
    let organisations = queries::organisations(&mut *store.read().await?).await?;
    let mut changed = 0;
    for (organisation, time_zone, looked_on) in organisations {
        let zone = TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC);
        let local = now.local(&zone);
        let today = local.date();
        let is_due = local.time() >= MORNING && looked_on != Some(today.to_string());
        let look = looking::Look { organisation, now, today };
        let overtaken = looking::overtaken(&mut *store.read().await?, &look).await?;
        for chunk in overtaken.chunks(CHUNK) {
            let mut write = store.write().await?;
            changed += queries::close(&mut write, chunk, now).await?;
            write.commit().await?;
        }
        let mut found = looking::at_once(&mut *store.read().await?, &look).await?;
        if is_due {
            found.extend(looking::in_the_morning(&mut *store.read().await?, &look).await?);
        }
        for chunk in found.chunks(CHUNK) {
            let mut write = store.write().await?;
            changed += queries::open(store, &mut write, organisation, chunk, now).await?;
            write.commit().await?;
        }
        if is_due {
            let mut write = store.write().await?;
            queries::note_look(&mut write, organisation, today).await?;
            write.commit().await?;
        }
    }
    Ok(changed)
}

/// Opens follow-ups of a meeting for families, each with the carer to speak to, in the caller's transaction. Who has
/// an open one of this reason keeps it. Returns how many were opened.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn open_for(
    store: &Store,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    (reason, meeting): (FollowUpReason, i64),
    families: &[(FamilyId, CarerId)],
    now: Moment,
) -> Result<u64> {
    let found: Vec<Found> =
        families.iter().map(|&(family, carer)| Found { family, carer, reason }).collect();
    let opened = queries::open(store, write, organisation, &found, now).await?;
    queries::note_meeting(write, organisation, reason, meeting, now).await?;
    Ok(opened)
}

/// What came in has overtaken the follow-ups of a meeting: of one family that answered, or of all of them when there
/// is nothing left to answer.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn close_for(
    write: &mut AnyConnection,
    (reason, meeting): (FollowUpReason, i64),
    family: Option<FamilyId>,
    now: Moment,
) -> Result<()> {
    queries::close_of_meeting(write, (reason, meeting), family, now).await
}

/// Notes what came of speaking to a family. False when the follow-up is not open (any more).
///
/// The caller has checked that `by` may see this family.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn note_outcome(
    write: &mut AnyConnection,
    follow_up: i64,
    outcome: Outcome,
    by: &str,
    now: Moment,
) -> Result<bool> {
    let Some(open) = queries::find_open(write, follow_up).await? else { return Ok(false) };
    queries::note(write, follow_up, outcome, by, now).await?;
    match (outcome, open.chat) {
        (Outcome::SeenDoingIt, _) => {
            let zone = TimeZone::get(&open.time_zone).unwrap_or(TimeZone::UTC);
            see(write, open.family, now.local(&zone).date(), by, now).await?;
        }
        (Outcome::WantsNoMessages, Some(chat)) => {
            roster::pause(write, open.organisation, chat, Some(WITHOUT_END), now).await?;
        }
        _ => {}
    }
    Ok(true)
}

/// Whose follow-up it is; `None` when there is none that is open.
///
/// # Errors
/// The database cannot be reached.
pub async fn organisation_of(
    read: &mut AnyConnection,
    follow_up: i64,
) -> Result<Option<OrganisationId>> {
    Ok(queries::find_open(read, follow_up).await?.map(|open| open.organisation))
}

/// The pauses of all carers in the chat of a follow-up: what "wants no messages" would change, and what
/// [`undo_outcome`] needs to bring them back.
///
/// # Errors
/// The database cannot be reached.
pub async fn pauses_at(read: &mut AnyConnection, follow_up: i64) -> Result<Vec<PauseOf>> {
    let open = queries::find_open(read, follow_up).await?;
    match open.and_then(|open| Some((open.organisation, open.chat?))) {
        Some((organisation, chat)) => roster::pauses(read, organisation, chat).await,
        None => Ok(Vec::new()),
    }
}

/// Takes back what a person noted, with its effects: what was seen, and the pause; each carer of the
/// chat has again the pause of before, unless they changed it themselves since. False when nobody noted
/// an outcome, or when a newer follow-up of the same kind is open.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn undo_outcome(
    write: &mut AnyConnection,
    follow_up: i64,
    before: &[PauseOf],
) -> Result<bool> {
    let Some(noted) = queries::find_noted(write, follow_up).await? else { return Ok(false) };
    queries::forget_seen(write, follow_up).await?;
    if let Some(chat) = noted.chat
        && let Some(began) = queries::paused_by(write, follow_up).await?
    {
        roster::put_pauses_back(write, noted.organisation, chat, before, began).await?;
    }
    Ok(queries::reopen(write, follow_up).await? > 0)
}

/// Staff saw a family do an activity at home (or tell of it in such a way that it is sure). It counts
/// for the theme that runs in a group of the family that day. Once a day is enough.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn see(
    write: &mut AnyConnection,
    family: FamilyId,
    day: Date,
    by: &str,
    now: Moment,
) -> Result<bool> {
    let runs = queries::runs_of(write, family, day).await?;
    let is_on = |starts_on: &str, weeks: i64| {
        let days = jiff::Span::new().try_weeks(weeks).ok()?;
        let first: Date = starts_on.parse().ok()?;
        Some(first <= day && day < first.checked_add(days).ok()?)
    };
    let running = runs.iter().find(|run| is_on(&run.starts_on, run.weeks) == Some(true));
    queries::see(write, family, day, running.map(|run| run.theme_id), by, now).await
}
