//! The figures: which share of the families was reached, understood, answered, did it at home and came
//! to meetings, beside the norms of the field.
//!
//! Counted in families, with those who never connected in every denominator; only talks are counted one
//! by one. No answer is
//! "unknown", never "no". It only reads, and it ranks no parents.

mod evidence;
mod export;
mod figure;
mod gatherings;
mod period;
mod queries;
mod record;
mod rows;
mod table;
mod week;

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

pub use evidence::{Breakdown, Evidence};
pub use export::{write_csv, write_json};
pub use figure::{By, Figure, Norm, NormSource, UnknownBy};
pub use period::{Period, PeriodError};
pub use record::Record;
pub use table::table;
pub use week::{Week, week, week_of};

use crate::clock::Moment;
use crate::roster::{GroupId, LocationId, OrganisationId};
use crate::store::Result;
use queries::{Group, Selection};

/// Which families are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// All of the organisation.
    Organisation,
    /// Those with a child at this location.
    Location(LocationId),
    /// Those with a child in this group.
    Group(GroupId),
}

impl Within {
    fn holds(self, group: &Group) -> bool {
        match self {
            Self::Organisation => true,
            Self::Location(location) => group.location == location,
            Self::Group(id) => group.id == id,
        }
    }
}

/// Every figure of a period as is known now, for each way of breaking down in the order given; within one by
/// figure, then by key (letters by release, kinds as staff choose them, everything else by name).
///
/// A family belongs to the period when one of its children is in a chosen group on at least one
/// of its days. A location, group or letter without families has records that count nought.
/// Ask inside one transaction where writers must not come in between the statements.
///
/// # Errors
/// The database cannot be reached.
pub async fn report(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    zone: &TimeZone,
    (period, now): (Period, Moment),
    bys: &[By],
    within: Within,
) -> Result<Vec<Record>> {
    let selection = Selection::new(organisation, zone, (period, now), within);
    let known = rows::known(connection, &selection, (organisation, within), bys).await?;
    let mut records = Vec::new();
    for &by in bys {
        let rows = match by {
            By::All => vec![known.all()],
            By::Location => rows::by_location(connection, &selection, within, &known).await?,
            By::Group => rows::by_group(connection, &selection, within, &known).await?,
            By::Language => rows::by_language(connection, &selection, &known).await?,
            By::Letter => rows::by_letter(connection, &selection).await?,
            By::Programme | By::Theme | By::Activity => {
                rows::by_subject(connection, &selection, by).await?
            }
            By::Kind => gatherings::by_kind(connection, &selection, organisation).await?,
        };
        records.extend(record::of_rows(by, &rows));
    }
    Ok(records)
}
