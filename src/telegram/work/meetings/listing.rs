//! What takes place today and later in my groups, and what was: lists of a week that nobody completed.

use std::time::Duration;

use super::super::pages::{place, turning_by};
use super::{about, blocks, kind_name, number, short, today};
use crate::clock::Moment;
use crate::language::{Args, Html};
use crate::meeting::{self, Answering, Meeting, Session};
use crate::outbox::Button;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many lines and buttons fit a screen.
const PAGE: usize = 8;
/// So long a list that is not complete is shown.
const TO_COMPLETE: Duration = Duration::from_secs(7 * 86_400);

/// A meeting with the time of it that matters now.
struct Entry {
    meeting: Meeting,
    session: Session,
    /// It is over, and the list of who came is not complete.
    is_open_list: bool,
}

/// The list from some place on.
pub(super) async fn show(talk: &mut Talk<'_>, from: &str) -> Result<()> {
    let all = entries(talk).await?;
    let from = place(Some(from));
    let head = Args::new().number("count", number(all.len()));
    let mut lines = vec![talk.phrases().html(talk.work_language(), "staff-meet-list", &head)];
    let mut buttons = Vec::new();
    for entry in all.iter().skip(from).take(PAGE) {
        lines.push(line(talk, entry).await?);
        let label =
            format!("{} · {}", short(talk, entry.session.starts), kind_name(talk, &entry.meeting));
        buttons.push(vec![Button::new(label, meeting::work_press(entry.session.id))]);
    }
    let mut message = blocks(&[lines]);
    message.buttons = buttons;
    message.buttons.extend(turning_by(PAGE, talk, (all.len(), from), "w.g.p"));
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

/// Lists that wait first, then by time.
async fn entries(talk: &mut Talk<'_>) -> Result<Vec<Entry>> {
    let Some(scope) = talk.scope() else { return Ok(Vec::new()) };
    let since = talk.now.before(TO_COMPLETE);
    let all = meeting::coming_within(talk.write, scope, since).await?;
    let morning = Moment::start_of(today(talk), &talk.organisation.time_zone);
    let with_rsvp = |it: &Meeting| it.kind.base.answering() != Answering::Slots;
    let all = all.into_iter().filter(|it| it.cancelled_at.is_none() && with_rsvp(it));
    let mut found: Vec<Entry> = all.filter_map(|it| entry(it, (since, morning))).collect();
    found.sort_by_key(|it| (!it.is_open_list, it.session.starts, it.session.id));
    Ok(found)
}

fn entry(meeting: Meeting, (since, morning): (Moment, Moment)) -> Option<Entry> {
    let waits =
        |it: &&Session| it.ends > since && it.ends <= morning && it.list_closed_at.is_none();
    let waiting = meeting.standing().find(waits).cloned();
    let next = meeting.standing().find(|it| it.ends > morning).cloned();
    let is_open_list = waiting.is_some();
    waiting.or(next).map(|session| Entry { meeting, session, is_open_list })
}

async fn line(talk: &mut Talk<'_>, entry: &Entry) -> Result<Html> {
    let args = about(talk, &entry.meeting, entry.session.starts);
    let (phrase, args) = match entry.is_open_list {
        true => ("staff-meet-line-open", args),
        false => {
            let day = super::local(talk, entry.session.starts).date();
            let replies = meeting::replies(talk.write, &entry.meeting, day).await?;
            ("staff-meet-line", args.number("yes", replies.yes))
        }
    };
    Ok(talk.phrases().html(talk.work_language(), phrase, &args))
}
