//! People whom the bot does not know: one kind answer an hour, and nothing else.

use serde_json::json;

use super::{EIGHT, FATIMA, hears_plain, labels, on, opens, toast};
use crate::suite::school::School;

#[tokio::test]
async fn a_stranger_gets_one_kind_answer_in_the_language_of_the_app() {
    let mut school = School::opens(FATIMA).await;
    for tag in EIGHT {
        opens(&mut school, tag, tag, None).await;
        school.types(tag, "Samira?").await;
        assert_eq!(school.bubbles(tag).len(), 1, "{}", school.told(tag));
        hears_plain(&school, tag, tag, "stranger");
        assert!(labels(&school, tag).is_empty());
    }
    assert_eq!(school.counts("select count(*) from questions").await, 0);
}

#[tokio::test]
async fn a_language_that_the_bot_does_not_speak_is_answered_in_dutch() {
    let mut school = School::opens(FATIMA).await;
    for app_language in ["sv", "", "ti", "klingon"] {
        let name = format!("Stranger {app_language}");
        opens(&mut school, &name, app_language, None).await;
        hears_plain(&school, &name, "nl", "stranger");
    }
    opens(&mut school, "Brazilian", "en-GB", None).await;
    hears_plain(&school, "Brazilian", "en", "stranger");
}

#[tokio::test]
async fn a_stranger_hears_something_at_most_once_an_hour_whatever_comes() {
    let mut school = School::opens(FATIMA).await;
    opens(&mut school, "Stranger", "en", None).await;
    school.turns_to(on(2026, 11, 23, 10, 29)).await;
    let phone = school.id("Stranger");
    school.sandbox.presses_start(phone, Some("AAAAAAAAAAAAAAAAAAAAAA")).unwrap();
    school.sandbox.sends_photo(phone, None).unwrap();
    school.sandbox.sends_voice(phone).unwrap();
    school.sandbox.sends_sticker(phone).unwrap();
    school.types("Stranger", "/stop").await;
    assert_eq!(school.bubbles("Stranger").len(), 1, "{}", school.told("Stranger"));
    school.turns_to(on(2026, 11, 23, 10, 30)).await;
    school.types("Stranger", "hello").await;
    assert_eq!(school.bubbles("Stranger").len(), 2, "an hour has gone by");
}

#[tokio::test]
async fn a_stranger_with_a_good_code_is_welcome_at_once() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    opens(&mut school, "Fatima", "ar", None).await;
    opens(&mut school, "Fatima", "ar", Some(&code)).await;
    assert!(!labels(&school, "Fatima").is_empty(), "{}", school.told("Fatima"));
}

#[tokio::test]
async fn a_group_hears_nothing_about_any_family() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.sandbox.writes_in_group(phone, "Ouders", "Wanneer is de themaochtend?").unwrap();
    school.sandbox.writes_in_group(phone, "Ouders", "/menu").unwrap();
    school.sandbox.writes_in_group(phone, "Ouders", "stop").unwrap();
    school.settles().await;
    let asked = |world: &thuispost::sandbox::World| {
        let group = world.group("Ouders").unwrap();
        group.messages.iter().filter(|it| it.from_bot).map(|it| it.text.clone()).collect::<Vec<_>>()
    };
    let mut said = Vec::new();
    school
        .sandbox
        .wait_until(crate::suite::school::PATIENCE, |world| {
            said = asked(world);
            !said.is_empty()
        })
        .await;
    assert_eq!(said, [super::words(&school, "ar", "group-chat", &Default::default())]);
    assert_eq!(school.counts("select count(*) from questions").await, 0);
    assert_eq!(school.counts("select count(*) from carers where stopped_at is not null").await, 0);
}

#[tokio::test]
async fn a_stranger_who_presses_a_forged_button_sees_that_it_does_not_work() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    super::a_letter_comes(&school).await;
    let (_, data) = school.button("Fatima", "lu.");
    opens(&mut school, "Stranger", "en", None).await;
    let message = school.last("Stranger").message_id;
    for forged in [data.as_str(), "j.yes", "m.data", "d.yes", "x", "n.yes"] {
        school.sandbox.presses(school.id("Stranger"), message, forged).unwrap();
        school.settles().await;
    }
    let shown = toast(&school, "Stranger").await;
    assert_eq!(shown, super::words(&school, "en", "button-too-old", &Default::default()));
    assert_eq!(school.bubbles("Stranger").len(), 1);
    assert_eq!(school.counts("select count(*) from understandings").await, 0);
    assert_eq!(school.counts("select count(*) from carers where chat_id is not null").await, 1);
}

#[tokio::test]
async fn a_channel_or_a_poll_is_nothing_to_us() {
    let mut school = School::opens(FATIMA).await;
    opens(&mut school, "Stranger", "en", None).await;
    let chat = json!({ "id": -1_000_000_000_001_i64, "type": "channel", "title": "News" });
    let post = json!({ "message_id": 1, "date": 1, "chat": chat, "text": "Samira" });
    school.sandbox.raw_update(json!({ "message": post })).unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from updates where state <> 'done'").await, 0);
}
