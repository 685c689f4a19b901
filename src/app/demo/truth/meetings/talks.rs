//! The talks, from the messages on the phones: which moment is whose at which time, and that no two have one.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::messages::words;
use crate::app::demo::family::{Act, button};
use crate::app::demo::meetings::{INTERPRETED, MeetingCounts, TALK, TALKING};
use crate::app::demo::post::plain;
use crate::app::demo::truth::witness::Witness;
use crate::app::demo::truth::{Difference, School};
use crate::clock::Moment;
use crate::language::Args;
use crate::meeting::{TalkId, TalkPress, when_words};
use crate::roster::FamilyId;
use crate::sandbox::{Bubble, PhoneId};

/// A moment as somebody had it.
#[derive(Clone, Debug)]
pub(super) struct Holding {
    pub starts: Moment,
    pub ends: Moment,
    /// On whose phone it stands.
    pub phone: PhoneId,
    /// An interpreter comes.
    pub interpreted: bool,
    /// Staff put it there.
    pub by_staff: bool,
    from: Moment,
    /// When it was given back or changed for another.
    until: Option<Moment>,
}

/// The story of one talk.
pub(super) struct Story {
    pub family: FamilyId,
    pub child: String,
    pub holdings: Vec<Holding>,
}

impl Story {
    /// The moment that it has now.
    pub(super) fn held(&self) -> Option<&Holding> {
        self.holdings.last().filter(|it| it.until.is_none())
    }
}

/// All talks of the round.
pub(super) struct Round {
    pub talks: BTreeMap<TalkId, Story>,
    /// Who was told that no moment is left, and when.
    pub waited: Vec<(FamilyId, PhoneId, Moment)>,
    /// To whom a moment that came free was offered, and when.
    pub offered: Vec<(PhoneId, TalkId, Moment)>,
    reminded: Vec<(TalkId, Moment)>,
}

impl Round {
    pub(super) fn of(witnesses: &[Witness], school: &School<'_>) -> Self {
        let mut round = Self {
            talks: BTreeMap::new(),
            waited: Vec::new(),
            offered: Vec::new(),
            reminded: Vec::new(),
        };
        let mut messages: Vec<(&Witness, &Bubble)> =
            witnesses.iter().flat_map(|it| it.bubbles.iter().map(move |one| (it, one))).collect();
        messages.sort_by_key(|(_, bubble)| bubble.at);
        for (witness, bubble) in messages {
            round.read(witness, bubble, (witnesses, school));
        }
        for witness in witnesses {
            for did in &witness.acts {
                if let Act::GaveBack(talk) = did.act {
                    round.ends(talk, did.at);
                }
            }
        }
        round
    }

    fn read(
        &mut self,
        witness: &Witness,
        bubble: &Bubble,
        (witnesses, school): (&[Witness], &School<'_>),
    ) {
        let text = plain(&bubble.text);
        if text == words(school, witness.language, "talk-none-left", &Args::new()) {
            self.waited.push((witness.family, witness.phone, bubble.at));
        }
        let has = |start: &str| button(bubble, start);
        let talk = has("k.v.").or(has("k.z.")).and_then(|data| TalkPress::parse(&data));
        let Some((_, talk)) = talk else { return };
        let by_staff = has("k.f.").is_some();
        if has("k.z.").is_some() {
            self.offered.push((witness.phone, talk, bubble.at));
        } else if by_staff || has("k.i.").is_some() {
            let before = self.talks.get(&talk).and_then(Story::held).map(|it| it.starts);
            // News of a move tells the moment before, too.
            let named = moments(&text, witness, school);
            let starts = named.iter().find(|at| Some(**at) != before || !by_staff);
            let Some(starts) = starts.copied() else { return };
            let released = released(talk, bubble.at, by_staff, (witnesses, school));
            self.takes(talk, (witness, bubble, starts), (released, by_staff), school);
        } else if has("k.c.").is_some() {
            let named = moments(&text, witness, school);
            self.reminded.extend(named.first().map(|at| (talk, *at)));
        }
    }

    fn takes(
        &mut self,
        talk: TalkId,
        (witness, bubble, starts): (&Witness, &Bubble, Moment),
        (released, by_staff): (Moment, bool),
        school: &School<'_>,
    ) {
        let text = plain(&bubble.text);
        let own_name = Args::new().text("language", witness.language.own_name());
        let interpreter = words(school, witness.language, "talk-with-interpreter", &own_name);
        let child = witness.children.iter().find(|row| text.contains(&row.child));
        let story = self.talks.entry(talk).or_insert_with(|| Story {
            family: witness.family,
            child: child.map(|row| row.child.clone()).unwrap_or_default(),
            holdings: Vec::new(),
        });
        // News of a move does not tell of the interpreter again.
        let was_interpreted = story.holdings.last().is_some_and(|it| it.interpreted);
        let interpreted = text.contains(&interpreter) || (by_staff && was_interpreted);
        if let Some(before) = story.holdings.last_mut().filter(|it| it.until.is_none()) {
            // The other carer of a household may look at what was chosen.
            if before.starts == starts {
                return;
            }
            before.until = Some(released);
        }
        let minutes = if interpreted { INTERPRETED } else { TALK };
        story.holdings.push(Holding {
            starts,
            ends: starts.after(Duration::from_secs(60 * minutes.unsigned_abs())),
            phone: witness.phone,
            interpreted,
            by_staff,
            from: bubble.at,
            until: None,
        });
    }

    /// A carer gave the moment back; what was taken later stays.
    fn ends(&mut self, talk: TalkId, at: Moment) {
        let Some(story) = self.talks.get_mut(&talk) else { return };
        let before = story.holdings.iter_mut().rev().find(|it| it.from < at);
        if let Some(before) = before {
            before.until = Some(before.until.map_or(at, |until| until.min(at)));
        }
    }

    /// Whether a family had a moment then, or waited for one.
    pub(super) fn has_chosen(&self, family: FamilyId, at: Moment) -> bool {
        let waits = self.waited.iter().any(|(whose, _, since)| *whose == family && *since < at);
        let had = |it: &Holding| it.from < at && it.until.is_none_or(|until| until > at);
        let mut talks = self.talks.values().filter(|it| it.family == family);
        waits || talks.any(|it| it.holdings.iter().any(had))
    }

    pub(super) fn count(
        &self,
        shown: &mut MeetingCounts,
        witnesses: &[Witness],
        school: &School<'_>,
    ) {
        for (talk, story) in &self.talks {
            if let Some(held) = story.held() {
                shown.talks.insert(*talk, (held.starts, held.ends));
            }
        }
        let noted = |wanted| school.ledger.noted.iter().filter(|it| it.1 == wanted).count();
        shown.put("held", noted(true));
        shown.put("not held", noted(false));
        let today = school.now.local(&school.zone).date().to_string();
        let is_in = |row: &&crate::app::demo::sample::Row| {
            TALKING.contains(&row.group.as_str())
                && row.starts <= today
                && (row.leaves.is_empty() || row.leaves >= today)
        };
        let family = |name: &str| witnesses.iter().find(|it| it.family_name == name);
        let children: BTreeSet<(Option<FamilyId>, &str)> = school
            .rows
            .iter()
            .filter(is_in)
            .map(|row| (family(&row.family).map(|it| it.family), row.child.as_str()))
            .collect();
        let has_moment = |(family, child): &(Option<FamilyId>, &str)| {
            let mut talks = self.talks.values().filter(|it| it.held().is_some());
            talks.any(|it| Some(it.family) == *family && it.child == *child)
        };
        let without = children.iter().filter(|it| !has_moment(it)).count();
        shown.put("children without a moment", without);
    }

    /// Moments that two had at once, or that nobody opened; reminders and thanks that did not come.
    pub(super) fn wrong(&self, witnesses: &[Witness], school: &School<'_>) -> Vec<Difference> {
        let all: Vec<(TalkId, &Holding)> = self
            .talks
            .iter()
            .flat_map(|(id, it)| it.holdings.iter().map(|one| (*id, one)))
            .collect();
        let mut wrong = Vec::new();
        for (place, (talk, one)) in all.iter().enumerate() {
            let meets = |(other, it): &&(TalkId, &Holding)| {
                let at_once = it.until.is_none_or(|until| until > one.from)
                    && one.until.is_none_or(|until| until > it.from);
                other != talk && it.starts < one.ends && it.ends > one.starts && at_once
            };
            let twice = all.iter().skip(place + 1).find(meets);
            wrong.extend(twice.map(|(other, it)| {
                format!("talks {talk} and {other} both had {} at one time", it.starts)
            }));
        }
        for (talk, was_held, at) in &school.ledger.noted {
            wrong.extend(self.unfollowed(*talk, (*was_held, *at), (witnesses, school)));
        }
        wrong.into_iter().map(Difference).collect()
    }

    /// One reminder on the day before, and afterwards thanks or "it did not happen", on the phone that has the talk.
    fn unfollowed(
        &self,
        talk: TalkId,
        (was_held, noted): (bool, Moment),
        (witnesses, school): (&[Witness], &School<'_>),
    ) -> Vec<String> {
        let story = self.talks.get(&talk);
        let Some((story, held)) = story.and_then(|it| Some((it, it.held()?))) else {
            return vec![format!("talk {talk} was noted, and is on no phone")];
        };
        let mut wrong = Vec::new();
        let reminded = self.reminded.iter().filter(|it| **it == (talk, held.starts)).count();
        if reminded != 1 {
            wrong.push(format!("talk {talk} was reminded of {reminded} times"));
        }
        let phrase = if was_held { "talk-thanks" } else { "talk-missed" };
        let child = Args::new().text("child", &story.child);
        let told = witnesses.iter().filter(|it| it.phone == held.phone).flat_map(|witness| {
            let text = words(school, witness.language, phrase, &child);
            witness.bubbles.iter().filter(move |it| plain(&it.text) == text && it.at > noted)
        });
        let told = told.count();
        if told != 1 {
            wrong.push(format!("after talk {talk}: {told} x {phrase}"));
        }
        wrong
    }
}

/// When the moment before was given up: with the press that took the new one, or by staff.
fn released(
    talk: TalkId,
    before: Moment,
    by_staff: bool,
    (witnesses, school): (&[Witness], &School<'_>),
) -> Moment {
    let by_staff = match by_staff {
        true => school.ledger.moved.iter().filter(|(id, _)| *id == talk).map(|(_, at)| *at).max(),
        false => None,
    };
    let acts = witnesses.iter().flat_map(|it| &it.acts);
    let taken = acts.filter(|did| did.act == Act::Took(talk) && did.at < before);
    by_staff.or(taken.map(|did| did.at).max()).unwrap_or(before)
}

/// The opened moments that a text names.
fn moments(text: &str, witness: &Witness, school: &School<'_>) -> Vec<Moment> {
    let starts = school.ledger.moments.iter().map(|(starts, _)| *starts);
    let is_named =
        |at: &Moment| text.contains(&when_words(witness.language, at.local(&school.zone)));
    starts.filter(is_named).collect()
}
