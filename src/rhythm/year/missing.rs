//! What did not come in a year: every slot went its way once, every child of a theme has its activity or
//! a reason, and every carer of the child has the message or a reason. What the database says of it is
//! what staff can read; whether it is true is told by the phones, the roster and what was done.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::FromRow;

use super::people::{AGES, Carer, SPOKEN};
use super::truth::A_DAY;
use super::{Begun, Fact, Year};
use crate::clock::Moment;

const LEVELS: [&str; 3] = ["easier", "as_is", "harder"];

#[derive(Clone, Debug, FromRow)]
pub(super) struct Slot {
    pub run_id: i64,
    pub(super) week: i64,
    kind: String,
    pub send_at: i64,
    state: String,
    reason: Option<String>,
    pub planned_at: Option<i64>,
}

#[derive(Clone, Debug, FromRow)]
struct Row {
    mailing_id: i64,
    carer_id: i64,
    run_id: i64,
    week: i64,
    kind: String,
    activity_id: Option<i64>,
    level: Option<String>,
    state: String,
    reason: Option<String>,
    settled_at: Option<i64>,
    carried_by: Option<i64>,
    lead_id: Option<i64>,
}

#[derive(Clone, Debug, FromRow)]
struct Step {
    run_id: i64,
    week: i64,
    child_id: i64,
    activity_id: Option<i64>,
    level: String,
    reason: Option<String>,
    decided_at: i64,
}

const SLOTS: &str = "select run_id, week, kind, send_at, state, reason, planned_at from run_slots
    order by run_id, send_at";
const ROWS: &str = "select d.mailing_id, d.carer_id, m.run_id, m.week, m.kind, m.activity_id, m.level, d.state,
        d.reason, d.settled_at, d.carried_by,
        (select min(b.mailing_id) from bundles b where b.other_id = d.mailing_id and b.carer_id = d.carer_id)
        as lead_id
    from deliveries d join mailings m on m.id = d.mailing_id
    where m.run_id is not null and m.kind <> 'check_in' and d.part = 0";
const STEPS: &str =
    "select run_id, week, child_id, activity_id, level, reason, decided_at from steps
    order by decided_at, week";

pub(super) async fn broken(year: &Year) -> Vec<String> {
    let mut read = year.store.read().await.unwrap();
    let rows: Vec<Row> = sqlx::query_as(ROWS).fetch_all(&mut *read).await.unwrap();
    let steps: Vec<Step> = sqlx::query_as(STEPS).fetch_all(&mut *read).await.unwrap();
    let slots: Vec<Slot> = sqlx::query_as(SLOTS).fetch_all(&mut *read).await.unwrap();
    let mut search = Search {
        year,
        rows: rows.into_iter().map(|row| ((row.carer_id, row.mailing_id), row)).collect(),
        came: BTreeMap::new(),
        slots,
        broken: Vec::new(),
    };
    for it in year.street.came() {
        for told in it.told() {
            for child in told.children {
                let key = (it.chat, told.kind.clone(), told.of, child);
                search.came.entry(key).or_default().push((it.at, told.level.clone()));
            }
        }
    }
    let begun = year.facts.iter().filter_map(|noted| match noted.fact {
        Fact::Started(begun) => Some(begun),
        _ => None,
    });
    for run in begun {
        search.looks_at(run, &steps);
    }
    search.looks_at_levels(&steps);
    search.broken
}

/// Chat, kind, of what, child.
type Key = (i64, String, i64, i64);

struct Search<'a> {
    year: &'a Year,
    rows: BTreeMap<(i64, i64), Row>,
    came: BTreeMap<Key, Vec<(Moment, Option<String>)>>,
    slots: Vec<Slot>,
    broken: Vec<String>,
}

impl Search<'_> {
    fn looks_at(&mut self, run: Begun, steps: &[Step]) {
        let slots: Vec<Slot> =
            self.slots.iter().filter(|slot| slot.run_id == run.run).cloned().collect();
        let mut want = BTreeSet::new();
        for week in 1..=run.weeks {
            want.insert((week, if week == 1 { "letter" } else { "why" }));
            want.insert((week, "do"));
            want.insert((week, if week == run.weeks { "closing" } else { "cheer" }));
        }
        let have: BTreeSet<(i64, &str)> =
            slots.iter().map(|slot| (slot.week, slot.kind.as_str())).collect();
        if want != have {
            self.broken.push(format!("{run:?} has other slots: {have:?}"));
        }
        for step in steps.iter().filter(|step| step.run_id == run.run) {
            self.looks_at_step(run, step, steps);
        }
        let steps: Vec<&Step> = steps.iter().filter(|step| step.run_id == run.run).collect();
        // Of what is late, only the newest goes.
        let late = slots.iter().filter(|slot| slot.state == "done" && slot.planned_at.is_some());
        let late = late.filter(|slot| slot.planned_at.unwrap() > slot.send_at + 3_600_000);
        let mut at_once = BTreeSet::new();
        for slot in late {
            if !at_once.insert(slot.planned_at) {
                self.broken.push(format!("more than one late message: {slot:?}"));
            }
        }
        for slot in &slots {
            self.looks_at_slot(run, slot);
            if slot.state == "done" {
                let first = slots.iter().filter(|it| it.week == slot.week && it.state == "done");
                let first = first.filter_map(|it| it.planned_at).min().map(Moment::from_millis);
                self.looks_at_children(run, slot, first.unwrap(), &steps);
            }
        }
    }

    /// Whether a slot that did not go out has a reason, and a true one.
    fn looks_at_slot(&mut self, run: Begun, slot: &Slot) {
        let at = Moment::from_millis(slot.send_at);
        let is_true = match (slot.state.as_str(), slot.reason.as_deref()) {
            ("done", None) => true,
            ("planned", None) => {
                let now = self.year.calendar.now();
                let looked = |look: Moment| look <= now && !self.year.is_missed(look);
                !self.year.looks(at).any(looked) || !self.year.rests(run.run).is_empty()
            }
            ("skipped", Some("closed_day")) => {
                let day = |at| self.year.rest_of_week(self.year.outside_quiet(at)).is_empty();
                day(at) || self.year.looks(at).find(|it| !self.year.is_missed(*it)).is_some_and(day)
            }
            // The first time that the service should have looked, it was away.
            ("skipped", Some("too_late")) => {
                self.year.looks(at).next().is_some_and(|it| self.year.is_missed(it))
            }
            ("skipped", Some("cancelled")) => self.year.ended(run.run),
            _ => false,
        };
        if !is_true {
            self.broken.push(format!("a slot stands so for no reason: {slot:?}"));
        }
    }

    /// An activity of the theme that fits the child's age and is new to it, or a true reason for none; and
    /// for no child that is not in the theme.
    fn looks_at_step(&mut self, run: Begun, step: &Step, all: &[Step]) {
        let child = &self.year.roster.children[&step.child_id];
        let at = Moment::from_millis(step.decided_at);
        let day = self.year.day(self.year.outside_quiet(at));
        let ages =
            (1..).zip(AGES).filter(|(_, (from, to))| (*from..*to).contains(&child.months(day)));
        let fit: BTreeSet<i64> = ages.map(|(place, _)| run.theme * 100 + place).collect();
        let earlier = all.iter().take_while(|it| it.decided_at <= step.decided_at).filter(|it| {
            it.child_id == step.child_id && (it.run_id, it.week) != (step.run_id, step.week)
        });
        let had: BTreeSet<i64> = earlier.filter_map(|it| it.activity_id).collect();
        let is_true = match (step.activity_id, step.reason.as_deref()) {
            (Some(activity), None) => fit.contains(&activity) && !had.contains(&activity),
            (None, Some("age")) => fit.is_empty(),
            (None, Some("all_done")) => !fit.is_empty() && fit.is_subset(&had),
            _ => false,
        };
        let is_in = child.group(at) == run.group && child.is_here(day);
        if !is_true || !is_in || (run.is_for_ve && !child.is_ve) {
            self.broken.push(format!("not an activity for {child:?}: {step:?}"));
        }
    }

    fn looks_at_children(&mut self, run: Begun, slot: &Slot, first: Moment, steps: &[&Step]) {
        let leaves = self.year.leaves(slot);
        let planned = Moment::from_millis(slot.planned_at.unwrap());
        let is_theme = slot.kind == "letter" || slot.kind == "closing";
        let year = self.year;
        for (id, child) in &year.roster.children {
            let is_here = child.group(planned) == run.group && child.is_here(self.year.day(leaves));
            let was_here = child.group(first) == run.group && child.is_here(self.year.day(first));
            if !is_here || !was_here || (run.is_for_ve && !child.is_ve) {
                continue;
            }
            let step = steps.iter().find(|step| step.week == slot.week && step.child_id == *id);
            let (of, level) = match step {
                _ if is_theme => (run.theme, None),
                Some(Step { activity_id: Some(activity), level, .. }) => (*activity, Some(level)),
                Some(_) => continue,
                None => {
                    self.broken.push(format!("child {id} was forgotten: {slot:?}"));
                    continue;
                }
            };
            for (carer_id, carer) in &year.roster.carers {
                if !carer.children.contains(id) {
                    continue;
                }
                let row = self.rows.values().find(|row| {
                    row.carer_id == *carer_id
                        && (row.run_id, row.week, &row.kind) == (run.run, slot.week, &slot.kind)
                        && (is_theme || row.activity_id == Some(of))
                        && (row.level.is_none() || row.level.as_ref() == level)
                });
                let key = (carer.chat, slot.kind.clone(), of, *id);
                if !row.is_some_and(|row| self.is_true(row, &key, (*carer_id, carer), leaves, run))
                {
                    let what = format!("carer {carer_id} {carer:?} of child {id}: {slot:?}");
                    self.broken.push(format!("nobody can say why not: {what} {row:?}"));
                }
            }
        }
    }

    /// Whether a carer's row says the truth.
    fn is_true(
        &self,
        row: &Row,
        key: &Key,
        (id, carer): (i64, &Carer),
        leaves: Moment,
        run: Begun,
    ) -> bool {
        let at = Moment::from_millis(row.settled_at.unwrap_or(leaves.millis()));
        let child = &self.year.roster.children[&key.3];
        let came = |since: Moment| {
            let all = self.came.get(key).into_iter().flatten();
            let mut all = all.filter(|(at, _)| *at >= since);
            all.any(|(_, level)| level.is_none() || row.level.is_none() || *level == row.level)
        };
        let other = |key: Option<(i64, i64)>| key.and_then(|key| self.rows.get(&key));
        match (row.state.as_str(), row.reason.as_deref()) {
            // Whoever has left the group in the meantime is not named.
            ("delivered", None) => {
                came(at) || child.group(at) != run.group || !child.is_here(self.year.day(at))
            }
            // What is planned on the last days may leave after them.
            ("waiting", None) => leaves.after(7 * A_DAY) > self.year.calendar.now(),
            ("skipped", Some("bundled")) => {
                let lead = other(row.lead_id.map(|lead| (id, lead)));
                lead.is_some_and(|lead| lead.state != "delivered") || came(leaves)
            }
            ("skipped", Some("shared_chat")) => {
                let lead = other(row.carried_by.map(|by| (by, row.mailing_id)));
                lead.is_some_and(|lead| lead.state != "delivered") || came(leaves.before(7 * A_DAY))
            }
            ("held", Some("missing_language")) => {
                let reads = [Some(carer.language), carer.second];
                !run.also_in_dutch && !reads.iter().flatten().any(|it| SPOKEN.contains(it))
            }
            ("skipped", Some("not_connected")) => !carer.has_consented,
            ("skipped", Some("own_days")) if self.year.meant(carer, leaves).is_none() => {
                carer.days.is_some()
            }
            ("skipped", Some("own_days")) => {
                carer.days.is_some() && self.year.was_away(carer, leaves)
            }
            ("skipped", Some("closed_day")) => self.year.was_away(carer, leaves),
            ("skipped", Some("ceiling")) => self.year.wanted(&self.slots, carer, leaves) > 3,
            ("skipped" | "withdrawn", Some("stopped")) => self.year.was_stopped(id, leaves),
            ("skipped" | "held", Some("paused")) => {
                let meant = self.year.meant(carer, leaves).unwrap_or(leaves);
                self.year.was_paused(id, leaves) || self.year.was_paused(id, meant)
            }
            ("skipped", Some("too_late")) => {
                self.year.was_away(carer, leaves) || self.year.was_paused(id, leaves)
            }
            ("skipped", Some("paused_theme")) => !self.year.rests(run.run).is_empty(),
            ("withdrawn", Some("cancelled")) => self.year.ended(run.run),
            ("withdrawn", Some("left")) => {
                let at = leaves.after(7 * A_DAY);
                child.group(at) != run.group || !child.is_here(self.year.day(at))
            }
            _ => false,
        }
    }

    /// "Too hard" lowers the next activity of that child by one from what it had, "too easy" raises it; and
    /// no child gets an activity twice.
    fn looks_at_levels(&mut self, steps: &[Step]) {
        let mut answers: BTreeMap<i64, Vec<(Moment, usize)>> = BTreeMap::new();
        let place = |level: &str| LEVELS.iter().position(|it| *it == level).unwrap();
        for noted in &self.year.facts {
            let Fact::FoundHard { children, activities, easier } = &noted.fact else { continue };
            for child in children {
                // A brother may have had it long ago that is now asked about the sister.
                let recent = |at: Moment| noted.at.before(40 * A_DAY) < at && at <= noted.at;
                let had = steps.iter().filter(|step| {
                    step.child_id == *child
                        && recent(Moment::from_millis(step.decided_at))
                        && step.activity_id.is_some_and(|it| activities.contains(&it))
                });
                let had = had.map(|step| place(&step.level));
                let level = if *easier { had.min() } else { had.max() };
                let Some(level) = level else { continue };
                let next = if *easier { level.saturating_sub(1) } else { (level + 1).min(2) };
                answers.entry(*child).or_default().push((noted.at, next));
            }
        }
        let mut seen = BTreeSet::new();
        for step in steps {
            let decided = Moment::from_millis(step.decided_at);
            let mut said = answers.get(&step.child_id).map_or(&[][..], Vec::as_slice).iter();
            let level = said.rfind(|(at, _)| *at < decided).map_or(1, |(_, level)| *level);
            if level != place(&step.level) {
                self.broken
                    .push(format!("not the level that follows, {}: {step:?}", LEVELS[level]));
            }
            if step.activity_id.is_some_and(|activity| !seen.insert((step.child_id, activity))) {
                self.broken.push(format!("a child had this before: {step:?}"));
            }
        }
    }
}
