//! The loop by single steps, played on a small database: a commit whose answer never came, what a
//! message at its slot looks at, and which rows leave at all.

use std::sync::Mutex;

use super::super::{DeliveryKey, Outgoing};
use super::*;
use jiff::tz::TimeZone;

use crate::clock::Moment;
use crate::roster::{CarerId, ChatId};
use crate::settings::QuietHours;
use crate::store::{Leases, Terms};

/// Takes every message, and notes to whom; to the first ones it says what it is told to.
#[derive(Default)]
struct Postman {
    taken: Mutex<Vec<ChatId>>,
    says: Mutex<Vec<Outcome>>,
}

impl Carrier for Postman {
    async fn carry(&self, outgoing: Outgoing) -> Outcome {
        let mut taken = self.taken.lock().unwrap();
        taken.push(outgoing.chat);
        let message_id = i64::try_from(taken.len()).unwrap();
        let said = self.says.lock().unwrap().pop();
        said.unwrap_or(Outcome::Delivered { message_id, file_id: None })
    }

    async fn ask(&self) -> std::result::Result<(), Outcome> {
        Ok(())
    }
}

/// A row of the outbox: an answer to the carer 5, with the words "Dag".
#[derive(Clone, Copy)]
struct Row {
    mailing: i64,
    part: i64,
    chat: i64,
    state: &'static str,
    attempts: i64,
    doubts: i64,
}

impl Row {
    /// Waits in a chat of its own.
    const fn waiting(mailing: i64) -> Self {
        Self { mailing, part: 0, chat: mailing, state: "waiting", attempts: 0, doubts: 0 }
    }

    /// Is written down as leaving, under an attempt with the number of its mailing.
    const fn sending(mailing: i64) -> Self {
        Self { state: "sending", attempts: 1, ..Self::waiting(mailing) }
    }

    fn key(self) -> DeliveryKey {
        DeliveryKey { mailing: self.mailing, carer: CarerId::from_raw(5), part: self.part }
    }
}

const OURS: OrganisationId = OrganisationId::from_raw(1);

/// A deliverer without limits, and these rows.
async fn with(rows: &[Row]) -> (tempfile::TempDir, Deliverer<Postman>) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let store = Store::open(&url).await.unwrap();
    let mut write = store.write().await.unwrap();
    let organisation =
        "insert into organisations (id, name, time_zone, language, token_env, created_at)
                        values (1, 'De Regenboog', 'Europe/Amsterdam', 'nl', 'T', 0)";
    sqlx::query(organisation).execute(&mut *write).await.unwrap();
    for row in rows {
        sqlx::query(
            "insert into deliveries (mailing_id, carer_id, part, organisation_id, chat_id, language, priority,
                 state, not_before, attempts, doubts, attempt_id, payload)
             values ($1, 5, $2, 1, $3, 'nl', 0, $4, 0, $5, $6, $1, '{\"text\":\"Dag\"}')",
        )
        .bind(row.mailing)
        .bind(row.part)
        .bind(row.chat)
        .bind(row.state)
        .bind(row.attempts)
        .bind(row.doubts)
        .execute(&mut *write)
        .await
        .unwrap();
    }
    write.commit().await.unwrap();
    let phrases = Arc::new(Phrasebook::load().unwrap());
    let (calendar, ticker) = (Calendar::system(), Ticker::start());
    let rooms = Rooms { store, phrases, calendar, ticker };
    let (quiet_hours, time_zone) = (QuietHours::NONE, TimeZone::UTC);
    let limits = Limits { per_second: None, in_flight: 64, quiet_hours, time_zone };
    let (postman, wake) = (Arc::new(Postman::default()), Arc::new(Notify::new()));
    (folder, Deliverer::new(rooms, OURS, postman, limits, wake))
}

/// Each claimed under an attempt of its own, and never sent.
async fn claimed_under(attempts: &[i64]) -> (tempfile::TempDir, Deliverer<Postman>) {
    let rows: Vec<Row> = attempts.iter().map(|attempt| Row::sending(*attempt)).collect();
    with(&rows).await
}

impl Deliverer<Postman> {
    /// Lets everything on its way come back, and hears of it only then.
    async fn all_came_back(&mut self) {
        let mut all = Vec::new();
        while let Some(came) = self.on_their_way.join_next_with_id().await {
            all.push(came);
        }
        all.into_iter().for_each(|came| self.came_back(Some(came)));
    }

    fn taken(&self) -> Vec<ChatId> {
        let mut chats = self.carrier.taken.lock().unwrap().clone();
        chats.sort();
        chats
    }

    async fn counts(&self, sql: &'static str) -> i64 {
        let mut read = self.rooms.store.read().await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut *read).await.unwrap()
    }
}

#[tokio::test]
async fn claims_whose_commits_were_never_confirmed_are_given_back_and_leave_once() {
    let (_folder, mut deliverer) = claimed_under(&[11, 12]).await;
    // The answer to the first commit was lost, and so was the one to the attempt to give it back.
    deliverer.lost_claims = vec![11, 12, 13];
    assert!(deliverer.has_to_write());
    assert_eq!(deliverer.step(64).await.unwrap(), 2);
    assert!(deliverer.lost_claims.is_empty());
    deliverer.all_came_back().await;
    assert_eq!(deliverer.step(64).await.unwrap(), 0, "nothing is left");
    assert_eq!(deliverer.taken(), [ChatId::from_raw(11), ChatId::from_raw(12)]);
    let clean =
        "select count(*) from deliveries where state = 'delivered' and attempts = 1 and doubts = 0";
    assert_eq!(deliverer.counts(clean).await, 2);
}

/// Two answers wait in one chat; the first is told to wait, and then the clock, which was wrong, is
/// set right: its second try is not due later than the answer behind it.
#[tokio::test]
async fn what_never_left_keeps_its_place_when_the_calendar_is_set_right() {
    let (_folder, mut deliverer) = claimed_under(&[11, 12]).await;
    let mut write = deliverer.rooms.store.write().await.unwrap();
    sqlx::query("update deliveries set chat_id = 5, state = 'waiting', attempts = 0")
        .execute(&mut *write)
        .await
        .unwrap();
    write.commit().await.unwrap();
    let calendar = Calendar::standing_at(Moment::from_millis(7_200_000));
    deliverer.rooms.calendar = calendar.clone();
    assert_eq!(deliverer.step(64).await.unwrap(), 1);
    let (_, first) = deliverer.tasks.drain().next().unwrap();
    deliverer.on_their_way.shutdown().await;
    assert_eq!(first.key.mailing, 11);
    for outcome in [None, Some(Outcome::TooFast { retry_after: Duration::ZERO })] {
        let row = OnItsWay { attempt: attempt_of(&deliverer).await, ..first.clone() };
        deliverer.unsettled.push(Settled { row, outcome });
        deliverer.step(0).await.unwrap();
        calendar.turn_to(calendar.now().before(Duration::from_secs(1_800)));
        assert_eq!(deliverer.step(64).await.unwrap(), 1);
        let (_, next) = deliverer.tasks.drain().next().unwrap();
        deliverer.on_their_way.shutdown().await;
        assert_eq!(next.key.mailing, 11, "still in front");
    }
}

/// The attempt under which the one message is on its way.
async fn attempt_of(deliverer: &Deliverer<Postman>) -> i64 {
    let mut read = deliverer.rooms.store.read().await.unwrap();
    let sql = "select attempt_id from deliveries where state = 'sending'";
    sqlx::query_scalar(sql).fetch_one(&mut *read).await.unwrap()
}

#[tokio::test]
async fn a_claim_stays_remembered_while_the_database_cannot_be_written() {
    let (_folder, mut deliverer) = claimed_under(&[11]).await;
    deliverer.lost_claims = vec![11];
    deliverer.rooms.store.close().await;
    assert!(deliverer.step(64).await.is_err());
    assert!(deliverer.lost_claims.contains(&11));
    assert!(deliverer.tasks.is_empty(), "nothing leaves");
}

/// After trouble one message goes ahead of the others; until it is back there is nothing to look for.
#[tokio::test]
async fn while_one_message_goes_ahead_the_loop_rests() {
    let (_folder, mut deliverer) = claimed_under(&[]).await;
    let (ticker, hands) = Ticker::simulated();
    deliverer.rooms.ticker = ticker;
    deliverer.heed(&Outcome::Doubtful { why: "no answer".to_owned() });
    deliverer.answered(Ok(()));
    let abroad = deliverer.on_their_way.spawn(std::future::pending());
    let row = OnItsWay {
        key: crate::outbox::DeliveryKey {
            mailing: 1,
            carer: crate::roster::CarerId::from_raw(0),
            part: 0,
        },
        chat: ChatId::from_raw(1),
        attempt: 1,
        attempts_before: 0,
        doubts: 0,
        file: None,
        sent_as: None,
    };
    deliverer.tasks.insert(abroad.id(), row);
    deliverer.look = true;
    let stop = CancellationToken::new();
    tokio::join!(deliverer.wait(&stop), async { assert!(hands.move_on()) });
    assert_eq!(ticker.elapsed(), POLL, "not a millisecond");
}

#[tokio::test]
async fn a_message_at_its_slot_stays_when_the_lease_has_gone_meanwhile() {
    let (_folder, mut deliverer) = with(&[Row::waiting(11)]).await;
    let terms = Terms { lease: Duration::from_secs(2), margin: Duration::from_secs(1) };
    let (store, ticker) = (deliverer.rooms.store.clone(), deliverer.rooms.ticker);
    let mut leases = Leases::open(&store, terms, ticker).await.unwrap();
    let lease = leases.take("bot 1", true).await.unwrap().unwrap();
    deliverer.rooms.store = store.fenced(lease);
    assert_eq!(deliverer.step(64).await.unwrap(), 1, "it is claimed and on its way to its slot");
    leases.give_back("bot 1").await.unwrap();
    deliverer.all_came_back().await;
    assert_eq!(deliverer.taken(), [], "it did not leave");
    assert_eq!(deliverer.step(0).await.unwrap(), 0);
    let waits = "select count(*) from deliveries where state = 'waiting' and attempts = 0";
    assert_eq!(deliverer.counts(waits).await, 1, "and waits for whoever sends now");
}

#[tokio::test]
async fn when_telegram_asks_to_wait_nothing_else_leaves_not_even_what_has_its_slot() {
    let (_folder, mut deliverer) = with(&[11, 12, 13, 14].map(Row::waiting)).await;
    deliverer.pace = Pace::new(Some(30));
    let retry_after = Duration::from_secs(3_600);
    deliverer.carrier.says.lock().unwrap().push(Outcome::TooFast { retry_after });
    assert_eq!(deliverer.step(3).await.unwrap(), 3);
    deliverer.all_came_back().await;
    assert_eq!(deliverer.taken(), [ChatId::from_raw(11)], "the others had their slots already");
    assert_eq!(deliverer.room(), 0, "and nothing is claimed until the wait is over");
    deliverer.step(0).await.unwrap();
    let waits = "select count(*) from deliveries where state = 'waiting' and attempts = 0";
    assert_eq!(deliverer.counts(waits).await, 4, "no attempt is burned");
    assert_eq!(deliverer.counts("select count(*) from bots where paused_until > 0").await, 1);
}

#[tokio::test]
async fn a_shorter_wait_does_not_end_a_longer_one() {
    let (_folder, deliverer) = with(&[]).await;
    for until in [5_000, 2_000] {
        let mut write = deliverer.rooms.store.write().await.unwrap();
        queries::pause_bot(&mut write, OURS, Moment::from_millis(until)).await.unwrap();
        write.commit().await.unwrap();
    }
    assert_eq!(deliverer.counts("select paused_until from bots").await, 5_000);
}

#[tokio::test]
async fn a_part_never_leaves_before_the_part_in_front_of_it_has_arrived() {
    for state in ["held", "refused", "unreachable", "doubtful", "sending", "skipped"] {
        let first = Row { state, ..Row::waiting(11) };
        let second = Row { part: 1, ..Row::waiting(11) };
        let (_folder, mut deliverer) = with(&[first, second]).await;
        assert_eq!(deliverer.step(64).await.unwrap(), 0, "behind one that is {state}");
    }
    let (first, second) =
        (Row { state: "delivered", ..Row::sending(11) }, Row { part: 1, ..Row::waiting(11) });
    let (_folder, mut deliverer) = with(&[first, second]).await;
    assert_eq!(deliverer.step(64).await.unwrap(), 1);
}

#[tokio::test]
async fn messages_in_doubt_leave_one_at_a_time() {
    let doubted = |mailing| Row { attempts: 1, doubts: 1, ..Row::waiting(mailing) };
    let (_folder, mut deliverer) = with(&[doubted(11), doubted(12), Row::waiting(13)]).await;
    assert_eq!(deliverer.step(64).await.unwrap(), 2, "one of the two, and the one without doubt");
    assert_eq!(deliverer.step(64).await.unwrap(), 0, "the other waits until it is back");
    deliverer.all_came_back().await;
    assert_eq!(deliverer.step(64).await.unwrap(), 1);
}

#[tokio::test]
async fn what_comes_back_of_an_earlier_attempt_changes_nothing() {
    let delivered = Outcome::Delivered { message_id: 7, file_id: None };
    for outcome in [delivered, Outcome::Later { why: String::new() }] {
        let (_folder, mut deliverer) = with(&[Row::sending(11)]).await;
        let row = OnItsWay {
            key: Row::sending(11).key(),
            chat: ChatId::from_raw(11),
            attempt: 10,
            attempts_before: 0,
            doubts: 0,
            file: None,
            sent_as: None,
        };
        deliverer.unsettled.push(Settled { row, outcome: Some(outcome) });
        deliverer.step(0).await.unwrap();
        let sending = "select count(*) from deliveries where state = 'sending' and attempts = 1";
        assert_eq!(deliverer.counts(sending).await, 1);
    }
}

#[tokio::test]
async fn what_was_on_its_way_at_a_death_is_listed_and_goes_once_more() {
    let (_folder, deliverer) =
        with(&[Row::sending(11), Row { doubts: 1, ..Row::sending(12) }]).await;
    let now = deliverer.rooms.calendar.now();
    assert_eq!(crate::outbox::rescue(&deliverer.rooms.store, OURS, now).await.unwrap(), 2);
    assert_eq!(deliverer.counts("select count(*) from doubts").await, 2);
    let waiting = "select count(*) from deliveries where state = 'waiting' and mailing_id = 11";
    assert_eq!(deliverer.counts(waiting).await, 1);
    let left = "select count(*) from deliveries where state = 'doubtful' and mailing_id = 12";
    assert_eq!(deliverer.counts(left).await, 1, "the second time a person looks");
}
