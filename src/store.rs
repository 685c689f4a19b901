//! The database: opening it, bringing its schema up, beginning a write, and the few places where
//! SQLite and PostgreSQL differ. Nothing else knows which of the two it is.
//!
//! It holds no words of the domain and runs no query of a room.

mod backup;
mod batch;
mod error;
mod ids;
mod lease;
mod news;
mod open;
mod queries;
mod reach;
mod sole;

use std::sync::Arc;

use sqlx::{Any, Transaction};
use sqlx::{AnyConnection, AnyPool, Connection};

pub use backup::{Copied, Unpacked};
pub use batch::Batch;
pub use error::{Error, Result};
use ids::Ids;
pub use lease::{Lease, Leases, Terms};
pub use news::News;
use sole::Sole;

/// Which database answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded one: one writer, many readers.
    Sqlite,
    /// A server, shared by several instances.
    Postgres,
}

/// A transaction that writes; rolled back unless committed.
pub type Write = Transaction<'static, Any>;

/// An open database. Clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    dialect: Dialect,
    url: Arc<str>,
    writer: AnyPool,
    readers: AnyPool,
    ids: Arc<Ids>,
    /// What this process is called in leases and, on PostgreSQL, in the list of connections.
    instance: Arc<str>,
    fence: Option<Lease>,
}

impl Store {
    /// Begins a write. On SQLite it takes the one writer at once, so that it never fails half-way
    /// for want of a lock.
    ///
    /// # Errors
    /// The database cannot be reached, or stayed busy for longer than its timeout; [`Error::Held`]
    /// when another instance has taken over what this handle is fenced by.
    pub async fn write(&self) -> Result<Write> {
        let mut write = match self.dialect {
            Dialect::Sqlite => self.writer.begin_with("BEGIN IMMEDIATE").await?,
            Dialect::Postgres => self.writer.begin().await?,
        };
        if let Some(lease) = &self.fence
            && !queries::is_newest(&mut write, lease.name(), lease.epoch(), self.dialect).await?
        {
            return Err(Error::Held("another instance has taken over".to_owned()));
        }
        Ok(write)
    }

    /// A handle whose writes are refused as soon as somebody else holds this lease.
    #[must_use]
    pub fn fenced(&self, lease: Lease) -> Self {
        Self { fence: Some(lease), ..self.clone() }
    }

    /// Whether who writes through this handle may still act on the outside world.
    pub fn may_act(&self) -> bool {
        self.fence.as_ref().is_none_or(Lease::is_current)
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn read(&self) -> Result<sqlx::pool::PoolConnection<Any>> {
        Ok(self.readers.acquire().await?)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<()> {
        let mut connection = self.read().await?;
        sqlx::query("select 1").execute(&mut *connection).await?;
        Ok(())
    }

    /// A new id: 64 bits, rising with time.
    pub fn new_id(&self) -> i64 {
        self.ids.next()
    }

    /// What a claiming `select` ends with, so that two claimers never take the same row `d`.
    pub fn claim_lock(&self) -> &'static str {
        match self.dialect {
            Dialect::Sqlite => "",
            Dialect::Postgres => " for update of d skip locked",
        }
    }

    /// Tells the planner how large the tables have become; due after a large fan-out.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn refresh_statistics(&self, write: &mut AnyConnection) -> Result<()> {
        if self.dialect == Dialect::Postgres {
            sqlx::query("analyze deliveries").execute(write).await?;
        }
        Ok(())
    }

    /// How many rows one statement of a fan-out should take, so that other writers get in between.
    pub fn fan_out_chunk(&self) -> i64 {
        match self.dialect {
            Dialect::Sqlite => 5_000,
            Dialect::Postgres => 50_000,
        }
    }

    /// After an erasure: folds SQLite's log into the file, so that the old pages are overwritten
    /// (`secure_delete`) rather than left behind.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn forget_traces(&self) -> Result<()> {
        if self.dialect == Dialect::Sqlite {
            let mut writer = self.writer.acquire().await?;
            sqlx::query("pragma wal_checkpoint(truncate)").fetch_all(&mut *writer).await?;
        }
        Ok(())
    }

    /// Whether a service is running on this database now.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn is_served(&self) -> Result<bool> {
        if self.dialect == Dialect::Postgres {
            return Ok(queries::instances(&mut *self.read().await?).await? > 0);
        }
        match self.become_sole() {
            Ok(_) => Ok(false),
            Err(Error::Held(_)) => Ok(true),
            Err(other) => Err(other),
        }
    }

    /// The SQLite file, if it is one.
    pub fn file(&self) -> Option<std::path::PathBuf> {
        (self.dialect == Dialect::Sqlite).then(|| open::sqlite_path(&self.url))
    }

    /// Which database this is.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn become_sole(&self) -> Result<Sole> {
        Sole::on(&open::sqlite_path(&self.url))
    }

    fn instance(&self) -> &str {
        &self.instance
    }

    /// The URL under which this process's connections are found in PostgreSQL's list.
    fn client_url(&self) -> String {
        open::named(&self.url, &format!("{}{}", queries::CLIENT, self.instance))
    }

    /// A connection of its own, whose end frees what it locked.
    async fn session(&self) -> Result<AnyConnection> {
        let url = open::named(&self.url, &format!("{}{}", queries::SERVER, self.instance));
        Ok(AnyConnection::connect(&url).await?)
    }

    /// Closes all connections, so that SQLite folds its log back into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
