//! Days on which the clock changes, nights, other clocks, and a calendar that is turned back.

use jiff::civil::{DateTime, datetime};
use thuispost::meeting::{self, Base, MeetingError};
use thuispost::roster;

use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

impl School {
    /// Staff would make a meeting from one moment to another.
    async fn would_make(&self, starts: DateTime, ends: DateTime) -> Result<(), MeetingError> {
        let mut new = self.thinks_of(Base::Other, starts).await;
        new.times = vec![(starts, ends)];
        let mut write = self.store.write().await.unwrap();
        let pair = (&self.store, self.phrases.as_ref());
        let by = ("Eva", self.calendar.now());
        meeting::add(pair, &mut write, &self.organisation, &new, by).await.map(|_| ())
    }
}

#[tokio::test]
async fn on_the_day_that_the_clock_goes_forward_a_meeting_is_when_the_wall_says() {
    let school = School::joined(FAMILIES, &["Anna"]).await;
    let gap = datetime(2027, 3, 28, 2, 30, 0, 0);
    let after = datetime(2027, 3, 28, 4, 0, 0, 0);
    assert!(matches!(school.would_make(gap, after).await, Err(MeetingError::InGap(_))));
    assert!(matches!(school.would_make(after, gap).await, Err(MeetingError::InGap(_))));
    let new = school.thinks_of(Base::CoffeeMorning, datetime(2027, 3, 28, 10, 0, 0, 0)).await;
    let id = school.makes(&new).await;
    school.waits_a_minute().await;
    school.presses("Anna", "i.y.").await;
    assert_eq!(school.meeting(id).await.sessions[0].starts.to_string(), "2027-03-28T08:00:00Z");
    school.turns_to(datetime(2027, 3, 27, 16, 59, 0, 0)).await;
    assert_eq!(school.times_told("Anna", "Morgen is het zover"), 0);
    school.turns_to(datetime(2027, 3, 27, 17, 1, 0, 0)).await;
    assert!(school.last("Anna").text.contains("10:00"), "{}", school.told("Anna"));
    school.turns_to(datetime(2027, 3, 28, 9, 59, 0, 0)).await;
    school.presses("Anna", "i.n.").await;
    assert!(school.said_to("Anna").await.starts_with("no"));
}

#[tokio::test]
async fn on_the_day_that_the_clock_goes_back_an_hour_that_comes_twice_is_the_first() {
    let school = School::joined(FAMILIES, &["Anna"]).await;
    let mut new = school.thinks_of(Base::Other, datetime(2027, 10, 31, 2, 30, 0, 0)).await;
    new.times = vec![(datetime(2027, 10, 31, 2, 30, 0, 0), datetime(2027, 10, 31, 3, 30, 0, 0))];
    let id = school.makes(&new).await;
    let session = school.meeting(id).await.sessions[0].clone();
    assert_eq!(session.starts.to_string(), "2027-10-31T00:30:00Z");
    assert_eq!(session.ends.to_string(), "2027-10-31T02:30:00Z");
    school.waits_a_minute().await;
    school.presses("Anna", "i.y.").await;
    school.turns_to(datetime(2027, 10, 30, 17, 1, 0, 0)).await;
    assert_eq!(school.times_told("Anna", "Morgen is het zover"), 1, "{}", school.told("Anna"));
}

#[tokio::test]
async fn a_night_at_school_says_both_days_and_takes_the_code_on_both() {
    let school = School::joined(FAMILIES, &["Anna"]).await;
    let mut new = school.thinks_of(Base::Other, datetime(2026, 12, 4, 20, 0, 0, 0)).await;
    new.times = vec![(datetime(2026, 12, 4, 20, 0, 0, 0), datetime(2026, 12, 5, 8, 0, 0, 0))];
    let id = school.makes(&new).await;
    school.waits_a_minute().await;
    let told = school.last("Anna").text;
    assert!(told.contains("4 december") && told.contains("5 december"), "{told}");
    let meeting = school.meeting(id).await;
    let carers = [school.carer_id("Anna").await];
    for (moment, noted) in [
        (datetime(2026, 12, 3, 23, 0, 0, 0), false),
        (datetime(2026, 12, 5, 1, 0, 0, 0), true),
        (datetime(2026, 12, 6, 1, 0, 0, 0), false),
    ] {
        let mut write = school.store.write().await.unwrap();
        let at = (&school.organisation, meeting.sessions[0].id);
        let now = school.moment(moment);
        let (scanned, _) = meeting::scan(&mut write, at, &carers, now).await.unwrap();
        assert_eq!(scanned == meeting::Scanned::Noted, noted, "{moment}");
    }
}

#[tokio::test]
async fn in_curacao_the_day_begins_five_hours_later() {
    let mut school = School::closed(FAMILIES).await;
    school.does("update organisations set time_zone = 'America/Curacao'").await;
    let mut read = school.store.read().await.unwrap();
    school.organisation = roster::the_only_organisation(&mut read).await.unwrap();
    drop(read);
    // Half past nine in Curaçao.
    school.calendar.turn_to(school.moment(datetime(2026, 11, 23, 9, 30, 0, 0)));
    school.begins_service().await;
    school.joins("Anna").await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    assert_eq!(school.meeting(id).await.sessions[0].starts.to_string(), "2026-12-03T12:30:00Z");
    assert!(school.last("Anna").text.contains("08:30"), "{}", school.told("Anna"));
    school.presses("Anna", "i.y.").await;
    school.turns_to(datetime(2026, 12, 2, 16, 30, 0, 0)).await;
    assert_eq!(school.times_told("Anna", "Morgen is het zover"), 0, "in Amsterdam it is evening");
    school.turns_to(datetime(2026, 12, 2, 17, 1, 0, 0)).await;
    assert_eq!(school.times_told("Anna", "Morgen is het zover"), 1, "{}", school.told("Anna"));
}

#[tokio::test]
async fn a_calendar_that_is_turned_back_tells_nothing_twice() {
    let school = School::joined(FAMILIES, &["Anna", "Ewa"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Anna", "i.y.").await;
    school.turns_to(datetime(2026, 12, 2, 17, 1, 0, 0)).await;
    school.turns_to(datetime(2026, 12, 3, 12, 0, 0, 0)).await;
    let mut write = school.store.write().await.unwrap();
    let session = school.sessions(id).await[0];
    let now = school.calendar.now();
    meeting::close_list(&mut write, session, Some(now)).await.unwrap();
    write.commit().await.unwrap();
    school.turns_to(datetime(2026, 12, 3, 12, 20, 0, 0)).await;
    let told = |school: &School| (school.bubbles("Anna").len(), school.bubbles("Ewa").len());
    let before = told(&school);
    for moment in [
        datetime(2026, 11, 23, 9, 30, 0, 0),
        datetime(2026, 12, 2, 17, 30, 0, 0),
        datetime(2026, 12, 3, 12, 30, 0, 0),
    ] {
        school.turns_to(moment).await;
        assert_eq!(told(&school), before, "{moment}: {}", school.told("Anna"));
    }
}
