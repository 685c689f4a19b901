//! One turn of a conversation: what is known about the chat, and how to answer in it.

use sqlx::AnyConnection;
use teloxide::types::InlineKeyboardMarkup;

use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook, list};
use crate::meeting::Voice;
use crate::outbox::{Answer, Button, Message, Priority, Rooms, directed};
use crate::roster::{self, CarerId, CarerInChat, ChatId, Organisation, StaffMember};
use crate::settings::{QuietHours, ThemeRules};
use crate::store::Result;

/// Settings that a conversation needs.
#[derive(Clone, Copy, Debug)]
pub struct House {
    pub(super) quiet_hours: QuietHours,
    pub(super) retention_months: u16,
    pub(super) theme: ThemeRules,
}

/// What is done at Telegram after the commit; if it fails, nothing is lost.
#[derive(Default)]
pub(super) struct After {
    /// The press to acknowledge, and what to show for a moment.
    pub toast: String,
    /// A message's buttons as they are from now on.
    pub keyboard: Option<(i64, InlineKeyboardMarkup)>,
}

/// A voice note that was asked for, as Telegram gave it.
#[derive(Debug)]
pub(super) enum Fetched {
    /// The file.
    Bytes(Vec<u8>),
    /// More than a voice note may have.
    TooLarge,
    /// Telegram did not give it.
    Failed,
}

/// One turn, within one transaction.
pub(super) struct Talk<'a> {
    pub rooms: &'a Rooms,
    pub house: House,
    pub organisation: &'a Organisation,
    pub write: &'a mut AnyConnection,
    pub chat: ChatId,
    pub app_language: Option<HomeLanguage>,
    pub now: Moment,
    pub carers: Vec<CarerInChat>,
    /// Who works in this chat, read anew with each turn.
    pub staff: Option<StaffMember>,
    pub after: After,
    pub fetched: Option<Fetched>,
}

impl Talk<'_> {
    /// The bot's words.
    pub fn phrases(&self) -> &Phrasebook {
        &self.rooms.phrases
    }

    /// The language to speak in this chat: what the carer chose, else what the app is set to.
    pub fn language(&self) -> HomeLanguage {
        match self.carers.first() {
            Some(carer) => carer.chat_language(self.phrases()),
            None => self
                .app_language
                .filter(|it| self.phrases().speaks(*it))
                .unwrap_or(HomeLanguage::DUTCH),
        }
    }

    /// The day at the organisation's clock, as an ISO date.
    pub fn today(&self) -> String {
        self.now.local(&self.organisation.time_zone).date().to_string()
    }

    /// Whether somebody in this chat takes part now.
    pub fn is_active(&self) -> bool {
        self.carers.iter().any(CarerInChat::is_active)
    }

    /// Carers of this chat who opened a code and have not answered yet.
    pub fn pending(&self) -> Vec<CarerId> {
        self.carers.iter().filter(|carer| !carer.consented).map(|carer| carer.id).collect()
    }

    /// The site of the first carer.
    pub fn location(&self) -> &str {
        self.carers.first().map_or(self.organisation.name.as_str(), |carer| carer.location.as_str())
    }

    /// `location` of who opened a code and has not answered yet.
    pub fn invited_place(&self) -> Args {
        let invited = self.carers.iter().find(|carer| !carer.consented);
        let location = invited.map_or(self.location(), |carer| carer.location.as_str());
        Args::new().text("location", location)
    }

    /// Its telephone number.
    pub fn phone(&self) -> Option<&str> {
        self.carers.first().and_then(|carer| carer.phone.as_deref())
    }

    /// `children` and `location`, as most phrases want them.
    pub fn about(&self) -> Args {
        let names = names_of(self.carers.iter());
        Args::new()
            .text("children", list(self.language(), &names))
            .text("location", self.location())
    }

    /// The same for some of the carers only.
    pub fn about_those(&self, ids: &[CarerId]) -> Args {
        let those = self.carers.iter().filter(|carer| ids.contains(&carer.id));
        let location = those.clone().next().map_or(self.location(), |it| it.location.as_str());
        Args::new()
            .text("children", list(self.language(), &names_of(those.clone())))
            .text("location", location)
    }

    /// `location` only.
    pub fn place(&self) -> Args {
        Args::new().text("location", self.location())
    }

    /// How many children the chat is about.
    pub fn child_count(&self) -> i64 {
        i64::try_from(names_of(self.carers.iter()).len()).unwrap_or(1).max(1)
    }

    /// A phrase of this chat.
    pub fn html(&self, id: &str, args: &Args) -> Html {
        self.phrases().html(self.language(), id, args)
    }

    /// A button with a phrase of this chat.
    pub fn button(&self, id: &str, press: impl Into<String>) -> Button {
        Button::new(self.phrases().plain(self.language(), id, &Args::new()), press)
    }

    /// A message of one phrase.
    pub fn message(&self, id: &str, args: &Args) -> Message {
        Message::text(self.html(id, args))
    }

    /// Speaks of meetings and talks in this chat.
    pub fn voice(&self) -> Voice<'_> {
        Voice {
            phrases: self.phrases(),
            language: self.language(),
            zone: &self.organisation.time_zone,
        }
    }

    /// Queues an answer; it leaves when the turn commits.
    pub async fn say(&mut self, message: Message) -> Result<()> {
        let priority = if self.carers.is_empty() { Priority::Stranger } else { Priority::Answer };
        self.queue(message, priority).await
    }

    async fn queue(&mut self, message: Message, priority: Priority) -> Result<()> {
        let answer = Answer {
            organisation: self.organisation.id,
            chat: self.chat,
            carer: self.carers.first().map(|carer| carer.id),
            language: self.language(),
            priority,
            message: directed(message, self.language()),
        };
        answer.queue(&self.rooms.store, self.write, self.now).await
    }

    /// Queues an answer of one phrase.
    pub async fn say_phrase(&mut self, id: &str, args: &Args) -> Result<()> {
        let message = self.message(id, args);
        self.say(message).await
    }

    /// Shows a phrase for a moment over the pressed button.
    pub fn toast(&mut self, id: &str) {
        self.after.toast = self.phrases().plain(self.language(), id, &Args::new());
    }

    /// Reads the chat's carers anew, after something about them changed.
    pub async fn look_again(&mut self) -> Result<()> {
        self.carers = roster::carers_of_chat(self.write, self.organisation.id, self.chat).await?;
        Ok(())
    }

    /// The keyboard that stays under the chat.
    pub fn lasting_keyboard(&self) -> [String; 2] {
        ["keyboard-language", "keyboard-menu"]
            .map(|id| self.phrases().plain(self.language(), id, &Args::new()))
    }
}

/// A child is named only after consent for that child.
fn names_of<'a>(carers: impl Iterator<Item = &'a CarerInChat>) -> Vec<String> {
    let active = carers.filter(|carer| carer.is_active());
    let mut names: Vec<String> = active.flat_map(|carer| carer.children.clone()).collect();
    names.sort();
    names.dedup();
    names
}
