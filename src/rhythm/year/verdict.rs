//! What came on the phones in a year, held against the rules of the programme. It knows the phones, the
//! roster and what was done, and asks no database.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::people::{AGES, BOOK_AGES, Carer};
use super::street::{Came, Told};
use super::truth::digit;
use super::{Begun, Fact, QUIET, Year};
use crate::clock::Moment;
use crate::outbox::LetterPress;

/// At most so many messages and questions a week, however many want to write.
const MESSAGES: usize = 3;
const QUESTIONS: usize = 2;

/// What a theme or a book sends; the rest are letters of staff, and questions.
fn is_programme(kind: &str) -> bool {
    kind != "brief"
}

/// What is true while the messages come, one after the other.
#[derive(Default)]
struct Standing {
    stopped: BTreeSet<i64>,
    paused: BTreeMap<i64, Moment>,
    runs: BTreeMap<i64, (Begun, bool)>,
    letters: BTreeMap<i64, i64>,
    books: BTreeSet<(i64, i64)>,
    /// Who wants to be asked again about which mailing.
    again: BTreeSet<(i64, i64)>,
}

impl Standing {
    fn hears(&mut self, fact: &Fact) {
        match fact {
            Fact::Paused { carer, until } => drop(self.paused.insert(*carer, *until)),
            Fact::Stopped { carer } => drop(self.stopped.insert(*carer)),
            Fact::CameBack { carer } => {
                self.stopped.remove(carer);
                self.paused.remove(carer);
            }
            Fact::Started(begun) => drop(self.runs.insert(begun.run, (*begun, true))),
            Fact::ThemePaused { run } => self.runs.get_mut(run).unwrap().1 = false,
            Fact::ThemeResumed { run } => self.runs.get_mut(run).unwrap().1 = true,
            Fact::ThemeStopped { run } => drop(self.runs.remove(run)),
            Fact::Wrote { letter, group, .. } => drop(self.letters.insert(*letter, *group)),
            Fact::MarkedAsRead { book, group } => drop(self.books.insert((*book, *group))),
            Fact::WantsToBeAsked { carer, mailing } => {
                self.again.insert((*carer, *mailing));
            }
            Fact::FoundHard { .. } => {}
        }
    }

    /// Whether anything may be written to this carer.
    fn may_hear(&self, id: i64, carer: &Carer, at: Moment) -> bool {
        carer.has_consented
            && !self.stopped.contains(&id)
            && self.paused.get(&id).is_none_or(|until| *until <= at)
    }
}

/// Each promise that was broken, in words.
pub(super) fn broken(year: &Year) -> Vec<String> {
    let mut verdict = Verdict { year, standing: Standing::default(), broken: Vec::new() };
    let came = year.street.came();
    let mut facts = year.facts.iter().peekable();
    for it in &came {
        while let Some(noted) = facts.next_if(|noted| noted.place <= it.place) {
            verdict.standing.hears(&noted.fact);
        }
        verdict.judges(it);
    }
    verdict.judges_weeks(&came);
    verdict.judges_questions(&came);
    verdict.judges_repetitions(&came);
    verdict.broken
}

struct Verdict<'a> {
    year: &'a Year,
    standing: Standing,
    broken: Vec<String>,
}

impl Verdict<'_> {
    fn monday(&self, at: Moment) -> Date {
        let day = self.year.day(at);
        day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).unwrap()
    }

    fn says(&mut self, what: &str, it: &Came) {
        let local = it.at.local(&self.year.organisation.time_zone);
        let (chat, place) = (it.chat, it.place);
        self.broken.push(format!("{what}: {local} chat {chat} place {place}: {:?}", it.told()));
    }

    /// Quiet hours, closed days, own days, pauses, stops, consent; and each child, theme and language.
    fn judges(&mut self, it: &Came) {
        if QUIET.hold(it.at.local(&self.year.organisation.time_zone).time()) {
            self.says("at a quiet hour", it);
        }
        let carers: Vec<(i64, Carer)> = self
            .year
            .roster
            .carers
            .iter()
            .filter(|(_, carer)| carer.chat == it.chat)
            .map(|(id, carer)| (*id, carer.clone()))
            .collect();
        let mut hear: Vec<&(i64, Carer)> = carers.iter().collect();
        hear.retain(|(id, carer)| self.standing.may_hear(*id, carer, it.at));
        if hear.is_empty() {
            self.says("to who had stopped, paused or not agreed", it);
        }
        if let Some((_, asked, children, _)) = it.question() {
            if !hear.iter().any(|(id, _)| *id == asked) {
                self.says("a question to who had stopped, paused or not agreed", it);
            }
            if children.is_empty() {
                self.says("a question about nobody", it);
            }
            return;
        }
        let told = it.told();
        if told.is_empty() {
            self.says("nobody knows what", it);
        }
        if told.iter().any(|told| is_programme(&told.kind)) {
            if self.year.roster.closed.contains(&self.year.day(it.at)) {
                self.says("on a closed day", it);
            }
            let digit = digit(self.year.day(it.at));
            if !hear.iter().any(|(_, it)| it.days.is_none_or(|days| days.contains(&digit))) {
                self.says("not on an own day", it);
            }
        }
        for section in &told {
            self.judges_section(it, section, &carers);
        }
    }

    fn judges_section(&mut self, it: &Came, told: &Told, carers: &[(i64, Carer)]) {
        if told.children.is_empty() {
            self.says("about nobody", it);
        }
        let mut in_dutch = told.kind == "brief";
        for id in &told.children {
            if !carers.iter().any(|(_, carer)| carer.has_consented && carer.children.contains(id)) {
                self.says("about another's child", it);
            }
            let child = &self.year.roster.children[id];
            // Planned at most six days before, when the carer chose days.
            let days: Vec<Date> =
                (0..7).map(|back| self.year.day(it.at).checked_sub(back.days()).unwrap()).collect();
            if is_programme(&told.kind) && !days.iter().any(|day| child.is_here(*day)) {
                self.says("about a child that is not here", it);
            }
            let week = std::time::Duration::from_secs(6 * 86_400);
            let groups = [child.group(it.at), child.group(it.at.before(week))];
            // Moved by days, a week keeps the activity that was fit when it began; `missing` looks closer.
            let ages =
                [0, 6, 14].map(|back| self.year.day(it.at).checked_sub(back.days()).unwrap());
            let months = ages.map(|day| child.months(day));
            let fits = |(from, to): (i64, i64)| months.iter().any(|it| (from..to).contains(it));
            let is_due = match told.kind.as_str() {
                "brief" => self.standing.letters.contains_key(&told.of),
                "book" => {
                    fits(BOOK_AGES)
                        && groups.iter().any(|it| self.standing.books.contains(&(told.of, *it)))
                }
                kind => {
                    let is_theme = kind == "letter" || kind == "closing";
                    let theme = if is_theme { told.of } else { told.of / 100 };
                    let runs = self.standing.runs.values().filter(|(run, goes_on)| {
                        *goes_on
                            && run.theme == theme
                            && groups.contains(&run.group)
                            && (!run.is_for_ve || child.is_ve)
                    });
                    in_dutch |= runs.clone().any(|(run, _)| run.also_in_dutch);
                    // A week that a pause of its theme tore apart keeps its activity.
                    let place = usize::try_from(told.of % 100).unwrap();
                    let rests = self.year.facts.iter();
                    let was_torn = rests
                        .filter(|noted| noted.at <= it.at)
                        .any(|noted| matches!(noted.fact, Fact::ThemeResumed { .. }));
                    runs.count() > 0 && (is_theme || was_torn || fits(AGES[place - 1]))
                }
            };
            if !is_due {
                self.says("of a theme, book or age that is not this child's", it);
            }
        }
        let reads = |carer: &Carer| {
            carer.language == told.language || carer.second == Some(told.language.as_str())
        };
        let is_read = carers.iter().any(|(_, carer)| reads(carer));
        let is_excused = in_dutch && told.language == "nl";
        if !is_read && !is_excused {
            self.says("in a language that is not theirs", it);
        }
    }

    /// Of all senders together no more than three a week, unless staff alone wrote more.
    fn judges_weeks(&mut self, came: &[Came]) {
        let mut weeks: BTreeMap<(i64, Date), Vec<&Came>> = BTreeMap::new();
        for it in came.iter().filter(|it| it.question().is_none()) {
            // Two who share a telephone may each have as many.
            let carer = LetterPress::parse(&it.press).map_or(it.chat, |(_, _, carer)| carer.raw());
            weeks.entry((carer, self.monday(it.at))).or_default().push(it);
        }
        for all in weeks.values().filter(|all| all.len() > MESSAGES) {
            let of_programme = |it: &&&Came| it.told().iter().any(|it| is_programme(&it.kind));
            if all.iter().any(|it| of_programme(&it)) {
                let which = all.iter().map(|it| (it.at, it.told()));
                let which: Vec<_> = which.collect();
                self.says(&format!("more messages in a week: {which:?}"), all[all.len() - 1]);
            }
        }
    }

    /// Two questions a week, each once, and once more only to who said so.
    fn judges_questions(&mut self, came: &[Came]) {
        let mut weeks: BTreeMap<(i64, Date), usize> = BTreeMap::new();
        let mut asked: BTreeMap<(i64, i64), usize> = BTreeMap::new();
        for it in came {
            let Some((mailing, carer, _, activities)) = it.question() else { continue };
            let times = asked.entry((carer, mailing)).or_default();
            *times += 1;
            match *times {
                1 => {
                    let count = weeks.entry((carer, self.monday(it.at))).or_default();
                    *count += 1;
                    if *count > QUESTIONS {
                        self.says("a question too many", it);
                    }
                    if !activities.is_empty()
                        && self.year.roster.closed.contains(&self.year.day(it.at))
                    {
                        self.says("a question on a closed day", it);
                    }
                }
                2 if self.standing.again.contains(&(carer, mailing)) => {}
                _ => self.says("asked again without being asked to", it),
            }
        }
    }

    /// No slot twice on a phone, and not two of a kind at the same time.
    fn judges_repetitions(&mut self, came: &[Came]) {
        let mut there: BTreeMap<(i64, String, i64, i64), usize> = BTreeMap::new();
        let mut kinds: BTreeSet<(i64, Moment, String)> = BTreeSet::new();
        for it in came {
            let all = it.told();
            for told in &all {
                for child in &told.children {
                    let key = (it.chat, told.kind.clone(), told.of, *child);
                    let times = there.entry(key).or_default();
                    *times += 1;
                    // A theme may run again; an activity never comes again to a child.
                    let most = match told.kind.as_str() {
                        "letter" | "closing" => self.begun(told.of, *child),
                        "book" => self.year.roster.children[child].groups.len(),
                        _ => 1,
                    };
                    if *times > most {
                        self.says(&format!("came {times} times"), it);
                    }
                }
            }
            if let Some(first) = all.first().filter(|first| is_programme(&first.kind))
                && !kinds.insert((it.chat, it.at, first.kind.clone()))
            {
                self.says("two messages where one would do", it);
            }
        }
    }

    /// How often a theme was started in the groups of a child.
    fn begun(&self, theme: i64, child: i64) -> usize {
        let groups: BTreeSet<i64> =
            self.year.roster.children[&child].groups.iter().map(|it| it.1).collect();
        let is_it = |fact: &Fact| matches!(fact, Fact::Started(run) if run.theme == theme && groups.contains(&run.group));
        self.year.facts.iter().filter(|noted| is_it(&noted.fact)).count()
    }
}
