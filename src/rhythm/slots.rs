//! When a theme's messages leave: each week's why, do and cheer at the organisation's clock, never on
//! a closed day. Pure: it asks no database.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use crate::clock::{Moment, monday_of};
use crate::settings::{ThemeRules, WeekTime};

/// What a slot of a theme brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotKind {
    /// The theme letter: the why of the first week.
    Letter,
    /// One fact.
    Why,
    /// The activity.
    Do,
    /// Encouragement and a next step.
    Cheer,
    /// The last message: the cheer of the last week.
    Closing,
}

impl SlotKind {
    /// All of them, in the order of a week.
    pub const ALL: [Self; 5] = [Self::Letter, Self::Why, Self::Do, Self::Cheer, Self::Closing];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Why => "why",
            Self::Do => "do",
            Self::Cheer => "cheer",
            Self::Closing => "closing",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it tells of an activity, so that each child gets the one of its own step.
    pub const fn is_of_a_step(self) -> bool {
        matches!(self, Self::Why | Self::Do | Self::Cheer)
    }
}

/// One message of a run, as it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// From 1.
    pub week: i64,
    /// What it brings.
    pub kind: SlotKind,
    /// When it leaves.
    pub at: Moment,
    /// The organisation is closed then, and for the rest of that week.
    pub is_closed: bool,
}

/// All slots of a theme. The first week is that of `starts_on`, or the next one when the day of the
/// activity has passed by then; what would come before `starts_on` comes on that day.
pub(super) fn of_run(
    starts_on: Date,
    weeks: i64,
    rules: &ThemeRules,
    zone: &TimeZone,
    closed: &BTreeSet<Date>,
) -> Vec<Slot> {
    let mut monday = monday_of(starts_on);
    if starts_on > day_in(monday, rules.activity) {
        monday = later(monday, 7);
    }
    let mut slots = Vec::new();
    for week in 1..=weeks {
        let first = later(monday, 7 * (week - 1));
        let why = if week == 1 { SlotKind::Letter } else { SlotKind::Why };
        let cheer = if week == weeks { SlotKind::Closing } else { SlotKind::Cheer };
        let times = [(why, rules.why), (SlotKind::Do, rules.activity), (cheer, rules.cheer)];
        for (kind, when) in times {
            let wanted = day_in(first, when);
            let day = wanted.max(starts_on);
            let time = if day == wanted { when.time } else { early_hour(rules) };
            let found = open_day(day, closed);
            let at = match found {
                Some(open) if open != day => {
                    Moment::of_local(open.to_datetime(early_hour(rules)), zone)
                }
                _ => Moment::of_local(day.to_datetime(time), zone),
            };
            slots.push(Slot { week, kind, at, is_closed: found.is_none() });
        }
    }
    slots
}

/// The hour of what had to move to another day: the first of the three, so that the week's messages
/// stay in their order.
pub(super) fn early_hour(rules: &ThemeRules) -> Time {
    rules.why.time.min(rules.activity.time).min(rules.cheer.time)
}

/// The first open day from this one on, within its week.
pub(super) fn open_day(day: Date, closed: &BTreeSet<Date>) -> Option<Date> {
    let sunday = later(monday_of(day), 6);
    std::iter::successors(Some(day), |day| Some(later(*day, 1)))
        .take_while(|day| *day <= sunday)
        .find(|day| !closed.contains(day))
}

/// So many days later.
pub(super) fn later(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

fn day_in(monday: Date, when: WeekTime) -> Date {
    later(monday, i64::from(when.weekday.since(Weekday::Monday)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{DateTime, date, datetime};

    fn rules() -> ThemeRules {
        crate::settings::Settings::read(&std::collections::BTreeMap::new()).unwrap().theme
    }

    fn amsterdam() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    fn told(starts_on: Date, weeks: i64, closed: &[Date]) -> Vec<(i64, SlotKind, DateTime, bool)> {
        let closed = closed.iter().copied().collect();
        let slots = of_run(starts_on, weeks, &rules(), &amsterdam(), &closed).into_iter();
        slots.map(|it| (it.week, it.kind, it.at.local(&amsterdam()), it.is_closed)).collect()
    }

    #[test]
    fn a_theme_begins_with_the_letter_and_ends_with_the_closing_message() {
        let at = |day, hour| datetime(2026, 11, day, hour, 0, 0, 0);
        assert_eq!(
            told(date(2026, 11, 2), 3, &[]),
            [
                (1, SlotKind::Letter, at(3, 17), false),
                (1, SlotKind::Do, at(5, 17), false),
                (1, SlotKind::Cheer, at(7, 10), false),
                (2, SlotKind::Why, at(10, 17), false),
                (2, SlotKind::Do, at(12, 17), false),
                (2, SlotKind::Cheer, at(14, 10), false),
                (3, SlotKind::Why, at(17, 17), false),
                (3, SlotKind::Do, at(19, 17), false),
                (3, SlotKind::Closing, at(21, 10), false),
            ]
        );
    }

    #[test]
    fn the_hour_stays_the_same_when_the_clock_changes() {
        for (_, kind, local, _) in told(date(2026, 10, 19), 2, &[]) {
            let hour = if matches!(kind, SlotKind::Cheer | SlotKind::Closing) { 10 } else { 17 };
            assert_eq!(local.hour(), hour, "{local}");
        }
    }

    #[test]
    fn a_closed_day_moves_a_message_within_its_week_and_a_closed_week_has_none() {
        let tuesday = told(date(2026, 11, 2), 1, &[date(2026, 11, 3)]);
        assert_eq!(tuesday[0].2, datetime(2026, 11, 4, 10, 0, 0, 0));
        let holiday: Vec<Date> = (2..9).map(|day| date(2026, 11, day)).collect();
        let weeks = told(date(2026, 11, 2), 2, &holiday);
        assert_eq!(
            weeks.iter().map(|it| it.3).collect::<Vec<_>>(),
            [true, true, true, false, false, false]
        );
    }

    #[test]
    fn a_start_in_mid_week_sends_nothing_before_it_and_keeps_the_order() {
        let wednesday = told(date(2026, 11, 4), 1, &[]);
        assert_eq!(wednesday[0].2, datetime(2026, 11, 4, 10, 0, 0, 0));
        assert!(wednesday.is_sorted_by_key(|it| it.2));
        let friday = told(date(2026, 11, 6), 1, &[]);
        assert_eq!(friday[0].2, datetime(2026, 11, 10, 17, 0, 0, 0));
    }
}
