//! What people do in a simulated day, with the verbs that commands and chat use.

use std::time::Duration;

use super::Day;
use super::postman::{Scope, What};
use super::story::Act;
use crate::language::{HomeLanguage, Html};
use crate::outbox::{self, Answer, FanOut, Message};
use crate::{mailing, roster};

impl Day<'_> {
    pub(super) async fn does(&mut self, act: Act) {
        match act {
            Act::Approve(letter) => self.approves(letter).await,
            Act::Answer { number, chat, priority } => self.answers(number, chat, priority).await,
            Act::Stop { chat } => self.stops(chat).await,
            Act::Pause { chat, lasts } => self.pauses(chat, lasts).await,
            Act::Cancel(letter) => self.cancels(letter).await,
            Act::Turn(by) => {
                self.turned_by += by;
                self.calendar_goes_on();
            }
            Act::Crash => self.dies().await,
            Act::CrashAtClaim => self.dies_at_claim = true,
            Act::End => self.ends().await,
        }
    }

    async fn approves(&mut self, number: usize) {
        let now = self.now();
        let letter = &self.story.letters[number];
        let mut write = self.rooms.store.write().await.unwrap();
        self.tenant.approves(&mut write, number, letter, now).await;
        if letter.due_in.is_none() {
            let id = self.tenant.letter(number);
            let organisation = self.tenant.organisation.raw();
            let released = outbox::release_now(&mut write, id, organisation, now).await;
            assert_eq!(released.unwrap(), FanOut::Done);
        }
        write.commit().await.unwrap();
        self.wake.notify_one();
        self.notes_releases().await;
    }

    pub(super) async fn notes_releases(&self) {
        let released = self.tenant.released().await;
        self.street(|street| {
            for letter in released {
                let what = What::Released { letter };
                if !street.events.iter().any(|event| event.what == what) {
                    street.notes(what);
                }
            }
        });
    }

    async fn answers(&mut self, number: usize, chat: usize, priority: outbox::Priority) {
        let mut write = self.rooms.store.write().await.unwrap();
        let answer = Answer {
            organisation: self.tenant.organisation,
            chat: self.tenant.chat_now(&mut write, chat).await,
            carer: Some(self.tenant.carer(chat)),
            language: HomeLanguage::DUTCH,
            priority,
            message: Message::text(Html::trusted(format!("antwoord-{number}."))),
        };
        answer.queue(&self.rooms.store, &mut write, self.now()).await.unwrap();
        self.tenant.remembers_answer(&mut write, number).await;
        write.commit().await.unwrap();
        self.wake.notify_one();
    }

    async fn stops(&mut self, chat: usize) {
        let mut write = self.rooms.store.write().await.unwrap();
        let number = self.tenant.chat_now(&mut write, chat).await;
        roster::stop(&mut write, self.tenant.organisation, number, self.now()).await.unwrap();
        write.commit().await.unwrap();
        self.closes(Scope::Stopped { chat }).await;
    }

    async fn pauses(&mut self, chat: usize, lasts: Duration) {
        let (now, until) = (self.now(), self.now().after(lasts));
        let mut write = self.rooms.store.write().await.unwrap();
        let number = self.tenant.chat_now(&mut write, chat).await;
        let organisation = self.tenant.organisation;
        roster::pause(&mut write, organisation, number, Some(until), now).await.unwrap();
        write.commit().await.unwrap();
        self.closes(Scope::Paused { chat }).await;
        self.pauses.push((chat, until));
    }

    async fn cancels(&mut self, letter: usize) {
        let id = self.tenant.letter(letter);
        let mut write = self.rooms.store.write().await.unwrap();
        mailing::cancel(&mut write, id, self.now()).await.unwrap();
        write.commit().await.unwrap();
        self.closes(Scope::Cancelled { letter }).await;
    }

    /// Committed: what is not on its way by now must not leave.
    async fn closes(&self, scope: Scope) {
        let under_way = self.under_way().await;
        self.street(|street| street.notes(What::Closed { scope, under_way }));
    }
}
