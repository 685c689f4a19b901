//! Pictures and voice notes: uploaded once by this bot, sent by their file id from then on.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use base64::Engine;

use crate::outbox::{FileKey, Outcome, Source, queries};
use crate::roster::OrganisationId;
use crate::store::{Result, Store};

/// Which files the messenger has, and which are on their way up.
#[derive(Debug, Default)]
pub(super) struct Files {
    known: HashMap<FileKey, Source>,
    uploading: HashSet<FileKey>,
}

/// How a file can be sent now.
pub(super) enum Found {
    Ready(Source),
    /// Another message is uploading it.
    Uploading,
    Gone,
}

impl Files {
    pub(super) fn is_uploading(&self) -> bool {
        !self.uploading.is_empty()
    }

    /// Finds a file; the first who asks for one that was never sent uploads it.
    pub(super) async fn find(
        &mut self,
        store: &Store,
        organisation: OrganisationId,
        key: &FileKey,
    ) -> Result<Found> {
        if let Some(source) = self.known.get(key) {
            return Ok(Found::Ready(source.clone()));
        }
        if self.uploading.contains(key) {
            return Ok(Found::Uploading);
        }
        let Some(kept) = queries::file(&mut *store.read().await?, organisation, key).await? else {
            return Ok(Found::Gone);
        };
        if let Some(file_id) = kept.file_id {
            let source = Source::FileId(file_id);
            self.known.insert(key.clone(), source.clone());
            return Ok(Found::Ready(source));
        }
        self.uploading.insert(key.clone());
        let bytes =
            base64::engine::general_purpose::STANDARD.decode(kept.base64).unwrap_or_default();
        Ok(Found::Ready(Source::Bytes {
            media_type: kept.media_type,
            name: kept.name,
            bytes: Arc::new(bytes),
        }))
    }

    /// A message with this file came back; `sent_as` is the file id it was sent by, if it was.
    pub(super) fn came_back(
        &mut self,
        key: &FileKey,
        sent_as: Option<&str>,
        outcome: Option<&Outcome>,
    ) {
        match sent_as {
            None => drop(self.uploading.remove(key)),
            Some(sent_as) => {
                let is_same = |known: &Source| matches!(known, Source::FileId(it) if it == sent_as);
                let is_forgotten = matches!(outcome, Some(Outcome::FileForgotten));
                if is_forgotten && self.known.get(key).is_some_and(is_same) {
                    self.known.remove(key);
                }
            }
        }
    }
}
