//! A foreign calendar: when somebody is busy.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::clock::Clocks;
use super::entry::Entry;
use super::lines::{self, Part};
use super::problem::Problem;
use super::rule::Patience;
use super::series;

/// So many bytes a file may have: 5 MiB.
pub const LARGEST: usize = 5 * 1024 * 1024;

/// One event of a foreign calendar, or one time of an event that repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Busy {
    /// What the event is known by; the same for all times of one that repeats, and empty if the
    /// file does not say.
    pub uid: String,
    /// Its title, at most 200 characters; may be empty.
    pub title: String,
    /// When it starts; of whole days the midnight before, in the zone that was asked about.
    pub starts: Timestamp,
    /// When it ends; the same as `starts` if the file does not say.
    pub ends: Timestamp,
    /// The first and the last day, if it is about whole days.
    pub whole_days: Option<(Date, Date)>,
    /// It does not keep anybody from a meeting.
    pub is_free: bool,
}

/// The days that are asked about, both included.
#[derive(Debug)]
pub(super) struct Window {
    pub first: Date,
    pub last: Date,
    from: Timestamp,
    to: Timestamp,
}

impl Window {
    fn of((first, last): (Date, Date), zone: &TimeZone) -> Self {
        let midnight = |day: Date| zone.to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible();
        Self {
            first,
            last,
            from: midnight(first).unwrap_or(Timestamp::MIN),
            to: last.tomorrow().and_then(midnight).unwrap_or(Timestamp::MAX),
        }
    }

    /// Whether any of it is within these days.
    pub fn meets(&self, busy: &Busy) -> bool {
        match busy.whole_days {
            Some((first, last)) => first <= self.last && last >= self.first,
            None => {
                let is_over = busy.ends <= self.from && busy.starts < self.from;
                busy.starts < self.to && !is_over
            }
        }
    }
}

/// The events of a file on the days of `window` (both included), in order of their start. Times that
/// name no zone are told in `zone`, which is also where the days of the window begin. A time in the
/// hour that a clock change skips is the later one, in the hour that comes twice the first.
///
/// # Errors
/// When anything in the file cannot be understood: then nothing of it is taken.
pub fn read(bytes: &[u8], zone: &TimeZone, window: (Date, Date)) -> Result<Vec<Busy>, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::TooLarge);
    }
    let calendars = lines::calendars(bytes)?;
    let window = Window::of(window, zone);
    let mut clocks = Clocks::of(&calendars, zone, window.last);
    let mut patience = Patience::new();
    let mut found = Vec::new();
    for (mains, changed) in by_uid(&calendars, &mut clocks, &mut patience)? {
        for main in &mains {
            found.extend(series::busy(main, &changed, &mut clocks, &window, &mut patience)?);
        }
        for entry in changed.iter().filter(|entry| !entry.is_cancelled) {
            let Some(starts) = &entry.starts else { continue };
            let busy = entry.at(starts.local, &starts.zone)?;
            if window.meets(&busy) {
                patience.event(entry.part.number)?;
                found.push(busy);
            }
        }
    }
    found.sort_by(|one, other| (one.starts, &one.uid).cmp(&(other.starts, &other.uid)));
    Ok(found)
}

/// The events that share a name, and what became of single days of theirs.
type Family<'a> = (Vec<Entry<'a>>, Vec<Entry<'a>>);

/// Of several versions of an event the newest counts. What has no name stands alone.
fn by_uid<'a>(
    calendars: &'a [Part],
    clocks: &mut Clocks<'_>,
    patience: &mut Patience,
) -> Result<Vec<Family<'a>>, Problem> {
    let mut named: BTreeMap<&str, Vec<Entry<'a>>> = BTreeMap::new();
    let mut families = Vec::new();
    for calendar in calendars {
        for part in calendar.parts.iter().filter(|part| part.name == "VEVENT") {
            let entry = Entry::read(part, calendar, clocks, patience)?;
            if entry.uid.is_empty() {
                families.push((vec![entry], Vec::new()));
            } else {
                named.entry(entry.uid).or_default().push(entry);
            }
        }
    }
    families.extend(named.into_values().map(newest));
    Ok(families)
}

fn newest(entries: Vec<Entry<'_>>) -> Family<'_> {
    let (mut changed, mut mains): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.replaces.is_some());
    let last = mains.iter().map(|main| main.sequence).max();
    mains.retain(|main| Some(main.sequence) == last);
    let which = |entry: &Entry<'_>| entry.replaces.as_ref().and_then(|it| it.when.moment());
    changed.sort_by_key(|entry| (which(entry), std::cmp::Reverse(entry.sequence)));
    changed.dedup_by_key(|entry| which(entry));
    (mains, changed)
}

#[cfg(test)]
mod tests;
