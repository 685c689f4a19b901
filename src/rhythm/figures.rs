//! How the activities went at home, counted in families.

use sqlx::AnyConnection;

use super::queries::figures as queries;
use crate::clock::Moment;
use crate::library::ActivityId;
use crate::roster::OrganisationId;
use crate::store::Result;

/// How an activity went: "worked for 18 of 22 families".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Went {
    /// The activity.
    pub activity: ActivityId,
    /// The Dutch title of its theme.
    pub theme: String,
    /// Its Dutch title.
    pub title: String,
    /// Families to whom it was delivered.
    pub offered: i64,
    /// Of those, families that said how it went.
    pub answered: i64,
    /// Of those, families for whom it worked, as any of their carers said.
    pub worked: i64,
    /// Families that did it, wholly or a bit.
    pub did: i64,
}

/// How each activity that left within a time went, in the order of the programme.
///
/// # Errors
/// The database cannot be reached.
pub async fn went(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    period: (Moment, Moment),
) -> Result<Vec<Went>> {
    let rows = queries::went(read, organisation, period).await?.into_iter();
    let went = rows.map(|row| Went {
        activity: ActivityId::from_raw(row.activity_id),
        theme: row.theme,
        title: row.title,
        offered: row.offered,
        answered: row.answered,
        worked: row.worked,
        did: row.did,
    });
    Ok(went.collect())
}
