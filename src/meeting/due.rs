//! The talks of the schedule that are due, of the children as they are in the roster now.

use jiff::ToSpan;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::noting::TalkMoment;
use super::queries::schedule::{self as queries, ChildRow};
use super::schedule::{fulfilled, moments};
use crate::roster::{ChildId, FamilyId, GroupId, OrganisationId};
use crate::store::Result;

/// So many groups are asked for in one statement.
const GROUPS: usize = 500;
/// The school year begins in August.
const FIRST_MONTH: i8 = 8;

/// A talk that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueTalk {
    /// About whom.
    pub child: ChildId,
    /// First name.
    pub name: String,
    /// The group that the child is in now.
    pub group: GroupId,
    /// Its name.
    pub group_name: String,
    /// Of which family.
    pub family: FamilyId,
    /// Which moment of the schedule.
    pub moment: TalkMoment,
    /// The last day for it: later it was missed.
    pub due: Date,
    /// It took place.
    pub is_held: bool,
}

/// The talks due in this school year, until the end of this month, for lists: by day, group and name. `groups`:
/// only of children in these groups.
///
/// # Errors
/// The database cannot be reached.
pub async fn talks_due(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    groups: Option<&[GroupId]>,
    today: Date,
) -> Result<Vec<DueTalk>> {
    let back = (i64::from(today.month()) - i64::from(FIRST_MONTH)).rem_euclid(12);
    let from = today.first_of_month().saturating_sub(back.months());
    let days = (from, today.last_of_month());
    let mut due = talks_due_in(read, organisation, groups, days, today).await?;
    due.sort_by(|a, b| {
        (a.due, &a.group_name, &a.name, a.child).cmp(&(b.due, &b.group_name, &b.name, b.child))
    });
    Ok(due)
}

/// The talks due on these days, both included, and whether they were held as is known today; by child.
///
/// # Errors
/// The database cannot be reached.
pub async fn talks_due_in(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    groups: Option<&[GroupId]>,
    days: (Date, Date),
    today: Date,
) -> Result<Vec<DueTalk>> {
    let Some(groups) = groups else {
        let children = queries::children(read, organisation, None, (days, today)).await?;
        return Ok(children.iter().flat_map(|child| of_child(child, days)).collect());
    };
    let mut due = Vec::new();
    for chunk in groups.chunks(GROUPS) {
        let children = queries::children(read, organisation, Some(chunk), (days, today)).await?;
        due.extend(children.iter().flat_map(|child| of_child(child, days)));
    }
    Ok(due)
}

fn of_child(child: &ChildRow, (from, until): (Date, Date)) -> Vec<DueTalk> {
    let moments = moments(child.childhood);
    let is_due = |due: Date| (from..=until).contains(&due);
    // Of most children nothing is due, and their talks need no place.
    if !moments.iter().any(|(_, due)| is_due(*due)) {
        return Vec::new();
    }
    let is_held = fulfilled(&moments, &child.talks);
    let all = moments.into_iter().zip(is_held).filter(|((_, due), _)| is_due(*due));
    all.map(|((moment, due), is_held)| DueTalk {
        child: child.id,
        name: child.name.clone(),
        group: child.group,
        group_name: child.group_name.clone(),
        family: child.family,
        moment,
        due,
        is_held,
    })
    .collect()
}
