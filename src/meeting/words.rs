//! What carers read about a meeting, once per language: ready phrases with the day, the time and the place.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::kind::{Answering, Siblings};
use super::standing::{Meeting, Session};
use super::{MeetingPress, kind::Base};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook, day_and_time, hour, list, weekday};
use crate::outbox::Button;

/// What is told about a meeting, other than the invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News<'a> {
    /// To who has not answered.
    Again,
    /// The day before.
    Reminder(&'a Session),
    /// It is at another moment; it was at this one.
    Moved(&'a Session, Moment),
    /// One time of it, or all of it when it has only one, does not take place.
    Cancelled(&'a Session),
    /// A round of talks does not take place; to who has chosen no moment.
    RoundCancelled,
    /// To who came.
    Thanks,
    /// To who said yes and was not seen, with the next time, if there is one.
    Missed(Option<&'a Session>),
}

impl News<'_> {
    /// The word in the name of its mailing.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Reminder(_) => "reminder",
            Self::Moved(..) => "moved",
            Self::Cancelled(_) | Self::RoundCancelled => "cancelled",
            Self::Thanks => "thanks",
            Self::Missed(_) => "missed",
        }
    }
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub language: HomeLanguage,
    pub title: String,
    pub body: Html,
    /// Labels with what their press begins with.
    pub rows: Vec<Vec<Button>>,
}

/// Says things about one meeting.
#[derive(Clone, Copy)]
pub(super) struct Speaker<'a> {
    pub phrases: &'a Phrasebook,
    pub meeting: &'a Meeting,
    pub zone: &'a TimeZone,
}

impl Speaker<'_> {
    /// The invitation in a language; `None` when a line of one's own is missing in it, unless Dutch will do.
    pub(super) fn invitation(&self, language: HomeLanguage, dutch_will_do: bool) -> Option<Text> {
        let own = self.own_line(language, dutch_will_do)?;
        let invite = self.phrase(language, &self.meeting.kind.base.invite_phrase(), Args::new());
        let body = invite.then(&stacked(self.facts(language))).then(&own);
        let body = match self.meeting.kind.base.answering() {
            Answering::Rsvp => body.then(&self.phrase(language, "meeting-question", Args::new())),
            Answering::WeeklyTick | Answering::Slots => body,
        };
        Some(self.text(language, body, self.invitation_rows(language)))
    }

    /// Anything else that is told of it.
    pub(super) fn news(&self, language: HomeLanguage, news: News<'_>) -> Text {
        let say = |id: &str, args: Args| self.phrase(language, id, args);
        let when = |session: &Session| self.when_words(language, session);
        let (body, rows) = match news {
            News::Again if self.meeting.kind.base.answering() == Answering::Slots => {
                let body = say("talk-again", Args::new());
                (body.then(&stacked(self.facts(language))), self.invitation_rows(language))
            }
            News::Again => {
                let body = say("meeting-again", Args::new());
                (body.then(&stacked(self.facts(language))), self.invitation_rows(language))
            }
            News::Reminder(session) => {
                let body = say("meeting-reminder", Args::new().text("when", when(session)));
                let body = body.then(&stacked(self.place_lines(language)));
                // Of a series one says so before its first time.
                match self.is_first(session) {
                    true => (body, self.rows(language, &[&[NOT_AFTER_ALL], &[MAP]])),
                    false => (body, self.rows(language, &[&[MAP]])),
                }
            }
            News::Moved(session, old) => {
                let old = day_and_time(language, old.local(self.zone));
                let args = Args::new().text("old", old).text("when", when(session));
                let body = say("meeting-moved", args).then(&stacked(self.place_lines(language)));
                (body, self.rows(language, &[&[YES], &[NO, OTHER], &[CALENDAR], &[MAP]]))
            }
            News::Cancelled(session) => {
                let when = self.cancelled_times(language, session);
                let cancelled = say("meeting-cancelled", Args::new().text("when", when));
                (stacked(self.with_why(language, cancelled)), Vec::new())
            }
            News::RoundCancelled => {
                let cancelled = say("meeting-called-off", Args::new());
                (stacked(self.with_why(language, cancelled)), Vec::new())
            }
            News::Thanks => (say("meeting-thanks", Args::new()), Vec::new()),
            News::Missed(next) => {
                let missed = say("meeting-missed", Args::new());
                let body = match next {
                    Some(next) => {
                        missed.then(&say("meeting-next", Args::new().text("when", when(next))))
                    }
                    None => missed,
                };
                let rows = match next {
                    // To the next time of a series they said yes already.
                    Some(next) if self.is_first(next) => {
                        self.rows(language, &[&[("meeting-next-yes", MeetingPress::Yes)]])
                    }
                    _ => Vec::new(),
                };
                (body, rows)
            }
        };
        self.text(language, body, rows)
    }

    fn text(&self, language: HomeLanguage, body: Html, rows: Vec<Vec<Button>>) -> Text {
        Text { language, title: self.meeting.kind.name(self.phrases, language), body, rows }
    }

    /// The staff's own line; nothing to say is empty, and no line in this language is `None`.
    fn own_line(&self, language: HomeLanguage, dutch_will_do: bool) -> Option<Html> {
        let lines = &self.meeting.lines;
        match (lines.get(&language), lines.get(&HomeLanguage::DUTCH)) {
            (Some(own), _) => Some(Html::escape(own)),
            (None, _) if lines.is_empty() => Some(Html::default()),
            (None, Some(dutch)) if dutch_will_do => {
                Some(self.phrase(language, "meeting-line-dutch", Args::new().text("line", dutch)))
            }
            (None, _) => None,
        }
    }

    /// Until a meeting begins for the first time one may answer.
    fn is_first(&self, session: &Session) -> bool {
        self.meeting.standing().next().is_some_and(|first| first.id == session.id)
    }

    /// When, where, with whom, for how many.
    fn facts(&self, language: HomeLanguage) -> Vec<Html> {
        let mut lines = self.time_lines(language);
        lines.extend(self.place_lines(language));
        let fixed = |id: &str| self.phrase(language, id, Args::new());
        match self.meeting.siblings {
            Some(Siblings::Welcome) => lines.push(fixed("meeting-siblings-welcome")),
            Some(Siblings::Not) => lines.push(fixed("meeting-siblings-not")),
            None => {}
        }
        if let Some(count) = self.meeting.capacity {
            let phrase = match self.meeting.kind.base {
                Base::ParentHelp => "meeting-helpers",
                _ => "meeting-places",
            };
            lines.push(self.phrase(language, phrase, Args::new().number("count", count)));
        }
        if self.meeting.kind.base.answering() == Answering::Rsvp
            && self.meeting.kind.base != Base::ParentHelp
        {
            lines.push(fixed("meeting-free"));
        }
        lines
    }

    fn time_lines(&self, language: HomeLanguage) -> Vec<Html> {
        if let Some((first, last)) = self.meeting.talks {
            let day = |at: Moment| weekday(language, at.local(self.zone).date());
            let (first, last) = (day(first), day(last));
            if first == last {
                return vec![self.phrase(
                    language,
                    "meeting-talk-day",
                    Args::new().text("day", first),
                )];
            }
            let args = Args::new().text("from", first).text("until", last);
            return vec![self.phrase(language, "meeting-talk-days", args)];
        }
        let times: Vec<Html> =
            self.meeting.standing().map(|session| self.when(language, session)).collect();
        if !self.meeting.is_series() {
            return times;
        }
        let count = i64::try_from(times.len()).unwrap_or(i64::MAX);
        let head = self.phrase(language, "meeting-series", Args::new().number("count", count));
        std::iter::once(head).chain(times).collect()
    }

    /// "Thursday 3 December, 08:30 – 09:30".
    fn when(&self, language: HomeLanguage, session: &Session) -> Html {
        let (starts, ends) = Meeting::local(session, self.zone);
        if starts.date() != ends.date() {
            let args = Args::new().text("from", day_and_time(language, starts));
            let args = args.text("until", day_and_time(language, ends));
            return self.phrase(language, "meeting-when-days", args);
        }
        let args = Args::new().text("day", weekday(language, starts.date()));
        let args = args.text("from", hour(language, starts.time()));
        let args = args.text("until", hour(language, ends.time()));
        self.phrase(language, "meeting-when", args)
    }

    /// "Thursday 3 December 08:30", to stand inside a sentence.
    pub(super) fn when_words(&self, language: HomeLanguage, session: &Session) -> String {
        when_words(language, session.starts.local(self.zone))
    }

    /// What does not take place, and the staff's own words about it.
    fn with_why(&self, language: HomeLanguage, cancelled: Html) -> Vec<Html> {
        let why = self.meeting.cancelled_why.as_ref();
        let say =
            |why| self.phrase(language, "meeting-cancelled-why", Args::new().text("reason", why));
        std::iter::once(cancelled).chain(why.map(say)).collect()
    }

    /// The time that was called off; of a meeting that was called off as a whole, all that were to come.
    fn cancelled_times(&self, language: HomeLanguage, session: &Session) -> String {
        if self.meeting.cancelled_at.is_none() {
            return self.when_words(language, session);
        }
        let gone = self.meeting.standing().filter(|it| it.starts >= session.starts);
        let times: Vec<String> = gone.map(|it| self.when_words(language, it)).collect();
        match times.as_slice() {
            [one] => one.clone(),
            several => list(language, several),
        }
    }

    fn place_lines(&self, language: HomeLanguage) -> Vec<Html> {
        if self.meeting.kind.base == Base::HomeVisit {
            return vec![self.phrase(language, "meeting-at-home", Args::new())];
        }
        let place = self.meeting.place.as_ref().or(self.meeting.location.address.as_ref());
        let line = |place| self.phrase(language, "meeting-where", Args::new().text("place", place));
        place.map(line).into_iter().collect()
    }

    fn invitation_rows(&self, language: HomeLanguage) -> Vec<Vec<Button>> {
        match self.meeting.kind.base.answering() {
            Answering::WeeklyTick => self.rows(language, &[&[MAP]]),
            Answering::Slots => self.rows(
                language,
                &[&[("meeting-choose-moment", MeetingPress::Choose)], &[INTERPRETER], &[MAP]],
            ),
            Answering::Rsvp => {
                self.rows(language, &[&[YES], &[NO, MAYBE], &[OTHER], &[INTERPRETER], &[MAP]])
            }
        }
    }

    /// Rows of buttons; the map only where the place is known.
    fn rows(&self, language: HomeLanguage, rows: &[&[(&str, MeetingPress)]]) -> Vec<Vec<Button>> {
        let has_pin =
            self.meeting.location.pin.is_some() && self.meeting.kind.base != Base::HomeVisit;
        let button = |(phrase, press): &(&str, MeetingPress)| {
            let label = self.phrases.plain(language, phrase, &Args::new());
            Button::new(label, press.about(self.meeting.id))
        };
        let shown = |(_, press): &&(&str, MeetingPress)| *press != MeetingPress::Map || has_pin;
        let rows = rows.iter().map(|row| row.iter().filter(shown).map(button).collect());
        rows.filter(|row: &Vec<Button>| !row.is_empty()).collect()
    }

    #[expect(clippy::needless_pass_by_value, reason = "they are made for this phrase")]
    fn phrase(&self, language: HomeLanguage, id: &str, args: Args) -> Html {
        self.phrases.html(language, id, &args)
    }
}

const YES: (&str, MeetingPress) = ("meeting-yes", MeetingPress::Yes);
const NO: (&str, MeetingPress) = ("meeting-no", MeetingPress::No);
const MAYBE: (&str, MeetingPress) = ("meeting-maybe", MeetingPress::Maybe);
const OTHER: (&str, MeetingPress) = ("meeting-other-moment", MeetingPress::OtherMoment);
const INTERPRETER: (&str, MeetingPress) = ("meeting-interpreter", MeetingPress::Interpreter);
const MAP: (&str, MeetingPress) = ("meeting-map", MeetingPress::Map);
const CALENDAR: (&str, MeetingPress) = ("meeting-calendar", MeetingPress::Calendar);
const NOT_AFTER_ALL: (&str, MeetingPress) = ("meeting-not-after-all", MeetingPress::No);

/// A moment as it stands inside a sentence.
pub fn when_words(language: HomeLanguage, at: DateTime) -> String {
    day_and_time(language, at)
}

/// One under the other.
fn stacked(lines: Vec<Html>) -> Html {
    let lines: Vec<String> = lines.into_iter().map(Html::into_string).collect();
    Html::trusted(lines.join("\n"))
}
