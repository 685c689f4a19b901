//! How the room says that the meetings went: the other side of the comparison with the phones.

use std::collections::BTreeMap;

use super::{Base, Planned};
use crate::app::demo::school::broken;
use crate::app::demo::{Demo, DemoError};
use crate::clock::Moment;
use crate::language::{Args, short_day, without_marks};
use crate::meeting::{self, MeetingId, TalkId};
use crate::outbox::{self, State};
use crate::{mailing, meeting::Kind};

/// What the room counts of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingCounts {
    /// The kind, with a number for a second one of that kind.
    pub name: String,
    /// What is counted, and how many there are of it.
    pub counts: BTreeMap<String, usize>,
    /// Each talk that has a moment, with its beginning and end.
    pub talks: BTreeMap<TalkId, (Moment, Moment)>,
}

impl MeetingCounts {
    pub(in crate::app::demo) fn of(place: usize, planned: &Planned) -> Self {
        let name = match place {
            1 => format!("{} 2", planned.base.word()),
            _ => planned.base.word().to_owned(),
        };
        Self { name, counts: BTreeMap::new(), talks: BTreeMap::new() }
    }

    pub(in crate::app::demo) fn put(&mut self, what: impl Into<String>, count: usize) {
        self.counts.insert(what.into(), count);
    }
}

/// How a family stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::app::demo) enum Stands {
    Yes,
    Waiting,
    Maybe,
    No,
    /// The invitation came, and they said nothing.
    Silent,
    NotReached,
}

impl Stands {
    pub(in crate::app::demo) const ALL: [(Self, &'static str); 6] = [
        (Self::Yes, "come"),
        (Self::Waiting, "wait"),
        (Self::Maybe, "may come"),
        (Self::No, "do not come"),
        (Self::Silent, "say nothing"),
        (Self::NotReached, "were not reached"),
    ];
}

impl Demo {
    /// What the room says of every meeting of the story, in the order in which they were planned.
    ///
    /// # Errors
    /// The database.
    pub async fn meeting_counts(&self) -> Result<Vec<MeetingCounts>, DemoError> {
        let mut all = Vec::new();
        for (place, planned) in self.ledger.meetings.iter().enumerate() {
            let mut counts = MeetingCounts::of(place, planned);
            counts.put("invited", self.delivered(planned).await?);
            match planned.base {
                Base::TenMinuteTalk => self.count_talks(planned.id, &mut counts).await?,
                _ => self.count_families(planned, &mut counts).await?,
            }
            all.push(counts);
        }
        Ok(all)
    }

    /// To how many carers the invitation came.
    async fn delivered(&self, planned: &Planned) -> Result<usize, DemoError> {
        let language = self.organisation.language;
        let first = planned.times.first().map(|it| it.starts);
        let first = first.or(self.ledger.moments.iter().map(|(starts, _)| *starts).min());
        let day = first.map(|at| at.local(&self.organisation.time_zone).date());
        let title = Kind::built_in(planned.base).name(&self.phrases, language);
        let day = day.map(|day| short_day(language, day)).unwrap_or_default();
        let args = Args::new().text("title", title).text("day", day);
        let label = self.phrases.plain(language, "staff-meeting-label-invitation", &args);
        let mut read = self.store.read().await?;
        let found = mailing::find(&mut read, self.organisation.id, &without_marks(&label)).await?;
        let invitation = found.ok_or_else(|| broken(&format!("no mailing {label}")))?;
        let status = outbox::letter_status(&mut read, invitation.id).await?;
        Ok(usize::try_from(status.in_state(State::Delivered)).unwrap_or_default())
    }

    async fn count_families(
        &self,
        planned: &Planned,
        counts: &mut MeetingCounts,
    ) -> Result<(), DemoError> {
        let mut read = self.store.read().await?;
        let about = meeting::find(&mut read, planned.id).await?;
        let about = about.ok_or_else(|| broken("no meeting"))?;
        let day = planned.times.first().map_or(planned.invited_at, |it| it.starts);
        let day = day.local(&self.organisation.time_zone).date();
        let said = meeting::replies(&mut read, &about, day).await?;
        let stand = [said.yes, said.waiting, said.maybe, said.no, said.silent, said.not_reached];
        for ((_, what), count) in Stands::ALL.into_iter().zip(stand) {
            counts.put(what, usize::try_from(count).unwrap_or_default());
        }
        let zone = &self.organisation.time_zone;
        for (number, held) in (1..).zip(&planned.times) {
            let day = held.starts.local(zone).date();
            let there = meeting::attendees(&mut read, &about, held.session, day).await?;
            counts.put(format!("seen {number}"), there.iter().filter(|it| it.seen).count());
            counts.put(format!("said {number}"), there.iter().filter(|it| it.said).count());
        }
        Ok(())
    }

    async fn count_talks(
        &self,
        round: MeetingId,
        counts: &mut MeetingCounts,
    ) -> Result<(), DemoError> {
        let mut read = self.store.read().await?;
        let today = self.calendar.now().local(&self.organisation.time_zone).date();
        let booked = meeting::booked_talks(&mut read, round).await?;
        let outcome =
            |word: &str| booked.iter().filter(|it| it.outcome.as_deref() == Some(word)).count();
        counts.put("held", outcome("held"));
        counts.put("not held", outcome("not_held"));
        let without = meeting::not_booked(&mut read, round, today).await?;
        counts.put("children without a moment", without.len());
        for held in booked {
            if let Some(slot) = held.talk.slot {
                counts.talks.insert(held.talk.id, (slot.starts, slot.ends));
            }
        }
        Ok(())
    }
}
