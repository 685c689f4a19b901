//! Whole days of the outbox from a seed, in milliseconds: messengers in every mood, deaths at any
//! moment, people who stop, pause and cancel, a calendar that goes wrong. The messenger keeps a
//! ledger of its own, and after each day the database is held against it.
//!
//! The ticker's hands are moved by the simulation alone, and only when nothing can happen any more
//! at this tick. All that happens at one tick happens in a fixed order, so that a seed gives the
//! same day every time.
//!
//! A death is played where the loop waits, between what came back and its being written down, and
//! between a claim and its messages. Anywhere else within a transaction it leaves what the last
//! commit left, which is one of these.

mod acts;
mod house;
mod postman;
mod story;
mod verdict;

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Mutex, PoisonError};

use super::*;
use crate::clock::Moment;
use crate::clock::simulated::Hands;
use crate::outbox;
pub(crate) use house::House;
use house::Tenant;
use jiff::civil::{Time, datetime};
use postman::{Postman, Street, What};
use story::{Act, Story};

/// Nothing takes longer than this once the messenger is calm.
const TOO_LONG: Duration = Duration::from_secs(3 * 3_600);
const QUIET: QuietHours =
    QuietHours { from: Time::constant(20, 0, 0, 0), until: Time::constant(8, 0, 0, 0) };

/// What the schedule does beside the outbox, which does not know it: queue the questions that are
/// due.
pub(crate) type Plan =
    fn(Store, QuietHours, Moment) -> Pin<Box<dyn Future<Output = Result<u64>> + Send>>;

/// Plays the day of a seed and holds it against the promises.
///
/// Returns what happened, line by line; as an error when a promise was broken.
pub(crate) async fn play(
    house: &House,
    seed: u64,
    plan: Plan,
) -> std::result::Result<String, String> {
    let story = Story::of(seed);
    let mut day = Day::begins(house, story, plan).await;
    day.passes().await;
    let rows = day.tenant.rows().await;
    let (told, broken) =
        day.street(|street| (verdict::told(street, &rows), verdict::broken(street, &rows)));
    let story = format!("{:?}", day.story);
    day.tenant.moves_out().await;
    match broken.is_empty() {
        true => Ok(told),
        false => Err(format!("seed {seed}\n{story}\n{told}\nBROKEN {}", broken.join("\nBROKEN "))),
    }
}

/// Lets everything happen that happens at this tick: each round runs whatever can run once, and no
/// message takes more than a few.
async fn everything_at_this_tick() {
    for _ in 0..8 {
        tokio::task::yield_now().await;
    }
}

/// Lets the time pass until `comes` does.
async fn passing<T>(hands: &Hands, comes: impl Future<Output = T>) -> T {
    let mut comes = pin!(comes);
    loop {
        tokio::select! {
            biased;
            came = &mut comes => return came,
            () = everything_at_this_tick() => assert!(hands.move_on(), "nothing will ever happen"),
        }
    }
}

struct Day<'a> {
    tenant: Tenant<'a>,
    street: Arc<Mutex<Street>>,
    story: Story,
    plan: Plan,
    rooms: Rooms,
    morning: Moment,
    turned_by: i64,
    wake: Arc<Notify>,
    hands: &'static Hands,
    deliverer: Option<Deliverer<Postman>>,
    dies_at_claim: bool,
    acts: std::vec::IntoIter<(Duration, Act)>,
    next_act: Option<(Duration, Act)>,
    next_beat: Duration,
    /// Chats whose pause ends at this moment of the calendar.
    pauses: Vec<(usize, Moment)>,
}

impl<'a> Day<'a> {
    async fn begins(house: &'a House, story: Story, plan: Plan) -> Self {
        let tenant = house.moves_in(&story).await;
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let hour = match story.is_evening {
            true => datetime(2026, 11, 23, 19, 59, 55, 0),
            false => datetime(2026, 11, 23, 10, 0, 0, 0),
        };
        let morning = Moment::of_local(hour, &zone);
        let (ticker, hands) = Ticker::simulated();
        let street = Street::new(story.clone(), ticker, tenant.first());
        let mut acts = story.acts.clone().into_iter();
        let mut day = Self {
            street: Arc::new(Mutex::new(street)),
            rooms: Rooms {
                store: house.store.clone(),
                phrases: Arc::clone(&house.phrases),
                calendar: Calendar::standing_at(morning),
                ticker,
            },
            tenant,
            plan,
            morning,
            turned_by: 0,
            wake: Arc::new(Notify::new()),
            hands,
            deliverer: None,
            dies_at_claim: false,
            next_act: acts.next(),
            acts,
            next_beat: Duration::ZERO,
            pauses: Vec::new(),
            story,
        };
        day.lives().await;
        day
    }

    /// A process begins, as the service does.
    async fn lives(&mut self) {
        let now = self.now();
        let rescued = outbox::rescue(&self.rooms.store, self.tenant.organisation, now).await;
        let life = self.street(|street| {
            street.life += 1;
            street.notes(What::Did(format!("lives, rescued {}", rescued.unwrap())));
            street.life
        });
        let limits = Limits {
            per_second: self.story.per_second,
            in_flight: self.story.in_flight,
            quiet_hours: self.quiet_hours(),
            time_zone: TimeZone::get("Europe/Amsterdam").unwrap(),
        };
        let carrier = Arc::new(Postman(Arc::clone(&self.street)));
        let wake = Arc::clone(&self.wake);
        let organisation = self.tenant.organisation;
        let mut deliverer = Deliverer::new(self.rooms.clone(), organisation, carrier, limits, wake);
        deliverer.rng = SmallRng::seed_from_u64(self.story.seed ^ u64::from(life) << 32);
        deliverer.keep_old_pause().await;
        self.deliverer = Some(deliverer);
    }

    async fn passes(&mut self) {
        let stop = CancellationToken::new();
        loop {
            everything_at_this_tick().await;
            self.does_what_is_due().await;
            self.works().await;
            if self.is_over().await {
                return;
            }
            let next =
                self.next_act.as_ref().map_or(self.next_beat, |(at, _)| self.next_beat.min(*at));
            self.waits(&stop, next).await;
        }
    }

    async fn waits(&mut self, stop: &CancellationToken, next: Duration) {
        let deliverer = self.deliverer.as_mut().unwrap();
        let ticker = self.rooms.ticker;
        passing(self.hands, async {
            tokio::select! {
                biased;
                () = deliverer.wait(stop) => {}
                () = ticker.until(next) => {}
            }
        })
        .await;
    }

    fn notes_ends_of_pauses(&mut self) {
        let now = self.now();
        let over: Vec<_> = self.pauses.extract_if(.., |(_, until)| *until <= now).collect();
        for (chat, _) in over {
            self.street(|street| street.notes(What::Opened { chat }));
        }
    }

    async fn does_what_is_due(&mut self) {
        let tick = self.rooms.ticker.elapsed();
        assert!(tick < TOO_LONG, "seed {}: it never comes to rest", self.story.seed);
        self.calendar_goes_on();
        while let Some((_, act)) = self.next_act.take_if(|(at, _)| *at <= tick) {
            self.next_act = self.acts.next();
            self.street(|street| street.notes(What::Did(format!("{act:?}"))));
            self.does(act).await;
        }
        self.notes_ends_of_pauses();
        if tick >= self.next_beat {
            self.beats().await;
            let calm = self.next_act.is_none() && tick > story::CALM;
            let pause = if calm && !self.tenant.is_anything_due().await { 60 } else { 1 };
            self.next_beat = tick + Duration::from_secs(pause);
        }
    }

    /// The schedule.
    async fn beats(&mut self) {
        let (store, now) = (&self.rooms.store, self.now());
        let mut rows = outbox::release_due(store, now).await.unwrap();
        rows += outbox::release_paused(store, now).await.unwrap();
        rows += (self.plan)(store.clone(), self.quiet_hours(), now).await.unwrap();
        if rows > 0 {
            self.wake.notify_one();
            self.notes_releases().await;
        }
    }

    async fn works(&mut self) {
        for _ in 0..10_000 {
            let deliverer = self.deliverer.as_mut().unwrap();
            let before = deliverer.tasks.len();
            if !deliverer.work().await {
                return;
            }
            if self.dies_at_claim && deliverer.tasks.len() > before {
                everything_at_this_tick().await;
                self.dies().await;
            }
        }
        panic!("seed {}: it works without end", self.story.seed);
    }

    /// The process is gone at once; a moment later there is another one.
    async fn dies(&mut self) {
        self.dies_at_claim = false;
        self.deliverer = None;
        everything_at_this_tick().await;
        let under_way = self.under_way().await;
        self.street(|street| street.notes(What::Died(under_way)));
        self.lives().await;
    }

    async fn under_way(&self) -> Vec<postman::Key> {
        let rows = self.tenant.rows().await.into_iter();
        rows.filter(|(_, row)| row.state() == outbox::State::Sending).map(|(key, _)| key).collect()
    }

    /// What is on its way gets its ten seconds; what is not back then is left to the rescue.
    async fn ends(&mut self) {
        let stop = CancellationToken::new();
        let end = self.rooms.ticker.elapsed() + DRAIN;
        let busy = |day: &Self| day.deliverer.as_ref().is_some_and(|it| !it.tasks.is_empty());
        while busy(self) && self.rooms.ticker.elapsed() < end {
            self.waits(&stop, end).await;
        }
        everything_at_this_tick().await;
        self.calendar_goes_on();
        let deliverer = self.deliverer.as_mut().unwrap();
        while deliverer.has_to_write() {
            deliverer.step(0).await.unwrap();
        }
        self.dies().await;
    }

    async fn is_over(&mut self) -> bool {
        let is_idle = self.next_act.is_none()
            && self.rooms.ticker.elapsed() > story::CALM
            && self.deliverer.as_ref().unwrap().tasks.is_empty();
        is_idle && self.tenant.open_rows().await == 0 && !self.tenant.is_anything_due().await
    }

    fn calendar_goes_on(&self) {
        let ticked = i64::try_from(self.rooms.ticker.elapsed().as_millis()).unwrap();
        let now = self.morning.millis() + ticked + self.turned_by;
        self.rooms.calendar.turn_to(Moment::from_millis(now));
    }

    fn now(&self) -> Moment {
        self.rooms.calendar.now()
    }

    fn quiet_hours(&self) -> QuietHours {
        if self.story.is_evening { QUIET } else { QuietHours::NONE }
    }

    fn street<T>(&self, look: impl FnOnce(&mut Street) -> T) -> T {
        look(&mut self.street.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
