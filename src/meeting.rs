//! Meetings: invitations in each carer's own language, who says they come, talks with a moment of one's
//! own, waiting lists, and who really came.
//!
//! Its rules know no door: the chat and the command line stand on the same verbs. It counts in families;
//! to say that one comes and to have come are two facts, and staff seeing it and a parent saying it two
//! kinds of evidence.

mod answering;
mod attending;
mod by_staff;
mod calendars;
mod calling_off;
mod clashing;
mod codes;
mod due;
mod entries;
mod feeds;
mod following;
pub mod ics;
mod ids;
mod inviting;
mod kind;
mod lines;
mod news;
mod noting;
mod opening;
mod overview;
mod paper;
mod planning;
mod press;
mod queries;
mod reaching;
mod saying;
mod schedule;
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
pub use by_staff::{Partner, close_moment, hears, partners, talk_in, was_held, works_with};
pub use calendars::{
    ClosedPeriod, Closing, OnClosedDay, OtherCalendar, PassedOver, Why, close, closing,
    keep_calendar, on_closed_days, other_calendars, problem_lines, read_calendar, remove_calendar,
    school_years,
};
pub use clashing::{Clash, Planned, clash_lines, clashes};
pub use codes::{SESSION_CODE, code_page, is_session_code, session_link, session_of_code};
pub use due::{DueTalk, talks_due, talks_due_in};
pub use entries::{
    CALENDAR_TYPE, CalendarFile, file_of_meeting, file_of_talk, took_file, took_talk_file,
};
pub use feeds::{
    FEED_END, FEED_PATH, Feed, FeedError, FeedOwner, feed, feed_address, feed_code, feed_of_code,
};
pub use following::follow_meetings;
pub use ids::{MeetingId, SessionId, SlotId, TalkId};
pub use inviting::announce;
pub use kind::{Answering, Base, CountsFor, Kind, Siblings, keep_kind, kind, kinds};
pub use lines::{LINE_CHARS, add_lines};
pub use news::{
    Changed, TalkChanged, call_off, call_off_later, cancel_meeting, cancel_round, cancel_session,
    move_session, move_talk, move_talk_later, undo, undo_add, undo_talk,
};
pub use noting::{
    HeldTalk, NEXT_STEP_CHARS, NotBooked, NotedTalk, TalkCard, TalkMoment, booked_talks,
    forget_note, not_booked, note_talk, note_talk_outside, talk_card,
};
pub use opening::{
    NewSlots, SlotsError, keep_interpreter_minutes, open_slots, undo_open, would_open,
};
pub use overview::{Replies, Waiting, count_free, replies, waiting_list};
pub use paper::{
    PaperError, PaperFinding, PaperProblem, PaperRow, is_paper_header, paper_list, read_paper,
};
pub use planning::{Made, MeetingError, NewMeeting, add};
pub use press::{DayPart, MeetingPress, TalkPress, work_press};
pub use reaching::{Invited, would_invite};
pub use saying::{SHOWN, Voice};
pub use schedule::{Childhood, Held, fulfilled, moments};
pub use seats::waits;
pub use standing::{Meeting, Place, Session, all, coming, find};
pub use talks::{
    Booked, Offer, Slot, Talk, beside, book, cancel_talk, decline_offer, free_slots, talk,
    talk_in_chat, talks_of, wait_for_slot,
};
pub use within::{
    Agenda, agenda, beginning_within, find_within, has_mornings, rounds_within, session_within,
    set_mornings, talk_within,
};
pub use words::when_words;
