//! A round of talks with too few moments, and an invitation to a whole town: what they begin with, and what is
//! there at the end.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;
use sqlx::AssertSqlSafe;
use thuispost::clock::{Calendar, Moment, Ticker};
use thuispost::language::Phrasebook;
use thuispost::mailing::Missing;
use thuispost::meeting::{self, Base, Kind, NewMeeting};
use thuispost::outbox;
use thuispost::rhythm::Audience;
use thuispost::roster::{self, GroupId, LocationId};
use thuispost::store::Store;

use super::arguments::Arguments;
use super::crowd::{Crowd, fill};
use super::measure;

/// How many carers want a moment, and how many moments there are.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// How many carers.
    pub carers: u64,
    /// How many moments.
    pub slots: u64,
}

/// The talk of carer number so much, counted from 1.
pub fn talk(number: u64) -> i64 {
    5_000_000 + i64::try_from(number).unwrap()
}

/// The moment that a carer wants: each is wanted by several.
pub fn slot(number: u64, slots: u64) -> i64 {
    6_000_000 + i64::try_from(1 + number * 7_919 % slots).unwrap()
}

impl Round {
    /// Fills an empty database.
    pub fn opens(self, url: &str) {
        Crowd { carers: self.carers, letters: 0, fanned_out: false }.gather(url);
        let begins = Calendar::system().now().after(Duration::from_secs(7 * 86_400)).millis();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = Store::open(url).await.unwrap();
            let mut write = store.write().await.unwrap();
            for sql in [
                "insert into meetings (id, organisation_id, location_id, kind, base, audience, created_at, created_by)
                 values (1, 1, 1, 'ten-minute-talk', 'ten-minute-talk', 'all', 0, 'bench')",
                "insert into meeting_groups (meeting_id, group_id) select 1, id from groups",
            ] {
                sqlx::query(sql).execute(&mut *write).await.unwrap();
            }
            fill(
                &mut write,
                self.carers,
                "insert into talks (id, organisation_id, meeting_id, child_id, household, carer_id, kind)",
                "select 5000000 + i, 1, 1, 2000000 + i, '', 1000000 + i, 'ten-minute-talk' from n",
            )
            .await;
            let slots = format!(
                "select 6000000 + i, 1, '2026-12-01', {begins} + i * 600000, {begins} + i * 600000 + 600000 from n"
            );
            fill(
                &mut write,
                self.slots,
                "insert into slots (id, meeting_id, day, starts_at, ends_at)",
                &slots,
            )
            .await;
            write.commit().await.unwrap();
            store.close().await;
        });
    }

    /// How many moments are taken; no talk has two, and as many talks say that they have one.
    pub fn taken(self, url: &str) -> i64 {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = Store::open(url).await.unwrap();
            let mut counts = Vec::new();
            for sql in [
                "select count(*) from slots where talk_id is not null",
                "select count(distinct talk_id) from slots where talk_id is not null",
                "select count(*) from talks where booked_at is not null",
            ] {
                let query = sqlx::query_scalar(AssertSqlSafe(sql));
                let count: i64 = query.fetch_one(&mut *store.read().await.unwrap()).await.unwrap();
                counts.push(count);
            }
            store.close().await;
            assert!(counts.iter().all(|it| *it == counts[0]), "{counts:?}");
            let wanted: std::collections::BTreeSet<i64> =
                (1..=self.carers).map(|number| slot(number, self.slots)).collect();
            assert_eq!(usize::try_from(counts[0]).unwrap(), wanted.len(), "a moment was left free");
            counts[0]
        })
    }
}

/// Makes a coffee morning for everybody, writes its invitation and a row for each carer.
pub fn run(arguments: &Arguments) {
    measure::stay_on(false);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(arguments.text("database")).await.unwrap();
        let phrases = Phrasebook::load().unwrap();
        let now = Calendar::system().now();
        let new = coffee_morning(&store, now).await;
        let (ticker, cpu) = (Ticker::start(), measure::cpu());
        let organisation =
            roster::the_only_organisation(&mut store.read().await.unwrap()).await.unwrap();
        let mut write = store.write().await.unwrap();
        let by = ("bench", now);
        meeting::add((&store, &phrases), &mut write, &organisation, &new, by).await.unwrap();
        write.commit().await.unwrap();
        let mut longest = Duration::ZERO;
        loop {
            let begin = ticker.elapsed();
            let round = outbox::release_round(&store, now).await.unwrap();
            longest = longest.max(ticker.elapsed() - begin);
            if round.is_last {
                break;
            }
        }
        let (took, cpu) = (ticker.elapsed(), measure::cpu() - cpu);
        let query = sqlx::query_scalar("select count(*) from deliveries where state = 'waiting'");
        let rows: i64 = query.fetch_one(&mut *store.read().await.unwrap()).await.unwrap();
        println!(
            "{}",
            json!({ "seconds": took.as_secs_f64(), "cpu_seconds": cpu.as_secs_f64(), "rows": rows,
                    "longest_ms": longest.as_secs_f64() * 1_000.0 })
        );
        store.close().await;
    });
}

async fn coffee_morning(store: &Store, now: Moment) -> NewMeeting {
    let groups: Vec<i64> = sqlx::query_scalar("select id from groups order by id")
        .fetch_all(&mut *store.read().await.unwrap())
        .await
        .unwrap();
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
    let day = now.after(Duration::from_secs(10 * 86_400)).local(&zone).date();
    let at = |hour| day.to_datetime(jiff::civil::time(hour, 0, 0, 0));
    NewMeeting {
        kind: Kind::built_in(Base::CoffeeMorning),
        location: LocationId::from_raw(1),
        groups: groups.into_iter().map(GroupId::from_raw).collect(),
        audience: Audience::All,
        place: None,
        siblings: None,
        capacity: None,
        interpreter_minutes: None,
        picture: None,
        lines: BTreeMap::new(),
        missing: Missing::Refuse,
        invite_at: Some(now),
        times: vec![(at(9), at(10))],
    }
}
