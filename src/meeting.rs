//! Meetings: invitations in each carer's own language, who says they come, talks with a moment of one's
//! own, waiting lists, and who really came.
//!
//! Its rules know no door: the chat and the command line stand on the same verbs. It counts in families;
//! to say that one comes and to have come are two facts, and staff seeing it and a parent saying it two
//! kinds of evidence.

mod answering;
mod attending;
mod codes;
mod entries;
mod following;
pub mod ics;
mod ids;
mod inviting;
mod kind;
mod news;
mod noting;
mod opening;
mod planning;
mod press;
mod queries;
mod saying;
mod seats;
mod standing;
mod talks;
mod words;

pub use answering::{
    Answer, Interpreting, Responded, answer_of, comes_with, is_for, leave_list, needs_interpreter,
    respond,
};
pub use attending::{
    Attendee, Presence, Scanned, attendees, close_list, interpreter_there, play_in_week, scan, see,
    tick, was_not_there,
};
pub use codes::{SESSION_CODE, session_link, session_of_code};
pub use entries::{
    CALENDAR_TYPE, CalendarFile, file_of_meeting, file_of_talk, took_file, took_talk_file,
};
pub use following::follow_meetings;
pub use ids::{MeetingId, SessionId, SlotId, TalkId};
pub use inviting::announce;
pub use kind::{Answering, Base, CountsFor, Kind, Siblings, keep_kind, kind, kinds};
pub use news::{
    Changed, call_off, cancel_round, cancel_session, move_session, move_talk, undo, undo_add,
};
pub use noting::{
    HeldTalk, NEXT_STEP_CHARS, NotBooked, NotedTalk, TalkMoment, booked_talks, forget_note,
    not_booked, note_talk, note_talk_outside,
};
pub use opening::{NewSlots, SlotsError, open_slots};
pub use planning::{Made, MeetingError, NewMeeting, add};
pub use press::{DayPart, MeetingPress, TalkPress};
pub use saying::{SHOWN, Voice};
pub use seats::waits;
pub use standing::{Meeting, Place, Session, all, coming, find};
pub use talks::{
    Booked, Offer, Slot, Talk, beside, book, cancel_talk, decline_offer, free_slots, talk,
    talk_in_chat, talks_of, wait_for_slot,
};
pub use words::when_words;
