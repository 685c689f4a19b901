//! The part that plans: the schedule's own step until nothing is left, and a parent who presses
//! meanwhile. Also what else looks at every family: questions, follow-ups and the report.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::json;
use sqlx::AssertSqlSafe;
use thuispost::clock::{Moment, Ticker};
use thuispost::language::Phrasebook;
use thuispost::outbox::Round;
use thuispost::participation::{self, By, Period, Within};
use thuispost::store::Store;
use thuispost::{inbox, rhythm, roster};

use super::arguments::Arguments;
use super::{measure, street};

/// What a plan writes.
const TABLES: [&str; 7] =
    ["deliveries", "week_messages", "bundles", "steps", "mailings", "check_ins", "follow_ups"];
/// Between two presses.
const PAUSE: Duration = Duration::from_millis(10);

/// Plans what is due at a moment, and tells what it took.
pub fn run(arguments: &Arguments) {
    measure::stay_on(false);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(arguments.text("database")).await.unwrap();
        let what = arguments.text("slot");
        let day = Duration::from_secs(86_400);
        // Friday is closed: on Saturday is asked how the activity of Thursday went.
        let now = match what {
            "why" | "do" => street::moment(2, what),
            _ => street::moment(2, "do").after(2 * day + day / 24),
        };
        if arguments.number("come", 0) > 0 {
            street::all_comes(&store, now.before(day)).await;
        }
        println!("{}", plan(&store, what, now).await);
        store.close().await;
    });
}

async fn plan(store: &Store, what: &str, now: Moment) -> serde_json::Value {
    let phrases = Phrasebook::load().unwrap();
    let rows = rows(store).await;
    let ended = Arc::new(AtomicBool::new(false));
    let presses = tokio::spawn(presses(store.clone(), Arc::clone(&ended)));
    let ticker = Ticker::start();
    let (before, cpu, mut steps) = (measure::memory_kib(), measure::cpu(), Vec::new());
    let mut planned = 0;
    loop {
        let begin = ticker.elapsed();
        let round = step(store, &phrases, what, now).await;
        planned += round.rows;
        steps.push((ticker.elapsed() - begin).as_secs_f64());
        if round.is_last {
            break;
        }
    }
    let (took, cpu) = (ticker.elapsed(), measure::cpu() - cpu);
    assert!(planned > 0, "there was nothing to do for {what}");
    ended.store(true, Ordering::SeqCst);
    let waits = presses.await.unwrap();
    let written: Vec<i64> =
        self::rows(store).await.iter().zip(&rows).map(|(after, before)| after - before).collect();
    json!({ "seconds": took.as_secs_f64(), "cpu_seconds": cpu.as_secs_f64(), "before_kib": before,
            "peak_kib": measure::peak_kib(), "steps": steps, "waits": waits,
            "rows": TABLES.iter().zip(written).collect::<std::collections::BTreeMap<_, _>>() })
}

/// One step of what is measured.
async fn step(store: &Store, phrases: &Phrasebook, what: &str, now: Moment) -> Round {
    let whole = |rows| Round { rows, is_last: true };
    match what {
        "questions" => {
            let hours = street::settings().quiet_hours;
            let rows = rhythm::plan(store, hours, now).await.unwrap();
            Round { rows, is_last: rows == 0 }
        }
        "follow-ups" => whole(inbox::open_follow_ups(store, now).await.unwrap()),
        "report" => {
            let mut read = store.read().await.unwrap();
            let of = roster::the_only_organisation(&mut read).await.unwrap();
            let year = Period::school_year_of(now.local(&of.time_zone).date());
            let bys = [By::All, By::Location, By::Language, By::Theme, By::Activity];
            let told = participation::report(
                &mut read,
                of.id,
                &of.time_zone,
                (year, now),
                &bys,
                Within::Organisation,
            );
            whole(told.await.unwrap().len() as u64)
        }
        _ => street::step(store, phrases, now).await,
    }
}

/// Writes a row of its own now and then, as the handler does; how long each write took.
async fn presses(store: Store, ended: Arc<AtomicBool>) -> Vec<f64> {
    let ticker = Ticker::start();
    let mut took = Vec::new();
    while !ended.load(Ordering::SeqCst) {
        let begin = ticker.elapsed();
        let mut write = store.write().await.unwrap();
        sqlx::query(
            "insert into chats (organisation_id, chat_id, language) values (1, 1, 'nl')
             on conflict (organisation_id, chat_id) do update set language = excluded.language",
        )
        .execute(&mut *write)
        .await
        .unwrap();
        write.commit().await.unwrap();
        took.push((ticker.elapsed() - begin).as_secs_f64());
        ticker.until(ticker.elapsed() + PAUSE).await;
    }
    took
}

async fn rows(store: &Store) -> Vec<i64> {
    let mut read = store.read().await.unwrap();
    let mut counts = Vec::new();
    for table in TABLES {
        let count = sqlx::query_scalar(AssertSqlSafe(format!("select count(*) from {table}")));
        counts.push(count.fetch_one(&mut *read).await.unwrap());
    }
    counts
}
