//! The pictures of a letter, checked against what Telegram takes as a photo.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use imagesize::ImageType;
use sha2::{Digest, Sha256};

use super::markdown::Manuscript;
use super::{Finding, Picture, Problem, listing};
use crate::language::HomeLanguage;

// Bot API, sendPhoto: at most 10 MB, width and height at most 10,000 together, ratio at most 20.
const MOST_BYTES: u64 = 10 * 1024 * 1024;
const MOST_PIXELS: usize = 10_000;
const MOST_RATIO: usize = 20;

/// Loads every picture once; a picture that is refused is told at its first use.
pub(super) fn load(
    folder: &Path,
    manuscripts: &BTreeMap<HomeLanguage, Manuscript>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Picture> {
    let (mut pictures, mut refused) = (BTreeMap::new(), Vec::new());
    for (language, manuscript) in manuscripts {
        for shown in &manuscript.pictures {
            if pictures.contains_key(&shown.path) || refused.contains(&&shown.path) {
                continue;
            }
            match read(folder, &shown.path) {
                Ok(picture) => {
                    pictures.insert(shown.path.clone(), picture);
                }
                Err(problem) => {
                    refused.push(&shown.path);
                    let file = listing::file_of(*language);
                    findings.push(Finding::at_line(&file, shown.line, problem));
                }
            }
        }
    }
    pictures
}

fn read(folder: &Path, path: &str) -> Result<Picture, Problem> {
    let missing = |_| Problem::PictureMissing { path: path.to_owned() };
    let whole = folder.join(path).canonicalize().map_err(missing)?;
    // A link in the folder may lead out of it.
    if !whole.starts_with(folder.canonicalize().map_err(missing)?) {
        return Err(Problem::PictureOutside { path: path.to_owned() });
    }
    let file = fs::metadata(&whole).map_err(missing)?;
    if !file.is_file() {
        return Err(Problem::PictureMissing { path: path.to_owned() });
    }
    if file.len() > MOST_BYTES {
        return Err(Problem::LargePicture { path: path.to_owned() });
    }
    let bytes = fs::read(&whole).map_err(missing)?;
    let media_type = judge(path, &bytes)?;
    Ok(Picture { id: format!("{:x}", Sha256::digest(&bytes)), media_type, bytes })
}

/// The media type, if Telegram will take it as a photo.
fn judge(path: &str, bytes: &[u8]) -> Result<&'static str, Problem> {
    let unknown = || Problem::NotAPicture { path: path.to_owned() };
    let media_type = match imagesize::image_type(bytes) {
        Ok(ImageType::Jpeg) => "image/jpeg",
        Ok(ImageType::Png) => "image/png",
        Ok(ImageType::Webp) => "image/webp",
        _ => return Err(unknown()),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| unknown())?;
    let (short, long) = (size.width.min(size.height), size.width.max(size.height));
    if short == 0 {
        Err(unknown())
    } else if short + long > MOST_PIXELS {
        Err(Problem::WidePicture { path: path.to_owned() })
    } else if long > MOST_RATIO * short {
        Err(Problem::NarrowPicture { path: path.to_owned() })
    } else {
        Ok(media_type)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The beginning of a PNG file: as much as tells its size.
    pub(in super::super) fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 2, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_picture_is_known_by_its_content() {
        assert_eq!(judge("boom.jpg", &png(640, 480)), Ok("image/png"));
        for other in
            [b"GIF89a\x01\x00\x01\x00".as_slice(), b"%PDF-1.7", b"", &png(1, 1)[..17], &png(0, 9)]
        {
            assert_eq!(judge("a", other), Err(Problem::NotAPicture { path: "a".into() }));
        }
    }

    #[test]
    fn a_picture_that_telegram_would_not_take_is_refused() {
        let path = || "a".to_owned();
        assert_eq!(judge("a", &png(5_000, 5_000)), Ok("image/png"));
        assert_eq!(judge("a", &png(5_001, 5_000)), Err(Problem::WidePicture { path: path() }));
        assert_eq!(judge("a", &png(10, 200)), Ok("image/png"));
        assert_eq!(judge("a", &png(10, 201)), Err(Problem::NarrowPicture { path: path() }));
    }

    #[test]
    fn a_picture_of_more_than_ten_megabytes_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut bytes = png(10, 10);
        bytes.resize(usize::try_from(MOST_BYTES).unwrap(), 0);
        fs::write(folder.path().join("a.png"), &bytes).unwrap();
        assert!(read(folder.path(), "a.png").is_ok());
        bytes.push(0);
        fs::write(folder.path().join("a.png"), &bytes).unwrap();
        let large = Problem::LargePicture { path: "a.png".into() };
        assert_eq!(read(folder.path(), "a.png"), Err(large));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_of_the_folder_is_refused() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("herfst");
        fs::create_dir(&folder).unwrap();
        fs::write(outer.path().join("secret.png"), png(9, 9)).unwrap();
        std::os::unix::fs::symlink("../secret.png", folder.join("a.png")).unwrap();
        let outside = Problem::PictureOutside { path: "a.png".into() };
        assert_eq!(read(&folder, "a.png"), Err(outside));
    }
}
