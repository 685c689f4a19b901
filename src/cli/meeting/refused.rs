//! Why something about a meeting cannot be, in words.

use jiff::civil::DateTime;

use super::super::context::{CliError, Context};
use super::super::letter::gap_lines;
use crate::language::{Args, day_and_time};
use crate::mailing::Gap;
use crate::meeting::{MeetingError, SlotsError};

/// Why a meeting cannot be made, moved or called off.
pub(super) fn meeting(context: &Context, error: &MeetingError) -> CliError {
    let say = |id: &str, args: &Args| context.misused(id, args);
    let at = |when: &DateTime| Args::new().text("when", day_and_time(context.language(), *when));
    match error {
        MeetingError::NoGroup => say("cli-meeting-no-group", &Args::new()),
        MeetingError::NoTime => say("cli-meeting-no-time", &Args::new()),
        MeetingError::Past(when) => say("cli-meeting-past", &at(when)),
        MeetingError::EndsBefore(from, until) => {
            say("cli-meeting-ends-before", &between(context, *from, *until))
        }
        MeetingError::TooLong(from, until) => {
            say("cli-meeting-too-long", &between(context, *from, *until))
        }
        MeetingError::InGap(when) => say("cli-meeting-in-gap", &at(when)),
        MeetingError::Overlaps(when) => say("cli-meeting-overlaps", &at(when)),
        MeetingError::TooOften => say("cli-meeting-too-often", &Args::new()),
        MeetingError::OtherKind => say("cli-meeting-other-kind", &Args::new()),
        MeetingError::CalledOff => context.fails("cli-meeting-called-off", &Args::new()),
        MeetingError::Begun => context.fails("cli-meeting-begun", &Args::new()),
        MeetingError::Missing(gaps) => missing(context, gaps),
        MeetingError::Store(error) => CliError::Failed(error.to_string()),
    }
}

/// Why moments cannot be opened.
pub(super) fn slots(context: &Context, error: &SlotsError) -> CliError {
    match error {
        SlotsError::NoRoom(from, until) => {
            let hour = |time| crate::language::hour(context.language(), time);
            let args = Args::new().text("from", hour(*from)).text("until", hour(*until));
            context.misused("cli-meeting-no-room", &args)
        }
        SlotsError::TooMany => context.misused("cli-meeting-too-many-slots", &Args::new()),
        SlotsError::Overlaps(when) => {
            let args = Args::new().text("when", day_and_time(context.language(), *when));
            context.misused("cli-meeting-staff-busy", &args)
        }
        SlotsError::Meeting(error) => meeting(context, error),
        SlotsError::Store(error) => CliError::Failed(error.to_string()),
    }
}

/// Languages without a line of one's own, the families behind them, and what to choose.
pub(super) fn missing(context: &Context, gaps: &[Gap]) -> CliError {
    let mut lines = gap_lines(context, gaps);
    lines.push(context.say("cli-meeting-missing-choose", &Args::new()));
    CliError::Failed(lines.join("\n"))
}

fn between(context: &Context, from: DateTime, until: DateTime) -> Args {
    let say = |when| day_and_time(context.language(), when);
    Args::new().text("from", say(from)).text("until", say(until))
}
