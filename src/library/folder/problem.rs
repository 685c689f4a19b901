//! Everything that can be wrong with a programme folder, or could be better: an entry each.

mod phrase;

/// What is wrong. The sentences, with what to do, are in `staff-library.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The folder cannot be listed.
    FolderUnreadable,
    /// There is no theme and no book.
    NothingInside,
    /// A file that must be there is not.
    FileMissing,
    /// A file cannot be read.
    FileUnreadable,
    /// A text file has more than `most` kilobytes.
    LargeFile {
        /// The limit.
        most: usize,
    },
    /// A text file is not UTF-8.
    NotUtf8,
    /// A text file holds a NUL character.
    Nul,
    /// A line is not TOML.
    Toml,
    /// There is no `nl.toml`.
    DutchMissing,
    /// No language has this tag.
    UnknownLanguage {
        /// As written.
        tag: String,
    },
    /// A file or folder is named after a language, but not by its tag.
    LanguageByName {
        /// The right name.
        wanted: String,
    },
    /// Nothing uses this file.
    UnusedFile,
    /// A key that means nothing here.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that must be there is not.
    Missing {
        /// The key.
        key: String,
    },
    /// A value is no text, or an empty one.
    NotText {
        /// The key.
        key: String,
    },
    /// A value is no table.
    NotATable {
        /// The key.
        key: String,
    },
    /// A value is no list of tables.
    NotTables {
        /// The key.
        key: String,
    },
    /// A value is no list of names.
    NotNames {
        /// The key.
        key: String,
    },
    /// A value is not `true` or `false`.
    NotYesOrNo {
        /// The key.
        key: String,
    },
    /// A text has `count` characters.
    LongText {
        /// The key.
        key: String,
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// A text holds marks of HTML or Markdown.
    Markup {
        /// The key.
        key: String,
    },
    /// A list has too few or too many items.
    BadList {
        /// The key.
        key: String,
        /// The fewest.
        from: usize,
        /// The most.
        to: usize,
    },
    /// An id is not letters, digits and `-`.
    BadId,
    /// An id means something else in the text files.
    ReservedId {
        /// The id.
        id: String,
    },
    /// Two themes, activities or books have this id.
    SecondId {
        /// The id.
        id: String,
    },
    /// A quality that does not exist.
    BadQuality,
    /// A domain that does not exist.
    BadDomain,
    /// The number of weeks is not 1 to 12.
    BadWeeks,
    /// The ages are not two numbers of months.
    BadMonths,
    /// The number of minutes is not 1 to 240.
    BadMinutes,
    /// A link is no web address.
    BadLink {
        /// The key.
        key: String,
    },
    /// A theme has no activities.
    NoActivities,
    /// A focus word that is not in the list.
    UnknownWord {
        /// Its key.
        word: String,
    },
    /// A focus word has no text in this language.
    WordMissing {
        /// Its key.
        word: String,
    },
    /// The Dutch file repeats the focus words.
    WordsInDutch,
    /// An activity has no text in this language.
    ActivityWithoutText {
        /// The id.
        id: String,
    },
    /// A picture book has no text in this language.
    BookWithoutText {
        /// The id.
        id: String,
    },
    /// A text about something that is not in the folder.
    TextOfNothing {
        /// The id.
        id: String,
    },
    /// A picture lies outside the folder.
    PictureOutside {
        /// As written.
        path: String,
    },
    /// There is no such picture.
    PictureMissing {
        /// As written.
        path: String,
    },
    /// A file is no picture that Telegram knows.
    NotAPicture {
        /// As written.
        path: String,
    },
    /// A picture has more than 10 MB.
    LargePicture {
        /// As written.
        path: String,
    },
    /// Width and height are more than 10,000 pixels together.
    WidePicture {
        /// As written.
        path: String,
    },
    /// One side is more than 20 times the other.
    NarrowPicture {
        /// As written.
        path: String,
    },
    /// A voice file is not named after a text.
    VoiceName,
    /// Voices in a language without texts.
    VoiceWithoutText {
        /// The right name.
        wanted: String,
    },
    /// A file is not Opus in Ogg.
    NotAVoice,
    /// A voice takes more than `most` minutes.
    LongVoice {
        /// The limit.
        most: usize,
    },
    /// A voice file has more than 10 MB.
    LargeVoice,
    /// A sentence is hard to read.
    LongSentence {
        /// Its first words.
        start: String,
        /// How many it has.
        words: usize,
        /// The limit.
        most: usize,
    },
    /// Sentences are long on average.
    LongSentences {
        /// How many words, rounded up.
        average: usize,
        /// The limit.
        most: usize,
    },
}

impl Problem {
    /// Whether the programme can be taken in all the same.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::UnusedFile | Self::LongSentence { .. } | Self::LongSentences { .. })
    }
}
