//! The straight way to the Bot API for what is sent often: HTTP/1.1 on connections that stay open,
//! without what a general client does for each request. Where a proxy stands in between it is not
//! used.

use std::error::Error;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Bytes;
use http_body_util::{BodyExt, Collected, Full};
use hyper::{Method, Request, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::{ClientConfig, RootCertStore};
use tower_service::Service;

use super::api::CallError;

/// Idle connections that are kept.
const KEPT: usize = 256;

/// Posts JSON to the Bot API.
#[derive(Clone, Debug)]
pub(super) struct Direct {
    client: Client<Patient, Full<Bytes>>,
    timeout: Duration,
}

impl Direct {
    /// `None` where the environment names a proxy for this address, or the address holds more than
    /// a host.
    ///
    /// # Errors
    /// The TLS library cannot be set up.
    pub(super) fn new(base_url: &str, timeout: Duration) -> Result<Option<Self>, String> {
        let Ok(uri) = base_url.parse::<Uri>() else { return Ok(None) };
        let has_more = uri.authority().is_none_or(|it| it.as_str().contains('@'));
        if has_more || Matcher::from_system().intercept(&uri).is_some() {
            return Ok(None);
        }
        let mut tcp = HttpConnector::new();
        tcp.set_nodelay(true);
        tcp.enforce_http(false);
        let tls = HttpsConnectorBuilder::new()
            .with_tls_config(tls()?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        let patience = timeout.min(Duration::from_secs(10));
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(KEPT)
            .pool_timer(TokioTimer::new())
            .build(Patient { inner: tls, patience });
        Ok(Some(Self { client, timeout }))
    }

    /// The status and the body of the answer.
    pub(super) async fn post(
        &self,
        url: &str,
        body: Vec<u8>,
    ) -> Result<(u16, Result<Bytes, CallError>), CallError> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(url)
            .header("content-type", "application/json")
            .body(Full::new(Bytes::from(body)))
            .map_err(|_| CallError::NotSent("not an address".to_owned()))?;
        let mut status = 0;
        let answered = async {
            let response = self.client.request(request).await.map_err(|error| match () {
                () if error.is_connect() => CallError::NotSent("cannot connect".to_owned()),
                () => lost(),
            })?;
            status = response.status().as_u16();
            let body = response.into_body().collect().await;
            Ok(body.map(Collected::to_bytes).map_err(|_| lost()))
        };
        let body = match tokio::time::timeout(self.timeout, answered).await {
            Ok(answered) => answered?,
            Err(_) => Err(CallError::InDoubt("timeout".to_owned())),
        };
        // A status is an answer, also when its page stays away.
        match (status, body) {
            (0, Err(error)) => Err(error),
            (status, body) => Ok((status, body)),
        }
    }
}

/// Not the error's own text: it may name the URL, and the URL holds the token.
fn lost() -> CallError {
    CallError::InDoubt("connection lost".to_owned())
}

fn tls() -> Result<ClientConfig, String> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Gives up on a connection that is not there in time: nothing was sent on it yet.
#[derive(Clone, Debug)]
struct Patient {
    inner: HttpsConnector<HttpConnector>,
    patience: Duration,
}

type BoxError = Box<dyn Error + Send + Sync>;
type Connecting<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

impl Service<Uri> for Patient {
    type Response = <HttpsConnector<HttpConnector> as Service<Uri>>::Response;
    type Error = BoxError;
    type Future = Connecting<Self::Response>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.inner.call(uri);
        let patience = self.patience;
        Box::pin(async move { tokio::time::timeout(patience, connecting).await? })
    }
}
