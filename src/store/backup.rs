//! The whole database as one SQLite file, whichever of the two it comes from, and back again.
//!
//! From SQLite the file is SQLite's own consistent copy; from PostgreSQL it is filled row by row
//! under one snapshot. Both run beside a service that sends at full speed. The way back copies every
//! row in the caller's one transaction, so nothing is ever half there.

mod file;
mod rows;

use std::path::{Path, PathBuf};

use sqlx::{AnyConnection, Connection};

use super::{Dialect, Error, Result, Sole, Store};
use file::Draft;
use rows::Table;

/// What a backup holds.
#[derive(Clone, Debug)]
pub struct Copied {
    /// How many rows of each table, by name.
    pub rows: Vec<(String, u64)>,
    /// Size of the file; 0 where the rows went into a database.
    pub bytes: u64,
}

/// A copy of a backup to work on before its rows go anywhere; its file goes away with it.
#[derive(Debug)]
pub struct Unpacked {
    /// Open, of this program's schema.
    pub store: Store,
    draft: Draft,
}

impl Unpacked {
    /// Ends it; the file is gone afterwards.
    pub async fn close(self) {
        self.store.close().await;
        drop(self.draft);
    }
}

/// Nobody serves on the database that is restored into; kept until the restore is done.
#[derive(Debug)]
pub struct Unserved {
    _file: Option<Sole>,
}

impl Copied {
    /// Rows of all tables together.
    pub fn all_rows(&self) -> u64 {
        self.rows.iter().map(|(_, rows)| rows).sum()
    }
}

impl Store {
    /// Writes everything to a new file, readable by its owner only. It takes its place under its
    /// name when it is complete, checked and on the disk.
    ///
    /// # Errors
    /// The file is there already and is not to be replaced, cannot be written or did not pass its
    /// check; the database cannot be reached. Nothing is left behind.
    pub async fn back_up(&self, path: &Path, replace: bool) -> Result<Copied> {
        file::must_be_free(path, replace)?;
        let part = Draft::begin(file::beside(path, ".part"))?;
        match self.dialect {
            Dialect::Sqlite => {
                let mut read = self.read().await?;
                file::vacuum_into(&mut read, part.path()).await?;
            }
            Dialect::Postgres => {
                let copied = self.copy_out(part.path()).await;
                copied.map_err(|error| file::unfinished(part.path(), &error))?;
            }
        }
        let mut written = file::open_to_read(part.path()).await?;
        file::check(&mut written, part.path()).await?;
        let rows = rows::count(&mut written).await?;
        written.close().await?;
        let bytes = part.becomes(path, replace)?;
        Ok(Copied { rows, bytes })
    }

    async fn copy_out(&self, path: &Path) -> Result<()> {
        let into = Self::open(&file::url(path)).await?;
        let snapshot = "begin isolation level repeatable read read only";
        let mut read = self.readers.begin_with(snapshot).await?;
        let mut write = into.write().await?;
        for table in rows::tables(&mut write).await? {
            table.copy(&mut read, &mut write).await?;
        }
        write.commit().await?;
        into.close().await;
        file::make_one_file(path).await
    }

    /// A checked copy of a backup, for a while at `place`, brought up to this program's schema; the backup itself
    /// is only read.
    ///
    /// # Errors
    /// [`Error::Backup`] when the file is no backup or is damaged; [`Error::Schema`] when a newer
    /// program wrote it; it cannot be read, or `place` not be written.
    pub async fn unpack(backup: &Path, place: PathBuf) -> Result<Unpacked> {
        file::must_be_sqlite(backup)?;
        let mut read = file::open_to_read(backup).await?;
        file::check(&mut read, backup).await?;
        file::must_be_ours(&mut read, backup).await?;
        let draft = Draft::begin(place)?;
        file::vacuum_into(&mut read, draft.path()).await?;
        read.close().await?;
        let store = Self::open(&file::url(draft.path())).await?;
        Ok(Unpacked { store, draft })
    }

    /// Passes when nobody serves on this database. On SQLite nobody can begin to while it is kept; on
    /// PostgreSQL [`Store::copy_in`] looks once more.
    ///
    /// # Errors
    /// [`Error::Held`] when somebody does; the database cannot be reached.
    pub async fn must_be_unserved(&self) -> Result<Unserved> {
        if self.dialect == Dialect::Sqlite {
            return Ok(Unserved { _file: Some(self.become_sole()?) });
        }
        if self.is_served().await? {
            let why = "a thuispost is serving on this PostgreSQL database; stop it first";
            return Err(Error::Held(why.to_owned()));
        }
        Ok(Unserved { _file: None })
    }

    /// Passes when no table holds a row yet. Only what says who serves now is passed over.
    ///
    /// # Errors
    /// [`Error::Backup`] when one does; the database cannot be reached.
    pub async fn must_be_blank(&self, like: &Self) -> Result<()> {
        let tables = rows::tables(&mut *like.read().await?).await?;
        all_empty(&mut *self.read().await?, &tables).await
    }

    /// Copies every row of `from`, a SQLite database of this schema, within the caller's
    /// transaction on this database.
    ///
    /// # Errors
    /// [`Error::Backup`] when this database holds rows already, [`Error::Held`] when a service began
    /// in the meantime; either database fails.
    pub async fn copy_in(&self, from: &Self, write: &mut AnyConnection) -> Result<Copied> {
        let mut read = from.read().await?;
        let tables = rows::tables(&mut read).await?;
        let mut rows = Vec::with_capacity(tables.len());
        if self.dialect == Dialect::Postgres {
            // A service that begins now waits for this before it looks who there is.
            sqlx::query("lock table organisations in access exclusive mode")
                .execute(&mut *write)
                .await?;
            self.must_be_unserved().await?;
        }
        all_empty(write, &tables).await?;
        for table in &tables {
            rows.push((table.name().to_owned(), table.copy(&mut read, write).await?));
        }
        self.refresh_statistics(write).await?;
        Ok(Copied { rows, bytes: 0 })
    }
}

async fn all_empty(connection: &mut AnyConnection, tables: &[Table]) -> Result<()> {
    for table in tables {
        if !table.is_empty(connection).await? {
            return Err(Error::Backup(format!(
                "the database of DATABASE_URL is not empty (there are {}): restore into a new one",
                table.name()
            )));
        }
    }
    Ok(())
}
