//! What a mother does on the phone with Regenboog's bot; after each act nothing of Zonnebloem has
//! changed, and nothing of it is to be seen.

use std::collections::BTreeSet;

use super::phone::{Bot, SharedPhone};
use super::rows::Rows;
use crate::suite::school::PATIENCE;

/// One mother, two bots; she talks with Regenboog's.
pub struct Acts {
    pub both: SharedPhone,
    theirs: Rows,
    on_their_phone: String,
    /// Data of buttons that were pressed, and texts that were typed.
    pub done: BTreeSet<String>,
}

impl Acts {
    /// From now on Zonnebloem stays as it is.
    pub async fn on(both: SharedPhone) -> Self {
        let theirs = both.rows_of(&both.zonnebloem).await;
        let on_their_phone = both.zonnebloem.shown();
        Self { both, theirs, on_their_phone, done: BTreeSet::new() }
    }

    pub fn bot(&self) -> &Bot {
        &self.both.regenboog
    }

    /// Waits for what came of an act, and looks at Zonnebloem.
    pub async fn leaves_them_alone(&mut self, what: &str) {
        self.both.settles().await;
        let after = self.both.rows_of(&self.both.zonnebloem).await;
        assert_eq!(self.theirs.changes(&after), Vec::<String>::new(), "{what}");
        assert_eq!(self.both.zonnebloem.shown(), self.on_their_phone, "{what}");
        assert!(!self.bot().shows_marks(), "{what}:\n{}", self.bot().shown());
        self.done.insert(what.to_owned());
    }

    /// Opens the bot by a link, or without one.
    pub async fn starts(&mut self, code: Option<&str>) {
        self.bot().sandbox.presses_start(self.bot().phone, code).unwrap();
        self.leaves_them_alone("/start").await;
    }

    pub async fn types(&mut self, text: &str) {
        self.bot().sandbox.types(self.bot().phone, text).unwrap();
        self.leaves_them_alone(text).await;
    }

    /// Presses the newest button whose data begins so.
    pub async fn presses(&mut self, data: &str) {
        let (message, data) = self.bot().button(data);
        self.bot().sandbox.presses(self.bot().phone, message, &data).unwrap();
        self.leaves_them_alone(&data).await;
        self.done.insert("Pressed".to_owned());
    }

    /// Presses a button that this bot never made, or not for her.
    pub async fn forged(&mut self, data: &str) {
        let bot = self.bot();
        let message = bot.sandbox.phone(bot.phone).messages.last().unwrap().message_id;
        bot.sandbox.presses(bot.phone, message, data).unwrap();
        self.leaves_them_alone(data).await;
    }

    /// Presses a button that this bot never made, and reads what is shown for a moment.
    pub async fn forges(&mut self, data: &str) -> String {
        let bot = self.bot();
        let phone = bot.sandbox.phone(bot.phone);
        let (message, toasts) = (phone.messages.last().unwrap().message_id, phone.toasts.len());
        bot.sandbox.presses(bot.phone, message, data).unwrap();
        let id = bot.phone;
        let told = bot.sandbox.wait_until(PATIENCE, |world| {
            world.phone(id).is_some_and(|phone| phone.toasts.len() > toasts)
        });
        assert!(told.await, "{data}: nothing was shown");
        self.leaves_them_alone(data).await;
        self.bot().sandbox.toasts(id).pop().unwrap().text
    }
}
