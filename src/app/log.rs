//! The log: to standard error, as text or as JSON lines.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging as `THUISPOST_LOG` says; a second call changes nothing.
pub fn start_log(setting: &str) {
    let (json, filter) = match setting.strip_prefix("json:") {
        Some(filter) => (true, filter),
        None => (false, setting),
    };
    // teloxide tells of updates that it cannot read, bodies included; we keep those ourselves.
    let filter = EnvFilter::try_new(format!("{filter},teloxide=off,teloxide_core=off,sqlx=warn"))
        .unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = if json { log.json().try_init() } else { log.try_init() };
    drop(started);
}
