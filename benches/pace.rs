//! How much of Telegram's 30 messages a second a letter to 600 parents uses, with Telegram's limits
//! on. `cargo bench --bench pace`, or `scripts/bench`. On SQLite, or where
//! `THUISPOST_TEST_DATABASE` says.
#![expect(clippy::unwrap_used, reason = "what cannot be prepared cannot be measured")]
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

#[expect(dead_code, reason = "the tests use the rest of the school")]
#[path = "../tests/suite"]
mod suite {
    pub mod database;
    pub mod parents;
    pub mod school;
}

use std::time::Duration;

use suite::parents;
use suite::school::School;
use thuispost::clock::Calendar;
use thuispost::sandbox::{Limits, Options};

const PARENTS: usize = 600;
const LIMIT: f64 = 30.0;

#[tokio::main]
async fn main() {
    let latency = Duration::from_millis(50);
    let options = Options { latency, limits: Limits::telegram(), calendar: Calendar::system() };
    let mut school = School::with(&parents::rows(PARENTS), options).await;
    parents::have_joined(&school).await;
    school.settings.per_second = Some(30);
    school.begins_service().await;
    parents::approve(&school, &parents::short_letter(&school, 1)).await;
    school.settles().await;
    school.ends_service().await;

    let requests = school.sandbox.requests();
    let sent = requests.iter().filter(|request| request.method == "sendMessage");
    let (taken, refused): (Vec<_>, Vec<_>) = sent.partition(|request| request.accepted);
    let ticks: Vec<Duration> = taken.iter().map(|request| request.tick).collect();
    let span = ticks[ticks.len() - 1] - ticks[0];
    let rate = f64::from(u32::try_from(ticks.len() - 1).unwrap()) / span.as_secs_f64();
    let within = |first: &Duration| {
        let end = *first + Duration::from_secs(1);
        ticks.iter().filter(|tick| (*first..end).contains(tick)).count()
    };
    println!("messages accepted    {}", ticks.len());
    println!("span                 {:.2} s", span.as_secs_f64());
    println!("rate                 {rate:.2}/s, {:.1} % of 30/s", 100.0 * rate / LIMIT);
    println!("largest second       {}", ticks.iter().map(within).max().unwrap());
    println!("429s                 {}", refused.iter().filter(|it| it.status == Some(429)).count());
}
