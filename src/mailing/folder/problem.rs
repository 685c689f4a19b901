//! Everything that can be wrong with a letter folder, or could be better: an entry each.

mod phrase;

/// What is wrong. The sentences, with what to do, are in `staff-letter.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The folder cannot be listed.
    FolderUnreadable,
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
    /// There is no `nl.md`.
    DutchMissing,
    /// No language has this tag.
    UnknownLanguage {
        /// As written.
        tag: String,
    },
    /// A file is named after a language, but not by its tag.
    LanguageByName {
        /// The right file name.
        wanted: String,
    },
    /// No text shows this file.
    UnusedFile,
    /// The folder's name cannot name the letter, and there is no `id`.
    BadFolderName {
        /// The folder's name.
        name: String,
    },
    /// A line is not TOML.
    Toml,
    /// A key that means nothing here.
    UnknownKey {
        /// As written.
        key: String,
    },
    /// `id` cannot name a letter.
    BadId,
    /// `kind` is no kind of letter.
    BadKind,
    /// `theme` is no text of 1 to `most` characters.
    BadTheme {
        /// The limit.
        most: usize,
    },
    /// `groups` is no list of names.
    BadGroups,
    /// `send_at` is no text and no moment.
    BadSendAt,
    /// `check_in` is not `true` or `false`.
    BadCheckIn,
    /// A quality that does not exist.
    BadQuality,
    /// A quality is given for a text that is not there.
    QualityWithoutText {
        /// The missing file.
        file: String,
    },
    /// There is no `#` heading.
    NoTitle,
    /// Something stands above the `#` heading.
    TitleNotFirst,
    /// There are two `#` headings.
    SecondTitle,
    /// The title has `count` characters.
    LongTitle {
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// A heading has no words.
    EmptyHeading,
    /// A section heading has `count` characters.
    LongHeading {
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// Nothing stands under a heading.
    EmptySection,
    /// A heading has three or more `#`.
    DeepHeading,
    /// The text holds HTML.
    RawHtml,
    /// The text holds code.
    Code,
    /// A paragraph is indented, which means code.
    Indented,
    /// The text holds a quotation block.
    BlockQuote,
    /// The text holds a footnote.
    Footnote,
    /// A line across the page.
    Rule,
    /// A list stands in another list.
    ListInList,
    /// Anything else that a chat cannot show.
    OtherMarkup,
    /// There is no text under the title.
    NoText,
    /// The whole text has `count` characters.
    LongText {
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// A link leads to something that is no web address.
    LinkNotWeb {
        /// As written.
        address: String,
    },
    /// An address has more than `most` characters.
    LongLink {
        /// The limit.
        most: usize,
    },
    /// A link has no words to press.
    LinkWithoutText,
    /// A link stands in a heading or among the focus words.
    MisplacedLink,
    /// A picture stands in a heading, a list, a link or the focus words.
    MisplacedPicture,
    /// A picture has no alternative text.
    PictureWithoutAlt,
    /// An alternative text has `count` characters.
    LongAlt {
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
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
    /// A file is not a picture that Telegram knows.
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
    /// More than `most` pictures in a text.
    TooManyPictures {
        /// The limit.
        most: usize,
    },
    /// The Dutch text shows a picture that this one does not.
    PictureLacking {
        /// As written.
        path: String,
    },
    /// There are two tables.
    SecondTable,
    /// A table or row has not two columns.
    TableColumns,
    /// The table has no rows.
    NoWords,
    /// The table has `count` rows.
    TooManyWords {
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// A cell is empty.
    EmptyWord,
    /// A cell has `count` characters.
    LongWord {
        /// How much there is.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// A text has another number of focus words than the Dutch one.
    WordsDiffer {
        /// In this text.
        here: usize,
        /// In the Dutch text.
        dutch: usize,
    },
    /// A sentence has `words` words.
    LongSentence {
        /// Its first words.
        start: String,
        /// How many.
        words: usize,
        /// The limit.
        most: usize,
    },
    /// Sentences have `average` words on average.
    LongSentences {
        /// Rounded up.
        average: usize,
        /// The limit.
        most: usize,
    },
}

impl Problem {
    /// Whether the letter may be sent all the same.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::UnusedFile
                | Self::QualityWithoutText { .. }
                | Self::EmptySection
                | Self::PictureLacking { .. }
                | Self::WordsDiffer { .. }
                | Self::LongSentence { .. }
                | Self::LongSentences { .. }
        )
    }
}
