//! What follows by itself: the reminder, the second invitation, a person, thanks, "we missed you".

use jiff::civil::{DateTime, datetime};
use thuispost::meeting::{self, Base, MeetingId};

use crate::suite::school::School;

/// Two carers of Samira; Ewa, Anna and Cor each have one child.
const FAMILIES: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,nl,
De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Omar,nl,
De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,,,Ewa,nl,
De Regenboog,020-555 01 23,Vlinders,G3,,Daan,,,Anna,nl,
De Regenboog,020-555 01 23,Vlinders,G4,,Bo,,,Cor,nl,";
const REMINDER: &str = "Morgen is het zover";
const AGAIN: &str = "Weet je al of je komt";
const THANKS: &str = "Wat fijn dat je er was";
const MISSED: &str = "We hebben je gemist";

fn december(day: i8, hour: i8, minute: i8) -> DateTime {
    datetime(2026, 12, day, hour, minute, 0, 0)
}

impl School {
    /// Staff say that the list of the first time that takes place is complete.
    pub async fn closes_list(&self, id: MeetingId) {
        let session = self.sessions(id).await[0];
        self.closes_list_of(session).await;
    }

    async fn closes_list_of(&self, session: meeting::SessionId) {
        let mut write = self.store.write().await.unwrap();
        let now = self.calendar.now();
        meeting::close_list(&mut write, session, Some(now)).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Staff saw a family at a time of a meeting.
    async fn sees_at(&self, session: meeting::SessionId, family: &str) {
        let family = self.family(family).await;
        let mut write = self.store.write().await.unwrap();
        let by = ("Eva", self.calendar.now());
        meeting::see(&mut write, (session, family), by).await.unwrap();
        write.commit().await.unwrap();
    }

    async fn open_follow_ups(&self, reason: &str) -> Vec<String> {
        self.reads(&format!(
            "select f.name from follow_ups u join families f on f.id = u.family_id
             where u.reason = '{reason}' and u.closed_at is null order by f.name"
        ))
        .await
    }
}

#[tokio::test]
async fn the_reminder_comes_once_on_the_afternoon_before_and_only_to_who_comes() {
    let school = School::joined(FAMILIES, &["Fatima", "Ewa", "Anna", "Cor"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.presses("Fatima", "i.y.").await;
    school.presses("Ewa", "i.n.").await;
    school.presses("Anna", "i.m.").await;
    for moment in [december(1, 17, 30), december(2, 16, 59)] {
        school.turns_to(moment).await;
        assert_eq!(school.times_told("Fatima", REMINDER), 0);
    }
    for moment in [december(2, 17, 1), december(2, 18, 0), december(3, 8, 1)] {
        school.turns_to(moment).await;
        assert_eq!(school.times_told("Fatima", REMINDER), 1, "{}", school.told("Fatima"));
    }
    for carer in ["Ewa", "Anna", "Cor"] {
        assert_eq!(school.times_told(carer, REMINDER), 0, "{}", school.told(carer));
    }
}

#[tokio::test]
async fn who_waits_for_a_place_is_not_reminded() {
    let school = School::joined(FAMILIES, &["Ewa", "Anna"]).await;
    let mut new = school.thinks_of(Base::PlayGroup, School::thursday()).await;
    new.capacity = Some(1);
    school.makes(&new).await;
    school.waits_a_minute().await;
    school.presses("Ewa", "i.y.").await;
    school.presses("Anna", "i.y.").await;
    school.turns_to(december(2, 17, 1)).await;
    assert_eq!(school.times_told("Ewa", REMINDER), 1);
    assert_eq!(school.times_told("Anna", REMINDER), 0, "{}", school.told("Anna"));
}

#[tokio::test]
async fn after_a_move_the_reminder_comes_on_the_new_eve_only() {
    let school = School::joined(FAMILIES, &["Ewa"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Ewa", "i.y.").await;
    school.turns_to(december(2, 17, 1)).await;
    assert_eq!(school.times_told("Ewa", REMINDER), 1);
    school.turns_to(december(2, 18, 0)).await;
    school.shifts(id, december(10, 9, 0)).await;
    school.turns_to(december(3, 17, 5)).await;
    assert_eq!(school.times_told("Ewa", REMINDER), 1, "{}", school.told("Ewa"));
    school.turns_to(december(9, 17, 1)).await;
    assert_eq!(school.times_told("Ewa", REMINDER), 2);
}

#[tokio::test]
async fn moved_in_the_evening_to_the_next_day_is_news_enough() {
    let school = School::joined(FAMILIES, &["Ewa"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Ewa", "i.y.").await;
    school.turns_to(december(2, 17, 30)).await;
    school.shifts(id, december(3, 11, 0)).await;
    school.passes_a_minute().await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Ewa", "verplaatst"), 1);
    assert_eq!(school.times_told("Ewa", REMINDER), 1, "{}", school.told("Ewa"));
}

#[tokio::test]
async fn a_move_that_was_undone_does_not_remind_again() {
    let school = School::joined(FAMILIES, &["Ewa"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Ewa", "i.y.").await;
    let session = school.sessions(id).await[0];
    school.turns_to(december(2, 17, 1)).await;
    school.turns_to(december(2, 17, 30)).await;
    let moved = school.shifts(id, december(10, 9, 0)).await;
    school.passes_a_second();
    assert!(school.undoes_change(session, moved).await);
    school.passes_a_minute().await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Ewa", REMINDER), 1, "{}", school.told("Ewa"));
}

#[tokio::test]
async fn the_silent_are_asked_once_more_by_day_and_then_a_person_speaks_to_them() {
    let school = School::joined(FAMILIES, &["Fatima", "Omar", "Ewa", "Anna", "Cor"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Fatima", "i.n.").await;
    school.presses("Ewa", "i.y.").await;
    school.presses("Anna", "i.m.").await;
    // A closed day, and a night.
    school
        .does("insert into closed_days select id, '2026-11-26', 'Studiedag' from organisations")
        .await;
    for (day, hour) in [(25, 12), (26, 12), (26, 23), (27, 7)] {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
        assert_eq!(school.times_told("Cor", AGAIN), 0, "{day} {hour}");
    }
    for (day, hour) in [(27, 8), (27, 12), (28, 12)] {
        school.turns_to(datetime(2026, 11, day, hour, 1, 0, 0)).await;
        assert_eq!(school.times_told("Cor", AGAIN), 1, "{}", school.told("Cor"));
    }
    assert_eq!(school.times_told("Anna", AGAIN), 1, "maybe is no answer yet");
    for carer in ["Omar", "Ewa", "Fatima"] {
        assert_eq!(school.times_told(carer, AGAIN), 0, "{carer}");
    }
    assert_eq!(school.open_follow_ups("no_answer").await, Vec::<String>::new());
    for (day, hour) in [(28, 21), (29, 12)] {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
    }
    assert_eq!(school.open_follow_ups("no_answer").await, ["G4"], "Anna said maybe");
    assert_eq!(school.counts("select count(*) from follow_ups").await, 1);
    school.presses("Cor", "i.n.").await;
    assert_eq!(school.open_follow_ups("no_answer").await, Vec::<String>::new());
    assert!(school.meeting(id).await.cancelled_at.is_none());
}

#[tokio::test]
async fn children_who_left_need_no_talk() {
    let school = School::joined(FAMILIES, &["Ewa", "Anna", "Cor"]).await;
    let round = school.opens_round("Vlinders", &[super::talks::from_three(60)]).await;
    school.books_first("Ewa", round).await;
    school.does("update children set leaves = '2026-11-24' where name = 'Bo'").await;
    school.turns_to(datetime(2026, 11, 26, 10, 0, 0, 0)).await;
    school.turns_to(datetime(2026, 11, 27, 23, 0, 0, 0)).await;
    school.turns_to(datetime(2026, 11, 28, 10, 0, 0, 0)).await;
    assert_eq!(school.open_follow_ups("no_talk").await, ["G1", "G3"], "connected or not");
}

#[tokio::test]
async fn thanks_go_to_who_can_be_meant_and_who_said_yes_and_was_not_there_is_missed() {
    let school = School::joined(FAMILIES, &["Fatima", "Omar", "Ewa", "Anna", "Cor"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    for carer in ["Omar", "Ewa"] {
        school.presses(carer, "i.y.").await;
    }
    let next = school.thinks_of(Base::CoffeeMorning, december(17, 8, 30)).await;
    school.makes(&next).await;
    school.turns_to(december(3, 9, 40)).await;
    let session = school.sessions(id).await[0];
    school.sees_at(session, "G1").await;
    school.sees_at(session, "G3").await;
    school.closes_list(id).await;
    school.turns_to(december(3, 9, 50)).await;
    assert_eq!(school.times_told("Omar", THANKS), 0, "staff may still correct the list");
    school.turns_to(december(3, 9, 56)).await;
    school.turns_to(december(3, 10, 30)).await;
    for (carer, thanks, missed) in
        [("Omar", 1, 0), ("Fatima", 0, 0), ("Ewa", 0, 1), ("Anna", 1, 0), ("Cor", 0, 0)]
    {
        assert_eq!(school.times_told(carer, THANKS), thanks, "{}", school.told(carer));
        assert_eq!(school.times_told(carer, MISSED), missed, "{}", school.told(carer));
    }
    let missed = school.last("Ewa").text;
    assert!(missed.contains("17 december"), "{missed}");
    school.presses("Ewa", "i.y.").await;
    let said = "select count(*) from rsvps r join carers c on c.id = r.carer_id where c.name = 'Ewa' and r.answer = 'yes'";
    assert_eq!(school.counts(said).await, 2, "for the next one");
    assert_eq!(school.open_follow_ups("did_not_come").await, Vec::<String>::new());
}

#[tokio::test]
async fn as_long_as_staff_did_not_close_the_list_nobody_hears_anything() {
    let school = School::joined(FAMILIES, &["Ewa", "Anna"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Ewa", "i.y.").await;
    school.turns_to(december(3, 9, 40)).await;
    let session = school.sessions(id).await[0];
    school.sees_at(session, "G3").await;
    school.turns_to(december(5, 12, 0)).await;
    assert_eq!(school.times_told("Ewa", MISSED) + school.times_told("Anna", THANKS), 0);
}

#[tokio::test]
async fn a_list_that_was_closed_early_misses_nobody_before_the_end() {
    let school = School::joined(FAMILIES, &["Ewa"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    school.presses("Ewa", "i.y.").await;
    school.turns_to(december(3, 8, 40)).await;
    school.closes_list(id).await;
    school.turns_to(december(3, 9, 20)).await;
    assert_eq!(school.times_told("Ewa", MISSED), 0, "she may still come");
    school.turns_to(december(3, 9, 46)).await;
    assert_eq!(school.times_told("Ewa", MISSED), 1, "{}", school.told("Ewa"));
}

#[tokio::test]
async fn of_a_series_thanks_come_once_at_the_end_and_the_missed_hear_the_next_time() {
    let school = School::joined(FAMILIES, &["Ewa", "Anna"]).await;
    let mut new = school.thinks_of(Base::PlayGroup, School::thursday()).await;
    let (starts, ends) = new.times[0];
    let week = jiff::Span::new().weeks(1);
    new.times.push((starts.saturating_add(week), ends.saturating_add(week)));
    let id = school.makes(&new).await;
    school.waits_a_minute().await;
    for carer in ["Ewa", "Anna"] {
        school.presses(carer, "i.y.").await;
    }
    let times = school.sessions(id).await;
    school.turns_to(december(3, 12, 0)).await;
    school.sees_at(times[0], "G3").await;
    school.closes_list_of(times[0]).await;
    school.turns_to(december(3, 12, 16)).await;
    assert_eq!(school.times_told("Anna", THANKS), 0, "there is another time");
    let missed = school.last("Ewa");
    assert!(missed.text.contains(MISSED) && missed.text.contains("10 december"), "{}", missed.text);
    assert!(missed.buttons.is_empty(), "the series has begun: there is nothing to answer");
    school.turns_to(december(10, 12, 0)).await;
    school.sees_at(times[1], "G3").await;
    school.closes_list_of(times[1]).await;
    school.turns_to(december(10, 12, 16)).await;
    assert_eq!(school.times_told("Anna", THANKS), 1, "{}", school.told("Anna"));
    assert_eq!(school.open_follow_ups("did_not_come").await, ["G2"], "twice in a row");
    assert_eq!(
        school.counts("select count(*) from follow_ups where reason = 'did_not_come'").await,
        1
    );
}

#[tokio::test]
async fn who_only_waited_for_a_place_did_not_stay_away() {
    let school = School::joined(FAMILIES, &["Ewa", "Anna"]).await;
    let mut ids = Vec::new();
    for day in [3, 10] {
        let mut new = school.thinks_of(Base::PlayGroup, december(day, 9, 0)).await;
        new.capacity = Some(1);
        ids.push(school.makes(&new).await);
        school.waits_a_minute().await;
        let press = format!("i.y.{}.", ids.last().unwrap());
        school.presses("Ewa", &press).await;
        school.presses("Anna", &press).await;
    }
    for (id, day) in ids.into_iter().zip([3, 10]) {
        school.turns_to(december(day, 12, 0)).await;
        let session = school.sessions(id).await[0];
        school.sees_at(session, "G2").await;
        school.closes_list(id).await;
        school.turns_to(december(day, 12, 16)).await;
    }
    assert_eq!(school.times_told("Anna", MISSED), 0, "{}", school.told("Anna"));
    assert_eq!(school.open_follow_ups("did_not_come").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_talk_is_reminded_of_on_the_eve_and_not_by_who_chose_it_that_very_evening() {
    let school = School::joined(FAMILIES, &["Ewa", "Anna"]).await;
    let round = school.opens_round("Vlinders", &[super::talks::from_three(60)]).await;
    school.books_first("Ewa", round).await;
    school.turns_to(datetime(2026, 11, 30, 17, 1, 0, 0)).await;
    school.books_first("Anna", round).await;
    school.passes_a_minute().await;
    school.passes_a_minute().await;
    assert_eq!(school.times_told("Ewa", "Morgen is je gesprek"), 1, "{}", school.told("Ewa"));
    assert_eq!(school.times_told("Anna", "Morgen is je gesprek"), 0, "{}", school.told("Anna"));
}

#[tokio::test]
async fn who_is_on_a_pause_is_not_asked_a_second_time() {
    let school = School::joined(FAMILIES, &["Anna", "Cor"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.types("Cor", "/menu").await;
    school.presses("Cor", "m.pause").await;
    school.presses("Cor", "p.14").await;
    for day in [27, 28] {
        school.turns_to(datetime(2026, 11, day, 12, 1, 0, 0)).await;
    }
    assert_eq!(school.times_told("Anna", AGAIN), 1, "{}", school.told("Anna"));
    assert_eq!(school.times_told("Cor", AGAIN), 0, "{}", school.told("Cor"));
}

#[tokio::test]
async fn a_meeting_that_was_called_off_by_mistake_hands_its_silent_families_over_again() {
    let school = School::joined(FAMILIES, &["Anna"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    for day in [27, 28, 29, 30] {
        school.turns_to(datetime(2026, 11, day, 12, 1, 0, 0)).await;
    }
    let silent = school.open_follow_ups("no_answer").await;
    assert_eq!(silent, ["G3"]);
    let session = school.sessions(id).await[0];
    let gone = school.calls_off(id, session, None).await;
    school.lets_pass(5).await;
    assert_eq!(school.open_follow_ups("no_answer").await, Vec::<String>::new());
    assert!(school.undoes_change(session, gone).await);
    school.lets_pass(5).await;
    assert_eq!(school.open_follow_ups("no_answer").await, silent);
}
