//! The kinds of meetings that the field knows, with their usual length and targets, and the kinds that an
//! organisation makes itself.

use std::collections::BTreeMap;

use sqlx::AnyConnection;

use super::queries::kinds as queries;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::roster::OrganisationId;
use crate::store::Result;

/// A built-in kind. An own kind has the rules and ready phrases of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Parents see what the children do in a theme.
    ThemeMorning,
    /// A theme begins.
    ThemeStart,
    /// A theme ends.
    ThemeClosing,
    /// Coffee with other parents and staff.
    CoffeeMorning,
    /// A quarter of an hour of play at the start of each day; nobody says beforehand whether they come.
    PlayIn,
    /// About the year, or a subject.
    InformationEvening,
    /// The first talk.
    AcquaintanceTalk,
    /// After five weeks.
    FiveWeekTalk,
    /// About how a child does.
    TenMinuteTalk,
    /// Staff come to the family's home.
    HomeVisit,
    /// Several meetings with a few families.
    PlayGroup,
    /// Parents lend a hand.
    ParentHelp,
    /// Anything else.
    Other,
}

/// How families say whether they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    /// Come, cannot, maybe later.
    Rsvp,
    /// Nobody asks; staff tick who came in a week.
    WeeklyTick,
    /// Each family chooses a moment of its own.
    Slots,
}

/// Which figure coming to it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountsFor {
    /// `took_part` (B5).
    TookPart,
    /// `talks` (B6).
    Talks,
}

impl Base {
    /// All of them, in the order in which staff choose.
    pub const ALL: [Self; 13] = [
        Self::ThemeMorning,
        Self::CoffeeMorning,
        Self::PlayIn,
        Self::TenMinuteTalk,
        Self::ThemeStart,
        Self::ThemeClosing,
        Self::InformationEvening,
        Self::PlayGroup,
        Self::ParentHelp,
        Self::AcquaintanceTalk,
        Self::FiveWeekTalk,
        Self::HomeVisit,
        Self::Other,
    ];

    /// The word in the database, in phrases and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ThemeMorning => "theme-morning",
            Self::ThemeStart => "theme-start",
            Self::ThemeClosing => "theme-closing",
            Self::CoffeeMorning => "coffee-morning",
            Self::PlayIn => "play-in",
            Self::InformationEvening => "information-evening",
            Self::AcquaintanceTalk => "acquaintance-talk",
            Self::FiveWeekTalk => "five-week-talk",
            Self::TenMinuteTalk => "ten-minute-talk",
            Self::HomeVisit => "home-visit",
            Self::PlayGroup => "play-group",
            Self::ParentHelp => "parent-help",
            Self::Other => "other",
        }
    }

    /// Reads that word, with `-` or `_`.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace('_', "-");
        Self::ALL.into_iter().find(|base| base.word() == word)
    }

    /// The phrase with its name.
    pub fn name_phrase(self) -> String {
        format!("meeting-kind-{}", self.word())
    }

    /// The phrase that invites to it.
    pub fn invite_phrase(self) -> String {
        format!("meeting-invite-{}", self.word())
    }

    /// How families say whether they come.
    pub const fn answering(self) -> Answering {
        match self {
            Self::PlayIn => Answering::WeeklyTick,
            Self::AcquaintanceTalk | Self::FiveWeekTalk | Self::TenMinuteTalk | Self::HomeVisit => {
                Answering::Slots
            }
            _ => Answering::Rsvp,
        }
    }

    /// Which figure it counts for. A visit at home is a talk too: staff say which moment of the
    /// schedule it was.
    pub const fn counts_for(self) -> CountsFor {
        match self.answering() {
            Answering::Slots => CountsFor::Talks,
            Answering::Rsvp | Answering::WeeklyTick => CountsFor::TookPart,
        }
    }

    /// Its usual length.
    pub const fn minutes(self) -> i64 {
        match self {
            Self::PlayIn => 15,
            Self::TenMinuteTalk => 10,
            Self::FiveWeekTalk => 20,
            Self::AcquaintanceTalk => 30,
            Self::ThemeStart | Self::ThemeClosing => 45,
            Self::ThemeMorning | Self::CoffeeMorning | Self::HomeVisit | Self::Other => 60,
            Self::InformationEvening | Self::PlayGroup => 90,
            Self::ParentHelp => 120,
        }
    }

    /// Percent of the families that should come, where the sources name a target: De Klinkert's parent
    /// policy.
    pub const fn target(self) -> Option<i64> {
        match self {
            Self::InformationEvening => Some(80),
            Self::ThemeMorning
            | Self::ThemeStart
            | Self::ThemeClosing
            | Self::CoffeeMorning
            | Self::PlayIn => Some(60),
            Self::ParentHelp => Some(40),
            Self::AcquaintanceTalk | Self::FiveWeekTalk | Self::TenMinuteTalk => Some(100),
            Self::HomeVisit | Self::PlayGroup | Self::Other => None,
        }
    }

    /// How many families there is room for, unless somebody says otherwise: the play group is of ten.
    pub const fn capacity(self) -> Option<i64> {
        match self {
            Self::PlayGroup => Some(10),
            _ => None,
        }
    }

    /// How many times it takes place.
    pub const fn times(self) -> i64 {
        match self {
            Self::PlayGroup => 5,
            _ => 1,
        }
    }

    /// Brothers and sisters, unless somebody says otherwise: welcome where there is play, and not said
    /// where it makes no difference.
    pub const fn siblings(self) -> Option<Siblings> {
        match self {
            Self::ThemeMorning | Self::ThemeStart | Self::ThemeClosing | Self::CoffeeMorning => {
                Some(Siblings::Welcome)
            }
            _ => None,
        }
    }

    /// Whether it matters how many people come along: where chairs and cups are counted.
    pub const fn asks_how_many(self) -> bool {
        matches!(
            self,
            Self::ThemeStart | Self::ThemeClosing | Self::CoffeeMorning | Self::InformationEvening
        )
    }
}

/// Whether brothers and sisters may come along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Siblings {
    /// They may.
    Welcome,
    /// Better not.
    Not,
}

impl Siblings {
    /// The word in the database and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Not => "not",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Welcome, Self::Not].into_iter().find(|it| it.word() == word)
    }
}

/// A kind as an organisation has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it is called on the command line and in reports.
    pub slug: String,
    /// Whose rules and phrases it has.
    pub base: Base,
    /// Its length.
    pub minutes: i64,
    /// Where it is, when always at the same place.
    pub place: Option<String>,
    /// Percent of the families that should come.
    pub target: Option<i64>,
    /// Its own names, by language.
    pub names: BTreeMap<HomeLanguage, String>,
}

impl Kind {
    /// A built-in kind as it comes.
    pub fn built_in(base: Base) -> Self {
        Self {
            slug: base.word().to_owned(),
            base,
            minutes: base.minutes(),
            place: None,
            target: base.target(),
            names: BTreeMap::new(),
        }
    }

    /// Its name in a language: the organisation's own, else the ready one. An own name that is there in
    /// Dutch only stands in every language as it is.
    pub fn name(&self, phrases: &Phrasebook, language: HomeLanguage) -> String {
        let own = self.names.get(&language).or_else(|| self.names.get(&HomeLanguage::DUTCH));
        match own {
            Some(own) => own.clone(),
            None => phrases.plain(language, &self.base.name_phrase(), &Args::new()),
        }
    }
}

/// All kinds of an organisation, the built-in ones first.
///
/// # Errors
/// The database cannot be reached.
pub async fn kinds(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Kind>> {
    let mut kinds: Vec<Kind> = Base::ALL.into_iter().map(Kind::built_in).collect();
    for own in queries::own(read, organisation).await? {
        match kinds.iter_mut().find(|kind| kind.slug == own.slug) {
            Some(kind) => *kind = own,
            None => kinds.push(own),
        }
    }
    Ok(kinds)
}

/// The kind of this name.
///
/// # Errors
/// The database cannot be reached.
pub async fn kind(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Kind>> {
    let slug = slug.trim().to_lowercase().replace('_', "-");
    let mut all = kinds(read, organisation).await?;
    all.retain(|kind| kind.slug == slug);
    Ok(all.pop())
}

/// Keeps an own kind, or other defaults of a built-in one.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn keep_kind(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    kind: &Kind,
) -> Result<()> {
    queries::keep(write, organisation, kind).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_by_its_word_and_has_phrases_in_every_language() {
        let phrases = Phrasebook::load().unwrap();
        for base in Base::ALL {
            assert_eq!(Base::from_word(&base.word().to_uppercase().replace('-', "_")), Some(base));
            for language in phrases.languages() {
                let kind = Kind::built_in(base);
                assert!(!kind.name(&phrases, language).is_empty());
                assert!(!phrases.plain(language, &base.invite_phrase(), &Args::new()).is_empty());
            }
        }
    }

    #[test]
    fn targets_are_those_of_the_sources() {
        let targets = |target| Base::ALL.into_iter().filter(move |it| it.target() == Some(target));
        assert_eq!(targets(80).collect::<Vec<_>>(), [Base::InformationEvening]);
        assert_eq!(targets(40).collect::<Vec<_>>(), [Base::ParentHelp]);
        assert_eq!(targets(60).count(), 5);
        assert!(targets(100).all(|base| base.counts_for() == CountsFor::Talks));
    }
}
