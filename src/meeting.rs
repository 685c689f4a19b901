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
mod numbers;
mod opening;
mod planning;
mod press;
mod queries;
mod saying;
mod seats;
mod standing;
mod talks;
mod within;
mod words;

pub use answering::{
    Answer, Interpreting, Responded, answer_of, comes_with, is_for, leave_list, needs_interpreter,
    respond,
};
pub use attending::{
    Attendee, Passer, Presence, Scanned, attendees, close_list, interpreter_there, passers,
    play_in_week, scan, see, tick, was_not_there,
};
pub use codes::{SESSION_CODE, session_link, session_of_code};
pub use entries::{
    CALENDAR_TYPE, CalendarFile, file_of_meeting, file_of_talk, took_file, took_talk_file,
};
pub use following::{fill_and_tell, follow_meetings, offer_and_tell, tell_of_slot};
pub use ids::{MeetingId, SessionId, SlotId, TalkId};
pub use inviting::announce;
pub use kind::{Answering, Base, CountsFor, Kind, Siblings, keep_kind, kind, kinds};
pub use news::{
    Changed, TalkChanged, call_off, call_off_later, cancel_round, cancel_session, move_session,
    move_talk, move_talk_later, undo, undo_add, undo_talk,
};
pub use noting::{
    HeldTalk, NEXT_STEP_CHARS, NotBooked, NotedTalk, TalkCard, TalkMoment, booked_talks,
    forget_note, not_booked, note_talk, note_talk_outside, talk_card, talk_of_child,
};
pub use numbers::{Invited, Numbers, numbers, would_invite};
pub use opening::{NewSlots, SlotsError, free_moments, open_slots, undo_open, would_open};
pub use planning::{Made, MeetingError, NewMeeting, add};
pub use press::{DayPart, MeetingPress, TalkPress, work_press};
pub use saying::{SHOWN, Voice};
pub use seats::{MovedUp, waits};
pub use standing::{Meeting, Place, Session, all, coming, find};
pub use talks::{
    Booked, Offer, Slot, Talk, beside, book, cancel_talk, carer_of_talk, free_slots, pass_offer_on,
    talk, talks_of, wait_for_slot,
};
pub use within::{
    coming_within, find_within, has_mornings, session_within, set_mornings, talk_within,
};
pub use words::when_words;
