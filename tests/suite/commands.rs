//! The program as staff and operators run it: what it prints, and how it ends.

mod checking;
mod mistakes;
mod operating;
mod reading;

use std::process::Stdio;

use tokio::process::Command;

use super::database::TestDatabase;
use super::school::{School, TOKEN};

const ROSTER: &str = "locatie,telefoon,groep,gezin,kind,ouder,thuistaal\n\
    De Regenboog,020-555 01 23,Vlinders,G1,Samira,Fatima,ar\n\
    De Regenboog,020-555 01 23,Vlinders,G3,Daan,Anna,nl\n\
    De Zon,,Vlinders,G4,Bo,Cor,nl\n";

/// What came of a command.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// What it printed, when it went well.
    pub fn well(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// What it complained of, when it ended so.
    pub fn ill(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.out, "", "a failure has no result");
        self.err
    }
}

/// A desk with an empty database; the program runs in its folder, with nothing else set.
pub struct Desk {
    pub database: TestDatabase,
    pub settings: Vec<(String, String)>,
}

impl Desk {
    pub async fn empty() -> Self {
        let database = TestDatabase::new().await;
        let settings = [
            ("DATABASE_URL", database.url.as_str()),
            ("THUISPOST_BOT_USERNAME", "@regenboog_bot"),
            ("THUISPOST_HTTP_ADDR", "127.0.0.1:0"),
            // Whenever the test runs, it is not night.
            ("THUISPOST_QUIET_HOURS", "00:00-00:00"),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        Self { database, settings }
    }

    /// With families in two groups that are both called Vlinders.
    pub async fn with_families() -> Self {
        let desk = Self::empty().await;
        desk.writes("roster.csv", ROSTER);
        desk.runs(&["import", "roster", "roster.csv"]).await.well();
        desk
    }

    pub fn sets(mut self, name: &str, value: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn writes(&self, path: &str, text: &str) {
        let path = self.database.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub async fn runs(&self, args: &[&str]) -> Ran {
        runs(self.database.folder.path(), &self.settings, args).await
    }
}

impl School {
    /// Runs the program beside the school's service.
    pub async fn staff_run(&self, args: &[&str]) -> Ran {
        let key_file = self.settings.key_file.display().to_string();
        let erasures = self.settings.erasures_file.display().to_string();
        let settings = [
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_API_URL", &self.sandbox.url()),
            ("DATABASE_URL", &self.database.url),
            ("THUISPOST_KEY_FILE", &key_file),
            ("THUISPOST_ERASURES_FILE", &erasures),
            ("THUISPOST_HTTP_ADDR", "127.0.0.1:0"),
            ("THUISPOST_QUIET_HOURS", "00:00-00:00"),
            ("THUISPOST_ESPEAK", &self.settings.espeak),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
        runs(self.database.folder.path(), &settings, args).await
    }
}

async fn runs(folder: &std::path::Path, settings: &[(String, String)], args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thuispost"));
    command.args(args).current_dir(folder).env_clear().stdin(Stdio::null()).kill_on_drop(true);
    command.envs(settings.iter().map(|(name, value)| (name, value)));
    let output = command.output().await.unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}
