//! Being the only service on a SQLite file.

use std::fs::{File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::{Error, Result};

/// Held for as long as this process is the one service on a SQLite file. The kernel frees it at any
/// death of the process.
#[derive(Debug)]
pub(super) struct Sole(File);

impl Sole {
    /// Locks the file beside the database.
    pub(super) fn on(database: &Path) -> Result<Self> {
        let path = format!("{}.lock", database.display());
        let opened = File::options().create(true).append(true).mode(0o600).open(&path);
        let file = opened.map_err(|source| Error::File { path: path.clone(), source })?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::Held(format!(
                "another thuispost is already serving on {path}; stop it first, or use it"
            ))),
            Err(TryLockError::Error(source)) => Err(Error::File { path, source }),
        }
    }

    /// Whether the lock is still ours.
    pub(super) fn still_holds(&self) -> bool {
        self.0.metadata().is_ok()
    }
}
