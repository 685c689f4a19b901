//! One tap takes back what was done, where it can be taken back; what cannot, says so.

use super::meetings::{self, Regret};
use super::recording::{self, Text};
use super::{books, door, queries, themes};
use crate::clock::Moment;
use crate::inbox::{self, TakenBack};
use crate::language::{Args, HomeLanguage};
use crate::library::BookId;
use crate::outbox::Message;
use crate::rhythm::{self, RunError, RunId};
use crate::roster::{GroupId, PauseOf};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// What is said when nothing else is to be said about it.
pub(super) const UNDONE: &str = "staff-undone";

/// What was done, with all that is needed to take it back. It stands in the database as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Undo {
    /// An answer to a parent, by the number of its delivery.
    Answer { question: i64, delivery: i64 },
    /// A theme began.
    Started(RunId),
    /// A theme was paused at this moment.
    Paused(RunId, Moment),
    /// A theme went on.
    Resumed(RunId),
    /// A theme was moved by so many days.
    Moved(RunId, i64),
    /// It was noted that parents had an explanation of a theme.
    Introduced(RunId),
    /// A picture book was marked as read in a group.
    Read(BookId, GroupId),
    /// What came of speaking to a family of a group, and the pauses that were in its chat before.
    Spoke { follow_up: i64, group: GroupId, before: Vec<PauseOf> },
    /// A text was recorded in a language.
    Voice { text: Text, language: HomeLanguage },
    /// Something about meetings or talks.
    Meeting(Regret),
}

impl Undo {
    fn act(&self) -> &'static str {
        match self {
            Self::Answer { .. } => "answer",
            Self::Started(_) => "started",
            Self::Paused(..) => "paused",
            Self::Resumed(_) => "resumed",
            Self::Moved(..) => "moved",
            Self::Introduced(_) => "introduced",
            Self::Read(..) => "read",
            Self::Spoke { .. } => "spoke",
            Self::Voice { .. } => "voice",
            Self::Meeting(regret) => regret.act(),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Answer { question, delivery } => format!("{question} {delivery}"),
            Self::Started(run) | Self::Resumed(run) | Self::Introduced(run) => run.to_string(),
            Self::Paused(run, since) => format!("{run} {}", since.millis()),
            Self::Moved(run, days) => format!("{run} {days}"),
            Self::Read(book, group) => format!("{book} {group}"),
            Self::Spoke { follow_up, group, before } => before
                .iter()
                .fold(format!("{follow_up} {group}"), |words, it| format!("{words} {}", it.word())),
            Self::Voice { text, language } => recording::step(*text, *language),
            Self::Meeting(regret) => regret.words(),
        }
    }

    fn read(act: &str, words: &str) -> Option<Self> {
        if act == "voice" {
            let (text, language) = recording::chosen(words)?;
            return Some(Self::Voice { text, language });
        }
        let mut numbers = words.split(' ').map(|word| word.parse::<i64>().ok());
        let mut next = || numbers.next().flatten();
        match act {
            "answer" => Some(Self::Answer { question: next()?, delivery: next()? }),
            "started" => Some(Self::Started(RunId::from_raw(next()?))),
            "paused" => Some(Self::Paused(RunId::from_raw(next()?), Moment::from_millis(next()?))),
            "introduced" => Some(Self::Introduced(RunId::from_raw(next()?))),
            "resumed" => Some(Self::Resumed(RunId::from_raw(next()?))),
            "moved" => Some(Self::Moved(RunId::from_raw(next()?), next()?)),
            "read" => Some(Self::Read(BookId::from_raw(next()?), GroupId::from_raw(next()?))),
            "spoke" => Some(Self::Spoke {
                follow_up: next()?,
                group: GroupId::from_raw(next()?),
                before: words.split(' ').skip(2).filter_map(PauseOf::read).collect(),
            }),
            _ => Regret::read(act, words).map(Self::Meeting),
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
        Undo::Spoke { follow_up, group, before } => {
            match door::take_back(talk, (follow_up, group), &before).await? {
                true => "staff-undone",
                false => return talk.work_phrase("staff-undo-not", &Args::new()).await,
            }
        }
        Undo::Voice { text, language } => {
            recording::take_back(talk, text, language).await?;
            "staff-undone-voice"
        }
        Undo::Meeting(regret) => match meetings::take_back(talk, regret).await? {
            Some(phrase) => phrase,
            None => return talk.work_phrase("staff-undo-not", &Args::new()).await,
        },
        Undo::Paused(run, since) => {
            let Some(lost) = unpause(talk, run, since).await? else {
                return talk.work_phrase("staff-undo-not", &Args::new()).await;
            };
            queries::note_undone(talk.write, id, talk.now).await?;
            let args = Args::new().number("lost", lost);
            return match lost {
                0 => talk.work_phrase("staff-undone-pause", &args).await,
                _ => talk.work_phrase("staff-undone-pause-late", &args).await,
            };
        }
        Undo::Started(run) | Undo::Resumed(run) | Undo::Moved(run, _) | Undo::Introduced(run) => {
            if !put_back(talk, &undo, run).await? {
                return talk.work_phrase("staff-undo-not", &Args::new()).await;
            }
            UNDONE
        }
    };
    queries::note_undone(talk.write, id, talk.now).await?;
    talk.work_phrase(phrase, &Args::new()).await
}

/// A run that is mine, all of it, asked anew.
async fn own(talk: &mut Talk<'_>, run: RunId) -> Result<Option<rhythm::Run>> {
    let found = themes::find(talk, run).await?;
    Ok(found.filter(|own| own.is_whole).map(|own| own.run))
}

/// Takes a pause back; how many messages were over by now, or nothing when it stands otherwise.
async fn unpause(talk: &mut Talk<'_>, run: RunId, since: Moment) -> Result<Option<i64>> {
    let Some(run) = own(talk, run).await? else { return Ok(None) };
    match rhythm::undo_pause(talk.write, &run, since, talk.now).await {
        Ok(lost) => Ok(Some(lost)),
        Err(RunError::Store(error)) => Err(error),
        Err(_) => Ok(None),
    }
}

/// Puts a run back as it stood; false when it is not mine any more, or stands otherwise by now.
async fn put_back(talk: &mut Talk<'_>, undo: &Undo, run: RunId) -> Result<bool> {
    let Some(run) = own(talk, run).await? else { return Ok(false) };
    let (zone, now) = (talk.organisation.time_zone.clone(), talk.now);
    let done = match undo {
        Undo::Started(_) => rhythm::stop(talk.write, &run, now).await.map(drop),
        Undo::Resumed(_) => rhythm::pause(talk.write, &run, now).await.map(drop),
        Undo::Moved(_, days) => {
            rhythm::move_by(talk.write, &run, -days, &zone, now).await.map(drop)
        }
        Undo::Introduced(_) => {
            rhythm::introduced(talk.write, run.id, None).await.map_err(RunError::Store)
        }
        _ => return Ok(false),
    };
    match done {
        Ok(()) => Ok(true),
        Err(RunError::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::CarerId;

    #[test]
    fn what_was_done_stands_as_words_and_comes_back_as_it_was() {
        let (group, run) = (GroupId::from_raw(8), RunId::from_raw(i64::MAX));
        let at = Moment::from_millis(1_790_000_000_000);
        let pause = |until, since| PauseOf { carer: CarerId::from_raw(3), until, since };
        for undo in [
            Undo::Paused(run, at),
            Undo::Moved(run, -7),
            Undo::Introduced(run),
            Undo::Meeting(Regret::Invited(crate::meeting::MeetingId::from_raw(i64::MAX))),
            Undo::Spoke { follow_up: 5, group, before: Vec::new() },
            Undo::Spoke {
                follow_up: 5,
                group,
                before: vec![pause(None, None), pause(Some(at), Some(at))],
            },
        ] {
            assert_eq!(Undo::read(undo.act(), &undo.words()).as_ref(), Some(&undo));
        }
        assert_eq!(Undo::read("paused", "12"), None, "it does not say which pause");
    }
}
