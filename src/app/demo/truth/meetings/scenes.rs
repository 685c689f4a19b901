//! What the meetings of the story promise to show, of a school that is large enough for it.

use super::messages::{What, told};
use super::talks::{Round, Story};
use crate::app::demo::family::Act;
use crate::app::demo::meetings::Planned;
use crate::app::demo::truth::witness::Witness;
use crate::app::demo::truth::{Difference, School};
use crate::meeting::{Answer, Base};

/// With fewer carers nobody can promise that there are families of every sort.
const ENOUGH: usize = 50;

pub(super) fn lacking(
    witnesses: &[Witness],
    round: &Round,
    school: &School<'_>,
) -> Vec<Difference> {
    let is_over = |it: &&Planned| it.times.iter().all(|held| held.seen.is_some());
    let mut lacking = Vec::new();
    if witnesses.len() < ENOUGH {
        return Vec::new();
    }
    if let Some(morning) = school.ledger.of(Base::ThemeMorning).filter(is_over) {
        lacking.extend(theme_morning(morning, witnesses, school));
    }
    if !school.ledger.noted.is_empty() {
        lacking.extend(talks(round, school));
    }
    if let Some(group) = school.ledger.of(Base::PlayGroup).filter(is_over) {
        let tells = tells(group, witnesses, school);
        let scenes = [
            (tells(What::Full), "a family that waits for a place"),
            (tells(What::SeatFree), "a place that comes free"),
            (tells(What::Missed), "a family that is missed in the play group"),
            (tells(What::Thanks), "thanks at the end of the play group"),
        ];
        lacking.extend(unplayed(&scenes));
    }
    lacking.into_iter().map(|scene| Difference(format!("the meetings lack {scene}"))).collect()
}

fn theme_morning(
    morning: &Planned,
    witnesses: &[Witness],
    school: &School<'_>,
) -> Vec<&'static str> {
    let tells = tells(morning, witnesses, school);
    let says = |answer| witnesses.iter().any(|it| it.did(Act::Said(morning.id, answer)));
    let asked = |act| witnesses.iter().any(|it| it.did(act));
    let scans = |held: &crate::app::demo::meetings::Held| asked(Act::Scanned(held.session));
    let has_file = witnesses.iter().any(|it| it.bubbles.iter().any(|it| it.document.is_some()));
    let has_pin = witnesses.iter().any(|it| it.bubbles.iter().any(|it| it.pin.is_some()));
    unplayed(&[
        (says(Answer::Yes), "a carer who says yes"),
        (says(Answer::No), "a carer who cannot come"),
        (says(Answer::Maybe), "a carer who may come"),
        (tells(What::Again), "a second invitation"),
        (tells(What::Reminder(0)), "a reminder"),
        (tells(What::Thanks), "thanks"),
        (tells(What::Missed), "\u{201c}we missed you\u{201d}"),
        (morning.times.iter().any(scans), "a carer who opens the code on the table"),
        (!asked(Act::AskedForFile) || has_file, "an entry for the calendar"),
        (!asked(Act::AskedForMap) || has_pin, "a place on the map"),
    ])
}

fn talks(round: &Round, school: &School<'_>) -> Vec<&'static str> {
    let any = |wanted: &dyn Fn(&Story) -> bool| round.talks.values().any(wanted);
    let beside = |one: &Story| {
        let Some(first) = one.held() else { return false };
        let others = round.talks.values().filter(|it| it.family == one.family);
        others.filter_map(Story::held).any(|it| it.starts == first.ends)
    };
    let by_carer = |one: &Story| {
        let times = one.holdings.iter().zip(one.holdings.iter().skip(1));
        times.into_iter().any(|(_, next)| !next.by_staff)
    };
    let waited = |one: &Story| {
        let offered = round.offered.iter().map(|(phone, ..)| *phone);
        let waited = round.waited.iter().any(|(whose, ..)| *whose == one.family);
        let held = one.held();
        waited && offered.into_iter().any(|phone| held.is_some_and(|it| it.phone == phone))
    };
    unplayed(&[
        (any(&|it| it.held().is_some_and(|it| it.interpreted)), "a talk with an interpreter"),
        (any(&beside), "brothers and sisters one after the other"),
        (any(&by_carer), "a talk that its carer moves"),
        (any(&|it| it.held().is_none()), "a talk that is cancelled"),
        (any(&waited), "a carer who waits and gets a moment that came free"),
        (any(&|it| it.held().is_some_and(|it| it.by_staff)), "a talk that staff move"),
        (!school.ledger.moved.is_empty(), "staff who move a talk"),
    ])
}

fn tells<'a>(
    planned: &'a Planned,
    witnesses: &'a [Witness],
    school: &'a School<'_>,
) -> impl Fn(What) -> bool + 'a {
    move |what| {
        witnesses.iter().any(|it| told(it, planned, school).iter().any(|it| it.what == what))
    }
}

fn unplayed(scenes: &[(bool, &'static str)]) -> Vec<&'static str> {
    scenes.iter().filter(|(is_played, _)| !is_played).map(|(_, scene)| *scene).collect()
}
