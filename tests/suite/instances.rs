//! Several organisations in one process, and several processes on one PostgreSQL: nobody waits for
//! another school, and when one process goes the others take over.

use std::time::Duration;

use serde_json::Value;
use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::{Fault, Options, Trouble};

use super::district;
use super::leases::cut_all;
use super::parents::{self, Parent};
use super::school::{PATIENCE, School};
use super::serving::{Program, Serving};

/// In these tests a silent process is taken over from after so many seconds.
const LEASE: &str = "3";
const TAKE_OVER: Duration = Duration::from_secs(10);

type Schools = Vec<(School, Vec<Parent>)>;

fn options() -> Options {
    Options { latency: Duration::from_millis(20), ..Options::new(Calendar::system()) }
}

fn program(schools: &Schools) -> Program {
    let program = Program::of(&schools[0].0)
        .with("THUISPOST_LEASE", LEASE)
        .with("THUISPOST_HTTP_TIMEOUT", "1");
    schools.iter().fold(program, |program, (school, _)| program.and(school))
}

async fn sends(school: &School, number: usize) {
    parents::approve(school, &parents::short_letter(school, number)).await;
}

fn arrived(school: &School, parents: &[Parent], letter: usize) -> usize {
    parents.iter().filter(|it| parents::copies(school, it.phone, letter, 0) > 0).count()
}

/// Waits until everybody has the letter; how long that took.
async fn until_arrived(school: &School, parents: &[Parent], letter: usize) -> Duration {
    let ticker = Ticker::start();
    while arrived(school, parents, letter) < parents.len() {
        assert!(ticker.elapsed() < PATIENCE, "{} have it", arrived(school, parents, letter));
        ticker.until(ticker.elapsed() + Duration::from_millis(20)).await;
    }
    ticker.elapsed()
}

/// The service has become ready when the bots it serves are listening.
async fn until_served(serving: &Serving, bots: usize) {
    let ticker = Ticker::start();
    while serving.here().await.len() < bots {
        assert!(ticker.elapsed() < PATIENCE, "never served");
        ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
    }
}

impl Serving {
    /// The organisations whose bots this process serves.
    async fn here(&self) -> Vec<String> {
        let Some(Ok(answer)) = self.readyz().await else { return Vec::new() };
        let bots = answer["bots"].as_array().cloned().unwrap_or_default();
        let is_here = |bot: &&Value| bot["telegram"] != "elsewhere";
        let name = |bot: &Value| bot["organisation"].as_str().unwrap_or_default().to_owned();
        bots.iter().filter(is_here).map(name).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_must_wait_an_hour_and_one_that_gets_no_answer_delay_no_other_school() {
    let schools = district::founded(4, 20, options()).await;
    let _serving = program(&schools).serves();
    let sandbox = &schools[0].0.sandbox;
    let hour = Trouble::TooManyRequests { retry_after: Some(3_600) };
    let rejected = Trouble::Refusal { code: 401, description: "Unauthorized".to_owned() };
    sandbox.breaks(Fault::on("sendMessage", hour).of_bot(schools[0].0.bot));
    for _ in 0..200 {
        sandbox.breaks(Fault::on("sendMessage", Trouble::Hang).of_bot(schools[1].0.bot));
        sandbox.breaks(Fault::anywhere(rejected.clone()).of_bot(schools[2].0.bot));
    }
    for (school, _) in &schools[..3] {
        sends(school, 1).await;
    }
    let in_trouble = |world: &thuispost::sandbox::World| {
        schools[..2].iter().all(|(school, _)| {
            let mut requests = world.requests().iter();
            requests.any(|it| it.bot == Some(school.bot) && it.method == "sendMessage")
        })
    };
    assert!(sandbox.wait_until(PATIENCE, in_trouble).await);
    let (school, parents) = &schools[3];
    sends(school, 1).await;
    let took = until_arrived(school, parents, 1).await;
    assert!(took < Duration::from_secs(5), "{took:?}");
    for (school, parents) in &schools[..3] {
        assert!(arrived(school, parents, 1) < parents.len(), "they are in trouble");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_without_a_token_is_told_and_the_others_are_served() {
    let schools = district::founded(2, 3, options()).await;
    let program = Program::of(&schools[0].0);
    let _serving = program.serves();
    sends(&schools[0].0, 1).await;
    until_arrived(&schools[0].0, &schools[0].1, 1).await;
    let said = program.said();
    assert!(said.contains("token is not set") && said.contains("SCHOOL2_TOKEN"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_instances_share_the_bots_and_the_two_that_are_left_take_over_from_a_killed_one() {
    let schools = district::founded(6, 5, options()).await;
    if !schools[0].0.database.is_postgres() {
        return;
    }
    let program = program(&schools);
    let mut serving: Vec<Serving> = (0..3).map(|_| program.serves_at_an_address()).collect();
    for one in &serving {
        until_served(one, 2).await;
    }
    let ticker = Ticker::start();
    loop {
        let mut held: Vec<String> = Vec::new();
        let mut most = 0;
        for one in &serving {
            let here = one.here().await;
            most = most.max(here.len());
            held.extend(here);
        }
        held.sort();
        held.dedup();
        if held.len() == 6 && most == 2 {
            break;
        }
        assert!(ticker.elapsed() < PATIENCE, "not shared: {held:?}, {most}");
        ticker.until(ticker.elapsed() + Duration::from_millis(100)).await;
    }
    serving.pop().unwrap().dies();
    let ticker = Ticker::start();
    for (school, _) in &schools {
        sends(school, 1).await;
    }
    for (school, parents) in &schools {
        until_arrived(school, parents, 1).await;
    }
    assert!(ticker.elapsed() < TAKE_OVER, "{:?}", ticker.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_instance_that_hangs_is_taken_over_from_and_sends_nothing_when_it_wakes() {
    let schools = district::founded(1, 300, options()).await;
    let (school, parents) = &schools[0];
    if !school.database.is_postgres() {
        return;
    }
    let program = program(&schools).with("THUISPOST_PER_SECOND", "100");
    let first = program.serves_at_an_address();
    until_served(&first, 1).await;
    let second = program.serves_at_an_address();
    parents::approve(school, &parents::letter(school, 1)).await;
    let on_its_way = |world: &thuispost::sandbox::World| {
        world.requests().iter().filter(|it| it.accepted && it.method.starts_with("send")).count()
            > 60
    };
    assert!(school.sandbox.wait_until(PATIENCE, on_its_way).await);
    first.stops();
    let ticker = Ticker::start();
    until_served(&second, 1).await;
    let took = ticker.elapsed();
    assert!(took < Duration::from_secs(3) + TAKE_OVER, "{took:?}");
    let before = school.sandbox.requests().len();
    first.wakes();
    school.settles().await;
    assert!(school.sandbox.requests().len() > before, "the rest of the letter goes");
    let doubts = school.counts("select count(*) from doubts").await;
    let mut extra = 0;
    for parent in parents {
        for part in [0, 1] {
            let copies = parents::copies(school, parent.phone, 1, part);
            assert!((1..=2).contains(&copies));
            extra += i64::try_from(copies).unwrap() - 1;
        }
    }
    assert!(extra <= doubts && doubts <= 64, "{extra} second copies, {doubts} doubts");
    assert_eq!(first.here().await.len(), 0, "the woken one knows that it was relieved");
    assert!(second.ends_politely().await.0.success() && first.ends_politely().await.0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_was_restarted_leaves_nothing_in_doubt() {
    let schools = district::founded(1, 200, options()).await;
    let (school, parents) = &schools[0];
    if !school.database.is_postgres() {
        return;
    }
    let serving = program(&schools).serves_at_an_address();
    until_served(&serving, 1).await;
    parents::approve(school, &parents::letter(school, 1)).await;
    for accepted in [50, 150, 250] {
        let many = |world: &thuispost::sandbox::World| {
            let sent = world.requests().iter().filter(|it| it.method.starts_with("send"));
            sent.filter(|it| it.accepted).count() > accepted
        };
        assert!(school.sandbox.wait_until(PATIENCE, many).await);
        cut_all(&school.database).await;
    }
    school.settles().await;
    assert_eq!(school.counts("select count(*) from doubts").await, 0);
    for parent in parents {
        assert_eq!(parents::copies(school, parent.phone, 1, 0), 1);
    }
    assert!(serving.ends_politely().await.0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_at_any_instance_is_answered_at_once_by_the_one_that_serves_the_bot() {
    let schools = district::founded(1, 2, options()).await;
    let (school, parents) = &schools[0];
    if !school.database.is_postgres() {
        return;
    }
    let first = program(&schools).with("THUISPOST_UPDATES", "webhook");
    let first = first.with("THUISPOST_PUBLIC_URL", "http://127.0.0.1:9").serves_at_an_address();
    until_served(&first, 1).await;
    // Telegram knows the address of the second one only.
    let address = super::serving::free_address();
    let second = program(&schools).with("THUISPOST_UPDATES", "webhook");
    let second = second.with("THUISPOST_PUBLIC_URL", &format!("http://{address}"));
    let second = second.serves_at(address);
    let ticker = Ticker::start();
    while second.readyz().await.is_none_or(|answer| answer.is_err()) {
        assert!(ticker.elapsed() < PATIENCE, "never ready");
        ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
    }
    set_webhook(school, &format!("http://{address}/telegram/{}", school.organisation.id)).await;
    let mut fastest = Duration::MAX;
    for number in 0..5 {
        let said = parents::bubbles(school, parents[0].phone).len();
        let asked = Ticker::start();
        school.sandbox.types(parents[0].phone, &format!("Vraag {number}")).unwrap();
        let answered = |world: &thuispost::sandbox::World| {
            world.phone(parents[0].phone).is_some_and(|phone| {
                phone.messages.iter().filter(|bubble| bubble.from_bot).count() > said
            })
        };
        assert!(school.sandbox.wait_until(PATIENCE, answered).await);
        fastest = fastest.min(asked.elapsed());
    }
    assert_eq!(second.here().await.len(), 0, "the second one only takes updates in");
    assert!(fastest < Duration::from_millis(700), "it looked only every second: {fastest:?}");
}

async fn set_webhook(school: &School, url: &str) {
    let key = thuispost::roster::InviteKey::load_or_make(&school.settings.key_file).unwrap();
    let secret = key.webhook_secret(school.organisation.id);
    let body = serde_json::json!({ "url": url, "secret_token": secret.reveal() }).to_string();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(format!("{}/bot{}/setWebhook", school.sandbox.url(), school.token));
    let answer = request.header("content-type", "application/json").body(body).send().await;
    assert!(answer.unwrap().status().is_success());
}
