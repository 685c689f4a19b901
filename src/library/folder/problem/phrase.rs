//! The sentence of each problem: its phrase and what is filled in.

use super::Problem;
use crate::language::Args;

impl Problem {
    /// The phrase and what is filled in.
    #[expect(clippy::too_many_lines, reason = "one entry for each problem, and nothing else")]
    pub(in crate::library::folder) fn phrase(&self) -> (&'static str, Args) {
        let none = Args::new;
        match self {
            Self::FolderUnreadable => ("library-problem-folder-unreadable", none()),
            Self::NothingInside => ("library-problem-nothing-inside", none()),
            Self::FileMissing => ("library-problem-file-missing", none()),
            Self::FileUnreadable => ("library-problem-file-unreadable", none()),
            Self::LargeFile { most } => {
                ("library-problem-large-file", Args::new().number("most", number(most)))
            }
            Self::NotUtf8 => ("library-problem-not-utf8", none()),
            Self::Nul => ("library-problem-nul", none()),
            Self::Toml => ("library-problem-toml", none()),
            Self::DutchMissing => ("library-problem-dutch-missing", none()),
            Self::UnknownLanguage { tag } => {
                ("library-problem-unknown-language", Args::new().text("tag", tag))
            }
            Self::LanguageByName { wanted } => {
                ("library-problem-language-by-name", Args::new().text("wanted", wanted))
            }
            Self::UnusedFile => ("library-problem-unused-file", none()),
            Self::UnknownKey { key } => {
                ("library-problem-unknown-key", Args::new().text("key", key))
            }
            Self::Missing { key } => ("library-problem-missing", Args::new().text("key", key)),
            Self::NotText { key } => ("library-problem-not-text", Args::new().text("key", key)),
            Self::NotATable { key } => {
                ("library-problem-not-a-table", Args::new().text("key", key))
            }
            Self::NotTables { key } => ("library-problem-not-tables", Args::new().text("key", key)),
            Self::NotNames { key } => ("library-problem-not-names", Args::new().text("key", key)),
            Self::NotYesOrNo { key } => {
                ("library-problem-not-yes-or-no", Args::new().text("key", key))
            }
            Self::LongText { key, count, most } => (
                "library-problem-long-text",
                Args::new()
                    .text("key", key)
                    .number("count", number(count))
                    .number("most", number(most)),
            ),
            Self::Markup { key } => ("library-problem-markup", Args::new().text("key", key)),
            Self::BadList { key, from, to } => (
                "library-problem-bad-list",
                Args::new().text("key", key).number("from", number(from)).number("to", number(to)),
            ),
            Self::BadId => ("library-problem-bad-id", none()),
            Self::ReservedId { id } => ("library-problem-reserved-id", Args::new().text("id", id)),
            Self::SecondId { id } => ("library-problem-second-id", Args::new().text("id", id)),
            Self::BadQuality => ("library-problem-bad-quality", none()),
            Self::BadDomain => ("library-problem-bad-domain", none()),
            Self::BadWeeks => ("library-problem-bad-weeks", none()),
            Self::BadMonths => ("library-problem-bad-months", none()),
            Self::BadMinutes => ("library-problem-bad-minutes", none()),
            Self::BadLink { key } => ("library-problem-bad-link", Args::new().text("key", key)),
            Self::NoActivities => ("library-problem-no-activities", none()),
            Self::UnknownWord { word } => {
                ("library-problem-unknown-word", Args::new().text("word", word))
            }
            Self::WordMissing { word } => {
                ("library-problem-word-missing", Args::new().text("word", word))
            }
            Self::WordsInDutch => ("library-problem-words-in-dutch", none()),
            Self::ActivityWithoutText { id } => {
                ("library-problem-activity-without-text", Args::new().text("id", id))
            }
            Self::BookWithoutText { id } => {
                ("library-problem-book-without-text", Args::new().text("id", id))
            }
            Self::TextOfNothing { id } => {
                ("library-problem-text-of-nothing", Args::new().text("id", id))
            }
            Self::PictureOutside { path } => {
                ("library-problem-picture-outside", Args::new().text("path", path))
            }
            Self::PictureMissing { path } => {
                ("library-problem-picture-missing", Args::new().text("path", path))
            }
            Self::NotAPicture { path } => {
                ("library-problem-not-a-picture", Args::new().text("path", path))
            }
            Self::LargePicture { path } => {
                ("library-problem-large-picture", Args::new().text("path", path))
            }
            Self::WidePicture { path } => {
                ("library-problem-wide-picture", Args::new().text("path", path))
            }
            Self::NarrowPicture { path } => {
                ("library-problem-narrow-picture", Args::new().text("path", path))
            }
            Self::VoiceName => ("library-problem-voice-name", none()),
            Self::VoiceWithoutText { wanted } => {
                ("library-problem-voice-without-text", Args::new().text("wanted", wanted))
            }
            Self::NotAVoice => ("library-problem-not-a-voice", none()),
            Self::LongVoice { most } => {
                ("library-problem-long-voice", Args::new().number("most", number(most)))
            }
            Self::LargeVoice => ("library-problem-large-voice", none()),
            Self::LongSentence { start, words, most } => (
                "library-problem-long-sentence",
                Args::new()
                    .text("start", start)
                    .number("words", number(words))
                    .number("most", number(most)),
            ),
            Self::LongSentences { average, most } => (
                "library-problem-long-sentences",
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
    /// The ids that this file names, in order.
    fn ids() -> Vec<&'static str> {
        let table = include_str!("phrase.rs").split("#[cfg(test)]").next().unwrap();
        table.split('"').filter(|text| text.starts_with("library-problem-")).collect()
    }

    #[test]
    fn every_problem_has_a_sentence_in_dutch_and_in_english_and_none_is_left_over() {
        for text in [
            include_str!("../../../../locales/nl/staff-library.ftl"),
            include_str!("../../../../locales/en/staff-library.ftl"),
        ] {
            let phrases: Vec<_> = text
                .lines()
                .filter(|line| line.starts_with("library-problem-"))
                .filter_map(|line| line.split_once(" = "))
                .map(|(id, _)| id)
                .filter(|id| !id.ends_with("-at-line") && !id.ends_with("-in-file"))
                .collect();
            assert_eq!(phrases, ids());
        }
    }
}
