//! What outcomes mean for the whole bot: wait, ask whether Telegram answers at all, go on.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::AnyConnection;

use super::Deliverer;
use crate::clock::{Moment, Ticker};
use crate::outbox::settle::FURTHEST;
use crate::outbox::{Carrier, Outcome, queries};
use crate::store::Result;

/// The longest wait between two questions whether Telegram answers.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// How the bot stands with the messenger.
///
/// After an attempt without a clear answer nothing more is risked: the messenger is first asked
/// whether it answers at all, again and again, and then one message goes ahead of the others. So
/// what an outage can leave in doubt is only what was on its way when it began.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Ask before the next message leaves.
    must_ask: bool,
    /// The question is on its way.
    asking: bool,
    /// Rounds in trouble without a message that got through.
    rounds: u32,
    /// The log knows.
    told: bool,
    /// The bot's token was not accepted.
    rejected: bool,
}

impl Standing {
    /// How many messages may be on their way at once.
    pub(super) fn most(&self, in_flight: usize) -> usize {
        match (self.must_ask, self.rounds) {
            (true, _) => 0,
            (false, 0) => in_flight,
            (false, _) => 1,
        }
    }

    pub(super) fn is_asking(&self) -> bool {
        self.asking
    }

    /// Whether the messenger is to be asked now; says so once.
    pub(super) fn asks(&mut self) -> bool {
        let asks = self.must_ask && !self.asking;
        self.asking |= asks;
        asks
    }

    /// What was asked came back.
    fn asked(&mut self) {
        self.asking = false;
        self.must_ask = false;
    }

    /// A message reached the messenger and was judged.
    fn works(&mut self) {
        if self.told || self.rejected {
            tracing::info!("Telegram answers again");
        }
        *self = Self { asking: self.asking, ..Self::default() };
    }

    /// Something went wrong that is not this one message's fault. However many messages were on
    /// their way, it is one round; the pause after it, if any.
    fn suspects(&mut self) -> Option<Duration> {
        if self.must_ask {
            return None;
        }
        self.must_ask = true;
        self.rounds = self.rounds.saturating_add(1);
        let doublings = self.rounds.checked_sub(2)?.min(4);
        Some(Duration::from_secs(1 << doublings).min(LONGEST_PAUSE))
    }

    fn tells(&mut self, outcome: &Outcome) {
        if !self.told {
            tracing::warn!(?outcome, "Telegram cannot be reached; trying again until it answers");
        }
        self.told = true;
    }

    fn is_rejected(&mut self, why: &str) {
        if !self.rejected {
            tracing::error!(why, "Telegram does not accept this bot's token; the queue is kept");
        }
        self.rejected = true;
    }
}

/// The tick, in milliseconds, before which nothing may leave; read by messages at their slot.
#[derive(Clone, Debug, Default)]
pub(super) struct Frozen(Arc<AtomicU64>);

impl Frozen {
    pub(super) fn is_over(&self, ticker: Ticker) -> bool {
        ticker.elapsed() >= Duration::from_millis(self.0.load(Ordering::SeqCst))
    }

    /// At once, for messages at their slot: the loop hears of a 429 only after its commit.
    pub(super) fn heed(&self, outcome: &Outcome, ticker: Ticker) {
        if let Outcome::TooFast { retry_after } = outcome {
            self.extend(ticker.elapsed().saturating_add(*retry_after));
        }
    }

    fn extend(&self, until: Duration) {
        let until = u64::try_from(until.as_millis()).unwrap_or(u64::MAX);
        self.0.fetch_max(until, Ordering::SeqCst);
    }
}

impl<C: Carrier> Deliverer<C> {
    /// What the outcome of a message means for all the others, at once.
    pub(super) fn heed(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::TooFast { retry_after } => self.waits(*retry_after),
            Outcome::Later { why } | Outcome::Troubled { why } | Outcome::Doubtful { why } => {
                tracing::debug!(why, "a message came back without a clear answer");
                self.suspect();
            }
            Outcome::BotRejected { why } => {
                self.standing.is_rejected(why);
                self.suspect();
            }
            Outcome::Delivered { .. } | Outcome::Unreachable { .. } | Outcome::Refused { .. } => {
                self.standing.works();
            }
            Outcome::FileForgotten | Outcome::Moved { .. } => {}
        }
    }

    /// What the messenger said when it was asked whether it answers.
    pub(super) fn answered(&mut self, answer: std::result::Result<(), Outcome>) {
        self.standing.asked();
        match answer {
            Ok(()) => {}
            Err(Outcome::TooFast { retry_after }) => self.waits(retry_after),
            Err(Outcome::BotRejected { why }) => {
                self.standing.is_rejected(&why);
                self.suspect();
            }
            Err(other) => {
                self.standing.tells(&other);
                self.suspect();
            }
        }
    }

    fn suspect(&mut self) {
        if let Some(pause) = self.standing.suspects() {
            self.freeze(pause);
        }
    }

    fn waits(&mut self, retry_after: Duration) {
        tracing::warn!(seconds = retry_after.as_secs(), "Telegram asks the bot to wait");
        self.freeze(retry_after);
    }

    fn freeze(&mut self, pause: Duration) {
        self.pace.freeze(self.rooms.ticker.elapsed(), pause);
        self.frozen.extend(self.pace.frozen_until());
    }

    /// A pause that Telegram asked for outlives the process; so does a rejected token, for staff to
    /// see, until a message gets through. True when no trouble is noted any more.
    pub(super) async fn record_standing(
        &mut self,
        write: &mut AnyConnection,
        now: Moment,
    ) -> Result<bool> {
        let outcomes = || self.unsettled.iter().filter_map(|settled| settled.outcome.as_ref());
        let pauses = outcomes().filter_map(|outcome| match outcome {
            Outcome::TooFast { retry_after } => Some(*retry_after),
            _ => None,
        });
        if let Some(longest) = pauses.max() {
            queries::pause_bot(write, self.organisation, now.after(longest)).await?;
        }
        for outcome in outcomes() {
            if let Outcome::BotRejected { why } = outcome {
                self.trouble_is_noted = true;
                queries::stop_bot(write, self.organisation, Some((now, why))).await?;
            }
        }
        let arrived = outcomes().any(|outcome| matches!(outcome, Outcome::Delivered { .. }));
        let clears = arrived && self.trouble_is_noted && !self.standing.rejected;
        if clears {
            queries::clear_bot_trouble(write, self.organisation).await?;
        }
        Ok(clears)
    }

    pub(super) async fn keep_old_pause(&mut self) {
        let Ok(mut read) = self.rooms.store.read().await else { return };
        let Ok((Some(until), _, _)) = queries::bot(&mut read, self.organisation).await else {
            return;
        };
        let left = until.saturating_sub(self.rooms.calendar.now().millis());
        let left = Duration::from_millis(u64::try_from(left).unwrap_or(0)).min(FURTHEST);
        if !left.is_zero() {
            self.freeze(left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_trouble_it_asks_first_and_then_one_message_goes_ahead() {
        let mut standing = Standing::default();
        assert_eq!((standing.most(64), standing.asks()), (64, false));
        assert_eq!(standing.suspects(), None, "the first question is asked at once");
        assert_eq!(standing.suspects(), None, "the same round");
        assert!(standing.asks() && !standing.asks() && standing.most(64) == 0);
        standing.asked();
        assert_eq!((standing.most(64), standing.asks()), (1, false));
        standing.works();
        assert_eq!(standing.most(64), 64);
    }

    #[test]
    fn the_pause_between_questions_grows_and_has_an_end() {
        let mut standing = Standing::default();
        let pauses: Vec<u64> = (0..9)
            .map(|_| {
                let pause = standing.suspects().unwrap_or_default().as_secs();
                standing.asked();
                pause
            })
            .collect();
        assert_eq!(pauses, [0, 1, 2, 4, 8, 15, 15, 15, 15]);
    }
}
