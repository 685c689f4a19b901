//! Our calendar files in programs that are not ours: Python's `icalendar` and `khal`.
#![expect(clippy::unwrap_used, reason = "what a test cannot prepare fails that test")]

#[path = "calendar/school.rs"]
mod school;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use thuispost::meeting::ics::{Calendar, Event, Method, write};

const ARABIC: &str = "لقاء مع المعلمة: نقرأ معًا كتاب الصور عن الخريف، ونتحدّث عن الطفل";

/// Tells each event of a file, and what the time zones that the file describes make of its times.
const TELL: &str = r#"
import datetime, icalendar, json, sys
with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
def told(event, name):
    time = event[name].dt
    zone = event[name].params.get("TZID")
    own = zones[zone].localize(time.replace(tzinfo=None)) if zone else time
    return [time.strftime("%Y-%m-%d %H:%M"), zone, own.astimezone(datetime.timezone.utc).strftime("%H:%M")]
print(json.dumps([{
    "uid": str(event["UID"]),
    "sequence": event["SEQUENCE"],
    "status": str(event["STATUS"]),
    "starts": told(event, "DTSTART"),
    "ends": told(event, "DTEND"),
    "summary": str(event["SUMMARY"]),
    "language": event["SUMMARY"].params["LANGUAGE"],
    "description": str(event.get("DESCRIPTION", "")),
    "place": str(event.get("LOCATION", "")),
    "alarms": [str(alarm["TRIGGER"].dt) for alarm in event.walk("VALARM")],
    "errors": event.errors,
} for event in calendar.walk("VEVENT")]))
"#;

fn need(program: &str, arguments: &[&str]) {
    let found = Command::new(program).args(arguments).output();
    assert!(
        found.is_ok_and(|output| output.status.success()),
        "`{program} {}` does not run; install with: sudo apt-get install khal python3-icalendar",
        arguments.join(" ")
    );
}

fn meeting(uid: &str, starts: &str, ends: &str) -> Event {
    Event {
        uid: uid.to_owned(),
        sequence: 0,
        stamp: "2026-02-01T09:30:00Z".parse().unwrap(),
        starts: starts.parse().unwrap(),
        ends: ends.parse().unwrap(),
        summary: ARABIC.to_owned(),
        description: "Neem mee:\n- jas; laarzen, tas \\ \"muts\"".to_owned(),
        place: "Dorpsstraat 1, Ede".to_owned(),
        geo: Some((52.04, 5.66)),
        url: Some("https://example.org/a;b,c".to_owned()),
        is_cancelled: false,
        alarm_minutes: Some(60),
    }
}

/// Around both changes of the clock, over midnight, and on the other sides of the world.
fn meetings() -> Vec<Event> {
    [
        ("2026-03-29T01:30[Europe/Amsterdam]", "2026-03-29T03:30[Europe/Amsterdam]"),
        ("2026-06-30T23:30[Europe/Amsterdam]", "2026-07-01T00:15[Europe/Amsterdam]"),
        ("2026-10-25T01:30[Europe/Amsterdam]", "2026-10-25T03:30[Europe/Amsterdam]"),
        ("2027-02-01T09:00[Europe/Amsterdam]", "2027-02-01T09:30[Europe/Amsterdam]"),
        ("2026-07-01T09:00[America/Curacao]", "2026-07-01T09:30[America/Curacao]"),
        ("2026-07-01T09:00[Pacific/Kiritimati]", "2026-07-01T09:30[Pacific/Kiritimati]"),
    ]
    .into_iter()
    .enumerate()
    .map(|(number, (starts, ends))| meeting(&format!("{number}@thuispost"), starts, ends))
    .collect()
}

fn written(events: Vec<Event>) -> String {
    write(&Calendar { name: "مدرسة", language: "ar", method: Method::Publish, events })
}

fn kept(folder: &Path, text: &str) -> String {
    let path = folder.join("meetings.ics");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn told_by_python(text: &str) -> Value {
    need("/usr/bin/python3", &["-c", "import icalendar"]);
    let folder = TempDir::new().unwrap();
    let path = kept(folder.path(), text);
    let output = Command::new("/usr/bin/python3").args(["-c", TELL, &path]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn python_reads_each_meeting_as_it_was_written() {
    let mut events = meetings();
    // Not for khal, which asks its own list of zones, and in Morocco the law changes often.
    let [before, after] =
        ["2026-02-25T09:00[Africa/Casablanca]", "2027-01-15T09:00[Africa/Casablanca]"];
    events.push(meeting("morocco@thuispost", before, after));
    let told = told_by_python(&written(events.clone()));
    assert_eq!(told.as_array().unwrap().len(), events.len());
    for (event, told) in events.iter().zip(told.as_array().unwrap()) {
        let time = |time: &jiff::Zoned| {
            let utc = time.timestamp().strftime("%H:%M").to_string();
            let zone = time.time_zone().iana_name();
            json!([time.strftime("%Y-%m-%d %H:%M").to_string(), zone, utc])
        };
        let expected = json!({
            "uid": event.uid,
            "sequence": 0,
            "status": "CONFIRMED",
            "starts": time(&event.starts),
            "ends": time(&event.ends),
            "summary": ARABIC,
            "language": "ar",
            "description": event.description,
            "place": event.place,
            "alarms": ["-1 day, 23:00:00"],
            "errors": [],
        });
        assert_eq!(*told, expected);
    }
}

#[test]
fn python_reads_what_was_moved_and_what_was_cancelled() {
    let [starts, ends] =
        ["2026-07-01T09:00[Europe/Amsterdam]", "2026-07-01T09:30[Europe/Amsterdam]"];
    let moved = Event { sequence: 2, ..meeting("7@thuispost", starts, ends) };
    let cancelled =
        Event { sequence: 3, is_cancelled: true, ..meeting("8@thuispost", starts, ends) };
    let told = told_by_python(&written(vec![moved, cancelled]));
    assert_eq!((&told[0]["sequence"], &told[0]["status"]), (&json!(2), &json!("CONFIRMED")));
    assert_eq!((&told[1]["sequence"], &told[1]["status"]), (&json!(3), &json!("CANCELLED")));
    assert_eq!(told[1]["alarms"], json!([]));
}

/// A calendar program with an empty calendar, somewhere in the world.
struct Khal {
    folder: TempDir,
}

impl Khal {
    fn at(zone: &str) -> Self {
        need("khal", &["--version"]);
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("calendar")).unwrap();
        let home = folder.path().display();
        let mut settings = format!(
            "[calendars]\n[[school]]\npath = {home}/calendar\ntype = calendar\n\
             [default]\ndefault_calendar = school\n[sqlite]\npath = {home}/khal.db\n\
             [locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\ntimeformat = %H:%M\n"
        );
        for name in ["dateformat", "longdateformat"] {
            writeln!(settings, "{name} = %Y-%m-%d").unwrap();
        }
        for name in ["datetimeformat", "longdatetimeformat"] {
            writeln!(settings, "{name} = %Y-%m-%d %H:%M").unwrap();
        }
        fs::write(folder.path().join("khal.conf"), settings).unwrap();
        Self { folder }
    }

    /// What it prints; a warning, as of a zone that it does not find in the file, is a failure.
    fn says(&self, arguments: &[&str]) -> String {
        let home = self.folder.path();
        let output = Command::new("khal")
            .arg("--config")
            .arg(home.join("khal.conf"))
            .args(arguments)
            .current_dir(home)
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && errors.is_empty(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn takes(&self, events: Vec<Event>) {
        self.takes_file(&written(events));
    }

    fn takes_file(&self, text: &str) {
        let path = kept(self.folder.path(), text);
        self.says(&["import", "--batch", "-a", "school", &path]);
    }

    fn lists(&self) -> Vec<String> {
        let shape = "{cancelled}{start-date} {start-time} {end-date} {end-time} {title}";
        let days = ["--day-format", "", "2026-01-01", "2027-12-31"];
        let list = self.says(&[&["list", "--once", "--format", shape], &days[..]].concat());
        list.lines().map(|line| line.trim().to_owned()).collect()
    }
}

#[test]
fn khal_shows_each_meeting_at_its_local_time() {
    for zone in ["Europe/Amsterdam", "America/Curacao", "Pacific/Kiritimati"] {
        let khal = Khal::at(zone);
        khal.takes(meetings());
        let here = jiff::tz::TimeZone::get(zone).unwrap();
        let mut events = meetings();
        events.sort_by_key(|event| event.starts.timestamp());
        let told = events.iter().map(|event| {
            let [starts, ends] = [&event.starts, &event.ends].map(|time| {
                time.with_time_zone(here.clone()).strftime("%Y-%m-%d %H:%M").to_string()
            });
            format!("{starts} {ends} {ARABIC}")
        });
        let told: Vec<_> = told.collect();
        assert_eq!(khal.lists(), told, "{zone}");
        let own = events.iter().filter(|event| event.starts.time_zone().iana_name() == Some(zone));
        for event in own {
            let local = event.starts.strftime("%Y-%m-%d %H:%M").to_string();
            assert!(told.iter().any(|line| line.starts_with(&local)), "{local} in {zone}");
        }
    }
}

#[test]
fn khal_moves_a_meeting_that_moved_and_strikes_one_that_was_cancelled() {
    let khal = Khal::at("Europe/Amsterdam");
    let [starts, ends] =
        ["2026-07-01T09:00[Europe/Amsterdam]", "2026-07-01T09:30[Europe/Amsterdam]"];
    let first = meeting("7@thuispost", starts, ends);
    khal.takes(vec![first.clone()]);
    assert_eq!(khal.lists(), [format!("2026-07-01 09:00 2026-07-01 09:30 {ARABIC}")]);
    let [starts, ends] =
        ["2026-07-02T10:00[Europe/Amsterdam]", "2026-07-02T10:30[Europe/Amsterdam]"];
    let moved = Event { sequence: 1, ..meeting("7@thuispost", starts, ends) };
    khal.takes(vec![moved.clone()]);
    assert_eq!(khal.lists(), [format!("2026-07-02 10:00 2026-07-02 10:30 {ARABIC}")]);
    khal.takes(vec![Event { sequence: 2, is_cancelled: true, ..moved }]);
    assert_eq!(khal.lists(), [format!("CANCELLED 2026-07-02 10:00 2026-07-02 10:30 {ARABIC}")]);
}
