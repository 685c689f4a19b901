//! The plan of a range of moments, with its length and place to be changed in one tap; and opening it.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::civil::{Date, Time};

use super::{About, Days, range_label};
use crate::language::{Args, Html, short_day, short_day_and_time};
use crate::mailing::Missing;
use crate::meeting::{self, Meeting, NewMeeting, NewSlots, Planned, SlotsError};
use crate::outbox::{Button, Message};
use crate::rhythm::Audience;
use crate::roster::Role;
use crate::store::Result;
use crate::telegram::talk::Talk;
use crate::telegram::work::meetings::{
    FAR, REGRET, Regret, blocks, choosing, held_back, number, refused, rounds, times,
};
use crate::telegram::work::plan;
use crate::telegram::work::undo::{self, Undo};

/// Lengths to choose from, in minutes.
pub(super) const LENGTHS: [i64; 5] = [10, 15, 20, 30, 60];

/// A range as it was chosen.
pub(super) struct Plan<'a> {
    pub about: About<'a>,
    pub days: Days,
    pub range: (Time, Time),
    pub minutes: i64,
    pub at_home: bool,
}

impl Plan<'_> {
    fn press(&self, minutes: i64, at_home: bool, act: &str) -> String {
        let (days, range) = (self.days.word(), times::range_word(self.range));
        let place = if at_home { "h" } else { "s" };
        format!("{}.{days}.{range}.{minutes}.{place}{act}", self.about.press())
    }

    /// An educator opens them for talks with herself; others for talks with the group.
    fn slots(&self, talk: &Talk<'_>) -> NewSlots {
        let staff = talk.staff.as_ref().filter(|staff| staff.role == Role::Educator);
        let seconds = u64::try_from(self.minutes.saturating_mul(60)).unwrap_or_default();
        NewSlots {
            staff: staff.map(|staff| staff.id),
            days: self.days.chosen(),
            from: self.range.0,
            until: self.range.1,
            length: Duration::from_secs(seconds),
            pause: Duration::ZERO,
            breaks: Vec::new(),
            at_home: self.at_home,
        }
    }

    /// A short talk takes twice as long with an interpreter.
    fn interpreter_minutes(&self) -> Option<i64> {
        (self.minutes <= 15).then(|| self.minutes.saturating_mul(2))
    }

    /// The round that is under way already for the same groups.
    async fn round(&self, talk: &mut Talk<'_>) -> Result<Option<Meeting>> {
        let mut wanted = self.about.groups.ids();
        wanted.sort();
        let is_same = |it: &Meeting| {
            let mut groups: Vec<_> = it.groups.iter().map(|(id, _)| *id).collect();
            groups.sort();
            it.kind.slug == self.about.kind.slug && groups == wanted
        };
        Ok(rounds::coming(talk).await?.into_iter().find(is_same))
    }

    /// How many moments that are, for how many children, and what is to be known.
    pub async fn show(&self, talk: &mut Talk<'_>) -> Result<()> {
        let round = self.round(talk).await?;
        let new = self.slots(talk);
        let checked = (round.as_ref(), &new);
        let moments =
            match meeting::would_open(talk.write, talk.organisation, checked, talk.now).await {
                Ok(moments) => number(moments),
                Err(error) => return not_opened(talk, error).await,
            };
        let groups = self.about.groups.ids();
        let invited = meeting::would_invite(talk.write, &groups, self.days.first).await?;
        let clashes = choosing::clashes(talk, &self.planned(talk, round.as_ref(), &new)).await?;
        let [head, lines] = self.words(talk, &new, (moments, invited.children, round.is_some()));
        let message = self.with_buttons(talk, blocks(&[head, lines, clashes]));
        talk.work_say(message).await
    }

    /// Their days from the first moment to the last.
    fn planned(&self, talk: &Talk<'_>, round: Option<&Meeting>, new: &NewSlots) -> Planned {
        let zone = &talk.organisation.time_zone;
        match round {
            Some(round) => Planned::slots(round, new, zone, talk.now),
            None => {
                let both = |day: &Date| (day.to_datetime(new.from), day.to_datetime(new.until));
                let times = new.days.iter().map(both).collect();
                Planned::new(&NewMeeting { times, ..self.new_round() }, zone)
            }
        }
    }

    fn words(
        &self,
        talk: &Talk<'_>,
        new: &NewSlots,
        (moments, children, joins): (i64, i64, bool),
    ) -> [Vec<Html>; 2] {
        let tongue = talk.work_language();
        let say = |phrase: &str, args: &Args| talk.phrases().html(tongue, phrase, args);
        let days: Vec<String> = new.days.iter().map(|day| short_day(tongue, *day)).collect();
        let args = self
            .about
            .args(talk)
            .text("days", days.join(" · "))
            .text("range", range_label(talk, self.range))
            .number("minutes", self.minutes)
            .number("moments", moments)
            .number("children", children);
        let place = if self.at_home { "staff-meet-open-home" } else { "staff-meet-open-school" };
        let head = vec![say("staff-meet-open-plan", &args), say(place, &args)];
        let mut lines = vec![say("staff-meet-open-moments", &args)];
        if let Some(minutes) = self.interpreter_minutes() {
            let args = Args::new().number("minutes", minutes);
            lines.push(say("staff-meet-open-interpreter", &args));
        }
        if joins {
            lines.push(say("staff-meet-open-joins", &args));
        }
        [head, lines]
    }

    fn with_buttons(&self, talk: &Talk<'_>, message: Message) -> Message {
        let length = |minutes: i64| {
            let args = Args::new().number("minutes", minutes);
            let label =
                talk.phrases().plain(talk.work_language(), "staff-meet-button-minutes", &args);
            Button::new(label, self.press(minutes, self.at_home, ""))
        };
        let others = LENGTHS.into_iter().filter(|it| *it != self.minutes);
        let place = match self.at_home {
            true => "staff-meet-button-at-school",
            false => "staff-meet-button-at-home",
        };
        let go = self.press(self.minutes, self.at_home, ".go");
        message
            .row([talk.work_button("staff-meet-button-open-yes", go)])
            .row(others.map(length).collect::<Vec<_>>())
            .row([talk.work_button(place, self.press(self.minutes, !self.at_home, ""))])
            .row([talk.work_button("staff-button-not-now", "w.g.t")])
    }

    pub async fn open(&self, talk: &mut Talk<'_>) -> Result<()> {
        let Some(staff) = talk.staff.clone() else { return Ok(()) };
        let round = self.round(talk).await?;
        let new = self.slots(talk);
        let checked = (round.as_ref(), &new);
        // Before anything is kept: what fails afterwards would leave half of it.
        if let Err(error) =
            meeting::would_open(talk.write, talk.organisation, checked, talk.now).await
        {
            return not_opened(talk, error).await;
        }
        let (rooms, organisation, now) = (talk.rooms, talk.organisation, talk.now);
        let desk = (&rooms.store, rooms.phrases.as_ref());
        let is_new = round.is_none();
        let round = match round {
            Some(round) => round,
            None => {
                let by = (staff.name.as_str(), now);
                let made =
                    meeting::add(desk, talk.write, organisation, &self.new_round(), by).await;
                let made = match made {
                    Ok(made) => made.id,
                    Err(error) => return refused(talk, error).await,
                };
                match meeting::find(talk.write, made).await? {
                    Some(round) => round,
                    None => return Ok(()),
                }
            }
        };
        let after = rooms.store.new_id();
        let opens = (&round, &new);
        let opened = meeting::open_slots(&rooms.store, talk.write, organisation, opens, now).await;
        let opened = match opened {
            Ok(opened) => number(opened),
            Err(error) => return not_opened(talk, error).await,
        };
        let between = (after, rooms.store.new_id());
        let whom = (round.id, Missing::Dutch);
        let at = (now.after(REGRET), now);
        meeting::announce(desk, talk.write, organisation, whom, at).await?;
        let args = self.about.args(talk).number("moments", opened);
        let phrase = if is_new { "staff-meet-opened" } else { "staff-meet-opened-more" };
        let message = talk.work_message(phrase, &args);
        let quiet = if is_new { held_back(talk, FAR) } else { Vec::new() };
        let message = plan::with(message, &quiet);
        let regret = Regret::Opened { round: round.id, between, is_new };
        undo::offer(talk, message, Undo::Meeting(regret)).await
    }

    fn new_round(&self) -> NewMeeting {
        let (kind, groups) = (self.about.kind, self.about.groups);
        NewMeeting {
            kind: kind.clone(),
            location: groups.location,
            groups: groups.ids(),
            audience: Audience::All,
            place: kind.place.clone(),
            siblings: kind.base.siblings(),
            capacity: None,
            interpreter_minutes: self.interpreter_minutes(),
            picture: None,
            lines: BTreeMap::new(),
            missing: Missing::Dutch,
            invite_at: None,
            times: Vec::new(),
        }
    }
}

/// Why no moments were opened.
async fn not_opened(talk: &mut Talk<'_>, error: SlotsError) -> Result<()> {
    let (phrase, args) = match error {
        SlotsError::Store(error) => return Err(error),
        SlotsError::Meeting(error) => return refused(talk, error).await,
        SlotsError::NoRoom(..) => ("staff-meet-no-room", Args::new()),
        SlotsError::TooMany => ("staff-meet-too-many", Args::new()),
        SlotsError::Overlaps(at) => {
            let when = short_day_and_time(talk.work_language(), at);
            ("staff-meet-open-taken", Args::new().text("when", when))
        }
    };
    talk.work_phrase(phrase, &args).await
}
