//! The days on which the organisation is closed: holidays, study days. Nothing of a theme leaves then.

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::closed_days as queries;
use super::slots::later;
use crate::roster::OrganisationId;
use crate::store::Result;

/// A day on which nothing of a theme is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedDay {
    /// Which.
    pub day: Date,
    /// What staff call it.
    pub name: String,
}

/// All closed days, in order.
///
/// # Errors
/// The database cannot be reached.
pub async fn closed_days(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<ClosedDay>> {
    let days = queries::all(read, organisation).await?.into_iter();
    Ok(days.filter_map(|(day, name)| Some(ClosedDay { day: day.parse().ok()?, name })).collect())
}

/// Closes every day from one to another; what is planned for them moves when its time comes.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn close_days(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    (from, to): (Date, Date),
    name: &str,
) -> Result<i64> {
    let (mut day, mut count) = (from, 0);
    while day <= to {
        queries::add(write, organisation, day, name).await?;
        (day, count) = (later(day, 1), count + 1);
    }
    Ok(count)
}

/// Opens days again; returns how many were closed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn open_days(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    days: (Date, Date),
) -> Result<u64> {
    queries::remove(write, organisation, days).await
}
