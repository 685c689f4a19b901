//! Whom to speak to at the door today, and what came of it in one tap.

use super::undo::{self, Undo};
use crate::inbox::{self, AtTheDoor, Outcome};
use crate::language::{Args, list};
use crate::roster::{self, GroupId};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many families are shown at once, those with most need first.
const SHOWN: usize = 8;

/// The list, or what came of it: `follow-up.outcome`.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let all = mine(talk).await?;
    let Some((id, outcome)) = chosen.split_once('.') else { return show(talk, &all).await };
    let found = all.iter().find(|it| it.id.to_string() == id);
    match (found, Outcome::from_word(outcome)) {
        (Some(entry), Some(outcome)) => note(talk, entry, outcome).await,
        _ => {
            talk.work_toast("staff-door-gone");
            Ok(())
        }
    }
}

/// The list of my groups, as they are now.
async fn mine(talk: &mut Talk<'_>) -> Result<Vec<AtTheDoor>> {
    let Some(scope) = talk.scope() else { return Ok(Vec::new()) };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    let groups: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    let today = talk.now.local(&talk.organisation.time_zone).date();
    inbox::speak_at_the_door(talk.write, scope.organisation(), &groups, today).await
}

async fn show(talk: &mut Talk<'_>, all: &[AtTheDoor]) -> Result<()> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    talk.work_phrase("staff-door", &Args::new().number("count", count(all.len()))).await?;
    for entry in all.iter().take(SHOWN) {
        let phrase = format!("staff-door-{}", entry.reason.word().replace('_', "-"));
        let mut message = talk.work_message(&phrase, &about(talk, entry));
        for pair in Outcome::ALL.chunks(2) {
            let button = |outcome: &Outcome| {
                let phrase = format!("staff-button-door-{}", outcome.word().replace('_', "-"));
                talk.work_button(&phrase, format!("w.d.{}.{}", entry.id, outcome.word()))
            };
            message = message.row(pair.iter().map(button).collect::<Vec<_>>());
        }
        talk.work_say(message).await?;
    }
    match all.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => {
            talk.work_phrase("staff-door-more", &Args::new().number("count", count(more))).await
        }
    }
}

/// First name and group only.
fn about(talk: &Talk<'_>, entry: &AtTheDoor) -> Args {
    let tongue = talk.work_language();
    Args::new()
        .text("children", list(tongue, &entry.children))
        .text("group", &entry.group_name)
        .text("language", entry.language.name_in(tongue))
}

async fn note(talk: &mut Talk<'_>, entry: &AtTheDoor, outcome: Outcome) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    if !inbox::note_outcome(talk.write, entry.id, outcome, &staff.name, talk.now).await? {
        talk.work_toast("staff-door-gone");
        return Ok(());
    }
    let message = talk.work_message("staff-door-noted", &about(talk, entry));
    undo::offer(talk, message, Undo::Spoke(entry.id, entry.group)).await
}

/// Takes the outcome back; false when the group is not mine any more, or it stands otherwise by now.
pub(super) async fn take_back(talk: &mut Talk<'_>, follow_up: i64, group: GroupId) -> Result<bool> {
    let Some(scope) = talk.scope() else { return Ok(false) };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    if !groups.iter().any(|it| it.id == group) {
        return Ok(false);
    }
    inbox::undo_outcome(talk.write, follow_up, talk.now).await
}
