//! What came of a talk, noted by staff: held or not, with whom, whether an interpreter was there, and the next
//! step in a few words. And who has not chosen a moment yet, with the days that are left.

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::kind::Kind;
use super::queries::noting as queries;
use super::talks::{self, Talk};
use super::{MeetingId, TalkId};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{ChildId, FamilyId, OrganisationId};
use crate::store::{Result, Store};

/// An agreed next step has at most so many characters: a reminder, not a report about a child.
pub const NEXT_STEP_CHARS: usize = 140;

/// The moments at which there is to be a talk: indicator B6 of the inspection framework (VVE) of 2013, three with
/// toddlers and three with kleuters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TalkMoment {
    /// After settling in at the pre-school.
    SettlingInToddler,
    /// At three.
    AtThree,
    /// Before going on to the kindergarten.
    TransferToddler,
    /// After settling in at the kindergarten.
    SettlingInKleuter,
    /// At five.
    AtFive,
    /// Before going on to group 3.
    TransferKleuter,
}

impl TalkMoment {
    /// All of them, in the order in which a child meets them.
    pub const ALL: [Self; 6] = [
        Self::SettlingInToddler,
        Self::AtThree,
        Self::TransferToddler,
        Self::SettlingInKleuter,
        Self::AtFive,
        Self::TransferKleuter,
    ];

    /// The word in the database and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SettlingInToddler => "settling_in_toddler",
            Self::AtThree => "at_three",
            Self::TransferToddler => "transfer_toddler",
            Self::SettlingInKleuter => "settling_in_kleuter",
            Self::AtFive => "at_five",
            Self::TransferKleuter => "transfer_kleuter",
        }
    }

    /// Reads that word, with `_` or `-`.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|moment| moment.word() == word)
    }
}

/// What staff note of a talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedTalk {
    /// It took place.
    pub held: bool,
    /// With whom, in a few words: mother, father and grandmother.
    pub with: Option<String>,
    /// Whether the interpreter was there, where one was asked for.
    pub interpreter_there: Option<bool>,
    /// What was agreed; never about health.
    pub next_step: Option<String>,
    /// Which moment of the schedule it was, when it is not the one that follows from the day.
    pub moment: Option<TalkMoment>,
}

/// A child with whose carers nobody has a moment yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotBooked {
    /// Which child.
    pub child: ChildId,
    /// First name.
    pub child_name: String,
    /// The group.
    pub group: String,
    /// The family.
    pub family: FamilyId,
    /// Home languages of its carers.
    pub languages: Vec<HomeLanguage>,
    /// Some carer can be written to.
    pub is_connected: bool,
    /// An interpreter is needed.
    pub needs_interpreter: bool,
    /// They wait for a moment, in their own words when it would suit them.
    pub wish: Option<String>,
}

/// A talk that was booked, for the list of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldTalk {
    /// The talk.
    pub talk: Talk,
    /// The group of the child.
    pub group: String,
    /// The language of its carer.
    pub language: Option<HomeLanguage>,
    /// held or not_held, once staff noted it.
    pub outcome: Option<String>,
}

/// What staff read of a talk, beside the talk itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkCard {
    /// The group of the child.
    pub group: String,
    /// The home language of whom it is with.
    pub language: Option<HomeLanguage>,
    /// When it would suit them, in their own words.
    pub wish: Option<String>,
    /// What staff noted of it, and on which day it was.
    pub noted: Option<NotedTalk>,
}

/// What staff read of a talk, beside the talk itself.
///
/// # Errors
/// The database cannot be reached.
pub async fn talk_card(read: &mut AnyConnection, talk: TalkId) -> Result<Option<TalkCard>> {
    queries::card(read, talk).await
}

/// Notes what came of a talk; what was noted before is replaced. The caller has checked that `by` may see the
/// child.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn note_talk(
    write: &mut AnyConnection,
    talk: TalkId,
    noted: &NotedTalk,
    (day, by, now): (Date, &str, Moment),
) -> Result<bool> {
    queries::note(write, talk, noted, (day, by, now)).await
}

/// Takes back what was noted, as long as the carer was not thanked for it.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn forget_note(write: &mut AnyConnection, talk: TalkId) -> Result<bool> {
    queries::forget(write, talk).await
}

/// Notes a talk outside of every round: at the door, at home, by telephone.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn note_talk_outside(
    store: &Store,
    write: &mut AnyConnection,
    (organisation, child, kind): (OrganisationId, ChildId, &Kind),
    noted: &NotedTalk,
    (day, by, now): (Date, &str, Moment),
) -> Result<TalkId> {
    let id = TalkId::from_raw(store.new_id());
    queries::insert_outside(write, id, (organisation, child, &kind.slug)).await?;
    queries::note(write, id, noted, (day, by, now)).await?;
    Ok(id)
}

/// The children of a round for whom nobody chose a moment, by group and name.
///
/// # Errors
/// The database cannot be reached.
pub async fn not_booked(
    read: &mut AnyConnection,
    meeting: MeetingId,
    today: Date,
) -> Result<Vec<NotBooked>> {
    let mut all = queries::not_booked(read, meeting, &today.to_string()).await?;
    all.sort_by(|a, b| (&a.group, &a.child_name, a.child).cmp(&(&b.group, &b.child_name, b.child)));
    Ok(all)
}

/// The booked talks of a round, in order of time.
///
/// # Errors
/// The database cannot be reached.
pub async fn booked_talks(read: &mut AnyConnection, meeting: MeetingId) -> Result<Vec<HeldTalk>> {
    let mut found = Vec::new();
    for (id, group, language, outcome) in queries::booked(read, meeting).await? {
        if let Some(talk) = talks::talk(read, TalkId::from_raw(id)).await? {
            let language = language.as_deref().and_then(HomeLanguage::parse);
            found.push(HeldTalk { talk, group, language, outcome });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_of_the_schedule_is_read_by_its_word() {
        for moment in TalkMoment::ALL {
            assert_eq!(TalkMoment::from_word(&moment.word().replace('_', "-")), Some(moment));
        }
        assert_eq!(TalkMoment::from_word("at six"), None);
    }
}
