//! The calendar of a school's staff and the file of one of its parents, in the same programs.

use std::collections::BTreeMap;

use jiff::civil::{DateTime, datetime};
use serde_json::json;
use tempfile::TempDir;
use thuispost::clock::Moment;
use thuispost::language::{HomeLanguage, Phrasebook};
use thuispost::mailing::Missing;
use thuispost::meeting::{self, Base, FeedOwner, Kind, MeetingId, NewMeeting, Voice};
use thuispost::rhythm::Audience;
use thuispost::roster::{self, ImportOptions, Organisation};
use thuispost::settings::Settings;
use thuispost::store::Store;

use super::{Khal, told_by_python};

/// A school in some part of the world, with two meetings: one on the last night before the clock of Amsterdam
/// changes, one in the morning of 3 December. It is 23 November 2026 there.
struct School {
    store: Store,
    phrases: Phrasebook,
    organisation: Organisation,
    now: Moment,
    morning: MeetingId,
    _folder: TempDir,
}

const MORNING: DateTime = datetime(2026, 12, 3, 8, 30, 0, 0);
const NIGHT: DateTime = datetime(2027, 3, 27, 22, 0, 0, 0);

impl School {
    async fn at(zone: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}/t.db", folder.path().display());
        let values = [("DATABASE_URL", url.as_str()), ("THUISPOST_TIME_ZONE", zone)];
        let values = values.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let settings = Settings::read(&BTreeMap::from(values)).unwrap();
        let store = Store::open(&url).await.unwrap();
        let zone = jiff::tz::TimeZone::get(zone).unwrap();
        let now = Moment::of_local(datetime(2026, 11, 23, 9, 30, 0, 0), &zone);
        let options =
            ImportOptions { settings: &settings, organisation: None, dry_run: false, now };
        let rows = "location,group,family,child,carer,language\nKas,Vlinders,G1,Samira,Fatima,ar\n";
        roster::import(&store, rows.as_bytes().to_vec(), &options).await.unwrap();
        let organisation =
            roster::the_only_organisation(&mut store.read().await.unwrap()).await.unwrap();
        let mut school = Self {
            store,
            phrases: Phrasebook::load().unwrap(),
            organisation,
            now,
            morning: MeetingId::from_raw(0),
            _folder: folder,
        };
        school.makes(NIGHT, 10).await;
        school.morning = school.makes(MORNING, 1).await;
        school
    }

    async fn makes(&self, starts: DateTime, hours: i64) -> MeetingId {
        let mut write = self.store.write().await.unwrap();
        let group = roster::find_group(&mut write, self.organisation.id, "Vlinders").await.unwrap();
        let new = NewMeeting {
            kind: Kind::built_in(Base::CoffeeMorning),
            location: group.location,
            groups: vec![group.id],
            audience: Audience::All,
            place: Some("Speelzaal; 1e deur, links".to_owned()),
            siblings: None,
            capacity: None,
            interpreter_minutes: None,
            picture: None,
            lines: BTreeMap::new(),
            missing: Missing::Refuse,
            invite_at: None,
            times: vec![(starts, starts.saturating_add(jiff::Span::new().hours(hours)))],
        };
        let desk = (&self.store, &self.phrases);
        let by = ("Eva", self.now);
        let made = meeting::add(desk, &mut write, &self.organisation, &new, by).await.unwrap();
        write.commit().await.unwrap();
        made.id
    }

    async fn calls_morning_off(&self) {
        let mut write = self.store.write().await.unwrap();
        let about = meeting::find(&mut write, self.morning).await.unwrap().unwrap();
        let which = (&about, about.sessions[0].id, None);
        let desk = (&self.store, &self.phrases);
        let now = (self.now, self.now);
        let off = meeting::cancel_session(desk, &mut write, &self.organisation, which, now);
        off.await.unwrap();
        write.commit().await.unwrap();
    }

    /// What a calendar program of staff gets.
    async fn feed(&self) -> String {
        let mut read = self.store.read().await.unwrap();
        let owner = FeedOwner { organisation: self.organisation.id, staff: None };
        let whose = (&self.organisation, owner);
        meeting::feed(&mut read, &self.phrases, whose, self.now).await.unwrap().into_file()
    }

    /// What a parent who reads Arabic gets.
    async fn file(&self) -> String {
        let mut read = self.store.read().await.unwrap();
        let about = meeting::find(&mut read, self.morning).await.unwrap().unwrap();
        let language = HomeLanguage::parse("ar").unwrap();
        let zone = &self.organisation.time_zone;
        let voice = Voice { phrases: &self.phrases, language, zone };
        meeting::file_of_meeting(&voice, &about, self.now).text
    }
}

#[tokio::test]
async fn python_reads_the_calendar_of_staff_and_the_file_of_a_parent() {
    for (zone, morning, night) in [
        ("Europe/Amsterdam", ["07:30", "08:30"], ["21:00", "06:00"]),
        ("America/Curacao", ["12:30", "13:30"], ["02:00", "12:00"]),
    ] {
        let school = School::at(zone).await;
        let [starts, ends] = ["2026-12-03 08:30", "2026-12-03 09:30"];
        let morning = [json!([starts, zone, morning[0]]), json!([ends, zone, morning[1]])];
        let feed = told_by_python(&school.feed().await);
        assert_eq!(feed.as_array().unwrap().len(), 2, "{feed}");
        assert_eq!([&feed[0]["starts"], &feed[0]["ends"]], [&morning[0], &morning[1]]);
        assert_eq!((&feed[0]["language"], &feed[0]["errors"]), (&json!("nl"), &json!([])));
        assert_eq!(feed[0]["summary"], "Koffieochtend · Kas");
        assert_eq!(feed[0]["place"], "Speelzaal; 1e deur, links, Kas");
        assert_eq!(feed[1]["starts"], json!(["2027-03-27 22:00", zone, night[0]]));
        assert_eq!(
            feed[1]["ends"][2], night[1],
            "until eight o'clock, whether the clock changes that night or not"
        );
        let file = told_by_python(&school.file().await);
        assert_eq!(file[0]["uid"], feed[0]["uid"], "the same entry in both");
        assert_eq!([&file[0]["starts"], &file[0]["ends"]], [&morning[0], &morning[1]]);
        assert_eq!((&file[0]["language"], &file[0]["errors"]), (&json!("ar"), &json!([])));
        school.calls_morning_off().await;
        let off = told_by_python(&school.feed().await);
        assert_eq!((&off[0]["status"], &off[0]["sequence"]), (&json!("CANCELLED"), &json!(1)));
        assert_eq!(off[0]["uid"], feed[0]["uid"]);
    }
}

#[tokio::test]
async fn khal_shows_the_calendar_of_staff_at_the_clock_of_the_place() {
    for zone in ["Europe/Amsterdam", "America/Curacao"] {
        let school = School::at(zone).await;
        let khal = Khal::at(zone);
        khal.takes_file(&school.feed().await);
        let morning = "2026-12-03 08:30 2026-12-03 09:30 Koffieochtend · Kas";
        let night = "2027-03-27 22:00 2027-03-28 08:00 Koffieochtend · Kas";
        assert_eq!(khal.lists(), [morning, night], "{zone}");
        school.calls_morning_off().await;
        khal.takes_file(&school.feed().await);
        assert_eq!(khal.lists()[0], format!("CANCELLED {morning}"), "{zone}");
    }
    let school = School::at("America/Curacao").await;
    let khal = Khal::at("Europe/Amsterdam");
    khal.takes_file(&school.file().await);
    let told = khal.lists();
    assert!(told[0].starts_with("2026-12-03 13:30 2026-12-03 14:30 "), "{told:?}");
}
