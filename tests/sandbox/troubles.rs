//! Bad days that a bot has to live through: odd answers, late answers, and updates out of order.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use thuispost::clock::Ticker;
use thuispost::sandbox::{Fault, Limits, Trouble};

use crate::{SOON, School, TOKEN, person};

impl School {
    fn message(&self) -> Value {
        json!({ "chat_id": self.fatima, "text": "x" })
    }

    /// What goes over the line: the status and the words.
    async fn meets(&self, trouble: Trouble) -> (u16, String) {
        self.sandbox.breaks(Fault::on("sendMessage", trouble));
        let request = self.http.post(self.address("sendMessage")).json(&self.message());
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn ids(&self) -> Vec<i64> {
        let updates = self.gets("getUpdates", json!({})).await;
        updates.as_array().unwrap().iter().map(|it| it["update_id"].as_i64().unwrap()).collect()
    }
}

#[tokio::test]
async fn any_wait_can_be_asked_for_however_absurd() {
    let school = School::open().await;
    for said in [json!(i64::MAX), json!(-1), json!(0), json!("soon"), json!(0.5), json!([])] {
        let (status, words) = school.meets(Trouble::TooManyRequestsSaying(said.clone())).await;
        let answer: Value = serde_json::from_str(&words).unwrap();
        assert_eq!((status, &answer["parameters"]["retry_after"]), (429, &said));
    }
    assert_eq!(school.received(), 0);
}

#[tokio::test]
async fn another_program_with_the_same_token_may_even_stop_a_message() {
    let school = School::open().await;
    let description = "Conflict: terminated by other getUpdates request".to_owned();
    let (status, words) = school.meets(Trouble::Refusal { code: 409, description }).await;
    assert_eq!((status, school.received()), (409, 0));
    assert!(words.contains("Conflict"), "{words}");
}

#[tokio::test]
async fn an_odd_answer_tells_nothing_about_what_was_done() {
    let school = School::open().await;
    for (before, after, status, begin) in [
        (Trouble::HtmlPage(502), Trouble::HtmlPageAfterwards(502), 502, "<html>"),
        (Trouble::BrokenJson, Trouble::BrokenJsonAfterwards, 200, "{\"ok\":true,\"result\":{\"m"),
        (
            Trouble::WrongResult(json!([])),
            Trouble::WrongResultAfterwards(json!([])),
            200,
            "{\"ok\":true,\"result\":[]}",
        ),
    ] {
        for (trouble, done) in [(before, 0), (after, 1)] {
            let received = school.received();
            let (told, words) = school.meets(trouble).await;
            assert_eq!(told, status);
            assert!(words.starts_with(begin), "{words}");
            assert_eq!(school.received() - received, done);
            assert_eq!(school.sandbox.requests().pop().unwrap().accepted, done == 1);
        }
    }
}

#[tokio::test]
async fn a_message_may_be_on_the_phone_long_before_its_answer_comes() {
    let school = School::open().await;
    let late = Duration::from_millis(300);
    let ticker = Ticker::start();
    let meets = school.meets(Trouble::Slow(late));
    let arrives = school.sandbox.wait_until(SOON, |world| {
        world.phones().any(|phone| phone.messages.iter().any(|bubble| bubble.from_bot))
    });
    let (answer, ()) = tokio::join!(meets, async {
        assert!(arrives.await);
        assert!(ticker.elapsed() < late);
    });
    assert_eq!(answer.0, 200);
    assert!(ticker.elapsed() >= late);
}

#[tokio::test]
async fn the_trouble_of_one_bot_leaves_another_in_peace() {
    let school = School::open().await;
    let other = school.sandbox.add_bot("7000002:other", "other_bot");
    let jan = school.sandbox.add_phone_of(other, person("Jan", "nl"));
    school.sandbox.presses_start(jan, None).unwrap();
    let fault = Fault::on("sendMessage", Trouble::TooManyRequests { retry_after: Some(60) });
    school.sandbox.breaks(fault.of_bot(other));
    school.says("x").await;
    let url = school.address("sendMessage").replace(TOKEN, "7000002:other");
    let send = || school.http.post(&url).json(&json!({ "chat_id": jan, "text": "x" })).send();
    assert_eq!(send().await.unwrap().status(), 429);
    school.says("x").await;
    let tolerant = school.sandbox.sends_within_a_wait(SOON);
    assert_eq!(tolerant, [], "no message of the bot that was told to wait");
    assert_eq!(send().await.unwrap().status(), 200);
    assert_eq!(school.sandbox.sends_within_a_wait(SOON), [], "it may have been on its way");
    let early = school.sandbox.sends_within_a_wait(Duration::ZERO);
    let told: Vec<_> = early.iter().map(|it| (it.bot, it.chat, it.accepted)).collect();
    assert_eq!(told, [(Some(other), Some(jan.chat()), true)]);
    let refused = school.sandbox.requests().into_iter().find(|it| it.status == Some(429)).unwrap();
    assert_eq!(refused.retry_after, Some(Duration::from_secs(60)));
}

#[tokio::test]
async fn the_wait_of_a_frozen_bot_is_in_the_log() {
    let limits = Limits { per_second: Some(2), per_chat: false };
    let school = School::with(limits, Duration::ZERO).await;
    for _ in 0..4 {
        school.asks("sendMessage", school.message()).await;
    }
    assert_eq!(school.sandbox.requests()[2].retry_after, Some(Duration::from_secs(1)));
    assert_eq!(school.sandbox.sends_within_a_wait(Duration::ZERO).len(), 1);
}

#[tokio::test]
async fn updates_can_come_shuffled_and_twice_but_always_all() {
    let school = School::open().await;
    let first = school.ids().await[0];
    for _ in 0..20 {
        school.sandbox.types(school.fatima, "x").unwrap();
    }
    let in_order: Vec<i64> = (first..first + 21).collect();
    assert_eq!(school.ids().await, in_order);
    let mut orders = Vec::new();
    for seed in [1, 1, 2] {
        school.sandbox.shuffles_updates(seed);
        let ids = school.ids().await;
        let mut times: BTreeMap<i64, usize> = BTreeMap::new();
        ids.iter().for_each(|id| *times.entry(*id).or_default() += 1);
        assert!(times.keys().eq(&in_order));
        assert!(times.values().any(|times| *times == 2) && ids.len() < 42);
        orders.push(ids);
    }
    assert_eq!(orders[0], orders[1], "the same seed gives the same order");
    assert_ne!(orders[0], orders[2]);
    school.sandbox.orders_updates();
    assert_eq!(school.ids().await, in_order);
}
