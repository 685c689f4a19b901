//! How a text came about.

/// Who vouches for a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quality {
    /// A person wrote it.
    #[default]
    Human,
    /// A machine translated it and a person read it.
    Reviewed,
    /// A machine translated it.
    Machine,
    /// It stands in for a text that is not there.
    Fallback,
}

impl Quality {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Human, Self::Reviewed, Self::Machine, Self::Fallback];

    /// The word in files and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Reviewed => "reviewed",
            Self::Machine => "machine",
            Self::Fallback => "fallback",
        }
    }

    /// Reads that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quality| quality.as_str() == word)
    }
}
