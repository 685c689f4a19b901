//! Who should have been told what about a meeting, by what the phones and the staff's lists say.

use std::collections::BTreeSet;
use std::time::Duration;

use super::messages::What;
use super::talks::Round;
use super::{Paper, answer, came, scanned};
use crate::app::demo::meetings::{PLACES_TO_PLAY, Planned, Stands};
use crate::app::demo::truth::rules::{EVENING, MORNING, strangers};
use crate::app::demo::truth::witness::Witness;
use crate::app::demo::truth::{Difference, School};
use crate::clock::Moment;
use crate::meeting::{Answer, Base};
use crate::roster::FamilyId;

/// So long staff may correct a list.
const TO_CORRECT: Duration = Duration::from_secs(15 * 60);

/// How a family stands: by its carers' answers, and of a full meeting by the last word about a place.
pub(super) fn stands(planned: &Planned, papers: &[Paper<'_>], family: FamilyId) -> Option<Stands> {
    let own: Vec<&Paper<'_>> = papers.iter().filter(|it| it.witness.family == family).collect();
    let answers: Vec<Answer> =
        own.iter().filter_map(|it| answer(it.witness, planned, None)).collect();
    if !answers.contains(&Answer::Yes) {
        return match (answers.is_empty(), answers.contains(&Answer::Maybe)) {
            (true, _) => None,
            (_, true) => Some(Stands::Maybe),
            _ => Some(Stands::No),
        };
    }
    let places = own.iter().flat_map(|it| &it.told);
    let places = places.filter_map(|told| match told.what {
        What::Seated => Some((told.at, Stands::Yes)),
        What::Full | What::SeatPassed => Some((told.at, Stands::Waiting)),
        _ => None,
    });
    places.max_by_key(|(at, _)| *at).map(|(_, stands)| stands)
}

/// What is wrong with what was told of a meeting.
pub(super) fn wrong(
    planned: &Planned,
    papers: &[Paper<'_>],
    (witnesses, round): (&[Witness], &Round),
    school: &School<'_>,
) -> Vec<Difference> {
    let mut wrong = Vec::new();
    let told_again = papers.iter().flat_map(|it| &it.told);
    let told_again = told_again.filter(|it| it.what == What::Again).map(|it| it.at).min();
    for paper in papers {
        let invited = is_invited(planned, paper.witness, school);
        let again = told_again
            .is_some_and(|at| invited && is_silent(planned, paper.witness, (papers, round), at));
        let mut expected =
            vec![(What::Invitation, usize::from(invited)), (What::Again, usize::from(again))];
        expected.extend(afterwards(planned, paper, witnesses, school));
        for (what, wanted) in expected {
            let got = paper.count(|it| it == what);
            if got != wanted {
                wrong.push(format!("{}: {got} x {what:?}, {wanted} expected", who(planned, paper)));
            }
        }
        wrong.extend(never(planned, paper, school));
    }
    let seated: BTreeSet<FamilyId> = papers
        .iter()
        .filter(|it| it.stands == Some(Stands::Yes))
        .map(|it| it.witness.family)
        .collect();
    if planned.base == Base::PlayGroup && seated.len() > PLACES_TO_PLAY {
        wrong.push(format!("{} families have one of {PLACES_TO_PLAY} places", seated.len()));
    }
    wrong.into_iter().map(Difference).collect()
}

fn who(planned: &Planned, paper: &Paper<'_>) -> String {
    format!("{}: {}", planned.base.word(), paper.witness.who())
}

/// A child of theirs is in one of the groups, and messages are welcome.
fn is_invited(planned: &Planned, witness: &Witness, school: &School<'_>) -> bool {
    let is_in = has_child_there(planned, witness, planned.invited_at, school);
    is_in && planned.invited_at <= school.now && witness.is_there(planned.invited_at)
}

/// A child of theirs is in one of the groups that day.
pub(super) fn has_child_there(
    planned: &Planned,
    witness: &Witness,
    at: Moment,
    school: &School<'_>,
) -> bool {
    let day = at.local(&school.zone).date().to_string();
    witness.children.iter().any(|row| {
        planned.groups.contains(&row.group.as_str())
            && row.starts <= day
            && (row.leaves.is_empty() || row.leaves >= day)
    })
}

/// Nobody of the family had answered by then, or only they themselves, with "maybe".
fn is_silent(
    planned: &Planned,
    witness: &Witness,
    (papers, round): (&[Paper<'_>], &Round),
    at: Moment,
) -> bool {
    if planned.base == Base::TenMinuteTalk {
        return !round.has_chosen(witness.family, at);
    }
    let family = papers.iter().filter(|it| it.witness.family == witness.family);
    let answers: Vec<_> = family
        .filter_map(|it| Some((it.witness.phone, answer(it.witness, planned, Some(at))?)))
        .collect();
    answers.iter().all(|said| *said == (witness.phone, Answer::Maybe))
}

/// Reminders, thanks and "we missed you", as far as the lists are complete.
fn afterwards(
    planned: &Planned,
    paper: &Paper<'_>,
    witnesses: &[Witness],
    school: &School<'_>,
) -> Vec<(What, usize)> {
    let witness = paper.witness;
    let says_yes = answer(witness, planned, None) == Some(Answer::Yes);
    let comes = says_yes && paper.stands == Some(Stands::Yes);
    let mut expected = Vec::new();
    let mut missed = 0;
    for (number, held) in planned.times.iter().enumerate().filter(|(_, it)| it.seen.is_some()) {
        let is_there = witness.is_there(held.starts);
        expected.push((What::Reminder(number), usize::from(comes && is_there)));
        let came = came(witnesses, held).contains(&witness.family);
        missed += usize::from(comes && is_there && !came);
        if number + 1 == planned.times.len() {
            let said_so = scanned(witnesses, held.session).contains(&witness.family)
                && witness.did(crate::app::demo::family::Act::Scanned(held.session));
            let thanked = came && is_there && (says_yes || said_so || is_alone(witness, school));
            expected.push((What::Thanks, usize::from(thanked)));
        }
    }
    expected.push((What::Missed, missed));
    expected
}

/// The family has no other carer.
fn is_alone(witness: &Witness, school: &School<'_>) -> bool {
    let family = school.rows.iter().filter(|row| row.family == witness.family_name);
    family.map(|row| row.carer.as_str()).collect::<BTreeSet<_>>().len() == 1
}

/// What no message about a meeting may do.
fn never(planned: &Planned, paper: &Paper<'_>, school: &School<'_>) -> Vec<String> {
    let mut broken = Vec::new();
    let closed: Vec<Moment> =
        planned.times.iter().filter_map(|it| it.seen.as_ref()).map(|(_, at)| *at).collect();
    for told in paper.told.iter().filter(|it| it.what.is_unasked()) {
        let local = told.at.local(&school.zone);
        if !(MORNING..EVENING).contains(&local.hour()) {
            broken.push(format!("a message at {local}, in the quiet hours"));
        }
        if paper.witness.left_at().is_some_and(|left| told.at > left) {
            broken.push(format!("a message at {local}, after the stop"));
        }
        let names = told.text.lines().nth(1).unwrap_or_default();
        broken.extend(strangers(paper.witness, names, school));
        let is_after = |closed: &Moment| told.at >= closed.after(TO_CORRECT);
        if matches!(told.what, What::Thanks | What::Missed) && !closed.iter().any(is_after) {
            broken.push(format!("{:?} at {local}, while the list may be corrected", told.what));
        }
    }
    broken.into_iter().map(|what| format!("{}: {what}", who(planned, paper))).collect()
}
