//! The daily play-in: nobody says beforehand whether they come; once a week staff tick who was there in it.

use super::choosing;
use super::mine;
use super::presence::List;
use super::today;
use crate::language::Args;
use crate::meeting;
use crate::roster;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// The groups, or the list of this week of one.
pub(super) async fn pressed(talk: &mut Talk<'_>, group: &str) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let groups = roster::groups_of_staff(talk.write, staff.scope()).await?;
    let group = match (groups.as_slice(), group) {
        ([], _) => return talk.work_phrase("staff-no-groups", &Args::new()).await,
        ([only], "") => only,
        (_, chosen) => match groups.iter().find(|it| format!("g{}", it.id) == chosen) {
            Some(group) => group,
            None => return ask(talk, chosen).await,
        },
    };
    let week = (group.id, today(talk));
    let by = (staff.name.as_str(), talk.now);
    let (store, organisation) = (&talk.rooms.store, talk.organisation);
    let (_, session) = meeting::play_in_week(store, talk.write, organisation, week, by).await?;
    let Some((meeting, session)) = mine(talk, Some(&session.to_string())).await? else {
        return Ok(());
    };
    List::read(talk, meeting, session).await?.show(talk).await
}

async fn ask(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let mut all = choosing::invitees(talk).await?;
    all.retain(|it| it.groups.len() == 1);
    let from = chosen.strip_prefix("p.").and_then(|from| from.parse().ok()).unwrap_or_default();
    let message = talk.work_message("staff-meet-play-in-group", &Args::new());
    choosing::ask_groups(talk, message, (&all, from), "w.g.w").await
}
