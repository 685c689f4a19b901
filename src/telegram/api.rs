//! Our own slim way to the Bot API: what is sent often, and everything whose failure must be told
//! apart. The URL holds the token, so no error with a URL in it ever leaves this file.

use std::time::Duration;

use axum::body::Bytes;
use reqwest::multipart::Form;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::direct::Direct;
use super::talk::Fetched;
use crate::settings::Secret;

/// A bot's entrance to the Bot API.
#[derive(Clone, Debug)]
pub struct Api {
    client: Client,
    /// For what is sent often, unless a proxy stands in between.
    direct: Option<Direct>,
    base_url: String,
    token: Secret,
}

/// What the Bot API answered.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    pub ok: bool,
    pub result: Option<Box<RawValue>>,
    pub error_code: Option<u16>,
    #[serde(default)]
    pub description: String,
    pub parameters: Option<Parameters>,
}

/// Hints that come with some errors. Whatever stands there is read leniently.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Parameters {
    pub retry_after: Option<serde_json::Value>,
    pub migrate_to_chat_id: Option<i64>,
}

/// Where a file is.
#[derive(Debug, Deserialize)]
struct Found {
    file_size: Option<u64>,
    file_path: Option<String>,
}

/// No answer that can be understood.
#[derive(Debug, thiserror::Error)]
pub(super) enum CallError {
    /// The request did not leave.
    #[error("not sent: {0}")]
    NotSent(String),
    /// The request left; nobody knows what became of it.
    #[error("no answer: {0}")]
    InDoubt(String),
    /// The server, or what stands before it, is in trouble and says so: nothing was accepted, or so
    /// it seems.
    #[error("server error {0}")]
    Server(u16),
}

impl Api {
    /// An entrance; `timeout` is for one request (long polls add their own).
    ///
    /// # Errors
    /// The TLS library cannot be set up.
    pub fn new(base_url: &str, token: Secret, timeout: Duration) -> Result<Self, String> {
        let client = Client::builder()
            .timeout(timeout)
            .connect_timeout(timeout.min(Duration::from_secs(10)))
            .pool_max_idle_per_host(256)
            .tcp_nodelay(true)
            // The Bot API redirects nobody. Whoever does stands in between, and following would
            // name the address, and with it the token, to the next one.
            .redirect(Policy::none())
            .referer(false)
            .build()
            .map_err(|error| error.without_url().to_string())?;
        let direct = Direct::new(base_url, timeout)?;
        Ok(Self { client, direct, base_url: base_url.to_owned(), token })
    }

    /// teloxide's bot on the same connection pool, for rare calls.
    pub(super) fn bot(&self) -> teloxide::Bot {
        let bot = teloxide::Bot::with_client(self.token.reveal(), self.client.clone());
        match reqwest::Url::parse(&self.base_url) {
            Ok(url) => bot.set_api_url(url),
            Err(_) => bot,
        }
    }

    /// Calls a method with a JSON body that is ready.
    pub(super) async fn call(&self, method: &str, body: Vec<u8>) -> Result<Answer, CallError> {
        if let Some(direct) = &self.direct {
            let (status, body) = direct.post(&self.url(method), body).await?;
            return heard(status, body);
        }
        let request = self
            .client
            .post(self.url(method))
            .header("content-type", "application/json")
            .body(body);
        read(request).await
    }

    /// Calls a method that answers only after up to `wait`.
    pub(super) async fn long_call(
        &self,
        method: &str,
        body: Vec<u8>,
        wait: Duration,
    ) -> Result<Answer, CallError> {
        let request = self
            .client
            .post(self.url(method))
            .header("content-type", "application/json")
            .body(body);
        read(request.timeout(wait + Duration::from_secs(10))).await
    }

    /// Calls a method with a file.
    pub(super) async fn upload(&self, method: &str, form: Form) -> Result<Answer, CallError> {
        read(self.client.post(self.url(method)).multipart(form)).await
    }

    /// Calls a method without arguments; beside the answer, the date that it bears.
    pub(super) async fn dated_call(
        &self,
        method: &str,
    ) -> Result<(Answer, Option<String>), CallError> {
        let request = self.client.post(self.url(method));
        let response = request.send().await.map_err(|error| tell_apart(&error))?;
        let date = response.headers().get("date").and_then(|date| date.to_str().ok());
        let date = date.map(str::to_owned);
        Ok((judge(response).await?, date))
    }

    /// Fetches a file that somebody sent to the bot, if it is not larger than `most` bytes.
    pub(super) async fn fetch(&self, file_id: &str, most: u64) -> Fetched {
        let body = serde_json::json!({ "file_id": file_id }).to_string().into_bytes();
        let found = self.call("getFile", body).await.ok().and_then(|answer| answer.result);
        let Some(found) = found.and_then(|it| serde_json::from_str::<Found>(it.get()).ok()) else {
            return Fetched::Failed;
        };
        if found.file_size.is_some_and(|size| size > most) {
            return Fetched::TooLarge;
        }
        let Some(path) = found.file_path else { return Fetched::Failed };
        let url = format!("{}/file/bot{}/{path}", self.base_url, self.token.reveal());
        let response = self.client.get(url).send().await;
        let Some(mut response) = response.ok().filter(|it| it.status().is_success()) else {
            return Fetched::Failed;
        };
        let mut bytes = Vec::new();
        // It may be larger than it was said to be.
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                Ok(None) => return Fetched::Bytes(bytes),
                Err(_) => return Fetched::Failed,
            }
            if bytes.len() as u64 > most {
                return Fetched::TooLarge;
            }
        }
    }

    fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.base_url, self.token.reveal())
    }
}

async fn read(request: RequestBuilder) -> Result<Answer, CallError> {
    judge(request.send().await.map_err(|error| tell_apart(&error))?).await
}

async fn judge(response: Response) -> Result<Answer, CallError> {
    let status = response.status().as_u16();
    heard(status, response.bytes().await.map_err(|error| tell_apart(&error)))
}

/// What a status and the body behind it, if it came whole, mean.
fn heard(status: u16, body: Result<Bytes, CallError>) -> Result<Answer, CallError> {
    match status {
        // Whoever stands in between passed it on and waited in vain.
        504 => return Err(CallError::InDoubt("gateway timeout".to_owned())),
        500.. => return Err(CallError::Server(status)),
        _ => {}
    }
    let body = body.map_err(|error| match status {
        300.. => CallError::Server(status),
        _ => error,
    })?;
    match serde_json::from_slice::<Answer>(&body) {
        Ok(answer) => Ok(answer),
        Err(_) if status == 429 => Ok(Answer::too_many_requests()),
        // Not the Bot API's words: a proxy, a firewall or a captive portal said so. It is about no
        // chat and no token, and nothing was accepted.
        Err(_) if status >= 300 => Err(CallError::Server(status)),
        Err(_) => Err(CallError::InDoubt("an answer that is not JSON".to_owned())),
    }
}

impl Answer {
    /// In words that are not the Bot API's, without saying how long to wait.
    fn too_many_requests() -> Self {
        Self {
            ok: false,
            result: None,
            error_code: Some(429),
            description: String::new(),
            parameters: None,
        }
    }
}

fn tell_apart(error: &reqwest::Error) -> CallError {
    if error.is_connect() || error.is_builder() {
        return CallError::NotSent("cannot connect".to_owned());
    }
    // Not the error's own text: it names the URL, and the URL holds the token.
    CallError::InDoubt(if error.is_timeout() {
        "timeout".to_owned()
    } else {
        "connection lost".to_owned()
    })
}
