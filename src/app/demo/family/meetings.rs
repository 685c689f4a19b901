//! What a carer does with messages about meetings and talks: says whether they come, looks for a moment in the
//! evening, takes what came free, keeps the entry for the calendar.

use std::sync::atomic::Ordering;
use std::time::Duration;

use rand::Rng;

use super::acts::Act;
use super::cast::Part;
use super::life::Life;
use crate::meeting::{Answer, MeetingId, MeetingPress, TalkPress};
use crate::sandbox::{Bubble, PhoneId};

/// How long a tap on "more" may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a carer remembers of meetings.
#[derive(Default)]
pub(super) struct Diary {
    /// Invitations that came.
    invited: Vec<MeetingId>,
    /// What was put aside, and for how many free hours.
    later: Vec<(usize, Bubble)>,
    /// The invitation to a talk that is still to be answered.
    round: Option<Bubble>,
}

impl Life {
    /// Does what a message about a meeting or talk asks for.
    pub(super) async fn looks_at_meeting(&mut self, bubble: &Bubble) {
        let has = |start: &str| button(bubble, start);
        if has("i.m.").is_some() {
            self.answers_invitation(bubble);
        } else if let Some(choose) = has("i.x.") {
            self.thinks_of_a_talk(bubble, &choose);
        } else if has("k.n.").is_some() {
            self.chooses_moment(bubble).await;
        } else if let Some(ours) = has("i.io.") {
            self.press(bubble, &ours);
            self.note(Act::AskedForInterpreter);
            if let Some(round) = self.diary.round.take() {
                self.press(&round, &button(&round, "i.x.").unwrap_or_default());
            }
        } else if let Some(yes) = has("i.sy.") {
            // Some are too late.
            if self.rng.random_bool(0.85) {
                self.says(bubble, &yes);
            }
        } else if let Some(take) = has("k.t.") {
            // What came free, or a moment beside that of a brother or sister.
            self.takes(bubble, &take);
        } else if let Some(fine) = has("k.f.") {
            self.press(bubble, &fine);
        } else if let Some(people) = has("i.p2.") {
            self.press(bubble, &people);
        } else if let Some(file) = has("i.c.").or(has("k.i.")) {
            self.keeps_it(bubble, (&file, has("i.g.")));
        } else if let Some(next) = has("i.y.")
            && self.rng.random_bool(0.7)
        {
            // "I will come next time".
            self.says(bubble, &next);
        }
    }

    /// What was put aside is looked at.
    pub(super) fn takes_time(&mut self) {
        for (hours, bubble) in std::mem::take(&mut self.diary.later) {
            match hours.checked_sub(1) {
                None | Some(0) => self.begins_to_choose(&bubble),
                Some(hours) => self.diary.later.push((hours, bubble)),
            }
        }
        let hours = *self.hours.borrow_and_update();
        self.progress.hours.store(hours, Ordering::SeqCst);
    }

    /// To the second invitation more say nothing, and nobody says maybe.
    fn answers_invitation(&mut self, bubble: &Bubble) {
        let Some(yes) = button(bubble, "i.y.") else { return };
        let Some((_, meeting, _)) = MeetingPress::parse(&yes) else { return };
        let is_first = !self.diary.invited.contains(&meeting);
        self.diary.invited.push(meeting);
        let chosen = match (is_first, self.rng.random_range(0..100)) {
            (true, 0..58) | (false, 0..45) => "i.y.",
            (true, 58..70) | (false, 45..65) => "i.n.",
            (true, 70..82) => "i.m.",
            _ => return,
        };
        let press = button(bubble, chosen).unwrap_or_default();
        self.says(bubble, &press);
    }

    /// Who has two children looks at once, who has another part a little later, and most people in the evening.
    fn thinks_of_a_talk(&mut self, bubble: &Bubble, choose: &str) {
        if self.has_done(|act| matches!(act, Act::Took(_))) {
            return;
        }
        match self.carer.part {
            Part::Twins => self.press(bubble, choose),
            Part::Anybody => self.diary.later.push((2, bubble.clone())),
            _ => self.diary.later.push((1, bubble.clone())),
        }
    }

    /// Some forget about it, and one says first that she needs an interpreter.
    fn begins_to_choose(&mut self, bubble: &Bubble) {
        let (choose, interpreter) = (button(bubble, "i.x."), button(bubble, "i.i."));
        match (self.carer.part, choose, interpreter) {
            (Part::FindsTooHard, _, Some(interpreter)) => {
                self.press(bubble, &interpreter);
                self.diary.round = Some(bubble.clone());
            }
            (Part::Anybody, ..) if !self.rng.random_bool(0.85) => {}
            (_, Some(choose), _) => self.press(bubble, &choose),
            _ => {}
        }
    }

    /// One of the moments that are shown, sometimes after a look at more of them.
    async fn chooses_moment(&mut self, bubble: &Bubble) {
        let mut shown = bubble.clone();
        if let Some(more) = button(bubble, "k.l.")
            && self.rng.random_bool(0.3)
        {
            self.press(bubble, &more);
            shown = self.is_shown_others(bubble).await;
        }
        let data = shown.buttons.iter().flatten().filter_map(|it| it.data.as_deref());
        let moments: Vec<&str> = data.filter(|it| it.starts_with("k.t.")).collect();
        if moments.is_empty() {
            return;
        }
        let chosen = moments[self.rng.random_range(0..moments.len())];
        self.takes(&shown, chosen);
    }

    /// The message as it is after a tap on "more".
    async fn is_shown_others(&self, bubble: &Bubble) -> Bubble {
        let phone: PhoneId = self.carer.phone;
        let now = |world: &crate::sandbox::World| {
            let shown = world.phone(phone).and_then(|it| it.message(bubble.message_id).cloned());
            shown.filter(|it| it.buttons != bubble.buttons)
        };
        let is_other = |world: &crate::sandbox::World| now(world).is_some();
        let _changed = self.sandbox.wait_until(PATIENCE, is_other).await;
        let shown = self.sandbox.phone(phone).message(bubble.message_id).cloned();
        shown.unwrap_or_else(|| bubble.clone())
    }

    fn takes(&self, bubble: &Bubble, press: &str) {
        self.press(bubble, press);
        if let Some((_, talk)) = TalkPress::parse(press) {
            self.note(Act::Took(talk));
        }
    }

    fn says(&self, bubble: &Bubble, press: &str) {
        self.press(bubble, press);
        if let Some(act) = said(press) {
            self.note(act);
        }
    }

    /// Some want an entry in their calendar, some the place on the map.
    fn keeps_it(&mut self, bubble: &Bubble, (file, map): (&str, Option<String>)) {
        match (self.rng.random_range(0..100), map) {
            (0..35, _) if !self.has_done(|act| act == Act::AskedForFile) => {
                self.press(bubble, file);
                self.note(Act::AskedForFile);
            }
            (35..60, Some(map)) if !self.has_done(|act| act == Act::AskedForMap) => {
                self.press(bubble, &map);
                self.note(Act::AskedForMap);
            }
            _ => {}
        }
    }
}

/// What a press on an invitation says.
pub(in crate::app::demo) fn said(press: &str) -> Option<Act> {
    let (press, meeting, _) = MeetingPress::parse(press)?;
    let answer = match press {
        MeetingPress::Yes | MeetingPress::SeatYes => Answer::Yes,
        MeetingPress::No | MeetingPress::SeatNo | MeetingPress::LeaveList => Answer::No,
        MeetingPress::Maybe => Answer::Maybe,
        _ => return None,
    };
    Some(Act::Said(meeting, answer))
}

/// The data of the first button that begins so.
pub(in crate::app::demo) fn button(bubble: &Bubble, start: &str) -> Option<String> {
    let mut data = bubble.buttons.iter().flatten().filter_map(|it| it.data.as_deref());
    data.find(|it| it.starts_with(start)).map(str::to_owned)
}
