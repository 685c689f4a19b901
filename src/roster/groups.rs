//! Finding the group that a person typed.

use sqlx::AnyConnection;

use super::import::tidy;
use super::queries::groups as queries;
use super::{GroupId, LocationId, OrganisationId};
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::store;

/// So many candidates are listed; more would hide the one that was meant.
const CANDIDATES: usize = 20;

/// Children together at a location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name, unique at its location.
    pub name: String,
    /// Where it is.
    pub location: LocationId,
    /// The name of that place.
    pub location_name: String,
}

/// Why there is no telling which group is meant.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// No group is called so; some that exist, as `Location/Group`.
    #[error("there is no group of that name")]
    Unknown(String, Vec<String>),
    /// Several are called so; these, as `Location/Group`.
    #[error("several groups have that name")]
    Ambiguous(String, Vec<String>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl GroupError {
    /// What to tell the person at the keyboard; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let (id, typed, candidates) = match self {
            Self::Unknown(typed, candidates) => ("roster-group-unknown", typed, candidates),
            Self::Ambiguous(typed, candidates) => ("roster-group-ambiguous", typed, candidates),
            Self::Store(_) => return None,
        };
        let args = Args::new().text("name", typed).text("known", candidates.join(", "));
        Some(phrases.plain(language, id, &args))
    }
}

impl Group {
    /// `Location/Group`: how a group is named without doubt.
    pub fn full_name(&self) -> String {
        format!("{}/{}", self.location_name, self.name)
    }
}

/// All groups of an organisation, by location and name.
///
/// # Errors
/// The database cannot be reached.
pub async fn groups(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
) -> store::Result<Vec<Group>> {
    let mut all = queries::of_organisation(connection, organisation).await?;
    all.sort_by_cached_key(Group::full_name);
    Ok(all)
}

/// The group that `text` names: its name, or `Location/Group`. A name typed in other capitals
/// counts when nothing fits exactly.
///
/// # Errors
/// No group, or several, fit; the database.
pub async fn find_group(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    text: &str,
) -> Result<Group, GroupError> {
    let mut all = queries::of_organisation(connection, organisation).await?;
    all.sort_by_cached_key(Group::full_name);
    let typed = tidy(text);
    let exact = fitting(&all, |name| name == typed);
    let fits = if exact.is_empty() {
        let folded = typed.to_lowercase();
        fitting(&all, |name| name.to_lowercase() == folded)
    } else {
        exact
    };
    match fits.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(GroupError::Unknown(typed, candidates(all.iter()))),
        several => Err(GroupError::Ambiguous(typed, candidates(several.iter().copied()))),
    }
}

/// A group may be called "1/2", so both readings of a slash are tried.
fn fitting(all: &[Group], is: impl Fn(&str) -> bool) -> Vec<&Group> {
    all.iter().filter(|group| is(&group.name) || is(&group.full_name())).collect()
}

fn candidates<'a>(groups: impl Iterator<Item = &'a Group>) -> Vec<String> {
    groups.take(CANDIDATES).map(Group::full_name).collect()
}
