//! What is known of a family about meetings: invited, said yes, came, with an interpreter.

use std::collections::BTreeMap;

use sqlx::AnyConnection;

use super::evidence::Facts;
use super::queries::gatherings as queries;
use super::queries::{Group, Selection};
use super::record::{Row, Tally};
use super::rows::Families;
use super::{Evidence, Figure, Within};
use crate::meeting::{self, DueTalk, Kind};
use crate::roster::OrganisationId;
use crate::store::Result;

/// What is known of one family about the meetings of the period, or about those of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct AtMeetings {
    /// Some meeting was for them; over all kinds together every family is asked.
    pub(super) for_them: bool,
    pub(super) seen: bool,
    pub(super) said_they_were_there: bool,
    pub(super) invited: bool,
    pub(super) said_yes: bool,
    pub(super) said_otherwise: bool,
    /// Said yes, had a place, and staff closed the list.
    pub(super) expected: bool,
    pub(super) seen_as_said: bool,
    pub(super) there_as_said: bool,
    /// Asked the school for an interpreter.
    pub(super) asked_interpreter: bool,
    pub(super) interpreter: bool,
    pub(super) no_interpreter: bool,
}

impl AtMeetings {
    /// What these facts are for a figure about meetings; `None` when the family is not in its denominator.
    pub(super) fn evidence(self, figure: Figure) -> Option<Evidence> {
        let (belongs, evidence) = match figure {
            Figure::TookPart => (self.for_them, came(self.seen, self.said_they_were_there)),
            Figure::SaidTheyCome => (
                self.invited,
                match (self.said_yes, self.said_otherwise) {
                    (true, _) => Evidence::SaidSo,
                    (false, true) => Evidence::Otherwise,
                    (false, false) => Evidence::Unknown,
                },
            ),
            Figure::CameAsSaid => {
                let found = came(self.seen_as_said, self.there_as_said);
                // The list is complete, so who is not on it was not there.
                let absent = found == Evidence::Unknown;
                (self.expected, if absent { Evidence::NotSeen } else { found })
            }
            Figure::InterpreterThere => (
                self.asked_interpreter,
                match (self.interpreter, self.no_interpreter) {
                    (true, _) => Evidence::SeenByStaff,
                    (false, true) => Evidence::NotSeen,
                    (false, false) => Evidence::Unknown,
                },
            ),
            // Talks are counted one by one, and the other figures are about no meeting.
            _ => return None,
        };
        belongs.then_some(evidence)
    }
}

/// A family that staff saw attended, whatever it said itself.
fn came(seen: bool, said: bool) -> Evidence {
    match (seen, said) {
        (true, _) => Evidence::Attended,
        (false, true) => Evidence::SaidSo,
        (false, false) => Evidence::Unknown,
    }
}

/// Adds what is known about meetings to what is known of each family.
pub(super) async fn add_to(
    families: &mut Families,
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<()> {
    for (family, known) in queries::families(connection, selection).await? {
        if let Some(facts) = families.get_mut(&family) {
            facts.meetings = known;
        }
    }
    for facts in families.values_mut() {
        facts.meetings.for_them = true;
    }
    Ok(())
}

/// The kinds of meetings that were for somebody, in the order in which staff choose.
pub(super) async fn by_kind(
    connection: &mut AnyConnection,
    selection: &Selection,
    organisation: OrganisationId,
) -> Result<Vec<Row>> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (kind, meetings, families) in queries::kinds(connection, selection).await? {
        let facts = Facts { meetings, ..Facts::default() };
        tallies.entry(kind).or_default().add(&facts, families);
    }
    let kinds = meeting::kinds(connection, organisation).await?;
    let row = |kind: Kind| {
        let tally = tallies.remove(&kind.slug)?;
        let target = kind.target.and_then(|target| u32::try_from(target).ok());
        Some(Row { target, ..Row::new(kind.slug, tally) })
    };
    Ok(kinds.into_iter().filter_map(row).collect())
}

/// The talks due in the period, of children in the chosen groups.
pub(super) async fn talks(
    connection: &mut AnyConnection,
    selection: &Selection,
    (organisation, within): (OrganisationId, Within),
    groups: &[Group],
) -> Result<Vec<DueTalk>> {
    let Some(days) = selection.due_days() else { return Ok(Vec::new()) };
    let chosen: Vec<_> = groups.iter().filter(|it| within.holds(it)).map(|it| it.id).collect();
    let chosen = (within != Within::Organisation).then_some(chosen.as_slice());
    meeting::talks_due_in(connection, organisation, chosen, days, selection.today).await
}
