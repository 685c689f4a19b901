//! Every message that is to reach one carer, from release to delivery: fan-out, claim, render, pace,
//! deliver, retry, rescue.
//!
//! The promise: nothing is lost; a second copy only of a message that was on its way when the
//! process died or the answer was lost; each such message stands in a list that staff can read.
//! This room never speaks to Telegram itself: a [`Carrier`] does, and turns what came back into an
//! [`Outcome`].

mod answer;
mod carrier;
mod deliverer;
mod documents;
mod fan_out;
mod message;
mod pace;
mod press;
mod queries;
mod render;
mod rescue;
mod restored;
mod settle;
mod state;
mod status;
mod tally;

pub use answer::{Answer, Priority, take_back};
pub use carrier::{Carrier, File, Outcome, Outgoing, Source};
#[cfg(test)]
pub(crate) use deliverer::simulation;
pub use deliverer::{Deliverer, Limits, Rooms};
pub use documents::{forget_old_documents, keep_document};
pub use fan_out::{FanOut, Round, release_due, release_now, release_paused, release_round};
pub use message::{Button, FileKey, FileKind, Message, Pin};
pub use pace::Pace;
pub use press::{CheckInAnswer, LetterPress};
pub use render::{directed, in_one_message, more_pages, names, voice_note, with_voice};
pub use rescue::{forget_bot_trouble, rescue};
pub use restored::{
    HeldBack, HeldLetter, held_back, quiet_since, quieten, send_restored, withdraw_restored,
};
pub use state::{DeliveryKey, Reason, State};
pub use status::{
    BotState, DoubtfulRow, LetterStatus, NotReached, Queue, bot_state, doubtful, letter_status,
    not_reached, queue, waiting,
};
pub use tally::Tally;
