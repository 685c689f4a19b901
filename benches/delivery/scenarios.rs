//! What is measured.

mod broadcast;
mod meetings;
mod million;
mod plan_day;
mod presses;

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::arguments::Arguments;
use super::crowd::Crowd;

type Scenario = (&'static str, fn(&Arguments));

/// Runs one scenario, or all.
pub fn run(what: &str, arguments: &Arguments) {
    let scenarios: [Scenario; 8] = [
        ("at-once", broadcast::at_once),
        ("latency", broadcast::latency),
        ("limits", broadcast::limits),
        ("fan-out", million::fan_out),
        ("presses", presses::presses),
        ("plan-day", plan_day::plan_day),
        ("slots", meetings::slots),
        ("invitations", meetings::invitations),
    ];
    let chosen: Vec<_> =
        scenarios.iter().filter(|(name, _)| what.is_empty() || *name == what).collect();
    assert!(
        !chosen.is_empty(),
        "no scenario {what}; there are: {:?}",
        scenarios.map(|(name, _)| name)
    );
    for (_, scenario) in chosen {
        scenario(arguments);
    }
}

/// A SQLite database that is made once and copied for each round.
struct Template {
    folder: TempDir,
}

impl Template {
    fn of(crowd: Crowd) -> Self {
        let folder = TempDir::new().unwrap();
        crowd.gather(&url(&folder.path().join("template.db")));
        Self { folder }
    }

    /// Where the service keeps its key, as a word for a part.
    fn key_file(&self) -> String {
        format!("key_file={}", self.folder.path().join("bench.key").display())
    }

    /// A fresh copy, as a word for a part; the copy before it is gone then.
    fn copy(&self) -> String {
        let copy: PathBuf = self.folder.path().join("copy.db");
        for ending in ["-wal", "-shm", ".lock", ""] {
            drop(std::fs::remove_file(format!("{}{ending}", copy.display())));
        }
        std::fs::copy(self.folder.path().join("template.db"), &copy).unwrap();
        format!("database={}", url(&copy))
    }
}

fn url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}
