//! One carer's life with the phone: every message is looked at once, and reacted to by chance or by part.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::Rng;
use rand::rngs::StdRng;
use tokio::sync::watch;

use super::acts::{Act, Did};
use super::cast::Part;
use super::meetings::Diary;
use super::{Carer, Nature, Progress, lock};
use crate::app::demo::post::{Kind, letter_of};
use crate::app::demo::school::{question_in, yes_in};
use crate::clock::Calendar;
use crate::language::HomeLanguage;
use crate::outbox::{CheckInAnswer, LetterPress};
use crate::reply::Barrier;
use crate::sandbox::{Bubble, PhoneId, Sandbox};

const TWO_WEEKS: Duration = Duration::from_secs(14 * 24 * 3_600);

pub(super) struct Life {
    pub sandbox: Sandbox,
    pub calendar: Calendar,
    pub carer: Carer,
    pub acts: Arc<Mutex<BTreeMap<PhoneId, Vec<Did>>>>,
    pub progress: Arc<Progress>,
    /// Counts the free hours.
    pub hours: watch::Receiver<usize>,
    pub rng: StdRng,
    /// The activities that came, by the number of their mailing.
    pub activities: Vec<i64>,
    pub diary: Diary,
}

impl Life {
    pub(super) async fn live(mut self) {
        if self.carer.nature != Nature::NeverOpens {
            let code = self.carer.invite.code.reveal();
            let _opened = self.sandbox.presses_start(self.carer.phone, Some(code));
        }
        loop {
            let (phone, seen) = (self.carer.phone, self.progress.seen.load(Ordering::SeqCst));
            let more = |world: &crate::sandbox::World| {
                world
                    .phone(phone)
                    .is_some_and(|it| it.messages.iter().filter(|it| it.from_bot).count() > seen)
            };
            let is_there = tokio::select! {
                is_there = self.sandbox.wait_until(Duration::from_secs(3_600), more) => is_there,
                Ok(()) = self.hours.changed() => {
                    self.takes_time();
                    continue;
                }
            };
            if !is_there {
                continue;
            }
            let next =
                self.sandbox.phone(phone).messages.into_iter().filter(|it| it.from_bot).nth(seen);
            if let Some(bubble) = next {
                self.react(&bubble).await;
            }
            self.progress.seen.store(seen + 1, Ordering::SeqCst);
        }
    }

    async fn react(&mut self, bubble: &Bubble) {
        // Such a phone is left to whoever watches the demo and opens the code by hand; so is one that somebody
        // took into the hand meanwhile.
        if self.carer.nature == Nature::NeverOpens || self.sandbox.phone(self.carer.phone).by_hand {
            return;
        }
        // Who stopped leaves alone what was on its way already.
        if self.has_done(|act| act == Act::Stopped) {
            return;
        }
        if self.is(Part::Silent) && self.has_done(|act| act == Act::Joined) {
            return;
        }
        let data: Vec<&str> =
            bubble.buttons.iter().flatten().filter_map(|it| it.data.as_deref()).collect();
        let has = |start: &str| data.iter().find(|it| it.starts_with(start)).copied();
        if data.iter().any(|it| it.starts_with("i.") || it.starts_with("k.")) {
            self.looks_at_meeting(bubble).await;
        } else if has("j.l.").is_some() {
            self.choose_language(bubble, &data);
        } else if has("j.yes").is_some() {
            self.decide(bubble);
        } else if let Some(yes) = has("s.yes") {
            self.press(bubble, yes);
            self.note(Act::ReadsSecondLanguage);
        } else if Kind::of(bubble) == Some(Kind::Do) {
            self.read_activity(bubble, &data);
        } else if let Some(understood) = has("lu.") {
            if let (Some(listen), Part::Listens | Part::ListensInVain) =
                (has("ll."), self.carer.part)
            {
                self.press(bubble, listen);
                self.note(Act::Listened(letter_of(bubble).unwrap_or_default()));
            }
            self.read_letter(bubble, understood, has("le.").unwrap_or_default(), has("lm."));
        } else if Kind::of(bubble) == Some(Kind::Cheer) {
            if self.is(Part::Pauses) && !self.has_done(|act| matches!(act, Act::PausedUntil(_))) {
                let _typed = self.sandbox.types(self.carer.phone, "/menu");
            }
        } else if let Some(pause) = has("m.pause") {
            self.press(bubble, pause);
        } else if let Some(weeks) = has("p.14") {
            self.press(bubble, weeks);
            self.note(Act::PausedUntil(self.calendar.now().after(TWO_WEEKS)));
        } else if has("cw.").is_some() {
            self.tell_how_it_went(bubble, &data);
        } else if has("a.tomorrow").is_some() {
            let choices = ["a.tomorrow", "a.weekend", "a.never", "b.ask"];
            let by_chance = choices[self.rng.random_range(0..choices.len())];
            let choice = if self.hard_or_easy().is_some() { "b.ask" } else { by_chance };
            self.press(bubble, has(choice).unwrap_or_default());
        } else if has("b.no_time").is_some() {
            self.tell_barrier(bubble, &data);
        }
    }

    /// The own language, or English where the bot does not speak it.
    fn choose_language(&self, bubble: &Bubble, data: &[&str]) {
        let choices = [self.carer.invite.language, HomeLanguage::ENGLISH];
        let button = |it: HomeLanguage| (it, format!("j.l.{it}"));
        let offered = |(_, press): &(HomeLanguage, String)| data.contains(&press.as_str());
        if let Some((language, press)) = choices.map(button).into_iter().find(offered) {
            self.press(bubble, &press);
            self.note(Act::ChoseLanguage(language));
        }
    }

    fn decide(&mut self, bubble: &Bubble) {
        if self.carer.nature == Nature::Declines {
            return self.press(bubble, "j.no");
        }
        self.press(bubble, "j.yes");
        self.note(Act::Joined);
    }

    fn read_letter(
        &mut self,
        bubble: &Bubble,
        understood: &str,
        explain: &str,
        more: Option<&str>,
    ) {
        let letter = letter_of(bubble).unwrap_or_default();
        if let (Some(more), true) = (more, self.rng.random_bool(0.25)) {
            self.press(bubble, more);
        }
        let chance = self.rng.random_range(0..100);
        match if self.is(Part::Anybody) { chance } else { chance % 70 } {
            0..62 => {
                self.press(bubble, understood);
                self.note(Act::Understood(letter));
            }
            62..70 => {
                self.press(bubble, explain);
                self.note(Act::AskedToExplain(letter));
            }
            70..78 => self.ask(),
            78..82 => self.stop(),
            82..86 if self.sandbox.blocks(self.carer.phone).is_ok() => self.note(Act::Blocked),
            _ => {}
        }
    }

    fn read_activity(&mut self, bubble: &Bubble, data: &[&str]) {
        let letter = letter_of(bubble).unwrap_or_default();
        self.activities.push(letter);
        let chance = self.rng.random_range(0..100);
        match self.carer.part {
            Part::Stops if self.activities.len() == 2 => self.stop(),
            Part::Asks if self.activities.len() == 1 => self.ask(),
            Part::Anybody => {
                let wanted = match chance {
                    0..6 => "le.",
                    6..20 => "lm.",
                    _ => return,
                };
                let Some(press) = data.iter().find(|it| it.starts_with(wanted)) else { return };
                self.press(bubble, press);
                if wanted == "le." {
                    self.note(Act::AskedToExplain(letter));
                }
            }
            _ => {}
        }
    }

    fn ask(&self) {
        let question = question_in(self.carer.invite.language);
        if self.sandbox.types(self.carer.phone, question).is_ok() {
            self.note(Act::Asked);
        }
    }

    fn stop(&self) {
        if self.sandbox.types(self.carer.phone, "stop").is_ok() {
            self.note(Act::Stopped);
        }
    }

    fn tell_how_it_went(&mut self, bubble: &Bubble, data: &[&str]) {
        let letter = letter_of(bubble).unwrap_or_default();
        let by_chance = match self.rng.random_range(0..100) {
            0..42 => Some(CheckInAnswer::Worked),
            42..62 => Some(CheckInAnswer::ABit),
            62..78 => Some(CheckInAnswer::NotYet),
            _ => None,
        };
        let is_activity = self.activities.contains(&letter);
        let phone = self.carer.phone;
        let answer = match self.carer.part {
            Part::TypesYes if is_activity => {
                let _typed = self.sandbox.types(phone, yes_in(self.carer.invite.language));
                return self.note(Act::Answered(letter, CheckInAnswer::Worked));
            }
            Part::SendsPhoto if is_activity => {
                let _sent = self.sandbox.sends_photo(phone, None);
                return self.note(Act::Answered(letter, CheckInAnswer::Worked));
            }
            Part::FindsTooHard | Part::FindsTooEasy if is_activity => {
                let first = self.hard_or_easy().is_some();
                Some(if first { CheckInAnswer::NotYet } else { CheckInAnswer::Worked })
            }
            _ => by_chance,
        };
        let Some(answer) = answer else { return };
        let wanted = |it: &&&str| matches!(LetterPress::parse(it), Some((LetterPress::CheckIn(one), _, _)) if one == answer);
        if let Some(press) = data.iter().find(wanted) {
            self.press(bubble, press);
            self.note(Act::Answered(letter, answer));
        }
    }

    fn tell_barrier(&mut self, bubble: &Bubble, data: &[&str]) {
        let by_chance = data[self.rng.random_range(0..data.len())];
        let wanted = self.hard_or_easy().map(|barrier| format!("b.{}.", barrier.word()));
        let chosen = wanted.and_then(|it| data.iter().find(|data| data.starts_with(&it)).copied());
        let press = chosen.unwrap_or(by_chance);
        self.press(bubble, press);
        let mut fields = press.split('.').skip(1);
        let barrier = fields.next().and_then(Barrier::from_word);
        let letter = fields.next().and_then(|field| field.parse().ok());
        if let (Some(barrier), Some(letter)) = (barrier, letter) {
            self.note(Act::ToldBarrier(letter, barrier));
        }
    }

    /// What whoever finds the first activity too hard or too easy says about it, once.
    fn hard_or_easy(&self) -> Option<Barrier> {
        let barrier = match self.carer.part {
            Part::FindsTooHard => Barrier::TooHard,
            Part::FindsTooEasy => Barrier::TooEasy,
            _ => return None,
        };
        let told = self.has_done(|act| matches!(act, Act::ToldBarrier(_, it) if it == barrier));
        (!told && !self.activities.is_empty()).then_some(barrier)
    }

    pub(super) fn is(&self, part: Part) -> bool {
        self.carer.part == part
    }

    pub(super) fn press(&self, bubble: &Bubble, data: &str) {
        let _pressed = self.sandbox.presses(self.carer.phone, bubble.message_id, data);
    }

    pub(super) fn note(&self, act: Act) {
        let did = Did { act, at: self.calendar.now() };
        lock(&self.acts).entry(self.carer.phone).or_default().push(did);
    }

    pub(super) fn has_done(&self, wanted: impl Fn(Act) -> bool) -> bool {
        let acts = lock(&self.acts);
        acts.get(&self.carer.phone).is_some_and(|acts| acts.iter().any(|did| wanted(did.act)))
    }
}
