//! What the story promises to show. When one of these stays away, the demo would prove less than it says.

use super::course::courses;
use super::witness::{Post, Witness};
use super::{Difference, School};
use crate::app::demo::educator::ANSWER;
use crate::app::demo::family::{Act, Part};
use crate::app::demo::post::Kind;
use crate::language::HomeLanguage;
use crate::library::Level;
use crate::outbox::CheckInAnswer;

/// Scenes that nobody played, of those for which the carers are there.
pub(super) fn lacking(witnesses: &[Witness], school: &School<'_>) -> Vec<Difference> {
    let mut lacking: Vec<&str> = Vec::new();
    let mut must = |is_cast: bool, is_played: bool, scene: &'static str| {
        if is_cast && !is_played {
            lacking.push(scene);
        }
    };
    let of = |part: Part| witnesses.iter().filter(move |it| it.part == part);
    let is_cast = |part: Part| of(part).next().is_some();
    let groups_of = |it: &Witness| {
        let mut groups: Vec<&str> = it.children.iter().map(|row| row.group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        groups.len()
    };
    let levels = |it: &Witness| -> Vec<Level> {
        let steps = activities(it).flat_map(|post| post.subjects.iter().filter_map(|s| s.steps));
        steps.map(|(level, _)| level).take(2).collect()
    };
    let stays = |it: &&Witness| it.part != Part::Anybody;
    must(
        witnesses.iter().filter(stays).any(|it| groups_of(it) > 1),
        witnesses.iter().any(|it| activities(it).any(|post| post.themes().len() > 1)),
        "one message about two themes for a carer with children in two groups",
    );
    must(
        is_cast(Part::Pauses),
        of(Part::Pauses).all(|it| it.pauses().count() == 1 && activities(it).count() == 2),
        "a carer who pauses for two of four weeks",
    );
    must(
        is_cast(Part::Stops),
        of(Part::Stops).all(|it| it.did(Act::Stopped) && activities(it).count() == 2),
        "a carer who stops at the second activity",
    );
    must(
        is_cast(Part::FindsTooHard),
        of(Part::FindsTooHard).all(|it| levels(it) == [Level::AsIs, Level::Easier]),
        "an easier activity after one that was too hard",
    );
    must(
        is_cast(Part::FindsTooEasy),
        of(Part::FindsTooEasy).all(|it| levels(it) == [Level::AsIs, Level::Harder]),
        "a harder activity after one that was too easy",
    );
    for (part, scene) in
        [(Part::TypesYes, "an answer in a typed word"), (Part::SendsPhoto, "a photo as an answer")]
    {
        let answered = |it: &Witness| {
            activities(it).any(|post| {
                post.letter.is_some_and(|it_is| it.did(Act::Answered(it_is, CheckInAnswer::Worked)))
            })
        };
        must(is_cast(part), of(part).all(answered), scene);
    }
    let begins = school.theme_begins.unwrap_or_default();
    let waits = |it: &&Witness| {
        it.part == Part::Stays
            && it.language.tag() == "fr"
            && courses(it, begins, school).is_empty()
    };
    must(
        witnesses.iter().any(|it| it.language.tag() == "fr" && it.part == Part::Stays),
        witnesses.iter().filter(waits).any(|it| activities(it).next().is_none()),
        "a family whose theme waits for its translation",
    );
    let in_dutch = |it: &Witness| {
        it.language.tag() == "so"
            && activities(it).flat_map(|post| &post.subjects).any(|subject| {
                subject.steps.is_some_and(|(_, language)| language == HomeLanguage::DUTCH)
            })
    };
    must(
        witnesses
            .iter()
            .filter(stays)
            .any(|it| it.language.tag() == "so" && it.part == Part::Stays),
        witnesses.iter().any(in_dutch),
        "a theme in Dutch where there is no translation",
    );
    must(
        is_cast(Part::Asks),
        witnesses.iter().any(|it| it.posts.iter().any(|post| post.kind == Kind::Book)),
        "a picture book",
    );
    let answers =
        witnesses.iter().flat_map(|it| &it.texts).filter(|it| it.contains(ANSWER)).count();
    must(is_cast(Part::Asks), answers > 0, "an answer that the educator gave by reply");
    let mut differences: Vec<Difference> =
        lacking.into_iter().map(|scene| Difference(format!("the story lacks {scene}"))).collect();
    if answers != school.answers_by_reply {
        differences.push(Difference(format!(
            "the educator answered {} times, {answers} answers are on the phones",
            school.answers_by_reply
        )));
    }
    differences
}

fn activities(witness: &Witness) -> impl Iterator<Item = &Post> {
    witness.posts.iter().filter(|post| post.kind == Kind::Do)
}
