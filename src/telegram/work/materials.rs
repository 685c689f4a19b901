//! Ticking off which families got the materials of an activity. A second tap takes the tick away.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::pages::{PAGE, place, turning};
use crate::language::{Args, list};
use crate::library::ActivityId;
use crate::outbox::Button;
use crate::rhythm::{self, Handout, Receiver};
use crate::roster::Scope;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// The activities from some place on (`p.<from>`), the families of one, other families of it
/// (`activity.p.<from>`), or a tick: `activity.family`.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    chosen: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let handouts = rhythm::handouts(talk.write, scope).await?;
    let (first, second, third) = (fields.next().unwrap_or("p"), fields.next(), fields.next());
    if first == "p" {
        return ask_activity(talk, &handouts, place(second)).await;
    }
    let Some(handout) = handouts.iter().find(|it| it.activity.to_string() == first) else {
        talk.work_toast("staff-not-mine");
        return Ok(());
    };
    let receivers = receivers(talk, scope, handout.activity).await?;
    let from = match second {
        None => return show(talk, handout, &receivers).await,
        Some("p") => place(third),
        Some(family) => {
            let Some(at) = receivers.iter().position(|it| it.family.to_string() == family) else {
                talk.work_toast("staff-not-mine");
                return Ok(());
            };
            rhythm::tick_materials(talk.write, handout.activity, &receivers[at], talk.now).await?;
            at - at % PAGE
        }
    };
    let changed = self::receivers(talk, scope, handout.activity).await?;
    let rows = buttons(talk, handout, &changed, from);
    talk.after.keyboard = message.map(|(id, _)| (*id, markup(&rows)));
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

async fn ask_activity(talk: &mut Talk<'_>, handouts: &[Handout], from: usize) -> Result<()> {
    if handouts.is_empty() {
        return talk.work_phrase("staff-no-materials", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-which-materials", &Args::new());
    for handout in handouts.iter().skip(from).take(PAGE) {
        let press = format!("w.n.{}", handout.activity);
        message = message.row([Button::new(&handout.title, press)]);
    }
    message.buttons.extend(turning(talk, handouts.len(), from, "w.n.p"));
    talk.work_say(message).await
}

async fn show(talk: &mut Talk<'_>, handout: &Handout, receivers: &[Receiver]) -> Result<()> {
    let all = i64::try_from(receivers.len()).unwrap_or(i64::MAX);
    let args = Args::new().text("title", &handout.title).number("families", all);
    let mut message = talk.work_message("staff-materials", &args);
    message.buttons = buttons(talk, handout, receivers, 0);
    talk.work_say(message).await
}

/// First names and group only, with a mark before who has them.
fn buttons(
    talk: &Talk<'_>,
    handout: &Handout,
    receivers: &[Receiver],
    from: usize,
) -> Vec<Vec<Button>> {
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
    let page = receivers.iter().skip(from).take(PAGE).map(button);
    let press = format!("w.n.{}.p", handout.activity);
    page.chain(turning(talk, receivers.len(), from, &press)).collect()
}

pub(in crate::telegram) fn markup(rows: &[Vec<Button>]) -> InlineKeyboardMarkup {
    let rows = rows.iter().map(|row| {
        let button = |it: &Button| InlineKeyboardButton::callback(&it.label, &it.press);
        row.iter().map(button).collect::<Vec<_>>()
    });
    InlineKeyboardMarkup::new(rows)
}
