//! Messages to one chat that are written when they are queued: answers to a press or a typed text,
//! and the words of staff.

use sqlx::AnyConnection;

use super::{Message, queries};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{CarerId, ChatId, OrganisationId};
use crate::store::{Result, Store};

/// What goes first when several messages could leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// The answer to something the carer just did; sent even to who stopped a moment ago.
    Answer = 0,
    /// From a person, or a check-in.
    Personal = 1,
    /// A letter to many.
    Broadcast = 2,
    /// To somebody we do not know.
    Stranger = 3,
}

/// A message to one chat.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Which bot sends it.
    pub organisation: OrganisationId,
    /// To which chat.
    pub chat: ChatId,
    /// To whom, if it is somebody we know.
    pub carer: Option<CarerId>,
    /// Language of its words.
    pub language: HomeLanguage,
    /// What goes first.
    pub priority: Priority,
    /// The words.
    pub message: Message,
}

impl Answer {
    /// Queues it in the caller's transaction: it leaves if and only if that commits.
    ///
    /// # Errors
    /// The database refuses or cannot be reached.
    pub async fn queue(&self, store: &Store, write: &mut AnyConnection, now: Moment) -> Result<()> {
        let payload = serde_json::to_string(&self.message).unwrap_or_default();
        queries::insert_answer(write, store.new_id(), self, &payload, now).await
    }
}
