//! What came of the story: the report, and whether it agrees with the phones.

use super::educator::Educator;
use super::truth::{self, Difference};
use super::{Demo, DemoError, MeetingCounts, sample, school};
use crate::clock::Moment;
use crate::participation::{Period, Record};
use crate::rhythm::{self, Went};
use crate::sandbox::PhoneId;

impl Demo {
    /// The report of the database.
    ///
    /// # Errors
    /// The database.
    pub async fn report(&self) -> Result<(Vec<Record>, Period), DemoError> {
        school::report(&self.store, &self.organisation, self.calendar.now()).await
    }

    /// Where the report and the phones differ. Nothing, if all is well.
    ///
    /// # Errors
    /// The database.
    pub async fn differences(&self) -> Result<Vec<Difference>, DemoError> {
        let (records, _) = self.report().await?;
        Ok(self.compare(&records, &self.went().await?, &self.meeting_counts().await?))
    }

    /// How each activity went, as staff see it.
    ///
    /// # Errors
    /// The database.
    pub async fn went(&self) -> Result<Vec<Went>, DemoError> {
        let whole = (Moment::from_millis(0), Moment::from_millis(i64::MAX));
        Ok(rhythm::went(&mut *self.store.read().await?, self.organisation.id, whole).await?)
    }

    /// Where these figures and the phones differ, and what is wrong on the phones themselves.
    pub fn compare(
        &self,
        records: &[Record],
        went: &[Went],
        met: &[MeetingCounts],
    ) -> Vec<Difference> {
        let school = truth::School {
            rows: sample::rows(&self.roster),
            zone: self.organisation.time_zone.clone(),
            programme: &self.programme,
            theme_begins: self.theme_begins,
            now: self.calendar.now(),
            answers_by_reply: self.educator.as_ref().map_or(0, Educator::answers),
            recorded: self.educator.as_ref().and_then(|it| it.spoken.as_ref()),
            seen: self.educator.as_ref().map(|it| it.seen.clone()).unwrap_or_default(),
            phrases: &self.phrases,
            ledger: &self.ledger,
        };
        truth::compare(records, (went, met), &self.families, &self.sandbox, &school)
    }

    /// What the story consisted of, in numbers: phones, messages on them, 429s.
    pub fn numbers(&self) -> (usize, usize, usize) {
        let requests = self.sandbox.requests();
        let accepted =
            requests.iter().filter(|it| it.accepted && it.method.starts_with("send")).count();
        let too_fast = requests.iter().filter(|it| it.status == Some(429)).count();
        (self.families.phones().count(), accepted, too_fast)
    }

    /// Phones of carers who have not opened their code, with the link on their letter.
    pub fn still_to_join(&self) -> Vec<(PhoneId, String)> {
        self.families.still_to_join()
    }
}
