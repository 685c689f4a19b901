//! What a message is, as anybody sees it on the phone: by the sign it begins with.

use crate::outbox::LetterPress;
use crate::sandbox::Bubble;

/// A message that nobody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Letter,
    Why,
    Do,
    Cheer,
    Closing,
    Book,
    CheckIn,
}

impl Kind {
    const SIGNS: [(&'static str, Self); 7] = [
        ("✉️", Self::Letter),
        ("💡", Self::Why),
        ("🧩", Self::Do),
        ("🌟", Self::Cheer),
        ("🎈", Self::Closing),
        ("📖", Self::Book),
        ("🏠", Self::CheckIn),
    ];

    /// What a bubble is; `None` for answers, questions about joining, and further pages.
    pub(super) fn of(bubble: &Bubble) -> Option<Self> {
        let kind = Self::SIGNS.into_iter().find(|(sign, _)| bubble.text.starts_with(sign))?.1;
        let head = bubble.text.lines().nth(1).unwrap_or_default();
        // Further parts of a letter have its sign, but not the children under it.
        let is_whole = kind == Self::CheckIn || head.contains(" · ");
        (bubble.from_bot && is_whole).then_some(kind)
    }
}

/// The number of the mailing that a bubble's buttons are about.
pub(super) fn letter_of(bubble: &Bubble) -> Option<i64> {
    let mut data = bubble.buttons.iter().flatten().filter_map(|button| button.data.as_deref());
    data.find_map(|data| LetterPress::parse(data).map(|(_, letter, _)| letter))
}

/// The words of a bubble without the marks that keep names readable.
pub(super) fn plain(text: &str) -> String {
    crate::language::without_marks(text)
}
