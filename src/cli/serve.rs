//! `thuispost serve`.

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::context::{CliError, Context};
use crate::app::{ServeError, Service};

pub(super) async fn run(context: Context) -> Result<(), CliError> {
    let Context { settings, phrases, store, calendar } = context;
    let service = Service::prepare(settings, store, phrases, calendar).await.map_err(ended)?;
    let stop = CancellationToken::new();
    let signals = [SignalKind::terminate(), SignalKind::interrupt()].map(signal);
    for listened in signals {
        let mut listened = listened.map_err(|error| CliError::Failed(error.to_string()))?;
        let stop = stop.clone();
        tokio::spawn(async move {
            listened.recv().await;
            tracing::info!("ending: what is on its way gets ten seconds");
            stop.cancel();
        });
    }
    service.run(stop).await.map_err(ended)
}

fn ended(error: ServeError) -> CliError {
    match error {
        ServeError::NoToken(_) => CliError::Use(error.to_string()),
        other => CliError::Failed(other.to_string()),
    }
}
