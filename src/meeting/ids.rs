//! The ids of this room.

use crate::roster::id;

id!(/// What families are invited to: a morning, a series, a round of talks.
    MeetingId);
id!(/// One time that a meeting takes place.
    SessionId);
id!(/// A moment at which a talk can be.
    SlotId);
id!(/// A talk about one child with one household.
    TalkId);
