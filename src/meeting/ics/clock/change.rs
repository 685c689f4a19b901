//! A zone out of single changes of its clock, in the form that `jiff` reads (TZif, RFC 8536).

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

/// One change of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Change {
    /// Seconds since 1970 at UTC.
    pub at: i64,
    /// Seconds east of UTC before it.
    pub from: i32,
    /// The same after it.
    pub to: i32,
}

/// The zone whose clock changes so, if there can be such.
pub(super) fn zone(changes: &BTreeSet<Change>) -> Option<TimeZone> {
    let mut offsets = vec![changes.first()?.from];
    let mut times: Vec<u8> = Vec::new();
    let mut kinds: Vec<u8> = Vec::new();
    let mut last = None;
    for change in changes.iter().filter(|change| last.replace(change.at) != Some(change.at)) {
        let known = offsets.iter().position(|offset| *offset == change.to);
        let kind = known.unwrap_or_else(|| {
            offsets.push(change.to);
            offsets.len() - 1
        });
        times.extend(change.at.to_be_bytes());
        kinds.push(u8::try_from(kind).ok()?);
    }
    let mut file = header(0, 1)?;
    file.extend([0; 7]);
    file.extend(header(kinds.len(), offsets.len())?);
    file.extend(times);
    file.extend(kinds);
    for offset in offsets {
        file.extend(offset.to_be_bytes());
        file.extend([0, 0]);
    }
    file.extend(b"\0\n\n");
    TimeZone::tzif("", &file).ok()
}

/// The head of a block with so many changes and so many offsets, all of one nameless name.
fn header(changes: usize, offsets: usize) -> Option<Vec<u8>> {
    let mut head = b"TZif2".to_vec();
    head.extend([0; 15]);
    for count in [0, 0, 0, changes, offsets, 1] {
        head.extend(u32::try_from(count).ok()?.to_be_bytes());
    }
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn a_clock_shows_what_its_changes_say() {
        let changes = [(1_000_000, 3_600, 7_200), (2_000_000, 7_200, 3_600)];
        let changes = changes.map(|(at, from, to)| Change { at, from, to });
        let zone = zone(&changes.into_iter().collect()).unwrap();
        for (at, east) in [
            (0, 3_600),
            (999_999, 3_600),
            (1_000_000, 7_200),
            (2_000_000, 3_600),
            (9_999_999, 3_600),
        ] {
            let moment = Timestamp::from_second(at).unwrap();
            assert_eq!(zone.to_offset(moment).seconds(), east, "{at}");
        }
    }

    #[test]
    fn no_changes_and_impossible_ones_make_no_zone() {
        assert!(zone(&BTreeSet::new()).is_none());
        let mad = Change { at: 0, from: 0, to: 1_000_000 };
        assert!(zone(&BTreeSet::from([mad])).is_none());
    }
}
