//! The themes of one member of staff's groups, and the materials that the groups hand out.

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::within as queries;
use super::run::{Run, RunState, runs};
use crate::clock::Moment;
use crate::library::ActivityId;
use crate::roster::{FamilyId, Scope};
use crate::store::Result;

/// A run in some group of the scope.
#[derive(Clone, Debug)]
pub struct OwnRun {
    /// The run.
    pub run: Run,
    /// Whether all its groups are within the scope: only then it may be changed.
    pub is_whole: bool,
}

/// An activity for which a group hands something out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// Which.
    pub activity: ActivityId,
    /// Its Dutch title.
    pub title: String,
}

/// A family that is to get materials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// Which family.
    pub family: FamilyId,
    /// First names of its children within the scope.
    pub children: Vec<String>,
    /// Their group.
    pub group: String,
    /// Whether it got them.
    pub has_them: bool,
}

/// The runs that go on, or are paused, in the groups of a scope.
///
/// # Errors
/// The database cannot be reached.
pub async fn runs_within(read: &mut AnyConnection, scope: Scope) -> Result<Vec<OwnRun>> {
    let own = queries::runs(read, scope).await?;
    let all = runs(read, scope.organisation()).await?;
    let going =
        all.into_iter().filter(|run| matches!(run.state, RunState::Running | RunState::Paused));
    let found = going.filter_map(|run| {
        let (_, is_whole) = own.iter().find(|(id, _)| *id == run.id.raw())?;
        Some(OwnRun { run, is_whole: *is_whole })
    });
    Ok(found.collect())
}

/// Activities with materials, of the themes that go on in the groups of a scope.
///
/// # Errors
/// The database cannot be reached.
pub async fn handouts(read: &mut AnyConnection, scope: Scope) -> Result<Vec<Handout>> {
    queries::handouts(read, scope).await
}

/// The families of a scope in whose groups the theme of such an activity goes on.
///
/// # Errors
/// The database cannot be reached.
pub async fn receivers(
    read: &mut AnyConnection,
    scope: Scope,
    activity: ActivityId,
    today: Date,
) -> Result<Vec<Receiver>> {
    queries::receivers(read, scope, activity, &today.to_string()).await
}

/// Notes that a family got the materials, or takes that back: whether it has them now.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn tick_materials(
    write: &mut AnyConnection,
    activity: ActivityId,
    receiver: &Receiver,
    now: Moment,
) -> Result<bool> {
    queries::tick(write, activity, receiver, now).await?;
    Ok(!receiver.has_them)
}
