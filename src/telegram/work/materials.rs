//! Ticking off which families got the materials of an activity. A second tap takes the tick away.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use crate::language::{Args, list};
use crate::library::ActivityId;
use crate::outbox::Button;
use crate::rhythm::{self, Handout, Receiver};
use crate::roster::Scope;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// Telegram shows at most a hundred buttons under a message; more than these fit no screen.
const SHOWN: usize = 40;

/// The activities, the families of one, or a tick: `activity.family`.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    chosen: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let handouts = rhythm::handouts(talk.write, scope).await?;
    let Some(activity) = fields.next() else { return ask_activity(talk, &handouts).await };
    let Some(handout) = handouts.iter().find(|it| it.activity.to_string() == activity) else {
        talk.work_toast("staff-not-mine");
        return Ok(());
    };
    let receivers = receivers(talk, scope, handout.activity).await?;
    let Some(family) = fields.next() else { return show(talk, handout, &receivers).await };
    let Some(receiver) = receivers.iter().find(|it| it.family.to_string() == family) else {
        talk.work_toast("staff-not-mine");
        return Ok(());
    };
    rhythm::tick_materials(talk.write, handout.activity, receiver, talk.now).await?;
    let changed = self::receivers(talk, scope, handout.activity).await?;
    let rows = buttons(talk, handout, &changed);
    if let Some((id, _)) = message {
        talk.after.keyboard = Some((*id, markup(&rows)));
    }
    Ok(())
}

async fn receivers(
    talk: &mut Talk<'_>,
    scope: Scope,
    activity: ActivityId,
) -> Result<Vec<Receiver>> {
    let today = talk.now.local(&talk.organisation.time_zone).date();
    rhythm::receivers(talk.write, scope, activity, today).await
}

async fn ask_activity(talk: &mut Talk<'_>, handouts: &[Handout]) -> Result<()> {
    if handouts.is_empty() {
        return talk.work_phrase("staff-no-materials", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-which-materials", &Args::new());
    for handout in handouts {
        let press = format!("w.n.{}", handout.activity);
        message = message.row([Button::new(&handout.title, press)]);
    }
    talk.work_say(message).await
}

async fn show(talk: &mut Talk<'_>, handout: &Handout, receivers: &[Receiver]) -> Result<()> {
    let mut message =
        talk.work_message("staff-materials", &Args::new().text("title", &handout.title));
    message.buttons = buttons(talk, handout, receivers);
    talk.work_say(message).await
}

/// First names and group only, with a mark before who has them.
fn buttons(talk: &Talk<'_>, handout: &Handout, receivers: &[Receiver]) -> Vec<Vec<Button>> {
    let button = |receiver: &Receiver| {
        let children = list(talk.work_language(), &receiver.children);
        let label = format!("{children} · {}", receiver.group);
        let label = match receiver.has_them {
            true => talk.phrases().plain(
                talk.work_language(),
                "chosen",
                &Args::new().text("label", label),
            ),
            false => label,
        };
        vec![Button::new(label, format!("w.n.{}.{}", handout.activity, receiver.family))]
    };
    receivers.iter().take(SHOWN).map(button).collect()
}

fn markup(rows: &[Vec<Button>]) -> InlineKeyboardMarkup {
    let rows = rows.iter().map(|row| {
        let button = |it: &Button| InlineKeyboardButton::callback(&it.label, &it.press);
        row.iter().map(button).collect::<Vec<_>>()
    });
    InlineKeyboardMarkup::new(rows)
}
