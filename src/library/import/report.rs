//! What taking in a programme did, or would do.

use super::changes::{Changes, Known};
use super::{TakeInError, Voices};
use crate::language::{Args, HomeLanguage, Phrasebook, list};
use crate::library::folder::{Finding, ProgrammeFolder};

/// So many names stand on one line.
const NAMED: usize = 20;
/// So many findings are told; more would hide the first ones.
const TOLD: usize = 200;

/// Counts of one kind of record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Not known before.
    pub new: usize,
    /// Known, and something changed.
    pub updated: usize,
    /// Known, and the same.
    pub unchanged: usize,
    /// Withdrawn before, and taken back in.
    pub back: usize,
    /// No longer in the folder, by name.
    pub withdrawn: Vec<String>,
}

/// What taking in a programme did, or with a dry run would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeReport {
    /// The programme's name.
    pub name: String,
    /// Whether it was not known before.
    pub is_new: bool,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Booklets.
    pub themes: Tally,
    /// Home activities.
    pub activities: Tally,
    /// Picture books.
    pub books: Tally,
    /// Languages in which every theme and book is written.
    pub languages: Vec<HomeLanguage>,
    /// Voice files that came with this call.
    pub new_voices: usize,
    /// Voice files that were there already.
    pub unchanged_voices: usize,
    /// Voice files passed over, since staff recorded these texts themselves.
    pub voices_by_staff: usize,
    /// Voice files that speak a text as it was before.
    pub outdated_voices: Vec<String>,
    /// What could be better.
    pub warnings: Vec<Finding>,
}

pub(super) fn of(
    folder: &ProgrammeFolder,
    known: &Known,
    changes: Changes<'_>,
    voices: Voices,
    dry_run: bool,
) -> ProgrammeReport {
    ProgrammeReport {
        name: folder.name.clone(),
        is_new: known.id.is_none(),
        dry_run,
        themes: changes.themes.tally,
        activities: changes.activities.tally,
        books: changes.books.tally,
        languages: languages(folder),
        new_voices: voices.new,
        unchanged_voices: voices.unchanged,
        voices_by_staff: voices.by_staff,
        outdated_voices: voices.outdated,
        warnings: folder.warnings.clone(),
    }
}

fn languages(folder: &ProgrammeFolder) -> Vec<HomeLanguage> {
    let everywhere = |language: &HomeLanguage| {
        folder.themes.iter().all(|theme| theme.texts.contains_key(language))
            && folder.books.iter().all(|book| book.texts.contains_key(language))
    };
    HomeLanguage::all().filter(everywhere).collect()
}

impl ProgrammeReport {
    /// The report in sentences, for the person at the keyboard.
    pub fn sentences(&self, phrases: &Phrasebook, language: HomeLanguage) -> Vec<String> {
        let say = |id: &str, args: Args| phrases.plain(language, id, &args);
        let mut lines = Vec::new();
        if self.dry_run {
            lines.push(say("library-report-dry-run", Args::new()));
        }
        let name = Args::new().text("name", &self.name);
        let id = if self.is_new { "library-report-new" } else { "library-report-known" };
        lines.push(say(id, name));
        for (id, tally) in [
            ("library-report-themes", &self.themes),
            ("library-report-activities", &self.activities),
            ("library-report-books", &self.books),
        ] {
            lines.extend(tally.sentences(phrases, language, id));
        }
        let names: Vec<String> =
            self.languages.iter().map(|it| it.name_in(language).to_owned()).collect();
        lines.push(say(
            "library-report-languages",
            Args::new().text("languages", list(language, &names)),
        ));
        lines.extend(self.voice_sentences(phrases, language));
        lines.extend(self.warnings.iter().take(TOLD).map(|it| it.say(phrases, language)));
        lines
    }

    fn voice_sentences(&self, phrases: &Phrasebook, language: HomeLanguage) -> Vec<String> {
        let mut lines = Vec::new();
        if self.new_voices + self.unchanged_voices > 0 {
            let args = Args::new()
                .number("new", number(self.new_voices))
                .number("unchanged", number(self.unchanged_voices));
            lines.push(phrases.plain(language, "library-report-voices", &args));
        }
        if self.voices_by_staff > 0 {
            let args = Args::new().number("count", number(self.voices_by_staff));
            lines.push(phrases.plain(language, "library-report-voices-by-staff", &args));
        }
        if !self.outdated_voices.is_empty() {
            let args = Args::new().text("files", named(&self.outdated_voices));
            lines.push(phrases.plain(language, "library-report-voices-outdated", &args));
        }
        lines
    }
}

impl Tally {
    /// Nothing when there never was any.
    fn sentences(&self, phrases: &Phrasebook, language: HomeLanguage, id: &str) -> Vec<String> {
        let mut lines = Vec::new();
        if self.new + self.updated + self.unchanged + self.back > 0 {
            let args = Args::new()
                .number("new", number(self.new))
                .number("updated", number(self.updated))
                .number("unchanged", number(self.unchanged))
                .number("back", number(self.back));
            lines.push(phrases.plain(language, id, &args));
        }
        if !self.withdrawn.is_empty() {
            let args = Args::new()
                .number("count", number(self.withdrawn.len()))
                .text("names", named(&self.withdrawn));
            lines.push(phrases.plain(language, "library-report-withdrawn", &args));
        }
        lines
    }
}

impl TakeInError {
    /// What to tell the person at the keyboard; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        match self {
            Self::Changed(file) => {
                let args = Args::new().text("file", file);
                Some(phrases.plain(language, "library-file-changed", &args))
            }
            Self::Store(_) => None,
        }
    }
}

/// What is wrong with a folder, a line each, under the news that nothing was taken in.
pub fn refusal(
    findings: &[Finding],
    folder: &str,
    phrases: &Phrasebook,
    language: HomeLanguage,
) -> Vec<String> {
    let args = Args::new().text("file", folder);
    let mut lines = vec![phrases.plain(language, "library-nothing-imported", &args)];
    lines.extend(findings.iter().take(TOLD).map(|finding| finding.say(phrases, language)));
    let more = findings.len().saturating_sub(TOLD);
    if more > 0 {
        let args = Args::new().number("count", number(more));
        lines.push(phrases.plain(language, "library-more-findings", &args));
    }
    lines
}

fn named(names: &[String]) -> String {
    let more = if names.len() > NAMED { ", …" } else { "" };
    let first: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    format!("{}{more}", first.join(", "))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
