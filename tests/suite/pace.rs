//! With Telegram's own limits on: it never says "too many requests", answers come first, and one
//! busy chat holds up nobody.

use std::time::Duration;

use thuispost::clock::Calendar;
use thuispost::sandbox::{Limits, Options, Request};

use super::parents::{self, Parent, mark};
use super::school::{PATIENCE, School};

async fn school_of(count: usize) -> (School, Vec<Parent>) {
    let options = Options { limits: Limits::telegram(), ..Options::new(Calendar::system()) };
    let mut school = School::with(&parents::rows(count), options).await;
    let parents = parents::have_joined(&school).await;
    school.settings.per_second = Some(30);
    school.begins_service().await;
    (school, parents)
}

fn sendings(school: &School) -> Vec<Request> {
    let requests = school.sandbox.requests();
    requests.into_iter().filter(|request| request.method.starts_with("send")).collect()
}

#[tokio::test]
async fn a_letter_keeps_to_every_limit_of_telegram_and_an_answer_overtakes_it() {
    let (school, parents) = school_of(30).await;
    parents::approve(&school, &parents::letter(&school, 1)).await;
    let taken = |count| {
        move |world: &thuispost::sandbox::World| {
            world.requests().iter().filter(|it| it.method.starts_with("send")).count() >= count
        }
    };
    assert!(school.sandbox.wait_until(PATIENCE, taken(10)).await);
    // The last in line asks something before the letter is there.
    let asks = parents[29].phone;
    school.sandbox.types(asks, "Wanneer is het feest?").unwrap();
    school.settles().await;

    let sent = sendings(&school);
    assert_eq!(sent.len(), 61);
    assert!(sent.iter().all(|request| request.accepted), "no 429 at all");
    let second = Duration::from_secs(1);
    for (index, first) in sent.iter().enumerate() {
        let within = sent[index..].iter().take_while(|it| it.tick < first.tick + second).count();
        assert!(within <= 31, "{within} in the second from {:?}", first.tick);
    }
    for parent in &parents {
        let chat = parent.phone.chat();
        let ticks: Vec<Duration> = sent
            .iter()
            .filter(|it| it.chat == Some(chat) && parent.phone != asks)
            .map(|it| it.tick)
            .collect();
        let apart = ticks.windows(2).map(|pair| pair[1] - pair[0]);
        // The last yards over the line are not in the sender's hand.
        assert!(apart.min().is_none_or(|it| it > Duration::from_millis(900)), "{ticks:?}");
    }
    let bubbles = parents::bubbles(&school, asks);
    let place = |of: &str| bubbles.iter().position(|bubble| bubble.text.contains(of)).unwrap();
    assert!(place("Ik geef je vraag door") < place(&mark(1, 0)), "the answer came first");
}

#[tokio::test]
async fn a_parent_with_sixty_questions_holds_up_nobody_elses_letter() {
    let (school, parents) = school_of(12).await;
    for number in 0..60 {
        school.sandbox.types(parents[0].phone, &format!("Vraag {number}")).unwrap();
    }
    let questions = "select count(*) from questions";
    let ticker = thuispost::clock::Ticker::start();
    while school.counts(questions).await < 60 {
        assert!(ticker.elapsed() < PATIENCE);
        ticker.until(ticker.elapsed() + Duration::from_millis(10)).await;
    }
    parents::approve(&school, &parents::short_letter(&school, 1)).await;
    let all_others_have_it = |world: &thuispost::sandbox::World| {
        parents[1..].iter().all(|parent| {
            let phone = world.phone(parent.phone).unwrap();
            phone.messages.iter().any(|bubble| bubble.text.contains(&mark(1, 0)))
        })
    };
    assert!(school.sandbox.wait_until(PATIENCE, all_others_have_it).await);
    let answered = parents::bubbles(&school, parents[0].phone).len();
    assert!(answered < 40, "{answered} answers went ahead of everybody's letter");
    assert!(sendings(&school).iter().all(|request| request.accepted), "no 429 at all");
}
