//! Voice notes, checked by their content: Opus in Ogg, as Telegram plays it in a chat.

use sha2::{Digest, Sha256};

use super::files::{FileFault, Files};

/// More is no voice note any more but a lecture.
const MOST_SECONDS: u64 = 5 * 60;
const MOST_BYTES: u64 = 10 * 1024 * 1024;
/// Opus counts time in this many ticks a second, whatever it was recorded with (RFC 7845, 4).
const TICKS: u64 = 48_000;
/// What an Ogg page has before its segment table (RFC 3533, 6).
const PAGE_HEAD: usize = 27;

/// A recorded voice.
#[derive(Clone, PartialEq, Eq)]
pub struct Voice {
    /// SHA-256 of the bytes, in hexadecimal.
    pub id: String,
    /// How long it is, rounded up.
    pub seconds: i64,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a file is no voice note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoiceFault {
    /// There is no such file in the folder.
    Missing,
    /// It has more than 10 MB.
    Large,
    /// It is not Opus in Ogg, or is cut off.
    NotAVoice,
    /// It takes more than `most` minutes.
    Long {
        /// The limit.
        most: u64,
    },
}

impl std::fmt::Debug for Voice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Voice({}, {} s, {} bytes)", self.id, self.seconds, self.bytes.len())
    }
}

impl Voice {
    /// Reads a voice file of a folder.
    ///
    /// # Errors
    /// [`VoiceFault`] says why it cannot be sent.
    pub fn read(files: &Files, path: &str) -> Result<Self, VoiceFault> {
        let bytes = files.read(path, MOST_BYTES).map_err(|fault| match fault {
            FileFault::Large => VoiceFault::Large,
            FileFault::Missing | FileFault::Outside => VoiceFault::Missing,
        })?;
        Self::of_bytes(bytes)
    }

    /// Checks what claims to be a voice.
    ///
    /// # Errors
    /// [`VoiceFault`] says why it cannot be sent.
    pub fn of_bytes(bytes: Vec<u8>) -> Result<Self, VoiceFault> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(VoiceFault::Large);
        }
        let seconds = ticks(&bytes).ok_or(VoiceFault::NotAVoice)?.div_ceil(TICKS);
        if seconds > MOST_SECONDS {
            return Err(VoiceFault::Long { most: MOST_SECONDS / 60 });
        }
        let id = format!("{:x}", Sha256::digest(&bytes));
        Ok(Self { id, seconds: i64::try_from(seconds).unwrap_or(i64::MAX), bytes })
    }
}

/// How long it sounds; `None` when it is not one whole Opus stream.
fn ticks(bytes: &[u8]) -> Option<u64> {
    let (first, mut rest) = page(bytes)?;
    // RFC 7845, 5.1: magic, version, channels, samples to skip at the start.
    let head = first.body.strip_prefix(b"OpusHead")?;
    let skipped = u64::from(u16::from_le_bytes([*head.get(2)?, *head.get(3)?]));
    let mut end = 0;
    while !rest.is_empty() {
        let (next, behind) = page(rest)?;
        // Another stream, such as a film's picture.
        if next.stream != first.stream {
            return None;
        }
        end = next.end.unwrap_or(end).max(end);
        rest = behind;
    }
    end.checked_sub(skipped).filter(|ticks| *ticks > 0)
}

struct Page<'a> {
    stream: u32,
    /// The time at its end; none when no packet ends in it.
    end: Option<u64>,
    body: &'a [u8],
}

fn page(bytes: &[u8]) -> Option<(Page<'_>, &[u8])> {
    let head = bytes.get(..PAGE_HEAD).filter(|head| head.starts_with(b"OggS\0"))?;
    let end = i64::from_le_bytes(head.get(6..14)?.try_into().ok()?);
    let stream = u32::from_le_bytes(head.get(14..18)?.try_into().ok()?);
    let segments = usize::from(*head.last()?);
    let table = bytes.get(PAGE_HEAD..PAGE_HEAD + segments)?;
    let start = PAGE_HEAD + segments;
    let length: usize = table.iter().map(|&size| usize::from(size)).sum();
    let body = bytes.get(start..start + length)?;
    Some((Page { stream, end: u64::try_from(end).ok(), body }, bytes.get(start + length..)?))
}

/// An Ogg file with the heads of an Opus stream and one page that ends at this second.
#[cfg(test)]
pub(crate) fn ogg(seconds: u64) -> Vec<u8> {
    let page = |kind: u8, end: u64, number: u8, body: &[u8]| {
        let mut bytes = b"OggS\0".to_vec();
        bytes.push(kind);
        bytes.extend(end.to_le_bytes());
        bytes.extend([7, 0, 0, 0, number, 0, 0, 0, 0, 0, 0, 0, 1]);
        bytes.push(u8::try_from(body.len()).unwrap());
        bytes.extend(body);
        bytes
    };
    let mut bytes = page(2, 0, 0, b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0");
    bytes.extend(page(0, 0, 1, b"OpusTags\0\0\0\0\0\0\0\0"));
    bytes.extend(page(4, seconds * TICKS + 312, 2, b"sound"));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_is_known_by_its_content_and_tells_its_length() {
        let voice = Voice::of_bytes(ogg(12)).unwrap();
        assert_eq!(voice.seconds, 12);
        assert_eq!(voice.id.len(), 64);
    }

    #[test]
    fn what_is_no_whole_opus_stream_is_refused() {
        let whole = ogg(12);
        let mut vorbis = whole.clone();
        vorbis[28..36].copy_from_slice(b"\x01vorbis\0");
        let mut other_stream = whole.clone();
        let last = other_stream.len() - 5 - 28;
        other_stream[last + 14] = 8;
        let cut = whole[..whole.len() - 3].to_vec();
        for bytes in [b"ID3\x04mp3".to_vec(), Vec::new(), vorbis, other_stream, cut, ogg(0)] {
            assert_eq!(Voice::of_bytes(bytes), Err(VoiceFault::NotAVoice));
        }
    }

    #[test]
    fn five_minutes_are_fine_and_a_second_more_is_not() {
        assert_eq!(Voice::of_bytes(ogg(300)).unwrap().seconds, 300);
        assert_eq!(Voice::of_bytes(ogg(301)), Err(VoiceFault::Long { most: 5 }));
        let large = vec![0; usize::try_from(MOST_BYTES).unwrap() + 1];
        assert_eq!(Voice::of_bytes(large), Err(VoiceFault::Large));
    }
}
