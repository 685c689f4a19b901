//! Everything that can be wrong with a letter folder, or could be better. Long because each
//! problem has an entry of its own, and nothing else.

use crate::language::Args;

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

    /// The phrase and what is filled in. One row for each problem.
    pub(super) fn phrase(&self) -> (&'static str, Args) {
        let none = Args::new;
        match self {
            Self::FolderUnreadable => ("letter-problem-folder-unreadable", none()),
            Self::FileUnreadable => ("letter-problem-file-unreadable", none()),
            Self::LargeFile { most } => {
                ("letter-problem-large-file", Args::new().number("most", number(most)))
            }
            Self::NotUtf8 => ("letter-problem-not-utf8", none()),
            Self::Nul => ("letter-problem-nul", none()),
            Self::DutchMissing => ("letter-problem-dutch-missing", none()),
            Self::UnknownLanguage { tag } => {
                ("letter-problem-unknown-language", Args::new().text("tag", tag))
            }
            Self::LanguageByName { wanted } => {
                ("letter-problem-language-by-name", Args::new().text("wanted", wanted))
            }
            Self::UnusedFile => ("letter-problem-unused-file", none()),
            Self::BadFolderName { name } => {
                ("letter-problem-bad-folder-name", Args::new().text("name", name))
            }
            Self::Toml => ("letter-problem-toml", none()),
            Self::UnknownKey { key } => {
                ("letter-problem-unknown-key", Args::new().text("key", key))
            }
            Self::BadId => ("letter-problem-bad-id", none()),
            Self::BadKind => ("letter-problem-bad-kind", none()),
            Self::BadTheme { most } => {
                ("letter-problem-bad-theme", Args::new().number("most", number(most)))
            }
            Self::BadGroups => ("letter-problem-bad-groups", none()),
            Self::BadSendAt => ("letter-problem-bad-send-at", none()),
            Self::BadCheckIn => ("letter-problem-bad-check-in", none()),
            Self::BadQuality => ("letter-problem-bad-quality", none()),
            Self::QualityWithoutText { file } => {
                ("letter-problem-quality-without-text", Args::new().text("file", file))
            }
            Self::NoTitle => ("letter-problem-no-title", none()),
            Self::TitleNotFirst => ("letter-problem-title-not-first", none()),
            Self::SecondTitle => ("letter-problem-second-title", none()),
            Self::LongTitle { count, most } => (
                "letter-problem-long-title",
                Args::new().number("count", number(count)).number("most", number(most)),
            ),
            Self::EmptyHeading => ("letter-problem-empty-heading", none()),
            Self::LongHeading { count, most } => (
                "letter-problem-long-heading",
                Args::new().number("count", number(count)).number("most", number(most)),
            ),
            Self::EmptySection => ("letter-problem-empty-section", none()),
            Self::DeepHeading => ("letter-problem-deep-heading", none()),
            Self::RawHtml => ("letter-problem-raw-html", none()),
            Self::Code => ("letter-problem-code", none()),
            Self::Indented => ("letter-problem-indented", none()),
            Self::BlockQuote => ("letter-problem-block-quote", none()),
            Self::Footnote => ("letter-problem-footnote", none()),
            Self::Rule => ("letter-problem-rule", none()),
            Self::ListInList => ("letter-problem-list-in-list", none()),
            Self::OtherMarkup => ("letter-problem-other-markup", none()),
            Self::NoText => ("letter-problem-no-text", none()),
            Self::LongText { count, most } => (
                "letter-problem-long-text",
                Args::new().number("count", number(count)).number("most", number(most)),
            ),
            Self::LinkNotWeb { address } => {
                ("letter-problem-link-not-web", Args::new().text("address", address))
            }
            Self::LongLink { most } => {
                ("letter-problem-long-link", Args::new().number("most", number(most)))
            }
            Self::LinkWithoutText => ("letter-problem-link-without-text", none()),
            Self::MisplacedLink => ("letter-problem-misplaced-link", none()),
            Self::MisplacedPicture => ("letter-problem-misplaced-picture", none()),
            Self::PictureWithoutAlt => ("letter-problem-picture-without-alt", none()),
            Self::LongAlt { count, most } => (
                "letter-problem-long-alt",
                Args::new().number("count", number(count)).number("most", number(most)),
            ),
            Self::PictureOutside { path } => {
                ("letter-problem-picture-outside", Args::new().text("path", path))
            }
            Self::PictureMissing { path } => {
                ("letter-problem-picture-missing", Args::new().text("path", path))
            }
            Self::NotAPicture { path } => {
                ("letter-problem-not-a-picture", Args::new().text("path", path))
            }
            Self::LargePicture { path } => {
                ("letter-problem-large-picture", Args::new().text("path", path))
            }
            Self::WidePicture { path } => {
                ("letter-problem-wide-picture", Args::new().text("path", path))
            }
            Self::NarrowPicture { path } => {
                ("letter-problem-narrow-picture", Args::new().text("path", path))
            }
            Self::TooManyPictures { most } => {
                ("letter-problem-too-many-pictures", Args::new().number("most", number(most)))
            }
            Self::PictureLacking { path } => {
                ("letter-problem-picture-lacking", Args::new().text("path", path))
            }
            Self::SecondTable => ("letter-problem-second-table", none()),
            Self::TableColumns => ("letter-problem-table-columns", none()),
            Self::NoWords => ("letter-problem-no-words", none()),
            Self::TooManyWords { count, most } => (
                "letter-problem-too-many-words",
                Args::new().number("count", number(count)).number("most", number(most)),
            ),
            Self::EmptyWord => ("letter-problem-empty-word", none()),
            Self::LongWord { count, most } => (
                "letter-problem-long-word",
                Args::new().number("count", number(count)).number("most", number(most)),
            ),
            Self::WordsDiffer { here, dutch } => (
                "letter-problem-words-differ",
                Args::new().number("here", number(here)).number("dutch", number(dutch)),
            ),
            Self::LongSentence { start, words, most } => (
                "letter-problem-long-sentence",
                Args::new()
                    .text("start", start)
                    .number("words", number(words))
                    .number("most", number(most)),
            ),
            Self::LongSentences { average, most } => (
                "letter-problem-long-sentences",
                Args::new().number("average", number(average)).number("most", number(most)),
            ),
        }
    }
}

fn number(value: &usize) -> i64 {
    i64::try_from(*value).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{HomeLanguage, Phrasebook};

    /// The ids that this file names, in order.
    fn ids() -> Vec<&'static str> {
        let table = include_str!("problem.rs").split("#[cfg(test)]").next().unwrap();
        table.split('"').filter(|text| text.starts_with("letter-problem-")).collect()
    }

    #[test]
    fn every_problem_has_a_sentence_in_dutch_and_in_english_and_none_is_left_over() {
        for text in [
            include_str!("../../../locales/nl/staff-letter.ftl"),
            include_str!("../../../locales/en/staff-letter.ftl"),
        ] {
            let phrases: Vec<_> = text
                .lines()
                .filter(|line| line.starts_with("letter-problem-"))
                .filter_map(|line| line.split_once(" = "))
                .map(|(id, _)| id)
                .filter(|id| !id.ends_with("-at-line") && !id.ends_with("-in-file"))
                .collect();
            assert_eq!(phrases, ids());
        }
    }

    #[test]
    fn numbers_and_names_are_filled_in_without_gaps() {
        let phrasebook = Phrasebook::load().unwrap();
        let problems = [
            Problem::LongText { count: 12_001, most: 12_000 },
            Problem::WordsDiffer { here: 3, dutch: 4 },
            Problem::LongSentence { start: "Vandaag gaan".into(), words: 21, most: 20 },
            Problem::PictureMissing { path: "boom.png".into() },
        ];
        for reader in [HomeLanguage::DUTCH, HomeLanguage::ENGLISH] {
            for problem in &problems {
                let (id, args) = problem.phrase();
                let said = phrasebook.plain(reader, id, &args);
                assert!(!said.contains(['{', '$']) && !said.contains(id), "{said}");
            }
        }
    }
}
