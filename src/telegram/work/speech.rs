//! How the bot speaks at work: in the language of who works here, and never as to a parent.

use crate::language::{Args, HomeLanguage};
use crate::outbox::{Answer, Button, Message, Priority};
use crate::roster::{Scope, StaffMember};
use crate::store::Result;
use crate::telegram::talk::Talk;

impl Talk<'_> {
    /// What who works here may see; asked of the database at each step.
    pub fn scope(&self) -> Option<Scope> {
        self.staff.as_ref().map(StaffMember::scope)
    }

    /// Dutch or English.
    pub fn work_language(&self) -> HomeLanguage {
        self.staff.as_ref().map_or(HomeLanguage::DUTCH, |staff| staff.language)
    }

    /// A message of one phrase.
    pub fn work_message(&self, id: &str, args: &Args) -> Message {
        Message::text(self.phrases().html(self.work_language(), id, args))
    }

    /// A button with a phrase.
    pub fn work_button(&self, id: &str, press: impl Into<String>) -> Button {
        Button::new(self.phrases().plain(self.work_language(), id, &Args::new()), press)
    }

    /// Queues an answer; it leaves when the turn commits, and only to who still works here.
    pub async fn work_say(&mut self, message: Message) -> Result<()> {
        let answer = Answer {
            organisation: self.organisation.id,
            chat: self.chat,
            carer: None,
            language: self.work_language(),
            priority: Priority::Answer,
            message,
        };
        answer.queue(&self.rooms.store, self.write, self.now).await
    }

    /// Queues an answer of one phrase.
    pub async fn work_phrase(&mut self, id: &str, args: &Args) -> Result<()> {
        let message = self.work_message(id, args);
        self.work_say(message).await
    }

    /// Shows a phrase for a moment over the pressed button.
    pub fn work_toast(&mut self, id: &str) {
        self.after.toast = self.phrases().plain(self.work_language(), id, &Args::new());
    }
}
