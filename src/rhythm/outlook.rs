//! What a run would bring to whom, before it begins: for the person who is about to start it.

use sqlx::AnyConnection;

use super::queries::outlook as queries;
use super::run::{NewRun, slots_of_new};
use super::slots::Slot;
use crate::roster::Organisation;
use crate::settings::ThemeRules;
use crate::store::Result;

/// A run before it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// What leaves when.
    pub slots: Vec<Slot>,
    /// Families with a child in it.
    pub families: i64,
    /// Of those, families of whom a carer takes part.
    pub connected: i64,
    /// Families by home language that get the theme in a language they read.
    pub languages: Vec<(String, i64)>,
    /// Families by home language for whom there is no text.
    pub gaps: Vec<(String, i64)>,
    /// Nobody noted that the theme was explained to the parents.
    pub not_introduced: bool,
}

/// What a run would bring to whom.
///
/// # Errors
/// The database cannot be reached.
pub async fn outlook(
    read: &mut AnyConnection,
    organisation: &Organisation,
    run: &NewRun,
    rules: &ThemeRules,
) -> Result<Outlook> {
    let day = run.starts_on.to_string();
    let (families, connected) = queries::families(read, run, &day).await?;
    let (there, gaps): (Vec<_>, Vec<_>) =
        queries::languages(read, run, &day).await?.into_iter().partition(|it| it.1);
    let counted = |it: Vec<(String, bool, i64)>| {
        it.into_iter().map(|(language, _, families)| (language, families)).collect()
    };
    Ok(Outlook {
        slots: slots_of_new(read, organisation, run, rules).await?,
        families,
        connected,
        languages: counted(there),
        gaps: counted(gaps),
        not_introduced: run.introduced_on.is_none(),
    })
}
