//! An empty database for one test: a SQLite file, or a PostgreSQL database of its own.

use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use thuispost::store::Store;

/// An empty database that goes away with the last clone of this value.
#[derive(Clone)]
pub struct TestDatabase {
    /// Open, with the schema in place.
    pub store: Store,
    /// For a second process on the same database.
    pub url: String,
    /// A folder for whatever files the test needs.
    pub folder: Arc<TempDir>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl TestDatabase {
    /// A new one.
    pub async fn new() -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let url = new_url(&folder).await;
        let store = Store::open(&url).await.unwrap();
        Self { store, url, folder }
    }

    /// A new SQLite file, wherever this run's other databases are.
    pub async fn in_a_file() -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let store = Store::open(&url).await.unwrap();
        Self { store, url, folder }
    }

    /// A SQLite file on this disk; whatever else the test needs lies elsewhere.
    pub async fn on(disk: &Path) -> Self {
        let url = format!("sqlite://{}/t.db", disk.display());
        let store = Store::open(&url).await.unwrap();
        Self { store, url, folder: Arc::new(tempfile::tempdir().unwrap()) }
    }

    /// Whether this run is on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres")
    }
}

/// Of a database that is not there yet, or has nothing in it.
pub async fn new_url(folder: &TempDir) -> String {
    sqlx::any::install_default_drivers();
    match std::env::var("THUISPOST_TEST_DATABASE") {
        Ok(server) => new_postgres(&server).await,
        Err(_) => format!("sqlite://{}/t.db", folder.path().display()),
    }
}

/// `server` is a URL whose path is a database to connect to first; the new one takes its place.
async fn new_postgres(server: &str) -> String {
    let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    let mut connection = AnyConnection::connect(server).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("create database {name}")))
        .execute(&mut connection)
        .await
        .unwrap();
    let (base, query) = server.split_once('?').map_or((server, ""), |(base, query)| (base, query));
    let base = base.rsplit_once('/').unwrap().0;
    if query.is_empty() { format!("{base}/{name}") } else { format!("{base}/{name}?{query}") }
}
