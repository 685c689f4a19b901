//! The program is killed at any moment, again and again: what parents have on their phones
//! afterwards, and what staff can read about it.
//!
//! `THUISPOST_KILLS` asks for more kills than the usual five, `THUISPOST_SEED` for the same ones.

pub mod ledger;

use std::collections::BTreeSet;
use std::time::Duration;

use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::{Fault, Options, PhoneId, Trouble, World};

use super::parents::{self, Parent, mark};
use super::school::{PATIENCE, School};
use super::serving::Program;
use ledger::Ledger;

/// How many parents get each letter.
const PARENTS: usize = 150;
/// A new letter is written when fewer messages than this are left.
const LOW: i64 = 200;

async fn school_of(count: usize) -> (School, Vec<Parent>) {
    let latency = Duration::from_millis(20);
    let options = Options { latency, ..Options::new(Calendar::system()) };
    let school = School::with(&parents::rows(count), options).await;
    let parents = parents::have_joined(&school).await;
    (school, parents)
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// How many messages Telegram has taken.
fn taken(world: &World) -> usize {
    let requests = world.requests().iter();
    requests.filter(|request| request.accepted && request.method.starts_with("send")).count()
}

async fn until_taken(school: &School, count: usize) {
    let reached = school.sandbox.wait_until(PATIENCE, |world| taken(world) >= count).await;
    assert!(reached, "it stands still; {} unsettled", school.unsettled().await);
}

fn taken_now(school: &School) -> usize {
    let requests = school.sandbox.requests();
    requests.iter().filter(|it| it.accepted && it.method.starts_with("send")).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_and_every_second_copy_is_listed_however_often_it_is_killed() {
    let (kills, seed) = (number("THUISPOST_KILLS", 5), number("THUISPOST_SEED", 1));
    let mut rng = SmallRng::seed_from_u64(seed);
    let (school, parents) = school_of(PARENTS).await;
    let program = Program::of(&school);
    let mut ledger = Ledger::default();
    let mut serving = program.serves();
    for _ in 0..kills {
        if school.unsettled().await < LOW {
            let number = ledger.letters.len() + 1;
            let id = parents::approve(&school, &parents::letter(&school, number)).await;
            ledger.writes(id, parents.len());
        }
        let now = taken_now(&school);
        let more: usize = rng.random_range(2..100);
        let acts = rng.random_range(0..=more);
        until_taken(&school, now + acts).await;
        for _ in 0..rng.random_range(1..6) {
            act(&school, &parents[rng.random_range(0..parents.len())], &mut ledger, &mut rng);
        }
        until_taken(&school, now + more).await;
        serving.dies();
        serving = program.serves();
    }
    school.settles().await;
    let (status, _) = serving.ends_politely().await;
    assert!(status.success());
    let found = ledger.compare(&school, &parents, &BTreeSet::new()).await;
    println!("seed {seed}, {}: {kills} kills, {found}", school.database.url);
    assert_eq!(found.lost, 0);
    assert!(found.copies_too_many <= found.doubts);
    let kills = usize::try_from(kills).unwrap();
    assert!(found.doubtful <= kills, "more than one message per kill is left to a person");
}

/// Types a question, or presses "please explain" under some letter, perhaps twice.
fn act(school: &School, parent: &Parent, ledger: &mut Ledger, rng: &mut SmallRng) {
    let letters = parents::bubbles(school, parent.phone);
    let buttons = letters.iter().flat_map(|bubble| {
        let data = bubble.buttons.iter().flatten().filter_map(|button| button.data.clone());
        data.filter(|it| it.starts_with("le.")).map(|data| (bubble.message_id, data))
    });
    let buttons: Vec<(i32, String)> = buttons.collect();
    if buttons.is_empty() || rng.random_bool(0.5) {
        let update = school.sandbox.types(parent.phone, &ledger.asks(parent)).unwrap();
        if rng.random_bool(0.3) {
            school.sandbox.repeat_update(update).unwrap();
        }
        return;
    }
    let (message, data) = &buttons[rng.random_range(0..buttons.len())];
    let update = school.sandbox.presses(parent.phone, *message, data).unwrap();
    ledger.presses(parent, data);
    if rng.random_bool(0.5) {
        school.sandbox.repeat_press(update).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_end_it_lets_what_is_on_its_way_come_back() {
    let (school, parents) = school_of(PARENTS).await;
    let program = Program::of(&school);
    let serving = program.serves();
    parents::approve(&school, &parents::letter(&school, 1)).await;
    until_taken(&school, 40).await;
    let (status, took) = serving.ends_politely().await;
    assert!(status.success() && took < Duration::from_secs(10), "{status} {took:?}");
    assert_eq!(school.counts("select count(*) from deliveries where state = 'sending'").await, 0);
    assert!(taken_now(&school) < 2 * PARENTS, "it ended in the middle");
    let serving = program.serves();
    school.settles().await;
    drop(serving);
    assert_eq!(school.counts("select count(*) from doubts").await, 0);
    for parent in &parents {
        for part in [0, 1] {
            assert_eq!(parents::copies(&school, parent.phone, 1, part), 1, "{}", mark(1, part));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_the_middle_of_a_large_fan_out_each_carer_has_each_part_once() {
    const MANY: usize = 6_000;
    let (school, _) = school_of(MANY).await;
    let slowly = Program::of(&school).with("THUISPOST_PER_SECOND", "5");
    let letter = parents::approve(&school, &parents::letter(&school, 1)).await;
    let ticker = Ticker::start();
    let rows = "select count(*) from deliveries";
    for least in [1, 6_000] {
        let serving = slowly.serves();
        while school.counts(rows).await < least {
            assert!(ticker.elapsed() < PATIENCE, "no rows are written");
            ticker.until(ticker.elapsed() + Duration::from_millis(3)).await;
        }
        serving.dies();
    }
    let serving = slowly.serves();
    let released = "select count(*) from mailings where state = 'released'";
    while school.counts(released).await == 0 {
        assert!(ticker.elapsed() < PATIENCE, "never released");
        ticker.until(ticker.elapsed() + Duration::from_millis(20)).await;
    }
    drop(serving);
    let carers = i64::try_from(MANY).unwrap();
    for part in [0, 1] {
        let sql = format!("select count(distinct carer_id) from deliveries where part = {part}");
        let found: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(&mut *school.store.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(found, carers, "part {part} of {letter}");
    }
    assert_eq!(school.counts(rows).await, 2 * carers);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_between_storing_and_confirming_an_update_asks_the_question_once() {
    let (school, parents) = school_of(1).await;
    let program = Program::of(&school);
    let phone = parents[0].phone;
    let said = |world: &World| {
        world.phone(phone).map_or(0, |it| it.messages.iter().filter(|it| it.from_bot).count())
    };
    let polls = |world: &World| {
        world.requests().iter().filter(|it| it.method.eq_ignore_ascii_case("getUpdates")).count()
    };
    let mut before = 0;
    school
        .sandbox
        .wait_until(PATIENCE, |world| {
            before = polls(world);
            true
        })
        .await;
    let serving = program.serves();
    // Once it is listening, no later poll gets through: nothing can be confirmed.
    let listens = |world: &World| polls(world) > before;
    assert!(school.sandbox.wait_until(PATIENCE, listens).await);
    for _ in 0..100 {
        school.sandbox.breaks(Fault::on("getUpdates", Trouble::Closed));
    }
    school.sandbox.types(phone, "Is er morgen opvang?").unwrap();
    assert!(school.sandbox.wait_until(PATIENCE, |world| said(world) == 1).await);
    // Until it is written down that the answer arrived, a kill would rightly send it once more.
    let ticker = Ticker::start();
    while school.counts("select count(*) from deliveries where state = 'delivered'").await == 0 {
        assert!(ticker.elapsed() < PATIENCE, "never written down");
        ticker.until(ticker.elapsed() + Duration::from_millis(5)).await;
    }
    assert!(!school.sandbox.pending_updates().is_empty(), "stored and answered, not confirmed");
    serving.dies();

    school.sandbox.mends();
    let _serving = program.serves();
    let confirmed = school.sandbox.wait_until(PATIENCE, |world| world.pending_updates().is_empty());
    assert!(confirmed.await, "the update is sent again and confirmed at last");
    school.settles().await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    assert_eq!(said_on(&school, phone), 1, "and answered once");
}

fn said_on(school: &School, phone: PhoneId) -> usize {
    school.sandbox.phone(phone).messages.iter().filter(|it| it.from_bot).count()
}
