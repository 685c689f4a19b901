//! The words that describe an activity: how hard it is made, and what it is good for.

/// How hard an activity is made for a child.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The easier variant.
    Easier,
    /// As it stands in the booklet.
    #[default]
    AsIs,
    /// The harder variant.
    Harder,
}

/// What an activity is good for first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Listening and speaking.
    Language,
    /// Moving, large and small.
    Motor,
    /// Being together, feelings.
    Social,
    /// Comparing, counting, remembering.
    Thinking,
}

impl Level {
    /// All of them, the easiest first.
    pub const ALL: [Self; 3] = [Self::Easier, Self::AsIs, Self::Harder];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Easier => "easier",
            Self::AsIs => "as_is",
            Self::Harder => "harder",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }

    /// One step down; the easiest stays.
    #[must_use]
    pub const fn lower(self) -> Self {
        match self {
            Self::Easier | Self::AsIs => Self::Easier,
            Self::Harder => Self::AsIs,
        }
    }

    /// One step up; the hardest stays.
    #[must_use]
    pub const fn higher(self) -> Self {
        match self {
            Self::Easier => Self::AsIs,
            Self::AsIs | Self::Harder => Self::Harder,
        }
    }
}

impl Domain {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Language, Self::Motor, Self::Social, Self::Thinking];

    /// The word in `theme.toml` and in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Motor => "motor",
            Self::Social => "social",
            Self::Thinking => "thinking",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|domain| domain.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_goes_one_step_at_a_time_and_stays_at_its_ends() {
        assert_eq!(Level::ALL.map(Level::lower), [Level::Easier, Level::Easier, Level::AsIs]);
        assert_eq!(Level::ALL.map(Level::higher), [Level::AsIs, Level::Harder, Level::Harder]);
    }

    #[test]
    fn every_word_is_read_back() {
        for level in Level::ALL {
            assert_eq!(Level::from_word(level.word()), Some(level));
        }
        for domain in Domain::ALL {
            assert_eq!(Domain::from_word(domain.word()), Some(domain));
        }
        assert_eq!(Level::from_word("as is"), None);
        assert_eq!(Domain::from_word("Motor"), None);
    }
}
