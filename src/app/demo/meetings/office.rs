//! What the office does about meetings: the same verbs that staff use by the command line and in the chat.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::{AT, Agenda, Held, INTERPRETED, PLACES, Planned, TALK, TALKING, TIMES, moment};
use crate::app::demo::school::broken;
use crate::app::demo::{Demo, DemoError};
use crate::clock::Moment;
use crate::mailing::Missing;
use crate::meeting::{
    self, Base, Booked, DayPart, Kind, NewMeeting, NewSlots, NotedTalk, SessionId, TalkId,
};
use crate::rhythm::Audience;
use crate::roster::{self, FamilyId, Group, Pin, StaffId};
use crate::store::Error;

const OFFICE: &str = "office";
/// Of the families who say yes every so many does not come, and of the others every so many does.
const STAYS_AWAY: usize = 5;
const COMES_UNASKED: usize = 9;
/// Of so many talks one does not take place.
const NOT_HELD: usize = 6;

impl Demo {
    /// Notes where the sites are.
    pub(super) async fn keeps_places(&self) -> Result<(), DemoError> {
        let mut write = self.store.write().await?;
        for (name, address, pin) in PLACES {
            // A school of few families may not have the site.
            let site = roster::find_location(&mut write, self.organisation.id, name).await;
            let (Ok(site), pin) = (site, Pin::parse(pin)) else { continue };
            roster::keep_place(&mut write, site.id, Some(address), pin.as_ref()).await?;
        }
        write.commit().await.map_err(Error::from)?;
        Ok(())
    }

    /// Plans a meeting as it comes, with an invitation that leaves then. Nothing, in a school without such groups.
    pub(super) async fn plans(
        &mut self,
        base: Base,
        names: &'static [&'static str],
        (invite_at, times): (Moment, Vec<DateTime>),
    ) -> Result<(), DemoError> {
        let groups = self.groups(names).await?;
        let Some(location) = groups.first().map(|it| it.location) else { return Ok(()) };
        let kind = Kind::built_in(base);
        let length = kind.minutes.minutes();
        let new = NewMeeting {
            location,
            groups: groups.iter().map(|it| it.id).collect(),
            audience: Audience::All,
            place: None,
            siblings: base.siblings(),
            capacity: base.capacity(),
            interpreter_minutes: times.is_empty().then_some(INTERPRETED),
            picture: None,
            lines: BTreeMap::new(),
            missing: Missing::Refuse,
            invite_at: Some(invite_at),
            times: times.into_iter().map(|it| (it, it.saturating_add(length))).collect(),
            kind,
        };
        let mut write = self.store.write().await?;
        let desk = (&self.store, self.phrases.as_ref());
        let by = (OFFICE, self.calendar.now());
        let made = meeting::add(desk, &mut write, &self.organisation, &new, by).await;
        let id = made.map_err(|error| broken(&error.to_string()))?.id;
        let made = meeting::find(&mut write, id).await?.ok_or_else(|| broken("no meeting"))?;
        write.commit().await.map_err(Error::from)?;
        let held = |it: &meeting::Session| Held { session: it.id, starts: it.starts, seen: None };
        let times = made.sessions.iter().map(held).collect();
        let planned = Planned { id, base, groups: names, invited_at: invite_at, times };
        self.ledger.meetings.push(planned);
        Ok(())
    }

    /// Five Fridays.
    pub(super) fn fridays(agenda: Agenda) -> Vec<DateTime> {
        (0..TIMES).map(|number| agenda.play_group(number)).collect()
    }

    /// Opens moments with the educator of the group for the round of talks.
    pub(super) async fn opens_moments(
        &mut self,
        day: Date,
        (from, until): (Time, Time),
    ) -> Result<(), DemoError> {
        let Some(round) = self.ledger.of(Base::TenMinuteTalk).map(|it| it.id) else {
            return Ok(());
        };
        let staff = self.educators_id().await?;
        let now = self.calendar.now();
        let length = Duration::from_secs(60 * TALK.unsigned_abs());
        let new = NewSlots {
            staff,
            days: vec![day],
            from,
            until,
            length,
            pause: Duration::ZERO,
            breaks: Vec::new(),
            at_home: false,
        };
        let mut write = self.store.write().await?;
        let round = meeting::find(&mut write, round).await?.ok_or_else(|| broken("no round"))?;
        let opened = (&round, &new);
        let opened = meeting::open_slots(&self.store, &mut write, &self.organisation, opened, now);
        opened.await.map_err(|error| broken(&error.to_string()))?;
        write.commit().await.map_err(Error::from)?;
        let mut begins = moment(day.to_datetime(from), &self.organisation.time_zone);
        let end = moment(day.to_datetime(until), &self.organisation.time_zone);
        while begins.after(length) <= end {
            self.ledger.moments.push((begins, begins.after(length)));
            begins = begins.after(length);
        }
        Ok(())
    }

    /// Tells the families of the round that they can choose.
    pub(super) async fn announces_talks(&mut self) -> Result<(), DemoError> {
        let now = self.calendar.now();
        let round = self.ledger.meetings.iter_mut().find(|it| it.base == Base::TenMinuteTalk);
        let Some(round) = round else { return Ok(()) };
        round.invited_at = now;
        let id = round.id;
        let desk = (&self.store, self.phrases.as_ref());
        let mut write = self.store.write().await?;
        let told = (id, Missing::Refuse);
        meeting::announce(desk, &mut write, &self.organisation, told, (now, now)).await?;
        write.commit().await.map_err(Error::from)?;
        Ok(())
    }

    /// Puts the first talk that can be moved at a moment of this day, and tells the carer.
    pub(super) async fn moves_a_talk_to(&mut self, day: Date) -> Result<(), DemoError> {
        let Some(round) = self.ledger.of(Base::TenMinuteTalk).map(|it| it.id) else {
            return Ok(());
        };
        let (zone, now) = (self.organisation.time_zone.clone(), self.calendar.now());
        let mut write = self.store.write().await?;
        for held in meeting::booked_talks(&mut write, round).await? {
            let any = (DayPart::Any, &zone, usize::MAX);
            let free = meeting::free_slots(&mut write, &held.talk, any, now).await?;
            let Some(slot) = free.iter().find(|it| it.starts.local(&zone).date() == day) else {
                continue;
            };
            let desk = (&self.store, self.phrases.as_ref());
            let to = (held.talk.id, slot.id);
            let moved = meeting::move_talk(desk, &mut write, &self.organisation, to, now).await;
            if matches!(moved.map_err(|error| broken(&error.to_string()))?, Booked::Done { .. }) {
                write.commit().await.map_err(Error::from)?;
                self.ledger.moved.push((held.talk.id, now));
                return Ok(());
            }
        }
        Ok(())
    }

    /// Notes of the talks that are over and not noted yet what came of them.
    pub(super) async fn notes_talks(&mut self) -> Result<(), DemoError> {
        let Some(round) = self.ledger.of(Base::TenMinuteTalk).map(|it| it.id) else {
            return Ok(());
        };
        let now = self.calendar.now();
        let today = now.local(&self.organisation.time_zone).date();
        let mut write = self.store.write().await?;
        for held in meeting::booked_talks(&mut write, round).await? {
            let is_over = held.talk.slot.as_ref().is_some_and(|slot| slot.ends <= now);
            if held.outcome.is_some() || !is_over {
                continue;
            }
            let took_place = self.ledger.noted.len() % NOT_HELD != NOT_HELD / 2;
            let interpreter_there = held.talk.interpreter.map(|_| took_place);
            let noted = NotedTalk {
                held: took_place,
                with: None,
                interpreter_there,
                next_step: None,
                moment: None,
            };
            let id: TalkId = held.talk.id;
            meeting::note_talk(&mut write, id, &noted, (today, OFFICE, now)).await?;
            self.ledger.noted.push((id, took_place, now));
        }
        write.commit().await.map_err(Error::from)?;
        Ok(())
    }

    /// Takes attendance: who is there of those who said yes and of the others, and then the list is complete.
    pub(super) async fn takes_attendance(
        &mut self,
        base: Base,
        number: usize,
    ) -> Result<(), DemoError> {
        let Some((place, id)) =
            self.ledger.number_of(base).map(|it| (it, self.ledger.meetings[it].id))
        else {
            return Ok(());
        };
        let now = self.calendar.now();
        let day = now.local(&self.organisation.time_zone).date();
        let mut write = self.store.write().await?;
        let meeting = meeting::find(&mut write, id).await?.ok_or_else(|| broken("no meeting"))?;
        let session: SessionId = self.ledger.meetings[place].times[number].session;
        let mut seen: BTreeSet<FamilyId> = BTreeSet::new();
        let (mut expected, mut others) = (0, 0);
        for attendee in meeting::attendees(&mut write, &meeting, session, day).await? {
            let count = if attendee.said_yes { &mut expected } else { &mut others };
            *count += 1;
            let came = match attendee.said_yes {
                // Not the same family each time.
                true => !(*count + number).is_multiple_of(STAYS_AWAY),
                false => count.is_multiple_of(COMES_UNASKED),
            };
            // Who says so with the code on the table is not noted once more.
            if came && !attendee.said {
                meeting::tick(&mut write, (session, attendee.family), (OFFICE, now)).await?;
                seen.insert(attendee.family);
            }
        }
        meeting::close_list(&mut write, session, Some(now)).await?;
        write.commit().await.map_err(Error::from)?;
        self.ledger.meetings[place].times[number].seen = Some((seen, now));
        Ok(())
    }

    /// The groups of these names that the school has.
    async fn groups(&self, names: &[&str]) -> Result<Vec<Group>, DemoError> {
        let mut read = self.store.read().await?;
        let mut groups = Vec::new();
        for name in names {
            let found = roster::find_group(&mut read, self.organisation.id, name).await;
            groups.extend(found.ok().filter(|group| group.location_name == AT));
        }
        Ok(groups)
    }

    /// Juf Anna, when she works in the group that has talks.
    async fn educators_id(&self) -> Result<Option<StaffId>, DemoError> {
        let Some(educator) = &self.educator else { return Ok(None) };
        if !educator.groups.iter().any(|it| TALKING.contains(&it.name.as_str())) {
            return Ok(None);
        }
        let chat = roster::ChatId::from_raw(educator.chat());
        let mut read = self.store.read().await?;
        let member = roster::staff_of_chat(&mut read, self.organisation.id, chat).await?;
        Ok(member.map(|it| it.id))
    }
}
