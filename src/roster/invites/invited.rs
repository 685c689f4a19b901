//! Who is to be invited: rows of carer and child gathered by carer.

use std::collections::{BTreeSet, HashMap};

use super::{Invite, InviteCode, Selection};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{CarerId, FamilyId, GroupId};

/// A carer with one of their children.
pub struct InvitedRow {
    pub invited: Invited,
    pub group: GroupId,
    pub has_joined: bool,
}

/// A carer with all their children; each name once and in order.
#[derive(Clone)]
pub struct Invited {
    pub carer: CarerId,
    pub carer_name: String,
    pub family: FamilyId,
    pub family_name: String,
    pub language: HomeLanguage,
    pub children: BTreeSet<String>,
    pub groups: BTreeSet<String>,
    pub locations: BTreeSet<String>,
}

/// The carers of a selection, in the order in which letters are handed out.
pub(super) fn of_rows(rows: Vec<InvitedRow>, selection: Selection) -> Vec<Invited> {
    let wanted: BTreeSet<CarerId> = rows
        .iter()
        .filter(|row| selection.renew || !row.has_joined)
        .filter(|row| selection.group.is_none_or(|group| group == row.group))
        .filter(|row| selection.family.is_none_or(|family| family == row.invited.family))
        .map(|row| row.invited.carer)
        .collect();
    let mut by_carer: HashMap<CarerId, Invited> = HashMap::new();
    for row in rows.into_iter().map(|row| row.invited).filter(|row| wanted.contains(&row.carer)) {
        match by_carer.get_mut(&row.carer) {
            Some(known) => {
                known.children.extend(row.children);
                known.groups.extend(row.groups);
                known.locations.extend(row.locations);
            }
            None => drop(by_carer.insert(row.carer, row)),
        }
    }
    let mut invited: Vec<Invited> = by_carer.into_values().collect();
    invited.sort_by(|a, b| a.order().cmp(&b.order()));
    invited
}

impl Invited {
    fn order(&self) -> impl Ord {
        let (locations, groups) = (self.locations.clone(), self.groups.clone());
        (locations, groups, self.family_name.clone(), self.carer_name.clone(), self.carer)
    }

    pub(super) fn into_invite(self, code: InviteCode, expires_at: Moment) -> Invite {
        Invite {
            carer: self.carer,
            carer_name: self.carer_name,
            family: self.family,
            family_name: self.family_name,
            children: self.children.into_iter().collect(),
            group: joined(self.groups),
            location: joined(self.locations),
            language: self.language,
            code,
            expires_at,
        }
    }
}

fn joined(names: BTreeSet<String>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}
