//! How fast a bot may send: token buckets over monotonic time, and the freeze after overdoing it.

use std::collections::HashMap;
use std::time::Duration;

use super::refusal::Refusal;

/// Which of Telegram's speed limits hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Messages per second over all chats of a bot, with as large a burst; `None`: no such limit.
    pub per_second: Option<u32>,
    /// Whether one chat gets one message per second, with a burst of four.
    pub per_chat: bool,
}

/// So many messages may go to one chat at once before the pace of one a second holds.
const CHAT_BURST: f64 = 4.0;

impl Limits {
    /// No limit at all.
    pub const fn off() -> Self {
        Self { per_second: None, per_chat: false }
    }

    /// Telegram's own: 30 a second over all chats and one a second in each.
    pub const fn telegram() -> Self {
        Self { per_second: Some(30), per_chat: true }
    }
}

/// What one bot has used up.
#[derive(Default)]
pub(super) struct Pace {
    all: Bucket,
    chats: HashMap<i64, Bucket>,
}

impl Pace {
    /// Counts one message at `tick`, or refuses it.
    pub(super) fn count(
        &mut self,
        limits: Limits,
        chat: Option<i64>,
        tick: Duration,
    ) -> Result<(), Refusal> {
        if let Some(rate) = limits.per_second {
            self.all.thaw(tick)?;
            let rate = f64::from(rate.max(1));
            self.all.take(tick, rate, rate)?;
        }
        match chat {
            Some(chat) if limits.per_chat => {
                let bucket = self.chats.entry(chat).or_default();
                bucket.thaw(tick)?;
                bucket.take(tick, 1.0, CHAT_BURST)
            }
            _ => Ok(()),
        }
    }
}

#[derive(Default)]
struct Bucket {
    /// How much is missing from a full bucket.
    used: f64,
    counted_at: Duration,
    frozen_until: Duration,
}

impl Bucket {
    fn thaw(&self, tick: Duration) -> Result<(), Refusal> {
        match self.frozen_until.checked_sub(tick) {
            Some(wait) if !wait.is_zero() => Err(Refusal::too_many(wait)),
            _ => Ok(()),
        }
    }

    fn take(&mut self, tick: Duration, rate: f64, capacity: f64) -> Result<(), Refusal> {
        let passed = tick.saturating_sub(self.counted_at).as_secs_f64();
        self.used = (self.used - passed * rate).max(0.0);
        self.counted_at = tick;
        if self.used + 1.0 > capacity {
            let wait = ((self.used + 1.0 - capacity) / rate).ceil().max(1.0);
            self.frozen_until = tick + Duration::from_secs_f64(wait);
            return Err(Refusal::too_many(Duration::from_secs_f64(wait)));
        }
        self.used += 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_bot_is_refused_until_the_time_is_over() {
        let limits = Limits { per_second: Some(2), per_chat: false };
        let mut pace = Pace::default();
        let at = |pace: &mut Pace, millis| {
            pace.count(limits, None, Duration::from_millis(millis)).is_ok()
        };
        assert!(at(&mut pace, 0) && at(&mut pace, 0) && !at(&mut pace, 0));
        assert!(!at(&mut pace, 900), "a token is there again, but the bot is frozen");
        assert!(at(&mut pace, 1_000));
    }

    #[test]
    fn one_full_chat_does_not_hold_up_another() {
        let mut pace = Pace::default();
        let limits = Limits { per_second: None, per_chat: true };
        let mut send = |chat| pace.count(limits, Some(chat), Duration::ZERO).is_ok();
        assert_eq!((0..5).filter(|_| send(1)).count(), 4);
        assert!(send(2));
    }
}
