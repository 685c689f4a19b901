//! The part that plays the Bot API: as bare and fast as it can be, shared by both sides. It keeps
//! the times of what came in, and tells its figures at `/figures`.

mod line;
mod log;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::arguments::Arguments;
use super::measure;
use line::Request;
use log::{Log, Verdict};
use thuispost::clock::Ticker;

/// As long as what Telegram answers to a letter: the message with its text, entities and buttons.
const SENT: &str = concat!(
    r#"{"ok":true,"result":{"message_id":4711,"from":{"id":987654321,"is_bot":true,"first_name":"Regenboog","#,
    r#""username":"regenboog_bot"},"chat":{"id":70000001,"first_name":"Samira","type":"private"},"date":1795000000,"#,
    r#""text":"Brief over herfst\nVoor Samira, De Regenboog\n\nDeze week kijken wij naar de herfst. Zoek samen "#,
    r#"buiten een blad. Welke kleur heeft het? Is het groot of klein? Vertel erover in uw eigen taal: dat is goed "#,
    r#"voor uw kind.","entities":[{"offset":0,"length":17,"type":"bold"}],"link_preview_options":{"is_disabled":true},"#,
    r#""reply_markup":{"inline_keyboard":[[{"text":"Ik begrijp het","callback_data":"lu.1.70000001"},"#,
    r#"{"text":"Leg het uit","callback_data":"le.1.70000001"}]]}}}"#
);
const ME: &str = concat!(
    r#"{"ok":true,"result":{"id":987654321,"is_bot":true,"first_name":"Regenboog","username":"regenboog_bot","#,
    r#""can_join_groups":false,"can_read_all_group_messages":false,"supports_inline_queries":false,"#,
    r#""can_connect_to_business":false,"has_main_web_app":false}}"#
);
const NO_WEBHOOK: &str =
    r#"{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}"#;
const TRUE: &str = r#"{"ok":true,"result":true}"#;

/// What the stub is set to do.
struct Stub {
    ticker: Ticker,
    latency: Duration,
    log: Mutex<Log>,
}

/// Runs until it is killed; says its port first.
pub fn run(arguments: &Arguments) {
    measure::stay_on(true);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let stub = Arc::new(Stub {
        ticker: Ticker::start(),
        latency: Duration::from_millis(arguments.number("latency", 0)),
        log: Mutex::new(Log::new(arguments)),
    });
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        loop {
            let (connection, _) = listener.accept().await.unwrap();
            connection.set_nodelay(true).unwrap();
            tokio::spawn(serve(Arc::clone(&stub), connection));
        }
    });
}

async fn serve(stub: Arc<Stub>, mut connection: TcpStream) {
    let (mut buffer, mut out) = (Vec::with_capacity(8_192), Vec::with_capacity(2_048));
    loop {
        let request = loop {
            if let Some(request) = Request::read(&buffer) {
                break request;
            }
            match connection.read_buf(&mut buffer).await {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
        };
        let (status, body) = answer(&stub, &request).await;
        let length = request.length;
        out.clear();
        out.extend_from_slice(
            format!(
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
                body.len()
            )
            .as_bytes(),
        );
        out.extend_from_slice(body.as_bytes());
        if connection.write_all(&out).await.is_err() {
            return;
        }
        buffer.drain(..length);
    }
}

async fn answer(
    stub: &Stub,
    request: &Request<'_>,
) -> (&'static str, std::borrow::Cow<'static, str>) {
    match request.method.to_ascii_lowercase().as_str() {
        "sendmessage" => {
            let tick = stub.ticker.elapsed();
            let verdict = stub.log.lock().unwrap().message(tick, request.body);
            // Telegram takes its time and then answers; what it counts is when a request came.
            stub.latency(tick).await;
            match verdict {
                Verdict::Accepted => ("200 OK", SENT.into()),
                Verdict::TooFast(seconds) => (
                    "429 Too Many Requests",
                    format!(
                        r#"{{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {seconds}","parameters":{{"retry_after":{seconds}}}}}"#
                    )
                    .into(),
                ),
            }
        }
        "getme" => ("200 OK", ME.into()),
        "getwebhookinfo" => ("200 OK", NO_WEBHOOK.into()),
        "getupdates" => ("200 OK", stub.updates().await.into()),
        "figures" => ("200 OK", stub.log.lock().unwrap().figures().to_string().into()),
        _ => ("200 OK", TRUE.into()),
    }
}

impl Stub {
    async fn latency(&self, since: Duration) {
        if !self.latency.is_zero() {
            self.ticker.until(since + self.latency).await;
        }
    }

    /// A long poll that looks every millisecond whether somebody pressed.
    async fn updates(&self) -> String {
        loop {
            let now = self.ticker.elapsed();
            if let Some(updates) = self.log.lock().unwrap().presses(now) {
                return updates;
            }
            self.ticker.until(now + Duration::from_millis(1)).await;
        }
    }
}
