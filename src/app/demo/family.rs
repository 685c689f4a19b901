//! Simulated carers: each watches its own phone and reacts to what comes, by its own seeded chance or by
//! the part it has in the story.

mod acts;
mod cast;
mod life;
mod meetings;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::clock::Calendar;
use crate::roster::{FamilyId, Invite};
use crate::sandbox::{Bubble, Person, PhoneId, Sandbox};
use life::Life;
use meetings::Diary;

pub(super) use acts::{Act, Did};
pub(super) use cast::Part;
pub(super) use meetings::{button, said};

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

/// How far the owner of a phone has come.
#[derive(Debug, Default)]
struct Progress {
    /// So many bubbles were reacted to.
    seen: AtomicUsize,
    /// So many free hours were used for what was put aside.
    hours: AtomicUsize,
}

/// All simulated carers.
pub(super) struct Families {
    sandbox: Sandbox,
    calendar: Calendar,
    carers: Vec<Carer>,
    seed: u64,
    acts: Arc<Mutex<BTreeMap<PhoneId, Vec<Did>>>>,
    progress: BTreeMap<PhoneId, Arc<Progress>>,
    hours: watch::Sender<usize>,
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
        let progress = carers.iter().map(|carer| (carer.phone, Arc::default())).collect();
        Self {
            sandbox,
            calendar,
            carers,
            seed,
            acts: Arc::default(),
            progress,
            hours: watch::Sender::new(0),
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
                diary: Diary::default(),
                acts: Arc::clone(&self.acts),
                progress: self.progress.get(&carer.phone).cloned().unwrap_or_default(),
                hours: self.hours.subscribe(),
                rng: StdRng::seed_from_u64(self.seed.wrapping_mul(1_000).wrapping_add(number)),
                carer,
            };
            self.tasks.spawn(life.live());
        }
    }

    /// Whether everybody has reacted to everything on the phone.
    pub(super) fn are_idle(&self) -> bool {
        let hours = *self.hours.borrow();
        self.progress.iter().all(|(phone, progress)| {
            progress.hours.load(Ordering::SeqCst) >= hours
                && progress.seen.load(Ordering::SeqCst)
                    >= self.sandbox.phone(*phone).messages.iter().filter(|it| it.from_bot).count()
        })
    }

    /// They have time to look at what they put aside.
    pub(super) fn have_time(&self) {
        self.hours.send_modify(|hours| *hours += 1);
    }

    /// The first carer who finds such a button presses it. Whose phone it is.
    pub(super) fn somebody_presses(
        &self,
        find: impl Fn(&Carer, &[Bubble]) -> Option<(i32, String)>,
        act: impl Fn(&str) -> Option<Act>,
    ) -> Option<PhoneId> {
        let found = self.carers.iter().find_map(|carer| {
            let phone = self.sandbox.phone(carer.phone);
            let is_free = !phone.blocked && !phone.by_hand;
            let (message, data) = find(carer, &phone.messages).filter(|_| is_free)?;
            Some((carer.phone, message, data))
        });
        let (phone, message, data) = found?;
        self.sandbox.presses(phone, message, &data).ok()?;
        self.note(phone, act(&data)?);
        Some(phone)
    }

    /// Notes what a carer did.
    pub(super) fn note(&self, phone: PhoneId, act: Act) {
        let did = Did { act, at: self.calendar.now() };
        lock(&self.acts).entry(phone).or_default().push(did);
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
