//! A meeting that is moved or called off, and that change undone.

use jiff::civil::{DateTime, datetime};
use thuispost::meeting::{Base, MeetingId};

use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

const INVITED: &str = "Kom je ook?";

fn december(day: i8, hour: i8) -> DateTime {
    datetime(2026, 12, day, hour, 0, 0, 0)
}

impl School {
    /// Anna and Ewa of the Vlinders, whose service runs.
    async fn with_two_families() -> Self {
        let mut school = Self::opens(FAMILIES).await;
        school.joins("Anna").await;
        school.joins("Ewa").await;
        school
    }

    /// The invitation has left to nobody yet: it does so tomorrow.
    async fn will_invite(&self, base: Base) -> MeetingId {
        let mut new = self.thinks_of(base, Self::thursday()).await;
        new.invite_at = Some(self.moment(datetime(2026, 11, 24, 10, 0, 0, 0)));
        self.makes(&new).await
    }

    /// Five Thursdays.
    async fn invites_to_a_series(&self) -> MeetingId {
        let mut new = self.thinks_of(Base::PlayGroup, Self::thursday()).await;
        let (starts, ends) = new.times[0];
        let later = |weeks: i64| jiff::Span::new().weeks(weeks);
        new.times = (0..5)
            .map(|it| (starts.saturating_add(later(it)), ends.saturating_add(later(it))))
            .collect();
        let id = self.makes(&new).await;
        self.waits_a_minute().await;
        id
    }

    /// What waits in the outbox about meetings, by carer: name and word of its mailing.
    async fn meeting_rows(&self, state: &str) -> Vec<String> {
        self.reads(&format!(
            "select c.name || ' ' || m.slug from deliveries d join mailings m on m.id = d.mailing_id
             join carers c on c.id = d.carer_id where m.meeting_id is not null and d.state = '{state}'
             order by c.name, m.slug, m.id"
        ))
        .await
    }
}

#[tokio::test]
async fn who_was_not_told_yet_gets_an_invitation_with_the_new_time_and_nothing_about_the_old_one() {
    let school = School::with_two_families().await;
    let id = school.will_invite(Base::CoffeeMorning).await;
    school.shifts(id, december(10, 9)).await;
    school.turns_to(datetime(2026, 11, 24, 10, 1, 0, 0)).await;
    let told = school.told("Anna");
    assert!(told.contains("10 december"), "{told}");
    assert!(!told.contains("3 december"), "{told}");
    assert_eq!(school.times_told("Anna", "Koffieochtend"), 1, "{told}");
    assert_eq!(school.times_told("Ewa", "10 grudnia"), 1);
}

#[tokio::test]
async fn one_time_of_a_series_that_nobody_heard_of_is_called_off_and_all_are_invited_to_the_others()
{
    let school = School::with_two_families().await;
    let mut new = school.thinks_of(Base::PlayGroup, School::thursday()).await;
    let (starts, ends) = new.times[0];
    let week = jiff::Span::new().weeks(1);
    new.times.push((starts.saturating_add(week), ends.saturating_add(week)));
    new.invite_at = Some(school.moment(datetime(2026, 11, 24, 10, 0, 0, 0)));
    let id = school.makes(&new).await;
    let first = school.sessions(id).await[0];
    school.calls_off(id, first, None).await;
    school.turns_to(datetime(2026, 11, 24, 10, 1, 0, 0)).await;
    let told = school.told("Anna");
    assert!(told.contains("10 december") && !told.contains("3 december"), "{told}");
}

#[tokio::test]
async fn a_move_is_told_to_exactly_those_who_may_have_heard_of_the_meeting() {
    let mut school = School::with_two_families().await;
    school.joins("Fatima").await;
    school.ends_service().await;
    let new = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    let id = school.makes(&new).await;
    let now = school.calendar.now();
    thuispost::outbox::release_due(&school.store, now).await.unwrap();
    // Anna has it, Ewa's is on its way at this moment, Fatima's could not leave at the first try.
    for (carer, change) in [
        ("Anna", "state = 'delivered', attempts = 1"),
        ("Ewa", "state = 'sending', attempts = 1, attempt_id = 7"),
        ("Fatima", "attempts = 1"),
    ] {
        school
            .does(&format!(
                "update deliveries set {change} where carer_id = (select id from carers where name = '{carer}')
                   and mailing_id in (select id from mailings where meeting_id is not null)"
            ))
            .await;
    }
    school.shifts(id, december(10, 9)).await;
    assert_eq!(
        school.meeting_rows("waiting").await,
        ["Anna moved", "Ewa moved", "Fatima invitation"]
    );
    // The power fails here; the service comes back, and what was on its way is in doubt.
    school.begins_service().await;
    school.passes_without_waiting(61).await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 1, "{}", school.told("Anna"));
    assert_eq!(school.times_told("Ewa", "10 grudnia"), 1, "{}", school.told("Ewa"));
    let fatima = school.bubbles("Fatima");
    assert_eq!(fatima.iter().filter(|it| it.text.contains("10 ديسمبر")).count(), 1);
    assert_eq!(fatima.iter().filter(|it| it.text.contains("3 ديسمبر")).count(), 0);
}

#[tokio::test]
async fn who_is_invited_after_the_move_hears_nothing_of_the_move() {
    let mut school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.shifts(id, december(10, 9)).await;
    school.passes_a_minute().await;
    // A family that joins now is not in the invitation any more; one whose invitation waited gets it.
    school.joins("Fatima").await;
    for minutes in [1, 20, 50] {
        school.lets_pass(60 * minutes).await;
    }
    assert_eq!(school.times_told("Fatima", "10 ديسمبر"), 0, "{}", school.told("Fatima"));
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 1);
}

#[tokio::test]
async fn an_invitation_that_comes_after_the_move_is_not_followed_by_news_of_it() {
    let mut school = School::with_two_families().await;
    school.ends_service().await;
    let new = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    let id = school.makes(&new).await;
    thuispost::outbox::release_due(&school.store, school.calendar.now()).await.unwrap();
    school.shifts(id, december(10, 9)).await;
    school.begins_service().await;
    school.passes_a_minute().await;
    school.presses("Anna", "i.y.").await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 0, "{}", school.told("Anna"));
    assert_eq!(school.times_told("Anna", INVITED), 1, "{}", school.told("Anna"));
}

#[tokio::test]
async fn moved_twice_before_the_first_news_left_is_told_once_and_from_the_moment_they_know() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.shifts(id, december(8, 9)).await;
    school.shifts(id, december(10, 9)).await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 1, "{}", school.told("Anna"));
    let news = school.last("Anna").text;
    assert!(news.contains("3 december") && news.contains("10 december"), "{news}");
    assert!(!news.contains("8 december"), "{news}");
}

#[tokio::test]
async fn moved_there_and_back_before_the_news_left_is_told_to_nobody() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.shifts(id, december(8, 9)).await;
    school.shifts(id, School::thursday()).await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 0, "{}", school.told("Anna"));
}

#[tokio::test]
async fn moved_and_called_off_within_a_minute_is_called_off_as_they_know_it() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let session = school.sessions(id).await[0];
    school.shifts(id, december(8, 9)).await;
    school.calls_off(id, session, Some("De verwarming is kapot.")).await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 0, "{}", school.told("Anna"));
    let news = school.last("Anna").text;
    assert!(news.contains("3 december") && news.contains("verwarming"), "{news}");
}

#[tokio::test]
async fn moving_one_time_of_a_series_does_not_silence_the_news_of_another() {
    let school = School::with_two_families().await;
    let id = school.invites_to_a_series().await;
    let times = school.sessions(id).await;
    school.shifts_time(id, times[0], december(4, 9)).await.unwrap();
    school.shifts_time(id, times[1], december(11, 9)).await.unwrap();
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 2, "{}", school.told("Anna"));
    assert!(school.shifts_time(id, times[2], december(11, 9)).await.is_err(), "twice at one time");
}

#[tokio::test]
async fn a_change_that_was_undone_within_the_minute_is_told_to_nobody() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let session = school.sessions(id).await[0];
    let before = school.meeting(id).await;
    let moved = school.shifts(id, december(8, 9)).await;
    assert!(school.undoes_change(session, moved).await);
    school.passes_a_second();
    let gone = school.calls_off(id, session, None).await;
    assert!(school.undoes_change(session, gone).await);
    school.passes_a_minute().await;
    let after = school.meeting(id).await;
    assert_eq!(after.sessions[0].starts, before.sessions[0].starts);
    assert!(after.cancelled_at.is_none() && after.is_open(school.calendar.now()));
    assert_eq!(school.times_told("Anna", INVITED), 1, "{}", school.told("Anna"));
    assert_eq!(school.times_told("Anna", "Koffieochtend"), 1, "{}", school.told("Anna"));
    assert!(!school.undoes_change(session, gone).await, "it was undone before");
}

#[tokio::test]
async fn a_move_that_still_waits_is_told_although_a_later_change_was_undone() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let session = school.sessions(id).await[0];
    school.shifts(id, december(8, 9)).await;
    school.passes_a_second();
    let gone = school.calls_off(id, session, None).await;
    school.passes_a_second();
    assert!(school.undoes_change(session, gone).await);
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 1, "{}", school.told("Anna"));
    let news = school.last("Anna").text;
    assert!(news.contains("3 december") && news.contains("8 december"), "{news}");
}

#[tokio::test]
async fn an_invitation_that_waits_leaves_although_the_meeting_was_called_off_for_a_moment() {
    let school = School::with_two_families().await;
    let id = school.will_invite(Base::CoffeeMorning).await;
    let session = school.sessions(id).await[0];
    let gone = school.calls_off(id, session, None).await;
    assert!(school.undoes_change(session, gone).await);
    school.turns_to(datetime(2026, 11, 24, 10, 1, 0, 0)).await;
    assert_eq!(school.times_told("Anna", INVITED), 1, "{}", school.told("Anna"));
    assert_eq!(school.times_told("Anna", "Koffieochtend"), 1, "{}", school.told("Anna"));
}

#[tokio::test]
async fn news_that_left_cannot_be_undone() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let session = school.sessions(id).await[0];
    let gone = school.calls_off(id, session, None).await;
    school.passes_a_minute().await;
    assert!(!school.undoes_change(session, gone).await);
    assert!(school.meeting(id).await.cancelled_at.is_some());
}

#[tokio::test]
async fn urgent_news_comes_in_the_evening_and_other_news_waits_for_the_morning() {
    let school = School::with_two_families().await;
    let far = school.invites_to(Base::CoffeeMorning).await;
    let mut soon = school.thinks_of(Base::ThemeMorning, datetime(2026, 11, 24, 8, 30, 0, 0)).await;
    soon.place = None;
    let soon = school.makes(&soon).await;
    school.waits_a_minute().await;
    school.turns_to(datetime(2026, 11, 23, 21, 30, 0, 0)).await;
    let (far_time, soon_time) = (school.sessions(far).await[0], school.sessions(soon).await[0]);
    school.calls_off(far, far_time, None).await;
    school.calls_off(soon, soon_time, None).await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", "24 november"), 2, "{}", school.told("Anna"));
    assert_eq!(school.times_told("Anna", "3 december"), 1, "{}", school.told("Anna"));
    school.turns_to(datetime(2026, 11, 24, 8, 1, 0, 0)).await;
    assert_eq!(school.times_told("Anna", "3 december"), 2, "{}", school.told("Anna"));
}

#[tokio::test]
async fn who_stops_or_is_erased_before_the_news_leaves_does_not_get_it() {
    let mut school = School::with_two_families().await;
    school.joins("Fatima").await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.shifts(id, december(8, 9)).await;
    school.types("Ewa", "stop").await;
    let said = school.bubbles("Ewa").len();
    school.erases("G1").await;
    school.passes_a_minute().await;
    assert_eq!(school.bubbles("Ewa").len(), said, "{}", school.told("Ewa"));
    assert_eq!(school.times_told("Fatima", "8 ديسمبر"), 0);
    assert_eq!(school.times_told("Anna", "Dit is verplaatst"), 1);
}

#[tokio::test]
async fn a_family_whose_child_changed_groups_hears_that_the_meeting_is_called_off() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Anna", "i.y.").await;
    school
        .does(
            "update children set group_id = (select id from groups where name = 'Bijen') where name = 'Daan'",
        )
        .await;
    let session = school.sessions(id).await[0];
    school.calls_off(id, session, None).await;
    school.passes_a_minute().await;
    let news = school.last("Anna").text;
    assert!(news.contains("gaat niet door"), "{}", school.told("Anna"));
    assert!(news.contains("De Regenboog"), "where it would have been: {news}");
}

#[tokio::test]
async fn after_a_move_the_silent_are_still_handed_over_to_a_person() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.turns_to(datetime(2026, 11, 26, 9, 32, 0, 0)).await;
    assert_eq!(school.times_told("Anna", INVITED), 1);
    school.turns_to(datetime(2026, 11, 26, 9, 40, 0, 0)).await;
    assert_eq!(
        school.meeting_rows("delivered").await.iter().filter(|it| *it == "Anna again").count(),
        1
    );
    school.shifts(id, december(4, 9)).await;
    school.turns_to(datetime(2026, 11, 28, 9, 40, 0, 0)).await;
    let open = "select count(*) from follow_ups where reason = 'no_answer' and closed_at is null";
    assert_eq!(school.counts(open).await, 2);
    assert_eq!(
        school.meeting_rows("delivered").await.iter().filter(|it| *it == "Anna again").count(),
        1
    );
}

#[tokio::test]
async fn after_a_move_the_invitation_that_is_looked_through_again_comes_to_nobody_twice() {
    let school = School::with_two_families().await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.shifts(id, december(10, 9)).await;
    school.passes_a_minute().await;
    school
        .does(
            "update mailings set state = 'fanning_out', fan_out_after = 0
             where slug = 'invitation' and cancelled_at is null",
        )
        .await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Anna", INVITED), 1, "{}", school.told("Anna"));
}
