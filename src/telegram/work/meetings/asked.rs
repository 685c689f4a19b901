//! What somebody is asked to type, as it stands in the chat: a time, a reason, with whom a talk was. Any press and
//! a quarter of an hour end it, so that words for somebody else are never taken for it.

use std::time::Duration;

use super::super::{mode, queries};
use super::{changing, outcome, pressed, times};
use crate::clock::Moment;
use crate::language::Args;
use crate::meeting::TalkId;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// How the step begins: `meet <until> <what> ..`.
const MEET: &str = "meet";
/// Nobody types an answer so much later.
const ANSWERS_WITHIN: Duration = Duration::from_secs(15 * 60);

/// What is to be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::telegram::work) enum Awaited {
    /// A time, with which this press goes on.
    Time(String),
    /// From when to when, with which this press goes on.
    Range(String),
    /// Why what this press is about does not take place.
    Reason(String),
    /// That reason, until the press that confirms.
    Because(String, String),
    /// With whom a talk was.
    With(TalkId),
    /// What was agreed in a talk.
    NextStep(TalkId),
}

impl Awaited {
    fn words(&self) -> String {
        match self {
            Self::Time(then) => format!("time {then}"),
            Self::Range(then) => format!("range {then}"),
            Self::Reason(then) => format!("reason {then}"),
            Self::Because(then, reason) => format!("because {then} {reason}"),
            Self::With(talk) => format!("with {talk}"),
            Self::NextStep(talk) => format!("next {talk}"),
        }
    }

    fn read(words: &str) -> Option<Self> {
        let (what, rest) = words.split_once(' ')?;
        let talk = || rest.parse().ok().map(TalkId::from_raw);
        match what {
            "time" => Some(Self::Time(rest.to_owned())),
            "range" => Some(Self::Range(rest.to_owned())),
            "reason" => Some(Self::Reason(rest.to_owned())),
            "because" => {
                let (then, reason) = rest.split_once(' ')?;
                Some(Self::Because(then.to_owned(), reason.to_owned()))
            }
            "with" => talk().map(Self::With),
            "next" => talk().map(Self::NextStep),
            _ => None,
        }
    }

    /// The reason that was typed for this press.
    pub fn reason(self, press: &str) -> Option<String> {
        match self {
            Self::Because(then, reason) if then == press => Some(reason),
            _ => None,
        }
    }
}

/// From now on this is awaited.
pub(super) async fn wait_for(talk: &mut Talk<'_>, what: &Awaited) -> Result<()> {
    let until = talk.now.after(ANSWERS_WITHIN).millis();
    mode::set(talk, mode::WORK, Some(&format!("{MEET} {until} {}", what.words()))).await
}

/// What is awaited in this chat, and no more from now on.
pub(in crate::telegram::work) async fn awaited(talk: &mut Talk<'_>) -> Result<Option<Awaited>> {
    let (_, step) = queries::standing(talk.write, talk.organisation.id, talk.chat).await?;
    let Some(step) = step.as_deref().and_then(|step| step.strip_prefix(MEET)) else {
        return Ok(None);
    };
    mode::set(talk, mode::WORK, None).await?;
    Ok(standing(step.trim_start(), talk.now))
}

fn standing(step: &str, now: Moment) -> Option<Awaited> {
    let (until, words) = step.split_once(' ')?;
    let until = Moment::from_millis(until.parse().ok()?);
    (now <= until).then(|| Awaited::read(words)).flatten()
}

/// What is typed: true when it was awaited, and is done.
pub(in crate::telegram::work) async fn typed(talk: &mut Talk<'_>, text: &str) -> Result<bool> {
    let Some(what) = awaited(talk).await? else { return Ok(false) };
    match &what {
        Awaited::Time(then) => match times::read(text) {
            Some(time) => {
                let press = format!("{then}.{}", times::word(time));
                pressed(talk, &press, (None, None)).await?;
            }
            None => again(talk, &what, "staff-meet-time-unclear").await?,
        },
        Awaited::Range(then) => match times::read_range(text) {
            Some(range) => {
                let press = format!("{then}.{}", times::range_word(range));
                pressed(talk, &press, (None, None)).await?;
            }
            None => again(talk, &what, "staff-meet-range-unclear").await?,
        },
        Awaited::Reason(then) | Awaited::Because(then, _) => {
            changing::with_reason(talk, then, text).await?;
        }
        Awaited::With(id) => outcome::with(talk, *id, text).await?,
        Awaited::NextStep(id) => outcome::next_step(talk, *id, text).await?,
    }
    Ok(true)
}

/// It was not to be understood, and is awaited still.
pub(super) async fn again(talk: &mut Talk<'_>, what: &Awaited, phrase: &str) -> Result<()> {
    wait_for(talk, what).await?;
    talk.work_phrase(phrase, &Args::new()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_awaited_stands_as_words_for_a_quarter_of_an_hour() {
        let now = Moment::from_millis(1_790_000_000_000);
        for what in [
            Awaited::Time("n.811c9dc5.g1.261203".to_owned()),
            Awaited::Range("o.811c9dc5.g1.261203001".to_owned()),
            Awaited::Reason("x.12".to_owned()),
            Awaited::Because("x.12".to_owned(), "De juf is ziek".to_owned()),
            Awaited::With(TalkId::from_raw(i64::MAX)),
            Awaited::NextStep(TalkId::from_raw(7)),
        ] {
            let step = format!("{} {}", now.millis(), what.words());
            assert_eq!(standing(&step, now), Some(what));
            assert_eq!(standing(&step, now.after(Duration::from_millis(1))), None);
        }
        assert_eq!(standing("12", now), None);
        assert_eq!(Awaited::Time("n".to_owned()).reason("n"), None);
    }
}
