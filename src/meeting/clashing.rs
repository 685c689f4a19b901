//! What a meeting that is planned falls together with: a closed day, another meeting of the same families, an
//! event of another calendar, talks that were booked. It warns, and refuses nothing.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::MeetingId;
use super::kind::{Kind, kinds};
use super::opening::{NewSlots, moments_of};
use super::planning::{NewMeeting, moment};
use super::queries::clashing as queries;
use super::standing::Meeting;
use crate::clock::Moment;
use crate::language::{
    Args, HomeLanguage, Phrasebook, short_day, short_day_and_time, without_marks,
};
use crate::rhythm::{self, Audience};
use crate::roster::{GroupId, LocationId, Organisation};
use crate::store::Result;

/// Talks with less than this between them are one stretch of time.
const STRETCH: i64 = 30 * 60_000;
/// So many lines are told; more would hide the first ones.
const LINES: usize = 10;

/// What is planned: for whom and when.
#[derive(Clone, Debug)]
pub struct Planned {
    location: LocationId,
    groups: Vec<GroupId>,
    is_ve_only: bool,
    times: Vec<(Moment, Moment)>,
    /// The meeting itself, when it is there already.
    except: Option<MeetingId>,
}

/// Something that is at the same moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The organisation is closed.
    ClosedDay {
        /// On this day.
        day: Date,
        /// Which is called so.
        name: String,
    },
    /// Another meeting, for families who belong to both.
    Meeting {
        /// Which.
        id: MeetingId,
        /// What it is.
        kind: Kind,
        /// At which site.
        location: String,
        /// When it begins.
        starts: Moment,
        /// How many families belong to both.
        families: i64,
    },
    /// An event of another calendar.
    Event {
        /// The calendar.
        calendar: String,
        /// Its title; may be empty.
        title: String,
        /// When it begins.
        starts: Moment,
        /// When it ends.
        ends: Moment,
    },
    /// Families who have a talk then.
    Talks {
        /// The first of the talks.
        starts: Moment,
        /// How many families.
        families: i64,
    },
}

impl Planned {
    /// A meeting that is to be made. A time that the clock skips is left out: it is refused anyway.
    pub fn new(new: &NewMeeting, zone: &TimeZone) -> Self {
        Self {
            location: new.location,
            groups: new.groups.clone(),
            is_ve_only: new.audience == Audience::Ve,
            times: new.times.iter().filter_map(|time| both(*time, zone)).collect(),
            except: None,
        }
    }

    /// A time of a meeting that is to be moved to another one.
    pub fn moved(meeting: &Meeting, time: (DateTime, DateTime), zone: &TimeZone) -> Self {
        Self { times: both(time, zone).into_iter().collect(), ..Self::of(meeting) }
    }

    /// Moments of talks that are to be opened.
    pub fn slots(meeting: &Meeting, new: &NewSlots, zone: &TimeZone, now: Moment) -> Self {
        let mut times: Vec<(Moment, Moment)> = Vec::new();
        for (_, starts, ends) in moments_of(new, zone, now).unwrap_or_default() {
            match times.last_mut() {
                Some(last) if starts.millis() - last.1.millis() < STRETCH => last.1 = ends,
                _ => times.push((starts, ends)),
            }
        }
        Self { times, ..Self::of(meeting) }
    }

    fn of(meeting: &Meeting) -> Self {
        Self {
            location: meeting.location.id,
            groups: meeting.groups.iter().map(|(id, _)| *id).collect(),
            is_ve_only: meeting.is_ve_only,
            times: Vec::new(),
            except: Some(meeting.id),
        }
    }
}

fn both((starts, ends): (DateTime, DateTime), zone: &TimeZone) -> Option<(Moment, Moment)> {
    let both = (moment(starts, zone).ok()?, moment(ends, zone).ok()?);
    (both.0 < both.1).then_some(both)
}

/// Everything that is at the same moment as what is planned: by cause, and each in order of time.
///
/// # Errors
/// The database cannot be reached.
pub async fn clashes(
    read: &mut AnyConnection,
    organisation: &Organisation,
    planned: &Planned,
) -> Result<Vec<Clash>> {
    if planned.times.is_empty() || planned.groups.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = closed_days(read, organisation, &planned.times).await?;
    let about = queries::About {
        organisation: organisation.id,
        location: planned.location,
        groups: &planned.groups,
        is_ve_only: planned.is_ve_only,
        times: &planned.times,
        except: planned.except,
    };
    let meetings = queries::meetings(read, &about).await?;
    if !meetings.is_empty() {
        let kinds = kinds(read, organisation.id).await?;
        found.extend(meetings.into_iter().filter_map(|row| {
            let kind = kinds.iter().find(|kind| kind.slug == row.kind)?.clone();
            let (id, starts) = (MeetingId::from_raw(row.id), Moment::from_millis(row.starts_at));
            let (location, families) = (row.location, row.families);
            Some(Clash::Meeting { id, kind, location, starts, families })
        }));
    }
    let events = queries::events(read, &about).await?.into_iter();
    found.extend(events.map(|row| Clash::Event {
        calendar: row.calendar,
        title: row.title,
        starts: Moment::from_millis(row.starts_at),
        ends: Moment::from_millis(row.ends_at),
    }));
    let talks = queries::talks(read, &about).await?.into_iter();
    found.extend(
        talks.map(|(starts, families)| Clash::Talks {
            starts: Moment::from_millis(starts),
            families,
        }),
    );
    Ok(found)
}

/// The days of these times that are closed: nobody is there, also when only the end of a time falls into one.
async fn closed_days(
    read: &mut AnyConnection,
    organisation: &Organisation,
    times: &[(Moment, Moment)],
) -> Result<Vec<Clash>> {
    let day = |at: Moment| at.local(&organisation.time_zone).date();
    // What ends at midnight does not reach into the next day.
    let last = |ends: Moment| day(Moment::from_millis(ends.millis() - 1));
    let falls =
        |on: Date| times.iter().any(|(starts, ends)| (day(*starts)..=last(*ends)).contains(&on));
    let closed = rhythm::closed_days(read, organisation.id).await?.into_iter();
    let met = closed.filter(|closed| falls(closed.day));
    Ok(met.map(|closed| Clash::ClosedDay { day: closed.day, name: closed.name }).collect())
}

/// What staff read about it, in the chat and on the command line: a heading and one line for each cause and moment,
/// as plain text; nothing when there is no clash.
pub fn clash_lines(
    (phrases, language): (&Phrasebook, HomeLanguage),
    zone: &TimeZone,
    clashes: &[Clash],
) -> Vec<String> {
    if clashes.is_empty() {
        return Vec::new();
    }
    let say = |id: &str, args: Args| phrases.plain(language, id, &args);
    let mut lines = vec![say("staff-clash-head", Args::new())];
    let shown = clashes.iter().take(LINES);
    lines.extend(shown.map(|clash| line((phrases, language), zone, clash)));
    if let Some(more) = clashes.len().checked_sub(LINES).filter(|more| *more > 0) {
        let count = i64::try_from(more).unwrap_or(i64::MAX);
        lines.push(say("staff-clash-more", Args::new().number("count", count)));
    }
    lines
}

fn line(
    (phrases, language): (&Phrasebook, HomeLanguage),
    zone: &TimeZone,
    clash: &Clash,
) -> String {
    let when = |at: &Moment| short_day_and_time(language, at.local(zone));
    let (id, args) = match clash {
        Clash::ClosedDay { day, name } => {
            let args = Args::new().text("day", short_day(language, *day)).text("name", name);
            ("staff-clash-closed", args)
        }
        Clash::Meeting { kind, location, starts, families, .. } => {
            let title = kind.name(phrases, language);
            let args = Args::new().text("when", when(starts)).text("title", title);
            let args = args.text("location", location).number("families", *families);
            ("staff-clash-meeting", args)
        }
        Clash::Event { calendar, title, starts, ends } => {
            let title = match without_marks(title).trim() {
                "" => phrases.plain(language, "staff-calendar-unnamed", &Args::new()),
                title => title.to_owned(),
            };
            let args = Args::new().text("title", title).text("calendar", calendar);
            match whole_days(*starts, *ends, zone) {
                Some(day) => ("staff-clash-event-day", args.text("day", short_day(language, day))),
                None => ("staff-clash-event", args.text("when", when(starts))),
            }
        }
        Clash::Talks { starts, families } => {
            let args = Args::new().text("when", when(starts)).number("families", *families);
            ("staff-clash-talks", args)
        }
    };
    phrases.plain(language, id, &args)
}

/// The first day of what lasts from midnight to midnight.
fn whole_days(starts: Moment, ends: Moment, zone: &TimeZone) -> Option<Date> {
    let is_midnight = |at: Moment| at.local(zone).time() == jiff::civil::Time::midnight();
    (starts < ends && is_midnight(starts) && is_midnight(ends)).then(|| starts.local(zone).date())
}
