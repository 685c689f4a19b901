//! Meetings: invited in one's own language, one tap to come, a moment for the talk, and who really came.

mod answers;
mod calendar;
mod commands;
mod files;
mod staff;

use jiff::civil::{DateTime, datetime};
use thuispost::clock::Moment;
use thuispost::mailing::Missing;
use thuispost::meeting::{self, Base, Kind, Meeting, MeetingId, NewMeeting};
use thuispost::rhythm::Audience;
use thuispost::roster;

use super::school::School;

/// Two groups at one location.
pub const FAMILIES: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,
De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,,,Ewa,pl,
De Regenboog,020-555 01 23,Vlinders,G3,,Daan,,,Anna,nl,
De Regenboog,020-555 01 23,Bijen,G4,,Bo,,,Cor,nl,";

impl School {
    /// Thursday 3 December 2026, half past eight.
    pub fn thursday() -> DateTime {
        datetime(2026, 12, 3, 8, 30, 0, 0)
    }

    /// A meeting of this kind in the Vlinders, as it comes; nobody is invited yet.
    pub async fn thinks_of(&self, base: Base, starts: DateTime) -> NewMeeting {
        let kind = Kind::built_in(base);
        let mut read = self.store.read().await.unwrap();
        let group = roster::find_group(&mut read, self.organisation.id, "Vlinders").await.unwrap();
        let length = jiff::Span::new().minutes(kind.minutes);
        NewMeeting {
            location: group.location,
            groups: vec![group.id],
            audience: Audience::All,
            place: None,
            siblings: base.siblings(),
            capacity: base.capacity(),
            interpreter_minutes: None,
            picture: None,
            lines: std::collections::BTreeMap::new(),
            missing: Missing::Refuse,
            invite_at: Some(self.calendar.now()),
            times: vec![(starts, starts.saturating_add(length))],
            kind,
        }
    }

    /// Staff make it.
    pub async fn makes(&self, new: &NewMeeting) -> MeetingId {
        let mut write = self.store.write().await.unwrap();
        let pair = (&self.store, self.phrases.as_ref());
        let by = ("Eva", self.calendar.now());
        let made = meeting::add(pair, &mut write, &self.organisation, new, by).await.unwrap();
        write.commit().await.unwrap();
        made.id
    }

    /// The meeting as it stands.
    pub async fn meeting(&self, id: MeetingId) -> Meeting {
        let mut read = self.store.read().await.unwrap();
        meeting::find(&mut read, id).await.unwrap().unwrap()
    }

    /// The local moment.
    pub fn moment(&self, local: DateTime) -> Moment {
        Moment::of_local(local, &self.organisation.time_zone)
    }
}
