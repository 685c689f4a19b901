//! What was so at a moment of the year, as the roster and what was done tell it.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::missing::Slot;
use super::people::Carer;
use super::{Fact, HOURS, QUIET, Year};
use crate::clock::Moment;

pub(super) const A_DAY: Duration = Duration::from_secs(86_400);

impl Year {
    pub(super) fn day(&self, at: Moment) -> Date {
        at.local(&self.organisation.time_zone).date()
    }

    /// When a slot's messages were to leave: not before its time, and in no quiet hour.
    pub(super) fn leaves(&self, slot: &Slot) -> Moment {
        let planned = slot.planned_at.unwrap_or(0);
        self.outside_quiet(Moment::from_millis(slot.send_at.max(planned)))
    }

    pub(super) fn outside_quiet(&self, at: Moment) -> Moment {
        let zone = &self.organisation.time_zone;
        let local = at.local(zone);
        if !QUIET.hold(local.time()) {
            return at;
        }
        let is_evening = local.time() >= QUIET.from;
        let day = if is_evening { local.date().tomorrow().unwrap() } else { local.date() };
        Moment::of_local(day.to_datetime(QUIET.until), zone)
    }

    /// When the service was to look from `at` on, for some days.
    pub(super) fn looks(&self, at: Moment) -> impl Iterator<Item = Moment> {
        let (day, zone) = (self.day(at), self.organisation.time_zone.clone());
        let looks = (0..4).flat_map(move |days| {
            let day = day.checked_add(days.days()).unwrap();
            HOURS
                .map(|hour| Moment::of_local(day.to_datetime(Time::constant(hour, 0, 0, 0)), &zone))
        });
        looks.filter(move |look| *look >= at)
    }

    pub(super) fn is_missed(&self, look: Moment) -> bool {
        self.missed.contains(&look)
    }

    /// The open days from this one on.
    pub(super) fn rest_of_week(&self, at: Moment) -> Vec<Date> {
        let day = self.day(at);
        let left = 7 - i64::from(day.weekday().to_monday_zero_offset());
        let days = (0..left).map(|days| day.checked_add(days.days()).unwrap());
        days.filter(|day| !self.roster.closed.contains(day)).collect()
    }

    /// When a carer's message was to come: on the first open day of the week that is the carer's.
    pub(super) fn meant(&self, carer: &Carer, leaves: Moment) -> Option<Moment> {
        let days = self.rest_of_week(leaves).into_iter();
        let day =
            days.into_iter().find(|day| carer.days.is_none_or(|own| own.contains(&digit(*day))))?;
        let ten = day.to_datetime(Time::constant(10, 0, 0, 0));
        let moved = Moment::of_local(ten, &self.organisation.time_zone);
        Some(if day == self.day(leaves) { leaves } else { moved })
    }

    /// Whether the service was away when a carer's message was to come.
    pub(super) fn was_away(&self, carer: &Carer, leaves: Moment) -> bool {
        let meant = self.meant(carer, leaves);
        meant.and_then(|meant| self.looks(meant).next()).is_some_and(|look| self.is_missed(look))
    }

    /// How many messages wanted to come to a carer in a week, from all senders.
    pub(super) fn wanted(&self, slots: &[Slot], carer: &Carer, at: Moment) -> usize {
        let day = self.day(at);
        let monday =
            day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).unwrap();
        let week = Moment::start_of(monday, &self.organisation.time_zone);
        let is_in = |at: Moment| week <= at && at < week.after(7 * A_DAY + A_DAY / 12);
        let groups: BTreeSet<i64> = carer
            .children
            .iter()
            .flat_map(|id| self.roster.children[id].groups.iter().map(|it| it.1))
            .collect();
        let ours = |run: i64| {
            self.facts.iter().any(|noted| {
                matches!(noted.fact, Fact::Started(it) if it.run == run && groups.contains(&it.group))
            })
        };
        // The three of a theme's week kept their places in it, also what a pause or a long night then moved
        // to a later one.
        let ours: Vec<&Slot> = slots.iter().filter(|slot| ours(slot.run_id)).collect();
        let begun = ours.iter().filter(|slot| is_in(self.leaves(slot)));
        let begun: BTreeSet<(i64, i64)> = begun.map(|slot| (slot.run_id, slot.week)).collect();
        // What a theme that was paused kept back may have had its place here before it moved.
        let was_here = |slot: &&&Slot| {
            begun.contains(&(slot.run_id, slot.week))
                || (self.leaves(slot) >= week && !self.rests(slot.run_id).is_empty())
        };
        let themes = ours.iter().filter(was_here).count();
        let others = self.facts.iter().filter(|noted| match &noted.fact {
            // A letter that waited for the service comes late.
            Fact::Wrote { group, release, .. } => {
                groups.contains(group) && (is_in(*release) || is_in(release.after(7 * A_DAY)))
            }
            Fact::MarkedAsRead { group, .. } => groups.contains(group) && is_in(noted.at),
            _ => false,
        });
        themes + others.count()
    }

    /// Whether a fact about a carer, and none that ended it, stood on one of the days from `at` on.
    pub(super) fn was_stopped(&self, id: i64, at: Moment) -> bool {
        let mut last = None;
        for noted in self.facts.iter().filter(|noted| noted.at < at.after(7 * A_DAY)) {
            match noted.fact {
                Fact::Stopped { carer } if carer == id => last = Some(true),
                Fact::CameBack { carer } if carer == id && noted.at < at => last = Some(false),
                _ => {}
            }
        }
        last == Some(true)
    }

    pub(super) fn was_paused(&self, id: i64, at: Moment) -> bool {
        let mut until = None;
        for noted in self.facts.iter().filter(|noted| noted.at < at.after(7 * A_DAY)) {
            match noted.fact {
                Fact::Paused { carer, until: end } if carer == id => until = Some(end),
                Fact::CameBack { carer } if carer == id && noted.at < at => until = None,
                _ => {}
            }
        }
        until.is_some_and(|until| until > at.before(A_DAY))
    }

    /// When a theme was paused.
    pub(super) fn rests(&self, id: i64) -> Vec<Moment> {
        let all = self.facts.iter();
        all.filter(|noted| matches!(noted.fact, Fact::ThemePaused { run } if run == id))
            .map(|noted| noted.at)
            .collect()
    }

    pub(super) fn ended(&self, id: i64) -> bool {
        let is_it = |fact: &Fact| matches!(fact, Fact::ThemeStopped { run } if *run == id);
        self.facts.iter().any(|noted| is_it(&noted.fact))
    }
}

pub(super) fn digit(day: Date) -> String {
    day.weekday().to_monday_one_offset().to_string()
}
