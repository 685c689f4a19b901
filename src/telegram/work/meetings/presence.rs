//! Who was there: one tap a family, on a list that fits the screen. A button says what it does whatever the screen
//! shows, so that a press after a lost edit does no harm.

use jiff::civil::Date;

use super::super::materials::markup;
use super::super::pages::{place, turning_by};
use super::super::undo::{self, Undo};
use super::{Regret, Shown, about, card, mine, number, today, walk_ins};
use crate::language::{Args, HomeLanguage, list};
use crate::meeting::{self, Answering, Attendee, Meeting, Session};
use crate::outbox::Button;
use crate::roster::FamilyId;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many families fit a screen.
const PAGE: usize = 12;
/// A label of at most so many characters shares its row with another.
const SHORT: usize = 16;

/// The list of who was at one time of a meeting.
pub(super) struct List {
    pub meeting: Meeting,
    pub session: Session,
    pub families: Vec<Attendee>,
    pub day: Date,
}

/// The list, a page of it (`p.<from>`), a tick (`family.act`), somebody else (`o..`) or the end of it (`c`); all after
/// the number of the time.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str, message: Shown<'_>) -> Result<()> {
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let Some((meeting, session)) = mine(talk, fields.next()).await? else { return Ok(()) };
    let starts = super::local(talk, session.starts).date();
    if session.is_cancelled || starts > today(talk) {
        let phrase = if session.is_cancelled { "staff-meet-off" } else { "staff-meet-too-early" };
        return talk.work_phrase(phrase, &Args::new()).await;
    }
    let list = List::read(talk, meeting, session).await?;
    match (fields.next(), fields.next()) {
        (None, _) => list.show(talk).await,
        (Some("p"), from) => {
            list.edit(talk, place(from), message);
            Ok(())
        }
        (Some("c"), _) => list.close(talk).await,
        (Some("o"), group) => {
            walk_ins::pressed(talk, &list, (group, place(fields.next())), message).await
        }
        (Some(family), act) => list.tick(talk, (family, act), message).await,
    }
}

impl List {
    pub async fn read(talk: &mut Talk<'_>, meeting: Meeting, session: Session) -> Result<Self> {
        let first = super::local(talk, session.starts).date();
        let is_week = meeting.kind.base.answering() == Answering::WeeklyTick;
        // A week's list is of who is there in it, as far as it has come.
        let last = super::local(talk, session.ends).date().yesterday().unwrap_or(first);
        let day = if is_week { today(talk).clamp(first, last.max(first)) } else { first };
        let families = meeting::attendees(talk.write, &meeting, session.id, day).await?;
        Ok(Self { meeting, session, families, day })
    }

    fn press(&self) -> String {
        format!("w.g.a.{}", self.session.id)
    }

    fn is_week(&self) -> bool {
        self.meeting.kind.base.answering() == Answering::WeeklyTick
    }

    fn came(&self) -> i64 {
        number(self.families.iter().filter(|it| it.seen || it.said).count())
    }

    pub async fn show(&self, talk: &mut Talk<'_>) -> Result<()> {
        let args = about(talk, &self.meeting, self.session.starts)
            .number("yes", number(self.families.iter().filter(|it| it.said_yes).count()))
            .number("families", number(self.families.len()));
        let phrase = if self.is_week() { "staff-meet-who-week" } else { "staff-meet-who" };
        let mut message = talk.work_message(phrase, &args);
        message.buttons = self.rows(talk, 0);
        talk.work_say(message).await
    }

    /// The same message with the page from some place on.
    pub fn edit(&self, talk: &mut Talk<'_>, from: usize, message: Shown<'_>) {
        let rows = self.rows(talk, from);
        talk.after.keyboard = message.map(|(id, _)| (*id, markup(&rows)));
    }

    /// The same with the page on which a family stands.
    pub fn edit_at(&self, talk: &mut Talk<'_>, family: FamilyId, message: Shown<'_>) {
        let at = self.families.iter().position(|it| it.family == family).unwrap_or(0);
        self.edit(talk, at - at % PAGE, message);
    }

    fn rows(&self, talk: &Talk<'_>, from: usize) -> Vec<Vec<Button>> {
        let mut rows: Vec<Vec<Button>> = Vec::new();
        let mut is_open = false;
        for family in self.families.iter().skip(from).take(PAGE) {
            let label = self.label(talk, family);
            let is_short = label.chars().count() <= SHORT;
            let button = self.button(talk, family, label);
            match rows.last_mut() {
                Some(row) if is_open && is_short => row.push(button),
                _ => rows.push(vec![button]),
            }
            is_open = is_short && !is_open;
            if let Some(language) = family.interpreter.filter(|_| family.seen) {
                rows.push(vec![self.interpreter(talk, family, language)]);
                is_open = false;
            }
        }
        let press = self.press();
        let pages = (self.families.len(), from);
        rows.extend(turning_by(PAGE, talk, pages, &format!("{press}.p")));
        rows.push(vec![talk.work_button("staff-meet-button-other", format!("{press}.o"))]);
        if !self.is_week() && self.session.starts <= talk.now {
            let args = Args::new().number("count", self.came());
            let label =
                talk.phrases().plain(talk.work_language(), "staff-meet-button-complete", &args);
            rows.push(vec![Button::new(label, format!("{press}.c"))]);
        }
        rows
    }

    /// First names, and the group where there are several; who said yes and who said so themselves have a word.
    fn label(&self, talk: &Talk<'_>, family: &Attendee) -> String {
        let tongue = talk.work_language();
        let names = list(tongue, &family.children);
        let is_other = self.meeting.group_names().iter().all(|it| *it != family.group);
        let names = match self.meeting.groups.len() > 1 || is_other {
            true => format!("{names} · {}", family.group),
            false => names,
        };
        let args = Args::new().text("label", &names);
        match (family.said, family.said_yes) {
            (true, _) => talk.phrases().plain(tongue, "staff-meet-label-self", &args),
            (_, true) => talk.phrases().plain(tongue, "staff-meet-label-yes", &args),
            _ => names,
        }
    }

    fn button(&self, talk: &Talk<'_>, family: &Attendee, label: String) -> Button {
        let label = match family.seen {
            true => {
                let args = Args::new().text("label", label);
                talk.phrases().plain(talk.work_language(), "chosen", &args)
            }
            false => label,
        };
        let act = if family.seen { "n" } else { "y" };
        Button::new(label, format!("{}.{}.{act}", self.press(), family.family))
    }

    fn interpreter(&self, talk: &Talk<'_>, family: &Attendee, language: HomeLanguage) -> Button {
        let tongue = talk.work_language();
        let (phrase, act) = match family.interpreter_there {
            None => ("staff-meet-interpreter-asked", "i"),
            Some(true) => ("staff-meet-interpreter-there", "j"),
            Some(false) => ("staff-meet-interpreter-missing", "i"),
        };
        let args = Args::new().text("language", language.name_in(tongue));
        let label = talk.phrases().plain(tongue, phrase, &args);
        Button::new(label, format!("{}.{}.{act}", self.press(), family.family))
    }

    /// They were there (`y`), or not after all (`n`); the interpreter was (`i`), or was not (`j`).
    async fn tick(
        self,
        talk: &mut Talk<'_>,
        (family, act): (&str, Option<&str>),
        message: Shown<'_>,
    ) -> Result<()> {
        let Some(staff) = talk.staff.clone() else { return Ok(()) };
        let Some(found) = self.families.iter().find(|it| it.family.to_string() == family) else {
            // A walk-in whose tick was taken away is on the list no more.
            talk.work_toast("staff-meet-gone");
            self.edit(talk, 0, message);
            return Ok(());
        };
        let of = (self.session.id, found.family);
        match (act, found.seen) {
            (Some("y"), false) | (Some("n"), true) => {
                let by = (staff.name.as_str(), talk.now);
                meeting::tick(talk.write, of, by).await?;
            }
            (Some("i" | "j"), true) => {
                meeting::interpreter_there(talk.write, of, act == Some("i")).await?;
            }
            _ => {}
        }
        let changed = Self::read(talk, self.meeting, self.session).await?;
        changed.say_count(talk);
        changed.edit_at(talk, of.1, message);
        Ok(())
    }

    /// How many there are now, for a moment: to be read also when the screen did not change.
    pub fn say_count(&self, talk: &mut Talk<'_>) {
        let args = Args::new().number("count", self.came());
        talk.after.toast = talk.phrases().plain(talk.work_language(), "staff-meet-count", &args);
    }

    async fn close(&self, talk: &mut Talk<'_>) -> Result<()> {
        if self.is_week() || self.session.starts > talk.now {
            talk.work_toast("staff-meet-too-early");
            return Ok(());
        }
        if !meeting::close_list(talk.write, self.session.id, Some(talk.now)).await? {
            talk.work_toast("staff-meet-complete-before");
            return Ok(());
        }
        let lines: Vec<_> =
            card::came(talk, &self.meeting, &self.session).await?.into_iter().collect();
        let args = about(talk, &self.meeting, self.session.starts);
        let message = talk.work_message("staff-meet-complete", &args);
        let message = super::plan::with(message, &lines);
        undo::offer(talk, message, Undo::Meeting(Regret::Closed(self.session.id))).await
    }
}
