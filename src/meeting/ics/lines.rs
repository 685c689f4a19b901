//! The file as lines that belong to parts within parts, as far as anybody reads them here.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};
use ical::tree::line::IcalLine;

use super::problem::Problem;

/// So deep parts may stand in each other; an alarm of an event in a calendar is the third.
const DEEPEST: usize = 8;
/// So much of a line is repeated in a problem.
const SHOWN: usize = 60;

const PARTS: [&str; 5] = ["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"];
const LINES: [&str; 17] = [
    "DTEND",
    "DTSTART",
    "DURATION",
    "EXDATE",
    "EXRULE",
    "METHOD",
    "RDATE",
    "RECURRENCE-ID",
    "RRULE",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "UID",
];

/// One line, unfolded.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Where it begins, from 1.
    pub number: usize,
    /// In capitals.
    pub name: String,
    /// What follows the colon, as written.
    pub value: String,
    /// The same as text, without its backslashes.
    pub text: String,
    /// The names are in capitals; the values as written, without quotation marks.
    pub params: Vec<(String, String)>,
}

impl Line {
    /// A parameter's first value.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Whether the value is this word, in whatever case.
    pub fn says(&self, word: &str) -> bool {
        self.value.trim().eq_ignore_ascii_case(word)
    }

    pub fn bad_date(&self, value: &str) -> Problem {
        Problem::BadDate { line: self.number, value: shortened(value) }
    }

    pub fn bad_rule(&self) -> Problem {
        Problem::BadRule { line: self.number, value: shortened(&self.value) }
    }

    pub fn broken(&self) -> Problem {
        broken(self.number, &format!("{}:{}", self.name, self.value))
    }

    fn of(number: usize, line: &IcalLine<'_>) -> Self {
        let unquoted = |value: &str| value.trim_matches('"').to_owned();
        let params = line.params.iter().map(|param| {
            let value = param.values.first().map(|value| unquoted(value.get()));
            (param.name.get().to_ascii_uppercase(), value.unwrap_or_default())
        });
        Self {
            number,
            name: line.name.get().to_ascii_uppercase(),
            value: line.raw_value_str().into_owned(),
            text: line.value.decode().into_owned(),
            params: params.collect(),
        }
    }
}

/// What stands between a `BEGIN` and its `END`.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Where it begins, from 1.
    pub number: usize,
    /// In capitals.
    pub name: String,
    /// Its lines that matter here.
    pub lines: Vec<Line>,
    /// Its parts that matter here.
    pub parts: Vec<Self>,
}

impl Part {
    /// Its first line of a name.
    pub fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// Its lines of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }
}

/// The calendars of a file.
pub(super) fn calendars(bytes: &[u8]) -> Result<Vec<Part>, Problem> {
    let bytes = in_utf8(bytes);
    let mut rest = bytes.trim_ascii_end();
    let mut number = 1;
    let mut open: Vec<Part> = Vec::new();
    let mut whole = Vec::new();
    while !rest.is_empty() {
        let is_first = open.is_empty() && whole.is_empty();
        let placed =
            take(&mut rest, &mut number).and_then(|line| place(line, &mut open, &mut whole));
        match placed {
            Err(_) if is_first => return Err(Problem::NotACalendar),
            placed => placed?,
        }
    }
    match open.pop() {
        Some(part) => Err(Problem::CutOff { part: shortened(&part.name) }),
        None if whole.is_empty() => Err(Problem::NotACalendar),
        None => Ok(whole),
    }
}

/// Takes one line off the rest of the file.
fn take(rest: &mut &[u8], number: &mut usize) -> Result<Line, Problem> {
    while let Some(after) = rest.strip_prefix(b"\n").or_else(|| rest.strip_prefix(b"\r\n")) {
        *rest = after;
        *number += 1;
    }
    let Ok((line, tail)) = IcalLine::take(rest) else {
        let (line, _) = IcalLine::take_physical(rest);
        return Err(broken(*number, &String::from_utf8_lossy(line)));
    };
    let line = Line::of(*number, &line);
    let taken = rest.get(..rest.len() - tail.len()).unwrap_or_default();
    *number += taken.iter().filter(|byte| **byte == b'\n').count();
    *rest = tail;
    Ok(line)
}

/// Puts a line where it belongs.
fn place(line: Line, open: &mut Vec<Part>, whole: &mut Vec<Part>) -> Result<(), Problem> {
    let name = line.value.trim().to_ascii_uppercase();
    match line.name.as_str() {
        "BEGIN" if may_begin(&name, open.len()) => {
            open.push(Part { number: line.number, name, ..Part::default() });
        }
        "END" if open.last().is_some_and(|part| part.name == name) => {
            let done = open.pop().filter(|part| PARTS.contains(&part.name.as_str()));
            let around = open.last_mut().map_or(whole, |part| &mut part.parts);
            around.extend(done);
        }
        "BEGIN" | "END" => return Err(line.broken()),
        other => {
            let part = open.last_mut().ok_or_else(|| line.broken())?;
            if LINES.contains(&other) {
                part.lines.push(line);
            }
        }
    }
    Ok(())
}

/// Calendars hold events, and nothing holds a calendar.
fn may_begin(name: &str, depth: usize) -> bool {
    match name {
        "VCALENDAR" => depth == 0,
        "VEVENT" | "VTIMEZONE" => depth == 1,
        _ => (1..DEEPEST).contains(&depth),
    }
}

/// The file in UTF-8. A byte order mark decides; else a file that is UTF-8 once its lines are
/// unfolded (some programs fold within a letter) is that; else it is from an old Windows program.
fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = bytes.get(mark..).unwrap_or_default();
        return match encoding.decode_without_bom_handling(text).0 {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        };
    }
    if std::str::from_utf8(bytes).is_ok() || std::str::from_utf8(&unfolded(bytes)).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Cow::Owned(text.into_owned().into_bytes())
}

fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    for line in bytes.split(|byte| *byte == b'\n') {
        match line.split_first() {
            Some((b' ' | b'\t', rest)) => {
                text.truncate(text.trim_ascii_end().len());
                text.extend_from_slice(rest);
            }
            _ => text.extend_from_slice(line),
        }
        text.push(b'\n');
    }
    text
}

fn broken(line: usize, text: &str) -> Problem {
    Problem::BrokenLine { line, text: shortened(text) }
}

fn shortened(text: &str) -> String {
    text.trim().chars().take(SHOWN).collect()
}
