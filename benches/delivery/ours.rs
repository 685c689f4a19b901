//! Our side: the deliverer with the carrier and the store as the service wires them, or the whole
//! service.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use thuispost::app::Service;
use thuispost::clock::{Calendar, Ticker};
use thuispost::language::Phrasebook;
use thuispost::outbox::{Deliverer, Limits, Rooms};
use thuispost::roster;
use thuispost::settings::{QuietHours, Secret, Settings};
use thuispost::store::Store;
use thuispost::telegram::{Api, TelegramCarrier};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::arguments::Arguments;
use super::crowd::TOKEN;
use super::measure;

/// Between two looks whether all is done.
const LOOK: Duration = Duration::from_millis(5);

/// Sends what waits, for so many seconds or until nothing waits, and tells what it took.
pub fn run(arguments: &Arguments) {
    measure::stay_on(false);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(arguments.text("database")).await.unwrap();
        let ticker = Ticker::start();
        let rooms = Rooms {
            store: store.clone(),
            phrases: Arc::new(Phrasebook::load().unwrap()),
            calendar: Calendar::system(),
            ticker,
        };
        let organisation =
            roster::the_only_organisation(&mut store.read().await.unwrap()).await.unwrap();
        let api =
            Api::new(arguments.text("api"), Secret::new(TOKEN), Duration::from_secs(20)).unwrap();
        let rate = u32::try_from(arguments.number("rate", 0)).unwrap();
        let limits = Limits {
            per_second: (rate > 0).then_some(rate),
            in_flight: arguments.count("in_flight", 64),
            quiet_hours: QuietHours::NONE,
            time_zone: organisation.time_zone,
        };
        let carrier = Arc::new(TelegramCarrier::new(api));
        let deliverer =
            Deliverer::new(rooms, organisation.id, carrier, limits, Arc::new(Notify::new()));
        let stop = CancellationToken::new();
        let (start, cpu) = (ticker.elapsed(), measure::cpu());
        let running = tokio::spawn(deliverer.run(stop.clone()));
        let end = match arguments.number("seconds", 0) {
            0 => Duration::MAX,
            seconds => start + Duration::from_secs(seconds),
        };
        while ticker.elapsed() < end && is_left(&store).await {
            ticker.until(ticker.elapsed() + LOOK).await;
        }
        let (took, cpu) = (ticker.elapsed() - start, measure::cpu() - cpu);
        stop.cancel();
        running.await.unwrap();
        println!("{}", tell(took, cpu));
    });
}

/// What a part says at its end.
pub fn tell(took: Duration, cpu: Duration) -> serde_json::Value {
    json!({ "seconds": took.as_secs_f64(), "cpu_seconds": cpu.as_secs_f64(), "peak_kib": measure::peak_kib() })
}

async fn is_left(store: &Store) -> bool {
    // Answered by the two partial indexes, however many rows there are.
    let query = sqlx::query_scalar(
        "select coalesce(
             (select cast(1 as bigint) from deliveries where organisation_id = 1 and state = 'waiting' limit 1),
             (select cast(1 as bigint) from deliveries where organisation_id = 1 and attempts > 0
              and state in ('sending', 'waiting') limit 1),
             cast(0 as bigint))",
    );
    let left: i64 = query.fetch_one(&mut *store.read().await.unwrap()).await.unwrap();
    left > 0
}

/// The whole service: says `ready` when its health page does, and then, for each line it reads, how
/// the fan-out stands and what it uses. Ends at the end of its input.
pub fn run_service(arguments: &Arguments) {
    measure::stay_on(false);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let url = arguments.text("database");
        let values = [
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_API_URL", arguments.text("api")),
            ("THUISPOST_KEY_FILE", arguments.text("key_file")),
        ];
        let values = values.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut settings = Settings::read(&values.into()).unwrap();
        settings.quiet_hours = QuietHours::NONE;
        settings.http_addr = "127.0.0.1:0".parse().unwrap();
        let rate = u32::try_from(arguments.number("rate", 0)).unwrap();
        settings.per_second = (rate > 0).then_some(rate);
        let store = Store::open(url).await.unwrap();
        let phrases = Arc::new(Phrasebook::load().unwrap());
        let service = Service::prepare(settings, store, phrases, Calendar::system()).await.unwrap();
        let address = service.address();
        let stop = CancellationToken::new();
        let ticker = Ticker::start();
        let running = tokio::spawn(service.run(stop.clone()));
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let is_ready = || async {
            let answer = client.get(format!("http://{address}/readyz")).send().await;
            answer.is_ok_and(|answer| answer.status().is_success())
        };
        while !is_ready().await {
            ticker.until(ticker.elapsed() + Duration::from_millis(1)).await;
        }
        println!("ready");
        let own = Store::open(url).await.unwrap();
        while tokio::task::spawn_blocking(is_asked).await.unwrap() {
            let query = sqlx::query_scalar("select count(*) from mailings where state <> 'released'");
            let unreleased: i64 = query.fetch_one(&mut *own.read().await.unwrap()).await.unwrap();
            println!(
                "{}",
                json!({ "unreleased": unreleased, "memory_kib": measure::memory_kib(), "left": is_left(&own).await,
                        "cpu_seconds": measure::cpu().as_secs_f64(), "peak_kib": measure::peak_kib() })
            );
        }
        stop.cancel();
        running.await.unwrap().unwrap();
    });
}

/// Waits for a line on the input; false at its end.
fn is_asked() -> bool {
    std::io::stdin().read_line(&mut String::new()).unwrap() > 0
}
