//! What takes place today and later in my groups, and what was: lists of a week that nobody completed.

use std::time::Duration;

use super::super::pages::{place, turning_by};
use super::{about, blocks, kind_name, number, short, today};
use crate::clock::Moment;
use crate::language::{Args, Html};
use crate::meeting::{self, Meeting, Session};
use crate::outbox::Button;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many lines and buttons fit a screen.
const PAGE: usize = 8;
/// So long a list that is not complete is shown.
const TO_COMPLETE: Duration = Duration::from_secs(7 * 86_400);

/// The list from some place on.
pub(super) async fn show(talk: &mut Talk<'_>, from: &str) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let from = place(Some(from));
    let morning = Moment::start_of(today(talk), &talk.organisation.time_zone);
    let times = (talk.now.before(TO_COMPLETE), morning);
    let agenda = meeting::agenda(talk.write, scope, times, (from, PAGE)).await?;
    let head = Args::new().number("count", number(agenda.all));
    let mut lines = vec![talk.phrases().html(talk.work_language(), "staff-meet-list", &head)];
    let mut buttons = Vec::new();
    for (meeting, session, waits) in &agenda.entries {
        lines.push(line(talk, (meeting, session), *waits).await?);
        buttons.push(row(talk, meeting, session));
    }
    let mut message = blocks(&[lines]);
    message.buttons = buttons;
    message.buttons.extend(turning_by(PAGE, talk, (agenda.all, from), "w.g.p"));
    let mornings = match has_mornings(talk).await? {
        true => "staff-meet-button-mornings-off",
        false => "staff-meet-button-mornings",
    };
    let message = message
        .row([
            talk.work_button("staff-meet-button-new", "w.g.n"),
            talk.work_button("staff-meet-button-talks", "w.g.t"),
        ])
        .row([talk.work_button("staff-meet-button-play-in", "w.g.w")])
        .row([talk.work_button(mornings, "w.g.z")]);
    talk.work_say(message).await
}

async fn has_mornings(talk: &mut Talk<'_>) -> Result<bool> {
    match talk.scope() {
        Some(scope) => meeting::has_mornings(talk.write, scope).await,
        None => Ok(false),
    }
}

/// The meeting, and once its day has come, the list of who is there.
fn row(talk: &Talk<'_>, meeting: &Meeting, session: &Session) -> Vec<Button> {
    let label = format!("{} · {}", short(talk, session.starts), kind_name(talk, meeting));
    let mut row = vec![Button::new(label, meeting::work_press(session.id))];
    if session.day_has_come(talk.now, &talk.organisation.time_zone) {
        row.push(talk.work_button("staff-meet-button-who", format!("w.g.a.{}", session.id)));
    }
    row
}

async fn line(
    talk: &mut Talk<'_>,
    (meeting, session): (&Meeting, &Session),
    waits: bool,
) -> Result<Html> {
    let args = about(talk, meeting, session.starts);
    let (phrase, args) = match waits {
        true => ("staff-meet-line-open", args),
        false => {
            let day = super::local(talk, session.starts).date();
            let replies = meeting::replies(talk.write, meeting, day).await?;
            ("staff-meet-line", args.number("yes", replies.yes))
        }
    };
    Ok(talk.phrases().html(talk.work_language(), phrase, &args))
}
