//! Bad days, ordered in advance: what goes wrong with which request.

use std::time::Duration;

use serde_json::Value;

use super::bot::BotId;
use super::refusal::Refusal;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// 429 with any `retry_after`: absent, zero, negative or huge.
    TooManyRequests {
        /// What the answer says, in seconds.
        retry_after: Option<i64>,
    },
    /// 429 with a `retry_after` that need not even be a whole number, such as `"soon"` or `0.5`.
    TooManyRequestsSaying(Value),
    /// A page of HTML with this status instead of an answer, as a proxy in between gives.
    HtmlPage(u16),
    /// A refusal with any code and any words, such as 401, 403 or 400.
    Refusal {
        /// HTTP status and `error_code`.
        code: u16,
        /// The whole description.
        description: String,
    },
    /// 400 with `migrate_to_chat_id`.
    Migrated {
        /// The new chat id.
        to: i64,
    },
    /// What was asked is done, but a proxy's page with this status is the answer.
    HtmlPageAfterwards(u16),
    /// Status 200 with half an answer.
    BrokenJson,
    /// What was asked is done, but only half of the answer comes.
    BrokenJsonAfterwards,
    /// Status 200 and `ok`, but nothing is done and the result is this, whatever was asked.
    WrongResult(Value),
    /// What was asked is done, but the result is said to be this.
    WrongResultAfterwards(Value),
    /// What was asked is done, but the answer comes so much later.
    Slow(Duration),
    /// Nothing is done and no answer ever comes.
    Hang,
    /// What was asked is done, but no answer ever comes.
    HangAfterwards,
    /// Nothing is done and the connection breaks.
    Closed,
    /// What was asked is done, but the connection breaks before the answer.
    ClosedAfterwards,
}

impl Trouble {
    /// Whether the request is carried out all the same.
    pub(super) fn lets_through(&self) -> bool {
        matches!(
            self,
            Self::HtmlPageAfterwards(_)
                | Self::BrokenJsonAfterwards
                | Self::WrongResultAfterwards(_)
                | Self::Slow(_)
                | Self::HangAfterwards
                | Self::ClosedAfterwards
        )
    }

    /// The refusal to answer with, if it is one.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::TooManyRequests { retry_after } => {
                Some(Refusal::too_many_saying(retry_after.map(Value::from)))
            }
            Self::TooManyRequestsSaying(said) => Some(Refusal::too_many_saying(Some(said.clone()))),
            Self::Refusal { code, description } => Some(Refusal::new(*code, description)),
            Self::Migrated { to } => Some(Refusal::migrated(*to)),
            _ => None,
        }
    }
}

/// A trouble and the request that it waits for.
#[derive(Clone, Debug)]
pub struct Fault {
    bot: Option<BotId>,
    method: Option<String>,
    chat: Option<i64>,
    trouble: Trouble,
}

impl Fault {
    /// With the next request of any kind, polling too.
    pub fn anywhere(trouble: Trouble) -> Self {
        Self { bot: None, method: None, chat: None, trouble }
    }

    /// With the next request of this method.
    pub fn on(method: &str, trouble: Trouble) -> Self {
        Self { method: Some(method.to_owned()), ..Self::anywhere(trouble) }
    }

    /// Only if the request is about this chat.
    #[must_use]
    pub fn in_chat(self, chat: i64) -> Self {
        Self { chat: Some(chat), ..self }
    }

    /// Only if it is a request of this bot.
    #[must_use]
    pub fn of_bot(self, bot: BotId) -> Self {
        Self { bot: Some(bot), ..self }
    }

    fn fits(&self, bot: BotId, method: &str, chat: Option<i64>) -> bool {
        self.bot.is_none_or(|wanted| wanted == bot)
            && self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.chat.is_none_or(|wanted| chat == Some(wanted))
    }
}

/// The faults that have not happened yet, in order.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn left(&self) -> usize {
        self.0.len()
    }

    /// Uses up the first fault that fits.
    pub(super) fn take(&mut self, bot: BotId, method: &str, chat: Option<i64>) -> Option<Trouble> {
        let place = self.0.iter().position(|fault| fault.fits(bot, method, chat))?;
        Some(self.0.remove(place).trouble)
    }
}
