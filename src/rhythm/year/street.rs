//! The phones of the year, and a postman who brings everything at once.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{QUIET, Year};
use crate::clock::{Moment, Ticker};
use crate::outbox::{Carrier, Deliverer, LetterPress, Limits, Outcome, Outgoing, Rooms};
use crate::store::Store;

/// A message on a phone.
#[derive(Clone, Debug)]
pub(super) struct Came {
    pub at: Moment,
    pub chat: i64,
    /// Which of all it was.
    pub place: usize,
    /// With the labels of its buttons.
    pub text: String,
    /// What its first button brings back.
    pub press: String,
}

/// What is told of some children.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told {
    pub kind: String,
    /// The theme, activity or book; of a letter, how manieth.
    pub of: i64,
    pub language: String,
    pub level: Option<String>,
    pub children: BTreeSet<i64>,
}

impl Came {
    /// What it tells, section by section, read from its words alone.
    pub(super) fn told(&self) -> Vec<Told> {
        let (mut all, mut children) = (Vec::new(), BTreeSet::new());
        let is_mark = |c: char| c.is_ascii_alphanumeric() || c == ':' || c == '_';
        for word in self.text.split(|c| !is_mark(c)) {
            if let Some(child) = word.strip_prefix('K').and_then(|it| it.parse().ok()) {
                children.insert(child);
            }
            let fields: Vec<&str> = word.split(':').collect();
            let [kind, of, language, ..] = fields[..] else { continue };
            if kind == "activity" || kind == "https" {
                continue;
            }
            let level = fields.get(3).map(|level| (*level).to_owned());
            let (kind, of, language) = (kind.to_owned(), of.parse().unwrap(), language.to_owned());
            let children = std::mem::take(&mut children);
            all.push(Told { kind, of, language, level, children });
        }
        all
    }

    /// The carer who is asked how it went, about which children and activities.
    pub(super) fn question(&self) -> Option<(i64, i64, BTreeSet<i64>, BTreeSet<i64>)> {
        let (press, mailing, carer) = LetterPress::parse(&self.press)?;
        if !matches!(press, LetterPress::CheckIn(_)) {
            return None;
        }
        let (mut children, mut activities) = (BTreeSet::new(), BTreeSet::new());
        for word in self.text.split(|c: char| !c.is_ascii_alphanumeric() && c != ':') {
            children.extend(word.strip_prefix('K').and_then(|it| it.parse::<i64>().ok()));
            let id = word.strip_prefix("activity:").and_then(|it| it.split(':').next());
            activities.extend(id.and_then(|it| it.parse::<i64>().ok()));
        }
        Some((mailing, carer.raw(), children, activities))
    }
}

#[derive(Clone, Default)]
pub(super) struct Street(Arc<Mutex<Vec<Came>>>);

struct Postman {
    came: Arc<Mutex<Vec<Came>>>,
    now: Moment,
}

impl Carrier for Postman {
    async fn carry(&self, outgoing: Outgoing) -> Outcome {
        let mut came = self.came.lock().unwrap();
        let place = came.len();
        let buttons = outgoing.message.buttons.iter().flatten();
        let labels: Vec<&str> = buttons.clone().map(|button| button.label.as_str()).collect();
        let text = format!("{}\n{}", outgoing.message.text, labels.join(" | "));
        let press = buttons.clone().next().map_or_else(String::new, |it| it.press.clone());
        came.push(Came { at: self.now, chat: outgoing.chat.raw(), place, text, press });
        Outcome::Delivered { message_id: i64::try_from(place).unwrap() + 1, file_id: None }
    }

    async fn ask(&self) -> Result<(), Outcome> {
        Ok(())
    }
}

impl Street {
    /// Brings what may leave now; the ticker passes as fast as it can.
    pub(super) async fn takes_all(&self, year: &Year) {
        let (store, now) = (year.store.clone(), year.calendar.now());
        if due(&store, now).await == 0 {
            return;
        }
        let (ticker, hands) = Ticker::simulated();
        let (phrases, calendar) = (Arc::clone(&year.phrases), year.calendar.clone());
        let rooms = Rooms { store: store.clone(), phrases, calendar, ticker };
        let limits = Limits {
            per_second: None,
            in_flight: 64,
            quiet_hours: QUIET,
            time_zone: year.organisation.time_zone.clone(),
        };
        let postman = Arc::new(Postman { came: Arc::clone(&self.0), now });
        let wake = Arc::new(Notify::new());
        let deliverer = Deliverer::new(rooms, year.organisation.id, postman, limits, wake);
        let stop = CancellationToken::new();
        let mut works = std::pin::pin!(deliverer.run(stop.clone()));
        // At a quiet hour he looks too, and finds nothing that may leave.
        let is_quiet = QUIET.hold(now.local(&year.organisation.time_zone).time());
        for look in 0..100_000 {
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
            if due(&store, now).await == 0 || (is_quiet && look > 30) {
                stop.cancel();
            }
            hands.move_on();
        }
        panic!("the postman never comes home");
    }

    /// How many messages have come so far.
    pub(super) fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    /// Everything in the order in which it came.
    pub(super) fn came(&self) -> Vec<Came> {
        self.0.lock().unwrap().clone()
    }

    /// Everything in the order of moments and chats: what the same seed tells again.
    pub(super) fn told(&self) -> String {
        let mut came = self.came();
        came.sort_by_key(|it| (it.at, it.chat, it.place));
        let lines =
            came.iter().map(|it| format!("\n-- {} {}\n{}", it.at.millis(), it.chat, it.text));
        lines.collect()
    }
}

/// Rows whose time has come.
async fn due(store: &Store, now: Moment) -> i64 {
    let query = sqlx::query_scalar(
        "select count(*) from deliveries
         where state = 'sending' or (state = 'waiting' and not_before <= $1)",
    );
    query.bind(now.millis()).fetch_one(&mut *store.read().await.unwrap()).await.unwrap()
}
