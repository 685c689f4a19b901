//! How each activity went, counted on the phones: "worked for 18 of 22 families".

use std::collections::{BTreeMap, BTreeSet};

use super::figures::last_answer;
use super::witness::Witness;
use super::{Difference, School};
use crate::app::demo::post::Kind;
use crate::language::HomeLanguage;
use crate::outbox::CheckInAnswer;
use crate::rhythm::Went;
use crate::roster::FamilyId;

/// Families of an activity.
#[derive(Default)]
struct Counted {
    offered: BTreeSet<FamilyId>,
    answered: BTreeSet<FamilyId>,
    worked: BTreeSet<FamilyId>,
    did: BTreeSet<FamilyId>,
}

impl Counted {
    fn numbers(&self) -> [usize; 4] {
        [self.offered.len(), self.answered.len(), self.worked.len(), self.did.len()]
    }
}

pub(super) fn compare(
    went: &[Went],
    witnesses: &[Witness],
    school: &School<'_>,
) -> Vec<Difference> {
    let counted = counted(witnesses, school);
    let mut differences = Vec::new();
    for (title, counted) in &counted {
        let row = went.iter().find(|row| &row.title == title);
        let said = row.map_or([0; 4], |row| {
            [row.offered, row.answered, row.worked, row.did]
                .map(|count| usize::try_from(count).unwrap_or_default())
        });
        let shown = counted.numbers();
        if said != shown {
            differences.push(Difference(format!(
                "{title}: offered, answered, worked and did are {said:?}, the phones say {shown:?}"
            )));
        }
    }
    let unseen = went.iter().filter(|row| row.offered > 0 && !counted.contains_key(&row.title));
    differences
        .extend(unseen.map(|row| Difference(format!("{}: offered, and on no phone", row.title))));
    differences
}

/// By the Dutch title of the activity.
fn counted(witnesses: &[Witness], school: &School<'_>) -> BTreeMap<String, Counted> {
    let mut counted: BTreeMap<String, Counted> = BTreeMap::new();
    for witness in witnesses {
        for post in witness.posts.iter().filter(|post| post.kind == Kind::Do) {
            let answer = post.letter.and_then(|letter| last_answer(witness, letter));
            for subject in &post.subjects {
                let of = |it: &&crate::library::ActivityRecord| {
                    it.theme == subject.theme && Some(&it.slug) == subject.activity.as_ref()
                };
                let record = school.programme.activities.iter().find(of);
                let text = record.and_then(|record| record.texts.get(&HomeLanguage::DUTCH));
                let Some(text) = text else { continue };
                let row = counted.entry(text.title.clone()).or_default();
                row.offered.insert(witness.family);
                if let Some(answer) = answer {
                    row.answered.insert(witness.family);
                    if answer == CheckInAnswer::Worked {
                        row.worked.insert(witness.family);
                    }
                    if answer != CheckInAnswer::NotYet {
                        row.did.insert(witness.family);
                    }
                }
            }
        }
    }
    counted
}
