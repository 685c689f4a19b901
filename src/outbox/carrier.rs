//! The door through which messages leave, and what can come of it.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use super::{FileKind, Message};
use crate::roster::ChatId;

/// A message, ready to leave.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// To which chat.
    pub chat: ChatId,
    /// Its text and buttons.
    pub message: Message,
    /// The file of `message.file()`.
    pub file: Option<File>,
}

/// A picture or a voice note.
#[derive(Clone, Debug)]
pub struct File {
    /// What it is.
    pub kind: FileKind,
    /// Where the messenger finds it.
    pub source: Source,
}

/// A file by the id under which the messenger has it already, else by its bytes.
#[derive(Clone, Debug)]
pub enum Source {
    /// Uploaded earlier by this bot.
    FileId(String),
    /// To be uploaded.
    Bytes {
        /// Such as `image/png`.
        media_type: String,
        /// What the file is called.
        name: String,
        /// The file.
        bytes: Arc<Vec<u8>>,
    },
}

/// What came of one attempt, told by what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It arrived.
    Delivered {
        /// Its number in the chat.
        message_id: i64,
        /// The id of the file that came with it.
        file_id: Option<String>,
    },
    /// It did not leave, or was turned away for a passing reason: try again.
    Later {
        /// For the log.
        why: String,
    },
    /// The messenger, or what stands before it, was in trouble and said so. Most likely it took
    /// nothing: try again. Should it have, there is a second copy, and so the attempt is listed.
    Troubled {
        /// For the list that staff read.
        why: String,
    },
    /// The whole bot must wait; no attempt is burned.
    TooFast {
        /// How long.
        retry_after: Duration,
    },
    /// Nobody knows whether it arrived.
    Doubtful {
        /// For the list that staff read.
        why: String,
    },
    /// This chat takes no messages any more.
    Unreachable {
        /// As the messenger said it.
        why: String,
    },
    /// The messenger will not take this message.
    Refused {
        /// As the messenger said it.
        why: String,
    },
    /// The messenger does not know the file id any more.
    FileForgotten,
    /// The chat has another number from now on.
    Moved {
        /// The new one.
        to: ChatId,
    },
    /// The messenger does not accept this bot.
    BotRejected {
        /// As the messenger said it.
        why: String,
    },
}

/// Carries one message to one chat.
pub trait Carrier: Send + Sync + 'static {
    /// Makes the attempt. Never called within a transaction.
    fn carry(&self, outgoing: Outgoing) -> impl Future<Output = Outcome> + Send;

    /// Asks whether the messenger answers this bot at all, and sends nothing to anybody. An error
    /// is what would have come of a message.
    fn ask(&self) -> impl Future<Output = Result<(), Outcome>> + Send;
}
