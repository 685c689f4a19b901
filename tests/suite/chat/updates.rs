//! Updates as Telegram delivers them: twice, late, or not to be read.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::sync::Notify;

use thuispost::clock::Ticker;
use thuispost::language::Args;
use thuispost::outbox::Rooms;
use thuispost::settings::Secret;
use thuispost::telegram::{Api, Handler};

use super::{FATIMA, a_letter_comes, hears_plain, on, toast, words};
use crate::suite::school::School;

const RAW: &str = "select count(*) from updates where raw is not null";

#[tokio::test]
async fn an_update_that_comes_twice_has_one_effect() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    let typed = school.sandbox.types(phone, "Wanneer?").unwrap();
    school.settles().await;
    for _ in 0..3 {
        school.sandbox.repeat_update(typed).unwrap();
        school.settles().await;
    }
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    assert_eq!(school.bubbles("Fatima").len(), 4, "{}", school.told("Fatima"));
}

#[tokio::test]
async fn an_update_that_comes_again_after_a_restart_has_one_effect() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    let typed = school.sandbox.types(phone, "Wanneer?").unwrap();
    school.settles().await;
    school.ends_service().await;
    school.sandbox.repeat_update(typed).unwrap();
    school.begins_service().await;
    school.settles().await;
    school.types("Fatima", "/menu").await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
}

#[tokio::test]
async fn what_was_typed_while_nothing_ran_is_read_in_the_order_in_which_it_was_typed() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.ends_service().await;
    let questions: Vec<String> = (1..6).map(|number| format!("Vraag {number}")).collect();
    for question in &questions {
        school.sandbox.types(phone, question).unwrap();
    }
    school.begins_service().await;
    school.settles().await;
    assert_eq!(school.reads("select body from questions order by id").await, questions);
}

#[tokio::test]
async fn updates_that_two_apply_at_the_same_time_have_one_effect_each() {
    const MANY: i64 = 30;
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.ends_service().await;
    let mut write = school.store.write().await.unwrap();
    for number in 0..MANY {
        let chat = phone.chat();
        let update = json!({ "update_id": number, "message": {
            "message_id": number, "date": 1, "text": format!("Vraag {number}"),
            "chat": { "id": chat, "type": "private", "first_name": "Fatima" },
            "from": { "id": chat, "is_bot": false, "first_name": "Fatima" },
        }});
        let stores =
            "insert into updates (organisation_id, update_id, received_at, seq, raw, state)
                      values ($1, $2, 1, $2, $3, 'stored')";
        let query = sqlx::query(stores).bind(school.organisation.id.raw()).bind(1_000 + number);
        query.bind(update.to_string()).execute(&mut *write).await.unwrap();
    }
    write.commit().await.unwrap();
    let (one, other) = (school.handler(), school.handler());
    let (one, other) = tokio::join!(one.apply_stored(), other.apply_stored());
    let looked_at = one.unwrap() + other.unwrap();
    assert!(looked_at > usize::try_from(MANY).unwrap(), "both looked at the same updates");
    assert_eq!(school.counts("select count(*) from questions").await, MANY);
    school.begins_service().await;
    school.settles().await;
}

#[tokio::test]
async fn a_press_that_the_app_sends_again_counts_once() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    a_letter_comes(&school).await;
    school.turns_to(on(2026, 11, 24, 9, 31)).await;
    for button in ["lu.", "le.", "cw.", "cb.", "cn.", "a.tomorrow.", "b.ask", "b.no_time"] {
        let (message, data) = school.button("Fatima", button);
        let pressed = school.sandbox.presses(phone, message, &data).unwrap();
        school.settles().await;
        if button == "b.ask" {
            continue;
        }
        let before = school.bubbles("Fatima").len();
        school.sandbox.repeat_press(pressed).unwrap();
        school.settles().await;
        assert_eq!(school.bubbles("Fatima").len(), before, "{button}");
    }
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    assert_eq!(school.counts("select count(*) from check_ins").await, 1);
}

#[tokio::test]
async fn not_yet_for_the_second_time_is_heard_and_is_not_followed_by_a_third_question() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    a_letter_comes(&school).await;
    school.turns_to(on(2026, 11, 24, 9, 31)).await;
    school.presses("Fatima", "cn.").await;
    school.presses("Fatima", "a.tomorrow").await;
    school.turns_to(on(2026, 11, 25, 9, 31)).await;
    let again = school.last("Fatima").message_id;
    let (_, not_yet) = school.button("Fatima", "cn.");
    for _ in 0..2 {
        school.sandbox.presses(phone, again, &not_yet).unwrap();
        school.settles().await;
        hears_plain(&school, "Fatima", "ar", "checkin-barrier-question");
        assert_eq!(school.last("Fatima").message_id, again + 1);
    }
    let before = school.bubbles("Fatima").len();
    school.presses("Fatima", "a.weekend").await;
    assert_eq!(
        toast(&school, "Fatima").await,
        words(&school, "ar", "checkin-closed", &Args::new())
    );
    school.turns_to(on(2026, 11, 30, 10, 1)).await;
    assert_eq!(school.bubbles("Fatima").len(), before, "{}", school.told("Fatima"));
}

#[tokio::test]
async fn what_a_parent_wrote_is_blanked_once_it_was_applied() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "Samira heeft koorts").await;
    assert_eq!(school.counts(RAW).await, 0);
    assert!(school.counts("select count(*) from updates where state = 'done'").await >= 4);
}

#[tokio::test]
async fn an_update_that_cannot_be_read_does_not_stop_the_others() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    for strange in [
        json!({ "message": { "nonsense": true } }),
        json!({ "message": 7 }),
        json!({ "callback_query": { "id": 1 } }),
        json!({ "my_chat_member": [] }),
        json!({ "a_kind_of_next_year": {} }),
        json!({}),
    ] {
        school.sandbox.raw_update(strange).unwrap();
    }
    keeps_broken_text(&school).await;
    school.sandbox.types(phone, "Wanneer?").unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    assert_eq!(school.counts("select count(*) from updates where state = 'stored'").await, 0);
    assert_eq!(school.counts(RAW).await, 0);
}

impl School {
    /// Applies updates, beside whoever else does.
    fn handler(&self) -> Handler {
        let rooms = Rooms {
            store: self.store.clone(),
            phrases: Arc::clone(&self.phrases),
            calendar: self.calendar.clone(),
            ticker: Ticker::start(),
        };
        let token = Secret::new(self.token.clone());
        let api = Api::new(&self.sandbox.url(), token, Duration::from_secs(5)).unwrap();
        let (stored, queued) = (Arc::default(), Arc::new(Notify::new()));
        Handler::new(rooms, &self.settings, self.organisation.clone(), api, stored, queued)
    }
}

/// As if half an update had been stored.
async fn keeps_broken_text(school: &School) {
    let mut write = school.store.write().await.unwrap();
    sqlx::query(
        "insert into updates (organisation_id, update_id, received_at, seq, raw, state)
         values ($1, 7, $2, 7, '{\"update_id\": 7, \"mess', 'stored')",
    )
    .bind(school.organisation.id.raw())
    .bind(school.calendar.now().millis())
    .execute(&mut *write)
    .await
    .unwrap();
    write.commit().await.unwrap();
}
