//! What somebody was told, or has seen: from then on it has to be in the database.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::Row;
use thuispost::sandbox::World;
use thuispost::store::Store;

use crate::suite::parents::{Parent, mark};

/// A delivery: mailing, carer, part.
type Key = (i64, i64, i64);

/// Grows only.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Letters whose approval returned, each with so many rows.
    letters: Vec<i64>,
    rows: usize,
    /// Messages that are on a phone: they must never leave again unlisted.
    left: BTreeSet<Key>,
    /// Seen as delivered by another connection.
    delivered: BTreeSet<Key>,
    /// Updates that Telegram was told it may forget.
    confirmed: BTreeSet<i64>,
    /// Questions that staff can read.
    questions: BTreeSet<String>,
}

/// How the rows stand.
struct Standing {
    deliveries: BTreeMap<Key, (String, i64, i64)>,
    updates: BTreeSet<i64>,
    questions: BTreeSet<String>,
}

impl Facts {
    pub fn about(letters: Vec<i64>, rows: usize) -> Self {
        Self { letters, rows, ..Self::default() }
    }

    /// What Telegram and the phones know.
    pub fn hear(&mut self, world: &World, parents: &[Parent], caused: &[i64]) {
        let pending: BTreeSet<i64> = world
            .pending_updates()
            .iter()
            .map(|update| update["update_id"].as_i64().unwrap())
            .collect();
        self.confirmed.extend(caused.iter().filter(|id| !pending.contains(id)));
        for parent in parents {
            let bubbles = &world.phone(parent.phone).unwrap().messages;
            for (number, letter) in (1..).zip(&self.letters) {
                for part in [0, 1] {
                    let mark = mark(number, part);
                    if bubbles.iter().any(|it| it.from_bot && it.text.contains(&mark)) {
                        self.left.insert((*letter, parent.carer, i64::from(part == 1)));
                    }
                }
            }
        }
    }

    /// What anybody can read.
    pub async fn look(&mut self, store: &Store) {
        let standing = Standing::of(store).await;
        self.questions = standing.questions;
        let delivered = standing.deliveries.iter().filter(|(_, row)| row.0 == "delivered");
        self.delivered.extend(delivered.map(|(key, _)| *key));
    }

    /// What of it is not in this database.
    pub async fn missing(&self, store: &Store) -> Vec<String> {
        let found = Standing::of(store).await;
        let mut missing = Vec::new();
        for letter in &self.letters {
            let rows = found.deliveries.keys().filter(|key| key.0 == *letter).count();
            if rows != self.rows {
                missing.push(format!("{rows} rows of letter {letter}"));
            }
        }
        for key in &self.left {
            match found.deliveries.get(key) {
                Some((state, attempts, _)) if state != "waiting" || *attempts > 0 => {}
                other => missing.push(format!("{key:?} has left, and stands as {other:?}")),
            }
        }
        let is_delivered =
            |key: &&Key| found.deliveries.get(key).is_some_and(|row| row.0 == "delivered");
        let undone = self.delivered.iter().filter(|key| !is_delivered(key));
        missing.extend(undone.map(|key| format!("{key:?} is no longer delivered")));
        let gone = self.confirmed.difference(&found.updates);
        missing.extend(gone.map(|id| format!("update {id}")));
        let gone = self.questions.difference(&found.questions);
        missing.extend(gone.map(|question| format!("question {question}")));
        missing
    }

    /// After the rescue: whatever is on a phone is delivered or listed, and nothing is on its way.
    pub async fn unlisted(&self, store: &Store) -> Vec<Key> {
        let found = Standing::of(store).await;
        let listed = |key: &Key| {
            found.deliveries.get(key).is_some_and(|row| row.0 == "delivered" || row.2 > 0)
        };
        let left = self.left.iter().copied().filter(|key| !listed(key));
        let stuck = found.deliveries.iter().filter(|(_, row)| row.0 == "sending");
        left.chain(stuck.map(|(key, _)| *key)).collect()
    }

    pub fn count(&self) -> usize {
        let Self { letters, rows, left, delivered, confirmed, questions } = self;
        letters.len() * rows + left.len() + delivered.len() + confirmed.len() + questions.len()
    }
}

impl Standing {
    async fn of(store: &Store) -> Self {
        let mut read = store.read().await.unwrap();
        let rows = sqlx::query(
            "select mailing_id, carer_id, part, state, attempts, doubts from deliveries",
        );
        let rows = rows.fetch_all(&mut *read).await.unwrap();
        let deliveries = rows.iter().map(|row| {
            let key = (row.get("mailing_id"), row.get("carer_id"), row.get("part"));
            (key, (row.get("state"), row.get("attempts"), row.get("doubts")))
        });
        let updates: Vec<i64> = sqlx::query_scalar("select update_id from updates")
            .fetch_all(&mut *read)
            .await
            .unwrap();
        let questions: Vec<String> =
            sqlx::query_scalar("select body from questions where body is not null")
                .fetch_all(&mut *read)
                .await
                .unwrap();
        Self {
            deliveries: deliveries.collect(),
            updates: updates.into_iter().collect(),
            questions: questions.into_iter().collect(),
        }
    }
}
