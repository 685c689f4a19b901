//! Reading one value each: `None` when it is malformed.

use std::ops::RangeInclusive;
use std::time::Duration;

use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::{QuietHours, Updates, WeekTime};
use crate::language::HomeLanguage;

pub(super) fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Tokens live in variables that say so; the one of each organisation is named in the database.
pub fn is_token_variable(name: &str) -> bool {
    name.contains("TOKEN")
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

pub(super) fn base_url(text: &str) -> Option<String> {
    let url = reqwest::Url::parse(text).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host())
        .then(|| text.trim_end_matches('/').to_owned())
}

pub(super) fn database_url(text: &str) -> Option<String> {
    ["sqlite://", "sqlite:", "postgres://", "postgresql://"]
        .iter()
        .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
        .then(|| text.to_owned())
}

pub(super) fn time_zone(text: &str) -> Option<String> {
    TimeZone::get(text).ok().map(|_| text.to_owned())
}

pub(super) fn staff_language(text: &str) -> Option<HomeLanguage> {
    HomeLanguage::parse(text)
        .filter(|language| [HomeLanguage::DUTCH, HomeLanguage::ENGLISH].contains(language))
}

pub(super) fn per_second(text: &str) -> Option<Option<u32>> {
    let number: u32 = text.parse().ok().filter(|number| *number <= 1_000)?;
    Some((number > 0).then_some(number))
}

pub(super) fn seconds(text: &str, range: RangeInclusive<u64>) -> Option<Duration> {
    text.parse().ok().filter(|seconds| range.contains(seconds)).map(Duration::from_secs)
}

pub(super) fn updates(text: &str) -> Option<Updates> {
    match text {
        "polling" => Some(Updates::Polling),
        "webhook" => Some(Updates::Webhook),
        _ => None,
    }
}

/// Telegram brings updates over HTTPS and to four ports only; an address of this machine, where no
/// Telegram comes, may be plain.
pub(super) fn public_url(text: &str) -> Option<String> {
    let url = reqwest::Url::parse(text).ok()?;
    let host = url.host_str()?;
    let is_near = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    let is_open = url.scheme() == "https"
        && matches!(url.port_or_known_default(), Some(443 | 80 | 88 | 8443));
    let is_plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    let is_ours = is_plain && (is_open || (is_near && matches!(url.scheme(), "http" | "https")));
    is_ours.then(|| text.trim_end_matches('/').to_owned())
}

pub(super) fn quiet_hours(text: &str) -> Option<QuietHours> {
    let (from, until) = text.split_once('-')?;
    Some(QuietHours { from: from.trim().parse().ok()?, until: until.trim().parse().ok()? })
}

pub(super) fn months(text: &str) -> Option<u16> {
    text.parse().ok().filter(|months| (1..=120).contains(months))
}

/// `Tue 17:00`.
pub(super) fn week_time(text: &str) -> Option<WeekTime> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let (day, time) = text.split_once(' ')?;
    let place = DAYS.iter().position(|known| day.eq_ignore_ascii_case(known))?;
    let weekday = Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()?;
    Some(WeekTime { weekday, time: time.trim().parse().ok()? })
}

pub(super) fn ceiling(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number| (1..=21).contains(number))
}
