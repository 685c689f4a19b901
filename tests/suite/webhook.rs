//! Updates that Telegram brings to our own address.

use std::net::SocketAddr;
use std::time::Duration;

use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::Options;
use thuispost::settings::Updates;

use super::school::{PATIENCE, School};
use super::serving::{Program, free_address};

const ROWS: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,";
const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// A school whose service gets its updates by webhook; where it listens.
async fn closed() -> (School, SocketAddr) {
    let mut school = School::with(ROWS, Options::new(Calendar::system())).await;
    let address = free_address();
    school.settings.http_addr = address;
    school.settings.public_url = Some(format!("http://{address}"));
    school.settings.updates = Updates::Webhook;
    (school, address)
}

async fn opens() -> (School, SocketAddr) {
    let (mut school, address) = closed().await;
    school.begins_service().await;
    (school, address)
}

/// What a request of our own to the webhook is answered with.
async fn answer(url: &str, secret: Option<&str>, body: impl Into<reqwest::Body>) -> u16 {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut request = client.post(url).header("content-type", "application/json").body(body);
    if let Some(secret) = secret {
        request = request.header(SECRET_HEADER, secret);
    }
    request.send().await.unwrap().status().as_u16()
}

fn secret(school: &School) -> String {
    let key = thuispost::roster::InviteKey::load_or_make(&school.settings.key_file).unwrap();
    key.webhook_secret(school.organisation.id).reveal().to_owned()
}

#[tokio::test]
async fn a_parent_joins_and_asks_without_the_bot_ever_polling() {
    let (mut school, _) = opens().await;
    school.joins("Fatima").await;
    school.types("Fatima", "Is er morgen opvang?").await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    let requests = school.sandbox.requests();
    assert!(requests.iter().all(|request| !request.method.eq_ignore_ascii_case("getUpdates")));
    school.ends_service().await;
}

#[tokio::test]
async fn whoever_does_not_know_the_secret_is_turned_away_and_nothing_is_stored() {
    let (mut school, address) = opens().await;
    school.settles().await;
    let (id, secret) = (school.organisation.id, secret(&school));
    let url = format!("http://{address}/telegram/{id}");
    let update = r#"{"update_id":1,"message":{"text":"hallo"}}"#;
    let (almost, too_long) = (secret.chars().skip(1).collect::<String>(), format!("{secret}x"));
    for wrong in [None, Some(""), Some("wrong"), Some(almost.as_str()), Some(too_long.as_str())] {
        assert_eq!(answer(&url, wrong, update).await, 401, "{wrong:?}");
    }
    for (elsewhere, status) in [("telegram/1", 404), ("telegram/x", 400), ("telegram", 404)] {
        let url = format!("http://{address}/{elsewhere}");
        assert_eq!(answer(&url, Some(&secret), update).await, status, "{elsewhere}");
    }
    assert_eq!(school.counts("select count(*) from updates").await, 0);
    school.ends_service().await;
}

#[tokio::test]
async fn garbage_and_bodies_without_end_are_refused() {
    let (mut school, address) = opens().await;
    let url = format!("http://{address}/telegram/{}", school.organisation.id);
    let secret = secret(&school);
    for garbage in
        ["", "{}", "null", "[1]", r#"{"update_id":"x"}"#, "\u{1F600}", "{\"update_id\":1"]
    {
        assert_eq!(answer(&url, Some(&secret), garbage).await, 400, "{garbage}");
    }
    let large = format!(r#"{{"update_id":1,"x":"{}"}}"#, "a".repeat(2 << 20));
    assert_eq!(answer(&url, Some(&secret), large).await, 413);
    let bytes: &[u8] = b"{\"update_id\":1,\"x\":\"\xff\"}";
    assert_eq!(answer(&url, Some(&secret), bytes).await, 400);
    assert_eq!(answer(&url, Some(&secret), r#"{"update_id":1}"#).await, 200, "an unknown kind");
    school.settles().await;
    assert_eq!(school.counts("select count(*) from updates where state = 'done'").await, 1);
    school.ends_service().await;
}

#[tokio::test]
async fn an_update_that_comes_twice_at_once_has_one_effect() {
    let (mut school, _) = opens().await;
    let phone = school.joins("Fatima").await;
    let update = school.sandbox.types(phone, "Is er morgen opvang?").unwrap();
    school.sandbox.repeat_update(update).unwrap();
    school.sandbox.repeat_update(update).unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    school.ends_service().await;
}

#[tokio::test]
async fn an_update_that_cannot_be_stored_is_not_taken() {
    let (mut school, address) = opens().await;
    let url = format!("http://{address}/telegram/{}", school.organisation.id);
    let secret = secret(&school);
    school.does("alter table updates rename to updates_away").await;
    assert_eq!(answer(&url, Some(&secret), r#"{"update_id":1}"#).await, 503);
    school.does("alter table updates_away rename to updates").await;
    assert_eq!(answer(&url, Some(&secret), r#"{"update_id":1}"#).await, 200, "brought again");
    assert_eq!(school.counts("select count(*) from updates").await, 1);
    school.ends_service().await;
}

#[tokio::test]
async fn going_from_polling_to_the_webhook_and_back_loses_nothing() {
    let (mut school, _) = closed().await;
    let mut asked = 0;
    school.settings.updates = Updates::Polling;
    school.begins_service().await;
    let phone = school.joins("Fatima").await;
    for updates in [Updates::Webhook, Updates::Polling, Updates::Webhook, Updates::Polling] {
        school.sandbox.types(phone, &format!("Vraag {asked}, dienst aan")).unwrap();
        school.ends_service().await;
        school.sandbox.types(phone, &format!("Vraag {}, dienst uit", asked + 1)).unwrap();
        asked += 2;
        school.settings.updates = updates;
        school.begins_service().await;
        school.settles().await;
        let sql = "select count(*) from questions";
        assert_eq!(school.counts(sql).await, asked, "after {updates:?}");
    }
    school.ends_service().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_program_is_away_telegram_keeps_what_parents_say() {
    let (school, address) = closed().await;
    let mut school = school;
    let program = Program::of(&school)
        .with("THUISPOST_UPDATES", "webhook")
        .with("THUISPOST_PUBLIC_URL", &format!("http://{address}"))
        .with("THUISPOST_HTTP_ADDR", &address.to_string())
        .with("THUISPOST_LOG", "trace");
    let serving = program.serves();
    let phone = school.joins("Fatima").await;
    serving.dies();
    school.sandbox.types(phone, "Mag oma hem ophalen?").unwrap();
    let ticker = Ticker::start();
    ticker.until(Duration::from_millis(500)).await;
    assert_eq!(school.sandbox.pending_updates().len(), 1, "it cannot be brought");
    let _serving = program.serves();
    let brought = school.sandbox.wait_until(PATIENCE, |world| world.pending_updates().is_empty());
    assert!(brought.await, "it comes by itself");
    school.settles().await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    let said = program.said();
    assert!(!said.contains("oma") && !said.contains(&secret(&school)), "nothing of it in the log");
}
