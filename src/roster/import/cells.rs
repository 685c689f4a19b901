//! What people write in the cells of a roster.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::finding::Problem;
use super::table::Cell;
use crate::language::{HomeLanguage, clean};
use crate::roster::Reading;

/// No name is longer.
const MAX_CHARS: usize = 200;
/// A typing mistake this far from a language's name is still recognised.
const SUGGEST_FROM: f64 = 0.8;

/// Text as it is compared and kept: NFC, no control or direction marks, single spaces.
pub(in crate::roster) fn tidy(text: &str) -> String {
    let spaced: String = text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let cleaned = clean(&spaced);
    cleaned.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text of a cell, `None` when there is none.
pub(super) fn text(cell: &Cell) -> Result<Option<String>, Problem> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(_) => Err(Problem::DateForText),
        Cell::Error(_) => Err(Problem::ErrorValue),
        Cell::Text(text) if text.contains('\0') => Err(Problem::Nul),
        Cell::Text(text) => {
            let tidied = tidy(text);
            if tidied.chars().nth(MAX_CHARS).is_some() {
                return Err(Problem::TooLong);
            }
            Ok((!tidied.is_empty()).then_some(tidied))
        }
    }
}

/// A day: `YYYY-MM-DD`, `D-M-YYYY` or a spreadsheet's date.
pub(super) fn day(cell: &Cell) -> Result<Option<Date>, Problem> {
    let date = match cell {
        Cell::Date(date) => Some(*date),
        other => match text(other)? {
            None => return Ok(None),
            Some(text) => day_of(&text),
        },
    };
    let near = date.filter(|date| (2000..=2100).contains(&date.year()));
    near.map(Some).ok_or(Problem::NotADay)
}

/// A month of birth, as its first day: `YYYY-MM`, `M-YYYY`, or any day in it.
pub(super) fn birth_month(cell: &Cell, today: Date) -> Result<Option<Date>, Problem> {
    let date = match cell {
        Cell::Date(date) => Some(*date),
        other => match text(other)? {
            None => return Ok(None),
            Some(text) => month_of(&text).or_else(|| day_of(&text)),
        },
    };
    let month = date.ok_or(Problem::NotAMonth)?.first_of_month();
    match month {
        _ if month.year() < 2000 => Err(Problem::BornTooEarly),
        _ if month > today => Err(Problem::BornInFuture),
        _ => Ok(Some(month)),
    }
}

fn day_of(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    Date::new(year_of(year)?, number_of(month)?, number_of(day)?).ok()
}

fn month_of(text: &str) -> Option<Date> {
    let (first, last) = text.split_once('-')?;
    let (year, month) = if first.len() == 4 { (first, last) } else { (last, first) };
    Date::new(year_of(year)?, number_of(month)?, 1).ok()
}

fn year_of(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn number_of(text: &str) -> Option<i8> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Yes or no, in Dutch or English, or as a spreadsheet's truth value.
pub(super) fn yes_or_no(cell: &Cell) -> Result<Option<bool>, Problem> {
    let Some(text) = text(cell)? else { return Ok(None) };
    match text.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" => Ok(Some(true)),
        "nee" | "n" | "no" | "false" | "onwaar" => Ok(Some(false)),
        _ => Err(Problem::NotYesOrNo),
    }
}

/// Text, voice or both.
pub(super) fn reading(cell: &Cell) -> Result<Option<Reading>, Problem> {
    let Some(text) = text(cell)? else { return Ok(None) };
    Reading::parse(&text).map(Some).ok_or(Problem::NotAReading)
}

/// A language by its tag, or its Dutch, English or own name.
pub(super) fn language(cell: &Cell) -> Result<Option<HomeLanguage>, Problem> {
    let Some(text) = text(cell)? else { return Ok(None) };
    let found = HomeLanguage::parse(&text);
    found.map(Some).ok_or_else(|| Problem::UnknownLanguage(nearest_language(&text)))
}

fn nearest_language(typed: &str) -> Option<String> {
    let typed = typed.to_lowercase();
    let names = HomeLanguage::all().flat_map(|language| {
        let english = language.name_in(HomeLanguage::ENGLISH);
        [language.name_in(HomeLanguage::DUTCH), english, language.own_name()]
    });
    let rated = names.map(|name| (strsim::jaro_winkler(&typed, &name.to_lowercase()), name));
    let best = rated.max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.filter(|(likeness, _)| *likeness >= SUGGEST_FROM).map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn cell(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["2026-03-01", "1-3-2026", "01-03-2026", " 2026-3-1 "] {
            assert_eq!(day(&cell(text)), Ok(Some(date(2026, 3, 1))), "{text}");
        }
        for text in
            ["31-2-2026", "2026-13-01", "1-3-26", "1/3/2026", "maart", "+1-3-2026", "1-3-2199"]
        {
            assert_eq!(day(&cell(text)), Err(Problem::NotADay), "{text}");
        }
        assert_eq!(day(&cell("  ")), Ok(None));
    }

    #[test]
    fn of_a_birthday_only_the_month_is_kept() {
        let today = date(2026, 11, 22);
        for text in ["2023-05", "5-2023", "05-2023", "2023-05-17", "17-5-2023"] {
            assert_eq!(birth_month(&cell(text), today), Ok(Some(date(2023, 5, 1))), "{text}");
        }
        assert_eq!(birth_month(&cell("2026-11"), today), Ok(Some(date(2026, 11, 1))));
        assert_eq!(birth_month(&cell("2026-12"), today), Err(Problem::BornInFuture));
        assert_eq!(birth_month(&cell("12-1999"), today), Err(Problem::BornTooEarly));
        assert_eq!(birth_month(&cell("13-2023"), today), Err(Problem::NotAMonth));
    }

    #[test]
    fn a_misspelt_language_is_recognised() {
        let suggestion = |text: &str| match language(&cell(text)) {
            Err(Problem::UnknownLanguage(suggestion)) => suggestion,
            other => panic!("{other:?}"),
        };
        assert_eq!(suggestion("Arabish").as_deref(), Some("Arabisch"));
        assert_eq!(suggestion("Turksih").as_deref(), Some("Turkish"));
        assert_eq!(suggestion("Klingon"), None);
    }

    #[test]
    fn names_are_compared_without_what_cannot_be_seen() {
        assert_eq!(tidy(" Zoe\u{308}\u{a0} \n de\tWit\u{200f} "), "Zoë de Wit");
    }
}
