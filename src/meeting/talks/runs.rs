//! Moments that are long enough for a talk: one, or several that follow each other.

use super::Slot;
use crate::clock::Moment;
use crate::meeting::SlotId;
use crate::meeting::queries::slots::SlotRow;

/// Two moments belong together when no more lies between them.
pub(super) const APART: i64 = 20 * 60_000;

/// Runs of free moments that are long enough together: of one person, on one day, close to each other, with nothing
/// else in between.
pub(super) fn runs(rows: &[SlotRow], needs: Option<i64>) -> Vec<Slot> {
    let needed = needs.unwrap_or(0) * 60_000;
    let run = |(place, first): (usize, &SlotRow)| {
        let mut slot = of_row(first);
        let same = |row: &&SlotRow| {
            row.staff_id == first.staff_id && row.day == first.day && row.at_home == first.at_home
        };
        let mut length = first.ends_at - first.starts_at;
        let mut in_the_way = i64::MAX;
        for row in rows.iter().skip(place + 1).filter(same) {
            let apart = row.starts_at - slot.ends.millis();
            if length >= needed || apart > APART || in_the_way < row.starts_at {
                break;
            }
            // What begins earlier is beside the first one, with the same group.
            if apart < 0 {
                continue;
            }
            if row.taken == 1 {
                in_the_way = row.starts_at;
                continue;
            }
            slot.parts.push(row.id);
            slot.ends = Moment::from_millis(row.ends_at);
            length = row.ends_at - first.starts_at;
        }
        (length >= needed).then_some(slot)
    };
    let free = rows.iter().enumerate().filter(|(_, row)| row.taken == 0);
    free.filter_map(run).collect()
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
            taken: 0,
        }
    }

    fn told(rows: &[SlotRow], needs: Option<i64>) -> Vec<(i64, Vec<i64>)> {
        runs(rows, needs).into_iter().map(|run| (run.id.raw(), run.parts)).collect()
    }

    #[test]
    fn with_an_interpreter_a_talk_takes_moments_that_follow_each_other() {
        let rows = [row(1, 7, 0, 10), row(2, 7, 15, 25), row(3, 7, 60, 70), row(4, 7, 70, 80)];
        assert_eq!(told(&rows, None).len(), 4);
        assert_eq!(told(&rows, Some(20)), [(1, vec![1, 2]), (3, vec![3, 4])]);
    }

    #[test]
    fn a_long_talk_does_not_reach_over_somebody_elses() {
        let taken = SlotRow { taken: 1, ..row(2, 7, 10, 20) };
        let rows = [row(1, 7, 0, 10), taken, row(3, 7, 20, 30), row(4, 7, 30, 40)];
        assert_eq!(told(&rows, Some(20)), [(3, vec![3, 4])]);
        // Beside the one that is taken there is a free one.
        let rows = [row(1, 7, 0, 10), row(5, 7, 10, 20), rows[1].clone()];
        assert_eq!(told(&rows, Some(20)), [(1, vec![1, 5])]);
    }

    #[test]
    fn moments_beside_each_other_with_the_group_are_joined_with_what_follows() {
        let rows = [row(1, 7, 0, 10), row(2, 7, 0, 10), row(3, 7, 10, 20), row(4, 7, 10, 20)];
        assert_eq!(told(&rows, Some(20)), [(1, vec![1, 3]), (2, vec![2, 3])]);
    }

    #[test]
    fn moments_of_two_people_are_never_joined() {
        let rows = [row(1, 7, 0, 10), row(2, 8, 0, 10), row(3, 8, 10, 20)];
        assert_eq!(told(&rows, Some(20)), [(2, vec![2, 3])]);
    }
}
