//! Planning what is due: each slot once, chunk by chunk, its state and its rows in one transaction.

mod writing;

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::queries::fan_out::{self, Audience, Chunk};
use super::queries::posts;
use super::queries::slots::{self, DueSlot};
use super::queries::{closed_days, steps, voices};
use super::slots::{SlotKind, early_hour, later, open_day};
use super::{RunId, outside_quiet_hours};
use crate::clock::{Moment, monday_of};
use crate::language::Phrasebook;
use crate::library::{Activity, Theme};
use crate::outbox::{Reason, Round};
use crate::roster::OrganisationId;
use crate::settings::{QuietHours, ThemeRules};
use crate::store::{Result, Store, Write};

/// So long before its time a slot is planned: what is due at the same moment for a brother or sister is
/// then known before the first message leaves.
const AHEAD: Duration = Duration::from_secs(2 * 60);
/// From here on a slot is late.
pub(super) const LATE: Duration = Duration::from_secs(3_600);
/// A message that is later than this is of no use.
const OF_USE: Duration = Duration::from_secs(2 * 24 * 3_600);
/// So many families are planned in one transaction: on SQLite parents who press wait for its end.
pub(super) const FAMILIES: i64 = 1_000;

/// What a round looks up once.
struct Desk<'a> {
    store: &'a Store,
    phrases: &'a Phrasebook,
    rules: &'a ThemeRules,
    hours: QuietHours,
    now: Moment,
    themes: HashMap<i64, Option<Theme>>,
    activities: HashMap<i64, Vec<Activity>>,
    closed: HashMap<i64, BTreeSet<Date>>,
    written: HashMap<writing::Words, i64>,
}

/// Plans what is due of all themes. Safe to break off and to run again; [`Round::is_last`] tells whether
/// anything is left.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn plan_themes(
    store: &Store,
    phrases: &Phrasebook,
    (rules, hours): (&ThemeRules, QuietHours),
    now: Moment,
) -> Result<Round> {
    let due = slots::due(&mut *store.read().await?, now.after(AHEAD)).await?;
    let mut round = Round { rows: 0, is_last: true };
    if due.is_empty() {
        return Ok(round);
    }
    let mut desk = Desk {
        store,
        phrases,
        rules,
        hours,
        now,
        themes: HashMap::new(),
        activities: HashMap::new(),
        closed: HashMap::new(),
        written: HashMap::new(),
    };
    let mut write = store.write().await?;
    let too_late = too_late(&due, now);
    let mut families = 0;
    for (slot, too_late) in due.iter().zip(too_late) {
        if families >= FAMILIES {
            round.is_last = false;
            break;
        }
        if too_late {
            slots::skip(&mut write, slot, Reason::TooLate.word()).await?;
        } else if desk.is_open(&mut write, slot).await? {
            let done = desk.plan(&mut write, slot, FAMILIES - families).await?;
            families += done.families;
            round.rows += done.rows;
            round.is_last &= done.is_whole;
        }
    }
    write.commit().await?;
    Ok(round)
}

/// Which of the slots are skipped: of what is late in a run, only the newest may still go, if it is young
/// enough.
fn too_late(due: &[DueSlot], now: Moment) -> Vec<bool> {
    let is_late =
        |slot: &&DueSlot| slot.state == "planned" && slot.send_at < now.before(LATE).millis();
    let mut newest: HashMap<i64, usize> = HashMap::new();
    for (place, slot) in due.iter().enumerate().filter(|(_, slot)| is_late(slot)) {
        newest.insert(slot.run_id, place);
    }
    let judged = due.iter().enumerate().map(|(place, slot)| {
        let is_newest = newest.get(&slot.run_id) == Some(&place);
        is_late(&slot) && !(is_newest && slot.send_at >= now.before(OF_USE).millis())
    });
    judged.collect()
}

struct Done {
    families: i64,
    rows: u64,
    is_whole: bool,
}

impl Desk<'_> {
    /// Whether a slot may be planned today. On a closed day it moves to the next open one of its week, or
    /// is skipped when there is none.
    async fn is_open(&mut self, write: &mut Write, slot: &DueSlot) -> Result<bool> {
        let organisation = OrganisationId::from_raw(slot.organisation_id);
        if let Entry::Vacant(place) = self.closed.entry(slot.organisation_id) {
            place.insert(closed_days::dates(write, organisation).await?);
        }
        let closed = &self.closed[&slot.organisation_id];
        let zone = zone_of(slot);
        let day = self.leaves_at(slot).local(&zone).date();
        if slot.state == "planning" || !closed.contains(&day) {
            return Ok(true);
        }
        match open_day(day, closed) {
            Some(open) => {
                let at = Moment::of_local(open.to_datetime(early_hour(self.rules)), &zone);
                let key = (RunId::from_raw(slot.run_id), slot.week, slot.kind.as_str());
                slots::set_time(write, key, at).await?;
            }
            None => drop(slots::skip(write, slot, Reason::ClosedDay.word()).await?),
        }
        Ok(false)
    }

    /// At its time; late or at a quiet hour, as soon as it may.
    fn leaves_at(&self, slot: &DueSlot) -> Moment {
        let at = self.now.max(Moment::from_millis(slot.send_at));
        outside_quiet_hours(self.hours, at, &zone_of(slot))
    }

    async fn plan(&mut self, write: &mut Write, slot: &DueSlot, budget: i64) -> Result<Done> {
        let nothing = Done { families: 0, rows: 0, is_whole: true };
        let Some(kind) = SlotKind::from_word(&slot.kind) else { return Ok(nothing) };
        if !slots::take_on(write, slot).await? {
            return Ok(nothing);
        }
        let run = RunId::from_raw(slot.run_id);
        let decides = slots::is_first_of_week(write, slot).await?;
        let (end, families) = steps::chunk_end(write, run, slot.planned_after, budget).await?;
        let mut rows = 0;
        if let Some(end) = end {
            rows = self.chunk(write, slot, (kind, decides), (slot.planned_after, end)).await?;
        }
        let is_whole = families < budget;
        slots::came_to(write, slot, end.filter(|_| !is_whole), self.now).await?;
        Ok(Done { families, rows, is_whole })
    }

    async fn chunk(
        &mut self,
        write: &mut Write,
        slot: &DueSlot,
        (kind, decides): (SlotKind, bool),
        families: (i64, i64),
    ) -> Result<u64> {
        let (run, week) = (RunId::from_raw(slot.run_id), slot.week);
        let zone = zone_of(slot);
        let at = self.leaves_at(slot);
        let day = at.local(&zone).date();
        if decides {
            steps::decide(write, (run, week), families, &day.to_string(), self.now).await?;
        }
        self.post(write, slot, kind, families).await?;
        let chunk = ChunkOf {
            audience: if kind.is_of_a_step() { Audience::Steps } else { Audience::Run },
            of: slot.run_id,
            week,
            kind: kind.word(),
            organisation: OrganisationId::from_raw(slot.organisation_id),
            at,
            zone,
        };
        let closed = &self.closed[&slot.organisation_id];
        fan(write, &chunk, families, (self.rules, closed), self.now).await
    }
}

/// For whom and when a chunk is.
pub(super) struct ChunkOf {
    pub audience: Audience,
    pub of: i64,
    pub week: i64,
    pub kind: &'static str,
    pub organisation: OrganisationId,
    pub at: Moment,
    pub zone: TimeZone,
}

/// The rows of a chunk: deliveries, what counts for the week, and what is carried along.
pub(super) async fn fan(
    write: &mut AnyConnection,
    of: &ChunkOf,
    families: (i64, i64),
    (rules, closed): (&ThemeRules, &BTreeSet<Date>),
    now: Moment,
) -> Result<u64> {
    let day = of.at.local(&of.zone).date();
    let monday = monday_of(day);
    let this_week =
        (Moment::start_of(monday, &of.zone), Moment::start_of(later(monday, 7), &of.zone));
    let open = (0..7).map(|offset| later(day, offset));
    let open = open.take_while(|it| monday_of(*it) == monday).filter(|it| !closed.contains(it));
    let open: Vec<(String, Moment)> = open
        .map(|it| {
            let moved = Moment::of_local(it.to_datetime(early_hour(rules)), &of.zone);
            let at = if it == day { of.at } else { moved };
            (it.weekday().to_monday_one_offset().to_string(), at)
        })
        .collect();
    let staff_writes = posts::staff_writes(write, of.organisation, this_week).await?;
    let chunk = Chunk {
        audience: of.audience,
        of: of.of,
        week: of.week,
        kind: of.kind,
        families,
        organisation: of.organisation,
        day: &day.to_string(),
        now,
        at: of.at,
        monday: &monday.to_string(),
        this_week,
        ceiling: rules.ceiling,
        staff_writes,
        days: &open,
    };
    let mut rows = fan_out::fan_out(write, &chunk).await?;
    fan_out::note_week(write, &chunk).await?;
    fan_out::note_bundles(write, &chunk).await?;
    if voices::has_any(write, of.organisation).await? {
        rows += voices::fan_out(write, &chunk).await?;
    }
    Ok(rows)
}

fn zone_of(slot: &DueSlot) -> TimeZone {
    TimeZone::get(&slot.time_zone).unwrap_or(TimeZone::UTC)
}
