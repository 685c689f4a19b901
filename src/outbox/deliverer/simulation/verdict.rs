//! The promises, held against what the messenger knows.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::Duration;

use super::house::Standing;
use super::postman::{Event, Key, Piece, Scope, Street, What};
use super::story::{Act, CALM, LAST_ACT};
use crate::outbox::{Outcome, Priority, Reason, State};

/// What a slot may lie ahead of its claim, and timers are late.
const AHEAD: Duration = Duration::from_millis(500);
/// Timers count whole milliseconds.
const ROUNDING: Duration = Duration::from_millis(2);
const SECOND: Duration = Duration::from_secs(1);

type Rows = [(Key, Standing)];

/// The day, line by line, and how every row stands at its end.
pub fn told(street: &Street, rows: &Rows) -> String {
    let mut told = String::new();
    for Event { at, life, what } in &street.events {
        writeln!(told, "{:>9} {life} {what:?}", at.as_millis()).unwrap();
    }
    for ((piece, chat), row) in rows {
        let Standing { state, reason, doubts, carer_id, .. } = row;
        let carer = carer_id - street.first_chat;
        writeln!(told, "{piece:?} chat {chat} carer {carer}: {state} {reason:?} {doubts}").unwrap();
    }
    told
}

/// Every promise that was broken.
pub fn broken(street: &Street, rows: &Rows) -> Vec<String> {
    let day = Day { street, rows };
    let mut broken = Vec::new();
    for (key, row) in rows {
        broken.extend(day.stands_wrong(*key, row));
        broken.extend(day.copies_too_many(*key, row));
    }
    broken.extend(day.rows_missing());
    broken.extend(day.carried_in_a_wait());
    broken.extend(day.out_of_order());
    broken.extend(day.too_many_at_once());
    broken.extend(day.too_fast());
    broken.extend(day.begun_after_the_end());
    broken.extend(day.woken_at_night());
    broken
}

struct Day<'a> {
    street: &'a Street,
    rows: &'a Rows,
}

impl Day<'_> {
    fn events(&self) -> &[Event] {
        &self.street.events
    }

    fn left(&self) -> impl Iterator<Item = (&Event, Key)> {
        self.events().iter().filter_map(|event| match event.what {
            What::Left(key) => Some((event, key)),
            _ => None,
        })
    }

    fn copies(&self, key: Key) -> usize {
        let is_copy = |event: &&Event| matches!(event.what, What::Taken(taken, _) if taken == key);
        self.events().iter().filter(is_copy).count()
    }

    fn was_told(&self, which: impl Fn(Key, &Outcome) -> bool) -> bool {
        self.events().iter().any(|event| match &event.what {
            What::Told(key, outcome) => which(*key, outcome),
            _ => false,
        })
    }

    fn closed(&self, scope: Scope) -> bool {
        let is_closed =
            |event: &Event| matches!(&event.what, What::Closed { scope: it, .. } if *it == scope);
        self.events().iter().any(is_closed)
    }

    fn did(&self, which: impl Fn(&Act) -> bool) -> bool {
        self.street.story.acts.iter().any(|(_, act)| which(act))
    }

    /// Delivered, or standing where its story put it.
    fn stands_wrong(&self, key: Key, row: &Standing) -> Option<String> {
        let reason = row.reason.as_deref().and_then(Reason::from_word);
        let (stopped, letter) = (Scope::Stopped { chat: key.1 }, letter_of(key.0));
        let right = match (row.state(), reason) {
            (State::Delivered, _) => self.copies(key) > 0,
            (State::Doubtful, _) => row.doubts >= 2,
            (State::Unreachable, _) => self.was_told(|it, outcome| {
                it == key && matches!(outcome, Outcome::Unreachable { .. })
            }),
            (State::Refused, _) => {
                self.was_told(|it, outcome| it == key && matches!(outcome, Outcome::Refused { .. }))
            }
            (State::Withdrawn, Some(Reason::Cancelled)) => {
                letter.is_some_and(|letter| self.closed(Scope::Cancelled { letter }))
            }
            (State::Withdrawn | State::Skipped, Some(Reason::Stopped)) => self.closed(stopped),
            (State::Skipped, Some(Reason::UnreachableBefore)) => self.was_told(|it, outcome| {
                it.1 == key.1 && matches!(outcome, Outcome::Unreachable { .. })
            }),
            (State::Skipped, Some(Reason::SharedChat)) => self.street.story.is_shared,
            (State::Skipped, Some(Reason::EarlierPart)) => self.earlier_part_failed(key, row),
            _ => false,
        };
        (!right).then(|| {
            let copies = self.copies(key);
            format!("{key:?} stands as {} {:?} with {copies} copies", row.state, row.reason)
        })
    }

    fn earlier_part_failed(&self, key: Key, row: &Standing) -> bool {
        self.rows.iter().any(|(other, earlier)| {
            let is_earlier = earlier.mailing_id == row.mailing_id
                && earlier.carer_id == row.carer_id
                && earlier.part < row.part;
            is_earlier && other.1 == key.1 && earlier.state() != State::Delivered
        })
    }

    /// One copy, and one more for each doubt that is listed.
    fn copies_too_many(&self, key: Key, row: &Standing) -> Option<String> {
        if row.state() == State::Skipped && row.reason.as_deref() == Some(Reason::SharedChat.word())
        {
            return None;
        }
        let copies = i64::try_from(self.copies(key)).unwrap();
        let in_doubt = self.events().iter().filter(|event| match &event.what {
            What::Told(it, Outcome::Doubtful { .. }) | What::Broke(it) => *it == key,
            What::Died(keys) => keys.contains(&key),
            _ => false,
        });
        let in_doubt = i64::try_from(in_doubt.count()).unwrap();
        let lawful = row.doubts + i64::from(row.state() == State::Delivered);
        let right = copies <= lawful && row.doubts == row.listed && row.doubts <= in_doubt;
        (!right).then(|| {
            let Standing { state, doubts, listed, .. } = row;
            format!("{key:?} {state}: {copies} copies, {doubts} doubts, {listed} listed, {in_doubt} real")
        })
    }

    fn rows_missing(&self) -> Vec<String> {
        let story = &self.street.story;
        let mut missing = Vec::new();
        for (number, letter) in story.letters.iter().enumerate() {
            let parts = |carer: usize, part: i64| {
                let carer = self.street.first_chat + i64::try_from(carer).unwrap();
                let piece = Piece::Letter { letter: number, part };
                self.rows.iter().find(|(key, row)| key.0 == piece && row.carer_id == carer)
            };
            let any = self
                .rows
                .iter()
                .any(|(key, _)| matches!(key.0, Piece::Letter { letter, .. } if letter == number));
            if !any && self.closed(Scope::Cancelled { letter: number }) {
                continue;
            }
            for carer in 0..story.carers {
                let Some((_, first)) = parts(carer, 0) else {
                    missing.push(format!("letter {number} for carer {carer} has no row"));
                    continue;
                };
                if first.state() == State::Delivered && parts(carer, letter.parts - 1).is_none() {
                    missing.push(format!("letter {number} for carer {carer} has not all parts"));
                }
            }
        }
        for (_, act) in &story.acts {
            let Act::Answer { number, .. } = act else { continue };
            let piece = Piece::Answer { number: *number };
            if !self.rows.iter().any(|(key, _)| key.0 == piece) {
                missing.push(format!("answer {number} has no row"));
            }
        }
        missing
    }

    /// A wait outlives the process, unless it died before it could write it down, or the calendar was
    /// turned meanwhile.
    fn carried_in_a_wait(&self) -> Vec<String> {
        let mut early = Vec::new();
        for (index, event) in self.events().iter().enumerate() {
            let What::Told(_, Outcome::TooFast { retry_after }) = &event.what else { continue };
            let mut forgotten = false;
            for later in &self.events()[index..] {
                match &later.what {
                    What::Died(_) => {
                        forgotten |= later.at == event.at || self.is_turned_after(event.at);
                    }
                    What::Left(key)
                        if later.at < event.at + *retry_after
                            && !(forgotten && later.life > event.life) =>
                    {
                        early.push(format!(
                            "{key:?} left at {:?}, told to wait {retry_after:?} at {:?}",
                            later.at, event.at
                        ));
                    }
                    _ => {}
                }
            }
        }
        early
    }

    fn is_turned_after(&self, at: Duration) -> bool {
        self.street.story.acts.iter().any(|(when, act)| *when >= at && matches!(act, Act::Turn(_)))
    }

    /// A letter that could leave is never overtaken by a later one, nor a part by a later one, second
    /// copies included. A pause may hold up one letter and not the next.
    fn out_of_order(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (index, (event, key)) in self.left().enumerate() {
            if letter_of(key.0).is_none() || self.closed(Scope::Paused { chat: key.1 }) {
                continue;
            }
            let overtaken = self.left().skip(index + 1).find(|(_, earlier)| {
                let is_earlier =
                    earlier.1 == key.1 && letter_of(earlier.0).is_some() && earlier.0 < key.0;
                is_earlier && self.could_leave(earlier.0, key.0, event.at)
            });
            if let Some((later, earlier)) = overtaken {
                wrong
                    .push(format!("{key:?} left at {:?}, {earlier:?} at {:?}", event.at, later.at));
            }
        }
        wrong
    }

    /// Whether it was there in time. While the calendar is wrong and after it was set right, letters
    /// go in the order in which they were released, and one of the wrong hour waits for its moment.
    fn could_leave(&self, earlier: Piece, later: Piece, left: Duration) -> bool {
        let Some(at) = self.released_at(earlier) else { return false };
        let later_at = self.released_at(later).unwrap_or(at);
        let risky = if later_at < at { later_at..=left } else { at..=later_at };
        let is_turned = self
            .street
            .story
            .acts
            .iter()
            .any(|(when, act)| matches!(act, Act::Turn(_)) && risky.contains(when));
        at + AHEAD < left && !is_turned
    }

    fn released_at(&self, piece: Piece) -> Option<Duration> {
        let letter = letter_of(piece)?;
        let is_it =
            |event: &&Event| matches!(event.what, What::Released { letter: it } if it == letter);
        self.events().iter().find(is_it).map(|event| event.at)
    }

    fn too_many_at_once(&self) -> Vec<String> {
        let most = self.street.story.in_flight;
        let died = self.events().iter().filter_map(|event| match &event.what {
            What::Died(keys) if keys.len() > most => {
                Some(format!("died with {} on their way, {most} allowed", keys.len()))
            }
            _ => None,
        });
        let at_once = (self.street.most_at_once > most)
            .then(|| format!("{} calls at once, {most} allowed", self.street.most_at_once));
        died.chain(at_once).collect()
    }

    /// So many a second, and one letter a second into each chat; a new life begins to count anew.
    fn too_fast(&self) -> Vec<String> {
        let Some(rate) = self.street.story.per_second else { return Vec::new() };
        let mut wrong = Vec::new();
        let left: Vec<(&Event, Key)> = self.left().collect();
        for (index, (event, key)) in left.iter().enumerate() {
            let before = left[..index].iter().rev().filter(|(it, _)| it.life == event.life);
            let second = before.clone().take_while(|(it, _)| it.at + SECOND > event.at + ROUNDING);
            if second.count() > usize::try_from(rate).unwrap() {
                wrong.push(format!("more than {rate} in the second before {:?}", event.at));
            }
            let mut same_chat = before.filter(|(_, it)| it.1 == key.1);
            let is_letter = matches!(key.0, Piece::Letter { .. });
            let gap = same_chat.next().map(|(it, _)| event.at - it.at);
            let moved = self
                .was_told(|it, outcome| it.1 == key.1 && matches!(outcome, Outcome::Moved { .. }));
            if is_letter && !moved && gap.is_some_and(|gap| gap + ROUNDING < SECOND) {
                wrong.push(format!("{key:?} left {gap:?} after another into its chat"));
            }
            let third = same_chat.nth(1).map(|(it, _)| event.at - it.at);
            if !moved && third.is_some_and(|gap| gap + ROUNDING < SECOND) {
                wrong.push(format!("{key:?} is the fourth of its chat in {third:?}"));
            }
        }
        wrong
    }

    /// After a stop, a pause or a cancelled letter nothing of it is begun; what is on its way may end.
    fn begun_after_the_end(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (index, event) in self.events().iter().enumerate() {
            let What::Closed { scope, under_way } = &event.what else { continue };
            // Claimed before, and perhaps not called yet.
            let mut may_begin: BTreeSet<Key> = under_way.iter().copied().collect();
            for earlier in &self.events()[..index] {
                match &earlier.what {
                    What::Left(key) if earlier.life == event.life => drop(may_begin.remove(key)),
                    What::Told(key, _) | What::Broke(key) if under_way.contains(key) => {
                        may_begin.insert(*key);
                    }
                    _ => {}
                }
            }
            for later in &self.events()[index..] {
                match (&later.what, *scope) {
                    (What::Opened { chat }, Scope::Paused { chat: paused }) if *chat == paused => {
                        break;
                    }
                    (What::Left(key), scope)
                        if self.is_about(scope, *key) && !may_begin.remove(key) =>
                    {
                        wrong.push(format!("{key:?} left at {:?} after {scope:?}", later.at));
                    }
                    _ => {}
                }
            }
        }
        wrong
    }

    fn is_about(&self, scope: Scope, key: Key) -> bool {
        match scope {
            Scope::Cancelled { letter } => letter_of(key.0) == Some(letter),
            Scope::Paused { chat } => key.1 == chat && letter_of(key.0).is_some(),
            Scope::Stopped { chat } => key.1 == chat && !self.is_plain_answer(key.0),
        }
    }

    fn is_plain_answer(&self, piece: Piece) -> bool {
        let Piece::Answer { number } = piece else { return false };
        self.did(|act| matches!(act, Act::Answer { number: it, priority: Priority::Answer, .. } if *it == number))
    }

    /// In the quiet hours only answers leave.
    fn woken_at_night(&self) -> Vec<String> {
        if !self.street.story.is_evening {
            return Vec::new();
        }
        let night = Duration::from_secs(5) + AHEAD..LAST_ACT;
        assert!(night.end < CALM);
        let woken = self.left().filter(|(event, key)| {
            night.contains(&event.at) && !matches!(key.0, Piece::Answer { .. })
        });
        woken.map(|(event, key)| format!("{key:?} left at night, at {:?}", event.at)).collect()
    }
}

fn letter_of(piece: Piece) -> Option<usize> {
    match piece {
        Piece::Letter { letter, .. } => Some(letter),
        Piece::CheckIn { .. } | Piece::Answer { .. } => None,
    }
}
