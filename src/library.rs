//! Programmes of home activities: themes with activities, focus words and picture books, in the
//! languages they were written in; reading them in, looking them up, and the picture books that
//! staff have opened for a group.
//!
//! It never sends anything and does not know who gets what when.

mod ids;
mod level;
mod queries;
mod reading;
mod releases;
mod spoken;
mod texts;

pub use ids::{ActivityId, BookId, ThemeId};
pub use level::{Domain, Level};
pub use reading::{
    Activity, Book, BookError, Theme, ThemeError, activities, book_named, books, theme_named,
    themes,
};
pub use releases::{Release, note_release_mailing, release_book, released_books, withdraw_release};
pub use spoken::{Part, read_aloud, text_key};
pub use texts::{
    ActivityText, BookText, ThemeText, activity_text, activity_words, book_text, book_words,
    languages_of_book, languages_of_theme, theme_text, theme_words,
};
