//! Whom to speak to at the door today, and what came of it in one tap.

use super::undo::{self, Undo};
use crate::inbox::{self, AtTheDoor, Outcome};
use crate::language::{Args, list};
use crate::roster::{self, GroupId, PauseOf};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many families are shown at once, those with most need first.
const SHOWN: usize = 8;
/// "Wants no messages" for a chat that is not of one carer only, said yes to.
const WHOLE_CHAT: &str = "whole_chat";

/// The list from some place on (`p.<from>`), or what came of it: `follow-up.outcome`.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let all = mine(talk).await?;
    let Some((id, outcome)) = chosen.split_once('.') else { return show(talk, &all, 0).await };
    if id == "p" {
        return show(talk, &all, outcome.parse().unwrap_or_default()).await;
    }
    let found = all.iter().find(|it| it.id.to_string() == id);
    let is_sure = outcome == WHOLE_CHAT;
    let outcome =
        if is_sure { Some(Outcome::WantsNoMessages) } else { Outcome::from_word(outcome) };
    match (found, outcome) {
        (Some(entry), Some(outcome)) => note(talk, entry, outcome, is_sure).await,
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

async fn show(talk: &mut Talk<'_>, all: &[AtTheDoor], from: usize) -> Result<()> {
    if from == 0 {
        talk.work_phrase("staff-door", &Args::new().number("count", count(all.len()))).await?;
    }
    for entry in all.iter().skip(from).take(SHOWN) {
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
    let next = from.saturating_add(SHOWN);
    match all.len().saturating_sub(next) {
        0 => Ok(()),
        more => {
            let message =
                talk.work_message("staff-door-more", &Args::new().number("count", count(more)));
            let on = talk.work_button("staff-button-door-more", format!("w.d.p.{next}"));
            talk.work_say(message.row([on])).await
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// First name and group only.
fn about(talk: &Talk<'_>, entry: &AtTheDoor) -> Args {
    let tongue = talk.work_language();
    Args::new()
        .text("children", list(tongue, &entry.children))
        .text("group", &entry.group_name)
        .text("language", entry.language.name_in(tongue))
}

async fn note(
    talk: &mut Talk<'_>,
    entry: &AtTheDoor,
    outcome: Outcome,
    is_sure: bool,
) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let before = match outcome {
        Outcome::WantsNoMessages => inbox::pauses_at(talk.write, entry.id).await?,
        _ => Vec::new(),
    };
    let args = about(talk, entry).number("carers", count(before.len()));
    // A pause is of the whole chat, and others who share it did not say so.
    if before.len() > 1 && !is_sure {
        let yes =
            talk.work_button("staff-button-whole-chat", format!("w.d.{}.{WHOLE_CHAT}", entry.id));
        let no = talk.work_button("staff-button-not-now", "w.d");
        let message = talk.work_message("staff-door-whole-chat", &args);
        return talk.work_say(message.row([yes]).row([no])).await;
    }
    if !inbox::note_outcome(talk.write, entry.id, outcome, &staff.name, talk.now).await? {
        talk.work_toast("staff-door-gone");
        return Ok(());
    }
    let phrase = match (outcome, before.len()) {
        (Outcome::WantsNoMessages, 1) => "staff-door-paused",
        (Outcome::WantsNoMessages, 2..) => "staff-door-paused-whole-chat",
        _ => "staff-door-noted",
    };
    let message = talk.work_message(phrase, &args);
    undo::offer(talk, message, Undo::Spoke { follow_up: entry.id, group: entry.group, before })
        .await
}

/// Takes the outcome back; false when the group is not mine any more, or it stands otherwise by now.
pub(super) async fn take_back(
    talk: &mut Talk<'_>,
    (follow_up, group): (i64, GroupId),
    before: &[PauseOf],
) -> Result<bool> {
    let Some(scope) = talk.scope() else { return Ok(false) };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    if !groups.iter().any(|it| it.id == group) {
        return Ok(false);
    }
    inbox::undo_outcome(talk.write, follow_up, before).await
}
