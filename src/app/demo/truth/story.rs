//! What the story promises to show. When one of these stays away, the demo would prove less than it says.

use super::course::courses;
use super::witness::{Post, Witness};
use super::{Difference, School};
use crate::app::demo::educator::ANSWER;
use crate::app::demo::family::{Act, Part};
use crate::app::demo::post::Kind;
use crate::app::demo::theme;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::library::Level;
use crate::outbox::CheckInAnswer;

/// Scenes that nobody played by the end of the theme, of those for which the carers are there; and answers
/// of the educator that are on no phone.
pub(super) fn lacking(witnesses: &[Witness], school: &School<'_>) -> Vec<Difference> {
    let mut lacking = Vec::new();
    if is_over(school) {
        lacking.extend(parts(witnesses));
        lacking.extend(school_scenes(witnesses, school));
    }
    let mut differences: Vec<Difference> =
        lacking.into_iter().map(|scene| Difference(format!("the story lacks {scene}"))).collect();
    let texts = witnesses.iter().flat_map(|it| &it.texts);
    let answers = texts.filter(|text| text.contains(ANSWER)).count();
    if answers != school.answers_by_reply {
        differences.push(Difference(format!(
            "the educator answered {} times, {answers} answers are on the phones",
            school.answers_by_reply
        )));
    }
    differences
}

fn is_over(school: &School<'_>) -> bool {
    let Some(begins) = school.theme_begins else { return false };
    let [.., last] = theme::moments(begins, theme::WEEKS);
    Moment::of_local(last, &school.zone) <= school.now
}

/// Scenes of one carer's part.
fn parts(witnesses: &[Witness]) -> Vec<&'static str> {
    type Scene = (Part, fn(&Witness) -> bool, &'static str);
    let scenes: [Scene; 9] = [
        (
            Part::Pauses,
            |it| it.pauses().count() == 1 && activities(it).count() == 2,
            "a carer who pauses for two of four weeks",
        ),
        (
            Part::Stops,
            |it| it.did(Act::Stopped) && activities(it).count() == 2,
            "a carer who stops at the second activity",
        ),
        (
            Part::FindsTooHard,
            |it| first_levels(it) == [Level::AsIs, Level::Easier],
            "an easier activity after one that was too hard",
        ),
        (
            Part::FindsTooEasy,
            |it| first_levels(it) == [Level::AsIs, Level::Harder],
            "a harder activity after one that was too easy",
        ),
        (Part::TypesYes, has_answered, "an answer in a typed word"),
        (Part::SendsPhoto, has_answered, "a photo as an answer"),
        (Part::Listens, |it| !it.heard.is_empty(), "a carer who listens to a recorded letter"),
        (
            Part::ListensInVain,
            |it| it.acts.iter().any(|did| matches!(did.act, Act::Listened(_))),
            "a carer who is told that there is no voice yet",
        ),
        (
            Part::SpeaksAnother,
            |it| it.language == HomeLanguage::ENGLISH && activities(it).count() == 4,
            "a carer whose own language the bot does not speak",
        ),
    ];
    let lacks = |(part, is_played, _): &Scene| {
        witnesses.iter().any(|it| it.part == *part && !is_played(it))
    };
    scenes.into_iter().filter(lacks).map(|(_, _, scene)| scene).collect()
}

/// Scenes in which several take part.
fn school_scenes(witnesses: &[Witness], school: &School<'_>) -> Vec<&'static str> {
    let begins = school.theme_begins.unwrap_or_default();
    let stays = |tag: &'static str| {
        witnesses.iter().filter(move |it| it.part == Part::Stays && it.language.tag() == tag)
    };
    let is_in_dutch = |it: &Witness| {
        let mut steps = activities(it).flat_map(|post| &post.subjects).filter_map(|it| it.steps);
        steps.any(|(_, language)| language == HomeLanguage::DUTCH)
    };
    let waits =
        |it: &Witness| courses(it, begins, school).is_empty() && activities(it).next().is_none();
    let has_two_groups =
        |it: &Witness| it.children.iter().any(|row| row.group != it.children[0].group);
    let two_themes = |it: &Witness| activities(it).any(|post| post.themes().len() > 1);
    let got_book = |it: &Witness| it.posts.iter().any(|post| post.kind == Kind::Book);
    let asks = witnesses.iter().any(|it| it.part == Part::Asks);
    let is_silent = witnesses.iter().any(|it| it.part == Part::Silent);
    let two = witnesses.iter().any(|it| it.part != Part::Anybody && has_two_groups(it));
    let scenes = [
        (
            !two || witnesses.iter().any(two_themes),
            "one message about two themes for a carer with children in two groups",
        ),
        (
            stays("fr").next().is_none() || stays("fr").any(waits),
            "a family whose theme waits for its translation",
        ),
        (
            stays("so").next().is_none() || stays("so").any(is_in_dutch),
            "a theme in Dutch where there is no translation",
        ),
        (!asks || witnesses.iter().any(got_book), "a picture book"),
        (!asks || school.answers_by_reply > 0, "an answer that the educator gave by reply"),
        (!is_silent || !school.seen.is_empty(), "a family at the door who was seen doing it"),
    ];
    scenes.into_iter().filter(|(is_played, _)| !is_played).map(|(_, scene)| scene).collect()
}

/// The levels of a carer's first two activities.
fn first_levels(witness: &Witness) -> Vec<Level> {
    let steps = activities(witness).flat_map(|post| post.subjects.iter().filter_map(|it| it.steps));
    steps.map(|(level, _)| level).take(2).collect()
}

fn has_answered(witness: &Witness) -> bool {
    let mut letters = activities(witness).filter_map(|post| post.letter);
    letters.any(|letter| witness.did(Act::Answered(letter, CheckInAnswer::Worked)))
}

fn activities(witness: &Witness) -> impl Iterator<Item = &Post> {
    witness.posts.iter().filter(|post| post.kind == Kind::Do)
}
