//! Bad days, ordered in advance: what goes wrong with which request.

use super::refusal::Refusal;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// 429 with any `retry_after`: absent, zero, negative or huge.
    TooManyRequests {
        /// What the answer says, in seconds.
        retry_after: Option<i64>,
    },
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
    /// Status 200 with half an answer.
    BrokenJson,
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
        matches!(self, Self::HangAfterwards | Self::ClosedAfterwards)
    }

    /// The refusal to answer with, if it is one.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::TooManyRequests { retry_after } => Some(Refusal::too_many_saying(*retry_after)),
            Self::Refusal { code, description } => Some(Refusal::new(*code, description)),
            Self::Migrated { to } => Some(Refusal::migrated(*to)),
            _ => None,
        }
    }
}

/// A trouble and the request that it waits for.
#[derive(Clone, Debug)]
pub struct Fault {
    method: Option<String>,
    chat: Option<i64>,
    trouble: Trouble,
}

impl Fault {
    /// With the next request of any kind, polling too.
    pub fn anywhere(trouble: Trouble) -> Self {
        Self { method: None, chat: None, trouble }
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

    fn fits(&self, method: &str, chat: Option<i64>) -> bool {
        self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
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
    pub(super) fn take(&mut self, method: &str, chat: Option<i64>) -> Option<Trouble> {
        let place = self.0.iter().position(|fault| fault.fits(method, chat))?;
        Some(self.0.remove(place).trouble)
    }
}
