//! SQLite's write-ahead log as bytes: where its transactions end, and what a power cut may leave of
//! what was not synced yet.
//!
//! The layout is that of <https://sqlite.org/fileformat2.html#walformat>: a header of 32 bytes, then
//! frames, each a header of 24 bytes and a page.

use std::path::Path;

use rand::rngs::SmallRng;
use rand::{Rng, RngCore};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// A log as it stood in its file.
#[derive(Clone)]
pub struct Log {
    pub bytes: Vec<u8>,
    page: usize,
}

impl Log {
    /// An empty file is a log without frames.
    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let page = if bytes.len() < HEADER { 4096 } else { number(&bytes, 8) };
        Self { bytes, page }
    }

    /// Tells generations apart: changes whenever the log begins anew.
    pub fn salts(&self) -> Option<&[u8]> {
        self.bytes.get(16..24)
    }

    pub fn frame(&self) -> usize {
        FRAME_HEADER + self.page
    }

    /// Where each frame of this generation ends, and whether a transaction ends with it. What lies
    /// behind them is of an older generation or half written.
    fn frames(&self) -> impl Iterator<Item = (usize, bool)> {
        let starts = (HEADER..).step_by(self.frame());
        starts.map_while(|at| {
            let frame = self.bytes.get(at..at + self.frame())?;
            (Some(&frame[8..16]) == self.salts()).then(|| (at + self.frame(), number(frame, 4) > 0))
        })
    }

    /// Every place between two frames, before the first one too.
    pub fn boundaries(&self) -> Vec<usize> {
        let first = self.salts().map(|_| HEADER);
        first.into_iter().chain(self.frames().map(|(end, _)| end)).collect()
    }

    /// The end of the last whole transaction.
    pub fn end(&self) -> usize {
        let ends = self.frames().filter_map(|(end, commits)| commits.then_some(end));
        ends.last().unwrap_or_default()
    }
}

fn number(bytes: &[u8], at: usize) -> usize {
    let four: [u8; 4] = bytes[at..at + 4].try_into().unwrap();
    usize::try_from(u32::from_be_bytes(four)).unwrap()
}

/// What may be found behind the last synced byte.
#[derive(Clone, Copy, Debug)]
pub enum Tail {
    Nothing,
    /// A piece of the next frame's header.
    TornHeader,
    /// The header and a piece of the page.
    TornPage,
    /// The file grew, but only the first half of the frame was written.
    HalfZeros,
    /// The file grew, and nothing was written.
    Zeros,
    Garbage,
    /// All of it, with one bit the wrong way.
    FlippedBit,
    /// The next frame is missing, those behind it are there.
    Hole,
}

impl Tail {
    pub const ALL: [Self; 8] = [
        Self::Nothing,
        Self::TornHeader,
        Self::TornPage,
        Self::HalfZeros,
        Self::Zeros,
        Self::Garbage,
        Self::FlippedBit,
        Self::Hole,
    ];

    /// The log after a cut at `cut`, a boundary.
    pub fn after(self, log: &Log, cut: usize, rng: &mut SmallRng) -> Vec<u8> {
        let frame = log.frame();
        let rest = &log.bytes[cut..];
        let next = &rest[..frame.min(rest.len())];
        let first = |count: usize| next[..count.min(next.len())].to_vec();
        let tail = match self {
            Self::Nothing => Vec::new(),
            Self::TornHeader => first(rng.random_range(1..FRAME_HEADER)),
            Self::TornPage => first(rng.random_range(FRAME_HEADER..frame)),
            Self::HalfZeros => [first(frame / 2), vec![0; frame - frame / 2]].concat(),
            Self::Zeros => vec![0; frame],
            Self::Garbage => {
                let mut garbage = vec![0; frame];
                rng.fill_bytes(&mut garbage);
                garbage
            }
            Self::FlippedBit => {
                let mut flipped = next.to_vec();
                if let Some(byte) = flipped.get_mut(rng.random_range(0..frame)) {
                    *byte ^= 1 << rng.random_range(0..8);
                }
                flipped
            }
            Self::Hole => [vec![0; next.len()], rest[next.len()..].to_vec()].concat(),
        };
        [&log.bytes[..cut], &tail].concat()
    }
}
