//! Opening a database by its URL, with the settings the promises rest on.

use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::{AnyConnection, AnyPool, Connection};

use super::{Dialect, Error, Ids, Result, Store, queries};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// WAL and FULL: what was acknowledged survives a power cut. Busy timeout: commands work beside
/// a running service.
const SQLITE_PRAGMAS: [&str; 5] = [
    "pragma busy_timeout = 10000",
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma secure_delete = on",
];

impl Store {
    /// Opens `sqlite://FILE` or `postgres://…`, and brings an empty database up to the schema.
    ///
    /// # Errors
    /// The URL is of another kind, the database cannot be reached, or its schema is not ours.
    pub async fn open(url: &str) -> Result<Self> {
        sqlx::any::install_default_drivers();
        let dialect = dialect_of(url)?;
        let opened = match dialect {
            Dialect::Sqlite => open_sqlite(url).await,
            Dialect::Postgres => open_postgres(url).await,
        };
        let store = match opened {
            Err(Error::Database(sqlx::Error::PoolTimedOut)) => {
                Self::reach(url).await?;
                return Err(Error::Database(sqlx::Error::PoolTimedOut));
            }
            opened => opened?,
        };
        store.migrate().await?;
        Ok(store)
    }

    async fn migrate(&self) -> Result<()> {
        let mut connection = self.writer.acquire().await?;
        let applied = match connection.list_applied_migrations("_sqlx_migrations").await {
            Ok(applied) => applied.len(),
            Err(_) => 0,
        };
        let known = MIGRATIONS.iter().count();
        if applied > known {
            return Err(Error::Schema(format!(
                "the database has {applied} migrations and this program knows {known}: it was written by a newer \
                 thuispost; use that version"
            )));
        }
        MIGRATIONS.run(&mut *connection).await.map_err(schema_error)
    }
}

fn schema_error(error: MigrateError) -> Error {
    match error {
        MigrateError::Execute(source) | MigrateError::ExecuteMigration(source, _) => {
            Error::Database(source)
        }
        other => Error::Schema(format!(
            "the schema of the database does not fit this program ({other}); use the thuispost that made it, or \
             restore a backup"
        )),
    }
}

pub(super) fn dialect_of(url: &str) -> Result<Dialect> {
    match url.split_once(':').map(|(scheme, _)| scheme) {
        Some("sqlite") => Ok(Dialect::Sqlite),
        Some("postgres" | "postgresql") => Ok(Dialect::Postgres),
        _ => Err(Error::Url("DATABASE_URL must begin with sqlite:// or postgres://".to_owned())),
    }
}

async fn open_sqlite(url: &str) -> Result<Store> {
    let path = sqlite_path(url);
    create_private(&path)?;
    let url = format!("sqlite://{}?mode=rw", path.display());
    let options = || {
        AnyPoolOptions::new()
            .acquire_timeout(Duration::from_secs(30))
            // A file does not go away like a server; asking costs two changes of thread.
            .test_before_acquire(false)
            .after_connect(|connection, _| Box::pin(prepare_sqlite(connection)))
            .after_release(|connection, _| Box::pin(is_between_transactions(connection)))
    };
    let writer =
        options().max_connections(1).idle_timeout(None).max_lifetime(None).connect(&url).await?;
    let readers = options().max_connections(4).connect_lazy(&url)?;
    Ok(assemble(Dialect::Sqlite, &url, (writer, readers), ids()?, ""))
}

async fn prepare_sqlite(connection: &mut AnyConnection) -> sqlx::Result<()> {
    for pragma in SQLITE_PRAGMAS {
        sqlx::query(pragma).execute(&mut *connection).await?;
    }
    assert_durable(connection).await
}

/// SQLite may end a transaction by itself, on a full disk for one. sqlx then goes on counting it as
/// open, and nothing could be begun on this connection any more: it makes room for a new one.
async fn is_between_transactions(connection: &mut AnyConnection) -> sqlx::Result<bool> {
    // A dropped transaction is rolled back in the background; the answer comes after that.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// The promise of durability rests on these two; a database that cannot keep them is not used.
async fn assert_durable(connection: &mut AnyConnection) -> sqlx::Result<()> {
    let mode: String =
        sqlx::query_scalar("pragma journal_mode").fetch_one(&mut *connection).await?;
    let synchronous: i64 =
        sqlx::query_scalar("pragma synchronous").fetch_one(&mut *connection).await?;
    if mode != "wal" || synchronous != 2 {
        let found = format!("journal_mode {mode}, synchronous {synchronous}");
        return Err(sqlx::Error::Configuration(
            format!("this file system cannot keep a durable SQLite database ({found}); use another folder").into(),
        ));
    }
    Ok(())
}

async fn open_postgres(url: &str) -> Result<Store> {
    let ids = ids()?;
    let instance = ids.next().to_string();
    let client = named(url, &format!("{}{instance}", queries::CLIENT));
    let options = || {
        AnyPoolOptions::new()
            .acquire_timeout(Duration::from_secs(10))
            .after_connect(|connection, _| Box::pin(prepare_postgres(connection)))
    };
    let writer = options().max_connections(8).connect(&client).await?;
    let readers = options().max_connections(8).connect_lazy(&client)?;
    Ok(assemble(Dialect::Postgres, url, (writer, readers), ids, &instance))
}

/// Compiling a plan to machine code took longer than running it: a second for each chunk of a
/// fan-out that takes 0.8 s. A server without that setting is left as it is.
async fn prepare_postgres(connection: &mut AnyConnection) -> sqlx::Result<()> {
    let off = "select set_config(name, 'off', false) from pg_settings where name = 'jit'";
    sqlx::query(off).execute(connection).await.map(|_| ())
}

/// A PostgreSQL URL whose connections go by this name in the server's list.
pub(super) fn named(url: &str, name: &str) -> String {
    let join = if url.contains('?') { '&' } else { '?' };
    format!("{url}{join}application_name={name}")
}

fn ids() -> Result<Ids> {
    Ids::new().map_err(|source| Error::File { path: "system randomness".to_owned(), source })
}

fn assemble(
    dialect: Dialect,
    url: &str,
    pools: (AnyPool, AnyPool),
    ids: Ids,
    instance: &str,
) -> Store {
    let (writer, readers) = pools;
    let (ids, instance) = (Arc::new(ids), instance.into());
    Store { dialect, url: url.into(), writer, readers, ids, instance, fence: None }
}

pub(super) fn sqlite_path(url: &str) -> PathBuf {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    PathBuf::from(path.split('?').next().unwrap_or(path))
}

/// Makes the file before SQLite does, readable by its owner only.
fn create_private(path: &Path) -> Result<()> {
    let made = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(path);
    made.map(drop).map_err(|source| Error::File { path: path.display().to_string(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_connection_that_does_not_sync_is_refused() {
        sqlx::any::install_default_drivers();
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("t.db").display());
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        prepare_sqlite(&mut connection).await.unwrap();
        for spoils in ["pragma synchronous = normal", "pragma synchronous = off"] {
            sqlx::query(spoils).execute(&mut connection).await.unwrap();
            let refused = assert_durable(&mut connection).await.unwrap_err();
            assert!(refused.to_string().contains("synchronous"), "{refused}");
        }
        prepare_sqlite(&mut connection).await.unwrap();
        sqlx::query("pragma journal_mode = delete").execute(&mut connection).await.unwrap();
        assert!(assert_durable(&mut connection).await.is_err());
    }
}
