//! What a person on call sees of a running service.

use std::time::Duration;

use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::{Fault, Options, Trouble};

use super::district;
use super::parents;
use super::school::PATIENCE;
use super::serving::{Program, Serving};

/// The value of the line that begins so.
fn value(metrics: &str, line: &str) -> Option<i64> {
    metrics.lines().find_map(|it| it.strip_prefix(line)).and_then(|it| it.trim().parse().ok())
}

/// Looks until a line has this value.
async fn until(serving: &Serving, line: &str, wanted: i64) -> String {
    let ticker = Ticker::start();
    loop {
        let metrics = serving.metrics().await.unwrap_or_default();
        if value(&metrics, line) == Some(wanted) {
            return metrics;
        }
        assert!(ticker.elapsed() < PATIENCE, "{line} is never {wanted}:\n{metrics}");
        ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_numbers_tell_what_was_sent_what_waits_and_which_bot_is_in_trouble() {
    let schools = district::founded(2, 7, Options::new(Calendar::system())).await;
    let (first, second) = (&schools[0].0, &schools[1].0);
    let hour = Trouble::TooManyRequests { retry_after: Some(3_600) };
    first.sandbox.breaks(Fault::on("sendMessage", hour).of_bot(second.bot));
    let program = Program::of(first).and(second).with("THUISPOST_PER_SECOND", "30");
    let serving = program.serves_at_an_address();
    for school in [first, second] {
        parents::approve(school, &parents::short_letter(school, 1)).await;
    }
    let delivered = r#"thuispost_attempts_total{organisation="De Regenboog",outcome="delivered"} "#;
    until(&serving, delivered, 7).await;
    // The last of them is counted a moment before its row is settled.
    let queue = r#"thuispost_queue_messages{organisation="De Regenboog"} "#;
    until(&serving, queue, 0).await;
    let paused = r#"thuispost_bot_paused{organisation="School 2"} "#;
    let metrics = until(&serving, paused, 1).await;
    for (line, wanted) in [
        (r#"thuispost_queue_messages{organisation="De Regenboog"} "#, 0),
        (r#"thuispost_bot_paused{organisation="De Regenboog"} "#, 0),
        (r#"thuispost_bot_served_here{organisation="School 2"} "#, 1),
        (r#"thuispost_bot_listening{organisation="School 2"} "#, 1),
        (r#"thuispost_bot_rejected{organisation="School 2"} "#, 0),
        (r#"thuispost_doubtful_messages{organisation="School 2"} "#, 0),
        (r#"thuispost_updates_stored{organisation="School 2"} "#, 0),
        (r#"thuispost_attempts_total{organisation="School 2",outcome="too_fast"} "#, 1),
    ] {
        assert_eq!(value(&metrics, line), Some(wanted), "{line}\n{metrics}");
    }
    let waiting = r#"thuispost_queue_messages{organisation="School 2"} "#;
    assert!(value(&metrics, waiting).unwrap() > 0, "{metrics}");
    let age = r#"thuispost_queue_age_seconds{organisation="School 2"} "#;
    until(&serving, age, 2).await;
    assert!(metrics.ends_with("# EOF\n"), "complete");
    for secret in ["Ouder", "Kind", &first.token, &second.token] {
        assert!(!metrics.contains(secret), "{secret}");
    }
}
