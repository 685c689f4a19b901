//! What can be wrong with a foreign calendar.

use super::read::LARGEST;
use super::rule::MOST;

/// Why nothing of a file is taken. Lines count from 1; a folded line counts as its first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file is larger than [`LARGEST`].
    #[error("the calendar has more than {LARGEST} bytes")]
    TooLarge,
    /// It does not begin as a calendar does; often the page of a log-in.
    #[error("this is no calendar")]
    NotACalendar,
    /// It ends in the middle; often a download that broke off.
    #[error("the calendar ends within {part}")]
    CutOff {
        /// What was not finished, as `VEVENT`.
        part: String,
    },
    /// A line is no line of a calendar, or stands where it cannot.
    #[error("line {line} cannot be read: {text}")]
    BrokenLine {
        /// Which.
        line: usize,
        /// What stands there, shortened.
        text: String,
    },
    /// Nobody knows this time zone, and the file does not describe it.
    #[error("line {line} names the unknown time zone {name}")]
    UnknownZone {
        /// Which.
        line: usize,
        /// As written.
        name: String,
    },
    /// The file describes a time zone in a way that makes none.
    #[error("line {line} describes no time zone")]
    BadZone {
        /// Where the description begins.
        line: usize,
    },
    /// This is no day, no moment and no length of time.
    #[error("line {line} has no date: {value}")]
    BadDate {
        /// Which.
        line: usize,
        /// As written, shortened.
        value: String,
    },
    /// This does not say how something repeats.
    #[error("line {line} has no rule of repetition: {value}")]
    BadRule {
        /// Which.
        line: usize,
        /// As written, shortened.
        value: String,
    },
    /// An event does not say when it is.
    #[error("the event of line {line} has no beginning")]
    NoStart {
        /// Where the event begins.
        line: usize,
    },
    /// An event ends before it starts.
    #[error("the event of line {line} ends before it starts")]
    EndsBeforeStart {
        /// Where its end stands.
        line: usize,
    },
    /// There is more than [`MOST`] in the window, or too much repeats to be looked through.
    #[error("more than {MOST} events, or an absurd rule, at line {line}")]
    TooMany {
        /// Where it became too much.
        line: usize,
    },
}
