//! A town of 100,000 families, and a year of 10,000 entries.

use std::time::Duration;

use jiff::civil::datetime;
use thuispost::clock::Ticker;
use thuispost::meeting::{self, Base, Clash, FeedOwner, Planned};
use thuispost::roster::{GroupId, StaffId};

use super::Town;
use super::files::values;
use crate::suite::school::School;

/// Long enough for a slow machine that does other things too, and far too short for a statement that asks for each
/// family anew.
const SOON: Duration = Duration::from_secs(15);

impl Town {
    /// 100,000 more families, each with a child in one of 1,000 groups.
    async fn grows(&self) {
        let (organisation, location) =
            (self.organisation.id, self.id_of("locations", "De Regenboog").await);
        for sql in [
            format!(
                "insert into groups (id, location_id, name)
                 with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
                 select i, {location}, 'Groep ' || i from n"
            ),
            format!(
                "insert into families (id, organisation_id, name)
                 with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000)
                 select i, {organisation}, 'F' || i from n"
            ),
            "insert into children (id, family_id, group_id, name)
             select id, id, id % 1000 + 1, 'Kind' from families where id <= 100000"
                .to_owned(),
        ] {
            self.does(&sql).await;
        }
        let mut write = self.store.write().await.unwrap();
        self.store.refresh_statistics(&mut write).await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_meeting_of_a_whole_town_is_held_against_another_one_at_once() {
    let town = Town::quiet().await;
    town.grows().await;
    let groups: Vec<GroupId> = (1..=1000).map(GroupId::from_raw).collect();
    let mut new = town.thinks_of(Base::InformationEvening, School::thursday()).await;
    (new.groups, new.invite_at) = (groups, None);
    town.makes(&new).await;
    let later = |weeks| School::thursday().saturating_add(jiff::Span::new().weeks(weeks));
    new.times = (0..60)
        .map(|week| (later(week), later(week).saturating_add(jiff::Span::new().hours(1))))
        .collect();
    let ticker = Ticker::start();
    let mut read = town.store.read().await.unwrap();
    let planned = Planned::new(&new, &town.organisation.time_zone);
    let found = meeting::clashes(&mut read, &town.organisation, &planned).await.unwrap();
    let took = ticker.elapsed();
    let [Clash::Meeting { families, .. }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*families, 100_000);
    assert!(took < SOON, "{took:?}");
    println!("held against a town in {took:?}");
}

#[tokio::test]
async fn ten_thousand_entries_are_written_at_once() {
    let mut town = Town::quiet().await;
    town.employs("Eva", thuispost::roster::Role::Educator, &["Vlinders"]).await;
    let eva = town.staff_id("Eva").await;
    let new = town.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    let coffee = town.makes(&new).await;
    let round = town.opens_talks(Some(eva), School::thursday()).await;
    let first = town.moment(datetime(2026, 12, 7, 9, 0, 0, 0)).millis();
    let child = town.id_of("children", "Samira").await;
    let organisation = town.organisation.id;
    let numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000)";
    for sql in [
        format!(
            "insert into sessions (id, meeting_id, number, day, starts_at, ends_at) {numbers}
             select i, {coffee}, i + 1, '2026-12-07', {first} + cast(i as bigint) * 3600000,
                 {first} + cast(i as bigint) * 3600000 + 1800000 from n"
        ),
        format!(
            "insert into talks (id, organisation_id, child_id, kind, booked_at, sequence) {numbers}
             select i, {organisation}, {child}, 'ten-minute-talk', 1, 1 from n"
        ),
        format!(
            "insert into slots (id, meeting_id, staff_id, day, starts_at, ends_at, talk_id, part) {numbers}
             select i, {round}, {eva}, '2026-12-07', {first} + cast(i as bigint) * 3600000,
                 {first} + cast(i as bigint) * 3600000 + 600000, i, 0 from n"
        ),
    ] {
        town.does(&sql).await;
    }
    for staff in [None, Some(eva)] {
        entries(&town, staff).await;
    }
}

async fn entries(town: &Town, staff: Option<StaffId>) {
    let ticker = Ticker::start();
    let mut read = town.store.read().await.unwrap();
    let owner = FeedOwner { organisation: town.organisation.id, staff };
    let whose = (&town.organisation, owner);
    let now = town.calendar.now();
    let feed = meeting::feed(&mut read, &town.phrases, whose, now).await.unwrap();
    let file = feed.into_file();
    let took = ticker.elapsed();
    assert_eq!(values(&file, "UID").len(), 10_001);
    assert!(took < SOON, "{took:?}");
}
