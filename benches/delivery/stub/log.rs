//! What came in and when, the limits, and the presses of parents.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::{crowd, round};

const SECOND: Duration = Duration::from_secs(1);

/// What the stub says to a message.
pub enum Verdict {
    Accepted,
    /// Wait so many seconds.
    TooFast(u64),
}

/// Everything the stub knows.
pub struct Log {
    /// Most messages in a second; 0 for no limit.
    per_second: usize,
    /// So long after the first message one is turned away, whatever the pace; zero: never.
    refuse_at: Duration,
    retry_after: u64,
    accepted: Vec<Duration>,
    refused: Vec<Duration>,
    /// When the forced refusal was said.
    forced: Option<Duration>,
    frozen_until: Duration,
    presses: Presses,
}

/// Parents who press, evenly, one after the other.
struct Presses {
    per_second: u64,
    most: u64,
    /// After so many accepted messages, so that all parts are warm.
    after: usize,
    letter: i64,
    /// Parents press for a moment of a talk instead; how many there are.
    slots: u64,
    began: Option<Duration>,
    given: u64,
    /// Chats that wait for their answer, and since when.
    waiting: HashMap<i64, Duration>,
    took: Vec<Duration>,
}

impl Log {
    pub fn new(arguments: &Arguments) -> Self {
        Self {
            per_second: arguments.count("limit", 0),
            refuse_at: Duration::from_millis(arguments.number("refuse_at", 0)),
            retry_after: arguments.number("retry_after", 5),
            accepted: Vec::new(),
            refused: Vec::new(),
            forced: None,
            frozen_until: Duration::ZERO,
            presses: Presses {
                per_second: arguments.number("presses", 0),
                most: arguments.number("presses_in_all", u64::MAX),
                after: arguments.count("presses_after", 0),
                letter: i64::try_from(arguments.number("letter", 0)).unwrap(),
                slots: arguments.number("slots", 0),
                began: None,
                given: 0,
                waiting: HashMap::new(),
                took: Vec::new(),
            },
        }
    }

    /// A message comes in.
    pub fn message(&mut self, now: Duration, body: &[u8]) -> Verdict {
        if self.is_forced(now) {
            self.forced = Some(now);
            self.frozen_until = now + SECOND * u32::try_from(self.retry_after).unwrap();
            self.refused.push(now);
            return Verdict::TooFast(self.retry_after);
        }
        if now < self.frozen_until || self.is_too_fast(now) {
            self.refused.push(now);
            self.frozen_until = self.frozen_until.max(now + SECOND);
            return Verdict::TooFast(1);
        }
        self.accepted.push(now);
        self.presses.message(now, body);
        Verdict::Accepted
    }

    fn is_forced(&self, now: Duration) -> bool {
        let first = self.accepted.first();
        !self.refuse_at.is_zero()
            && self.forced.is_none()
            && first.is_some_and(|first| now >= *first + self.refuse_at)
    }

    /// One more than the limit within a second is let pass: of messages sent at an even pace the
    /// first and the last of a second are a second apart.
    fn is_too_fast(&self, now: Duration) -> bool {
        if self.per_second == 0 {
            return false;
        }
        let before = self.accepted.len().checked_sub(self.per_second + 1);
        before.is_some_and(|before| now - self.accepted[before] < SECOND)
    }

    /// Updates that are due now.
    pub fn presses(&mut self, now: Duration) -> Option<String> {
        if self.accepted.len() < self.presses.after {
            return None;
        }
        self.presses.due(now)
    }

    /// What a scenario wants to know. Times are in microseconds.
    pub fn figures(&self) -> Value {
        let after_pause = self.forced.map(|said| {
            let end = said + SECOND * u32::try_from(self.retry_after).unwrap();
            let sent_before = |moment: &Duration| (said..end).contains(moment);
            let inside = self.accepted.iter().chain(&self.refused).filter(|it| sent_before(it));
            let first = self.accepted.iter().find(|it| **it >= end).copied();
            let first = first.unwrap_or(end + 3_600 * SECOND);
            let second = self.accepted.iter().filter(|it| (first..first + SECOND).contains(*it));
            json!({
                // The refused message itself is one of them.
                "inside": inside.count().saturating_sub(1),
                "resumed_after_us": micros(first - end),
                "in_next_second": second.count(),
            })
        });
        json!({
            "accepted": self.accepted.len(),
            "refused": self.refused.len(),
            "span_us": micros(self.accepted.last().copied().unwrap_or_default()
                - self.accepted.first().copied().unwrap_or_default()),
            "in_first_minute": self.in_first_minute(),
            "largest_second": self.largest_second(),
            "after_pause": after_pause,
            "presses": self.presses.given,
            "unanswered": self.presses.waiting.len(),
            "took_us": self.presses.took.iter().map(|took| micros(*took)).collect::<Vec<_>>(),
        })
    }

    fn in_first_minute(&self) -> usize {
        let Some(first) = self.accepted.first() else { return 0 };
        self.accepted.iter().filter(|it| **it < *first + 60 * SECOND).count()
    }

    /// Of all seconds after the first.
    fn largest_second(&self) -> usize {
        let Some(first) = self.accepted.first() else { return 0 };
        let (mut most, mut end) = (0, 0);
        for (index, start) in self.accepted.iter().enumerate() {
            while end < self.accepted.len() && self.accepted[end] < *start + SECOND {
                end += 1;
            }
            if *start >= *first + SECOND {
                most = most.max(end - index);
            }
        }
        most
    }
}

impl Presses {
    fn due(&mut self, now: Duration) -> Option<String> {
        if self.per_second == 0 {
            return None;
        }
        let began = *self.began.get_or_insert(now);
        let due = u64::try_from((now - began).as_micros()).unwrap() * self.per_second / 1_000_000;
        let due = due.min(self.most);
        let news = self.given..due.min(self.given + 100);
        if news.is_empty() {
            return None;
        }
        self.given = news.end;
        let updates: Vec<Value> = news
            .map(|number| {
                let chat = crowd::chat(number + 1);
                let at = began + Duration::from_micros((number + 1) * 1_000_000 / self.per_second);
                self.waiting.insert(chat, at);
                press(number, chat, &self.data(number))
            })
            .collect();
        Some(json!({ "ok": true, "result": updates }).to_string())
    }

    /// What the press of this parent says.
    fn data(&self, number: u64) -> String {
        let number = number + 1;
        match self.slots {
            0 => format!("le.{}.{}", self.letter, crowd::carer(number)),
            slots => format!("k.t.{}.{}", round::talk(number), round::slot(number, slots)),
        }
    }

    /// An answer to a press on a letter has no buttons; letters have.
    fn message(&mut self, now: Duration, body: &[u8]) {
        let has_buttons = || body.windows(13).any(|it| it == b"callback_data");
        if self.waiting.is_empty() || (self.slots == 0 && has_buttons()) {
            return;
        }
        let body: Value = serde_json::from_slice(body).unwrap();
        if let Some(since) = self.waiting.remove(&body["chat_id"].as_i64().unwrap()) {
            self.took.push(now.saturating_sub(since));
        }
    }
}

/// A press by the carer of this chat.
fn press(number: u64, chat: i64, data: &str) -> Value {
    let user =
        json!({ "id": chat, "is_bot": false, "first_name": "Samira", "language_code": "nl" });
    json!({
        "update_id": number + 1,
        "callback_query": {
            "id": (number + 1).to_string(),
            "from": user,
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": 4_711, "date": 1_795_000_000,
                "chat": { "id": chat, "type": "private", "first_name": "Samira" },
                "text": "Brief",
            },
        },
    })
}

fn micros(length: Duration) -> u64 {
    u64::try_from(length.as_micros()).unwrap_or(u64::MAX)
}
