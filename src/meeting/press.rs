//! What the buttons of an invitation and of a talk tell us when they are pressed.

use super::{MeetingId, SessionId, SlotId, TalkId};
use crate::roster::CarerId;

/// What a button of staff tells that opens one time of a meeting.
pub fn work_press(session: SessionId) -> String {
    format!("w.g.i.{session}")
}

/// A press on a message about a meeting: which, and as whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingPress {
    /// "I am coming".
    Yes,
    /// "I cannot come".
    No,
    /// "Maybe later".
    Maybe,
    /// "Interpreter, please".
    Interpreter,
    /// The school is to find one.
    InterpreterOurs,
    /// An adult of the family comes along.
    InterpreterFamily,
    /// None is needed after all.
    InterpreterNone,
    /// "Another moment".
    OtherMoment,
    /// "Where is it?"
    Map,
    /// "Into my calendar".
    Calendar,
    /// With so many people.
    People(i64),
    /// "Take me off the list".
    LeaveList,
    /// Yes to a place that came free.
    SeatYes,
    /// No to it.
    SeatNo,
    /// Choose a moment for a talk.
    Choose,
}

const MEETING: [(MeetingPress, &str); 14] = [
    (MeetingPress::Yes, "y"),
    (MeetingPress::No, "n"),
    (MeetingPress::Maybe, "m"),
    (MeetingPress::Interpreter, "i"),
    (MeetingPress::InterpreterOurs, "io"),
    (MeetingPress::InterpreterFamily, "if"),
    (MeetingPress::InterpreterNone, "in"),
    (MeetingPress::OtherMoment, "o"),
    (MeetingPress::Map, "g"),
    (MeetingPress::Calendar, "c"),
    (MeetingPress::LeaveList, "l"),
    (MeetingPress::SeatYes, "sy"),
    (MeetingPress::SeatNo, "sn"),
    (MeetingPress::Choose, "x"),
];

impl MeetingPress {
    /// The callback data without the carer, whose number follows: `i.y.<meeting>`.
    pub fn about(self, meeting: MeetingId) -> String {
        let code = match self {
            Self::People(count) => format!("p{}", count.clamp(0, 9)),
            press => {
                MEETING.iter().find(|(it, _)| *it == press).map_or("", |(_, code)| code).to_owned()
            }
        };
        format!("i.{code}.{meeting}")
    }

    /// The callback data.
    pub fn data(self, meeting: MeetingId, carer: CarerId) -> String {
        format!("{}.{carer}", self.about(meeting))
    }

    /// Reads callback data; `None` when it is of no meeting.
    pub fn parse(data: &str) -> Option<(Self, MeetingId, CarerId)> {
        let mut fields = data.strip_prefix("i.")?.split('.');
        let code = fields.next()?;
        let press = match code.strip_prefix('p') {
            Some(count) => Self::People(count.parse().ok()?),
            None => MEETING.iter().find(|(_, known)| *known == code)?.0,
        };
        let meeting = MeetingId::from_raw(fields.next()?.parse().ok()?);
        let carer = CarerId::from_raw(fields.next()?.parse().ok()?);
        fields.next().is_none().then_some((press, meeting, carer))
    }
}

/// Which part of the day a carer looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayPart {
    /// All of it.
    #[default]
    Any,
    /// Before noon.
    Morning,
    /// From noon on.
    Afternoon,
}

/// A press on a message about a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkPress {
    /// This moment.
    Take(SlotId),
    /// The moments from this place on.
    More(i64, DayPart),
    /// "Another moment".
    Move,
    /// "Cancel it".
    Cancel,
    /// "None suits me".
    NoneFits,
    /// "Into my calendar".
    Calendar,
    /// A moved talk is fine.
    Fine,
    /// No to a moment that came free.
    OfferNo(SlotId),
}

impl TalkPress {
    /// The callback data.
    pub fn data(self, talk: TalkId) -> String {
        match self {
            Self::Take(slot) => format!("k.t.{talk}.{slot}"),
            Self::OfferNo(slot) => format!("k.z.{talk}.{slot}"),
            Self::More(from, part) => {
                let part = match part {
                    DayPart::Any => "l",
                    DayPart::Morning => "lm",
                    DayPart::Afternoon => "la",
                };
                format!("k.{part}.{talk}.{from}")
            }
            Self::Move => format!("k.v.{talk}"),
            Self::Cancel => format!("k.c.{talk}"),
            Self::NoneFits => format!("k.n.{talk}"),
            Self::Calendar => format!("k.i.{talk}"),
            Self::Fine => format!("k.f.{talk}"),
        }
    }

    /// Reads callback data; `None` when it is of no talk.
    pub fn parse(data: &str) -> Option<(Self, TalkId)> {
        let mut fields = data.strip_prefix("k.")?.split('.');
        let code = fields.next()?;
        let talk = TalkId::from_raw(fields.next()?.parse().ok()?);
        let mut number = || fields.next()?.parse::<i64>().ok();
        let press = match code {
            "t" => Self::Take(SlotId::from_raw(number()?)),
            "z" => Self::OfferNo(SlotId::from_raw(number()?)),
            "l" => Self::More(number()?, DayPart::Any),
            "lm" => Self::More(number()?, DayPart::Morning),
            "la" => Self::More(number()?, DayPart::Afternoon),
            "v" => Self::Move,
            "c" => Self::Cancel,
            "n" => Self::NoneFits,
            "i" => Self::Calendar,
            "f" => Self::Fine,
            _ => return None,
        };
        fields.next().is_none().then_some((press, talk))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_press_comes_back_as_it_was_and_fits_into_64_bytes() {
        let (meeting, carer) = (MeetingId::from_raw(i64::MAX), CarerId::from_raw(i64::MAX));
        let all = MEETING.iter().map(|(press, _)| *press).chain([MeetingPress::People(5)]);
        for press in all {
            let data = press.data(meeting, carer);
            assert!(data.len() <= 64, "{data}");
            assert_eq!(MeetingPress::parse(&data), Some((press, meeting, carer)));
        }
        let (talk, slot) = (TalkId::from_raw(i64::MAX), SlotId::from_raw(i64::MAX));
        for press in [
            TalkPress::Take(slot),
            TalkPress::OfferNo(slot),
            TalkPress::More(2_000, DayPart::Afternoon),
            TalkPress::More(0, DayPart::Any),
            TalkPress::More(3, DayPart::Morning),
            TalkPress::Move,
            TalkPress::Cancel,
            TalkPress::NoneFits,
            TalkPress::Calendar,
            TalkPress::Fine,
        ] {
            let data = press.data(talk);
            assert!(data.len() <= 64, "{data}");
            assert_eq!(TalkPress::parse(&data), Some((press, talk)));
        }
        assert_eq!(MeetingPress::parse("i.y.1.2.3"), None);
        assert_eq!(TalkPress::parse("k.t.1"), None);
    }
}
