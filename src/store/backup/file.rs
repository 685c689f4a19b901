//! The file of a backup: written under another name, checked, brought to the disk, then renamed; and
//! judged before anything is read from it.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use sqlx::{AnyConnection, AssertSqlSafe, Connection, Row};

use super::super::{Error, Result};

/// The first bytes of every SQLite file.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// A file that is being written; removed when it goes out of sight, unless it got a name.
#[derive(Debug)]
pub(super) struct Draft {
    path: PathBuf,
    /// Locked, so that two programs do not write one file.
    file: File,
}

impl Draft {
    /// A file of our own, for its owner only and empty, whatever an earlier try left there.
    pub(super) fn begin(path: PathBuf) -> Result<Self> {
        must_be_plain(&path)?;
        let mut options = File::options();
        let opened = options.create(true).append(true).mode(0o600).open(&path);
        let file = opened.map_err(|source| in_file(&path, source))?;
        match file.try_lock() {
            // Whoever held it may have finished just now: then this is their file under its new name.
            Ok(()) if is_still_at(&file, &path) => {}
            Ok(()) | Err(TryLockError::WouldBlock) => {
                return Err(Error::Held(format!("{}: another program writes it", path.display())));
            }
            Err(TryLockError::Error(source)) => return Err(in_file(&path, source)),
        }
        let draft = Self { path, file };
        draft.file.set_len(0).map_err(|source| in_file(&draft.path, source))?;
        Ok(draft)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, when it is on the disk. Returns its size.
    pub(super) fn becomes(self, goal: &Path, replace: bool) -> Result<u64> {
        let in_draft = |source| in_file(&self.path, source);
        self.file.sync_all().map_err(in_draft)?;
        let bytes = self.file.metadata().map_err(in_draft)?.len();
        must_be_free(goal, replace)?;
        std::fs::rename(&self.path, goal).map_err(|source| in_file(goal, source))?;
        let folder = goal.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|source| in_file(folder, source))?;
        Ok(bytes)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Once it has its name there is nothing under these any more.
        for ending in ["", "-wal", "-shm", "-journal"] {
            drop(std::fs::remove_file(beside(&self.path, ending)));
        }
    }
}

pub(super) fn must_be_free(goal: &Path, replace: bool) -> Result<()> {
    if replace || !goal.exists() {
        return Ok(());
    }
    let what = goal.display();
    Err(Error::Backup(format!("{what} is there already: choose another name, or --force")))
}

/// Such a name would be read in another way inside a database URL.
fn must_be_plain(path: &Path) -> Result<()> {
    if path.to_str().is_some_and(|text| !text.contains(['?', '%', '#'])) {
        return Ok(());
    }
    let what = path.display();
    Err(Error::Backup(format!("{what}: a name without ?, % and # is needed")))
}

fn is_still_at(file: &File, path: &Path) -> bool {
    let number = |found: std::fs::Metadata| (found.dev(), found.ino());
    let there = std::fs::metadata(path).map(number).ok();
    there.is_some() && file.metadata().map(number).ok() == there
}

pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn in_file(path: &Path, source: std::io::Error) -> Error {
    Error::File { path: path.display().to_string(), source }
}

pub(super) fn url(path: &Path) -> String {
    format!("sqlite:{}", full(path).display())
}

fn full(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// SQLite's own consistent copy, without the pages of what was deleted.
pub(super) async fn vacuum_into(read: &mut AnyConnection, path: &Path) -> Result<()> {
    let target = full(path).display().to_string();
    let done = sqlx::query("vacuum into $1").bind(target).execute(read).await;
    done.map(drop).map_err(|error| unwritten(path, &error))
}

/// SQLite does not say which file was full.
fn unwritten(path: &Path, error: &sqlx::Error) -> Error {
    Error::Backup(format!(
        "{} cannot be written: {error}; is there room on that disk?",
        path.display()
    ))
}

/// Either side of the copy may have failed: the error itself says how.
pub(super) fn unfinished(path: &Path, error: &Error) -> Error {
    Error::Backup(format!("the copy into {} was broken off: {error}", path.display()))
}

/// Ends write-ahead logging, so that the file is whole without others beside it.
pub(super) async fn make_one_file(path: &Path) -> Result<()> {
    let address = format!("sqlite://{}?mode=rw", full(path).display());
    let mut alone = AnyConnection::connect(&address).await?;
    sqlx::query("pragma journal_mode = delete").fetch_all(&mut alone).await?;
    alone.close().await?;
    Ok(())
}

pub(super) async fn open_to_read(path: &Path) -> Result<AnyConnection> {
    must_be_plain(path)?;
    sqlx::any::install_default_drivers();
    let address = format!("sqlite://{}?mode=ro", full(path).display());
    AnyConnection::connect(&address).await.map_err(|error| damaged(path, &error.to_string()))
}

pub(super) fn must_be_sqlite(path: &Path) -> Result<()> {
    let mut file = File::open(path).map_err(|source| in_file(path, source))?;
    let mut start = [0; MAGIC.len()];
    match file.read_exact(&mut start) {
        Ok(()) if start == *MAGIC => Ok(()),
        Ok(()) => Err(no_backup(path)),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(no_backup(path)),
        Err(source) => Err(in_file(path, source)),
    }
}

/// Whether it is a database of this program at all; of which version, is judged at its opening.
pub(super) async fn must_be_ours(read: &mut AnyConnection, path: &Path) -> Result<()> {
    let query = sqlx::query_scalar(
        "select count(*) from sqlite_schema where type = 'table' and name in ('organisations', '_sqlx_migrations')",
    );
    let found: i64 = query.fetch_one(read).await?;
    if found == 2 { Ok(()) } else { Err(no_backup(path)) }
}

/// Every page, every index and every reference.
pub(super) async fn check(read: &mut AnyConnection, path: &Path) -> Result<()> {
    for sql in ["pragma integrity_check", "pragma foreign_key_check"] {
        let told = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut *read).await;
        let told = told.map_err(|error| damaged(path, &error.to_string()))?;
        let first = told.first().map(|row| row.try_get::<String, _>(0).unwrap_or_default());
        match first {
            None => {}
            Some(word) if word == "ok" => {}
            Some(word) => return Err(damaged(path, &word)),
        }
    }
    Ok(())
}

fn no_backup(path: &Path) -> Error {
    Error::Backup(format!("{} is no backup of thuispost", path.display()))
}

fn damaged(path: &Path, why: &str) -> Error {
    Error::Backup(format!("{} is damaged ({why}): use an earlier backup", path.display()))
}
