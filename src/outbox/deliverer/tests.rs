//! A commit whose answer never came, played on a small database.

use std::sync::Mutex;

use super::*;
use jiff::tz::TimeZone;

use crate::clock::Moment;
use crate::roster::ChatId;
use crate::settings::QuietHours;

/// Takes every message, and notes to whom.
#[derive(Default)]
struct Postman(Mutex<Vec<ChatId>>);

impl Carrier for Postman {
    async fn carry(&self, outgoing: Outgoing) -> Outcome {
        let mut taken = self.0.lock().unwrap();
        taken.push(outgoing.chat);
        let message_id = i64::try_from(taken.len()).unwrap();
        Outcome::Delivered { message_id, file_id: None }
    }

    async fn ask(&self) -> std::result::Result<(), Outcome> {
        Ok(())
    }
}

/// One answer per attempt, each claimed under it: written down as leaving, and never sent.
async fn claimed_under(attempts: &[i64]) -> (tempfile::TempDir, Deliverer<Postman>) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let store = Store::open(&url).await.unwrap();
    let mut write = store.write().await.unwrap();
    let organisation =
        "insert into organisations (id, name, time_zone, language, token_env, created_at)
                        values (1, 'De Regenboog', 'Europe/Amsterdam', 'nl', 'T', 0)";
    sqlx::query(organisation).execute(&mut *write).await.unwrap();
    for attempt in attempts {
        sqlx::query(
            "insert into deliveries (mailing_id, carer_id, part, organisation_id, chat_id, language, priority,
                 state, not_before, attempts, attempt_id, payload)
             values ($1, 0, 0, 1, $1, 'nl', 0, 'sending', 0, 1, $1, '{\"text\":\"Dag\"}')",
        )
        .bind(*attempt)
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
    let organisation = OrganisationId::from_raw(1);
    (folder, Deliverer::new(rooms, organisation, postman, limits, wake))
}

#[tokio::test]
async fn claims_whose_commits_were_never_confirmed_are_given_back_and_leave_once() {
    let (_folder, mut deliverer) = claimed_under(&[11, 12]).await;
    // The answer to the first commit was lost, and so was the one to the attempt to give it back.
    deliverer.lost_claims = vec![11, 12, 13];
    assert!(deliverer.has_to_write());
    assert_eq!(deliverer.step(64).await.unwrap(), 2);
    assert!(deliverer.lost_claims.is_empty());
    while !deliverer.tasks.is_empty() {
        let came = deliverer.on_their_way.join_next_with_id().await;
        deliverer.came_back(came);
    }
    assert_eq!(deliverer.step(64).await.unwrap(), 0, "nothing is left");
    let mut chats = deliverer.carrier.0.lock().unwrap().clone();
    chats.sort();
    assert_eq!(chats, [ChatId::from_raw(11), ChatId::from_raw(12)]);
    let mut read = deliverer.rooms.store.read().await.unwrap();
    let clean: i64 = sqlx::query_scalar(
        "select count(*) from deliveries where state = 'delivered' and attempts = 1 and doubts = 0",
    )
    .fetch_one(&mut *read)
    .await
    .unwrap();
    assert_eq!(clean, 2);
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
        picture: None,
        sent_as: None,
    };
    deliverer.tasks.insert(abroad.id(), row);
    deliverer.look = true;
    let stop = CancellationToken::new();
    tokio::join!(deliverer.wait(&stop), async { assert!(hands.move_on()) });
    assert_eq!(ticker.elapsed(), POLL, "not a millisecond");
}
