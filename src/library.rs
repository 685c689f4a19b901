//! Programmes of home activities: themes with activities, focus words and picture books, in the
//! languages they were written in; reading them in, looking them up, and the picture books that
//! staff have opened for a group.
//!
//! It never sends anything and does not know who gets what when.

mod files;
mod folder;
mod ids;
mod import;
mod level;
mod picture;
mod queries;
mod reading;
mod record;
mod releases;
mod spoken;
mod text_file;
mod texts;
mod voice;

pub use files::{FileFault, Files};
pub use folder::{Finding, Problem, ProgrammeFolder, VoiceFile, read as read_folder, starter};
pub use ids::{ActivityId, BookId, ThemeId};
pub use import::{ProgrammeReport, TakeInError, Tally, refusal, take_in};
pub use level::{Domain, Level};
#[cfg(test)]
pub(crate) use picture::png;
pub use picture::{Picture, PictureFault, keep_picture};
pub use reading::{
    Activity, Book, BookError, Theme, ThemeError, activities, book_named, books, theme_named,
    themes,
};
pub use record::{ActivityRecord, BookRecord, ThemeRecord, Word};
pub use releases::{Release, note_release_mailing, release_book, released_books, withdraw_release};
pub use spoken::{Part, aloud, read_aloud, text_key};
pub use text_file::{TextFault, TextFile};
pub use texts::{
    ActivityText, BookText, ThemeText, activity_text, activity_words, book_text, book_words,
    languages_of_activity, languages_of_book, languages_of_theme, theme_text, theme_words,
};
pub use voice::{MOST_BYTES as MOST_VOICE_BYTES, Voice, VoiceFault};
