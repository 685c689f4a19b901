//! What was written, typed and pressed, held against the phones and the database afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use sqlx::Row;

use crate::suite::parents::{self, Parent, mark};
use crate::suite::school::School;

/// What should have come of everything.
#[derive(Default)]
pub struct Ledger {
    /// Ids of the letters, the first being number 1.
    pub letters: Vec<i64>,
    rows: usize,
    questions: BTreeMap<String, i64>,
    pressed: BTreeSet<(i64, String)>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found {
    /// Deliveries of letters and answers.
    pub messages: usize,
    /// Copies beyond the first, each of a message that is listed as doubtful.
    pub copies_too_many: usize,
    /// Listed attempts in doubt.
    pub doubts: usize,
    /// Messages that a person must look at.
    pub doubtful: usize,
    /// Turned away by the parent's own chat.
    pub refused: usize,
    /// Neither on the phone nor in a list.
    pub lost: usize,
    /// Presses and questions, each with one effect.
    pub acts: usize,
}

impl Found {
    /// Adds what was found elsewhere.
    pub fn add(&mut self, other: Self) {
        self.messages += other.messages;
        self.copies_too_many += other.copies_too_many;
        self.doubts += other.doubts;
        self.doubtful += other.doubtful;
        self.refused += other.refused;
        self.lost += other.lost;
        self.acts += other.acts;
    }
}

/// One parent, and where the messages of the school stand.
struct Of<'a> {
    school: &'a School,
    parent: &'a Parent,
    refuses: bool,
    states: &'a BTreeMap<Key, String>,
    doubts: &'a BTreeMap<Key, usize>,
}

/// A delivery: mailing, carer, part.
type Key = (i64, i64, i64);

impl Ledger {
    pub fn writes(&mut self, id: i64, parents: usize) {
        self.letters.push(id);
        self.rows += 2 * parents;
    }

    /// A question that nobody asked before.
    pub fn asks(&mut self, parent: &Parent) -> String {
        let text = format!("Vraag nummer {}", self.questions.len() + 1);
        self.questions.insert(text.clone(), parent.carer);
        text
    }

    pub fn presses(&mut self, parent: &Parent, data: &str) {
        self.pressed.insert((parent.carer, data.to_owned()));
    }

    /// Messages that were to be sent so far.
    pub fn messages(&self) -> usize {
        self.rows + self.questions.len() + self.pressed.len()
    }

    /// Compares phones, lists and ledger; what may never be is an assertion. Chats that are
    /// `refusing` turned something away for a reason of their own.
    pub async fn compare(
        &self,
        school: &School,
        parents: &[Parent],
        refusing: &BTreeSet<i64>,
    ) -> Found {
        let states = states(school).await;
        let doubts = doubts(school).await;
        let mut found = Found {
            messages: states.len(),
            doubts: doubts.values().sum(),
            acts: self.questions.len() + self.pressed.len(),
            ..Found::default()
        };
        let mut not_made = 0;
        for parent in parents {
            let refuses = refusing.contains(&parent.phone.chat());
            let of = Of { school, parent, refuses, states: &states, doubts: &doubts };
            not_made += self.compare_letters(&of, &mut found);
            self.compare_answers(&of, &mut found);
            self.is_in_order(school, parent);
        }
        assert_eq!(states.len() + not_made, self.messages(), "one row per message and act");
        self.compare_acts(school).await;
        found
    }

    /// Returns how many rows were not made, because the parent could not be reached before.
    fn compare_letters(&self, of: &Of<'_>, found: &mut Found) -> usize {
        let mut not_made = 0;
        for (number, id) in (1..).zip(&self.letters) {
            let mut stopped = false;
            for part in 0..2 {
                let key = (*id, of.parent.carer, part);
                let phone = of.parent.phone;
                let copies = parents::copies(of.school, phone, number, usize::from(part == 1));
                let doubted = of.doubts.get(&key).copied().unwrap_or_default();
                let state = of.states.get(&key).map_or("none", String::as_str);
                match state {
                    "delivered" if copies > 0 => {}
                    "doubtful" if doubted > 1 => found.doubtful += 1,
                    "skipped" if stopped && copies == 0 => {}
                    "none" if stopped && of.refuses => not_made += 1,
                    "unreachable" | "refused" | "skipped" | "withdrawn" if of.refuses => {
                        found.refused += 1;
                        stopped = true;
                    }
                    _ => found.lost += 1,
                }
                stopped |= state == "doubtful";
                let too_many = copies.saturating_sub(1);
                assert!(too_many <= doubted, "{key:?}: {copies} copies, {doubted} doubts");
                found.copies_too_many += too_many;
            }
        }
        not_made
    }

    /// The answers to a parent's questions and presses: all alike, so they are counted.
    fn compare_answers(&self, of: &Of<'_>, found: &mut Found) {
        let is_answer = |key: &&Key| key.1 == of.parent.carer && !self.letters.contains(&key.0);
        let answers: Vec<&Key> = of.states.keys().filter(is_answer).collect();
        let doubted: usize = answers.iter().filter_map(|key| of.doubts.get(*key)).sum();
        let (mut delivered, mut open) = (0, 0);
        for key in &answers {
            match of.states[*key].as_str() {
                "delivered" => delivered += 1,
                "doubtful" => open += 1,
                "unreachable" | "refused" | "skipped" | "withdrawn" if of.refuses => {
                    found.refused += 1;
                }
                _ => found.lost += 1,
            }
        }
        found.doubtful += open;
        let on_phone = parents::bubbles(of.school, of.parent.phone);
        let copies = on_phone.iter().filter(|it| !it.text.contains("kenmerk-")).count();
        found.lost += usize::saturating_sub(delivered, copies);
        let too_many = copies.saturating_sub(delivered + open);
        assert!(too_many <= doubted, "{copies} answers for {}, {doubted} doubts", answers.len());
        found.copies_too_many += too_many;
    }

    /// Parts and letters never overtake each other, second copies included.
    fn is_in_order(&self, school: &School, parent: &Parent) {
        let marks: Vec<String> = (1..=self.letters.len())
            .flat_map(|number| [mark(number, 0), mark(number, 1)])
            .collect();
        let bubbles = parents::bubbles(school, parent.phone);
        let order = bubbles
            .iter()
            .filter_map(|bubble| marks.iter().position(|mark| bubble.text.contains(mark.as_str())));
        let order: Vec<usize> = order.collect();
        assert!(order.is_sorted(), "{order:?}");
    }

    async fn compare_acts(&self, school: &School) {
        let mut read = school.store.read().await.unwrap();
        let asked = "select carer_id, body from questions
                     where kind = 'text' and organisation_id = $1 order by id";
        let asked = sqlx::query(asked).bind(school.organisation.id.raw());
        let asked = asked.fetch_all(&mut *read).await.unwrap();
        assert_eq!(asked.len(), self.questions.len(), "each question is there once");
        for row in asked {
            let body: String = row.get("body");
            assert_eq!(self.questions[&body], row.get::<i64, _>("carer_id"));
        }
        let pressed = i64::try_from(self.pressed.len()).unwrap();
        for sql in [
            "select count(*) from understandings u join mailings m on m.id = u.mailing_id
             where u.answer = 'explain' and m.organisation_id = $1",
            "select count(*) from questions where kind = 'explain' and organisation_id = $1",
        ] {
            let count = sqlx::query_scalar(sql).bind(school.organisation.id.raw());
            let count: i64 = count.fetch_one(&mut *read).await.unwrap();
            assert_eq!(count, pressed, "{sql}");
        }
        assert_eq!(school.counts("select count(*) from updates where state <> 'done'").await, 0);
    }
}

async fn states(school: &School) -> BTreeMap<Key, String> {
    let sql = "select mailing_id, carer_id, part, state from deliveries where organisation_id = $1";
    let rows = sqlx::query(sql)
        .bind(school.organisation.id.raw())
        .fetch_all(&mut *school.store.read().await.unwrap())
        .await
        .unwrap();
    rows.iter()
        .map(|row| {
            let key = (row.get("mailing_id"), row.get("carer_id"), row.get("part"));
            (key, row.get("state"))
        })
        .collect()
}

/// How often each message is listed.
async fn doubts(school: &School) -> BTreeMap<Key, usize> {
    let mut read = school.store.read().await.unwrap();
    let listed = thuispost::outbox::doubtful(&mut read, school.organisation.id).await.unwrap();
    let mut doubts = BTreeMap::new();
    for row in listed {
        *doubts.entry((row.mailing, row.carer_id, row.part)).or_default() += 1;
    }
    doubts
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { messages, copies_too_many, doubts, doubtful, refused, lost, acts } = self;
        write!(
            f,
            "{messages} messages, {copies_too_many} second copies, {doubts} doubts listed, \
             {doubtful} left to a person, {refused} turned away, {lost} lost; {acts} presses and questions"
        )
    }
}
