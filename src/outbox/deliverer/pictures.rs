//! Pictures: uploaded once by this bot, sent by their file id from then on.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use base64::Engine;

use crate::outbox::{Outcome, Picture, queries};
use crate::roster::OrganisationId;
use crate::store::{Result, Store};

/// Which pictures the messenger has, and which are on their way up.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    known: HashMap<String, Picture>,
    uploading: HashSet<String>,
}

/// How a picture can be sent now.
pub(super) enum Found {
    Ready(Picture),
    /// Another message is uploading it.
    Uploading,
    Gone,
}

impl Pictures {
    pub(super) fn is_uploading(&self) -> bool {
        !self.uploading.is_empty()
    }

    /// Finds a picture; the first who asks for one that was never sent uploads it.
    pub(super) async fn find(
        &mut self,
        store: &Store,
        organisation: OrganisationId,
        id: &str,
    ) -> Result<Found> {
        if let Some(picture) = self.known.get(id) {
            return Ok(Found::Ready(picture.clone()));
        }
        if self.uploading.contains(id) {
            return Ok(Found::Uploading);
        }
        match queries::picture(&mut *store.read().await?, organisation, id).await? {
            None => Ok(Found::Gone),
            Some((Some(file_id), _, _)) => {
                let picture = Picture::FileId(file_id);
                self.known.insert(id.to_owned(), picture.clone());
                Ok(Found::Ready(picture))
            }
            Some((None, media_type, base64)) => {
                self.uploading.insert(id.to_owned());
                let bytes =
                    base64::engine::general_purpose::STANDARD.decode(base64).unwrap_or_default();
                Ok(Found::Ready(Picture::Bytes { media_type, bytes: Arc::new(bytes) }))
            }
        }
    }

    /// A message with this picture came back; `sent_as` is the file id it was sent by, if it was.
    pub(super) fn came_back(&mut self, id: &str, sent_as: Option<&str>, outcome: Option<&Outcome>) {
        match sent_as {
            None => drop(self.uploading.remove(id)),
            Some(sent_as) => {
                let is_same =
                    |known: &Picture| matches!(known, Picture::FileId(it) if it == sent_as);
                let is_forgotten = matches!(outcome, Some(Outcome::PictureForgotten));
                if is_forgotten && self.known.get(id).is_some_and(is_same) {
                    self.known.remove(id);
                }
            }
        }
    }
}
