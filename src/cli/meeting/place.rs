//! `thuispost meeting place`.

use super::super::Whose;
use super::super::context::{CliError, Context, show};
use crate::language::{Args, without_marks};
use crate::roster::{self, LocationError, Organisation, Pin, Site};

/// No address is longer.
const ADDRESS_CHARS: usize = 200;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PlaceArgs {
    /// Name of the location.
    location: String,
    /// Street and town, as carers read it.
    #[arg(long)]
    address: Option<String>,
    /// Latitude and longitude, as a map shows them: `52.1284,4.4464`.
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    pin: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: PlaceArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let site = location(context, &organisation, &args.location).await?;
    let address = args.address.as_deref().map(str::trim);
    if address.is_some_and(|it| it.is_empty() || it.chars().count() > ADDRESS_CHARS) {
        return Err(context.misused("cli-meeting-address", &Args::new()));
    }
    let pin = args.pin.as_deref().map(|text| {
        Pin::parse(text).ok_or_else(|| {
            context.misused("cli-meeting-not-a-pin", &Args::new().text("value", text))
        })
    });
    let pin = pin.transpose()?;
    if address.is_some() || pin.is_some() {
        let mut write = context.store.write().await?;
        roster::keep_place(&mut write, site.id, address, pin.as_ref()).await?;
        write.commit().await?;
    }
    tell(context, &location(context, &organisation, &site.name).await?);
    Ok(())
}

/// Where it is now.
fn tell(context: &Context, site: &Site) {
    let args = Args::new().text("location", &site.name);
    match &site.address {
        Some(address) => {
            show(&context.say("cli-meeting-place", &args.clone().text("address", address)));
        }
        None => show(&context.say("cli-meeting-place-none", &args)),
    }
    match &site.pin {
        Some(pin) => {
            let degrees = format!("{},{}", pin.latitude, pin.longitude);
            let args = args.text("pin", &degrees).text(
                "link",
                format!(
                    "https://www.openstreetmap.org/?mlat={}&mlon={}#map=17/{}/{}",
                    pin.latitude, pin.longitude, pin.latitude, pin.longitude
                ),
            );
            show(&context.say("cli-meeting-pin", &args));
        }
        None => show(&context.say("cli-meeting-pin-none", &args)),
    }
}

/// The location that somebody typed.
pub(super) async fn location(
    context: &Context,
    organisation: &Organisation,
    name: &str,
) -> Result<Site, CliError> {
    let mut read = context.store.read().await?;
    let found = roster::find_location(&mut read, organisation.id, name).await;
    found.map_err(|error: LocationError| {
        match error.sentence(&context.phrases, context.language()) {
            Some(sentence) => CliError::Use(without_marks(&sentence)),
            None => CliError::Failed(error.to_string()),
        }
    })
}
