//! Moments that are long enough for a talk: one, or several that follow each other.

use sqlx::AnyConnection;

use super::Slot;
use crate::clock::Moment;
use crate::meeting::queries::slots;
use crate::meeting::queries::slots::SlotRow;
use crate::meeting::{MeetingId, SlotId, TalkId};
use crate::store::Result;

/// Two moments belong together when no more lies between them.
pub(super) const APART: i64 = 20 * 60_000;

/// Runs of moments that are long enough for a talk, none of which goes over the head of somebody else's.
pub(super) async fn runs_for(
    read: &mut AnyConnection,
    round: (MeetingId, TalkId),
    rows: &[SlotRow],
    (needs, now): (Option<i64>, Moment),
) -> Result<Vec<Slot>> {
    let busy = match (needs, rows.first(), rows.last()) {
        (Some(_), Some(first), Some(last)) => {
            slots::busy(read, round, (first.starts_at, last.starts_at), now).await?
        }
        _ => Vec::new(),
    };
    Ok(runs(rows, &busy, needs))
}

/// Runs of moments that are long enough together: of one person, on one day, close to each other, and nobody else
/// is between them.
fn runs(rows: &[SlotRow], busy: &[SlotRow], needs: Option<i64>) -> Vec<Slot> {
    let needed = needs.unwrap_or(0) * 60_000;
    let run = |(place, first): (usize, &SlotRow)| {
        let mut slot = of_row(first);
        let same = |row: &&SlotRow| {
            row.staff_id == first.staff_id && row.day == first.day && row.at_home == first.at_home
        };
        let is_between = |until: i64| {
            let inside = |it: &&SlotRow| it.starts_at > first.starts_at && it.starts_at < until;
            busy.iter().filter(same).any(|it| inside(&it))
        };
        let mut length = first.ends_at - first.starts_at;
        for row in rows.iter().skip(place + 1).filter(same) {
            if length >= needed {
                break;
            }
            let is_close = (0..=APART).contains(&(row.starts_at - slot.ends.millis()));
            if !is_close || is_between(row.starts_at) {
                break;
            }
            slot.parts.push(row.id);
            slot.ends = Moment::from_millis(row.ends_at);
            length = row.ends_at - first.starts_at;
        }
        (length >= needed).then_some(slot)
    };
    rows.iter().enumerate().filter_map(run).collect()
}

/// The moments of one talk as one.
pub(super) fn run(rows: &[SlotRow]) -> Option<Slot> {
    let mut slot = of_row(rows.first()?);
    for row in rows.iter().skip(1) {
        slot.parts.push(row.id);
        slot.ends = Moment::from_millis(row.ends_at);
    }
    Some(slot)
}

pub(super) fn of_row(row: &SlotRow) -> Slot {
    Slot {
        id: SlotId::from_raw(row.id),
        starts: Moment::from_millis(row.starts_at),
        ends: Moment::from_millis(row.ends_at),
        staff: row.staff.clone(),
        at_home: row.at_home == 1,
        parts: vec![row.id],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: i64, staff: i64, from: i64, until: i64) -> SlotRow {
        SlotRow {
            id,
            meeting_id: 1,
            staff_id: Some(staff),
            staff: None,
            day: "2026-12-01".to_owned(),
            starts_at: from * 60_000,
            ends_at: until * 60_000,
            at_home: 0,
        }
    }

    fn told(rows: &[SlotRow], needs: Option<i64>) -> Vec<(i64, Vec<i64>)> {
        runs(rows, &[], needs).into_iter().map(|run| (run.id.raw(), run.parts)).collect()
    }

    #[test]
    fn a_long_talk_never_goes_over_the_head_of_a_family_between_its_parts() {
        let free = [row(1, 7, 0, 10), row(3, 7, 20, 30), row(4, 7, 30, 40)];
        let between = [row(2, 7, 10, 20)];
        let told = |busy| runs(&free, busy, Some(20)).into_iter().map(|it| it.parts);
        assert_eq!(told(&between).collect::<Vec<_>>(), [vec![3, 4]]);
        // Somebody else's talk is no hindrance.
        let elsewhere = [row(2, 8, 10, 20)];
        assert_eq!(told(&elsewhere).collect::<Vec<_>>(), [vec![1, 3], vec![3, 4]]);
    }

    #[test]
    fn with_an_interpreter_a_talk_takes_moments_that_follow_each_other() {
        let rows = [row(1, 7, 0, 10), row(2, 7, 15, 25), row(3, 7, 60, 70), row(4, 7, 70, 80)];
        assert_eq!(told(&rows, None).len(), 4);
        assert_eq!(told(&rows, Some(20)), [(1, vec![1, 2]), (3, vec![3, 4])]);
    }

    #[test]
    fn moments_of_two_people_are_never_joined() {
        let rows = [row(1, 7, 0, 10), row(2, 8, 0, 10), row(3, 8, 10, 20)];
        assert_eq!(told(&rows, Some(20)), [(2, vec![2, 3])]);
    }
}
