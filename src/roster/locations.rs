//! The sites of an organisation: what they are called, where they are on the map.

use sqlx::AnyConnection;

use super::import::tidy;
use super::queries::locations as queries;
use super::{LocationId, OrganisationId};
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::store;

/// A site, as families find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its id.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// Street and town.
    pub address: Option<String>,
    /// Where it is on the map.
    pub pin: Option<Pin>,
}

/// A place on the map, in degrees with at most six decimals: about ten centimetres.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// North is positive.
    pub latitude: String,
    /// East is positive.
    pub longitude: String,
}

/// Why there is no telling which site is meant.
#[derive(Debug, thiserror::Error)]
pub enum LocationError {
    /// No site is called so; those that exist.
    #[error("there is no location of that name")]
    Unknown(String, Vec<String>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl LocationError {
    /// What to tell the person at the keyboard; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let Self::Unknown(typed, known) = self else { return None };
        let args = Args::new().text("name", typed).text("known", known.join(", "));
        Some(phrases.plain(language, "staff-error-no-location", &args))
    }
}

impl Pin {
    /// Reads `52.1284, 4.4464` as a map shows it, or `52,1284; 4,4464`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = match text.contains(';') {
            true => text.replace(',', ".").replace(';', ","),
            false => text.to_owned(),
        };
        let (latitude, longitude) = text.split_once(',')?;
        let degrees = |text: &str, most: f64| {
            let value: f64 = text.trim().parse().ok()?;
            let said = format!("{value:.6}");
            let short = said.trim_end_matches('0').trim_end_matches('.');
            (value.is_finite() && value.abs() <= most).then(|| short.to_owned())
        };
        Some(Self { latitude: degrees(latitude, 90.0)?, longitude: degrees(longitude, 180.0)? })
    }
}

/// The site of this name; other capitals count when nothing fits exactly.
///
/// # Errors
/// No site is called so; the database.
pub async fn find_location(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    name: &str,
) -> Result<Site, LocationError> {
    let all = queries::of_organisation(read, organisation).await?;
    let typed = tidy(name);
    let folded = typed.to_lowercase();
    let exact = all.iter().find(|site| site.name == typed);
    match exact.or_else(|| all.iter().find(|site| site.name.to_lowercase() == folded)) {
        Some(site) => Ok(site.clone()),
        None => Err(LocationError::Unknown(typed, all.into_iter().map(|it| it.name).collect())),
    }
}

/// Keeps where a site is; `None` leaves what was kept before.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn keep_place(
    write: &mut AnyConnection,
    location: LocationId,
    address: Option<&str>,
    pin: Option<&Pin>,
) -> store::Result<()> {
    queries::keep_place(write, location, address, pin).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_read_as_a_map_shows_it() {
        let voorschoten = ("52.128412", "4.4464");
        for text in ["52.128412, 4.446400", "52,128412; 4,4464", " 52.1284120,4.4464 "] {
            let pin = Pin::parse(text).unwrap();
            assert_eq!((pin.latitude.as_str(), pin.longitude.as_str()), voorschoten, "{text}");
        }
        assert_eq!(Pin::parse("-33.9,-18").unwrap().longitude, "-18");
    }

    #[test]
    fn what_is_nowhere_on_the_map_is_refused() {
        for text in
            ["", "52.1", "91,4", "52,181", "52.1,NaN", "inf,4", "noord,oost", "52,1284,4,4464"]
        {
            assert_eq!(Pin::parse(text), None, "{text}");
        }
    }
}
