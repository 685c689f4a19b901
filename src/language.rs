//! Words per language: which home languages there are, the phrasebook that the bot speaks from,
//! dates and times as people say them, and the marks that keep a Dutch name readable inside an
//! Arabic sentence.
//!
//! It never guesses a carer's language and never assembles sentences from pieces.

mod home;
mod html;
mod list;
mod locales;
mod phrasebook;
mod quality;
mod read_aloud;
mod review;
mod sentences;
mod when;

pub use home::{Direction, HomeLanguage};
pub use html::{Html, clean, isolate, right_to_left, without_marks};
pub use list::list;
pub use locales::programme;
pub use phrasebook::{Args, Phrasebook};
pub use quality::Quality;
pub use read_aloud::{Piece, ReadAloud};
pub use review::not_reviewed;
pub use sentences::{HardToRead, hard_to_read, place_to_cut};
pub use when::{day, day_and_time, hour, short_day, short_day_and_time, weekday};
