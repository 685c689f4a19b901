//! What the figures are counted from: the statements, what is bound to them, and their rows.

mod activities;
pub(super) mod gatherings;
mod statements;
pub(super) mod week;

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, Row};

use super::evidence::Facts;
use super::{By, Period, Within};
use crate::clock::Moment;
use crate::roster::{FamilyId, GroupId, LocationId, OrganisationId};
use crate::store::Result;
use statements::{FAMILIES, GROUPS, LANGUAGES, LETTER_FACTS, LETTERS, PLACES};

type Statement = Query<'static, Any, AnyArguments>;

/// What is asked, in the forms the database compares with.
pub(super) struct Selection {
    organisation: i64,
    location: Option<i64>,
    group: Option<i64>,
    first_day: String,
    last_day: String,
    begins: i64,
    ends: i64,
    period: Period,
    now: i64,
    pub(super) today: Date,
}

impl Selection {
    pub(super) fn new(
        organisation: OrganisationId,
        zone: &TimeZone,
        (period, now): (Period, Moment),
        within: Within,
    ) -> Self {
        let (location, group) = match within {
            Within::Organisation => (None, None),
            Within::Location(location) => (Some(location.raw()), None),
            Within::Group(group) => (None, Some(group.raw())),
        };
        Self {
            organisation: organisation.raw(),
            location,
            group,
            first_day: period.from().to_string(),
            last_day: period.to().to_string(),
            begins: period.begins(zone).millis(),
            ends: period.ends(zone).millis(),
            period,
            now: now.millis(),
            today: now.local(zone).date(),
        }
    }

    /// The days of the period that have come.
    pub(super) fn due_days(&self) -> Option<(Date, Date)> {
        let days = (self.period.from(), self.period.to().min(self.today));
        (days.0 <= days.1).then_some(days)
    }

    /// $1 to $3.
    fn chosen(&self, sql: &'static str) -> Statement {
        sqlx::query(sql).bind(self.organisation).bind(self.location).bind(self.group)
    }

    /// $1 to $5 of `active!`.
    fn active(&self, sql: &'static str) -> Statement {
        self.chosen(sql).bind(self.first_day.clone()).bind(self.last_day.clone())
    }

    /// $1 to $7 of `active!` and `facts!`.
    fn facts(&self, sql: &'static str) -> Statement {
        self.active(sql).bind(self.begins).bind(self.ends)
    }

    /// $1 to $7 of `active!` and what took place until now.
    fn until_now(&self, sql: &'static str) -> Statement {
        self.active(sql).bind(self.now).bind(self.today.to_string())
    }
}

/// A group with the location it is at.
pub(super) struct Group {
    pub(super) id: GroupId,
    pub(super) name: String,
    pub(super) location: LocationId,
    pub(super) location_name: String,
}

impl Group {
    pub(super) fn full_name(&self) -> String {
        format!("{}/{}", self.location_name, self.name)
    }
}

/// Every chosen family with what is known of it.
pub(super) async fn families(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<HashMap<FamilyId, Facts>> {
    let rows = selection.facts(FAMILIES).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((family_of(row)?, facts_of(row)?))).collect()
}

/// Per letter of the period and set of facts: how many of the families it was meant for.
pub(super) async fn letter_facts(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(i64, Facts, u64)>> {
    let rows = selection.facts(LETTER_FACTS).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        let families: i64 = row.try_get("families")?;
        Ok((row.try_get("mailing_id")?, facts_of(row)?, families.unsigned_abs()))
    };
    rows.iter().map(read).collect()
}

/// Per programme, theme or activity and set of facts: how many of the families it was meant for.
pub(super) async fn subject_facts(
    connection: &mut AnyConnection,
    selection: &Selection,
    by: By,
) -> Result<Vec<(i64, Facts, u64)>> {
    let sql = match by {
        By::Programme => activities::PROGRAMME_FACTS,
        By::Theme => activities::THEME_FACTS,
        _ => activities::ACTIVITY_FACTS,
    };
    let rows = selection.facts(sql).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        let is = |column: &str| -> Result<bool> { Ok(row.try_get::<i64, _>(column)? == 1) };
        let facts = Facts {
            offered: is("offered")?,
            materials: is("materials")?,
            seen: is("seen")?,
            worked: is("worked")?,
            a_bit: is("a_bit")?,
            not_yet: is("not_yet")?,
            ..Facts::default()
        };
        let families: i64 = row.try_get("families")?;
        Ok((row.try_get("subject")?, facts, families.unsigned_abs()))
    };
    rows.iter().map(read).collect()
}

/// A programme, theme or activity of the organisation.
pub(super) struct Subject {
    pub(super) id: i64,
    pub(super) label: String,
    /// Tells two of the same label apart.
    pub(super) place: String,
}

/// All of them, in the order of the programme.
pub(super) async fn subjects(
    connection: &mut AnyConnection,
    selection: &Selection,
    by: By,
) -> Result<Vec<Subject>> {
    let sql = match by {
        By::Programme => activities::PROGRAMMES,
        By::Theme => activities::THEMES,
        _ => activities::ACTIVITIES,
    };
    let rows = sqlx::query(sql).bind(selection.organisation).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        let (label, place) = (row.try_get("label")?, row.try_get("place")?);
        Ok(Subject { id: row.try_get("id")?, label, place })
    };
    rows.iter().map(read).collect()
}

/// In which groups each chosen family has a child.
pub(super) async fn places(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(FamilyId, GroupId)>> {
    let rows = selection.active(PLACES).fetch_all(connection).await?;
    let read = |row: &AnyRow| Ok((family_of(row)?, GroupId::from_raw(row.try_get("group_id")?)));
    rows.iter().map(read).collect()
}

/// Which languages the carers of each chosen family have.
pub(super) async fn languages(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(FamilyId, String)>> {
    let rows = selection.active(LANGUAGES).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((family_of(row)?, row.try_get("language")?))).collect()
}

/// All groups of the organisation, the chosen and the others.
pub(super) async fn groups(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<Group>> {
    let rows = sqlx::query(GROUPS).bind(selection.organisation).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        Ok(Group {
            id: GroupId::from_raw(row.try_get("id")?),
            name: row.try_get("name")?,
            location: LocationId::from_raw(row.try_get("location_id")?),
            location_name: row.try_get("location_name")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The letters of the period that went to a chosen group, in the order of their release.
pub(super) async fn letters(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(i64, String)>> {
    let statement = selection.chosen(LETTERS).bind(selection.begins).bind(selection.ends);
    let rows = statement.fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.try_get("id")?, row.try_get("label")?))).collect()
}

fn family_of(row: &AnyRow) -> Result<FamilyId> {
    Ok(FamilyId::from_raw(row.try_get("family_id")?))
}

fn facts_of(row: &AnyRow) -> Result<Facts> {
    let is = |column: &str| -> Result<bool> { Ok(row.try_get::<i64, _>(column)? == 1) };
    Ok(Facts {
        connected: is("connected")?,
        turned_down: is("turned_down")?,
        language_known: is("language_known")?,
        delivered: is("delivered")?,
        handed_over: is("handed_over")?,
        understood: is("understood")?,
        please_explain: is("please_explain")?,
        replied: is("replied")?,
        offered: is("offered")?,
        materials: is("materials")?,
        seen: is("seen")?,
        worked: is("worked")?,
        a_bit: is("a_bit")?,
        not_yet: is("not_yet")?,
        ..Facts::default()
    })
}
