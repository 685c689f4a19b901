//! What staff are warned of when they make, move or open something.

use jiff::civil::{DateTime, datetime};
use thuispost::language::HomeLanguage;
use thuispost::meeting::{self, Base, Clash, NewMeeting, Planned};
use thuispost::rhythm;

use super::super::School;
use super::{Town, file};

const FRIDAY: DateTime = datetime(2026, 12, 4, 9, 0, 0, 0);

impl Town {
    async fn clashes(&self, planned: &Planned) -> Vec<Clash> {
        let mut read = self.store.read().await.unwrap();
        meeting::clashes(&mut read, &self.organisation, planned).await.unwrap()
    }

    /// What staff read about it, in Dutch.
    async fn warned_of(&self, planned: &Planned) -> Vec<String> {
        let clashes = self.clashes(planned).await;
        let words = (self.phrases.as_ref(), HomeLanguage::DUTCH);
        let lines = meeting::clash_lines(words, &self.organisation.time_zone, &clashes);
        lines.iter().map(|line| thuispost::language::without_marks(line)).collect()
    }

    async fn warned_of_new(&self, new: &NewMeeting) -> Vec<String> {
        self.warned_of(&Planned::new(new, &self.organisation.time_zone)).await
    }

    /// A coffee morning of this group.
    async fn coffee_of(&self, group: &str, starts: DateTime) -> NewMeeting {
        let mut new = self.thinks_of(Base::CoffeeMorning, starts).await;
        new.groups = vec![self.group(group).await];
        new.invite_at = None;
        new
    }

    async fn takes_in(&self, name: &str, location: Option<&str>, text: &str) {
        let zone = &self.organisation.time_zone;
        let now = self.calendar.now();
        let today = now.local(zone).date();
        let events = meeting::read_calendar(text.into(), zone, today).await.unwrap();
        let location = match location {
            Some(location) => Some(self.id_of("locations", location).await),
            None => None,
        };
        let of = (name, location.map(thuispost::roster::LocationId::from_raw));
        let mut write = self.store.write().await.unwrap();
        let whose = self.organisation.id;
        let kept = (events.as_slice(), now);
        meeting::keep_calendar(&self.store, &mut write, whose, of, kept).await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_meeting_on_its_own_warns_of_nothing() {
    let school = Town::quiet().await;
    let new = school.coffee_of("Vlinders", School::thursday()).await;
    school.makes(&school.coffee_of("Vlinders", FRIDAY).await).await;
    assert!(school.warned_of_new(&new).await.is_empty());
}

#[tokio::test]
async fn a_closed_day_is_told_by_its_name_also_when_only_the_end_falls_into_it() {
    let school = Town::quiet().await;
    let mut write = school.store.write().await.unwrap();
    let day = (FRIDAY.date(), FRIDAY.date());
    rhythm::close_days(&mut write, school.organisation.id, day, "Studiedag").await.unwrap();
    write.commit().await.unwrap();
    let closed = ["Let op, dit valt samen:", "- vr 4 dec is een gesloten dag: Studiedag."];
    let mut new = school.coffee_of("Vlinders", FRIDAY).await;
    assert_eq!(school.warned_of_new(&new).await, closed);
    new.times = vec![(datetime(2026, 12, 3, 22, 0, 0, 0), datetime(2026, 12, 4, 7, 0, 0, 0))];
    assert_eq!(school.warned_of_new(&new).await, closed);
    new.times = vec![(datetime(2026, 12, 3, 22, 0, 0, 0), datetime(2026, 12, 4, 0, 0, 0, 0))];
    assert!(school.warned_of_new(&new).await.is_empty(), "what ends at midnight is not there");
}

#[tokio::test]
async fn families_who_belong_to_both_are_counted_whatever_group_or_location_it_is() {
    let school = Town::quiet().await;
    let other = school.makes(&school.coffee_of("Vlinders", School::thursday()).await).await;
    // Fatima has a child in the Bijen, Anna one at De Zon.
    let later = datetime(2026, 12, 3, 9, 0, 0, 0);
    for (group, count) in [
        ("Vlinders", "2 gezinnen horen bij allebei"),
        ("Bijen", "1 gezin hoort bij allebei"),
        ("Kevers", "1 gezin hoort bij allebei"),
    ] {
        let warned = school.warned_of_new(&school.coffee_of(group, later).await).await;
        assert_eq!(
            warned[1..],
            [format!("- do 3 dec, 08:30: Koffieochtend, De Regenboog. {count}.")],
            "{group}"
        );
    }
    let after = datetime(2026, 12, 3, 10, 0, 0, 0);
    let ends = school.meeting(other).await.sessions[0].ends.local(&school.organisation.time_zone);
    assert!(ends <= after);
    assert!(school.warned_of_new(&school.coffee_of("Vlinders", ends).await).await.is_empty());
    school.calls_off(other).await;
    assert!(school.warned_of_new(&school.coffee_of("Vlinders", later).await).await.is_empty());
}

#[tokio::test]
async fn who_left_and_who_is_not_meant_does_not_count() {
    let school = Town::quiet().await;
    school.makes(&school.coffee_of("Vlinders", School::thursday()).await).await;
    school.does("update children set leaves = '2026-12-02' where name = 'Adam'").await;
    let bees = school.coffee_of("Bijen", School::thursday()).await;
    assert!(school.warned_of_new(&bees).await.is_empty(), "Adam has left by then");
    let beetles = NewMeeting {
        audience: rhythm::Audience::Ve,
        ..school.coffee_of("Kevers", School::thursday()).await
    };
    assert!(school.warned_of_new(&beetles).await.is_empty(), "Roos is not meant");
    school.does("update children set ve = 1 where name = 'Roos'").await;
    assert_eq!(school.warned_of_new(&beetles).await.len(), 2);
}

#[tokio::test]
async fn events_of_other_calendars_count_at_their_location_or_everywhere() {
    let school = Town::quiet().await;
    let library = file(&[("Voorlezen", ":20261203T080000Z", ":20261203T100000Z")]);
    let trip = file(&[
        ("Schoolreis", ";VALUE=DATE:20261203", ";VALUE=DATE:20261204"),
        ("", ":20261203T073000Z", ":20261203T073000Z"),
    ]);
    school.takes_in("Bibliotheek", None, &library).await;
    school.takes_in("De Zon", Some("De Zon"), &trip).await;
    let bees = school.coffee_of("Bijen", School::thursday()).await;
    let read_aloud = "- do 3 dec, 09:00: Voorlezen, in de agenda Bibliotheek.";
    assert_eq!(school.warned_of_new(&bees).await[1..], [read_aloud]);
    let beetles = school.coffee_of("Kevers", School::thursday()).await;
    assert_eq!(
        school.warned_of_new(&beetles).await[1..],
        [
            "- do 3 dec, de hele dag: Schoolreis, in de agenda De Zon.",
            "- do 3 dec, 08:30: (zonder titel), in de agenda De Zon.",
            read_aloud,
        ]
    );
}

#[tokio::test]
async fn talks_of_these_families_are_one_line_and_a_series_is_asked_about_at_each_of_its_times() {
    let school = Town::quiet().await;
    let round = school.opens_talks(None, School::thursday()).await;
    school.books("Fatima", round).await;
    let mut bees = school.coffee_of("Bijen", School::thursday()).await;
    bees.times.push((FRIDAY, FRIDAY.saturating_add(jiff::Span::new().hours(1))));
    assert_eq!(
        school.warned_of_new(&bees).await[1..],
        ["- do 3 dec, 08:30: 1 gezin heeft dan een gesprek."]
    );
    school.books("Anna", round).await;
    let all = school.coffee_of("Vlinders", School::thursday()).await;
    assert_eq!(
        school.warned_of_new(&all).await[1..],
        ["- do 3 dec, 08:30: 2 gezinnen hebben dan een gesprek."]
    );
}

#[tokio::test]
async fn moving_and_opening_moments_warn_too_but_not_of_themselves() {
    let school = Town::quiet().await;
    let zone = school.organisation.time_zone.clone();
    let coffee = school.makes(&school.coffee_of("Vlinders", School::thursday()).await).await;
    let coffee = school.meeting(coffee).await;
    let same = (School::thursday(), School::thursday().saturating_add(jiff::Span::new().hours(1)));
    assert!(school.warned_of(&Planned::moved(&coffee, same, &zone)).await.is_empty());
    school.makes(&school.coffee_of("Bijen", FRIDAY).await).await;
    let friday = (FRIDAY, FRIDAY.saturating_add(jiff::Span::new().hours(1)));
    let warned = school.warned_of(&Planned::moved(&coffee, friday, &zone)).await;
    assert!(warned[1].contains("1 gezin hoort bij allebei"), "{warned:?}");
    let round = school.opens_talks(None, FRIDAY.saturating_add(jiff::Span::new().weeks(1))).await;
    let round = school.meeting(round).await;
    let slots = meeting::NewSlots {
        staff: None,
        days: vec![FRIDAY.date(), School::thursday().date()],
        from: jiff::civil::time(8, 30, 0, 0),
        until: jiff::civil::time(12, 0, 0, 0),
        length: std::time::Duration::from_secs(600),
        pause: std::time::Duration::ZERO,
        breaks: Vec::new(),
        at_home: false,
    };
    let now = school.calendar.now();
    let warned = school.warned_of(&Planned::slots(&round, &slots, &zone, now)).await;
    assert_eq!(
        warned[1..],
        [
            "- do 3 dec, 08:30: Koffieochtend, De Regenboog. 2 gezinnen horen bij allebei.",
            "- vr 4 dec, 09:00: Koffieochtend, De Regenboog. 1 gezin hoort bij allebei.",
        ]
    );
}

#[tokio::test]
async fn another_organisation_never_warns_and_many_lines_become_a_number() {
    let school = Town::quiet().await;
    let busy = |number: i32| format!("Afspraak {number}");
    let titles: Vec<String> = (0..14).map(busy).collect();
    let events: Vec<_> = titles
        .iter()
        .map(|title| (title.as_str(), ":20261203T073000Z", ":20261203T083000Z"))
        .collect();
    school.takes_in("Druk", None, &file(&events)).await;
    let new = school.coffee_of("Vlinders", School::thursday()).await;
    let warned = school.warned_of_new(&new).await;
    assert_eq!((warned.len(), warned[11].as_str()), (12, "En nog 4 andere momenten."));
    let other = thuispost::roster::Organisation {
        id: thuispost::roster::OrganisationId::from_raw(1),
        ..school.organisation.clone()
    };
    let planned = Planned::new(&new, &other.time_zone);
    let mut read = school.store.read().await.unwrap();
    assert!(meeting::clashes(&mut read, &other, &planned).await.unwrap().is_empty());
}
