//! The database that a year is written into: a file in memory, or a PostgreSQL database of its own.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AnyConnection, AssertSqlSafe, Connection};

use crate::store::Store;

static COUNT: AtomicU32 = AtomicU32::new(0);

pub(super) struct House {
    pub store: Store,
    _folder: tempfile::TempDir,
    /// The server, and the name of the database there.
    postgres: Option<(String, String)>,
}

impl House {
    /// Where this run's databases are.
    pub(super) async fn build() -> Self {
        Self::beside(std::env::var("THUISPOST_TEST_DATABASE").ok()).await
    }

    /// On SQLite, wherever this run's other databases are.
    pub(super) async fn in_a_file() -> Self {
        Self::beside(None).await
    }

    async fn beside(server: Option<String>) -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let (url, postgres) = match server {
            Some(server) => {
                let name =
                    format!("year{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
                says(&server, format!("create database {name}")).await;
                // No year outlives a power cut, and it commits some ten thousand times.
                says(&server, format!("alter database {name} set synchronous_commit = off")).await;
                (beside(&server, &name), Some((server, name)))
            }
            None => (format!("sqlite://{}/t.db", folder.path().display()), None),
        };
        let store = Store::open(&url).await.unwrap();
        Self { store, _folder: folder, postgres }
    }

    pub(super) async fn gives_back(self) {
        self.store.close().await;
        if let Some((server, name)) = self.postgres {
            says(&server, format!("drop database {name} with (force)")).await;
        }
    }
}

async fn says(server: &str, sql: String) {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(server).await.unwrap();
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
}

/// The URL of another database on the same server.
fn beside(server: &str, name: &str) -> String {
    let (base, query) = server.split_once('?').map_or((server, ""), |(base, query)| (base, query));
    let base = base.rsplit_once('/').unwrap().0;
    format!("{base}/{name}?{query}")
}
