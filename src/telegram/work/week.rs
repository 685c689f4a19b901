//! This week of my groups: reached, did it at home, came to a meeting, whom to speak to.

use crate::language::{Args, short_day};
use crate::participation;
use crate::roster::{self, GroupId};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// Three lines, numbers first; one more in a week with a meeting.
pub(super) async fn figures(talk: &mut Talk<'_>) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    let groups: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    let today = talk.now.local(&talk.organisation.time_zone).date();
    let week = participation::week(talk.write, talk.organisation, &groups, talk.now).await?;
    let (days, tongue) = (participation::week_of(today), talk.work_language());
    let args = Args::new()
        .text("from", short_day(tongue, days.from()))
        .text("to", short_day(tongue, days.to()))
        .number("families", number(week.families))
        .number("reached", number(week.reached))
        .number("did", number(week.did_at_home))
        .number("met", number(week.met))
        .number("came", number(week.took_part))
        .number("speak", number(week.to_speak_to));
    // "0 did it" would blame families whom nobody asked.
    let is_asked = week.asked.max(week.did_at_home) > 0;
    let phrase = match (is_asked, week.met > 0) {
        (true, false) => "staff-week",
        (true, true) => "staff-week-met",
        (false, false) => "staff-week-not-asked",
        (false, true) => "staff-week-not-asked-met",
    };
    let message =
        talk.work_message(phrase, &args).row([talk.work_button("staff-button-door", "w.d")]);
    talk.work_say(message).await
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
