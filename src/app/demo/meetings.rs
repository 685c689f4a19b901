//! The meetings of the story, in two weeks from a Monday on and after them: a theme morning, ten-minute
//! talks, and a play group of five times that is full. What the office does about them, and remembers of it.

mod office;
mod room;
mod scenes;

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::clock::Moment;
use crate::meeting::{Base, MeetingId, SessionId, TalkId};
use crate::roster::FamilyId;

pub use room::MeetingCounts;
pub(super) use room::Stands;

/// Everybody at this site is invited; those with talks are of one group.
const AT: &str = "De Regenboog";
pub(super) const ALL: &[&str] = &["Vlinders", "Kikkers"];
pub(super) const TALKING: &[&str] = &["Kikkers"];
/// Where the sites are: streets that are nowhere, in the middle of fields.
const PLACES: [(&str, &str, &str); 2] = [
    ("De Regenboog", "Klaproosstraat 12, Zonnedorp", "52.1284, 4.4464"),
    ("Het Kompas", "Havenkade 3, Zonnedorp", "52.1219, 4.4581"),
];
/// How long a talk takes, alone and with an interpreter.
pub(super) const TALK: i64 = 10;
pub(super) const INTERPRETED: i64 = 20;
/// For so many families is the play group.
pub(super) const PLACES_TO_PLAY: usize = 10;
/// So many times it takes place.
pub(super) const TIMES: i64 = 5;

/// What the office remembers of what it did, without looking anything up.
#[derive(Default)]
pub(super) struct Ledger {
    /// In the order in which they were made.
    pub meetings: Vec<Planned>,
    /// Moments that were opened for talks, with their ends.
    pub moments: Vec<(Moment, Moment)>,
    /// Talks that were put at another moment, and when that was done.
    pub moved: Vec<(TalkId, Moment)>,
    /// What came of each talk: whether it was held, and when that was noted.
    pub noted: Vec<(TalkId, bool, Moment)>,
}

/// A meeting that the office made.
pub(super) struct Planned {
    pub id: MeetingId,
    pub base: Base,
    /// The families of these.
    pub groups: &'static [&'static str],
    /// When the invitation leaves.
    pub invited_at: Moment,
    /// Its times, none for talks.
    pub times: Vec<Held>,
}

/// One time of a meeting.
pub(super) struct Held {
    pub session: SessionId,
    pub starts: Moment,
    /// Families that staff saw, once they said that the list is complete, and when they did.
    pub seen: Option<(BTreeSet<FamilyId>, Moment)>,
}

impl Ledger {
    /// The first meeting of a kind.
    pub(super) fn of(&self, base: Base) -> Option<&Planned> {
        self.meetings.iter().find(|it| it.base == base)
    }

    fn number_of(&self, base: Base) -> Option<usize> {
        self.meetings.iter().position(|it| it.base == base)
    }
}

/// The days and hours of the story, from its Monday on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agenda {
    pub monday: Date,
}

impl Agenda {
    fn at(self, days: i64, hour: i8, minute: i8) -> DateTime {
        let day = self.monday.saturating_add(days.days());
        day.to_datetime(Time::constant(hour, minute, 0, 0))
    }

    /// The theme morning, on Tuesday of the second week.
    fn theme_morning(self) -> DateTime {
        self.at(8, 8, 30)
    }

    /// The next one, of which nobody is told within the story.
    fn next_theme_morning(self) -> (DateTime, DateTime) {
        (self.at(71, 10, 0), self.at(85, 8, 30))
    }

    /// The play group, on Fridays from the third week on, or else after the Christmas holidays.
    fn play_group(self, number: i64) -> DateTime {
        let first = self.at(18, 9, 0);
        let last = first.saturating_add((TIMES - 1).weeks());
        let christmas = Date::constant(first.year(), 12, 24);
        let is_before = last.date() < christmas;
        let weeks = if is_before { number } else { number + 2 };
        first.saturating_add(weeks.weeks())
    }
}

fn moment(local: DateTime, zone: &TimeZone) -> Moment {
    Moment::of_local(local, zone)
}
