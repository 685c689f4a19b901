//! What follows by itself: the reminder on the day before, one gentle second invitation, places and moments
//! that nobody took in time, thanks, "we missed you", and then a person.

mod afterwards;
mod again;
mod offers;
mod reminders;

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::queries::following as queries;
use super::saying::Voice;
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::outbox::{self, Message, Priority};
use crate::roster::CarerId;
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
    Ok(done + afterwards::tell(desk).await?)
}

/// A message to one carer, in their language; nothing for who cannot or does not want to be written to.
pub(super) async fn tell_carer(
    (store, phrases, zone): (&Store, &Phrasebook, &TimeZone),
    write: &mut AnyConnection,
    carer: CarerId,
    at: Moment,
    say: impl FnOnce(&Voice<'_>) -> Message,
) -> Result<()> {
    let Some(reader) = queries::reader(write, carer).await? else { return Ok(()) };
    let language = phrases.chat_language(reader.language, reader.second);
    let message = say(&Voice { phrases, language, zone });
    let answer = outbox::Answer {
        organisation: reader.organisation,
        chat: reader.chat,
        carer: Some(carer),
        language,
        priority: Priority::Personal,
        message: outbox::directed(message, language),
    };
    answer.queue(store, write, at).await
}

/// The afternoon before: early enough to arrange something, late enough to remember.
pub(super) const REMINDER: Time = Time::constant(17, 0, 0, 0);

/// Whether somebody may be written to unasked at this hour.
pub(super) fn is_day(local: DateTime, hours: QuietHours) -> bool {
    !hours.hold(local.time())
}
