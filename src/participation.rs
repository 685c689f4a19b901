//! The figures: which share of the families was reached, understood, answered and did it at home,
//! beside the norms of the field.
//!
//! Counted in families, with those who never connected in every denominator. No answer is
//! "unknown", never "no". It only reads, and it ranks no parents.

mod evidence;
mod export;
mod figure;
mod period;
mod queries;
mod record;
mod table;
mod week;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

pub use evidence::{Breakdown, Evidence};
pub use export::{write_csv, write_json};
pub use figure::{By, Figure, Norm, NormSource, UnknownBy};
pub use period::{Period, PeriodError};
pub use record::Record;
pub use table::table;
pub use week::{Week, week, week_of};

use crate::roster::{FamilyId, GroupId, LocationId, OrganisationId};
use crate::store::Result;
use evidence::Facts;
use queries::{Group, Selection};
use record::Tally;

/// Which families are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// All of the organisation.
    Organisation,
    /// Those with a child at this location.
    Location(LocationId),
    /// Those with a child in this group.
    Group(GroupId),
}

impl Within {
    fn holds(self, group: &Group) -> bool {
        match self {
            Self::Organisation => true,
            Self::Location(location) => group.location == location,
            Self::Group(id) => group.id == id,
        }
    }
}

/// Every figure of a period, for each way of breaking down in the order given; within one by
/// figure, then by key (letters by release, everything else by name).
///
/// A family belongs to the period when one of its children is in a chosen group on at least one
/// of its days. A location, group or letter without families has records that count nought.
/// Ask inside one transaction where writers must not come in between the statements.
///
/// # Errors
/// The database cannot be reached.
pub async fn report(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    zone: &TimeZone,
    period: Period,
    bys: &[By],
    within: Within,
) -> Result<Vec<Record>> {
    let selection = Selection::new(organisation, zone, period, within);
    // What is about one letter or activity is counted by a statement of its own.
    let families = if bys.iter().all(|by| !by.tells(Figure::Connected) || *by == By::Letter) {
        HashMap::new()
    } else {
        queries::families(connection, &selection).await?
    };
    let mut records = Vec::new();
    for &by in bys {
        let rows = match by {
            By::All => vec![(String::new(), families.values().collect())],
            By::Location => by_location(connection, &selection, within, &families).await?,
            By::Group => by_group(connection, &selection, within, &families).await?,
            By::Language => by_language(connection, &selection, &families).await?,
            By::Letter => by_letter(connection, &selection).await?,
            By::Programme | By::Theme | By::Activity => {
                by_subject(connection, &selection, by).await?
            }
        };
        records.extend(record::of_rows(by, &rows));
    }
    Ok(records)
}

type Families = HashMap<FamilyId, Facts>;
type Rows = Vec<(String, Tally)>;

async fn by_location(
    connection: &mut AnyConnection,
    selection: &Selection,
    within: Within,
    families: &Families,
) -> Result<Rows> {
    let groups = queries::groups(connection, selection).await?;
    let places = queries::places(connection, selection).await?;
    let location_of: HashMap<GroupId, LocationId> =
        groups.iter().map(|group| (group.id, group.location)).collect();
    let at =
        places.into_iter().filter_map(|(family, group)| Some((*location_of.get(&group)?, family)));
    let mut tallies = tallies(at, families);
    let named: BTreeMap<&str, LocationId> = groups
        .iter()
        .filter(|group| within.holds(group))
        .map(|group| (group.location_name.as_str(), group.location))
        .collect();
    Ok(named
        .into_iter()
        .map(|(name, id)| (name.to_owned(), tallies.remove(&id).unwrap_or_default()))
        .collect())
}

async fn by_group(
    connection: &mut AnyConnection,
    selection: &Selection,
    within: Within,
    families: &Families,
) -> Result<Rows> {
    let mut groups = queries::groups(connection, selection).await?;
    groups.sort_by(|a, b| (&a.location_name, &a.name).cmp(&(&b.location_name, &b.name)));
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for group in &groups {
        *bearers.entry(&group.name).or_default() += 1;
    }
    let places = queries::places(connection, selection).await?;
    let mut tallies = tallies(places.into_iter().map(|(family, group)| (group, family)), families);
    let rows = groups.iter().filter(|group| within.holds(group)).map(|group| {
        let ambiguous = bearers.get(group.name.as_str()).is_some_and(|&count| count > 1);
        let key = if ambiguous { group.full_name() } else { group.name.clone() };
        (key, tallies.remove(&group.id).unwrap_or_default())
    });
    Ok(rows.collect())
}

async fn by_language(
    connection: &mut AnyConnection,
    selection: &Selection,
    families: &Families,
) -> Result<Rows> {
    let spoken = queries::languages(connection, selection).await?;
    let pairs = spoken.into_iter().map(|(family, language)| (language, family));
    Ok(tallies(pairs, families).into_iter().collect())
}

async fn by_letter(connection: &mut AnyConnection, selection: &Selection) -> Result<Rows> {
    let mut tallies: HashMap<i64, Tally> = HashMap::new();
    for (letter, facts, families) in queries::letter_facts(connection, selection).await? {
        tallies.entry(letter).or_default().add(&facts, families);
    }
    let letters = queries::letters(connection, selection).await?;
    Ok(letters
        .into_iter()
        .map(|(id, label)| (label, tallies.remove(&id).unwrap_or_default()))
        .collect())
}

/// Programmes, themes or activities that were for somebody in the period, in the order of the
/// programme.
async fn by_subject(connection: &mut AnyConnection, selection: &Selection, by: By) -> Result<Rows> {
    let mut tallies: HashMap<i64, Tally> = HashMap::new();
    for (subject, facts, families) in queries::subject_facts(connection, selection, by).await? {
        tallies.entry(subject).or_default().add(&facts, families);
    }
    let subjects = queries::subjects(connection, selection, by).await?;
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for subject in &subjects {
        *bearers.entry(&subject.label).or_default() += 1;
    }
    let rows = subjects.iter().filter_map(|subject| {
        let tally = tallies.remove(&subject.id)?;
        let ambiguous = bearers.get(subject.label.as_str()).is_some_and(|&count| count > 1);
        let full = || format!("{}/{}", subject.place, subject.label);
        Some((if ambiguous { full() } else { subject.label.clone() }, tally))
    });
    Ok(rows.collect())
}

/// A tally per key; a family counts once in each key that it stands beside.
fn tallies<K: Ord>(
    pairs: impl Iterator<Item = (K, FamilyId)>,
    families: &Families,
) -> BTreeMap<K, Tally> {
    let mut tallies: BTreeMap<K, Tally> = BTreeMap::new();
    for (key, family) in pairs.collect::<BTreeSet<_>>() {
        if let Some(facts) = families.get(&family) {
            tallies.entry(key).or_default().add(facts, 1);
        }
    }
    tallies
}
