//! Another moment for a meeting, or none: everybody who knows of it hears it a minute later.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::super::plan;
use super::super::undo::{self, Undo};
use super::asked::{self, Awaited, wait_for};
use super::choosing;
use super::{REGRET, Regret, about, held_back, local, mine, pressed, refused, short, times};
use crate::language::{Args, hour, short_day, short_day_and_time};
use crate::meeting::{self, Meeting, Planned, Session};
use crate::outbox::Button;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// A reason has at most so many characters: parents read it in one line.
const REASON_CHARS: usize = 200;

/// Which step comes next, by what was chosen: `session.day.time.act`.
pub(super) async fn moved(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let Some((meeting, session)) = open(talk, fields.next()).await? else { return Ok(()) };
    let day = fields.next();
    if let Some(from) = choosing::page_of(day) {
        let message =
            talk.work_message("staff-meet-move-day", &about(talk, &meeting, session.starts));
        let press = format!("w.g.v.{}", session.id);
        return choosing::ask_day(talk, message, from, &press).await;
    }
    let Some(day) = day.and_then(times::read_day) else {
        talk.work_toast("button-too-old");
        return Ok(());
    };
    let Some(time) = fields.next().and_then(times::read) else {
        return ask_time(talk, (&meeting, &session), day).await;
    };
    let starts = day.to_datetime(time);
    match fields.next() {
        Some("go") => go(talk, (&meeting, &session), starts).await,
        _ => confirm(talk, (&meeting, &session), starts).await,
    }
}

/// One time of a meeting of mine that can still be changed; else it is said why not.
async fn open(talk: &mut Talk<'_>, session: Option<&str>) -> Result<Option<(Meeting, Session)>> {
    let Some((meeting, session)) = mine(talk, session).await? else { return Ok(None) };
    let phrase = match (session.is_cancelled, session.starts <= talk.now) {
        (true, _) => "staff-meet-off",
        (_, true) => "staff-meet-begun",
        _ => return Ok(Some((meeting, session))),
    };
    talk.work_phrase(phrase, &Args::new()).await?;
    Ok(None)
}

/// The same time of the day first.
async fn ask_time(
    talk: &mut Talk<'_>,
    (meeting, session): (&Meeting, &Session),
    day: Date,
) -> Result<()> {
    let press = format!("w.g.v.{}.{}", session.id, times::day_word(day));
    let then = press.trim_start_matches("w.g.").to_owned();
    wait_for(talk, &Awaited::Time(then)).await?;
    let tongue = talk.work_language();
    let args = about(talk, meeting, session.starts).text("day", short_day(tongue, day));
    let same = local(talk, session.starts).time();
    let mut all: Vec<Time> = vec![same];
    all.extend(times::usual(meeting.kind.base).into_iter().filter(|time| *time != same));
    let mut message = talk.work_message("staff-meet-which-time", &args);
    for three in all.chunks(3) {
        let button = |time: &Time| {
            Button::new(hour(tongue, *time), format!("{press}.{}", times::word(*time)))
        };
        message = message.row(three.iter().map(button).collect::<Vec<_>>());
    }
    talk.work_say(message).await
}

async fn confirm(
    talk: &mut Talk<'_>,
    (meeting, session): (&Meeting, &Session),
    starts: DateTime,
) -> Result<()> {
    let new = short_day_and_time(talk.work_language(), starts);
    let args = about(talk, meeting, session.starts).text("new", new);
    let message = talk.work_message("staff-meet-move-plan", &args);
    let ends = starts.saturating_add(length(talk, session));
    let planned = Planned::moved(meeting, (starts, ends), &talk.organisation.time_zone);
    let clashes = choosing::clashes(talk, &planned).await?;
    let (day, time) = (times::day_word(starts.date()), times::word(starts.time()));
    let press = format!("w.g.v.{}.{day}.{time}.go", session.id);
    let message = plan::with(message, &clashes)
        .row([talk.work_button("staff-meet-button-move-yes", press)])
        .row([talk.work_button("staff-button-not-now", meeting::work_press(session.id))]);
    talk.work_say(message).await
}

/// It lasts as long as it did, at the clock on the wall.
fn length(talk: &Talk<'_>, session: &Session) -> SignedDuration {
    local(talk, session.ends).duration_since(local(talk, session.starts))
}

async fn go(
    talk: &mut Talk<'_>,
    (meeting, session): (&Meeting, &Session),
    starts: DateTime,
) -> Result<()> {
    let ends = starts.saturating_add(length(talk, session));
    if local(talk, session.starts) == starts {
        return talk.work_phrase("staff-meet-not-so", &Args::new()).await;
    }
    let rooms = talk.rooms;
    let desk = (&rooms.store, rooms.phrases.as_ref());
    let about_it = (meeting, session.id);
    let at = (talk.now.after(REGRET), talk.now);
    let organisation = talk.organisation;
    let times = (starts, ends);
    let done = meeting::move_session(desk, talk.write, organisation, about_it, times, at).await;
    match done {
        Ok(changed) => {
            let new = short_day_and_time(talk.work_language(), starts);
            let args = about(talk, meeting, session.starts).text("new", new);
            let message = talk.work_message("staff-meet-moved", &args);
            let message = plan::with(message, &held_back(talk, session.starts));
            undo::offer(talk, message, Undo::Meeting(Regret::Changed(session.id, changed))).await
        }
        Err(error) => refused(talk, error).await,
    }
}

/// "It does not take place": asked once more, with a reason for who types one; `session.act`.
pub(super) async fn called_off(
    talk: &mut Talk<'_>,
    chosen: &str,
    awaited: Option<Awaited>,
) -> Result<()> {
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let Some((meeting, session)) = open(talk, fields.next()).await? else { return Ok(()) };
    let then = format!("x.{}", session.id);
    if fields.next() == Some("go") {
        let why = awaited.and_then(|it| it.reason(&then));
        return call_off(talk, (&meeting, &session), why.as_deref()).await;
    }
    let why = match awaited {
        Some(Awaited::Because(about, why)) if about == then => Some(why),
        _ => None,
    };
    let args = about(talk, &meeting, session.starts);
    let message = match &why {
        Some(why) => talk.work_message("staff-meet-cancel-because", &args.text("reason", why)),
        None => talk.work_message("staff-meet-cancel-plan", &args),
    };
    let waits = match why {
        Some(why) => Awaited::Because(then.clone(), why),
        None => Awaited::Reason(then.clone()),
    };
    wait_for(talk, &waits).await?;
    let message = message
        .row([talk.work_button("staff-meet-button-cancel-yes", format!("w.g.{then}.go"))])
        .row([talk.work_button("staff-button-not-now", meeting::work_press(session.id))]);
    talk.work_say(message).await
}

/// A reason was typed: the question once more, with it.
pub(super) async fn with_reason(talk: &mut Talk<'_>, then: &str, reason: &str) -> Result<()> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.chars().count() > REASON_CHARS {
        let waits = Awaited::Reason(then.to_owned());
        return asked::again(talk, &waits, "staff-meet-reason-long").await;
    }
    let because = Awaited::Because(then.to_owned(), reason);
    Box::pin(pressed(talk, then, (None, Some(because)))).await
}

async fn call_off(
    talk: &mut Talk<'_>,
    (meeting, session): (&Meeting, &Session),
    why: Option<&str>,
) -> Result<()> {
    let rooms = talk.rooms;
    let desk = (&rooms.store, rooms.phrases.as_ref());
    let at = (talk.now.after(REGRET), talk.now);
    let organisation = talk.organisation;
    let about_it = (meeting, session.id, why);
    let done = meeting::cancel_session(desk, talk.write, organisation, about_it, at).await;
    match done {
        Ok(changed) => {
            let args = Args::new()
                .text("kind", super::kind_name(talk, meeting))
                .text("when", short(talk, session.starts));
            let message = talk.work_message("staff-meet-cancelled", &args);
            let message = plan::with(message, &held_back(talk, session.starts));
            undo::offer(talk, message, Undo::Meeting(Regret::Changed(session.id, changed))).await
        }
        Err(error) => refused(talk, error).await,
    }
}
