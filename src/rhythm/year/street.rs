//! The phones of the year, and a postman who brings everything at once.

use std::sync::{Arc, Mutex};

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::QUIET;
use crate::clock::{Calendar, Moment, Ticker};
use crate::language::Phrasebook;
use crate::outbox::{Carrier, Deliverer, Limits, Outcome, Outgoing, Rooms};
use crate::roster::Organisation;
use crate::store::Store;

/// Everything that came: when, in which chat, as which of it, what.
type Came = Vec<(i64, i64, usize, String)>;

#[derive(Clone, Default)]
pub(super) struct Street(Arc<Mutex<Came>>);

struct Postman {
    came: Arc<Mutex<Came>>,
    now: Moment,
}

impl Carrier for Postman {
    async fn carry(&self, outgoing: Outgoing) -> Outcome {
        let mut came = self.came.lock().unwrap();
        let chat = outgoing.chat.raw();
        let place = came.len();
        let buttons = outgoing.message.buttons.iter().flatten();
        let labels: Vec<&str> = buttons.map(|button| button.label.as_str()).collect();
        let text = format!("{}\n{}", outgoing.message.text, labels.join(" | "));
        came.push((self.now.millis(), chat, place, text));
        Outcome::Delivered { message_id: i64::try_from(place).unwrap() + 1, file_id: None }
    }

    async fn ask(&self) -> Result<(), Outcome> {
        Ok(())
    }
}

impl Street {
    /// Brings what may leave now; the ticker passes as fast as it can.
    pub(super) async fn takes_all(
        &self,
        store: Store,
        phrases: Arc<Phrasebook>,
        calendar: Calendar,
        organisation: &Organisation,
    ) {
        let now = calendar.now();
        if due(&store, now).await == 0 {
            return;
        }
        let (ticker, hands) = Ticker::simulated();
        let rooms = Rooms { store: store.clone(), phrases, calendar, ticker };
        let limits = Limits {
            per_second: None,
            in_flight: 64,
            quiet_hours: QUIET,
            time_zone: organisation.time_zone.clone(),
        };
        let postman = Arc::new(Postman { came: Arc::clone(&self.0), now });
        let deliverer =
            Deliverer::new(rooms, organisation.id, postman, limits, Arc::new(Notify::new()));
        let stop = CancellationToken::new();
        let mut works = std::pin::pin!(deliverer.run(stop.clone()));
        for _ in 0..100_000 {
            let idle = async {
                for _ in 0..4 {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                () = &mut works => return,
                () = idle => {}
            }
            if due(&store, now).await == 0 {
                stop.cancel();
            }
            hands.move_on();
        }
        panic!("the postman never comes home");
    }

    /// Everything in the order of moments and chats.
    pub(super) fn told(&self) -> String {
        let mut came = self.0.lock().unwrap().clone();
        came.sort_by_key(|(at, chat, place, _)| (*at, *chat, *place));
        let lines = came.iter().map(|(at, chat, _, text)| format!("\n-- {at} {chat}\n{text}"));
        lines.collect()
    }
}

/// Rows that may leave now; at quiet hours none of what nobody asked for.
async fn due(store: &Store, now: Moment) -> i64 {
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
    if QUIET.hold(now.local(&zone).time()) {
        return 0;
    }
    let query = sqlx::query_scalar(
        "select count(*) from deliveries
         where state = 'sending' or (state = 'waiting' and not_before <= $1)",
    );
    query.bind(now.millis()).fetch_one(&mut *store.read().await.unwrap()).await.unwrap()
}
