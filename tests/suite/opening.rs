//! What the person on call sees when a database is opened, and opened again.

use std::os::unix::fs::PermissionsExt;

use super::database::TestDatabase;
use thuispost::store::{Dialect, Error, Store};

#[tokio::test]
async fn a_database_that_was_opened_before_opens_again() {
    let database = TestDatabase::new().await;
    let again = Store::open(&database.url).await.unwrap();
    again.ping().await.unwrap();
    assert_eq!(again.dialect() == Dialect::Postgres, database.is_postgres());
}

#[tokio::test]
async fn a_second_service_on_one_database_is_refused_until_the_first_has_gone() {
    let database = TestDatabase::new().await;
    let second = Store::open(&database.url).await.unwrap();
    let first = database.store.become_sole().await.unwrap();
    assert!(matches!(second.become_sole().await, Err(Error::Held(_))));
    drop(first);
    assert!(becomes_sole_soon(&second).await);
}

#[tokio::test]
async fn nobody_else_on_the_machine_can_read_the_families() {
    let database = TestDatabase::new().await;
    if database.is_postgres() {
        return;
    }
    let file = database.folder.path().join("t.db");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

/// PostgreSQL notices a closed session a moment later.
async fn becomes_sole_soon(store: &Store) -> bool {
    for _ in 0..1_000 {
        match store.become_sole().await {
            Err(Error::Held(_)) => tokio::task::yield_now().await,
            other => return other.is_ok(),
        }
    }
    false
}
