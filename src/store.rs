//! The database: opening it, bringing its schema up, beginning a write, and the few places where
//! SQLite and PostgreSQL differ. Nothing else knows which of the two it is.
//!
//! It holds no words of the domain and runs no query of a room.

mod batch;
mod error;
mod ids;
mod open;
mod sole;

use std::sync::Arc;

use sqlx::{Any, Transaction};
use sqlx::{AnyConnection, AnyPool};

pub use batch::Batch;
pub use error::{Error, Result};
use ids::Ids;
pub use sole::Sole;

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
}

impl Store {
    /// Begins a write. On SQLite it takes the one writer at once, so that it never fails half-way
    /// for want of a lock.
    ///
    /// # Errors
    /// The database cannot be reached, or stayed busy for longer than its timeout.
    pub async fn write(&self) -> Result<Write> {
        let begun = match self.dialect {
            Dialect::Sqlite => self.writer.begin_with("BEGIN IMMEDIATE").await,
            Dialect::Postgres => self.writer.begin().await,
        };
        Ok(begun?)
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

    /// Which database this is.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Closes all connections, so that SQLite folds its log back into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
