//! Our meetings, for the calendars of parents and staff.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ical::param::IcalParam;
use ical::prop::{IcalProp, IcalPropKind, IcalPropName};
use ical::tree::cst::IcalCst;
use ical::value::IcalValue;
use ical::value::datetime::IcalDateTime;
use ical::value::duration::IcalDuration;
use ical::value::geo::IcalGeo;
use ical::value::uri::IcalUri;
use jiff::{Timestamp, Zoned};

use super::zones;

/// Who wrote the file.
const PRODUCT: &str = "-//Thuispost//Meetings//NL";

/// A file of meetings.
#[derive(Clone, Debug)]
pub struct Calendar<'a> {
    /// What a calendar program calls it.
    pub name: &'a str,
    /// The language of all its texts, as a tag.
    pub language: &'a str,
    /// What the file is for.
    pub method: Method,
    /// What is in it, in this order.
    pub events: Vec<Event>,
}

/// What a calendar program is to do with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Show what is in it.
    Publish,
    /// Take away what is in it: all its events are written as cancelled.
    Cancel,
}

/// One meeting. An event with the `uid` of an earlier one takes its place if its `sequence` is higher.
#[derive(Clone, Debug)]
pub struct Event {
    /// What it is known by in every file, for ever.
    pub uid: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was last changed.
    pub stamp: Timestamp,
    /// When it starts, in the location's time zone.
    pub starts: Zoned,
    /// When it ends.
    pub ends: Zoned,
    /// Its title.
    pub summary: String,
    /// More about it, over several lines; may be empty.
    pub description: String,
    /// Where it is; may be empty.
    pub place: String,
    /// The same as latitude and longitude, in degrees.
    pub geo: Option<(f64, f64)>,
    /// A page about it.
    pub url: Option<String>,
    /// It will not be.
    pub is_cancelled: bool,
    /// The calendar program reminds so many minutes before it, unless it is cancelled.
    pub alarm_minutes: Option<i64>,
}

/// The file.
pub fn write(calendar: &Calendar<'_>) -> String {
    let mut file = IcalCst::v2();
    let method = match calendar.method {
        Method::Publish => "PUBLISH",
        Method::Cancel => "CANCEL",
    };
    file.push(text(IcalPropKind::ProdId, PRODUCT));
    file.push(text(IcalPropKind::CalScale, "GREGORIAN"));
    file.push(text(IcalPropKind::Method, method));
    file.push(text(IcalPropKind::Name, calendar.name));
    file.push(text(IcalPropName::Unknown("X-WR-CALNAME".into()), calendar.name));
    let mut moments: BTreeMap<&str, Vec<Timestamp>> = BTreeMap::new();
    for time in calendar.events.iter().flat_map(|event| [&event.starts, &event.ends]) {
        if let Some(zone) = zone_of(time) {
            moments.entry(zone).or_default().push(time.timestamp());
        }
    }
    for (zone, moments) in moments {
        if let Some(described) = zones::described(zone, &moments) {
            file.push_component(described);
        }
    }
    for event in &calendar.events {
        file.push_component(component(event, calendar));
    }
    file.to_string()
}

fn component<'a>(event: &'a Event, calendar: &Calendar<'a>) -> IcalCst<'a> {
    let mut part = IcalCst::empty("VEVENT");
    part.push(text(IcalPropKind::Uid, &event.uid));
    part.push(utc(IcalPropKind::DtStamp, event.stamp));
    part.push(text(IcalPropKind::Sequence, event.sequence.to_string()));
    part.push(local(IcalPropKind::DtStart, &event.starts));
    part.push(local(IcalPropKind::DtEnd, &event.ends));
    part.push(told(IcalPropKind::Summary, &event.summary, calendar.language));
    let more =
        [(IcalPropKind::Description, &event.description), (IcalPropKind::Location, &event.place)];
    for (kind, words) in more.into_iter().filter(|(_, words)| !words.is_empty()) {
        part.push(told(kind, words, calendar.language));
    }
    if let Some((latitude, longitude)) = event.geo {
        let [latitude, longitude] = [latitude, longitude].map(|it| format!("{it:.6}").into());
        part.push(prop(IcalPropKind::Geo, IcalValue::Geo(IcalGeo { latitude, longitude })));
    }
    if let Some(url) = &event.url {
        part.push(prop(IcalPropKind::Url, IcalValue::Uri(IcalUri(clean(url)))));
    }
    let is_cancelled = event.is_cancelled || calendar.method == Method::Cancel;
    part.push(text(IcalPropKind::Status, if is_cancelled { "CANCELLED" } else { "CONFIRMED" }));
    part.push(text(IcalPropKind::Transp, if is_cancelled { "TRANSPARENT" } else { "OPAQUE" }));
    if let Some(minutes) = event.alarm_minutes.filter(|_| !is_cancelled) {
        let mut alarm = IcalCst::empty("VALARM");
        let before = IcalDuration::from_seconds(minutes.saturating_mul(-60));
        alarm.push(text(IcalPropKind::Action, "DISPLAY"));
        alarm.push(prop(IcalPropKind::Trigger, IcalValue::Duration(before)));
        alarm.push(told(IcalPropKind::Description, &event.summary, calendar.language));
        part.push_component(alarm);
    }
    part
}

/// The zone whose name says when this is: none for a zone without a name, and none for the second
/// of the two hours with the same name when the clock is set back, which a name cannot tell apart.
fn zone_of(time: &Zoned) -> Option<&str> {
    let zone = time.time_zone();
    let name = zone.iana_name().filter(|name| *name != "UTC" && zones::is_known(name))?;
    let told = zone.to_ambiguous_timestamp(time.datetime()).compatible().ok()?;
    (told == time.timestamp()).then_some(name)
}

fn local<'a>(kind: IcalPropKind, time: &'a Zoned) -> IcalProp<'a> {
    match zone_of(time) {
        None => utc(kind, time.timestamp()),
        Some(zone) => {
            let value = IcalDateTime(time.strftime("%Y%m%dT%H%M%S").to_string().into());
            IcalProp {
                params: vec![IcalParam::TzId(zone.into())],
                ..prop(kind, IcalValue::DateTime(value))
            }
        }
    }
}

fn utc<'a>(kind: IcalPropKind, moment: Timestamp) -> IcalProp<'a> {
    let value = IcalDateTime(moment.strftime("%Y%m%dT%H%M%SZ").to_string().into());
    prop(kind, IcalValue::DateTime(value))
}

fn told<'a>(kind: IcalPropKind, words: &'a str, language: &'a str) -> IcalProp<'a> {
    IcalProp { params: vec![IcalParam::Language(clean(language))], ..text(kind, words) }
}

fn text<'a>(name: impl Into<IcalPropName<'a>>, words: impl Into<Cow<'a, str>>) -> IcalProp<'a> {
    IcalProp::text(name, Vec::new(), without_controls(words.into(), true))
}

fn prop(kind: IcalPropKind, value: IcalValue<'_>) -> IcalProp<'_> {
    IcalProp { name: kind.into(), params: Vec::new(), value }
}

fn clean(words: &str) -> Cow<'_, str> {
    without_controls(words.into(), false)
}

/// The grammar has no place for control characters; line ends are kept where they can be written.
fn without_controls(words: Cow<'_, str>, keeps_lines: bool) -> Cow<'_, str> {
    let is_kept = |it: char| !it.is_control() || it == '\t' || (keeps_lines && it == '\n');
    if words.chars().all(is_kept) {
        words
    } else {
        words.chars().filter(|it| is_kept(*it)).collect()
    }
}

#[cfg(test)]
mod tests;
