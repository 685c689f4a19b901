//! What every command needs, and how it ends.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use comfy_table::Table;
use comfy_table::presets::NOTHING;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, SpanRelativeTo};

use crate::clock::{Calendar, Moment};
use crate::language::{Args, HomeLanguage, Phrasebook, without_marks};
use crate::roster::{self, Group, GroupError, Organisation, OrganisationError};
use crate::settings::Settings;
use crate::store::{self, Store};

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum CliError {
    /// It was asked in a wrong way: exit 2.
    Use(String),
    /// It could not: exit 1.
    Failed(String),
}

impl CliError {
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Use(_) => ExitCode::from(2),
            Self::Failed(_) => ExitCode::from(1),
        }
    }
}

impl From<store::Error> for CliError {
    fn from(error: store::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<sqlx::Error> for CliError {
    fn from(error: sqlx::Error) -> Self {
        Self::from(store::Error::from(error))
    }
}

/// Prints an error to standard error.
#[expect(clippy::print_stderr, reason = "the command line's own voice")]
pub(super) fn complain(error: &CliError) {
    match error {
        CliError::Use(text) | CliError::Failed(text) => eprintln!("{text}"),
    }
}

/// Prints a line that is neither result nor error.
#[expect(clippy::print_stderr, reason = "the command line's own voice")]
pub(super) fn note(text: &str) {
    eprintln!("{text}");
}

/// Prints a result. Whoever reads only its beginning, as `head` does, closes the pipe: no mistake.
pub(super) fn show(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// The open house.
pub(super) struct Context {
    pub settings: Settings,
    pub phrases: Arc<Phrasebook>,
    pub store: Store,
    pub calendar: Calendar,
}

impl Context {
    pub(super) async fn open(settings: Settings) -> Result<Self, CliError> {
        let phrases = Phrasebook::load().map_err(|error| CliError::Failed(error.to_string()))?;
        let store = Store::open(settings.database_url.reveal()).await?;
        Ok(Self { settings, phrases: Arc::new(phrases), store, calendar: Calendar::system() })
    }

    /// The staff language of this command.
    pub(super) fn language(&self) -> HomeLanguage {
        self.settings.language
    }

    /// A staff phrase, without the marks that only a chat needs.
    pub(super) fn say(&self, id: &str, args: &Args) -> String {
        without_marks(&self.phrases.plain(self.language(), id, args))
    }

    /// A staff phrase as the reason of a failure.
    pub(super) fn fails(&self, id: &str, args: &Args) -> CliError {
        CliError::Failed(self.say(id, args))
    }

    /// A staff phrase as the reason why the command was wrong.
    pub(super) fn misused(&self, id: &str, args: &Args) -> CliError {
        CliError::Use(self.say(id, args))
    }

    pub(super) async fn organisation(
        &self,
        whose: &super::Whose,
    ) -> Result<Organisation, CliError> {
        let found =
            roster::organisation(&mut *self.store.read().await?, whose.organisation.as_deref())
                .await;
        found.map_err(|error| self.organisation_error(&error))
    }

    pub(super) fn organisation_error(&self, error: &OrganisationError) -> CliError {
        match error.sentence(&self.phrases, self.language()) {
            Some(sentence) => CliError::Use(without_marks(&sentence)),
            None => CliError::Failed(error.to_string()),
        }
    }

    /// Groups by name or `Location/Group`.
    pub(super) async fn groups(
        &self,
        organisation: &Organisation,
        names: &[String],
    ) -> Result<Vec<Group>, CliError> {
        let mut read = self.store.read().await?;
        let mut groups: Vec<Group> = Vec::with_capacity(names.len());
        for name in names {
            let found = roster::find_group(&mut read, organisation.id, name).await;
            let group = found.map_err(|error: GroupError| {
                match error.sentence(&self.phrases, self.language()) {
                    Some(sentence) => CliError::Use(without_marks(&sentence)),
                    None => CliError::Failed(error.to_string()),
                }
            })?;
            if !groups.iter().any(|known| known.id == group.id) {
                groups.push(group);
            }
        }
        Ok(groups)
    }

    /// A moment as people type it, at the organisation's clock.
    pub(super) fn moment(&self, text: &str, zone: &TimeZone) -> Result<Moment, CliError> {
        local_time(text)
            .map(|local| Moment::of_local(local, zone))
            .ok_or_else(|| self.misused("cli-not-a-time", &Args::new().text("value", text)))
    }

    /// A day as people type it.
    pub(super) fn day(&self, text: &str) -> Result<Date, CliError> {
        local_time(text)
            .map(DateTime::date)
            .ok_or_else(|| self.misused("theme-not-a-day", &Args::new().text("value", text)))
    }

    /// A day and hour as people type it, on the wall.
    pub(super) fn day_and_hour(&self, text: &str) -> Result<DateTime, CliError> {
        local_time(text)
            .ok_or_else(|| self.misused("cli-not-a-time", &Args::new().text("value", text)))
    }

    /// An hour as people type it.
    pub(super) fn hour(&self, text: &str) -> Result<Time, CliError> {
        hour_of(text)
            .ok_or_else(|| self.misused("cli-not-an-hour", &Args::new().text("value", text)))
    }

    /// A length of time such as `1d` or `12h`.
    pub(super) fn length(&self, text: &str) -> Result<Duration, CliError> {
        let span: Option<Span> = text.trim().parse().ok();
        let length =
            span.and_then(|span| span.to_duration(SpanRelativeTo::days_are_24_hours()).ok());
        length
            .and_then(|length| Duration::try_from(length).ok())
            .ok_or_else(|| self.misused("cli-not-a-length", &Args::new().text("value", text)))
    }

    /// Tells when nobody is there to send what was queued.
    pub(super) async fn note_when_not_served(&self) -> Result<(), CliError> {
        if !self.store.is_served().await? {
            note(&self.say("cli-not-served", &Args::new()));
        }
        Ok(())
    }
}

/// `2026-11-28 10:00`, `28-11-2026 10:00`, with or without the hour (then 10:00).
fn local_time(text: &str) -> Option<DateTime> {
    let text = text.trim().replace('T', " ");
    let (day, hour) = text.split_once(' ').unwrap_or((text.as_str(), "10:00"));
    let numbers: Vec<i16> =
        day.split(['-', '/']).map(|it| it.parse().ok()).collect::<Option<_>>()?;
    let (year, month, day) = match *numbers.as_slice() {
        [year, month, day] if year > 31 => (year, month, day),
        [day, month, year] => (year, month, day),
        _ => return None,
    };
    let time: Time = hour.trim().parse().ok()?;
    DateTime::new(
        year,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
        time.hour(),
        time.minute(),
        0,
        0,
    )
    .ok()
}

/// `8:30`, `08:30`, `8.30`.
fn hour_of(text: &str) -> Option<Time> {
    let text = text.trim().replace('.', ":");
    let (hour, minute) = text.split_once(':')?;
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hour) || !is_number(minute) || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// Rows under headings, as plain columns.
pub(super) fn table(headings: &[String], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_header(headings);
    for row in rows {
        table.add_row(row);
    }
    let text = table.to_string();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    #[test]
    fn an_hour_is_read_as_people_write_it() {
        for text in ["8:30", "08:30", " 08.30 "] {
            assert_eq!(hour_of(text), Some(jiff::civil::time(8, 30, 0, 0)), "{text}");
        }
        for text in ["", "8", "8:3", "24:00", "-8:30", "+8:30", "8:60", "half negen", "08:30:00"] {
            assert_eq!(hour_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let morning = Some(datetime(2026, 11, 28, 10, 0, 0, 0));
        for text in [
            "2026-11-28 10:00",
            "28-11-2026 10:00",
            "2026-11-28T10:00",
            "28-11-2026",
            "28/11/2026 10:00",
        ] {
            assert_eq!(local_time(text), morning, "{text}");
        }
        for text in ["", "tomorrow", "2026-02-30 10:00", "28-11-2026 25:00", "1-2"] {
            assert_eq!(local_time(text), None, "{text}");
        }
    }
}
