//! `thuispost meeting show`.

mod talks;

use std::collections::BTreeMap;

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::super::context::{CliError, Context, show, table};
use super::{count, list, named, times};
use crate::language::{Args, HomeLanguage};
use crate::meeting::{self, Answering, Meeting, Replies};
use crate::roster::Organisation;

pub(super) async fn run(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
) -> Result<(), CliError> {
    let zone = &organisation.time_zone;
    let now = context.calendar.now();
    show(&context.say("cli-meeting-title", &named(context, meeting)));
    let state = context.say(list::state(meeting, now), &Args::new());
    match &meeting.cancelled_why {
        Some(why) => show(&format!("{state}: {why}")),
        None => show(&state),
    }
    for session in &meeting.sessions {
        let args = Args::new()
            .number("time", session.number)
            .text("when", times::span(context, session, zone));
        let phrase = match session.is_cancelled {
            true => "cli-meeting-time-cancelled",
            false => "cli-meeting-time",
        };
        show(&context.say(phrase, &args));
    }
    tell_place(context, meeting);
    let mut read = context.store.read().await?;
    match meeting.kind.base.answering() {
        Answering::Slots => talks::run(context, &mut read, organisation, meeting).await,
        Answering::Rsvp | Answering::WeeklyTick => {
            let at = meeting.next(now).map(|next| next.starts).or(meeting.begins());
            answers(context, &mut read, meeting, at.unwrap_or(now).local(zone).date()).await?;
            waiting(context, &mut read, organisation, meeting).await
        }
    }
}

fn tell_place(context: &Context, meeting: &Meeting) {
    let place = meeting.place.iter().chain(std::iter::once(&meeting.location.name));
    let place: Vec<&str> = place.chain(&meeting.location.address).map(String::as_str).collect();
    show(&context.say("cli-meeting-where", &Args::new().text("place", place.join(", "))));
    if let Some(capacity) = meeting.capacity {
        show(&context.say("cli-meeting-capacity", &Args::new().number("count", capacity)));
    }
    if meeting.is_ve_only {
        show(&context.say("cli-meeting-ve-only", &Args::new()));
    }
}

/// Families by what they said, the largest question first: who is coming.
async fn answers(
    context: &Context,
    read: &mut AnyConnection,
    meeting: &Meeting,
    day: Date,
) -> Result<(), CliError> {
    let replies = meeting::replies(read, meeting, day).await?;
    let Replies { families, yes, waiting, maybe, no, silent, not_reached, people, .. } = replies;
    show(&context.say("cli-meeting-families", &Args::new().number("count", families)));
    let lines = [
        ("cli-meeting-said-yes", yes),
        ("cli-meeting-said-waiting", waiting),
        ("cli-meeting-said-maybe", maybe),
        ("cli-meeting-said-no", no),
        ("cli-meeting-said-nothing", silent),
        ("cli-meeting-said-unreached", not_reached),
    ];
    for (phrase, count) in lines {
        show(&format!("  {count:>5}  {}", context.say(phrase, &Args::new())));
    }
    if yes > 0 {
        show(&context.say("cli-meeting-people", &Args::new().number("count", people)));
    }
    interpreters(context, &replies.interpreters);
    Ok(())
}

/// For which languages the school is to find somebody.
fn interpreters(context: &Context, asked: &BTreeMap<HomeLanguage, i64>) {
    if asked.is_empty() {
        return;
    }
    let name = |(language, count): (&HomeLanguage, &i64)| {
        format!("{} {count}", language.name_in(context.language()))
    };
    let list: Vec<String> = asked.iter().map(name).collect();
    show(&context.say("cli-meeting-interpreters", &Args::new().text("list", list.join(", "))));
}

async fn waiting(
    context: &Context,
    read: &mut AnyConnection,
    organisation: &Organisation,
    meeting: &Meeting,
) -> Result<(), CliError> {
    let list = meeting::waiting_list(read, meeting.id).await?;
    if list.is_empty() {
        return Ok(());
    }
    show(&context.say("cli-meeting-waiting-list", &Args::new().number("count", count(&list))));
    let rows = list.into_iter().map(|it| {
        let until = it.offered_until.map_or_else(String::new, |until| {
            let when = times::said(context, until, &organisation.time_zone);
            context.say("cli-meeting-kept-until", &Args::new().text("when", when))
        });
        vec![it.children.join(", "), until, it.family.to_string()]
    });
    let heads = ["cli-head-children", "cli-head-state", "cli-head-family"];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
    Ok(())
}
