//! One tap takes back what was done, where it can be taken back; what cannot, says so.

use super::{books, queries, themes};
use crate::inbox::{self, TakenBack};
use crate::language::Args;
use crate::library::BookId;
use crate::outbox::Message;
use crate::rhythm::{self, RunError, RunId};
use crate::roster::GroupId;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// What was done, with all that is needed to take it back. It stands in the database as words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undo {
    /// An answer to a parent, by the number of its delivery.
    Answer { question: i64, delivery: i64 },
    /// A theme began.
    Started(RunId),
    /// A theme was paused.
    Paused(RunId),
    /// A theme went on.
    Resumed(RunId),
    /// A theme was moved by so many days.
    Moved(RunId, i64),
    /// A picture book was marked as read in a group.
    Read(BookId, GroupId),
}

impl Undo {
    fn act(self) -> &'static str {
        match self {
            Self::Answer { .. } => "answer",
            Self::Started(_) => "started",
            Self::Paused(_) => "paused",
            Self::Resumed(_) => "resumed",
            Self::Moved(..) => "moved",
            Self::Read(..) => "read",
        }
    }

    fn words(self) -> String {
        match self {
            Self::Answer { question, delivery } => format!("{question} {delivery}"),
            Self::Started(run) | Self::Paused(run) | Self::Resumed(run) => run.to_string(),
            Self::Moved(run, days) => format!("{run} {days}"),
            Self::Read(book, group) => format!("{book} {group}"),
        }
    }

    fn read(act: &str, words: &str) -> Option<Self> {
        let mut numbers = words.split(' ').map(|word| word.parse::<i64>().ok());
        let mut next = || numbers.next().flatten();
        match act {
            "answer" => Some(Self::Answer { question: next()?, delivery: next()? }),
            "started" => Some(Self::Started(RunId::from_raw(next()?))),
            "paused" => Some(Self::Paused(RunId::from_raw(next()?))),
            "resumed" => Some(Self::Resumed(RunId::from_raw(next()?))),
            "moved" => Some(Self::Moved(RunId::from_raw(next()?), next()?)),
            "read" => Some(Self::Read(BookId::from_raw(next()?), GroupId::from_raw(next()?))),
            _ => None,
        }
    }
}

/// Says what was done, with a button that takes it back.
pub(super) async fn offer(talk: &mut Talk<'_>, message: Message, undo: Undo) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
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
        Undo::Read(book, group) => match books::take_back(talk, book, group).await? {
            true => "staff-undone-book",
            false => return talk.work_phrase("staff-undo-not", &Args::new()).await,
        },
        Undo::Started(run) | Undo::Paused(run) | Undo::Resumed(run) | Undo::Moved(run, _) => {
            if !put_back(talk, undo, run).await? {
                return talk.work_phrase("staff-undo-not", &Args::new()).await;
            }
            "staff-undone"
        }
    };
    queries::note_undone(talk.write, id, talk.now).await?;
    talk.work_phrase(phrase, &Args::new()).await
}

/// Puts a run back as it stood; false when it is not mine any more, or stands otherwise by now.
async fn put_back(talk: &mut Talk<'_>, undo: Undo, run: RunId) -> Result<bool> {
    let Some(own) = themes::find(talk, run).await?.filter(|own| own.is_whole) else {
        return Ok(false);
    };
    let (zone, now) = (talk.organisation.time_zone.clone(), talk.now);
    let done = match undo {
        Undo::Started(_) => rhythm::stop(talk.write, &own.run, now).await.map(drop),
        Undo::Paused(_) => rhythm::resume(talk.write, &own.run, &zone, now).await.map(drop),
        Undo::Resumed(_) => rhythm::pause(talk.write, &own.run, now).await.map(drop),
        Undo::Moved(_, days) => {
            rhythm::move_by(talk.write, &own.run, -days, &zone, now).await.map(drop)
        }
        Undo::Answer { .. } | Undo::Read(..) => return Ok(false),
    };
    match done {
        Ok(()) => Ok(true),
        Err(RunError::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}
