//! This week of my groups: reached, did it at home, whom to speak to.

use jiff::ToSpan;
use jiff::civil::Weekday;

use crate::language::{Args, short_day};
use crate::participation::{self, By, Figure, Period, Within};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// Three lines, numbers first.
pub(super) async fn figures(talk: &mut Talk<'_>) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let zone = talk.organisation.time_zone.clone();
    let today = talk.now.local(&zone).date();
    let since_monday = today.weekday().since(Weekday::Monday);
    let monday = today.saturating_sub(i32::from(since_monday).days());
    let sunday = monday.saturating_add(6.days());
    let Ok(period) = Period::new(monday, sunday) else { return Ok(()) };
    let within = Within::Staff(staff.scope());
    let records =
        participation::report(talk.write, staff.organisation, &zone, period, &[By::All], within)
            .await?;
    let of = |figure: Figure| records.iter().find(|record| record.figure == figure);
    let count = |figure| of(figure).map_or(0, |record| number(record.count));
    let args = Args::new()
        .text("from", short_day(staff.language, monday))
        .text("to", short_day(staff.language, sunday))
        .number("families", of(Figure::Reached).map_or(0, |record| number(record.families)))
        .number("reached", count(Figure::Reached))
        .number("did", count(Figure::DidAtHome));
    talk.work_phrase("staff-week", &args).await
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
