//! What the person on call sees when a database is opened, and opened again.

use std::os::unix::fs::PermissionsExt;

use super::database::TestDatabase;
use thuispost::store::{Dialect, Store};

#[tokio::test]
async fn a_database_that_was_opened_before_opens_again() {
    let database = TestDatabase::new().await;
    let again = Store::open(&database.url).await.unwrap();
    again.ping().await.unwrap();
    assert_eq!(again.dialect() == Dialect::Postgres, database.is_postgres());
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

#[tokio::test]
async fn what_was_acknowledged_is_synced_first_on_every_connection() {
    let database = TestDatabase::new().await;
    if database.is_postgres() {
        return;
    }
    let mut write = database.store.write().await.unwrap();
    let (mut first, mut second) =
        (database.store.read().await.unwrap(), database.store.read().await.unwrap());
    for connection in [&mut *write, &mut *first, &mut *second] {
        let how = "pragma synchronous";
        let full: i64 = sqlx::query_scalar(how).fetch_one(&mut *connection).await.unwrap();
        let mode = "pragma journal_mode";
        let mode: String = sqlx::query_scalar(mode).fetch_one(connection).await.unwrap();
        assert_eq!((full, mode.as_str()), (2, "wal"));
    }
}
