//! What is wrong with a calendar file, for staff: where it is, and what to do about it.

use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::meeting::ics::{LARGEST, MOST, Problem};

const MEGABYTE: usize = 1024 * 1024;

/// Why nothing of a file was taken.
pub fn problem_lines(
    phrases: &Phrasebook,
    language: HomeLanguage,
    (file, problem): (&str, &Problem),
) -> Vec<String> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let args = Args::new().text("file", file);
    let at = |line: &usize| Args::new().text("file", file).text("line", line.to_string());
    let (id, args) = match problem {
        Problem::TooLarge => {
            ("staff-calendar-too-large", args.number("most", number(LARGEST / MEGABYTE)))
        }
        Problem::NotACalendar => ("staff-calendar-none", args),
        Problem::CutOff { part } => ("staff-calendar-cut-off", args.text("part", part)),
        Problem::BrokenLine { line, text } => {
            ("staff-calendar-broken-line", at(line).text("value", text))
        }
        Problem::UnknownZone { line, name } => {
            ("staff-calendar-unknown-zone", at(line).text("value", name))
        }
        Problem::BadZone { line } => ("staff-calendar-bad-zone", at(line)),
        Problem::BadDate { line, value } => {
            ("staff-calendar-bad-date", at(line).text("value", value))
        }
        Problem::BadRule { line, value } => {
            ("staff-calendar-bad-rule", at(line).text("value", value))
        }
        Problem::NoStart { line } => ("staff-calendar-no-start", at(line)),
        Problem::EndsBeforeStart { line } => ("staff-calendar-ends-before", at(line)),
        Problem::TooMany { line } => {
            ("staff-calendar-too-many", at(line).number("most", number(MOST)))
        }
    };
    vec![
        phrases.plain(language, id, &args),
        phrases.plain(language, "staff-calendar-nothing-done", &Args::new()),
    ]
}
