//! Files that a person keeps or opens elsewhere: any bytes under a name, and the ids by which they can be sent
//! again.

use axum::body::Bytes;
use serde_json::{Value, json};

use super::bot::BotId;
use super::parameters::Upload;
use super::picture::fingerprint;
use super::refusal::Refusal;

/// What a file is of which nobody said what it is.
const ANYTHING: &str = "application/octet-stream";

/// A file as a bot sent it. How large it may be is a matter of the whole request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The id by which the bot can send it again.
    pub file_id: String,
    /// What it is called.
    pub name: String,
    /// Its media type, such as `text/calendar`.
    pub media_type: String,
    /// The file as it came.
    pub bytes: Bytes,
}

impl Document {
    /// The name belongs to the file: the same bytes under another name are another file.
    pub(super) fn uploaded(bot: BotId, upload: &Upload) -> Result<Self, Refusal> {
        if upload.bytes.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        let whole = [upload.name.as_bytes(), b"\n", &upload.bytes].concat();
        Ok(Self {
            file_id: format!("document-{bot}-{}", fingerprint(&whole)),
            name: upload.name.clone(),
            media_type: upload.media_type.clone().unwrap_or_else(|| ANYTHING.to_owned()),
            bytes: upload.bytes.clone(),
        })
    }

    /// The `document` of a message.
    pub(super) fn object(&self) -> Value {
        json!({
            "file_id": self.file_id,
            "file_unique_id": self.file_id.rsplit('-').next().unwrap_or_default(),
            "file_name": self.name,
            "mime_type": self.media_type,
            "file_size": self.bytes.len(),
        })
    }
}
