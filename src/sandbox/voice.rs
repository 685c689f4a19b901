//! Voice notes: what Telegram takes for one, and the ids by which it can be sent or fetched again.

use axum::body::Bytes;
use serde_json::{Value, json};

use super::bot::BotId;
use super::picture::fingerprint;
use super::refusal::Refusal;

/// A bot may fetch no larger file.
const MOST_FETCHED: usize = 20 * 1024 * 1024;
const SAMPLES_A_SECOND: u64 = 48_000;

/// A voice note as a bot or a person sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The id by which the bot can send it again, or fetch it.
    pub file_id: String,
    /// How long it is.
    pub seconds: u64,
    /// The file as it came.
    pub bytes: Bytes,
}

impl Voice {
    /// Telegram shows anything but Opus in Ogg as a file and not as a voice note: here it is refused.
    pub(super) fn uploaded(bot: BotId, bytes: Bytes) -> Result<Self, Refusal> {
        if !is_opus(&bytes) {
            return Err(Refusal::bad("VOICE_NOT_OGG_OPUS"));
        }
        let file_id = format!("voice-{bot}-{}", fingerprint(&bytes));
        Ok(Self { file_id, seconds: seconds(&bytes), bytes })
    }

    /// The `voice` of a message.
    pub(super) fn object(&self) -> Value {
        json!({
            "file_id": self.file_id,
            "file_unique_id": self.unique(),
            "duration": self.seconds,
            "mime_type": "audio/ogg",
            "file_size": self.bytes.len(),
        })
    }

    /// What `getFile` answers.
    pub(super) fn file(&self) -> Result<Value, Refusal> {
        if self.bytes.len() > MOST_FETCHED {
            return Err(Refusal::bad("file is too big"));
        }
        Ok(json!({
            "file_id": self.file_id,
            "file_unique_id": self.unique(),
            "file_size": self.bytes.len(),
            "file_path": self.path(),
        }))
    }

    /// Under which path the bot fetches it.
    pub(super) fn path(&self) -> String {
        format!("voice/{}.oga", self.unique())
    }

    fn unique(&self) -> &str {
        self.file_id.rsplit('-').next().unwrap_or_default()
    }
}

fn is_opus(bytes: &[u8]) -> bool {
    bytes.starts_with(b"OggS") && bytes.windows(8).take(64).any(|window| window == b"OpusHead")
}

/// What the last page says, at least one second.
fn seconds(bytes: &[u8]) -> u64 {
    let last = bytes.windows(4).rposition(|window| window == b"OggS").unwrap_or_default();
    let field = bytes.get(last + 6..last + 14).and_then(|field| field.try_into().ok());
    (field.map_or(0, u64::from_le_bytes) / SAMPLES_A_SECOND).max(1)
}
