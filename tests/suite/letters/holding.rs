//! What holds a letter up, takes it back or lets it go after all.

use jiff::civil::datetime;
use thuispost::mailing::{self, Missing};

use super::super::school::PATIENCE;
use super::{ALL, ANNA, DUTCH, FATIMA, JOINED, School};

impl School {
    pub async fn takes_back(&self, label: &str) {
        let mut write = self.store.write().await.unwrap();
        let letter = mailing::find(&mut write, self.organisation.id, label).await.unwrap().unwrap();
        mailing::cancel(&mut write, letter.id, self.calendar.now()).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Queues the letter about water while no service runs.
    async fn queues_water(&self) {
        let folder = self.writes_letter("water", "", &ALL);
        self.approves(&folder, &["Vlinders"], None).await.unwrap();
    }
}

#[tokio::test]
async fn a_letter_taken_back_before_it_left_does_not_leave_and_needs_a_new_name() {
    let mut school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.ends_service().await;
    school.queues_water().await;
    school.takes_back("water").await;
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.stands("water", "Anna").await, "withdrawn cancelled");
    assert_eq!(school.bubbles("Anna").len(), JOINED);
    let folder = school.writes_letter("water", "", &ALL);
    let refused = school.sends(&folder, &["Vlinders"], None).await.unwrap_err();
    assert_eq!(refused.to_string(), "this letter was cancelled");
}

#[tokio::test]
async fn a_letter_taken_back_while_it_was_on_its_way_is_not_tried_again() {
    let mut school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.ends_service().await;
    school.queues_water().await;
    school.does("update deliveries set state = 'sending', attempts = 1 where part = 0").await;
    school.takes_back("water").await;
    // Telegram was in trouble: it would have been tried again.
    school.does("update deliveries set state = 'waiting' where state = 'sending'").await;
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.stands("water", "Anna").await, "withdrawn cancelled");
    assert_eq!(school.bubbles("Anna").len(), JOINED);
}

#[tokio::test]
async fn a_planned_letter_taken_back_never_leaves() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    let folder = school.writes_letter("water", "", &ALL);
    school.plans(&folder, "Vlinders", datetime(2026, 11, 25, 10, 0, 0, 0)).await;
    school.takes_back("water").await;
    school.turns_to(datetime(2026, 11, 26, 10, 0, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "nothing");
}

#[tokio::test]
async fn what_is_sent_again_for_later_leaves_later() {
    let school = School::with_joined(&[ANNA, FATIMA], &["Anna", "Fatima"]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
    school.turns_to(datetime(2026, 11, 23, 21, 0, 0, 0)).await;
    let folder = school.writes_letter("water", "", &ALL);
    let again = school.plans(&folder, "Vlinders", datetime(2026, 11, 24, 8, 0, 0, 0)).await;
    assert!(again.letter.release_at > school.calendar.now(), "staff are told when it leaves");
    school.turns_to(datetime(2026, 11, 24, 7, 59, 0, 0)).await;
    assert_eq!(school.stands("water", "Fatima").await, "held missing_language");
    school.turns_to(datetime(2026, 11, 24, 8, 0, 0, 0)).await;
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
    assert_eq!(school.bubbles("Anna").len(), JOINED + 2);
    assert_eq!(school.reads("select state from mailings").await, ["released"]);
}

#[tokio::test]
async fn a_letter_that_was_late_because_nothing_ran_leaves_once_the_service_is_back() {
    let mut school = School::with_joined(&[ANNA], &["Anna"]).await;
    let folder = school.writes_letter("water", "", &ALL);
    school.plans(&folder, "Vlinders", datetime(2026, 11, 25, 10, 0, 0, 0)).await;
    school.ends_service().await;
    school.turns_to(datetime(2026, 11, 25, 11, 0, 0, 0)).await;
    school.begins_service().await;
    school.turns_to(datetime(2026, 11, 25, 11, 1, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "delivered");
}

#[tokio::test]
async fn a_pause_holds_letters_until_it_ends() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.pause").await;
    school.presses("Anna", "p.7").await;
    school.sends_water().await;
    assert_eq!(school.stands("water", "Anna").await, "held paused");
    school.turns_to(datetime(2026, 11, 30, 9, 29, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "held paused");
    school.turns_to(datetime(2026, 11, 30, 9, 30, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "delivered");
    assert!(school.last("Anna").text.contains("de kraan"));
}

#[tokio::test]
async fn a_pause_between_queueing_and_leaving_holds_every_part() {
    let mut school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.ends_service().await;
    school.queues_water().await;
    let chat = thuispost::roster::ChatId::from_raw(school.id("Anna").chat());
    let (now, week) = (school.calendar.now(), std::time::Duration::from_secs(7 * 24 * 3_600));
    let mut write = school.store.write().await.unwrap();
    let until = Some(now.after(week));
    thuispost::roster::pause(&mut write, school.organisation.id, chat, until, now).await.unwrap();
    write.commit().await.unwrap();
    school.begins_service().await;
    school.settles().await;
    let held = "select count(*) from deliveries where state = 'held' and reason = 'paused'";
    assert_eq!(school.counts(held).await, 2);
    school.turns_to(datetime(2026, 11, 30, 9, 30, 0, 0)).await;
    assert_eq!(school.bubbles("Anna").len(), JOINED + 2);
}

#[tokio::test]
async fn ending_the_pause_oneself_lets_the_letters_go_at_once() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.pause").await;
    school.presses("Anna", "p.28").await;
    school.sends_water().await;
    school.presses("Anna", "m.resume").await;
    school.turns_to(datetime(2026, 11, 23, 9, 31, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "delivered");
}

#[tokio::test]
async fn a_letter_older_than_two_weeks_at_the_end_of_a_pause_is_of_no_use_any_more() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.pause").await;
    school.presses("Anna", "p.28").await;
    school.sends_water().await;
    school.turns_to(datetime(2026, 12, 14, 9, 0, 0, 0)).await;
    let folder = school.writes_letter("winter", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    school.turns_to(datetime(2026, 12, 21, 9, 30, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "skipped too_late");
    assert_eq!(school.stands("winter", "Anna").await, "delivered");
}

#[tokio::test]
async fn a_pause_begun_at_night_does_not_end_at_night() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.turns_to(datetime(2026, 11, 23, 23, 0, 0, 0)).await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.pause").await;
    school.presses("Anna", "p.7").await;
    school.sends_water().await;
    school.turns_to(datetime(2026, 11, 30, 23, 1, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "held paused");
    school.turns_to(datetime(2026, 12, 1, 8, 0, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "delivered");
}

#[tokio::test]
async fn who_stops_between_queueing_and_leaving_gets_nothing() {
    let mut school = School::with_joined(&[ANNA, FATIMA], &["Anna", "Fatima"]).await;
    school.ends_service().await;
    school.queues_water().await;
    school.sandbox.types(school.id("Anna"), "/stop").unwrap();
    school.does("update carers set stopped_at = 1 where name = 'Anna'").await;
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.stands("water", "Anna").await, "withdrawn stopped");
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
    assert!(school.last("Anna").text.contains("Je krijgt geen berichten meer"));
}

#[tokio::test]
async fn who_is_not_me_between_queueing_and_leaving_gets_nothing() {
    let mut school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.ends_service().await;
    school.queues_water().await;
    let chat = thuispost::roster::ChatId::from_raw(school.id("Anna").chat());
    let mut write = school.store.write().await.unwrap();
    let now = school.calendar.now();
    thuispost::roster::unlink(&mut write, school.organisation.id, chat, now).await.unwrap();
    write.commit().await.unwrap();
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.stands("water", "Anna").await, "withdrawn left");
    assert_eq!(school.bubbles("Anna").len(), JOINED);
}

#[tokio::test]
async fn who_cannot_be_reached_any_more_when_a_letter_is_to_leave_gets_nothing() {
    let mut school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.ends_service().await;
    school.queues_water().await;
    school.does("update carers set unreachable_at = 1 where name = 'Anna'").await;
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.stands("water", "Anna").await, "skipped unreachable_before");
    assert_eq!(school.bubbles("Anna").len(), JOINED);
}

#[tokio::test]
async fn who_is_erased_between_queueing_and_leaving_gets_nothing() {
    let mut school = School::with_joined(&[ANNA, FATIMA], &["Anna", "Fatima"]).await;
    school.ends_service().await;
    school.queues_water().await;
    school.erases("G3").await;
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.stands("water", "Anna").await, "nothing");
    assert_eq!(school.bubbles("Anna").len(), JOINED);
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
}

#[tokio::test]
async fn what_could_not_leave_in_the_evening_wakes_nobody_at_night_but_an_answer_comes() {
    let school = School::with_joined(&[ANNA, FATIMA], &["Anna", "Fatima"]).await;
    school.turns_to(datetime(2026, 11, 23, 20, 5, 0, 0)).await;
    school.queues_water().await;
    let (said, others) = (school.bubbles("Anna").len(), school.bubbles("Fatima").len());
    let phone = school.id("Anna");
    // When the second answer is there, whatever could leave beside the first one has left.
    for (question, answers) in [("Is er morgen opvang?", 1), ("En overmorgen?", 2)] {
        school.sandbox.types(phone, question).unwrap();
        let answered = school.sandbox.wait_until(PATIENCE, |world| {
            world.phone(phone).is_some_and(|it| {
                it.messages.iter().filter(|it| it.from_bot).count() >= said + answers
            })
        });
        assert!(answered.await);
    }
    assert_eq!(school.bubbles("Anna").len(), said + 2, "{}", school.told("Anna"));
    assert_eq!(school.bubbles("Fatima").len(), others, "{}", school.told("Fatima"));
    school.turns_to(datetime(2026, 11, 24, 8, 0, 0, 0)).await;
    assert!(school.bubbles("Anna").len() > said + 2, "{}", school.told("Anna"));
    assert!(school.bubbles("Fatima").len() > others, "{}", school.told("Fatima"));
}
