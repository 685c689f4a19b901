//! One event as it stands in a foreign file.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::clock::{Clocks, When};
use super::lines::{Line, Part};
use super::problem::Problem;
use super::read::Busy;
use super::rule::Patience;
use super::value::length;

/// So much of a title is kept.
const TITLE_CHARS: usize = 200;
/// Longer than any program's.
const LONGEST_UID: usize = 1_000;

/// An event, or what became of one day of an event that repeats.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub part: &'a Part,
    pub uid: &'a str,
    pub title: String,
    pub sequence: i64,
    /// Only what is cancelled may go without.
    pub starts: Option<When>,
    pub length: Span,
    pub is_free: bool,
    pub is_cancelled: bool,
    pub replaces: Option<Replaced>,
}

/// Which day of an event that repeats is meant.
#[derive(Debug)]
pub(super) struct Replaced {
    /// When it would have been.
    pub when: When,
    /// All later days are meant as well.
    pub and_later: bool,
}

impl<'a> Entry<'a> {
    pub fn read(
        part: &'a Part,
        calendar: &Part,
        clocks: &mut Clocks<'_>,
        patience: &mut Patience,
    ) -> Result<Self, Problem> {
        let says = |name: &str, word| part.line(name).is_some_and(|line| line.says(word));
        let is_cancelled = says("STATUS", "CANCELLED")
            || calendar.line("METHOD").is_some_and(|line| line.says("CANCEL"));
        let uid = part.line("UID").map_or("", |line| line.text.trim());
        if uid.len() > LONGEST_UID {
            return Err(part.line("UID").unwrap_or(&Line::default()).broken());
        }
        let mut when = |line: &Line| clocks.when(line, &line.value, patience);
        let starts = part.line("DTSTART").map(&mut when).transpose()?;
        let ends = part.line("DTEND").map(|line| Ok((line, when(line)?))).transpose()?;
        let replaces = part.line("RECURRENCE-ID").map(|line| {
            let and_later =
                line.param("RANGE").is_some_and(|it| it.eq_ignore_ascii_case("THISANDFUTURE"));
            Ok(Replaced { when: when(line)?, and_later })
        });
        if starts.is_none() && !is_cancelled {
            return Err(Problem::NoStart { line: part.number });
        }
        Ok(Self {
            part,
            uid,
            title: part.line("SUMMARY").map(title).unwrap_or_default(),
            sequence: number(part.line("SEQUENCE")),
            length: lasts(part, starts.as_ref(), ends)?,
            starts,
            is_free: says("TRANSP", "TRANSPARENT"),
            is_cancelled,
            replaces: replaces.transpose()?,
        })
    }

    /// The event if it starts when a clock shows this.
    pub fn at(&self, local: DateTime, zone: &TimeZone) -> Result<Busy, Problem> {
        let moment = |local| zone.to_ambiguous_timestamp(local).compatible();
        let busy = |starts: Timestamp, ends: Timestamp, whole_days| Busy {
            uid: self.uid.to_owned(),
            title: self.title.clone(),
            starts,
            ends,
            whole_days,
            is_free: self.is_free,
        };
        let found = || -> Result<Busy, jiff::Error> {
            if self.starts.as_ref().is_some_and(|starts| starts.is_day) {
                let first = local.date();
                let after = first.checked_add(self.length)?.max(first.tomorrow()?);
                let ends = moment(after.at(0, 0, 0, 0))?;
                return Ok(busy(moment(local)?, ends, Some((first, after.yesterday()?))));
            }
            let starts = moment(local)?;
            let ends = starts.to_zoned(zone.clone()).checked_add(self.length)?.timestamp();
            Ok(busy(starts, ends, None))
        };
        found().map_err(|_| self.part.line("DTSTART").unwrap_or(&Line::default()).bad_date(""))
    }
}

/// How long it lasts: of whole days in days, else in seconds or as a `DURATION` says. Whole days
/// without an end are one day.
fn lasts(part: &Part, starts: Option<&When>, ends: Option<(&Line, When)>) -> Result<Span, Problem> {
    let Some(starts) = starts else { return Ok(Span::new()) };
    let Some((line, ends)) = ends else {
        return part.line("DURATION").map_or(Ok(Span::new()), |line| length(line, &line.value));
    };
    let bad = |_| line.bad_date(&line.value);
    let length = if starts.is_day {
        starts.local.date().until(ends.local.date()).map_err(bad)?
    } else {
        let (Some(from), Some(to)) = (starts.moment(), ends.moment()) else {
            return Err(line.bad_date(&line.value));
        };
        Span::new().try_seconds(to.as_second() - from.as_second()).map_err(bad)?
    };
    if length.is_negative() {
        return Err(Problem::EndsBeforeStart { line: line.number });
    }
    Ok(length)
}

fn title(line: &Line) -> String {
    line.text.trim().chars().take(TITLE_CHARS).collect()
}

/// What is no number counts as none: it only says which of two is the newer.
fn number(line: Option<&Line>) -> i64 {
    line.and_then(|line| line.value.trim().parse().ok()).unwrap_or_default()
}
