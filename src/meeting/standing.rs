//! A meeting as it stands.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::kind::{Kind, Siblings, kinds};
use super::queries::meetings as queries;
use super::queries::meetings::{MeetingRow, SessionRow};
use super::{MeetingId, SessionId};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{GroupId, LocationId, OrganisationId};
use crate::store::{Error, Result};

/// A site, as a parent who does not know it yet needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: LocationId,
    /// Its name.
    pub name: String,
    /// Street and town.
    pub address: Option<String>,
    /// Latitude and longitude, in degrees.
    pub pin: Option<(String, String)>,
}

/// One time that a meeting takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// From 1, within the meeting.
    pub number: i64,
    /// When it begins.
    pub starts: Moment,
    /// When it ends.
    pub ends: Moment,
    /// How often it was changed.
    pub sequence: i64,
    /// It does not take place.
    pub is_cancelled: bool,
    /// Staff said that the list of who came is complete.
    pub list_closed_at: Option<Moment>,
}

/// A meeting as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its number.
    pub id: MeetingId,
    /// Whose.
    pub organisation: OrganisationId,
    /// At which site.
    pub location: Place,
    /// What it is.
    pub kind: Kind,
    /// The room or address, when it is not simply the site.
    pub place: Option<String>,
    /// Whether brothers and sisters may come.
    pub siblings: Option<Siblings>,
    /// Only for families of children with a VE indication.
    pub is_ve_only: bool,
    /// For so many families, or so many helpers.
    pub capacity: Option<i64>,
    /// The picture above the invitation.
    pub picture: Option<String>,
    /// When the invitation leaves or left.
    pub invite_at: Option<Moment>,
    /// It was called off.
    pub cancelled_at: Option<Moment>,
    /// Why, in the staff's own words.
    pub cancelled_why: Option<String>,
    /// When it takes place, in order; none for a round of talks.
    pub sessions: Vec<Session>,
    /// First and last moment of a round of talks.
    pub talks: Option<(Moment, Moment)>,
    /// The groups, as `Location/Group`.
    pub groups: Vec<(GroupId, String)>,
    /// Lines of the staff's own, by language.
    pub lines: BTreeMap<HomeLanguage, String>,
}

impl Session {
    /// Whether its day has come: before, nobody can have been there.
    pub fn day_has_come(&self, now: Moment, zone: &TimeZone) -> bool {
        now.local(zone).date() >= self.starts.local(zone).date()
    }
}

impl Meeting {
    /// The times that take place.
    pub fn standing(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(|session| !session.is_cancelled)
    }

    /// The first time that is still to begin.
    pub fn next(&self, now: Moment) -> Option<&Session> {
        self.standing().find(|session| session.starts > now)
    }

    /// When it begins: its first time or first talk.
    pub fn begins(&self) -> Option<Moment> {
        let first = self.standing().map(|session| session.starts).next();
        first.or(self.sessions.first().map(|it| it.starts)).or(self.talks.map(|(first, _)| first))
    }

    /// Until when one may still say whether one comes: of a series, until its first time begins.
    pub fn is_open(&self, now: Moment) -> bool {
        self.cancelled_at.is_none() && self.standing().next().is_some_and(|it| it.starts > now)
    }

    /// Whether it takes place several times with the same families.
    pub fn is_series(&self) -> bool {
        self.sessions.len() > 1
    }

    /// The names of its groups; those elsewhere with their location.
    pub fn group_names(&self) -> Vec<&str> {
        let mut names = Vec::with_capacity(self.groups.len());
        for (_, full) in &self.groups {
            let here = full.strip_prefix(self.location.name.as_str());
            names.push(here.and_then(|rest| rest.strip_prefix('/')).unwrap_or(full));
        }
        names
    }

    /// Begin and end of a time at the organisation's clock, in words of a language.
    pub fn local(
        session: &Session,
        zone: &TimeZone,
    ) -> (jiff::civil::DateTime, jiff::civil::DateTime) {
        (session.starts.local(zone), session.ends.local(zone))
    }
}

/// A meeting by its number.
///
/// # Errors
/// The database cannot be reached.
pub async fn find(read: &mut AnyConnection, id: MeetingId) -> Result<Option<Meeting>> {
    match queries::find(read, id).await? {
        Some(row) => {
            let kinds = kinds(read, OrganisationId::from_raw(row.organisation_id)).await?;
            meeting(read, row, &kinds).await.map(Some)
        }
        None => Ok(None),
    }
}

/// Meetings that are not over, by their beginning; rounds of talks without a moment come first.
///
/// # Errors
/// The database cannot be reached.
pub async fn coming(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    after: Moment,
) -> Result<Vec<Meeting>> {
    let kinds = kinds(read, organisation).await?;
    let mut found = Vec::new();
    for row in queries::coming(read, organisation, after).await? {
        found.push(meeting(read, row, &kinds).await?);
    }
    found.sort_by_key(|it| (it.next(after).map(|next| next.starts).or(it.begins()), it.id));
    Ok(found)
}

/// Everything that was ever planned, the newest first.
///
/// # Errors
/// The database cannot be reached.
pub async fn all(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Meeting>> {
    let kinds = kinds(read, organisation).await?;
    let mut found = Vec::new();
    for row in queries::all(read, organisation).await? {
        found.push(meeting(read, row, &kinds).await?);
    }
    Ok(found)
}

async fn meeting(read: &mut AnyConnection, row: MeetingRow, kinds: &[Kind]) -> Result<Meeting> {
    let id = MeetingId::from_raw(row.id);
    let kind = kinds.iter().find(|kind| kind.slug == row.kind).cloned();
    let kind = kind.ok_or(Error::Unknown { kind: "kind of meeting", value: row.kind })?;
    let lines = queries::lines(read, id).await?.into_iter();
    let groups = queries::groups(read, id).await?.into_iter();
    Ok(Meeting {
        id,
        organisation: OrganisationId::from_raw(row.organisation_id),
        location: Place {
            id: LocationId::from_raw(row.location_id),
            name: row.location,
            address: row.address,
            pin: row.latitude.zip(row.longitude),
        },
        kind,
        place: row.place,
        siblings: row.siblings.as_deref().and_then(Siblings::from_word),
        is_ve_only: row.audience == "ve",
        capacity: row.capacity,
        picture: row.picture_id,
        invite_at: row.invite_at.map(Moment::from_millis),
        cancelled_at: row.cancelled_at.map(Moment::from_millis),
        cancelled_why: row.cancelled_why,
        sessions: queries::sessions(read, id).await?.into_iter().map(Session::from).collect(),
        talks: queries::slot_range(read, id).await?,
        groups: groups.map(|(id, name)| (GroupId::from_raw(id), name)).collect(),
        lines: lines
            .filter_map(|(language, line)| Some((HomeLanguage::parse(&language)?, line)))
            .collect(),
    })
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: SessionId::from_raw(row.id),
            number: row.number,
            starts: Moment::from_millis(row.starts_at),
            ends: Moment::from_millis(row.ends_at),
            sequence: row.sequence,
            is_cancelled: row.cancelled_at.is_some(),
            list_closed_at: row.list_closed_at.map(Moment::from_millis),
        }
    }
}
