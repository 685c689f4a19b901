//! The texts that staff may read aloud: letters, what a theme brings, picture books. Each has a word that
//! fits on a button, and each is asked for anew, so that no button outlives a change of groups.

use super::queries;
use crate::language::{HomeLanguage, ReadAloud};
use crate::library::{self, ActivityId, BookId, Level, Part, ThemeId};
use crate::mailing;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// A text that can be recorded, by a letter and a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    /// A letter, or a message of a theme that is there already.
    Mailing(i64),
    /// The letter of a theme, before it is sent.
    Theme(ThemeId),
    /// The last message of a theme.
    Closing(ThemeId),
    /// What to do in an activity, at a level.
    Do(ActivityId, Level),
    /// Why an activity is good for a child.
    Why(ActivityId),
    /// The encouragement after an activity.
    Cheer(ActivityId),
    /// A picture book with what to ask, before or after the group read it.
    Book(BookId),
    /// The question how it went, the same for every letter and activity.
    Question,
}

impl Text {
    pub(super) fn word(self) -> String {
        match self {
            Self::Mailing(id) => format!("m{id}"),
            Self::Theme(id) => format!("t{id}"),
            Self::Closing(id) => format!("c{id}"),
            Self::Do(id, Level::AsIs) => format!("a{id}"),
            Self::Do(id, Level::Easier) => format!("e{id}"),
            Self::Do(id, Level::Harder) => format!("h{id}"),
            Self::Why(id) => format!("w{id}"),
            Self::Cheer(id) => format!("g{id}"),
            Self::Book(id) => format!("b{id}"),
            Self::Question => "q0".to_owned(),
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        let id: i64 = word.get(1..)?.parse().ok()?;
        let (theme, activity) = (ThemeId::from_raw(id), ActivityId::from_raw(id));
        match word.get(..1)? {
            "m" => Some(Self::Mailing(id)),
            "t" => Some(Self::Theme(theme)),
            "c" => Some(Self::Closing(theme)),
            "a" => Some(Self::Do(activity, Level::AsIs)),
            "e" => Some(Self::Do(activity, Level::Easier)),
            "h" => Some(Self::Do(activity, Level::Harder)),
            "w" => Some(Self::Why(activity)),
            "g" => Some(Self::Cheer(activity)),
            "b" => Some(Self::Book(BookId::from_raw(id))),
            "q" => Some(Self::Question),
            _ => None,
        }
    }

    /// What staff call it.
    pub(super) const fn phrase(self) -> &'static str {
        match self {
            Self::Mailing(_) => "staff-button-letter",
            Self::Theme(_) => "staff-button-theme-letter",
            Self::Closing(_) => "staff-button-closing",
            Self::Do(_, Level::AsIs) => "staff-button-do",
            Self::Do(_, Level::Easier) => "staff-button-easier",
            Self::Do(_, Level::Harder) => "staff-button-harder",
            Self::Why(_) => "staff-button-why",
            Self::Cheer(_) => "staff-button-cheer",
            Self::Book(_) => "staff-button-picture-book",
            Self::Question => "staff-button-question",
        }
    }

    /// The other texts of the same theme or activity.
    pub(super) fn beside(self) -> Vec<Self> {
        let all = match self {
            Self::Mailing(_) | Self::Book(_) | Self::Question => Vec::new(),
            Self::Theme(id) | Self::Closing(id) => vec![Self::Theme(id), Self::Closing(id)],
            Self::Do(id, _) | Self::Why(id) | Self::Cheer(id) => {
                let levels = [Level::AsIs, Level::Easier, Level::Harder];
                let texts = levels.into_iter().map(|level| Self::Do(id, level));
                texts.chain([Self::Why(id), Self::Cheer(id)]).collect()
            }
        };
        all.into_iter().filter(|it| *it != self).collect()
    }

    /// Whether this text is of somebody's groups. A book is of the whole organisation.
    pub(super) async fn is_mine(self, talk: &mut Talk<'_>) -> Result<bool> {
        let Some(scope) = talk.scope() else { return Ok(false) };
        match self {
            Self::Mailing(id) => queries::may_record_letter(talk.write, scope, id).await,
            Self::Theme(id) | Self::Closing(id) => {
                queries::may_record_theme(talk.write, scope, id.raw()).await
            }
            Self::Do(id, _) | Self::Why(id) | Self::Cheer(id) => {
                queries::may_record_activity(talk.write, scope, id.raw()).await
            }
            Self::Book(id) => {
                let books = library::books(talk.write, scope.organisation()).await?;
                Ok(books.iter().any(|book| book.id == id && !book.withdrawn))
            }
            Self::Question => Ok(true),
        }
    }

    /// What is read aloud of it in each language; nothing when it is not of this person's groups.
    pub(super) async fn words(self, talk: &mut Talk<'_>) -> Result<Vec<(HomeLanguage, ReadAloud)>> {
        if !self.is_mine(talk).await? {
            return Ok(Vec::new());
        }
        let mut words = Vec::new();
        if let Self::Mailing(id) = self {
            words.extend(mailing::voice::read_aloud(talk.write, id).await?);
        } else if self == Self::Question {
            let phrases = talk.phrases();
            let asked = |language| (language, mailing::voice::question(phrases, language));
            words.extend(phrases.languages().map(asked));
        } else {
            for language in self.languages(talk).await? {
                let told = self.told_in(talk, language).await?;
                words.extend(told.map(|told| (language, library::aloud(&told))));
            }
        }
        words.retain(|(_, words)| !words.is_empty());
        Ok(words)
    }

    /// The languages that the library has it in.
    async fn languages(self, talk: &mut Talk<'_>) -> Result<Vec<HomeLanguage>> {
        let read = &mut *talk.write;
        match self {
            Self::Mailing(_) | Self::Question => Ok(Vec::new()),
            Self::Theme(id) | Self::Closing(id) => library::languages_of_theme(read, id).await,
            Self::Do(id, _) | Self::Why(id) | Self::Cheer(id) => {
                library::languages_of_activity(read, id).await
            }
            Self::Book(id) => library::languages_of_book(read, id).await,
        }
    }

    /// The same in one language.
    pub(super) async fn words_in(
        self,
        talk: &mut Talk<'_>,
        language: HomeLanguage,
    ) -> Result<Option<ReadAloud>> {
        let all = self.words(talk).await?;
        Ok(all.into_iter().find(|(it, _)| *it == language).map(|(_, words)| words))
    }

    /// Of what stands in the library.
    async fn told_in(self, talk: &mut Talk<'_>, language: HomeLanguage) -> Result<Option<String>> {
        let read = &mut *talk.write;
        Ok(match self {
            Self::Mailing(_) | Self::Question => None,
            Self::Theme(id) | Self::Closing(id) => {
                let text = library::theme_text(read, id, language).await?;
                let words = library::theme_words(read, id, language).await?;
                text.map(|text| match self {
                    Self::Closing(_) => library::read_aloud(Part::Closing(&text)),
                    _ => library::read_aloud(Part::Letter(&text, &words)),
                })
            }
            Self::Do(id, _) | Self::Why(id) | Self::Cheer(id) => {
                let text = library::activity_text(read, id, language).await?;
                let words = library::activity_words(read, id, language).await?;
                text.map(|text| match self {
                    Self::Why(_) => library::read_aloud(Part::Why(&text)),
                    Self::Cheer(_) => library::read_aloud(Part::Cheer(&text)),
                    Self::Do(_, level) => library::read_aloud(Part::Do(&text, level, &words)),
                    _ => library::read_aloud(Part::Do(&text, Level::AsIs, &words)),
                })
            }
            Self::Book(id) => {
                let text = library::book_text(read, id, language).await?;
                text.map(|text| library::read_aloud(Part::Book(&text)))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_a_word_that_leads_back_to_it() {
        let (theme, activity) = (ThemeId::from_raw(3), ActivityId::from_raw(7));
        let mut all =
            vec![Text::Mailing(i64::MAX), Text::Book(BookId::from_raw(2)), Text::Question];
        for one in [Text::Theme(theme), Text::Do(activity, Level::AsIs)] {
            all.push(one);
            all.extend(one.beside());
        }
        assert_eq!(all.len(), 10);
        for text in all {
            assert_eq!(Text::parse(&text.word()), Some(text));
        }
        assert_eq!(Text::parse("x3"), None);
        assert_eq!(Text::parse(""), None);
        assert_eq!(Text::parse("é3"), None);
    }
}
