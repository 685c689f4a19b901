//! When messages may leave: evenly spaced over the whole bot, and not too fast in one chat.
//!
//! No bucket that fills up: after a quiet minute the bot still sends one message every thirtieth
//! of a second, so a burst never meets the limit.

use std::collections::HashMap;
use std::time::Duration;

use crate::roster::ChatId;

/// What Telegram bears in one chat.
const PER_CHAT: Duration = Duration::from_secs(1);
/// How far answers may run ahead of one a second: a burst of three.
const ANSWER_BURST: Duration = Duration::from_secs(2);
/// How far ahead slots are given out; more would only be claimed too early.
const HORIZON: Duration = Duration::from_millis(100);

/// Gives out slots on the [`crate::clock::Ticker`]'s time.
#[derive(Debug)]
pub struct Pace {
    /// Between two messages; `None` when there is no limit.
    interval: Option<Duration>,
    /// First slot that is still free.
    next: Duration,
    /// No slot before this.
    frozen_until: Duration,
    /// When each chat will have had its messages at one a second.
    chats: HashMap<ChatId, Duration>,
}

impl Pace {
    /// `per_second` messages over the whole bot.
    pub fn new(per_second: Option<u32>) -> Self {
        let interval = per_second.map(|rate| Duration::from_secs(1) / rate.max(1));
        Self { interval, next: Duration::ZERO, frozen_until: Duration::ZERO, chats: HashMap::new() }
    }

    /// How many messages may be claimed now.
    pub fn room(&self, now: Duration) -> usize {
        if now < self.frozen_until {
            return 0;
        }
        let Some(interval) = self.interval else { return usize::MAX };
        let ahead = (now + HORIZON).saturating_sub(self.next.max(now));
        if self.next > now + HORIZON {
            return 0;
        }
        usize::try_from(ahead.as_nanos() / interval.as_nanos().max(1)).unwrap_or(usize::MAX) + 1
    }

    /// When it is worth asking for room again.
    pub fn opens(&self, now: Duration) -> Duration {
        let slot = self.next.saturating_sub(HORIZON / 2);
        slot.max(self.frozen_until).max(now)
    }

    /// Whether a message may go into this chat now.
    pub fn chat_is_free(&self, chat: ChatId, is_answer: bool, now: Duration) -> bool {
        if self.interval.is_none() {
            return true;
        }
        let allowance = if is_answer { ANSWER_BURST } else { Duration::ZERO };
        self.chats.get(&chat).is_none_or(|busy_until| *busy_until <= now + allowance)
    }

    /// How many chats had a message a moment ago.
    pub fn busy_chats(&self) -> usize {
        self.chats.len()
    }

    /// Takes the next slot, for this chat; the message leaves at that tick.
    pub fn take(&mut self, chat: ChatId, now: Duration) -> Duration {
        let Some(interval) = self.interval else { return now };
        let slot = self.next.max(now);
        self.next = slot + interval;
        let busy_until = self.chats.entry(chat).or_insert(slot);
        *busy_until = (*busy_until).max(slot) + PER_CHAT;
        slot
    }

    /// Nothing leaves for this long.
    pub fn freeze(&mut self, now: Duration, pause: Duration) {
        self.frozen_until = self.frozen_until.max(now + pause);
        self.next = self.next.max(self.frozen_until);
    }

    /// Until when nothing leaves.
    pub fn frozen_until(&self) -> Duration {
        self.frozen_until
    }

    /// Forgets chats that are free again.
    pub fn tidy(&mut self, now: Duration) {
        self.chats.retain(|_, busy_until| *busy_until > now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CHAT: ChatId = ChatId::from_raw(1);

    #[test]
    fn after_a_quiet_hour_messages_still_leave_one_by_one() {
        let mut pace = Pace::new(Some(30));
        let now = Duration::from_secs(3_600);
        let slots: Vec<Duration> = (0..4).map(|n| pace.take(ChatId::from_raw(n), now)).collect();
        for pair in slots.windows(2) {
            assert_eq!(pair[1] - pair[0], Duration::from_secs(1) / 30);
        }
    }

    #[test]
    fn a_chat_gets_one_letter_a_second_but_three_answers_at_once() {
        let mut pace = Pace::new(Some(30));
        let now = Duration::from_secs(5);
        for _ in 0..3 {
            assert!(pace.chat_is_free(CHAT, true, now));
            pace.take(CHAT, now);
        }
        assert!(!pace.chat_is_free(CHAT, true, now));
        assert!(!pace.chat_is_free(CHAT, false, now + Duration::from_secs(2)));
        assert!(pace.chat_is_free(CHAT, false, now + Duration::from_secs(4)));
    }

    #[test]
    fn nothing_leaves_while_frozen() {
        let mut pace = Pace::new(Some(30));
        pace.freeze(Duration::ZERO, Duration::from_secs(35));
        assert_eq!(pace.room(Duration::from_secs(34)), 0);
        assert!(pace.take(CHAT, Duration::from_secs(1)) >= Duration::from_secs(35));
    }

    proptest! {
        #[test]
        fn no_second_ever_has_more_slots_than_the_limit(
            rate in 1_u32..100,
            gaps in proptest::collection::vec(0_u64..200, 1..300),
        ) {
            let mut pace = Pace::new(Some(rate));
            let (mut now, mut slots) = (Duration::ZERO, Vec::new());
            for (chat, gap) in (0_i64..).zip(gaps) {
                now += Duration::from_millis(gap);
                if pace.room(now) > 0 {
                    slots.push(pace.take(ChatId::from_raw(chat), now));
                }
            }
            for (index, first) in slots.iter().enumerate() {
                let within = slots[index..].iter().take_while(|slot| **slot < *first + Duration::from_secs(1)).count();
                prop_assert!(within <= rate as usize + 1);
            }
        }
    }
}
