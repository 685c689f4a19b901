//! Meetings: invited in one's own language, one tap to come, a moment for the talk, and who really came.

mod answers;
mod calendar;
mod code;
mod commands;
mod files;
mod following;
mod news;
mod places;
mod staff;
mod talks;
mod times;
mod words;

use std::time::Duration;

use jiff::civil::{DateTime, datetime};
use thuispost::clock::Moment;
use thuispost::mailing::Missing;
use thuispost::meeting::{
    self, Base, Changed, Kind, Meeting, MeetingError, MeetingId, NewMeeting, SessionId,
};
use thuispost::rhythm::Audience;
use thuispost::roster;

use super::school::School;

const MINUTE: Duration = Duration::from_secs(60);
const SECOND: Duration = Duration::from_secs(1);

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

    /// A meeting of this kind on Thursday, and everybody in the Vlinders has the invitation.
    pub async fn invites_to(&self, base: Base) -> MeetingId {
        let new = self.thinks_of(base, Self::thursday()).await;
        let id = self.makes(&new).await;
        self.waits_a_minute().await;
        id
    }

    /// All meetings, in the order in which they were made.
    pub async fn meeting_ids(&self) -> Vec<MeetingId> {
        let ids = self.reads("select cast(id as text) from meetings order by id").await;
        ids.iter().map(|id| MeetingId::from_raw(id.parse().unwrap())).collect()
    }

    /// The times of a meeting that take place, in order.
    pub async fn sessions(&self, id: MeetingId) -> Vec<SessionId> {
        self.meeting(id).await.standing().map(|it| it.id).collect()
    }

    /// Staff put the first time of a meeting at another moment; the news leaves in a minute.
    pub async fn shifts(&self, id: MeetingId, starts: DateTime) -> Changed {
        let meeting = self.meeting(id).await;
        let session = meeting.standing().next().unwrap().id;
        self.shifts_time(id, session, starts).await.unwrap()
    }

    /// The same of one time.
    pub async fn shifts_time(
        &self,
        id: MeetingId,
        session: SessionId,
        starts: DateTime,
    ) -> Result<Changed, MeetingError> {
        let meeting = self.meeting(id).await;
        let now = self.calendar.now();
        let mut write = self.store.write().await.unwrap();
        let pair = (&self.store, self.phrases.as_ref());
        let times = (starts, starts.saturating_add(jiff::Span::new().hours(1)));
        let when = (now.after(MINUTE), now);
        let about = (&meeting, session);
        let changed =
            meeting::move_session(pair, &mut write, &self.organisation, about, times, when).await?;
        write.commit().await.unwrap();
        Ok(changed)
    }

    /// Staff call one time of a meeting off; the news leaves in a minute.
    pub async fn calls_off(&self, id: MeetingId, session: SessionId, why: Option<&str>) -> Changed {
        let meeting = self.meeting(id).await;
        let now = self.calendar.now();
        let mut write = self.store.write().await.unwrap();
        let pair = (&self.store, self.phrases.as_ref());
        let (about, when) = ((&meeting, session, why), (now.after(MINUTE), now));
        let organisation = &self.organisation;
        let changed =
            meeting::cancel_session(pair, &mut write, organisation, about, when).await.unwrap();
        write.commit().await.unwrap();
        changed
    }

    /// Staff take a change back; false when it is too late.
    pub async fn undoes_change(&self, session: SessionId, changed: Changed) -> bool {
        let now = self.calendar.now();
        let mut write = self.store.write().await.unwrap();
        let pair = (&self.store, self.phrases.as_ref());
        let about = (session, changed);
        let done = meeting::undo(pair, &mut write, &self.organisation, about, now).await.unwrap();
        write.commit().await.unwrap();
        done
    }

    /// A minute passes, and what waited for it has left.
    pub async fn passes_a_minute(&self) {
        self.lets_pass(61).await;
    }

    /// So many seconds pass, and what waited for it has left.
    pub async fn lets_pass(&self, seconds: u64) {
        let later = self.calendar.now().after(Duration::from_secs(seconds));
        self.turns_to(later.local(&self.organisation.time_zone)).await;
    }

    /// So many seconds pass, although something is still on its way.
    pub async fn passes_without_waiting(&self, seconds: u64) {
        self.calendar.turn_to(self.calendar.now().after(Duration::from_secs(seconds)));
        self.ticker.until(self.ticker.elapsed() + Duration::from_millis(1_300)).await;
    }

    /// A moment passes, so that two changes are not made in the same one.
    pub fn passes_a_second(&self) {
        self.calendar.turn_to(self.calendar.now().after(SECOND));
    }

    /// How often the bot said something with these words on a phone.
    pub fn times_told(&self, name: &str, words: &str) -> usize {
        self.bubbles(name).iter().filter(|it| it.text.contains(words)).count()
    }
}
