//! Reading a roster file into the database: all of it or nothing.
//!
//! A file becomes a `table`, its header `columns`, each line a `row` of typed `cells`, all rows
//! together a `listed` roster without contradictions, and that, held against what is known,
//! `changes`. Nothing is written before the whole file has been found sound, and no record is
//! ever deleted: who is no longer listed is reported.

mod cells;
mod changes;
mod columns;
mod csv_text;
mod finding;
mod listed;
mod report;
mod row;
mod rows;
mod sheet;
mod table;
mod xlsx;

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::organisations::{OrganisationError, organisation, organisations};
use super::queries::{known, organisations as organisation_queries, written};
use super::{Organisation, OrganisationId};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::settings::Settings;
use crate::store::{self, Store};

pub(super) use cells::tidy;
pub(super) use changes::{Changes, Side};
pub use columns::Column;
pub use finding::{Finding, Findings, Problem};
pub use report::{ImportReport, Tally};
pub(super) use rows::{CarerRow, ChildRow, FamilyRow, GroupRow, Known, LocationRow};
pub use sheet::{Sheet, SheetRow, read_sheet};
pub use table::FileProblem;

use listed::Listed;

/// Name of the variable that holds the token of the only organisation's bot.
const TOKEN_OF_THE_ONLY_ONE: &str = "TELOXIDE_TOKEN";

/// How a roster file is to be taken in.
#[derive(Clone, Copy, Debug)]
pub struct ImportOptions<'a> {
    /// Where the name and zone of the first organisation come from.
    pub settings: &'a Settings,
    /// Which organisation; may be left out where there is one at most.
    pub organisation: Option<&'a str>,
    /// Whether to report only, and write nothing.
    pub dry_run: bool,
    /// The present moment.
    pub now: Moment,
}

/// Why nothing was imported. All but [`ImportError::Store`] are for the person at the keyboard.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file as a whole cannot be read.
    #[error("the roster file cannot be read")]
    File(#[from] FileProblem),
    /// Rows are wrong.
    #[error("the roster file has {} mistakes", .0.total)]
    Rows(Findings),
    /// There is no telling which organisation is meant.
    #[error(transparent)]
    Organisation(OrganisationError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<OrganisationError> for ImportError {
    fn from(error: OrganisationError) -> Self {
        match error {
            OrganisationError::Store(error) => Self::Store(error),
            other => Self::Organisation(other),
        }
    }
}

/// Takes in a roster file: CSV or XLSX, whichever its bytes are. The first import into an empty
/// database makes an organisation from the settings.
///
/// # Errors
/// Everything that is wrong with the file, together, and then nothing was written; no telling
/// which organisation is meant; the database.
pub async fn import(
    store: &Store,
    bytes: Vec<u8>,
    options: &ImportOptions<'_>,
) -> Result<ImportReport, ImportError> {
    let owner = owner(&mut *store.read().await?, store, options).await?;
    let today = options.now.local(&owner.organisation.time_zone).date();
    let listed = read(bytes, today).await?;
    if options.dry_run {
        let connection = &mut *store.read().await?;
        let changes = compare(connection, store, owner.organisation.id, &listed).await?;
        return Ok(report::of(&owner, changes, listed, options));
    }
    write(store, listed, options).await
}

async fn write(
    store: &Store,
    listed: Listed,
    options: &ImportOptions<'_>,
) -> Result<ImportReport, ImportError> {
    let mut write = store.write().await?;
    // Asked again inside the transaction: two first imports must not make two organisations.
    let owner = self::owner(&mut write, store, options).await?;
    if owner.is_new {
        organisation_queries::insert(&mut write, &owner.organisation, options.now).await?;
    }
    let changes = compare(&mut write, store, owner.organisation.id, &listed).await?;
    written::all(&mut write, owner.organisation.id, &changes).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(report::of(&owner, changes, listed, options))
}

/// Whose roster it is.
struct Owner {
    organisation: Organisation,
    /// Not in the database yet.
    is_new: bool,
}

async fn owner(
    connection: &mut AnyConnection,
    store: &Store,
    options: &ImportOptions<'_>,
) -> Result<Owner, ImportError> {
    if options.organisation.is_none() && organisations(connection).await?.is_empty() {
        let organisation = Organisation {
            id: OrganisationId::from_raw(store.new_id()),
            name: tidy(&options.settings.organisation),
            time_zone: options.settings.zone(),
            language: HomeLanguage::DUTCH,
            token_env: TOKEN_OF_THE_ONLY_ONE.to_owned(),
        };
        return Ok(Owner { organisation, is_new: true });
    }
    let organisation = organisation(connection, options.organisation).await?;
    Ok(Owner { organisation, is_new: false })
}

/// Reading 100,000 rows takes a while, so it happens beside the other tasks. A spreadsheet that
/// makes its reader panic is a broken one, no more.
async fn read(bytes: Vec<u8>, today: Date) -> Result<Listed, ImportError> {
    let reading = tokio::task::spawn_blocking(move || {
        let table = table::read(&bytes, |header| Column::of_header(header).is_some())?;
        listed::read(&table, today)
    });
    reading.await.unwrap_or(Err(ImportError::File(FileProblem::BrokenSpreadsheet)))
}

async fn compare(
    connection: &mut AnyConnection,
    store: &Store,
    organisation: OrganisationId,
    listed: &Listed,
) -> store::Result<Changes> {
    let known = known::all(connection, organisation).await?;
    Ok(changes::between(&known, listed, || store.new_id()))
}
