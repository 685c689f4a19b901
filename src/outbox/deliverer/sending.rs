//! Sending off: claimed rows become messages, and each leaves at its slot.

use std::sync::Arc;

use super::files::Found;
use super::{Came, Deliverer};
use crate::outbox::queries::Candidate;
use crate::outbox::settle::{OnItsWay, Settled};
use crate::outbox::{Carrier, File, Outcome, Outgoing, Source};
use crate::store::Result;

enum Prepared {
    Ready(Box<Outgoing>),
    /// Another message is uploading the same file.
    AfterUpload,
    NoText,
}

impl<C: Carrier> Deliverer<C> {
    pub(super) async fn send_off(&mut self, claimed: Vec<Candidate>, attempt: i64) {
        for row in claimed {
            let mut on_its_way = OnItsWay {
                key: row.key(),
                chat: row.chat(),
                attempt,
                attempts_before: row.attempts,
                doubts: row.doubts,
                file: None,
                sent_as: None,
            };
            match self.prepare(&row).await {
                Ok(Prepared::Ready(outgoing)) => {
                    on_its_way.file = outgoing.message.file();
                    if let Some(File { source: Source::FileId(file_id), .. }) = &outgoing.file {
                        on_its_way.sent_as = Some(file_id.clone());
                    }
                    self.spawn(on_its_way, *outgoing);
                }
                Ok(Prepared::AfterUpload) => {
                    self.unsettled.push(Settled { row: on_its_way, outcome: None });
                }
                Ok(Prepared::NoText) => {
                    let outcome = Some(Outcome::Refused { why: "no text".to_owned() });
                    self.unsettled.push(Settled { row: on_its_way, outcome });
                }
                Err(error) => {
                    let outcome = Some(Outcome::Later { why: error.to_string() });
                    self.unsettled.push(Settled { row: on_its_way, outcome });
                }
            }
        }
    }

    async fn prepare(&mut self, row: &Candidate) -> Result<Prepared> {
        let store = &self.rooms.store;
        let today = self.rooms.calendar.now().local(&self.limits.time_zone).date().to_string();
        let Some(message) = self.renderer.message(store, row, &today).await? else {
            return Ok(Prepared::NoText);
        };
        let file = match message.file() {
            None => None,
            Some(key) => match self.files.find(store, self.organisation, &key).await? {
                Found::Ready(source) => Some(File { kind: key.kind, source }),
                Found::Uploading => return Ok(Prepared::AfterUpload),
                Found::Gone => return Ok(Prepared::NoText),
            },
        };
        Ok(Prepared::Ready(Box::new(Outgoing { chat: row.chat(), message, file })))
    }

    fn spawn(&mut self, row: OnItsWay, outgoing: Outgoing) {
        let slot = self.pace.take(row.chat, self.rooms.ticker.elapsed());
        let (ticker, frozen, carrier) =
            (self.rooms.ticker, self.frozen.clone(), Arc::clone(&self.carrier));
        let store = self.rooms.store.clone();
        let task = self.on_their_way.spawn(async move {
            ticker.until(slot).await;
            // A 429 that came in after this message got its slot holds for it too. And a process that
            // was stopped for long wakes up where others may have taken over.
            if !frozen.is_over(ticker) || !store.may_act() {
                return Came::Message(None);
            }
            let outcome = carrier.carry(outgoing).await;
            frozen.heed(&outcome, ticker);
            Came::Message(Some(outcome))
        });
        self.tasks.insert(task.id(), row);
    }
}
