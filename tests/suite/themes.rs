//! Themes that run in groups: what each family gets when, what it does not get and why, and what
//! follows on its answers.

mod answers;
mod days;
mod languages;
mod large;
mod names;
mod outlook;
mod pauses;
mod rules;
mod runs;
mod thread;

use jiff::civil::{Date, DateTime};
use thuispost::clock::Moment;
use thuispost::library;
use thuispost::rhythm::{self, NewRun, RunId, RunState};
use thuispost::roster;

use super::school::School;

/// A theme letter, an activity text and words in one language, short enough to read in a snapshot.
struct Words {
    tag: &'static str,
    words: [&'static str; 2],
}

const LANGUAGES: [Words; 8] = [
    Words { tag: "nl", words: ["de sok", "het paar"] },
    Words { tag: "en", words: ["sock", "pair"] },
    Words { tag: "fr", words: ["chaussette", "paire"] },
    Words { tag: "es", words: ["calcetín", "par"] },
    Words { tag: "pl", words: ["skarpetka", "para"] },
    Words { tag: "tr", words: ["çorap", "çift"] },
    Words { tag: "ar", words: ["جورب", "زوج"] },
    Words { tag: "so", words: ["sharabaad", "labo"] },
];

/// An activity of a theme in a test: its name, and from and before which months of age.
pub type Made = (&'static str, i64, i64);

impl School {
    /// A theme with these activities, written in these languages.
    pub async fn has_theme(&self, slug: &str, activities: &[Made], languages: &[&str]) {
        let id = self.store.new_id();
        let organisation = self.organisation.id;
        self.does(&format!(
            "insert into programmes (id, organisation_id, slug, name, publisher, rights, imported_at)
             values ({id}, {organisation}, 'p-{slug}', 'Samen thuis', 'Wij', 'MIT', 0)"
        ))
        .await;
        self.does(&format!(
            "insert into themes (id, programme_id, slug, position, weeks) values ({id}, {id}, '{slug}', 1, 4)"
        ))
        .await;
        for (place, (name, from, to)) in activities.iter().enumerate() {
            let activity = self.store.new_id();
            self.does(&format!(
                "insert into activities (id, theme_id, slug, position, domain, months_from, months_to, minutes)
                 values ({activity}, {id}, '{name}', {place}, 'language', {from}, {to}, 10)"
            ))
            .await;
            self.does(&format!(
                "insert into activity_words (activity_id, word, position) values ({activity}, 'w0', 0)"
            ))
            .await;
        }
        self.writes_theme(slug, languages).await;
    }

    /// The texts of a theme and of all its activities come in these languages.
    pub async fn writes_theme(&self, slug: &str, languages: &[&str]) {
        let ids = format!("select cast(id as text) from themes where slug = '{slug}'");
        let id = self.reads(&ids).await.remove(0);
        for language in LANGUAGES.iter().filter(|it| languages.contains(&it.tag)) {
            let tag = language.tag;
            self.does(&format!(
                "insert into theme_texts (theme_id, language, title, letter, closing, quality)
                 values ({id}, '{tag}', '{slug} ({tag})', 'letter of {slug} <{tag}>', 'closing of {slug} <{tag}>', 'human')"
            ))
            .await;
            for (place, word) in language.words.iter().enumerate() {
                self.does(&format!(
                    "insert into theme_words (theme_id, word, language, position, text)
                     values ({id}, 'w{place}', '{tag}', {place}, '{word}')"
                ))
                .await;
            }
            self.does(&format!(
                "insert into activity_texts (activity_id, language, title, why, need, steps, easier, harder,
                     cheer, thanks)
                 select id, '{tag}', slug || ' ({tag})', 'why ' || slug, 'a box', 'do ' || slug || ' & look
then talk',
                     'easier ' || slug, 'harder ' || slug, 'cheer ' || slug, 'practises ' || slug || '.'
                 from activities where theme_id = {id}"
            ))
            .await;
        }
    }

    /// A picture book for children of so many months.
    pub async fn has_book(&self, slug: &str, from: i64, to: i64) {
        let id = self.store.new_id();
        self.does(&format!(
            "insert into picture_books (id, programme_id, slug, position, title, months_from, months_to, link)
             select {id}, max(id), '{slug}', 1, 'De beer', {from}, {to}, 'https://example.org/b?a=1&b=2' from programmes"
        ))
        .await;
        self.does(&format!(
            "insert into picture_book_texts (book_id, language, title, about, questions, quality)
             values ({id}, 'nl', 'De beer', 'Een beer slaapt niet.', 'Wie slaapt?', 'human')"
        ))
        .await;
    }

    /// Staff marked the book as read in a group, and its families hear of it.
    pub async fn reads_book(&self, book: &str, group: &str) {
        let now = self.calendar.now();
        let mut write = self.store.write().await.unwrap();
        let group = roster::find_group(&mut write, self.organisation.id, group).await.unwrap().id;
        let book = library::book_named(&mut write, self.organisation.id, book).await.unwrap();
        library::release_book(&mut write, book.id, group, "staff", now).await.unwrap();
        let (phrases, rules) = (&self.phrases, &self.settings.theme);
        let told = (&book, group);
        rhythm::announce_book(&self.store, &mut write, phrases, told, rules, now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// A run that is about to begin, in these groups, for so many weeks.
    pub async fn new_run(&self, theme: &str, groups: &[&str], day: Date, weeks: i64) -> NewRun {
        let mut read = self.store.read().await.unwrap();
        let theme = library::theme_named(&mut read, self.organisation.id, theme).await.unwrap();
        let mut found = Vec::new();
        for group in groups {
            found
                .push(roster::find_group(&mut read, self.organisation.id, group).await.unwrap().id);
        }
        NewRun {
            theme: theme.id,
            groups: found,
            starts_on: day,
            weeks,
            audience: rhythm::Audience::All,
            missing: rhythm::Untranslated::Hold,
            introduced_on: None,
        }
    }

    /// Starts a theme in groups.
    pub async fn starts(&self, theme: &str, groups: &[&str], day: Date, weeks: i64) -> RunId {
        let run = self.new_run(theme, groups, day, weeks).await;
        self.starts_run(&run).await
    }

    pub async fn starts_run(&self, run: &NewRun) -> RunId {
        let mut write = self.store.write().await.unwrap();
        let (rules, now) = (&self.settings.theme, self.calendar.now());
        let by = ("staff", now);
        let started =
            rhythm::start(&self.store, &mut write, &self.organisation, run, rules, by).await;
        write.commit().await.unwrap();
        started.unwrap()
    }

    /// The run as it stands.
    pub async fn run(&self, id: RunId) -> rhythm::Run {
        let mut read = self.store.read().await.unwrap();
        rhythm::run(&mut read, self.organisation.id, id).await.unwrap().unwrap()
    }

    pub async fn run_state(&self, id: RunId) -> RunState {
        self.run(id).await.state
    }

    /// Turns the calendar; the schedule beats until nothing is left to plan. No service is needed.
    pub async fn plans_at(&self, local: DateTime) {
        self.calendar.turn_to(Moment::of_local(local, &self.organisation.time_zone));
        let now = self.calendar.now();
        loop {
            let rules = (&self.settings.theme, self.settings.quiet_hours);
            let planned = rhythm::plan_themes(&self.store, &self.phrases, rules, now);
            if planned.await.unwrap().is_last {
                return;
            }
        }
    }

    /// Everybody has joined, each in a chat of their own, without a phone.
    pub async fn all_joined(&self) {
        self.does("update carers set chat_id = id, linked_at = 1, consented_at = 1, language_confirmed_at = 1")
            .await;
    }

    /// What leaves is delivered at once, without a messenger.
    pub async fn all_delivered(&self) {
        let now = self.calendar.now().millis();
        self.does(&format!(
            "update deliveries set state = 'delivered', attempts = 1, settled_at = {now}
             where state = 'waiting' and not_before <= {now}"
        ))
        .await;
    }

    /// What a carer has of themes, in order: kind and activity, then where it stands.
    pub async fn got(&self, carer: &str) -> Vec<String> {
        let sql = format!(
            "select m.kind || coalesce(' ' || a.slug, '') || case when coalesce(m.level, 'as_is') = 'as_is' then ''
                 else ' ' || m.level end || ': ' || d.state || coalesce(' ' || d.reason, '')
             from deliveries d join carers c on c.id = d.carer_id join mailings m on m.id = d.mailing_id
             left join activities a on a.id = m.activity_id
             where c.name = '{carer}' and (m.run_id is not null or m.book_id is not null)
             order by m.release_at, m.id, d.part"
        );
        self.reads(&sql).await
    }

    /// How the slots of all runs stand.
    pub async fn slots(&self) -> Vec<String> {
        self.reads(
            "select week || ' ' || kind || ' ' || state || coalesce(' ' || reason, '') from run_slots
             order by run_id, week, case kind when 'letter' then 0 when 'why' then 1 when 'do' then 2 else 3 end",
        )
        .await
    }

    /// The activity and level of a child in each week.
    pub async fn steps_of(&self, child: &str) -> Vec<String> {
        let sql = format!(
            "select s.week || ' ' || coalesce(a.slug, '-') || ' ' || s.level || coalesce(' ' || s.reason, '')
             from steps s join children ch on ch.id = s.child_id left join activities a on a.id = s.activity_id
             where ch.name = '{child}' order by s.run_id, s.week"
        );
        self.reads(&sql).await
    }
}

/// One family: a row of the roster for a child in the Vlinders.
pub fn row(family: &str, child: &str, carer: &str, language: &str) -> String {
    format!("De Regenboog,,Vlinders,{family},,{child},,,{carer},{language},")
}
