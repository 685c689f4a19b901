//! Juf Anna, who works in the chat: her phone is linked by a code, and all that she does is a press or a
//! reply on it.

mod work;

use std::time::Duration;

use axum::body::Bytes;

use super::DemoError;
use super::school::{GROUPS, broken};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{self, Group, InviteKey, NewStaff, Organisation, Role};
use crate::sandbox::{Button, Person, PhoneId, Sandbox};
use crate::store::Store;

pub(super) use work::ANSWER;

/// How long she waits for an answer of the bot.
const PATIENCE: Duration = Duration::from_secs(20);
const NAME: &str = "Anna";

pub(super) struct Educator {
    sandbox: Sandbox,
    phone: PhoneId,
    /// Hers, by name.
    pub groups: Vec<Group>,
    /// The questions that she has replied to.
    replied: Vec<i32>,
    /// What she recorded.
    pub spoken: Option<Spoken>,
    /// Children, each with the group, whose families she saw doing it.
    pub seen: Vec<(&'static str, &'static str)>,
}

/// A theme letter that she read into the microphone.
pub(super) struct Spoken {
    pub theme: &'static str,
    pub language: HomeLanguage,
    pub sound: Bytes,
}

impl Educator {
    /// The office adds her, and she opens her code.
    pub(super) async fn begins(
        store: &Store,
        key: &InviteKey,
        organisation: &Organisation,
        sandbox: &Sandbox,
        now: Moment,
    ) -> Result<Self, DemoError> {
        let mut groups = Vec::new();
        for name in &GROUPS[..2] {
            let mut read = store.read().await?;
            groups.extend(roster::find_group(&mut read, organisation.id, name).await);
        }
        let ids: Vec<_> = groups.iter().map(|group| group.id).collect();
        let language = HomeLanguage::DUTCH;
        let role = Role::Educator;
        let new = NewStaff { name: NAME, role, language, groups: &ids, locations: &[] };
        let code = roster::add_staff(store, key, organisation.id, &new, now).await;
        let code = code.map_err(|error| broken(&error.to_string()))?.reveal();
        let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        let person = Person {
            name: format!("Juf {NAME}"),
            app_language: language.tag().to_owned(),
            note: names.join(", "),
        };
        let phone = sandbox.add_phone(person);
        let educator = Self {
            sandbox: sandbox.clone(),
            phone,
            groups,
            replied: Vec::new(),
            spoken: None,
            seen: Vec::new(),
        };
        let opened = educator.sandbox.presses_start(phone, Some(&code));
        opened.map_err(|error| broken(&error.to_string()))?;
        educator.sees("her menu", |button| is(button, "w.s")).await?;
        Ok(educator)
    }

    /// How often she answered a parent.
    pub(super) fn answers(&self) -> usize {
        self.replied.len()
    }

    /// The chat in which she works.
    pub(super) fn chat(&self) -> i64 {
        self.phone.chat()
    }

    fn undo_buttons(&self) -> usize {
        count_undo(&self.sandbox.phone(self.phone))
    }

    /// Waits until one more thing can be undone: the bot says that it is noted.
    async fn noted(&self, undone: usize, what: &'static str) -> Result<(), DemoError> {
        let phone = self.phone;
        let noted = self.sandbox.wait_until(PATIENCE, |world| {
            world.phone(phone).is_some_and(|it| count_undo(it) > undone)
        });
        if noted.await { Ok(()) } else { Err(DemoError::Stuck(what)) }
    }

    /// Presses the newest such button as soon as it is there. Returns the words above it.
    async fn presses(
        &self,
        what: &'static str,
        wanted: impl Fn(&Button) -> bool,
    ) -> Result<String, DemoError> {
        self.sees(what, &wanted).await?;
        let found = newest(&self.sandbox.phone(self.phone), &wanted);
        let (message, data, text) = found.ok_or(DemoError::Stuck(what))?;
        let pressed = self.sandbox.presses(self.phone, message, &data);
        pressed.map_err(|error| broken(&error.to_string()))?;
        Ok(text)
    }

    async fn sees(
        &self,
        what: &'static str,
        wanted: impl Fn(&Button) -> bool,
    ) -> Result<(), DemoError> {
        let phone = self.phone;
        let there = self.sandbox.wait_until(PATIENCE, |world| {
            world.phone(phone).is_some_and(|it| newest(it, &wanted).is_some())
        });
        if there.await { Ok(()) } else { Err(DemoError::Stuck(what)) }
    }
}

fn newest(
    phone: &crate::sandbox::Phone,
    wanted: impl Fn(&Button) -> bool,
) -> Option<(i32, String, String)> {
    phone.messages.iter().rev().find_map(|bubble| {
        let button = bubble.buttons.iter().flatten().find(|button| wanted(button))?;
        Some((bubble.message_id, button.data.clone()?, bubble.text.clone()))
    })
}

fn count_undo(phone: &crate::sandbox::Phone) -> usize {
    phone
        .messages
        .iter()
        .flat_map(|it| it.buttons.iter().flatten())
        .filter(|it| under(it, "w.u."))
        .count()
}

fn is(button: &Button, data: &str) -> bool {
    button.data.as_deref() == Some(data)
}

fn under(button: &Button, start: &str) -> bool {
    button.data.as_deref().is_some_and(|data| data.starts_with(start))
}

fn ends(button: &Button, end: &str) -> bool {
    button.data.as_deref().is_some_and(|data| data.ends_with(end))
}
