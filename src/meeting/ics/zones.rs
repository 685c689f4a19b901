//! Time zones as a calendar file describes them, so that it is right also where their names mean
//! nothing.

use ical::prop::{IcalProp, IcalPropKind};
use ical::tree::cst::IcalCst;
use ical::tz::IcalTz;
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::value::to_recur;

/// Whether this is the name of a zone that can be described.
pub(super) fn is_known(name: &str) -> bool {
    ical::tzdb::is_known(name)
}

/// A description of the zone that is right at these moments. With yearly rules where the zone has
/// such, since programs know those best; else with every single change of the clock.
pub(super) fn described(name: &str, moments: &[Timestamp]) -> Option<IcalCst<'static>> {
    let zone = TimeZone::get(name).ok()?;
    let first = *moments.iter().min()?;
    let last = *moments.iter().max()?;
    ical::tzdb::vtimezone(name, first.as_second())
        .filter(|rules| is_right(rules, &zone, moments))
        .or_else(|| Some(change_by_change(name, &zone, first, last)))
}

fn is_right(described: &IcalCst<'static>, zone: &TimeZone, moments: &[Timestamp]) -> bool {
    let mut file = IcalCst::v2();
    file.push_component(described.clone());
    let Some(read) = file.decode().components.iter().find_map(IcalTz::of_component) else {
        return false;
    };
    telling(zone, moments).into_iter().all(|moment| {
        let offset = zone.to_offset(moment);
        let told = read.resolve(to_recur(offset.to_datetime(moment)));
        told.literal_offset() == offset.seconds()
    })
}

/// Of the moments of one day the first and the last speak for the others, unless the clock changes between them:
/// a calendar with thousands of events has few days.
fn telling(zone: &TimeZone, moments: &[Timestamp]) -> Vec<Timestamp> {
    let mut moments = moments.to_vec();
    moments.sort();
    moments.dedup();
    let day = |moment: &Timestamp| moment.as_second().div_euclid(86_400);
    let mut told = Vec::new();
    for day in moments.chunk_by(|one, next| day(one) == day(next)) {
        match day {
            [first, .., last] if zone.to_offset(*first) == zone.to_offset(*last) => {
                told.extend([*first, *last]);
            }
            all => told.extend(all),
        }
    }
    told
}

fn change_by_change(
    name: &str,
    zone: &TimeZone,
    first: Timestamp,
    last: Timestamp,
) -> IcalCst<'static> {
    let mut described = IcalCst::empty("VTIMEZONE");
    described.push(text(IcalPropKind::TzId, name.to_owned()));
    let earlier = zone.preceding(first).next();
    let later = zone.following(first).take_while(|change| change.timestamp() <= last);
    let mut changes = earlier.into_iter().chain(later).peekable();
    if changes.peek().is_none() {
        described.push_component(observance(zone, Timestamp::UNIX_EPOCH));
    }
    for change in changes {
        described.push_component(observance(zone, change.timestamp()));
    }
    described
}

/// What the clock does at a moment when it changes.
fn observance(zone: &TimeZone, at: Timestamp) -> IcalCst<'static> {
    let before = at.checked_sub(SignedDuration::from_secs(1)).unwrap_or(at);
    let from = zone.to_offset(before);
    let info = zone.to_offset_info(at);
    let name = if info.dst() == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
    let mut part = IcalCst::empty(name);
    let local = from.to_datetime(at).strftime("%Y%m%dT%H%M%S").to_string();
    part.push(text(IcalPropKind::DtStart, local));
    part.push(text(IcalPropKind::TzOffsetFrom, east(from)));
    part.push(text(IcalPropKind::TzOffsetTo, east(info.offset())));
    part.push(text(IcalPropKind::TzName, info.abbreviation().to_owned()));
    part
}

/// `+0130`, with seconds only where there are any.
fn east(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let short = format!("{sign}{hours:02}{minutes:02}");
    if rest == 0 { short } else { format!("{short}{rest:02}") }
}

fn text(kind: IcalPropKind, words: String) -> IcalProp<'static> {
    IcalProp::text(kind, Vec::new(), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(texts: &[&str]) -> Vec<Timestamp> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn a_zone_with_yearly_rules_is_described_by_them() {
        let summer = described("Europe/Amsterdam", &moments(&["2026-07-01T10:00:00Z"])).unwrap();
        let text = summer.to_string();
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), "{text}");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), "{text}");
    }

    #[test]
    fn a_zone_without_summer_time_is_one_offset() {
        let text = described("America/Curacao", &moments(&["2026-07-01T10:00:00Z"])).unwrap();
        assert!(text.to_string().contains("TZOFFSETTO:-0400"), "{text}");
        assert!(!text.to_string().contains("DAYLIGHT"), "{text}");
    }

    #[test]
    fn a_zone_that_changes_with_the_moon_is_described_change_by_change() {
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let days = ["2024-06-01T12:00:00Z", "2025-03-10T12:00:00Z", "2026-03-01T12:00:00Z"];
        let described = described("Africa/Casablanca", &moments(&days)).unwrap();
        assert!(described.to_string().matches("BEGIN:").count() > 4, "{described}");
        assert!(is_right(&described, &zone, &moments(&days)));
    }

    #[test]
    fn every_zone_of_the_world_is_described_rightly() {
        let mut days = Vec::new();
        let mut day: Timestamp = "2026-08-01T12:30:00Z".parse().unwrap();
        for _ in 0..30 {
            days.push(day);
            day = day.checked_add(SignedDuration::from_hours(24 * 19)).unwrap();
        }
        for name in jiff::tz::db().available() {
            let zone = TimeZone::get(name.as_str()).unwrap();
            let described = described(name.as_str(), &days).unwrap();
            assert!(is_right(&described, &zone, &days), "{described}");
        }
    }

    #[test]
    fn of_a_day_two_moments_are_looked_at_and_all_when_the_clock_changes() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let hours = |day: &str| -> Vec<Timestamp> {
            (0..24).map(|hour| format!("{day}T{hour:02}:00:00Z").parse().unwrap()).collect()
        };
        let [winter, change] = [hours("2026-12-03"), hours("2027-03-28")];
        assert_eq!(telling(&zone, &winter), [winter[0], winter[23]]);
        assert_eq!(telling(&zone, &change), change);
        let both = [change.clone(), winter.clone(), winter].concat();
        assert_eq!(telling(&zone, &both).len(), 26);
        assert!(telling(&zone, &[]).is_empty());
    }
}
