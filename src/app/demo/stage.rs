//! What the demo stands on: a temporary folder, settings of its own, and a sandbox.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{DemoError, DemoOptions};
use crate::clock::Calendar;
use crate::sandbox::{Limits, Options, Sandbox};
use crate::settings::Settings;

/// The demo's bot.
const TOKEN: &str = "100200300:demo";
const USERNAME: &str = "thuispost_demo_bot";

pub(super) fn make_folder() -> Result<PathBuf, DemoError> {
    let mut bytes = [0; 6];
    getrandom::fill(&mut bytes).map_err(|error| DemoError::Folder(error.into()))?;
    let name: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = std::env::temp_dir().join(format!("thuispost-demo-{name}"));
    std::fs::create_dir(&folder).map_err(DemoError::Folder)?;
    Ok(folder)
}

/// The demo's own settings: nothing of the environment reaches it.
pub(super) fn settings(folder: &Path) -> Result<Settings, DemoError> {
    let file = |name: &str| folder.join(name).display().to_string();
    let values = [
        ("TELOXIDE_TOKEN", TOKEN.to_owned()),
        ("DATABASE_URL", format!("sqlite://{}", file("demo.db"))),
        ("THUISPOST_KEY_FILE", file("demo.key")),
        ("THUISPOST_ERASURES_FILE", file("demo.erasures")),
        ("THUISPOST_HTTP_ADDR", "127.0.0.1:0".to_owned()),
    ];
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Settings::read(&values).map_err(|problems| DemoError::Sample(problems.to_string()))
}

pub(super) async fn open_sandbox(
    options: &DemoOptions,
    calendar: &Calendar,
) -> Result<Sandbox, DemoError> {
    let like_telegram = Options {
        limits: Limits::telegram(),
        latency: Duration::from_millis(20),
        ..Options::new(calendar.clone())
    };
    let address = SocketAddr::from(([127, 0, 0, 1], options.port));
    let sandbox = Sandbox::start(address, like_telegram)
        .await
        .map_err(|error| DemoError::Port(options.port, error))?;
    sandbox.add_bot(TOKEN, USERNAME);
    Ok(sandbox)
}
