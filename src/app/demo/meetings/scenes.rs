//! The scenes of the meetings, in the order in which they are played.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::{ALL, Agenda, Base, TALKING};
use crate::app::demo::family::{Act, Carer, Part, button, said};
use crate::app::demo::{Demo, DemoError, school::broken, theme};
use crate::clock::Moment;
use crate::meeting::{self, Answer, MeetingId, TalkPress};
use crate::roster::InviteKey;
use crate::sandbox::{Bubble, PhoneId};

const fn time(hour: i8, minute: i8) -> Time {
    Time::constant(hour, minute, 0, 0)
}

impl Demo {
    /// The meetings begin on this day when it is a Monday, else on Monday morning.
    ///
    /// # Errors
    /// The database.
    pub async fn meetings_begin(&mut self) -> Result<(), DemoError> {
        let today = self.calendar.now().local(&self.organisation.time_zone).date();
        let monday = match today.weekday() {
            jiff::civil::Weekday::Monday => today,
            _ => theme::monday_after(today),
        };
        let agenda = Agenda { monday };
        self.agenda = Some(agenda);
        self.keeps_places().await?;
        match monday == today {
            true => Ok(()),
            false => self.turns_to(agenda.at(0, 10, 0), "a Monday morning").await,
        }
    }

    /// Families are invited to a theme morning, and answer. The one after it stands in the office's planner only.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn theme_morning_is_told(&mut self) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        let now = self.calendar.now();
        self.plans(Base::ThemeMorning, ALL, (now, vec![agenda.theme_morning()])).await?;
        let (told, next) = agenda.next_theme_morning();
        let told = super::moment(told, &self.organisation.time_zone);
        self.plans(Base::ThemeMorning, ALL, (told, vec![next])).await?;
        self.planned_now("the theme morning").await
    }

    /// They are invited to a play group for ten families: the eleventh waits.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn play_group_is_told(&mut self) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        let now = self.calendar.now();
        self.plans(Base::PlayGroup, ALL, (now, Self::fridays(agenda))).await?;
        self.planned_now("the play group").await
    }

    /// Moments for talks are opened; some choose at once, one of them chooses another moment, the others look in
    /// the evening, and for some none is left.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn talks_are_chosen(&mut self) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        let now = self.calendar.now();
        self.plans(Base::TenMinuteTalk, TALKING, (now, Vec::new())).await?;
        let day = |days| Self::day(agenda, days);
        self.opens_moments(day(9), (time(15, 0), time(16, 10))).await?;
        self.opens_moments(day(10), (time(8, 40), time(9, 50))).await?;
        self.announces_talks().await?;
        self.planned_now("the talks").await?;
        self.families.have_time();
        self.everybody_is_done("moments for talks").await?;
        let moves = |data: &str| data.starts_with("k.v.").then_some(Act::AskedForAnother);
        self.families.somebody_presses(|_, chat| booked(chat, "k.v."), moves);
        self.everybody_is_done("another moment").await?;
        self.families.have_time();
        self.everybody_is_done("moments for talks").await
    }

    /// A carer cancels the talk, and somebody who waits takes the moment; the office moves another; in the play
    /// group a place comes free. Who said nothing is invited once more.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn plans_change(&mut self) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        self.turns_to(agenda.at(3, 10, 30), "the second invitation").await?;
        let gives_back = |data: &str| TalkPress::parse(data).map(|(_, talk)| Act::GaveBack(talk));
        let moved = self.who_did(|act| act == Act::AskedForAnother);
        let another = |carer: &Carer, chat: &[Bubble]| {
            booked(chat, "k.c.").filter(|_| !moved.contains(&carer.phone))
        };
        // The moment of a talk with an interpreter is long enough for whoever waits.
        let long = |carer: &Carer, chat: &[Bubble]| {
            let is_long = matches!(carer.part, Part::Pauses | Part::FindsTooHard);
            is_long.then(|| another(carer, chat)).flatten()
        };
        let cancelled = self.families.somebody_presses(long, gives_back);
        if cancelled.is_none() {
            self.families.somebody_presses(another, gives_back);
        }
        self.everybody_is_done("a talk that is cancelled").await?;
        self.a_place_comes_free().await?;
        self.turns_to(agenda.at(4, 10, 45), "the second invitation").await?;
        self.opens_moments(Self::day(agenda, 11), (time(15, 0), time(15, 30))).await?;
        self.moves_a_talk_to(Self::day(agenda, 11)).await?;
        self.everybody_is_done("a talk that is moved").await?;
        self.turns_to(agenda.at(5, 12, 30), "the second invitation").await
    }

    /// A family of the play group cannot come after all.
    async fn a_place_comes_free(&mut self) -> Result<(), DemoError> {
        let Some(group) = self.ledger.of(Base::PlayGroup).map(|it| it.id) else { return Ok(()) };
        let say_yes: Vec<_> = self.saying_yes(group).map(|carer| carer.invite.family).collect();
        let alone = |carer: &Carer| {
            say_yes.iter().filter(|family| **family == carer.invite.family).count() == 1
        };
        let has_place = |chat: &[Bubble]| {
            let file = format!("i.c.{group}.");
            chat.iter().any(|bubble| button(bubble, &file).is_some())
        };
        let no = format!("i.n.{group}.");
        let find = |carer: &Carer, chat: &[Bubble]| {
            (alone(carer) && has_place(chat)).then(|| newest(chat, &no)).flatten()
        };
        self.families.somebody_presses(find, said);
        self.everybody_is_done("a place that comes free").await
    }

    /// The theme morning: the reminder, the code on the table, attendance, thanks and "we missed you".
    ///
    /// # Errors
    /// The story stands still.
    pub async fn theme_morning(&mut self) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        self.turns_to(agenda.at(7, 17, 5), "the reminder of the theme morning").await?;
        self.turns_to(agenda.at(8, 8, 35), "the theme morning").await?;
        self.somebody_scans_the_code().await?;
        self.turns_to(agenda.at(8, 10, 0), "the theme morning").await?;
        self.takes_attendance(Base::ThemeMorning, 0).await?;
        self.turns_to(agenda.at(8, 10, 16), "thanks for the theme morning").await
    }

    /// The last of those who said yes opens the code on the coffee table.
    async fn somebody_scans_the_code(&mut self) -> Result<(), DemoError> {
        let Some(planned) = self.ledger.of(Base::ThemeMorning) else { return Ok(()) };
        let (id, session) = (planned.id, planned.times[0].session);
        let Some(phone) = self.saying_yes(id).map(|carer| carer.phone).last() else {
            return Ok(());
        };
        let key = InviteKey::load_or_make(&self.settings.key_file)
            .map_err(|error| broken(&error.to_string()))?;
        let mut write = self.store.write().await?;
        let link = meeting::session_link(&mut write, &key, session, "demo").await?;
        write.commit().await.map_err(crate::store::Error::from)?;
        let code = link.rsplit('=').next();
        let opened = self.sandbox.presses_start(phone, code);
        opened.map_err(|error| broken(&error.to_string()))?;
        self.families.note(phone, Act::Scanned(session));
        self.everybody_is_done("the code on the table").await
    }

    /// The talks, on three days: reminders, what came of them, thanks.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn talks_are_held(&mut self) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        for days in [8, 9, 10] {
            self.turns_to(agenda.at(days, 17, 5), "the reminder of the talks").await?;
            self.notes_talks().await?;
        }
        self.turns_to(agenda.at(11, 17, 0), "the talks").await?;
        self.notes_talks().await?;
        self.turns_to(agenda.at(11, 17, 16), "thanks for the talks").await
    }

    /// One time of the play group, from 0: the reminder, attendance, and what follows.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn play_group(&mut self, number: i64) -> Result<(), DemoError> {
        let agenda = self.agenda()?;
        let begins = agenda.play_group(number);
        let at = |hour, minute| begins.date().to_datetime(time(hour, minute));
        let before = at(17, 5).saturating_sub(1.day());
        self.turns_to(before, "the reminder of the play group").await?;
        self.turns_to(at(11, 0), "the play group").await?;
        self.takes_attendance(Base::PlayGroup, usize::try_from(number).unwrap_or(0)).await?;
        self.turns_to(at(11, 16), "after the play group").await
    }

    /// How many times the play group takes place.
    pub const fn play_group_times() -> i64 {
        super::TIMES
    }

    fn agenda(&self) -> Result<Agenda, DemoError> {
        self.agenda.ok_or(DemoError::Stuck("the meetings"))
    }

    fn day(agenda: Agenda, days: i64) -> Date {
        agenda.at(days, 0, 0).date()
    }

    /// What was made a moment ago is planned and has come.
    async fn planned_now(&mut self, scene: &'static str) -> Result<(), DemoError> {
        self.planned().await?;
        self.everybody_is_done(scene).await
    }

    /// Carers whose last word about a meeting is yes.
    fn saying_yes(&self, meeting: MeetingId) -> impl Iterator<Item = &Carer> {
        self.families.carers().filter(move |carer| {
            let said = self.families.did(carer.phone).into_iter().rev();
            let mut said = said.filter_map(|did| match did.act {
                Act::Said(about, answer) if about == meeting => Some(answer),
                _ => None,
            });
            said.next() == Some(Answer::Yes)
        })
    }

    fn who_did(&self, wanted: impl Fn(Act) -> bool) -> Vec<PhoneId> {
        let did = |phone: &PhoneId| self.families.did(*phone).iter().any(|did| wanted(did.act));
        self.families.phones().filter(did).collect()
    }

    /// The moment of now, for tests.
    pub fn now(&self) -> Moment {
        self.calendar.now()
    }
}

/// The button that begins so under the newest talk that stands, if the newest word about a talk is that it stands.
fn booked(chat: &[Bubble], start: &str) -> Option<(i32, String)> {
    let about_talks = |it: &&Bubble| button(it, "k.").is_some();
    let newest = chat.iter().rev().find(about_talks)?;
    button(newest, "k.c.")?;
    Some((newest.message_id, button(newest, start)?))
}

fn newest(chat: &[Bubble], start: &str) -> Option<(i32, String)> {
    chat.iter().rev().find_map(|bubble| Some((bubble.message_id, button(bubble, start)?)))
}
