//! Simulated carers: each watches its own phone and reacts to what comes, by its own seeded chance or by
//! the part it has in the story.

mod acts;
mod cast;
mod life;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::task::JoinSet;

use crate::clock::Calendar;
use crate::roster::{FamilyId, Invite};
use crate::sandbox::{Person, PhoneId, Sandbox};
use life::Life;

pub(super) use acts::{Act, Did};
pub(super) use cast::Part;

/// One carer, with the invitation from the printed letter.
#[derive(Clone, Debug)]
pub(super) struct Carer {
    pub phone: PhoneId,
    pub invite: Invite,
    pub part: Part,
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
    calendar: Calendar,
    carers: Vec<Carer>,
    seed: u64,
    acts: Arc<Mutex<BTreeMap<PhoneId, Vec<Did>>>>,
    /// How many bubbles each phone's owner has reacted to.
    seen: BTreeMap<PhoneId, Arc<AtomicUsize>>,
    on_paper: Vec<FamilyId>,
    tasks: JoinSet<()>,
}

impl Families {
    pub(super) fn new(
        sandbox: Sandbox,
        calendar: Calendar,
        invites: Vec<Invite>,
        seed: u64,
    ) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let carers: Vec<Carer> = invites
            .into_iter()
            .map(|invite| {
                let part = Part::of(&invite);
                let nature = match rng.random_range(0..100) {
                    _ if part != Part::Anybody => Nature::Joins,
                    0..11 => Nature::NeverOpens,
                    11..15 => Nature::Declines,
                    _ => Nature::Joins,
                };
                let phone = sandbox.add_phone(person(&invite));
                Carer { phone, invite, part, nature }
            })
            .collect();
        let seen = carers.iter().map(|carer| (carer.phone, Arc::default())).collect();
        Self {
            sandbox,
            calendar,
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
                calendar: self.calendar.clone(),
                activities: Vec::new(),
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

    pub(super) fn did(&self, phone: PhoneId) -> Vec<Did> {
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
