//! Every setting: parsed once, all mistakes reported together, secrets never printed.
//!
//! Settings come from the environment; a `.env` file and a `thuispost.toml` (same names as keys)
//! stand behind it. The table in the README is compared with [`TABLE`] by a test.

mod reader;
mod sources;
mod table;
mod values;

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::language::HomeLanguage;
use reader::Reader;
pub use table::{Entry, TABLE};
pub use values::is_token_variable;
use values::{
    base_url, database_url, months, per_second, public_url, quiet_hours, seconds, staff_language,
    time_zone, updates,
};

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

/// A moment of the week, at the organisation's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekTime {
    /// The day.
    pub weekday: jiff::civil::Weekday,
    /// The hour.
    pub time: jiff::civil::Time,
}

/// What a running theme keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeRules {
    /// When the why leaves; in the first week the letter.
    pub why: WeekTime,
    /// When the activity leaves.
    pub activity: WeekTime,
    /// When the encouragement leaves; in the last week the closing message.
    pub cheer: WeekTime,
    /// Messages a week to one carer, of all senders together. What a theme sends yields to it; a letter that
    /// staff send on purpose counts and always goes.
    pub ceiling: i64,
}

impl WeekTime {
    /// Its place in the week, for comparing.
    fn place(self) -> (i8, jiff::civil::Time) {
        (self.weekday.to_monday_zero_offset(), self.time)
    }
}

/// Tokens of bots, by the name of their variable.
#[derive(Clone, Debug)]
pub struct Tokens(BTreeMap<String, Secret>);

/// How updates come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Updates {
    /// We ask for them.
    Polling,
    /// Telegram brings them to our public address.
    Webhook,
}

/// All settings, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Tokens of bots; see [`Settings::token_of`].
    pub tokens: Tokens,
    /// Base URL of the Bot API, without a slash at its end.
    pub api_url: String,
    /// Where the database is. May hold a password.
    pub database_url: Secret,
    /// Name of the organisation that an import into an empty database creates.
    pub organisation: String,
    /// Its time zone, an IANA name.
    pub time_zone: String,
    /// How updates come in.
    pub updates: Updates,
    /// Where Telegram reaches this service, without a slash at its end.
    pub public_url: Option<String>,
    /// Where health, metrics and webhooks are served.
    pub http_addr: SocketAddr,
    /// Key of the invite codes.
    pub key_file: PathBuf,
    /// Journal of erased families, which outlives the database.
    pub erasures_file: PathBuf,
    /// The bot's username, if it must be known without asking Telegram.
    pub bot_username: Option<String>,
    /// Language of the commands.
    pub language: HomeLanguage,
    /// Messages a second, `None` for no limit.
    pub per_second: Option<u32>,
    /// Messages of one bot on their way at once.
    pub in_flight: usize,
    /// How long to wait for the Bot API.
    pub http_timeout: Duration,
    /// After how long a silent instance is taken over from.
    pub lease: Duration,
    /// When nothing is sent unasked.
    pub quiet_hours: QuietHours,
    /// When a theme's messages leave, and how many a week there may be.
    pub theme: ThemeRules,
    /// Months a family is kept after its last child left.
    pub retention_months: u16,
    /// The program that reads aloud.
    pub espeak: String,
    /// The program that packs what it reads as a voice note.
    pub opusenc: String,
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
        let (values, mut problems) = sources::all();
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
    #[expect(clippy::too_many_lines, reason = "one entry for each setting, and nothing else")]
    pub fn read(values: &BTreeMap<String, String>) -> Result<Self, Problems> {
        let mut reader = Reader::of(values);
        let settings = Self {
            tokens: reader.tokens(),
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
            updates: reader.parsed("THUISPOST_UPDATES", "polling or webhook", updates),
            public_url: reader.optional(
                "THUISPOST_PUBLIC_URL",
                "an https:// address on port 443, 80, 88 or 8443, without ? or #",
                public_url,
            ),
            http_addr: reader
                .parsed("THUISPOST_HTTP_ADDR", "ADDRESS:PORT", |text| text.parse().ok()),
            key_file: reader.parsed("THUISPOST_KEY_FILE", "a path", |text| Some(text.into())),
            erasures_file: reader
                .parsed("THUISPOST_ERASURES_FILE", "a path", |text| Some(text.into())),
            bot_username: reader
                .text("THUISPOST_BOT_USERNAME")
                .map(|name| name.trim_start_matches('@').to_owned()),
            language: reader.parsed("THUISPOST_LANGUAGE", "nl or en", staff_language),
            per_second: reader.parsed(
                "THUISPOST_PER_SECOND",
                "a whole number from 0 to 1000",
                per_second,
            ),
            in_flight: reader.parsed(
                "THUISPOST_IN_FLIGHT",
                "a whole number from 1 to 512",
                |text| text.parse().ok().filter(|number| (1..=512).contains(number)),
            ),
            http_timeout: reader.parsed(
                "THUISPOST_HTTP_TIMEOUT",
                "seconds from 1 to 120",
                |text| seconds(text, 1..=120),
            ),
            lease: reader
                .parsed("THUISPOST_LEASE", "seconds from 2 to 600", |text| seconds(text, 2..=600)),
            quiet_hours: reader.parsed("THUISPOST_QUIET_HOURS", "HH:MM-HH:MM", quiet_hours),
            theme: reader.theme(),
            retention_months: reader.parsed(
                "THUISPOST_RETENTION_MONTHS",
                "months from 1 to 120",
                months,
            ),
            espeak: reader.parsed("THUISPOST_ESPEAK", "a path", |text| Some(text.to_owned())),
            opusenc: reader.parsed("THUISPOST_OPUSENC", "a path", |text| Some(text.to_owned())),
            log: reader
                .parsed("THUISPOST_LOG", "a filter such as info", |text| Some(text.to_owned())),
        };
        settings.judged(reader.problems)
    }

    fn judged(self, mut problems: Vec<String>) -> Result<Self, Problems> {
        self.judge_together(&mut problems);
        if problems.is_empty() { Ok(self) } else { Err(Problems(problems)) }
    }

    /// What is wrong only in company.
    fn judge_together(&self, problems: &mut Vec<String>) {
        let is_told = problems.iter().any(|it| it.contains("THUISPOST_PUBLIC_URL"));
        if self.updates == Updates::Webhook && self.public_url.is_none() && !is_told {
            let why = "must be set when THUISPOST_UPDATES is webhook";
            problems.push(format!("  THUISPOST_PUBLIC_URL: {why}"));
        }
        let places = [self.theme.why, self.theme.activity, self.theme.cheer].map(WeekTime::place);
        if !places.is_sorted() {
            let why = "why, activity and cheer must come in this order within a week";
            problems.push(format!("  THUISPOST_DO_AT: {why}"));
        }
        if self.lease <= self.http_timeout {
            let why = "must be longer than THUISPOST_HTTP_TIMEOUT";
            problems.push(format!("  THUISPOST_LEASE: {why}"));
        }
    }

    /// The token in the variable of this name, if it is set.
    pub fn token_of(&self, variable: &str) -> Option<Secret> {
        self.tokens.0.get(variable).cloned()
    }

    /// The zone of [`Settings::time_zone`].
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }
}

#[cfg(test)]
mod tests;
