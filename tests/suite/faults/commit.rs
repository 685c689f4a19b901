//! The answer to a commit is lost: nobody knows whether it stands. PostgreSQL only; between a
//! process and its SQLite file nothing gets lost but the process.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tempfile::TempDir;
use thuispost::clock::Calendar;
use thuispost::sandbox::Options;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use crate::suite::parents;
use crate::suite::school::{PATIENCE, School};
use crate::suite::serving::Program;

/// A line to PostgreSQL that swallows the answer to every so-manieth commit and breaks then.
struct Line {
    folder: TempDir,
    commits: AtomicUsize,
    swallowed: AtomicUsize,
    /// How many may still be swallowed.
    left: AtomicUsize,
}

/// Every so-manieth commit.
const EVERY: usize = 4;

impl Line {
    fn to(server: PathBuf, left: usize) -> Arc<Self> {
        let folder = tempfile::tempdir_in("/tmp").unwrap();
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).unwrap();
        let line = Arc::new(Self {
            folder,
            commits: AtomicUsize::new(0),
            swallowed: AtomicUsize::new(0),
            left: AtomicUsize::new(left),
        });
        let here = Arc::clone(&line);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = UnixStream::connect(server.join(".s.PGSQL.5432")).await.unwrap();
                tokio::spawn(Arc::clone(&here).carries(client, server));
            }
        });
        line
    }

    async fn carries(self: Arc<Self>, mut client: UnixStream, mut server: UnixStream) {
        let (mut asked, mut told) = (vec![0; 1 << 16], vec![0; 1 << 16]);
        loop {
            tokio::select! {
                read = client.read(&mut asked) => {
                    let Ok(length @ 1..) = read else { return };
                    let is_swallowed = asked[..length].windows(7).any(|it| it == b"COMMIT\0")
                        && self.swallows();
                    if server.write_all(&asked[..length]).await.is_err() {
                        return;
                    }
                    if is_swallowed {
                        // The server has done it; nobody hears of it.
                        drop(server.read(&mut told).await);
                        return;
                    }
                }
                read = server.read(&mut told) => {
                    let Ok(length @ 1..) = read else { return };
                    if client.write_all(&told[..length]).await.is_err() {
                        return;
                    }
                }
            }
        }
    }

    fn swallows(&self) -> bool {
        let is_turn = self.commits.fetch_add(1, Ordering::SeqCst) % EVERY == EVERY - 1;
        let less = |left: usize| left.checked_sub(1);
        let order = Ordering::SeqCst;
        let swallows = is_turn && self.left.fetch_update(order, order, less).is_ok();
        self.swallowed.fetch_add(usize::from(swallows), Ordering::SeqCst);
        swallows
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_whose_answer_is_lost_loses_and_doubles_nothing() {
    const LOST: usize = 40;
    let latency = Duration::from_millis(20);
    let options = Options { latency, ..Options::new(Calendar::system()) };
    let school = School::with(&parents::rows(150), options).await;
    if !school.database.is_postgres() {
        return;
    }
    let everybody = parents::have_joined(&school).await;
    let (base, folder) = school.database.url.split_once("host=").unwrap();
    let line = Line::to(PathBuf::from(folder.split('&').next().unwrap()), LOST);
    let url = format!("{base}host={}", line.folder.path().display());
    let program = Program::of(&school).with("DATABASE_URL", &url);
    let _serving = program.with("THUISPOST_IN_FLIGHT", "8").serves();
    parents::approve(&school, &parents::letter(&school, 1)).await;
    for (number, parent) in (0..).zip(everybody.iter().take(30)) {
        school.sandbox.types(parent.phone, &format!("Vraag {number}")).unwrap();
    }
    let all_swallowed =
        |_: &thuispost::sandbox::World| line.swallowed.load(Ordering::SeqCst) == LOST;
    assert!(school.sandbox.wait_until(PATIENCE, all_swallowed).await, "too few commits");
    school.settles().await;
    for parent in &everybody {
        for part in [0, 1] {
            assert_eq!(parents::copies(&school, parent.phone, 1, part), 1);
        }
    }
    assert_eq!(school.counts("select count(*) from questions").await, 30);
    let answers = |parent: &parents::Parent| {
        let told = parents::bubbles(&school, parent.phone);
        told.iter().filter(|bubble| !bubble.text.contains("kenmerk-")).count()
    };
    assert!(everybody[..30].iter().all(|parent| answers(parent) == 1), "one answer each");
    assert_eq!(school.counts("select count(*) from doubts").await, 0, "and nothing is in doubt");
}
