//! The figures once more, straight from their definitions: loops over what happened, one family
//! at a time, knowing nothing of the SQL.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::school::{Carer, Child, Mailing, School};

/// A record as it should be.
#[derive(Debug, PartialEq, Eq)]
pub struct Expected {
    pub figure: &'static str,
    pub by: &'static str,
    pub key: String,
    pub families: u64,
    pub count: u64,
    pub percent: Option<u64>,
    pub norm: Option<u32>,
    pub short: Option<u64>,
    /// said so, handed over, delivered, said otherwise, unknown, seen by staff, materials given,
    /// attended, not as staff noted
    pub evidence: [u64; 9],
}

#[derive(Clone, Copy)]
pub enum Chosen {
    Everything,
    Location(i64),
    Group(i64),
}

/// A question to the model.
pub struct Model<'a> {
    pub school: &'a School,
    pub organisation: i64,
    pub zone: &'a TimeZone,
    pub from: Date,
    pub to: Date,
    pub now: i64,
    pub chosen: Chosen,
}

pub enum Answer {
    NotAsked,
    SaidSo,
    HandedOver,
    Delivered,
    Otherwise,
    Unknown,
    Seen,
    Materials,
    Attended,
    Absent,
}

const FIGURES: [(&str, Option<u32>); 13] = [
    ("connected", Some(100)),
    ("reached", Some(80)),
    ("understood", None),
    ("responded", None),
    ("offered", Some(100)),
    ("did_at_home", Some(60)),
    ("worked", None),
    ("took_part", Some(60)),
    ("talks", Some(100)),
    ("said_they_come", None),
    ("came_as_said", None),
    ("interpreter_there", None),
    ("language_known", Some(100)),
];

/// Nobody says them about a letter.
const NOT_OF_A_LETTER: [&str; 6] =
    ["offered", "took_part", "talks", "said_they_come", "came_as_said", "interpreter_there"];

impl Expected {
    pub fn of(
        figure: &'static str,
        norm: Option<u32>,
        by: &'static str,
        key: String,
        answers: impl Iterator<Item = Answer>,
    ) -> Self {
        let mut evidence = [0; 9];
        for answer in answers {
            match answer {
                Answer::NotAsked => {}
                Answer::SaidSo => evidence[0] += 1,
                Answer::HandedOver => evidence[1] += 1,
                Answer::Delivered => evidence[2] += 1,
                Answer::Otherwise => evidence[3] += 1,
                Answer::Unknown => evidence[4] += 1,
                Answer::Seen => evidence[5] += 1,
                Answer::Materials => evidence[6] += 1,
                Answer::Attended => evidence[7] += 1,
                Answer::Absent => evidence[8] += 1,
            }
        }
        let families: u64 = evidence.iter().sum();
        let count = families - evidence[3] - evidence[4] - evidence[8];
        let nearest = (0..=100).rfind(|percent| 2 * percent * families <= 200 * count + families);
        let percent = nearest.filter(|_| families > 0);
        let short = norm.map(|norm| {
            let needed = (0..).find(|n| n * 100 >= u64::from(norm) * families).unwrap();
            needed.max(count) - count
        });
        Self { figure, by, key, families, count, percent, norm, short, evidence }
    }
}

impl Model<'_> {
    pub fn records(&self, by: &'static str) -> Vec<Expected> {
        if ["programme", "theme", "activity"].contains(&by) {
            return self.subject_records(by);
        }
        if by == "kind" {
            return self.kind_records();
        }
        let mut records = Vec::new();
        for (figure, norm) in FIGURES {
            if by == "letter" && NOT_OF_A_LETTER.contains(&figure) {
                continue;
            }
            for (key, families, letter) in self.rows(by) {
                let answers: Vec<Answer> = if figure == "talks" {
                    self.talk_answers(|child| self.is_in_row(by, &key, child))
                } else {
                    families.iter().map(|&it| self.answer(figure, it, letter)).collect()
                };
                let answers = answers.into_iter();
                records.push(Expected::of(figure, norm, by, key, answers));
            }
        }
        records
    }

    /// The rows of a breakdown: name, families, and the letter that is asked about.
    fn rows(&self, by: &str) -> Vec<(String, Vec<i64>, Option<&Mailing>)> {
        match by {
            "all" => vec![(String::new(), self.families(|_| true), None)],
            "location" => self.location_rows(),
            "group" => self.group_rows(),
            "language" => self.language_rows(),
            "letter" => self.letter_rows(),
            other => unreachable!("{other}"),
        }
    }

    /// Whether what is about a child counts in the row of this name.
    fn is_in_row(&self, by: &str, key: &str, child: &Child) -> bool {
        let group = self.school.groups.iter().find(|it| it.id == child.group).unwrap();
        let location = self.school.locations.iter().find(|it| it.id == group.location).unwrap();
        match by {
            "location" => location.name == key,
            "group" => key == group.name || key == format!("{}/{}", location.name, group.name),
            "language" => self.carers(child.family).iter().any(|it| it.language == key),
            _ => true,
        }
    }

    fn location_rows(&self) -> Vec<(String, Vec<i64>, Option<&Mailing>)> {
        let mut rows = Vec::new();
        for location in &self.school.locations {
            let mut groups = self.school.groups.iter().filter(|g| g.location == location.id);
            if location.organisation == self.organisation && groups.any(|g| self.is_chosen(g.id)) {
                let families = self.families(|child| self.location_of(child.group) == location.id);
                rows.push((location.name.to_owned(), families, None));
            }
        }
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows
    }

    fn group_rows(&self) -> Vec<(String, Vec<i64>, Option<&Mailing>)> {
        let mut named = Vec::new();
        for group in &self.school.groups {
            let at = self.school.locations.iter().find(|l| l.id == group.location).unwrap();
            if at.organisation == self.organisation {
                named.push((at.name, group.name, group.id));
            }
        }
        named.sort_unstable();
        let mut rows = Vec::new();
        for &(location, name, id) in &named {
            let twice = named.iter().filter(|other| other.1 == name).count() > 1;
            let key = if twice { format!("{location}/{name}") } else { name.to_owned() };
            if self.is_chosen(id) {
                rows.push((key, self.families(|child| child.group == id), None));
            }
        }
        rows
    }

    fn language_rows(&self) -> Vec<(String, Vec<i64>, Option<&Mailing>)> {
        let all = self.families(|_| true);
        let mut tags: Vec<&str> = Vec::new();
        for carer in &self.school.carers {
            if all.contains(&carer.family) && !tags.contains(&carer.language) {
                tags.push(carer.language);
            }
        }
        tags.sort_unstable();
        let speaks = |family: i64, tag: &str| self.carers(family).iter().any(|c| c.language == tag);
        tags.into_iter()
            .map(|tag| {
                let families = all.iter().copied().filter(|&family| speaks(family, tag)).collect();
                (tag.to_owned(), families, None)
            })
            .collect()
    }

    fn letter_rows(&self) -> Vec<(String, Vec<i64>, Option<&Mailing>)> {
        let mut letters = self.letters();
        letters.sort_by_key(|letter| (letter.released, letter.id));
        let mut rows = Vec::new();
        for letter in letters {
            let everything = matches!(self.chosen, Chosen::Everything);
            if everything || letter.groups.iter().any(|&group| self.is_chosen(group)) {
                let families = self.families(|child| letter.groups.contains(&child.group));
                rows.push((letter.label(), families, Some(letter)));
            }
        }
        rows
    }

    /// Families of the organisation with a child that is there in the period, in a chosen group.
    pub fn families(&self, fits: impl Fn(&Child) -> bool) -> Vec<i64> {
        let mut found = Vec::new();
        for family in &self.school.families {
            let there = self.school.children.iter().any(|child| {
                child.family == family.id
                    && self.is_there(child)
                    && self.is_chosen(child.group)
                    && fits(child)
            });
            if family.organisation == self.organisation && there {
                found.push(family.id);
            }
        }
        found
    }

    pub fn is_there(&self, child: &Child) -> bool {
        let day = |text: &String| text.parse::<Date>().unwrap();
        let came_too_late = child.starts.as_ref().is_some_and(|starts| day(starts) > self.to);
        let left_before = child.leaves.as_ref().is_some_and(|leaves| day(leaves) < self.from);
        !came_too_late && !left_before
    }

    pub fn is_chosen(&self, group: i64) -> bool {
        match self.chosen {
            Chosen::Everything => true,
            Chosen::Location(location) => self.location_of(group) == location,
            Chosen::Group(chosen) => group == chosen,
        }
    }

    fn location_of(&self, group: i64) -> i64 {
        self.school.groups.iter().find(|g| g.id == group).unwrap().location
    }

    pub fn carers(&self, family: i64) -> Vec<&Carer> {
        self.school.carers.iter().filter(|carer| carer.family == family).collect()
    }

    fn letters(&self) -> Vec<&Mailing> {
        let all = self.school.mailings.iter();
        all.filter(|mailing| {
            mailing.organisation == self.organisation
                && mailing.kind == "letter"
                && mailing.released.is_some_and(|at| self.in_period(at))
        })
        .collect()
    }

    /// By the wall clock: on one of the days of the period.
    pub fn in_period(&self, at: i64) -> bool {
        let day = jiff::Timestamp::from_millisecond(at).unwrap().to_zoned(self.zone.clone()).date();
        self.from <= day && day <= self.to
    }

    fn by_the_end(&self, at: Option<i64>) -> bool {
        at.is_some_and(|at| {
            let moment = jiff::Timestamp::from_millisecond(at).unwrap();
            moment.to_zoned(self.zone.clone()).date() <= self.to
        })
    }

    fn answer(&self, figure: &str, family: i64, letter: Option<&Mailing>) -> Answer {
        match figure {
            "connected" => self.connected(family),
            "reached" => self.reached(family, letter),
            "understood" => self.understood(family, letter),
            "responded" => self.responded(family, letter),
            "offered" => self.offered(family),
            "did_at_home" => {
                let seen = letter.is_none() && self.was_seen(family, |_| true);
                did_at_home(&self.tried(family, letter), seen)
            }
            "worked" => {
                let seen = letter.is_none() && self.was_seen(family, |_| true);
                worked(&self.tried(family, letter), seen)
            }
            "language_known" => {
                let carers = self.carers(family);
                let known = !carers.is_empty() && carers.iter().all(|c| c.confirmed.is_some());
                if known { Answer::SaidSo } else { Answer::Unknown }
            }
            meetings => self.at_meetings(meetings, family, None),
        }
    }

    fn connected(&self, family: i64) -> Answer {
        let mut answer = Answer::Unknown;
        for carer in self.carers(family) {
            let stopped = self.by_the_end(carer.stopped);
            if carer.chat.is_some() && self.by_the_end(carer.consented) && !stopped {
                return Answer::SaidSo;
            }
            if stopped || self.by_the_end(carer.declined) {
                answer = Answer::Otherwise;
            }
        }
        answer
    }

    fn offered(&self, family: i64) -> Answer {
        let brings = |it: &&Mailing| {
            it.organisation == self.organisation
                && ["do", "book"].contains(&it.kind)
                && it.released.is_some_and(|at| self.in_period(at))
        };
        let arrived = self
            .school
            .mailings
            .iter()
            .filter(brings)
            .any(|it| self.carers(family).iter().any(|carer| self.arrived(it.id, carer.id)));
        if arrived {
            return Answer::Delivered;
        }
        let materials = self.school.materials.iter();
        let mut theirs = materials.filter(|it| it.1 == family && self.in_period(it.2));
        theirs.next().map_or(Answer::Unknown, |_| Answer::Materials)
    }

    pub fn was_seen(&self, family: i64, theme: impl Fn(Option<i64>) -> bool) -> bool {
        self.school.seen.iter().any(|(seen, day, about)| {
            let day: Date = day.parse().unwrap();
            *seen == family && self.from <= day && day <= self.to && theme(*about)
        })
    }

    /// A mailing came to a carer, or to the chat that the carer shares.
    pub fn arrived(&self, mailing: i64, carer: i64) -> bool {
        let row = |carer: i64| {
            let mut all = self.school.deliveries.iter();
            all.find(|it| (it.mailing, it.carer, it.part) == (mailing, carer, 0))
        };
        let came = |carer: i64| row(carer).is_some_and(|it| it.state == "delivered");
        let shared = row(carer)
            .filter(|it| it.state == "skipped" && it.reason == Some("shared_chat"))
            .and_then(|it| it.carried_by);
        came(carer) || shared.is_some_and(came)
    }

    fn asked_about<'a>(&'a self, letter: Option<&'a Mailing>) -> Vec<&'a Mailing> {
        letter.map_or_else(|| self.letters(), |letter| vec![letter])
    }

    fn reached(&self, family: i64, letter: Option<&Mailing>) -> Answer {
        let letters = self.asked_about(letter);
        for letter in &letters {
            let arrived = |carer: i64| {
                self.school.deliveries.iter().any(|it| {
                    (it.mailing, it.carer, it.part, it.state) == (letter.id, carer, 0, "delivered")
                })
            };
            for it in &self.school.deliveries {
                let theirs = self.carers(family).iter().any(|carer| carer.id == it.carer);
                if !theirs || it.mailing != letter.id || it.part != 0 {
                    continue;
                }
                let shared = it.state == "skipped" && it.reason == Some("shared_chat");
                if arrived(it.carer) || (shared && it.carried_by.is_some_and(arrived)) {
                    return Answer::Delivered;
                }
            }
        }
        let along = self.school.bundles.iter().any(|&(lead, carer, other)| {
            let theirs = self.carers(family).iter().any(|it| it.id == carer);
            theirs && letters.iter().any(|it| it.id == other) && self.arrived(lead, carer)
        });
        if along {
            return Answer::Delivered;
        }
        let on_paper = |letter: &&Mailing| self.school.handed_over.contains(&(letter.id, family));
        if letters.iter().any(on_paper) { Answer::HandedOver } else { Answer::Unknown }
    }

    /// What a carer says under a message is said about what it carries along as well.
    fn is_said_about(&self, (mailing, carer): (i64, i64), letter: i64) -> bool {
        mailing == letter || self.school.bundles.contains(&(mailing, carer, letter))
    }

    fn understood(&self, family: i64, letter: Option<&Mailing>) -> Answer {
        if matches!(self.reached(family, letter), Answer::Unknown) {
            return Answer::NotAsked;
        }
        let letters = self.asked_about(letter);
        let mut answer = Answer::Unknown;
        for said in &self.school.understandings {
            let theirs = self.carers(family).iter().any(|carer| carer.id == said.carer);
            let about = |it: &&Mailing| self.is_said_about((said.mailing, said.carer), it.id);
            if theirs && letters.iter().any(about) {
                if said.answer == "understood" {
                    return Answer::SaidSo;
                }
                answer = Answer::Otherwise;
            }
        }
        answer
    }

    fn responded(&self, family: i64, letter: Option<&Mailing>) -> Answer {
        let about = |mailing: Option<i64>| letter.is_none_or(|l| mailing == Some(l.id));
        let theirs = |carer: i64| self.carers(family).iter().any(|c| c.id == carer);
        let said = self.school.understandings.iter().any(|said| {
            let about = letter.is_none_or(|l| self.is_said_about((said.mailing, said.carer), l.id));
            theirs(said.carer) && about && self.in_period(said.at)
        });
        let asked = self.school.questions.iter().any(|question| {
            theirs(question.carer) && about(question.mailing) && self.in_period(question.at)
        });
        let replied = said || asked || !self.tried(family, letter).is_empty();
        if replied { Answer::SaidSo } else { Answer::Unknown }
    }

    /// What the family answered to check-ins in the period.
    fn tried(&self, family: i64, letter: Option<&Mailing>) -> Vec<&'static str> {
        let mut answers = Vec::new();
        for carer in self.carers(family) {
            for it in &self.school.check_ins {
                let about = letter.is_none_or(|letter| letter.id == it.mailing);
                if it.carer == carer.id && about && it.at.is_some_and(|at| self.in_period(at)) {
                    answers.extend(it.answer);
                }
            }
        }
        answers
    }
}

/// What the answers of a family, and what staff saw, say about having done it.
pub fn did_at_home(tried: &[&str], seen: bool) -> Answer {
    if tried.contains(&"worked") || tried.contains(&"a_bit") {
        Answer::SaidSo
    } else if seen {
        Answer::Seen
    } else if tried.contains(&"not_yet") {
        Answer::Otherwise
    } else {
        Answer::Unknown
    }
}

/// Whether it worked only a carer can say.
pub fn worked(tried: &[&str], seen: bool) -> Answer {
    match did_at_home(tried, seen) {
        Answer::SaidSo | Answer::Seen if tried.contains(&"worked") => Answer::SaidSo,
        Answer::SaidSo => Answer::Otherwise,
        Answer::Seen if tried.contains(&"not_yet") => Answer::Otherwise,
        Answer::Seen => Answer::Unknown,
        _ => Answer::NotAsked,
    }
}
