//! Calendars: closed days and other calendars from files, what falls together, one's own calendar, and the file that
//! takes an entry out again.

mod clashes;
mod feeds;
mod files;
mod importing;
mod large;

use std::ops::{Deref, DerefMut};

use jiff::civil::DateTime;
use thuispost::meeting::{self, MeetingId, SessionId, TalkId};
use thuispost::roster::{CarerId, GroupId, StaffId};

use super::School;

/// Two locations, and a family with a child at each of two groups.
const TOWN: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,
De Regenboog,020-555 01 23,Bijen,G1,,Adam,,,Fatima,ar,
De Regenboog,020-555 01 23,Vlinders,G2,,Daan,,,Anna,nl,
De Zon,,Kevers,G3,,Bo,,,Cor,nl,
De Zon,,Kevers,G2,,Roos,,,Anna,nl,";

/// A school in such a town.
struct Town(School);

impl Deref for Town {
    type Target = School;

    fn deref(&self) -> &School {
        &self.0
    }
}

impl DerefMut for Town {
    fn deref_mut(&mut self) -> &mut School {
        &mut self.0
    }
}

impl Town {
    /// This town; everybody has joined, nobody has a phone.
    async fn quiet() -> Self {
        let school = School::closed(TOWN).await;
        school.all_joined().await;
        Self(school)
    }

    async fn id_of(&self, table: &str, name: &str) -> i64 {
        let ids = format!("select cast(id as text) from {table} where name = '{name}'");
        self.reads(&ids).await.remove(0).parse().unwrap()
    }

    async fn carer(&self, name: &str) -> CarerId {
        CarerId::from_raw(self.id_of("carers", name).await)
    }

    async fn group(&self, name: &str) -> GroupId {
        GroupId::from_raw(self.id_of("groups", name).await)
    }

    async fn staff_id(&self, name: &str) -> StaffId {
        StaffId::from_raw(self.id_of("staff_members", name).await)
    }

    /// A round of talks of ten minutes in the Vlinders, from half past eight to half past nine, with somebody.
    async fn opens_talks(&self, staff: Option<StaffId>, day: DateTime) -> MeetingId {
        let mut new = self.thinks_of(meeting::Base::TenMinuteTalk, day).await;
        new.times.clear();
        new.invite_at = None;
        let round = self.makes(&new).await;
        let about = self.meeting(round).await;
        let slots = meeting::NewSlots {
            staff,
            days: vec![day.date()],
            from: jiff::civil::time(8, 30, 0, 0),
            until: jiff::civil::time(9, 30, 0, 0),
            length: std::time::Duration::from_secs(600),
            pause: std::time::Duration::ZERO,
            breaks: Vec::new(),
            at_home: false,
        };
        let mut write = self.store.write().await.unwrap();
        let now = self.calendar.now();
        let made = (&about, &slots);
        meeting::open_slots(&self.store, &mut write, &self.organisation, made, now).await.unwrap();
        write.commit().await.unwrap();
        round
    }

    /// A carer takes the first free moment of a round, or another one than before.
    async fn books(&self, carer: &str, round: MeetingId) -> TalkId {
        let carer = self.carer(carer).await;
        let now = self.calendar.now();
        let zone = &self.organisation.time_zone;
        let today = now.local(zone).date().to_string();
        let mut write = self.store.write().await.unwrap();
        let talks =
            meeting::talks_of(&self.store, &mut write, (round, carer), &today).await.unwrap();
        let any = (meeting::DayPart::Any, zone, 1);
        let free = meeting::free_slots(&mut write, &talks[0], any, now).await.unwrap();
        let taken = (&talks[0], Some(carer));
        let booked = meeting::book(&mut write, taken, free[0].id, now).await.unwrap();
        assert!(matches!(booked, meeting::Booked::Done { .. }), "{booked:?}");
        write.commit().await.unwrap();
        talks[0].id
    }

    /// Staff move the first time of a meeting; the news leaves at once.
    async fn moves(&self, id: MeetingId, to: (DateTime, DateTime)) {
        let (meeting, session, desk) = self.about(id).await;
        let mut write = self.store.write().await.unwrap();
        let (now, which) = (self.calendar.now(), (&meeting, session));
        let organisation = &self.organisation;
        let moved = meeting::move_session(desk, &mut write, organisation, which, to, (now, now));
        moved.await.unwrap();
        write.commit().await.unwrap();
    }

    /// Staff call the first time of a meeting off; the news leaves at once.
    async fn calls_off(&self, id: MeetingId) -> (SessionId, meeting::Changed) {
        let (meeting, session, desk) = self.about(id).await;
        let mut write = self.store.write().await.unwrap();
        let (now, which) = (self.calendar.now(), (&meeting, session, Some("griep")));
        let organisation = &self.organisation;
        let off = meeting::cancel_session(desk, &mut write, organisation, which, (now, now));
        let changed = off.await.unwrap();
        write.commit().await.unwrap();
        (session, changed)
    }

    async fn about(
        &self,
        id: MeetingId,
    ) -> (meeting::Meeting, SessionId, (&thuispost::store::Store, &thuispost::language::Phrasebook))
    {
        let meeting = self.meeting(id).await;
        let session = meeting.standing().next().unwrap().id;
        (meeting, session, (&self.store, self.phrases.as_ref()))
    }
}

/// A calendar file of these events: title, first and last line of its time.
pub fn file(events: &[(&str, &str, &str)]) -> String {
    let events = events.iter().enumerate().map(|(number, (title, starts, ends))| {
        format!(
            "BEGIN:VEVENT\r\nUID:{number}@elsewhere\r\nDTSTAMP:20260801T000000Z\r\n\
             DTSTART{starts}\r\nDTEND{ends}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        )
    });
    let events: String = events.collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//NL\r\n{events}END:VCALENDAR\r\n")
}
