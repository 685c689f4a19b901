//! What was sent in a year, held against the rules of the programme.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sqlx::FromRow;

use super::{Fact, QUIET, Year};
use crate::clock::Moment;
use crate::rhythm::slots::monday_of;

#[derive(Clone, Debug, FromRow)]
struct Sent {
    carer_id: i64,
    chat_id: i64,
    kind: String,
    run_id: Option<i64>,
    week: Option<i64>,
    not_before: i64,
    settled_at: i64,
    days: Option<String>,
}

const SENT: &str =
    "select d.carer_id, d.chat_id, m.kind, m.run_id, m.week, d.not_before, d.settled_at, c.days
    from deliveries d join mailings m on m.id = d.mailing_id join carers c on c.id = d.carer_id
    where d.part = 0 and d.state = 'delivered' order by d.settled_at, d.mailing_id, d.carer_id";

/// Each promise that was broken, in words.
pub(super) async fn broken(year: &Year) -> Vec<String> {
    let mut read = year.store.read().await.unwrap();
    let sent: Vec<Sent> = sqlx::query_as(SENT).fetch_all(&mut *read).await.unwrap();
    let closed =
        crate::rhythm::queries::closed_days::dates(&mut read, year.organisation.id).await.unwrap();
    let mut broken = Vec::new();
    for it in &sent {
        each(year, it, &closed, &mut broken);
    }
    weeks(year, &sent, &mut broken);
    let mut slots = BTreeSet::new();
    for it in sent.iter().filter(|it| it.kind != "check_in" && it.run_id.is_some()) {
        if !slots.insert((it.carer_id, it.run_id, it.week, it.kind.clone())) {
            broken.push(format!("a slot came twice: {it:?}"));
        }
    }
    let steps: Vec<(i64, i64)> = sqlx::query_as(
        "select child_id, activity_id from steps where activity_id is not null
         group by child_id, activity_id having count(*) > 1",
    )
    .fetch_all(&mut *read)
    .await
    .unwrap();
    broken.extend(steps.iter().map(|it| format!("a child got an activity twice: {it:?}")));
    let ages: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select ch.born, s.decided_at, a.months_from, a.months_to
         from steps s join children ch on ch.id = s.child_id join activities a on a.id = s.activity_id",
    )
    .fetch_all(&mut *read)
    .await
    .unwrap();
    for it in &ages {
        let day = Moment::from_millis(it.1).local(&year.organisation.time_zone).date();
        let born: Date = format!("{}-01", it.0).parse().unwrap();
        let months =
            i64::from(day.year() - born.year()) * 12 + i64::from(day.month() - born.month());
        // Planned in the evening of a month's last day, it leaves in the next month.
        if !(it.2 - 1..it.3).contains(&months) {
            broken.push(format!("an activity is not for that age: {it:?}, {months} months"));
        }
    }
    let open: Vec<(i64,)> = sqlx::query_as("select run_id from run_slots where state = 'planning'")
        .fetch_all(&mut *read)
        .await
        .unwrap();
    broken.extend(open.iter().map(|it| format!("a slot was left half planned: {it:?}")));
    broken
}

/// Quiet hours, closed days, own days, pauses and stops.
fn each(year: &Year, it: &Sent, closed: &BTreeSet<Date>, broken: &mut Vec<String>) {
    let zone = &year.organisation.time_zone;
    let settled = Moment::from_millis(it.settled_at);
    if QUIET.hold(settled.local(zone).time()) {
        broken.push(format!("at a quiet hour: {it:?}"));
    }
    let planned = Moment::from_millis(it.not_before).local(zone).date();
    let is_message = it.run_id.is_some() && it.kind != "check_in";
    if is_message && closed.contains(&planned) {
        broken.push(format!("for a closed day: {it:?}"));
    }
    let digit = planned.weekday().to_monday_one_offset().to_string();
    if is_message && it.days.as_ref().is_some_and(|days| !days.contains(&digit)) {
        broken.push(format!("not on an own day: {it:?}"));
    }
    let (mut paused, mut stopped) = (None, false);
    let (mut rests, mut ended) = (false, false);
    for fact in &year.facts {
        match *fact {
            Fact::Paused { carer, from, until } if carer == it.carer_id && from < settled => {
                paused = Some(until);
            }
            Fact::Stopped { carer, at } if carer == it.carer_id && at < settled => stopped = true,
            Fact::CameBack { carer, at } if carer == it.carer_id && at <= settled => {
                (paused, stopped) = (None, false);
            }
            Fact::ThemePaused { run, at } if Some(run) == it.run_id && at < settled => rests = true,
            Fact::ThemeResumed { run, at } if Some(run) == it.run_id && at <= settled => {
                rests = false
            }
            Fact::ThemeStopped { run, at } if Some(run) == it.run_id && at < settled => {
                ended = true
            }
            _ => {}
        }
    }
    if stopped || paused.is_some_and(|until| settled < until) {
        broken.push(format!("to who had stopped or paused: {it:?}"));
    }
    if is_message && (rests || ended) {
        broken.push(format!("of a theme that was paused or stopped: {it:?}"));
    }
}

/// At most three messages and two questions a week.
fn weeks(year: &Year, sent: &[Sent], broken: &mut Vec<String>) {
    let zone = &year.organisation.time_zone;
    let mut messages: BTreeMap<(i64, Date), Vec<&Sent>> = BTreeMap::new();
    let mut questions: BTreeMap<(i64, Date), usize> = BTreeMap::new();
    for it in sent {
        let monday = monday_of(Moment::from_millis(it.not_before).local(zone).date());
        if it.kind == "check_in" {
            *questions.entry((it.carer_id, monday)).or_default() += 1;
        } else {
            messages.entry((it.carer_id, monday)).or_default().push(it);
        }
    }
    for (whose, all) in messages {
        let ours = all.iter().filter(|it| it.run_id.is_some()).count();
        if all.len() > 3 && ours > 0 {
            broken.push(format!("{} messages in the week of {whose:?}: {all:?}", all.len()));
        }
    }
    for (whose, count) in questions {
        if count > 2 {
            broken.push(format!("{count} questions in the week of {whose:?}"));
        }
    }
    let chats: BTreeSet<i64> = sent.iter().map(|it| it.chat_id).collect();
    if chats.len() < 20 {
        broken.push(format!("only {} chats got anything", chats.len()));
    }
}
