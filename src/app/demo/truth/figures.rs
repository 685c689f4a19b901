//! The figures of the report, counted on the phones.

use std::collections::{BTreeMap, BTreeSet};

use super::meetings::{AtMeetings, at_meetings};
use super::witness::Witness;
use super::{Difference, School};
use crate::app::demo::family::{Act, Families};
use crate::app::demo::post::Kind;
use crate::outbox::CheckInAnswer;
use crate::participation::{By, Evidence, Figure, Record};
use crate::roster::FamilyId;

/// Of talks the schedule of B6 says which are due, and staff whether the interpreter came: no phone shows either.
const ELSEWHERE: [Figure; 2] = [Figure::Talks, Figure::InterpreterThere];

/// What the phones of one family show.
#[derive(Default)]
struct Shown {
    languages: BTreeSet<&'static str>,
    connected: bool,
    reached: bool,
    understood: bool,
    responded: bool,
    offered: bool,
    did_at_home: bool,
    worked: bool,
    /// The educator saw them do it.
    seen: bool,
    /// Given on paper.
    on_paper: bool,
    at_meetings: AtMeetings,
    /// Every carer's language was confirmed by that carer.
    language_known: bool,
}

/// What a row of the report should say, and what of it no carer said in the chat.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Expected {
    families: u64,
    count: u64,
    seen: u64,
    on_paper: u64,
    /// Staff noted that they were there.
    attended: u64,
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { families, count, seen, on_paper, attended } = self;
        write!(
            f,
            "{count} of {families} ({seen} only seen by staff, {on_paper} only on paper, {attended} noted as there)"
        )
    }
}

/// Compares the report with the phones, for all families and by home language.
pub(super) fn compare(
    records: &[Record],
    witnesses: &[Witness],
    families: &Families,
    school: &School<'_>,
) -> Vec<Difference> {
    let met = at_meetings(witnesses, school);
    let mut shown: BTreeMap<FamilyId, Shown> = BTreeMap::new();
    for witness in witnesses {
        let family = shown.entry(witness.family).or_insert_with(|| Shown {
            on_paper: families.has_paper(witness.family),
            language_known: true,
            at_meetings: met.get(&witness.family).copied().unwrap_or_default(),
            ..Shown::default()
        });
        add(family, witness);
        family.seen |= school.seen.iter().any(|(child, group)| {
            witness.children.iter().any(|row| row.child == *child && row.group == *group)
        });
    }
    let mut differences = Vec::new();
    let languages: BTreeSet<&str> =
        shown.values().flat_map(|it| it.languages.iter().copied()).collect();
    let nobodys =
        records.iter().filter(|it| it.by == By::Language && !languages.contains(it.key.as_str()));
    differences.extend(nobodys.map(|record| {
        Difference(format!("{} {}: a language that nobody chose", record.figure.name(), record.key))
    }));
    for figure in Figure::ALL.into_iter().filter(|it| !ELSEWHERE.contains(it)) {
        let everybody = expected(figure, shown.values());
        check(records, figure, By::All, None, everybody, &mut differences);
        for language in &languages {
            let speakers =
                expected(figure, shown.values().filter(|it| it.languages.contains(language)));
            check(records, figure, By::Language, Some(language), speakers, &mut differences);
        }
    }
    differences
}

fn check(
    records: &[Record],
    figure: Figure,
    by: By,
    key: Option<&str>,
    expected: Expected,
    differences: &mut Vec<Difference>,
) {
    let found = records.iter().find(|record| {
        record.figure == figure && record.by == by && key.is_none_or(|key| record.key == key)
    });
    let of = format!("{} {}", figure.name(), key.unwrap_or("all"));
    let says = |record: &Record| Expected {
        families: record.families,
        count: record.count,
        seen: record.evidence.of(Evidence::SeenByStaff),
        on_paper: record.evidence.of(Evidence::HandedOver),
        attended: record.evidence.of(Evidence::Attended),
    };
    match found.map(says) {
        Some(said) if said == expected => {}
        Some(said) => differences
            .push(Difference(format!("{of}: the report says {said}, the phones say {expected}"))),
        None => differences.push(Difference(format!("{of}: not in the report"))),
    }
}

/// Counts what a figure counts.
fn expected<'a>(figure: Figure, families: impl Iterator<Item = &'a Shown>) -> Expected {
    let mut expected = Expected::default();
    for family in families {
        let reached = family.reached || family.on_paper;
        let did_at_home = family.did_at_home || family.seen;
        let met = family.at_meetings;
        let (belongs, counts) = match figure {
            Figure::Connected => (true, family.connected),
            Figure::Reached => (true, reached),
            Figure::Understood => (reached, family.understood),
            Figure::Responded => (true, family.responded),
            Figure::Offered => (true, family.offered),
            Figure::DidAtHome => (true, did_at_home),
            Figure::Worked => (did_at_home, family.worked),
            Figure::LanguageKnown => (true, family.language_known),
            Figure::TookPart => (true, met.seen || met.said),
            Figure::SaidTheyCome => (met.invited, met.said_yes),
            Figure::CameAsSaid => (met.expected, met.came_as_said),
            Figure::Talks | Figure::InterpreterThere => (false, false),
        };
        let only_seen = figure == Figure::DidAtHome && family.seen && !family.did_at_home;
        let only_paper = figure == Figure::Reached && family.on_paper && !family.reached;
        let attended = match figure {
            Figure::TookPart => met.seen,
            Figure::CameAsSaid => met.seen_as_said,
            _ => false,
        };
        expected.attended += u64::from(attended);
        expected.families += u64::from(belongs);
        expected.count += u64::from(belongs && counts);
        expected.seen += u64::from(only_seen);
        expected.on_paper += u64::from(only_paper);
    }
    expected
}

fn add(family: &mut Shown, witness: &Witness) {
    family.languages.insert(witness.home_language.tag());
    family.connected |= witness.did(Act::Joined) && !witness.did(Act::Stopped);
    family.language_known &=
        witness.acts.iter().any(|did| matches!(did.act, Act::ChoseLanguage(_)));
    family.reached |= witness.posts.iter().any(|post| post.kind == Kind::Letter);
    family.offered |= witness.posts.iter().any(|it| matches!(it.kind, Kind::Do | Kind::Book));
    for did in &witness.acts {
        match did.act {
            Act::Understood(letter) => family.understood |= last_word(witness, letter),
            Act::Answered(letter, _) => {
                let last = last_answer(witness, letter);
                family.did_at_home |=
                    matches!(last, Some(CheckInAnswer::Worked | CheckInAnswer::ABit));
                family.worked |= last == Some(CheckInAnswer::Worked);
            }
            _ => {}
        }
        let replied = matches!(
            did.act,
            Act::Understood(_) | Act::AskedToExplain(_) | Act::Asked | Act::Answered(..)
        );
        family.responded |= replied;
    }
}

/// Whether the last word about a letter was that it is understood.
fn last_word(witness: &Witness, letter: i64) -> bool {
    let about = witness
        .acts
        .iter()
        .rev()
        .find(|did| [Act::Understood(letter), Act::AskedToExplain(letter)].contains(&did.act));
    about.is_some_and(|did| did.act == Act::Understood(letter))
}

/// The last answer to a check-in counts: a second question may have changed it.
pub(super) fn last_answer(witness: &Witness, letter: i64) -> Option<CheckInAnswer> {
    witness.acts.iter().rev().find_map(|did| match did.act {
        Act::Answered(about, answer) if about == letter => Some(answer),
        _ => None,
    })
}
