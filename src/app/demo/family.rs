//! Simulated carers: each watches its own phone and reacts to what comes, by its own seeded chance.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::task::JoinSet;

use super::school::question_in;
use crate::outbox::{CheckInAnswer, LetterPress};
use crate::roster::{FamilyId, Invite};
use crate::sandbox::{Bubble, Person, PhoneId, Sandbox};

/// What a carer did, as the phone knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    ChoseLanguage,
    Joined,
    Stopped,
    Blocked,
    Understood,
    AskedToExplain,
    Asked,
    Answered(CheckInAnswer),
}

/// One carer, with the invitation from the printed letter.
#[derive(Clone, Debug)]
pub(super) struct Carer {
    pub phone: PhoneId,
    pub invite: Invite,
    nature: Nature,
}

/// What a carer is like, drawn once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nature {
    NeverOpens,
    Declines,
    Joins,
}

/// All simulated carers.
pub(super) struct Families {
    sandbox: Sandbox,
    carers: Vec<Carer>,
    seed: u64,
    acts: Arc<Mutex<BTreeMap<PhoneId, Vec<Act>>>>,
    /// How many bubbles each phone's owner has reacted to.
    seen: BTreeMap<PhoneId, Arc<AtomicUsize>>,
    on_paper: Vec<FamilyId>,
    tasks: JoinSet<()>,
}

impl Families {
    pub(super) fn new(sandbox: Sandbox, invites: Vec<Invite>, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let carers: Vec<Carer> = invites
            .into_iter()
            .map(|invite| {
                let nature = match rng.random_range(0..100) {
                    0..11 => Nature::NeverOpens,
                    11..15 => Nature::Declines,
                    _ => Nature::Joins,
                };
                let phone = sandbox.add_phone(person(&invite));
                Carer { phone, invite, nature }
            })
            .collect();
        let seen = carers.iter().map(|carer| (carer.phone, Arc::default())).collect();
        Self {
            sandbox,
            carers,
            seed,
            acts: Arc::default(),
            seen,
            on_paper: Vec::new(),
            tasks: JoinSet::new(),
        }
    }

    /// Lets every carer who wants to open the code; from then on they live by themselves.
    pub(super) fn begin(&mut self) {
        for (number, carer) in (0_u64..).zip(self.carers.clone()) {
            let life = Life {
                sandbox: self.sandbox.clone(),
                acts: Arc::clone(&self.acts),
                seen: self.seen.get(&carer.phone).cloned().unwrap_or_default(),
                rng: StdRng::seed_from_u64(self.seed.wrapping_mul(1_000).wrapping_add(number)),
                carer,
            };
            self.tasks.spawn(life.live());
        }
    }

    /// Whether everybody has reacted to everything on the phone.
    pub(super) fn are_idle(&self) -> bool {
        self.seen.iter().all(|(phone, seen)| {
            seen.load(Ordering::SeqCst)
                >= self.sandbox.phone(*phone).messages.iter().filter(|it| it.from_bot).count()
        })
    }

    pub(super) fn carers(&self) -> impl Iterator<Item = &Carer> {
        self.carers.iter()
    }

    pub(super) fn phones(&self) -> impl Iterator<Item = PhoneId> {
        self.carers.iter().map(|carer| carer.phone)
    }

    pub(super) fn did(&self, phone: PhoneId) -> Vec<Act> {
        lock(&self.acts).get(&phone).cloned().unwrap_or_default()
    }

    pub(super) fn got_on_paper(&mut self, families: Vec<FamilyId>) {
        self.on_paper.extend(families);
    }

    pub(super) fn has_paper(&self, family: FamilyId) -> bool {
        self.on_paper.contains(&family)
    }

    pub(super) fn still_to_join(&self) -> Vec<(PhoneId, String)> {
        let waiting = self.carers.iter().filter(|carer| carer.nature == Nature::NeverOpens);
        waiting.map(|carer| (carer.phone, carer.invite.code.reveal().to_owned())).collect()
    }

    pub(super) fn end(mut self) {
        self.tasks.abort_all();
    }
}

fn person(invite: &Invite) -> Person {
    let note =
        format!("{} · {} · {}", invite.children.join(", "), invite.group, invite.code.reveal());
    Person { name: invite.carer_name.clone(), app_language: invite.language.tag().to_owned(), note }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One carer's life with the phone.
struct Life {
    sandbox: Sandbox,
    carer: Carer,
    acts: Arc<Mutex<BTreeMap<PhoneId, Vec<Act>>>>,
    seen: Arc<AtomicUsize>,
    rng: StdRng,
}

impl Life {
    async fn live(mut self) {
        if self.carer.nature != Nature::NeverOpens {
            let code = self.carer.invite.code.reveal();
            let _opened = self.sandbox.presses_start(self.carer.phone, Some(code));
        }
        loop {
            let (phone, seen) = (self.carer.phone, self.seen.load(Ordering::SeqCst));
            let more = |world: &crate::sandbox::World| {
                world
                    .phone(phone)
                    .is_some_and(|it| it.messages.iter().filter(|it| it.from_bot).count() > seen)
            };
            if !self.sandbox.wait_until(Duration::from_secs(3_600), more).await {
                continue;
            }
            let next =
                self.sandbox.phone(phone).messages.into_iter().filter(|it| it.from_bot).nth(seen);
            if let Some(bubble) = next {
                self.react(&bubble);
            }
            self.seen.store(seen + 1, Ordering::SeqCst);
        }
    }

    fn react(&mut self, bubble: &Bubble) {
        // Such a phone is left to whoever watches the demo and opens the code by hand.
        if self.carer.nature == Nature::NeverOpens {
            return;
        }
        // Who stopped leaves alone what was on its way already.
        if lock(&self.acts).get(&self.carer.phone).is_some_and(|acts| acts.contains(&Act::Stopped))
        {
            return;
        }
        let data: Vec<&str> =
            bubble.buttons.iter().flatten().filter_map(|it| it.data.as_deref()).collect();
        let has = |start: &str| data.iter().find(|it| it.starts_with(start)).copied();
        if let Some(language) = has(&format!("j.l.{}", self.carer.invite.language)) {
            self.press(bubble, language);
            self.note(Act::ChoseLanguage);
        } else if has("j.yes").is_some() {
            self.decide(bubble);
        } else if let Some(yes) = has("s.yes") {
            self.press(bubble, yes);
        } else if let Some(understood) = has("lu.") {
            self.read_letter(bubble, understood, has("le.").unwrap_or_default(), has("lm."));
        } else if has("cw.").is_some() {
            self.tell_how_it_went(bubble, &data);
        } else if has("a.tomorrow").is_some() {
            let choice =
                ["a.tomorrow", "a.weekend", "a.never", "b.ask"][self.rng.random_range(0..4)];
            self.press(bubble, has(choice).unwrap_or_default());
        } else if has("b.no_time").is_some() {
            let choice = data[self.rng.random_range(0..data.len())];
            self.press(bubble, choice);
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
        if let (Some(more), true) = (more, self.rng.random_bool(0.4)) {
            self.press(bubble, more);
        }
        match self.rng.random_range(0..100) {
            0..58 => {
                self.press(bubble, understood);
                self.note(Act::Understood);
            }
            58..70 => {
                self.press(bubble, explain);
                self.note(Act::AskedToExplain);
            }
            70..78 => {
                let question = question_in(self.carer.invite.language);
                if self.sandbox.types(self.carer.phone, question).is_ok() {
                    self.note(Act::Asked);
                }
            }
            78..82 if self.sandbox.types(self.carer.phone, "stop").is_ok() => {
                self.note(Act::Stopped);
            }
            82..86 if self.sandbox.blocks(self.carer.phone).is_ok() => self.note(Act::Blocked),
            _ => {}
        }
    }

    fn tell_how_it_went(&mut self, bubble: &Bubble, data: &[&str]) {
        let answer = match self.rng.random_range(0..100) {
            0..42 => CheckInAnswer::Worked,
            42..62 => CheckInAnswer::ABit,
            62..78 => CheckInAnswer::NotYet,
            _ => return,
        };
        let wanted = |it: &&&str| matches!(LetterPress::parse(it), Some((LetterPress::CheckIn(one), _, _)) if one == answer);
        if let Some(press) = data.iter().find(wanted) {
            self.press(bubble, press);
            self.note(Act::Answered(answer));
        }
    }

    fn press(&self, bubble: &Bubble, data: &str) {
        let _pressed = self.sandbox.presses(self.carer.phone, bubble.message_id, data);
    }

    fn note(&self, act: Act) {
        lock(&self.acts).entry(self.carer.phone).or_default().push(act);
    }
}
