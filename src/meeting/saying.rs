//! What a carer hears about a talk, and about a place that came free: messages to one chat.

use jiff::tz::TimeZone;

use super::press::{DayPart, MeetingPress, TalkPress};
use super::standing::Meeting;
use super::talks::{Offer, Slot, Talk};
use super::words::when_words;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook, short_day_and_time};
use crate::outbox::{Button, Message};
use crate::roster::CarerId;

/// So many moments are shown at once.
pub const SHOWN: usize = 3;

/// Speaks to one carer.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The bot's words.
    pub phrases: &'a Phrasebook,
    /// The carer's language.
    pub language: HomeLanguage,
    /// The organisation's clock.
    pub zone: &'a TimeZone,
}

impl Voice<'_> {
    /// A moment as it stands inside a sentence.
    pub fn when(&self, at: Moment) -> String {
        when_words(self.language, at.local(self.zone))
    }

    fn html(&self, id: &str, args: &Args) -> Html {
        self.phrases.html(self.language, id, args)
    }

    fn button(&self, id: &str, press: String) -> Button {
        Button::new(self.phrases.plain(self.language, id, &Args::new()), press)
    }

    /// "Your talk about ..: ..", with what can be done about it.
    pub fn booked(&self, talk: &Talk, slot: &Slot) -> Message {
        Message::text(self.booking(talk, slot))
            .row([
                self.button("talk-move", TalkPress::Move.data(talk.id)),
                self.button("talk-cancel", TalkPress::Cancel.data(talk.id)),
            ])
            .row([self.button("meeting-calendar", TalkPress::Calendar.data(talk.id))])
    }

    fn booking(&self, talk: &Talk, slot: &Slot) -> Html {
        let args = Args::new().text("child", &talk.child_name).text("when", self.when(slot.starts));
        let mut text = match &slot.staff {
            Some(staff) => self.html("talk-booked", &args.text("staff", staff)),
            None => self.html("talk-booked-group", &args),
        };
        if slot.at_home {
            text = text.then(&self.html("talk-home", &Args::new()));
        }
        if talk.interpreter == Some(super::Interpreting::School) {
            let args = Args::new().text("language", self.language.own_name());
            text = text.then(&self.html("talk-with-interpreter", &args));
        }
        text
    }

    /// Moments to choose from, three at a time.
    pub fn choice(&self, talk: &Talk, free: &[Slot], (from, part): (i64, DayPart)) -> Message {
        let args = Args::new().text("child", &talk.child_name);
        let mut message = Message::text(self.html("talk-choose", &args));
        message.buttons = self.choice_rows(talk, free, (from, part));
        message
    }

    /// Its buttons.
    pub fn choice_rows(
        &self,
        talk: &Talk,
        free: &[Slot],
        (from, part): (i64, DayPart),
    ) -> Vec<Vec<Button>> {
        let start = usize::try_from(from).unwrap_or(0);
        let shown = free.iter().skip(start).take(SHOWN);
        let mut rows: Vec<Vec<Button>> = shown
            .map(|slot| {
                let label = short_day_and_time(self.language, slot.starts.local(self.zone));
                vec![Button::new(label, TalkPress::Take(slot.id).data(talk.id))]
            })
            .collect();
        let next = start + SHOWN;
        if next < free.len() {
            let from = i64::try_from(next).unwrap_or(0);
            rows.push(vec![self.button("talk-more", TalkPress::More(from, part).data(talk.id))]);
        } else if start > 0 {
            rows.push(vec![self.button("talk-more", TalkPress::More(0, part).data(talk.id))]);
        }
        if free.len() > SHOWN || part != DayPart::Any {
            let other = |phrase, part| self.button(phrase, TalkPress::More(0, part).data(talk.id));
            rows.push(vec![
                other("talk-mornings", DayPart::Morning),
                other("talk-afternoons", DayPart::Afternoon),
            ]);
        }
        rows.push(vec![self.button("talk-none-fits", TalkPress::NoneFits.data(talk.id))]);
        rows
    }

    /// A moment that came free is kept for this talk.
    pub fn freed(&self, offer: &Offer) -> Message {
        let args = Args::new()
            .text("child", &offer.talk.child_name)
            .text("when", self.when(offer.slot.starts))
            .text("until", self.when(offer.until));
        let (slot, talk) = (offer.slot.id, offer.talk.id);
        Message::text(self.html("talk-freed", &args)).row([
            self.button("talk-freed-yes", TalkPress::Take(slot).data(talk)),
            self.button("talk-freed-no", TalkPress::OfferNo(slot).data(talk)),
        ])
    }

    /// The moment was kept long enough.
    pub fn offer_passed(&self, talk: &Talk) -> Message {
        Message::text(self.html("talk-freed-passed", &Args::new()))
            .row([self.button("meeting-choose-moment", TalkPress::Move.data(talk.id))])
    }

    /// Staff moved a talk.
    pub fn moved(&self, talk: &Talk, (old, new): (Moment, &Slot)) -> Message {
        let args = Args::new()
            .text("child", &talk.child_name)
            .text("old", self.when(old))
            .text("when", self.when(new.starts));
        Message::text(self.html("talk-moved", &args))
            .row([
                self.button("talk-moved-fine", TalkPress::Fine.data(talk.id)),
                self.button("talk-move", TalkPress::Move.data(talk.id)),
            ])
            .row([self.button("meeting-calendar", TalkPress::Calendar.data(talk.id))])
    }

    /// Staff called a talk off; `others`: there are other moments.
    pub fn called_off(&self, talk: &Talk, old: Moment, others: bool) -> Message {
        let args = Args::new().text("child", &talk.child_name).text("when", self.when(old));
        match others {
            true => Message::text(self.html("talk-cancelled", &args))
                .row([self.button("meeting-choose-moment", TalkPress::Move.data(talk.id))]),
            false => Message::text(self.html("talk-called-off", &args)),
        }
    }

    /// The day before.
    pub fn reminder(&self, talk: &Talk, slot: &Slot) -> Message {
        let args = Args::new().text("child", &talk.child_name).text("when", self.when(slot.starts));
        let mut text = self.html("talk-reminder", &args);
        if slot.at_home {
            text = text.then(&self.html("talk-home", &Args::new()));
        }
        Message::text(text).row([
            self.button("talk-move", TalkPress::Move.data(talk.id)),
            self.button("talk-cancel", TalkPress::Cancel.data(talk.id)),
        ])
    }

    /// After a talk that was held.
    pub fn thanks(&self, talk: &Talk) -> Message {
        Message::text(self.html("talk-thanks", &Args::new().text("child", &talk.child_name)))
    }

    /// After a talk that did not happen.
    pub fn missed(&self, talk: &Talk, others: bool) -> Message {
        let args = Args::new().text("child", &talk.child_name);
        let message = Message::text(self.html("talk-missed", &args));
        match others {
            true => {
                message.row([self.button("meeting-choose-moment", TalkPress::Move.data(talk.id))])
            }
            false => message,
        }
    }

    /// A moment beside the one of a brother or sister.
    pub fn sibling(&self, talk: &Talk, slot: &Slot) -> Message {
        let args = Args::new().text("child", &talk.child_name).text("when", self.when(slot.starts));
        Message::text(self.html("talk-sibling", &args)).row([
            self.button("talk-sibling-yes", TalkPress::Take(slot.id).data(talk.id)),
            self.button("talk-sibling-other", TalkPress::Move.data(talk.id)),
        ])
    }

    /// A place came free for who waits.
    pub fn seat_free(&self, meeting: &Meeting, carer: CarerId, until: Moment) -> Message {
        let when = meeting.standing().next().map_or(String::new(), |it| self.when(it.starts));
        let args = Args::new().text("when", when).text("until", self.when(until));
        Message::text(self.header(meeting).then(&self.html("meeting-seat-free", &args))).row([
            self.button("meeting-seat-yes", MeetingPress::SeatYes.data(meeting.id, carer)),
            self.button("meeting-seat-no", MeetingPress::SeatNo.data(meeting.id, carer)),
        ])
    }

    /// It was kept long enough.
    pub fn seat_passed(&self, meeting: &Meeting) -> Message {
        let text = self.html("meeting-seat-passed", &Args::new());
        Message::text(self.header(meeting).then(&text))
    }

    /// What a message is about, where no child is named.
    fn header(&self, meeting: &Meeting) -> Html {
        let args = Args::new()
            .text("title", meeting.kind.name(self.phrases, self.language))
            .text("location", &meeting.location.name);
        self.html("meeting-header-short", &args)
    }
}
