//! How a carer takes in a letter.

/// Whether a carer reads letters, listens to them, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Written text.
    #[default]
    Text,
    /// A voice note.
    Voice,
    /// Text with a voice note.
    Both,
}

impl Reading {
    /// As the database keeps it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Voice => "voice",
            Self::Both => "both",
        }
    }

    /// Reads the word that the database keeps, or the Dutch one, whatever its case.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "text" | "tekst" => Some(Self::Text),
            "voice" | "stem" => Some(Self::Voice),
            "both" | "beide" => Some(Self::Both),
            _ => None,
        }
    }
}
