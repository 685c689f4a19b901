//! All the times of one event that repeats, less those that were taken out or moved.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, SpanRelativeTo};

use super::clock::{Clocks, When};
use super::entry::Entry;
use super::problem::Problem;
use super::read::{Busy, Window};
use super::rule::{self, MOST, Patience};

/// Clocks of the world differ by less than this, and midnight is somewhere in it.
const MARGIN: SignedDuration = SignedDuration::from_hours(2 * 24);

/// So many looks it costs to take one time out.
const TAKING_OUT: usize = 10;

/// What no longer happens when the rules say.
#[derive(Debug, Default)]
struct Gone {
    days: BTreeSet<Date>,
    times: BTreeSet<DateTime>,
}

impl Gone {
    fn add(&mut self, when: &When, starts: &When) {
        let told = when.told_in(&starts.zone).unwrap_or(when.local);
        if when.is_day || starts.is_day {
            self.days.insert(told.date());
        } else {
            self.times.insert(told);
        }
    }

    fn has(&self, local: DateTime) -> bool {
        self.times.contains(&local) || self.days.contains(&local.date())
    }
}

/// A change from some day on.
#[derive(Debug)]
struct Later<'a> {
    from: DateTime,
    by: SignedDuration,
    entry: &'a Entry<'a>,
}

/// The times of `main` in the window, without those that `changed` replaces.
pub(super) fn busy<'a>(
    main: &'a Entry<'a>,
    changed: &'a [Entry<'a>],
    clocks: &mut Clocks<'_>,
    window: &Window,
    patience: &mut Patience,
) -> Result<Vec<Busy>, Problem> {
    let Some(starts) = main.starts.as_ref().filter(|_| !main.is_cancelled) else {
        return Ok(Vec::new());
    };
    patience.look(changed.len().saturating_mul(TAKING_OUT), main.part.number)?;
    let gone = gone(main, starts, changed, clocks, patience)?;
    let later = later(starts, changed);
    let times = times(main, starts, &later, clocks, window, patience)?;
    let mut found = Vec::new();
    for time in times.into_iter().filter(|time| !gone.has(*time)) {
        let before = later.partition_point(|change| change.from <= time);
        let change = before.checked_sub(1).and_then(|last| later.get(last));
        let (entry, by) = change.map_or((main, SignedDuration::ZERO), |it| (it.entry, it.by));
        if entry.is_cancelled {
            continue;
        }
        let busy = entry.at(time.saturating_add(by), &starts.zone)?;
        if window.meets(&busy) {
            patience.event(main.part.number)?;
            found.push(busy);
        }
    }
    Ok(found)
}

fn gone(
    main: &Entry<'_>,
    starts: &When,
    changed: &[Entry<'_>],
    clocks: &mut Clocks<'_>,
    patience: &mut Patience,
) -> Result<Gone, Problem> {
    let mut gone = Gone::default();
    for line in main.part.all("EXDATE") {
        for text in line.value.split(',').filter(|text| !text.trim().is_empty()) {
            gone.add(&clocks.when(line, text, patience)?, starts);
        }
    }
    for replaced in changed.iter().filter_map(|entry| entry.replaces.as_ref()) {
        gone.add(&replaced.when, starts);
    }
    Ok(gone)
}

/// The changes that hold from some day on, in their order.
fn later<'a>(starts: &When, changed: &'a [Entry<'a>]) -> Vec<Later<'a>> {
    let all = changed.iter().filter_map(|entry| {
        let replaced = entry.replaces.as_ref().filter(|replaced| replaced.and_later)?;
        let from = replaced.when.told_in(&starts.zone)?;
        let to = entry.starts.as_ref().and_then(|to| to.told_in(&starts.zone));
        Some(Later { from, by: from.duration_until(to.unwrap_or(from)), entry })
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|change| change.from);
    all
}

/// When the rules and the list say that it is, near the window.
fn times(
    main: &Entry<'_>,
    starts: &When,
    later: &[Later<'_>],
    clocks: &mut Clocks<'_>,
    window: &Window,
    patience: &mut Patience,
) -> Result<BTreeSet<DateTime>, Problem> {
    let lengths = std::iter::once(main).chain(later.iter().map(|change| change.entry));
    let lengths =
        lengths.filter_map(|it| it.length.to_duration(SpanRelativeTo::days_are_24_hours()).ok());
    let moves = later.iter().map(|change| change.by.abs());
    let margin = lengths.chain(moves).fold(MARGIN, SignedDuration::saturating_add);
    let first = window.first.at(0, 0, 0, 0).saturating_sub(margin);
    let last = window.last.at(23, 59, 59, 0).saturating_add(margin);
    let near = |time: &DateTime| (first..=last).contains(time);

    let mut times = BTreeSet::from_iter(Some(starts.local).filter(near));
    for line in main.part.all("RDATE") {
        for text in line.value.split(',').filter(|text| !text.trim().is_empty()) {
            let when = clocks.when(line, text, patience)?;
            times.extend(when.told_in(&starts.zone).filter(near));
        }
    }
    for line in main.part.all("RRULE") {
        let rule = rule::parsed(line, &starts.zone)?;
        for time in rule::walk(line, rule, starts.local, last, patience)?.filter(near) {
            times.insert(time);
            if times.len() > MOST {
                return Err(Problem::TooMany { line: line.number });
            }
        }
    }
    for line in main.part.all("EXRULE") {
        let rule = rule::parsed(line, &starts.zone)?;
        for time in rule::walk(line, rule, starts.local, last, patience)? {
            times.remove(&time);
        }
    }
    Ok(times)
}
