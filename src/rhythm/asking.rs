//! "Did it work?" the day after an activity: at most two questions a week to a carer, once about each
//! activity, and once more only when the carer said so.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::OPEN_FOR;
use super::queries::{asking as queries, closed_days, letters};
use crate::clock::{Moment, monday_of};
use crate::settings::QuietHours;
use crate::store::{Result, Store};

/// Silence goes to a person, not to more questions.
pub(super) const A_WEEK: i64 = 2;
const A_DAY: Duration = Duration::from_secs(24 * 3_600);
/// So many carers are asked in one transaction.
const CHUNK: i64 = 5_000;

/// Asks everybody whose activity arrived a day ago, on the next open day, and everybody who wanted to be
/// asked again. Returns how many questions were queued.
pub(super) async fn ask(store: &Store, hours: QuietHours, now: Moment) -> Result<u64> {
    let before = now.before(A_DAY);
    let due = queries::organisations(&mut *store.read().await?, before).await?;
    let mut asked = 0;
    for (organisation, zone) in due {
        let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
        let today = now.local(&zone).date();
        if hours.hold(now.local(&zone).time())
            || closed_days::dates(&mut *store.read().await?, organisation).await?.contains(&today)
        {
            continue;
        }
        let asking = queries::Asking {
            organisation,
            now,
            before,
            oldest: before.before(OPEN_FOR),
            closes: now.after(OPEN_FOR),
            this_week: Moment::start_of(monday_of(today), &zone),
            a_week: A_WEEK,
        };
        let mut write = store.write().await?;
        let due = queries::due(&mut write, &asking, CHUNK).await?;
        if due.is_empty() {
            queries::give_up(&mut write, (before, asking.oldest)).await?;
        }
        let mut left = CHUNK;
        for activity in due {
            let opened = queries::open(&mut write, &asking, activity, left).await?;
            if opened > 0 {
                let new_id = store.new_id();
                let check_in = letters::check_in_mailing(&mut write, activity, new_id, now).await?;
                asked += letters::queue(&mut write, activity, check_in, now).await?;
            }
            left -= i64::try_from(opened).unwrap_or(CHUNK);
            if left <= 0 {
                break;
            }
        }
        write.commit().await?;
    }
    Ok(asked + ask_again(store, hours, now).await?)
}

async fn ask_again(store: &Store, hours: QuietHours, now: Moment) -> Result<u64> {
    let mut asked = 0;
    for (activity, check_in, zone) in queries::to_ask_again(&mut *store.read().await?, now).await? {
        let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
        if hours.hold(now.local(&zone).time()) {
            continue;
        }
        let mut write = store.write().await?;
        if letters::mark_asked_again(&mut write, activity, now).await? > 0 {
            asked += letters::queue(&mut write, activity, check_in, now).await?;
            write.commit().await?;
        }
    }
    Ok(asked)
}
