//! The children of an organisation as staff name them: by first name and group.

use sqlx::AnyConnection;

use super::queries::children as queries;
use super::{ChildId, FamilyId, GroupId, OrganisationId};
use crate::store::Result;

/// A child with its family and group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Its id.
    pub id: ChildId,
    /// First name.
    pub name: String,
    /// Its family.
    pub family: FamilyId,
    /// What the roster calls that family.
    pub family_name: String,
    /// Its group.
    pub group: GroupId,
    /// The name of that group.
    pub group_name: String,
    /// The name of the site.
    pub location_name: String,
}

/// All children of an organisation, also those who left, by location, group and name.
///
/// # Errors
/// The database cannot be reached.
pub async fn children(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Child>> {
    queries::of_organisation(read, organisation).await
}

/// Whether a family is one of this organisation.
///
/// # Errors
/// The database cannot be reached.
pub async fn is_family(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    family: FamilyId,
) -> Result<bool> {
    queries::is_family(read, organisation, family).await
}
