//! Meetings at work: what comes, who was there, a new one, another moment, talks. Each button carries all that was
//! chosen, and whose meeting it is is asked anew at each press; the routing is [`pressed`].

mod adding;
mod asked;
mod card;
mod changing;
mod choosing;
mod listing;
mod moments;
mod mornings;
mod one_talk;
mod outcome;
mod play_in;
mod presence;
mod regret;
mod rounds;
mod times;
mod walk_ins;

use std::time::Duration;

use jiff::civil::{Date, DateTime};
use teloxide::types::InlineKeyboardMarkup;

pub(super) use asked::{Awaited, awaited, typed};
pub(super) use regret::{Regret, take_back};

use super::plan;
use crate::clock::Moment;
use crate::language::{Args, Html, hour, short_day_and_time, weekday};
use crate::meeting::{self, Meeting, MeetingError, Session, SessionId};
use crate::outbox::Message;
use crate::rhythm;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// What was done leaves so much later, and can be undone until then.
const REGRET: Duration = Duration::from_secs(60);

/// The buttons of a message that may be shown otherwise from now on.
type Shown<'a> = Option<&'a (i64, InlineKeyboardMarkup)>;

/// Which button goes to which step; `awaited`: what was to be typed when it was pressed.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    chosen: &str,
    (message, awaited): (Shown<'_>, Option<Awaited>),
) -> Result<()> {
    let (step, about) = chosen.split_once('.').unwrap_or((chosen, ""));
    match step {
        "" | "p" => listing::show(talk, about).await,
        "i" => card::pressed(talk, about).await,
        "a" => presence::pressed(talk, about, message).await,
        "n" => adding::pressed(talk, about).await,
        "v" => changing::moved(talk, about).await,
        "x" => changing::called_off(talk, about, awaited).await,
        "t" => rounds::list(talk, about).await,
        "r" => rounds::pressed(talk, about).await,
        "o" => moments::pressed(talk, about, message).await,
        "k" => one_talk::pressed(talk, about).await,
        "w" => play_in::pressed(talk, about).await,
        "z" => mornings::turn(talk).await,
        _ => {
            talk.work_toast("button-too-old");
            Ok(())
        }
    }
}

/// One time of a meeting of mine; else it is said that it is not.
async fn mine(talk: &mut Talk<'_>, session: Option<&str>) -> Result<Option<(Meeting, Session)>> {
    let Some(scope) = talk.scope() else { return Ok(None) };
    let id = SessionId::from_raw(session.and_then(|it| it.parse().ok()).unwrap_or_default());
    let found = meeting::session_within(talk.write, scope, id).await?;
    if found.is_none() {
        talk.work_toast("staff-not-mine");
    }
    Ok(found)
}

fn today(talk: &Talk<'_>) -> Date {
    talk.now.local(&talk.organisation.time_zone).date()
}

fn local(talk: &Talk<'_>, at: Moment) -> DateTime {
    at.local(&talk.organisation.time_zone)
}

/// "do 3 dec 08:30".
fn short(talk: &Talk<'_>, at: Moment) -> String {
    short_day_and_time(talk.work_language(), local(talk, at))
}

/// "donderdag 3 december, 08:30 – 09:30".
fn when(talk: &Talk<'_>, (starts, ends): (DateTime, DateTime)) -> Html {
    let tongue = talk.work_language();
    let args = Args::new()
        .text("day", weekday(tongue, starts.date()))
        .text("from", hour(tongue, starts.time()))
        .text("until", hour(tongue, ends.time()));
    talk.phrases().html(tongue, "meeting-when", &args)
}

/// A message of blocks of lines.
fn blocks(blocks: &[Vec<Html>]) -> Message {
    let first = Message::text(Html::default());
    blocks.iter().fold(first, |message, lines| plan::with(message, lines))
}

fn kind_name(talk: &Talk<'_>, meeting: &Meeting) -> String {
    meeting.kind.name(talk.phrases(), talk.work_language())
}

/// `kind`, `groups` and `when`, as most phrases want them.
fn about(talk: &Talk<'_>, meeting: &Meeting, at: Moment) -> Args {
    Args::new()
        .text("kind", kind_name(talk, meeting))
        .text("groups", meeting.group_names().join(", "))
        .text("when", short(talk, at))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Longer ahead than anything that is urgent.
const FAR: Moment = Moment::from_millis(i64::MAX);
/// News of what begins sooner does not wait for the morning.
const SOON: Duration = Duration::from_secs(12 * 3_600);

/// In quiet hours: when parents hear of something that begins at this moment.
fn held_back(talk: &Talk<'_>, begins: Moment) -> Vec<Html> {
    let (zone, at) = (&talk.organisation.time_zone, talk.now.after(REGRET));
    let leaves = rhythm::outside_quiet_hours(talk.house.quiet_hours, at, zone);
    if leaves == at || begins < talk.now.after(SOON) {
        return Vec::new();
    }
    let args = Args::new().text("when", short(talk, leaves));
    vec![talk.phrases().html(talk.work_language(), "staff-meet-quiet", &args)]
}

/// Why it cannot be, in a message; what was chosen before still stands above it.
async fn refused(talk: &mut Talk<'_>, error: MeetingError) -> Result<()> {
    let phrase = match error {
        MeetingError::Store(error) => return Err(error),
        MeetingError::Past(_) => "staff-meet-past",
        MeetingError::InGap(_) => "staff-meet-gap",
        MeetingError::Overlaps(_) => "staff-meet-overlaps",
        MeetingError::CalledOff => "staff-meet-off",
        MeetingError::Begun => "staff-meet-begun",
        _ => "staff-meet-not-so",
    };
    talk.work_phrase(phrase, &Args::new()).await
}
