//! Themes of so many families that a slot is planned in several steps: the families of the bench
//! `plan-day`, fewer of them.

use thuispost::clock::Moment;
use thuispost::language::Phrasebook;
use thuispost::rhythm::{self, Run};
use thuispost::roster;
use thuispost::store::Store;

use crate::suite::database::TestDatabase;
use crate::suite::delivery::street::{self, Street};

/// Two runs of more families than one step takes; every tenth family has a child in each, or two in one.
const STREET: Street = Street { families: 2_600, groups: 52 };

/// Every row of the week: carer, kind, activity, where it stands, and what it carries along.
async fn rows(store: &Store) -> Vec<String> {
    let sql = "select d.carer_id || ' ' || m.kind || ' ' || coalesce(a.slug, '') || coalesce(' ' || m.level, '')
             || ' ' || d.state || ' ' || coalesce(d.reason, '') || ' ' || d.not_before || ' '
             || (select count(*) from bundles b where b.mailing_id = m.id and b.carer_id = d.carer_id)
             || ' ' || (select count(*) from week_messages w where w.mailing_id = m.id and w.carer_id = d.carer_id)
         from deliveries d join mailings m on m.id = d.mailing_id left join activities a on a.id = m.activity_id
         where m.week = 2 order by 1";
    sqlx::query_scalar(sql).fetch_all(&mut *store.read().await.unwrap()).await.unwrap()
}

async fn count(store: &Store, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&mut *store.read().await.unwrap()).await.unwrap()
}

async fn runs(store: &Store) -> Vec<Run> {
    let mut read = store.read().await.unwrap();
    let organisation = roster::the_only_organisation(&mut read).await.unwrap();
    rhythm::runs(&mut read, organisation.id).await.unwrap()
}

/// Steps until nothing is left; how many.
async fn planned(store: &Store, phrases: &Phrasebook, now: Moment) -> u32 {
    let mut steps = 1;
    while !street::step(store, phrases, now).await.is_last {
        steps += 1;
    }
    steps
}

async fn yields(times: u32) {
    for _ in 0..times {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_day_of_thousands_is_the_same_however_often_its_planning_is_broken_off() {
    let phrases = Phrasebook::load().unwrap();
    let (straight, broken) = (TestDatabase::new().await, TestDatabase::new().await);
    let days = [street::moment(2, "why"), street::moment(2, "do")];
    STREET.settles(&straight.store).await;
    for now in days {
        assert!(planned(&straight.store, &phrases, now).await > 2);
        street::all_comes(&straight.store, now).await;
    }
    STREET.settles(&broken.store).await;
    for now in days {
        for patience in (0..900).step_by(60) {
            tokio::select! {
                biased;
                _ = street::step(&broken.store, &phrases, now) => {}
                () = yields(patience) => {}
            }
        }
        planned(&broken.store, &phrases, now).await;
        street::all_comes(&broken.store, now).await;
    }
    let rows = rows(&straight.store).await;
    assert!(rows == self::rows(&broken.store).await, "the day differs");
    for reason in [
        "paused",
        "stopped",
        "not_connected",
        "unreachable_before",
        "shared_chat",
        "bundled",
        "own_days",
    ] {
        assert!(
            rows.iter().any(|row| row.contains(reason)),
            "nobody is {reason}: the day tells nothing"
        );
    }
    let twice = "select count(*) from (select carer_id from week_messages
                     where week = '2026-11-30' and kind = 'do' group by carer_id having count(*) > 1) twice";
    let without = "select count(*) from children ch where not exists (
                       select 1 from steps s where s.child_id = ch.id and s.week = 2)";
    for store in [&straight.store, &broken.store] {
        assert_eq!(count(store, twice).await, 0, "one message about all children");
        assert_eq!(count(store, without).await, 0, "every child has its activity");
    }
}

#[tokio::test]
async fn what_is_paused_or_stopped_between_two_steps_goes_no_further() {
    let phrases = Phrasebook::load().unwrap();
    let database = TestDatabase::new().await;
    let store = &database.store;
    STREET.settles(store).await;
    let now = street::moment(2, "why");
    let runs = runs(store).await;
    let of_week =
        "select count(*) from deliveries d join mailings m on m.id = d.mailing_id where m.week = 2";
    let waiting = "select count(*) from deliveries d join mailings m on m.id = d.mailing_id
                   where m.week = 2 and d.state = 'waiting'";
    let under_way = "select count(*) from run_slots where state = 'planning'";

    assert!(!street::step(store, &phrases, now).await.is_last);
    assert_eq!(count(store, under_way).await, 1);
    let first = count(store, of_week).await;
    let mut write = store.write().await.unwrap();
    assert!(rhythm::pause(&mut write, &runs[0], now).await.unwrap() > 0);
    write.commit().await.unwrap();
    assert_eq!(count(store, waiting).await, 0, "what had been planned stays back");

    assert!(!street::step(store, &phrases, now).await.is_last);
    let second = count(store, of_week).await;
    assert!(second > first, "the other run goes on");
    let mut write = store.write().await.unwrap();
    assert!(rhythm::stop(&mut write, &runs[1], now).await.unwrap() > 0);
    write.commit().await.unwrap();

    assert_eq!(planned(store, &phrases, now).await, 1);
    assert_eq!(count(store, of_week).await, second, "nothing came after the stop");
    assert_eq!(count(store, waiting).await, 0);
    assert_eq!(count(store, under_way).await, 0);
}
