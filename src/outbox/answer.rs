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
        self.queue_for(store, write, now).await.map(drop)
    }

    /// The same for a later moment; returns the number by which it can be taken back until then.
    ///
    /// # Errors
    /// The database refuses or cannot be reached.
    pub async fn queue_for(
        &self,
        store: &Store,
        write: &mut AnyConnection,
        not_before: Moment,
    ) -> Result<i64> {
        let (id, payload) =
            (store.new_id(), serde_json::to_string(&self.message).unwrap_or_default());
        queries::insert_answer(write, id, self, &payload, not_before).await?;
        Ok(id)
    }
}

/// Takes a message to one chat back; false when it has left, or is leaving.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn take_back(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    id: i64,
) -> Result<bool> {
    queries::take_back(write, organisation, id).await
}
