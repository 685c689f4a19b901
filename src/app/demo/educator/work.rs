//! What she does at work: each of it with the presses that it takes.

use jiff::civil::Date;

use super::{Educator, PATIENCE, Spoken, ends, is, under};
use crate::app::demo::DemoError;
use crate::app::demo::post::plain;
use crate::app::demo::school::broken;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::roster::Group;
use crate::sandbox::Bubble;

/// What she answers to whatever was asked.
pub(in crate::app::demo) const ANSWER: &str =
    "Ja hoor, dat mag. Morgen laat ik het even zien. Groetjes, juf Anna";
/// What came of speaking at the door.
const SPOKE: &str = ".spoke";
const SEEN_DOING_IT: &str = ".seen_doing_it";

impl Educator {
    /// Theme, groups and week, and after a look at the plan the start. Returns the plan as she read it.
    pub(in crate::app::demo) async fn starts_theme(
        &self,
        title: &str,
        monday: Date,
    ) -> Result<String, DemoError> {
        self.presses("the menu", |button| is(button, "w.s")).await?;
        self.presses("the theme", |button| button.label == title && under(button, "w.s.")).await?;
        if self.groups.len() > 1 {
            self.presses("all her groups", |it| under(it, "w.s.") && ends(it, ".0")).await?;
        }
        let week = format!(".{monday}");
        self.presses("the week", |button| under(button, "w.s.") && ends(button, &week)).await?;
        let (go, undone) = (format!(".{monday}.go"), self.undo_buttons());
        let plan = self.presses("the plan", |button| ends(button, &go)).await?;
        self.noted(undone, "that it starts").await?;
        Ok(plan)
    }

    /// She reads the letter of a theme into the microphone, in one language.
    pub(in crate::app::demo) async fn records(
        &mut self,
        (theme, title): (&'static str, &str),
        language: HomeLanguage,
    ) -> Result<(), DemoError> {
        let undone = self.undo_buttons();
        self.presses("the menu", |button| is(button, "w.v")).await?;
        let in_theme = "w.v.in.";
        self.presses("the theme", |it| it.label == title && under(it, in_theme)).await?;
        let letter = |data: &str| data.strip_prefix("w.v.t").is_some_and(|id| !id.contains('.'));
        self.presses("the letter", |it| it.data.as_deref().is_some_and(letter)).await?;
        let own = format!(".{language}");
        self.presses("the language", |it| under(it, "w.v.t") && ends(it, &own)).await?;
        let phone = self.phone;
        let reads = self.sandbox.wait_until(PATIENCE, |world| {
            let last = world.phone(phone).and_then(|it| it.messages.last());
            last.is_some_and(|it| it.from_bot && it.text.starts_with("🎙️"))
        });
        if !reads.await {
            return Err(DemoError::Stuck("the text to read"));
        }
        self.sandbox.sends_voice(phone).map_err(|error| broken(&error.to_string()))?;
        self.noted(undone, "a recording").await?;
        let said = self.sandbox.phone(phone).messages.into_iter().rev();
        let sound = said.filter(|it| !it.from_bot).find_map(|it| it.voice);
        self.spoken = sound.map(|voice| Spoken { theme, language, sound: voice.bytes });
        Ok(())
    }

    /// She marks a picture book as read in a group.
    pub(in crate::app::demo) async fn has_read(
        &self,
        title: &str,
        group: &Group,
    ) -> Result<(), DemoError> {
        let undone = self.undo_buttons();
        self.presses("the menu", |button| is(button, "w.b")).await?;
        self.presses("the book", |button| button.label == title && under(button, "w.b.")).await?;
        if self.groups.len() > 1 {
            let of_group = format!(".{}", group.id);
            self.presses("the group", |it| under(it, "w.b.") && ends(it, &of_group)).await?;
        }
        self.noted(undone, "a book that was read").await
    }

    /// She asks whom to speak to; the list comes one family a message.
    pub(in crate::app::demo) async fn asks_whom_to_speak_to(&self) -> Result<(), DemoError> {
        self.presses("the menu", |button| is(button, "w.d")).await.map(drop)
    }

    /// She saw the family of one child doing it, and notes so. Where others stand before it in the list,
    /// she has spoken to those; false means that the list must be asked for once more.
    pub(in crate::app::demo) async fn speaks_at_the_door(
        &mut self,
        seen: (&'static str, &'static str),
    ) -> Result<bool, DemoError> {
        let (child, group) = seen;
        let listed = self.sandbox.phone(self.phone).messages;
        let is_theirs = |bubble: &&Bubble| {
            plain(&bubble.text).starts_with(&format!("{child}, {group}:"))
                && button_of(bubble, SEEN_DOING_IT).is_some()
        };
        let theirs = listed.iter().rev().find(is_theirs);
        let outcome = if theirs.is_some() { SEEN_DOING_IT } else { SPOKE };
        let chosen: Vec<&Bubble> = match theirs {
            Some(bubble) => vec![bubble],
            None => listed.iter().filter(|it| button_of(it, SPOKE).is_some()).collect(),
        };
        for bubble in chosen {
            let Some(data) = button_of(bubble, outcome) else { continue };
            let undone = self.undo_buttons();
            let pressed = self.sandbox.presses(self.phone, bubble.message_id, data);
            pressed.map_err(|error| broken(&error.to_string()))?;
            self.noted(undone, "what came of speaking").await?;
        }
        self.seen.extend(theirs.map(|_| seen));
        Ok(theirs.is_some())
    }

    /// She replies to every question on her phone that she has not replied to. Returns how many.
    pub(in crate::app::demo) async fn replies(
        &mut self,
        phrases: &Phrasebook,
    ) -> Result<usize, DemoError> {
        let how = phrases.plain(HomeLanguage::DUTCH, "staff-question-how", &Args::new());
        let how = how.replace("<i>", "").replace("</i>", "");
        let phone = self.sandbox.phone(self.phone);
        let open: Vec<i32> = phone
            .messages
            .iter()
            .filter(|it| it.from_bot && it.text.ends_with(&how))
            .map(|it| it.message_id)
            .filter(|id| !self.replied.contains(id))
            .collect();
        let undone = self.undo_buttons();
        for question in &open {
            let replied = self.sandbox.replies(self.phone, *question, ANSWER);
            replied.map_err(|error| broken(&error.to_string()))?;
            self.replied.push(*question);
        }
        if let Some(others) = open.len().checked_sub(1) {
            self.noted(undone + others, "an answer by reply").await?;
        }
        Ok(open.len())
    }
}

fn button_of<'a>(bubble: &'a Bubble, end: &str) -> Option<&'a str> {
    let mut data = bubble.buttons.iter().flatten().filter_map(|button| button.data.as_deref());
    data.find(|data| data.starts_with("w.d.") && data.ends_with(end))
}
