//! The real program as a process of its own, for tests that kill it or read what it says.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use thuispost::clock::Ticker;

use super::school::{School, TOKEN};

/// A running `thuispost serve`; killed at the latest when it goes out of sight.
pub struct Serving {
    child: Child,
}

/// How a school's program is started.
pub struct Program {
    folder: PathBuf,
    variables: Vec<(String, String)>,
}

impl Program {
    /// On the school's database and Bot API, without limits or quiet hours, logging little.
    pub fn of(school: &School) -> Self {
        let folder = school.database.folder.path().to_owned();
        let key_file = school.settings.key_file.display().to_string();
        let variables = [
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_API_URL", &school.sandbox.url()),
            ("DATABASE_URL", &school.database.url),
            ("THUISPOST_KEY_FILE", &key_file),
            ("THUISPOST_HTTP_ADDR", "127.0.0.1:0"),
            ("THUISPOST_HTTP_TIMEOUT", "2"),
            ("THUISPOST_PER_SECOND", "0"),
            ("THUISPOST_QUIET_HOURS", "00:00-00:00"),
            ("THUISPOST_LOG", "warn"),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self { folder, variables: variables.into() }
    }

    /// The same with another value of a setting.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts `serve`.
    pub fn serves(&self) -> Serving {
        Serving { child: self.command(&["serve"]).spawn().unwrap() }
    }

    /// Runs a command to its end.
    pub fn runs(&self, arguments: &[&str]) -> ExitStatus {
        self.command(arguments).status().unwrap()
    }

    /// Everything that was written to standard output and standard error so far.
    pub fn said(&self) -> String {
        let read = |name: &str| std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        read("stdout.log") + &read("stderr.log")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thuispost"));
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null());
        for name in ["TELOXIDE_TOKEN", "DATABASE_URL", "RUST_LOG"] {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.env("NO_PROXY", "127.0.0.1,localhost");
        command.stdout(appended(&self.folder.join("stdout.log")));
        command.stderr(appended(&self.folder.join("stderr.log")));
        command
    }
}

fn appended(path: &Path) -> File {
    File::options().create(true).append(true).open(path).unwrap()
}

impl Serving {
    /// `kill -9`.
    pub fn dies(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM; waits for its end. Returns how it ended and how long that took.
    pub async fn ends_politely(mut self) -> (ExitStatus, Duration) {
        let id = i32::try_from(self.child.id()).unwrap();
        kill(Pid::from_raw(id), Signal::SIGTERM).unwrap();
        let ticker = Ticker::start();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, ticker.elapsed());
            }
            assert!(ticker.elapsed() < Duration::from_secs(30), "it does not end");
            ticker.until(ticker.elapsed() + Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Ended and waited for already, in the good case.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
