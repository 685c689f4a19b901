//! One talk that staff call off or put at another moment: the carer hears of it, and until then it can be undone.

use sqlx::AnyConnection;

use super::found;
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::meeting::calling_off;
use crate::meeting::following::tell_carer_at;
use crate::meeting::planning::MeetingError;
use crate::meeting::press::DayPart;
use crate::meeting::talks::{self as booked, Booked};
use crate::meeting::{SlotId, TalkId};
use crate::outbox;
use crate::roster::Organisation;
use crate::store::Store;

/// What a change of a talk left behind, by which it can be undone until its news leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalkChanged {
    /// The message to the carer; `None` when nobody can be written to.
    pub news: Option<i64>,
    /// The file that takes it out of the carer's calendar, behind the news.
    pub file: Option<i64>,
    /// The moment of before; `None` when it had none.
    pub before: Option<SlotId>,
    /// The version of the talk that the change made: with a later one it stands otherwise by now.
    pub sequence: i64,
}

/// Calls one talk off, and tells the carer; its moment is free for others. False when it has none.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn call_off(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    talk: TalkId,
    now: Moment,
) -> Result<bool, MeetingError> {
    let off = call_off_later(desk, write, organisation, talk, (now, now)).await?;
    Ok(off.is_some())
}

/// The same, with news that leaves at `at`, and until then is undone by [`undo_talk`].
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn call_off_later(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    talk: TalkId,
    (at, now): (Moment, Moment),
) -> Result<Option<TalkChanged>, MeetingError> {
    let Some(before) = booked::talk(write, talk).await? else { return Ok(None) };
    let Some(gone) = booked::cancel_talk(write, talk, now).await? else { return Ok(None) };
    // Until it cannot be undone any more nobody else is asked.
    booked::free_later(write, &gone, at).await?;
    let zone = &organisation.time_zone;
    let sequence = before.sequence.saturating_add(1);
    let mut changed = TalkChanged { news: None, file: None, before: Some(gone.id), sequence };
    if let Some(carer) = before.carer {
        let any = (DayPart::Any, zone, 1);
        let round = match before.meeting {
            Some(round) => Some(found(write, round).await?),
            None => None,
        };
        let is_off = round.as_ref().is_none_or(|round| round.cancelled_at.is_some());
        let others = !is_off && !booked::free_slots(write, &before, any, now).await?.is_empty();
        let desk = (store, phrases, zone);
        changed.news = tell_carer_at(desk, write, carer, at, |voice| {
            voice.called_off(&before, gone.starts, others)
        })
        .await?;
        if let Some(round) = round.filter(|_| before.has_file) {
            let about = (talk, &gone, &round);
            changed.file = calling_off::send_talk(desk, write, carer, about, (at, now)).await?;
        }
    }
    Ok(Some(changed))
}

/// Staff put a talk at another moment, and tell the carer.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn move_talk(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    about: (TalkId, SlotId),
    now: Moment,
) -> Result<Booked, MeetingError> {
    Ok(move_talk_later(desk, write, organisation, about, (now, now)).await?.0)
}

/// The same, with news that leaves at `at`, and until then is undone by [`undo_talk`].
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn move_talk_later(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (talk, slot): (TalkId, SlotId),
    (at, now): (Moment, Moment),
) -> Result<(Booked, TalkChanged), MeetingError> {
    let mut changed = TalkChanged { news: None, file: None, before: None, sequence: 0 };
    let Some(about) = booked::talk(write, talk).await? else { return Ok((Booked::Taken, changed)) };
    let done = booked::book(write, (&about, None), slot, now).await?;
    let Booked::Done { before, .. } = &done else { return Ok((done, changed)) };
    changed.before = before.as_ref().map(|it| it.id);
    let moved = booked::talk(write, talk).await?;
    changed.sequence = moved.as_ref().map_or(0, |moved| moved.sequence);
    if let Some(moved) = moved
        && let (Some(carer), Some(new)) = (moved.carer, &moved.slot)
    {
        let zone = &organisation.time_zone;
        changed.news =
            tell_carer_at((store, phrases, zone), write, carer, at, |voice| match before {
                Some(before) => voice.moved(&moved, (before.starts, new)),
                None => voice.booked(&moved, new),
            })
            .await?;
    }
    if let Some(before) = before {
        booked::free_later(write, before, at).await?;
    }
    Ok((done, changed))
}

/// Puts a talk back as it was before staff moved it, called it off or booked it, as long as its news has not left and
/// the moment of before is still there; false, and nothing changed, when it is not so, or somebody changed it since.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn undo_talk(
    write: &mut AnyConnection,
    organisation: &Organisation,
    (talk, changed): (TalkId, TalkChanged),
    now: Moment,
) -> Result<bool, MeetingError> {
    if !booked::stands_as(write, talk, changed.sequence).await? {
        return Ok(false);
    }
    let Some(about) = booked::talk(write, talk).await? else { return Ok(false) };
    let now_at = about.slot.as_ref().map(|slot| slot.id);
    let is_back = match changed.before {
        Some(before) => {
            let done = booked::book(write, (&about, None), before, now).await?;
            matches!(done, Booked::Done { .. })
        }
        None => booked::cancel_talk(write, talk, now).await?.is_some(),
    };
    if !is_back {
        return Ok(false);
    }
    let Some(news) = changed.news else { return Ok(true) };
    if outbox::take_back(write, organisation.id, news).await? {
        if let Some(file) = changed.file {
            outbox::take_back(write, organisation.id, file).await?;
        }
        return Ok(true);
    }
    // The carer knows it as it was: so it stays.
    match now_at {
        Some(slot) => drop(booked::book(write, (&about, None), slot, now).await?),
        None => drop(booked::cancel_talk(write, talk, now).await?),
    }
    Ok(false)
}
