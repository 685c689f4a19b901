//! What a bot behind a webhook gets, and how switching between the two ways goes.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use thuispost::clock::Ticker;
use thuispost::sandbox::PhoneId;
use tokio::net::TcpListener;

use crate::{SOON, School, person};

/// A bot's own door, which keeps what it was told.
#[derive(Clone)]
struct Door(Arc<Inner>);

struct Inner {
    url: String,
    calls: Mutex<Vec<(HeaderMap, Value)>>,
    /// What the next calls are answered with; 200 when none is left.
    answers: Mutex<VecDeque<StatusCode>>,
    /// How long each call takes, and how many were under way at once.
    takes: Duration,
    busy: Mutex<(usize, usize)>,
}

impl Door {
    async fn open(takes: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/post", listener.local_addr().unwrap());
        let (calls, answers, busy) = Default::default();
        let door = Self(Arc::new(Inner { url, calls, answers, takes, busy }));
        let router = Router::new().route("/post", post(take)).with_state(door.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        door
    }

    fn calls(&self) -> Vec<(HeaderMap, Value)> {
        self.0.calls.lock().unwrap().clone()
    }

    fn ids(&self) -> Vec<i64> {
        self.calls().iter().map(|(_, update)| id(update)).collect()
    }

    fn most_at_once(&self) -> usize {
        self.0.busy.lock().unwrap().1
    }
}

async fn take(State(door): State<Door>, headers: HeaderMap, body: String) -> StatusCode {
    {
        let mut busy = door.0.busy.lock().unwrap();
        busy.0 += 1;
        busy.1 = busy.1.max(busy.0);
    }
    tokio::time::sleep(door.0.takes).await;
    let answer = door.0.answers.lock().unwrap().pop_front().unwrap_or(StatusCode::OK);
    door.0.calls.lock().unwrap().push((headers, serde_json::from_str(&body).unwrap()));
    door.0.busy.lock().unwrap().0 -= 1;
    answer
}

fn id(update: &Value) -> i64 {
    update["update_id"].as_i64().unwrap()
}

impl School {
    async fn all_taken(&self) {
        let taken = self.sandbox.wait_until(SOON, |world| world.pending_updates().is_empty()).await;
        assert!(taken, "{:?}", self.sandbox.pending_updates());
    }

    /// More carers who have pressed start.
    fn carers(&self, count: usize) -> Vec<PhoneId> {
        let carer = |_| {
            let phone = self.sandbox.add_phone(person("Jan", "nl"));
            self.sandbox.presses_start(phone, None).unwrap();
            phone
        };
        (0..count).map(carer).collect()
    }
}

#[tokio::test]
async fn only_a_door_on_this_machine_is_called() {
    let school = School::open().await;
    for (url, words) in [
        ("http://school.example/hook", "An HTTPS URL must be provided for webhook"),
        ("ftp://127.0.0.1/hook", "An HTTPS URL must be provided for webhook"),
        ("post", "invalid URL specified"),
        ("https://school.example/hook", "the sandbox calls loopback addresses only"),
        ("https://127.0.0.1.school.example/", "the sandbox calls loopback addresses only"),
        ("https://10.0.0.1/", "the sandbox calls loopback addresses only"),
    ] {
        let refused = school.refused("setWebhook", json!({ "url": url })).await;
        assert_eq!(refused, format!("Bad Request: bad webhook: {words}"), "{url}");
    }
    for (url, address) in [
        ("http://localhost:9/hook", "127.0.0.1"),
        ("http://127.8.8.8:9/hook", "127.8.8.8"),
        ("http://[::1]:9/hook", "::1"),
    ] {
        school.gets("setWebhook", json!({ "url": url })).await;
        assert_eq!(school.gets("getWebhookInfo", json!({})).await["ip_address"], address);
    }
    let elsewhere = json!({ "url": "http://127.0.0.1:9/hook", "ip_address": "10.0.0.1" });
    let words = school.refused("setWebhook", elsewhere).await;
    assert_eq!(words, "Bad Request: bad webhook: the IP address is not that of the URL");
}

#[tokio::test]
async fn each_update_is_posted_once_with_the_secret() {
    let school = School::open().await;
    let door = Door::open(Duration::ZERO).await;
    school.gets("setWebhook", json!({ "url": door.0.url, "secret_token": "s3_-cret" })).await;
    let written = school.sandbox.types(school.fatima, "Dag").unwrap();
    school.all_taken().await;
    assert_eq!(door.ids(), [written - 1, written], "what waited before comes too");
    let (headers, update) = door.calls().pop().unwrap();
    assert_eq!(headers["x-telegram-bot-api-secret-token"], "s3_-cret");
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(update["message"]["text"], "Dag");

    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.sandbox.types(school.fatima, "Dag").unwrap();
    school.all_taken().await;
    assert!(!door.calls()[2].0.contains_key("x-telegram-bot-api-secret-token"));
}

#[tokio::test]
async fn a_failed_call_comes_again_later_and_holds_up_its_own_chat_only() {
    let school = School::open().await;
    let door = Door::open(Duration::ZERO).await;
    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.all_taken().await;
    let failures = [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::FOUND];
    door.0.answers.lock().unwrap().extend(failures);
    let first = school.sandbox.types(school.fatima, "een").unwrap();
    let failed = |world: &thuispost::sandbox::World| {
        door.calls().len() == 3 && world.pending_updates().len() == 1
    };
    assert!(school.sandbox.wait_until(SOON, failed).await);
    let second = school.sandbox.types(school.fatima, "twee").unwrap();
    let jan = school.carers(1)[0];
    let other = school.sandbox.types(jan, "drie").unwrap();
    school.all_taken().await;
    let ids = door.ids();
    let mine: Vec<i64> = ids[1..].iter().copied().filter(|id| *id <= second).collect();
    assert_eq!(mine, [first, first, first, second], "in order, and the failed one again");
    assert!(ids.contains(&other));
    let info = school.gets("getWebhookInfo", json!({})).await;
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 302 Found");
    assert_eq!(info["last_error_date"], crate::MORNING.millis() / 1000);
    assert_eq!(info["pending_update_count"], 0);
    assert_eq!(info["max_connections"], 40);
}

#[tokio::test]
async fn a_closed_door_and_one_that_never_answers_lose_nothing() {
    let school = School::open().await;
    let silent = Door::open(Duration::from_secs(60)).await;
    school.sandbox.waits_for_webhooks(Duration::from_millis(50));
    for (url, why) in [
        ("http://127.0.0.1:9/hook", "Connection refused"),
        (silent.0.url.as_str(), "Read timeout expired"),
    ] {
        school.gets("setWebhook", json!({ "url": url })).await;
        let ticker = Ticker::start();
        loop {
            let info = school.gets("getWebhookInfo", json!({})).await;
            assert_eq!(info["pending_update_count"], 1);
            if info["last_error_message"] == why {
                break;
            }
            assert!(ticker.elapsed() < SOON, "{info}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    let door = Door::open(Duration::ZERO).await;
    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.all_taken().await;
    assert_eq!(door.calls().len(), 1);
}

#[tokio::test]
async fn no_more_calls_are_under_way_than_the_bot_allows() {
    for (allowed, expected) in [(json!(3), 3), (Value::Null, 40), (json!(1_000), 100)] {
        let school = School::open().await;
        school.carers(120);
        let door = Door::open(Duration::from_millis(100)).await;
        let webhook = json!({ "url": door.0.url, "max_connections": allowed });
        school.gets("setWebhook", webhook).await;
        assert_eq!(school.gets("getWebhookInfo", json!({})).await["max_connections"], expected);
        let enough = expected * 2;
        let many = |_: &thuispost::sandbox::World| door.calls().len() >= enough.min(120);
        assert!(school.sandbox.wait_until(SOON, many).await);
        assert_eq!(door.most_at_once(), expected);
    }
}

#[tokio::test]
async fn the_updates_of_one_chat_come_in_order_while_other_chats_go_on() {
    let school = School::open().await;
    let carers = school.carers(5);
    let mut written: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for round in 0..6 {
        for carer in &carers {
            let id = school.sandbox.types(*carer, &format!("{round}")).unwrap();
            written.entry(carer.chat()).or_default().push(id);
        }
    }
    let door = Door::open(Duration::from_millis(10)).await;
    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.all_taken().await;
    let mut came: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (_, update) in door.calls() {
        if update["message"]["text"] != "/start" {
            let chat = update["message"]["chat"]["id"].as_i64().unwrap();
            came.entry(chat).or_default().push(id(&update));
        }
    }
    assert_eq!(came, written);
    assert!(door.most_at_once() > 1);
}

#[tokio::test]
async fn a_webhook_has_its_wishes_and_may_begin_with_an_empty_queue() {
    let school = School::open().await;
    let door = Door::open(Duration::ZERO).await;
    let wishes = json!({
        "url": door.0.url,
        "allowed_updates": ["message"],
        "drop_pending_updates": true,
    });
    school.gets("setWebhook", wishes).await;
    assert!(school.sandbox.pending_updates().is_empty());
    school.sandbox.blocks(school.fatima).unwrap();
    let started = school.sandbox.presses_start(school.fatima, None).unwrap();
    school.all_taken().await;
    assert_eq!(door.ids(), [started], "only a message was wished for");
    let info = school.gets("getWebhookInfo", json!({})).await;
    assert_eq!(info["allowed_updates"], json!(["message"]));
}

#[tokio::test]
async fn switching_both_ways_loses_nothing_and_doubles_nothing() {
    let school = School::open().await;
    let carers = school.carers(4);
    school.gets("getUpdates", json!({ "offset": 900_000_000 })).await;
    let door = Door::open(Duration::from_millis(15)).await;
    let (mut written, mut came) = (Vec::new(), Vec::new());
    for round in 0..12 {
        for carer in &carers {
            written.push(school.sandbox.types(*carer, "x").unwrap());
        }
        if round % 2 == 0 {
            school.gets("setWebhook", json!({ "url": door.0.url })).await;
            let begun = door.calls().len();
            let some = |_: &thuispost::sandbox::World| door.calls().len() > begun;
            assert!(school.sandbox.wait_until(SOON, some).await);
        } else {
            school.gets("deleteWebhook", json!({})).await;
            written.push(school.sandbox.types(carers[0], "y").unwrap());
            let updates = school.gets("getUpdates", json!({ "timeout": 5, "limit": 3 })).await;
            let ids: Vec<i64> = updates.as_array().unwrap().iter().map(id).collect();
            let offset = ids.last().unwrap() + 1;
            school.gets("getUpdates", json!({ "offset": offset, "limit": 1 })).await;
            came.extend(ids);
        }
    }
    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.all_taken().await;
    came.extend(door.ids());
    came.sort_unstable();
    assert_eq!(came, written);
}

#[tokio::test]
async fn a_waiting_call_for_updates_ends_when_a_webhook_is_set() {
    let school = School::open().await;
    school.gets("getUpdates", json!({ "offset": 900_000_000 })).await;
    let waiting = async { school.asks("getUpdates", json!({ "timeout": 30 })).await };
    let setting = async {
        let polls = |world: &thuispost::sandbox::World| world.requests().len() == 2;
        assert!(school.sandbox.wait_until(SOON, polls).await);
        school.gets("setWebhook", json!({ "url": "http://127.0.0.1:9/hook" })).await
    };
    let ((status, answer), _) = tokio::join!(waiting, setting);
    assert_eq!(status, 409);
    assert_eq!(answer["description"], "Conflict: terminated by setWebhook request");
    let words = school.refused("getUpdates", json!({})).await;
    assert_eq!(
        words,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to \
         delete the webhook first"
    );
}

#[tokio::test]
async fn while_telegram_is_down_no_door_is_called() {
    let school = School::open().await;
    let door = Door::open(Duration::ZERO).await;
    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.all_taken().await;
    school.sandbox.goes_down();
    school.sandbox.types(school.fatima, "x").unwrap();
    let called = |_: &thuispost::sandbox::World| door.calls().len() > 1;
    assert!(!school.sandbox.wait_until(Duration::from_millis(50), called).await);
    school.sandbox.comes_up();
    school.all_taken().await;
}

#[tokio::test]
async fn a_webhook_can_get_updates_shuffled_and_twice_but_always_all() {
    let school = School::open().await;
    let carers = school.carers(3);
    let written = school.sandbox.pending_updates().len() + 30;
    for round in 0..30 {
        school.sandbox.types(carers[round % 3], "x").unwrap();
    }
    let mut expected: Vec<i64> = school.sandbox.pending_updates().iter().map(id).collect();
    school.sandbox.shuffles_updates(7);
    let door = Door::open(Duration::ZERO).await;
    school.gets("setWebhook", json!({ "url": door.0.url })).await;
    school.all_taken().await;
    let mut came = door.ids();
    assert!(came.len() > written, "some came twice");
    assert!(!came.is_sorted());
    came.sort_unstable();
    came.dedup();
    expected.sort_unstable();
    assert_eq!(came, expected);
}
