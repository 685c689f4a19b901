//! What a theme brings to whom, before it starts and while it runs.

use super::super::context::{CliError, Context, show, table};
use super::{named, said, state_phrase};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, day_and_time, without_marks};
use crate::outbox::Reason;
use crate::rhythm::{self, NewRun, Outlook, Outreach, Run, RunState, SlotKind, Untranslated};
use crate::roster::Organisation;

pub(super) fn show_outlook(
    context: &Context,
    organisation: &Organisation,
    (theme, groups): (&str, &[String]),
    run: &NewRun,
    outlook: &Outlook,
) {
    let args = Args::new().text("theme", theme).text("groups", groups.join(", "));
    show(&context.say("theme-plan", &args));
    show_outreach(context, &outlook.to);
    let rows = outlook.slots.iter().map(|slot| {
        let stands = if slot.is_closed { "theme-slot-closed" } else { "theme-slot-planned" };
        row(
            context,
            organisation,
            (slot.week, slot.kind, slot.at),
            context.say(stands, &Args::new()),
        )
    });
    show(&table(&heads(context), rows.collect()));
    for (tag, families) in &outlook.to.languages {
        let args = Args::new().text("language", language(context, tag)).number("count", *families);
        show(&context.say("theme-plan-language", &args));
    }
    for (tag, families) in &outlook.to.gaps {
        let args = Args::new().text("language", language(context, tag)).number("count", *families);
        let phrase = match run.missing {
            Untranslated::Hold => "theme-plan-gap-hold",
            Untranslated::Dutch => "theme-plan-gap-dutch",
        };
        show(&context.say(phrase, &args));
    }
    if outlook.not_introduced {
        show(&context.say("theme-plan-not-introduced", &Args::new()));
    }
}

/// To how many families it comes and how, why not to the others, and who hears it.
fn show_outreach(context: &Context, to: &Outreach) {
    let args = Args::new().number("families", to.families).number("reached", to.reached());
    show(&context.say("theme-plan-families", &args));
    for line in to.lines(&context.phrases, context.language()) {
        show(&without_marks(&line.plain()));
    }
}

pub(super) async fn show_run(
    context: &Context,
    organisation: &Organisation,
    run: &Run,
) -> Result<(), CliError> {
    let mut read = context.store.read().await?;
    show(&context.say("theme-plan", &named(run)));
    show(&context.say(state_phrase(run.state), &Args::new()));
    if matches!(run.state, RunState::Running | RunState::Paused) {
        let now = context.calendar.now();
        show_outreach(context, &rhythm::outreach_now(&mut read, organisation, run, now).await?);
    }
    let fates = rhythm::fates(&mut read, run.id).await?;
    let rows = rhythm::slots_of(&mut read, run.id).await?.into_iter().map(|slot| {
        let mut stands = vec![match (slot.state.as_str(), slot.reason.as_deref()) {
            ("skipped", Some(reason)) => why(context, reason),
            ("done", _) => context.say("theme-slot-done", &Args::new()),
            _ => context.say("theme-slot-planned", &Args::new()),
        }];
        let of_slot =
            fates.iter().filter(|fate| fate.week == slot.week && fate.kind == slot.kind.word());
        stands.extend(of_slot.map(|fate| {
            let state =
                context.say(&format!("cli-state-{}", fate.state.replace('_', "-")), &Args::new());
            match &fate.reason {
                Some(reason) => format!("{} {state} ({})", fate.carers, why(context, reason)),
                None => format!("{} {state}", fate.carers),
            }
        }));
        row(context, organisation, (slot.week, slot.kind, slot.at), stands.join(", "))
    });
    show(&table(&heads(context), rows.collect()));
    for without in rhythm::without_activity(&mut read, run.id).await? {
        let phrase = match without.reason.as_str() {
            "age" => "theme-step-age",
            _ => "theme-step-all-done",
        };
        let args = Args::new().number("week", without.week).number("count", without.children);
        show(&context.say(phrase, &args));
    }
    match &run.introduced_on {
        Some(day) => {
            show(
                &context.say("theme-plan-introduced", &Args::new().text("day", said(context, day))),
            );
        }
        None => show(&context.say("theme-plan-not-introduced", &Args::new())),
    }
    Ok(())
}

fn heads(context: &Context) -> [String; 4] {
    ["theme-head-week", "theme-head-message", "theme-head-when", "theme-head-stands"]
        .map(|id| context.say(id, &Args::new()))
}

fn row(
    context: &Context,
    organisation: &Organisation,
    (week, kind, at): (i64, SlotKind, Moment),
    stands: String,
) -> Vec<String> {
    let phrase = match kind {
        SlotKind::Letter => "theme-slot-letter",
        SlotKind::Why => "theme-slot-why",
        SlotKind::Do => "theme-slot-do",
        SlotKind::Cheer => "theme-slot-cheer",
        SlotKind::Closing => "theme-slot-closing",
    };
    vec![
        week.to_string(),
        context.say(phrase, &Args::new()),
        day_and_time(context.language(), at.local(&organisation.time_zone)),
        stands,
    ]
}

/// A reason in words; Telegram's own words stay as they are.
fn why(context: &Context, reason: &str) -> String {
    match Reason::from_word(reason) {
        Some(known) => {
            context.say(&format!("cli-reason-{}", known.word().replace('_', "-")), &Args::new())
        }
        None => reason.to_owned(),
    }
}

fn language(context: &Context, tag: &str) -> String {
    HomeLanguage::parse(tag).map_or(tag, |it| it.name_in(context.language())).to_owned()
}
