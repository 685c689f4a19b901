//! What several steps ask alike: which kind, which groups, which day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::pages::{PAGE, turning};
use super::times;
use crate::language::{Args, Html, short_day};
use crate::meeting::{self, Kind, Planned};
use crate::outbox::{Button, Message};
use crate::rhythm::{self, ClosedDay};
use crate::roster::{self, Group, LocationId};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many days are shown at once: two weeks without the weekends.
pub(super) const DAYS: usize = 10;

/// A kind in few letters, whatever it is called: a button carries 64 bytes.
pub(super) fn code(kind: &Kind) -> String {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", kind.slug.bytes().fold(0x811c_9dc5, fold))
}

/// The kind of that code.
pub(super) async fn find_kind(talk: &mut Talk<'_>, wanted: &str) -> Result<Option<Kind>> {
    let all = meeting::kinds(talk.write, talk.organisation.id).await?;
    Ok(all.into_iter().find(|kind| code(kind) == wanted))
}

/// Groups that are invited together: one, or all of mine at a location.
pub(super) struct Invitees {
    /// As a button carries it.
    pub code: String,
    pub label: String,
    pub location: LocationId,
    pub groups: Vec<Group>,
}

/// What can be chosen from my groups, as they are now.
pub(super) async fn invitees(talk: &mut Talk<'_>) -> Result<Vec<Invitees>> {
    let Some(scope) = talk.scope() else { return Ok(Vec::new()) };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    let has_one_place =
        groups.windows(2).all(|pair| matches!(pair, [a, b] if a.location == b.location));
    let mut all = Vec::new();
    for of_place in groups.chunk_by(|a, b| a.location == b.location) {
        if let [first, _, ..] = of_place {
            let args = Args::new().text("location", &first.location_name);
            all.push(Invitees {
                code: format!("l{}", first.location),
                label: talk.phrases().plain(talk.work_language(), "staff-meet-button-all", &args),
                location: first.location,
                groups: of_place.to_vec(),
            });
        }
        all.extend(of_place.iter().map(|group| Invitees {
            code: format!("g{}", group.id),
            label: if has_one_place { group.name.clone() } else { group.full_name() },
            location: group.location,
            groups: vec![group.clone()],
        }));
    }
    Ok(all)
}

impl Invitees {
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.groups.iter().map(|group| group.name.as_str()).collect();
        names.join(", ")
    }

    pub fn ids(&self) -> Vec<roster::GroupId> {
        self.groups.iter().map(|group| group.id).collect()
    }
}

/// Asks for the groups; each button is `<press>.<code>`.
pub(super) async fn ask_groups(
    talk: &mut Talk<'_>,
    mut message: Message,
    (all, from): (&[Invitees], usize),
    press: &str,
) -> Result<()> {
    for it in all.iter().skip(from).take(PAGE) {
        message = message.row([Button::new(&it.label, format!("{press}.{}", it.code))]);
    }
    message.buttons.extend(turning(talk, all.len(), from, &format!("{press}.p")));
    talk.work_say(message).await
}

/// Weekdays from today on, those of a page.
pub(super) fn weekdays(today: Date, from: usize) -> Vec<Date> {
    let is_open = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    today.series(1.day()).filter(is_open).skip(from).take(DAYS).collect()
}

/// The place of a page of days: `d<from>`; nothing chosen yet is the first page.
pub(super) fn page_of(field: Option<&str>) -> Option<usize> {
    match field {
        None => Some(0),
        Some(field) => field.strip_prefix('d')?.parse().ok(),
    }
}

/// A day on a button, marked when the place is closed then.
pub(super) fn day_label(talk: &Talk<'_>, day: Date, closed: &[ClosedDay]) -> String {
    let label = short_day(talk.work_language(), day);
    if closed.iter().all(|it| it.day != day) {
        return label;
    }
    let args = Args::new().text("day", label);
    talk.phrases().plain(talk.work_language(), "staff-meet-day-closed", &args)
}

/// Asks for the day; each button is `<press>.<day>`.
pub(super) async fn ask_day(
    talk: &mut Talk<'_>,
    mut message: Message,
    from: usize,
    press: &str,
) -> Result<()> {
    let closed = rhythm::closed_days(talk.write, talk.organisation.id).await?;
    for pair in weekdays(super::today(talk), from).chunks(2) {
        let button = |day: &Date| {
            let press = format!("{press}.{}", times::day_word(*day));
            Button::new(day_label(talk, *day, &closed), press)
        };
        message = message.row(pair.iter().map(button).collect::<Vec<_>>());
    }
    let later = format!("{press}.d{}", from.saturating_add(DAYS));
    talk.work_say(message.row([talk.work_button("staff-meet-button-later", later)])).await
}

/// What is at the same moment as what is planned, in a line each.
pub(super) async fn clashes(talk: &mut Talk<'_>, planned: &Planned) -> Result<Vec<Html>> {
    let found = meeting::clashes(talk.write, talk.organisation, planned).await?;
    let speaks = (talk.phrases(), talk.work_language());
    let lines = meeting::clash_lines(speaks, &talk.organisation.time_zone, &found);
    Ok(lines.iter().map(|line| Html::escape(line)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::Base;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_a_code_of_its_own() {
        let codes: BTreeSet<String> = Base::ALL.map(|base| code(&Kind::built_in(base))).into();
        assert_eq!(codes.len(), Base::ALL.len());
    }

    #[test]
    fn two_weeks_are_ten_days_without_the_weekends() {
        let days = weekdays(date(2026, 11, 27), 0);
        assert_eq!(days.first(), Some(&date(2026, 11, 27)), "today, a Friday");
        assert_eq!(days.get(1), Some(&date(2026, 11, 30)));
        assert_eq!(days.len(), DAYS);
        assert_eq!(weekdays(date(2026, 11, 27), DAYS).first(), Some(&date(2026, 12, 11)));
        assert_eq!(weekdays(date(2026, 11, 28), 0).first(), Some(&date(2026, 11, 30)));
    }
}
