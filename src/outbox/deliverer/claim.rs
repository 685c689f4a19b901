//! The claim: which rows leave now, and what becomes of rows that may not leave any more.

use std::collections::HashSet;
use std::time::Duration;

use sqlx::AnyConnection;

use super::Deliverer;
use crate::clock::{Moment, monday_of};
use crate::outbox::queries::{self, Candidate, Due};
use crate::outbox::settle::FURTHEST;
use crate::outbox::{Carrier, DeliveryKey, Message, Priority, Reason, State};
use crate::roster::ChatId;
use crate::store::Result;

/// How far down the queue to look past rows of chats that must wait.
const FARTHEST_LOOK: usize = 5_000;

/// A second doubt is left to a person, so rows that had one go alone: however often the program
/// dies, each death can take only so many of them.
const DOUBTED_AT_ONCE: usize = 1;

/// The front of the queue, sorted by what becomes of each row.
#[derive(Default)]
struct Sorted {
    chosen: Vec<Candidate>,
    turned_away: Vec<(DeliveryKey, State, Reason)>,
    set_aside: bool,
}

impl<C: Carrier> Deliverer<C> {
    /// Claims up to `room` rows; rows that may not leave any more are settled in passing.
    pub(super) async fn claim(
        &mut self,
        write: &mut AnyConnection,
        room: usize,
        attempt: i64,
        now: Moment,
    ) -> Result<Vec<Candidate>> {
        let tick = self.rooms.ticker.elapsed();
        self.pace.tidy(tick);
        let mut look = room.saturating_add(2 * self.pace.busy_chats());
        let sorted = loop {
            let found = self.front_of_the_queue(write, look, now).await?;
            let is_all = found.len() < look;
            let sorted = self.sort(found, room, tick);
            // One chat with a hundred answers waiting must not hold up everybody behind it. While a
            // picture is on its way up all letters wait, and looking farther finds nothing else.
            let is_enough = sorted.chosen.len() >= room || self.files.is_uploading();
            if is_all || is_enough || look >= FARTHEST_LOOK {
                break sorted;
            }
            look = (look * 8).min(FARTHEST_LOOK);
        };
        self.set_aside = sorted.set_aside;
        queries::turn_away(write, &sorted.turned_away).await?;
        let keys: Vec<_> = sorted.chosen.iter().map(Candidate::key).collect();
        queries::mark_sending(write, &keys, attempt).await?;
        Ok(sorted.chosen)
    }

    async fn front_of_the_queue(
        &self,
        write: &mut AnyConnection,
        look: usize,
        now: Moment,
    ) -> Result<Vec<Candidate>> {
        let (store, organisation) = (&self.rooms.store, self.organisation);
        let limit = i64::try_from(look).unwrap_or(i64::MAX);
        let zone = &self.limits.time_zone;
        let local = now.local(zone);
        let only_answers = self.limits.quiet_hours.hold(local.time());
        let today = local.date();
        let this_week = Moment::start_of(monday_of(today), zone);
        let furthest = now.after(FURTHEST);
        let due = Due { now, today, this_week, furthest, only_answers };
        queries::candidates(store, write, organisation, due, limit).await
    }

    fn sort(&self, found: Vec<Candidate>, room: usize, tick: Duration) -> Sorted {
        let (mut sorted, mut chats) = (Sorted::default(), HashSet::new());
        let mut doubted = self.tasks.values().filter(|row| row.doubts > 0).count();
        for row in found {
            if let Some((state, reason)) = verdict(&row) {
                sorted.turned_away.push((row.key(), state, reason));
            } else if sorted.chosen.len() < room
                && (row.doubts == 0 || doubted < DOUBTED_AT_ONCE)
                && self.may_leave(&row, tick, &mut chats)
            {
                doubted += usize::from(row.doubts > 0);
                sorted.chosen.push(row);
            } else {
                sorted.set_aside = true;
            }
        }
        sorted
    }

    fn may_leave(&self, row: &Candidate, tick: Duration, chats: &mut HashSet<ChatId>) -> bool {
        // While a file is on its way up, whatever may have it waits for its id; other answers go on.
        if self.files.is_uploading() && may_have_file(row) {
            return false;
        }
        let is_answer = row.priority <= Priority::Personal as i64;
        self.pace.chat_is_free(row.chat(), is_answer, tick) && chats.insert(row.chat())
    }
}

/// Whether a file goes with a row. Of a letter only rendering tells.
fn may_have_file(row: &Candidate) -> bool {
    let message = |payload| serde_json::from_str::<Message>(payload);
    row.payload.as_deref().is_none_or(|it| message(it).is_ok_and(|it| it.file().is_some()))
}

/// What becomes of a waiting row that may not leave any more.
fn verdict(row: &Candidate) -> Option<(State, Reason)> {
    // Whoever moved to another group meanwhile is not in the theme any more.
    let is_for_nobody = row.programme == 1 && row.children.is_none();
    let obstacle = row.obstacle.as_deref().or(is_for_nobody.then_some("left"));
    let reason = Reason::from_word(obstacle?)?;
    let state = match reason {
        Reason::Paused => State::Held,
        Reason::UnreachableBefore | Reason::TooLate | Reason::OwnDays | Reason::ClosedDay => {
            State::Skipped
        }
        _ => State::Withdrawn,
    };
    Some((state, reason))
}
