//! Rounds of talks: who has which moment, who has none yet, and calling a round off.

use jiff::civil::Date;

use super::super::pages::{PAGE, place, turning, turning_by};
use super::{blocks, kind_name, local, number, one_talk, refused, short, today};
use crate::language::{Args, Html, short_day};
use crate::meeting::{self, HeldTalk, Meeting, MeetingId, NotBooked, Partner};
use crate::outbox::Button;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many talks fit a screen.
const TALKS: usize = 8;
/// So much of somebody's own words is shown in a list.
const WISH_CHARS: usize = 100;

/// The rounds of my groups that are not over, from some place on.
pub(super) async fn list(talk: &mut Talk<'_>, from: &str) -> Result<()> {
    let rounds = coming(talk).await?;
    let from = place(Some(from));
    let args = Args::new().number("count", number(rounds.len()));
    let mut message = talk.work_message("staff-meet-rounds", &args);
    for round in rounds.iter().skip(from).take(TALKS) {
        let label = format!("{} · {}", kind_name(talk, round), round.group_names().join(", "));
        message = message.row([Button::new(label, format!("w.g.r.{}", round.id))]);
    }
    message.buttons.extend(turning_by(TALKS, talk, (rounds.len(), from), "w.g.t"));
    let open = talk.work_button("staff-meet-button-open", "w.g.o");
    talk.work_say(message.row([open])).await
}

/// Rounds of my groups that are not over or called off.
pub(super) async fn coming(talk: &mut Talk<'_>) -> Result<Vec<Meeting>> {
    let Some(scope) = talk.scope() else { return Ok(Vec::new()) };
    let morning = crate::clock::Moment::start_of(today(talk), &talk.organisation.time_zone);
    meeting::rounds_within(talk.write, scope, morning).await
}

/// `kind` and `groups`.
fn about(talk: &Talk<'_>, round: &Meeting) -> Args {
    Args::new().text("kind", kind_name(talk, round)).text("groups", round.group_names().join(", "))
}

/// A round, its talks from some place on (`p.<from>`), who has none yet (`n.<from>`), a child of those (`c.<child>`),
/// and calling it off (`x.act`); all after its number.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let id = fields.next().and_then(|it| it.parse().ok()).unwrap_or_default();
    let found = meeting::find_within(talk.write, scope, MeetingId::from_raw(id)).await?;
    let Some(round) = found else {
        talk.work_toast("staff-not-mine");
        return Ok(());
    };
    if round.cancelled_at.is_some() {
        return talk.work_phrase("staff-meet-off", &Args::new()).await;
    }
    match (fields.next(), fields.next()) {
        (Some("n"), from) => not_booked(talk, &round, place(from)).await,
        (Some("c"), Some(child)) => of_child(talk, &round, (child, fields.next())).await,
        (Some("x"), act) => call_off(talk, &round, act).await,
        (_, from) => show(talk, &round, place(from)).await,
    }
}

async fn show(talk: &mut Talk<'_>, round: &Meeting, from: usize) -> Result<()> {
    let day = today(talk);
    let booked = meeting::booked_talks(talk.write, round.id).await?;
    let without = meeting::not_booked(talk.write, round.id, day).await?;
    let free = meeting::count_free(talk.write, round.id, talk.now).await?;
    let args = about(talk, round)
        .number("booked", number(booked.len()))
        .number("without", number(without.len()))
        .number("free", free);
    let mut lines = vec![talk.phrases().html(talk.work_language(), "staff-meet-round", &args)];
    lines.extend(days_left(talk, round, day));
    let mut message = blocks(&[lines]);
    for it in booked.iter().skip(from).take(TALKS) {
        message = message.row([talk_button(talk, it)]);
    }
    let press = format!("w.g.r.{}", round.id);
    let pages = turning_by(TALKS, talk, (booked.len(), from), &format!("{press}.p"));
    message.buttons.extend(pages);
    if !without.is_empty() {
        let args = Args::new().number("count", number(without.len()));
        let label = talk.phrases().plain(talk.work_language(), "staff-meet-button-without", &args);
        message = message.row([Button::new(label, format!("{press}.n"))]);
    }
    let message = message
        .row([talk.work_button("staff-meet-button-open", "w.g.o")])
        .row([talk.work_button("staff-meet-button-cancel-round", format!("{press}.x"))]);
    talk.work_say(message).await
}

/// "do 3 dec 15:10 · Samira", with a mark when it was held.
fn talk_button(talk: &Talk<'_>, it: &HeldTalk) -> Button {
    let at = it.talk.slot.as_ref().map(|slot| short(talk, slot.starts)).unwrap_or_default();
    let label = format!("{at} · {}", it.talk.child_name);
    let args = Args::new().text("label", &label);
    let marked = |phrase: &str| talk.phrases().plain(talk.work_language(), phrase, &args);
    let label = match it.outcome.as_deref() {
        Some("held") => marked("chosen"),
        Some(_) => marked("staff-meet-label-not-held"),
        None => label,
    };
    Button::new(label, one_talk::press(it.talk.id))
}

/// Until when a moment can be chosen, and how many days that are.
fn days_left(talk: &Talk<'_>, round: &Meeting, day: Date) -> Option<Html> {
    let last = local(talk, round.talks?.1).date();
    let left = day.until(last).map_or(0, |span| i64::from(span.get_days())).max(0);
    let tongue = talk.work_language();
    let args = Args::new().text("day", short_day(tongue, last)).number("days", left);
    Some(talk.phrases().html(tongue, "staff-meet-days-left", &args))
}

/// Whom to speak to: first name, group, language, interpreter, their own words; a button for each chooses for them.
async fn not_booked(talk: &mut Talk<'_>, round: &Meeting, from: usize) -> Result<()> {
    let day = today(talk);
    let all = meeting::not_booked(talk.write, round.id, day).await?;
    let args = about(talk, round).number("count", number(all.len()));
    let mut head = vec![talk.phrases().html(talk.work_language(), "staff-meet-without", &args)];
    head.extend(days_left(talk, round, day));
    let shown: Vec<&NotBooked> = all.iter().skip(from).take(PAGE).collect();
    let lines: Vec<Html> = shown.iter().map(|it| child_line(talk, it)).collect();
    let mut message = blocks(&[head, lines]);
    let button =
        |it: &&NotBooked| Button::new(&it.child_name, format!("w.g.r.{}.c.{}", round.id, it.child));
    for three in shown.chunks(3) {
        message = message.row(three.iter().map(button).collect::<Vec<_>>());
    }
    message.buttons.extend(turning(talk, all.len(), from, &format!("w.g.r.{}.n", round.id)));
    talk.work_say(message).await
}

fn child_line(talk: &Talk<'_>, it: &NotBooked) -> Html {
    let tongue = talk.work_language();
    let mut languages: Vec<&str> = it.languages.iter().map(|it| it.name_in(tongue)).collect();
    let plain = |phrase: &str| talk.phrases().plain(tongue, phrase, &Args::new());
    let (interpreter, apart) = (plain("staff-meet-interpreter"), plain("staff-meet-not-in-chat"));
    if it.needs_interpreter {
        languages.push(&interpreter);
    }
    if !it.is_connected {
        languages.push(&apart);
    }
    let args = Args::new()
        .text("child", &it.child_name)
        .text("group", &it.group)
        .text("list", languages.join(" · "));
    match &it.wish {
        Some(wish) => {
            let wish: String = wish.chars().take(WISH_CHARS).collect();
            talk.phrases().html(tongue, "staff-meet-child-wish", &args.text("wish", wish))
        }
        None => talk.phrases().html(tongue, "staff-meet-child", &args),
    }
}

/// The talk about a child without a moment, to choose one for them: with its only household, or with the one of this
/// place.
async fn of_child(
    talk: &mut Talk<'_>,
    round: &Meeting,
    (child, place): (&str, Option<&str>),
) -> Result<()> {
    let day = today(talk);
    let all = meeting::not_booked(talk.write, round.id, day).await?;
    let Some(found) = all.iter().find(|it| it.child.to_string() == child) else {
        talk.work_toast("staff-meet-not-so");
        return Ok(());
    };
    let day = day.to_string();
    let of_family = (round.id, found.family);
    let mut partners = meeting::partners(talk.write, of_family, &day).await?;
    partners.retain(|it| it.child == found.child);
    partners.sort_by(|a, b| a.household.cmp(&b.household));
    partners.dedup_by(|b, a| a.household == b.household);
    let chosen = place.and_then(|it| it.parse::<usize>().ok());
    let with = match (partners.as_slice(), chosen) {
        ([only], _) => only,
        (several, Some(place)) if place < several.len() => &several[place],
        (several, _) => return ask_partner(talk, (round, found), several).await,
    };
    let (store, whose) = (&talk.rooms.store, (round.id, with.carer));
    let talks = meeting::talks_of(store, talk.write, whose, &day).await?;
    match talks.iter().find(|it| it.child == found.child) {
        Some(it) => one_talk::pressed(talk, &format!("{}.v", it.id)).await,
        None => {
            talk.work_toast("staff-meet-not-so");
            Ok(())
        }
    }
}

/// Carers who live apart have a talk each.
async fn ask_partner(
    talk: &mut Talk<'_>,
    (round, child): (&Meeting, &NotBooked),
    all: &[Partner],
) -> Result<()> {
    let args = Args::new().text("child", &child.child_name);
    let mut message = talk.work_message("staff-meet-which-carer", &args);
    for (place, it) in all.iter().enumerate() {
        let press = format!("w.g.r.{}.c.{}.{place}", round.id, child.child);
        message = message.row([Button::new(&it.carer_name, press)]);
    }
    talk.work_say(message).await
}

/// The end of a round cannot be undone, so it is asked once more.
async fn call_off(talk: &mut Talk<'_>, round: &Meeting, act: Option<&str>) -> Result<()> {
    let booked = meeting::booked_talks(talk.write, round.id).await?;
    let ahead = |it: &&HeldTalk| it.talk.slot.as_ref().is_some_and(|slot| slot.starts > talk.now);
    let args = about(talk, round).number("booked", number(booked.iter().filter(ahead).count()));
    if act == Some("go") {
        let rooms = talk.rooms;
        let desk = (&rooms.store, rooms.phrases.as_ref());
        let (organisation, now) = (talk.organisation, talk.now);
        return match meeting::cancel_round(desk, talk.write, organisation, (round, None), now).await
        {
            Ok(_) => talk.work_phrase("staff-meet-round-cancelled", &args).await,
            Err(error) => refused(talk, error).await,
        };
    }
    let press = format!("w.g.r.{}", round.id);
    let message = talk
        .work_message("staff-meet-round-cancel-plan", &args)
        .row([talk.work_button("staff-meet-button-cancel-round-yes", format!("{press}.x.go"))])
        .row([talk.work_button("staff-button-not-now", press)]);
    talk.work_say(message).await
}
