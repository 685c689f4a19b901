//! A talk in the chat: choosing a moment, three at a time, moving and cancelling it with one tap.

use teloxide::types::InlineKeyboardMarkup;

use super::letter::mark;
use super::talk::Talk;
use super::work::markup;
use super::{calendar, meeting as door};
use crate::language::Args;
use crate::meeting::{self, Booked, DayPart, Meeting, SlotId, TalkPress};
use crate::roster::CarerId;
use crate::store::Result;

/// A press on a message about a talk.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let Some((press, id)) = TalkPress::parse(data) else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let today = talk.today();
    let (ours, here) = ((talk.organisation.id, id), (talk.chat, today.as_str()));
    let Some((about, carer)) = meeting::talk_in_chat(talk.write, ours, here).await? else {
        talk.toast("button-too-old");
        return Ok(());
    };
    if about.is_held && press != TalkPress::Calendar && press != TalkPress::Fine {
        talk.toast("meeting-over");
        return talk.say_phrase("meeting-over", &Args::new()).await;
    }
    match press {
        TalkPress::Take(slot) => take(talk, (about, carer), slot, (data, message)).await,
        TalkPress::More(from, part) => more(talk, &about, (from, part), message).await,
        TalkPress::Move => offer(talk, &about).await,
        TalkPress::Cancel => cancel(talk, &about, (data, message)).await,
        TalkPress::NoneFits => none_fits(talk, (&about, carer)).await,
        TalkPress::Calendar => calendar::of_talk(talk, &about).await,
        TalkPress::Fine => {
            mark(talk, data, message);
            talk.say_phrase("talk-moved-fine-done", &Args::new()).await
        }
        TalkPress::OfferNo(slot) => decline(talk, (&about, slot), (data, message)).await,
    }
}

type Pressed<'a> = (&'a str, Option<&'a (i64, InlineKeyboardMarkup)>);

/// "Choose a moment": for the first child that has none yet; else what was chosen.
pub(super) async fn choose(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
) -> Result<()> {
    if meeting.cancelled_at.is_some() {
        return talk.say_phrase("meeting-called-off", &Args::new()).await;
    }
    let today = talk.today();
    let store = &talk.rooms.store;
    let talks = meeting::talks_of(store, talk.write, (meeting.id, carer), &today).await?;
    if talks.is_empty() {
        return talk.say_phrase("meeting-not-yours", &Args::new()).await;
    }
    if let Some(open) = talks.iter().find(|it| it.slot.is_none()) {
        return offer(talk, open).await;
    }
    talk.say_phrase("talk-all-booked", &Args::new()).await?;
    for booked in &talks {
        if let Some(slot) = &booked.slot {
            let message = talk.voice().booked(booked, slot);
            talk.say(message).await?;
        }
    }
    Ok(())
}

/// The free moments, or the waiting list when there is none.
async fn offer(talk: &mut Talk<'_>, about: &meeting::Talk) -> Result<()> {
    let free = free(talk, about, (0, DayPart::Any)).await?;
    if free.is_empty() {
        return none_left(talk, about).await;
    }
    let message = talk.voice().choice(about, &free, (0, DayPart::Any));
    talk.say(message).await
}

/// The waiting list, while the round takes place. Whoever has a moment keeps it, and may say that it does not suit.
async fn none_left(talk: &mut Talk<'_>, about: &meeting::Talk) -> Result<()> {
    if let Some(own) = &about.slot {
        let when = talk.voice().when(own.starts);
        let message = talk.message("talk-none-other", &Args::new().text("when", when));
        let fits_not = talk.button("talk-none-fits", TalkPress::NoneFits.data(about.id));
        let cancel = talk.button("talk-cancel", TalkPress::Cancel.data(about.id));
        return talk.say(message.row([fits_not]).row([cancel])).await;
    }
    let now = talk.now;
    let waits = meeting::wait_for_slot(talk.write, about.id, None, now).await?;
    let phrase = if waits { "talk-none-left" } else { "meeting-called-off" };
    talk.say_phrase(phrase, &Args::new()).await
}

async fn free(
    talk: &mut Talk<'_>,
    about: &meeting::Talk,
    (from, part): (i64, DayPart),
) -> Result<Vec<meeting::Slot>> {
    let (zone, now) = (&talk.organisation.time_zone, talk.now);
    // One more than is shown, to know whether there are more.
    let most = usize::try_from(from).unwrap_or(0).saturating_add(meeting::SHOWN + 1);
    meeting::free_slots(talk.write, about, (part, zone, most), now).await
}

/// The next three, on the same message.
async fn more(
    talk: &mut Talk<'_>,
    about: &meeting::Talk,
    (from, part): (i64, DayPart),
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let free = free(talk, about, (from, part)).await?;
    match message {
        Some((id, _)) => {
            let rows = talk.voice().choice_rows(about, &free, (from, part));
            talk.after.keyboard = Some((*id, markup(&rows)));
            Ok(())
        }
        None => {
            let message = talk.voice().choice(about, &free, (from, part));
            talk.say(message).await
        }
    }
}

async fn take(
    talk: &mut Talk<'_>,
    (about, carer): (meeting::Talk, CarerId),
    slot: SlotId,
    (data, message): Pressed<'_>,
) -> Result<()> {
    let now = talk.now;
    match meeting::book(talk.write, (&about, Some(carer)), slot, now).await? {
        Booked::Taken => {
            talk.toast("talk-taken");
            let free = free(talk, &about, (0, DayPart::Any)).await?;
            if free.is_empty() {
                return none_left(talk, &about).await;
            }
            talk.say_phrase("talk-taken", &Args::new()).await?;
            let message = talk.voice().choice(&about, &free, (0, DayPart::Any));
            talk.say(message).await
        }
        Booked::Same => {
            mark(talk, data, message);
            Ok(())
        }
        Booked::Done { slot, .. } => {
            mark(talk, data, message);
            confirm(talk, (about, carer), slot).await
        }
    }
}

/// The moment, and a moment beside it for a brother or sister.
async fn confirm(
    talk: &mut Talk<'_>,
    (about, carer): (meeting::Talk, CarerId),
    slot: meeting::Slot,
) -> Result<()> {
    talk.after.toast = talk.voice().when(slot.starts);
    let message = talk.voice().booked(&about, &slot);
    talk.say(message).await?;
    if talk.child_count() < 2 {
        return Ok(());
    }
    let (today, now) = (talk.today(), talk.now);
    let store = &talk.rooms.store;
    let booked = meeting::Talk { slot: Some(slot), ..about };
    let whose = (&booked, carer);
    if let Some((other, slot)) = meeting::beside(store, talk.write, whose, (&today, now)).await? {
        let message = talk.voice().sibling(&other, &slot);
        talk.say(message).await?;
    }
    Ok(())
}

async fn cancel(
    talk: &mut Talk<'_>,
    about: &meeting::Talk,
    (data, message): Pressed<'_>,
) -> Result<()> {
    let now = talk.now;
    if about.slot.as_ref().is_some_and(|slot| slot.starts <= now) {
        talk.toast("meeting-over");
        return talk.say_phrase("meeting-over", &Args::new()).await;
    }
    let Some(gone) = meeting::cancel_talk(talk.write, about.id, now).await? else {
        talk.toast("button-too-old");
        return Ok(());
    };
    mark(talk, data, message);
    let when = talk.voice().when(gone.starts);
    let again = talk.button("meeting-choose-moment", TalkPress::Move.data(about.id));
    let message = talk.message("talk-cancelled-by-you", &Args::new().text("when", when));
    talk.say(message.row([again])).await
}

async fn none_fits(talk: &mut Talk<'_>, (about, carer): (&meeting::Talk, CarerId)) -> Result<()> {
    let now = talk.now;
    if !meeting::wait_for_slot(talk.write, about.id, None, now).await? {
        return talk.say_phrase("meeting-called-off", &Args::new()).await;
    }
    door::ask_when(talk, carer, Some(about.id)).await?;
    talk.say_phrase("talk-none-fits-done", &Args::new()).await
}

async fn decline(
    talk: &mut Talk<'_>,
    (about, slot): (&meeting::Talk, SlotId),
    (data, message): Pressed<'_>,
) -> Result<()> {
    let now = talk.now;
    if !meeting::decline_offer(talk.write, (about.id, slot), now).await? {
        talk.toast("button-too-old");
        return Ok(());
    }
    mark(talk, data, message);
    talk.say_phrase("talk-freed-no-done", &Args::new()).await
}
