//! The tenants: making one, listing them, and finding the one that a command means.

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::OrganisationId;
use super::queries::organisations as queries;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::settings::is_token_variable;
use crate::store::{self, Store};

/// A childcare or school organisation, with a bot of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name, unique.
    pub name: String,
    /// The zone its locations live in.
    pub time_zone: TimeZone,
    /// The language its staff write in.
    pub language: HomeLanguage,
    /// Name of the environment variable that holds its bot's token; never the token itself.
    pub token_env: String,
}

/// An organisation that is yet to be made.
#[derive(Clone, Debug)]
pub struct NewOrganisation<'a> {
    /// Its name.
    pub name: &'a str,
    /// The zone its locations live in.
    pub time_zone: TimeZone,
    /// The language its staff write in.
    pub language: HomeLanguage,
    /// Name of the environment variable that holds its bot's token.
    pub token_env: &'a str,
}

/// Why there is no telling which organisation is meant, or why it cannot be made. All but
/// [`OrganisationError::Store`] are for the person at the keyboard to mend.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// There is none yet.
    #[error("there is no organisation")]
    None,
    /// There are several and none was named; these.
    #[error("there are several organisations and none was named")]
    Several(Vec<String>),
    /// No organisation has this name; these exist.
    #[error("there is no organisation of that name")]
    Unknown(String, Vec<String>),
    /// One has this name already.
    #[error("an organisation of that name exists already")]
    Exists(String),
    /// No variable of this name can hold a token.
    #[error("{0} is no name for the variable of a token")]
    TokenName(String),
    /// The token in this variable is the one of this organisation's bot.
    #[error("the token in {0} is of another organisation's bot")]
    TokenTaken(String, String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl OrganisationError {
    /// What to tell the person at the keyboard; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let (id, args) = match self {
            Self::None => ("roster-organisation-none", Args::new()),
            Self::Several(known) => {
                ("roster-organisation-several", Args::new().text("known", known.join(", ")))
            }
            Self::Unknown(name, known) => (
                "roster-organisation-unknown",
                Args::new().text("name", name).text("known", known.join(", ")),
            ),
            Self::Exists(name) => ("roster-organisation-exists", Args::new().text("name", name)),
            Self::TokenName(variable) => {
                ("roster-organisation-token-name", Args::new().text("name", variable))
            }
            Self::TokenTaken(variable, owner) => (
                "roster-organisation-token-taken",
                Args::new().text("name", variable).text("known", owner),
            ),
            Self::Store(_) => return None,
        };
        Some(phrases.plain(language, id, &args))
    }
}

/// Makes an organisation. Two of them never share the variable of a token: one bot cannot listen
/// for both.
///
/// # Errors
/// The name or the variable is taken, or cannot be one; the database.
pub async fn create_organisation(
    store: &Store,
    new: &NewOrganisation<'_>,
    now: Moment,
) -> Result<Organisation, OrganisationError> {
    let made = Organisation {
        id: OrganisationId::from_raw(store.new_id()),
        name: super::import::tidy(new.name),
        time_zone: new.time_zone.clone(),
        language: new.language,
        token_env: new.token_env.to_owned(),
    };
    if !is_token_variable(&made.token_env) {
        return Err(OrganisationError::TokenName(made.token_env));
    }
    let mut write = store.write().await?;
    for known in queries::all(&mut write).await? {
        if known.name == made.name {
            return Err(OrganisationError::Exists(made.name));
        }
        if known.token_env == made.token_env {
            return Err(OrganisationError::TokenTaken(made.token_env, known.name));
        }
    }
    match queries::insert(&mut write, &made, now).await {
        Err(store::Error::Exists(_)) => return Err(OrganisationError::Exists(made.name)),
        inserted => inserted?,
    }
    write.commit().await.map_err(store::Error::from)?;
    Ok(made)
}

/// All organisations, by name.
///
/// # Errors
/// The database.
pub async fn organisations(connection: &mut AnyConnection) -> store::Result<Vec<Organisation>> {
    let mut all = queries::all(connection).await?;
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// The organisation a command means: the named one, or the only one.
///
/// # Errors
/// As [`organisation_named`] and [`the_only_organisation`].
pub async fn organisation(
    connection: &mut AnyConnection,
    name: Option<&str>,
) -> Result<Organisation, OrganisationError> {
    match name {
        Some(name) => organisation_named(connection, name).await,
        None => the_only_organisation(connection).await,
    }
}

/// The organisation, where there is only one.
///
/// # Errors
/// There is none, or there are several; the database.
pub async fn the_only_organisation(
    connection: &mut AnyConnection,
) -> Result<Organisation, OrganisationError> {
    let mut all = organisations(connection).await?;
    if all.len() > 1 {
        return Err(OrganisationError::Several(names(all)));
    }
    all.pop().ok_or(OrganisationError::None)
}

/// The organisation of this name.
///
/// # Errors
/// There is none of this name; the database.
pub async fn organisation_named(
    connection: &mut AnyConnection,
    name: &str,
) -> Result<Organisation, OrganisationError> {
    let all = organisations(connection).await?;
    let wanted = super::import::tidy(name);
    match all.iter().find(|organisation| organisation.name == wanted) {
        Some(found) => Ok(found.clone()),
        None => Err(OrganisationError::Unknown(wanted, names(all))),
    }
}

fn names(all: Vec<Organisation>) -> Vec<String> {
    all.into_iter().map(|organisation| organisation.name).collect()
}
