//! A theme's folder: its plan, and its texts in each language.

use std::collections::BTreeMap;

use super::languages::{dutch_words, file_of, own_words, quality};
use super::{Entries, Page, Problem, Reading, months, slug};
use crate::language::HomeLanguage;
use crate::library::record::{ActivityRecord, ThemeRecord};
use crate::library::{ActivityText, Domain, ThemeText};

const PLAN: &str = "theme.toml";
/// Keys of a language file that no activity can be called.
const RESERVED: [&str; 5] = ["quality", "title", "letter", "closing", "words"];

const LONGEST_TITLE: usize = 40;
const LONGEST_LETTER: usize = 600;
const LONGEST_FACT: usize = 300;
const LONGEST_NEED: usize = 100;
const LONGEST_STEP: usize = 140;
const LONGEST_THANKS: usize = 120;

impl Reading<'_> {
    /// Reads every theme, in the order of the folders' names.
    pub(super) fn themes(&mut self) {
        let folders = self.files.folders("themes").unwrap_or_default();
        for (position, folder) in (1..).zip(folders) {
            self.theme(&format!("themes/{folder}"), position);
        }
    }

    fn theme(&mut self, folder: &str, position: i64) {
        let path = format!("{folder}/{PLAN}");
        self.used.insert(path.clone());
        let languages = self.languages(folder, PLAN);
        if self.files.names(folder).is_ok_and(|names| !names.iter().any(|name| name == PLAN)) {
            self.findings.in_file(&path, Problem::FileMissing);
            return;
        }
        let Some(page) = Page::open(self.files, &path, self.findings) else { return };
        let planned = page.read(|entries| self.plan(entries, folder, position));
        let Some((mut theme, mut activities)) = planned else { return };
        // Without a plan every text would look like a mistake.
        let languages = if activities.is_empty() { Vec::new() } else { languages };
        for language in languages {
            let path = format!("{folder}/{}", file_of(language));
            if let Some(page) = Page::open(self.files, &path, self.findings) {
                page.read(|entries| texts(entries, language, &mut theme, &mut activities));
            }
        }
        self.voices(folder, &theme, &activities);
        self.themes.push(theme);
        self.activities.extend(activities);
    }

    fn plan(
        &mut self,
        entries: &Entries<'_>,
        folder: &str,
        position: i64,
    ) -> (ThemeRecord, Vec<ActivityRecord>) {
        let theme = ThemeRecord {
            slug: slug(entries),
            position,
            weeks: entries.number("weeks", 1..=12, Problem::BadWeeks),
            picture: self.picture(entries, folder),
            words: dutch_words(entries),
            texts: BTreeMap::new(),
        };
        if self.themes.iter().any(|other| other.slug == theme.slug) {
            entries.tell(Some("id"), Problem::SecondId { id: theme.slug.clone() });
        }
        let mut activities: Vec<ActivityRecord> = Vec::new();
        for (position, entries) in (1..).zip(entries.tables("activity")) {
            let activity = self.activity(&entries, folder, &theme, position);
            if activities.iter().any(|other| other.slug == activity.slug) {
                entries.tell(Some("id"), Problem::SecondId { id: activity.slug.clone() });
            }
            activities.push(activity);
        }
        if !entries.has("activity") {
            entries.tell(None, Problem::NoActivities);
        }
        entries.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
        (theme, activities)
    }

    fn activity(
        &mut self,
        entries: &Entries<'_>,
        folder: &str,
        theme: &ThemeRecord,
        position: i64,
    ) -> ActivityRecord {
        let slug = slug(entries);
        if RESERVED.contains(&slug.as_str()) {
            entries.tell(Some("id"), Problem::ReservedId { id: slug.clone() });
        }
        let (months_from, months_to) = months(entries);
        let domain = entries.choice("domain", Domain::from_word, Problem::BadDomain);
        let words = entries.names("words");
        for word in &words {
            if !theme.words.iter().any(|known| known.key == *word) {
                entries.tell(Some("words"), Problem::UnknownWord { word: word.clone() });
            }
        }
        let activity = ActivityRecord {
            theme: theme.slug.clone(),
            slug,
            position,
            domain: domain.unwrap_or(Domain::Language),
            months_from,
            months_to,
            minutes: entries.number("minutes", 1..=240, Problem::BadMinutes),
            picture: self.picture(entries, folder),
            link: entries.link("link"),
            materials: entries.flag("materials"),
            words,
            texts: BTreeMap::new(),
        };
        entries.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
        activity
    }
}

/// The texts of a theme in one language: all of them, and no other.
fn texts(
    entries: &Entries<'_>,
    language: HomeLanguage,
    theme: &mut ThemeRecord,
    activities: &mut [ActivityRecord],
) {
    let text = ThemeText {
        quality: quality(entries),
        title: entries.line("title", LONGEST_TITLE),
        letter: entries.prose("letter", LONGEST_LETTER),
        closing: entries.prose("closing", LONGEST_FACT),
    };
    theme.texts.insert(language, text);
    own_words(entries, language, &mut theme.words);
    for activity in activities.iter_mut().filter(|it| !RESERVED.contains(&it.slug.as_str())) {
        if let Some(table) = entries.table(&activity.slug) {
            activity.texts.insert(language, activity_text(&table));
        } else if !entries.has(&activity.slug) {
            let id = activity.slug.clone();
            entries.tell(None, Problem::ActivityWithoutText { id });
        }
    }
    entries.nothing_else(|key, is_table| match is_table {
        true => Problem::TextOfNothing { id: key.to_owned() },
        false => Problem::UnknownKey { key: key.to_owned() },
    });
}

fn activity_text(entries: &Entries<'_>) -> ActivityText {
    let text = ActivityText {
        title: entries.line("title", LONGEST_TITLE),
        why: entries.prose("why", LONGEST_FACT),
        need: entries.optional_prose("need", LONGEST_NEED),
        steps: entries.list("steps", 2..=4, LONGEST_STEP),
        easier: entries.list("easier", 2..=4, LONGEST_STEP),
        harder: entries.list("harder", 2..=4, LONGEST_STEP),
        cheer: entries.prose("cheer", LONGEST_FACT),
        thanks: entries.prose("thanks", LONGEST_THANKS),
    };
    entries.nothing_else(|key, _| Problem::UnknownKey { key: key.to_owned() });
    text
}
