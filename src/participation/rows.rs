//! The rows of each breakdown, counted from what is known of each family, letter or activity.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::AnyConnection;

use super::evidence::Facts;
use super::queries::{self, Group, Selection};
use super::record::{Row, Tally};
use super::{By, Figure, Within, gatherings};
use crate::meeting::DueTalk;
use crate::roster::{FamilyId, GroupId, LocationId, OrganisationId};
use crate::store::Result;

/// What is known of each family.
pub(super) type Families = HashMap<FamilyId, Facts>;

/// What every breakdown of families is counted from.
#[derive(Default)]
pub(super) struct Known {
    families: Families,
    talks: Vec<DueTalk>,
    /// Of the organisation, the chosen and the others.
    groups: Vec<Group>,
}

impl Known {
    pub(super) fn all(&self) -> Row {
        let mut tally: Tally = self.families.values().collect();
        self.talks.iter().for_each(|talk| tally.add_talk(talk.is_held));
        Row::new(String::new(), tally)
    }

    /// A tally per key: a family counts once in each key that it stands beside, a talk in those of its own.
    fn tallies<K: Ord>(
        &self,
        pairs: impl Iterator<Item = (K, FamilyId)>,
        talks: impl Iterator<Item = (K, bool)>,
    ) -> BTreeMap<K, Tally> {
        let mut tallies: BTreeMap<K, Tally> = BTreeMap::new();
        for (key, family) in pairs.collect::<BTreeSet<_>>() {
            if let Some(facts) = self.families.get(&family) {
                tallies.entry(key).or_default().add(facts, 1);
            }
        }
        for (key, is_held) in talks {
            tallies.entry(key).or_default().add_talk(is_held);
        }
        tallies
    }
}

/// What is about one letter, activity or kind is counted by a statement of its own, and needs nothing of this.
pub(super) async fn known(
    connection: &mut AnyConnection,
    selection: &Selection,
    (organisation, within): (OrganisationId, Within),
    bys: &[By],
) -> Result<Known> {
    if !bys.iter().any(|by| by.tells(Figure::Talks)) {
        return Ok(Known::default());
    }
    let mut families = queries::families(connection, selection).await?;
    gatherings::add_to(&mut families, connection, selection).await?;
    let groups = queries::groups(connection, selection).await?;
    let talks = gatherings::talks(connection, selection, (organisation, within), &groups).await?;
    Ok(Known { families, talks, groups })
}

pub(super) async fn by_location(
    connection: &mut AnyConnection,
    selection: &Selection,
    within: Within,
    known: &Known,
) -> Result<Vec<Row>> {
    let places = queries::places(connection, selection).await?;
    let location_of: HashMap<GroupId, LocationId> =
        known.groups.iter().map(|group| (group.id, group.location)).collect();
    let at =
        places.into_iter().filter_map(|(family, group)| Some((*location_of.get(&group)?, family)));
    let talks = known.talks.iter();
    let talks = talks.filter_map(|talk| Some((*location_of.get(&talk.group)?, talk.is_held)));
    let mut tallies = known.tallies(at, talks);
    let named: BTreeMap<&str, LocationId> = known
        .groups
        .iter()
        .filter(|group| within.holds(group))
        .map(|group| (group.location_name.as_str(), group.location))
        .collect();
    Ok(named
        .into_iter()
        .map(|(name, id)| Row::new(name.to_owned(), tallies.remove(&id).unwrap_or_default()))
        .collect())
}

pub(super) async fn by_group(
    connection: &mut AnyConnection,
    selection: &Selection,
    within: Within,
    known: &Known,
) -> Result<Vec<Row>> {
    let mut groups: Vec<&Group> = known.groups.iter().collect();
    groups.sort_by(|a, b| (&a.location_name, &a.name).cmp(&(&b.location_name, &b.name)));
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for group in &groups {
        *bearers.entry(&group.name).or_default() += 1;
    }
    let places = queries::places(connection, selection).await?;
    let talks = known.talks.iter().map(|talk| (talk.group, talk.is_held));
    let mut tallies =
        known.tallies(places.into_iter().map(|(family, group)| (group, family)), talks);
    let rows = groups.iter().filter(|group| within.holds(group)).map(|group| {
        let ambiguous = bearers.get(group.name.as_str()).is_some_and(|&count| count > 1);
        let key = if ambiguous { group.full_name() } else { group.name.clone() };
        Row::new(key, tallies.remove(&group.id).unwrap_or_default())
    });
    Ok(rows.collect())
}

pub(super) async fn by_language(
    connection: &mut AnyConnection,
    selection: &Selection,
    known: &Known,
) -> Result<Vec<Row>> {
    let spoken = queries::languages(connection, selection).await?;
    let mut languages_of: HashMap<FamilyId, Vec<&str>> = HashMap::new();
    for (family, language) in &spoken {
        languages_of.entry(*family).or_default().push(language);
    }
    let talks = known.talks.iter().flat_map(|talk| {
        let languages = languages_of.get(&talk.family).into_iter().flatten();
        languages.map(|language| (*language, talk.is_held))
    });
    let pairs = spoken.iter().map(|(family, language)| (language.as_str(), *family));
    let tallies = known.tallies(pairs, talks).into_iter();
    Ok(tallies.map(|(language, tally)| Row::new(language.to_owned(), tally)).collect())
}

pub(super) async fn by_letter(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<Row>> {
    let mut tallies: HashMap<i64, Tally> = HashMap::new();
    for (letter, facts, families) in queries::letter_facts(connection, selection).await? {
        tallies.entry(letter).or_default().add(&facts, families);
    }
    let letters = queries::letters(connection, selection).await?;
    Ok(letters
        .into_iter()
        .map(|(id, label)| Row::new(label, tallies.remove(&id).unwrap_or_default()))
        .collect())
}

/// Programmes, themes or activities that were for somebody in the period, in the order of the
/// programme.
pub(super) async fn by_subject(
    connection: &mut AnyConnection,
    selection: &Selection,
    by: By,
) -> Result<Vec<Row>> {
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
        Some(Row::new(if ambiguous { full() } else { subject.label.clone() }, tally))
    });
    Ok(rows.collect())
}
