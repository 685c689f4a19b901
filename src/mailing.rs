//! Anything written to many: letters and newsletters, with their texts per language and quality;
//! which languages are missing and for whom; approval. It sends nothing: the outbox does.

pub mod folder;
mod letters;
mod print;
mod queries;
pub mod voice;

/// So many characters a parent sees at once; the rest waits behind "read more".
pub const MOST_SHOWN: usize = 600;

pub use letters::{
    ApproveError, Approved, Gap, Letter, Missing, Order, approve, cancel, find, gaps, hand_over,
    list, title,
};
pub use print::{Copy, print};
