//! What the buttons of a letter and of a check-in tell us when they are pressed.

use crate::roster::CarerId;

/// The three answers to "did it work?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckInAnswer {
    /// It worked.
    Worked,
    /// A bit.
    ABit,
    /// Not yet.
    NotYet,
}

impl CheckInAnswer {
    /// All three, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Worked, Self::ABit, Self::NotYet];

    /// The word that stands in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Worked => "worked",
            Self::ABit => "a_bit",
            Self::NotYet => "not_yet",
        }
    }

    /// The phrase on its button.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Worked => "checkin-worked",
            Self::ABit => "checkin-a-bit",
            Self::NotYet => "checkin-not-yet",
        }
    }
}

/// A press on a letter or on its check-in; `letter` is the mailing the words are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterPress {
    /// "Read more".
    More,
    /// "I understand".
    Understood,
    /// "Please explain".
    Explain,
    /// "Listen".
    Listen,
    /// An answer to a check-in.
    CheckIn(CheckInAnswer),
}

impl LetterPress {
    const ALL: [(Self, &'static str); 7] = [
        (Self::More, "lm"),
        (Self::Understood, "lu"),
        (Self::Explain, "le"),
        (Self::Listen, "ll"),
        (Self::CheckIn(CheckInAnswer::Worked), "cw"),
        (Self::CheckIn(CheckInAnswer::ABit), "cb"),
        (Self::CheckIn(CheckInAnswer::NotYet), "cn"),
    ];

    /// The callback data: a code, the letter and the carer. The chat is compared when it comes back.
    pub fn data(self, letter: i64, carer: CarerId) -> String {
        let code = Self::ALL.iter().find(|(press, _)| *press == self).map_or("", |(_, code)| code);
        format!("{code}.{letter}.{carer}")
    }

    /// Reads callback data; `None` when it is not of a letter.
    pub fn parse(data: &str) -> Option<(Self, i64, CarerId)> {
        let mut fields = data.split('.');
        let code = fields.next()?;
        let (press, _) = Self::ALL.iter().find(|(_, known)| *known == code)?;
        let letter = fields.next()?.parse().ok()?;
        let carer = CarerId::from_raw(fields.next()?.parse().ok()?);
        fields.next().is_none().then_some((*press, letter, carer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_press_comes_back_as_it_was_and_fits_into_64_bytes() {
        for (press, _) in LetterPress::ALL {
            let data = press.data(i64::MAX, CarerId::from_raw(i64::MAX));
            assert!(data.len() <= 64);
            assert_eq!(
                LetterPress::parse(&data),
                Some((press, i64::MAX, CarerId::from_raw(i64::MAX)))
            );
        }
        assert_eq!(LetterPress::parse("lu.1.2.3"), None);
        assert_eq!(LetterPress::parse("m.language"), None);
    }
}
