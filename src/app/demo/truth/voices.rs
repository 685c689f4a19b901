//! Who hears what: a recorded text by itself for carers who listen, and for everybody who presses
//! "listen"; where nobody recorded it, an honest word and no voice.

use std::time::Duration;

use super::witness::{Post, Witness};
use super::{Difference, School};
use crate::app::demo::family::Act;
use crate::app::demo::post::{Kind, plain};
use crate::language::Args;

/// A voice follows its text within this time.
const MEANWHILE: Duration = Duration::from_secs(10 * 60);

pub(super) fn wrong(witness: &Witness, school: &School<'_>) -> Vec<Difference> {
    let has_left =
        |post: &Post| witness.left_at().is_some_and(|left| left <= post.at.after(MEANWHILE));
    let presses = |wanted: &dyn Fn(i64) -> bool| {
        let listened = |act| matches!(act, Act::Listened(letter) if wanted(letter));
        witness.acts.iter().filter(|did| listened(did.act)).count()
    };
    let (mut least, mut most) = (0, 0);
    let mut in_vain = presses(&|_| true);
    let letters = witness.posts.iter().filter(|post| post.kind == Kind::Letter);
    for letter in letters.filter(|letter| is_recorded(witness, letter, school)) {
        let asked = presses(&|it| Some(it) == letter.letter);
        let unasked = usize::from(witness.listens());
        most += asked + unasked;
        // Who leaves as soon as the text is there may not get the voice that follows.
        least += asked + unasked * usize::from(!has_left(letter));
        in_vain -= asked;
    }
    let mut wrong = Vec::new();
    let heard = witness.heard.len();
    if !(least..=most).contains(&heard) {
        wrong.push(format!("{heard} voice notes, {most} expected"));
    }
    let sound = school.recorded.map(|it| &it.sound);
    if witness.heard.iter().any(|voice| sound != Some(&voice.bytes)) {
        wrong.push("a voice that nobody recorded".to_owned());
    }
    let told = told_of_none(witness, school);
    if told != in_vain {
        wrong.push(format!("told {told} times that there is no voice, {in_vain} expected"));
    }
    wrong.into_iter().map(|what| Difference(format!("{}: {what}", witness.who()))).collect()
}

/// Whether somebody recorded this text in the language of this carer.
fn is_recorded(witness: &Witness, letter: &Post, school: &School<'_>) -> bool {
    school
        .recorded
        .is_some_and(|it| letter.themes().contains(it.theme) && it.language == witness.language)
}

/// How often the carer was told, in words of the own language, that there is nothing to hear.
fn told_of_none(witness: &Witness, school: &School<'_>) -> usize {
    let Some(row) = witness.children.first() else { return 0 };
    let args =
        Args::new().text("language", witness.language.own_name()).text("location", &row.location);
    let none = plain(&school.phrases.plain(witness.language, "listen-none", &args));
    witness.texts.iter().filter(|text| **text == none).count()
}
