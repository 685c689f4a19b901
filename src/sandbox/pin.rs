//! A place on the map, with its name and address.

use serde_json::{Value, json};

use super::parameters::Parameters;
use super::refusal::Refusal;

/// A place as a bot sent it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// What is there.
    pub title: String,
    /// Street and town.
    pub address: String,
}

impl Pin {
    /// A place without a name or an address is of no use to anybody: here it is refused.
    pub(super) fn read(asked: &Parameters) -> Result<Self, Refusal> {
        let degrees = |name: &str, most: f64| {
            let wrong = || Refusal::bad("wrong venue location specified");
            let degrees = asked.degrees(name).ok_or_else(wrong)?;
            if degrees.abs() <= most { Ok(degrees) } else { Err(wrong()) }
        };
        let text = |name: &str| {
            let text = asked.text(name).map(str::trim).filter(|text| !text.is_empty());
            text.map(str::to_owned).ok_or_else(|| Refusal::bad(format!("{name} is empty")))
        };
        Ok(Self {
            latitude: degrees("latitude", 90.0)?,
            longitude: degrees("longitude", 180.0)?,
            title: text("title")?,
            address: text("address")?,
        })
    }

    /// The `location` of a message.
    pub(super) fn location(&self) -> Value {
        json!({ "latitude": self.latitude, "longitude": self.longitude })
    }

    /// The `venue` of a message.
    pub(super) fn object(&self) -> Value {
        json!({ "location": self.location(), "title": self.title, "address": self.address })
    }
}
