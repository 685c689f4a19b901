//! What a carer may always do: stop, come back, say "this is not me", see what is kept, ask to be
//! erased.

use super::talk::Talk;
use super::{join, work};
use crate::inbox::{self, NewQuestion, QuestionKind};
use crate::language::Args;
use crate::store::Result;
use crate::{privacy, roster};

/// Stop is stop, for the whole chat, at once.
pub(super) async fn stop(talk: &mut Talk<'_>) -> Result<()> {
    work::end(talk).await?;
    if talk.carers.is_empty() {
        return Ok(());
    }
    if !talk.is_active() {
        // Who has not agreed yet has nothing to stop but the question itself.
        for carer in talk.pending() {
            roster::decline(talk.write, carer, talk.now).await?;
        }
    }
    roster::stop(talk.write, talk.organisation.id, talk.chat, talk.now).await?;
    talk.say_phrase("stop-done", &talk.place()).await
}

/// After a stop, within the time in which one may come back.
pub(super) async fn come_back(talk: &mut Talk<'_>) -> Result<()> {
    let stopped = talk.carers.iter().filter(|carer| carer.consented);
    match stopped.filter_map(|carer| carer.stopped_at).max() {
        Some(at) if talk.now > at.after(roster::COME_BACK_WITHIN) => {
            return talk.say_phrase("code-expired", &Args::new()).await;
        }
        Some(_) => {}
        // A button from an earlier time is no consent.
        None => return join::where_were_we(talk).await,
    }
    roster::resume(talk.write, talk.organisation.id, talk.chat).await?;
    talk.look_again().await?;
    let message = talk.message("resume-done", &Args::new()).with_keyboard(talk.lasting_keyboard());
    talk.say(message).await
}

/// "This is not me": asked once more, since it cannot be undone in the chat.
pub(super) async fn ask_not_me(talk: &mut Talk<'_>) -> Result<()> {
    let message = talk.message("not-me-question", &Args::new());
    let message =
        message.row([talk.button("not-me-yes", "n.yes")]).row([talk.button("not-me-no", "n.no")]);
    talk.say(message).await
}

/// The answer to that.
pub(super) async fn not_me(talk: &mut Talk<'_>, answer: &str) -> Result<()> {
    if answer != "yes" {
        return talk.say_phrase("nothing-changed", &Args::new()).await;
    }
    talk.say_phrase("not-me-done", &Args::new()).await?;
    roster::unlink(talk.write, talk.organisation.id, talk.chat, talk.now).await
}

/// What is kept about the carers of this chat.
pub(super) async fn show_data(talk: &mut Talk<'_>) -> Result<()> {
    let mut kept = privacy::Kept::default();
    for carer in &talk.carers {
        kept += privacy::kept(talk.write, carer.id).await?;
    }
    let args = talk
        .about()
        .text("language", talk.language().own_name())
        .number("letters", kept.letters)
        .number("answers", kept.answers)
        .number("questions", kept.questions)
        .number("months", i64::from(talk.house.retention_months));
    let message = talk.message("data", &args).row([talk.button("data-erase", "d.ask")]);
    talk.say(message).await
}

/// Asking to be erased, in two steps. Staff do it, and see that it was asked; nothing is sent from
/// now on.
pub(super) async fn data(talk: &mut Talk<'_>, answer: &str) -> Result<()> {
    match answer {
        "ask" => {
            let message = talk.message("data-erase-question", &Args::new());
            let message = message
                .row([talk.button("data-erase-yes", "d.yes")])
                .row([talk.button("data-erase-no", "d.no")]);
            talk.say(message).await
        }
        "yes" => {
            for carer in talk.carers.clone() {
                let question = NewQuestion::by_button(
                    talk.organisation.id,
                    carer.id,
                    None,
                    QuestionKind::Erase,
                );
                inbox::ask(&talk.rooms.store, talk.write, &question, talk.now).await?;
            }
            talk.say_phrase("data-erase-asked", &talk.place()).await?;
            roster::stop(talk.write, talk.organisation.id, talk.chat, talk.now).await
        }
        _ => talk.say_phrase("nothing-changed", &Args::new()).await,
    }
}
