//! The states of a delivery.
//!
//! ```text
//! held -> waiting -> sending -> delivered
//!               ^        |---> waiting (later)  unreachable  refused
//!               |        '---> doubtful --(first time: once more)--> waiting
//! withdrawn / skipped from held or waiting
//! ```

use crate::roster::CarerId;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// Every value there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that stands in the database.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Reads the word that stands in the database.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// Where a delivery stands.
    State {
        /// Approved, but something must come first: a translation, the end of a pause, a person.
        Held = "held",
        /// May leave.
        Waiting = "waiting",
        /// Written down as leaving; the call may be under way.
        Sending = "sending",
        /// Telegram has it.
        Delivered = "delivered",
        /// The chat does not take messages any more.
        Unreachable = "unreachable",
        /// Telegram will not take this text.
        Refused = "refused",
        /// Twice on its way without an answer: a person looks.
        Doubtful = "doubtful",
        /// Taken back before it left.
        Withdrawn = "withdrawn",
        /// Was never to be sent to this carer; the reason says why.
        Skipped = "skipped",
    }
}

words! {
    /// Why a delivery stands where it stands.
    Reason {
        /// No text in the carer's language.
        MissingLanguage = "missing_language",
        /// The carer paused.
        Paused = "paused",
        /// The carer stopped.
        Stopped = "stopped",
        /// The carer is no longer in that chat, or no longer kept at all.
        Left = "left",
        /// The carer has not joined.
        NotConnected = "not_connected",
        /// Another carer in the same chat gets the one copy.
        SharedChat = "shared_chat",
        /// An earlier message could not reach this chat.
        UnreachableBefore = "unreachable_before",
        /// An earlier part of the same letter did not arrive.
        EarlierPart = "earlier_part",
        /// Staff took the letter back.
        Cancelled = "cancelled",
        /// Too old to be of use when it could have left.
        TooLate = "too_late",
        /// Came back with a backup: a person looks before it leaves.
        Restored = "restored",
        /// Another message carries it along: for a brother or sister, of a second theme, or late.
        Bundled = "bundled",
        /// The carer has as many messages this week as a week may bring.
        Ceiling = "ceiling",
        /// None of the days that the carer chose is left in the week.
        OwnDays = "own_days",
        /// The theme was paused before it left.
        PausedTheme = "paused_theme",
        /// The organisation is closed, and no open day is left in the week.
        ClosedDay = "closed_day",
    }
}

/// Which delivery: one part of one mailing to one carer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryKey {
    /// The mailing, or the id of an answer.
    pub mailing: i64,
    /// The carer; 0 for somebody we do not know.
    pub carer: CarerId,
    /// Which message of it, from 0.
    pub part: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagram_enum_and_check_name_the_same_states() {
        let diagram: String = include_str!("state.rs")
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect::<Vec<_>>()
            .join(" ");
        let schema = include_str!("../../migrations/0003_outbox.sql");
        let check = schema.split("state text not null check (state in").nth(1).unwrap();
        let check: Vec<&str> =
            check.split(')').next().unwrap().split('\'').skip(1).step_by(2).collect();
        let words: Vec<&str> = State::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(check, words);
        for word in words {
            assert!(diagram.contains(word), "{word}");
        }
    }
}
