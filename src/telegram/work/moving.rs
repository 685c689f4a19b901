//! Moving a theme: a few weeks to choose from, then what changed, with a way back.

use super::plan;
use super::themes::{about, stands_so};
use super::undo::{self, Undo};
use crate::language::{Args, short_day};
use crate::outbox::Button;
use crate::rhythm::{self, Move, OwnRun};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// The weeks that are offered, each by the day of its first message.
pub(super) async fn ask(talk: &mut Talk<'_>, own: &OwnRun) -> Result<()> {
    let all = rhythm::moves(talk.write, talk.organisation, &own.run, talk.now).await?;
    let Some(first) = all.first() else {
        return talk.work_phrase("staff-theme-no-move", &about(own)).await;
    };
    let tongue = talk.work_language();
    let args = about(own)
        .number("count", number(first.messages))
        .text("from", short_day(tongue, first.first.0))
        .text("to", short_day(tongue, first.last.0));
    let mut message = talk.work_message("staff-theme-move", &args);
    for it in &all {
        let press = format!("w.t.{}.to.{}", own.run.id, it.first.1);
        message = message.row([Button::new(short_day(tongue, it.first.1), press)]);
    }
    let back = talk.work_button("staff-button-not-now", format!("w.t.{}", own.run.id));
    talk.work_say(message.row([back])).await
}

/// Moves it so that its first message leaves on that day, if that is still offered.
pub(super) async fn go(talk: &mut Talk<'_>, own: &OwnRun, day: Option<&str>) -> Result<()> {
    let all = rhythm::moves(talk.write, talk.organisation, &own.run, talk.now).await?;
    let chosen = all.into_iter().find(|it| Some(it.first.1.to_string().as_str()) == day);
    let Some(chosen) = chosen else {
        talk.work_toast("staff-theme-stands-otherwise");
        return Ok(());
    };
    let zone = talk.organisation.time_zone.clone();
    let done = rhythm::move_by(talk.write, &own.run, chosen.days, &zone, talk.now).await;
    if !stands_so(talk, done)? {
        return Ok(());
    }
    let message = talk.work_message("staff-theme-moved", &changed(talk, own, &chosen));
    let closed = Args::new().number("closed", number(chosen.closed));
    let warns = (chosen.closed > 0)
        .then(|| talk.phrases().html(talk.work_language(), "staff-theme-moved-closed", &closed));
    let message = plan::with(message, warns.as_slice());
    undo::offer(talk, message, Undo::Moved(own.run.id, chosen.days)).await
}

fn changed(talk: &Talk<'_>, own: &OwnRun, it: &Move) -> Args {
    let day = |day| short_day(talk.work_language(), day);
    about(own)
        .number("count", number(it.messages))
        .text("before", day(it.first.0))
        .text("until", day(it.last.0))
        .text("from", day(it.first.1))
        .text("to", day(it.last.1))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
