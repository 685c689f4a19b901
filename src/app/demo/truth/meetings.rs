//! The meetings as the phones show them, and as staff remember them: who was invited, who comes, who waits, which
//! moment is whose, who was there. No table of the database is asked.

mod messages;
mod scenes;
mod seats;
mod talks;

use std::collections::{BTreeMap, BTreeSet};

use super::witness::Witness;
use super::{Difference, School};
use crate::app::demo::family::Act;
use crate::app::demo::meetings::{MeetingCounts, Planned, Stands};
use crate::clock::Moment;
use crate::meeting::{Answer, Base, SessionId};
use crate::roster::FamilyId;
use messages::{Told, What};
use talks::Round;

/// Everything in which the room and the phones differ, and whatever a phone should not show or should.
pub(super) fn compare(
    said: &[MeetingCounts],
    witnesses: &[Witness],
    school: &School<'_>,
) -> Vec<Difference> {
    let round = Round::of(witnesses, school);
    let mut differences = Vec::new();
    for (place, planned) in school.ledger.meetings.iter().enumerate() {
        let papers = papers(planned, witnesses, school);
        let mut shown = MeetingCounts::of(place, planned);
        let invited = |paper: &&Paper<'_>| paper.has(|what| what == What::Invitation);
        shown.put("invited", papers.iter().filter(invited).count());
        match planned.base {
            Base::TenMinuteTalk => round.count(&mut shown, witnesses, school),
            _ => count_families(&mut shown, planned, &papers, (witnesses, school)),
        }
        let said = said.iter().find(|it| it.name == shown.name);
        differences.extend(differing(said, &shown));
        differences.extend(seats::wrong(planned, &papers, (witnesses, &round), school));
    }
    differences.extend(round.wrong(witnesses, school));
    differences.extend(scenes::lacking(witnesses, &round, school));
    differences
}

/// A carer's phone, read for one meeting.
pub(super) struct Paper<'a> {
    pub witness: &'a Witness,
    pub told: Vec<Told>,
    /// How the family stands by what its phones show.
    pub stands: Option<Stands>,
}

impl Paper<'_> {
    fn has(&self, wanted: impl Fn(What) -> bool) -> bool {
        self.count(wanted) > 0
    }

    fn count(&self, wanted: impl Fn(What) -> bool) -> usize {
        self.told.iter().filter(|it| wanted(it.what)).count()
    }
}

fn papers<'a>(planned: &Planned, witnesses: &'a [Witness], school: &School<'_>) -> Vec<Paper<'a>> {
    let told = |witness: &'a Witness| Paper {
        witness,
        told: messages::told(witness, planned, school),
        stands: None,
    };
    let mut papers: Vec<Paper<'a>> = witnesses.iter().map(told).collect();
    let families: BTreeSet<FamilyId> = witnesses.iter().map(|it| it.family).collect();
    for family in families {
        let stands = seats::stands(planned, &papers, family);
        papers
            .iter_mut()
            .filter(|it| it.witness.family == family)
            .for_each(|it| it.stands = stands);
    }
    papers
}

fn count_families(
    shown: &mut MeetingCounts,
    planned: &Planned,
    papers: &[Paper<'_>],
    (witnesses, school): (&[Witness], &School<'_>),
) {
    let families: BTreeMap<FamilyId, Stands> =
        papers.iter().filter_map(|it| Some((it.witness.family, it.stands?))).collect();
    let day = planned.times.first().map_or(planned.invited_at, |it| it.starts);
    let invited =
        papers.iter().filter(|it| seats::has_child_there(planned, it.witness, day, school));
    let stands = |family: FamilyId| {
        let own = papers.iter().filter(|it| it.witness.family == family);
        let is_reached = own.into_iter().any(|it| it.has(|what| what == What::Invitation));
        let silent = if is_reached { Stands::Silent } else { Stands::NotReached };
        families.get(&family).copied().unwrap_or(silent)
    };
    let families: BTreeMap<FamilyId, Stands> =
        invited.map(|it| (it.witness.family, stands(it.witness.family))).collect();
    for (stands, what) in Stands::ALL {
        shown.put(what, families.values().filter(|it| **it == stands).count());
    }
    for (number, held) in (1..).zip(&planned.times) {
        let seen = held.seen.as_ref().map_or(0, |(seen, _)| seen.len());
        shown.put(format!("seen {number}"), seen);
        shown.put(format!("said {number}"), scanned(witnesses, held.session).len());
    }
}

/// Families of whom somebody opened the code on the table.
fn scanned(witnesses: &[Witness], session: SessionId) -> BTreeSet<FamilyId> {
    let there = witnesses.iter().filter(|it| it.did(Act::Scanned(session)));
    there.map(|it| it.family).collect()
}

/// What the figures about meetings count of a family.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AtMeetings {
    /// To some meeting that has begun.
    pub invited: bool,
    pub said_yes: bool,
    /// Said yes, had a place, and the list is complete; and came.
    pub expected: bool,
    pub came_as_said: bool,
    pub seen_as_said: bool,
    /// Staff saw them at some meeting.
    pub seen: bool,
    /// They said themselves that they were at one.
    pub said: bool,
}

/// Of each family, by the phones and by the lists of staff.
pub(super) fn at_meetings(
    witnesses: &[Witness],
    school: &School<'_>,
) -> BTreeMap<FamilyId, AtMeetings> {
    let mut families: BTreeMap<FamilyId, AtMeetings> = BTreeMap::new();
    let has_begun = |it: &&Planned| it.times.iter().any(|held| held.starts <= school.now);
    for planned in school.ledger.meetings.iter().filter(has_begun) {
        for paper in papers(planned, witnesses, school) {
            let known = families.entry(paper.witness.family).or_default();
            known.invited |= paper.has(|what| what == What::Invitation);
            known.said_yes |= answer(paper.witness, planned, None) == Some(Answer::Yes);
            let comes = paper.stands == Some(Stands::Yes);
            for held in &planned.times {
                let is_there = came(witnesses, held).contains(&paper.witness.family);
                known.expected |= comes && held.seen.is_some();
                known.came_as_said |= comes && held.seen.is_some() && is_there;
                let seen = held.seen.as_ref();
                let seen = seen.is_some_and(|(seen, _)| seen.contains(&paper.witness.family));
                known.seen_as_said |= comes && seen;
                known.seen |= seen;
                known.said |= scanned(witnesses, held.session).contains(&paper.witness.family);
            }
        }
    }
    families
}

fn came(witnesses: &[Witness], held: &crate::app::demo::meetings::Held) -> BTreeSet<FamilyId> {
    let mut came = scanned(witnesses, held.session);
    came.extend(held.seen.iter().flat_map(|(seen, _)| seen));
    came
}

/// The last answer of a carer to an invitation.
fn answer(witness: &Witness, planned: &Planned, before: Option<Moment>) -> Option<Answer> {
    let acts = witness.acts.iter().rev();
    let mut acts = acts.filter(|did| before.is_none_or(|before| did.at < before));
    acts.find_map(|did| match did.act {
        Act::Said(meeting, answer) if meeting == planned.id => Some(answer),
        _ => None,
    })
}

fn differing(said: Option<&MeetingCounts>, shown: &MeetingCounts) -> Vec<Difference> {
    let Some(said) = said else {
        return vec![Difference(format!("{}: not in the room", shown.name))];
    };
    let name = &shown.name;
    let keys: BTreeSet<&String> = said.counts.keys().chain(shown.counts.keys()).collect();
    let count = |of: &MeetingCounts, key: &String| of.counts.get(key).copied();
    let mut differences: Vec<Difference> = keys
        .into_iter()
        .filter(|key| count(said, key) != count(shown, key))
        .map(|key| {
            let (said, shown) = (count(said, key), count(shown, key));
            Difference(format!("{name}: {key} is {said:?}, the phones say {shown:?}"))
        })
        .collect();
    let talks: BTreeSet<_> = said.talks.keys().chain(shown.talks.keys()).collect();
    let others = talks.into_iter().filter(|id| said.talks.get(id) != shown.talks.get(id));
    differences.extend(others.map(|id| {
        let (said, shown) = (said.talks.get(id), shown.talks.get(id));
        Difference(format!("{name}: talk {id} is at {said:?}, the phones say {shown:?}"))
    }));
    differences
}
