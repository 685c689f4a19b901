//! The real program as a process of its own, for tests that kill it or read what it says.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use serde_json::Value;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use thuispost::clock::Ticker;

use super::school::{School, TOKEN};

/// A running `thuispost serve`; killed at the latest when it goes out of sight.
pub struct Serving {
    child: Child,
    address: Option<SocketAddr>,
}

/// An address of this machine that nobody listens on.
pub fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
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
        let erasures = school.settings.erasures_file.display().to_string();
        let variables = [
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_API_URL", &school.sandbox.url()),
            ("DATABASE_URL", &school.database.url),
            ("THUISPOST_KEY_FILE", &key_file),
            ("THUISPOST_ERASURES_FILE", &erasures),
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

    /// The same, serving another school of the same database too.
    #[must_use]
    pub fn and(self, school: &School) -> Self {
        self.with(&school.organisation.token_env, &school.token)
    }

    /// Starts `serve`.
    pub fn serves(&self) -> Serving {
        Serving { child: self.command(&["serve"]).spawn().unwrap(), address: None }
    }

    /// The same; it can be asked how it is.
    pub fn serves_at_an_address(&self) -> Serving {
        self.serves_at(free_address())
    }

    /// The same at this address.
    pub fn serves_at(&self, address: SocketAddr) -> Serving {
        let mut command = self.command(&["serve"]);
        command.env("THUISPOST_HTTP_ADDR", address.to_string());
        Serving { child: command.spawn().unwrap(), address: Some(address) }
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
    /// What `/readyz` says; `None` when nobody answers (soon enough: it may hang).
    pub async fn readyz(&self) -> Option<reqwest::Result<Value>> {
        let wait = Duration::from_secs(1);
        let client = reqwest::Client::builder().no_proxy().timeout(wait).build().unwrap();
        let answer = client.get(format!("http://{}/readyz", self.address?)).send().await.ok()?;
        Some(answer.json().await)
    }

    /// A page of it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address.unwrap())
    }

    /// What `/metrics` says.
    pub async fn metrics(&self) -> Option<String> {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = client.get(format!("http://{}/metrics", self.address?)).send().await.ok()?;
        answer.text().await.ok()
    }

    /// `kill -9`.
    pub fn dies(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGSTOP: it hangs until [`Serving::wakes`].
    pub fn stops(&self) {
        self.signal(Signal::SIGSTOP);
    }

    /// SIGCONT.
    pub fn wakes(&self) {
        self.signal(Signal::SIGCONT);
    }

    fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), signal).unwrap();
    }

    /// SIGTERM; waits for its end. Returns how it ended and how long that took.
    pub async fn ends_politely(mut self) -> (ExitStatus, Duration) {
        self.signal(Signal::SIGTERM);
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
