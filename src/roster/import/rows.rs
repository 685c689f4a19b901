//! Records as an import compares and writes them.

use std::collections::HashSet;

use crate::language::HomeLanguage;
use crate::roster::{CarerId, ChildId, FamilyId, GroupId, LocationId, Reading};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationRow {
    pub id: LocationId,
    pub name: String,
    pub neighbourhood: Option<String>,
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    pub id: GroupId,
    pub location: LocationId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyRow {
    pub id: FamilyId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildRow {
    pub id: ChildId,
    pub family: FamilyId,
    pub group: GroupId,
    pub name: String,
    /// `YYYY-MM`.
    pub born: Option<String>,
    pub ve: bool,
    /// `YYYY-MM-DD`, as is `leaves`.
    pub starts: Option<String>,
    pub leaves: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerRow {
    pub id: CarerId,
    pub family: FamilyId,
    pub name: String,
    pub household: Option<String>,
    pub language: HomeLanguage,
    pub second_language: Option<HomeLanguage>,
    pub reading: Reading,
    pub interpreter: bool,
    /// Chosen by the carer in the chat, as is `second_language_confirmed`.
    pub language_confirmed: bool,
    pub second_language_confirmed: bool,
}

/// What the database holds of one organisation.
#[derive(Debug, Default)]
pub struct Known {
    pub locations: Vec<LocationRow>,
    pub groups: Vec<GroupRow>,
    pub families: Vec<FamilyRow>,
    pub children: Vec<ChildRow>,
    pub carers: Vec<CarerRow>,
    pub links: HashSet<(CarerId, ChildId)>,
}
