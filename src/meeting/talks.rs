//! Talks with a moment of one's own: which are free, taking one, moving, cancelling, and what becomes of a
//! moment that was given back. No moment is ever given twice: the database decides, row by row.

mod freed;
mod runs;

pub use freed::decline_offer;
pub(super) use freed::{free_later, offer_freed, pass_offer_on};

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::answering::Interpreting;
use super::press::DayPart;
use super::queries::slots::SlotRow;
use super::queries::talks::TalkRow;
use super::queries::{meetings, slots, talks as queries};
use super::{MeetingId, SlotId, TalkId};
use crate::clock::Moment;
use crate::inbox::{self, FollowUpReason};
use crate::roster::{CarerId, ChatId, ChildId, FamilyId, GroupId, OrganisationId};
use crate::store::{Result, Store};
use runs::{APART, run, runs};

/// So many moments are read at once.
const PAGE: i64 = 200;
/// All that begin within some hours, also where many people have talks at the same time.
const NEARBY: i64 = 5_000;
/// No talk takes longer.
const LONGEST: i64 = 3 * 3_600_000;

/// A moment for a talk, from its first to its last part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The first part.
    pub id: SlotId,
    /// When the talk begins.
    pub starts: Moment,
    /// When it ends.
    pub ends: Moment,
    /// With whom.
    pub staff: Option<String>,
    /// At the family's home.
    pub at_home: bool,
    /// All its parts, in order.
    pub(super) parts: Vec<i64>,
}

/// A talk as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Its number.
    pub id: TalkId,
    /// Of which round; `None`: outside of every round.
    pub meeting: Option<MeetingId>,
    /// About whom.
    pub child: ChildId,
    /// First name.
    pub child_name: String,
    /// Of which family.
    pub family: FamilyId,
    /// In which group.
    pub group: GroupId,
    /// Who booked it.
    pub carer: Option<CarerId>,
    /// How often it was changed.
    pub sequence: i64,
    /// Who interprets.
    pub interpreter: Option<Interpreting>,
    /// Waits for a moment.
    pub waits: bool,
    /// Somebody took the file for a calendar.
    pub has_file: bool,
    /// It took place.
    pub is_held: bool,
    /// When it is.
    pub slot: Option<Slot>,
}

/// What became of taking a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Booked {
    /// It is theirs.
    Done {
        /// The moment.
        slot: Slot,
        /// The one before, when it was moved.
        before: Option<Slot>,
    },
    /// Somebody else was quicker, or it is over.
    Taken,
    /// They have it already.
    Same,
}

/// A moment that came free, offered to who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// To which talk.
    pub talk: Talk,
    /// Which moment.
    pub slot: Slot,
    /// Until when it is kept.
    pub until: Moment,
}

/// The talks that a carer may have in a round, one for each child in its groups.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn talks_of(
    store: &Store,
    write: &mut AnyConnection,
    (meeting, carer): (MeetingId, CarerId),
    today: &str,
) -> Result<Vec<Talk>> {
    let mut found = Vec::new();
    for (child, household) in queries::children(write, meeting, carer, today).await? {
        let whose = (ChildId::from_raw(child), household.as_str());
        let row = queries::of_child(write, store.new_id(), meeting, whose, carer).await?;
        found.push(whole(write, row).await?);
    }
    Ok(found)
}

/// A talk by its number.
///
/// # Errors
/// The database cannot be reached.
pub async fn talk(read: &mut AnyConnection, id: TalkId) -> Result<Option<Talk>> {
    match queries::find(read, id).await? {
        Some(row) => whole(read, row).await.map(Some),
        None => Ok(None),
    }
}

/// A talk of an organisation as a chat with its bot may speak for it, with the carer who does: what that carer needs
/// counts, and what the one needs who chose its moment.
///
/// # Errors
/// The database cannot be reached.
pub async fn talk_in_chat(
    read: &mut AnyConnection,
    (organisation, id): (OrganisationId, TalkId),
    (chat, today): (ChatId, &str),
) -> Result<Option<(Talk, CarerId)>> {
    let found = queries::carer_in_chat(read, (organisation, id), (chat, today)).await?;
    let Some((carer, interpreter)) = found else {
        return Ok(None);
    };
    let own = interpreter.as_deref().and_then(Interpreting::from_word);
    let Some(found) = talk(read, id).await? else { return Ok(None) };
    let kept = found.interpreter.filter(|_| found.slot.is_some() || found.waits);
    Ok(Some((Talk { interpreter: own.or(kept), ..found }, CarerId::from_raw(carer))))
}

/// The first moments that a talk may take, in order of time, at most so many; longer ones with an interpreter. Of
/// two that begin together one is told.
///
/// # Errors
/// The database cannot be reached.
pub async fn free_slots(
    read: &mut AnyConnection,
    talk: &Talk,
    (part, zone, most): (DayPart, &TimeZone, usize),
    now: Moment,
) -> Result<Vec<Slot>> {
    let Some(meeting) = talk.meeting else { return Ok(Vec::new()) };
    let needs = length_needed(read, meeting, talk).await?;
    let mut rows: Vec<SlotRow> = Vec::new();
    loop {
        let from = rows.last().map_or((0, 0), |last| (last.starts_at, last.id + 1));
        let more =
            slots::free(read, (meeting, talk.id), (from, PAGE, needs.is_some()), now).await?;
        let is_last = i64::try_from(more.len()).unwrap_or(i64::MAX) < PAGE;
        rows.extend(more);
        let mut found = runs(&rows, needs);
        found.retain(|slot| {
            let is_own = talk.slot.as_ref().is_some_and(|own| own.id == slot.id);
            let hour = slot.starts.local(zone).hour();
            let fits = match part {
                DayPart::Any => true,
                DayPart::Morning => hour < 12,
                DayPart::Afternoon => hour >= 12,
            };
            fits && !is_own
        });
        found.dedup_by_key(|slot| slot.starts);
        if is_last || found.len() > most {
            found.truncate(most);
            return Ok(found);
        }
    }
}

/// Whether a talk is of this version, and stays so until the end of the transaction.
pub(super) async fn stands_as(
    write: &mut AnyConnection,
    talk: TalkId,
    sequence: i64,
) -> Result<bool> {
    queries::lock(write, talk).await?;
    Ok(queries::find(write, talk).await?.is_some_and(|row| row.sequence == sequence))
}

/// Takes a moment for a talk, and gives back the one it had. In the caller's transaction; [`super::follow_meetings`]
/// offers moments that came free to who waits. A talk that was held stays as it was.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn book(
    write: &mut AnyConnection,
    (talk, carer): (&Talk, Option<CarerId>),
    slot: SlotId,
    now: Moment,
) -> Result<Booked> {
    // Read again now that nobody else changes it.
    let before = match queries::lock(write, talk.id).await? {
        Some(true) => slots::of_talk(write, talk.id).await?,
        Some(false) => Vec::new(),
        None => return Ok(Booked::Taken),
    };
    if before.first().is_some_and(|own| own.id == slot.raw()) {
        return Ok(Booked::Same);
    }
    let Some(parts) = parts_from(write, talk, slot, now).await? else { return Ok(Booked::Taken) };
    if !before.is_empty() {
        slots::give_back(write, talk.id, now).await?;
    }
    let mut taken = Vec::with_capacity(parts.len());
    for (part, id) in (0..).zip(&parts) {
        taken.extend(slots::take(write, *id, (talk.id, part), now).await?);
    }
    if taken.len() < parts.len() {
        // In the same instant somebody else took it: everything stays as it was.
        if !taken.is_empty() {
            slots::give_back(write, talk.id, now).await?;
        }
        for (part, row) in (0..).zip(&before) {
            slots::take_again(write, row.id, (talk.id, part)).await?;
        }
        return Ok(Booked::Taken);
    }
    if talk.waits {
        slots::take_offer_back(write, talk.id, now).await?;
    }
    queries::booked(write, talk, carer, now).await?;
    if let Some(meeting) = talk.meeting {
        let without = (FollowUpReason::NoTalk, meeting.raw());
        inbox::close_for(write, without, Some(talk.family), now).await?;
    }
    Ok(match run(&taken) {
        Some(slot) => Booked::Done { slot, before: run(&before) },
        None => Booked::Taken,
    })
}

/// The moments from this one on that a talk needs; `None` when too few follow each other.
async fn parts_from(
    read: &mut AnyConnection,
    talk: &Talk,
    slot: SlotId,
    now: Moment,
) -> Result<Option<Vec<i64>>> {
    let Some(meeting) = talk.meeting else { return Ok(None) };
    let needs = length_needed(read, meeting, talk).await?;
    if needs.is_none() {
        return Ok(Some(vec![slot.raw()]));
    }
    let Some(first) = slots::find(read, slot).await? else { return Ok(None) };
    // What follows belongs to other people too: some rows behind it are read as well.
    let from = ((first.starts_at, first.id), NEARBY, true);
    let rows = slots::free(read, (meeting, talk.id), from, now).await?;
    let found = runs(&rows, needs);
    let found = found.into_iter().find(|run| run.id == slot);
    Ok(found.map(|run| run.parts))
}

/// Gives a talk's moment back; which one it was. One that was held stays as it was.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn cancel_talk(
    write: &mut AnyConnection,
    talk: TalkId,
    now: Moment,
) -> Result<Option<Slot>> {
    if queries::lock(write, talk).await? != Some(true) {
        return Ok(None);
    }
    let Some(before) = run(&slots::of_talk(write, talk).await?) else { return Ok(None) };
    slots::give_back(write, talk, now).await?;
    queries::cancelled(write, talk, &before, now).await?;
    Ok(Some(before))
}

/// The talk waits for a moment that comes free; in the carer's own words, when they would like it. False when its
/// round was called off, or it was held.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn wait_for_slot(
    write: &mut AnyConnection,
    talk: TalkId,
    wish: Option<&str>,
    now: Moment,
) -> Result<bool> {
    queries::waits(write, talk, wish, now).await
}

/// A moment right before or after a talk, for a brother or sister who has none yet.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn beside(
    store: &Store,
    write: &mut AnyConnection,
    (talk, carer): (&Talk, CarerId),
    (today, now): (&str, Moment),
) -> Result<Option<(Talk, Slot)>> {
    let Some(own) = &talk.slot else { return Ok(None) };
    let Some(household) = queries::household_of(write, carer).await? else { return Ok(None) };
    for child in queries::other_children(write, carer, talk.child, today).await? {
        let child = ChildId::from_raw(child);
        for meeting in queries::rounds_of(write, child, now).await? {
            let whose = (child, household.as_str());
            let row = queries::of_child(write, store.new_id(), meeting, whose, carer).await?;
            let other = whole(write, row).await?;
            if other.slot.is_some() {
                continue;
            }
            let from = own.starts.millis() - LONGEST;
            let needs = length_needed(write, meeting, &other).await?;
            let from = ((from, 0), NEARBY, needs.is_some());
            let rows = slots::free(write, (meeting, other.id), from, now).await?;
            let free = runs(&rows, needs);
            let after = |slot: &&Slot| is_right_after(own.ends, slot.starts);
            let before = |slot: &&Slot| is_right_after(slot.ends, own.starts);
            if let Some(slot) = free.iter().find(after).or(free.iter().rev().find(before)) {
                return Ok(Some((other, slot.clone())));
            }
        }
    }
    Ok(None)
}

fn is_right_after(ends: Moment, starts: Moment) -> bool {
    (0..=APART).contains(&(starts.millis() - ends.millis()))
}

/// So long a talk takes, when longer than its moments are: with an interpreter.
async fn length_needed(
    read: &mut AnyConnection,
    meeting: MeetingId,
    talk: &Talk,
) -> Result<Option<i64>> {
    match talk.interpreter {
        Some(_) => meetings::interpreter_minutes(read, meeting).await,
        None => Ok(None),
    }
}

async fn whole(read: &mut AnyConnection, row: TalkRow) -> Result<Talk> {
    let id = TalkId::from_raw(row.id);
    let slot = match row.booked_at {
        Some(_) => run(&slots::of_talk(read, id).await?),
        None => None,
    };
    Ok(Talk {
        id,
        meeting: row.meeting_id.map(MeetingId::from_raw),
        child: ChildId::from_raw(row.child_id),
        child_name: row.child,
        family: FamilyId::from_raw(row.family_id),
        group: GroupId::from_raw(row.group_id),
        carer: row.carer_id.map(CarerId::from_raw),
        sequence: row.sequence,
        interpreter: row.interpreter.as_deref().and_then(Interpreting::from_word),
        waits: row.waiting_since.is_some(),
        has_file: row.calendar_at.is_some(),
        is_held: row.outcome.as_deref() == Some("held"),
        slot,
    })
}
