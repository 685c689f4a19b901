//! In which language a carer is spoken to.

use crate::language::{Direction, HomeLanguage, Phrasebook, right_to_left};
use crate::outbox::Message;
use crate::outbox::queries::Candidate;

/// How a carer is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Reader {
    pub language: HomeLanguage,
    /// Whether Dutch is one of the carer's own languages: then nothing is said about it.
    pub reads_dutch: bool,
}

impl Reader {
    pub(super) fn of(phrases: &Phrasebook, row: &Candidate) -> Self {
        let home = row.carer_language.as_deref().and_then(HomeLanguage::parse);
        let home = home.unwrap_or(HomeLanguage::DUTCH);
        let second = row.second_language.as_deref().and_then(HomeLanguage::parse);
        let reads_dutch = home == HomeLanguage::DUTCH || second == Some(HomeLanguage::DUTCH);
        Self { language: phrases.chat_language(home, second), reads_dutch }
    }

    /// With each line in the direction of the language, also where a line does not say it itself.
    pub(super) fn directed(self, message: Message) -> Message {
        directed(message, self.language)
    }
}

/// A message with each line in the direction of its language, also where a line does not say it itself.
pub fn directed(mut message: Message, language: HomeLanguage) -> Message {
    if language.direction() == Direction::Rtl {
        message.text = right_to_left(&message.text);
    }
    message
}
