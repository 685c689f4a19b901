//! Another moment that suits better: one of the others of this kind, or free words.

use std::time::Duration;

use super::super::talk::Talk;
use super::super::{queries, question};
use crate::clock::Moment;
use crate::inbox::{NewQuestion, QuestionKind};
use crate::language::{Args, clean, short_day_and_time};
use crate::meeting::{self, Meeting, MeetingPress, TalkId};
use crate::outbox::Button;
use crate::roster::CarerId;
use crate::store::Result;

/// What was asked last in this chat: when another moment would suit.
const MOMENT: &str = "moment";
/// Words that come later than this answer something else.
const ASKED_FOR: Duration = Duration::from_secs(24 * 3_600);
/// So many other moments are offered.
const OTHERS: usize = 4;

/// Other meetings of this kind at other moments, or free words, which staff get.
pub(super) async fn other_moment(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
) -> Result<()> {
    let now = talk.now;
    let today = talk.today();
    let coming = meeting::coming(talk.write, talk.organisation.id, now).await?;
    let mut message = talk.message("meeting-moments", &Args::new());
    for other in coming.iter().filter(|it| it.id != meeting.id && it.kind == meeting.kind) {
        let is_for_me = meeting::is_for(talk.write, other.id, carer, &today).await?;
        if message.buttons.len() < OTHERS
            && other.is_open(now)
            && is_for_me
            && let Some(first) = other.next(now)
        {
            let label = short_day_and_time(
                talk.language(),
                first.starts.local(&talk.organisation.time_zone),
            );
            message = message.row([Button::new(label, MeetingPress::Yes.data(other.id, carer))]);
        }
    }
    if message.buttons.is_empty() {
        message = talk.message("meeting-moment-type", &Args::new());
    }
    ask_when(talk, carer, None).await?;
    talk.say(message).await
}

/// Words that say when another moment would suit; false when nobody asked, or asked long ago.
pub(in crate::telegram) async fn typed(
    talk: &mut Talk<'_>,
    text: &str,
    message_id: i64,
) -> Result<bool> {
    let step = queries::step(talk.write, talk.organisation.id, talk.chat).await?;
    let Some(asked) = step.as_deref().and_then(Asked::read) else { return Ok(false) };
    queries::set_step(talk.write, talk.organisation.id, talk.chat, None).await?;
    let is_mine = talk.carers.iter().any(|it| it.id == asked.carer && it.is_active());
    if !is_mine || talk.now > asked.at.after(ASKED_FOR) {
        return Ok(false);
    }
    if let Some(about) = asked.talk {
        let (now, today) = (talk.now, talk.today());
        let (ours, here) = ((talk.organisation.id, about), (talk.chat, today.as_str()));
        let found = meeting::talk_in_chat(talk.write, ours, here).await?;
        // Whoever chose a moment since then says something else.
        if found.is_none_or(|(about, _)| !about.waits) {
            return Ok(false);
        }
        meeting::wait_for_slot(talk.write, about, Some(text), now).await?;
    }
    // Staff get the words as a question of the carer's.
    let question = NewQuestion {
        organisation: talk.organisation.id,
        carer: asked.carer,
        letter: None,
        kind: QuestionKind::Text,
        body: &clean(text),
        message_id: Some(message_id),
    };
    question::ask(talk, &question).await?;
    talk.say_phrase("meeting-moment-typed", &talk.place()).await?;
    Ok(true)
}

/// When somebody was asked when another moment would suit, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    pub at: Moment,
    pub carer: CarerId,
    pub talk: Option<TalkId>,
}

impl Asked {
    fn words(self) -> String {
        let talk = self.talk.map_or(0, TalkId::raw);
        format!("{MOMENT} {} {} {talk}", self.at.millis(), self.carer)
    }

    fn read(step: &str) -> Option<Self> {
        let mut words = step.strip_prefix(MOMENT)?.trim_start().split(' ');
        let mut number = || words.next()?.parse::<i64>().ok();
        Some(Self {
            at: Moment::from_millis(number()?),
            carer: CarerId::from_raw(number()?),
            talk: Some(number()?).filter(|id| *id != 0).map(TalkId::from_raw),
        })
    }
}

/// The next words in this chat say when.
pub(in crate::telegram) async fn ask_when(
    talk: &mut Talk<'_>,
    carer: CarerId,
    about: Option<TalkId>,
) -> Result<()> {
    let step = Asked { at: talk.now, carer, talk: about }.words();
    queries::set_step(talk.write, talk.organisation.id, talk.chat, Some(&step)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_comes_back_as_it_was() {
        let at = Moment::from_millis(1_790_000_000_000);
        let carer = CarerId::from_raw(i64::MAX);
        for talk in [None, Some(TalkId::from_raw(7))] {
            let asked = Asked { at, carer, talk };
            assert_eq!(Asked::read(&asked.words()), Some(asked));
        }
        assert_eq!(Asked::read("ask 1 2 3"), None);
    }
}
