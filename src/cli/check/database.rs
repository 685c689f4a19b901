//! The database: whether it answers and fits, and whether its disk has room.

use std::path::Path;

use super::finding::Findings;
use crate::settings::Settings;
use crate::store::{Error, Store};

/// Less room than this is soon gone.
const LITTLE: u64 = 1024 * 1024 * 1024;
/// A log that grows beyond this is not folded back: a reader holds it.
const LARGE_LOG: u64 = 256 * 1024 * 1024;

/// The store, if it can be used.
pub(super) async fn check(findings: &mut Findings, settings: &Settings) -> Option<Store> {
    let what = "database";
    let url = settings.database_url.reveal();
    let opened = match Store::reach(url).await {
        Ok(()) => Store::open(url).await,
        Err(error) => Err(error),
    };
    let store = match opened {
        Ok(store) => store,
        Err(error) => {
            findings.wrong(what, error.to_string(), mend(&error));
            return None;
        }
    };
    // Opening it asserted the schema and, on SQLite, that what is committed is on the disk.
    findings.ok(what, format!("{:?}, schema in place, durable", store.dialect()));
    if let Some(file) = store.file() {
        let free = free_on_disk_of(&file);
        let log = std::path::PathBuf::from(format!("{}-wal", file.display()));
        room(findings, &Room { file: size(&file), log: size(&log), free });
    }
    match store.is_served().await {
        Ok(true) => findings.ok("service", "running"),
        Ok(false) => findings.look(
            "service",
            "not running",
            "thuispost serve, or: systemctl start thuispost",
        ),
        Err(error) => findings.wrong("service", error.to_string(), mend(&error)),
    }
    Some(store)
}

fn mend(error: &Error) -> &'static str {
    match error {
        Error::Url(_) => "correct DATABASE_URL",
        Error::File { .. } => "let this user write that folder, or correct DATABASE_URL",
        Error::Database(sqlx::Error::Database(inner)) if inner.code().as_deref() == Some("26") => {
            "correct DATABASE_URL, or restore a backup: this file is none of ours"
        }
        Error::Schema(_) => {
            "use the thuispost that made it, or restore a backup into a new database"
        }
        _ => {
            "is the server running, does DATABASE_URL name it, is there room on its disk? else restore a backup"
        }
    }
}

/// Bytes.
struct Room {
    file: u64,
    log: u64,
    free: Option<u64>,
}

fn room(findings: &mut Findings, room: &Room) {
    let what = "disk";
    let sizes = format!("database {}, log {}", mebibytes(room.file), mebibytes(room.log));
    let Some(free) = room.free else {
        return findings.look(
            what,
            format!("{sizes}; the free space is not known"),
            "look with df",
        );
    };
    let text = format!("{sizes}, free {}", mebibytes(free));
    if free < LITTLE || free < room.file.saturating_mul(2) {
        findings.look(
            what,
            text,
            "make room: a full disk stops everything, and a backup needs room too",
        );
    } else if room.log > LARGE_LOG {
        findings.look(
            what,
            text,
            "something reads for long: end other programs that have the database open",
        );
    } else {
        findings.ok(what, text);
    }
}

fn free_on_disk_of(file: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(file).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |found| found.len())
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes.div_ceil(1024 * 1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1024 * 1024;

    fn told(file: u64, log: u64, free: Option<u64>) -> String {
        let mut findings = Findings::default();
        let free = free.map(|free| free * MIB);
        room(&mut findings, &Room { file: file * MIB, log: log * MIB, free });
        findings.readable()
    }

    #[test]
    fn little_room_or_a_long_log_is_to_be_looked_at() {
        assert_eq!(
            told(10, 1, Some(2_000)),
            "ok     disk: database 10 MiB, log 1 MiB, free 2000 MiB"
        );
        assert!(told(10, 1, Some(1_000)).starts_with("look"), "under a gibibyte");
        assert!(told(3_000, 1, Some(5_000)).starts_with("look"), "a backup would just fit, once");
        assert!(told(10, 300, Some(5_000)).contains("end other programs"));
        assert!(told(10, 1, None).starts_with("look"));
    }
}
