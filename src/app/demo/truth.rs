//! What the report should say and what the phones should show, worked out from the phones, the sample
//! roster and the programme as it was written: no table of the database is asked.

mod activities;
mod course;
mod figures;
mod meetings;
mod rules;
mod story;
mod voices;
mod witness;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::educator::Spoken;
use super::family::Families;
use super::meetings::{Ledger, MeetingCounts};
use super::sample::Row;
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::library::ProgrammeFolder;
use crate::participation::Record;
use crate::rhythm::Went;
use crate::sandbox::Sandbox;
use witness::Witness;

/// A figure, or a phone, that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference(pub String);

/// What anybody could know of the school without its database.
pub(super) struct School<'a> {
    pub rows: Vec<Row>,
    pub zone: TimeZone,
    pub programme: &'a ProgrammeFolder,
    /// The Monday on which the theme begins, if it was started.
    pub theme_begins: Option<Date>,
    pub now: Moment,
    /// How often the educator answered a parent on her phone.
    pub answers_by_reply: usize,
    /// What she recorded.
    pub recorded: Option<&'a Spoken>,
    /// Children, each with the group, whose families she saw doing it.
    pub seen: Vec<(&'static str, &'static str)>,
    pub phrases: &'a Phrasebook,
    /// What the office did about meetings.
    pub ledger: &'a Ledger,
}

/// Everything that differs, and every rule that a phone shows to be broken.
pub(super) fn compare(
    records: &[Record],
    (went, met): (&[Went], &[MeetingCounts]),
    families: &Families,
    sandbox: &Sandbox,
    school: &School<'_>,
) -> Vec<Difference> {
    let witnesses: Vec<Witness> =
        families.carers().map(|carer| Witness::of(carer, families, sandbox, school)).collect();
    let mut differences = figures::compare(records, &witnesses, families, school);
    differences.extend(witnesses.iter().flat_map(|it| rules::broken(it, school)));
    differences.extend(witnesses.iter().flat_map(|it| voices::wrong(it, school)));
    if school.theme_begins.is_some() {
        differences.extend(activities::compare(went, &witnesses, school));
        differences.extend(witnesses.iter().flat_map(|it| course::missed(it, &witnesses, school)));
        differences.extend(story::lacking(&witnesses, school));
    }
    differences.extend(meetings::compare(met, &witnesses, school));
    differences
}
