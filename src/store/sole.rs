//! Being the only service on a database.

use std::fs::{File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;

use sqlx::AnyConnection;
use sqlx::{Connection, Row};

use super::{Error, Result, Store};

/// "thuispost" in the key space of PostgreSQL's advisory locks.
const ADVISORY_KEY: i64 = 0x7468_7569_7370;

/// Held for as long as this process is the one service on a database. The kernel, or PostgreSQL,
/// frees it at any death of the process.
#[derive(Debug)]
pub struct Sole {
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    File(File),
    Session(Box<AnyConnection>),
}

impl Store {
    /// Becomes the one service on this database.
    ///
    /// # Errors
    /// [`Error::Held`] when another process is.
    pub async fn become_sole(&self) -> Result<Sole> {
        let kept = match self.sqlite_file() {
            Some(file) => Kept::File(lock_file(&format!("{}.lock", file.display()))?),
            None => Kept::Session(Box::new(self.lock_session().await?)),
        };
        Ok(Sole { kept })
    }

    /// Whether a service is running on this database now.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn is_served(&self) -> Result<bool> {
        match self.become_sole().await {
            Ok(_) => Ok(false),
            Err(Error::Held(_)) => Ok(true),
            Err(other) => Err(other),
        }
    }

    async fn lock_session(&self) -> Result<AnyConnection> {
        let mut session = AnyConnection::connect(self.url()).await?;
        let row = sqlx::query("select case when pg_try_advisory_lock($1) then 1 else 0 end as got")
            .bind(ADVISORY_KEY)
            .fetch_one(&mut session)
            .await?;
        if row.try_get::<i32, _>("got")? == 1 {
            Ok(session)
        } else {
            Err(held("this PostgreSQL database"))
        }
    }
}

impl Sole {
    /// Whether the lock is still ours; a PostgreSQL session that was cut has lost it.
    pub async fn still_holds(&mut self) -> bool {
        match &mut self.kept {
            Kept::File(file) => file.metadata().is_ok(),
            Kept::Session(session) => session.ping().await.is_ok(),
        }
    }
}

fn lock_file(path: &str) -> Result<File> {
    let opened = File::options().create(true).append(true).mode(0o600).open(path);
    let file = opened.map_err(|source| Error::File { path: path.to_owned(), source })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(held(path)),
        Err(TryLockError::Error(source)) => Err(Error::File { path: path.to_owned(), source }),
    }
}

fn held(what: &str) -> Error {
    Error::Held(format!("another thuispost is already serving on {what}; stop it first, or use it"))
}
