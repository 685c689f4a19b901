//! Which messages on a phone are about a meeting, and what they tell.

use crate::app::demo::family::button;
use crate::app::demo::meetings::Planned;
use crate::app::demo::post::plain;
use crate::app::demo::truth::School;
use crate::app::demo::truth::witness::Witness;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage};
use crate::meeting::{Base, Kind, when_words};
use crate::sandbox::Bubble;

/// What a message about a meeting tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::demo::truth) enum What {
    Invitation,
    Again,
    /// Of this time, from 0.
    Reminder(usize),
    Thanks,
    Missed,
    /// There is a place.
    Seated,
    /// There is none.
    Full,
    /// One came free.
    SeatFree,
    /// It was kept long enough.
    SeatPassed,
}

impl What {
    /// Nobody asked for it.
    pub(super) fn is_unasked(self) -> bool {
        matches!(
            self,
            Self::Invitation | Self::Again | Self::Reminder(_) | Self::Thanks | Self::Missed
        )
    }
}

/// A message about a meeting.
#[derive(Clone, Debug)]
pub(in crate::app::demo::truth) struct Told {
    pub what: What,
    pub at: Moment,
    pub text: String,
}

/// The messages of a phone about a meeting, oldest first.
pub(super) fn told(witness: &Witness, planned: &Planned, school: &School<'_>) -> Vec<Told> {
    let signs = signs(witness.language, planned, school);
    let head =
        format!("📅 {}", Kind::built_in(planned.base).name(school.phrases, witness.language));
    let seat = format!("i.sy.{}.", planned.id);
    let what = |bubble: &Bubble, text: &str| {
        if button(bubble, &seat).is_some() {
            return Some(What::SeatFree);
        }
        let known = signs.iter().find(|(sign, _)| text.contains(sign.as_str()));
        known.map(|(_, what)| *what)
    };
    let of_it = |bubble: &Bubble| {
        let text = plain(&bubble.text);
        let is_it = text.starts_with(&head);
        let what = is_it.then(|| what(bubble, &text)).flatten()?;
        Some(Told { what, at: bubble.at, text })
    };
    witness.bubbles.iter().filter_map(of_it).collect()
}

/// The words by which each message is known.
fn signs(language: HomeLanguage, planned: &Planned, school: &School<'_>) -> Vec<(String, What)> {
    let say = |id: &str, args: &Args| words(school, language, id, args);
    let fixed = |id: &str| say(id, &Args::new());
    let when = |at: Moment| Args::new().text("when", when_words(language, at.local(&school.zone)));
    let mut signs = vec![(fixed("meeting-full"), What::Full)];
    signs.push((fixed("meeting-seat-passed"), What::SeatPassed));
    for (number, held) in planned.times.iter().enumerate() {
        signs.push((say("meeting-reminder", &when(held.starts)), What::Reminder(number)));
    }
    if let Some(first) = planned.times.first() {
        let phrase = match planned.times.len() {
            1 => "meeting-yes-done",
            _ => "meeting-yes-series",
        };
        signs.push((say(phrase, &when(first.starts)), What::Seated));
    }
    // Of the second one of a kind nobody is told anything else.
    if school.ledger.of(planned.base).is_some_and(|first| first.id != planned.id) {
        return signs;
    }
    let again = match planned.base {
        Base::TenMinuteTalk => "talk-again",
        _ => "meeting-again",
    };
    signs.push((fixed(again), What::Again));
    signs.push((fixed(&planned.base.invite_phrase()), What::Invitation));
    signs.push((fixed("meeting-thanks"), What::Thanks));
    signs.push((fixed("meeting-missed"), What::Missed));
    signs
}

/// A phrase as it stands on a phone.
pub(super) fn words(school: &School<'_>, language: HomeLanguage, id: &str, args: &Args) -> String {
    let mut text = plain(&school.phrases.plain(language, id, args));
    for tag in ["<b>", "</b>", "<i>", "</i>"] {
        text = text.replace(tag, "");
    }
    text
}
