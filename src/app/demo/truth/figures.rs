//! The figures of the report, counted on the phones.

use std::collections::{BTreeMap, BTreeSet};

use super::Difference;
use super::witness::Witness;
use crate::app::demo::family::{Act, Families};
use crate::app::demo::post::Kind;
use crate::outbox::CheckInAnswer;
use crate::participation::{By, Figure, Record};
use crate::roster::FamilyId;

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
    /// Every carer's language was confirmed by that carer.
    language_known: bool,
}

/// Compares the report with the phones, for all families and by home language.
pub(super) fn compare(
    records: &[Record],
    witnesses: &[Witness],
    families: &Families,
) -> Vec<Difference> {
    let mut shown: BTreeMap<FamilyId, Shown> = BTreeMap::new();
    for witness in witnesses {
        let family = shown.entry(witness.family).or_insert_with(|| Shown {
            reached: families.has_paper(witness.family),
            language_known: true,
            ..Shown::default()
        });
        add(family, witness);
    }
    let mut differences = Vec::new();
    let languages: BTreeSet<&str> =
        shown.values().flat_map(|it| it.languages.iter().copied()).collect();
    for figure in Figure::ALL {
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
    (families, count): (u64, u64),
    differences: &mut Vec<Difference>,
) {
    let found = records.iter().find(|record| {
        record.figure == figure && record.by == by && key.is_none_or(|key| record.key == key)
    });
    let of = format!("{} {}", figure.name(), key.unwrap_or("all"));
    match found {
        Some(record) if (record.families, record.count) == (families, count) => {}
        Some(record) => differences.push(Difference(format!(
            "{of}: the report says {} of {}, the phones say {count} of {families}",
            record.count, record.families
        ))),
        None => differences.push(Difference(format!("{of}: not in the report"))),
    }
}

/// Denominator and count of a figure.
fn expected<'a>(figure: Figure, families: impl Iterator<Item = &'a Shown>) -> (u64, u64) {
    let (mut all, mut count) = (0, 0);
    for family in families {
        let (belongs, counts) = match figure {
            Figure::Connected => (true, family.connected),
            Figure::Reached => (true, family.reached),
            Figure::Understood => (family.reached, family.understood),
            Figure::Responded => (true, family.responded),
            Figure::Offered => (true, family.offered),
            Figure::DidAtHome => (true, family.did_at_home),
            Figure::Worked => (family.did_at_home, family.worked),
            Figure::LanguageKnown => (true, family.language_known),
        };
        all += u64::from(belongs);
        count += u64::from(belongs && counts);
    }
    (all, count)
}

fn add(family: &mut Shown, witness: &Witness) {
    family.languages.insert(witness.language.tag());
    family.connected |= witness.did(Act::Joined) && !witness.did(Act::Stopped);
    family.language_known &= witness.did(Act::ChoseLanguage);
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
