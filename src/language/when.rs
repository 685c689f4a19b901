//! Dates and times as people of a language say them, from ICU's data; Latin digits and the
//! Gregorian calendar everywhere, hours from 0 to 23.

use icu::calendar::Date as IcuDate;
use icu::datetime::input::{DateTime as IcuDateTime, Time as IcuTime};
use icu::datetime::{DateTimeFormatter, NoCalendarFormatter, fieldsets};
use icu::locale::Locale;
use jiff::civil::{Date, DateTime, Time};

use super::HomeLanguage;

/// "zaterdag 5 december 2026".
pub fn day(language: HomeLanguage, date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(preferences(language), fieldsets::YMDE::long());
    match (formatter, icu_date(date)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => date.to_string(),
    }
}

/// "za 5 dec".
pub fn short_day(language: HomeLanguage, date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(preferences(language), fieldsets::MDE::medium());
    match (formatter, icu_date(date)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => date.to_string(),
    }
}

/// "zaterdag 5 december".
pub fn weekday(language: HomeLanguage, date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(preferences(language), fieldsets::MDE::long());
    match (formatter, icu_date(date)) {
        (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => date.to_string(),
    }
}

/// "10:00".
pub fn hour(language: HomeLanguage, time: Time) -> String {
    let formatter = NoCalendarFormatter::try_new(preferences(language), fieldsets::T::hm());
    match (formatter, icu_time(time)) {
        (Ok(formatter), Some(time)) => formatter.format(&time).to_string(),
        _ => time.to_string(),
    }
}

/// "za 5 dec 10:00": short enough for a button.
pub fn short_day_and_time(language: HomeLanguage, at: DateTime) -> String {
    let formatter =
        DateTimeFormatter::try_new(preferences(language), fieldsets::MDE::medium().with_time_hm());
    match (formatter, icu_date(at.date()), icu_time(at.time())) {
        (Ok(formatter), Some(date), Some(time)) => {
            formatter.format(&IcuDateTime { date, time }).to_string()
        }
        _ => at.to_string(),
    }
}

/// "zaterdag 5 december 10:00".
pub fn day_and_time(language: HomeLanguage, at: DateTime) -> String {
    let formatter =
        DateTimeFormatter::try_new(preferences(language), fieldsets::MDE::long().with_time_hm());
    match (formatter, icu_date(at.date()), icu_time(at.time())) {
        (Ok(formatter), Some(date), Some(time)) => {
            formatter.format(&IcuDateTime { date, time }).to_string()
        }
        _ => at.to_string(),
    }
}

fn icu_date(date: Date) -> Option<IcuDate<icu::calendar::Iso>> {
    let month = u8::try_from(date.month()).ok()?;
    IcuDate::try_new_iso(i32::from(date.year()), month, u8::try_from(date.day()).ok()?).ok()
}

fn icu_time(time: Time) -> Option<IcuTime> {
    let time = u8::try_from(time.hour()).ok().zip(u8::try_from(time.minute()).ok());
    time.and_then(|(hour, minute)| IcuTime::try_new(hour, minute, 0, 0).ok())
}

fn preferences(language: HomeLanguage) -> icu::datetime::DateTimeFormatterPreferences {
    // Without a country, ICU takes English to be American: November 30.
    let tag = if language == HomeLanguage::ENGLISH { "en-GB" } else { language.tag() };
    let tag = format!("{tag}-u-ca-gregory-hc-h23-nu-latn");
    tag.parse::<Locale>().unwrap_or(Locale::UNKNOWN).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    #[test]
    fn each_language_says_a_date_in_its_own_way() {
        let said = |tag: &str| day(HomeLanguage::parse(tag).unwrap(), date(2026, 12, 5));
        assert_eq!(said("nl"), "zaterdag 5 december 2026");
        assert_eq!(said("pl"), "sobota, 5 grudnia 2026");
        assert_eq!(said("tr"), "5 Aralık 2026 Cumartesi");
        assert_eq!(said("ar"), "السبت، 5 ديسمبر 2026");
        assert_eq!(said("en"), "Saturday, 5 December 2026");
    }

    #[test]
    fn hours_run_to_twenty_three_and_digits_are_latin() {
        let at = datetime(2026, 12, 5, 15, 30, 0, 0);
        for language in HomeLanguage::all() {
            let said = day_and_time(language, at);
            assert!(said.contains("15:30") || said.contains("15.30"), "{language}: {said}");
            let said = hour(language, at.time());
            assert!(said.contains("15:30") || said.contains("15.30"), "{language}: {said}");
            assert!(short_day_and_time(language, at).contains(&said), "{language}");
        }
    }
}
