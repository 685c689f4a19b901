//! Which clock a time is told on: the zone that a name means, or that the file itself describes.

use std::collections::{BTreeSet, HashMap};

use icu::time::zone::WindowsParser;
use icu::time::zone::iana::IanaParserExtended;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::lines::{Line, Part};
use super::problem::Problem;
use super::rule::{self, Patience};
use super::value::{Written, point};

mod change;

use change::Change;

/// So often the clock of one zone may change.
const CHANGES: usize = 10_000;

/// A point in time with its clock.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// What the clock shows; midnight for a whole day.
    pub local: DateTime,
    /// Whose clock.
    pub zone: TimeZone,
    /// It is a whole day.
    pub is_day: bool,
}

impl When {
    /// The moment, if it is in the years that are counted.
    pub fn moment(&self) -> Option<Timestamp> {
        self.zone.to_ambiguous_timestamp(self.local).compatible().ok()
    }

    /// What another clock shows then; a whole day is the same day everywhere.
    pub fn told_in(&self, zone: &TimeZone) -> Option<DateTime> {
        if self.is_day || self.zone == *zone {
            return Some(self.local);
        }
        Some(zone.to_datetime(self.moment()?))
    }
}

/// The clocks of a file.
#[derive(Debug)]
pub(super) struct Clocks<'a> {
    /// For times without a zone.
    floating: &'a TimeZone,
    described: HashMap<&'a str, &'a Part>,
    known: HashMap<String, TimeZone>,
    /// No clock need be known after this: a year after the last day anybody asks about.
    last: DateTime,
}

impl<'a> Clocks<'a> {
    pub fn of(calendars: &'a [Part], floating: &'a TimeZone, last: Date) -> Self {
        let parts = calendars.iter().flat_map(|calendar| &calendar.parts);
        let zones = parts.filter(|part| part.name == "VTIMEZONE");
        let named = zones.filter_map(|zone| Some((zone.line("TZID")?.text.trim(), zone)));
        let last = last.at(23, 59, 59, 0).saturating_add(366.days());
        Self { floating, described: named.collect(), known: HashMap::new(), last }
    }

    /// Reads a point in time of a line.
    pub fn when(
        &mut self,
        line: &Line,
        text: &str,
        patience: &mut Patience,
    ) -> Result<When, Problem> {
        let (local, zone, is_day) = match point(line, text)? {
            Written::Day(day) => (day.at(0, 0, 0, 0), self.floating.clone(), true),
            Written::Utc(local) => (local, TimeZone::UTC, false),
            Written::Local(local) => (local, self.zone(line, patience)?, false),
        };
        let when = When { local, zone, is_day };
        if when.moment().is_some() { Ok(when) } else { Err(line.bad_date(text)) }
    }

    /// The zone that a line names.
    fn zone(&mut self, line: &Line, patience: &mut Patience) -> Result<TimeZone, Problem> {
        let Some(name) = line.param("TZID").map(str::trim).filter(|name| !name.is_empty()) else {
            return Ok(self.floating.clone());
        };
        if let Some(known) = self.known.get(name) {
            return Ok(known.clone());
        }
        let zone = match (by_name(name), self.described.get(name)) {
            (Some(zone), _) => zone,
            (None, Some(described)) => own(described, self.last, patience)?,
            (None, None) => {
                let name = name.chars().take(100).collect();
                return Err(Problem::UnknownZone { line: line.number, name });
            }
        };
        self.known.insert(name.to_owned(), zone.clone());
        Ok(zone)
    }
}

/// A zone of the world's list, of Windows' list, or of the world's with a path before it, as
/// `/freeassociation.sourceforge.net/Europe/Amsterdam`.
fn by_name(name: &str) -> Option<TimeZone> {
    let known = |name: &str| TimeZone::get(name).ok().filter(|zone| !zone.is_unknown());
    let windows = || {
        let zone = WindowsParser::new().parse(name, None)?;
        let names = IanaParserExtended::new();
        names.iter().find(|names| names.time_zone == zone).and_then(|names| known(names.canonical))
    };
    let paths = || {
        let tails = name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..));
        tails.take(8).find_map(known)
    };
    known(name).or_else(windows).or_else(paths)
}

/// The zone that the file describes, up to `last`.
fn own(described: &Part, last: DateTime, patience: &mut Patience) -> Result<TimeZone, Problem> {
    let bad = || Problem::BadZone { line: described.number };
    let mut changes = BTreeSet::new();
    for observance in &described.parts {
        let (Some(from), Some(to)) = (offset(observance, "FROM"), offset(observance, "TO")) else {
            return Err(bad());
        };
        let before = jiff::tz::Offset::from_seconds(from).map_err(|_| bad())?;
        let start = observance.line("DTSTART").ok_or_else(bad)?;
        let Written::Local(local) = point(start, &start.value)? else {
            return Err(bad());
        };
        let mut onsets = vec![local];
        for line in observance.all("RRULE") {
            let rule = rule::parsed(line, &TimeZone::fixed(before))?;
            onsets.extend(rule::walk(line, rule, local, last, patience)?.take(CHANGES + 1));
        }
        for line in observance.all("RDATE") {
            for text in line.value.split(',') {
                let Written::Local(local) = point(line, text)? else { return Err(bad()) };
                onsets.push(local);
            }
        }
        let utc =
            |local| before.to_timestamp(local).map(|at| Change { at: at.as_second(), from, to });
        for onset in onsets {
            changes.insert(utc(onset).map_err(|_| bad())?);
        }
        if changes.len() > CHANGES {
            return Err(Problem::TooMany { line: observance.number });
        }
    }
    change::zone(&changes).ok_or_else(bad)
}

/// Seconds east, from `+0130` or `+013000`.
fn offset(observance: &Part, which: &str) -> Option<i32> {
    let text = observance.line(&format!("TZOFFSET{which}"))?.value.trim();
    ical::value::utc_offset::IcalUtcOffset::from(text).seconds()
}
