//! Takes a request in: logs it, lets ordered troubles happen, and has the method carried out.

use serde_json::{Value, json};

use super::bot::BotId;
use super::faults::Trouble;
use super::methods::{self, Act, Answer};
use super::parameters::Parameters;
use super::polling::Poll;
use super::refusal::Refusal;
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
            Self::Closed | Self::Silence | Self::Wait(_) => None,
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
        });
        let reply = self.reply(number, method, asked);
        self.note(number, &reply);
        (number, reply)
    }

    /// Completes the log once a reply is known.
    pub(super) fn note(&mut self, number: usize, reply: &Reply) {
        if let Some(request) = self.requests.get_mut(number) {
            request.status = reply.status();
        }
    }

    fn reply(&mut self, number: usize, method: &str, asked: Result<Parameters, Refusal>) -> Reply {
        if self.down {
            return Reply::Closed;
        }
        let Some(bot) = self.requests[number].bot else {
            return Err(Refusal::unauthorized()).into();
        };
        let trouble = self.faults.take(method, self.requests[number].chat);
        if let Some(trouble) = trouble.as_ref().filter(|trouble| !trouble.lets_through()) {
            return reply_of(trouble);
        }
        let reply = match asked.and_then(|asked| self.carry_out(bot, method, &asked)) {
            Ok(reply) => reply,
            Err(refusal) => return Err(refusal).into(),
        };
        self.requests[number].accepted = true;
        match trouble {
            Some(trouble) => reply_of(&trouble),
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

fn reply_of(trouble: &Trouble) -> Reply {
    match trouble {
        Trouble::HtmlPage(status) => Reply::HtmlPage(*status),
        Trouble::BrokenJson => Reply::BrokenJson,
        Trouble::Hang | Trouble::HangAfterwards => Reply::Silence,
        _ => match trouble.refusal() {
            Some(refusal) => Err(refusal).into(),
            None => Reply::Closed,
        },
    }
}
