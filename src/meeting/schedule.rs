//! At which moments there is to be a talk about a child, and which of them a held talk fulfils: indicator B6 of
//! the inspection framework (VVE) of 2013.
//!
//! Only the month of birth is known. A child has its birthday on the first day of it where its age at the start
//! counts: who starts in the month of the fourth birthday starts as a kleuter. The weeks after turning four are
//! counted from the last day of it, so that no talk is due too early.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{ToSpan, Unit};

use super::noting::TalkMoment;

/// A child has settled in after so many weeks.
const SETTLING_IN_WEEKS: i64 = 8;
/// A talk that is further from a moment was about something else.
const MONTHS_EITHER_SIDE: i64 = 4;
/// Group 3 begins in August for who turns six before October.
const LAST_MONTH_FOR_GROUP_3: i8 = 9;

/// What the schedule needs to know of a child.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Childhood {
    /// Some day in the month of birth.
    pub born: Option<Date>,
    /// The first day in the group; `None`: it was always there.
    pub starts: Option<Date>,
    /// The last day in the group.
    pub leaves: Option<Date>,
}

/// A talk that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// When.
    pub on: Date,
    /// Which moment it was, when staff said so.
    pub moment: Option<TalkMoment>,
    /// Of which round: carers who live apart have a talk each, which are one on the schedule.
    pub round: Option<i64>,
}

/// The moments of a child with the day on which each is due, in the order in which a child meets them. That day is
/// the last one of the month, or the child's own last day. Moments at which the child was not there are left out;
/// without a month of birth only settling in and transfer are known, and taken for those of a toddler.
pub fn moments(child: Childhood) -> Vec<(TalkMoment, Date)> {
    let falls = match child.born {
        Some(born) => by_age(child, born.first_of_month()),
        None => {
            let settling_in = child.starts.and_then(settled_in);
            [
                (TalkMoment::SettlingInToddler, settling_in),
                (TalkMoment::TransferToddler, child.leaves),
            ]
            .into_iter()
            .filter_map(|(moment, day)| Some((moment, day?)))
            .collect()
        }
    };
    falls.into_iter().filter_map(|(moment, day)| Some((moment, due(child, day)?))).collect()
}

/// Which of a child's moments were fulfilled, in their order. First the talks of which staff said what they were;
/// then the others, the earliest first, each for the nearest moment that is left.
pub fn fulfilled(moments: &[(TalkMoment, Date)], talks: &[Held]) -> Vec<bool> {
    let mut is_held = vec![false; moments.len()];
    let (named, others): (Vec<Held>, Vec<Held>) =
        one_a_round(talks).into_iter().partition(|talk| talk.moment.is_some());
    for talk in named {
        let place = moments.iter().position(|(moment, _)| Some(*moment) == talk.moment);
        if let Some(held) = place.and_then(|place| is_held.get_mut(place)) {
            *held = true;
        }
    }
    for talk in others {
        let open = moments.iter().zip(&mut is_held).filter(|(_, held)| !**held);
        let near = open.filter(|((_, due), _)| is_near(talk.on, *due));
        if let Some((_, held)) = near.min_by_key(|((_, due), _)| days_between(talk.on, *due)) {
            *held = true;
        }
    }
    is_held
}

/// The day of each moment, before it is asked whether the child was there; `born` is the first of its month.
fn by_age(child: Childhood, born: Date) -> Vec<(TalkMoment, Date)> {
    let turns = |years: i64| born.checked_add(years.years()).ok();
    let Some((four, starts)) = turns(4).map(|four| (four, child.starts.unwrap_or(born))) else {
        return Vec::new();
    };
    let mut falls = Vec::new();
    let mut add = |moment, day: Option<Date>| falls.extend(day.map(|day| (moment, day)));
    if starts < four {
        let settling_in = child.starts.and_then(settled_in).filter(|day| *day < four);
        add(TalkMoment::SettlingInToddler, settling_in);
        add(TalkMoment::AtThree, turns(3));
        let before = four.checked_sub(1.month()).ok();
        add(TalkMoment::TransferToddler, before.map(|day| earlier(day, child.leaves)));
    }
    let settling_in = settled_in(if starts < four { four.last_of_month() } else { starts });
    let group_3 = begins_group_3(born);
    let is_kleuter_here =
        |day: &Date| *day < group_3 && child.leaves.is_none_or(|leaves| leaves >= *day);
    // Who leaves before settling in never was a kleuter here, and does not go on from here.
    if let Some(settling_in) = settling_in.filter(is_kleuter_here) {
        add(TalkMoment::SettlingInKleuter, Some(settling_in));
        add(TalkMoment::AtFive, turns(5));
        let july = group_3.checked_sub(1.month()).ok();
        add(TalkMoment::TransferKleuter, july.map(|day| earlier(day, child.leaves)));
    }
    falls
}

/// The first of August on which a child goes to group 3: of the year in which it turns six before October, else of
/// the next.
fn begins_group_3(born: Date) -> Date {
    let years = if born.month() <= LAST_MONTH_FOR_GROUP_3 { 6 } else { 7 };
    Date::new(born.year().saturating_add(years), 8, 1).unwrap_or(Date::MAX)
}

fn settled_in(since: Date) -> Option<Date> {
    since.checked_add(SETTLING_IN_WEEKS.weeks()).ok()
}

fn earlier(day: Date, leaves: Option<Date>) -> Date {
    leaves.map_or(day, |leaves| leaves.min(day))
}

/// When a moment that falls on `day` is due, if the child is there then.
fn due(child: Childhood, day: Date) -> Option<Date> {
    let due = earlier(day.last_of_month(), child.leaves);
    (due >= day && child.starts.is_none_or(|starts| starts <= due)).then_some(due)
}

/// Of several talks of one round the earliest, with the moment that staff named for any of them; by day.
fn one_a_round(talks: &[Held]) -> Vec<Held> {
    let mut talks = talks.to_vec();
    talks.sort_by_key(|talk| talk.on);
    let named = |round: i64| {
        talks.iter().filter(move |it| it.round == Some(round)).find_map(|it| it.moment)
    };
    let mut rounds = BTreeSet::new();
    let first = talks.iter().filter(|talk| talk.round.is_none_or(|round| rounds.insert(round)));
    first.map(|talk| Held { moment: talk.round.map_or(talk.moment, named), ..*talk }).collect()
}

fn is_near(on: Date, due: Date) -> bool {
    let span = MONTHS_EITHER_SIDE.months();
    due.saturating_sub(span) <= on && on <= due.saturating_add(span)
}

fn days_between(one: Date, other: Date) -> i32 {
    let span = one.since((Unit::Day, other));
    span.map_or(i32::MAX, |span| span.get_days().abs())
}

#[cfg(test)]
mod tests {
    use super::TalkMoment::{
        AtFive, AtThree, SettlingInKleuter, SettlingInToddler, TransferKleuter, TransferToddler,
    };
    use super::*;

    fn day(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    fn due(born: &str, starts: &str, leaves: &str) -> Vec<(TalkMoment, String)> {
        let born = day(&if born.is_empty() { String::new() } else { format!("{born}-15") });
        let child = Childhood { born, starts: day(starts), leaves: day(leaves) };
        moments(child).into_iter().map(|(moment, due)| (moment, due.to_string())).collect()
    }

    fn expects(found: &[(TalkMoment, String)], expected: &[(TalkMoment, &str)]) {
        let found: Vec<_> = found.iter().map(|(moment, due)| (*moment, due.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_child_that_comes_at_two_and_stays_until_group_3_has_six_talks() {
        expects(
            &due("2022-10", "2025-01-06", ""),
            &[
                (SettlingInToddler, "2025-03-31"),
                (AtThree, "2025-10-31"),
                (TransferToddler, "2026-09-30"),
                (SettlingInKleuter, "2026-12-31"),
                (AtFive, "2027-10-31"),
                (TransferKleuter, "2029-07-31"),
            ],
        );
    }

    #[test]
    fn who_turns_six_in_september_goes_to_group_3_a_year_before_who_does_in_october() {
        let last = |born| due(born, "", "").pop().unwrap();
        assert_eq!(last("2020-09"), (TransferKleuter, "2026-07-31".to_owned()));
        assert_eq!(last("2020-10"), (TransferKleuter, "2027-07-31".to_owned()));
    }

    #[test]
    fn a_toddler_that_leaves_has_its_transfer_then_and_no_talk_as_a_kleuter() {
        let until_four = due("2022-10", "2025-06-02", "2026-10-12");
        expects(
            &until_four,
            &[
                (SettlingInToddler, "2025-07-31"),
                (AtThree, "2025-10-31"),
                (TransferToddler, "2026-09-30"),
            ],
        );
        expects(
            &due("2022-10", "2025-06-02", "2025-09-11"),
            &[(SettlingInToddler, "2025-07-31"), (TransferToddler, "2025-09-11")],
        );
    }

    #[test]
    fn a_child_that_starts_in_the_month_in_which_it_turns_four_starts_as_a_kleuter() {
        let first = due("2022-10", "2026-10-05", "").first().cloned();
        assert_eq!(first, Some((SettlingInKleuter, "2026-11-30".to_owned())));
    }

    #[test]
    fn a_toddler_that_turns_four_before_it_settled_in_settles_in_as_a_kleuter() {
        let all = due("2022-10", "2026-09-07", "");
        let first_two: Vec<_> = all.iter().take(2).map(|(moment, _)| *moment).collect();
        assert_eq!(first_two, [TransferToddler, SettlingInKleuter]);
    }

    #[test]
    fn a_kleuter_that_moves_away_has_its_transfer_on_its_last_day() {
        let all = due("2021-05", "2025-06-02", "2026-11-20");
        expects(
            &all,
            &[
                (SettlingInKleuter, "2025-07-31"),
                (AtFive, "2026-05-31"),
                (TransferKleuter, "2026-11-20"),
            ],
        );
    }

    #[test]
    fn without_a_month_of_birth_only_settling_in_and_transfer_are_known() {
        expects(
            &due("", "2026-09-07", "2027-02-12"),
            &[(SettlingInToddler, "2026-11-30"), (TransferToddler, "2027-02-12")],
        );
        expects(&due("", "", ""), &[]);
        expects(&due("", "2026-09-07", "2026-10-01"), &[(TransferToddler, "2026-10-01")]);
        expects(&due("", "2026-09-07", "2026-09-01"), &[]);
    }

    fn held(talks: &[(&str, Option<TalkMoment>, Option<i64>)]) -> Vec<TalkMoment> {
        let child = Childhood { born: day("2022-10-01"), starts: day("2025-01-06"), leaves: None };
        let moments = moments(child);
        let talk =
            |&(on, moment, round): &(&str, _, _)| Held { on: day(on).unwrap(), moment, round };
        let talks: Vec<Held> = talks.iter().map(talk).collect();
        let is_held = fulfilled(&moments, &talks);
        moments.iter().zip(is_held).filter(|(_, held)| *held).map(|(it, _)| it.0).collect()
    }

    #[test]
    fn a_talk_is_for_the_nearest_moment_within_four_months() {
        assert_eq!(held(&[("2025-03-04", None, None)]), [SettlingInToddler]);
        assert_eq!(
            held(&[("2025-07-31", None, None)]),
            [AtThree],
            "92 days, and 122 the other way"
        );
        assert_eq!(held(&[("2026-02-28", None, None)]), [AtThree]);
        assert_eq!(held(&[("2026-03-01", None, None)]), []);
    }

    #[test]
    fn the_next_talk_is_for_the_next_moment() {
        let two = [("2026-10-07", None, None), ("2026-10-08", None, None)];
        assert_eq!(held(&two), [TransferToddler, SettlingInKleuter]);
    }

    #[test]
    fn what_staff_say_goes_before_what_follows_from_the_day() {
        let two = [("2026-10-07", None, None), ("2026-10-08", Some(TransferToddler), None)];
        assert_eq!(held(&two), [TransferToddler, SettlingInKleuter]);
        assert_eq!(held(&[("2026-10-08", Some(AtThree), None)]), [AtThree]);
    }

    #[test]
    fn two_talks_of_one_round_with_carers_who_live_apart_are_one() {
        let two = [("2026-10-07", None, Some(7)), ("2026-10-08", None, Some(7))];
        assert_eq!(held(&two), [TransferToddler]);
        let named = [("2026-10-07", None, Some(7)), ("2026-10-08", Some(AtThree), Some(7))];
        assert_eq!(held(&named), [AtThree]);
    }
}
