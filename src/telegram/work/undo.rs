//! One tap takes back what was done, where it can be taken back; what cannot, says so.

use super::queries;
use crate::inbox::{self, TakenBack};
use crate::language::Args;
use crate::outbox::Message;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// What was done, with all that is needed to take it back. It stands in the database as words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undo {
    /// An answer to a parent, by the number of its delivery.
    Answer { question: i64, delivery: i64 },
}

impl Undo {
    fn act(self) -> &'static str {
        match self {
            Self::Answer { .. } => "answer",
        }
    }

    fn words(self) -> String {
        match self {
            Self::Answer { question, delivery } => format!("{question} {delivery}"),
        }
    }

    fn read(act: &str, words: &str) -> Option<Self> {
        let mut numbers = words.split(' ').map(|word| word.parse::<i64>().ok());
        let mut next = || numbers.next().flatten();
        match act {
            "answer" => Some(Self::Answer { question: next()?, delivery: next()? }),
            _ => None,
        }
    }
}

/// Says what was done, with a button that takes it back.
pub(super) async fn offer(talk: &mut Talk<'_>, message: Message, undo: Undo) -> Result<()> {
    let Some(scope) = talk.staff.as_ref().map(|staff| staff.scope()) else { return Ok(()) };
    let id = talk.rooms.store.new_id();
    queries::note_act(talk.write, id, scope, (undo.act(), &undo.words()), talk.now).await?;
    let button = talk.work_button("staff-button-undo", format!("w.u.{id}"));
    talk.work_say(message.row([button])).await
}

/// Takes it back, once.
pub(super) async fn pressed(talk: &mut Talk<'_>, about: &str) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let id = about.parse().unwrap_or_default();
    let done = queries::act(talk.write, staff.scope(), id).await?;
    let Some(undo) = done.and_then(|(act, words)| Undo::read(&act, &words)) else {
        talk.work_toast("staff-undone-before");
        return Ok(());
    };
    let phrase = match undo {
        Undo::Answer { question, delivery } => {
            let (store, phrases) = (&talk.rooms.store, &talk.rooms.phrases);
            let about = (question, delivery);
            match inbox::take_back(store, phrases, talk.write, &staff, about, talk.now).await? {
                TakenBack::Done => "staff-undone-answer",
                TakenBack::Left => return talk.work_phrase("staff-undo-left", &Args::new()).await,
            }
        }
    };
    queries::note_undone(talk.write, id, talk.now).await?;
    talk.work_phrase(phrase, &Args::new()).await
}
