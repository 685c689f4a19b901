//! What follows by itself: the reminder on the day before, one gentle second invitation, places and moments
//! that nobody took in time, thanks, "we missed you", and then a person. And to staff, what takes place today.

mod afterwards;
mod again;
mod mornings;
mod offers;
mod reminders;

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::queries::following as queries;
use super::saying::Voice;
use crate::clock::Moment;
use crate::language::{HomeLanguage, Phrasebook};
use crate::outbox::{self, Message, Priority};
use crate::roster::{CarerId, ChatId, OrganisationId};
use crate::settings::QuietHours;
use crate::store::{Result, Store};

/// What each of them needs.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub store: &'a Store,
    pub phrases: &'a Phrasebook,
    pub hours: QuietHours,
    pub now: Moment,
}

/// Does what is due of all meetings, each step a transaction of its own. Safe to break off and to run again.
/// Returns more than 0 when something was done.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn follow_meetings(
    store: &Store,
    phrases: &Phrasebook,
    hours: QuietHours,
    now: Moment,
) -> Result<u64> {
    let desk = Desk { store, phrases, hours, now };
    let mut done = offers::make(desk).await?;
    done += reminders::remind(desk).await?;
    done += again::invite_again(desk).await?;
    done += afterwards::tell(desk).await?;
    Ok(done + mornings::tell(desk).await?)
}

/// A message to one carer, in their language; nothing for who cannot or does not want to be written to.
pub(super) async fn tell_carer(
    say: (&Store, &Phrasebook, &TimeZone),
    write: &mut AnyConnection,
    carer: CarerId,
    now: Moment,
    words: impl FnOnce(&Voice<'_>) -> Message,
) -> Result<()> {
    tell_carer_at(say, write, carer, now, words).await.map(drop)
}

/// The same for a later moment; the number by which it can be taken back until then.
pub(super) async fn tell_carer_at(
    (store, phrases, zone): (&Store, &Phrasebook, &TimeZone),
    write: &mut AnyConnection,
    carer: CarerId,
    at: Moment,
    words: impl FnOnce(&Voice<'_>) -> Message,
) -> Result<Option<i64>> {
    let Some(listener) = listener(phrases, write, carer).await? else { return Ok(None) };
    let message = words(&Voice { phrases, language: listener.language, zone });
    listener.told(message).queue_for(store, write, at).await.map(Some)
}

/// A carer who can be written to, and in which language.
pub(super) struct Listener {
    carer: CarerId,
    organisation: OrganisationId,
    chat: ChatId,
    pub language: HomeLanguage,
}

pub(super) async fn listener(
    phrases: &Phrasebook,
    read: &mut AnyConnection,
    carer: CarerId,
) -> Result<Option<Listener>> {
    let reader = queries::reader(read, carer).await?;
    Ok(reader.map(|it| Listener {
        carer,
        organisation: it.organisation,
        chat: it.chat,
        language: phrases.chat_language(it.language, it.second),
    }))
}

impl Listener {
    /// A message of ours to them.
    pub(super) fn told(&self, message: Message) -> outbox::Answer {
        outbox::Answer {
            organisation: self.organisation,
            chat: self.chat,
            carer: Some(self.carer),
            language: self.language,
            priority: Priority::Personal,
            message: outbox::directed(message, self.language),
        }
    }
}

/// The afternoon before: early enough to arrange something, late enough to remember.
pub(super) const REMINDER: Time = Time::constant(17, 0, 0, 0);

/// Whether somebody may be written to unasked at this hour.
pub(super) fn is_day(local: DateTime, hours: QuietHours) -> bool {
    !hours.hold(local.time())
}
