//! A new meeting: kind, groups, day, time, and one message with all of it before families are invited.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::super::pages::place;
use super::super::plan;
use super::super::undo::{self, Undo};
use super::asked::{Awaited, wait_for};
use super::choosing::{self, Invitees};
use super::{FAR, REGRET, Regret, blocks, card, held_back, number, refused, times, when};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, hour, short_day};
use crate::mailing::Missing;
use crate::meeting::{self, Answering, Kind, NewMeeting, Planned};
use crate::outbox::Button;
use crate::rhythm::{self, Audience};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// Which step comes next, by what was chosen: `kind.groups.day.time.act`.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let Some(code) = fields.next() else { return ask_kind(talk).await };
    let Some(kind) = choosing::find_kind(talk, code).await? else { return ask_kind(talk).await };
    let all = choosing::invitees(talk).await?;
    let groups = match (fields.next(), all.as_slice()) {
        (_, []) => return talk.work_phrase("staff-no-groups", &Args::new()).await,
        (None, [only]) => only,
        (None, _) => return ask_groups(talk, &kind, &all, 0).await,
        (Some("p"), _) => return ask_groups(talk, &kind, &all, place(fields.next())).await,
        (Some(code), _) => match all.iter().find(|it| it.code == code) {
            Some(groups) => groups,
            None => {
                talk.work_toast("staff-not-mine");
                return Ok(());
            }
        },
    };
    let day = fields.next();
    if let Some(from) = choosing::page_of(day) {
        return ask_day(talk, &kind, groups, from).await;
    }
    let Some(day) = day.and_then(times::read_day) else { return ask_kind(talk).await };
    let Some(time) = fields.next().and_then(times::read) else {
        return ask_time(talk, &kind, groups, day).await;
    };
    let new = New { kind: &kind, groups, day, time };
    match fields.next() {
        Some("go") => new.invite(talk).await,
        _ => new.show(talk).await,
    }
}

async fn ask_kind(talk: &mut Talk<'_>) -> Result<()> {
    let kinds = meeting::kinds(talk.write, talk.organisation.id).await?;
    let mut message = talk.work_message("staff-meet-which-kind", &Args::new());
    for kind in kinds.iter().filter(|kind| kind.base.answering() == Answering::Rsvp) {
        let label = kind.name(talk.phrases(), talk.work_language());
        message = message.row([Button::new(label, press(kind))]);
    }
    talk.work_say(message).await
}

fn press(kind: &Kind) -> String {
    format!("w.g.n.{}", choosing::code(kind))
}

fn named(talk: &Talk<'_>, kind: &Kind) -> Args {
    Args::new().text("kind", kind.name(talk.phrases(), talk.work_language()))
}

async fn ask_groups(talk: &mut Talk<'_>, kind: &Kind, all: &[Invitees], from: usize) -> Result<()> {
    let message = talk.work_message("staff-meet-which-groups", &named(talk, kind));
    choosing::ask_groups(talk, message, (all, from), &press(kind)).await
}

async fn ask_day(talk: &mut Talk<'_>, kind: &Kind, groups: &Invitees, from: usize) -> Result<()> {
    let args = named(talk, kind).text("groups", groups.names());
    let message = talk.work_message("staff-meet-which-day", &args);
    choosing::ask_day(talk, message, from, &format!("{}.{}", press(kind), groups.code)).await
}

async fn ask_time(talk: &mut Talk<'_>, kind: &Kind, groups: &Invitees, day: Date) -> Result<()> {
    let press = format!("{}.{}.{}", press(kind), groups.code, times::day_word(day));
    let then = press.trim_start_matches("w.g.").to_owned();
    wait_for(talk, &Awaited::Time(then)).await?;
    let tongue = talk.work_language();
    let args = named(talk, kind).text("day", short_day(tongue, day));
    let mut message = talk.work_message("staff-meet-which-time", &args);
    for three in times::usual(kind.base).chunks(3) {
        let button = |time: &Time| {
            Button::new(hour(tongue, *time), format!("{press}.{}", times::word(*time)))
        };
        message = message.row(three.iter().map(button).collect::<Vec<_>>());
    }
    talk.work_say(message).await
}

/// A meeting as it was chosen.
struct New<'a> {
    kind: &'a Kind,
    groups: &'a Invitees,
    day: Date,
    time: Time,
}

impl New<'_> {
    fn press(&self, act: &str) -> String {
        let (kind, groups) = (press(self.kind), &self.groups.code);
        let (day, time) = (times::day_word(self.day), times::word(self.time));
        format!("{kind}.{groups}.{day}.{time}.{act}")
    }

    /// When it is: of a series every week, past the days on which the place is closed.
    async fn times(&self, talk: &mut Talk<'_>) -> Result<Vec<(DateTime, DateTime)>> {
        let closed = rhythm::closed_days(talk.write, talk.organisation.id).await?;
        let is_open = |day: &Date| *day == self.day || closed.iter().all(|it| it.day != *day);
        let often = usize::try_from(self.kind.base.times()).unwrap_or(1);
        let days = self.day.series(7.days()).filter(is_open).take(often);
        let minutes = self.kind.minutes.minutes();
        let both = |starts: DateTime| (starts, starts.saturating_add(minutes));
        Ok(days.map(|day| both(day.to_datetime(self.time))).collect())
    }

    /// All of it before anybody hears of it: how many families, in which languages, and what is to be known.
    async fn show(&self, talk: &mut Talk<'_>) -> Result<()> {
        let times = self.times(talk).await?;
        let invited = meeting::would_invite(talk.write, &self.groups.ids(), self.day).await?;
        let tongue = talk.work_language();
        let args = named(talk, self.kind).text("groups", self.groups.names());
        let mut head = vec![talk.phrases().html(tongue, "staff-meet-plan", &args)];
        head.extend(times.iter().map(|both| when(talk, *both)));
        let args =
            Args::new().number("families", invited.families).number("reached", invited.connected);
        let mut lines = vec![talk.phrases().html(tongue, "staff-meet-plan-families", &args)];
        if !invited.languages.is_empty() {
            let list = card::by_language(tongue, invited.languages.iter());
            let args = Args::new().text("list", list);
            lines.push(talk.phrases().html(tongue, "staff-meet-plan-languages", &args));
        }
        let to_know = self.to_know(talk, &invited).await?;
        let message = blocks(&[head, lines, to_know])
            .row([talk.work_button("staff-meet-button-invite", self.press("go"))])
            .row([talk.work_button("staff-button-not-now", "w.g")]);
        talk.work_say(message).await
    }

    /// What somebody should know before they press: a closed day, who hears nothing, who reads it in Dutch.
    async fn to_know(&self, talk: &mut Talk<'_>, invited: &meeting::Invited) -> Result<Vec<Html>> {
        let planned = Planned::new(&self.whole(talk).await?, &talk.organisation.time_zone);
        let mut lines = choosing::clashes(talk, &planned).await?;
        let say =
            |phrase: &str, args: Args| talk.phrases().html(talk.work_language(), phrase, &args);
        let unheard = invited.families - invited.connected;
        if unheard > 0 {
            lines.push(say("staff-meet-not-connected", Args::new().number("count", unheard)));
        }
        let strange: Vec<&str> = invited
            .languages
            .keys()
            .filter(|language| !talk.phrases().speaks(**language))
            .map(|language: &HomeLanguage| language.name_in(talk.work_language()))
            .collect();
        if !strange.is_empty() {
            let args = Args::new().text("languages", strange.join(", "));
            lines.push(say("staff-meet-in-dutch", args));
        }
        Ok(lines)
    }

    async fn invite(&self, talk: &mut Talk<'_>) -> Result<()> {
        let Some(staff) = talk.staff.clone() else { return Ok(()) };
        let new = self.whole(talk).await?;
        if self.is_there(talk, &new).await? {
            return talk.work_phrase("staff-meet-there", &Args::new()).await;
        }
        let rooms = talk.rooms;
        let desk = (&rooms.store, rooms.phrases.as_ref());
        let by = (staff.name.as_str(), talk.now);
        let made = match meeting::add(desk, talk.write, talk.organisation, &new, by).await {
            Ok(made) => made,
            Err(error) => return refused(talk, error).await,
        };
        let args = named(talk, self.kind)
            .text("day", short_day(talk.work_language(), self.day))
            .number("times", number(new.times.len()));
        let message = talk.work_message("staff-meet-invited", &args);
        let message = plan::with(message, &held_back(talk, FAR));
        undo::offer(talk, message, Undo::Meeting(Regret::Invited(made.id))).await
    }

    /// With everything that nobody was asked: as such a meeting usually is.
    async fn whole(&self, talk: &mut Talk<'_>) -> Result<NewMeeting> {
        let base = self.kind.base;
        Ok(NewMeeting {
            kind: self.kind.clone(),
            location: self.groups.location,
            groups: self.groups.ids(),
            audience: Audience::All,
            place: self.kind.place.clone(),
            siblings: base.siblings(),
            capacity: base.capacity(),
            interpreter_minutes: None,
            picture: None,
            lines: BTreeMap::new(),
            missing: Missing::Dutch,
            invite_at: Some(talk.now.after(REGRET)),
            times: self.times(talk).await?,
        })
    }

    /// The last button pressed twice makes one meeting.
    async fn is_there(&self, talk: &mut Talk<'_>, new: &NewMeeting) -> Result<bool> {
        let Some(scope) = talk.scope() else { return Ok(false) };
        let starts = self.day.to_datetime(self.time);
        let starts = Moment::of_local(starts, &talk.organisation.time_zone);
        let all = meeting::beginning_within(talk.write, scope, starts).await?;
        let is_same = |it: &meeting::Meeting| {
            let mut groups: Vec<_> = it.groups.iter().map(|(id, _)| *id).collect();
            let mut wanted = new.groups.clone();
            groups.sort();
            wanted.sort();
            it.kind.slug == new.kind.slug && groups == wanted
        };
        Ok(all.iter().any(is_same))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_longest_button_of_a_new_meeting_is_short_enough() {
        let longest = format!("w.g.n.811c9dc5.g{}.261203.0845.go", i64::MAX);
        assert!(longest.len() <= 64, "{longest}");
    }
}
