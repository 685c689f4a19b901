//! The sentence of each problem: its phrase and what is filled in.

use super::Problem;
use crate::language::Args;

impl Problem {
    /// The phrase and what is filled in.
    #[expect(clippy::too_many_lines, reason = "one entry for each problem, and nothing else")]
    pub(in crate::mailing::folder) fn phrase(&self) -> (&'static str, Args) {
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
        let table = include_str!("phrase.rs").split("#[cfg(test)]").next().unwrap();
        table.split('"').filter(|text| text.starts_with("letter-problem-")).collect()
    }

    #[test]
    fn every_problem_has_a_sentence_in_dutch_and_in_english_and_none_is_left_over() {
        for text in [
            include_str!("../../../../locales/nl/staff-letter.ftl"),
            include_str!("../../../../locales/en/staff-letter.ftl"),
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
