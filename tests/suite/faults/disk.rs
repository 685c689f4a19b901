//! The disk is full.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use sqlx::AssertSqlSafe;
use tempfile::TempDir;
use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::Options;
use thuispost::store::Store;

use super::Day;
use crate::suite::database::TestDatabase;
use crate::suite::parents;
use crate::suite::school::{PATIENCE, School};
use crate::suite::serving::Program;

/// What the log says, once.
const FULL: &str = "the outbox cannot be written";

#[tokio::test]
async fn a_full_disk_loses_nothing_and_the_service_goes_on_when_there_is_room() {
    let day = Day::begins(3).await;
    if day.school.database.is_postgres() {
        return;
    }
    day.sends_short(1).await;
    day.school.settles().await;
    let store = day.service.as_ref().unwrap().store.clone();
    let full = most_pages(&store, "").await;
    assert_eq!(most_pages(&store, &format!(" = {full}")).await, full);
    for (parent, number) in day.parents.iter().zip(1..) {
        let long = format!("Vraag {number} {}", "lang ".repeat(700));
        day.school.sandbox.types(parent.phone, &long).unwrap();
    }
    day.sends_short(2).await;
    day.school.settles().await;
    day.everybody_has_once(2, 0);
    assert_eq!(day.school.counts("select count(*) from questions").await, 3);
    assert_eq!(day.school.counts("select count(*) from updates where state = 'failed'").await, 0);
    let most = most_pages(&store, " ").await;
    assert!(most > full, "it met the limit, and took another connection");
    assert_eq!(day.readyz().await["telegram"], "up");
}

/// The service's writer may have so many pages, or, without a limit of its own, has so many now.
async fn most_pages(store: &Store, limit: &str) -> i64 {
    let sql = if limit.is_empty() { "pragma page_count" } else { "pragma max_page_count" };
    let mut write = store.write().await.unwrap();
    let query = sqlx::query_scalar(AssertSqlSafe(format!("{sql}{limit}")));
    let pages = query.fetch_one(&mut *write).await.unwrap();
    write.commit().await.unwrap();
    pages
}

/// A file system of a few megabytes in memory, which can really be full.
struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// Needs the right to mount.
    fn mounts() -> Result<Self, String> {
        let folder = tempfile::tempdir().unwrap();
        let mount = ["-t", "tmpfs", "-o", "size=8m", "tmpfs"];
        let mounted = Command::new("mount").args(mount).arg(folder.path()).output();
        match mounted {
            Ok(done) if done.status.success() => Ok(Self { folder }),
            refused => Err(format!("{refused:?}")),
        }
    }

    fn filler(&self) -> PathBuf {
        self.folder.path().join("filler")
    }

    /// To the last byte.
    fn fills(&self) {
        let mut filler = File::create(self.filler()).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn has_room(&self) {
        std::fs::remove_file(self.filler()).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // The program and the school still have files open there.
        drop(Command::new("umount").arg("-l").arg(self.folder.path()).output());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_stays_full_is_said_once_and_loses_nothing() {
    if std::env::var("THUISPOST_TEST_DATABASE").is_ok() {
        // PostgreSQL has a disk of its own.
        return;
    }
    let disk = match SmallDisk::mounts() {
        Ok(disk) => disk,
        Err(why) => return println!("skipped: no small file system can be mounted here: {why}"),
    };
    let database = TestDatabase::on(disk.folder.path()).await;
    let options = Options::new(Calendar::system());
    let school = School::on(database, &parents::rows(3), options).await;
    let parents = parents::have_joined(&school).await;
    let program = Program::of(&school);
    let serving = program.serves();
    parents::approve(&school, &parents::short_letter(&school, 1)).await;
    school.settles().await;

    school.sandbox.goes_down();
    parents::approve(&school, &parents::short_letter(&school, 2)).await;
    // No room is left in the log either, so that the next write needs some.
    school.store.forget_traces().await.unwrap();
    disk.fills();
    for parent in &parents {
        school.sandbox.types(parent.phone, "Is er morgen opvang?").unwrap();
    }
    school.sandbox.comes_up();
    let ticker = Ticker::start();
    while !program.said().contains(FULL) {
        assert!(ticker.elapsed() < PATIENCE, "{}", program.said());
        ticker.until(ticker.elapsed() + Duration::from_millis(20)).await;
    }
    // Several more rounds of the loop.
    ticker.until(ticker.elapsed() + Duration::from_secs(4)).await;
    assert_eq!(school.counts("select count(*) from questions").await, 0, "it is still full");

    disk.has_room();
    school.settles().await;
    drop(serving);
    assert_eq!(program.said().matches(FULL).count(), 1, "{}", program.said());
    assert_eq!(school.counts("select count(*) from questions").await, 3);
    for parent in &parents {
        for letter in [1, 2] {
            assert_eq!(parents::copies(&school, parent.phone, letter, 0), 1);
        }
    }
    assert_eq!(school.counts("select count(*) from doubts").await, 0);
}
