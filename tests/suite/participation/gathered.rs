//! The plain model of meetings and talks.

use jiff::ToSpan;
use jiff::civil::Date;
use thuispost::meeting::Base;

use super::meetings::{Meeting, Session, Talk};
use super::model::{Answer, Expected, Model};
use super::school::Child;

/// The figures that can be told of a kind of meeting.
const FIGURES: [&str; 4] = ["took_part", "said_they_come", "came_as_said", "interpreter_there"];
const TALKS: [&str; 4] = ["acquaintance-talk", "five-week-talk", "ten-minute-talk", "home-visit"];

impl Model<'_> {
    pub fn kind_records(&self) -> Vec<Expected> {
        let mut records = Vec::new();
        for figure in FIGURES {
            for (kind, target) in self.kinds() {
                let norm = target.filter(|_| figure == "took_part");
                let all = self.families(|_| true).into_iter();
                let answers = all.map(|family| self.at_meetings(figure, family, Some(&kind)));
                let record = Expected::of(figure, norm, "kind", kind.clone(), answers);
                if record.families > 0 {
                    records.push(record);
                }
            }
        }
        records
    }

    /// Built-in ones first, then the organisation's own by name; with their targets.
    fn kinds(&self) -> Vec<(String, Option<u32>)> {
        let own =
            self.school.meetings.kinds.iter().filter(|it| it.organisation == self.organisation);
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|it| it.slug);
        let mut slugs: Vec<&str> = Base::ALL.iter().map(|base| base.word()).collect();
        for it in &own {
            if !slugs.contains(&it.slug) {
                slugs.push(it.slug);
            }
        }
        let target = |slug: &str| {
            let kept = own.iter().find(|it| it.slug == slug);
            let base = Base::from_word(kept.map_or(slug, |it| it.base)).unwrap();
            kept.and_then(|it| it.target).or(base.target()).map(|it| u32::try_from(it).unwrap())
        };
        slugs.into_iter().map(|slug| (slug.to_owned(), target(slug))).collect()
    }

    /// What is known of a family about the meetings of a kind, or of all kinds.
    pub fn at_meetings(&self, figure: &str, family: i64, kind: Option<&str>) -> Answer {
        match figure {
            "took_part" => self.took_part(family, kind),
            "said_they_come" => self.said_they_come(family, kind),
            "came_as_said" => self.came_as_said(family, kind),
            "interpreter_there" => self.interpreter_there(family, kind),
            other => unreachable!("{other}"),
        }
    }

    /// The times that took place in the period and were no talk.
    fn held(&self, kind: Option<&str>) -> Vec<(&Meeting, &Session)> {
        let mut held = Vec::new();
        for meeting in &self.school.meetings.all {
            let fits = meeting.organisation == self.organisation
                && !TALKS.contains(&meeting.base)
                && kind.is_none_or(|kind| kind == meeting.kind);
            for session in self.school.meetings.sessions.iter().filter(|_| fits) {
                if session.meeting == meeting.id
                    && !session.cancelled
                    && self.in_period(session.starts)
                    && session.starts <= self.now
                {
                    held.push((meeting, session));
                }
            }
        }
        held
    }

    fn was_there(&self, family: i64, session: i64, evidence: &str) -> bool {
        let mut all = self.school.meetings.attendance.iter();
        all.any(|it| (it.family, it.session, it.evidence) == (family, session, evidence))
    }

    fn came(&self, family: i64, sessions: &[&Session]) -> Answer {
        let any = |evidence| sessions.iter().any(|it| self.was_there(family, it.id, evidence));
        if any("seen") {
            Answer::Attended
        } else if any("said") {
            Answer::SaidSo
        } else {
            Answer::Unknown
        }
    }

    fn took_part(&self, family: i64, kind: Option<&str>) -> Answer {
        let held = self.held(kind);
        let is_for = |meeting: &Meeting| {
            self.school.children.iter().any(|child| {
                child.family == family
                    && meeting.groups.contains(&child.group)
                    && (child.ve || !meeting.ve_only)
                    && self.is_there(child)
                    && self.is_chosen(child.group)
            })
        };
        if kind.is_some() && !held.iter().any(|(meeting, _)| is_for(meeting)) {
            return Answer::NotAsked;
        }
        let sessions: Vec<&Session> = held.iter().map(|it| it.1).collect();
        self.came(family, &sessions)
    }

    /// What the carers of a family answered.
    fn answers(&self, family: i64, meeting: i64) -> Vec<&'static str> {
        let carers = self.carers(family);
        let theirs = self.school.meetings.rsvps.iter().filter(|it| it.meeting == meeting);
        let theirs = theirs.filter(|it| carers.iter().any(|carer| carer.id == it.carer));
        theirs.map(|it| it.answer).collect()
    }

    fn said_they_come(&self, family: i64, kind: Option<&str>) -> Answer {
        let held = self.held(kind);
        let invited = held.iter().filter(|(meeting, _)| meeting.base != "play-in").any(|it| {
            self.school.mailings.iter().any(|mailing| {
                mailing.kind == "invitation"
                    && mailing.meeting == Some(it.0.id)
                    && self.carers(family).iter().any(|carer| self.arrived(mailing.id, carer.id))
            })
        });
        let said: Vec<_> = held.iter().flat_map(|it| self.answers(family, it.0.id)).collect();
        match (invited, said.contains(&"yes"), said.is_empty()) {
            (false, ..) => Answer::NotAsked,
            (_, true, _) => Answer::SaidSo,
            (_, _, true) => Answer::Unknown,
            _ => Answer::Otherwise,
        }
    }

    fn has_place(&self, family: i64, meeting: i64) -> bool {
        let mut seats = self.school.meetings.seats.iter();
        seats.all(|it| (it.0, it.1) != (meeting, family) || it.2 == "taken")
    }

    fn came_as_said(&self, family: i64, kind: Option<&str>) -> Answer {
        let mut expected = self.held(kind);
        expected.retain(|(meeting, session)| {
            session.closed
                && self.answers(family, meeting.id).contains(&"yes")
                && self.has_place(family, meeting.id)
        });
        if expected.is_empty() {
            return Answer::NotAsked;
        }
        let sessions: Vec<&Session> = expected.iter().map(|it| it.1).collect();
        match self.came(family, &sessions) {
            Answer::Unknown => Answer::Absent,
            known => known,
        }
    }

    fn interpreter_there(&self, family: i64, kind: Option<&str>) -> Answer {
        let mut noted = Vec::new();
        for (meeting, session) in self.held(kind) {
            let asked = self.school.meetings.rsvps.iter().any(|it| {
                (it.meeting, it.answer, it.interpreter) == (meeting.id, "yes", Some("school"))
                    && self.carers(family).iter().any(|carer| carer.id == it.carer)
            });
            if asked && self.has_place(family, meeting.id) {
                noted.push(None);
                let all = self.school.meetings.attendance.iter();
                let theirs = all.filter(|it| (it.session, it.family) == (session.id, family));
                noted.extend(theirs.map(|it| it.interpreter));
            }
        }
        for talk in &self.school.meetings.talks {
            let child = &self.school.children[usize::try_from(talk.child - 1).unwrap()];
            let day = talk.held_on.map(|day| day.parse::<Date>().unwrap());
            if child.family == family
                && kind.is_none_or(|kind| kind == talk.kind)
                && talk.outcome == Some("held")
                && talk.interpreter == Some("school")
                && day.is_some_and(|day| self.from <= day && day <= self.to && day <= self.today())
            {
                noted.push(talk.interpreter_there);
            }
        }
        match (noted.is_empty(), noted.contains(&Some(true)), noted.contains(&Some(false))) {
            (true, ..) => Answer::NotAsked,
            (_, true, _) => Answer::Seen,
            (_, _, true) => Answer::Absent,
            _ => Answer::Unknown,
        }
    }

    pub fn today(&self) -> Date {
        super::day_of(self.now)
    }

    /// The talks that were due about the children in a row of a breakdown.
    pub fn talk_answers(&self, belongs: impl Fn(&Child) -> bool) -> Vec<Answer> {
        let mut answers = Vec::new();
        for (number, child) in (1_i64..).zip(&self.school.children) {
            let family = self.school.families.iter().find(|it| it.id == child.family).unwrap();
            let is_of = family.organisation == self.organisation && self.is_chosen(child.group);
            if !is_of || !belongs(child) {
                continue;
            }
            let due = due(child);
            let held = self.fulfilled(number, &due);
            for (moment, day) in due {
                if self.from <= day && day <= self.to && day <= self.today() {
                    let is_held = held.contains(&moment);
                    answers.push(if is_held { Answer::Attended } else { Answer::Unknown });
                }
            }
        }
        answers
    }

    /// Which moments were fulfilled: first those that staff named, then the nearest for each other talk.
    fn fulfilled(&self, child: i64, due: &[(&'static str, Date)]) -> Vec<&'static str> {
        let is_held = |it: &&Talk| {
            let day = it.held_on.map(|day| day.parse::<Date>().unwrap());
            it.child == child
                && it.outcome == Some("held")
                && day.is_some_and(|it| it <= self.today())
        };
        let mut talks: Vec<&Talk> = self.school.meetings.talks.iter().filter(is_held).collect();
        talks.sort_by_key(|it| it.held_on);
        let mut rounds: Vec<(Date, Option<&str>, Option<i64>)> = Vec::new();
        for talk in talks {
            match rounds.iter_mut().find(|it| it.2.is_some() && it.2 == talk.round) {
                Some(round) => round.1 = round.1.or(talk.moment),
                None => {
                    rounds.push((talk.held_on.unwrap().parse().unwrap(), talk.moment, talk.round));
                }
            }
        }
        let mut held = Vec::new();
        for moment in rounds.iter().filter_map(|it| it.1) {
            held.extend(due.iter().map(|it| it.0).filter(|it| *it == moment));
        }
        for (day, ..) in rounds.iter().filter(|it| it.1.is_none()) {
            let mut open: Vec<_> = due
                .iter()
                .filter(|it| !held.contains(&it.0))
                .filter(|it| it.1 - 4.months() <= *day && *day <= it.1 + 4.months())
                .map(|it| ((it.1 - *day).get_days().abs(), it.0))
                .collect();
            open.sort_by_key(|it| it.0);
            held.extend(open.first().map(|it| it.1));
        }
        held
    }
}

/// The day on which each talk about a child is due.
fn due(child: &Child) -> Vec<(&'static str, Date)> {
    let parse = |day: &String| day.parse::<Date>().unwrap();
    let starts = child.starts.as_ref().map(parse);
    let leaves = child.leaves.as_ref().map(parse);
    let month = |years: i16, months: i32| {
        let born: Date = format!("{}-01", child.born.unwrap()).parse().unwrap();
        born + i32::from(years).years() + months.months()
    };
    let after_eight_weeks = |day: Date| day + 56.days();
    let until_it_leaves = |day: Date| leaves.map_or(day, |leaves| leaves.min(day));
    let mut falls: Vec<(&'static str, Option<Date>)> = Vec::new();
    if child.born.is_none() {
        falls.push(("settling_in_toddler", starts.map(after_eight_weeks)));
        falls.push(("transfer_toddler", leaves));
    } else {
        let is_toddler = starts.is_none_or(|starts| starts < month(4, 0));
        if is_toddler {
            let settled = starts.map(after_eight_weeks).filter(|day| *day < month(4, 0));
            falls.push(("settling_in_toddler", settled));
            falls.push(("at_three", Some(month(3, 0))));
            falls.push(("transfer_toddler", Some(until_it_leaves(month(4, -1)))));
        }
        let since = if is_toddler { month(4, 1).yesterday().unwrap() } else { starts.unwrap() };
        let settled = after_eight_weeks(since);
        let sixth = month(6, 0);
        let july = Date::new(sixth.year() + i16::from(sixth.month() >= 10), 7, 1).unwrap();
        let in_group_3 = Date::new(july.year(), 8, 1).unwrap();
        if settled < in_group_3 && leaves.is_none_or(|leaves| settled <= leaves) {
            falls.push(("settling_in_kleuter", Some(settled)));
            falls.push(("at_five", Some(month(5, 0))));
            falls.push(("transfer_kleuter", Some(until_it_leaves(july))));
        }
    }
    let mut due = Vec::new();
    for (moment, day) in falls {
        let Some(day) = day else { continue };
        let last = until_it_leaves(day.last_of_month());
        if day <= last && starts.is_none_or(|starts| starts <= last) {
            due.push((moment, last));
        }
    }
    due
}
