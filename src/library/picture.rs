//! Pictures, checked by their content against what Telegram takes as a photo, and kept once.

use base64::Engine;
use imagesize::ImageType;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use super::files::{FileFault, Files};
use super::queries::pictures as queries;
use crate::store::Result as StoreResult;

// Bot API, sendPhoto: at most 10 MB, width and height at most 10,000 together, ratio at most 20.
const MOST_BYTES: u64 = 10 * 1024 * 1024;
const MOST_PIXELS: usize = 10_000;
const MOST_RATIO: usize = 20;

/// A picture's bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// SHA-256 of the bytes, in hexadecimal.
    pub id: String,
    /// `image/jpeg`, `image/png` or `image/webp`, by content and not by name.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a file is no picture to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// There is no such file.
    Missing,
    /// It lies outside the folder.
    Outside,
    /// It has more than 10 MB.
    Large,
    /// It is no JPEG, PNG or WebP.
    NotAPicture,
    /// Width and height are more than 10,000 pixels together.
    Wide,
    /// One side is more than 20 times the other.
    Narrow,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}, {}, {} bytes)", self.id, self.media_type, self.bytes.len())
    }
}

impl From<FileFault> for PictureFault {
    fn from(fault: FileFault) -> Self {
        match fault {
            FileFault::Missing => Self::Missing,
            FileFault::Outside => Self::Outside,
            FileFault::Large => Self::Large,
        }
    }
}

impl Picture {
    /// Reads a picture file of a folder.
    ///
    /// # Errors
    /// [`PictureFault`] says why it cannot be sent.
    pub fn read(files: &Files, path: &str) -> Result<Self, PictureFault> {
        let bytes = files.read(path, MOST_BYTES)?;
        let media_type = judge(&bytes)?;
        Ok(Self { id: format!("{:x}", Sha256::digest(&bytes)), media_type, bytes })
    }
}

/// Keeps a picture, once however often it is used.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn keep_picture(write: &mut AnyConnection, picture: &Picture) -> StoreResult<()> {
    let base64 = base64::engine::general_purpose::STANDARD.encode(&picture.bytes);
    queries::keep(write, &picture.id, picture.media_type, &base64).await
}

/// The media type, if Telegram will take it as a photo.
fn judge(bytes: &[u8]) -> Result<&'static str, PictureFault> {
    let media_type = match imagesize::image_type(bytes) {
        Ok(ImageType::Jpeg) => "image/jpeg",
        Ok(ImageType::Png) => "image/png",
        Ok(ImageType::Webp) => "image/webp",
        _ => return Err(PictureFault::NotAPicture),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| PictureFault::NotAPicture)?;
    let (short, long) = (size.width.min(size.height), size.width.max(size.height));
    if short == 0 {
        Err(PictureFault::NotAPicture)
    } else if short + long > MOST_PIXELS {
        Err(PictureFault::Wide)
    } else if long > MOST_RATIO * short {
        Err(PictureFault::Narrow)
    } else {
        Ok(media_type)
    }
}

/// The beginning of a PNG file: as much as tells its size.
#[cfg(test)]
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_content() {
        assert_eq!(judge(&png(640, 480)), Ok("image/png"));
        for other in
            [b"GIF89a\x01\x00\x01\x00".as_slice(), b"%PDF-1.7", b"", &png(1, 1)[..17], &png(0, 9)]
        {
            assert_eq!(judge(other), Err(PictureFault::NotAPicture));
        }
    }

    #[test]
    fn a_picture_that_telegram_would_not_take_is_refused() {
        assert_eq!(judge(&png(5_000, 5_000)), Ok("image/png"));
        assert_eq!(judge(&png(5_001, 5_000)), Err(PictureFault::Wide));
        assert_eq!(judge(&png(10, 200)), Ok("image/png"));
        assert_eq!(judge(&png(10, 201)), Err(PictureFault::Narrow));
    }

    #[test]
    fn a_picture_of_more_than_ten_megabytes_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::on_disk(folder.path());
        let mut bytes = png(10, 10);
        bytes.resize(usize::try_from(MOST_BYTES).unwrap(), 0);
        std::fs::write(folder.path().join("a.png"), &bytes).unwrap();
        assert!(Picture::read(&files, "a.png").is_ok());
        bytes.push(0);
        std::fs::write(folder.path().join("a.png"), &bytes).unwrap();
        assert_eq!(Picture::read(&files, "a.png"), Err(PictureFault::Large));
    }
}
