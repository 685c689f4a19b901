//! A round of talks: who talks when, and who has chosen no moment.

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::super::super::context::{CliError, Context, show, table};
use super::super::{count, times};
use crate::language::{Args, HomeLanguage};
use crate::meeting::{self, HeldTalk, Interpreting, Meeting, NotBooked};
use crate::roster::Organisation;

pub(super) async fn run(
    context: &Context,
    read: &mut AnyConnection,
    organisation: &Organisation,
    meeting: &Meeting,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let today = now.local(&organisation.time_zone).date();
    let booked = meeting::booked_talks(read, meeting.id).await?;
    let open = meeting::not_booked(read, meeting.id, today).await?;
    let free = meeting::count_free(read, meeting.id, now).await?;
    let args = Args::new()
        .number("count", count(&booked))
        .number("all", count(&booked).saturating_add(count(&open)))
        .number("free", free);
    show(&context.say("cli-meeting-booked", &args));
    if !booked.is_empty() {
        show_booked(context, organisation, &booked);
    }
    if !open.is_empty() && meeting.cancelled_at.is_none() {
        show_open(context, organisation, meeting, (&open, today));
    }
    Ok(())
}

fn show_booked(context: &Context, organisation: &Organisation, booked: &[HeldTalk]) {
    let heads = [
        "cli-head-when",
        "cli-head-children",
        "cli-head-group",
        "cli-meeting-head-staff",
        "cli-meeting-head-interpreter",
        "cli-meeting-head-outcome",
        "cli-meeting-head-talk",
    ];
    let rows = booked.iter().map(|it| {
        let slot = it.talk.slot.as_ref();
        let outcome = match it.outcome.as_deref() {
            Some("held") => context.say("cli-meeting-held", &Args::new()),
            Some(_) => context.say("cli-meeting-not-held", &Args::new()),
            None => String::new(),
        };
        let when = slot.map(|slot| times::said(context, slot.starts, &organisation.time_zone));
        let staff = slot.and_then(|slot| slot.staff.clone());
        vec![
            when.unwrap_or_default(),
            it.talk.child_name.clone(),
            it.group.clone(),
            staff.unwrap_or_default(),
            interpreter(context, it),
            outcome,
            it.talk.id.to_string(),
        ]
    });
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
}

fn interpreter(context: &Context, held: &HeldTalk) -> String {
    let language = held.language.map_or("", |it| it.name_in(context.language()));
    match held.talk.interpreter {
        Some(Interpreting::School) => language.to_owned(),
        Some(Interpreting::Family) => context.say("cli-meeting-by-family", &Args::new()),
        None => String::new(),
    }
}

/// They are approached in person: with the days that are left.
fn show_open(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    (open, today): (&[NotBooked], Date),
) {
    let args = Args::new().number("count", count(open));
    let last = meeting.talks.map(|(_, last)| last.local(&organisation.time_zone).date());
    let days = last.and_then(|last| today.until(last).ok()).map(|span| i64::from(span.get_days()));
    match days {
        Some(days) if days >= 0 => {
            show(&context.say("cli-meeting-open-days", &args.number("days", days)));
        }
        _ => show(&context.say("cli-meeting-open", &args)),
    }
    let heads = [
        "cli-head-children",
        "cli-head-group",
        "cli-head-language",
        "cli-head-state",
        "cli-meeting-head-wish",
        "cli-head-family",
    ];
    let rows = open.iter().map(|it| {
        let name = |language: &HomeLanguage| language.name_in(context.language());
        let languages: Vec<&str> = it.languages.iter().map(name).collect();
        let mut state = Vec::new();
        if !it.is_connected {
            state.push(context.say("cli-meeting-not-in-chat", &Args::new()));
        }
        if it.needs_interpreter {
            state.push(context.say("cli-meeting-wants-interpreter", &Args::new()));
        }
        vec![
            it.child_name.clone(),
            it.group.clone(),
            languages.join(", "),
            state.join(", "),
            it.wish.clone().unwrap_or_default(),
            it.family.to_string(),
        ]
    });
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
}
