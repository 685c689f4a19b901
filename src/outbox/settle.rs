//! What becomes of a row after its attempt.

use std::time::Duration;

use rand::Rng;
use rand::rngs::SmallRng;
use sqlx::AnyConnection;

use super::queries::{self, Arrived, Fate};
use super::{DeliveryKey, FileKey, Outcome, State};
use crate::clock::Moment;
use crate::roster::{ChatId, OrganisationId};
use crate::store::Result;

/// The longest wait between two tries of one row.
const LONGEST_BACKOFF: Duration = Duration::from_secs(15 * 60);
/// Between an attempt in doubt and the one more that it gets.
const AFTER_DOUBT: Duration = Duration::from_secs(5);
/// A row's own waiting time is never longer than this.
pub(super) const FURTHEST: Duration = Duration::from_secs(3_600);

/// A claimed row on its way.
#[derive(Clone, Debug)]
pub(super) struct OnItsWay {
    pub key: DeliveryKey,
    pub chat: ChatId,
    pub attempt: i64,
    pub attempts_before: i64,
    pub doubts: i64,
    pub file: Option<FileKey>,
    /// The file id it was sent by; `None` also when it was uploaded.
    pub sent_as: Option<String>,
}

/// An attempt and what came of it; `None`: it never left.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub row: OnItsWay,
    pub outcome: Option<Outcome>,
}

/// Writes down what came of these attempts.
pub(super) async fn record(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    settled: &[Settled],
    now: Moment,
    rng: &mut SmallRng,
) -> Result<()> {
    let mut arrived = Vec::with_capacity(settled.len());
    for Settled { row, outcome } in settled {
        if let Some(Outcome::Delivered { message_id, file_id }) = outcome {
            arrived.push(Arrived { key: row.key, attempt: row.attempt, message_id: *message_id });
            if let (Some(file), Some(file_id)) = (&row.file, file_id) {
                queries::remember_upload(write, organisation, file, file_id).await?;
            }
        } else {
            record_one(write, organisation, row, outcome.as_ref(), now, rng).await?;
        }
    }
    if !arrived.is_empty() {
        arrived.sort_by_key(|row| row.key);
        queries::mark_delivered(write, &arrived, now).await?;
    }
    Ok(())
}

async fn record_one(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    row: &OnItsWay,
    outcome: Option<&Outcome>,
    now: Moment,
    rng: &mut SmallRng,
) -> Result<()> {
    let again = |not_before: Option<Moment>| Fate {
        state: State::Waiting,
        reason: None,
        not_before,
        burned: not_before.is_some(),
        doubted: false,
    };
    let end = |state, reason| Fate {
        state,
        reason: Some(reason),
        not_before: Some(now),
        burned: true,
        doubted: false,
    };
    match outcome {
        None
        | Some(Outcome::TooFast { .. } | Outcome::BotRejected { .. } | Outcome::Delivered { .. }) =>
        {
            queries::settle(write, row.key, row.attempt, &again(None)).await?;
        }
        Some(Outcome::Later { .. }) => {
            let fate = again(Some(now.after(backoff(row.attempts_before, rng))));
            queries::settle(write, row.key, row.attempt, &fate).await?;
        }
        Some(Outcome::Troubled { why }) => {
            let fate = again(Some(now.after(backoff(row.attempts_before, rng))));
            if queries::settle(write, row.key, row.attempt, &fate).await? > 0 {
                let attempt = row.attempt;
                queries::insert_doubt(write, organisation, row.key, attempt, why, now).await?;
            }
        }
        Some(Outcome::Doubtful { why }) => doubt(write, organisation, row, why, now).await?,
        Some(Outcome::Unreachable { why }) => {
            queries::settle(write, row.key, row.attempt, &end(State::Unreachable, why)).await?;
            queries::skip_later_parts(write, row.key).await?;
            queries::mark_unreachable(write, organisation, row.chat, why, now).await?;
        }
        Some(Outcome::Refused { why }) => {
            queries::settle(write, row.key, row.attempt, &end(State::Refused, why)).await?;
            queries::skip_later_parts(write, row.key).await?;
        }
        Some(Outcome::FileForgotten) => {
            if let (Some(file), Some(file_id)) = (&row.file, &row.sent_as) {
                queries::forget_upload(write, organisation, file, file_id).await?;
            }
            // At once the first time; a messenger that says so again and again is left alone.
            let wait = if row.attempts_before == 0 {
                Duration::ZERO
            } else {
                backoff(row.attempts_before, rng)
            };
            queries::settle(write, row.key, row.attempt, &again(Some(now.after(wait)))).await?;
        }
        Some(Outcome::Moved { to }) => {
            queries::settle(write, row.key, row.attempt, &again(None)).await?;
            queries::move_chat(write, organisation, row.chat, *to).await?;
        }
    }
    Ok(())
}

/// The first time once more; the second time a person looks. Either way it stands in the list.
pub(super) async fn doubt(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    row: &OnItsWay,
    why: &str,
    now: Moment,
) -> Result<()> {
    let state = if row.doubts == 0 { State::Waiting } else { State::Doubtful };
    let not_before = Some(now.after(AFTER_DOUBT));
    let fate = Fate { state, reason: None, not_before, burned: true, doubted: true };
    if queries::settle(write, row.key, row.attempt, &fate).await? > 0 {
        queries::insert_doubt(write, organisation, row.key, row.attempt, why, now).await?;
        if state == State::Doubtful {
            queries::skip_later_parts(write, row.key).await?;
        }
    }
    Ok(())
}

/// Doubles from one second, with a third of chance in it, so that rows do not come back together.
fn backoff(attempts: i64, rng: &mut SmallRng) -> Duration {
    let doublings = u32::try_from(attempts.clamp(0, 12)).unwrap_or(12);
    let base = Duration::from_secs(1 << doublings).min(LONGEST_BACKOFF);
    base.mul_f64(rng.random_range(0.67..1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn waiting_grows_and_has_an_end() {
        let mut rng = SmallRng::seed_from_u64(1);
        let waits: Vec<Duration> = [0, 3, 40].map(|attempts| backoff(attempts, &mut rng)).into();
        assert!(waits[0] <= Duration::from_secs(1) && waits[1] > Duration::from_secs(5));
        assert!(waits[2] <= LONGEST_BACKOFF && LONGEST_BACKOFF < FURTHEST);
    }
}
