//! What the report should say, worked out from the phones alone: no table of the database is asked.

use std::collections::{BTreeMap, BTreeSet};

use super::family::{Act, Carer, Families};
use crate::outbox::CheckInAnswer;
use crate::participation::{By, Figure, Record};
use crate::roster::FamilyId;
use crate::sandbox::{Phone, Sandbox};

/// A figure, or a phone, that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference(pub String);

/// What the phones of one family show.
#[derive(Default)]
struct Shown {
    languages: BTreeSet<&'static str>,
    connected: bool,
    reached: bool,
    understood: bool,
    responded: bool,
    did_at_home: bool,
    worked: bool,
    /// Every carer's language was confirmed by that carer.
    language_known: bool,
}

/// Compares the report with the phones, for all families and by home language.
pub(super) fn compare(
    records: &[Record],
    families: &Families,
    sandbox: &Sandbox,
) -> Vec<Difference> {
    let shown = shown(families, sandbox);
    let mut differences = strangers_names(families, sandbox);
    let languages: BTreeSet<&str> =
        shown.values().flat_map(|it| it.languages.iter().copied()).collect();
    for figure in Figure::ALL {
        let everybody = expected(figure, shown.values());
        check(records, figure, By::All, None, everybody, &mut differences);
        for language in &languages {
            let speakers = shown.values().filter(|it| it.languages.contains(language));
            check(
                records,
                figure,
                By::Language,
                Some(language),
                expected(figure, speakers),
                &mut differences,
            );
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
            // No activity is sent in this story.
            Figure::Offered => (true, false),
            Figure::DidAtHome => (true, family.did_at_home),
            Figure::Worked => (family.did_at_home, family.worked),
            Figure::LanguageKnown => (true, family.language_known),
        };
        all += u64::from(belongs);
        count += u64::from(belongs && counts);
    }
    (all, count)
}

fn shown(families: &Families, sandbox: &Sandbox) -> BTreeMap<FamilyId, Shown> {
    let mut shown: BTreeMap<FamilyId, Shown> = BTreeMap::new();
    for carer in families.carers() {
        let family = shown.entry(carer.invite.family).or_insert_with(|| Shown {
            reached: families.has_paper(carer.invite.family),
            language_known: true,
            ..Shown::default()
        });
        family.languages.insert(carer.invite.language.tag());
        add(family, &families.did(carer.phone), &sandbox.phone(carer.phone));
    }
    shown
}

fn add(family: &mut Shown, acts: &[Act], phone: &Phone) {
    let did = |act: Act| acts.contains(&act);
    let joined = did(Act::Joined);
    family.connected |= joined && !did(Act::Stopped);
    family.language_known &= did(Act::ChoseLanguage);
    family.reached |= phone.messages.iter().any(is_letter);
    family.understood |= last_word(acts) == Some(Act::Understood);
    let answers: Vec<CheckInAnswer> = acts
        .iter()
        .filter_map(|act| match act {
            Act::Answered(answer) => Some(*answer),
            _ => None,
        })
        .collect();
    family.responded |= !answers.is_empty()
        || [Act::Understood, Act::AskedToExplain, Act::Asked].into_iter().any(did);
    // The last answer to a check-in counts: a second question may have changed it.
    let last = answers.last();
    family.did_at_home |= matches!(last, Some(CheckInAnswer::Worked | CheckInAnswer::ABit));
    family.worked |= last == Some(&CheckInAnswer::Worked);
}

fn last_word(acts: &[Act]) -> Option<Act> {
    acts.iter().rev().find(|act| matches!(act, Act::Understood | Act::AskedToExplain)).copied()
}

/// The first part of a letter comes with its picture.
fn is_letter(bubble: &crate::sandbox::Bubble) -> bool {
    bubble.from_bot && bubble.photo.is_some()
}

/// Every letter on a phone names the children of its owner, and nobody else's.
fn strangers_names(families: &Families, sandbox: &Sandbox) -> Vec<Difference> {
    let mut differences = Vec::new();
    for carer in families.carers() {
        for bubble in sandbox.phone(carer.phone).messages.iter().filter(|it| is_letter(it)) {
            if !names_own_children(carer, &bubble.text) {
                differences.push(Difference(format!(
                    "a letter on phone {} is not about its child",
                    carer.phone
                )));
            }
        }
    }
    differences
}

fn names_own_children(carer: &Carer, text: &str) -> bool {
    let header = text.lines().nth(1).unwrap_or_default();
    carer.invite.children.iter().all(|name| header.contains(name.as_str()))
}
