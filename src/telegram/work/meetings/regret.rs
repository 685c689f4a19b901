//! What was done about meetings and talks, as it stands in the database to be taken back.

use super::super::undo::UNDONE;
use crate::clock::Moment;
use crate::meeting::{
    self, Changed, MeetingError, MeetingId, SessionId, SlotId, TalkChanged, TalkId,
};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// What was done, with all that is needed to take it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::telegram::work) enum Regret {
    /// Families are invited to a meeting.
    Invited(MeetingId),
    /// One time of a meeting was moved or called off.
    Changed(SessionId, Changed),
    /// A list of who came is complete.
    Closed(SessionId),
    /// Moments of a round were opened, with numbers between these two; the round is new.
    Opened { round: MeetingId, between: (i64, i64), is_new: bool },
    /// A talk was moved, booked or called off.
    Talk(TalkId, TalkChanged),
    /// It was noted what came of a talk.
    Noted(TalkId),
}

impl Regret {
    /// What is about one family has a word of its own: it goes when the family is erased.
    pub fn act(&self) -> &'static str {
        match self {
            Self::Invited(_) => "invited",
            Self::Changed(..) => "changed",
            Self::Closed(_) => "closed",
            Self::Opened { .. } => "opened",
            Self::Talk(..) => "talk",
            Self::Noted(_) => "noted",
        }
    }

    /// Of a talk its number stands first.
    pub fn words(&self) -> String {
        match self {
            Self::Invited(meeting) => meeting.to_string(),
            Self::Closed(session) => session.to_string(),
            Self::Changed(session, Changed { news, before: (starts, ends) }) => {
                format!("{session} {news} {} {}", starts.millis(), ends.millis())
            }
            Self::Opened { round, between: (after, before), is_new } => {
                format!("{round} {after} {before} {}", i64::from(*is_new))
            }
            Self::Talk(talk, TalkChanged { news, file, before, sequence }) => {
                let (news, file) = (news.unwrap_or(0), file.unwrap_or(0));
                format!("{talk} {news} {file} {} {sequence}", before.map_or(0, SlotId::raw))
            }
            Self::Noted(talk) => format!("{talk} "),
        }
    }

    pub fn read(act: &str, words: &str) -> Option<Self> {
        let mut numbers = words.split(' ').map(|word| word.parse::<i64>().ok());
        let mut next = || numbers.next().flatten();
        let some = |number: i64| (number != 0).then_some(number);
        match act {
            "invited" => Some(Self::Invited(MeetingId::from_raw(next()?))),
            "closed" => Some(Self::Closed(SessionId::from_raw(next()?))),
            "changed" => {
                let (session, news) = (SessionId::from_raw(next()?), next()?);
                let before = (Moment::from_millis(next()?), Moment::from_millis(next()?));
                Some(Self::Changed(session, Changed { news, before }))
            }
            "opened" => Some(Self::Opened {
                round: MeetingId::from_raw(next()?),
                between: (next()?, next()?),
                is_new: next()? == 1,
            }),
            "talk" => {
                let (talk, news) = (TalkId::from_raw(next()?), some(next()?));
                let (file, before) = (some(next()?), some(next()?).map(SlotId::from_raw));
                let sequence = next()?;
                Some(Self::Talk(talk, TalkChanged { news, file, before, sequence }))
            }
            "noted" => Some(Self::Noted(TalkId::from_raw(next()?))),
            _ => None,
        }
    }
}

/// Takes it back: the phrase that says so, or nothing when it is not mine any more, or stands otherwise by now.
pub(in crate::telegram::work) async fn take_back(
    talk: &mut Talk<'_>,
    regret: Regret,
) -> Result<Option<&'static str>> {
    let Some(scope) = talk.scope() else { return Ok(None) };
    let (organisation, now) = (talk.organisation, talk.now);
    let is_mine = match regret {
        Regret::Invited(meeting) | Regret::Opened { round: meeting, .. } => {
            meeting::find_within(talk.write, scope, meeting).await?.is_some()
        }
        Regret::Changed(session, _) | Regret::Closed(session) => {
            meeting::session_within(talk.write, scope, session).await?.is_some()
        }
        Regret::Talk(id, _) | Regret::Noted(id) => {
            meeting::talk_within(talk.write, scope, id).await?.is_some()
        }
    };
    if !is_mine {
        return Ok(None);
    }
    let (done, phrase) = match regret {
        Regret::Invited(meeting) => {
            let done = meeting::undo_add(talk.write, meeting, now).await;
            (known(done)?, "staff-meet-undone-invited")
        }
        Regret::Changed(session, changed) => {
            let rooms = talk.rooms;
            let desk = (&rooms.store, rooms.phrases.as_ref());
            let what = (session, changed);
            let done = meeting::undo(desk, talk.write, organisation, what, now).await;
            (known(done)?, "staff-meet-undone-changed")
        }
        Regret::Closed(session) => {
            let done = meeting::close_list(talk.write, session, None).await?;
            (done, "staff-meet-undone-closed")
        }
        Regret::Opened { round, between, is_new } => {
            let done = meeting::undo_open(talk.write, (round, between, is_new), now).await;
            (known(done)?, "staff-meet-undone-opened")
        }
        Regret::Talk(id, changed) => {
            let done = meeting::undo_talk(talk.write, organisation, (id, changed), now).await;
            (known(done)?, "staff-meet-undone-talk")
        }
        Regret::Noted(id) => (meeting::forget_note(talk.write, id).await?, UNDONE),
    };
    Ok(done.then_some(phrase))
}

/// What stands otherwise by now cannot be taken back; the database may yet answer.
fn known(done: std::result::Result<bool, MeetingError>) -> Result<bool> {
    match done {
        Ok(done) => Ok(done),
        Err(MeetingError::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_about_a_meeting_stands_as_words_and_comes_back_as_it_was() {
        let (session, talk) = (SessionId::from_raw(i64::MAX), TalkId::from_raw(7));
        let before =
            (Moment::from_millis(1_790_000_000_000), Moment::from_millis(1_790_000_360_000));
        let (news, slot) = (Some(12), Some(SlotId::from_raw(13)));
        for regret in [
            Regret::Invited(MeetingId::from_raw(5)),
            Regret::Changed(session, Changed { news: 9, before }),
            Regret::Closed(session),
            Regret::Opened { round: MeetingId::from_raw(5), between: (1, 2), is_new: true },
            Regret::Talk(talk, TalkChanged { news, file: news, before: slot, sequence: 3 }),
            Regret::Talk(talk, TalkChanged { news: None, file: None, before: None, sequence: 1 }),
            Regret::Noted(talk),
        ] {
            assert_eq!(Regret::read(regret.act(), &regret.words()), Some(regret));
        }
        assert!(Regret::Noted(talk).words().starts_with("7 "), "as it is looked for to be erased");
        assert_eq!(Regret::read("changed", "7 9"), None, "it does not say what was before");
    }
}
