//! One talk: when, with whom, in which language; another moment, none, and what came of it.

use jiff::civil::Date;

use super::super::pages::{place, turning_by};
use super::super::undo::{self, Undo};
use super::{REGRET, Regret, blocks, local, outcome, refused, short, today};
use crate::language::{Args, Html};
use crate::meeting::{self, Booked, DayPart, SlotId, TalkCard, TalkId};
use crate::outbox::{Button, Message};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many moments fit a screen.
const PAGE: usize = 8;
/// More free moments than this nobody looks through.
const MOST: usize = 80;

/// The callback data that opens a talk.
pub(super) fn press(id: TalkId) -> String {
    format!("w.g.k.{id}")
}

/// The talk, its free moments (`v`, `v.p.<from>`), one of them (`v.<slot>`), calling it off (`x`, `x.go`), or what
/// came of it; all after its number.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let id = TalkId::from_raw(fields.next().and_then(|it| it.parse().ok()).unwrap_or_default());
    let Some(found) = find(talk, id).await? else { return Ok(()) };
    match (fields.next(), fields.next()) {
        (Some("v"), Some("p")) => found.ask_moment(talk, place(fields.next())).await,
        (Some("v"), None) => found.ask_moment(talk, 0).await,
        (Some("v"), Some(slot)) => found.take(talk, slot).await,
        (Some("x"), Some("go")) => found.call_off(talk).await,
        (Some("x"), _) => found.ask_call_off(talk).await,
        (Some(act), more) => outcome::pressed(talk, &found, (act, more)).await,
        (None, _) => found.show(talk).await,
    }
}

/// A talk about a child of my groups; else it is said that it is not.
pub(super) async fn find(talk: &mut Talk<'_>, id: TalkId) -> Result<Option<OneTalk>> {
    let Some(scope) = talk.scope() else { return Ok(None) };
    let found = meeting::talk_within(talk.write, scope, id).await?;
    let card = meeting::talk_card(talk.write, id).await?;
    let found = found.zip(card).map(|(about, card)| OneTalk { about, card });
    if found.is_none() {
        talk.work_toast("staff-not-mine");
    }
    Ok(found)
}

/// A talk with what staff read of it.
pub(super) struct OneTalk {
    pub about: meeting::Talk,
    pub card: TalkCard,
}

impl OneTalk {
    /// `child`, `group` and `when`, as most phrases want them.
    pub fn args(&self, talk: &Talk<'_>) -> Args {
        let when = self.about.slot.as_ref().map(|slot| short(talk, slot.starts));
        Args::new()
            .text("child", &self.about.child_name)
            .text("group", &self.card.group)
            .text("when", when.unwrap_or_default())
    }

    /// The day on which it is or was.
    pub fn day(&self, talk: &Talk<'_>) -> Option<Date> {
        self.about.slot.as_ref().map(|slot| local(talk, slot.starts).date())
    }

    pub async fn show(&self, talk: &mut Talk<'_>) -> Result<()> {
        let message =
            self.with_buttons(talk, blocks(&[self.lines(talk), outcome::lines(talk, self)]));
        talk.work_say(message).await
    }

    fn with_buttons(&self, talk: &Talk<'_>, mut message: Message) -> Message {
        let press = press(self.about.id);
        let ahead = self.about.slot.as_ref().map(|slot| slot.starts > talk.now);
        let button = |phrase: &str, act: &str| talk.work_button(phrase, format!("{press}.{act}"));
        if self.day(talk).is_some_and(|day| day <= today(talk)) {
            message = message.row([
                button("staff-meet-button-held", "h"),
                button("staff-meet-button-not-held", "m"),
            ]);
        }
        message = match ahead {
            Some(true) => message.row([
                button("staff-meet-button-talk-move", "v"),
                button("staff-meet-button-talk-off", "x"),
            ]),
            Some(false) => message,
            None => message.row([button("staff-meet-button-choose", "v")]),
        };
        if let Some(round) = self.about.meeting {
            let back = talk.work_button("staff-meet-button-to-round", format!("w.g.r.{round}"));
            message = message.row([back]);
        }
        message
    }

    fn lines(&self, talk: &Talk<'_>) -> Vec<Html> {
        let tongue = talk.work_language();
        let say = |phrase: &str, args: &Args| talk.phrases().html(tongue, phrase, args);
        let mut lines = vec![match &self.about.slot {
            Some(_) => say("staff-meet-talk", &self.args(talk)),
            None => say("staff-meet-talk-none", &self.args(talk)),
        }];
        if let Some(staff) = self.about.slot.as_ref().and_then(|slot| slot.staff.as_ref()) {
            lines.push(say("staff-meet-talk-staff", &Args::new().text("name", staff)));
        }
        if self.about.slot.as_ref().is_some_and(|slot| slot.at_home) {
            lines.push(say("staff-meet-talk-home", &Args::new()));
        }
        if let Some(language) = self.card.language {
            let args = Args::new().text("language", language.name_in(tongue));
            let phrase = match self.about.interpreter {
                Some(meeting::Interpreting::School) => "staff-meet-talk-interpreter",
                Some(meeting::Interpreting::Family) => "staff-meet-talk-interpreter-family",
                None => "staff-meet-talk-language",
            };
            lines.push(say(phrase, &args));
        }
        if let Some(wish) = &self.card.wish {
            lines.push(say("staff-meet-talk-wish", &Args::new().text("wish", wish)));
        }
        lines
    }

    async fn ask_moment(&self, talk: &mut Talk<'_>, from: usize) -> Result<()> {
        let zone = talk.organisation.time_zone.clone();
        let any = (DayPart::Any, &zone, MOST);
        let free = meeting::free_slots(talk.write, &self.about, any, talk.now).await?;
        let press = format!("{}.v", press(self.about.id));
        if free.is_empty() {
            let open = talk.work_button("staff-meet-button-open", "w.g.o");
            let message = talk.work_message("staff-meet-no-moments", &self.args(talk)).row([open]);
            return talk.work_say(message).await;
        }
        let phrase = match self.about.slot {
            Some(_) => "staff-meet-talk-which",
            None => "staff-meet-talk-which-first",
        };
        let mut message = talk.work_message(phrase, &self.args(talk));
        let shown: Vec<_> = free.iter().skip(from).take(PAGE).collect();
        for pair in shown.chunks(2) {
            let button = |slot: &&meeting::Slot| {
                Button::new(short(talk, slot.starts), format!("{press}.{}", slot.id))
            };
            message = message.row(pair.iter().map(button).collect::<Vec<_>>());
        }
        let pages = (free.len(), from);
        message.buttons.extend(turning_by(PAGE, talk, pages, &format!("{press}.p")));
        talk.work_say(message).await
    }

    async fn take(&self, talk: &mut Talk<'_>, slot: &str) -> Result<()> {
        let slot = SlotId::from_raw(slot.parse().unwrap_or_default());
        let rooms = talk.rooms;
        let desk = (&rooms.store, rooms.phrases.as_ref());
        let at = (talk.now.after(REGRET), talk.now);
        let (organisation, id) = (talk.organisation, self.about.id);
        let done = meeting::move_talk_later(desk, talk.write, organisation, (id, slot), at).await;
        let (done, changed) = match done {
            Ok(done) => done,
            Err(error) => return refused(talk, error).await,
        };
        let Booked::Done { slot, before } = done else {
            return talk.work_phrase("staff-meet-moment-gone", &Args::new()).await;
        };
        let args = self.args(talk).text("new", short(talk, slot.starts));
        let phrase = match (before, changed.news) {
            (_, None) => "staff-meet-talk-tell",
            (Some(_), _) => "staff-meet-talk-moved",
            (None, _) => "staff-meet-talk-chosen",
        };
        let message = talk.work_message(phrase, &args);
        undo::offer(talk, message, Undo::Meeting(Regret::Talk(id, changed))).await
    }

    async fn ask_call_off(&self, talk: &mut Talk<'_>) -> Result<()> {
        let press = press(self.about.id);
        let message = talk
            .work_message("staff-meet-talk-off-plan", &self.args(talk))
            .row([talk.work_button("staff-meet-button-talk-off-yes", format!("{press}.x.go"))])
            .row([talk.work_button("staff-button-not-now", press)]);
        talk.work_say(message).await
    }

    async fn call_off(&self, talk: &mut Talk<'_>) -> Result<()> {
        let ahead = self.about.slot.as_ref().is_some_and(|slot| slot.starts > talk.now);
        if !ahead {
            return talk.work_phrase("staff-meet-not-so", &Args::new()).await;
        }
        let rooms = talk.rooms;
        let desk = (&rooms.store, rooms.phrases.as_ref());
        let at = (talk.now.after(REGRET), talk.now);
        let (organisation, id) = (talk.organisation, self.about.id);
        match meeting::call_off_later(desk, talk.write, organisation, id, at).await {
            Ok(Some(changed)) => {
                let phrase = match changed.news {
                    Some(_) => "staff-meet-talk-called-off",
                    None => "staff-meet-talk-called-off-tell",
                };
                let message = talk.work_message(phrase, &self.args(talk));
                undo::offer(talk, message, Undo::Meeting(Regret::Talk(id, changed))).await
            }
            Ok(None) => talk.work_phrase("staff-meet-not-so", &Args::new()).await,
            Err(error) => refused(talk, error).await,
        }
    }
}
