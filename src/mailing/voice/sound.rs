//! Opus in Ogg, judged by what is in the file and not by its name: the one kind of voice note.

use std::fmt;

use sha2::{Digest, Sha256};

/// A bot can fetch at most twice as much; a voice note of five minutes is a tenth of it.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Nobody listens longer.
pub const MOST_SECONDS: i64 = 5 * 60;

/// Opus counts samples at this rate, whatever the microphone did.
const SAMPLES_A_SECOND: u64 = 48_000;
const PAGE_HEAD: usize = 27;
const LAST_PAGE: u8 = 4;

/// A voice note.
#[derive(Clone, PartialEq, Eq)]
pub struct Sound {
    bytes: Vec<u8>,
    seconds: i64,
}

/// Why a file is no voice note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASound {
    /// Something else.
    #[error("not a sound in Ogg Opus")]
    NotOpus,
    /// It breaks off, or is damaged.
    #[error("the sound breaks off")]
    Broken,
    /// There is nothing to hear.
    #[error("there is nothing in it")]
    Empty,
    /// More than [`MOST_SECONDS`].
    #[error("longer than five minutes")]
    TooLong,
    /// More than [`MOST_BYTES`].
    #[error("larger than 10 MB")]
    TooLarge,
}

impl NotASound {
    /// The phrase for staff, with its remedy.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::NotOpus => "voice-not-opus",
            Self::Broken => "voice-broken",
            Self::Empty => "voice-empty",
            Self::TooLong => "voice-too-long",
            Self::TooLarge => "voice-too-large",
        }
    }
}

impl Sound {
    /// Looks at every page of the file.
    ///
    /// # Errors
    /// [`NotASound`] says why it is not taken.
    pub fn read(bytes: Vec<u8>) -> Result<Self, NotASound> {
        if bytes.len() > MOST_BYTES {
            return Err(NotASound::TooLarge);
        }
        let seconds = seconds(&bytes)?;
        if seconds > MOST_SECONDS {
            return Err(NotASound::TooLong);
        }
        Ok(Self { bytes, seconds })
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How long it is, rounded up.
    pub fn seconds(&self) -> i64 {
        self.seconds
    }

    /// SHA-256 of the bytes, in hexadecimal.
    pub(super) fn id(&self) -> String {
        Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for Sound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sound({} s, {} bytes)", self.seconds, self.bytes.len())
    }
}

/// A page of Ogg: its flags, how many samples end in it, which stream, and what it holds.
struct Page<'a> {
    flags: u8,
    samples: u64,
    stream: &'a [u8],
    content: &'a [u8],
}

fn seconds(bytes: &[u8]) -> Result<i64, NotASound> {
    let (first, mut rest) = page(bytes).ok_or(NotASound::NotOpus)?;
    let head = first.content;
    if !head.starts_with(b"OpusHead") || head.len() < 19 || !(1..=2).contains(&head[9]) {
        return Err(NotASound::NotOpus);
    }
    let skipped = u64::from(u16::from_le_bytes([head[10], head[11]]));
    let (mut samples, mut ended) = (0, false);
    while !rest.is_empty() {
        let (next, after) = page(rest).ok_or(NotASound::Broken)?;
        if next.stream != first.stream {
            return Err(NotASound::Broken);
        }
        // All ones: no packet ends in this page.
        if next.samples != u64::MAX {
            samples = next.samples;
        }
        ended = next.flags & LAST_PAGE != 0;
        rest = after;
    }
    let heard = samples.saturating_sub(skipped);
    match (heard, ended) {
        (0, _) => Err(NotASound::Empty),
        (_, false) => Err(NotASound::Broken),
        (heard, true) => Ok(i64::try_from(heard.div_ceil(SAMPLES_A_SECOND)).unwrap_or(i64::MAX)),
    }
}

/// The page at the beginning of these bytes, and what comes after it.
fn page(bytes: &[u8]) -> Option<(Page<'_>, &[u8])> {
    let head = bytes.get(..PAGE_HEAD).filter(|head| head.starts_with(b"OggS\0"))?;
    let samples = u64::from_le_bytes(head.get(6..14)?.try_into().ok()?);
    let lengths = bytes.get(PAGE_HEAD..)?.get(..usize::from(head[26]))?;
    let length: usize = lengths.iter().map(|length| usize::from(*length)).sum();
    let body = bytes.get(PAGE_HEAD + lengths.len()..)?;
    let content = body.get(..length)?;
    let page = Page { flags: head[5], samples, stream: &head[14..18], content };
    Some((page, body.get(length..)?))
}

#[cfg(test)]
pub(in crate::mailing) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(flags: u8, samples: u64, content: &[u8]) -> Vec<u8> {
        let mut page = b"OggS\0".to_vec();
        page.push(flags);
        page.extend(samples.to_le_bytes());
        page.extend([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let lengths = vec![255; content.len() / 255].into_iter();
        let lengths: Vec<u8> =
            lengths.chain([u8::try_from(content.len() % 255).unwrap()]).collect();
        page.push(u8::try_from(lengths.len()).unwrap());
        page.extend(lengths);
        page.extend(content);
        page
    }

    /// A voice note of so many seconds, well-formed and without anything to hear in it.
    pub fn ogg(seconds: u64) -> Vec<u8> {
        let head = b"OpusHead\x01\x01\x38\x01\x22\x56\0\0\0\0\0";
        let mut bytes = written(2, 0, head);
        bytes.extend(written(0, 0, b"OpusTags"));
        bytes.extend(written(LAST_PAGE, 312 + seconds * SAMPLES_A_SECOND, &[0; 600]));
        bytes
    }

    #[test]
    fn its_length_is_what_ends_in_its_last_page() {
        assert_eq!(Sound::read(ogg(7)).unwrap().seconds(), 7);
        assert_eq!(Sound::read(ogg(300)).unwrap().seconds(), 300);
    }

    #[test]
    fn what_is_no_voice_note_is_refused_for_what_it_is() {
        let vorbis = written(2, 0, b"\x01vorbis\0\0\0\0\x02\x44\xac\0\0\0\0\0\0");
        let broken = ogg(7)[..ogg(7).len() - 1].to_vec();
        let without_end = written(2, 0, b"OpusHead\x01\x01\x38\x01\x22\x56\0\0\0\0\0")
            .into_iter()
            .chain(written(0, 96_000, &[0; 20]))
            .collect();
        let mut with_more = ogg(7);
        with_more.extend(b"<html>");
        for (bytes, why) in [
            (b"MP3 or so".to_vec(), NotASound::NotOpus),
            (Vec::new(), NotASound::NotOpus),
            (vorbis, NotASound::NotOpus),
            (broken, NotASound::Broken),
            (without_end, NotASound::Broken),
            (with_more, NotASound::Broken),
            (ogg(0), NotASound::Empty),
            (ogg(301), NotASound::TooLong),
            (vec![0; MOST_BYTES + 1], NotASound::TooLarge),
        ] {
            assert_eq!(Sound::read(bytes).unwrap_err(), why);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut damaged = ogg(3);
            let at = bytes.len() % damaged.len();
            for (place, byte) in damaged.iter_mut().skip(at).zip(&bytes) {
                *place = *byte;
            }
            drop(Sound::read(damaged));
            prop_assert!(Sound::read(bytes).is_err());
        }
    }
}
