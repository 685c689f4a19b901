//! Carrying one message, and turning Telegram's answers into what follows from them.

use std::time::Duration;

use reqwest::multipart::Part;
use serde::Deserialize;
use serde_json::Value;

use super::api::{Answer, Api, CallError};
use super::body::{file_body, file_form, pin_body, text_body};
use crate::outbox::{Carrier, File, FileKind, Outcome, Outgoing, Source};
use crate::roster::ChatId;

/// Whatever Telegram says, a bot waits at least and at most so many seconds.
const SHORTEST_WAIT: f64 = 1.0;
const LONGEST_WAIT: f64 = 3_600.0;
/// When it says to wait and not how long.
const USUAL_WAIT: f64 = 5.0;

/// Carries messages to Telegram.
#[derive(Clone, Debug)]
pub struct TelegramCarrier {
    api: Api,
}

/// The little that is read of a message that was sent.
#[derive(Deserialize)]
struct Sent {
    message_id: i64,
    #[serde(default)]
    photo: Vec<SentFile>,
    voice: Option<SentFile>,
    document: Option<SentFile>,
}

/// A voice note, or a picture in one size.
#[derive(Deserialize)]
struct SentFile {
    file_id: String,
}

impl TelegramCarrier {
    /// A carrier through this entrance.
    pub fn new(api: Api) -> Self {
        Self { api }
    }
}

impl Carrier for TelegramCarrier {
    async fn carry(&self, outgoing: Outgoing) -> Outcome {
        let answered = match &outgoing.file {
            None if outgoing.message.pin.is_some() => {
                self.api.call("sendVenue", pin_body(&outgoing)).await
            }
            None => self.api.call("sendMessage", text_body(&outgoing)).await,
            Some(File { kind, source: Source::FileId(file_id) }) => {
                self.api.call(method(*kind), file_body(&outgoing, *kind, file_id)).await
            }
            Some(File { kind, source: Source::Bytes { media_type, name, bytes } }) => {
                match Part::bytes(bytes.to_vec()).file_name(name.clone()).mime_str(media_type) {
                    Ok(part) => {
                        let form = file_form(&outgoing, *kind, part);
                        self.api.upload(method(*kind), form).await
                    }
                    Err(_) => return Outcome::Refused { why: "not a file".to_owned() },
                }
            }
        };
        match answered {
            Ok(answer) if outgoing.message.does_without_voice && takes_no_voice(&answer) => {
                outcome(self.api.call("sendMessage", text_body(&outgoing)).await)
            }
            answered => outcome(answered),
        }
    }

    async fn ask(&self) -> Result<(), Outcome> {
        match self.api.call("getMe", b"{}".to_vec()).await {
            Ok(answer) if answer.ok => Ok(()),
            Ok(answer) => Err(refusal(&answer)),
            Err(error) => Err(no_answer(error)),
        }
    }
}

fn method(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Picture => "sendPhoto",
        FileKind::Voice => "sendVoice",
        FileKind::Document => "sendDocument",
    }
}

fn outcome(answered: Result<Answer, CallError>) -> Outcome {
    match answered {
        Ok(answer) if answer.ok => delivered(&answer),
        Ok(answer) => refusal(&answer),
        Err(error) => no_answer(error),
    }
}

/// The person does not want voice notes.
fn takes_no_voice(answer: &Answer) -> bool {
    !answer.ok && answer.description.contains("VOICE_MESSAGES_FORBIDDEN")
}

fn no_answer(error: CallError) -> Outcome {
    match error {
        CallError::InDoubt(why) => Outcome::Doubtful { why },
        CallError::Server(500..) => Outcome::Troubled { why: error.to_string() },
        other => Outcome::Later { why: other.to_string() },
    }
}

fn delivered(answer: &Answer) -> Outcome {
    let sent = answer.result.as_ref().and_then(|raw| serde_json::from_str::<Sent>(raw.get()).ok());
    match sent {
        Some(sent) => {
            let file = sent.photo.into_iter().next_back().or(sent.voice).or(sent.document);
            Outcome::Delivered { message_id: sent.message_id, file_id: file.map(|it| it.file_id) }
        }
        None => Outcome::Doubtful { why: "an answer without a message".to_owned() },
    }
}

fn refusal(answer: &Answer) -> Outcome {
    let why = answer.description.clone();
    let parameters = answer.parameters.as_ref();
    match answer.error_code.unwrap_or_default() {
        429 => Outcome::TooFast {
            retry_after: clamped(parameters.and_then(|it| it.retry_after.as_ref())),
        },
        // Telegram says 404 to a token that cannot be one.
        401 | 404 => Outcome::BotRejected { why },
        403 => Outcome::Unreachable { why },
        400 => match parameters.and_then(|it| it.migrate_to_chat_id) {
            Some(to) => Outcome::Moved { to: ChatId::from_raw(to) },
            None => bad_request(why),
        },
        // Too large, no such method, ..: it would be the same the next time.
        402..500 if answer.error_code != Some(409) => Outcome::Refused { why },
        code => Outcome::Later { why: format!("error {code}") },
    }
}

fn bad_request(why: String) -> Outcome {
    let says = |words: &str| why.to_ascii_lowercase().contains(words);
    if says("chat not found") || says("peer_id_invalid") || says("user not found") {
        return Outcome::Unreachable { why };
    }
    if says("wrong file identifier") || says("wrong remote file") {
        return Outcome::FileForgotten;
    }
    Outcome::Refused { why }
}

fn clamped(retry_after: Option<&Value>) -> Duration {
    let seconds = retry_after.and_then(Value::as_f64).unwrap_or(USUAL_WAIT);
    Duration::from_secs_f64(seconds.clamp(SHORTEST_WAIT, LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(answer: &str) -> Outcome {
        refusal(&serde_json::from_str(answer).unwrap())
    }

    #[test]
    fn a_wait_is_clamped_whatever_telegram_says() {
        for (said, seconds) in
            [("1", 1), ("35", 35), ("3600", 3_600), ("-7", 1), ("99999999999", 3_600), ("null", 5)]
        {
            let answer =
                format!(r#"{{"ok":false,"error_code":429,"parameters":{{"retry_after":{said}}}}}"#);
            assert_eq!(
                outcome(&answer),
                Outcome::TooFast { retry_after: Duration::from_secs(seconds) },
                "{said}"
            );
        }
        let unsaid = r#"{"ok":false,"error_code":429,"description":"Too Many Requests"}"#;
        assert_eq!(outcome(unsaid), Outcome::TooFast { retry_after: Duration::from_secs(5) });
    }

    #[test]
    fn each_refusal_says_what_follows() {
        let said = |code: u16, why: &str| {
            outcome(&format!(r#"{{"ok":false,"error_code":{code},"description":"{why}"}}"#))
        };
        let (blocked, gone) =
            ("Forbidden: bot was blocked by the user", "Bad Request: chat not found");
        assert_eq!(said(403, blocked), Outcome::Unreachable { why: blocked.to_owned() });
        assert_eq!(said(400, gone), Outcome::Unreachable { why: gone.to_owned() });
        let long = "Bad Request: message is too long";
        assert_eq!(said(400, long), Outcome::Refused { why: long.to_owned() });
        assert_eq!(
            said(400, "Bad Request: wrong file identifier/HTTP URL specified"),
            Outcome::FileForgotten
        );
        assert_eq!(
            said(401, "Unauthorized"),
            Outcome::BotRejected { why: "Unauthorized".to_owned() }
        );
        let moved = r#"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-5}}"#;
        assert_eq!(outcome(moved), Outcome::Moved { to: ChatId::from_raw(-5) });
    }
}
