//! One row of a report, and the counting that leads to it.

use super::evidence::Facts;
use super::{Breakdown, By, Evidence, Figure};

/// One figure of one row. Of [`Figure::Talks`] the unit is talks, not families.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which figure.
    pub figure: Figure,
    /// How it is broken down.
    pub by: By,
    /// The name of the row: a location, a group (`Location/Group` where the organisation has the
    /// bare name twice; themes and activities likewise), a language tag, a letter's label, the slug of a
    /// kind of meeting; empty for [`By::All`].
    pub key: String,
    /// The denominator.
    pub families: u64,
    /// How many of them count.
    pub count: u64,
    /// Whole number, a half rounded up; `None` without families.
    pub percent: Option<u64>,
    /// The norm in percent, where there is one.
    pub norm: Option<u32>,
    /// How many more families the norm asks for; `None` without a norm.
    pub short: Option<u64>,
    /// The same families by kind of evidence.
    pub evidence: Breakdown,
}

impl Record {
    fn new(figure: Figure, by: By, row: &Row) -> Self {
        let evidence = row.tally.0[figure as usize];
        let (families, count) = (evidence.families(), evidence.count());
        let norm = match (by, figure) {
            // Each kind has a target of its own.
            (By::Kind, Figure::TookPart) => row.target,
            _ => figure.norm().map(|norm| norm.percent),
        };
        Self {
            figure,
            by,
            key: row.key.clone(),
            families,
            count,
            percent: percent(count, families),
            norm,
            short: norm.map(|norm| short(count, families, norm)),
            evidence,
        }
    }
}

/// The families of one row, for all figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally([Breakdown; Figure::ALL.len()]);

impl Tally {
    pub(super) fn add(&mut self, facts: &Facts, families: u64) {
        for figure in Figure::ALL {
            if let Some(evidence) = facts.evidence(figure) {
                self.0[figure as usize].add(evidence, families);
            }
        }
    }

    /// Counts a talk that was due; staff note whether it was held.
    pub(super) fn add_talk(&mut self, is_held: bool) {
        let evidence = if is_held { Evidence::Attended } else { Evidence::Unknown };
        self.0[Figure::Talks as usize].add(evidence, 1);
    }
}

impl<'a> FromIterator<&'a Facts> for Tally {
    fn from_iter<I: IntoIterator<Item = &'a Facts>>(families: I) -> Self {
        let mut tally = Self::default();
        families.into_iter().for_each(|facts| tally.add(facts, 1));
        tally
    }
}

/// One row of a breakdown.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) key: String,
    pub(super) tally: Tally,
    /// Percent of the families that should come to meetings of this kind.
    pub(super) target: Option<u32>,
}

impl Row {
    pub(super) fn new(key: String, tally: Tally) -> Self {
        Self { key, tally, target: None }
    }
}

/// Figure after figure, each with the rows in their order. Not every figure can be told of every kind of meeting:
/// a kind has a row where there are families.
pub(super) fn of_rows(by: By, rows: &[Row]) -> impl Iterator<Item = Record> {
    let all = Figure::ALL.into_iter().filter(move |&figure| by.tells(figure));
    let records =
        all.flat_map(move |figure| rows.iter().map(move |row| Record::new(figure, by, row)));
    records.filter(move |record| by != By::Kind || record.families > 0)
}

/// In whole numbers, so that the same counts give the same percentage everywhere.
fn percent(count: u64, families: u64) -> Option<u64> {
    (200 * count + families).checked_div(2 * families)
}

/// max(0, ceil(norm x families) - count).
fn short(count: u64, families: u64, norm: u32) -> u64 {
    (families * u64::from(norm)).div_ceil(100).saturating_sub(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_rounded_to_the_nearest_whole_number_a_half_up() {
        for (count, families, expected) in
            [(14, 23, Some(61)), (1, 8, Some(13)), (1, 3, Some(33)), (2, 3, Some(67)), (0, 0, None)]
        {
            assert_eq!(percent(count, families), expected, "{count} of {families}");
        }
    }

    #[test]
    fn the_distance_to_the_norm_is_in_whole_families_and_never_negative() {
        for (count, families, norm, expected) in
            [(12, 23, 60, 2), (14, 23, 60, 0), (23, 23, 60, 0), (0, 0, 60, 0), (3, 5, 60, 0)]
        {
            assert_eq!(short(count, families, norm), expected, "{count} of {families}");
        }
    }
}
