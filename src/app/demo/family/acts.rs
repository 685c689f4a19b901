//! What a carer did, as whoever looks at the phone knows it.

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::{Answer, MeetingId, SessionId, TalkId};
use crate::outbox::CheckInAnswer;
use crate::reply::Barrier;

/// Numbers without a name are those of the mailing that the pressed button is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::demo) enum Act {
    ChoseLanguage(HomeLanguage),
    ReadsSecondLanguage,
    Joined,
    Stopped,
    Blocked,
    PausedUntil(Moment),
    Understood(i64),
    AskedToExplain(i64),
    Asked,
    Listened(i64),
    Answered(i64, CheckInAnswer),
    ToldBarrier(i64, Barrier),
    Said(MeetingId, Answer),
    /// A moment for a talk.
    Took(TalkId),
    GaveBack(TalkId),
    /// Another moment than the one they have.
    AskedForAnother,
    AskedForInterpreter,
    /// A file for the calendar.
    AskedForFile,
    AskedForMap,
    /// The code on the table.
    Scanned(SessionId),
}

/// An act and when it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::demo) struct Did {
    pub act: Act,
    pub at: Moment,
}
