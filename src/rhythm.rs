//! What goes out when: themes that run in groups, each child's next activity, check-ins the day after,
//! asking again when the carer said so, never in quiet hours. It plans in the database, many carers at
//! once.

mod adapting;
mod asking;
mod book;
mod changing;
mod closed_days;
mod compose;
mod figures;
mod ids;
mod late;
mod outlook;
mod planning;
mod queries;
mod run;
mod slots;
mod telling;
mod within;

use std::time::Duration;

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;

use queries::letters;

use crate::clock::{Moment, monday_of};
use crate::settings::QuietHours;
use crate::store::{Result, Store};

pub use adapting::{Tip, adapt, open_question, practises, read_answer, tip};
pub use book::announce_book;
pub use changing::{Move, days_to, introduced, move_by, moves, pause, resume, stop, undo_pause};
pub use closed_days::{ClosedDay, close_days, closed_days, open_days};
pub use figures::{Went, went};
pub use ids::RunId;
pub use late::release_translated;
pub use outlook::{Listening, Outlook, Outreach, Reach, outlook, outreach_now};
pub use planning::plan_themes;
pub use run::{
    Audience, Fate, NewRun, Run, RunError, RunState, SlotStanding, Untranslated, WithoutActivity,
    fates, run, runs, slots_of, start, without_activity,
};
pub use slots::{Slot, SlotKind};
pub use telling::{themes_soon, told_of_theme};
pub use within::{Handout, OwnRun, Receiver, handouts, receivers, runs_within, tick_materials};

/// How long after a letter the question still makes sense, and how long an answer may be changed.
const OPEN_FOR: Duration = Duration::from_secs(14 * 24 * 3_600);

/// When a carer wants to be asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskAgain {
    /// Tomorrow.
    Tomorrow,
    /// At the weekend.
    Weekend,
}

/// `moment`, or the end of the quiet hours it falls in.
pub fn outside_quiet_hours(hours: QuietHours, moment: Moment, zone: &TimeZone) -> Moment {
    let local = moment.local(zone);
    if !hours.hold(local.time()) {
        return moment;
    }
    let day = if local.time() < hours.until { local.date() } else { next_day(local.date()) };
    Moment::of_local(day.to_datetime(hours.until), zone)
}

/// When to ask again: tomorrow at this hour, in the morning when this hour is quiet; or on the next
/// weekend morning.
pub fn ask_again_at(when: AskAgain, hours: QuietHours, now: Moment, zone: &TimeZone) -> Moment {
    let local = now.local(zone);
    let at = match when {
        // Late in the evening "tomorrow" is the day that comes, not the morning after it.
        AskAgain::Tomorrow if hours.hold(local.time()) => {
            next_day(local.date()).to_datetime(hours.until)
        }
        AskAgain::Tomorrow => next_day(local.date()).to_datetime(local.time()),
        AskAgain::Weekend => next_weekend_morning(local),
    };
    outside_quiet_hours(hours, Moment::of_local(at, zone), zone)
}

fn next_weekend_morning(local: DateTime) -> DateTime {
    let mut day = local.date();
    loop {
        let morning = day.to_datetime(Time::constant(10, 0, 0, 0));
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && morning > local {
            return morning;
        }
        day = next_day(day);
    }
}

fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// Asks everybody whose letter arrived long enough ago, and everybody who wanted to be asked again;
/// nobody in quiet hours, nobody who paused, stopped or cannot be reached. Returns how many
/// questions were queued.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn plan(store: &Store, hours: QuietHours, now: Moment) -> Result<u64> {
    let letters =
        letters::letters_with_check_in(&mut *store.read().await?, now, now.before(OPEN_FOR))
            .await?;
    let mut asked = asking::ask(store, hours, now).await?;
    for letter in letters {
        let zone = TimeZone::get(&letter.time_zone).unwrap_or(TimeZone::UTC);
        if hours.hold(now.local(&zone).time()) {
            continue;
        }
        let mut write = store.write().await?;
        let check_in =
            letters::check_in_mailing(&mut write, letter.id, store.new_id(), now).await?;
        let new = letters::open_check_ins(
            &mut write,
            &letter,
            now,
            now.before(OPEN_FOR),
            now.after(OPEN_FOR),
            (Moment::start_of(monday_of(now.local(&zone).date()), &zone), asking::A_WEEK),
        )
        .await?;
        if new > 0 {
            letters::close_earlier(&mut write, letter.id, now).await?;
        }
        let again = letters::mark_asked_again(&mut write, letter.id, now).await?;
        if new + again > 0 {
            asked += letters::queue(&mut write, letter.id, check_in, now).await?;
        }
        write.commit().await?;
    }
    Ok(asked)
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod year;

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    const HOURS: QuietHours =
        QuietHours { from: Time::constant(20, 0, 0, 0), until: Time::constant(8, 0, 0, 0) };

    fn amsterdam() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    fn moved(local: DateTime) -> DateTime {
        outside_quiet_hours(HOURS, Moment::of_local(local, &amsterdam()), &amsterdam())
            .local(&amsterdam())
    }

    #[test]
    fn evening_and_night_move_to_the_morning_and_the_day_stays() {
        assert_eq!(moved(datetime(2026, 11, 23, 21, 0, 0, 0)), datetime(2026, 11, 24, 8, 0, 0, 0));
        assert_eq!(moved(datetime(2026, 11, 24, 3, 0, 0, 0)), datetime(2026, 11, 24, 8, 0, 0, 0));
        assert_eq!(moved(datetime(2026, 11, 24, 8, 0, 0, 0)), datetime(2026, 11, 24, 8, 0, 0, 0));
        assert_eq!(
            moved(datetime(2026, 11, 24, 19, 59, 0, 0)),
            datetime(2026, 11, 24, 19, 59, 0, 0)
        );
    }

    #[test]
    fn equal_hours_mean_no_quiet_hours() {
        assert!(!QuietHours::NONE.hold(Time::constant(3, 0, 0, 0)));
    }

    #[test]
    fn the_weekend_is_the_next_saturday_or_sunday_morning() {
        let asked = |local| {
            let now = Moment::of_local(local, &amsterdam());
            ask_again_at(AskAgain::Weekend, HOURS, now, &amsterdam()).local(&amsterdam())
        };
        assert_eq!(asked(datetime(2026, 11, 24, 18, 0, 0, 0)), datetime(2026, 11, 28, 10, 0, 0, 0));
        assert_eq!(asked(datetime(2026, 11, 28, 12, 0, 0, 0)), datetime(2026, 11, 29, 10, 0, 0, 0));
        assert_eq!(asked(datetime(2026, 11, 29, 12, 0, 0, 0)), datetime(2026, 12, 5, 10, 0, 0, 0));
    }
}
