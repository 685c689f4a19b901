//! Every setting: parsed once, all mistakes reported together, secrets never printed.
//!
//! Settings come from the environment; a `.env` file and a `thuispost.toml` (same names as keys)
//! stand behind it. The table in the README is compared with [`TABLE`] by a test.

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::language::HomeLanguage;

/// One setting, as the README tells it.
#[derive(Debug)]
pub struct Entry {
    /// Name of the variable.
    pub name: &'static str,
    /// The value when unset; empty when there is none.
    pub default: &'static str,
    /// What it is for.
    pub meaning: &'static str,
}

/// All settings there are.
pub const TABLE: [Entry; 14] = [
    entry("TELOXIDE_TOKEN", "", "token of the bot, from @BotFather"),
    entry("TELOXIDE_API_URL", "https://api.telegram.org", "base URL of the Bot API"),
    entry("DATABASE_URL", "sqlite://thuispost.db", "`sqlite://FILE` or `postgres://…`"),
    entry(
        "THUISPOST_ORGANISATION",
        "Thuispost",
        "name of the organisation that the first import creates",
    ),
    entry("THUISPOST_TIME_ZONE", "Europe/Amsterdam", "its time zone"),
    entry("THUISPOST_HTTP_ADDR", "127.0.0.1:8080", "where `/healthz` and `/readyz` listen"),
    entry("THUISPOST_KEY_FILE", "thuispost.key", "key of the invite codes, made when missing"),
    entry(
        "THUISPOST_BOT_USERNAME",
        "",
        "the bot's username for links, while no service has asked Telegram",
    ),
    entry("THUISPOST_LANGUAGE", "nl", "language of commands and reports: `nl` or `en`"),
    entry(
        "THUISPOST_PER_SECOND",
        "30",
        "messages a second that the bot may send; `0` for no limit",
    ),
    entry("THUISPOST_HTTP_TIMEOUT", "20", "seconds to wait for an answer of the Bot API"),
    entry(
        "THUISPOST_QUIET_HOURS",
        "20:00-08:00",
        "no check-in or letter is sent between these hours",
    ),
    entry("THUISPOST_RETENTION_MONTHS", "6", "months a family is kept after its last child left"),
    entry(
        "THUISPOST_LOG",
        "info",
        "what is logged, as `tracing` filters; `json:` before it for JSON lines",
    ),
];

const fn entry(name: &'static str, default: &'static str, meaning: &'static str) -> Entry {
    Entry { name, default, meaning }
}

/// A secret: never shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for the one call that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Hours of the day in which nothing is sent unasked, at the organisation's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// First quiet moment of the evening.
    pub from: jiff::civil::Time,
    /// First moment of the morning that is no longer quiet.
    pub until: jiff::civil::Time,
}

impl QuietHours {
    /// No quiet hours at all: it begins when it ends.
    pub const NONE: Self = Self { from: jiff::civil::Time::MIN, until: jiff::civil::Time::MIN };

    /// Whether an hour is quiet.
    pub fn hold(self, time: jiff::civil::Time) -> bool {
        if self.from <= self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }
}

/// All settings, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Token of the only organisation's bot.
    pub token: Option<Secret>,
    /// Base URL of the Bot API, without a slash at its end.
    pub api_url: String,
    /// Where the database is. May hold a password.
    pub database_url: Secret,
    /// Name of the organisation that an import into an empty database creates.
    pub organisation: String,
    /// Its time zone, an IANA name.
    pub time_zone: String,
    /// Where health is served.
    pub http_addr: SocketAddr,
    /// Key of the invite codes.
    pub key_file: PathBuf,
    /// The bot's username, if it must be known without asking Telegram.
    pub bot_username: Option<String>,
    /// Language of the commands.
    pub language: HomeLanguage,
    /// Messages a second, `None` for no limit.
    pub per_second: Option<u32>,
    /// How long to wait for the Bot API.
    pub http_timeout: Duration,
    /// When nothing is sent unasked.
    pub quiet_hours: QuietHours,
    /// Months a family is kept after its last child left.
    pub retention_months: u16,
    /// What is logged.
    pub log: String,
}

/// All that is wrong with the settings, in one message.
#[derive(Debug, thiserror::Error)]
#[error("settings:\n{}", .0.join("\n"))]
pub struct Problems(pub Vec<String>);

impl Settings {
    /// Reads the environment, `.env` and `thuispost.toml` of the working directory.
    ///
    /// # Errors
    /// Everything that is missing or malformed, together.
    pub fn load() -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let mut values: BTreeMap<String, String> = toml_file(&mut problems);
        match dotenvy::dotenv_iter() {
            Ok(lines) => {
                for line in lines {
                    match line {
                        Ok((name, value)) => drop(values.insert(name, value)),
                        Err(_) => problems.push("  .env: a line is not NAME=value".to_owned()),
                    }
                }
            }
            Err(error) if error.not_found() => {}
            Err(error) => problems.push(format!("  .env: {error}")),
        }
        values.extend(
            std::env::vars().filter(|(name, _)| TABLE.iter().any(|entry| entry.name == name)),
        );
        match Self::read(&values) {
            Ok(settings) if problems.is_empty() => Ok(settings),
            Ok(_) => Err(Problems(problems)),
            Err(Problems(more)) => {
                problems.extend(more);
                Err(Problems(problems))
            }
        }
    }

    /// Reads settings from names and values; unset and empty ones take their default.
    ///
    /// # Errors
    /// Everything that is malformed, together.
    pub fn read(values: &BTreeMap<String, String>) -> Result<Self, Problems> {
        let mut reader = Reader { values, problems: Vec::new() };
        let settings = Self {
            token: reader.text("TELOXIDE_TOKEN").map(Secret::new),
            api_url: reader.parsed("TELOXIDE_API_URL", "an http:// or https:// address", base_url),
            database_url: Secret::new(reader.parsed(
                "DATABASE_URL",
                "sqlite://FILE or postgres://…",
                database_url,
            )),
            organisation: reader
                .parsed("THUISPOST_ORGANISATION", "a name", |text| Some(text.to_owned())),
            time_zone: reader.parsed(
                "THUISPOST_TIME_ZONE",
                "a zone such as Europe/Amsterdam",
                time_zone,
            ),
            http_addr: reader
                .parsed("THUISPOST_HTTP_ADDR", "ADDRESS:PORT", |text| text.parse().ok()),
            key_file: reader.parsed("THUISPOST_KEY_FILE", "a path", |text| Some(text.into())),
            bot_username: reader
                .text("THUISPOST_BOT_USERNAME")
                .map(|name| name.trim_start_matches('@').to_owned()),
            language: reader.parsed("THUISPOST_LANGUAGE", "nl or en", staff_language),
            per_second: reader.parsed(
                "THUISPOST_PER_SECOND",
                "a whole number from 0 to 1000",
                per_second,
            ),
            http_timeout: reader.parsed(
                "THUISPOST_HTTP_TIMEOUT",
                "seconds from 1 to 120",
                http_timeout,
            ),
            quiet_hours: reader.parsed("THUISPOST_QUIET_HOURS", "HH:MM-HH:MM", quiet_hours),
            retention_months: reader.parsed(
                "THUISPOST_RETENTION_MONTHS",
                "months from 1 to 120",
                months,
            ),
            log: reader
                .parsed("THUISPOST_LOG", "a filter such as info", |text| Some(text.to_owned())),
        };
        if reader.problems.is_empty() { Ok(settings) } else { Err(Problems(reader.problems)) }
    }

    /// The zone of [`Settings::time_zone`].
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }
}

struct Reader<'a> {
    values: &'a BTreeMap<String, String>,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn text(&self, name: &str) -> Option<String> {
        let value = self.values.get(name).map(|value| value.trim())?;
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// The parsed value; when it is malformed, the problem is noted and the default stands in.
    #[expect(clippy::expect_used, reason = "a test reads every default of the table")]
    fn parsed<T>(
        &mut self,
        name: &'static str,
        wanted: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> T {
        let given = self.text(name);
        if let Some(value) = given.as_deref().and_then(&parse) {
            return value;
        }
        if given.is_some() {
            // The value itself may be a secret, so it is not repeated.
            self.problems.push(format!("  {name}: must be {wanted}"));
        }
        let default =
            TABLE.iter().find(|entry| entry.name == name).map_or("", |entry| entry.default);
        parse(default).expect("a default that its own setting accepts")
    }
}

fn toml_file(problems: &mut Vec<String>) -> BTreeMap<String, String> {
    let text = match std::fs::read_to_string("thuispost.toml") {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return BTreeMap::new(),
        Err(error) => {
            problems.push(format!("  thuispost.toml: {error}"));
            return BTreeMap::new();
        }
    };
    match toml::from_str::<BTreeMap<String, toml::Value>>(&text) {
        Ok(table) => table.into_iter().map(|(name, value)| (name, plain(&value))).collect(),
        Err(error) => {
            problems.push(format!("  thuispost.toml: {}", error.message()));
            BTreeMap::new()
        }
    }
}

fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn base_url(text: &str) -> Option<String> {
    let url = reqwest::Url::parse(text).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host())
        .then(|| text.trim_end_matches('/').to_owned())
}

fn database_url(text: &str) -> Option<String> {
    ["sqlite://", "sqlite:", "postgres://", "postgresql://"]
        .iter()
        .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
        .then(|| text.to_owned())
}

fn time_zone(text: &str) -> Option<String> {
    TimeZone::get(text).ok().map(|_| text.to_owned())
}

fn staff_language(text: &str) -> Option<HomeLanguage> {
    HomeLanguage::parse(text)
        .filter(|language| [HomeLanguage::DUTCH, HomeLanguage::ENGLISH].contains(language))
}

fn per_second(text: &str) -> Option<Option<u32>> {
    let number: u32 = text.parse().ok().filter(|number| *number <= 1_000)?;
    Some((number > 0).then_some(number))
}

fn http_timeout(text: &str) -> Option<Duration> {
    text.parse().ok().filter(|seconds| (1..=120).contains(seconds)).map(Duration::from_secs)
}

fn quiet_hours(text: &str) -> Option<QuietHours> {
    let (from, until) = text.split_once('-')?;
    Some(QuietHours { from: from.trim().parse().ok()?, until: until.trim().parse().ok()? })
}

fn months(text: &str) -> Option<u16> {
    text.parse().ok().filter(|months| (1..=120).contains(months))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn every_default_in_the_table_is_valid() {
        let settings = Settings::read(&values(&[])).unwrap();
        assert_eq!(settings.per_second, Some(30));
        assert_eq!(settings.api_url, "https://api.telegram.org");
    }

    #[test]
    fn all_mistakes_are_told_in_one_message_and_no_value_is_repeated() {
        let wrong = values(&[
            ("THUISPOST_TIME_ZONE", "Mars/Olympus"),
            ("THUISPOST_HTTP_ADDR", "here"),
            ("DATABASE_URL", "mysql://root:geheim@db"),
        ]);
        let message = Settings::read(&wrong).unwrap_err().to_string();
        for name in ["THUISPOST_TIME_ZONE", "THUISPOST_HTTP_ADDR", "DATABASE_URL"] {
            assert!(message.contains(name), "{message}");
        }
        assert!(!message.contains("geheim"));
    }

    #[test]
    fn a_secret_is_not_shown_by_debug() {
        let settings = Settings::read(&values(&[("TELOXIDE_TOKEN", "1:abc")])).unwrap();
        assert!(!format!("{settings:?}").contains("abc"));
    }
}
