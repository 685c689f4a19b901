//! Pictures: what Telegram takes for one, and the ids by which it can be sent again.

use axum::body::Bytes;
use imagesize::ImageType;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::bot::BotId;
use super::refusal::Refusal;

const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Width and height together, and the one as a multiple of the other.
const MOST_SIDES: usize = 10_000;
const MOST_RATIO: usize = 20;
const THUMBNAIL: usize = 90;

/// A picture as a bot or a person sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The id by which the bot can send it again.
    pub file_id: String,
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Its media type, such as `image/png`.
    pub media_type: &'static str,
    /// The file as it came.
    pub bytes: Bytes,
}

impl Picture {
    /// Looks at the first bytes only, as the name of an upload says nothing.
    pub(super) fn uploaded(bot: BotId, bytes: Bytes) -> Result<Self, Refusal> {
        if bytes.len() > MOST_BYTES {
            return Err(Refusal::bad(format!(
                "file of size {} bytes is too big for a photo; the maximum size is {MOST_BYTES} bytes",
                bytes.len()
            )));
        }
        let unreadable = || Refusal::bad("IMAGE_PROCESS_FAILED");
        let media_type = media_type(&bytes).ok_or_else(unreadable)?;
        let size = imagesize::blob_size(&bytes).map_err(|_| unreadable())?;
        let (short, long) = (size.width.min(size.height), size.width.max(size.height));
        if short == 0 || short + long > MOST_SIDES || long > short * MOST_RATIO {
            return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
        }
        let file_id = format!("photo-{bot}-{}", fingerprint(&bytes));
        Ok(Self { file_id, width: size.width, height: size.height, media_type, bytes })
    }

    /// The `photo` of a message: a thumbnail and the picture itself.
    pub(super) fn sizes(&self) -> Value {
        let long = self.width.max(self.height).max(1);
        let small = |side: usize| (side * THUMBNAIL / long).clamp(1, side.max(1));
        let unique = self.file_id.rsplit('-').next().unwrap_or_default();
        json!([
            {
                "file_id": format!("{}s", self.file_id),
                "file_unique_id": format!("{unique}s"),
                "width": small(self.width),
                "height": small(self.height),
                "file_size": self.bytes.len().div_ceil(10),
            },
            {
                "file_id": self.file_id,
                "file_unique_id": unique,
                "width": self.width,
                "height": self.height,
                "file_size": self.bytes.len(),
            },
        ])
    }
}

fn media_type(bytes: &[u8]) -> Option<&'static str> {
    match imagesize::image_type(bytes).ok()? {
        ImageType::Jpeg => Some("image/jpeg"),
        ImageType::Png => Some("image/png"),
        ImageType::Webp => Some("image/webp"),
        ImageType::Gif => Some("image/gif"),
        _ => None,
    }
}

/// The same file has the same id in every run.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(10).map(|byte| format!("{byte:02x}")).collect()
}
