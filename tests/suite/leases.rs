//! Who serves when several instances run on one database, and who is kept out.

use std::time::Duration;

use thuispost::clock::Ticker;
use thuispost::store::{Error, Lease, Leases, Store, Terms};

use super::database::TestDatabase;

const TERMS: Terms = Terms { lease: Duration::from_secs(2), margin: Duration::from_secs(1) };
const NAME: &str = "bot 1";

/// A process that could serve.
struct Instance {
    store: Store,
    leases: Leases,
}

impl Instance {
    async fn on(database: &TestDatabase) -> Self {
        Self::under(TERMS, database).await
    }

    async fn under(terms: Terms, database: &TestDatabase) -> Self {
        let store = Store::open(&database.url).await.unwrap();
        let leases = Leases::open(&store, terms, Ticker::start()).await.unwrap();
        Self { store, leases }
    }

    /// Looks again and again until it has the lease; how long that took.
    async fn takes(&mut self) -> (Lease, Duration) {
        let ticker = Ticker::start();
        loop {
            self.leases.beat().await.unwrap();
            if let Some(lease) = self.leases.take(NAME, true).await.unwrap() {
                return (lease, ticker.elapsed());
            }
            assert!(ticker.elapsed() < Duration::from_secs(20), "never taken");
            ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
        }
    }
}

/// Whether a transaction under this lease would be let in.
async fn may_write(store: &Store, lease: &Lease) -> bool {
    match store.fenced(lease.clone()).write().await {
        Ok(_) => true,
        Err(Error::Held(_)) => false,
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn on_sqlite_a_second_service_is_refused_until_the_first_has_gone() {
    let database = TestDatabase::new().await;
    if database.is_postgres() {
        return;
    }
    let first = Instance::on(&database).await;
    let second = Store::open(&database.url).await.unwrap();
    assert!(second.is_served().await.unwrap());
    let refused = Leases::open(&second, TERMS, Ticker::start()).await;
    assert!(matches!(refused, Err(Error::Held(_))));
    drop(first);
    assert!(!second.is_served().await.unwrap());
    Leases::open(&second, TERMS, Ticker::start()).await.unwrap();
}

#[tokio::test]
async fn a_lease_that_is_given_back_is_taken_at_once_by_another() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let mut second = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    assert!(second.store.is_served().await.unwrap());
    assert!(second.leases.take(NAME, true).await.unwrap().is_none());
    first.leases.give_back(NAME).await.unwrap();
    assert!(!lease.is_current(), "it acts no more");
    let (newer, took) = second.takes().await;
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert!(!may_write(&first.store, &lease).await && may_write(&second.store, &newer).await);
}

#[tokio::test]
async fn a_lease_that_could_not_be_given_back_is_taken_by_another_all_the_same() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let mut second = Instance::on(&database).await;
    first.takes().await;
    first.store.close().await;
    assert!(first.leases.give_back(NAME).await.is_err());
    let ticker = Ticker::start();
    // The first one lives on, and shows it.
    while second.leases.take(NAME, true).await.unwrap().is_none() {
        assert!(ticker.elapsed() < Duration::from_secs(8), "never taken");
        assert!(first.leases.beat().await.unwrap().is_empty());
        ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn an_instance_whose_session_is_cut_and_that_comes_back_keeps_what_nobody_took() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    cut_all(&database).await;
    let ticker = Ticker::start();
    while first.leases.beat().await.is_err() {
        assert!(ticker.elapsed() < Duration::from_secs(10), "never back");
    }
    assert!(first.leases.holds(NAME) && lease.is_current());
    assert!(may_write(&first.store, &lease).await, "and it is still the same lease");
}

#[tokio::test]
async fn a_lock_that_a_cut_set_free_is_left_to_its_holder_for_a_moment() {
    // Long, so that the moment is one also for a slow machine.
    const LONG: Terms = Terms { lease: Duration::from_secs(60), margin: Duration::from_secs(1) };
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::under(LONG, &database).await;
    let mut second = Instance::under(LONG, &database).await;
    let (lease, _) = first.takes().await;
    assert!(second.leases.take(NAME, true).await.unwrap().is_none(), "it has seen the holder");
    cut_all(&database).await;
    let ticker = Ticker::start();
    while second.leases.beat().await.is_err() {
        assert!(ticker.elapsed() < Duration::from_secs(10), "never back");
    }
    assert!(second.leases.take(NAME, true).await.unwrap().is_none(), "though the lock is free");
    while first.leases.beat().await.is_err() {
        assert!(ticker.elapsed() < Duration::from_secs(10), "never back");
    }
    assert!(first.leases.holds(NAME) && lease.is_current());
    assert!(may_write(&first.store, &lease).await);
}

#[tokio::test]
async fn a_holder_stops_acting_a_margin_before_its_lease_is_over() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    for what in ["took it", "showed that it lives"] {
        let ticker = Ticker::start();
        ticker.until(TERMS.lease - TERMS.margin).await;
        assert!(!lease.is_current(), "a second after it {what}, and nobody may take it yet");
        assert!(first.leases.beat().await.unwrap().is_empty());
        assert!(lease.is_current());
    }
}

#[tokio::test]
async fn who_is_silent_for_longer_than_the_lease_is_cut_off_and_fenced_off() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let mut second = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    // It stops in the middle of a transaction, without a beat.
    let stopped = first.store.fenced(lease.clone()).write().await.unwrap();
    let (newer, took) = second.takes().await;
    assert!(took > TERMS.lease && took < Duration::from_secs(8), "{took:?}");
    assert!(!lease.is_current(), "it stopped acting by itself before that");
    assert!(stopped.commit().await.is_err(), "what it had begun is gone");
    assert!(!may_write(&first.store, &lease).await && may_write(&second.store, &newer).await);
    let lost = loop {
        if let Ok(lost) = first.leases.beat().await {
            break lost;
        }
    };
    assert_eq!(lost, [NAME], "and hears that it has lost");
    assert!(!first.leases.holds(NAME));
}

#[tokio::test]
async fn a_beat_keeps_a_lease_from_running_out() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let mut second = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    let ticker = Ticker::start();
    while ticker.elapsed() < 2 * TERMS.lease {
        assert!(first.leases.beat().await.unwrap().is_empty());
        assert!(second.leases.take(NAME, true).await.unwrap().is_none());
        assert!(lease.is_current());
        ticker.until(ticker.elapsed() + first.leases.interval()).await;
    }
}

#[tokio::test]
async fn a_long_transaction_holds_up_a_new_holder_and_not_the_beat() {
    let database = TestDatabase::new().await;
    if !database.is_postgres() {
        return;
    }
    let mut first = Instance::on(&database).await;
    let mut second = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    let long = first.store.fenced(lease.clone()).write().await.unwrap();
    let ticker = Ticker::start();
    assert!(first.leases.beat().await.unwrap().is_empty());
    assert!(ticker.elapsed() < Duration::from_secs(1), "a fan-out may take many seconds");
    first.leases.give_back(NAME).await.unwrap();
    let ended = async {
        ticker.until(ticker.elapsed() + Duration::from_secs(1)).await;
        long.commit().await.unwrap();
        ticker.elapsed()
    };
    let taken = async {
        second.takes().await;
        ticker.elapsed()
    };
    let (ended, taken) = tokio::join!(ended, taken);
    assert!(taken >= ended, "what was let in under the old number comes first");
}

#[tokio::test]
async fn every_new_holder_gets_a_higher_number_on_sqlite_too() {
    let database = TestDatabase::new().await;
    let mut first = Instance::on(&database).await;
    let (lease, _) = first.takes().await;
    first.leases.give_back(NAME).await.unwrap();
    let (newer, _) = first.takes().await;
    assert!(!may_write(&first.store, &lease).await && may_write(&first.store, &newer).await);
}

/// Every connection to the database is cut, as when the server is restarted.
pub async fn cut_all(database: &TestDatabase) {
    let mut read = database.store.read().await.unwrap();
    sqlx::query(
        "select case when pg_terminate_backend(pid) then 1 else 0 end from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()",
    )
    .fetch_all(&mut *read)
    .await
    .unwrap();
}
