//! How the families of a meeting stand towards it, for staff: what they said, whom nothing reached, who waits,
//! and how many chairs are needed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::MeetingId;
use super::answering::Answer;
use super::queries::overview as queries;
use super::standing::Meeting;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::FamilyId;
use crate::store::Result;

/// Families by what they said; each counts once, in the first that applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// All of them.
    pub families: i64,
    /// A carer comes, and there is a place.
    pub yes: i64,
    /// A carer would come; they are on the waiting list.
    pub waiting: i64,
    /// Maybe later.
    pub maybe: i64,
    /// They cannot come.
    pub no: i64,
    /// The invitation reached them, and they said nothing.
    pub silent: i64,
    /// The invitation reached no carer of theirs.
    pub not_reached: i64,
    /// So many people come: who said yes, and whom they bring.
    pub people: i64,
    /// Carers who come and asked the school for an interpreter, by language.
    pub interpreters: BTreeMap<HomeLanguage, i64>,
}

/// A family on the waiting list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub family: FamilyId,
    /// First names of its children.
    pub children: Vec<String>,
    /// A place is kept for them until then.
    pub offered_until: Option<Moment>,
}

/// What one carer said, or that a family has nothing but the invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub family: i64,
    pub answer: Option<Answer>,
    pub has_seat: bool,
    pub people: i64,
    /// Language, when the school is to find an interpreter.
    pub interpreter: Option<HomeLanguage>,
}

/// How the families stand that have a child in the meeting's groups that day.
///
/// # Errors
/// The database cannot be reached.
pub async fn replies(read: &mut AnyConnection, meeting: &Meeting, day: Date) -> Result<Replies> {
    let families = queries::families(read, meeting.id, day).await?;
    let said = queries::said(read, meeting.id).await?;
    let reached = queries::reached(read, meeting.id).await?;
    let mut by_family: BTreeMap<i64, Vec<&Said>> = BTreeMap::new();
    for it in &said {
        by_family.entry(it.family).or_default().push(it);
    }
    let mut replies = Replies::default();
    for family in families {
        let said = by_family.get(&family).map_or(&[][..], Vec::as_slice);
        replies.count(said, reached.contains(&family));
    }
    Ok(replies)
}

impl Replies {
    fn count(&mut self, said: &[&Said], was_reached: bool) {
        self.families += 1;
        let says = |answer| said.iter().filter(move |it| it.answer == Some(answer));
        let place = match (says(Answer::Yes).next(), says(Answer::Maybe).next()) {
            (Some(yes), _) if yes.has_seat => &mut self.yes,
            (Some(_), _) => &mut self.waiting,
            (None, Some(_)) => &mut self.maybe,
            (None, None) if says(Answer::No).next().is_some() => &mut self.no,
            (None, None) if was_reached => &mut self.silent,
            (None, None) => &mut self.not_reached,
        };
        *place += 1;
        for coming in says(Answer::Yes).filter(|it| it.has_seat) {
            self.people += coming.people;
            if let Some(language) = coming.interpreter {
                *self.interpreters.entry(language).or_default() += 1;
            }
        }
    }
}

/// Who waits for a place, in the order in which they get one.
///
/// # Errors
/// The database cannot be reached.
pub async fn waiting_list(read: &mut AnyConnection, meeting: MeetingId) -> Result<Vec<Waiting>> {
    queries::waiting(read, meeting).await
}

/// How many moments of a round of talks are free.
///
/// # Errors
/// The database cannot be reached.
pub async fn count_free(read: &mut AnyConnection, meeting: MeetingId, now: Moment) -> Result<i64> {
    queries::count_free(read, meeting, now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(answer: Answer, has_seat: bool, people: i64) -> Said {
        Said { family: 1, answer: Some(answer), has_seat, people, interpreter: None }
    }

    #[test]
    fn two_carers_of_one_family_count_once_and_bring_the_people_of_both() {
        let (mother, father) = (said(Answer::Yes, true, 2), said(Answer::Yes, true, 1));
        let mut replies = Replies::default();
        replies.count(&[&mother, &father], true);
        assert_eq!((replies.families, replies.yes, replies.people), (1, 1, 3));
    }

    #[test]
    fn one_yes_in_a_family_counts_before_any_no() {
        let (no, maybe) = (said(Answer::No, true, 1), said(Answer::Maybe, true, 1));
        let mut replies = Replies::default();
        replies.count(&[&no, &said(Answer::Yes, false, 4)], true);
        replies.count(&[&no, &maybe], true);
        replies.count(&[&no], true);
        assert_eq!((replies.waiting, replies.maybe, replies.no), (1, 1, 1));
        assert_eq!(replies.people, 0, "who waits needs no chair yet");
    }

    #[test]
    fn who_said_nothing_is_silent_only_when_the_invitation_came() {
        let mut replies = Replies::default();
        replies.count(&[], true);
        replies.count(&[], false);
        assert_eq!((replies.silent, replies.not_reached), (1, 1));
    }
}
