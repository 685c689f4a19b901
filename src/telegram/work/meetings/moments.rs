//! Opening moments for talks: kind, groups, days, from when to when; length and place stand in the plan, where one tap
//! changes them.

mod opening;

use jiff::civil::{Date, Time};
use opening::{LENGTHS, Plan};

use super::super::materials::markup;
use super::super::pages::place;
use super::asked::{Awaited, wait_for};
use super::choosing::{self, DAYS, Invitees};
use super::{Shown, times, today};
use crate::language::{Args, hour};
use crate::meeting::{self, Answering, Base, Kind};
use crate::outbox::Button;
use crate::rhythm;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// Which step comes next, by what was chosen: `kind.groups.days.range.length.place.act`.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str, message: Shown<'_>) -> Result<()> {
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
    let about = About { kind: &kind, groups };
    let days = fields.next();
    if let Some(from) = choosing::page_of(days) {
        let first = choosing::weekdays(today(talk), from).first().copied();
        return about.ask_days(talk, Days { first: first.unwrap_or(today(talk)), mask: 0 }).await;
    }
    let Some(days) = days.and_then(Days::read) else { return ask_kind(talk).await };
    let range = match fields.next() {
        None => return about.tick_days(talk, days, message).await,
        Some("t") => return about.ask_range(talk, days).await,
        Some(range) => times::read_range(range),
    };
    let Some(range) = range else { return ask_kind(talk).await };
    let minutes = fields.next().and_then(|it| it.parse().ok()).filter(|it| LENGTHS.contains(it));
    let at_home = match fields.next() {
        Some(place) => place == "h",
        None => kind.base == Base::HomeVisit,
    };
    let minutes = minutes.unwrap_or(kind.minutes);
    let plan = Plan { about, days, range, minutes, at_home };
    match fields.next() {
        Some("go") => plan.open(talk).await,
        _ => plan.show(talk).await,
    }
}

async fn ask_kind(talk: &mut Talk<'_>) -> Result<()> {
    let kinds = meeting::kinds(talk.write, talk.organisation.id).await?;
    let mut message = talk.work_message("staff-meet-which-talk", &Args::new());
    for kind in kinds.iter().filter(|kind| kind.base.answering() == Answering::Slots) {
        let label = kind.name(talk.phrases(), talk.work_language());
        message = message.row([Button::new(label, press(kind))]);
    }
    talk.work_say(message).await
}

fn press(kind: &Kind) -> String {
    format!("w.g.o.{}", choosing::code(kind))
}

async fn ask_groups(talk: &mut Talk<'_>, kind: &Kind, all: &[Invitees], from: usize) -> Result<()> {
    let args = Args::new().text("kind", kind.name(talk.phrases(), talk.work_language()));
    let message = talk.work_message("staff-meet-which-groups", &args);
    choosing::ask_groups(talk, message, (all, from), &press(kind)).await
}

/// Days of two weeks: the first of them, and which are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Days {
    first: Date,
    mask: u16,
}

impl Days {
    /// "261201021": the first day, and the chosen ones as three digits.
    fn word(self) -> String {
        format!("{}{:03x}", times::day_word(self.first), self.mask)
    }

    fn read(word: &str) -> Option<Self> {
        let (first, mask) = word.split_at_checked(6)?;
        let mask = u16::from_str_radix(mask, 16).ok()?;
        Some(Self { first: times::read_day(first)?, mask })
    }

    /// Each of the days, and whether it is chosen.
    fn all(self) -> Vec<(Date, bool)> {
        let days = choosing::weekdays(self.first, 0).into_iter().take(DAYS);
        days.zip(0..).map(|(day, place)| (day, self.mask >> place & 1 == 1)).collect()
    }

    fn chosen(self) -> Vec<Date> {
        self.all().into_iter().filter(|(_, is_chosen)| *is_chosen).map(|(day, _)| day).collect()
    }

    /// The same with one day the other way.
    fn with(self, place: u32) -> Self {
        Self { mask: self.mask ^ (1_u16.checked_shl(place).unwrap_or(0)), ..self }
    }
}

/// What kind of talk, with the families of which groups.
struct About<'a> {
    kind: &'a Kind,
    groups: &'a Invitees,
}

impl About<'_> {
    fn press(&self) -> String {
        format!("{}.{}", press(self.kind), self.groups.code)
    }

    fn args(&self, talk: &Talk<'_>) -> Args {
        Args::new()
            .text("kind", self.kind.name(talk.phrases(), talk.work_language()))
            .text("groups", self.groups.names())
    }

    async fn ask_days(&self, talk: &mut Talk<'_>, days: Days) -> Result<()> {
        let mut message = talk.work_message("staff-meet-which-days", &self.args(talk));
        message.buttons = self.day_rows(talk, days).await?;
        talk.work_say(message).await
    }

    /// The same message with other ticks.
    async fn tick_days(&self, talk: &mut Talk<'_>, days: Days, message: Shown<'_>) -> Result<()> {
        let rows = self.day_rows(talk, days).await?;
        talk.after.keyboard = message.map(|(id, _)| (*id, markup(&rows)));
        Ok(())
    }

    async fn day_rows(&self, talk: &mut Talk<'_>, days: Days) -> Result<Vec<Vec<Button>>> {
        let closed = rhythm::closed_days(talk.write, talk.organisation.id).await?;
        let press = self.press();
        let button = |((day, is_chosen), place): ((Date, bool), u32)| {
            let label = choosing::day_label(talk, day, &closed);
            let label = match is_chosen {
                true => {
                    let args = Args::new().text("label", label);
                    talk.phrases().plain(talk.work_language(), "chosen", &args)
                }
                false => label,
            };
            Button::new(label, format!("{press}.{}", days.with(place).word()))
        };
        let all: Vec<Button> = days.all().into_iter().zip(0..).map(button).collect();
        let mut rows: Vec<Vec<Button>> = all.chunks(2).map(<[Button]>::to_vec).collect();
        if days.mask == 0 {
            let shown = choosing::weekdays(today(talk), 0);
            let is_first = shown.first() == Some(&days.first);
            if is_first {
                let later = format!("{press}.d{DAYS}");
                rows.push(vec![talk.work_button("staff-meet-button-later", later)]);
            }
        } else {
            let on = format!("{press}.{}.t", days.word());
            rows.push(vec![talk.work_button("staff-meet-button-days-done", on)]);
        }
        Ok(rows)
    }

    async fn ask_range(&self, talk: &mut Talk<'_>, days: Days) -> Result<()> {
        let press = format!("{}.{}", self.press(), days.word());
        let then = press.trim_start_matches("w.g.").to_owned();
        wait_for(talk, &Awaited::Range(then)).await?;
        let mut message = talk.work_message("staff-meet-which-range", &self.args(talk));
        for pair in times::usual_ranges().chunks(2) {
            let button = |range: &(Time, Time)| {
                let label = range_label(talk, *range);
                Button::new(label, format!("{press}.{}", times::range_word(*range)))
            };
            message = message.row(pair.iter().map(button).collect::<Vec<_>>());
        }
        talk.work_say(message).await
    }
}

fn range_label(talk: &Talk<'_>, (from, until): (Time, Time)) -> String {
    let tongue = talk.work_language();
    format!("{} – {}", hour(tongue, from), hour(tongue, until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn chosen_days_stand_in_a_button_and_come_back_as_they_were() {
        let days = Days { first: date(2026, 11, 27), mask: 0 }.with(0).with(1).with(9);
        assert_eq!(days.word(), "261127203");
        assert_eq!(Days::read("261127203"), Some(days));
        let chosen = [date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 10)];
        assert_eq!(days.chosen(), chosen);
        assert_eq!(days.with(1).chosen(), [chosen[0], chosen[2]], "a second tap takes it away");
        for no_days in ["", "261127", "2611272zz", "ééé", "261327001"] {
            assert_eq!(Days::read(no_days), None, "{no_days}");
        }
    }

    #[test]
    fn the_longest_button_of_a_plan_is_short_enough() {
        let longest = format!("w.g.o.811c9dc5.g{}.2611273ff.15001700.60.s.go", i64::MAX);
        assert!(longest.len() <= 64, "{} {longest}", longest.len());
    }
}
