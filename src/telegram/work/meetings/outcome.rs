//! What came of a talk: held or not in one tap; then, for who wants to say it, the interpreter, with whom, and the
//! next step in a few words.

use super::super::undo::{self, Undo};
use super::asked::{self, Awaited, wait_for};
use super::one_talk::{self, OneTalk};
use super::{Regret, blocks, today};
use crate::language::{Args, Html};
use crate::meeting::{self, NEXT_STEP_CHARS, NotedTalk, TalkId};
use crate::outbox::Message;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// With whom, in a few words.
const WITH_CHARS: usize = 60;
/// Who comes most: on a button, and what is noted then.
const WITH: [(&str, &str); 3] = [
    ("m", "staff-meet-button-mother"),
    ("f", "staff-meet-button-father"),
    ("b", "staff-meet-button-both"),
];

/// Held (`h`), not held (`m`), the interpreter was there (`i.y`) or not (`i.n`), with whom (`w`, `w.m`), the next step
/// (`s`).
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    about: &OneTalk,
    (act, more): (&str, Option<&str>),
) -> Result<()> {
    if about.day(talk).is_none_or(|day| day > today(talk)) {
        return talk.work_phrase("staff-meet-too-early", &Args::new()).await;
    }
    let before = about.card.noted.clone();
    match (act, more, before) {
        ("h", _, before) => {
            let noted = before.filter(|it| it.held).unwrap_or_else(|| fresh(true));
            note(talk, about, noted).await
        }
        ("m", ..) => note(talk, about, fresh(false)).await,
        ("i", Some(there), Some(before)) => {
            note(talk, about, NotedTalk { interpreter_there: Some(there == "y"), ..before }).await
        }
        ("w", None, Some(_)) => ask_with(talk, about).await,
        ("w", Some(who), Some(before)) => match WITH.iter().find(|(word, _)| *word == who) {
            Some((_, phrase)) => {
                let with = talk.phrases().plain(talk.work_language(), phrase, &Args::new());
                note(talk, about, NotedTalk { with: Some(with), ..before }).await
            }
            None => ask_with(talk, about).await,
        },
        ("s", _, Some(_)) => {
            wait_for(talk, &Awaited::NextStep(about.about.id)).await?;
            let most = super::number(NEXT_STEP_CHARS);
            let args = about.args(talk).number("most", most);
            talk.work_phrase("staff-meet-next-step-how", &args).await
        }
        _ => {
            talk.work_toast("staff-meet-not-so");
            Ok(())
        }
    }
}

fn fresh(held: bool) -> NotedTalk {
    NotedTalk { held, with: None, interpreter_there: None, next_step: None, moment: None }
}

async fn ask_with(talk: &mut Talk<'_>, about: &OneTalk) -> Result<()> {
    wait_for(talk, &Awaited::With(about.about.id)).await?;
    let press = one_talk::press(about.about.id);
    let button =
        |(word, phrase): (&str, &str)| talk.work_button(phrase, format!("{press}.w.{word}"));
    let message = talk.work_message("staff-meet-with-how", &about.args(talk)).row(WITH.map(button));
    talk.work_say(message).await
}

/// With whom it was, as somebody typed it.
pub(super) async fn with(talk: &mut Talk<'_>, id: TalkId, text: &str) -> Result<()> {
    if text.chars().count() > WITH_CHARS {
        return asked::again(talk, &Awaited::With(id), "staff-meet-with-long").await;
    }
    let with = Some(text.to_owned());
    add(talk, id, |noted| NotedTalk { with, ..noted }).await
}

/// What was agreed, as somebody typed it.
pub(super) async fn next_step(talk: &mut Talk<'_>, id: TalkId, text: &str) -> Result<()> {
    if text.chars().count() > NEXT_STEP_CHARS {
        return asked::again(talk, &Awaited::NextStep(id), "staff-meet-next-step-long").await;
    }
    let next_step = Some(text.to_owned());
    add(talk, id, |noted| NotedTalk { next_step, ..noted }).await
}

async fn add(
    talk: &mut Talk<'_>,
    id: TalkId,
    with: impl FnOnce(NotedTalk) -> NotedTalk,
) -> Result<()> {
    let Some(about) = one_talk::find(talk, id).await? else {
        return talk.work_phrase("staff-not-mine", &Args::new()).await;
    };
    match about.card.noted.clone() {
        Some(noted) => note(talk, &about, with(noted)).await,
        None => talk.work_phrase("staff-meet-not-so", &Args::new()).await,
    }
}

/// Notes it, says what stands there now, and what can be added.
async fn note(talk: &mut Talk<'_>, about: &OneTalk, noted: NotedTalk) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let Some(day) = about.day(talk) else { return Ok(()) };
    let id = about.about.id;
    let by = (day, staff.name.as_str(), talk.now);
    if !meeting::note_talk(talk.write, id, &noted, by).await? {
        return talk.work_phrase("staff-meet-not-so", &Args::new()).await;
    }
    let Some(changed) = one_talk::find(talk, id).await? else { return Ok(()) };
    let message = with_buttons(talk, &changed, blocks(&[lines(talk, &changed)]));
    undo::offer(talk, message, Undo::Meeting(Regret::Noted(id))).await
}

/// What can be added to what was noted.
fn with_buttons(talk: &Talk<'_>, about: &OneTalk, mut message: Message) -> Message {
    let id = about.about.id;
    let press = one_talk::press(id);
    let button = |phrase: &str, act: &str| talk.work_button(phrase, format!("{press}.{act}"));
    if let Some(noted) = about.card.noted.as_ref().filter(|noted| noted.held) {
        if about.about.interpreter.is_some() && noted.interpreter_there.is_none() {
            message = message.row([
                button("staff-meet-button-interpreter", "i.y"),
                button("staff-meet-button-no-interpreter", "i.n"),
            ]);
        }
        message = message.row([
            button("staff-meet-button-with", "w"),
            button("staff-meet-button-next-step", "s"),
        ]);
    }
    if let Some(round) = about.about.meeting {
        let back = talk.work_button("staff-meet-button-to-round", format!("w.g.r.{round}"));
        message = message.row([back]);
    }
    message
}

/// What was noted of a talk; nothing when nothing was.
pub(super) fn lines(talk: &Talk<'_>, about: &OneTalk) -> Vec<Html> {
    let Some(noted) = &about.card.noted else { return Vec::new() };
    let say = |phrase: &str, args: &Args| talk.phrases().html(talk.work_language(), phrase, args);
    let head = if noted.held { "staff-meet-held" } else { "staff-meet-not-held" };
    let mut lines = vec![say(head, &about.args(talk))];
    match noted.interpreter_there {
        Some(true) => lines.push(say("staff-meet-held-interpreter", &Args::new())),
        Some(false) => lines.push(say("staff-meet-held-no-interpreter", &Args::new())),
        None => {}
    }
    if let Some(with) = &noted.with {
        lines.push(say("staff-meet-held-with", &Args::new().text("with", with)));
    }
    if let Some(step) = &noted.next_step {
        lines.push(say("staff-meet-held-next-step", &Args::new().text("step", step)));
    }
    lines
}
