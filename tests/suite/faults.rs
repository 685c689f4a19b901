//! Telegram's bad days, one at a time: what parents have on their phones afterwards, and what staff
//! can read about it.

mod commit;
mod disk;
mod outage;
mod refusals;
mod silence;
mod updates;
mod waiting;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use thuispost::app::Service;
use thuispost::clock::{Calendar, Ticker};
use thuispost::outbox::{self, DoubtfulRow};
use thuispost::sandbox::{Fault, Options, Request, Trouble};
use thuispost::store::Store;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::parents::{self, Parent};
use super::school::{PATIENCE, School};

/// A school whose parents have all joined, its calendar running.
struct Day {
    school: School,
    parents: Vec<Parent>,
    ticker: Ticker,
    service: Option<Running>,
}

struct Running {
    store: Store,
    address: SocketAddr,
    stop: CancellationToken,
    ended: JoinHandle<()>,
}

impl Day {
    /// So many parents, the service running.
    async fn begins(count: usize) -> Self {
        let mut day = Self::of(count).await;
        day.begins_service().await;
        day
    }

    /// The same, the service not running yet.
    async fn of(count: usize) -> Self {
        let options = Options::new(Calendar::system());
        let school = School::with(&parents::rows(count), options).await;
        let parents = parents::have_joined(&school).await;
        Self { school, parents, ticker: Ticker::start(), service: None }
    }

    async fn begins_service(&mut self) {
        let store = Store::open(&self.school.database.url).await.unwrap();
        let (settings, phrases) = (self.school.settings.clone(), Arc::clone(&self.school.phrases));
        let calendar = self.school.calendar.clone();
        let service = Service::prepare(settings, store.clone(), phrases, calendar).await.unwrap();
        let (address, stop) = (service.address(), CancellationToken::new());
        let run = service.run(stop.clone());
        let ended = tokio::spawn(async { run.await.unwrap() });
        self.service = Some(Running { store, address, stop, ended });
    }

    async fn ends_service(&mut self) {
        let running = self.service.take().unwrap();
        running.stop.cancel();
        running.ended.await.unwrap();
    }

    fn breaks(&self, faults: impl IntoIterator<Item = Fault>) {
        faults.into_iter().for_each(|fault| self.school.sandbox.breaks(fault));
    }

    /// A letter of one part is on its way to everybody.
    async fn sends_short(&self, number: usize) -> i64 {
        parents::approve(&self.school, &parents::short_letter(&self.school, number)).await
    }

    /// A letter of two parts with a picture is on its way to everybody.
    async fn sends(&self, number: usize) -> i64 {
        parents::approve(&self.school, &parents::letter(&self.school, number)).await
    }

    /// How many copies of a part each parent has, in the order of the roster.
    fn copies(&self, letter: usize, part: usize) -> Vec<usize> {
        let phones = self.parents.iter().map(|parent| parent.phone);
        phones.map(|phone| parents::copies(&self.school, phone, letter, part)).collect()
    }

    /// Everybody has this part once.
    fn everybody_has_once(&self, letter: usize, part: usize) {
        assert_eq!(self.copies(letter, part), vec![1; self.parents.len()]);
    }

    async fn doubtful(&self) -> Vec<DoubtfulRow> {
        let mut read = self.school.store.read().await.unwrap();
        outbox::doubtful(&mut read, self.school.organisation.id).await.unwrap()
    }

    /// What `/readyz` says about the bot.
    async fn readyz(&self) -> Value {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let address = self.service.as_ref().unwrap().address;
        let answer = client.get(format!("http://{address}/readyz")).send().await.unwrap();
        assert_eq!(answer.status(), 200, "the service is up whatever Telegram does");
        let body: Value = answer.json().await.unwrap();
        body["bots"][0].clone()
    }

    /// Looks again and again until it holds.
    async fn until(&self, what: &str, mut holds: impl AsyncFnMut() -> bool) {
        let end = self.ticker.elapsed() + PATIENCE;
        while !holds().await {
            assert!(self.ticker.elapsed() < end, "never: {what}");
            self.ticker.until(self.ticker.elapsed() + Duration::from_millis(10)).await;
        }
    }

    /// Requests that put something in a chat.
    fn sendings(&self) -> Vec<Request> {
        let requests = self.school.sandbox.requests();
        requests.into_iter().filter(|request| request.method.starts_with("send")).collect()
    }
}

impl Drop for Day {
    fn drop(&mut self) {
        if let Some(running) = &self.service {
            running.stop.cancel();
        }
    }
}

fn refusal(code: u16, description: &str) -> Trouble {
    Trouble::Refusal { code, description: description.to_owned() }
}
