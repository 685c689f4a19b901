//! Every morning, to staff who want it: what takes place today. Nothing on a day without anything, or when the place
//! is closed.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::Desk;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, hour};
use crate::meeting::overview::replies;
use crate::meeting::press::work_press;
use crate::meeting::queries::mornings as queries;
use crate::meeting::queries::mornings::{EarlyRow, TalkToday};
use crate::meeting::standing::{self, Meeting, Session};
use crate::outbox::{Answer, Button, Message, Priority};
use crate::rhythm;
use crate::roster::{ChatId, OrganisationId};
use crate::store::Result;

/// Before the doors open.
const FROM: Time = Time::constant(7, 30, 0, 0);
/// Later it is no morning message any more.
const UNTIL: Time = Time::constant(12, 0, 0, 0);
/// So many lines fit a screen.
const SHOWN: usize = 20;

pub(super) async fn tell(desk: Desk<'_>) -> Result<u64> {
    let early = queries::early(&mut *desk.store.read().await?).await?;
    let mut done = 0;
    for who in early {
        let zone = TimeZone::get(&who.time_zone).unwrap_or(TimeZone::UTC);
        let local = desk.now.local(&zone);
        let is_told = who.told_on.as_deref() == Some(local.date().to_string().as_str());
        if is_told || local.time() < FROM || local.time() >= UNTIL {
            continue;
        }
        let mut write = desk.store.write().await?;
        if queries::told(&mut write, who.staff_id, local.date()).await? {
            let today = Today { desk, who: &who, zone: &zone, day: local.date() };
            done += u64::from(today.tell(&mut write).await?);
        }
        write.commit().await?;
    }
    Ok(done)
}

/// The day of one member of staff.
struct Today<'a> {
    desk: Desk<'a>,
    who: &'a EarlyRow,
    zone: &'a TimeZone,
    day: Date,
}

impl Today<'_> {
    fn tongue(&self) -> HomeLanguage {
        HomeLanguage::parse(&self.who.language).unwrap_or(HomeLanguage::DUTCH)
    }

    /// True when there was something to tell.
    async fn tell(&self, write: &mut AnyConnection) -> Result<bool> {
        let organisation = OrganisationId::from_raw(self.who.organisation_id);
        let closed = rhythm::closed_days(write, organisation).await?;
        if closed.iter().any(|it| it.day == self.day) {
            return Ok(false);
        }
        let tomorrow = self.day.tomorrow().unwrap_or(self.day);
        let between =
            (Moment::start_of(self.day, self.zone), Moment::start_of(tomorrow, self.zone));
        let mut lines: Vec<(Moment, Html)> = Vec::new();
        let mut buttons = Vec::new();
        for id in queries::meetings(write, (organisation, self.who.staff_id), between).await? {
            let Some(meeting) = standing::find(write, id).await? else { continue };
            let is_today = |it: &&Session| (between.0..between.1).contains(&it.starts);
            for session in meeting.standing().filter(is_today) {
                lines.push((session.starts, self.meeting(write, &meeting, session).await?));
                buttons.push(self.button(&meeting, session));
            }
        }
        for talk in queries::talks(write, self.who.staff_id, between).await? {
            lines.push((Moment::from_millis(talk.starts_at), self.talk(&talk)));
        }
        if lines.is_empty() {
            return Ok(false);
        }
        lines.sort_by_key(|(at, _)| *at);
        self.say(write, lines, buttons).await?;
        Ok(true)
    }

    async fn say(
        &self,
        write: &mut AnyConnection,
        lines: Vec<(Moment, Html)>,
        buttons: Vec<Button>,
    ) -> Result<()> {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let head =
            self.html("staff-meet-morning", &Args::new().number("count", count(lines.len())));
        let more = lines.len().saturating_sub(SHOWN);
        let mut all = vec![head.into_string()];
        all.extend(lines.into_iter().take(SHOWN).map(|(_, line)| line.into_string()));
        if more > 0 {
            let more = self.html("staff-meet-more", &Args::new().number("count", count(more)));
            all.push(more.into_string());
        }
        let mut message = Message::text(Html::trusted(all.join("\n")));
        message.buttons.extend(buttons.into_iter().take(SHOWN).map(|button| vec![button]));
        let answer = Answer {
            organisation: OrganisationId::from_raw(self.who.organisation_id),
            chat: ChatId::from_raw(self.who.chat_id),
            carer: None,
            language: self.tongue(),
            // Asked for at this hour: quiet hours do not hold it.
            priority: Priority::Answer,
            message,
        };
        answer.queue(self.desk.store, write, self.desk.now).await
    }

    async fn meeting(
        &self,
        write: &mut AnyConnection,
        meeting: &Meeting,
        session: &Session,
    ) -> Result<Html> {
        let replies = replies(write, meeting, self.day).await?;
        let args = self
            .about(meeting, session)
            .number("yes", replies.yes)
            .number("people", replies.people);
        let line = self.html("staff-meet-morning-meeting", &args);
        let asked: Vec<String> = replies
            .interpreters
            .iter()
            .map(|(language, count)| format!("{} {count}", language.name_in(self.tongue())))
            .collect();
        if asked.is_empty() {
            return Ok(line);
        }
        let args = Args::new().text("list", asked.join(" · "));
        let asked = self.html("staff-meet-interpreters", &args);
        Ok(Html::trusted(format!("{}\n{}", line.as_str(), asked.as_str())))
    }

    fn about(&self, meeting: &Meeting, session: &Session) -> Args {
        let starts = session.starts.local(self.zone);
        Args::new()
            .text("time", hour(self.tongue(), starts.time()))
            .text("kind", meeting.kind.name(self.desk.phrases, self.tongue()))
            .text("groups", meeting.group_names().join(", "))
    }

    fn button(&self, meeting: &Meeting, session: &Session) -> Button {
        let starts = session.starts.local(self.zone);
        let time = hour(self.tongue(), starts.time());
        let kind = meeting.kind.name(self.desk.phrases, self.tongue());
        Button::new(format!("{time} · {kind}"), work_press(session.id))
    }

    fn talk(&self, talk: &TalkToday) -> Html {
        let starts = Moment::from_millis(talk.starts_at).local(self.zone);
        let args = Args::new()
            .text("time", hour(self.tongue(), starts.time()))
            .text("child", &talk.child)
            .text("group", &talk.group_name);
        match talk.interpreter.as_deref().and_then(HomeLanguage::parse) {
            Some(language) => {
                let args = args.text("language", language.name_in(self.tongue()));
                self.html("staff-meet-morning-talk-interpreter", &args)
            }
            None => self.html("staff-meet-morning-talk", &args),
        }
    }

    fn html(&self, id: &str, args: &Args) -> Html {
        self.desk.phrases.html(self.tongue(), id, args)
    }
}
