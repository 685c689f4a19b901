//! One time of a meeting: numbers first, then what can be done.

use std::time::Duration;

use super::{about, blocks, local, mine, short, when};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html};
use crate::meeting::{self, Meeting, Replies, Session};
use crate::outbox::Button;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// An invitation needs no longer, unless it is night.
const TO_ARRIVE: Duration = Duration::from_secs(15 * 60);

/// Shows the time with this number.
pub(super) async fn pressed(talk: &mut Talk<'_>, session: &str) -> Result<()> {
    let Some((meeting, session)) = mine(talk, Some(session)).await? else { return Ok(()) };
    let day = local(talk, session.starts).date();
    let tongue = talk.work_language();
    let head = about(talk, &meeting, session.starts);
    let when = when(talk, (local(talk, session.starts), local(talk, session.ends)));
    let mut head = vec![talk.phrases().html(tongue, "staff-meet-card", &head), when];
    if session.is_cancelled {
        head.push(talk.phrases().html(tongue, "staff-meet-off", &Args::new()));
    }
    let replies = meeting::replies(talk.write, &meeting, day).await?;
    let mut lines = numbers(talk, &meeting, &replies);
    lines.extend(came(talk, &meeting, &session).await?);
    let mut message = blocks(&[head, lines]);
    message.buttons = buttons(talk, &meeting, &session);
    talk.work_say(message).await
}

/// Who said what, in a line or a few.
fn numbers(talk: &Talk<'_>, meeting: &Meeting, replies: &Replies) -> Vec<Html> {
    let say = |phrase: &str, args: Args| talk.phrases().html(talk.work_language(), phrase, &args);
    let args = Args::new()
        .number("yes", replies.yes)
        .number("no", replies.no)
        .number("maybe", replies.maybe)
        .number("silent", replies.silent)
        .number("families", replies.families);
    let mut lines = vec![say("staff-meet-numbers", args)];
    if replies.yes > 0 {
        lines.push(say("staff-meet-people", Args::new().number("people", replies.people)));
    }
    if let Some(places) = meeting.capacity {
        let args = Args::new().number("waiting", replies.waiting).number("places", places);
        lines.push(say("staff-meet-waiting", args));
    }
    if !replies.interpreters.is_empty() {
        let list = by_language(talk.work_language(), replies.interpreters.iter());
        lines.push(say("staff-meet-interpreters", Args::new().text("list", list)));
    }
    // An invitation that is still on its way reached nobody yet.
    let has_left = |at: Moment| at.after(TO_ARRIVE) <= talk.now;
    if replies.not_reached > 0 && meeting.invite_at.is_none_or(has_left) {
        let args = Args::new().number("count", replies.not_reached);
        lines.push(say("staff-meet-not-reached", args));
    }
    lines
}

/// "Arabisch 2 · Pools 1".
pub(super) fn by_language<'a>(
    tongue: HomeLanguage,
    counts: impl Iterator<Item = (&'a HomeLanguage, &'a i64)>,
) -> String {
    let mut counts: Vec<(&HomeLanguage, &i64)> = counts.collect();
    counts.sort_by_key(|(language, count)| (-**count, **language));
    let said =
        counts.iter().map(|(language, count)| format!("{} {count}", language.name_in(tongue)));
    said.collect::<Vec<_>>().join(" · ")
}

/// How many came, once there is somebody on the list or it is complete.
pub(super) async fn came(
    talk: &mut Talk<'_>,
    meeting: &Meeting,
    session: &Session,
) -> Result<Option<Html>> {
    let day = local(talk, session.starts).date();
    let all = meeting::attendees(talk.write, meeting, session.id, day).await?;
    let came = all.iter().filter(|it| it.seen || it.said);
    let count = super::number(came.clone().count());
    if count == 0 && session.list_closed_at.is_none() {
        return Ok(None);
    }
    let args = Args::new()
        .number("came", count)
        .number("expected", super::number(came.filter(|it| it.said_yes).count()))
        .number("yes", super::number(all.iter().filter(|it| it.said_yes).count()));
    Ok(Some(talk.phrases().html(talk.work_language(), "staff-meet-came", &args)))
}

/// What can be done with it now, and the other times of a series.
fn buttons(talk: &Talk<'_>, meeting: &Meeting, session: &Session) -> Vec<Vec<Button>> {
    let id = session.id;
    let mut rows = Vec::new();
    if !session.is_cancelled && local(talk, session.starts).date() <= super::today(talk) {
        rows.push(vec![talk.work_button("staff-meet-button-who", format!("w.g.a.{id}"))]);
    }
    if !session.is_cancelled && session.starts > talk.now {
        rows.push(vec![
            talk.work_button("staff-meet-button-move", format!("w.g.v.{id}")),
            talk.work_button("staff-meet-button-cancel", format!("w.g.x.{id}")),
        ]);
    }
    let others: Vec<&Session> = meeting.sessions.iter().filter(|it| it.id != id).collect();
    for pair in others.chunks(2) {
        let button =
            |it: &&Session| Button::new(short(talk, it.starts), meeting::work_press(it.id));
        rows.push(pair.iter().map(button).collect());
    }
    rows.push(vec![talk.work_button("staff-meet-button-all-meetings", "w.g")]);
    rows
}
