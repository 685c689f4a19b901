//! Which figures there are, their norms, and how they can be broken down.

use std::fmt;
use std::str::FromStr;

/// A share of families that is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// A carer joined, consented and has not stopped, as things stood at the end of the period.
    Connected,
    /// A letter of the period reached a carer, in the chat or on paper.
    Reached,
    /// Of those reached: a carer said "I understand" to a letter of the period.
    Understood,
    /// A carer replied in the period, in whatever way.
    Responded,
    /// At least one activity of the period reached a carer, or its materials were handed over.
    Offered,
    /// A check-in was answered "worked" or "a bit" in the period, or staff saw the family do it.
    DidAtHome,
    /// Of those who did it at home: at least one "worked".
    Worked,
    /// A family came to a meeting of the period, whether it had said so or not.
    TookPart,
    /// Of the talks that were due in the period: held. Its unit is talks, of one child at one moment, not families.
    Talks,
    /// Of those to whom an invitation came for a meeting of the period: a carer said yes.
    SaidTheyCome,
    /// Of those who said yes to a meeting of which staff closed the list: came.
    CameAsSaid,
    /// Of those who asked the school for an interpreter at a meeting or talk: one was there.
    InterpreterThere,
    /// Every carer confirmed the language, as things stand now.
    LanguageKnown,
}

/// The share that should be attained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Norm {
    /// Of a hundred families.
    pub percent: u32,
    /// Who says so.
    pub source: NormSource,
}

/// Where a norm comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NormSource {
    /// Indicator B4 of the inspection framework for early childhood education (VVE) of 2013.
    VveFramework2013B4,
    /// Indicator B5 of it.
    VveFramework2013B5,
    /// Indicator B6 of it.
    VveFramework2013B6,
    /// The parent policy of Kindcentrum De Klinkert.
    DeKlinkert,
    /// Thuispost's own.
    Ours,
}

impl Figure {
    /// All, in the order in which a letter meets them.
    pub const ALL: [Self; 13] = [
        Self::Connected,
        Self::Reached,
        Self::Understood,
        Self::Responded,
        Self::Offered,
        Self::DidAtHome,
        Self::Worked,
        Self::TookPart,
        Self::Talks,
        Self::SaidTheyCome,
        Self::CameAsSaid,
        Self::InterpreterThere,
        Self::LanguageKnown,
    ];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::Reached => "reached",
            Self::Understood => "understood",
            Self::Responded => "responded",
            Self::Offered => "offered",
            Self::DidAtHome => "did_at_home",
            Self::Worked => "worked",
            Self::TookPart => "took_part",
            Self::Talks => "talks",
            Self::SaidTheyCome => "said_they_come",
            Self::CameAsSaid => "came_as_said",
            Self::InterpreterThere => "interpreter_there",
            Self::LanguageKnown => "language_known",
        }
    }

    /// The norm or target, where there is one.
    pub fn norm(self) -> Option<Norm> {
        let (percent, source) = match self {
            Self::Connected | Self::LanguageKnown => (100, NormSource::Ours),
            Self::Reached => (80, NormSource::DeKlinkert),
            Self::Offered => (100, NormSource::VveFramework2013B4),
            Self::DidAtHome => (60, NormSource::VveFramework2013B4),
            Self::TookPart => (60, NormSource::VveFramework2013B5),
            Self::Talks => (100, NormSource::VveFramework2013B6),
            Self::Understood
            | Self::Responded
            | Self::Worked
            | Self::SaidTheyCome
            | Self::CameAsSaid
            | Self::InterpreterThere => return None,
        };
        Some(Norm { percent, source })
    }

    /// Whether it is about meetings and talks.
    pub fn is_of_meetings(self) -> bool {
        matches!(
            self,
            Self::TookPart
                | Self::Talks
                | Self::SaidTheyCome
                | Self::CameAsSaid
                | Self::InterpreterThere
        )
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A way of breaking the figures down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// Not at all.
    All,
    /// By location of each child.
    Location,
    /// By group of each child.
    Group,
    /// By home language of each carer.
    Language,
    /// By letter released in the period, over the families with a child in its groups.
    Letter,
    /// By programme, over the families with a child in a group where it was used in the period.
    Programme,
    /// By theme, over the families with a child in a group where it ran in the period.
    Theme,
    /// By activity, over the families for a child of whom it was chosen in the period.
    Activity,
    /// By kind of meeting, over the families with a child in the groups of such a meeting in the period.
    Kind,
}

/// A breakdown that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "there is no breakdown by {0:?}; choose all, location, group, language, letter, programme, theme, \
     activity or kind"
)]
pub struct UnknownBy(String);

impl By {
    /// Every way there is.
    pub const EVERY: [Self; 9] = [
        Self::All,
        Self::Location,
        Self::Group,
        Self::Language,
        Self::Letter,
        Self::Programme,
        Self::Theme,
        Self::Activity,
        Self::Kind,
    ];

    /// The name in reports and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Location => "location",
            Self::Group => "group",
            Self::Language => "language",
            Self::Letter => "letter",
            Self::Programme => "programme",
            Self::Theme => "theme",
            Self::Activity => "activity",
            Self::Kind => "kind",
        }
    }

    /// Whether a figure can be told in this way: a letter offers no activity, an activity is no letter,
    /// neither is a meeting, and a talk that was not held is of no kind.
    pub fn tells(self, figure: Figure) -> bool {
        match self {
            Self::All | Self::Location | Self::Group | Self::Language => true,
            Self::Letter => figure != Figure::Offered && !figure.is_of_meetings(),
            Self::Kind => figure != Figure::Talks && figure.is_of_meetings(),
            Self::Programme | Self::Theme | Self::Activity => {
                matches!(figure, Figure::Offered | Figure::DidAtHome | Figure::Worked)
            }
        }
    }

    /// Whether one family may count in several rows, so that rows need not add up.
    pub fn overlaps(self) -> bool {
        self != Self::All
    }
}

impl FromStr for By {
    type Err = UnknownBy;

    fn from_str(text: &str) -> Result<Self, UnknownBy> {
        let found = Self::EVERY.into_iter().find(|by| by.name() == text.trim());
        found.ok_or_else(|| UnknownBy(text.to_owned()))
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_breakdown_is_read_by_its_name_and_others_are_refused() {
        for by in By::EVERY {
            assert_eq!(by.name().parse(), Ok(by));
        }
        let error = "grup".parse::<By>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no breakdown by \"grup\"; choose all, location, group, language, letter, \
             programme, theme, activity or kind"
        );
    }
}
