//! Takes a request in: logs it, lets ordered troubles happen, and has the method carried out.

use std::time::Duration;

use serde_json::{Value, json};

use super::bot::BotId;
use super::faults::Trouble;
use super::methods::{self, Act, Answer};
use super::parameters::Parameters;
use super::polling::Poll;
use super::refusal::Refusal;
use super::waits;
use super::world::{Request, World};

/// What goes back over the line.
pub(super) enum Reply {
    Answer(u16, Value),
    /// A proxy's page with this status.
    HtmlPage(u16),
    BrokenJson,
    /// The connection breaks.
    Closed,
    /// No answer ever comes.
    Silence,
    /// Not known yet.
    Wait(Poll),
    /// Known, but held back for so long.
    Later(Duration, Box<Self>),
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        match answer {
            Ok(result) => Self::Answer(200, json!({ "ok": true, "result": result })),
            Err(refusal) => Self::Answer(refusal.code, refusal.body()),
        }
    }
}

impl Reply {
    fn status(&self) -> Option<u16> {
        match self {
            Self::Answer(status, _) | Self::HtmlPage(status) => Some(*status),
            Self::BrokenJson => Some(200),
            Self::Later(_, reply) => reply.status(),
            Self::Closed | Self::Silence | Self::Wait(_) => None,
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Answer(429, body) => waits::told(body),
            _ => None,
        }
    }
}

impl World {
    /// Takes one request in and gives its number in the log.
    pub(super) fn receive(
        &mut self,
        token: &str,
        method: &str,
        asked: Result<Parameters, Refusal>,
    ) -> (usize, Reply) {
        let number = self.requests.len();
        self.requests.push(Request {
            bot: self.bot_of(token),
            method: method.to_owned(),
            chat: asked.as_ref().ok().and_then(Parameters::chat),
            tick: self.ticker.elapsed(),
            status: None,
            accepted: false,
            retry_after: None,
        });
        let reply = self.reply(number, method, asked);
        self.note(number, &reply);
        (number, reply)
    }

    /// Completes the log once a reply is known.
    pub(super) fn note(&mut self, number: usize, reply: &Reply) {
        if let Some(request) = self.requests.get_mut(number) {
            request.status = reply.status();
            request.retry_after = reply.retry_after();
        }
    }

    fn reply(&mut self, number: usize, method: &str, asked: Result<Parameters, Refusal>) -> Reply {
        if self.down {
            return Reply::Closed;
        }
        let Some(bot) = self.requests[number].bot else {
            return Err(Refusal::unauthorized()).into();
        };
        let trouble = self.faults.take(bot, method, self.requests[number].chat);
        if let Some(trouble) = trouble.as_ref().filter(|trouble| !trouble.lets_through()) {
            return instead(trouble);
        }
        let reply = match asked.and_then(|asked| self.carry_out(bot, method, &asked)) {
            Ok(reply) => reply,
            Err(refusal) => return Err(refusal).into(),
        };
        self.requests[number].accepted = true;
        match trouble {
            Some(Trouble::Slow(late)) => Reply::Later(late, Box::new(reply)),
            Some(trouble) => instead(&trouble),
            None => reply,
        }
    }

    fn carry_out(
        &mut self,
        bot: BotId,
        method: &str,
        asked: &Parameters,
    ) -> Result<Reply, Refusal> {
        let method = methods::find(method).ok_or_else(Refusal::not_found)?;
        asked.check(method.parameters)?;
        if method.sends {
            self.count_send(bot, asked.chat())?;
        }
        match method.act {
            Act::Now(act) => act(self, bot, asked).map(|result| Ok(result).into()),
            Act::Poll => self.start_poll(bot, asked).map(Reply::Wait),
        }
    }

    fn count_send(&mut self, bot: BotId, chat: Option<i64>) -> Result<(), Refusal> {
        let (limits, tick) = (self.limits, self.ticker.elapsed());
        let bot = self.bot_mut(bot).ok_or_else(Refusal::unauthorized)?;
        bot.pace.count(limits, chat, tick)
    }
}

/// What comes instead of the answer.
fn instead(trouble: &Trouble) -> Reply {
    match trouble {
        Trouble::HtmlPage(status) | Trouble::HtmlPageAfterwards(status) => Reply::HtmlPage(*status),
        Trouble::BrokenJson | Trouble::BrokenJsonAfterwards => Reply::BrokenJson,
        Trouble::WrongResult(result) | Trouble::WrongResultAfterwards(result) => {
            Ok(result.clone()).into()
        }
        Trouble::Hang | Trouble::HangAfterwards => Reply::Silence,
        _ => match trouble.refusal() {
            Some(refusal) => Err(refusal).into(),
            None => Reply::Closed,
        },
    }
}
