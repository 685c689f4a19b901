//! Themes that run in my groups: how they stand, a pause, another week, the end.

use super::pages::{PAGE, place, turning};
use super::undo::{self, Undo};
use super::{moving, plan};
use crate::language::{Args, day_and_time};
use crate::outbox::Button;
use crate::rhythm::{self, OwnRun, RunError, RunId, RunState};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// The list, one run, or what is to be done with it: `run.act`.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let id = fields.next().unwrap_or("p");
    if id == "p" {
        return list(talk, place(fields.next())).await;
    }
    let Some(own) = find(talk, RunId::from_raw(id.parse().unwrap_or_default())).await? else {
        talk.work_toast("staff-not-mine");
        return Ok(());
    };
    if !own.is_whole {
        return talk.work_phrase("staff-theme-shared", &about(&own)).await;
    }
    match fields.next() {
        Some("pause") => pause(talk, &own).await,
        Some("resume") => resume(talk, &own).await,
        // "A week later" was on buttons before.
        Some("move" | "later") => moving::ask(talk, &own).await,
        Some("to") => moving::go(talk, &own, fields.next()).await,
        Some("told") => introduced(talk, &own).await,
        Some("stop") => ask_stop(talk, &own).await,
        Some("end") => end(talk, &own).await,
        _ => show(talk, &own).await,
    }
}

/// A run of mine, as it stands now.
pub(super) async fn find(talk: &mut Talk<'_>, id: RunId) -> Result<Option<OwnRun>> {
    let Some(scope) = talk.scope() else { return Ok(None) };
    let all = rhythm::runs_within(talk.write, scope).await?;
    Ok(all.into_iter().find(|own| own.run.id == id))
}

pub(super) fn about(own: &OwnRun) -> Args {
    Args::new().text("title", &own.run.title).text("groups", own.run.groups.join(", "))
}

async fn list(talk: &mut Talk<'_>, from: usize) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let all = rhythm::runs_within(talk.write, scope).await?;
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let mut message = talk.work_message("staff-themes", &Args::new().number("count", count));
    for own in all.iter().skip(from).take(PAGE) {
        let label = format!("{} · {}", own.run.title, own.run.groups.join(", "));
        message = message.row([Button::new(label, format!("w.t.{}", own.run.id))]);
    }
    message.buttons.extend(turning(talk, all.len(), from, "w.t.p"));
    let message = message
        .row([talk.work_button("staff-button-new-theme", "w.s")])
        .row([talk.work_button("staff-button-materials", "w.n")]);
    talk.work_say(message).await
}

async fn show(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    let slots = rhythm::slots_of(talk.write, own.run.id).await?;
    let left = || slots.iter().filter(|slot| slot.state == "planned");
    let (tongue, zone) = (talk.work_language(), &talk.organisation.time_zone);
    let next = left().map(|slot| slot.at).min();
    let next = next.map(|at| day_and_time(tongue, at.local(zone))).unwrap_or_default();
    let args = about(own)
        .number("left", i64::try_from(left().count()).unwrap_or(i64::MAX))
        .number("all", i64::try_from(slots.len()).unwrap_or(i64::MAX))
        .text("next", next);
    let to = rhythm::outreach_now(talk.write, talk.organisation, &own.run, talk.now).await?;
    let (id, is_paused) = (own.run.id, own.run.state == RunState::Paused);
    let (phrase, goes_on) = match (is_paused, left().count()) {
        (true, _) => (
            "staff-theme-paused",
            talk.work_button("staff-button-resume", format!("w.t.{id}.resume")),
        ),
        (false, left) => (
            if left == 0 { "staff-theme-last" } else { "staff-theme" },
            talk.work_button("staff-button-pause", format!("w.t.{id}.pause")),
        ),
    };
    let message = talk
        .work_message(phrase, &args)
        .row([goes_on, talk.work_button("staff-button-move", format!("w.t.{id}.move"))]);
    let mut message = plan::with(message, &to.lines(talk.phrases(), talk.work_language()));
    if own.run.introduced_on.is_none() {
        let told = talk.work_button("staff-button-introduced", format!("w.t.{id}.told"));
        message = message.row([told]);
    }
    talk.work_say(message.row([talk.work_button("staff-button-end", format!("w.t.{id}.stop"))]))
        .await
}

/// Parents had an explanation of the theme, by today.
async fn introduced(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    if own.run.introduced_on.is_some() {
        talk.work_toast("staff-theme-stands-otherwise");
        return Ok(());
    }
    let today = talk.now.local(&talk.organisation.time_zone).date();
    rhythm::introduced(talk.write, own.run.id, Some(today)).await?;
    let message = talk.work_message("staff-theme-introduced", &about(own));
    undo::offer(talk, message, Undo::Introduced(own.run.id)).await
}

async fn pause(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    let done = rhythm::pause(talk.write, &own.run, talk.now).await;
    if !stands_so(talk, done)? {
        return Ok(());
    }
    let message = talk.work_message("staff-theme-pause-done", &about(own));
    undo::offer(talk, message, Undo::Paused(own.run.id, talk.now)).await
}

async fn resume(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    let zone = talk.organisation.time_zone.clone();
    let done = rhythm::resume(talk.write, &own.run, &zone, talk.now).await;
    if !stands_so(talk, done)? {
        return Ok(());
    }
    let message = talk.work_message("staff-theme-resume-done", &about(own));
    undo::offer(talk, message, Undo::Resumed(own.run.id)).await
}

/// The end cannot be undone, so it is asked once more.
async fn ask_stop(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    let message = talk
        .work_message("staff-theme-end-question", &about(own))
        .row([talk.work_button("staff-button-end-yes", format!("w.t.{}.end", own.run.id))])
        .row([talk.work_button("staff-button-not-now", "w.m")]);
    talk.work_say(message).await
}

async fn end(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    let done = rhythm::stop(talk.write, &own.run, talk.now).await;
    if !stands_so(talk, done)? {
        return Ok(());
    }
    talk.work_phrase("staff-theme-end-done", &about(own)).await
}

/// A second press finds the run as the first one left it: shown for a moment, nothing more.
pub(super) fn stands_so<T>(
    talk: &mut Talk<'_>,
    done: std::result::Result<T, RunError>,
) -> Result<bool> {
    match done {
        Ok(_) => Ok(true),
        Err(RunError::Store(error)) => Err(error),
        Err(_) => {
            talk.work_toast("staff-theme-stands-otherwise");
            Ok(false)
        }
    }
}
